//! One document as a library keeps it: in bytes, of which only what is asked for is read.

use std::fmt;
use std::ops::{Deref, Range};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::heads::{self, Fact, Head, Heads};
use super::{Place, place};
use crate::model::{Budget, Diagnostic, Document, FiscalYear, Measure, MeasureId, PolicyDocument};

/// Bytes in memory, or mapped into it.
pub type Bytes = Arc<dyn Deref<Target = [u8]> + Send + Sync>;

/// A digest that is long enough not to meet its like by chance.
pub type Digest = [u8; 16];

/// Shortens a digest.
pub fn short(hash: blake3::Hash) -> Digest {
    hash.as_bytes().first_chunk().copied().unwrap_or_default()
}

/// Bytes that hold documents, and the file that they are mapped from, where they are.
pub(super) struct Part {
    pub(super) file: Option<PathBuf>,
    pub(super) bytes: Bytes,
}

impl Part {
    /// Names it where it is told to be damaged.
    fn name(&self) -> String {
        let file = self.file.as_ref();
        file.map_or_else(|| "a document in memory".to_owned(), |file| file.display().to_string())
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.name(), self.bytes.len())
    }
}

/// A document with its measures.
///
/// What is asked of many documents for one question lies here; the rest is read from its bytes. Bytes that do not fit
/// are told in the log, and what they should hold is missing.
#[derive(Clone, Debug)]
pub struct LoadedDocument {
    /// Its number in the index, which stays when other documents come and go.
    pub number: u32,
    /// Digest of what it was read from.
    pub source: Digest,
    /// Digest of its bytes.
    pub(super) content: Digest,
    /// What is found by its id: see [`id_code`].
    pub(super) id_code: u64,
    pub(super) municipality: Arc<str>,
    /// The year that it is about.
    pub fiscal_year: Option<FiscalYear>,
    /// That year, and those that it prints figures of, in order.
    pub(super) years: Arc<[FiscalYear]>,
    /// Entries of all kinds.
    pub n_measures: usize,
    /// What was odd in it.
    pub n_diagnostics: usize,
    /// Whether it marks what has changed since the year before.
    pub marks_changes: bool,
    /// Whether it prints amounts.
    pub has_budgets: bool,
    pub(super) part: Arc<Part>,
    /// Where the heads of its measures lie.
    pub(super) heads: Range<usize>,
    /// Where the rest lies: what it is, what was odd, its measures.
    pub(super) body: Range<usize>,
    /// What it is, once somebody has asked; none where that cannot be read.
    pub(super) info: OnceLock<Option<Arc<Document>>>,
}

impl LoadedDocument {
    /// Takes a document in; `source` is the digest of what it was read from.
    pub fn new(number: u32, source: Digest, document: PolicyDocument) -> Self {
        let PolicyDocument { info, mut measures, diagnostics } = document;
        let mut body = encoded(&diagnostics, encoded(&*info, Vec::new()));
        let (start, mut ends) = (body.len(), Vec::with_capacity(measures.len()));
        // One description for all of them.
        let blank = Arc::new(Document::default());
        for measure in &mut measures {
            measure.document = blank.clone();
            if let Some(contact) = &mut measure.contact {
                // What is left out where it is empty has no place of its own in this form.
                contact.source.get_or_insert_default();
            }
            body = encoded(measure, body);
            ends.push(body.len());
        }
        let budgets = || measures.iter().flat_map(|measure| &measure.budgets);
        let mut years: Vec<FiscalYear> = info
            .fiscal_year
            .into_iter()
            .chain(measures.iter().filter_map(|measure| measure.results_year))
            .chain(budgets().filter_map(|budget: &Budget| budget.fiscal_year))
            .collect();
        years.sort_unstable();
        years.dedup();
        let heads = heads::write(&measures, start, &ends);
        let content = content(&heads, &body);
        let (heads, body, bytes) =
            (body.len()..body.len() + heads.len(), 0..body.len(), [body, heads].concat());
        Self {
            number,
            source,
            content,
            id_code: id_code(&info.id),
            municipality: info.municipality.as_str().into(),
            fiscal_year: info.fiscal_year,
            years: years.into(),
            n_measures: measures.len(),
            n_diagnostics: diagnostics.len(),
            marks_changes: measures.iter().any(|measure| !measure.changes.is_empty()),
            has_budgets: budgets().next().is_some(),
            part: Arc::new(Part { file: None, bytes: Arc::new(bytes) }),
            heads,
            body,
            info: OnceLock::from(Some(info)),
        }
    }

    /// What it is.
    pub fn info(&self) -> Arc<Document> {
        self.known_info().cloned().unwrap_or_default()
    }

    fn known_info(&self) -> Option<&Arc<Document>> {
        let read = || self.read(self.body()).map(|(info, _)| Arc::new(info));
        self.info.get_or_init(read).as_ref()
    }

    /// City and ward; empty where neither text nor config says.
    pub fn municipality(&self) -> &str {
        &self.municipality
    }

