//! Figures over several budgets: the largest, the biggest rise, totals, one beside another.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::facts::{BudgetLine, facts_of};
use crate::model::{Budget, FiscalYear, Measure, MeasureId, MeasureKind};

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

    /// Returns the name of the sentence that stands above such a ranking.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Largest => "ranking-largest",
            Self::Smallest => "ranking-smallest",
            Self::Rise => "ranking-rise",
            Self::Fall => "ranking-fall",
            Self::RiseRate => "ranking-rise-rate",
            Self::FallRate => "ranking-fall-rate",
            Self::Same => "ranking-same",
        }
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
        /// How many of them are asked for, where the question says so: トップ3.
        n_asked: Option<usize>,
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
    /// What it is the sum of, where several are set beside each other: 経営課題2; else empty.
    pub name: String,
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

/// Returns measures in their order, each once.
pub(super) fn distinct<'a>(
    measures: impl IntoIterator<Item = &'a Arc<Measure>>,
) -> Vec<Arc<Measure>> {
    let mut known: HashSet<&MeasureId> = HashSet::new();
    measures.into_iter().filter(|measure| known.insert(&measure.id)).cloned().collect()
}

/// Whether a heading's budget stands above another: in its path, or as that of the whole document.
fn is_above(heading: &Ranked, other: &Ranked) -> bool {
    let (above, below) = (&heading.measure, &other.measure);
    let is_of_one = is_heading(heading) && above.document.id == below.document.id;
    let is_next = || {
        let rest = below.path.strip_prefix(above.path.as_slice());
        rest.and_then(<[String]>::first).is_some_and(|next| *next == above.title)
    };
    is_of_one && (is_next() || (is_of_document(heading) && !is_of_document(other)))
}

/// Whether a budget is printed for its whole document, right below the title.
fn is_of_document(item: &Ranked) -> bool {
    is_heading(item) && item.measure.title == item.measure.document.title
}

fn is_heading(item: &Ranked) -> bool {
    item.measure.kind == MeasureKind::Section
}

/// Returns the places of budgets that can be compared, document by document.
fn by_document(items: &[Ranked]) -> Vec<Vec<usize>> {
    let mut documents: Vec<Vec<usize>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let budget = &item.line.budget;
        if !budget.note.is_empty() || budget.amount_yen.is_none() {
            continue;
        }
        let place = *places.entry(&item.measure.document.id).or_insert(documents.len());
        match documents.get_mut(place) {
            Some(document) => document.push(at),
            None => documents.push(vec![at]),
        }
    }
    documents
}

/// Returns the places of headings of which rows below them print amounts, too.
fn with_parts(items: &[Ranked]) -> HashSet<usize> {
    let item = |at: &usize| items.get(*at);
    let mut found = HashSet::new();
    for document in by_document(items) {
        let is_sum = |at: &&usize| {
            let mut others = document.iter().filter_map(item);
            let heading = item(at).filter(|it| is_heading(it));
            heading.is_some_and(|heading| others.any(|other| is_above(heading, other)))
        };
        found.extend(document.iter().filter(is_sum));
    }
    found
}

/// What is to be added of some budgets.
struct Addends {
    /// Each amount once.
    parts: Vec<Ranked>,
    /// What a document prints as its whole, or as much as all others together under a heading without parts.
    wholes: Vec<Ranked>,
}

