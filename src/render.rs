//! Here is an answer, give me what a resident reads: text, coloured terminal text, HTML, text for the ear, or JSON.
//!
//! [`reply`] says everything once, as lines with roles; the surfaces only lay those lines out. Readings of kanji and
//! explanations of words are added to a reply where they are wanted ([`Reply::with_readings`], [`Reply::explain`]).
//! Quotations from documents stay verbatim; every other word comes from the locale.
//! Nothing that the resident wrote is repeated, but for a municipality's name.
//! Deliberately absent: what is true. That is in the [`Answer`].

mod aggregate;
mod contents;
mod found;
mod html;
mod json;
mod look;
mod offices;
mod passage;
mod plain;
mod readings;
mod terminal;

use std::sync::LazyLock;

use regex::Regex;

pub use contents::{
    by_document as chapters_by_document, chapter_line, heading as chapters_heading,
};
pub use found::{budget_lines, contact_lines, document_line, title_of, year_and_kind};
pub use html::html;
pub use json::json;
pub use look::Look;
pub use offices::office_lines;
pub use passage::{Ask, excerpt};
pub use plain::plain;
pub use readings::spelt;
pub use terminal::{Layout, display_width, fit, percent_encode, terminal, units};

use crate::answer::{Answer, Found, Outcome, Reason};
use crate::furigana::Furigana;
use crate::locale::Locale;
use crate::model::Document;
use crate::question::Slot;

/// How many nearby topics or further measures are named at most.
const OTHERS: usize = 3;
/// Measures are named beside the answer from this share of its score on.
const RELATED: f32 = 0.5;
/// Of more wards than these that may be meant, only the first [`OTHERS`] are shown and the others named.
const MOST_CHOICES: usize = 5;
/// The longest passage, in characters.
const PASSAGE: usize = 400;
/// The longest passage where there are several, or where it was not asked for.
const BRIEF: usize = 160;
/// The longest title in a list.
const TITLE: usize = 60;

/// What a line of a reply is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Whose document it is, of which year, and how far it has come.
    Document,
    /// The title of a measure.
    Title,
    /// How the title is read.
    Reading,
    /// A line with a label: `label: value`.
    Fact,
    /// The label of the lines that follow.
    Heading,
    /// A quotation from the document.
    Quote,
    /// One of several things beside each other.
    Item,
    /// What the program itself says.
    Note,
    /// Where it stands.
    Source,
    /// Nothing: parts the blocks.
    Blank,
}

/// One line of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// What it says.
    pub text: String,
    /// The place in a document that it names.
    pub place: Option<Place>,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document's file.
    pub file: String,
    /// The line, 1-based.
    pub line: u32,
}

/// Everything that a resident is told, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply(pub Vec<Line>);

impl Reply {
    fn add(&mut self, role: Role, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.push(Line { role, text, place: None });
        }
    }

    fn gap(&mut self) {
        if self.0.last().is_some_and(|line| line.role != Role::Blank) {
            self.0.push(Line { role: Role::Blank, text: String::new(), place: None });
        }
    }

    /// Returns it as text, line by line.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.0.iter().map(|line| line.text.as_str()).collect();
        lines.join("\n").trim().to_owned()
    }
}

/// Returns the whole reply as text.
pub fn message(answer: &Answer, locale: &Locale, furigana: &Furigana) -> String {
    reply(answer, locale, furigana).text()
}

/// Returns everything that a resident is told.
pub fn reply(answer: &Answer, locale: &Locale, furigana: &Furigana) -> Reply {
    let mut reply = Reply::default();
    match answer.outcome {
        Outcome::Choose if answer.offices.is_empty() && answer.contents.is_empty() => {
            choose(&mut reply, answer, locale, furigana);
        }
        Outcome::Answered | Outcome::Choose => answered(&mut reply, answer, locale, furigana),
        Outcome::Suggested | Outcome::NotFound => not_answered(&mut reply, answer, locale),
    }
    while reply.0.last().is_some_and(|line| line.role == Role::Blank) {
        reply.0.pop();
    }
    for line in &mut reply.0 {
        line.text = neutral(&line.text);
    }
    reply
}

