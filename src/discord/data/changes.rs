//! Documents that come, go, or say something else: first shown with what is odd in them and what they would change,
//! then put into effect or dropped with a button.

use poise::serenity_prelude::Attachment;

use super::file::{self, FetchError, fetch};
use super::reading::taken_in;
use super::{Desk, Place};
use crate::corpus::DocumentFacts;
use crate::discord::card::{Button, Row, Style};
use crate::discord::custom_id::{Action, DataAction, digest};
use crate::discord::failure::Failure;
use crate::discord::reply::Reply;
use crate::model::FiscalYear;
use crate::report;
use crate::service::{AnswerService, Incoming, Preview, Reloaded};

/// As many characters of a digest as tell one preview from another.
const STAMP: usize = 16;
/// Bytes in the unit that sizes are told in.
const MEGABYTE: usize = 1 << 20;

/// What a moderator says of a document, as they typed it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Whose it is.
    pub ward: Option<String>,
    /// The year that it is about.
    pub year: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// 案, 素案 …
    pub status: Option<String>,
}

/// What came of the wish to put a change into effect.
enum Applied {
    /// It is in effect.
    Done(Box<Reloaded>),
    /// It would bring about something else than was shown.
    Differs(Preview),
    /// It does not wait any more.
    Gone,
}

/// Says at once what is wrong with what was typed and with the size of the file, before anything is fetched.
pub fn refusal(desk: &Desk<'_>, file: &Attachment, typed: &Typed) -> Option<Reply> {
    if file::is_too_large(u64::from(file.size)) {
        return Some(unfetched(desk, &FetchError::TooLarge));
    }
    let is_year = |year: &String| FiscalYear::parse(year.trim()).is_some();
    (!typed.year.as_ref().is_none_or(is_year)).then(|| desk.whisper("data-no-year"))
}

fn unfetched(desk: &Desk<'_>, error: &FetchError) -> Reply {
    tracing::info!(%error, "a moderator's file was not taken");
    match error {
        FetchError::TooLarge => {
            let max = Incoming::MAX_BYTES / MEGABYTE;
            Reply::whisper(desk.say("data-file-too-large", &[("max", max.into())]))
        }
        FetchError::Elsewhere | FetchError::Lost => desk.whisper("data-file-lost"),
    }
}

/// Stages a new document; with the id of one, another text of that.
pub async fn put(
    desk: &Desk<'_>,
    place: Place<'_>,
    document: Option<String>,
    file: &Attachment,
    typed: Typed,
) -> Result<Reply, Failure> {
    let bytes = match fetch(desk.bot, file).await {
        Ok(bytes) => bytes,
        Err(error) => return Ok(unfetched(desk, &error)),
    };
    let facts = DocumentFacts {
        municipality: typed.ward,
        fiscal_year: typed.year.and_then(|year| FiscalYear::parse(year.trim())),
        title: typed.title,
        status: typed.status,
        ..DocumentFacts::default()
    };
    let incoming = Incoming { name: file.filename.clone(), bytes, document: None, facts };
    let who = desk.asker.who();
    stage(desk, place, move |service| match document {
        Some(document) => service.stage_replace(&who, &document, incoming),
        None => service.stage_add(&who, incoming),
    })
    .await
}

/// Stages the removal of a document.
pub async fn remove(desk: &Desk<'_>, place: Place<'_>, document: String) -> Result<Reply, Failure> {
    let who = desk.asker.who();
    stage(desk, place, move |service| service.stage_remove(&who, &document)).await
}

async fn stage(
    desk: &Desk<'_>,
    place: Place<'_>,
    work: impl FnOnce(&AnswerService) -> Result<Preview, crate::error::Error> + Send + 'static,
) -> Result<Reply, Failure> {
    Ok(match desk.work(place, move |service, _| work(service)).await? {
        Ok(preview) => shown(desk, &preview),
        Err(error) => desk.refused(&error),
    })
}

