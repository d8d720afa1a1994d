//! Figures over several budgets: those of whole documents, or of things that a question names beside each other.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::aggregate::{Aggregate, Direction, Ranked, aggregate, of_years};
use super::compose::Composer;
use super::facts::BudgetLine;
use super::heading::names_number;
use super::joined::MOST_PARTS;
use super::words::{EVERYTHING, direction, excludes, how_many, is_general, place, without_count};
use super::{Answer, Outcome, Reason};
use crate::index::IndexError;
use crate::library::LoadedDocument;
use crate::model::{Budget, Measure};
use crate::question::{Intent, Question, Reading};

/// The sums of so many wards are told at most; of more, it is asked whose is meant.
const MOST_SUMS: usize = 4;
/// So many entries with amounts are read at most for one question.
const MOST_READ: usize = 20_000;

impl Composer<'_> {
    /// Returns figures over several budgets where the question asks for those, or says why there are none.
    pub(super) fn figures(
        &self,
        reading: &Reading,
    ) -> Result<Option<Result<Aggregate, Reason>>, IndexError> {
        let is_asked = reading.wants(Intent::Budget) && reading.other_municipality.is_none();
        if !is_asked || self.unknown_year(reading).is_some() {
            return Ok(None);
        }
        let mut documents = self.documents(reading);
        documents.retain(|document| document.has_budgets);
        if documents.is_empty() {
            return Ok(self.is_about_everything(reading).then_some(Err(Reason::NoAmounts)));
        }
        let is_versus = reading.wants(Intent::Versus);
        let of_several = [Intent::Versus, Intent::Total, Intent::Ranking];
        if let Some(place) = reading.other_beside.clone()
            && of_several.into_iter().any(|intent| reading.wants(intent))
        {
            return Ok(Some(Err(Reason::OtherMunicipality(place))));
        }
        if self.is_about_everything(reading) {
            let with_figures = documents.into_iter().flat_map(LoadedDocument::with_figures);
            let read: Vec<Arc<Measure>> = with_figures.take(MOST_READ + 1).collect();
            if read.len() > MOST_READ {
                return Ok(Some(Err(Reason::TooManyAmounts)));
            }
            let figures = figures_of(aggregate(read), reading);
            if !is_versus || is_between_wards(reading) || figures.is_err() {
                return Ok(Some(figures));
            }
        }
        let is_joined = !is_versus && !reading.wants(Intent::Total);
        if is_joined && (reading.wants(Intent::Ranking) || reading.municipalities.len() > 1) {
            return Ok(None);
        }
        if excludes(&reading.folded) {
            return Ok((!is_joined).then_some(Err(Reason::NothingNear)));
        }
        if is_joined && self.things(reading).is_none() {
            return Ok(None);
        }
        let items = self.beside(reading)?;
        if is_joined && (items.is_empty() || self.is_of_one(reading)?) {
            return Ok(None);
        }
        let total = if is_versus { None } else { Aggregate::total_of_nearest(items.clone()) };
        // What cannot be added is shown side by side.
        let figures = total.unwrap_or(Aggregate::Versus { items });
        Ok((figures.measures().len() > 1).then_some(Ok(figures)))
    }

    /// Whether nothing is named but money, the ward and what stands for its measures as a whole.
    fn is_about_everything(&self, reading: &Reading) -> bool {
        let content = without_count(&reading.content);
        self.reader.terms(&content).iter().all(|term| is_general(term, EVERYTHING))
    }

    /// Returns those of the municipalities that a question names whose documents print no amounts.
    fn without_amounts(&self, reading: &Reading) -> Vec<String> {
        let documents = self.documents(reading);
        let is_silent = |ward: &&String| {
            let mut own = documents.iter().filter(|it| it.municipality() == *ward).peekable();
            own.peek().is_some() && own.all(|it| !it.has_budgets)
        };
        reading.municipalities.iter().filter(is_silent).cloned().collect()
    }

    /// Returns the budgets of the things that a question names beside each other, in its order; nothing unless each of
    /// them has one. What stands nearest by itself counts: the money of the next one is that of something else.
    fn beside(&self, reading: &Reading) -> Result<Vec<Ranked>, IndexError> {
        let parts: Vec<String> = self
            .reader
            .parts(&reading.content)
            .into_iter()
            // Without a subject, any measure would do.
            .filter(|part| self.reader.terms(part).iter().any(|it| it.weight >= 1.0))
            .collect();
        let wards = &reading.municipalities;
        let readings: Vec<Reading> = match (parts.as_slice(), wards.len()) {
            ([_], 2..) => {
                let of_ward = |ward: &String| Reading {
                    municipalities: vec![ward.clone()],
                    ..reading.clone()
                };
                wards.iter().map(of_ward).collect()
            }
            ([_, _, ..], ..=1)
                if parts.len() <= MOST_PARTS && !parts.iter().any(|it| names_number(it)) =>
            {
                parts.into_iter().map(|part| Reading { content: part, ..reading.clone() }).collect()
            }
            _ => return Ok(Vec::new()),
        };
        let mut items: Vec<Ranked> = Vec::new();
        for part in readings {
            let Some(budget) = self.nearest_budget(part)? else { return Ok(Vec::new()) };
            if !items.iter().any(|item| budget.iter().any(|it| it.measure.id == item.measure.id)) {
                items.extend(budget);
            }
        }
        Ok(items)
    }

    /// Returns the budget of the measure that answers a question: the amount of the years that are asked for, with what
    /// is printed as 別途 beside it.
    fn nearest_budget(&self, reading: Reading) -> Result<Option<Vec<Ranked>>, IndexError> {
        let work = self.work_on(Reading { intents: vec![Intent::Budget], ..reading })?;
        let first = work.hits.first().and_then(|hit| self.library.at(hit.record));
        let Some(measure) = first.filter(|_| self.is_sure(&work)) else {
            return Ok(None);
        };
        let facts = self.facts(&measure);
        let measure = facts.covered_by.unwrap_or(measure);
        let of_years = |line: BudgetLine| line.of_years(&work.reading.years);
        let mut lines = facts.lines.into_iter().filter_map(of_years);
        let Some(first) = lines.next() else { return Ok(None) };
        let year = first.budget.fiscal_year;
        let beside = lines
            .filter(|line| line.budget.note == Budget::SEPARATE && line.budget.fiscal_year == year);
        let ranked = |line| Ranked { measure: measure.clone(), line };
        Ok(Some(std::iter::once(first).chain(beside).map(ranked).collect()))
    }

    pub(super) fn with_figures(
        &self,
        question: &Question,
        reading: &Reading,
        figures: Aggregate,
        limit: usize,
    ) -> Answer {
        let measures = figures.measures();
        let wards: BTreeSet<&str> =
            measures.iter().map(|measure| measure.document.municipality.as_str()).collect();
        let mixed = match figures {
            Aggregate::Versus { .. } => false,
            // Each ward's sum stands by itself.
            Aggregate::Total { .. } => wards.len() > MOST_SUMS,
            Aggregate::Ranking { .. } | Aggregate::List { .. } => wards.len() > 1,
        };
        let outcome = match (measures.is_empty(), mixed) {
            (true, _) => Outcome::Suggested,
            (false, true) => Outcome::Choose,
            (false, false) => Outcome::Answered,
        };
        let limit = limit.max(measures.len().min(20));
        let answers = measures
            .iter()
            .take(limit)
            .map(|measure| self.show(measure, &reading.folded))
            .collect();
        let silent = self.without_amounts(reading);
        let reason = if measures.is_empty() {
            Some(Reason::NothingNear)
        } else {
            (!silent.is_empty()).then_some(Reason::NoAmountsOf(silent))
        };
        Answer {
            outcome,
            answers,
            aggregate: Some(figures),
            reason,
            ..self.blank(question, reading)
        }
    }
}