fn answered(reply: &mut Reply, answer: &Answer, locale: &Locale, furigana: &Furigana) {
    let distress = answer.reason == Some(Reason::Distress);
    if distress {
        reply.add(Role::Note, reason(answer, locale));
        reply.gap();
    }
    let mut preface = Vec::new();
    if answer.sensitive && !distress {
        preface.push(locale.say("urgent"));
    }
    if answer.reason.is_some() && !distress {
        preface.push(reason(answer, locale));
    }
    if let Some(id) = answer.no_figures() {
        preface.push(locale.say(id));
    }
    if let Some(aggregate) = &answer.aggregate {
        aggregate::lines(reply, aggregate, &preface, locale);
    } else if !answer.offices.is_empty() {
        offices::lines(reply, answer, &preface, locale);
    } else if !answer.contents.is_empty() {
        contents::lines(reply, answer, &preface, locale);
    } else if let Some(first) = answer.answers.first() {
        found::document(reply, &first.measure.document, locale);
        for text in preface {
            reply.add(Role::Note, text);
        }
        found::full(reply, first, answer, locale, furigana);
        offices::desks(reply, answer, locale);
        if !answer.sensitive {
            let is_near = |found: &&Found| found.score >= RELATED * first.score;
            let rest = answer.answers.iter().skip(1).filter(is_near).collect();
            others(reply, "others", rest, Some(&first.measure.document), locale);
        }
    }
    reply.gap();
    reply.add(Role::Note, locale.say("documents-are-japanese"));
}

