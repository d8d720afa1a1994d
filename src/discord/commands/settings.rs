//! `/settings`: a person's own ward and language.

use crate::question::Language;
use crate::render::Look;

use super::{Context, Failure, asker, bot, respond, voice};
use crate::discord::bot::Bot;
use crate::discord::card::{Choice, Menu, Row, escape};
use crate::discord::custom_id::Action;
use crate::discord::limits::{self, Embed, OPTION, OPTIONS};
use crate::discord::reply::Reply;
use crate::discord::say::Voice;

/// What a menu sends back for "none".
pub const NONE: &str = "-";

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
    let none = |chosen: bool, id: &str| Choice {
        value: NONE.to_owned(),
        label: voice.plain(id),
        description: String::new(),
        chosen,
    };
    let mut wards = vec![none(person.ward.is_none(), "settings-no-ward")];
    let known = bot.service.corpus().municipalities();
    let fitting = known.into_iter().filter(|ward| limits::units(ward) <= OPTION);
    wards.extend(fitting.take(OPTIONS - 1).map(|ward| Choice {
        chosen: person.ward.as_ref() == Some(&ward),
        value: ward.clone(),
        label: ward,
        description: String::new(),
    }));
    let mut languages = vec![none(person.language.is_none(), "settings-any-language")];
    languages.extend(Language::ALL.map(|language| Choice {
        value: language.tag().to_owned(),
        label: Voice::of(language).plain("language-name"),
        description: String::new(),
        chosen: person.language == Some(language),
    }));
    let look = person.look.unwrap_or(Look::of(person.language.unwrap_or(voice.language)));
    let looks = Look::ALL.map(|one| Choice {
        value: one.tag().to_owned(),
        label: voice.plain(look_id(one)),
        description: String::new(),
        chosen: one == look,
    });
    let ward = person.ward.as_deref().map_or_else(|| voice.plain("settings-no-ward"), escape);
    let language = person.language.map_or_else(
        || voice.plain("settings-any-language"),
        |language| Voice::of(language).plain("language-name"),
    );
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
