//! How the bot behaves in the channel where a moderator asks.

use super::Desk;
use crate::discord::card::{Button, Choice, Menu, Row, Style, escape};
use crate::discord::custom_id::{Action, DeskAction, Switch};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed, OPTION, OPTIONS};
use crate::discord::reply::Reply;
use crate::discord::say::Voice;
use crate::question::Language;
use crate::store::ChannelSettings;

/// What a menu sends back for "none".
const NONE: &str = "-";

/// Shows how it is set, with a menu or switch for each.
pub fn card(desk: &Desk<'_>) -> Reply {
    let voice = desk.voice;
    let settings = desk.bot.store.channel(desk.asker.channel);
    let on_off = |on: bool| voice.plain(if on { "switch-on" } else { "switch-off" });
    let mut reply = Reply::embed(Embed {
        title: voice.plain("channel-title"),
        description: voice.plain("channel-text"),
        fields: vec![
            (voice.plain("channel-ward"), ward_name(voice, settings.ward.as_deref())),
            (voice.plain("channel-language"), language_name(voice, settings.language)),
            (voice.plain("channel-private"), on_off(settings.private)),
            (voice.plain("channel-threads"), on_off(settings.threads)),
            (voice.plain("channel-every"), every(desk, &settings)),
        ],
        ..Embed::default()
    });
    reply.rows = vec![
        ward_menu(desk, &settings),
        language_menu(voice, &settings),
        switches(voice, &settings),
    ];
    reply.ephemeral = true;
    reply
}

fn ward_name(voice: Voice, ward: Option<&str>) -> String {
    ward.map_or_else(|| voice.plain("settings-no-ward"), escape)
}

fn language_name(voice: Voice, language: Option<Language>) -> String {
    language.map_or_else(
        || voice.plain("settings-any-language"),
        |language| Voice::of(language).plain("language-name"),
    )
}

/// Without Message Content, switching it on is not enough.
fn every(desk: &Desk<'_>, settings: &ChannelSettings) -> String {
    let voice = desk.voice;
    match (settings.every, desk.bot.reads_messages()) {
        (false, _) => voice.plain("switch-off"),
        (true, true) => voice.plain("switch-on"),
        (true, false) => {
            format!("{}\n⚠️ {}", voice.plain("switch-on"), voice.plain("channel-needs-intent"))
        }
    }
}

fn none(voice: Voice, id: &str, chosen: bool) -> Choice {
    Choice { value: NONE.to_owned(), label: voice.plain(id), description: String::new(), chosen }
}

fn ward_menu(desk: &Desk<'_>, settings: &ChannelSettings) -> Row {
    let voice = desk.voice;
    let mut choices = vec![none(voice, "settings-no-ward", settings.ward.is_none())];
    let wards = desk.bot.service.corpus().municipalities();
    let fitting = wards.into_iter().filter(|ward| limits::units(ward) <= OPTION).take(OPTIONS - 1);
    choices.extend(fitting.map(|ward| Choice {
        chosen: settings.ward.as_ref() == Some(&ward),
        value: ward.clone(),
        label: ward,
        description: String::new(),
    }));
    let action = Action::Desk(DeskAction::ChannelWard);
    Row::Menu(Menu { action, placeholder: voice.plain("channel-ward"), choices })
}

fn language_menu(voice: Voice, settings: &ChannelSettings) -> Row {
    let mut choices = vec![none(voice, "settings-any-language", settings.language.is_none())];
    choices.extend(Language::ALL.map(|language| Choice {
        value: language.tag().to_owned(),
        label: Voice::of(language).plain("language-name"),
        description: String::new(),
        chosen: settings.language == Some(language),
    }));
    let action = Action::Desk(DeskAction::ChannelLanguage);
    Row::Menu(Menu { action, placeholder: voice.plain("channel-language"), choices })
}

fn switches(voice: Voice, settings: &ChannelSettings) -> Row {
    let switch = |what, on: bool, label: &str| {
        let mark = if on { "☑" } else { "☐" };
        Button::new(
            Action::Desk(DeskAction::Switch(what, !on)),
            format!("{mark} {}", voice.plain(label)),
        )
        .style(if on { Style::Primary } else { Style::Plain })
    };
    Row::Buttons(vec![
        switch(Switch::Private, settings.private, "channel-private"),
        switch(Switch::Threads, settings.threads, "channel-threads"),
        switch(Switch::Every, settings.every, "channel-every"),
    ])
}

/// Takes the ward that was chosen.
pub async fn set_ward(desk: &Desk<'_>, chosen: Option<&str>) -> Result<Reply, Failure> {
    let known = desk.bot.service.corpus().municipalities();
    let ward = chosen.map(str::to_owned).filter(|ward| known.contains(ward));
    change(desk, |settings| settings.ward = ward).await
}

/// Takes the language that was chosen.
pub async fn set_language(desk: &Desk<'_>, chosen: Option<&str>) -> Result<Reply, Failure> {
    let language = Language::ALL.into_iter().find(|language| Some(language.tag()) == chosen);
    change(desk, |settings| settings.language = language).await
}

/// Takes a switch.
pub async fn switch(desk: &Desk<'_>, what: Switch, on: bool) -> Result<Reply, Failure> {
    change(desk, |settings| match what {
        Switch::Private => settings.private = on,
        Switch::Threads => settings.threads = on,
        Switch::Every => settings.every = on,
    })
    .await
}

async fn change(
    desk: &Desk<'_>,
    change: impl FnOnce(&mut ChannelSettings),
) -> Result<Reply, Failure> {
    let channel = desk.asker.channel;
    let mut settings = desk.bot.store.channel(channel);
    change(&mut settings);
    let detail = format!("{channel} {settings:?}");
    desk.bot.with_store(move |store| store.set_channel(channel, settings)).await?;
    desk.audit("channel set", &detail);
    Ok(card(desk))
}
