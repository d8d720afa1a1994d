//! What speaks for a candidate, as numbers.
//!
//! Every feature is read from what the candidates hold ([`Fields::held`](crate::index::Fields::held)): the codes of a
//! record's terms, gone through once for each view.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is below the length that the vectors are made with"
)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tantivy::DocAddress;

use super::candidates::{Candidate, Candidates};
use super::{Hit, Plan, Snapshot};
use crate::index::{IndexError, View, code};

/// BM25's saturation and length normalisation; documents here are short and even in length.
const K1: f32 = 1.2;
const B: f32 = 0.55;

macro_rules! features {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A number that speaks for or against a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Feature { $($(#[$doc])* $variant,)* }

        impl Feature {
            /// Every feature, in the order of the vector.
            pub const ALL: &[Feature] = &[$(Feature::$variant,)*];

            /// The feature's name in the table of weights.
            pub fn name(self) -> &'static str {
                match self { $(Feature::$variant => $name,)* }
            }
        }
    };
}

features! {
    /// BM25 over all text, as a share of the question's weight.
    Bm25 = "bm25",
    /// Share of the question's weight that the record holds.
    Coverage = "coverage",
    /// The same, counting other words for the question's words.
    MeaningCoverage = "meaning-coverage",
    /// Share of the question's weight that the title holds.
    TitleCoverage = "title-coverage",
    /// The same, counting other words.
    TitleMeaning = "title-meaning",
    /// Share of the title that the question names.
    TitleFill = "title-fill",
    /// Share of the question's weight that the headings above hold.
    PathCoverage = "path-coverage",
    /// Share of the question's character bigrams that the record holds.
    Grams = "grams",
    /// Share of the question's character bigrams that the title holds.
    TitleGrams = "title-grams",
    /// Share of the title's character bigrams that the question holds.
    TitleGramFill = "title-gram-fill",
    /// Share of the question's kana trigrams that the record holds.
    Kana = "kana",
    /// Share of the title's kana trigrams that the question holds.
    TitleKanaFill = "title-kana-fill",
    /// Likeness to the nearest expected question, in words.
    Asked = "asked",
    /// Likeness to the nearest expected question, in character bigrams.
    AskedGrams = "asked-grams",
    /// The record is a summary line.
    Overview = "overview",
    /// The record is a heading.
    Section = "section",
    /// The record is about how the staff work.
    Principle = "principle",
    /// The record holds what kind of fact is asked for.
    HasWanted = "has-wanted",
    /// The record lacks it.
    LacksWanted = "lacks-wanted",
    /// A related record (the overview line of a row, the rows of a line) fits as well.
    Related = "related",
}

/// A vector of features.
#[derive(Clone, Debug, PartialEq)]
pub struct Features([f32; Feature::ALL.len()]);

impl Default for Features {
    fn default() -> Self {
        Self([0.0; Feature::ALL.len()])
    }
}

impl Features {
    /// Returns one feature.
    pub fn get(&self, feature: Feature) -> f32 {
        self.0[feature as usize]
    }

    /// Sets one feature.
    pub fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }

    /// Returns all, in the order of [`Feature::ALL`].
    pub fn as_slice(&self) -> &[f32] {
        &self.0
    }
}

/// What each feature counts. In a file, a table by the features' names; one that is not named counts nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<String, f32>", into = "BTreeMap<String, f32>")]
pub struct Weights([f32; Feature::ALL.len()]);

impl TryFrom<BTreeMap<String, f32>> for Weights {
    type Error = String;

    fn try_from(table: BTreeMap<String, f32>) -> Result<Self, String> {
        let mut weights = [0.0; Feature::ALL.len()];
        for (name, weight) in table {
            let Some(feature) = Feature::ALL.iter().find(|feature| feature.name() == name) else {
                return Err(format!("no feature is called `{name}`"));
            };
            if !weight.is_finite() {
                return Err(format!("`{name}` is no number"));
            }
            weights[*feature as usize] = weight;
        }
        Ok(Self(weights))
    }
}

impl From<Weights> for BTreeMap<String, f32> {
    fn from(weights: Weights) -> Self {
        Feature::ALL.iter().map(|f| (f.name().to_owned(), weights.get(*f))).collect()
    }
}

impl Weights {
    /// Builds weights from a vector in the order of [`Feature::ALL`].
    pub fn from_slice(values: &[f32]) -> Self {
        let mut weights = [0.0; Feature::ALL.len()];
        for (weight, value) in weights.iter_mut().zip(values) {
            *weight = *value;
        }
        Self(weights)
    }

    /// Returns the weight of a feature.
    pub fn get(&self, feature: Feature) -> f32 {
        self.0[feature as usize]
    }

