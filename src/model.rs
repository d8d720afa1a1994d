//! The nouns of the program: what a policy document says, as plain data.
//!
//! Serialised, a [`Measure`] is one line of `madoguchi measures --json`.
//! Nothing here reads, searches or renders; amounts are always yen, lines always 1-based.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use crate::text::FiscalYear;

/// Names a measure across reloads: `<document id>/<number or place>`, e.g. `…-policy/2-1-3`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MeasureId(pub String);

impl MeasureId {
    /// Joins a document's id and a measure's key within it.
    pub fn new(document: &str, key: &str) -> Self {
        Self(format!("{document}/{key}"))
    }

    /// Returns the document's id, the part before the slash.
    pub fn document(&self) -> &str {
        self.0.split_once('/').map_or(self.0.as_str(), |(document, _)| document)
    }

    /// Returns the measure's key within its document, the part behind the slash.
    pub fn key(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, key)| key)
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of node of a document a [`Measure`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MeasureKind {
    /// Something that the ward does (具体的取組, 施策, 事業).
    Measure,
    /// A summary line or paragraph above measures, e.g. a bullet with 【予算額】.
    Overview,
    /// How the staff work (行動指針, 職員の力).
    Principle,
    /// An issue, strategy or goal as a node of its own (経営課題, 戦略, 基本目標).
    Section,
}

/// A document as its measures name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file's stem.
    pub id: String,
    /// The printed title, e.g. 令和3年度 港区運営方針(案)概要.
    pub title: String,
    /// City and ward, e.g. 大阪市港区; empty where neither text nor config says.
    pub municipality: String,
    /// The year the document is about.
    pub fiscal_year: Option<FiscalYear>,
    /// 案, 素案 …; empty for a document without such a mark.
    pub status: String,
    /// The printed date of the last update, ISO 8601.
    pub updated: Option<String>,
    /// The file's name within the seeds folder.
    pub file: String,
}

/// One printed amount. The year before is a budget of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The document's own word: 予算額, 算定見込額, 決算額 …
    pub kind: String,
    /// The year that the amount is for; none where the document does not say.
    pub fiscal_year: Option<FiscalYear>,
    /// Yen; none where the document prints `-` for "no amount".
    pub amount_yen: Option<i64>,
    /// The printed passage that the amount was read from, verbatim.
    pub text: String,
    /// Why this amount stands apart, in one of the words below; such an amount is never added in.
    pub note: String,
}

impl Budget {
    /// Note of an amount beside the others.
    pub const SEPARATE: &str = "別途";
    /// Note of a part of the amount before it.
    pub const PART: &str = "うち";
    /// Note of an amount of the year before, where that year is not known.
    pub const BEFORE: &str = "前年度";
}

/// Where a contact is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactBasis {
    /// The document prints it.
    Document,
    /// The operator's `contacts.toml` has it.
    Config,
}

/// What a contact is responsible for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactScope {
    /// This measure.
    Measure,
    /// The page or document as a whole.
    Page,
    /// A topic that the operator tied to the department.
    Topic,
}

/// A department to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Department as printed.
    pub department: String,
    /// Telephone as printed; empty where only a department is named.
    pub phone: String,
    /// Fax as printed; empty where none is named.
    pub fax: String,
    /// Where it is known from.
    pub basis: ContactBasis,
    /// What it is responsible for.
    pub scope: ContactScope,
    /// The date it was true, as far as known: a day, a month or a year, ISO 8601.
    pub as_of: Option<String>,
    /// The page that evidences it, for contacts from config.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// First and last line in the source file, 1-based, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lines(pub u32, pub u32);

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == self.1 { write!(f, "{}", self.0) } else { write!(f, "{}-{}", self.0, self.1) }
    }
}

/// One entry of a document. Text is verbatim, without tags, white space normalised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Unique over all documents.
    pub id: MeasureId,
    /// What kind of node it is.
    pub kind: MeasureKind,
    /// The document it stands in.
    pub document: Arc<Document>,
    /// Headings above it, outermost first, without the document's title.
    pub path: Vec<String>,
    /// The printed number, e.g. 1-1-2; empty where none is printed.
    pub number: String,
    /// The printed title without its number.
    pub title: String,
    /// What will be done; paragraphs and items separated by newlines.
    pub body: String,
    /// めざす状態, of the measure or of the strategy above it.
    pub target_state: String,
    /// 実績: what was done.
    pub results: String,
    /// The year of the results.
    pub results_year: Option<FiscalYear>,
    /// Passages that the document marks as changed since the year before.
    pub changes: Vec<String>,
    /// Printed amounts, this year's first.
    pub budgets: Vec<Budget>,
    /// Overview lines that cover this measure, or measures that this line covers; 再掲 rows.
    pub related: Vec<MeasureId>,
    /// Whom to ask, as far as the document says.
    pub contact: Option<Contact>,
    /// Where it stands.
    pub lines: Lines,
}

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// Something was probably misprinted or misread.
    Warning,
    /// The document could not be read as it should.
    Error,
}

/// Something odd in a document, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name in kebab-case, e.g. `no-unit`; the sentence for it is in the locales.
    pub code: String,
    /// Where.
    pub lines: Lines,
    /// The passage it is about, shortened.
    pub excerpt: String,
}

/// A document that has been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyDocument {
    /// What it is.
    pub info: Arc<Document>,
    /// Its entries in the order of the file.
    pub measures: Vec<Measure>,
    /// What was odd.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether a text tells nothing but where something stands: 戦略3-1の具体的な取組2つ目に記載.
pub fn is_pointer(text: &str) -> bool {
    text.chars().nth(60).is_none()
        && ["記載", "再掲", "参照"].iter().any(|word| text.contains(word))
}
