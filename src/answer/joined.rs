//! Things that a question joins: 防災と防犯, 防災、福祉.

use std::sync::Arc;

use super::compose::{Composer, Work};
use super::contents::Chapter;
use super::heading::names_number;
use super::ranking::{WHOLE, meets_all};
use super::words::{EVERYTHING, excludes, is_one_of};
use super::{Answer, Outcome, Reason};
use crate::index::IndexError;
use crate::library::LoadedDocument;
use crate::model::Measure;
use crate::question::{Question, Reading};
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

/// A thing, and how it was worked on by itself.
type Topic = (String, Work);

/// Whether a measure says every word of what was looked for, or one that means the same.
fn is_said(work: &Work, hit: &Hit) -> bool {
    meets_all(&work.plan, hit, WHOLE)
}

/// Whether one measure says all that was looked for.
fn says_all(work: &Work) -> bool {
    work.hits.first().is_some_and(|hit| is_said(work, hit))
}

impl Composer<'_> {
    /// Returns the things that a question joins, where none is a sentence: 防災と防犯, 防災、防犯.
    pub(super) fn things(&self, reading: &Reading) -> Option<Vec<String>> {
        let parts = self.reader.parts(&reading.content);
        let is_short = |part: &String| {
            let terms = self.reader.terms(part);
            terms.len() <= MOST_WORDS && terms.iter().all(|term| term.weight >= 1.0)
        };
        (parts.len() > 1 && parts.iter().all(is_short)).then_some(parts)
    }

    /// Whether one measure says all that a question names: 犯罪情報の発信と防犯意識啓発活動.
    pub(super) fn is_of_one(&self, reading: &Reading) -> Result<bool, IndexError> {
        Ok(says_all(&self.work_on(reading.clone())?))
    }

    /// Answers with the first measures of each thing that a question joins, where none says all of it: 防災と福祉の取組.
    /// Where one ward is meant, what has none is named; where several are, each that speaks of all is told.
    pub(super) fn topics(
        &self,
        question: &Question,
        whole: &Work,
        limit: usize,
    ) -> Result<Option<Answer>, IndexError> {
        let reading = &whole.reading;
        let is_meant = self.asks_for_measures(reading)
            && reading.other_beside.is_none()
            && !excludes(&reading.folded)
            && !says_all(whole);
        let Some(things) = self.things(reading).filter(|_| is_meant) else { return Ok(None) };
        let things: Vec<String> = things.iter().map(|thing| self.without_kind(thing)).collect();
        let is_subject =
            |thing: &String| !names_number(thing) && !self.reader.terms(thing).is_empty();
        if things.len() > MOST_PARTS || !things.iter().all(is_subject) {
            return Ok(None);
        }
        let of = |thing: String| {
            let reading = Reading { content: thing.clone(), ..reading.clone() };
            Ok((thing, self.work_on(reading)?))
        };
        let topics: Vec<Topic> = things.into_iter().map(of).collect::<Result<_, IndexError>>()?;
        Ok(match reading.municipalities.as_slice() {
            [ward] => self.of_ward(question, ward, topics, limit),
            _ => self.of_wards(question, reading, &topics, limit),
        })
    }

    /// Takes away words that stand for any measure: 福祉の取組 is 福祉.
    fn without_kind(&self, thing: &str) -> String {
        let is_kind =
            |text: &str| self.reader.terms(text).iter().all(|term| is_one_of(term, EVERYTHING));
        let name = thing.rsplit_once('の').filter(|(_, kind)| is_kind(kind));
        name.map_or(thing, |(name, _)| name).to_owned()
    }

    /// Answers with what one ward does for each thing. A thing is said to be missing only if it is a name, and if the
    /// program would find nothing near it by itself; of a year's documents alone that is never said.
    fn of_ward(
        &self,
        question: &Question,
        ward: &str,
        topics: Vec<Topic>,
        limit: usize,
    ) -> Option<Answer> {
        let are_names = topics
            .iter()
            .all(|(thing, work)| work.reading.years.is_empty() && self.reader.is_name(thing));
        let (told, silent): (Vec<Topic>, Vec<Topic>) = topics
            .into_iter()
            .partition(|(_, work)| self.is_sure(work) && !self.said_by(ward, work).is_empty());
        let finds_nothing =
            |(_, work): &Topic| self.judge(question, work, limit).outcome == Outcome::NotFound;
        if !(silent.is_empty() || are_names && silent.iter().all(finds_nothing)) {
            return None;
        }
        let answer = match told.as_slice() {
            // The only one that there is something of is answered as if it were asked alone.
            [(_, work)] => self.judge(question, work, limit),
            [(_, work), ..] => {
                let contents = self.chapters_of(ward, &told);
                self.with_contents(question, &work.reading, contents, limit)?
            }
            [] => return None,
        };
        let names = silent.iter().map(|(thing, _)| truncate(thing, LONGEST_NAME)).collect();
        let nothing_of = || Reason::NothingOf { ward: ward.to_owned(), names };
        let reason = (!silent.is_empty()).then(nothing_of);
        let is_answered = answer.outcome == Outcome::Answered && answer.reason.is_none();
        is_answered.then_some(Answer { reason, ..answer })
    }

    /// Answers with what each of several wards does for all things.
    fn of_wards(
        &self,
        question: &Question,
        reading: &Reading,
        topics: &[Topic],
        limit: usize,
    ) -> Option<Answer> {
        let wards_of = |(_, work): &Topic| -> Vec<&str> {
            let hits = self.choices(work).into_iter().filter_map(|at| work.hits.get(at));
            hits.filter_map(|hit| self.ward_of(hit)).collect()
        };
        let (first, others) = topics.split_first()?;
        let others: Vec<Vec<&str>> = others.iter().map(wards_of).collect();
        let mut wards = wards_of(first);
        wards.retain(|ward| others.iter().all(|wards| wards.contains(ward)));
        if wards.len() < 2 {
            return None;
        }
        if topics.iter().all(|(thing, _)| self.reader.is_name(thing)) {
            let contents = wards.iter().flat_map(|ward| self.chapters_of(ward, topics)).collect();
            return self.with_contents(question, reading, contents, limit);
        }
        // What is no name makes no heading.
        let (_, work) = first;
        let first_of = |ward| work.hits.iter().find(|hit| self.ward_of(hit) == Some(ward));
        let answers = wards.into_iter().filter_map(first_of);
        let answers = answers.filter_map(|hit| self.found(hit, &work.plan, reading)).collect();
        Some(self.showing(question, reading, Outcome::Choose, answers))
    }

    /// Returns a heading for each thing, with the measures of a ward that say it, or that which comes nearest.
    fn chapters_of(&self, ward: &str, topics: &[Topic]) -> Vec<Chapter> {
        let chapter = |(thing, work): &Topic| {
            let mut measures = self.said_by(ward, work);
            if measures.is_empty() {
                let nearest = work.hits.iter().find(|hit| self.ward_of(hit) == Some(ward));
                measures.extend(nearest.and_then(|hit| self.library.at(hit.record)));
            }
            Chapter { heading: thing.clone(), measures }
        };
        topics.iter().map(chapter).collect()
    }

    fn ward_of(&self, hit: &Hit) -> Option<&str> {
        self.library.document_at(hit.record).map(LoadedDocument::municipality)
    }

    /// Returns the first measures of a ward that say every word of what was looked for, of one document, whose name and
    /// lines are told.
    fn said_by(&self, ward: &str, work: &Work) -> Vec<Arc<Measure>> {
        let said = work.hits.iter().filter(|hit| is_said(work, hit));
        let measures = said.filter_map(|hit| self.library.at(hit.record));
        let mut own = measures.filter(|it| it.document.municipality == ward).peekable();
        let document = own.peek().map(|first| first.document.id.clone());
        own.filter(|it| Some(&it.document.id) == document.as_ref()).take(NAMED).collect()
    }
}
