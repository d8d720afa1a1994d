//! The card of one measure.

use crate::answer::{Answer, Found, Office, Reason};
use crate::model::{Document, Measure};
use crate::question::{Intent, Language, Slot};
use crate::render;

use super::super::limits::{self, Embed, FIELD_VALUE};
use super::super::say::Voice;
use super::{View, contact, escape, figures, markdown, notice, year_name};

/// As much of a passage as a card shows; the rest is behind くわしく.
const PASSAGE: usize = 900;
/// How many characters of a field the offices for a topic may take.
const DESKS: usize = 800;
/// As much of a page as fits however much of it has to be escaped.
const PAGE: usize = 1700;
/// The stripe of a card whose document is of this year, and of one that is older, which the card says in words too.
pub(super) const FRESH: u32 = 0x0028_958A;
pub(super) const OLDER: u32 = 0x00BC_7E14;

/// Names a measure: number and title, or the beginning of its text.
pub fn heading(measure: &Measure) -> String {
    let title = if measure.title.is_empty() { &measure.body } else { &measure.title };
    let title = markdown::clean(title).replace('\n', " ");
    format!("{} {title}", measure.number).trim().to_owned()
}

/// Names the ward, the year and the status of a document.
pub fn document_line(voice: Voice, document: &Document) -> String {
    let year = document.fiscal_year.map(|year| year_name(voice, year));
    let status = match (document.status.as_str(), voice.language) {
        ("", _) => None,
        (status, Language::Japanese) => Some(voice.say("status", &[("status", status.into())])),
        (status, _) => Some(voice.locale().status(status)),
    };
    let parts: Vec<String> =
        [Some(document.municipality.clone()), year, status].into_iter().flatten().collect();
    parts.join(" · ")
}

/// Makes what all cards of a measure share: ward, year and status, title, source.
pub fn frame(measure: &Measure, view: &View) -> Embed {
    let document = &measure.document;
    Embed {
        author: document_line(view.voice, document),
        title: escape(&limits::fit(&heading(measure), 180)),
        footer: view.voice.say(
            "source",
            &[
                ("title", markdown::clean(&document.title).into()),
                ("file", document.file.clone().into()),
                ("lines", measure.lines.to_string().into()),
            ],
        ),
        colour: Some(if is_older(document, view) { OLDER } else { FRESH }),
        ..Embed::default()
    }
}

fn is_older(document: &Document, view: &View) -> bool {
    document.fiscal_year.is_some_and(|year| year < view.today)
}

/// Makes the card; `answer` says what was asked for.
pub fn embed(found: &Found, answer: Option<&Answer>, view: &View) -> Embed {
    let (measure, voice) = (&found.measure, view.voice);
    let intents = answer.map_or(&[] as &[Intent], |answer| &answer.reading.intents);
    let missing = answer.map_or(&[] as &[Slot], |answer| &answer.missing);
    let asked = |wanted: &[Intent]| intents.iter().any(|intent| wanted.contains(intent));

    let mut embed = frame(measure, view);
    embed.description = description(found, answer, view);
    if !found.budget.is_missing() {
        embed.fields.push((voice.plain("field-budget"), figures::field(voice, &found.budget)));
    } else if asked(&[Intent::Budget, Intent::Compare]) || missing.contains(&Slot::Budget) {
        let id = if found.budget.are_in_text { "budget-in-text" } else { "budget-none" };
        embed.fields.push((voice.plain("field-budget"), voice.plain(id)));
    }
    if !measure.results.is_empty() {
        let name = match measure.results_year {
            Some(year) => voice.say("field-results-of", &[("year", year_name(voice, year).into())]),
            None => voice.plain("field-results"),
        };
        embed.fields.push((name, passage(voice, &measure.results, &found.matched)));
    } else if asked(&[Intent::Results]) {
        embed.fields.push((voice.plain("field-results"), voice.plain("results-none")));
    }
    if !measure.target_state.is_empty() {
        let text = passage(voice, &measure.target_state, &found.matched);
        embed.fields.push((voice.plain("field-target"), text));
    } else if asked(&[Intent::Target]) {
        embed.fields.push((voice.plain("field-target"), voice.plain("target-none")));
    }
    if !measure.changes.is_empty() {
        let rows: Vec<String> =
            measure.changes.iter().map(|change| escape(&limits::fit(change, 300))).collect();
        let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
        let text = limits::fit_rows(&rows, FIELD_VALUE, more);
        embed.fields.push((voice.plain("field-changes"), text));
    } else if asked(&[Intent::Changes]) {
        embed.fields.push((voice.plain("field-changes"), voice.plain("changes-none")));
    }
    if found.contact.is_some() || asked(&[Intent::Contact]) || missing.contains(&Slot::Contact) {
        let text = contact::field(voice, found.contact.as_ref());
        embed.fields.push((voice.plain("field-contact"), text));
    }
    let locale = voice.locale();
    let desks = answer.map(|answer| answer.desks.as_slice()).unwrap_or_default();
    let row = |office: &Office| escape(&render::office_lines(office, locale).join("\n"));
    let rows: Vec<String> = desks.iter().map(row).collect();
    if !rows.is_empty() {
        let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
        let text = limits::fit_rows(&rows, DESKS, more);
        let note = locale.say("offices-config");
        embed.fields.push((voice.plain("field-desks"), format!("{text}\n{note}")));
    }
    embed
}

