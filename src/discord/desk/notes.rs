//! The moderators' own words: to write, to see and to remove.

use super::{Desk, Entry, List};
use crate::discord::card::{Button, Choice, Row, Style, escape, heading};
use crate::discord::custom_id::{Action, DeskAction};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::discord::words::NOTE_ROOM;
use crate::model::MeasureId;
use crate::store::{About, Note};

/// Shows all of them, the newest first.
pub fn list(desk: &Desk<'_>, page: u16) -> Reply {
    let voice = desk.voice;
    let notes = desk.bot.store.notes();
    let entries = notes.iter().rev().map(|note| {
        let about = about(desk, note);
        let day = voice.date(&note.day);
        Entry {
            row: format!(
                "**{}**\n{day} · {}",
                escape(&limits::fit(&about, 120)),
                escape(&limits::fit(&note.text, 160))
            ),
            choice: Choice {
                value: note.id.to_string(),
                label: about,
                description: format!("{day} {}", note.text),
                chosen: false,
            },
        }
    });
    let list = List {
        title: voice.plain("notes-title"),
        head: voice.plain("notes-head"),
        entries: entries.collect(),
        empty: "notes-empty",
        open: DeskAction::OpenNote,
        turn: |page| DeskAction::Notes { page },
    };
    list.page(voice, page)
}

/// Shows one of them.
pub fn open(desk: &Desk<'_>, id: i64) -> Reply {
    let notes = desk.bot.store.notes();
    let Some(note) = notes.iter().find(|note| note.id == id) else {
        return desk.whisper("desk-gone");
    };
    let voice = desk.voice;
    let mut reply = Reply::embed(Embed {
        title: escape(&limits::fit(&about(desk, note), 180)),
        description: escape(&note.text),
        footer: voice.date(&note.day),
        ..Embed::default()
    });
    let remove = Action::Desk(DeskAction::RemoveNote(id));
    let back = Action::Desk(DeskAction::Notes { page: 0 });
    reply.rows = vec![Row::Buttons(vec![
        Button::new(remove, voice.plain("button-delete")).style(Style::Danger),
        Button::new(back, voice.plain("button-back")),
    ])];
    reply.ephemeral = true;
    reply
}

/// Removes one of them, and shows those that are left.
pub async fn remove(desk: &Desk<'_>, id: i64) -> Result<Reply, Failure> {
    let gone = desk.bot.store.notes().iter().find(|note| note.id == id).cloned();
    if desk.bot.with_store(move |store| store.remove_note(id)).await?
        && let Some(gone) = gone
    {
        desk.audit("note removed", &format!("{} {:?} {}", gone.day, gone.about, gone.text));
    }
    Ok(list(desk, 0))
}

/// Keeps a note and says where it will stand.
pub async fn add(desk: &Desk<'_>, about: About, text: &str) -> Result<Reply, Failure> {
    let text = limits::fit(text.trim(), usize::from(NOTE_ROOM));
    let (kept, words) = (about.clone(), text.clone());
    let id = desk.bot.with_store(move |store| store.add_note(kept, &words)).await?;
    desk.audit("note added", &format!("{about:?} {text}"));
    Ok(open(desk, id))
}

/// Names what words are about.
fn about(desk: &Desk<'_>, note: &Note) -> String {
    match &note.about {
        About::Measure { id } => format!("📝 {}", measure(desk, id)),
        About::Correction { id, .. } => format!("⚠️ {}", measure(desk, id)),
        About::Topic { topic, ward, .. } => {
            format!("💬 {topic} {}", ward.as_deref().unwrap_or_default())
        }
        About::NotOurs { topic, .. } => format!("↪ {topic}"),
    }
}

fn measure(desk: &Desk<'_>, id: &str) -> String {
    let corpus = desk.bot.service.corpus();
    let found = corpus.measure(&MeasureId(id.to_owned()));
    found.map_or_else(
        || id.to_owned(),
        |measure| format!("{} {}", measure.document.municipality, heading(&measure)),
    )
}
