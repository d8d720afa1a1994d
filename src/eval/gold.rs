//! Questions about policy documents, with accepted answers and with what the reply must hold.
//!
//! A question is handled when what a resident sees is right:
//! - answerable: the reply presents an accepted measure first, and holds the amount, contact, fact, target or change
//!   asked for;
//! - ambiguous: it asks which ward is meant, or shows one accepted measure of each;
//! - unanswerable: nothing is presented as the answer.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by every test")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;
use serde_json::Value;

use crate::answer::{Answer, Outcome};
use crate::question::Question;
use crate::text::fold;

/// A question with what is right for it: one line of the questions' file.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldQuestion {
    /// Its name.
    pub id: String,
    /// What kind of question it is; figures are given per kind.
    pub kind: String,
    /// What was asked.
    pub text: String,
    /// Ids of measures that are right, best first.
    #[serde(default)]
    pub answers: Vec<String>,
    /// What the reply must hold.
    pub expect: Expect,
    /// Earlier questions.
    #[serde(default)]
    pub context: Vec<Turn>,
}

/// An earlier question.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Turn {
    /// Its text.
    Text(String),
    /// Its text with more that is not needed here.
    Full {
        /// Its text.
        text: String,
    },
}

/// What the reply to a question must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Expect {
    /// Whether the documents answer it.
    pub answerable: bool,
    /// Measures that are right as well.
    pub also_ok: Vec<String>,
    /// Headings that are right as well.
    pub also_parents: Vec<String>,
    /// Right measures of each ward, where several wards may be meant.
    pub by_municipality: BTreeMap<String, Vec<String>>,
    /// Measures that may be shown for an unanswerable question, if the reply says what is missing.
    pub accept_answered: Vec<String>,
    /// Outcomes beside `answered` that are right.
    pub accept_outcome: Vec<Outcome>,
    /// What must not be in the reply.
    pub must_not_include: Vec<String>,
    /// Amounts that must be in it.
    pub budgets: Vec<Amount>,
    /// Measures that must all be shown.
    pub all_required: Vec<String>,
    /// Details of which it must say that they are missing.
    pub not_in_document: Vec<String>,
    /// The contact that must be in it.
    pub contact: Option<Phone>,
    /// Whether it may also be left out.
    pub contact_optional: bool,
    /// Figures that must be in it, by name.
    pub figures: BTreeMap<String, Value>,
    /// Figures of which one must be in it.
    pub figures_any_of: Vec<BTreeMap<String, i64>>,
    /// Passages that must be in it.
    pub facts: Vec<String>,
    /// The target of which a part must be in it.
    pub target_state: String,
    /// Changes of which one must be in it.
    pub changed: Vec<String>,
}

/// An amount.
#[derive(Clone, Debug, Deserialize)]
pub struct Amount {
    /// Yen; none for `-`.
    pub amount_yen: Option<i64>,
}

/// A telephone number.
#[derive(Clone, Debug, Deserialize)]
pub struct Phone {
    /// As printed.
    pub phone: String,
}

/// Reads a questions' file, one JSON object a line.
pub fn parse(text: &str) -> Result<Vec<GoldQuestion>, serde_json::Error> {
    text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect()
}

impl GoldQuestion {
    /// Returns the question as it is asked.
    pub fn question(&self) -> Question {
        let context = self
            .context
            .iter()
            .map(|turn| match turn {
                Turn::Text(text) | Turn::Full { text } => text.clone(),
            })
            .collect();
        Question {
            id: Some(self.id.clone()),
            text: self.text.clone(),
            context,
            limit: 10,
            ..Question::default()
        }
    }

    /// Whether a measure is right as the first answer.
    pub fn accepts(&self, id: &str) -> bool {
        let lists = [&self.answers, &self.expect.also_ok, &self.expect.also_parents];
        lists.into_iter().any(|list| list.iter().any(|known| known == id))
    }
}

/// How one question went.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Everything was right.
    pub handled: bool,
    /// The first answer is an accepted one; none for unanswerable questions.
    pub first: Option<bool>,
    /// The place of the first accepted answer among the first ten.
    pub rank: Option<usize>,
    /// What was wrong.
    pub faults: Vec<String>,
}

