//! Everything that is loaded at one time: documents with their measures, by place and by name.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::{
    Diagnostic, Document, FiscalYear, Measure, MeasureId, MeasureKind, PolicyDocument,
};
use crate::text::{fold, squeeze};

/// A document with its measures shared.
#[derive(Clone, Debug)]
pub struct LoadedDocument {
    /// Its number in the index, which stays when other documents come and go.
    pub number: u32,
    /// What it is.
    pub info: Arc<Document>,
    /// Its entries in the order of the file.
    pub measures: Vec<Arc<Measure>>,
    /// What was odd in it.
    pub diagnostics: Vec<Diagnostic>,
    /// The year that it is about, and those that it prints figures of.
    years: BTreeSet<FiscalYear>,
    /// Whether it marks what has changed since the year before.
    pub marks_changes: bool,
    /// Whether it prints amounts.
    pub has_budgets: bool,
}

impl LoadedDocument {
    fn new(number: u32, document: PolicyDocument) -> Self {
        let PolicyDocument { info, measures, diagnostics } = document;
        // One description for all of them: what was kept on disk has a copy for each.
        let sharing = |measure| Arc::new(Measure { document: info.clone(), ..measure });
        let measures: Vec<Arc<Measure>> = measures.into_iter().map(sharing).collect();
        let budgets = || measures.iter().flat_map(|measure| &measure.budgets);
        let years = info
            .fiscal_year
            .into_iter()
            .chain(measures.iter().filter_map(|measure| measure.results_year))
            .chain(budgets().filter_map(|budget| budget.fiscal_year))
            .collect();
        let marks_changes = measures.iter().any(|measure| !measure.changes.is_empty());
        let has_budgets = budgets().next().is_some();
        Self { number, info, measures, diagnostics, years, marks_changes, has_budgets }
    }

    /// Its measures with their places.
    pub fn places(&self) -> impl Iterator<Item = (Place, &Arc<Measure>)> {
        self.measures.iter().enumerate().map(|(at, measure)| (place(self.number, at), measure))
    }

    /// Whether the document is about a year, or prints figures of it.
    pub fn speaks_of(&self, year: FiscalYear) -> bool {
        self.years.contains(&year)
    }
}

/// The loaded documents. Immutable: a reload makes another.
#[derive(Debug, Default)]
pub struct Library {
    documents: Vec<LoadedDocument>,
    measures: Vec<Arc<Measure>>,
    /// The place of each document in `documents`, by its number.
    by_number: HashMap<u32, usize>,
    by_id: HashMap<MeasureId, Place>,
}

/// Where a measure stands: the number of its document above, its place among the document's measures below.
///
/// The index knows a measure by this, so that what it has of a document stays right when other documents change.
pub type Place = u64;

fn place(number: u32, at: usize) -> Place {
    (u64::from(number) << 32) | at as u64
}

impl Library {
    /// Takes documents in; the order stays.
    pub fn new(documents: Vec<PolicyDocument>) -> Self {
        Self::numbered((0..).zip(documents))
    }

    /// Takes documents in that have their numbers already.
    pub fn numbered(documents: impl IntoIterator<Item = (u32, PolicyDocument)>) -> Self {
        let mut library = Self::default();
        for (number, document) in documents {
            let document = LoadedDocument::new(number, document);
            for (place, measure) in document.places() {
                library.by_id.insert(measure.id.clone(), place);
                library.measures.push(measure.clone());
            }
            library.by_number.insert(number, library.documents.len());
            library.documents.push(document);
        }
        library
    }

    /// The documents, in the order of their files' names.
    pub fn documents(&self) -> &[LoadedDocument] {
        &self.documents
    }

    /// All measures, in the order of documents and lines.
    pub fn measures(&self) -> &[Arc<Measure>] {
        &self.measures
    }

    /// Returns a measure by its id.
    pub fn measure(&self, id: &MeasureId) -> Option<&Arc<Measure>> {
        self.at(self.place_of(id)?)
    }

    /// Returns a measure by its place.
    pub fn at(&self, place: Place) -> Option<&Arc<Measure>> {
        self.document_at(place)?.measures.get((place & u64::from(u32::MAX)) as usize)
    }

    /// Returns the place of a measure.
    pub fn place_of(&self, id: &MeasureId) -> Option<Place> {
        self.by_id.get(id).copied()
    }

    /// Returns the document that a place lies in.
    fn document_at(&self, place: Place) -> Option<&LoadedDocument> {
        let number = u32::try_from(place >> 32).ok()?;
        self.documents.get(*self.by_number.get(&number)?)
    }

    /// Returns the measures that a measure names as related.
    pub fn related(&self, measure: &Measure) -> Vec<Arc<Measure>> {
        measure.related.iter().filter_map(|id| self.measure(id).cloned()).collect()
    }

    /// Returns the municipalities of which documents are loaded, each once, in the order of the documents.
    pub fn municipalities(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for document in &self.documents {
            let name = &document.info.municipality;
            if !name.is_empty() && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// Returns the measures of the same name in the documents of the same municipality, oldest document first.
    pub fn over_years(&self, measure: &Measure) -> Vec<Arc<Measure>> {
        let name = fold(&squeeze(&measure.title));
        let is_same = |other: &Measure| {
            other.id == measure.id
                || !name.is_empty()
                    && other.document.municipality == measure.document.municipality
                    && other.document.id != measure.document.id
                    && fold(&squeeze(&other.title)) == name
        };
        let mut same: Vec<Arc<Measure>> =
            self.measures.iter().filter(|other| is_same(other)).cloned().collect();
        same.sort_by_key(|other| other.document.fiscal_year);
        same
    }

    /// Whether a heading has neither text nor anything below it.
    pub fn is_blank_section(&self, measure: &Measure) -> bool {
        measure.kind == MeasureKind::Section
            && measure.body.is_empty()
            && measure.target_state.is_empty()
            && !self.place_of(&measure.id).and_then(|at| self.document_at(at)).is_some_and(
                |document| {
                    let is_below = |other: &Measure| {
                        other.path.iter().any(|heading| heading.contains(&measure.title))
                    };
                    document.measures.iter().any(|other| is_below(other))
                },
            )
    }
}
