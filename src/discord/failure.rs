//! What can go wrong while an interaction is answered, and what the person is told.

use poise::serenity_prelude as serenity;
use serenity::InteractionId;

use crate::error::{Error, ErrorKind};
use crate::store::StoreError;

use super::reply::{Reply, SendError};
use super::say::Voice;

/// Why an interaction was not answered as it should be.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The service failed.
    #[error("the service failed: {0}")]
    Service(Error),
    /// The answer could not be sent.
    #[error("the answer could not be sent: {0}")]
    Send(#[from] SendError),
    /// The store failed, or took too long.
    #[error("{0}")]
    Store(StoreError),
    /// Something panicked; a bug.
    #[error("a panic: {0}")]
    Panic(String),
    /// The interaction does not have the shape of its command; the client's copy is out of date.
    #[error("an interaction that does not fit its command: {0}")]
    Shape(&'static str),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Service(error)
    }
}

/// Makes the short name by which a person can report an error; the log has it too.
pub fn error_id(interaction: InteractionId) -> String {
    const DIGITS: [char; 32] = [
        '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K',
        'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
    ];
    // The lowest bits are a counter, those above a time: together they differ from one interaction to the next.
    let mut number = interaction.get() ^ (interaction.get() >> 22);
    let mut id = String::new();
    for _ in 0..6 {
        let digit = usize::try_from(number % 32).unwrap_or_default();
        id.extend(DIGITS.get(digit));
        number /= 32;
    }
    id
}

/// Logs a failure and makes what the person is told: only a mistake of their own in detail.
pub fn report(failure: &Failure, interaction: InteractionId, voice: Voice) -> Reply {
    let id = error_id(interaction);
    match failure {
        Failure::Service(error) if error.kind() == ErrorKind::User => {
            tracing::info!(error_id = %id, %error, "the person's mistake");
            return Reply::whisper(voice.say("error-user", &[("error", error.to_string().into())]));
        }
        Failure::Shape(_) => {
            tracing::warn!(error_id = %id, error = %failure, "cannot be answered");
            return Reply::whisper(voice.plain("error-outdated"));
        }
        Failure::Store(_) => {
            tracing::error!(error_id = %id, error = %failure, "not kept, not shown or not deleted");
            return Reply::whisper(voice.say("error-store", &[("id", id.into())]));
        }
        _ => tracing::error!(error_id = %id, error = %failure, "not answered"),
    }
    let busy = matches!(failure, Failure::Service(error) if error.kind() == ErrorKind::Busy);
    let sentence = if busy { "error-busy" } else { "error" };
    Reply::whisper(voice.say(sentence, &[("id", id.into())]))
}
