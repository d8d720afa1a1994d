//! The documents of the highest BM25, exactly.
//!
//! The numbers of documents are gone through in windows that fit into the processor's nearest memory. In each window,
//! every list adds to the scores of its documents, one list after the other. Lists that together cannot bring a document
//! among the best any more (`MaxScore`: Turtle and Flood, 1995) are only asked about documents that others have found,
//! where those are few.

#![expect(
    clippy::indexing_slicing,
    reason = "places within a window or a block, whose lengths are known"
)]

use std::cell::RefCell;
use std::cmp::Ordering;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, TERMINATED, Term};
use wide::f32x4;

use super::terms::Postings;
use super::{Segment, Snapshot};
use crate::index::{IndexError, View};

/// BM25's saturation, and how much the length of a text counts, where records are looked for.
pub(super) const K1: f32 = 1.2;
pub(super) const B: f32 = 0.75;
/// Documents of a window; in tests so few that a small index has many.
const WINDOW: u32 = if cfg!(test) { 256 } else { 8_192 };
/// Asking a list about one document costs as much as adding so many of its documents.
const SEEK_COST: usize = 64;
/// Up to this many places of a window are remembered; where there are more, all are looked at.
const FEW_PLACES: usize = 128;
/// Places of a window that are looked at together.
const GROUP: usize = u32::BITS as usize;
/// Scores that are compared at once.
const LANES: usize = 4;
/// Up to this many scopes are looked up to tell which documents lie in them.
const FEW_SCOPES: usize = 64;

/// A term that is looked for.
pub(super) struct Clause<'a> {
    pub(super) view: View,
    pub(super) postings: &'a Postings,
    pub(super) boost: f32,
}

impl Clause<'_> {
    /// What a document gets for it at most.
    fn weight(&self, snapshot: &Snapshot) -> f32 {
        let count = self.postings.count as f32;
        let idf = (1.0 + (snapshot.n_docs as f32 - count + 0.5) / (count + 0.5)).ln();
        self.boost * idf * (K1 + 1.0)
    }
}

/// How near a term's frequency in a text brings it to its weight.
pub(super) struct Saturation {
    /// What BM25 adds to a frequency in a text of each length.
    norms: [f32; 256],
    /// The share of the weight, by frequency and length: nearly all postings are of a low frequency.
    shares: [[f32; 256]; Self::LOW],
}

impl Saturation {
    const LOW: usize = 8;

    /// For texts of this length on average, in terms.
    pub(super) fn of(average: f32) -> Self {
        let norms = std::array::from_fn(|byte| {
            let length = FieldNormReader::id_to_fieldnorm(byte as u8) as f32;
            K1 * (1.0 - B + B * length / average)
        });
        let share = |frequency: usize, byte: usize| share(frequency as f32, norms[byte]);
        let shares =
            std::array::from_fn(|frequency| std::array::from_fn(|byte| share(frequency, byte)));
        Self { norms, shares }
    }

    /// Returns the share of the weight, between 0 and 1; `length` is a byte of [`FieldNormReader`].
    fn share(&self, frequency: u32, length: u8) -> f32 {
        match self.shares.get(frequency as usize) {
            Some(shares) => shares[usize::from(length)],
            None => share(frequency as f32, self.norms[usize::from(length)]),
        }
    }
}

fn share(frequency: f32, norm: f32) -> f32 {
    frequency / (frequency + norm)
}

