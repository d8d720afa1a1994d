//! The card of what a ward's documents deal with.

use crate::answer::{Answer, Outcome};
use crate::render::{chapter_line, chapters_by_document, chapters_heading};

use super::super::limits::{self, Embed};
use super::super::reply::Reply;
use super::buttons::{self, Row};
use super::measure::document_line;
use super::{View, escape, reason_text};

/// Makes the card of an answer with headings.
pub fn card(answer: &Answer, view: &View) -> Reply {
    let (voice, locale) = (view.voice, view.voice.locale());
    let reason = answer.reason.as_ref().map(|reason| format!("{}\n", reason_text(voice, reason)));
    let heading = chapters_heading(answer, locale).map(|heading| format!("{heading}\n"));
    let mut rows: Vec<String> = reason.into_iter().chain(heading).collect();
    for (document, chapters) in chapters_by_document(&answer.contents) {
        rows.push(format!("**{}**", escape(&document_line(voice, document))));
        rows.extend(chapters.into_iter().map(|chapter| escape(&chapter_line(chapter, locale))));
    }
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let id = if answer.outcome == Outcome::Choose { "contents-choose" } else { "contents-next" };
    let mut reply = Reply::embed(Embed {
        title: voice.plain("browse-title"),
        description: format!("{}\n\n{}", limits::fit_rows(&rows, 3000, more), locale.say(id)),
        ..Embed::default()
    });
    reply.rows = vec![Row::Buttons(buttons::feedback(view, None)), buttons::tools(None, view)];
    reply
}
