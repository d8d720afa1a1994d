//! Here are two libraries, give me what differs: per document, per measure, per field.
//!
//! A measure is the same one where document, title and number are the same; failing that, where its title or its text
//! stands under another number (it moved), failing that, where its number has something alike (it was reworded). Lines
//! are not compared: whatever stands below a new line has moved down.
//!
//! Pure: equal libraries have no difference, and equal input gives equal output.

mod measures;
mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::library::{Library, LoadedDocument};
use crate::model::{Document, FiscalYear, Measure, MeasureId};

pub use words::{Piece, PieceKind, words};

/// What differs between two libraries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// Documents that differ, in the order of their files' names.
    pub documents: Vec<DocumentDiff>,
}

/// What became of a document or a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It was not there before.
    Added,
    /// It is there no more.
    Removed,
    /// It says something else.
    Changed,
}

/// What differs in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentDiff {
    /// What became of it.
    pub change: Change,
    /// The document as it is now; where it was removed, as it was.
    pub document: Arc<Document>,
    /// What is said of the document itself.
    pub fields: Vec<FieldDiff>,
    /// Its measures that differ.
    pub measures: Vec<MeasureDiff>,
}

/// What differs in a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureDiff {
    /// What became of it.
    pub change: Change,
    /// The measure as it is now; where it was removed, as it was.
    pub measure: Arc<Measure>,
    /// The id that it had before, where that is another.
    pub moved_from: Option<MeasureId>,
    /// Fields that differ; empty unless it changed.
    pub fields: Vec<FieldDiff>,
}

/// What differs in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldDiff {
    /// Which.
    pub field: Field,
    /// How.
    pub change: FieldChange,
}

/// A field of a document or a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The title.
    Title,
    /// Whose document it is.
    Municipality,
    /// The year that the document is about.
    FiscalYear,
    /// 案, 素案 …
    Status,
    /// The date of the last update.
    Updated,
    /// The file's name.
    File,
    /// Measure, overview, principle or section.
    Kind,
    /// The printed number.
    Number,
    /// The headings above.
    Path,
    /// What will be done.
    Body,
    /// めざす状態.
    Target,
    /// 実績.
    Results,
    /// The year of the results.
    ResultsYear,
    /// Passages that the document marks as changed.
    Changes,
    /// An amount.
    Budget {
        /// The document's word for it.
        kind: String,
        /// The year that it is for.
        fiscal_year: Option<FiscalYear>,
        /// Why it stands apart.
        note: String,
    },
    /// Overview lines or rows that belong to it.
    Related,
    /// Whom to ask.
    Contact,
}

/// How a field differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldChange {
    /// One value for another; empty where there is none.
    Value {
        /// As it was.
        before: String,
        /// As it is.
        after: String,
    },
    /// A text, word by word.
    Words(Vec<Piece>),
    /// An amount for another.
    Amount {
        /// As it was.
        before: Money,
        /// As it is.
        after: Money,
    },
}

/// A printed amount, as far as there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Money {
    /// The document says nothing of it.
    Absent,
    /// It prints `-`.
    Dash,
    /// Yen.
    Yen(i64),
}

/// A difference in brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Documents that are new.
    pub documents_added: usize,
    /// Documents that are gone.
    pub documents_removed: usize,
    /// Documents that say something else.
    pub documents_changed: usize,
    /// Measures that are new.
    pub added: usize,
    /// Measures that are gone.
    pub removed: usize,
    /// Measures of which a field differs.
    pub changed: usize,
    /// Measures under another number.
    pub moved: usize,
    /// Amounts that differ.
    pub amounts: usize,
}

impl Diff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Returns the difference in brief.
    pub fn counts(&self) -> Counts {
        let documents = |change| self.documents.iter().filter(|it| it.change == change).count();
        let measures: Vec<&MeasureDiff> =
            self.documents.iter().flat_map(|document| &document.measures).collect();
        let n = |change| measures.iter().filter(|it| it.change == change).count();
        let is_amount = |field: &&FieldDiff| matches!(field.field, Field::Budget { .. });
        Counts {
            documents_added: documents(Change::Added),
            documents_removed: documents(Change::Removed),
            documents_changed: documents(Change::Changed),
            added: n(Change::Added),
            removed: n(Change::Removed),
            changed: measures.iter().filter(|it| !it.fields.is_empty()).count(),
            moved: measures.iter().filter(|it| it.moved_from.is_some()).count(),
            amounts: measures.iter().flat_map(|it| &it.fields).filter(is_amount).count(),
        }
    }
}

/// Compares two libraries.
pub fn diff(before: &Library, after: &Library) -> Diff {
    let mut documents = Vec::new();
    for new in after.documents() {
        match before.namesake(new) {
            Some(old) if old.is_same(new) => {}
            Some(old) => documents.extend(compare(old, new)),
            None => documents.push(whole(new, Change::Added)),
        }
    }
    let gone = before.documents().iter().filter(|old| after.namesake(old).is_none());
    documents.extend(gone.map(|old| whole(old, Change::Removed)));
    documents.sort_by(|a, b| a.document.id.cmp(&b.document.id));
    Diff { documents }
}

fn whole(document: &LoadedDocument, change: Change) -> DocumentDiff {
    let measures = document.measures().map(|measure| measures::whole(&measure, change));
    DocumentDiff {
        change,
        document: document.info(),
        fields: Vec::new(),
        measures: measures.collect(),
    }
}

fn compare(old: &LoadedDocument, new: &LoadedDocument) -> Option<DocumentDiff> {
    let year = |document: &Document| document.fiscal_year.map(|year| year.to_string());
    let (before, after) = (old.info(), new.info());
    let mut fields = Vec::new();
    let mut value = |field, before: &str, after: &str| fields.extend(value(field, before, after));
    value(Field::Municipality, &before.municipality, &after.municipality);
    value(Field::Title, &before.title, &after.title);
    value(Field::FiscalYear, &year(&before).unwrap_or_default(), &year(&after).unwrap_or_default());
    value(Field::Status, &before.status, &after.status);
    value(
        Field::Updated,
        before.updated.as_deref().unwrap_or_default(),
        after.updated.as_deref().unwrap_or_default(),
    );
    value(Field::File, &before.file, &after.file);
    let measures = |document: &LoadedDocument| document.measures().collect::<Vec<_>>();
    let measures = measures::compare(&measures(old), &measures(new));
    let differs = !fields.is_empty() || !measures.is_empty();
    differs.then(|| DocumentDiff {
        change: Change::Changed,
        document: after.clone(),
        fields,
        measures,
    })
}

fn value(field: Field, before: &str, after: &str) -> Option<FieldDiff> {
    (before != after).then(|| FieldDiff {
        field,
        change: FieldChange::Value { before: before.to_owned(), after: after.to_owned() },
    })
}
