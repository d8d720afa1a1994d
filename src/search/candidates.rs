//! A plan lowered to tantivy's queries; the candidates that they find.

use std::collections::BTreeMap;

use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Term};

use super::features::{ASKED, GRAMS, KANA};
use super::{Columns, Plan, PlanTerm, Snapshot, Weights};
use crate::index::{Fields, IndexError, View};

/// How many records are looked at closely.
const MAX_RECORDS: usize = 50;
/// How many expected questions are looked at closely.
const MAX_ASKED: usize = 60;
/// What a character bigram or kana trigram counts beside a word, in finding candidates only.
const GRAM_BOOST: f32 = 0.12;
/// A question of more words than these finds its candidates by its words alone.
const MANY_WORDS: usize = 12;
/// How many bigrams or trigrams help to find candidates, the rarest first: what is in every other record costs more than
/// all the rest and tells nothing.
const MAX_GRAMS: usize = 16;
/// How many postings the terms of a query may have together.
const MAX_POSTINGS: u64 = 30_000;
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
    /// Records, each once.
    pub(super) records: Vec<Candidate>,
    /// Expected questions with their records.
    pub(super) asked: Vec<Candidate>,
}

/// Finds the candidates of a plan.
pub(super) fn find(
    snapshot: &Snapshot,
    plan: &Plan,
    weights: &Weights,
) -> Result<Candidates, IndexError> {
    let mut records = BTreeMap::new();
    let mut asked = Vec::new();
    if plan.is_empty() {
        return Ok(Candidates::default());
    }
    let fields = &snapshot.fields;
    let query = main_query(snapshot, plan, weights);
    for address in top(snapshot, query, MAX_RECORDS)? {
        records.insert(address, value(snapshot, address, |columns| &columns.record));
    }
    if snapshot.n_asked > 0 && weights.count(ASKED) {
        let mut wanted = Wanted::new(snapshot);
        for term in by_rarity(snapshot, View::Asked, words(plan)) {
            wanted.add(View::Asked, &term);
        }
        for gram in rarest(snapshot, View::AskedGrams, &plan.grams) {
            wanted.add(View::AskedGrams, &gram);
        }
        for address in top(snapshot, within_scopes(snapshot, plan, wanted.clauses), MAX_ASKED)? {
            let record = value(snapshot, address, |columns| &columns.asked_of);
            asked.push(Candidate { record, address });
        }
        for candidate in &asked {
            if records.values().any(|record| *record == candidate.record) {
                continue;
            }
            let own = Term::from_field_u64(fields.record, candidate.record);
            let own = Box::new(TermQuery::new(own, IndexRecordOption::Basic));
            for address in top(snapshot, own, 1)? {
                records.insert(address, candidate.record);
            }
        }
    }
    let records =
        records.into_iter().map(|(address, record)| Candidate { record, address }).collect();
    Ok(Candidates { records, asked })
}

fn main_query(snapshot: &Snapshot, plan: &Plan, weights: &Weights) -> Box<dyn Query> {
    let mut wanted = Wanted::new(snapshot);
    for term in by_rarity(snapshot, View::All, words(plan)) {
        wanted.add(View::All, &term);
    }
    for term in by_rarity(snapshot, View::All, telling(snapshot, plan).into_iter()) {
        wanted.add(View::All, &Rare { boost: EXPANSION_BOOST * term.boost, ..term });
    }
    // Characters and sounds only make up for words that are misspelt or unknown.
    let is_known = |term: &PlanTerm| snapshot.document_frequency(&term.text) > 0;
    let is_whole = plan.terms.iter().all(is_known) && !plan.terms.is_empty();
    let is_long = plan.terms.len() > MANY_WORDS;
    for (view, grams, features) in
        [(View::Grams, &plan.grams, GRAMS), (View::Kana, &plan.kana, KANA)]
    {
        if is_whole || is_long || !weights.count(features) {
            continue;
        }
        for gram in rarest(snapshot, view, grams) {
            wanted.add(view, &gram);
        }
    }
    within_scopes(snapshot, plan, wanted.clauses)
}

fn words(plan: &Plan) -> impl Iterator<Item = (&str, f32)> {
    plan.terms.iter().map(|term| (term.text.as_str(), term.weight))
}

/// A term that records have, with how many do.
struct Rare<'a> {
    count: u64,
    text: &'a str,
    boost: f32,
}

