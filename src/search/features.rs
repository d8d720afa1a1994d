//! What speaks for a candidate, as numbers.
//!
//! Every feature is read from what the candidates hold ([`Held`](crate::index::Held)): the codes of a record's terms,
//! gone through once for each view.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are as many as the terms they are of, views as many as there are"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Candidate, Candidates};
use super::terms::{Terms, Vocabulary};
use super::{Expansion, Hit, Plan, Snapshot};
use crate::index::{HeldView, IndexError, View};
use serde::{Deserialize, Serialize};

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
    /// The title holds every word of the question.
    TitleHolds = "title-holds",
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

    /// Whether any of some features counts: groups that do not are not measured.
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
    vocabulary: &Vocabulary<'_>,
    weights: &Weights,
    candidates: &Candidates,
) -> Result<Vec<Hit>, IndexError> {
    let Vocabulary { all, grams, kana, .. } = vocabulary;
    let n_words = plan.terms.len();
    let words = Weighed::new(plan.terms.iter().zip(&all.idf).map(|(term, idf)| term.weight * idf));
    let gram_weights = Weighed::new(grams.idf.iter().copied());
    let kana_weights = Weighed::new(kana.idf.iter().copied());
    let others = Others::new(plan, vocabulary);
    let wants = |feature| weights.get(feature) != 0.0;
    let wants_path = wants(Feature::PathCoverage);

    let (mut entry, mut counts) = (Vec::new(), Vec::new());
    let mut hits = Vec::with_capacity(candidates.records.len());
    for candidate in &candidates.records {
        let held = held(snapshot, candidate, &mut entry)?;
        let view = |view: View| held[view as usize];
        let mut f = Features::default();

        all.count_in(view(View::All), &mut counts);
        f.set(Feature::Bm25, words.bm25(&counts, view(View::All), snapshot.average_length));
        f.set(Feature::Coverage, words.coverage(&counts));
        let met = others.met(n_words, &counts);
        f.set(Feature::MeaningCoverage, met.share(&words));
        let matched = (0..n_words).filter(|word| counts[*word] > 0).collect();

        all.count_in(view(View::Title), &mut counts);
        f.set(Feature::TitleCoverage, words.coverage(&counts));
        f.set(Feature::TitleMeaning, others.met(n_words, &counts).share(&words));
        f.set(Feature::TitleFill, fill(&counts[..n_words], view(View::Title)));
        if wants_path {
            all.count_in(view(View::Path), &mut counts);
            f.set(Feature::PathCoverage, words.coverage(&counts));
        }

        grams.count_in(view(View::Grams), &mut counts);
        f.set(Feature::Grams, gram_weights.coverage(&counts));
        grams.count_in(view(View::TitleGrams), &mut counts);
        f.set(Feature::TitleGrams, gram_weights.coverage(&counts));
        f.set(Feature::TitleGramFill, fill(&counts, view(View::TitleGrams)));

        kana.count_in(view(View::Kana), &mut counts);
        f.set(Feature::Kana, kana_weights.coverage(&counts));
        kana.count_in(view(View::TitleKana), &mut counts);
        f.set(Feature::TitleKanaFill, fill(&counts, view(View::TitleKana)));

        hits.push(Hit {
            record: candidate.record,
            score: 0.0,
            features: f,
            matched,
            met: met.words,
            phrase: met.longest,
        });
    }
    likeness(snapshot, plan, vocabulary, &candidates.asked, &mut hits)?;
    Ok(hits)
}

/// Reads what a candidate holds.
fn held<'a>(
    snapshot: &Snapshot,
    candidate: &Candidate,
    entry: &'a mut Vec<u8>,
) -> Result<[HeldView<'a>; View::ALL.len()], IndexError> {
    let segment = snapshot.segment(candidate.address);
    let key = segment.and_then(|it| it.held.first(candidate.address.doc_id));
    Ok(HeldView::of(match key {
        Some(key) => snapshot.held.read(key, entry)?,
        None => &[],
    }))
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
    /// Share of the question's weight that is met.
    fn share(&self, words: &Weighed) -> f32 {
        let total = words.total + self.phrase.0;
        let met: f32 =
            self.words.iter().zip(&words.weights).map(|(met, weight)| met * weight).sum();
        if total > 0.0 { (met + self.phrase.1) / total } else { 0.0 }
    }
}

/// Other words for those of a question.
struct Others<'a> {
    expansions: &'a [Expansion],
    /// The places of each other word's terms with how rare they are, and the sum of that.
    terms: Vec<(Vec<(usize, f32)>, f32)>,
    /// The places of all of them.
    places: Vec<usize>,
    /// What the heaviest phrase weighs of which the analyser leaves no term.
    phrase: f32,
}

