//! An answer as one line of JSON: the contract of `madoguchi ask --json`.

use serde::Serialize;

use super::message;
use crate::answer::{Answer, Found, Outcome, Understood};
use crate::furigana::Furigana;
use crate::locale::Locale;
use crate::model::Measure;

#[derive(Serialize)]
struct Json<'a> {
    id: Option<&'a str>,
    question: &'a str,
    outcome: Outcome,
    reading: &'a Understood,
    answers: Vec<JsonFound<'a>>,
    message: String,
}

#[derive(Serialize)]
struct JsonFound<'a> {
    measure: Measure,
    score: f32,
    matched: &'a [String],
}

/// Returns an answer as one line of JSON, without a line break.
///
/// A measure's `contact` is the operator's where the document names none.
pub fn json(answer: &Answer, locale: &Locale, furigana: &Furigana) -> String {
    let found = |found: &'_ Found| {
        let mut measure = Measure::clone(&found.measure);
        if measure.contact.is_none() {
            measure.contact.clone_from(&found.contact);
        }
        measure
    };
    let json = Json {
        id: answer.id.as_deref(),
        question: &answer.question,
        outcome: answer.outcome,
        reading: &answer.reading,
        answers: answer
            .answers
            .iter()
            .map(|one| JsonFound { measure: found(one), score: one.score, matched: &one.matched })
            .collect(),
        message: message(answer, locale, furigana),
    };
    #[expect(clippy::expect_used, reason = "the keys are strings and the values plain data")]
    serde_json::to_string(&json).expect("an answer is plain data")
}