/// Scores a reply; `message` is the text that a resident reads.
pub fn score(gold: &GoldQuestion, answer: &Answer, message: &str) -> Score {
    let expect = &gold.expect;
    let ids: Vec<&str> = answer.answers.iter().map(|found| found.measure.id.0.as_str()).collect();
    let shown = matches!(answer.outcome, Outcome::Answered | Outcome::Choose);
    let says_absent = ABSENT.is_match(message);
    let mut faults = Vec::new();
    for bad in &expect.must_not_include {
        let is_said = !squeeze(bad).is_empty() && squeeze(message).contains(&squeeze(bad));
        if message.contains(bad) || is_said {
            faults.push(format!("says {bad}"));
        }
    }
    if !expect.answerable {
        let allowed = ids
            .first()
            .is_some_and(|first| expect.accept_answered.iter().any(|known| known == first))
            && says_absent;
        if shown && !allowed {
            faults.push(format!("presents {}", ids.first().unwrap_or(&"figures")));
        }
        return Score { handled: faults.is_empty(), faults, ..Score::default() };
    }
    let rank = ids.iter().take(10).position(|id| gold.accepts(id));
    let first = rank == Some(0);
    let is_accepted_so = first && expect.accept_outcome.contains(&answer.outcome);
    if !shown && !is_accepted_so {
        faults.push("not presented".to_owned());
    }
    if expect.by_municipality.is_empty() {
        if !first {
            faults.push(format!("shows {}", ids.first().unwrap_or(&"nothing")));
        }
    } else {
        let top: Vec<&&str> = ids.iter().take(6).collect();
        let each = expect
            .by_municipality
            .values()
            .all(|right| top.iter().any(|id| right.iter().any(|known| known == **id)));
        if answer.outcome != Outcome::Choose && !each {
            faults.push("shows one ward only".to_owned());
        }
        if !top.iter().any(|id| gold.accepts(id)) {
            faults.push(format!("shows {}", ids.first().unwrap_or(&"nothing")));
        }
    }
    let amounts = amounts_in(message);
    let mut need = |is_there: bool, what: String| {
        if !is_there {
            faults.push(what);
        }
    };
    for amount in expect.budgets.iter().filter_map(|budget| budget.amount_yen) {
        need(amounts.contains(&amount), format!("lacks {amount} yen"));
    }
    for id in &expect.all_required {
        need(ids.contains(&id.as_str()), format!("lacks {id}"));
    }
    need(
        expect.not_in_document.is_empty() || says_absent,
        "does not say what is missing".to_owned(),
    );
    if let Some(contact) = expect.contact.as_ref().filter(|_| !expect.contact_optional) {
        need(squeeze(message).contains(&squeeze(&contact.phone)), "lacks the contact".to_owned());
    }
    let figures: Vec<i64> = expect
        .figures
        .iter()
        .filter(|(name, _)| !name.starts_with("diff") && !name.starts_with("prev"))
        .filter_map(|(_, value)| value.as_i64())
        .map(i64::abs)
        .filter(|value| *value >= 1000)
        .collect();
    need(figures.iter().all(|value| amounts.contains(value)), "lacks a figure".to_owned());
    let mut any_of = expect.figures_any_of.iter().flat_map(BTreeMap::values).map(|v| v.abs());
    need(
        expect.figures_any_of.is_empty() || any_of.any(|value| amounts.contains(&value)),
        "lacks the sum".to_owned(),
    );
    for fact in &expect.facts {
        need(squeeze(message).contains(&squeeze(fact)), format!("lacks {fact}"));
    }
    let parts: Vec<String> = squeeze(&expect.target_state)
        .split('・')
        .filter(|part| part.chars().count() > 5)
        .map(str::to_owned)
        .collect();
    need(
        parts.is_empty() || parts.iter().any(|part| squeeze(message).contains(part)),
        "lacks the target".to_owned(),
    );
    need(
        expect.changed.is_empty()
            || expect.changed.iter().any(|part| squeeze(message).contains(&squeeze(part))),
        "lacks the change".to_owned(),
    );
    Score { handled: faults.is_empty(), first: Some(first), rank, faults }
}

/// Words that say that something is not in the document, in the languages of the replies.
static ABSENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("記載(が|は)?(ありません|なし|ない)|書かれていません|書いてありません|載っていません|示(されて|して)いません|見つかりません|ありません|not (stated|given|in the document)|does not (say|state|give)|沒有|没有|未記載|未记载|없습니다")
        .expect("the pattern is fixed")
});

/// Takes out tags and white space and folds, for comparing passages.
fn squeeze(text: &str) -> String {
    static TAG: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("<[^>]+>").expect("the pattern is fixed"));
    let plain = TAG.replace_all(text, "");
    fold(&plain).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns every amount that a text names, in yen.
fn amounts_in(text: &str) -> BTreeSet<i64> {
    static THOUSANDS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\d+)\s*千円").expect("the pattern is fixed"));
    static YEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:(\d+)億)?(?:(\d+(?:\.\d+)?)万)?(\d+)?円").expect("the pattern is fixed")
    });
    static FOREIGN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"¥\s*(\d+)").expect("the pattern is fixed"));
    let text = fold(text).replace([',', '、'], "");
    let number = |text: &str| text.parse::<i64>().unwrap_or(0);
    let mut amounts = BTreeSet::new();
    for found in THOUSANDS.captures_iter(&text) {
        amounts.insert(found.get(1).map_or(0, |n| number(n.as_str())) * 1000);
    }
    for found in YEN.captures_iter(&text) {
        let oku = found.get(1).map_or(0, |n| number(n.as_str())) * 100_000_000;
        let man = found.get(2).and_then(|n| n.as_str().parse::<f64>().ok()).unwrap_or(0.0);
        let rest = found.get(3).map_or(0, |n| number(n.as_str()));
        amounts.insert(oku + (man * 10_000.0).round() as i64 + rest);
    }
    for found in FOREIGN.captures_iter(&text) {
        amounts.insert(found.get(1).map_or(0, |n| number(n.as_str())));
    }
    amounts
}

/// Figures over the questions of one kind.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Tally {
    /// Questions.
    pub n: usize,
    /// Those handled in full.
    pub handled: usize,
    /// Answerable ones.
    pub answerable: usize,
    /// Those with an accepted measure first.
    pub first: usize,
    /// Those with one among the first five.
    pub in_five: usize,
    /// Sum of the reciprocal ranks.
    pub reciprocal: f64,
}

impl Tally {
    /// Adds a question.
    pub fn add(&mut self, score: &Score) {
        self.n += 1;
        self.handled += usize::from(score.handled);
        if let Some(first) = score.first {
            self.answerable += 1;
            self.first += usize::from(first);
            self.in_five += usize::from(score.rank.is_some_and(|rank| rank < 5));
            self.reciprocal += score.rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        }
    }
}

/// Tallies scores per kind; the last row, `ALL`, is over all.
pub fn tally<'a>(
    scores: impl Iterator<Item = (&'a GoldQuestion, &'a Score)>,
) -> Vec<(String, Tally)> {
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut all = Tally::default();
    for (gold, score) in scores {
        kinds.entry(gold.kind.clone()).or_default().add(score);
        all.add(score);
    }
    kinds.into_iter().chain([("ALL".to_owned(), all)]).collect()
}