/// Whether wards are set beside each other as a whole: each by its sum.
fn is_between_wards(reading: &Reading) -> bool {
    let is_asked = reading.wants(Intent::Versus) || reading.folded.contains("それぞれ");
    is_asked && reading.municipalities.len() > 1
}

/// Returns the figures over some budgets that a question asks for, or says why there are none.
pub(super) fn figures_of(mut all: Vec<Ranked>, reading: &Reading) -> Result<Aggregate, Reason> {
    let is_total = reading.wants(Intent::Total) || is_between_wards(reading);
    let direction = direction(reading).filter(|_| !is_total);
    if direction.is_some_and(Direction::is_by_change) {
        all = of_changed_years(all, reading);
        if all.iter().all(|item| item.line.previous.is_none()) {
            return Err(Reason::NothingToCompare);
        }
    } else if let Some(year) = reading.years.first() {
        all = of_own_years(of_years(all, &reading.years));
        if all.is_empty() {
            return Err(Reason::OtherYear(*year));
        }
    }
    all.retain(|item| is_of_amounts(&item.line, direction, reading));
    if all.is_empty() && reading.amounts.is_some() {
        return Err(Reason::NoSuchAmounts);
    }
    let has_before = || all.iter().any(|item| item.line.previous.is_some());
    if is_total && reading.wants(Intent::Compare) && !has_before() {
        return Err(Reason::NothingToCompare);
    }
    Ok(match direction {
        _ if is_total => Aggregate::total(all),
        Some(direction) => Aggregate::ranking(all, direction)
            .from_place(place(&reading.folded))
            .of(how_many(&reading.folded)),
        None => Aggregate::List { items: all },
    })
}

/// Leaves out the changes of other years than those that a question asks for, or that it sets the later years beside:
/// 令和2年度と比べて増えた. Where there are none, all stay, each with its years.
fn of_changed_years(items: Vec<Ranked>, reading: &Reading) -> Vec<Ranked> {
    let is_before = ["年度と比べ", "年度に比べ", "年度より", "年度から", "年度と違"]
        .iter()
        .any(|it| reading.folded.contains(it));
    let year = |item: &Ranked| {
        let previous = item.line.previous.as_ref();
        let budget = if is_before { previous } else { previous.map(|_| &item.line.budget) };
        budget.and_then(|budget| budget.fiscal_year)
    };
    let is_asked = |item: &Ranked| year(item).is_some_and(|it| reading.years.contains(&it));
    if items.iter().any(is_asked) { items.into_iter().filter(is_asked).collect() } else { items }
}

/// Leaves out what the document of another year prints of a year, where the ward has a document of that year itself.
fn of_own_years(mut items: Vec<Ranked>) -> Vec<Ranked> {
    let key = |item: &Ranked| {
        let document = &item.measure.document;
        (document.municipality.clone(), item.line.budget.fiscal_year)
    };
    let is_own = |item: &Ranked| item.measure.document.fiscal_year == item.line.budget.fiscal_year;
    let own: HashSet<_> = items.iter().filter(|item| is_own(item)).map(key).collect();
    items.retain(|item| is_own(item) || !own.contains(&key(item)));
    items
}

/// Whether a budget has an amount that is asked for, or a change where those are ranked.
fn is_of_amounts(line: &BudgetLine, direction: Option<Direction>, reading: &Reading) -> bool {
    let yen = match direction {
        Some(direction) if direction.is_by_change() => line.change_yen().map(i64::abs),
        _ => line.budget.amount_yen,
    };
    let amounts = reading.amounts.as_ref();
    amounts.is_none_or(|amounts| yen.is_some_and(|yen| amounts.contains(&yen)))
}
