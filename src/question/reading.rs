//! A question as it comes in.

use crate::model::FiscalYear;
use crate::question::Language;

/// A question with what its surroundings say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The asker's own name for it, given back with the answer.
    pub id: Option<String>,
    /// What was written.
    pub text: String,
    /// Earlier questions of the same conversation, oldest first.
    pub context: Vec<String>,
    /// The municipality chosen outside the text.
    pub municipality: Option<String>,
    /// The year chosen outside the text.
    pub fiscal_year: Option<FiscalYear>,
    /// How many measures to show at most; 0 for the default.
    pub limit: usize,
    /// The language to answer in; none for the question's own.
    pub language: Option<Language>,
}