/// Returns the documents in some scopes with the highest sums, best first, at most `limit`; those of the same sum, to the
/// last bit, in the order of the index.
pub(super) fn top(
    snapshot: &Snapshot,
    clauses: &[Clause<'_>],
    scopes: Option<&[u64]>,
    limit: usize,
) -> Result<Vec<(f32, DocAddress)>, IndexError> {
    thread_local! {
        // Blank between two questions.
        static WINDOW: RefCell<Window> = RefCell::new(Window::blank());
    }
    let mut best = Best { limit, least: 0.0, found: Vec::new() };
    let mut clauses: Vec<(f32, &Clause<'_>)> =
        clauses.iter().map(|clause| (clause.weight(snapshot), clause)).collect();
    clauses.retain(|(weight, _)| *weight > 0.0);
    if clauses.is_empty() || limit == 0 {
        return Ok(best.found);
    }
    clauses.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    for (segment, at) in snapshot.segments.iter().zip(0..) {
        let mut cursors = Vec::with_capacity(clauses.len());
        for (weight, clause) in &clauses {
            cursors.extend(Cursor::open(snapshot, segment, at, clause, *weight)?);
        }
        let within = match scopes {
            None => Within::All,
            Some(scopes) => Within::of(snapshot, segment, scopes)?,
        };
        WINDOW.with_borrow_mut(|window| {
            go_through(segment, at, &mut cursors, &within, window, &mut best);
        });
    }
    Ok(best.finish())
}

fn go_through(
    segment: &Segment,
    at: u32,
    cursors: &mut [Cursor<'_>],
    within: &Within,
    window: &mut Window,
    best: &mut Best,
) {
    // Blank already, unless the question before ended in a panic.
    window.clear();
    let alive = segment.reader.alive_bitset();
    let n_docs = segment.reader.max_doc().max(WINDOW) as usize;
    let mut first = 0;
    // How many of the lists that might only be asked were added in the window before: they are likely to be so again.
    let mut n_added = 0;
    loop {
        let n_lesser = n_lesser(cursors, best.bar());
        let mut n_asked = n_lesser.saturating_sub(n_added);
        let (lesser, leading) = cursors.split_at_mut(n_asked);
        // Windows in which nothing can be found are not entered.
        let next = leading.iter().map(Cursor::doc).min().unwrap_or(TERMINATED).max(first);
        let Some(next) = within.next(next) else { return };
        let start = next / WINDOW * WINDOW;
        let end = start.saturating_add(WINDOW);
        for cursor in leading {
            cursor.seek(next);
            cursor.add_to(window, start, end);
        }
        let mut rest: f32 = lesser.iter().map(|cursor| cursor.weight).sum();
        while !window.choose(best.bar() - rest, most(lesser[..n_asked].last(), n_docs)) {
            n_asked -= 1;
            let cursor = &mut lesser[n_asked];
            cursor.seek(start);
            cursor.add_to(window, start, end);
            rest -= cursor.weight;
        }
        n_added = n_lesser - n_asked;
        // Not for ever: where few were chosen, the next window tries with one list less.
        if n_added > 0 && window.chosen.len() < most(cursors.get(n_asked), n_docs) / 2 {
            n_added -= 1;
        }
        let lesser = &mut cursors[..n_asked];
        for place in &window.chosen {
            let doc = start + place;
            let score = window.scores[*place as usize];
            // What is found meanwhile makes it harder for the rest.
            if score + rest > best.bar()
                && alive.is_none_or(|alive| alive.is_alive(doc))
                && within.has(segment, doc)
                && let Some(score) = complete(score, rest, doc, lesser, best.bar())
                && score > best.least
            {
                best.push(score, DocAddress::new(at, doc));
            }
        }
        window.clear();
        first = end;
    }
}

/// Returns about how many documents of a window a list is asked about one by one: for more, adding all of its own to the
/// window costs less.
fn most(cursor: Option<&Cursor<'_>>, n_docs: usize) -> usize {
    cursor.map_or(usize::MAX, |cursor| cursor.n_docs * WINDOW as usize / n_docs / SEEK_COST)
}

/// Returns how many of the lists, which come the lightest first, bring no document among the best by themselves.
fn n_lesser(cursors: &[Cursor<'_>], least: f32) -> usize {
    let mut sum = 0.0;
    let is_lesser = |cursor: &&Cursor<'_>| {
        sum += cursor.weight;
        sum <= least
    };
    cursors.iter().take_while(is_lesser).count()
}

/// Adds to a score what the lesser lists bring; none where it cannot come above `bar`.
fn complete(
    mut score: f32,
    mut rest: f32,
    doc: DocId,
    lesser: &mut [Cursor<'_>],
    bar: f32,
) -> Option<f32> {
    for cursor in lesser.iter_mut().rev() {
        if score + rest <= bar {
            return None;
        }
        cursor.seek(doc);
        if cursor.doc() == doc {
            score += cursor.score(doc, cursor.block.freqs()[cursor.at]);
        }
        rest -= cursor.weight;
    }
    Some(score)
}

/// A posting list on the way through it.
struct Cursor<'a> {
    block: BlockSegmentPostings,
    /// The place in the block.
    at: usize,
    lengths: &'a [u8],
    saturation: &'a Saturation,
    /// What a document gets at most.
    weight: f32,
    /// How many documents it has.
    n_docs: usize,
}

impl<'a> Cursor<'a> {
    fn open(
        snapshot: &'a Snapshot,
        segment: &'a Segment,
        at: u32,
        clause: &Clause<'_>,
        weight: f32,
    ) -> Result<Option<Self>, IndexError> {
        let list = clause.postings.lists.get(at as usize).and_then(Option::as_ref);
        let (Some(list), Some(lists)) = (list, &segment.views[clause.view as usize]) else {
            return Ok(None);
        };
        let option = IndexRecordOption::WithFreqs;
        Ok(Some(Self {
            block: lists.inverted.read_block_postings_from_terminfo(list, option)?,
            at: 0,
            lengths: &lists.lengths,
            saturation: &snapshot.saturations[clause.view as usize],
            weight,
            n_docs: list.doc_freq as usize,
        }))
    }

    fn doc(&self) -> DocId {
        self.block.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    /// Returns what a document gets in which the term is so frequent.
    fn score(&self, doc: DocId, frequency: u32) -> f32 {
        let length = self.lengths.get(doc as usize).copied().unwrap_or_default();
        self.weight * self.saturation.share(frequency, length)
    }

    /// Goes to the first document that is not before `doc`.
    fn seek(&mut self, doc: DocId) {
        if self.doc() < doc {
            self.at = self.block.seek(doc);
        }
    }

    /// Adds to the scores of its documents before `end`, and goes behind them.
    fn add_to(&mut self, window: &mut Window, start: DocId, end: DocId) {
        let (weight, saturation) = (self.weight, self.saturation);
        let lengths = self.lengths.get(start as usize..).unwrap_or_default();
        loop {
            let docs = &self.block.docs()[self.at..];
            let n = match docs.last() {
                None => return,
                Some(last) if *last < end => docs.len(),
                Some(_) => docs.partition_point(|doc| *doc < end),
            };
            window.note(&docs[..n], start);
            for (doc, frequency) in docs[..n].iter().zip(&self.block.freqs()[self.at..]) {
                let place = (doc - start) as usize;
                let length = lengths.get(place).copied().unwrap_or_default();
                // Told to be within the window, so that nothing is asked about it here.
                let score = &mut window.scores[place % WINDOW as usize];
                *score += weight * saturation.share(*frequency, length);
            }
            if n < docs.len() {
                self.at += n;
                return;
            }
            self.block.advance();
            self.at = 0;
        }
    }
}

/// The scores of the documents of one window.
struct Window {
    scores: Box<[f32; WINDOW as usize]>,
    /// The places with a score, a bit each, as long as they are few.
    places: [u32; WINDOW as usize / GROUP],
    /// How many were noted, those of several lists several times.
    n_noted: usize,
    /// The places that were chosen, ascending.
    chosen: Vec<u32>,
}

impl Window {
    #[cfg_attr(
        not(test),
        expect(
            clippy::large_stack_arrays,
            reason = "once in a thread, and at once on its way to the heap"
        )
    )]
    fn blank() -> Self {
        let scores = Box::new([0.0; _]);
        Self { scores, places: [0; _], n_noted: 0, chosen: Vec::new() }
    }

    /// Remembers the places of some documents, as long as there are few.
    fn note(&mut self, docs: &[DocId], start: DocId) {
        self.n_noted += docs.len();
        if self.n_noted <= FEW_PLACES {
            for doc in docs {
                let place = (doc - start) as usize % WINDOW as usize;
                self.places[place / GROUP] |= 1 << (place % GROUP);
            }
        }
    }

    /// Chooses the places with a score of more than `least`, and more than none; false where there are more than `most`.
    fn choose(&mut self, least: f32, most: usize) -> bool {
        let least = least.max(0.0);
        self.chosen.clear();
        if self.n_noted <= FEW_PLACES {
            for (noted, first) in self.places.iter().zip((0..).step_by(GROUP)) {
                let mut places = *noted;
                while places != 0 {
                    let place = first + places.trailing_zeros();
                    places &= places - 1;
                    if self.scores[place as usize] > least {
                        self.chosen.push(place);
                    }
                }
            }
            return self.chosen.len() <= most;
        }
        for (scores, first) in self.scores.as_chunks().0.iter().zip((0..).step_by(GROUP)) {
            let mut places = more(scores, least);
            while places != 0 {
                self.chosen.push(first + places.trailing_zeros());
                places &= places - 1;
            }
            if self.chosen.len() > most {
                return false;
            }
        }
        true
    }

    /// Leaves the window blank.
    fn clear(&mut self) {
        if self.n_noted <= FEW_PLACES {
            for (scores, noted) in self.scores.chunks_exact_mut(GROUP).zip(&self.places) {
                if *noted != 0 {
                    scores.fill(0.0);
                }
            }
        } else {
            self.scores.fill(0.0);
        }
        self.places = [0; _];
        self.n_noted = 0;
    }
}

/// Returns which of some scores are more than `least`, a bit each, the first the lowest.
fn more(scores: &[f32; GROUP], least: f32) -> u32 {
    let (least, lanes) = (f32x4::splat(least), scores.as_chunks::<LANES>().0);
    let top = lanes.iter().fold(f32x4::ZERO, |top, lanes| top.fast_max(f32x4::new(*lanes)));
    // In most groups there is none.
    if top.simd_gt(least).none() {
        return 0;
    }
    let bits = lanes.iter().zip((0..).step_by(LANES));
    let bits = bits.map(|(lanes, at)| f32x4::new(*lanes).simd_gt(least).to_bitmask() << at);
    bits.fold(0, |places, bits| places | bits)
}

/// The documents that are wanted.
enum Within {
    All,
    /// These, ascending.
    Few(Vec<DocId>),
    /// Those of many scopes, ascending.
    Scopes(Vec<u64>),
}

impl Within {
    fn of(snapshot: &Snapshot, segment: &Segment, scopes: &[u64]) -> Result<Self, IndexError> {
        if scopes.len() > FEW_SCOPES {
            let mut scopes = scopes.to_vec();
            scopes.sort_unstable();
            return Ok(Self::Scopes(scopes));
        }
        let inverted = segment.reader.inverted_index(snapshot.fields.scope)?;
        let mut docs = Vec::new();
        for scope in scopes {
            let term = Term::from_field_u64(snapshot.fields.scope, *scope);
            let Some(list) = inverted.get_term_info(&term)? else { continue };
            let mut block =
                inverted.read_block_postings_from_terminfo(&list, IndexRecordOption::Basic)?;
            while !block.docs().is_empty() {
                docs.extend_from_slice(block.docs());
                block.advance();
            }
        }
        docs.sort_unstable();
        Ok(Self::Few(docs))
    }

    /// Returns the first document that may be wanted and is not before `doc`.
    fn next(&self, doc: DocId) -> Option<DocId> {
        match self {
            Self::Few(docs) => docs.get(docs.partition_point(|it| *it < doc)).copied(),
            _ => (doc != TERMINATED).then_some(doc),
        }
    }

    fn has(&self, segment: &Segment, doc: DocId) -> bool {
        match self {
            Self::All => true,
            Self::Few(docs) => docs.binary_search(&doc).is_ok(),
            Self::Scopes(scopes) => {
                segment.scope.first(doc).is_some_and(|scope| scopes.binary_search(&scope).is_ok())
            }
        }
    }
}

/// The best documents so far, and some that came before the others were known.
struct Best {
    limit: usize,
    /// What is no more than this is not among the best.
    least: f32,
    found: Vec<(f32, DocAddress)>,
}

impl Best {
    /// What sums that are not complete are compared with: sums of the same numbers in another order differ in the last
    /// bits.
    fn bar(&self) -> f32 {
        self.least * (1.0 - 8.0 * f32::EPSILON)
    }

    fn push(&mut self, score: f32, address: DocAddress) {
        self.found.push((score, address));
        if self.found.len() >= 2 * self.limit.max(16) {
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
