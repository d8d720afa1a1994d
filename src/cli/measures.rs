//! `madoguchi measures`: everything that was read, as a table, JSON or comma-separated values.

use std::io::{BufWriter, Write};
use std::sync::Arc;

use super::args::{Folders, MeasuresArgs, PagerArgs};
use super::ask::find_ward;
use super::{Ending, Failure, open, output};
use crate::answer::{BudgetFacts, facts_of};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::model::{FiscalYear, Measure, MeasureKind};
use crate::render::{display_width, document_line, fit, title_of};

/// The width of the table where standard output is no terminal.
const WIDTH: usize = 100;

pub(super) fn run(
    args: &MeasuresArgs,
    folders: Folders,
    pager: &PagerArgs,
) -> Result<Ending, Failure> {
    let service = open(folders)?;
    let ward = args.ward.as_deref().map(|ward| find_ward(ward, &service)).transpose()?;
    let corpus = service.corpus();
    let measures: Vec<&Arc<Measure>> = corpus
        .measures()
        .iter()
        .filter(|measure| ward.as_ref().is_none_or(|ward| measure.document.municipality == *ward))
        .collect();
    if !args.json && !args.csv {
        let locale = service.locales().get(service.settings().language.default);
        let mut text = Vec::new();
        table(&mut text, &measures, locale)?;
        output::show(&text, pager)?;
        return Ok(Ending::Done);
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    if args.json {
        for measure in measures {
            let line = serde_json::to_string(measure).map_err(|error| {
                Error::new(ErrorKind::Internal, "cannot write a measure as JSON").because(error)
            })?;
            writeln!(out, "{line}")?;
        }
    } else {
        csv(&mut out, &measures)?;
    }
    out.flush()?;
    Ok(Ending::Done)
}

fn table(out: &mut impl Write, measures: &[&Arc<Measure>], locale: &Locale) -> Result<(), Failure> {
    let width = output::terminal_width().unwrap_or(WIDTH).max(40);
    let id_width = measures
        .iter()
        .map(|measure| display_width(measure.id.key()))
        .max()
        .unwrap_or(0)
        .clamp(4, 16);
    let amount_width = 14;
    let title_width = width.saturating_sub(id_width + amount_width + 4);
    let row = |out: &mut dyn Write, id: &str, title: &str, amount: &str| {
        let pad = " ".repeat(amount_width.saturating_sub(display_width(amount)));
        let line = format!("{}  {}  {pad}{amount}", fit(id, id_width), fit(title, title_width));
        writeln!(out, "{}", line.trim_end())
    };
    let mut document = None;
    for measure in measures {
        if document != Some(&measure.document.id) {
            if document.is_some() {
                writeln!(out)?;
            }
            document = Some(&measure.document.id);
            let bold = anstyle::Style::new().bold();
            writeln!(out, "{bold}{}{bold:#}", document_line(&measure.document, locale))?;
            let header = ["measures-id", "measures-title", "measures-amount"];
            let [id, title, amount] = header.map(|id| locale.say(id));
            row(out, &id, &title, &amount)?;
        }
        let facts = facts_of(measure, &[]);
        let amount = match facts.main(None).map(|line| line.budget.amount_yen) {
            Some(Some(yen)) => locale.yen(yen),
            Some(None) => "-".to_owned(),
            None => String::new(),
        };
        let indent = if measure.kind == MeasureKind::Section { "" } else { "  " };
        row(out, measure.id.key(), &format!("{indent}{}", title_of(measure)), &amount)?;
    }
    if measures.is_empty() {
        writeln!(out, "{}", locale.say("measures-none"))?;
    } else {
        let count = measures.len();
        writeln!(out, "\n{}", locale.text("measures-count", &[("count", count.into())]))?;
    }
    Ok(())
}

const COLUMNS: [&str; 25] = [
    "id",
    "kind",
    "document",
    "municipality",
    "fiscal_year",
    "status",
    "path",
    "number",
    "title",
    "body",
    "target_state",
    "results",
    "results_year",
    "changes",
    "budget_kind",
    "budget_year",
    "budget_yen",
    "previous_year",
    "previous_yen",
    "separate_yen",
    "department",
    "phone",
    "fax",
    "file",
    "lines",
];

fn csv(out: &mut impl Write, measures: &[&Arc<Measure>]) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS).map_err(csv_failure)?;
    for measure in measures {
        writer.write_record(record(measure)).map_err(csv_failure)?;
    }
    writer.flush()?;
    Ok(())
}

fn csv_failure(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        kind => Error::new(ErrorKind::Internal, format!("cannot write CSV: {kind:?}")).into(),
    }
}

fn record(measure: &Measure) -> [String; COLUMNS.len()] {
    let document = &measure.document;
    let facts = facts_of(measure, &[]);
    let [kind, year, yen, previous_year, previous_yen, separate] = money(&facts);
    let contact = measure.contact.as_ref();
    let of_contact = |part: fn(&crate::model::Contact) -> &String| {
        contact.map(|contact| part(contact).clone()).unwrap_or_default()
    };
    [
        measure.id.to_string(),
        serde_json::to_value(measure.kind)
            .ok()
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default(),
        document.id.clone(),
        document.municipality.clone(),
        year_text(document.fiscal_year),
        document.status.clone(),
        measure.path.join(" > "),
        measure.number.clone(),
        measure.title.clone(),
        measure.body.clone(),
        measure.target_state.clone(),
        measure.results.clone(),
        year_text(measure.results_year),
        measure.changes.join("\n"),
        kind,
        year,
        yen,
        previous_year,
        previous_yen,
        separate,
        of_contact(|contact| &contact.department),
        of_contact(|contact| &contact.phone),
        of_contact(|contact| &contact.fax),
        document.file.clone(),
        measure.lines.to_string(),
    ]
}

/// Kind, year and amount; year and amount before; the sum of what stands apart.
fn money(facts: &BudgetFacts) -> [String; 6] {
    let yen = |amount: Option<i64>| amount.map(|yen| yen.to_string()).unwrap_or_default();
    let main = facts.lines.iter().find(|line| line.budget.note.is_empty());
    let budget = main.map(|line| &line.budget);
    let previous = main.and_then(|line| line.previous.as_ref());
    let separate: Vec<i64> = facts
        .lines
        .iter()
        .filter(|line| !line.budget.note.is_empty())
        .filter_map(|line| line.budget.amount_yen)
        .collect();
    [
        budget.map(|budget| budget.kind.clone()).unwrap_or_default(),
        year_text(budget.and_then(|budget| budget.fiscal_year)),
        budget
            .map(|budget| budget.amount_yen.map_or_else(|| "-".to_owned(), |yen| yen.to_string()))
            .unwrap_or_default(),
        year_text(previous.and_then(|budget| budget.fiscal_year)),
        yen(previous.and_then(|budget| budget.amount_yen)),
        yen((!separate.is_empty()).then(|| separate.iter().sum())),
    ]
}

fn year_text(year: Option<FiscalYear>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}
