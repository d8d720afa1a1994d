//! What a reload would change, before it is done: in the data, and in the answers to questions.

use serde::Serialize;

use super::build::Order;
use super::sources::Sources;
use super::state::{State, usable};
use super::{AnswerService, Progress, staging};
use crate::answer::{Answer, Outcome};
use crate::diff::{Diff, diff};
use crate::error::Error;
use crate::index::GenerationError;
use crate::library::Library;
use crate::model::MeasureId;
use crate::question::Question;

/// What would change.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// In the data.
    pub diff: Diff,
    /// Questions that would get another answer.
    pub answers: Vec<ChangedAnswer>,
    /// How many questions were asked.
    pub n_questions: usize,
}

/// A question that would get another answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedAnswer {
    /// The question.
    pub question: String,
    /// What it gets now.
    pub before: Brief,
    /// What it would get.
    pub after: Brief,
}

/// An answer in brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// What comes of the question.
    pub outcome: Outcome,
    /// The first measure, where one is presented as the answer.
    pub measure: Option<MeasureId>,
    /// Its title.
    pub title: String,
    /// The amount that is told with it, in yen.
    pub amount_yen: Option<i64>,
}

impl Brief {
    fn of(answer: &Answer) -> Self {
        let is_answer = matches!(answer.outcome, Outcome::Answered | Outcome::Choose);
        let first = answer.answers.first().filter(|_| is_answer);
        let line = first.and_then(|found| found.budget.main(answer.reading.fiscal_year));
        Self {
            outcome: answer.outcome,
            measure: first.map(|found| found.measure.id.clone()),
            title: first.map(|found| found.measure.title.clone()).unwrap_or_default(),
            amount_yen: line.and_then(|line| line.budget.amount_yen),
        }
    }

    /// A measure under another number is still the same answer.
    fn says_as(&self, other: &Self) -> bool {
        let document = |brief: &Self| brief.measure.as_ref().map(|id| id.document().to_owned());
        self.outcome == other.outcome
            && self.title == other.title
            && self.amount_yen == other.amount_yen
            && document(self) == document(other)
    }
}

impl AnswerService {
    /// Tells what a reload would change, or the staged changes that are named, on top of what lies in the folders.
    ///
    /// With questions, the new data is built aside and asked; otherwise only the documents are read.
    pub fn compare(
        &self,
        changes: &[String],
        questions: &[Question],
        progress: &dyn Progress,
    ) -> Result<Comparison, Error> {
        let mut sources = Sources::read(&self.paths)?;
        if !changes.is_empty() {
            staging::lay_over(&self.paths, &mut sources, &staging::find(&self.paths, changes)?)?;
        }
        let (old, live) = (self.state.load_full(), usable(&self.paths));
        if questions.is_empty() {
            let (library, _) = sources.library(live.as_ref())?;
            let diff = diff(&old.library, &library);
            return Ok(Comparison { diff, answers: Vec::new(), n_questions: 0 });
        }
        let folder = tempfile::tempdir().map_err(GenerationError::from)?;
        let order = Order { by: "", from: live.as_ref(), before: None };
        let trial =
            sources.build_trial(folder.path(), &self.paths, &self.settings, &order, progress)?;
        let new = State::open(&self.paths, &self.settings, trial)?;
        let mut answers = Vec::new();
        for question in questions {
            let brief = |state: &State| -> Result<Brief, Error> {
                Ok(Brief::of(&state.composer().answer(question)?))
            };
            let (before, after) = (brief(&old)?, brief(&new)?);
            if !before.says_as(&after) {
                answers.push(ChangedAnswer { question: question.text.clone(), before, after });
            }
        }
        let library: &Library = &new.library;
        Ok(Comparison { diff: diff(&old.library, library), answers, n_questions: questions.len() })
    }
}