    /// Sets the weight of a feature.
    pub fn set(&mut self, feature: Feature, weight: f32) {
        self.0[feature as usize] = weight;
    }

    /// Returns all, in the order of [`Feature::ALL`].
    pub fn to_vec(&self) -> Vec<f32> {
        self.0.to_vec()
    }

    /// Whether any of some features counts; what does not is not measured.
    pub fn count(&self, features: &[Feature]) -> bool {
        features.iter().any(|feature| self.get(*feature) != 0.0)
    }

    /// Returns the weighted sum.
    pub fn score(&self, features: &Features) -> f32 {
        self.0.iter().zip(&features.0).map(|(weight, value)| weight * value).sum()
    }
}

/// What is read from character bigrams.
pub const GRAMS: &[Feature] =
    &[Feature::Grams, Feature::TitleGrams, Feature::TitleGramFill, Feature::AskedGrams];
/// What is read from kana trigrams.
pub const KANA: &[Feature] = &[Feature::Kana, Feature::TitleKanaFill];
/// What is read from expected questions.
pub const ASKED: &[Feature] = &[Feature::Asked, Feature::AskedGrams];

/// Measures every candidate, as far as the weights ask for it.
pub(super) fn measure(
    snapshot: &Snapshot,
    plan: &Plan,
    weights: &Weights,
    candidates: &Candidates,
) -> Result<Vec<Hit>, IndexError> {
    let records = &candidates.records;
    let probe = |counts: bool, view, terms: &Terms<'_>, is_weighed: bool| match (counts, is_weighed)
    {
        (false, _) => Probe::blank(terms.texts.len(), records.len()),
        (true, false) => Probe::open(snapshot, view, terms, records),
        (true, true) => Probe::weighed(snapshot, view, terms, records),
    };
    let open = |view, terms: &Terms<'_>, features: &[Feature]| {
        probe(weights.count(features), view, terms, false)
    };
    let weighed = |view, terms: &Terms<'_>, features: &[Feature]| {
        probe(weights.count(features), view, terms, true)
    };
    let mut hits: Vec<Hit> = records
        .iter()
        .map(|candidate| Hit {
            record: candidate.record,
            score: 0.0,
            features: Features::default(),
            matched: Vec::new(),
            met: Vec::new(),
            phrase: 0.0,
        })
        .collect();

    let words = Terms::new(plan.terms.iter().map(|term| term.text.as_str()));
    let all = Probe::weighed(snapshot, View::All, &words, records);
    let word_weights: Vec<f32> =
        plan.terms.iter().zip(&all.idf).map(|(term, idf)| term.weight * idf).collect();
    let of_title = [Feature::TitleCoverage, Feature::TitleMeaning, Feature::TitleFill];
    let title = open(View::Title, &words, &of_title);
    let path = open(View::Path, &words, &[Feature::PathCoverage]);

    let other_words = plan.expansions.iter().flat_map(|e| e.terms.iter().map(String::as_str));
    let other_words = Terms::new(other_words);
    let other_all = Probe::weighed(snapshot, View::All, &other_words, records);
    let mut other_title = open(View::Title, &other_words, &[Feature::TitleMeaning]);
    // A word says as much of a title as of any text.
    other_title.idf.clone_from(&other_all.idf);

    let grams = Terms::new(plan.grams.iter().map(String::as_str));
    let kana = Terms::new(plan.kana.iter().map(String::as_str));
    let all_grams = weighed(View::Grams, &grams, GRAMS);
    let title_grams =
        open(View::TitleGrams, &grams, &[Feature::TitleGrams, Feature::TitleGramFill]);
    let all_kana = weighed(View::Kana, &kana, &[Feature::Kana]);
    let title_kana = open(View::TitleKana, &kana, &[Feature::TitleKanaFill]);

    let average = snapshot.average_length(View::All)?;
    for (at, hit) in hits.iter_mut().enumerate() {
        let f = &mut hit.features;
        f.set(Feature::Bm25, all.bm25(at, &word_weights, average));
        f.set(Feature::Coverage, all.coverage(at, &word_weights));
        let met = Met::of(plan, at, &all, &other_all);
        f.set(Feature::MeaningCoverage, met.share(&word_weights));
        f.set(Feature::TitleCoverage, title.coverage(at, &word_weights));
        let in_title = Met::of(plan, at, &title, &other_title);
        f.set(Feature::TitleMeaning, in_title.share(&word_weights));
        f.set(Feature::TitleFill, title.fill(at));
        f.set(Feature::PathCoverage, path.coverage(at, &word_weights));
        f.set(Feature::Grams, all_grams.coverage(at, &all_grams.idf));
        f.set(Feature::TitleGrams, title_grams.coverage(at, &all_grams.idf));
        f.set(Feature::TitleGramFill, title_grams.fill(at));
        f.set(Feature::Kana, all_kana.coverage(at, &all_kana.idf));
        f.set(Feature::TitleKanaFill, title_kana.fill(at));
        hit.matched = (0..words.texts.len()).filter(|word| all.tf(at, *word) > 0).collect();
        hit.met = met.words;
        hit.phrase = met.longest;
    }
    if !candidates.asked.is_empty() {
        likeness(snapshot, plan, &words, &grams, &candidates.asked, &mut hits);
    }
    Ok(hits)
}

