//! Moderators' words under answers: notes, corrections, and whom to ask about what is no business of the wards'.
//!
//! They are shown as the moderators' own, with their date, and apart from what the documents say.

use crate::answer::{Answer, Found, Outcome};
use crate::model::Measure;
use crate::render::Look;
use crate::store::{About, Note};

use super::bot::Bot;
use super::card::{self, View, escape};
use super::custom_id::whole_stamp;
use super::limits::{self, Embed};
use super::reply::Reply;

/// As many as one card shows.
const SHOWN: usize = 4;
/// As much of one as a card shows, and as a moderator may write.
pub const NOTE_ROOM: u16 = 500;

/// What a card is about.
struct Subject<'a> {
    measure: Option<&'a Measure>,
    /// What was asked; the measure's title, where nothing was.
    text: &'a str,
    ward: Option<&'a str>,
    is_answered: bool,
}

impl Bot {
    /// Makes the card of an answer.
    pub fn card(&self, answer: &Answer, view: &View) -> Reply {
        let is_answered = answer.outcome == Outcome::Answered;
        let first = answer.answers.first().filter(|_| is_answered && answer.aggregate.is_none());
        let measure = first.map(|found| found.measure.as_ref());
        let subject = Subject {
            measure,
            text: &answer.question,
            ward: answer.reading.municipality.as_deref().or(measure.map(ward_of)),
            is_answered: matches!(answer.outcome, Outcome::Answered | Outcome::Choose),
        };
        self.with_words(card::card(answer, view), &subject, view)
    }

    /// Makes the card of one measure that was not asked for in words.
    pub fn show_card(&self, found: &Found, others: &[Found], view: &View) -> Reply {
        self.with_words(card::show(found, others, view), &subject_of(&found.measure), view)
    }

    /// Makes one page of everything that the document says of a measure.
    pub fn details(&self, measure: &Measure, page: u16, view: &View) -> Reply {
        self.with_words(card::details(measure, page, view), &subject_of(measure), view)
    }

    fn with_words(&self, mut reply: Reply, subject: &Subject<'_>, view: &View) -> Reply {
        let notes = self.store.notes();
        if let Some(embed) = reply.embeds.first_mut().filter(|_| !notes.is_empty()) {
            let terms = self.terms(subject.text);
            let fitting = notes.iter().rev().filter(|note| fits(note, subject, &terms));
            // What is wrong is said before it is read, and never cut off.
            let (corrections, others): (Vec<&Note>, Vec<&Note>) = fitting
                .take(SHOWN)
                .partition(|note| matches!(note.about, About::Correction { .. }));
            embed.fields.splice(0..0, fields(&corrections, view));
            embed.fields.extend(fields(&others, view));
        }
        reply
    }
}

fn subject_of(measure: &Measure) -> Subject<'_> {
    Subject {
        measure: Some(measure),
        text: &measure.title,
        ward: Some(ward_of(measure)),
        is_answered: true,
    }
}

fn ward_of(measure: &Measure) -> &str {
    &measure.document.municipality
}

fn fits(note: &Note, subject: &Subject<'_>, terms: &[String]) -> bool {
    let is_named =
        |wanted: &[String]| !wanted.is_empty() && wanted.iter().all(|term| terms.contains(term));
    match &note.about {
        About::Measure { id } => subject.measure.is_some_and(|measure| measure.id.0 == *id),
        About::Correction { id, stamp } => subject
            .measure
            .is_some_and(|measure| measure.id.0 == *id && whole_stamp(measure) == *stamp),
        About::Topic { terms, ward, .. } => {
            is_named(terms) && ward.as_deref().is_none_or(|ward| subject.ward == Some(ward))
        }
        About::NotOurs { terms, .. } => !subject.is_answered && is_named(terms),
    }
}

fn fields(notes: &[&Note], view: &View) -> Vec<(String, String)> {
    let fields = notes.iter().map(|note| field(note, view)).collect();
    let mut embed = Embed { fields, ..Embed::default() };
    card::with_readings(&mut embed, view);
    embed.fields
}

fn field(note: &Note, view: &View) -> (String, String) {
    let (mark, id) = match note.about {
        About::Measure { .. } | About::Topic { .. } => ("📝", "words-note"),
        About::Correction { .. } => ("⚠️", "words-correction"),
        About::NotOurs { .. } => ("↪", "words-not-ours"),
    };
    let name = view.voice.say(id, &[("date", view.voice.date(&note.day).into())]);
    let name = if view.look == Look::Plain { name } else { format!("{mark} {name}") };
    (name, escape(&limits::fit(&note.text, usize::from(NOTE_ROOM))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(terms: &[&str], ward: Option<&str>) -> About {
        About::Topic {
            topic: terms.concat(),
            terms: terms.iter().map(ToString::to_string).collect(),
            ward: ward.map(str::to_owned),
        }
    }

    fn is_shown(about: About, terms: &[&str], ward: Option<&str>, is_answered: bool) -> bool {
        let note = Note { id: 1, day: "2026-11-21".to_owned(), about, text: "x".to_owned() };
        let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
        fits(&note, &Subject { measure: None, text: "", ward, is_answered }, &terms)
    }

    #[test]
    fn a_topic_is_met_with_all_its_words_and_in_its_ward() {
        let minato = Some("大阪市港区");
        assert!(is_shown(topic(&["粗大", "ごみ"], None), &["ごみ", "粗大", "出す"], None, true));
        assert!(!is_shown(topic(&["粗大", "ごみ"], None), &["ごみ", "出す"], None, true));
        assert!(!is_shown(topic(&[], None), &["ごみ"], None, true), "no word is no topic");
        assert!(is_shown(topic(&["ごみ"], minato), &["ごみ"], minato, false));
        assert!(!is_shown(topic(&["ごみ"], minato), &["ごみ"], Some("東京都港区"), true));
        assert!(!is_shown(topic(&["ごみ"], minato), &["ごみ"], None, true));
    }

    #[test]
    fn whom_to_ask_instead_is_said_only_where_there_is_no_answer() {
        let about =
            || About::NotOurs { topic: "年金".to_owned(), terms: vec!["年金".to_owned()] };
        assert!(is_shown(about(), &["年金", "いくら"], None, false));
        assert!(!is_shown(about(), &["年金", "いくら"], None, true));
    }
}
