//! `/settings`: a person's own ward, their language, and how answers look.

use crate::render::Look;

use super::{Context, Failure, asker, bot, respond, voice};
use crate::discord::bot::Bot;
use crate::discord::card::{Choice, Menu, Row};
use crate::discord::choices;
use crate::discord::custom_id::Action;
use crate::discord::limits::Embed;
use crate::discord::reply::Reply;
use crate::discord::say::Voice;

/// Set your own ward and language
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn settings(ctx: Context<'_>) -> Result<(), Failure> {
    let reply = card(bot(ctx), asker(ctx.interaction).user, voice(ctx));
    respond(ctx, &reply).await
}

fn look_id(look: Look) -> &'static str {
    match look {
        Look::Usual => "look-usual",
        Look::Readings => "look-readings",
        Look::HardReadings => "look-hard-readings",
        Look::Plain => "look-plain",
    }
}

/// Shows what a person set, with a menu for each.
pub fn card(bot: &Bot, user: u64, voice: Voice) -> Reply {
    let person = bot.store.person(user);
    let known = bot.service.corpus().municipalities();
    let wards = choices::wards(voice, known, person.ward.as_deref());
    let languages = choices::languages(voice, person.language);
    let look = person.look.unwrap_or(Look::of(person.language.unwrap_or(voice.language)));
    let looks = Look::ALL.map(|one| Choice {
        value: one.tag().to_owned(),
        label: voice.plain(look_id(one)),
        description: String::new(),
        chosen: one == look,
    });
    let ward = choices::ward_name(voice, person.ward.as_deref());
    let language = choices::language_name(voice, person.language);
    let mut reply = Reply::embed(Embed {
        title: voice.plain("settings-title"),
        description: voice.plain("settings-text"),
        fields: vec![
            (voice.plain("settings-ward"), ward),
            (voice.plain("settings-language"), language),
            (voice.plain("settings-look"), voice.plain(look_id(look))),
        ],
        ..Embed::default()
    });
    let menu = |action, id: &str, choices| {
        Row::Menu(Menu { action, placeholder: voice.plain(id), choices })
    };
    reply.rows = vec![
        menu(Action::SetWard, "settings-ward", wards),
        menu(Action::SetLanguage, "settings-language", languages),
        menu(Action::SetLook, "settings-look", looks.to_vec()),
    ];
    reply.ephemeral = true;
    reply
}
