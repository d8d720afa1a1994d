//! What a ward's documents deal with, where a question names the ward and nothing in particular.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::compose::Composer;
use super::words::{EVERYTHING, is_one_of};
use super::{Answer, Outcome};
use crate::library::LoadedDocument;
use crate::model::{Measure, MeasureKind};
use crate::question::{Intent, Question, Reading, Slot};

/// A heading of a document, with measures below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// The heading; empty where they stand below none, or below the one that was asked for.
    pub heading: String,
    /// The measures in the order of the document; at least one.
    pub measures: Vec<Arc<Measure>>,
}

impl Composer<'_> {
    /// Answers with the headings of a ward's documents where a question names nothing else: 西区の主な取組; where it asks
    /// for what changed, with what they mark.
    pub(super) fn contents(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Option<Answer> {
        let wards = &reading.municipalities;
        // A ward of the same name may mark other things.
        let of_changes = reading.intents == [Intent::Changes] && wards.len() == 1;
        let is_asked = of_changes || reading.intents.is_empty();
        if wards.is_empty() || !is_asked || self.asks_otherwise(reading) {
            return None;
        }
        let terms = self.reader.terms(&reading.content);
        if !terms.iter().all(|term| is_one_of(term, EVERYTHING)) {
            return None;
        }
        let mut documents = self.documents(reading);
        documents.sort_by_key(|document| {
            let ward = wards.iter().position(|ward| ward == document.municipality());
            (ward, Reverse(document.fiscal_year))
        });
        let of_document = |document: &LoadedDocument| {
            let is_told = |it: &Arc<Measure>| {
                it.kind == MeasureKind::Measure && !(of_changes && it.changes.is_empty())
            };
            let measures = document.measures().filter(is_told);
            chapters(measures, |path| path.len().checked_sub(1))
        };
        let contents = documents.into_iter().flat_map(of_document).collect();
        self.with_contents(question, reading, contents, limit)
    }

    /// Whether a question asks for measures as such, not for their money, office or another detail, and of years and
    /// municipalities that there are documents of.
    pub(super) fn asks_for_measures(&self, reading: &Reading) -> bool {
        reading.intents.is_empty() && !self.asks_otherwise(reading)
    }

    /// Whether a question asks for a detail, or of a year or a municipality that there is no document of.
    fn asks_otherwise(&self, reading: &Reading) -> bool {
        reading.slots.iter().any(|slot| *slot != Slot::List)
            || reading.other_municipality.is_some()
            || self.unknown_year(reading).is_some()
    }

    /// Answers with headings of documents, none where there are none.
    pub(super) fn with_contents(
        &self,
        question: &Question,
        reading: &Reading,
        contents: Vec<Chapter>,
        limit: usize,
    ) -> Option<Answer> {
        // One of each ward before all others.
        let measures = contents.iter().filter_map(|chapter| chapter.measures.first());
        let mut told: Vec<&str> = Vec::new();
        let (of_wards, others): (Vec<_>, Vec<_>) = measures.partition(|measure: &&Arc<Measure>| {
            let ward = measure.document.municipality.as_str();
            let is_new = !told.contains(&ward);
            told.push(ward);
            is_new
        });
        let outcome = match of_wards.len() {
            0 => return None,
            1 => Outcome::Answered,
            _ => Outcome::Choose,
        };
        let limit = limit.max(of_wards.len());
        let measures = of_wards.into_iter().chain(others);
        let answers = measures.take(limit).map(|it| self.show(it, &reading.folded)).collect();
        Some(Answer { outcome, answers, contents, ..self.blank(question, reading) })
    }
}

/// Returns the headings above measures of one document, in their order; `heading` tells which of
/// those above one it is, if any.
pub(super) fn chapters(
    measures: impl Iterator<Item = Arc<Measure>>,
    heading: impl Fn(&[String]) -> Option<usize>,
) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    for measure in measures {
        let above: Vec<String> = heading(&measure.path)
            .and_then(|at| measure.path.get(..=at))
            .map(<[String]>::to_vec)
            .unwrap_or_default();
        let heading = above.last().cloned().unwrap_or_default();
        let place = *places.entry(above).or_insert(chapters.len());
        if place == chapters.len() {
            chapters.push(Chapter { heading, measures: Vec::new() });
        }
        if let Some(chapter) = chapters.get_mut(place) {
            chapter.measures.push(measure);
        }
    }
    chapters
}
