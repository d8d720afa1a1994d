//! The generations that are kept, and going back to one.

use super::{Desk, Place};
use crate::discord::failure::Failure;
use crate::discord::reply::Reply;
use crate::report;
use crate::service::AnswerService;

/// Lists them, the newest first.
pub async fn history(desk: &Desk<'_>) -> Result<Reply, Failure> {
    Ok(match desk.bot.with_service(AnswerService::history).await? {
        Ok(past) => {
            let text = report::history(&past, desk.voice.locale());
            desk.sheet("data-history-title", &text, "history.txt")
        }
        Err(error) => desk.refused(&error),
    })
}

/// Lets one of them answer until the next reload; without a name, the one before the live one.
pub async fn rollback(
    desk: &Desk<'_>,
    place: Place<'_>,
    generation: Option<String>,
) -> Result<Reply, Failure> {
    let who = desk.asker.who();
    let going = desk.work(place, move |service, _| service.rollback(&who, generation.as_deref()));
    Ok(match going.await? {
        Ok(done) => Reply::whisper(report::rolled_back(&done, desk.voice.locale())),
        Err(error) => desk.refused(&error),
    })
}
