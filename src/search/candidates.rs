//! The candidates for a plan: the records that its words find.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Term};

use super::accumulate::{Clause, top};
use super::features::{GRAMS, KANA};
use super::terms::{Postings, Terms, Vocabulary};
use super::{Plan, Segment, Snapshot, Weights};
use crate::index::{IndexError, View};

/// How many records are looked at closely, beside those of expected questions.
const MAX_RECORDS: usize = 25;
/// How many expected questions are looked at closely.
const MAX_ASKED: usize = 60;
/// What a word of the title counts beside the same word anywhere, in finding candidates only: what a measure is called by
/// tells it from those that mention it.
const TITLE_BOOST: f32 = 0.5;
/// What a character bigram or kana trigram counts beside a word, in finding candidates only.
const GRAM_BOOST: f32 = 0.12;
/// A question of more words than these finds its candidates by its words alone.
const MANY_WORDS: usize = 12;
/// How many bigrams or trigrams help to find candidates, the rarest first: what is in every other record costs more than
/// all the rest and tells nothing.
const MAX_GRAMS: usize = 16;
/// How many postings the words of a query may have together, those in titles, and its n-grams of each kind, but for the
/// first [`MIN_TERMS`]: so many, or this share of the records where that is more.
const MAX_POSTINGS: u64 = 30_000;
const MAX_SHARE: f32 = 0.3;
/// So many of the rarest terms are looked for in any case.
const MIN_TERMS: usize = 2;
/// What another word for a word of the question counts, in finding candidates only.
const EXPANSION_BOOST: f32 = 0.4;

/// A record to be looked at, by place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) record: u64,
    pub(super) address: DocAddress,
}

/// What the queries found.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Records, each once, in the order of the index.
    pub(super) records: Vec<Candidate>,
    /// Expected questions with their records.
    pub(super) asked: Vec<Candidate>,
}

/// Finds the candidates of a plan.
pub(super) fn find(
    snapshot: &Snapshot,
    plan: &Plan,
    vocabulary: &Vocabulary<'_>,
    weights: &Weights,
) -> Result<Candidates, IndexError> {
    let mut records = BTreeMap::new();
    let scopes = plan.scopes.as_deref();
    let wanted = main_terms(snapshot, plan, vocabulary, weights);
    for (_, address) in top(snapshot, &wanted.clauses, scopes, MAX_RECORDS)? {
        let record = snapshot.segment(address).and_then(|it| it.record.first(address.doc_id));
        records.insert(address, record.unwrap_or(u64::MAX));
    }
    let mut asked = Vec::new();
    let mut wanted = Wanted::nothing(snapshot);
    wanted.add_words(&vocabulary.asked, plan);
    wanted.add_grams(&vocabulary.asked_grams);
    for (_, address) in top(snapshot, &wanted.clauses, scopes, MAX_ASKED)? {
        let record = snapshot.segment(address).and_then(|it| it.asked_of.first(address.doc_id));
        asked.extend(record.map(|record| Candidate { record, address }));
    }
    let found: BTreeSet<u64> = records.values().copied().collect();
    let others: BTreeSet<u64> = asked.iter().map(|candidate| candidate.record).collect();
    for record in others.difference(&found) {
        if let Some(address) = address_of(snapshot, *record)? {
            records.insert(address, *record);
        }
    }
    let records =
        records.into_iter().map(|(address, record)| Candidate { record, address }).collect();
    Ok(Candidates { records, asked })
}

fn main_terms<'a>(
    snapshot: &Snapshot,
    plan: &Plan,
    vocabulary: &'a Vocabulary<'_>,
    weights: &Weights,
) -> Wanted<'a> {
    let all = &vocabulary.all;
    let mut wanted = Wanted::nothing(snapshot);
    wanted.add_words(all, plan);
    let others = telling(plan, vocabulary).into_values();
    wanted.add(all.view, &all.found, others.map(|(term, weight)| (term, EXPANSION_BOOST * weight)));
    wanted.add_titles(&vocabulary.titles, plan);
    // Characters and sounds only make up for words that are misspelt or unknown.
    let is_known = |term: usize| all.found.get(term).is_some_and(|postings| postings.count > 0);
    let is_whole = (0..plan.terms.len()).all(is_known) && !plan.terms.is_empty();
    if is_whole || plan.terms.len() > MANY_WORDS {
        return wanted;
    }
    for (grams, features) in [(&vocabulary.grams, GRAMS), (&vocabulary.kana, KANA)] {
        if weights.count(features) {
            wanted.add_grams(grams);
        }
    }
    wanted
}

