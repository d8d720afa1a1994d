//! The Discord bot: interactions in, the service's answers out as cards.
//!
//! serenity and poise stay in here. What a card says is decided by pure functions over an answer ([`card`]); what may
//! be sent is decided in one place ([`limits`]); everything is sent by [`reply`], which pings nobody and tries again.
//! The faults of serenity 0.12 and poise 0.7 that a plain bot inherits are each mended where they arise, with the reason.
//!
//! Nothing here reads documents, ranks, or knows how something is kept.

mod bot;
mod browse_tree;
pub mod card;
#[doc(hidden)]
pub mod check;
mod choices;
mod commands;
mod cooldown;
mod csv;
#[doc(hidden)]
pub mod custom_id;
mod data;
mod desk;
mod dispatch;
mod events;
mod examine;
mod failure;
mod gateway;
mod http;
mod limits;
mod localise;
mod mentions;
mod moderator;
mod picture;
mod press;
mod registration;
mod reply;
mod say;
mod settings;
mod shutdown;
mod trail;
mod upkeep;
mod watchdog;
mod words;

use std::sync::Arc;

use crate::error::{Error, ErrorKind};
use crate::metrics::Metrics;
use crate::question::Question;
use crate::render::Look;
use crate::service::AnswerService;
use crate::store::Store;

pub use examine::{examine, not_asked};
pub use gateway::{ExitReason, ServeError};
pub use say::speak_as_in;
pub use settings::{ServeSettings, SettingError, may_be_logged};
pub use trail::Trail;
pub use upkeep::Hangups;

/// Runs the bot until it is told to stop, or until Discord refuses it.
///
/// Discord being away at the start is waited for; a gateway that dies later and stays dead is an error, for the
/// supervisor to start afresh.
pub async fn serve(
    service: Arc<AnswerService>,
    store: Store,
    metrics: Arc<Metrics>,
    settings: ServeSettings,
    hangups: Hangups,
) -> Result<ExitReason, ServeError> {
    gateway::run(service, store, metrics, settings, hangups).await
}

/// Returns the message that a question is answered with, as it would be sent; for pictures and tests.
pub fn preview(
    service: &AnswerService,
    question: &Question,
    look: Option<Look>,
) -> Result<serde_json::Value, Error> {
    let answer = service.answer(question)?;
    let view = card::View {
        voice: say::Voice::of(answer.language),
        private: false,
        asker: 0,
        today: bot::this_year(),
        look: look.unwrap_or(Look::of(answer.language)),
        furigana: service.furigana(),
        glossary: service.glossary(),
    };
    serde_json::to_value(card::card(&answer, &view).callback()).map_err(|error| {
        Error::new(ErrorKind::Internal, "the message cannot be written as JSON").because(error)
    })
}
