//! Menus and buttons on what is kept of a person.

use crate::question::Language;
use crate::render::Look;

use super::super::commands;
use super::super::failure::Failure;
use super::super::reply::Reply;
use super::Press;

/// Sets the person's ward.
pub async fn set_ward(press: &Press<'_>) -> Result<(), Failure> {
    let known = press.bot.service.corpus();
    let ward = press.chosen().map(str::to_owned).filter(|ward| known.has_municipality(ward));
    press.bot.store.change_person(press.asker.user, |person| {
        person.ward = ward;
        person.chosen.clear();
    });
    settings(press).await
}

/// Sets the person's language.
pub async fn set_language(press: &Press<'_>) -> Result<(), Failure> {
    let tag = press.chosen();
    let language = Language::ALL.into_iter().find(|language| Some(language.tag()) == tag);
    press.bot.store.change_person(press.asker.user, |person| person.language = language);
    settings(press).await
}

/// Sets how the person's answers look.
pub async fn set_look(press: &Press<'_>) -> Result<(), Failure> {
    let look = press.chosen().and_then(Look::parse);
    press.bot.store.change_person(press.asker.user, |person| person.look = look);
    settings(press).await
}

async fn settings(press: &Press<'_>) -> Result<(), Failure> {
    let voice = press.bot.voice(press.asker.user, &press.asker.locale);
    press.replace(&commands::settings_card(press.bot, press.asker.user, voice)).await
}

/// Gives the person what is kept of them, as a file.
pub async fn download(press: &Press<'_>) -> Result<(), Failure> {
    let user = press.asker.user;
    let kept = press.bot.with_store(move |store| store.kept_of(user)).await?;
    let json = serde_json::to_vec_pretty(&kept).unwrap_or_default();
    let mut reply = Reply::whisper(press.voice.plain("privacy-download"));
    reply.file = Some(("madoguchi.json".to_owned(), json));
    press.respond(&reply).await
}

/// Forgets the person.
pub async fn forget(press: &Press<'_>) -> Result<(), Failure> {
    let user = press.asker.user;
    let was_known = press.bot.with_store(move |store| store.forget(user)).await?;
    let id = if was_known { "privacy-forgotten" } else { "privacy-nothing" };
    press.whisper(id).await
}
