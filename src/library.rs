//! Everything that is loaded at one time: documents with their measures, by place and by name.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{
    Diagnostic, Document, FiscalYear, Measure, MeasureId, MeasureKind, PolicyDocument,
};
use crate::text::{fold, squeeze};

/// A document with its measures shared.
#[derive(Clone, Debug)]
pub struct LoadedDocument {
    /// What it is.
    pub info: Arc<Document>,
    /// Its entries in the order of the file.
    pub measures: Vec<Arc<Measure>>,
    /// What was odd in it.
    pub diagnostics: Vec<Diagnostic>,
}

impl LoadedDocument {
    /// Whether the document is about a year, or prints figures of it.
    pub fn speaks_of(&self, year: FiscalYear) -> bool {
        self.info.fiscal_year == Some(year)
            || self.measures.iter().any(|measure| {
                measure.results_year == Some(year)
                    || measure.budgets.iter().any(|budget| budget.fiscal_year == Some(year))
            })
    }
}

/// The loaded documents. Immutable: a reload makes another.
#[derive(Debug, Default)]
pub struct Library {
    documents: Vec<LoadedDocument>,
    measures: Vec<Arc<Measure>>,
    /// The document of each measure, by place.
    document_of: Vec<usize>,
    by_id: HashMap<MeasureId, usize>,
}

impl Library {
    /// Takes documents in; the order stays.
    pub fn new(documents: Vec<PolicyDocument>) -> Self {
        let mut library = Self::default();
        for (at, document) in documents.into_iter().enumerate() {
            let measures: Vec<Arc<Measure>> = document.measures.into_iter().map(Arc::new).collect();
            for measure in &measures {
                library.by_id.insert(measure.id.clone(), library.measures.len());
                library.measures.push(measure.clone());
                library.document_of.push(at);
            }
            library.documents.push(LoadedDocument {
                info: document.info,
                measures,
                diagnostics: document.diagnostics,
            });
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
        self.measures.get(*self.by_id.get(id)?)
    }

    /// Returns a measure by its place in [`Library::measures`].
    pub fn at(&self, place: u64) -> Option<&Arc<Measure>> {
        self.measures.get(usize::try_from(place).ok()?)
    }

    /// Returns the place of a measure in [`Library::measures`].
    pub fn place_of(&self, id: &MeasureId) -> Option<u64> {
        self.by_id.get(id).map(|place| *place as u64)
    }

    /// Returns the place of the document that a measure stands in.
    pub fn document_of(&self, place: u64) -> Option<usize> {
        self.document_of.get(usize::try_from(place).ok()?).copied()
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
            && !self.measures.iter().any(|other| {
                other.document.id == measure.document.id
                    && other.path.iter().any(|heading| heading.contains(&measure.title))
            })
    }
}
