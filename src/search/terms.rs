//! The terms of one question, looked up once: how many documents have each, where its postings lie, what its code is.

use tantivy::postings::TermInfo;

use super::Snapshot;
use crate::index::{HeldView, IndexError, View, code};

/// Terms of one view, each once.
#[derive(Default)]
pub(super) struct Terms<'a> {
    pub(super) view: Option<View>,
    pub(super) texts: Vec<&'a str>,
    pub(super) found: Vec<Postings>,
    /// How rare each is: the logarithm of how many documents there are for each that has it.
    pub(super) idf: Vec<f32>,
    /// The codes with the places of their terms, ascending.
    codes: Vec<(u32, usize)>,
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
        Ok(Self { view: Some(view), idf: idf.collect(), texts, found, codes })
    }

    /// Counts the terms in what a record holds: how often each stands there, in the order of the terms.
    pub(super) fn count_in(&self, held: HeldView<'_>, frequencies: &mut Vec<u32>) {
        frequencies.clear();
        frequencies.resize(self.texts.len(), 0);
        let mut held = held.codes();
        let mut here = held.next();
        for (code, term) in &self.codes {
            while here.is_some_and(|here| here.code() < *code) {
                here = held.next();
            }
            let Some(here) = here else { break };
            if here.code() == *code
                && let Some(place) = frequencies.get_mut(*term)
            {
                *place = here.frequency();
            }
        }
    }
}
