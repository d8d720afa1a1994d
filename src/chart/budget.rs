//! Charts of what the documents print: amounts as `answer::aggregate` pairs them, with year and kind named.
//!
//! Amounts of different documents, years or kinds never share a scale, and where a chart shows several, it says that
//! they cannot be compared. `-` has no bar and says so.

use super::{Bar, Chart, Panel, Row};
use crate::answer::{Aggregate, BudgetLine, Direction, Found, Ranked, aggregate};
use crate::library::Library;
use crate::locale::Locale;
use crate::model::{Budget, Document, Lines};
use crate::render::{document_line, title_of, year_and_kind};
use crate::text::truncate;

/// The longest title of an overview line in a sentence.
const COVERING: usize = 40;

/// The pattern of amounts that stand apart: of no series, since they are not added to any.
const APART: usize = 2;

/// Draws amounts beside those of the year before, in the order given.
pub fn compare(items: &[Ranked], locale: &Locale) -> Chart {
    let panels = groups(items).into_iter().map(|group| beside_year_before(&group, locale));
    let panels: Vec<Panel> = panels.collect();
    let has_before = panels.iter().any(|panel| panel.series.len() > 1);
    let title = if has_before { "chart-compare" } else { "chart-amounts" };
    let mut notes = warning(items, locale);
    notes.push(locale.say("list-covers"));
    notes.extend(sources(items, locale));
    Chart { title: locale.say(title), panels, notes }
}

/// Draws the rises from the year before, then the falls, each from the largest on, then what stayed the same.
pub fn changes(items: &[Ranked], locale: &Locale) -> Chart {
    let mut ordered: Vec<Ranked> = Vec::new();
    for direction in [Direction::Rise, Direction::Fall, Direction::Same] {
        if let Aggregate::Ranking { items, .. } = Aggregate::ranking(items.to_vec(), direction) {
            ordered.extend(items);
        }
    }
    let panels = groups(&ordered).into_iter().map(|group| ups_and_downs(&group, locale)).collect();
    let mut notes = warning(&ordered, locale);
    let n_left = items.len() - ordered.len();
    if n_left > 0 {
        notes.push(locale.text("chart-left-out", &[("count", n_left.into())]));
    }
    notes.extend(sources(&ordered, locale));
    Chart { title: locale.say("chart-changes"), panels, notes }
}

/// Draws the amounts of a measure in all years that the loaded documents print; those of the overview line that covers
/// it, where it has none of its own.
pub fn years(found: &Found, library: &Library, locale: &Locale) -> Chart {
    let covering = found.budget.covered_by.as_ref();
    let measure = covering.unwrap_or(&found.measure);
    let items = aggregate(library.over_years(measure));
    let points = points(&items);
    let mut kinds: Vec<(&str, &str)> = Vec::new();
    for point in &points {
        if !kinds.contains(&point.kind()) {
            kinds.push(point.kind());
        }
    }
    let panels = kinds.iter().map(|kind| {
        let of_kind = points.iter().filter(|point| point.kind() == *kind).collect();
        over_years(*kind, of_kind, locale)
    });
    let panels: Vec<Panel> = panels.collect();
    let mut notes = Vec::new();
    if let Some(covering) = covering {
        let title = truncate(&title_of(covering), COVERING);
        let lines = locale.lines(covering.lines);
        let args = [("title", title.into()), ("lines", lines.into())];
        notes.push(locale.text("budget-covered", &args));
    }
    if panels.len() > 1 {
        notes.push(locale.say("versus-unlike"));
    }
    notes.extend(sources(&items, locale));
    let title = locale.text("chart-years", &[("title", title_of(&found.measure).into())]);
    Chart { title, panels, notes }
}

