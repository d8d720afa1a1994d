//! Figures over several budgets: the largest, the biggest rise, totals, one beside another.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::facts::{BudgetLine, facts_of};
use crate::model::{Budget, FiscalYear, Measure, MeasureKind};

/// What a ranking is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The largest amounts.
    Largest,
    /// The smallest amounts.
    Smallest,
    /// The biggest rises from the year before.
    Rise,
    /// The biggest falls from the year before.
    Fall,
    /// The biggest rises, by their share of the year before's amount.
    RiseRate,
    /// The biggest falls, by their share of the year before's amount.
    FallRate,
    /// Amounts that did not change.
    Same,
}

impl Direction {
    /// Whether it is by the change from the year before, and not by amounts.
    pub fn is_by_change(self) -> bool {
        !matches!(self, Self::Largest | Self::Smallest)
    }

    /// Returns the same by rate and not by amount, where that is another order.
    #[must_use]
    pub fn by_rate(self) -> Self {
        match self {
            Self::Rise => Self::RiseRate,
            Self::Fall => Self::FallRate,
            other => other,
        }
    }
}

/// One budget of an aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Whose budget it is.
    pub measure: Arc<Measure>,
    /// The amount with the year before.
    pub line: BudgetLine,
}

/// A figure over several budgets.
#[derive(Clone, Debug, PartialEq)]
pub enum Aggregate {
    /// Budgets in order.
    Ranking {
        /// What they are ordered by.
        direction: Direction,
        /// The place of the first of them: 2 where the second largest is asked for.
        place: usize,
        /// The budgets, first the one asked for.
        items: Vec<Ranked>,
        /// By rate and not by amount, the first would be this one, where it differs.
        by_rate: Option<Ranked>,
    },
    /// Sums per municipality, kind and year.
    Total {
        /// One sum each.
        sums: Vec<Sum>,
        /// Of each thing that was named, the nearest budget, and not all there are.
        of_nearest: bool,
    },
    /// Budgets beside each other, as asked.
    Versus {
        /// The budgets.
        items: Vec<Ranked>,
    },
    /// The budgets of a ward, in the document's order.
    List {
        /// The budgets.
        items: Vec<Ranked>,
    },
}

/// The sum of a document's printed amounts of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// Whose amounts.
    pub municipality: String,
    /// The word of the document: 予算額, 算定見込額.
    pub kind: String,
    /// The year of the amounts.
    pub fiscal_year: Option<FiscalYear>,
    /// The sum in yen, separate (別途) amounts not in it.
    pub amount_yen: i64,
    /// How many amounts it adds.
    pub n_added: usize,
    /// How many lines print `-` and are not in it.
    pub n_without: usize,
    /// The sum of the separate amounts.
    pub separate_yen: i64,
    /// The sum for the year before over the same lines, where every line prints one.
    pub previous_yen: Option<i64>,
    /// The budgets that it adds.
    pub items: Vec<Ranked>,
}

/// Returns every budget line that the measures print themselves, in their order.
pub fn aggregate(measures: impl IntoIterator<Item = Arc<Measure>>) -> Vec<Ranked> {
    let ranked = measures.into_iter().flat_map(|measure| {
        let lines = facts_of(&measure, &[]).lines;
        lines.into_iter().map(move |line| Ranked { measure: measure.clone(), line })
    });
    ranked.collect()
}

/// Returns the amounts of some years, as [`BudgetLine::of_years`] does.
pub fn of_years(items: Vec<Ranked>, years: &[FiscalYear]) -> Vec<Ranked> {
    let of_years = |item: Ranked| Some(Ranked { line: item.line.of_years(years)?, ..item });
    items.into_iter().filter_map(of_years).collect()
}

/// What one budget is among those of its document and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A budget beside the others.
    Part,
    /// That of a heading, of which rows below it print the parts; or what is called the sum and is no less than all others.
    Sum,
    /// No less than all others together, under a heading of its own: the whole, or one large part.
    Large,
}