/// Sorts budgets into what is added and what holds it. Of a heading and the rows below it those count that print more.
fn addends(items: Vec<Ranked>) -> Addends {
    let yen = |item: &Ranked| item.line.budget.amount_yen.unwrap_or(0);
    let is_like = |a: &Ranked, b: &Ranked| {
        let (a, b) = (&a.line.budget, &b.line.budget);
        a.kind == b.kind && a.fiscal_year == b.fiscal_year
    };
    let mut dropped: HashSet<usize> = HashSet::new();
    let mut whole: HashSet<usize> = HashSet::new();
    for mut document in by_document(&items) {
        let item = |at: &usize| items.get(*at);
        document.sort_by_key(|at| Reverse(item(at).map(|it| it.measure.path.len())));
        let (of_document, others): (Vec<usize>, Vec<usize>) =
            document.into_iter().partition(|at| item(at).is_some_and(is_of_document));
        // The deepest headings first: what they leave counts for those above.
        for at in &others {
            let Some(heading) = item(at).filter(|it| is_heading(it)) else { continue };
            let is_part = |place: &&usize| {
                let of = item(place).filter(|it| is_above(heading, it) && is_like(heading, it));
                of.is_some() && !dropped.contains(*place)
            };
            let parts: Vec<usize> = others.iter().filter(is_part).copied().collect();
            let sum: i64 = parts.iter().filter_map(item).map(yen).sum();
            if !parts.is_empty() && sum >= yen(heading) {
                dropped.insert(*at);
            } else {
                dropped.extend(parts);
            }
        }
        let left: Vec<usize> = others.into_iter().filter(|at| !dropped.contains(at)).collect();
        let is_whole = |at: &&usize| {
            let Some(heading) = item(at).filter(|it| is_heading(it)) else { return false };
            let like = left.iter().filter_map(item).filter(|it| is_like(heading, it));
            let all: i64 = like.map(yen).sum();
            let is_largest = all > yen(heading) && 2 * yen(heading) >= all;
            is_largest && of_document.is_empty()
        };
        whole.extend(left.iter().filter(is_whole));
        whole.extend(of_document);
    }
    let mut addends = Addends { parts: Vec::new(), wholes: Vec::new() };
    for (at, item) in items.into_iter().enumerate() {
        if whole.contains(&at) {
            addends.wholes.push(item);
        } else if !dropped.contains(&at) {
            addends.parts.push(item);
        }
    }
    addends
}

/// Adds budgets up, per municipality, kind and year.
fn sums(items: Vec<Ranked>) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    // Of a ward and year there are few kinds, of wards thousands.
    let mut places: HashMap<(String, Option<FiscalYear>), Vec<usize>> = HashMap::new();
    for item in items {
        let municipality = item.measure.document.municipality.clone();
        let budget = &item.line.budget;
        let of_year = places.entry((municipality.clone(), budget.fiscal_year)).or_default();
        let is_its = |at: &usize| {
            let kind = sums.get(*at).map(|sum| &sum.kind);
            kind == Some(&budget.kind) || !budget.note.is_empty()
        };
        let at = of_year.iter().copied().find(is_its).unwrap_or_else(|| {
            of_year.push(sums.len());
            sums.push(Sum {
                name: String::new(),
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
    pub fn ranking(items: Vec<Ranked>, direction: Direction) -> Self {
        let sums = with_parts(&items);
        let alone = items.into_iter().enumerate().filter(|(at, _)| !sums.contains(at));
        let mut items: Vec<Ranked> = alone.map(|(_, item)| item).collect();
        items.retain(|item| item.line.budget.note.is_empty());
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
        Self::Ranking { direction, place: 1, items, n_asked: None, by_rate }
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

    /// Takes how many places of a ranking are asked for.
    #[must_use]
    pub fn of(mut self, n: Option<usize>) -> Self {
        if let Self::Ranking { n_asked, .. } = &mut self {
            *n_asked = n;
        }
        self
    }

    /// Adds budgets up, per municipality, kind and year, each part once; what a document prints as the whole comes first,
    /// by itself.
    pub fn total(items: Vec<Ranked>) -> Self {
        let Addends { parts, wholes } = addends(items);
        let sums = sums(wholes).into_iter().chain(sums(parts)).collect();
        Self::Total { sums, of_nearest: false }
    }

    /// Sets the sums of several things beside each other, each with its name.
    pub fn totals(named: Vec<(String, Vec<Ranked>)>) -> Self {
        let of_name = |(name, items): (String, Vec<Ranked>)| {
            sums(items).into_iter().map(move |sum| Sum { name: name.clone(), ..sum })
        };
        Self::Total { sums: named.into_iter().flat_map(of_name).collect(), of_nearest: false }
    }

    /// Adds the nearest budget of each thing that was named; none where they differ in ward, kind or year, or where one is
    /// a part of another.
    pub fn total_of_nearest(items: Vec<Ranked>) -> Option<Self> {
        let is_part = |item: &Ranked| items.iter().any(|other| is_above(other, item));
        if items.iter().any(is_part) {
            return None;
        }
        let sums = sums(items);
        (sums.len() == 1).then_some(Self::Total { sums, of_nearest: true })
    }

    /// Returns the measures that it names, first the one asked for.
    pub fn measures(&self) -> Vec<Arc<Measure>> {
        let items: Vec<&Ranked> = match self {
            Self::Ranking { items, .. } | Self::Versus { items } | Self::List { items } => {
                items.iter().collect()
            }
            Self::Total { sums, .. } => sums.iter().flat_map(|sum| &sum.items).collect(),
        };
        distinct(items.into_iter().map(|item| &item.measure))
    }
}