/// Parts amounts by what must not be mixed: document, year and kind.
fn groups(items: &[Ranked]) -> Vec<Vec<&Ranked>> {
    let key = |item: &Ranked| {
        let budget = &item.line.budget;
        (item.measure.document.id.clone(), budget.fiscal_year, budget.kind.clone())
    };
    let mut groups: Vec<Vec<&Ranked>> = Vec::new();
    for item in items {
        let known =
            groups.iter_mut().find(|group| group.first().map(|it| key(it)) == Some(key(item)));
        match known {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

/// Warns where years or kinds differ: such amounts cannot be compared.
fn warning(items: &[Ranked], locale: &Locale) -> Vec<String> {
    let is_like = |item: &Ranked, other: &Ranked| {
        let (a, b) = (&item.line.budget, &other.line.budget);
        a.fiscal_year == b.fiscal_year && a.kind == b.kind
    };
    let differ = items.first().is_some_and(|first| items.iter().any(|item| !is_like(item, first)));
    differ.then(|| locale.say("versus-unlike")).into_iter().collect()
}

fn beside_year_before(group: &[&Ranked], locale: &Locale) -> Panel {
    let before = group.iter().find_map(|item| item.line.previous.as_ref());
    let first = group.first().map(|item| &item.line.budget);
    let mut series: Vec<String> = first.map(|now| year_and_kind(now, locale)).into_iter().collect();
    series.extend(before.map(|before| of_before(before, locale)));
    let rows = group.iter().map(|item| {
        let line = &item.line;
        let mut bars = vec![bar(0, &line.budget, &line.budget.note, locale)];
        match &line.previous {
            Some(previous) => bars.push(bar(1, previous, "", locale)),
            None if before.is_some() => {
                let text = locale.say("chart-not-printed");
                bars.push(Bar { series: 1, value: None, text });
            }
            None => {}
        }
        Row { label: title_of(&item.measure), bars, remark: change(line, locale) }
    });
    let note = if before.is_none() { locale.say("budget-before-none") } else { String::new() };
    Panel { heading: heading(group, locale), note, series, rows: rows.collect() }
}

fn ups_and_downs(group: &[&Ranked], locale: &Locale) -> Panel {
    let line = group.first().map(|item| &item.line);
    let note = line.and_then(|line| {
        let before = of_before(line.previous.as_ref()?, locale);
        let now = year_and_kind(&line.budget, locale);
        let args = [("before", before.into()), ("now", now.into())];
        Some(locale.text("chart-from-to", &args))
    });
    let rows = group.iter().map(|item| {
        let value = item.line.change_yen();
        let series = usize::from(value.is_some_and(|yen| yen < 0));
        let bar = Bar { series, value, text: change(&item.line, locale) };
        let before = item.line.previous.as_ref().map(|before| amount(before, locale));
        let now = amount(&item.line.budget, locale);
        let args = [("before", before.unwrap_or_default().into()), ("now", now.into())];
        let remark = locale.text("chart-from-to", &args);
        Row { label: title_of(&item.measure), bars: vec![bar], remark }
    });
    let rows = rows.collect();
    let series = ["chart-up", "chart-down"].map(|id| locale.say(id)).to_vec();
    Panel { heading: heading(group, locale), note: note.unwrap_or_default(), series, rows }
}

/// An amount of one year, as one document prints it.
struct Point<'a> {
    budget: &'a Budget,
    document: &'a Document,
    /// The line whose own amount it is, and not that of the year before.
    line: Option<&'a BudgetLine>,
}

impl Point<'_> {
    /// Its kind, and why it stands apart.
    fn kind(&self) -> (&str, &str) {
        // The note of an amount for the year before may be its year.
        let apart = if self.line.is_some() { self.budget.note.as_str() } else { "" };
        (&self.budget.kind, apart)
    }

    fn is_same(&self, other: &Self) -> bool {
        self.budget.fiscal_year.is_some()
            && self.budget.fiscal_year == other.budget.fiscal_year
            && self.budget.amount_yen == other.budget.amount_yen
            && self.kind() == other.kind()
    }
}

/// Returns every printed amount once, from the earliest year on; what a later document repeats is the same amount.
fn points(items: &[Ranked]) -> Vec<Point<'_>> {
    let mut points: Vec<Point<'_>> = Vec::new();
    for item in items {
        let (line, document) = (&item.line, item.measure.document.as_ref());
        let now = Point { budget: &line.budget, document, line: Some(line) };
        let before = line.previous.as_ref().map(|budget| Point { budget, document, line: None });
        for point in before.into_iter().chain([now]) {
            match points.iter_mut().find(|known| known.is_same(&point)) {
                None => points.push(point),
                // The line that it is the amount of says more: the change from the year before.
                Some(known) if known.line.is_none() => *known = point,
                Some(_) => {}
            }
        }
    }
    points.sort_by_key(|point| point.budget.fiscal_year);
    points
}

