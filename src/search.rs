//! Here is a plan of a query, give me the records that fit, with the reasons.
//!
//! Two steps: one boolean query over several views of the text gives candidates (tantivy's BM25), then every candidate
//! gets a vector of [`Feature`]s, read from what it holds, and a weighted sum ranks them.
//! The weights are data ([`Weights`]); the features are numbers between 0 and about 2 and know nothing of wards or money.

mod candidates;
mod features;
mod plan;

pub use features::{ASKED, Feature, Features, GRAMS, KANA, Weights};
pub use plan::{Expansion, Plan, PlanTerm};

use std::path::Path;

use tantivy::columnar::Column;
use tantivy::{Index, IndexReader, ReloadPolicy, Searcher, SegmentReader, Term};

use crate::index::{Fields, IndexError, View};

/// An open index: an immutable view that any number of questions can use at once.
pub struct Snapshot {
    searcher: Searcher,
    fields: Fields,
    n_records: u64,
    n_asked: u64,
    /// By segment; opening them for each hit costs more than the search.
    columns: Vec<Columns>,
    // Keeps the files of the index open for as long as the snapshot lives.
    _reader: IndexReader,
}

/// What is kept of the documents of one segment, by document.
struct Columns {
    /// The place of a record in its collection.
    record: Column<u64>,
    /// The place of the record that an expected question belongs to.
    asked_of: Column<u64>,
    /// The codes of what they hold, by view.
    held: Vec<Column<u64>>,
}

impl Columns {
    fn open(segment: &SegmentReader) -> Result<Self, IndexError> {
        let fast = segment.fast_fields();
        let held = View::ALL.iter().map(|view| fast.u64(&Fields::column(*view)));
        Ok(Self {
            record: fast.u64("record")?,
            asked_of: fast.u64("asked_of")?,
            held: held.collect::<Result<_, _>>()?,
        })
    }
}

/// A record that fits a plan.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The record's place in its collection.
    pub record: u64,
    /// The weighted sum of the features.
    pub score: f32,
    /// What the score is made of.
    pub features: Features,
    /// Which of the plan's terms the record holds, as indices.
    pub matched: Vec<usize>,
    /// How far each of the plan's terms is met, 0 to 1, other words counted.
    pub met: Vec<f32>,
    /// The longest phrase of the question that is met through other words, as a share of ten characters.
    pub phrase: f32,
}

impl Snapshot {
    /// Opens the index in a folder.
    pub fn open(dir: &Path) -> Result<Self, IndexError> {
        let index = Index::open_in_dir(dir)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let reader: IndexReader = reader;
        let searcher = reader.searcher();
        let (_, fields) = Fields::schema();
        let columns: Vec<Columns> =
            searcher.segment_readers().iter().map(Columns::open).collect::<Result<_, _>>()?;
        let n_records = columns.iter().map(|columns| u64::from(columns.record.values.num_vals()));
        let n_records = n_records.sum();
        // Records that were replaced count until their segment is written anew, here as in the frequencies of terms.
        let n_all: u64 =
            searcher.segment_readers().iter().map(|segment| u64::from(segment.max_doc())).sum();
        let n_asked = n_all.saturating_sub(n_records);
        Ok(Self { searcher, fields, n_records, n_asked, columns, _reader: reader })
    }

    /// Returns the best records for a plan, best first, at most `limit`.
    ///
    /// Records of equal score stand in the order of the collection, so that equal input gives equal output.
    pub fn search(
        &self,
        plan: &Plan,
        weights: &Weights,
        limit: usize,
    ) -> Result<Vec<Hit>, IndexError> {
        let candidates = candidates::find(self, plan, weights)?;
        let mut hits = features::measure(self, plan, weights, &candidates)?;
        for hit in &mut hits {
            hit.score = weights.score(&hit.features);
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.record.cmp(&b.record)));
        hits.truncate(limit);
        Ok(hits)
    }

    /// Returns how many records hold a term anywhere.
    pub fn document_frequency(&self, term: &str) -> u64 {
        self.count(View::All, term)
    }

    /// Returns how many records or expected questions hold a term in a view.
    fn count(&self, view: View, term: &str) -> u64 {
        let Some(field) = self.fields.searched(view) else { return 0 };
        self.searcher.doc_freq(&Term::from_field_text(field, term)).unwrap_or(0)
    }

    /// Returns the number of records.
    pub fn n_records(&self) -> u64 {
        self.n_records
    }
}