fn description(found: &Found, answer: Option<&Answer>, view: &View) -> String {
    let (measure, voice) = (&found.measure, view.voice);
    let mut parts = Vec::new();
    let title = markdown::clean(&measure.title).replace('\n', " ");
    if let Some(spelt) = render::spelt(&title, voice.language, &view.furigana) {
        parts.push(voice.say("title-reading", &[("reading", escape(&spelt).into())]));
    }
    if let Some(year) = measure.document.fiscal_year.filter(|year| *year < view.today) {
        let (year, today) = (year_name(voice, year), year_name(voice, view.today));
        parts.push(voice.say("older", &[("year", year.into()), ("today", today.into())]));
    }
    if !measure.path.is_empty() {
        let path: Vec<String> = measure.path.iter().map(|step| limits::fit(step, 80)).collect();
        parts.push(format!("📍 {}", escape(&path.join(" › "))));
    }
    if let Some(reason) = answer.and_then(|answer| answer.reason.as_ref()) {
        parts.push(said_first(voice, reason));
    }
    let body = if measure.body.is_empty() && !measure.title.is_empty() {
        String::new()
    } else {
        markdown::embolden(&limits::fit(&measure.body, PASSAGE), &found.matched)
    };
    parts.push(body);
    let missing: Vec<String> = answer
        .map_or(&[] as &[Slot], |answer| &answer.missing)
        .iter()
        // Money and contact are said in their own fields.
        .filter(|slot| !matches!(slot, Slot::Budget | Slot::Contact))
        .map(|slot| voice.locale().slot(*slot))
        .collect();
    if !missing.is_empty() {
        let list = missing.join(&voice.plain("list-separator"));
        parts.push(voice.say("missing", &[("list", list.into())]));
    }
    parts.push(voice.plain("documents-are-japanese"));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

fn said_first(voice: Voice, reason: &Reason) -> String {
    format!("ℹ️ {}", notice::reason_text(voice, reason))
}

/// Cuts a passage at a line, then sets its words in bold.
fn passage(voice: Voice, text: &str, words: &[String]) -> String {
    let rows: Vec<String> = text.lines().map(str::to_owned).collect();
    let short = limits::fit_rows(&rows, 450, |n| voice.say("more-rows", &[("n", n.into())]));
    markdown::embolden(&short, words)
}

/// Cuts everything that the document says of a measure into pages, each within an embed's text.
pub fn pages_of(measure: &Measure, voice: Voice) -> Vec<String> {
    let mut text = vec![measure.title.clone(), measure.body.clone()];
    let mut part = |id: &str, body: &str| {
        if !body.trim().is_empty() {
            text.push(format!("【{}】\n{body}", voice.plain(id)));
        }
    };
    part("field-results", &measure.results);
    part("field-target", &measure.target_state);
    part("field-changes", &measure.changes.join("\n"));
    let budgets: Vec<&str> = measure.budgets.iter().map(|b| b.text.as_str()).collect();
    part("field-budget", &budgets.join("\n"));
    text.retain(|part| !part.trim().is_empty());
    let pages = limits::pages(&text.join("\n\n"), PAGE);
    pages.iter().map(|page| escape(page)).collect()
}