/// How far a record meets the words of a question: 1 directly, less through another word in the measure of its
/// closeness.
struct Met {
    words: Vec<f32>,
    /// A phrase of which the analyser leaves no term weighs as much as its other word: how much, how far met.
    phrase: (f32, f32),
    /// The longest phrase that is met through other words, as a share of ten characters.
    longest: f32,
}

impl Met {
    fn of(plan: &Plan, at: usize, own: &Probe, other: &Probe) -> Self {
        let mut words: Vec<f32> =
            (0..plan.terms.len()).map(|word| f32::from(u8::from(own.tf(at, word) > 0))).collect();
        let mut phrase = (0.0_f32, 0.0_f32);
        let mut longest = 0.0_f32;
        let mut first = 0;
        for expansion in &plan.expansions {
            let range = first..first + expansion.terms.len();
            first = range.end;
            let total: f32 = range.clone().map(|term| other.idf[term]).sum();
            let held: f32 =
                range.filter(|term| other.tf(at, *term) > 0).map(|term| other.idf[term]).sum();
            let share = if total > 0.0 { expansion.weight * held / total } else { 0.0 };
            longest = longest.max(share * expansion.n_chars.min(10) as f32 / 10.0);
            if expansion.sources.is_empty() {
                let weight = total / expansion.terms.len().max(1) as f32;
                phrase = (phrase.0.max(weight), phrase.1.max(weight * share));
            }
            for source in &expansion.sources {
                if let Some(value) = words.get_mut(*source) {
                    *value = value.max(share);
                }
            }
        }
        Self { words, phrase, longest }
    }

    /// Share of the question's weight that is met.
    fn share(&self, weights: &[f32]) -> f32 {
        let total: f32 = weights.iter().sum::<f32>() + self.phrase.0;
        let met: f32 = self.words.iter().zip(weights).map(|(met, weight)| met * weight).sum();
        if total > 0.0 { (met + self.phrase.1) / total } else { 0.0 }
    }
}

/// Sets the likeness of each hit to the nearest of its expected questions.
fn likeness(
    snapshot: &Snapshot,
    plan: &Plan,
    words: &Terms<'_>,
    grams: &Terms<'_>,
    asked: &[Candidate],
    hits: &mut [Hit],
) {
    let word_probe = Probe::weighed(snapshot, View::Asked, words, asked);
    let gram_probe = Probe::weighed(snapshot, View::AskedGrams, grams, asked);
    let weights: Vec<f32> =
        plan.terms.iter().zip(&word_probe.idf).map(|(term, idf)| term.weight * idf).collect();
    let mut best: BTreeMap<u64, (f32, f32)> = BTreeMap::new();
    for (at, candidate) in asked.iter().enumerate() {
        let in_words = harmonic(word_probe.coverage(at, &weights), word_probe.fill(at));
        let in_grams = harmonic(gram_probe.coverage(at, &gram_probe.idf), gram_probe.fill(at));
        let entry = best.entry(candidate.record).or_default();
        entry.0 = entry.0.max(in_words);
        entry.1 = entry.1.max(in_grams);
    }
    for hit in hits {
        if let Some((in_words, in_grams)) = best.get(&hit.record) {
            hit.features.set(Feature::Asked, *in_words);
            hit.features.set(Feature::AskedGrams, *in_grams);
        }
    }
}

fn harmonic(a: f32, b: f32) -> f32 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

/// Terms that are looked for in what documents hold.
struct Terms<'a> {
    texts: Vec<&'a str>,
    /// The codes of the terms with their places, sorted.
    codes: Vec<(u64, usize)>,
    /// One bit for each of the last bits that a code of them has: most of what a document holds is none of them.
    mask: [u64; 64],
}

impl<'a> Terms<'a> {
    fn new(texts: impl Iterator<Item = &'a str>) -> Self {
        let texts: Vec<&str> = texts.collect();
        let mut codes: Vec<(u64, usize)> = texts.iter().map(|text| code(text)).zip(0..).collect();
        codes.sort_unstable();
        let mut mask = [0; 64];
        for (code, _) in &codes {
            mask[(code >> 6 & 63) as usize] |= 1 << (code & 63);
        }
        Self { texts, codes, mask }
    }

