//! The headings of documents, each with the first measures below it.

use super::found::{document, source_of, title_of};
use super::{Reply, Role};
use crate::answer::{Answer, Chapter, Outcome};
use crate::locale::Locale;
use crate::model::{Document, Lines, Measure};
use crate::question::Intent;
use crate::text::truncate;

/// How many headings of a document are shown.
const SHOWN: usize = 20;
/// How many measures below a heading are named.
const NAMED: usize = 2;
/// The longest heading or title.
const TITLE: usize = 30;

pub(super) fn lines(reply: &mut Reply, answer: &Answer, preface: &[String], locale: &Locale) {
    for text in preface {
        reply.add(Role::Note, text);
    }
    if let Some(text) = heading(answer, locale) {
        reply.add(Role::Note, text);
    }
    for (of, chapters) in by_document(&answer.contents) {
        reply.gap();
        document(reply, of, locale);
        for chapter in chapters.iter().take(SHOWN) {
            reply.add(Role::Item, chapter_line(chapter, locale));
        }
        let n_more = chapters.len().saturating_sub(SHOWN);
        if n_more > 0 {
            reply.add(Role::Note, locale.text("more", &[("count", n_more.into())]));
        }
        source(reply, &chapters, of, locale);
    }
    reply.gap();
    let id = if answer.outcome == Outcome::Choose { "contents-choose" } else { "contents-next" };
    reply.add(Role::Note, locale.say(id));
}

/// Says what the measures have in common, where they are not all of the document.
pub fn heading(answer: &Answer, locale: &Locale) -> Option<String> {
    let mut measures = answer.contents.iter().flat_map(|chapter| &chapter.measures);
    let are_changed = answer.reading.intents.contains(&Intent::Changes)
        && measures.all(|measure| !measure.changes.is_empty());
    are_changed.then(|| locale.say("contents-changes"))
}

/// Says from where to where in a document the measures stand.
fn source(reply: &mut Reply, chapters: &[&Chapter], of: &Document, locale: &Locale) {
    let lines = || chapters.iter().flat_map(|chapter| &chapter.measures).map(|it| it.lines);
    let first = lines().map(|it| it.0).min().unwrap_or_default();
    let last = lines().map(|it| it.1).max().unwrap_or_default();
    source_of(reply, of, &[Lines(first, last)], locale);
}

/// Parts headings by their documents, in their order.
pub fn by_document(contents: &[Chapter]) -> Vec<(&Document, Vec<&Chapter>)> {
    let mut parts: Vec<(&Document, Vec<&Chapter>)> = Vec::new();
    for chapter in contents {
        let Some(of) = chapter.measures.first().map(|measure| &measure.document) else { continue };
        match parts.iter_mut().find(|(known, _)| known.id == of.id) {
            Some((_, chapters)) => chapters.push(chapter),
            None => parts.push((of, vec![chapter])),
        }
    }
    parts
}

/// Returns a heading with the first measures below it, and how many there are.
pub fn chapter_line(chapter: &Chapter, locale: &Locale) -> String {
    // Without its number, which says nothing beside one name in three.
    let name = |measure: &Measure| match measure.title.as_str() {
        "" => title_of(measure),
        title => title.to_owned(),
    };
    let named = chapter.measures.iter().take(NAMED);
    let titles: Vec<String> = named.map(|measure| truncate(&name(measure), TITLE)).collect();
    let count = chapter.measures.len();
    let heading = truncate(&chapter.heading, TITLE);
    let args = [
        ("heading", heading.into()),
        ("titles", locale.list(&titles).into()),
        ("count", count.into()),
    ];
    match (chapter.heading.is_empty(), count > NAMED) {
        (true, false) => locale.text("chapter-unnamed", &args),
        (true, true) => locale.text("chapter-unnamed-more", &args),
        (false, false) => locale.text("chapter", &args),
        (false, true) => locale.text("chapter-more", &args),
    }
}