    /// What was odd in it.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let after_info = self.read::<Document>(self.body()).map(|(_, rest)| rest);
        let read = after_info.and_then(|rest| self.read(rest)).map(|(diagnostics, _)| diagnostics);
        read.unwrap_or_default()
    }

    /// Its entries in the order of the file.
    pub fn measures(&self) -> impl Iterator<Item = Arc<Measure>> {
        (0..self.n_measures).filter_map(|at| self.measure(at))
    }

    /// Its entries with their places.
    pub fn places(&self) -> impl Iterator<Item = (Place, Arc<Measure>)> {
        (0..self.n_measures).filter_map(|at| Some((self.place(at), self.measure(at)?)))
    }

    /// Its entries of which the heads are as wanted, with their places.
    pub fn with_head(&self, is_wanted: impl Fn(&Head<'_>) -> bool) -> impl Iterator<Item = Place> {
        let wanted = move |at: &usize| self.head(*at).is_some_and(|head| is_wanted(&head));
        (0..self.n_measures).filter(wanted).map(|at| self.place(at))
    }

    /// Its entries that print amounts themselves.
    pub fn with_figures(&self) -> impl Iterator<Item = Arc<Measure>> {
        let prints = |at: &usize| self.head(*at).is_some_and(|head| head.n_figures > 0);
        (0..self.n_measures).filter(prints).filter_map(|at| self.measure(at))
    }

    /// Its entries that hold or are something.
    pub fn with_fact(&self, fact: Fact) -> impl Iterator<Item = Arc<Measure>> {
        let has = move |at: &usize| self.head(*at).is_some_and(|head| head.has(fact));
        (0..self.n_measures).filter(has).filter_map(|at| self.measure(at))
    }

    /// What is known of its entries without reading them.
    pub fn heads(&self) -> impl Iterator<Item = Head<'_>> {
        (0..self.n_measures).filter_map(|at| self.head(at))
    }

    /// The ids of its entries.
    pub fn ids(&self) -> impl Iterator<Item = MeasureId> {
        let info = self.info();
        let keys = self.known_heads().into_iter().flat_map(|heads| heads.keys());
        keys.map(move |key| MeasureId::new(&info.id, key))
    }

    /// Whether the document is about a year, or prints figures of it.
    pub fn speaks_of(&self, year: FiscalYear) -> bool {
        self.years.contains(&year)
    }

    /// Whether two documents are the same in every letter.
    pub fn is_same(&self, other: &Self) -> bool {
        self.content == other.content
    }

    /// Whether the bytes are those that were written.
    pub fn is_whole(&self) -> bool {
        let bytes = |range: &Range<usize>| self.part.bytes.get(range.clone());
        let content = bytes(&self.heads).zip(bytes(&self.body)).map(|(h, b)| content(h, b));
        content == Some(self.content)
    }

    /// Returns the document as it was read.
    pub fn unpacked(&self) -> PolicyDocument {
        PolicyDocument {
            info: self.info(),
            measures: self.measures().map(Arc::unwrap_or_clone).collect(),
            diagnostics: self.diagnostics(),
        }
    }

    pub(super) fn measure(&self, at: usize) -> Option<Arc<Measure>> {
        let document = self.known_info()?.clone();
        let body = self.known_heads()?.body(at).and_then(|range| self.body().get(range));
        let (mut measure, _) = self.read::<Measure>(body.unwrap_or_default())?;
        measure.document = document;
        if let Some(contact) = &mut measure.contact {
            contact.source.take_if(|source| source.is_empty());
        }
        Some(Arc::new(measure))
    }

    pub(super) fn head(&self, at: usize) -> Option<Head<'_>> {
        self.known_heads()?.get(at)
    }

    /// Returns the heads, where there are as many as there should be.
    pub(super) fn known_heads(&self) -> Option<Heads<'_>> {
        let heads = Heads::of(self.part.bytes.get(self.heads.clone())?);
        heads.filter(|heads| heads.len() == self.n_measures)
    }

    pub(super) fn place(&self, at: usize) -> Place {
        place(self.number, at)
    }

    fn body(&self) -> &[u8] {
        self.part.bytes.get(self.body.clone()).unwrap_or_default()
    }

    /// Reads a value at the beginning of bytes; returns what follows it, too.
    fn read<'a, T: DeserializeOwned>(&self, bytes: &'a [u8]) -> Option<(T, &'a [u8])> {
        postcard::take_from_bytes(bytes)
            .inspect_err(|error| {
                tracing::error!(%error, "{} is damaged: build it with `madoguchi index --force`", self.part.name());
            })
            .ok()
    }
}

/// Returns the part of a document's id that look-ups begin with; ids may have it in common.
pub(super) fn id_code(id: &str) -> u64 {
    let bytes = blake3::hash(id.as_bytes());
    bytes.as_bytes().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

fn content(heads: &[u8], body: &[u8]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&(heads.len() as u64).to_le_bytes()).update(heads).update(body);
    short(hasher.finalize())
}

#[expect(clippy::expect_used, reason = "a vector takes in whatever has a known length")]
fn encoded<T: Serialize>(value: &T, bytes: Vec<u8>) -> Vec<u8> {
    postcard::to_extend(value, bytes).expect("plain data")
}
