//! The money of a measure: its own, or that of the overview line that covers it.

use std::sync::Arc;

use crate::model::{Budget, FiscalYear, Measure};

/// One amount beside the one of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// The amount, as printed.
    pub budget: Budget,
    /// The amount of the same kind for the year before.
    pub previous: Option<Budget>,
}

impl BudgetLine {
    /// Returns the change in yen; none unless both amounts are printed.
    pub fn change_yen(&self) -> Option<i64> {
        Some(self.budget.amount_yen? - self.previous.as_ref()?.amount_yen?)
    }

    /// Returns the change in per cent of the year before.
    pub fn change_percent(&self) -> Option<f64> {
        let previous = self.previous.as_ref()?.amount_yen.filter(|amount| *amount != 0)?;
        Some(self.change_yen()? as f64 * 100.0 / previous as f64)
    }
}

impl BudgetLine {
    /// Returns it for some years: the amount of the year before by itself where only that is asked for, and nothing
    /// where neither is. An amount without a year, and any where no years are asked for, stays as it is.
    pub fn of_years(self, years: &[FiscalYear]) -> Option<Self> {
        let is_asked = |it: &Budget| it.fiscal_year.is_none_or(|year| years.contains(&year));
        if years.is_empty() || is_asked(&self.budget) {
            return Some(self);
        }
        Some(Self { budget: self.previous.filter(is_asked)?, previous: None })
    }
}

/// What is known of a measure's money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BudgetFacts {
    /// Amounts with the year before, this year's first; separate ones (別途) last.
    pub lines: Vec<BudgetLine>,
    /// The overview line that the amounts belong to; none where they are the measure's own.
    pub covered_by: Option<Arc<Measure>>,
    /// Whether amounts stand only in the measure's sentences, which do not say for what they are its budget.
    pub are_in_text: bool,
}

impl BudgetFacts {
    /// Whether the document says nothing of money here.
    pub fn is_missing(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns the first of some years that no amount is for, where all amounts are for others.
    pub fn lacks(&self, years: &[FiscalYear]) -> Option<FiscalYear> {
        let is_of = |line: &BudgetLine, year| line.clone().of_years(&[year]).is_some();
        let is_told = |year| self.lines.iter().any(|line| is_of(line, year));
        years.iter().copied().find(|year| !self.is_missing() && !is_told(*year))
    }

    /// Returns the line for a year, or the newest where no year is asked for.
    pub fn main(&self, year: Option<FiscalYear>) -> Option<&BudgetLine> {
        self.lines
            .iter()
            .find(|line| year.is_none() || line.budget.fiscal_year == year)
            .or_else(|| self.lines.first())
    }
}

/// Pairs a measure's amounts with those of the year before; falls back to the overview line that covers it.
///
/// `related` are the measures that [`Measure::related`] names.
pub fn facts_of(measure: &Measure, related: &[Arc<Measure>]) -> BudgetFacts {
    let own = pair(&measure.budgets, measure.document.fiscal_year);
    if !own.is_empty() {
        return BudgetFacts { lines: own, ..BudgetFacts::default() };
    }
    related
        .iter()
        .find(|line| line.kind == crate::model::MeasureKind::Overview && !line.budgets.is_empty())
        .map_or_else(
            || BudgetFacts {
                are_in_text: names_money(&measure.body) || names_money(&measure.results),
                ..BudgetFacts::default()
            },
            |line| BudgetFacts {
                lines: pair(&line.budgets, line.document.fiscal_year),
                covered_by: Some(line.clone()),
                are_in_text: false,
            },
        )
}

/// Whether a text names an amount of money: 予算3,400万円.
fn names_money(text: &str) -> bool {
    let is_figure = |c: char| c.is_numeric() || "十百千万億兆".contains(c);
    text.match_indices('円')
        .any(|(at, _)| text.get(..at).is_some_and(|before| before.trim_end().ends_with(is_figure)))
}

/// Pairs amounts with those of the year before; those of `year`, the document's, come first.
fn pair(budgets: &[Budget], year: Option<FiscalYear>) -> Vec<BudgetLine> {
    let is_own = |budget: &Budget| year.is_some() && budget.fiscal_year == year;
    let is_previous = |candidate: &Budget, of: &Budget| {
        let is_dated_before = candidate.fiscal_year.is_some()
            && candidate.fiscal_year == of.fiscal_year.map(FiscalYear::previous)
            && candidate.note == of.note;
        // 前年度予算額 in a document that does not print its own year.
        let is_called_before = candidate.note == Budget::BEFORE && of.note.is_empty();
        candidate.kind == of.kind && (is_dated_before || is_called_before)
    };
    let mut lines: Vec<BudgetLine> = budgets
        .iter()
        .filter(|budget| is_own(budget) || !budgets.iter().any(|newer| is_previous(budget, newer)))
        .map(|budget| BudgetLine {
            budget: budget.clone(),
            previous: budgets.iter().find(|candidate| is_previous(candidate, budget)).cloned(),
        })
        .collect();
    lines.sort_by_key(|line| (!line.budget.note.is_empty(), !is_own(&line.budget)));
    lines
}
