//! Figures over several budgets, as short tables in lines.

use std::collections::HashSet;

use super::found::{document, source_of, title_of, year_and_kind, year_or_note};
use super::{Reply, Role};
use crate::answer::{Aggregate, BudgetLine, Ranked};
use crate::locale::Locale;
use crate::model::{Budget, Document, Lines};
use crate::text::truncate;

/// How many lines a ranking shows.
const RANKED: usize = 5;
/// How many lines a list shows.
const LISTED: usize = 20;
/// The longest title in a table.
const TITLE: usize = 40;

pub(super) fn lines(reply: &mut Reply, aggregate: &Aggregate, preface: &[String], locale: &Locale) {
    let measures = aggregate.measures();
    let mut known: HashSet<&str> = HashSet::new();
    let documents = measures.iter().map(|measure| &*measure.document);
    let documents: Vec<&Document> = documents.filter(|it| known.insert(&it.id)).collect();
    for one in &documents {
        document(reply, one, locale);
    }
    for text in preface {
        reply.add(Role::Note, text);
    }
    reply.gap();
    let several = documents.len() > 1;
    match aggregate {
        Aggregate::Ranking { direction, place, items, n_asked, by_rate } => {
            reply.add(Role::Heading, locale.direction(*direction));
            if items.is_empty() {
                reply.add(Role::Note, locale.say("ranking-none"));
            }
            let max = n_asked.map_or(RANKED, |n| n.min(LISTED));
            table(reply, items, *place, max, several, locale);
            if let Some(best) = by_rate {
                rate(reply, best, locale);
            }
            reply.add(Role::Note, locale.say("ranking-covers"));
        }
        Aggregate::Total { of_nearest, .. } => {
            totals(reply, aggregate, several, locale);
            let covers = if *of_nearest { "total-nearest" } else { "total-covers" };
            reply.add(Role::Note, locale.say(covers));
        }
        Aggregate::Versus { items } => {
            reply.add(Role::Heading, locale.say("versus"));
            table(reply, items, 1, LISTED, several, locale);
            versus(reply, items, locale);
        }
        Aggregate::List { items } => {
            reply.add(Role::Heading, locale.say("list-heading"));
            table(reply, items, 1, LISTED, several, locale);
            reply.add(Role::Note, locale.say("list-covers"));
        }
    }
    for document in documents {
        let own = measures.iter().filter(|measure| measure.document.id == document.id);
        let mut places: Vec<Lines> = own.map(|measure| measure.lines).collect();
        places.sort();
        places.dedup();
        source_of(reply, document, &places, locale);
    }
}

fn name(item: &Ranked, several: bool, locale: &Locale) -> String {
    let title = truncate(&title_of(&item.measure), TITLE);
    let title = locale.text("quoted", &[("text", title.into())]);
    if several { format!("{} {title}", item.measure.document.municipality) } else { title }
}

/// Adds a line for each budget, numbered from `first`.
fn table(
    reply: &mut Reply,
    items: &[Ranked],
    first: usize,
    max: usize,
    several: bool,
    locale: &Locale,
) {
    for (at, item) in items.iter().take(max).enumerate() {
        let number = (first + at).to_string();
        let title = name(item, several, locale);
        let budget = &item.line.budget;
        let of = year_and_kind(budget, locale);
        let text = match budget.amount_yen {
            None => locale.text(
                "ranked-no-amount",
                &[("number", number.into()), ("title", title.into()), ("of", of.into())],
            ),
            Some(yen) => {
                let id = if budget.note.is_empty() { "ranked" } else { "ranked-separate" };
                locale.text(
                    id,
                    &[
                        ("number", number.into()),
                        ("title", title.into()),
                        ("amount", locale.yen(yen).into()),
                        ("of", of.into()),
                    ],
                )
            }
        };
        reply.add(Role::Item, text);
        if let Some(before) = before(&item.line, locale) {
            reply.add(Role::Item, format!("   {before}"));
        }
    }
    let n_more = items.len().saturating_sub(max);
    if n_more > 0 {
        reply.add(Role::Note, locale.text("more", &[("count", n_more.into())]));
    }
}