fn over_years((kind, apart): (&str, &str), points: Vec<&Point<'_>>, locale: &Locale) -> Panel {
    let rows = points.iter().map(|point| {
        let year = point.budget.fiscal_year;
        let is_only = points.iter().filter(|other| other.budget.fiscal_year == year).count() == 1;
        let of_year = match (year, point.line) {
            (Some(year), _) => locale.year(year),
            (None, None) => locale.say("chart-before"),
            (None, Some(_)) => String::new(),
        };
        let label = if is_only && !of_year.is_empty() {
            of_year
        } else {
            let document = document_line(point.document, locale);
            let args = [("year", of_year.into()), ("document", document.into())];
            locale.text("chart-year-in", &args).trim().to_owned()
        };
        let remark = point.line.map(|line| change(line, locale)).unwrap_or_default();
        Row { label, bars: vec![bar(0, point.budget, apart, locale)], remark }
    });
    let municipality = points.first().map(|point| point.document.municipality.clone());
    Panel {
        heading: municipality.unwrap_or_default(),
        note: String::new(),
        rows: rows.collect(),
        series: vec![locale.budget_kind(kind)],
    }
}

fn heading(group: &[&Ranked], locale: &Locale) -> String {
    group.first().map(|item| document_line(&item.measure.document, locale)).unwrap_or_default()
}

/// Names the amount of the year before, whose year a document may leave out.
fn of_before(budget: &Budget, locale: &Locale) -> String {
    if budget.fiscal_year.is_some() {
        return year_and_kind(budget, locale);
    }
    let year = locale.say("chart-before");
    let kind = locale.budget_kind(&budget.kind);
    locale.text("amount-of", &[("year", year.into()), ("kind", kind.into())])
}

/// The bar of an amount; `apart` is the document's word for why it stands apart, empty where it does not.
fn bar(series: usize, budget: &Budget, apart: &str, locale: &Locale) -> Bar {
    let amount = amount(budget, locale);
    let text = match apart {
        "" => amount,
        note => locale.text("chart-apart", &[("note", note.into()), ("amount", amount.into())]),
    };
    let series = if apart.is_empty() { series } else { APART };
    Bar { series, value: budget.amount_yen, text }
}

fn amount(budget: &Budget, locale: &Locale) -> String {
    budget.amount_yen.map_or_else(|| locale.say("chart-no-amount"), |yen| locale.yen(yen))
}

/// Says how an amount changed from the year before; nothing where either is not printed.
fn change(line: &BudgetLine, locale: &Locale) -> String {
    let Some(yen) = line.change_yen() else { return String::new() };
    let mark = match yen {
        0 => return locale.say("chart-same"),
        1.. => "▲",
        _ => "▼",
    };
    let args = [("mark", mark.into()), ("change", locale.change(yen).into())];
    match line.change_percent() {
        None => locale.text("chart-change-only", &args),
        Some(percent) => {
            let percent = ("percent", locale.percent(percent).into());
            locale.text("chart-change", &[args.to_vec(), vec![percent]].concat())
        }
    }
}

/// One line a document: the places of its amounts.
fn sources(items: &[Ranked], locale: &Locale) -> Vec<String> {
    let mut files: Vec<(&str, Vec<Lines>)> = Vec::new();
    for item in items {
        let file = item.measure.document.file.as_str();
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, places)) => places.push(item.measure.lines),
            None => files.push((file, vec![item.measure.lines])),
        }
    }
    let source = |(file, mut places): (&str, Vec<Lines>)| {
        places.sort();
        places.dedup();
        let lines = locale.line_list(&places);
        locale.text("source", &[("file", file.into()), ("lines", lines.into())])
    };
    files.into_iter().map(source).collect()
}
