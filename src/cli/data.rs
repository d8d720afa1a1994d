//! `madoguchi data`: looks after the documents.

use std::io::{self, Write};
use std::path::Path;

use fs_err as fs;

use super::args::{DataArgs, DataCommand, DiffArgs, FactsArgs, Folders, PagerArgs, TableArg};
use super::output::{self, Meter};
use super::{Ending, Failure, check, settle};
use crate::corpus::DocumentFacts;
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::question::Question;
use crate::report::{self, Format, Table};
use crate::service::{AnswerService, Incoming};

pub(super) fn run(args: DataArgs, folders: Folders, pager: &PagerArgs) -> Result<Ending, Failure> {
    let DataArgs { by, command } = args;
    if let DataCommand::Check(args) = command {
        return check::run(&args, folders, pager);
    }
    let (settings, locale) = settle(&folders)?;
    let meter = Meter::new(|| locale.say("index-building"));
    // What is live is looked after, whatever lies in the folders.
    let service = AnswerService::open_live(folders.into(), settings, &meter)?;
    let mut out = Vec::new();
    match command {
        DataCommand::Check(_) => {}
        DataCommand::Status(args) => {
            let status = service.status();
            if args.json {
                output::json(&mut out, &status)?;
            } else {
                writeln!(out, "{}", report::status(&status, &locale))?;
            }
        }
        DataCommand::Diff(args) => diff(&mut out, &args, &service, &locale, &meter)?,
        DataCommand::Reload(args) => {
            let reloaded = service.reload(&by, &meter)?;
            told(&mut out, args.json, &reloaded, report::reloaded(&reloaded, &locale))?;
        }
        DataCommand::History(args) => {
            let past = service.history()?;
            told(&mut out, args.json, &past, report::history(&past, &locale))?;
        }
        DataCommand::Rollback { generation } => {
            let done = service.rollback(&by, generation.as_deref())?;
            writeln!(out, "{}", report::rolled_back(&done, &locale))?;
        }
        DataCommand::Add { file, id, facts } => {
            let incoming = Incoming { document: id, ..incoming(&file, facts)? };
            let preview = service.stage_add(&by, incoming)?;
            staged(&mut out, &report::preview(&preview, &locale), &locale)?;
        }
        DataCommand::Replace { document, file, facts } => {
            let preview = service.stage_replace(&by, &document, incoming(&file, facts)?)?;
            staged(&mut out, &report::preview(&preview, &locale), &locale)?;
        }
        DataCommand::Remove { document } => {
            let preview = service.stage_remove(&by, &document)?;
            staged(&mut out, &report::preview(&preview, &locale), &locale)?;
        }
        DataCommand::Apply { changes, json } => {
            let reloaded = service.apply(&by, &changes, &meter)?;
            told(&mut out, json, &reloaded, report::reloaded(&reloaded, &locale))?;
        }
        DataCommand::Cancel { changes } => {
            let dropped = service.cancel(&by, &changes)?;
            writeln!(out, "{}", report::cancelled(&dropped, &locale))?;
        }
        DataCommand::Export { table, json } => {
            let table = match table {
                TableArg::Measures => Table::Measures,
                TableArg::Budgets => Table::Budgets,
                TableArg::Contacts => Table::Contacts,
            };
            let format = if json { Format::Json } else { Format::Csv };
            let (corpus, departments) = (service.corpus(), service.departments());
            let measures: Vec<_> = corpus.measures().collect();
            write!(out, "{}", report::export(table, format, &measures, &departments)?)?;
        }
    }
    output::show(&out, pager)?;
    Ok(Ending::Done)
}

fn told<T: serde::Serialize>(
    out: &mut impl Write,
    json: bool,
    value: &T,
    text: String,
) -> Result<(), Failure> {
    if json { output::json(out, value) } else { Ok(writeln!(out, "{text}")?) }
}

/// Writes what a staged change would bring about, and how to go on.
fn staged(out: &mut impl Write, preview: &str, locale: &Locale) -> io::Result<()> {
    writeln!(out, "{preview}\n\n{}", locale.say("data-go-on"))
}

fn diff(
    out: &mut impl Write,
    args: &DiffArgs,
    service: &AnswerService,
    locale: &Locale,
    meter: &Meter<'_>,
) -> Result<(), Failure> {
    let questions = args.questions.as_deref().map(questions).transpose()?.unwrap_or_default();
    let changes = match &args.staged {
        None => Vec::new(),
        Some(named) if named.is_empty() => {
            service.staged().into_iter().map(|change| change.id).collect()
        }
        Some(named) => named.clone(),
    };
    let comparison = service.compare(&changes, &questions, meter)?;
    told(out, args.json, &comparison, report::comparison(&comparison, locale))
}

/// Reads questions, one a line.
fn questions(path: &Path) -> Result<Vec<Question>, Error> {
    let text = fs::read_to_string(path).map_err(|error| cannot_read(path, error))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.map(|line| Question { text: line.to_owned(), ..Question::default() }).collect())
}

/// Reads a file that is handed in.
fn incoming(file: &Path, facts: FactsArgs) -> Result<Incoming, Error> {
    let FactsArgs { ward, year, title, status } = facts;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = fs::read(file).map_err(|error| cannot_read(file, error))?;
    let facts = DocumentFacts {
        municipality: ward,
        fiscal_year: year,
        title,
        status,
        ..DocumentFacts::default()
    };
    Ok(Incoming { name, bytes, document: None, facts })
}

fn cannot_read(path: &Path, error: io::Error) -> Error {
    Error::new(ErrorKind::User, format!("{} cannot be read", path.display()))
        .because(error)
        .hint("name a file that is there and can be read")
}
