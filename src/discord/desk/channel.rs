//! How the bot behaves in the channel where a moderator asks.

use super::Desk;
use crate::discord::card::{Button, Menu, Row, Style};
use crate::discord::choices;
use crate::discord::custom_id::{Action, DeskAction, Switch};
use crate::discord::failure::Failure;
use crate::discord::limits::Embed;
use crate::discord::reply::Reply;
use crate::discord::say::Voice;
use crate::question::Language;
use crate::store::ChannelSettings;

/// Shows how it is set, with a menu or switch for each.
pub fn card(desk: &Desk<'_>) -> Reply {
    let voice = desk.voice;
    let settings = desk.bot.store.channel(desk.asker.channel);
    let on_off = |on: bool| voice.plain(if on { "switch-on" } else { "switch-off" });
    let mut reply = Reply::embed(Embed {
        title: voice.plain("channel-title"),
        description: voice.plain("channel-text"),
        fields: vec![
            (voice.plain("channel-ward"), choices::ward_name(voice, settings.ward.as_deref())),
            (voice.plain("channel-language"), choices::language_name(voice, settings.language)),
            (voice.plain("channel-private"), on_off(settings.private)),
            (voice.plain("channel-threads"), on_off(settings.threads)),
            (voice.plain("channel-every"), every(desk, &settings)),
        ],
        ..Embed::default()
    });
    let menu = |action, id: &str, choices| {
        Row::Menu(Menu { action: Action::Desk(action), placeholder: voice.plain(id), choices })
    };
    let known = desk.bot.service.corpus().municipalities();
    let wards = choices::wards(voice, known, settings.ward.as_deref());
    let languages = choices::languages(voice, settings.language);
    reply.rows = vec![
        menu(DeskAction::ChannelWard, "channel-ward", wards),
        menu(DeskAction::ChannelLanguage, "channel-language", languages),
        switches(voice, &settings),
    ];
    reply.ephemeral = true;
    reply
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
    let known = desk.bot.service.corpus();
    let ward = chosen.map(str::to_owned).filter(|ward| known.has_municipality(ward));
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
