//! Here is a plan of a query, give me the records that fit, with the reasons.
//!
//! Three steps: every term of the plan is looked up once; BM25 over the posting lists of the telling ones gives
//! candidates; then every candidate gets a vector of [`Feature`]s, read from what it holds, and a weighted sum ranks
//! them.
//! The weights are data ([`Weights`]); the features are numbers between 0 and about 2 and know nothing of wards or money.

mod accumulate;
mod candidates;
mod features;
mod plan;
mod terms;
#[cfg(test)]
mod tests;

pub use features::{ASKED, Feature, Features, GRAMS, KANA, Weights};
pub use plan::{Expansion, Plan, PlanTerm};

use std::path::Path;
use std::sync::Arc;

use tantivy::columnar::Column;
use tantivy::directory::OwnedBytes;
use tantivy::{DocAddress, Index, InvertedIndexReader, SegmentReader};

use self::accumulate::{Clause, Saturation, top};
use self::terms::{Postings, Terms, Vocabulary};
use crate::index::{Fields, Held, IndexError, View};

const N_VIEWS: usize = View::ALL.len();

/// An open index: an immutable view that any number of questions can use at once.
pub struct Snapshot {
    fields: Fields,
    segments: Vec<Segment>,
    held: Held,
    n_records: u64,
    n_asked: u64,
    /// Records and expected questions together.
    n_docs: u64,
    /// By view.
    saturations: Vec<Saturation>,
    /// How many terms a record has.
    average_length: f32,
}

/// One segment of the index, with all that is needed of it opened once: opening it for each hit costs more than the
/// search.
struct Segment {
    reader: SegmentReader,
    /// The place of a record in its collection.
    record: Column<u64>,
    /// The place of the record that an expected question belongs to.
    asked_of: Column<u64>,
    scope: Column<u64>,
    /// Keys of what records hold.
    held: Column<u64>,
    /// Those that are searched.
    views: [Option<Lists>; N_VIEWS],
}

/// The posting lists of one view.
struct Lists {
    inverted: Arc<InvertedIndexReader>,
    /// The length of each document, as the byte that [`Saturation`] takes.
    lengths: OwnedBytes,
}

impl Segment {
    fn open(reader: SegmentReader, fields: &Fields) -> Result<Self, IndexError> {
        let fast = reader.fast_fields();
        let mut views = [const { None }; N_VIEWS];
        for (place, view) in views.iter_mut().zip(View::ALL) {
            if let Some(field) = fields.searched(view) {
                let inverted = reader.inverted_index(field)?;
                let lengths = match reader.fieldnorms_readers().get_inner_file().open_read(field) {
                    Some(file) => file.read_bytes()?,
                    None => OwnedBytes::empty(),
                };
                *place = Some(Lists { inverted, lengths });
            }
        }
        Ok(Self {
            record: fast.u64("record")?,
            asked_of: fast.u64("asked_of")?,
            scope: fast.u64("scope")?,
            held: fast.u64("held")?,
            views,
            reader,
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
        // Nobody changes a generation: no lock is needed, which would be a file in a folder that may be read-only.
        let found = Index::open_in_dir(dir)?.searchable_segments()?;
        let (_, fields) = Fields::schema();
        let open = |segment| Segment::open(SegmentReader::open(segment)?, &fields);
        let segments: Vec<Segment> = found.iter().map(open).collect::<Result<_, IndexError>>()?;
        // Records that were replaced count until their segment is written anew, here as in the frequencies of terms.
        let n_records = segments.iter().map(|it| u64::from(it.record.values.num_vals())).sum();
        let n_docs: u64 = segments.iter().map(|it| u64::from(it.reader.max_doc())).sum();
        let n_terms = |view: View| -> u64 {
            let lists = segments.iter().filter_map(|it| it.views.get(view as usize)?.as_ref());
            lists.map(|lists| lists.inverted.total_num_tokens()).sum()
        };
        let saturation = |view| Saturation::of(n_terms(view).max(1) as f32 / n_docs.max(1) as f32);
        let last_key = segments.iter().map(|it| it.held.max_value()).max().unwrap_or(0);
        Ok(Self {
            held: Held::open(dir, last_key)?,
            n_records,
            n_asked: n_docs.saturating_sub(n_records),
            n_docs,
            saturations: View::ALL.into_iter().map(saturation).collect(),
            average_length: n_terms(View::All) as f32 / n_records.max(1) as f32,
            fields,
            segments,
        })
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
        if plan.is_empty() {
            return Ok(Vec::new());
        }
        let vocabulary = Vocabulary::of(self, plan, weights)?;
        let candidates = candidates::find(self, plan, &vocabulary, weights)?;
        let mut hits = features::measure(self, plan, &vocabulary, weights, &candidates)?;
        for hit in &mut hits {
            hit.score = weights.score(&hit.features);
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.record.cmp(&b.record)));
        hits.truncate(limit);
        Ok(hits)
    }

    /// Returns the places and scores of the records of the highest BM25 for some words, best first, at most `limit`.
    pub fn search_words(
        &self,
        words: &[PlanTerm],
        limit: usize,
    ) -> Result<Vec<(u64, f32)>, IndexError> {
        let texts = words.iter().map(|word| word.text.as_str()).collect();
        let terms = Terms::look_up(self, View::All, texts)?;
        let clause = |postings| Clause { view: View::All, postings, boost: 1.0 };
        let clauses: Vec<Clause<'_>> = terms.found.iter().map(clause).collect();
        let found = top(self, &clauses, None, limit)?;
        let place = |address: DocAddress| self.segment(address)?.record.first(address.doc_id);
        Ok(found
            .into_iter()
            .filter_map(|(score, address)| Some((place(address)?, score)))
            .collect())
    }

    /// Returns how many records hold a term anywhere.
    pub fn document_frequency(&self, term: &str) -> Result<u64, IndexError> {
        Ok(self.postings(View::All, term)?.count)
    }

    /// Looks up a term in a view that is searched.
    fn postings(&self, view: View, term: &str) -> Result<Postings, IndexError> {
        let mut postings = Postings::default();
        for segment in &self.segments {
            let lists = segment.views.get(view as usize).and_then(Option::as_ref);
            let list = lists.map(|it| it.inverted.terms().get(term)).transpose()?.flatten();
            postings.count += list.as_ref().map_or(0, |list| u64::from(list.doc_freq));
            postings.lists.push(list);
        }
        Ok(postings)
    }

    fn postings_of(&self, view: View, terms: &[&str]) -> Result<Vec<Postings>, IndexError> {
        terms.iter().map(|term| self.postings(view, term)).collect()
    }

    fn segment(&self, address: DocAddress) -> Option<&Segment> {
        self.segments.get(address.segment_ord as usize)
    }

    /// Returns the number of records.
    pub fn n_records(&self) -> u64 {
        self.n_records
    }
}