impl<'a> Others<'a> {
    fn new(plan: &'a Plan, vocabulary: &Vocabulary<'_>) -> Self {
        let idf = |at: usize| vocabulary.all.idf.get(at).copied().unwrap_or(0.0);
        let terms = vocabulary.expansions.iter().map(|places| {
            let terms: Vec<(usize, f32)> = places.iter().map(|at| (*at, idf(*at))).collect();
            let total = terms.iter().map(|(_, idf)| idf).sum();
            (terms, total)
        });
        let terms: Vec<(Vec<(usize, f32)>, f32)> = terms.collect();
        let places: BTreeSet<usize> = vocabulary.expansions.iter().flatten().copied().collect();
        let phrases = plan.expansions.iter().zip(&terms);
        let phrases = phrases.filter(|(expansion, _)| expansion.sources.is_empty());
        Self {
            expansions: &plan.expansions,
            places: places.into_iter().collect(),
            phrase: phrases.map(|(_, terms)| weight(terms)).fold(0.0, f32::max),
            terms,
        }
    }

    /// Tells how far the words of a question are met by a record that holds each term of the vocabulary so often.
    fn met(&self, n_words: usize, counts: &[u32]) -> Met {
        let mut words: Vec<f32> =
            counts[..n_words].iter().map(|count| f32::from(u8::from(*count > 0))).collect();
        let mut phrase = (self.phrase, 0.0_f32);
        let mut longest = 0.0_f32;
        if self.places.iter().all(|at| counts[*at] == 0) {
            return Met { words, phrase, longest };
        }
        for (expansion, terms) in self.expansions.iter().zip(&self.terms) {
            let held: f32 =
                terms.0.iter().filter(|(at, _)| counts[*at] > 0).map(|(_, idf)| idf).sum();
            if held <= 0.0 {
                continue;
            }
            let share = expansion.weight * held / terms.1;
            longest = longest.max(share * expansion.n_chars.min(10) as f32 / 10.0);
            if expansion.sources.is_empty() {
                phrase.1 = phrase.1.max(weight(terms) * share);
            }
            for source in &expansion.sources {
                if let Some(value) = words.get_mut(*source) {
                    *value = value.max(share);
                }
            }
        }
        Met { words, phrase, longest }
    }
}

/// What a phrase weighs of which the analyser leaves no term: as much as a term of its other word.
fn weight((terms, total): &(Vec<(usize, f32)>, f32)) -> f32 {
    total / terms.len().max(1) as f32
}

/// Sets the likeness of each hit to the nearest of its expected questions.
fn likeness(
    snapshot: &Snapshot,
    plan: &Plan,
    vocabulary: &Vocabulary<'_>,
    asked: &[Candidate],
    hits: &mut [Hit],
) -> Result<(), IndexError> {
    let Vocabulary { asked: words, asked_grams: grams, .. } = vocabulary;
    let by_words =
        Weighed::new(plan.terms.iter().zip(&words.idf).map(|(term, idf)| term.weight * idf));
    let by_grams = Weighed::new(grams.idf.iter().copied());
    let mut best: BTreeMap<u64, (f32, f32)> = BTreeMap::new();
    let (mut entry, mut counts) = (Vec::new(), Vec::new());
    for candidate in asked {
        let held = held(snapshot, candidate, &mut entry)?;
        let mut nearness = |terms: &Terms<'_>, weighed: &Weighed, view: View| {
            terms.count_in(held[view as usize], &mut counts);
            harmonic(weighed.coverage(&counts), fill(&counts, held[view as usize]))
        };
        let in_words = nearness(words, &by_words, View::Asked);
        let in_grams = nearness(grams, &by_grams, View::AskedGrams);
        let entry = best.entry(candidate.record).or_default();
        *entry = (entry.0.max(in_words), entry.1.max(in_grams));
    }
    for hit in hits {
        if let Some((in_words, in_grams)) = best.get(&hit.record) {
            hit.features.set(Feature::Asked, *in_words);
            hit.features.set(Feature::AskedGrams, *in_grams);
        }
    }
    Ok(())
}

fn harmonic(a: f32, b: f32) -> f32 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

/// Share of a text's own terms that are among those counted in it.
fn fill(counts: &[u32], held: HeldView<'_>) -> f32 {
    if held.n_terms == 0 {
        return 0.0;
    }
    (counts.iter().sum::<u32>() as f32 / held.n_terms as f32).min(1.0)
}

/// What some terms of a question count, with the sum.
struct Weighed {
    weights: Vec<f32>,
    total: f32,
}

impl Weighed {
    fn new(weights: impl Iterator<Item = f32>) -> Self {
        let weights: Vec<f32> = weights.collect();
        Self { total: weights.iter().sum(), weights }
    }

    /// Share of the weight of the terms that a text holds.
    fn coverage(&self, counts: &[u32]) -> f32 {
        let counted = self.weights.iter().zip(counts);
        let held: f32 = counted.filter(|(_, count)| **count > 0).map(|(weight, _)| weight).sum();
        if self.total > 0.0 { held / self.total } else { 0.0 }
    }

    /// BM25 as a share of the weight of the terms.
    fn bm25(&self, counts: &[u32], held: HeldView<'_>, average_length: f32) -> f32 {
        let norm = K1 * (1.0 - B + B * held.n_terms as f32 / average_length.max(1.0));
        let sum: f32 = self
            .weights
            .iter()
            .zip(counts)
            .map(|(weight, count)| {
                let count = *count as f32;
                weight * count * (K1 + 1.0) / (count + norm)
            })
            .sum();
        if self.total > 0.0 { sum / self.total } else { 0.0 }
    }
}