/// What is looked for, as far as it is worth its cost.
///
/// A word that very many records have finds none of them: it only orders what other words find, and the features do that
/// better. So terms come the rarest first, and from the one on that would go beyond [`MAX_POSTINGS`] they are left out.
struct Wanted<'a> {
    n_postings: u64,
    max_postings: u64,
    clauses: Vec<Clause<'a>>,
}

impl<'a> Wanted<'a> {
    fn nothing(snapshot: &Snapshot) -> Self {
        let max_postings = MAX_POSTINGS.max((snapshot.n_records as f32 * MAX_SHARE) as u64);
        Self { n_postings: 0, max_postings, clauses: Vec::new() }
    }

    /// Adds the question's words, which stand first in `terms`.
    fn add_words(&mut self, terms: &'a Terms<'_>, plan: &Plan) {
        let words = plan.terms.iter().enumerate().map(|(at, term)| (at, term.weight));
        self.add(terms.view, &terms.found, words);
    }

    /// Adds the question's words in titles, within a bound of their own.
    fn add_titles(&mut self, found: &'a [Postings], plan: &Plan) {
        self.n_postings = 0;
        let words = plan.terms.iter().enumerate();
        let words = words.map(|(at, term)| (at, TITLE_BOOST * term.weight));
        self.add(View::Title, found, words);
    }

    /// Adds the rarest of some grams, within a bound of their own: they make up for words that are misspelt, which a
    /// frequent word beside them may not prevent.
    fn add_grams(&mut self, grams: &'a Terms<'_>) {
        self.n_postings = 0;
        let all = (0..grams.found.len()).map(|at| (at, GRAM_BOOST));
        let rarest = by_rarity(grams.view, &grams.found, all);
        self.extend(rarest.into_iter().take(MAX_GRAMS));
    }

    /// Adds terms by their places in `found`, each with what it counts.
    fn add(
        &mut self,
        view: View,
        found: &'a [Postings],
        boosts: impl Iterator<Item = (usize, f32)>,
    ) {
        self.extend(by_rarity(view, found, boosts).into_iter());
    }

    fn extend(&mut self, clauses: impl Iterator<Item = Clause<'a>>) {
        for clause in clauses {
            self.n_postings += clause.postings.count;
            if self.n_postings <= self.max_postings || self.clauses.len() < MIN_TERMS {
                self.clauses.push(clause);
            }
        }
    }
}

/// Returns the terms that the index has, the rarest first.
fn by_rarity(
    view: View,
    found: &[Postings],
    boosts: impl Iterator<Item = (usize, f32)>,
) -> Vec<Clause<'_>> {
    let clause = |(at, boost)| Some(Clause { view, postings: found.get(at)?, boost });
    let mut known: Vec<Clause<'_>> =
        boosts.filter_map(clause).filter(|clause| clause.postings.count > 0).collect();
    known.sort_by_key(|clause| clause.postings.count);
    known
}

/// Returns the rarest term of each other word, once, with how close it is: 地域包括支援センター, and not its 支援, which
/// half of all records have.
fn telling<'a>(plan: &'a Plan, vocabulary: &Vocabulary<'_>) -> BTreeMap<&'a str, (usize, f32)> {
    let mut telling = BTreeMap::new();
    for (expansion, places) in plan.expansions.iter().zip(&vocabulary.expansions) {
        let count = |at: usize| vocabulary.all.found.get(at).map_or(0, |postings| postings.count);
        let terms = expansion.terms.iter().zip(places).map(|(term, at)| (count(*at), term, *at));
        let rarest = terms.filter(|(count, ..)| *count > 0).min();
        let Some((_, term, at)) = rarest else { continue };
        if at >= plan.terms.len() {
            let known: &mut (usize, f32) = telling.entry(term.as_str()).or_insert((at, 0.0));
            known.1 = known.1.max(expansion.weight);
        }
    }
    telling
}

/// Returns where the index has a record.
fn address_of(snapshot: &Snapshot, record: u64) -> Result<Option<DocAddress>, IndexError> {
    let term = Term::from_field_u64(snapshot.fields.record, record);
    for (Segment { reader, .. }, at) in snapshot.segments.iter().zip(0..) {
        let inverted = reader.inverted_index(snapshot.fields.record)?;
        let Some(list) = inverted.read_block_postings(&term, IndexRecordOption::Basic)? else {
            continue;
        };
        let is_alive = |doc: &&u32| !reader.is_deleted(**doc);
        if let Some(doc) = list.docs().iter().find(is_alive) {
            return Ok(Some(DocAddress::new(at, *doc)));
        }
    }
    Ok(None)
}
