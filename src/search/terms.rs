//! The terms of one question, looked up once: how many documents have each, where its postings lie, what its code is.

#![expect(clippy::indexing_slicing, reason = "the slot of any code is one of as many as there are")]

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
    /// Where titles have the question's words.
    pub(super) titles: Vec<Postings>,
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
            titles: snapshot.postings_of(View::Title, &words)?,
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
    codes: Codes,
}

/// The codes of a question's terms, in slots by their lowest bits: a record holds hundreds of codes, and few of them are
/// a question's.
struct Codes {
    /// Where the codes of each slot begin; none for no terms.
    first: Vec<u16>,
    /// Codes with the places of their terms, slot by slot.
    places: Vec<(u32, usize)>,
}

impl Codes {
    const N_SLOTS: usize = 1 << 12;
    const NONE: u16 = u16::MAX;

    fn of(texts: &[&str]) -> Self {
        let mut places: Vec<(u32, usize)> = texts.iter().map(|text| code(text)).zip(0..).collect();
        places.sort_unstable_by_key(|(code, _)| Self::slot(*code));
        let mut first = vec![Self::NONE; if texts.is_empty() { 0 } else { Self::N_SLOTS }];
        for ((code, _), at) in places.iter().zip(0..Self::NONE).rev() {
            if let Some(first) = first.get_mut(Self::slot(*code)) {
                *first = at;
            }
        }
        Self { first, places }
    }

    /// Codes are digests: any of their bits do.
    fn slot(code: u32) -> usize {
        code as usize % Self::N_SLOTS
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
        let found = snapshot.postings_of(view, &texts)?;
        let idf = found.iter().map(|postings| {
            let count = postings.count as f32;
            (1.0 + (n_documents - count + 0.5).max(0.0) / (count + 0.5)).ln()
        });
        Ok(Self { view, idf: idf.collect(), codes: Codes::of(&texts), texts, found })
    }

    /// Counts the terms in what a record holds: how often each stands there, in the order of the terms.
    pub(super) fn count_in(&self, held: HeldView<'_>, frequencies: &mut Vec<u32>) {
        frequencies.clear();
        frequencies.resize(self.texts.len(), 0);
        let Some(first) = self.codes.first.first_chunk::<{ Codes::N_SLOTS }>() else { return };
        for here in held.codes() {
            let first = first[Codes::slot(here.code())];
            if first == Codes::NONE {
                continue;
            }
            let slot = self.codes.places.iter().skip(first.into());
            let slot = slot.take_while(|(code, _)| Codes::slot(*code) == Codes::slot(here.code()));
            for (_, term) in slot.filter(|(code, _)| *code == here.code()) {
                if let Some(place) = frequencies.get_mut(*term) {
                    *place = here.frequency();
                }
            }
        }
    }
}