    /// Returns the places of the terms with a code.
    fn with(&self, code: u64) -> impl Iterator<Item = usize> + '_ {
        let may_be = self.mask[(code >> 6 & 63) as usize] & (1 << (code & 63)) != 0;
        let first = if may_be {
            self.codes.partition_point(|(known, _)| *known < code)
        } else {
            self.codes.len()
        };
        let same = self.codes[first..].iter().take_while(move |(known, _)| *known == code);
        same.map(|(_, term)| *term)
    }
}

/// How rare some terms are in one view, and how often some documents hold them.
struct Probe {
    idf: Vec<f32>,
    n_terms: usize,
    frequencies: Vec<u32>,
    lengths: Vec<u32>,
}

impl Probe {
    /// Returns the probe of a view that holds nothing.
    fn blank(n_terms: usize, n_candidates: usize) -> Self {
        Self {
            idf: vec![0.0; n_terms],
            n_terms,
            frequencies: vec![0; n_terms * n_candidates],
            lengths: vec![0; n_candidates],
        }
    }

    /// Looks for terms in what documents hold.
    fn open(snapshot: &Snapshot, view: View, terms: &Terms<'_>, candidates: &[Candidate]) -> Self {
        let n_terms = terms.texts.len();
        let mut probe = Self::blank(n_terms, candidates.len());
        let mut held = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            let DocAddress { segment_ord, doc_id } = candidate.address;
            let Some(columns) = snapshot.columns.get(segment_ord as usize) else { continue };
            let column = &columns.held[view as usize];
            let rows = column.index.value_row_ids(doc_id);
            probe.lengths[at] = rows.len() as u32;
            held.resize(rows.len(), 0);
            column.values.get_range(u64::from(rows.start), &mut held);
            let frequencies = &mut probe.frequencies[at * n_terms..(at + 1) * n_terms];
            for code in &held {
                for term in terms.with(*code) {
                    frequencies[term] += 1;
                }
            }
        }
        probe
    }

    /// The same, with how rare the terms are in a view that is searched.
    fn weighed(
        snapshot: &Snapshot,
        view: View,
        terms: &Terms<'_>,
        candidates: &[Candidate],
    ) -> Self {
        let mut probe = Self::open(snapshot, view, terms, candidates);
        let n_documents = match view {
            View::Asked | View::AskedGrams => snapshot.n_asked,
            _ => snapshot.n_records,
        } as f32;
        for (idf, term) in probe.idf.iter_mut().zip(&terms.texts) {
            let count = snapshot.count(view, term) as f32;
            *idf = (1.0 + (n_documents - count + 0.5).max(0.0) / (count + 0.5)).ln();
        }
        probe
    }

    fn tf(&self, at: usize, term: usize) -> u32 {
        self.frequencies.get(at * self.n_terms + term).copied().unwrap_or(0)
    }

    /// Share of the weight of the terms that a document holds.
    fn coverage(&self, at: usize, weights: &[f32]) -> f32 {
        let total: f32 = weights.iter().sum();
        let held: f32 = weights
            .iter()
            .enumerate()
            .filter(|(term, _)| self.tf(at, *term) > 0)
            .map(|(_, weight)| weight)
            .sum();
        if total > 0.0 { held / total } else { 0.0 }
    }

    /// Share of a document's own terms that are among the terms.
    fn fill(&self, at: usize) -> f32 {
        let length = self.lengths.get(at).copied().unwrap_or(0);
        if length == 0 {
            return 0.0;
        }
        let held: u32 = (0..self.n_terms).map(|term| self.tf(at, term)).sum();
        (held as f32 / length as f32).min(1.0)
    }

    /// BM25 as a share of the weight of the terms.
    fn bm25(&self, at: usize, weights: &[f32], average_length: f32) -> f32 {
        let total: f32 = weights.iter().sum();
        let length = self.lengths.get(at).copied().unwrap_or(0) as f32;
        let norm = K1 * (1.0 - B + B * length / average_length.max(1.0));
        let sum: f32 = weights
            .iter()
            .enumerate()
            .map(|(term, weight)| {
                let tf = self.tf(at, term) as f32;
                weight * tf * (K1 + 1.0) / (tf + norm)
            })
            .sum();
        if total > 0.0 { sum / total } else { 0.0 }
    }
}

impl Snapshot {
    fn average_length(&self, view: View) -> Result<f32, IndexError> {
        let Some(field) = self.fields.searched(view) else { return Ok(0.0) };
        let mut total = 0;
        for segment in self.searcher.segment_readers() {
            total += segment.inverted_index(field)?.total_num_tokens();
        }
        Ok(total as f32 / self.n_records.max(1) as f32)
    }
}
