//! What lies in the folders now: what is odd in it, what it would change, and taking it in.

use super::{Desk, Place, whole};
use crate::discord::failure::Failure;
use crate::discord::reply::Reply;
use crate::question::Question;
use crate::report;
use crate::service::{AnswerService, Reloaded};
use crate::store;

/// As many questions as are asked of the old and the new data, the newest.
const QUESTIONS: usize = 100;
/// The report of a check.
const CHECK: &str = "check.txt";

/// Tells what is odd.
pub async fn check(desk: &Desk<'_>, place: Place<'_>) -> Result<Reply, Failure> {
    let locale = desk.voice.locale();
    let checking = desk.work(place, move |service, _| {
        let (paths, checked) = (service.paths(), AnswerService::check(service.paths())?);
        let findings = report::findings(&checked, paths, locale);
        let summary = report::summary(&checked, &findings, locale);
        Ok((report::check(&checked, paths, locale), summary))
    });
    Ok(match checking.await? {
        Ok((text, summary)) => {
            let mut reply = desk.sheet("data-check-title", &text, CHECK);
            // To be handed on to those who write the documents.
            reply.file = Some(whole(&text, CHECK));
            reply.content = summary;
            reply
        }
        Err(error) => desk.refused(&error),
    })
}

/// Tells what a reload would change, and which of the questions of late would get another answer.
pub async fn diff(desk: &Desk<'_>, place: Place<'_>) -> Result<Reply, Failure> {
    let asked = desk.bot.with_store(|store| store.recent_questions(QUESTIONS)).await;
    let asked = asked.unwrap_or_else(|failure| {
        tracing::warn!(%failure, "comparing without questions");
        Vec::new()
    });
    let questions = questions(asked);
    let comparing =
        desk.work(place, move |service, progress| service.compare(&[], &questions, progress));
    Ok(match comparing.await? {
        Ok(comparison) => {
            let text = report::comparison(&comparison, desk.voice.locale());
            desk.sheet("data-diff-title", &text, "diff.txt")
        }
        Err(error) => desk.refused(&error),
    })
}

/// Returns each question once.
fn questions(asked: Vec<store::Question>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for asked in asked {
        let Some(text) = asked.text else { continue };
        if questions.iter().any(|it| it.text == text && it.municipality == asked.ward) {
            continue;
        }
        let (municipality, language) = (asked.ward, Some(asked.language));
        questions.push(Question { text, municipality, language, ..Question::default() });
    }
    questions
}

/// Takes it in.
pub async fn reload(desk: &Desk<'_>, place: Place<'_>) -> Result<Reply, Failure> {
    let who = desk.asker.who();
    let reloading = desk.work(place, move |service, progress| service.reload(&who, progress));
    Ok(match reloading.await? {
        Ok(reloaded) => taken_in(desk, &reloaded),
        Err(error) => desk.refused(&error),
    })
}

/// Tells what answers from now on, and what differs.
pub(super) fn taken_in(desk: &Desk<'_>, reloaded: &Reloaded) -> Reply {
    let locale = desk.voice.locale();
    let said = report::reloaded(reloaded, locale);
    if reloaded.diff.is_empty() {
        return Reply::whisper(said);
    }
    let text = report::changed_documents(&reloaded.diff, locale);
    let mut reply = desk.sheet("data-changed-title", &text, "diff.txt");
    reply.content = said;
    reply
}
