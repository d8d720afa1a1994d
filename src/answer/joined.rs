//! Things that a question joins: 防災と防犯, 防災、福祉.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::compose::{Composer, Work};
use super::contents::Chapter;
use super::heading::names_number;
use super::ranking::{WHOLE, meets_all};
use super::words::{EVERYTHING, excludes, is_one_of};
use super::{Answer, Outcome, Reason};
use crate::index::IndexError;
use crate::model::Measure;
use crate::question::{Question, Reading, Slot};
use crate::search::Hit;
use crate::text::truncate;

/// A name that is joined to another has so many words at most.
const MOST_WORDS: usize = 8;
/// So many things are looked for at most: each is a search of its own.
pub(super) const MOST_PARTS: usize = 8;
/// So many measures of each are named.
const NAMED: usize = 2;
/// The longest name of a thing of which nothing was found, in characters.
const LONGEST_NAME: usize = 20;

/// Whether a measure says every word of what was looked for, or one that means the same.
fn is_said(work: &Work, hit: &Hit) -> bool {
    meets_all(&work.plan, hit, WHOLE)
}

impl Composer<'_> {
    /// Returns the names that a question joins, where those are no sentences: 防災と防犯, 防災、防犯.
    pub(super) fn names(&self, reading: &Reading) -> Option<Vec<String>> {
        let parts = self.joined(&reading.content);
        let is_name = |part: &String| {
            let terms = self.reader.terms(part);
            terms.len() <= MOST_WORDS && terms.iter().all(|term| term.weight >= 1.0)
        };
        (parts.len() > 1 && parts.iter().all(is_name)).then_some(parts)
    }

    /// Whether one measure says all that a question names: 犯罪情報の発信と防犯意識啓発活動.
    pub(super) fn is_of_one(&self, reading: &Reading) -> Result<bool, IndexError> {
        let work = self.work_on(reading.clone())?;
        Ok(work.hits.first().is_some_and(|hit| is_said(&work, hit)))
    }

    /// Whether words stand for any measure: 福祉の取組 is 福祉.
    fn is_kind(&self, text: &str) -> bool {
        self.reader.terms(text).iter().all(|term| is_one_of(term, EVERYTHING))
    }

    /// Answers with the first measures of each thing that a question joins, where none says all of it: 防災と福祉の取組.
    /// Of what has none that is said. Where several wards speak of each, it is asked whose are meant.
    pub(super) fn topics(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Result<Option<Answer>, IndexError> {
        let is_plain = reading.intents.is_empty()
            && reading.slots.iter().all(|slot| *slot == Slot::List)
            && reading.other_municipality.is_none()
            && reading.other_beside.is_none()
            && self.unknown_year(reading).is_none();
        if !is_plain || excludes(&reading.folded) {
            return Ok(None);
        }
        let Some(parts) = self.names(reading) else { return Ok(None) };
        let without_kind = |part: String| match part.rsplit_once('の') {
            Some((name, kind)) if self.is_kind(kind) => name.to_owned(),
            _ => part,
        };
        let parts: Vec<String> = parts.into_iter().map(without_kind).collect();
        let is_number = parts.iter().any(|part| names_number(part));
        let has_subject = |part: &String| !self.reader.terms(part).is_empty();
        if parts.len() > MOST_PARTS
            || is_number
            || !parts.iter().all(has_subject)
            || self.is_of_one(reading)?
        {
            return Ok(None);
        }
        let of = |part: &String| self.work_on(Reading { content: part.clone(), ..reading.clone() });
        let works: Vec<Work> = parts.iter().map(of).collect::<Result<_, _>>()?;
        if reading.municipalities.len() != 1 {
            return Ok(self.whose(question, reading, &works));
        }
        // Of a year's documents alone, or of what is no name, it is not said that there is nothing.
        let are_names =
            reading.years.is_empty() && parts.iter().all(|part| self.reader.is_name(part));
        let (mut contents, mut answering, mut silent) = (Vec::new(), Vec::new(), Vec::new());
        for (part, work) in parts.into_iter().zip(works) {
            let measures = self.first_of(&work);
            if !measures.is_empty() {
                contents.push(Chapter { heading: part, measures });
                answering.push(work);
            } else if are_names && self.judge(question, work, limit).outcome == Outcome::NotFound {
                silent.push(truncate(&part, LONGEST_NAME));
            } else {
                return Ok(None);
            }
        }
        let answer = match answering.len() {
            // One that alone has measures is answered as if it were asked alone.
            1 => answering.pop().map(|work| self.judge(question, work, limit)),
            _ => self.with_contents(question, reading, contents, limit),
        };
        let nothing_of =
            |ward: &String| Reason::NothingOf { ward: ward.clone(), names: silent.clone() };
        let reason = reading.municipalities.first().filter(|_| !silent.is_empty()).map(nothing_of);
        let is_answered = |it: &Answer| it.outcome == Outcome::Answered && it.reason.is_none();
        Ok(answer.filter(is_answered).map(|answer| Answer { reason, ..answer }))
    }

    /// Returns the first measures that say every word of what was looked for, of one document, whose name and lines are
    /// told; none where none is sure to be meant.
    fn first_of(&self, work: &Work) -> Vec<Arc<Measure>> {
        if work.confidence < self.ranking.answer_threshold {
            return Vec::new();
        }
        let said = work.hits.iter().filter(|hit| is_said(work, hit));
        let mut measures: Vec<Arc<Measure>> =
            said.filter_map(|hit| self.library.at(hit.record)).collect();
        if let Some(first) = measures.first().cloned() {
            measures.retain(|it| it.document.id == first.document.id);
        }
        measures.truncate(NAMED);
        measures
    }

    /// Asks whose measures are meant, with the first of each ward that speaks of each thing, where several do:
    /// 港区の防災と福祉. Wards that are named apart are not asked for.
    fn whose(&self, question: &Question, reading: &Reading, works: &[Work]) -> Option<Answer> {
        let name = |ward: &String| ward.rsplit(['市', '都']).next().map(str::to_owned);
        let names: BTreeSet<Option<String>> = reading.municipalities.iter().map(name).collect();
        let (first, others) = works.split_first()?;
        let ward = |work: &Work, at: usize| {
            let document = self.library.document_at(work.hits.get(at)?.record)?;
            Some(document.municipality().to_owned())
        };
        let wards = |work: &Work| -> Vec<String> {
            self.wards(work).into_iter().filter_map(|at| ward(work, at)).collect()
        };
        let others: Vec<Vec<String>> = others.iter().map(wards).collect();
        let speak_of_all = |at: &usize| {
            ward(first, *at).is_some_and(|ward| others.iter().all(|wards| wards.contains(&ward)))
        };
        let rivals: Vec<usize> = self.wards(first).into_iter().filter(speak_of_all).collect();
        if rivals.len() < 2 || names.len() > 1 {
            return None;
        }
        let hits = rivals.iter().filter_map(|at| first.hits.get(*at));
        let answers = hits.filter_map(|hit| self.found(hit, &first.plan, reading)).collect();
        Some(self.showing(question, reading, Outcome::Choose, answers))
    }

    /// Cuts a question at what joins things: 防災と防犯, 防災、防犯.
    pub(super) fn joined(&self, content: &str) -> Vec<String> {
        // What is left of the sentence around them would be looked for with them: の防災.
        let is_around = |c: char| c.is_whitespace() || "のはをにがで。?「」『』".contains(c);
        let mut parts = Vec::new();
        let mut begin = 0;
        for joint in self.reader.joints(content) {
            parts.extend(content.get(begin..joint.start));
            begin = joint.end;
        }
        parts.extend(content.get(begin..));
        let parts = parts.into_iter().flat_map(|part| part.split(['、', ',', '/']));
        parts.map(|part| part.trim_matches(is_around).to_owned()).collect()
    }
}
