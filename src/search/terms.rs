//! The terms of one question, looked up once: how many documents have each, where its postings lie, what its code is.

use std::collections::HashMap;

use tantivy::postings::TermInfo;

use super::{ASKED, GRAMS, KANA, Plan, Snapshot, Weights};
use crate::index::{HeldView, IndexError, View, code};

/// The terms of a plan, looked up.
pub(super) struct Vocabulary<'a> {
    /// The question's words, and behind them the terms of other words for them.
    pub(super) all: Terms<'a>,
    /// The places in `all` of the terms of each other word.
    pub(super) expansions: Vec<Vec<usize>>,
    pub(super) grams: Terms<'a>,
    pub(super) kana: Terms<'a>,
    /// The question's words in expected questions.
    pub(super) asked: Terms<'a>,
    pub(super) asked_grams: Terms<'a>,
}

impl<'a> Vocabulary<'a> {
    /// Looks up what the weights ask for.
    pub(super) fn of(
        snapshot: &Snapshot,
        plan: &'a Plan,
        weights: &Weights,
    ) -> Result<Self, IndexError> {
        let words: Vec<&str> = plan.terms.iter().map(|term| term.text.as_str()).collect();
        let mut texts = words.clone();
        let mut places: HashMap<&str, usize> = words.iter().copied().zip(0..).collect();
        let mut place = |term: &'a String| {
            *places.entry(term).or_insert_with(|| {
                texts.push(term);
                texts.len() - 1
            })
        };
        let expansions = plan.expansions.iter();
        let expansions = expansions.map(|it| it.terms.iter().map(&mut place).collect()).collect();
        // What is not needed has no terms.
        let look_up = |is_needed: bool, view, texts: Vec<&'a str>| {
            Terms::look_up(snapshot, view, if is_needed { texts } else { Vec::new() })
        };
        let grams: Vec<&str> = plan.grams.iter().map(String::as_str).collect();
        let kana = plan.kana.iter().map(String::as_str).collect();
        let is_asked = snapshot.n_asked > 0 && weights.count(ASKED);
        Ok(Self {
            all: look_up(true, View::All, texts)?,
            expansions,
            grams: look_up(weights.count(GRAMS), View::Grams, grams.clone())?,
            kana: look_up(weights.count(KANA), View::Kana, kana)?,
            asked: look_up(is_asked, View::Asked, words)?,
            asked_grams: look_up(is_asked, View::AskedGrams, grams)?,
        })
    }
}

/// Terms of one view, each once.
pub(super) struct Terms<'a> {
    pub(super) view: View,
    pub(super) texts: Vec<&'a str>,
    pub(super) found: Vec<Postings>,
    /// How rare each is: the logarithm of how many documents there are for each that has it.
    pub(super) idf: Vec<f32>,
    /// The codes with the places of their terms, ascending.
    codes: Vec<(u32, usize)>,
    sieve: Sieve,
}

/// Tells of most codes that they are none of a few: a record holds hundreds, and few of them are a question's.
struct Sieve([bool; Self::SIZE]);

impl Sieve {
    const SIZE: usize = 1 << 12;

    fn of(codes: impl Iterator<Item = u32>) -> Self {
        let mut sieve = [false; Self::SIZE];
        for code in codes {
            if let Some(place) = sieve.get_mut(Self::place(code)) {
                *place = true;
            }
        }
        Self(sieve)
    }

    fn may_have(&self, code: u32) -> bool {
        self.0.get(Self::place(code)).is_none_or(|it| *it)
    }

    /// Codes are digests: any of their bits do.
    fn place(code: u32) -> usize {
        code as usize % Self::SIZE
    }
}

/// Where a term stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// How many documents have it.
    pub(super) count: u64,
    /// Its posting list in each segment.
    pub(super) lists: Vec<Option<TermInfo>>,
}

impl<'a> Terms<'a> {
    /// Looks terms up.
    pub(super) fn look_up(
        snapshot: &Snapshot,
        view: View,
        texts: Vec<&'a str>,
    ) -> Result<Self, IndexError> {
        let n_documents = match view {
            View::Asked | View::AskedGrams => snapshot.n_asked,
            _ => snapshot.n_records,
        } as f32;
        let found: Vec<Postings> =
            texts.iter().map(|text| snapshot.postings(view, text)).collect::<Result<_, _>>()?;
        let idf = found.iter().map(|postings| {
            let count = postings.count as f32;
            (1.0 + (n_documents - count + 0.5).max(0.0) / (count + 0.5)).ln()
        });
        let mut codes: Vec<(u32, usize)> = texts.iter().map(|text| code(text)).zip(0..).collect();
        codes.sort_unstable();
        let sieve = Sieve::of(codes.iter().map(|(code, _)| *code));
        Ok(Self { view, idf: idf.collect(), texts, found, codes, sieve })
    }

    /// Counts the terms in what a record holds: how often each stands there, in the order of the terms.
    pub(super) fn count_in(&self, held: HeldView<'_>, frequencies: &mut Vec<u32>) {
        frequencies.clear();
        frequencies.resize(self.texts.len(), 0);
        for here in held.codes().filter(|here| self.sieve.may_have(here.code())) {
            let first = self.codes.partition_point(|(code, _)| *code < here.code());
            let same = self.codes.iter().skip(first).take_while(|(code, _)| *code == here.code());
            for (_, term) in same {
                if let Some(place) = frequencies.get_mut(*term) {
                    *place = here.frequency();
                }
            }
        }
    }
}