fn choose(reply: &mut Reply, answer: &Answer, locale: &Locale, furigana: &Furigana) {
    let choices = choices(answer);
    let count = choices.len();
    let shown = if count > MOST_CHOICES { OTHERS } else { count };
    let id = if count > MOST_CHOICES { "choose-many" } else { "choose" };
    reply.add(Role::Note, locale.text(id, &[("count", count.into())]));
    if answer.sensitive {
        reply.add(Role::Note, locale.say("urgent"));
    }
    for found in choices.iter().take(shown) {
        reply.gap();
        found::document(reply, &found.measure.document, locale);
        found::brief(reply, found, answer, locale, furigana);
    }
    reply.gap();
    let documents: Vec<&Document> =
        choices.iter().map(|found| found.measure.document.as_ref()).collect();
    let by_ward = documents.windows(2).any(|pair| match pair {
        [one, other] => one.municipality != other.municipality,
        _ => false,
    });
    let mut names: Vec<String> = Vec::new();
    for document in documents {
        let name = match document.fiscal_year {
            Some(year) if !by_ward => locale.year(year),
            _ => document.municipality.clone(),
        };
        let name = locale.text("quoted", &[("text", name.into())]);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let id = if by_ward { "choose-ward" } else { "choose-year" };
    reply.add(Role::Note, locale.text(id, &[("names", locale.list(&names).into())]));
    reply.add(Role::Note, locale.say("documents-are-japanese"));
}

/// Returns the best measure of each municipality and year, best first.
pub fn choices(answer: &Answer) -> Vec<&Found> {
    let mut choices: Vec<&Found> = Vec::new();
    let key = |document: &Document| (document.municipality.clone(), document.fiscal_year);
    for found in &answer.answers {
        let of = key(&found.measure.document);
        if choices.iter().all(|known| key(&known.measure.document) != of) {
            choices.push(found);
        }
    }
    choices
}

/// A question of at most so many characters is short.
const SHORT: usize = 12;

fn not_answered(reply: &mut Reply, answer: &Answer, locale: &Locale) {
    reply.add(Role::Note, reason(answer, locale));
    if answer.reason == Some(Reason::Distress) {
        return;
    }
    if answer.sensitive {
        reply.add(Role::Note, locale.say("urgent"));
    }
    let is_question = !matches!(
        answer.reason,
        Some(
            Reason::Empty
                | Reason::Nonsense
                | Reason::Greeting
                | Reason::Thanks
                | Reason::Chatter
                | Reason::Steering
                | Reason::TooLong
        )
    );
    if !is_question {
        return;
    }
    let mut parts: Vec<String> = answer.reading.municipality.iter().cloned().collect();
    parts.extend(answer.reading.fiscal_year.map(|year| locale.year(year)));
    parts.extend(answer.reading.intents.iter().map(|intent| locale.intent(*intent)));
    if !parts.is_empty() {
        let parts = locale.list(&parts);
        reply.add(Role::Fact, locale.text("understood", &[("parts", parts.into())]));
    }
    others(reply, "near", answer.answers.iter().collect(), None, locale);
    reply.gap();
    let is_short = answer.question.chars().take(SHORT + 1).count() <= SHORT;
    // No other words bring what the documents do not hold.
    let is_sought = matches!(answer.reason, None | Some(Reason::NothingNear));
    let hint = match &answer.reading.municipality {
        None => Some("try"),
        Some(_) if is_short => None,
        Some(_) => Some("try-words"),
    };
    if let Some(hint) = hint.filter(|_| is_sought) {
        reply.add(Role::Note, locale.say(hint));
    }
    reply.add(Role::Note, locale.say("try-ward"));
    if !answer.answers.is_empty() {
        reply.add(Role::Note, locale.say("documents-are-japanese"));
    }
}

/// Names further measures: titles only, no amounts and no telephone numbers.
fn others(
    reply: &mut Reply,
    heading: &str,
    others: Vec<&Found>,
    shown: Option<&Document>,
    locale: &Locale,
) {
    if others.is_empty() {
        return;
    }
    reply.gap();
    reply.add(Role::Heading, locale.say(heading));
    for found in others.into_iter().take(OTHERS) {
        let document = &found.measure.document;
        let title = crate::text::truncate(&title_of(&found.measure), TITLE);
        let whose = match document.municipality.as_str() {
            "" => document.title.as_str(),
            municipality => municipality,
        };
        let text = if shown.is_some_and(|shown| shown.id == document.id) {
            locale.text("item", &[("text", title.into())])
        } else {
            locale.text("item-of", &[("title", title.into()), ("of", whose.into())])
        };
        reply.add(Role::Item, text);
    }
}

/// Says why a question is not answered, or what must be known before the answer.
pub fn reason(answer: &Answer, locale: &Locale) -> String {
    let Some(reason) = &answer.reason else {
        return match answer.outcome {
            Outcome::Answered | Outcome::Choose => String::new(),
            Outcome::Suggested | Outcome::NotFound => locale.say("reason-nothing-near"),
        };
    };
    reason_text(reason, locale)
}

/// Puts a reason into words.
pub fn reason_text(reason: &Reason, locale: &Locale) -> String {
    match reason {
        Reason::OtherMunicipality(name) => {
            let name = crate::text::truncate(name, 20);
            locale.text("reason-other-municipality", &[("name", name.into())])
        }
        Reason::OtherYear(year) => {
            locale.text("reason-other-year", &[("year", locale.year(*year).into())])
        }
        Reason::NothingNear => locale.say("reason-nothing-near"),
        Reason::NothingOf { ward, names } => {
            let args = [("of", ward.as_str().into()), ("names", locale.list(names).into())];
            locale.text("reason-nothing-of", &args)
        }
        Reason::BlankSection(heading) => {
            locale.text("reason-blank-section", &[("heading", heading.as_str().into())])
        }
        Reason::NoChangesMarked => locale.say("reason-no-changes"),
        Reason::NoAmounts => locale.say("reason-no-amounts"),
        Reason::NoAmountsOf(names) => {
            locale.text("reason-no-amounts-of", &[("names", locale.list(names).into())])
        }
        Reason::NoSuchAmounts => locale.say("reason-no-such-amounts"),
        Reason::TooManyAmounts => locale.say("reason-too-many-amounts"),
        Reason::NoContacts(names) => {
            locale.text("reason-no-contacts", &[("names", locale.list(names).into())])
        }
        Reason::NothingToCompare => locale.say("reason-nothing-to-compare"),
        Reason::Empty => locale.say("reason-empty"),
        Reason::Nonsense => locale.say("reason-nonsense"),
        Reason::Greeting => locale.say("reason-greeting"),
        Reason::Thanks => locale.say("reason-thanks"),
        Reason::Chatter => locale.say("reason-chatter"),
        Reason::Steering => locale.say("reason-steering"),
        Reason::Distress => locale.say("reason-distress"),
        Reason::TooLong => locale.say("reason-too-long"),
    }
}

/// Names the details that were asked for and are not there, but for those that have been said already.
fn missing(reply: &mut Reply, missing: &[Slot], said: &[Slot], locale: &Locale) {
    let slots: Vec<String> =
        missing.iter().filter(|slot| !said.contains(slot)).map(|slot| locale.slot(*slot)).collect();
    if !slots.is_empty() {
        let slots = locale.list(&slots);
        reply.add(Role::Fact, locale.text("missing", &[("slots", slots.into())]));
    }
}

/// Takes away what would call somebody in a chat: mentions of people, roles and channels.
fn neutral(text: &str) -> String {
    static MENTION: LazyLock<Regex> = LazyLock::new(|| {
        #[expect(clippy::expect_used, reason = "the pattern is fixed")]
        Regex::new(r"<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>").expect("a valid pattern")
    });
    // Hardly any text has one, and the pattern takes longer to compile than an answer.
    let text = if text.contains('<') { MENTION.replace_all(text, "") } else { text.into() };
    text.replace("@everyone", "@\u{200B}everyone").replace("@here", "@\u{200B}here")
}
