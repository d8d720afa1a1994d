//! A reading and its hits into an answer.

use std::sync::Arc;

use super::directory::{self, topic_names};
use super::facts::{BudgetFacts, facts_of};
use super::missing::missing;
use super::ranking::{self, Ranking};
use super::words::{OFFICES, is_one_of};
use super::{Answer, Found, Outcome, Reason, Understood};
use crate::contacts::Department;
use crate::index::IndexError;
use crate::library::{Fact, Library, LoadedDocument};
use crate::model::{Contact, FiscalYear, Measure};
use crate::question::{Intent, Question, QuestionReader, Reading, Slot, Tone};
use crate::search::{Feature, Hit, Plan, PlanTerm, Snapshot};
use crate::text::{find_years, fold};

/// How many measures are shown where the asker does not say.
const DEFAULT_LIMIT: usize = 5;
/// Records looked at for policy features.
const N_CANDIDATES: usize = 100;
/// A second municipality that is named is offered beside the first when one of its measures reaches this share of the
/// first's score, or says every word of the question.
const CHOOSE_SHARE: f32 = 0.5;
/// The same where a question names none.
const ALIKE_SHARE: f32 = 0.7;
/// So many municipalities are offered at most.
const MOST_WARDS: usize = 20;

/// Everything that an answer is made from; borrowed for one question.
#[derive(Clone, Copy)]
pub struct Composer<'a> {
    /// The loaded documents.
    pub library: &'a Library,
    /// The open index over them.
    pub snapshot: &'a Snapshot,
    /// Reads questions.
    pub reader: &'a QuestionReader,
    /// Weights and thresholds.
    pub ranking: &'a Ranking,
    /// Departments of the operator's config.
    pub departments: &'a [Department],
    /// Longer questions are not read.
    pub max_question_chars: usize,
}

/// How a question was worked on; for `--explain` and for fitting.
#[derive(Clone, Debug)]
pub struct Work {
    /// What was understood.
    pub reading: Reading,
    /// What was looked for.
    pub plan: Plan,
    /// What was found, best first.
    pub hits: Vec<Hit>,
    /// Signs of the first hit, in the order of [`ranking::SIGNS`].
    pub signs: Vec<f32>,
    /// How likely the first hit answers the question.
    pub confidence: f32,
}

