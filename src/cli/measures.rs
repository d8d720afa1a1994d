//! `madoguchi measures`: everything that was read, as a table, JSON or comma-separated values.

use std::io::{BufWriter, Write};
use std::sync::Arc;

use super::args::{Folders, MeasuresArgs, PagerArgs};
use super::ask::find_ward;
use super::{Ending, Failure, open, output};
use crate::answer::facts_of;
use crate::locale::Locale;
use crate::model::{Measure, MeasureKind};
use crate::render::{display_width, document_line, fit, title_of};
use crate::report::{Format, Table, export};

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
    let measures: Vec<Arc<Measure>> = corpus.measures_of(ward.as_deref()).collect();
    if !args.json && !args.csv {
        let locale = service.locales().get(service.settings().language.default);
        let mut text = Vec::new();
        table(&mut text, &measures, locale)?;
        output::show(&text, pager)?;
        return Ok(Ending::Done);
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    let format = if args.json { Format::Json } else { Format::Csv };
    write!(out, "{}", export(Table::Measures, format, &measures, &[])?)?;
    out.flush()?;
    Ok(Ending::Done)
}

fn table(out: &mut impl Write, measures: &[Arc<Measure>], locale: &Locale) -> Result<(), Failure> {
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
