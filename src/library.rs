//! Everything that is loaded at one time: documents with their measures, by place and by name.
//!
//! A library is bytes, in memory or mapped from files, and reads a measure when it is asked for it. What a question
//! asks of many measures is read from their heads, without reading the measures; what it asks of many documents lies
//! in [`LoadedDocument`].

mod document;
mod folder;
mod heads;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use memchr::memmem::Finder;

use crate::model::{FiscalYear, Measure, MeasureId, PolicyDocument};

pub use document::{Bytes, Digest, LoadedDocument, short};
pub use folder::{LibraryError, TABLE};
pub use heads::{Fact, Head};

/// The loaded documents. Immutable: a reload makes another.
#[derive(Debug, Default)]
pub struct Library {
    documents: Vec<LoadedDocument>,
    n_measures: usize,
    /// Numbers of documents with their places in `documents`, in order.
    by_number: Vec<(u32, usize)>,
    /// Codes of documents' ids with their places, in order; made when it is first needed, as are the next.
    by_id: OnceLock<Vec<(u64, usize)>>,
    by_municipality: OnceLock<Municipalities>,
    by_year: OnceLock<BTreeMap<FiscalYear, Vec<usize>>>,
}

/// The municipalities of the documents.
#[derive(Debug, Default)]
struct Municipalities {
    /// The places of the documents of each.
    places: HashMap<Arc<str>, Vec<usize>>,
    /// In the order of the documents.
    names: Vec<String>,
}

/// Where a measure stands: the number of its document above, its place among the document's measures below.
///
/// The index knows a measure by this, so that what it has of a document stays right when other documents change.
pub type Place = u64;

fn place(number: u32, at: usize) -> Place {
    (u64::from(number) << 32) | at as u64
}

/// Returns where a place is among the measures of its document.
fn within(place: Place) -> usize {
    (place & u64::from(u32::MAX)) as usize
}

impl Library {
    /// Takes documents in; the order stays.
    pub fn new(documents: Vec<PolicyDocument>) -> Self {
        let numbered = (0..).zip(documents);
        Self::of(numbered.map(|(at, it)| LoadedDocument::new(at, Digest::default(), it)).collect())
    }

    /// Takes documents in that have their numbers already.
    pub fn of(documents: Vec<LoadedDocument>) -> Self {
        let mut by_number: Vec<(u32, usize)> =
            documents.iter().map(|document| document.number).zip(0..).collect();
        by_number.sort_unstable();
        let n_measures = documents.iter().map(|document| document.n_measures).sum();
        Self { documents, n_measures, by_number, ..Self::default() }
    }

    /// The documents, in the order of their files' names.
    pub fn documents(&self) -> &[LoadedDocument] {
        &self.documents
    }

    /// Returns the number of measures of all kinds.
    pub fn n_measures(&self) -> usize {
        self.n_measures
    }

    /// Reads all measures, in the order of documents and lines.
    pub fn measures(&self) -> impl Iterator<Item = Arc<Measure>> {
        self.documents.iter().flat_map(LoadedDocument::measures)
    }

    /// Reads the measures of a municipality, in the same order; all where none is named.
    pub fn measures_of(&self, municipality: Option<&str>) -> impl Iterator<Item = Arc<Measure>> {
        self.documents
            .iter()
            .filter(move |document| municipality.is_none_or(|it| document.municipality() == it))
            .flat_map(LoadedDocument::measures)
    }

    /// Returns a measure by its id.
    pub fn measure(&self, id: &MeasureId) -> Option<Arc<Measure>> {
        self.at(self.place_of(id)?)
    }

    /// Returns a measure by its place.
    pub fn at(&self, place: Place) -> Option<Arc<Measure>> {
        self.document_at(place)?.measure(within(place))
    }