/// What an amount or a row is called that prints the sum of others.
const SUMS: &[&str] = &["合計", "総額", "総計", "全体"];

/// Tells of each budget whether others are its parts, and whether it is no less than all of them.
fn roles(items: &[Ranked]) -> Vec<(Role, bool)> {
    type Group = (String, Option<FiscalYear>);
    let group = |item: &Ranked| -> Option<Group> {
        let (document, budget) = (&item.measure.document.id, &item.line.budget);
        let is_one = budget.note.is_empty() && budget.amount_yen.is_some();
        is_one.then(|| (document.clone(), budget.fiscal_year))
    };
    let is_heading = |item: &Ranked| item.measure.kind == MeasureKind::Section;
    let yen = |item: &Ranked| item.line.budget.amount_yen.unwrap_or(0);
    let mut of_rows: HashMap<Group, i64> = HashMap::new();
    let mut with_parts: HashSet<(Group, &str)> = HashSet::new();
    for item in items.iter().filter(|item| !is_heading(item)) {
        let Some(group) = group(item) else { continue };
        *of_rows.entry(group.clone()).or_default() += yen(item);
        with_parts.extend(item.measure.path.iter().map(|it| (group.clone(), it.as_str())));
    }
    let role = |item: &Ranked| {
        let Some(group) = group(item) else { return (Role::Part, false) };
        let (title, kind) = (item.measure.title.as_str(), &item.line.budget.kind);
        let own = if is_heading(item) { 0 } else { yen(item) };
        let others = of_rows.get(&group).copied().unwrap_or(0) - own;
        let is_most = others > 0 && yen(item) >= others;
        let is_called = SUMS.iter().any(|word| title.contains(word) || kind.contains(word));
        // A document's title stands above all of it, and in no path.
        let is_above = title == item.measure.document.title || with_parts.contains(&(group, title));
        let has_parts = is_heading(item) && others > 0 && is_above;
        let role = match (is_heading(item), is_most) {
            _ if has_parts => Role::Sum,
            (_, true) if is_called => Role::Sum,
            (true, true) => Role::Large,
            _ => Role::Part,
        };
        (role, is_most)
    };
    items.iter().map(role).collect()
}

/// Adds budgets up, per municipality, kind and year.
fn sums(items: Vec<Ranked>) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for item in items {
        let municipality = item.measure.document.municipality.clone();
        let budget = &item.line.budget;
        let at = sums
            .iter()
            .position(|sum| {
                sum.municipality == municipality
                    && sum.fiscal_year == budget.fiscal_year
                    && (sum.kind == budget.kind || !budget.note.is_empty())
            })
            .unwrap_or_else(|| {
                sums.push(Sum {
                    municipality,
                    kind: budget.kind.clone(),
                    fiscal_year: budget.fiscal_year,
                    amount_yen: 0,
                    n_added: 0,
                    n_without: 0,
                    separate_yen: 0,
                    previous_yen: Some(0),
                    items: Vec::new(),
                });
                sums.len() - 1
            });
        let Some(sum) = sums.get_mut(at) else { continue };
        match budget.amount_yen {
            Some(amount) if budget.note == Budget::SEPARATE => sum.separate_yen += amount,
            // A part of another amount, or of a year that is not known.
            Some(_) if !budget.note.is_empty() => {}
            Some(amount) => {
                sum.amount_yen += amount;
                sum.n_added += 1;
                let previous = item.line.previous.as_ref().and_then(|b| b.amount_yen);
                sum.previous_yen = sum.previous_yen.zip(previous).map(|(a, b)| a + b);
            }
            None => sum.n_without += 1,
        }
        sum.items.push(item);
    }
    sums
}

