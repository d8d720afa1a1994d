//! An answer as language-free data: what a resident is told, before it is put into words.
//!
//! `render` turns it into text, `discord` into a card; neither decides what is true.

mod aggregate;
mod compose;
mod contents;
mod directory;
mod facts;
mod figures;
mod heading;
mod joined;
mod missing;
mod ranking;
mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use aggregate::{Aggregate, Direction, Ranked, Sum, aggregate};
pub use compose::{Composer, Work};
pub use contents::Chapter;
pub use directory::Office;
pub use facts::{BudgetFacts, BudgetLine, facts_of};
pub use ranking::{Ranking, SIGNS};

use crate::model::{Contact, FiscalYear, Measure};
use crate::question::{Intent, Language, Slot};

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The first answer is presented as the answer.
    Answered,
    /// It fits measures of several municipalities or years that must not be mixed.
    Choose,
    /// Nothing in the documents answers it; the answers are nearby topics.
    Suggested,
    /// Nothing near either.
    NotFound,
}

/// Why a question is not answered, or what must be said before the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is about a municipality of which no document is loaded.
    OtherMunicipality(String),
    /// It is about a year of which no document is loaded.
    OtherYear(FiscalYear),
    /// Nothing in the documents is near enough.
    NothingNear,
    /// Nothing in a municipality's documents is near to some of the things that it joins.
    NothingOf {
        /// The municipality.
        ward: String,
        /// The things, as they were asked for.
        names: Vec<String>,
    },
    /// The document has a heading for it and no text under it.
    BlankSection(String),
    /// The documents mark no changes.
    NoChangesMarked,
    /// The documents print no amounts.
    NoAmounts,
    /// The documents of some of the municipalities print no amounts.
    NoAmountsOf(Vec<String>),
    /// The documents print no amounts like those asked for.
    NoSuchAmounts,
    /// The documents print more amounts than are gone through for one question.
    TooManyAmounts,
    /// The documents of these municipalities name nobody to ask.
    NoContacts(Vec<String>),
    /// The documents print no amounts of the year before.
    NothingToCompare,
    /// There is no text, or nothing that means anything.
    Empty,
    /// Letters without meaning.
    Nonsense,
    /// A greeting.
    Greeting,
    /// Thanks.
    Thanks,
    /// Talk that is not about the ward.
    Chatter,
    /// An attempt to steer the bot.
    Steering,
    /// A message of distress.
    Distress,
    /// Too long to be read.
    TooLong,
}

/// A measure that is shown, with the facts that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The measure.
    pub measure: Arc<Measure>,
    /// How well it fits; comparable within one answer only.
    pub score: f32,
    /// Words of the question that it holds.
    pub matched: Vec<String>,
    /// Its money, or that of the overview line that covers it.
    pub budget: BudgetFacts,
    /// Whom to ask: of the document, else of the operator's config.
    pub contact: Option<Contact>,
}

/// What was understood of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// The one municipality meant; none where none or several are.
    pub municipality: Option<String>,
    /// The year meant.
    pub fiscal_year: Option<FiscalYear>,
    /// What is wanted.
    pub intents: Vec<Intent>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question's id, where it had one.
    pub id: Option<String>,
    /// The question as asked.
    pub question: String,
    /// What came of it.
    pub outcome: Outcome,
    /// What was understood.
    pub reading: Understood,
    /// The language of the question.
    pub language: Language,
    /// Why it is not answered, or what must be said first.
    pub reason: Option<Reason>,
    /// Measures, best first; of `choose`, at least one of each municipality comes first.
    pub answers: Vec<Found>,
    /// Figures over several budgets, where those were asked for.
    pub aggregate: Option<Aggregate>,
    /// Offices, where nothing else was asked for; the answers are the measures that name them.
    pub offices: Vec<Office>,
    /// Offices that the operator's config has for what is asked about, beside the measures.
    pub desks: Vec<Office>,
    /// Headings of documents, where nothing but a ward was named; the answers are their first measures.
    pub contents: Vec<Chapter>,
    /// Details that were asked for and that the first measure does not hold.
    pub missing: Vec<Slot>,
    /// The subject is one to speak of calmly: violence, abuse, suicide.
    pub sensitive: bool,
}

impl Answer {
    /// Returns the sentence that says why a sum or a comparison is answered with one measure, where it is.
    pub fn no_figures(&self) -> Option<&'static str> {
        let wants = |intent| self.reading.intents.contains(&intent);
        if self.outcome != Outcome::Answered || self.aggregate.is_some() {
            return None;
        }
        let no_versus = || wants(Intent::Versus).then_some("no-versus");
        wants(Intent::Total).then_some("no-total").or_else(no_versus)
    }
}