    /// Returns what is known of a measure without reading it, by its place.
    pub fn head(&self, place: Place) -> Option<Head<'_>> {
        self.document_at(place)?.head(within(place))
    }

    /// Returns the places of the measures that the one at a place names as related.
    pub fn related_places(&self, of: Place) -> impl Iterator<Item = Place> {
        let related = self.head(of).into_iter().flat_map(|head| head.related());
        related.map(move |at| (of & !u64::from(u32::MAX)) | u64::from(at))
    }

    /// Returns the place of a measure.
    pub fn place_of(&self, id: &MeasureId) -> Option<Place> {
        // Of documents with the same id, the last counts.
        let documents = self.coded(document::id_code(id.document())).rev();
        let mut called = documents.filter(|document| document.info().id == id.document());
        called
            .find_map(|document| Some(document.place(document.known_heads()?.with_key(id.key())?)))
    }

    /// Returns a document by its id; of several, the first.
    pub fn document(&self, id: &str) -> Option<&LoadedDocument> {
        self.coded(document::id_code(id)).find(|document| document.info().id == id)
    }

    /// Returns the first document that has the same id as that of another library.
    pub fn namesake(&self, of: &LoadedDocument) -> Option<&LoadedDocument> {
        self.coded(of.id_code).find(|known| known.is_same(of) || known.info().id == of.info().id)
    }

    /// Returns the documents that may have an id.
    fn coded(&self, code: u64) -> impl DoubleEndedIterator<Item = &LoadedDocument> {
        let by_id = self.by_id.get_or_init(|| {
            let codes = self.documents.iter().map(|document| document.id_code);
            let mut by_id: Vec<(u64, usize)> = codes.zip(0..).collect();
            by_id.sort_unstable();
            by_id
        });
        let from = by_id.partition_point(|(known, _)| *known < code);
        let to = by_id.partition_point(|(known, _)| *known <= code);
        let found = by_id.get(from..to).unwrap_or_default();
        found.iter().filter_map(|(_, at)| self.documents.get(*at))
    }

    /// Returns the document that a place lies in.
    pub fn document_at(&self, place: Place) -> Option<&LoadedDocument> {
        let number = u32::try_from(place >> 32).ok()?;
        let found = self.by_number.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        let (_, at) = self.by_number.get(found)?;
        self.documents.get(*at)
    }

    /// Reads the measures that a measure names as related.
    pub fn related(&self, measure: &Measure) -> impl Iterator<Item = Arc<Measure>> {
        measure.related.iter().filter_map(|id| self.measure(id))
    }

    /// Returns the municipalities of which documents are loaded, each once, in the order of the documents.
    pub fn municipalities(&self) -> Vec<String> {
        self.by_municipality().names.clone()
    }

    /// Whether a document of a municipality is loaded.
    pub fn has_municipality(&self, name: &str) -> bool {
        !name.is_empty() && self.by_municipality().places.contains_key(name)
    }

    /// Returns the documents of some municipalities, in their order.
    pub fn of_municipalities(&self, names: &[String]) -> Vec<&LoadedDocument> {
        let by_name = &self.by_municipality().places;
        self.in_order(names.iter().filter_map(|name| by_name.get(name.as_str())))
    }

    /// Returns the documents that speak of some years, in their order.
    pub fn of_years(&self, years: &[FiscalYear]) -> Vec<&LoadedDocument> {
        if years.is_empty() {
            return Vec::new();
        }
        let by_year = self.by_year.get_or_init(|| {
            let mut by_year: BTreeMap<FiscalYear, Vec<usize>> = BTreeMap::new();
            for (at, document) in self.documents.iter().enumerate() {
                document.years.iter().for_each(|year| by_year.entry(*year).or_default().push(at));
            }
            by_year
        });
        self.in_order(years.iter().filter_map(|year| by_year.get(year)))
    }

    fn in_order<'a>(&self, lists: impl Iterator<Item = &'a Vec<usize>>) -> Vec<&LoadedDocument> {
        let places: BTreeSet<usize> = lists.flatten().copied().collect();
        places.into_iter().filter_map(|at| self.documents.get(at)).collect()
    }

    fn by_municipality(&self) -> &Municipalities {
        self.by_municipality.get_or_init(|| {
            let mut known = Municipalities::default();
            for (at, document) in self.documents.iter().enumerate() {
                let name = &document.municipality;
                if let Some(places) = known.places.get_mut(name) {
                    places.push(at);
                } else {
                    known.places.insert(name.clone(), vec![at]);
                    known.names.extend((!name.is_empty()).then(|| name.to_string()));
                }
            }
            known
        })
    }

    /// Returns the measures of the same name in the documents of the same municipality, oldest document first.
    pub fn over_years(&self, measure: &Measure) -> Vec<Arc<Measure>> {
        let own = &measure.document;
        let name = heads::name_of(&measure.title);
        let is_name = heads::whole(&name);
        let mut same: Vec<Arc<Measure>> = Vec::new();
        for document in self.of_municipalities(std::slice::from_ref(&own.municipality)) {
            if document.info().id == own.id {
                same.extend(self.measure(&measure.id));
            } else if let Some(heads) = document.known_heads().filter(|_| !name.is_empty()) {
                same.extend(heads.named(&is_name).filter_map(|at| document.measure(at)));
            }
        }
        same.sort_by_key(|other| other.document.fiscal_year);
        same
    }

    /// Returns the places of measures for a few typed characters, folded: those whose number begins with them, then
    /// those whose title begins with them, then those whose title holds them.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<Place> {
        let is_number =
            !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let (begins, holds) = (heads::beginning(typed), Finder::new(typed));
        let known = || self.documents.iter().filter_map(|it| Some((it, it.known_heads()?)));
        let numbered = known().filter(|_| is_number).flat_map(|(document, heads)| {
            heads.numbered(&begins).map(|at| document.place(at)).collect::<Vec<_>>()
        });
        let named = known().flat_map(|(document, heads)| {
            heads.named(&begins).map(|at| document.place(at)).collect::<Vec<_>>()
        });
        let holding = known().filter(|_| !typed.is_empty()).flat_map(|(document, heads)| {
            heads.holding(&holds).map(|at| document.place(at)).collect::<Vec<_>>()
        });
        let mut found: Vec<Place> = Vec::new();
        for place in numbered.chain(named).chain(holding) {
            if found.len() == limit {
                break;
            }
            if !found.contains(&place) {
                found.push(place);
            }
        }
        found
    }
}