impl Aggregate {
    /// Orders budgets, those left out of which others are the parts.
    pub fn ranking(mut items: Vec<Ranked>, direction: Direction) -> Self {
        let mut roles = roles(&items).into_iter();
        items.retain(|item| {
            let is_sum = roles.next().is_some_and(|(role, _)| role == Role::Sum);
            !is_sum && item.line.budget.note.is_empty()
        });
        let change = |item: &Ranked| item.line.change_yen();
        let rate = |item: &Ranked| item.line.change_percent().unwrap_or(0.0);
        items.retain(|item| match direction {
            Direction::Largest | Direction::Smallest => item.line.budget.amount_yen.is_some(),
            Direction::Rise => change(item).is_some_and(|yen| yen > 0),
            Direction::Fall => change(item).is_some_and(|yen| yen < 0),
            // What began with nothing has no rate.
            Direction::RiseRate => rate(item) > 0.0,
            Direction::FallRate => rate(item) < 0.0,
            Direction::Same => change(item) == Some(0),
        });
        items.sort_by_key(|item| match direction {
            Direction::Largest => -item.line.budget.amount_yen.unwrap_or(0),
            Direction::Smallest => item.line.budget.amount_yen.unwrap_or(0),
            Direction::Rise => -change(item).unwrap_or(0),
            Direction::Fall => change(item).unwrap_or(0),
            Direction::RiseRate | Direction::FallRate | Direction::Same => 0,
        });
        match direction {
            Direction::RiseRate => items.sort_by(|a, b| rate(b).total_cmp(&rate(a))),
            Direction::FallRate => items.sort_by(|a, b| rate(a).total_cmp(&rate(b))),
            _ => {}
        }
        let by_rate = match direction {
            Direction::Rise => items.iter().max_by(|a, b| rate(a).total_cmp(&rate(b))),
            Direction::Fall => items.iter().min_by(|a, b| rate(a).total_cmp(&rate(b))),
            _ => None,
        }
        .filter(|best| Some(*best) != items.first())
        .cloned();
        Self::Ranking { direction, place: 1, items, by_rate }
    }

    /// Leaves out what comes before a place of a ranking, 1 for the first.
    #[must_use]
    pub fn from_place(mut self, from: usize) -> Self {
        if let Self::Ranking { place, items, by_rate, .. } = &mut self
            && from > *place
        {
            items.drain(..items.len().min(from - *place));
            *place = from;
            *by_rate = None;
        }
        self
    }

    /// Adds budgets up, per municipality, kind and year, each part once; what a document prints as the whole comes first,
    /// by itself.
    pub fn total(items: Vec<Ranked>) -> Self {
        let (mut wholes, mut parts) = (Vec::new(), Vec::new());
        let roles = roles(&items);
        for ((role, is_most), item) in roles.into_iter().zip(items) {
            match role {
                Role::Part => parts.push(item),
                Role::Sum | Role::Large if is_most => wholes.push(item),
                // Its parts are added.
                Role::Sum | Role::Large => {}
            }
        }
        // The largest of a document's wholes holds the others.
        wholes.sort_by_key(|item: &Ranked| Reverse(item.line.budget.amount_yen));
        let mut told: HashSet<(String, Option<FiscalYear>)> = HashSet::new();
        wholes.retain(|item| {
            told.insert((item.measure.document.id.clone(), item.line.budget.fiscal_year))
        });
        let sums = sums(wholes).into_iter().chain(sums(parts)).collect();
        Self::Total { sums, of_nearest: false }
    }

    /// Says that a total adds the nearest budget of each thing that was named.
    #[must_use]
    pub fn of_nearest(mut self) -> Self {
        if let Self::Total { of_nearest, .. } = &mut self {
            *of_nearest = true;
        }
        self
    }

    /// Returns the measures that it names, first the one asked for.
    pub fn measures(&self) -> Vec<Arc<Measure>> {
        let items: Vec<&Ranked> = match self {
            Self::Ranking { items, .. } | Self::Versus { items } | Self::List { items } => {
                items.iter().collect()
            }
            Self::Total { sums, .. } => sums.iter().flat_map(|sum| &sum.items).collect(),
        };
        let mut measures: Vec<Arc<Measure>> = Vec::new();
        for item in items {
            if !measures.iter().any(|known| known.id == item.measure.id) {
                measures.push(item.measure.clone());
            }
        }
        measures
    }
}
