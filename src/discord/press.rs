//! Buttons, menus and forms. Each works after a restart, since its id carries all that it needs.

mod data;
mod desk;
mod form;
mod looks;
mod person;
mod show;

use std::sync::Arc;

use poise::serenity_prelude as serenity;
use serenity::{
    ComponentInteraction, ComponentInteractionDataKind, CreateInteractionResponse, Http,
};

use crate::render::Look;
use crate::store::{Said, Verdict};

use super::bot::{Asker, Bot};
use super::card;
use super::commands;
use super::custom_id::Action;
use super::desk::Desk;
use super::failure::Failure;
use super::moderator;
use super::reply::{self, Reply};
use super::say::Voice;

pub use form::form;

/// A button or menu that was used, and by whom.
struct Press<'a> {
    bot: &'a Arc<Bot>,
    http: &'a Http,
    it: &'a ComponentInteraction,
    asker: Asker,
    voice: Voice,
}

impl Press<'_> {
    /// Answers below, to the person alone or to all, as the reply says.
    async fn respond(&self, reply: &Reply) -> Result<(), Failure> {
        self.send(CreateInteractionResponse::Message(reply.callback())).await
    }

    /// Answers in the place of the message with the button.
    async fn replace(&self, reply: &Reply) -> Result<(), Failure> {
        self.send(CreateInteractionResponse::UpdateMessage(reply.callback())).await
    }

    async fn whisper(&self, id: &str) -> Result<(), Failure> {
        self.respond(&Reply::whisper(self.voice.plain(id))).await
    }

    async fn send(&self, response: CreateInteractionResponse) -> Result<(), Failure> {
        Ok(reply::first(self.http, (self.it.id, &self.it.token), response).await?)
    }

    /// The entry that was chosen in a menu.
    fn chosen(&self) -> Option<&str> {
        match &self.it.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => {
                values.first().map(String::as_str)
            }
            _ => None,
        }
    }

    /// The question that the card answers, where it says so.
    fn question(&self) -> Option<String> {
        let footer = self.it.message.embeds.first()?.footer.as_ref()?;
        card::question_in(&footer.text).map(str::to_owned)
    }

    fn is_private(&self) -> bool {
        let ephemeral = serenity::MessageFlags::EPHEMERAL;
        self.it.message.flags.is_some_and(|flags| flags.contains(ephemeral))
    }

    /// Whether the person who pressed is the one who asked.
    fn is_asker(&self) -> bool {
        self.is_private()
            || self
                .ids()
                .any(|id| Action::decode(id) == Some(Action::Delete { asker: self.asker.user }))
    }

    /// Opens the desk for a moderator; anybody else is told that it is not for them.
    async fn open_desk(&self) -> Result<Option<Desk<'_>>, Failure> {
        let Self { bot, asker, voice, .. } = self;
        if moderator::is_moderator(self.it.member.as_ref(), asker.guild, &bot.settings) {
            return Ok(Some(Desk { bot, asker: asker.clone(), voice: *voice }));
        }
        tracing::warn!("somebody without the permission pressed a moderators' button");
        self.whisper("moderators-only").await?;
        Ok(None)
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.it.message.components.iter().flat_map(|row| &row.components).filter_map(|part| {
            match part {
                serenity::ActionRowComponent::Button(serenity::Button {
                    data: serenity::ButtonKind::NonLink { custom_id, .. },
                    ..
                }) => Some(custom_id.as_str()),
                _ => None,
            }
        })
    }
}

/// Answers a button or a menu.
pub async fn component(
    bot: &Arc<Bot>,
    http: &Http,
    it: &ComponentInteraction,
) -> Result<(), Failure> {
    let asker = Asker::new(&it.user, it.guild_id, it.channel_id, &it.locale);
    let voice = bot.voice(asker.user, &asker.locale);
    let press = Press { bot, http, it, asker, voice };
    let Some(action) = Action::decode(&it.data.custom_id) else {
        return press.whisper("old-button").await;
    };
    match action {
        Action::Helpful(measure) => {
            bot.said(Said {
                user: press.asker.user,
                guild: press.asker.guild,
                verdict: Verdict::Helpful,
                measure: bot.measure_id(measure.as_ref()),
                question: press.question(),
                comment: String::new(),
            });
            press.whisper("thanks").await
        }
        Action::NotHelpful(measure) => form::ask_why(&press, measure).await,
        Action::Report(measure) => form::ask_for_mistake(&press, measure).await,
        Action::More { measure, page, turn } => show::more(&press, &measure, page, turn).await,
        Action::Share(measure) => show::share(&press, &measure).await,
        Action::Reveal(measure) => show::reveal(&press, &measure).await,
        Action::Candidates => show::candidate(&press).await,
        Action::Choose(measure) => show::choose(&press, &measure).await,
        Action::Delete { asker } => delete(&press, asker).await,
        Action::Browse { node, page } => {
            let view = bot.view(&press.asker, voice, true);
            let corpus = bot.service.corpus();
            press.replace(&commands::browse_page(&corpus, &node, page, &view)).await
        }
        Action::BrowseMenu => show::browse(&press).await,
        Action::Changes { ward, page } => {
            let view = bot.view(&press.asker, voice, false);
            let corpus = bot.service.corpus();
            press.replace(&commands::changes_page(&corpus, &ward, page, &view)).await
        }
        Action::SetWard => person::set_ward(&press).await,
        Action::SetLanguage => person::set_language(&press).await,
        Action::SetLook => person::set_look(&press).await,
        Action::Read(measure) => looks::show(&press, measure.as_ref(), Look::Readings).await,
        Action::Hear(measure) => looks::show(&press, measure.as_ref(), Look::Plain).await,
        Action::Words(measure) => looks::words(&press, &measure).await,
        Action::Download => person::download(&press).await,
        Action::Forget => person::forget(&press).await,
        Action::Desk(action) => desk::press(&press, action).await,
        Action::Data(action) => data::press(&press, action).await,
        // Forms are not buttons.
        Action::Why(_) | Action::Mistake(_) => press.whisper("old-button").await,
    }
}

/// Removes an answer for the person who asked, or for a moderator.
async fn delete(press: &Press<'_>, asker: u64) -> Result<(), Failure> {
    if asker != press.asker.user
        && !moderator::may_remove(press.it.member.as_ref(), &press.bot.settings)
    {
        return press.whisper("delete-not-yours").await;
    }
    press.send(CreateInteractionResponse::Acknowledge).await?;
    Ok(reply::remove(press.http, &press.it.token).await?)
}