/// Shows a change that waits.
pub async fn open(desk: &Desk<'_>, place: Place<'_>, change: &str) -> Result<Reply, Failure> {
    let id = change.to_owned();
    let looking = desk.work(place, move |service, _| {
        is_waiting(service, &id).then(|| service.preview(&[id])).transpose()
    });
    Ok(match looking.await? {
        Ok(Some(preview)) => shown(desk, &preview),
        Ok(None) => desk.whisper("data-change-gone"),
        Err(error) => {
            // What cannot be shown can still be dropped.
            let mut reply = desk.refused(&error);
            reply.rows = vec![Row::Buttons(vec![cancel_button(desk, change)])];
            reply
        }
    })
}

/// Puts a change into effect, if it would still bring about what the person has seen.
pub async fn apply(
    desk: &Desk<'_>,
    place: Place<'_>,
    change: &str,
    seen: String,
) -> Result<Reply, Failure> {
    let (who, id) = (desk.asker.who(), change.to_owned());
    let applying = desk.work(place, move |service, progress| {
        if !is_waiting(service, &id) {
            return Ok(Applied::Gone);
        }
        let changes = [id];
        let preview = service.preview(&changes)?;
        if stamp(&preview) != seen {
            return Ok(Applied::Differs(preview));
        }
        service.apply(&who, &changes, progress).map(|done| Applied::Done(Box::new(done)))
    });
    Ok(match applying.await? {
        Ok(Applied::Done(reloaded)) => taken_in(desk, &reloaded),
        Ok(Applied::Gone) => desk.whisper("data-change-gone"),
        Ok(Applied::Differs(preview)) => {
            let mut reply = shown(desk, &preview);
            reply.content = desk.voice.plain("data-preview-differs");
            reply
        }
        Err(error) => {
            let mut reply = open(desk, place, change).await?;
            if !reply.embeds.is_empty() {
                reply.content = desk.refused(&error).content;
            }
            reply
        }
    })
}

/// Drops a change.
pub async fn cancel(desk: &Desk<'_>, place: Place<'_>, change: &str) -> Result<Reply, Failure> {
    let (who, id) = (desk.asker.who(), change.to_owned());
    let dropping = desk.work(place, move |service, _| {
        is_waiting(service, &id).then(|| service.cancel(&who, &[id])).transpose()
    });
    Ok(match dropping.await? {
        Ok(Some(dropped)) => Reply::whisper(report::cancelled(&dropped, desk.voice.locale())),
        Ok(None) => desk.whisper("data-change-gone"),
        Err(error) => {
            let mut reply = desk.refused(&error);
            reply.rows = vec![Row::Buttons(vec![cancel_button(desk, change)])];
            reply
        }
    })
}

fn is_waiting(service: &AnswerService, change: &str) -> bool {
    service.staged().iter().any(|waiting| waiting.id == change)
}

/// Returns the digest of what a change would bring about.
fn stamp(preview: &Preview) -> String {
    let diff = serde_json::to_string(&preview.diff).unwrap_or_default();
    digest(&[&diff], STAMP)
}

/// Shows what a change would bring about, with the buttons that decide.
fn shown(desk: &Desk<'_>, preview: &Preview) -> Reply {
    let text = report::preview(preview, desk.voice.locale());
    let mut reply = desk.sheet("data-preview-title", &text, "preview.txt");
    if let Some(change) = preview.changes.first().map(|change| change.id.clone()) {
        let apply =
            Action::Data(DataAction::Apply { change: change.clone(), shown: stamp(preview) });
        reply.rows = vec![Row::Buttons(vec![
            Button::new(apply, desk.voice.plain("button-apply")).style(Style::Primary),
            cancel_button(desk, &change),
        ])];
    }
    reply
}

fn cancel_button(desk: &Desk<'_>, change: &str) -> Button {
    let cancel = Action::Data(DataAction::Cancel { change: change.to_owned() });
    Button::new(cancel, desk.voice.plain("button-cancel"))
}
