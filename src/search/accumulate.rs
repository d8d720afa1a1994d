//! BM25 over posting lists, term after term: each list is gone through once, from end to end, and adds to the scores of
//! its documents.
//!
//! The caller bounds how long the lists are together. Up to that bound this is faster than skipping through the lists
//! side by side, which pays where a few lists are long and only the first ten documents are wanted.

#![expect(
    clippy::indexing_slicing,
    reason = "there is a score for every document of a segment, and a norm for every byte"
)]

use std::cell::RefCell;
use std::cmp::Ordering;

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, Term};

use super::terms::Postings;
use super::{Segment, Snapshot};
use crate::index::{IndexError, View};

/// BM25's saturation, and how much the length of a text counts, where records are looked for.
pub(super) const K1: f32 = 1.2;
pub(super) const B: f32 = 0.75;
/// Up to this many scopes are looked up to tell how many documents lie in them.
const FEW_SCOPES: usize = 64;

/// A term that is looked for.
pub(super) struct Clause<'a> {
    pub(super) view: View,
    pub(super) postings: &'a Postings,
    pub(super) boost: f32,
}

/// Returns the documents in some scopes with the highest sums, best first, at most `limit`; equal ones in the order of
/// the index.
pub(super) fn top(
    snapshot: &Snapshot,
    clauses: &[Clause<'_>],
    scopes: Option<&[u64]>,
    limit: usize,
) -> Result<Vec<(f32, DocAddress)>, IndexError> {
    thread_local! {
        // As large as the largest segment, and zero between two questions.
        static SCORES: RefCell<Scores> = RefCell::default();
    }
    let scopes = scopes.map(|scopes| {
        let mut scopes = scopes.to_vec();
        scopes.sort_unstable();
        scopes
    });
    SCORES.with_borrow_mut(|scores| {
        let mut best = Best { limit, least: 0.0, found: Vec::new() };
        for (segment, at) in snapshot.segments.iter().zip(0..) {
            scores.reset(segment);
            for clause in clauses {
                scores.add(snapshot, segment, at, clause)?;
            }
            scores.collect(snapshot, segment, at, scopes.as_deref(), &mut best)?;
        }
        Ok(best.finish())
    })
}

#[derive(Default)]
struct Scores {
    by_doc: Vec<f32>,
    /// The documents that have a score.
    touched: Vec<DocId>,
}

impl Scores {
    fn reset(&mut self, segment: &Segment) {
        for doc in self.touched.drain(..) {
            self.by_doc[doc as usize] = 0.0;
        }
        let n_docs = segment.reader.max_doc() as usize;
        if self.by_doc.len() < n_docs {
            self.by_doc.resize(n_docs, 0.0);
        }
    }

    fn add(
        &mut self,
        snapshot: &Snapshot,
        segment: &Segment,
        at: u32,
        clause: &Clause<'_>,
    ) -> Result<(), IndexError> {
        let list = clause.postings.lists.get(at as usize).and_then(Option::as_ref);
        let (Some(list), Some(view)) = (list, &segment.views[clause.view as usize]) else {
            return Ok(());
        };
        let count = clause.postings.count as f32;
        let n_docs = snapshot.n_docs as f32;
        let idf = (1.0 + (n_docs - count + 0.5) / (count + 0.5)).ln();
        let weight = clause.boost * idf * (K1 + 1.0);
        if weight <= 0.0 {
            return Ok(());
        }
        let norms = &snapshot.norms[clause.view as usize];
        let mut block =
            view.inverted.read_block_postings_from_terminfo(list, IndexRecordOption::WithFreqs)?;
        while !block.docs().is_empty() {
            for (doc, frequency) in block.docs().iter().zip(block.freqs()) {
                let score = &mut self.by_doc[*doc as usize];
                if *score == 0.0 {
                    self.touched.push(*doc);
                }
                let frequency = *frequency as f32;
                let norm = norms[usize::from(view.lengths.fieldnorm_id(*doc))];
                *score += weight * (frequency / (frequency + norm));
            }
            block.advance();
        }
        Ok(())
    }

    fn collect(
        &self,
        snapshot: &Snapshot,
        segment: &Segment,
        at: u32,
        scopes: Option<&[u64]>,
        best: &mut Best,
    ) -> Result<(), IndexError> {
        let alive = segment.reader.alive_bitset();
        let mut push = |doc: DocId, is_in_scope: &dyn Fn() -> bool| {
            let score = self.by_doc[doc as usize];
            if score >= best.least
                && score > 0.0
                && alive.is_none_or(|alive| alive.is_alive(doc))
                && is_in_scope()
            {
                best.push(score, DocAddress::new(at, doc));
            }
        };
        let Some(scopes) = scopes else {
            self.touched.iter().for_each(|doc| push(*doc, &|| true));
            return Ok(());
        };
        if let Some(docs) = few_docs(snapshot, segment, scopes, self.touched.len())? {
            docs.into_iter().for_each(|doc| push(doc, &|| true));
            return Ok(());
        }
        for doc in &self.touched {
            let scope = || segment.scope.first(*doc);
            push(*doc, &|| scope().is_some_and(|scope| scopes.binary_search(&scope).is_ok()));
        }
        Ok(())
    }
}

/// Returns the documents of some scopes, where they are fewer than `limit`.
fn few_docs(
    snapshot: &Snapshot,
    segment: &Segment,
    scopes: &[u64],
    limit: usize,
) -> Result<Option<Vec<DocId>>, IndexError> {
    if scopes.len() > FEW_SCOPES {
        return Ok(None);
    }
    let inverted = segment.reader.inverted_index(snapshot.fields.scope)?;
    let mut lists = Vec::new();
    let mut n_docs = 0;
    for scope in scopes {
        let term = Term::from_field_u64(snapshot.fields.scope, *scope);
        if let Some(list) = inverted.get_term_info(&term)? {
            n_docs += list.doc_freq as usize;
            lists.push(list);
        }
    }
    if n_docs >= limit {
        return Ok(None);
    }
    let mut docs = Vec::with_capacity(n_docs);
    for list in lists {
        let mut block =
            inverted.read_block_postings_from_terminfo(&list, IndexRecordOption::Basic)?;
        while !block.docs().is_empty() {
            docs.extend_from_slice(block.docs());
            block.advance();
        }
    }
    Ok(Some(docs))
}

/// The best documents so far, and some that came before the others were known.
struct Best {
    limit: usize,
    /// What is less is not among the best.
    least: f32,
    found: Vec<(f32, DocAddress)>,
}

impl Best {
    fn push(&mut self, score: f32, address: DocAddress) {
        self.found.push((score, address));
        if self.found.len() >= 8 * self.limit.max(8) {
            self.cut();
        }
    }

    /// Leaves the best, in any order.
    fn cut(&mut self) {
        if let Some(last) = self.limit.checked_sub(1).filter(|_| self.found.len() > self.limit) {
            let (_, (least, _), _) = self.found.select_nth_unstable_by(last, order);
            self.least = *least;
            self.found.truncate(self.limit);
        }
    }

    fn finish(mut self) -> Vec<(f32, DocAddress)> {
        self.cut();
        self.found.sort_unstable_by(order);
        self.found
    }
}

fn order(a: &(f32, DocAddress), b: &(f32, DocAddress)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}