impl Composer<'_> {
    /// Answers a question.
    pub fn answer(&self, question: &Question) -> Result<Answer, IndexError> {
        let limit = if question.limit == 0 { DEFAULT_LIMIT } else { question.limit };
        if self.is_too_long(&question.text) {
            return Ok(self.without(question, &Reading::default(), Reason::TooLong));
        }
        let reading = self.read(question);
        let reason = match reading.tone {
            Tone::Plain => None,
            Tone::Empty => Some(Reason::Empty),
            Tone::Greeting => Some(Reason::Greeting),
            Tone::Thanks => Some(Reason::Thanks),
            Tone::Chatter => Some(Reason::Chatter),
            Tone::Steering => Some(Reason::Steering),
            Tone::Distress => Some(Reason::Distress),
        };
        if let Some(reason) = reason {
            return Ok(self.without(question, &reading, reason));
        }
        if let Some(answer) = self.heading(question, &reading, limit)? {
            return Ok(answer);
        }
        match self.figures(&reading)? {
            Some(Ok(figures)) => return Ok(self.with_figures(question, &reading, figures, limit)),
            Some(Err(reason @ Reason::TooManyAmounts)) => {
                return Ok(self.without(question, &reading, reason));
            }
            Some(Err(reason)) => {
                let work = self.work_on(reading)?;
                return Ok(self.suggest(question, &work, limit, work.confidence, reason));
            }
            None => {}
        }
        let told = self.directory(question, &reading, limit);
        if let Some(answer) = told.or_else(|| self.contents(question, &reading, limit)) {
            return Ok(answer);
        }
        let work = self.work_on(reading)?;
        let topics = self.topics(question, &work, limit)?;
        let answer = topics.unwrap_or_else(|| self.judge(question, &work, limit));
        Ok(self.with_desks(answer, &work.reading))
    }

    /// Reads, plans and ranks; what comes of it is not decided here.
    pub fn work(&self, question: &Question) -> Result<Work, IndexError> {
        self.work_on(self.read(question))
    }

    /// Reads a question behind those of its conversation that were not too long to be read.
    fn read(&self, question: &Question) -> Reading {
        if !question.context.iter().any(|earlier| self.is_too_long(earlier)) {
            return self.reader.read(question);
        }
        let mut question = question.clone();
        question.context.retain(|earlier| !self.is_too_long(earlier));
        self.reader.read(&question)
    }

    fn is_too_long(&self, text: &str) -> bool {
        text.chars().nth(self.max_question_chars).is_some()
    }

    pub(super) fn work_on(&self, reading: Reading) -> Result<Work, IndexError> {
        let mut plan = self.reader.plan(&reading.content);
        plan.scopes = self.scopes(&reading);
        let mut hits = self.snapshot.search(&plan, &self.ranking.rank, N_CANDIDATES)?;
        ranking::finish(self.library, &reading, &plan, &self.ranking.rank, &mut hits);
        let frequency = |term: &PlanTerm| self.snapshot.document_frequency(&term.text);
        let frequencies: Vec<u64> = plan.terms.iter().map(frequency).collect::<Result<_, _>>()?;
        let signs = ranking::signs(&reading, &plan, &hits, &frequencies);
        let confidence = if ranking::is_the_title(&hits) {
            1.0
        } else if hits.first().is_some_and(ranking::shares_something) {
            let least = if self.is_said_by_ward(&reading, &plan, &hits) {
                self.ranking.answer_threshold
            } else {
                0.0
            };
            self.ranking.confidence(&signs).max(least)
        } else {
            0.0
        };
        Ok(Work { reading, plan, hits, signs, confidence })
    }

    /// Whether a question is about one ward, and the first of its measures says every word of it: where a ward has few,
    /// none can stand out among them.
    fn is_said_by_ward(&self, reading: &Reading, plan: &Plan, hits: &[Hit]) -> bool {
        reading.municipalities.len() == 1
            && hits.first().is_some_and(|it| ranking::meets_all(plan, it, ranking::WHOLE))
            && self.asks_what_is_said(reading, plan)
    }

    /// Whether a measure that says every word of a question answers it: not where it asks when, where or for whom, which
    /// the measure need not say, nor for an office, which any text may name, nor by words that name no subject.
    fn asks_what_is_said(&self, reading: &Reading, plan: &Plan) -> bool {
        if self.asks_detail(reading, plan) {
            return false;
        }
        let leads_to = |term: &PlanTerm| self.reader.thesaurus.leads_to(&term.text);
        ranking::names_subject(reading, plan)
            || (ranking::is_in_own_words(reading) && plan.terms.iter().all(leads_to))
    }

    /// Whether a question asks for what a measure need not say beside its words: when, where, for whom; or for an office.
    fn asks_detail(&self, reading: &Reading, plan: &Plan) -> bool {
        let names_office = || plan.terms.iter().all(|term| is_one_of(term, OFFICES));
        reading.wants(Intent::Total)
            || reading.slots.iter().any(|slot| *slot != Slot::List)
            || names_office()
    }

    /// Returns the first hit of each municipality that says every word of a question which names none, where several do,
    /// at most [`MOST_WARDS`]: among measures that are alike none stands out, and yet each answers for its ward.
    fn said_by_wards(&self, reading: &Reading, plan: &Plan, hits: &[Hit]) -> Vec<usize> {
        if !reading.municipalities.is_empty() || !self.asks_what_is_said(reading, plan) {
            return Vec::new();
        }
        self.first_of_wards(plan, hits)
    }

    /// Returns the first hit of each municipality that says every word of a question, where several do, at most
    /// [`MOST_WARDS`].
    fn first_of_wards(&self, plan: &Plan, hits: &[Hit]) -> Vec<usize> {
        let (mut wards, mut found): (Vec<&str>, Vec<usize>) = (Vec::new(), Vec::new());
        for (at, hit) in hits.iter().enumerate() {
            let document = self.library.document_at(hit.record);
            let Some(ward) = document.map(LoadedDocument::municipality) else { continue };
            let is_said = ranking::meets_all(plan, hit, ranking::WHOLE);
            if is_said && !wards.contains(&ward) && found.len() < MOST_WARDS {
                wards.push(ward);
                found.push(at);
            }
        }
        several(found)
    }

    /// Returns the documents of the municipalities that a question names; none where it names none.
    fn named_documents(&self, reading: &Reading) -> Option<Vec<&LoadedDocument>> {
        let names = &reading.municipalities;
        (!names.is_empty()).then(|| self.library.of_municipalities(names))
    }

    /// Returns those of them, or of all documents, that speak of the years that a question names.
    fn dated_documents(&self, reading: &Reading) -> Vec<&LoadedDocument> {
        let years = &reading.years;
        match self.named_documents(reading) {
            Some(mut named) => {
                named.retain(|document| years.iter().any(|year| document.speaks_of(*year)));
                named
            }
            None => self.library.of_years(years),
        }
    }

    /// Returns the documents that a question is about.
    pub(super) fn documents(&self, reading: &Reading) -> Vec<&LoadedDocument> {
        let all = || self.library.documents().iter().collect();
        self.documents_in_scope(reading).unwrap_or_else(all)
    }

    /// Returns the documents that a question is about; none for all.
    fn documents_in_scope(&self, reading: &Reading) -> Option<Vec<&LoadedDocument>> {
        let dated = self.dated_documents(reading);
        let chosen = if dated.is_empty() { self.named_documents(reading)? } else { dated };
        (chosen.len() < self.library.documents().len()).then_some(chosen)
    }

    /// Returns the numbers of the documents that a question is about; none for all.
    fn scopes(&self, reading: &Reading) -> Option<Vec<u64>> {
        let documents = self.documents_in_scope(reading)?;
        Some(documents.iter().map(|document| u64::from(document.number)).collect())
    }

    pub(super) fn judge(&self, question: &Question, work: &Work, limit: usize) -> Answer {
        let suggest = |confidence, reason| self.suggest(question, work, limit, confidence, reason);
        let Work { reading, plan, hits, confidence, .. } = work;
        if let Some(place) = reading.other_municipality.clone() {
            return suggest(*confidence, Reason::OtherMunicipality(place));
        }
        if let Some(year) = self.unknown_year(reading)
            && (reading.wants(Intent::Budget) || !self.first_names(hits, year))
        {
            return suggest(*confidence, Reason::OtherYear(year));
        }
        if reading.wants(Intent::Changes) && !self.any_changes(reading) {
            return suggest(1.0, Reason::NoChangesMarked);
        }
        if let Some(title) = self.blank_section(hits) {
            return suggest(1.0, Reason::BlankSection(title));
        }
        // What an office deals with is not its number.
        let asks_for_office =
            reading.wants(Intent::Contact) && directory::is_office_alone(&reading.content);
        let is_sure = self.is_sure(work);
        let rivals = self.choices(work);
        if asks_for_office || !is_sure && rivals.is_empty() {
            return suggest(*confidence, Reason::NothingNear);
        }
        let outcome = if rivals.is_empty() { Outcome::Answered } else { Outcome::Choose };
        let others = (0..hits.len()).filter(|at| is_sure && !rivals.contains(at));
        let order = rivals.iter().copied().chain(others);
        let answers: Vec<Found> = order
            .take(limit.max(rivals.len()))
            .filter_map(|at| hits.get(at))
            .filter_map(|hit| self.found(hit, plan, reading))
            .collect();
        if reading.wants(Intent::Budget)
            && let Some(year) = answers.first().and_then(|it| it.budget.lacks(&reading.years))
        {
            return suggest(*confidence, Reason::OtherYear(year));
        }
        self.showing(question, reading, outcome, answers)
    }

    /// Answers with measures, and says what the first of them does not hold.
    pub(super) fn showing(
        &self,
        question: &Question,
        reading: &Reading,
        outcome: Outcome,
        answers: Vec<Found>,
    ) -> Answer {
        let missing = answers.first().map(|first| missing(first, reading)).unwrap_or_default();
        Answer { outcome, answers, missing, ..self.blank(question, reading) }
    }

    /// Whether the first hit is likely enough to be the answer.
    pub(super) fn is_sure(&self, work: &Work) -> bool {
        work.confidence >= self.ranking.answer_threshold
    }

    /// Returns the first hit of each municipality whose measures answer a question, where several do; else nothing.
    pub(super) fn choices(&self, work: &Work) -> Vec<usize> {
        let Work { reading, plan, hits, .. } = work;
        if self.is_sure(work) {
            self.rivals(reading, plan, hits)
        } else {
            self.said_by_wards(reading, plan, hits)
        }
    }

    /// Returns the first hit of each municipality that may be meant, where several are and none stands out; else nothing.
    fn rivals(&self, reading: &Reading, plan: &Plan, hits: &[Hit]) -> Vec<usize> {
        if reading.municipalities.is_empty() {
            return self.alike(reading, plan, hits);
        }
        // A title's words tell which measure of a ward is meant, and not which ward.
        let title = self.ranking.rank.get(Feature::TitleHolds);
        let fit = |hit: &Hit| hit.score - title * hit.features.get(Feature::TitleHolds);
        let best = hits.iter().map(fit).fold(0.0, f32::max);
        let mut rivals = Vec::new();
        for municipality in &reading.municipalities {
            let is_of = |hit: &Hit| {
                let document = self.library.document_at(hit.record);
                document.is_some_and(|document| document.municipality() == municipality)
            };
            let is_near = |hit: &Hit| {
                fit(hit) >= CHOOSE_SHARE * best || ranking::meets_all(plan, hit, ranking::WHOLE)
            };
            let is_near = hits.iter().any(|hit| is_of(hit) && is_near(hit));
            rivals.extend(hits.iter().position(is_of).filter(|_| is_near));
        }
        rivals.sort_unstable();
        several(rivals)
    }

    /// Returns the first hit and those of other municipalities that say every word of a question themselves and fit about
    /// as well: 防災, which any ward has.
    fn alike(&self, reading: &Reading, plan: &Plan, hits: &[Hit]) -> Vec<usize> {
        let best = hits.first().map_or(0.0, |hit| hit.score);
        let is_alike = |hit: &Hit| hit.score >= ALIKE_SHARE * best && ranking::says_all(hit);
        if self.asks_detail(reading, plan) {
            return Vec::new();
        }
        let mut alike = self.first_of_wards(plan, hits);
        alike.retain(|at| hits.get(*at).is_some_and(is_alike));
        if alike.first() == Some(&0) { several(alike) } else { Vec::new() }
    }

    pub(super) fn unknown_year(&self, reading: &Reading) -> Option<FiscalYear> {
        let first = *reading.years.first()?;
        self.dated_documents(reading).is_empty().then_some(first)
    }

    /// Whether the text of the first hit names a year: 令和3年度に開設, in a document of the year before.
    fn first_names(&self, hits: &[Hit], year: FiscalYear) -> bool {
        let first = hits.first().and_then(|hit| self.library.at(hit.record));
        first.is_some_and(|measure| {
            let text = fold(&format!("{} {}", measure.title, measure.body));
            find_years(&text).iter().any(|(_, named)| *named == year)
        })
    }

    fn any_changes(&self, reading: &Reading) -> bool {
        let marks = |document: &LoadedDocument| document.marks_changes;
        self.named_documents(reading).map_or_else(
            || self.library.documents().iter().any(marks),
            |named| named.into_iter().any(marks),
        )
    }

    fn blank_section(&self, hits: &[Hit]) -> Option<String> {
        let place = hits.first()?.record;
        self.library.head(place).filter(|head| head.has(Fact::Blank))?;
        self.library.at(place).map(|measure| measure.title.clone())
    }

    fn suggest(
        &self,
        question: &Question,
        work: &Work,
        limit: usize,
        confidence: f32,
        reason: Reason,
    ) -> Answer {
        // Among many that fit alike none stands out, and yet they are near.
        let is_near = |first: &Hit| ranking::meets_all(&work.plan, first, ranking::HALF);
        let near = confidence >= self.ranking.suggest_threshold
            || (ranking::is_in_own_words(&work.reading) && work.hits.first().is_some_and(is_near));
        let answers: Vec<Found> = work
            .hits
            .iter()
            .filter(|_| near)
            .take(limit.min(3))
            .filter_map(|hit| self.found(hit, &work.plan, &work.reading))
            .collect();
        let outcome = if answers.is_empty() { Outcome::NotFound } else { Outcome::Suggested };
        Answer { outcome, answers, reason: Some(reason), ..self.blank(question, &work.reading) }
    }

    pub(super) fn without(&self, question: &Question, reading: &Reading, reason: Reason) -> Answer {
        Answer { reason: Some(reason), ..self.blank(question, reading) }
    }

    pub(super) fn blank(&self, question: &Question, reading: &Reading) -> Answer {
        let municipality = match reading.municipalities.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        Answer {
            id: question.id.clone(),
            question: question.text.clone(),
            outcome: Outcome::NotFound,
            reading: Understood {
                municipality,
                fiscal_year: reading.years.first().copied(),
                intents: reading.intents.clone(),
            },
            language: question.language.unwrap_or(reading.language),
            reason: None,
            answers: Vec::new(),
            aggregate: None,
            offices: Vec::new(),
            desks: Vec::new(),
            contents: Vec::new(),
            missing: Vec::new(),
            sensitive: reading.sensitive,
        }
    }

    pub(super) fn found(&self, hit: &Hit, plan: &Plan, reading: &Reading) -> Option<Found> {
        let measure = self.library.at(hit.record)?;
        let matched = hit
            .matched
            .iter()
            .filter_map(|at| plan.terms.get(*at))
            .map(|term| term.text.clone())
            .collect();
        Some(Found { score: hit.score, matched, ..self.show(&measure, &reading.folded) })
    }

    /// Returns a measure with its facts; `topic` is what it is asked for, folded.
    pub fn show(&self, measure: &Arc<Measure>, topic: &str) -> Found {
        Found {
            measure: measure.clone(),
            score: 0.0,
            matched: Vec::new(),
            budget: self.facts(measure),
            contact: measure.contact.clone().or_else(|| self.department(measure, topic)),
        }
    }

    pub(super) fn facts(&self, measure: &Measure) -> BudgetFacts {
        // Its own amounts need no other measure.
        let related: Vec<Arc<Measure>> = if measure.budgets.is_empty() {
            self.library.related(measure).collect()
        } else {
            Vec::new()
        };
        facts_of(measure, &related)
    }

    /// Returns the operator's department for a measure: of the same municipality, for a topic that the question and
    /// the measure both name.
    fn department(&self, measure: &Measure, topic: &str) -> Option<Contact> {
        let text = fold(&format!("{} {}", measure.title, measure.body));
        let title = fold(&measure.title);
        self.departments
            .iter()
            .filter(|department| department.municipality == measure.document.municipality)
            .find(|department| {
                department.topics.iter().map(|topic| topic_names(topic)).any(|names| {
                    let all_in = |text: &str| names.iter().all(|name| text.contains(name));
                    let is_asked = names.iter().any(|name| topic.contains(name));
                    all_in(&title) || (is_asked && all_in(&text))
                })
            })
            .map(Department::to_contact)
    }
}

/// Returns things to choose from; one alone is no choice.
fn several(choices: Vec<usize>) -> Vec<usize> {
    if choices.len() > 1 { choices } else { Vec::new() }
}