fn before(line: &BudgetLine, locale: &Locale) -> Option<String> {
    let previous = line.previous.as_ref()?;
    let amount = locale.yen(previous.amount_yen?);
    let year = year_or_note(previous, locale);
    let yen = line.change_yen()?;
    let change = locale.change(yen);
    Some(match line.change_percent() {
        _ if yen == 0 => {
            locale.text("ranked-before-same", &[("amount", amount.into()), ("year", year.into())])
        }
        Some(percent) => locale.text(
            "ranked-before",
            &[
                ("amount", amount.into()),
                ("year", year.into()),
                ("change", change.into()),
                ("percent", locale.percent(percent).into()),
            ],
        ),
        None => locale.text(
            "ranked-before-only",
            &[("amount", amount.into()), ("year", year.into()), ("change", change.into())],
        ),
    })
}

fn rate(reply: &mut Reply, best: &Ranked, locale: &Locale) {
    let (Some(yen), Some(percent)) = (best.line.change_yen(), best.line.change_percent()) else {
        return;
    };
    let args = [
        ("title", name(best, false, locale).into()),
        ("change", locale.change(yen).into()),
        ("percent", locale.percent(percent).into()),
    ];
    reply.add(Role::Note, locale.text("ranking-rate", &args));
}

fn totals(reply: &mut Reply, aggregate: &Aggregate, several: bool, locale: &Locale) {
    let Aggregate::Total { sums, .. } = aggregate else {
        return;
    };
    for sum in sums {
        if several {
            reply.add(Role::Heading, sum.municipality.as_str());
        }
        if !sum.name.is_empty() {
            reply.add(Role::Heading, sum.name.as_str());
        }
        let kind = locale.budget_kind(&sum.kind);
        let of = match sum.fiscal_year {
            Some(year) => {
                let year = locale.year(year);
                locale.text("amount-of", &[("year", year.into()), ("kind", kind.into())])
            }
            None => kind,
        };
        let args = [
            ("amount", locale.yen(sum.amount_yen).into()),
            ("of", of.into()),
            ("count", sum.n_added.into()),
        ];
        reply.add(Role::Fact, locale.text("total", &args));
        if let (Some(previous), true) = (sum.previous_yen, sum.n_added > 0) {
            let year = sum.fiscal_year.map(|year| locale.year(year.previous()));
            let year = year.unwrap_or_else(|| Budget::BEFORE.to_owned());
            let args = [("amount", locale.yen(previous).into()), ("year", year.into())];
            reply.add(Role::Fact, locale.text("total-before", &args));
            let change = sum.amount_yen - previous;
            if change == 0 {
                reply.add(Role::Fact, locale.say("budget-same"));
            } else if previous != 0 {
                let percent = change as f64 * 100.0 / previous as f64;
                let args = [
                    ("change", locale.change(change).into()),
                    ("percent", locale.percent(percent).into()),
                ];
                reply.add(Role::Fact, locale.text("budget-change", &args));
            }
        }
        if sum.separate_yen != 0 {
            let amount = locale.yen(sum.separate_yen);
            reply.add(Role::Note, locale.text("total-separate", &[("amount", amount.into())]));
        }
        if sum.n_without > 0 {
            let count = sum.n_without;
            reply.add(Role::Note, locale.text("total-without", &[("count", count.into())]));
        }
        if !sum.items.is_empty() {
            reply.add(Role::Heading, locale.say("total-items"));
            table(reply, &sum.items, 1, LISTED, false, locale);
        }
        reply.gap();
    }
}

fn versus(reply: &mut Reply, items: &[Ranked], locale: &Locale) {
    let (main, separate): (Vec<&Ranked>, Vec<&Ranked>) =
        items.iter().partition(|item| item.line.budget.note.is_empty());
    let [first, second, rest @ ..] = main.as_slice() else {
        return;
    };
    let is_like = |item: &Ranked| {
        item.line.budget.fiscal_year == first.line.budget.fiscal_year
            && item.line.budget.kind == first.line.budget.kind
    };
    if !is_like(second) || !rest.iter().all(|item| is_like(item)) {
        reply.add(Role::Note, locale.say("versus-unlike"));
        return;
    }
    let amounts = (first.line.budget.amount_yen, second.line.budget.amount_yen);
    let ((Some(a), Some(b)), []) = (amounts, rest) else {
        return;
    };
    if a == b {
        reply.add(Role::Note, locale.say("versus-equal"));
        return;
    }
    let more = if a > b { first } else { second };
    let several = first.measure.document.id != second.measure.document.id;
    let args = [
        ("title", name(more, several, locale).into()),
        ("amount", locale.yen((a - b).abs()).into()),
    ];
    let id = if separate.is_empty() { "versus-difference" } else { "versus-difference-separate" };
    reply.add(Role::Note, locale.text(id, &args));
}
