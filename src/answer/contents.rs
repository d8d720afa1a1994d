//! What a ward's documents deal with, where a question names the ward and nothing in particular.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use super::compose::Composer;
use super::words::{EVERYTHING, is_one_of};
use super::{Answer, Outcome};
use crate::library::LoadedDocument;
use crate::model::{Measure, MeasureKind};
use crate::question::{Question, Reading, Slot};

/// A heading of a document, with the measures right below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// The heading; empty where they stand below none.
    pub heading: String,
    /// The measures in the order of the document; at least one.
    pub measures: Vec<Arc<Measure>>,
}

impl Composer<'_> {
    /// Answers with the headings of a ward's documents where a question names nothing else: 西区の主な取組.
    pub(super) fn contents(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Option<Answer> {
        let wards = &reading.municipalities;
        let is_plain = reading.intents.is_empty()
            && reading.slots.iter().all(|slot| *slot == Slot::List)
            && reading.other_municipality.is_none();
        if wards.is_empty() || !is_plain || self.unknown_year(reading).is_some() {
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
        let contents: Vec<Chapter> = documents.into_iter().flat_map(chapters).collect();
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

/// Returns the headings right above a document's measures, in their order.
fn chapters(document: &LoadedDocument) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    let mut places: HashMap<Vec<String>, usize> = HashMap::new();
    for measure in document.measures().filter(|it| it.kind == MeasureKind::Measure) {
        let place = *places.entry(measure.path.clone()).or_insert(chapters.len());
        if place == chapters.len() {
            let heading = measure.path.last().cloned().unwrap_or_default();
            chapters.push(Chapter { heading, measures: Vec::new() });
        }
        if let Some(chapter) = chapters.get_mut(place) {
            chapter.measures.push(measure);
        }
    }
    chapters
}