/// Returns the terms that a view has, the rarest first.
fn by_rarity<'a>(
    snapshot: &Snapshot,
    view: View,
    terms: impl Iterator<Item = (&'a str, f32)>,
) -> Vec<Rare<'a>> {
    let mut known: Vec<Rare<'a>> = terms
        .map(|(text, boost)| Rare { count: snapshot.count(view, text), text, boost })
        .filter(|term| term.count > 0)
        .collect();
    known.sort_by_key(|term| term.count);
    known
}

/// What is looked for, as far as it is worth its cost.
///
/// A word that very many records have finds none of them: it only orders what other words find, and the features do that
/// better. So terms come the rarest first, and those that would go beyond [`MAX_POSTINGS`] are left out.
struct Wanted<'a> {
    fields: &'a Fields,
    n_postings: u64,
    clauses: Vec<(Occur, Box<dyn Query>)>,
}

impl<'a> Wanted<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        Self { fields: &snapshot.fields, n_postings: 0, clauses: Vec::new() }
    }

    fn add(&mut self, view: View, term: &Rare<'_>) {
        self.n_postings += term.count;
        if self.n_postings <= MAX_POSTINGS || self.clauses.len() < MIN_TERMS {
            self.clauses.extend(clause(self.fields, view, term.text, term.boost));
        }
    }
}

/// Returns the rarest term of each other word, once, with how close it is: 地域包括支援センター, and not its 支援, which
/// half of all records have.
fn telling<'a>(snapshot: &Snapshot, plan: &'a Plan) -> BTreeMap<&'a str, f32> {
    let mut telling = BTreeMap::new();
    for expansion in &plan.expansions {
        let terms = expansion.terms.iter().map(|term| (snapshot.document_frequency(term), term));
        let rarest = terms.filter(|(count, _)| *count > 0).min();
        let Some((_, term)) = rarest else { continue };
        if !plan.terms.iter().any(|known| known.text == *term) {
            let weight: &mut f32 = telling.entry(term.as_str()).or_default();
            *weight = weight.max(expansion.weight);
        }
    }
    telling
}

/// Returns the rarest of some grams, of those that the view has at all.
fn rarest<'a>(snapshot: &Snapshot, view: View, grams: &'a [String]) -> Vec<Rare<'a>> {
    let grams = grams.iter().map(|gram| (gram.as_str(), GRAM_BOOST));
    let mut rarest = by_rarity(snapshot, view, grams);
    rarest.truncate(MAX_GRAMS);
    rarest
}

fn within_scopes(
    snapshot: &Snapshot,
    plan: &Plan,
    clauses: Vec<(Occur, Box<dyn Query>)>,
) -> Box<dyn Query> {
    let wanted = Box::new(BooleanQuery::new(clauses));
    let Some(scopes) = &plan.scopes else { return wanted };
    let scopes = scopes
        .iter()
        .map(|scope| {
            let term = Term::from_field_u64(snapshot.fields.scope, *scope);
            let query = TermQuery::new(term, IndexRecordOption::Basic);
            (Occur::Should, Box::new(query) as Box<dyn Query>)
        })
        .collect();
    let scopes = ConstScoreQuery::new(Box::new(BooleanQuery::new(scopes)), 0.0);
    Box::new(BooleanQuery::new(vec![(Occur::Must, wanted), (Occur::Must, Box::new(scopes))]))
}

fn clause(fields: &Fields, view: View, text: &str, boost: f32) -> Option<(Occur, Box<dyn Query>)> {
    let term = Term::from_field_text(fields.searched(view)?, text);
    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Some((Occur::Should, Box::new(BoostQuery::new(Box::new(query), boost))))
}

fn top(
    snapshot: &Snapshot,
    query: Box<dyn Query>,
    limit: usize,
) -> Result<Vec<DocAddress>, IndexError> {
    let top = TopDocs::with_limit(limit).order_by_score();
    let found = snapshot.searcher.search(query.as_ref(), &top)?;
    Ok(found.into_iter().map(|(_, address)| address).collect())
}

fn value(
    snapshot: &Snapshot,
    address: DocAddress,
    column: impl Fn(&Columns) -> &Column<u64>,
) -> u64 {
    let columns = snapshot.columns.get(address.segment_ord as usize);
    columns.and_then(|columns| column(columns).first(address.doc_id)).unwrap_or(u64::MAX)
}
