//! `madoguchi chart`: budgets as a picture, as bars of characters, or in words.

use std::path::Path;
use std::sync::Arc;

use fs_err as fs;

use super::args::{ChartArgs, ChartKind, Folders, PagerArgs};
use super::ask::find_ward;
use super::{Ending, Failure, open, output};
use crate::answer::{Found, aggregate};
use crate::chart::{Chart, Fonts, budget, svg};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::model::Measure;
use crate::render::title_of;
use crate::service::AnswerService;
use crate::text::fold;

/// The width of the bars where standard output is no terminal.
const WIDTH: usize = 80;
/// How many measures are named where a name may mean several.
const NAMED: usize = 5;

pub(super) fn run(
    args: &ChartArgs,
    folders: Folders,
    pager: &PagerArgs,
) -> Result<Ending, Failure> {
    let service = open(folders)?;
    let ward = args.ward.as_deref().map(|ward| find_ward(ward, &service)).transpose()?;
    let corpus = service.corpus();
    let measures: Vec<Arc<Measure>> = corpus.measures_of(ward.as_deref()).collect();
    let found =
        args.measure.as_deref().map(|typed| find(typed, &measures, &service)).transpose()?;

    let kind = args.kind.unwrap_or(match found {
        Some(_) => ChartKind::Years,
        None => ChartKind::Compare,
    });
    let measures = found.as_ref().map_or(measures, |found| vec![own_or_covering(found)]);
    let items = aggregate(measures);
    let chart = |locale: &Locale| match (kind, &found) {
        (ChartKind::Changes, _) => budget::changes(&items, locale),
        (ChartKind::Years, Some(found)) => budget::years(found, &corpus, locale),
        (ChartKind::Compare | ChartKind::Years, _) => budget::compare(&items, locale),
    };
    let locale = service.locales().get(args.lang.unwrap_or(service.settings().language.default));
    let spoken = locale.spoken();
    let words = chart(&spoken).words(&spoken);
    let chart = chart(locale);
    if chart.is_empty() {
        let none = if items.is_empty() { "ranking-none" } else { "budget-before-none" };
        output::show(format!("{}\n", locale.say(none)).as_bytes(), pager)?;
        return Ok(Ending::NotFound);
    }
    if let Some(file) = &args.out {
        write(file, &chart, &words, service.fonts())?;
    }
    let mut lines = Vec::new();
    if args.alt {
        lines.extend(words);
    } else if args.out.is_none() {
        lines = chart.bars(output::terminal_width().unwrap_or(WIDTH).clamp(40, 100));
        lines = vec![lines.join("\n\n"), String::new()];
        lines.extend(chart.notes);
    }
    if !lines.is_empty() {
        output::show(format!("{}\n", lines.join("\n")).as_bytes(), pager)?;
    }
    Ok(Ending::Done)
}

/// The measure that the amounts belong to.
fn own_or_covering(found: &Found) -> Arc<Measure> {
    found.budget.covered_by.as_ref().unwrap_or(&found.measure).clone()
}

/// Finds the measure that a name means: its id, its number, its title, or a part of only one title.
fn find(typed: &str, measures: &[Arc<Measure>], service: &AnswerService) -> Result<Found, Error> {
    let typed = typed.trim();
    let folded = fold(typed);
    let matching = |test: &dyn Fn(&Measure) -> bool| -> Vec<&Arc<Measure>> {
        measures.iter().filter(|measure| !typed.is_empty() && test(measure)).collect()
    };
    let is_named: [&dyn Fn(&Measure) -> bool; 4] = [
        &|it| it.id.0 == typed,
        &|it| it.id.key() == folded || it.number == folded,
        &|it| fold(&it.title) == folded,
        &|it| fold(&it.title).contains(&folded),
    ];
    let found = is_named.into_iter().map(matching).find(|found| !found.is_empty());
    let error = match found.as_deref() {
        Some([one]) => match service.show(&one.id) {
            Some(found) => return Ok(found),
            None => Error::new(ErrorKind::Busy, "the documents were just read anew"),
        },
        Some(several) => {
            let name = |it: &&Arc<Measure>| format!("{} ({})", it.id, title_of(it));
            let names: Vec<String> = several.iter().take(NAMED).map(name).collect();
            Error::new(ErrorKind::User, format!("`{typed}` may mean several measures"))
                .hint(format!("write --ward, or one of these ids: {}", names.join(", ")))
        }
        None => Error::new(ErrorKind::User, format!("no measure is called `{typed}`"))
            .hint("see numbers and titles with `madoguchi measures`"),
    };
    Err(error)
}

fn write(file: &Path, chart: &Chart, words: &[String], fonts: &Fonts) -> Result<(), Error> {
    let sheet = chart.layout();
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let bytes = match ending.as_deref() {
        Some("svg") => svg(&sheet, words).into_bytes(),
        Some("png") => fonts.draw(&sheet).ok_or_else(|| {
            Error::new(ErrorKind::Settings, "no font has all characters of the picture")
                .hint("install a Japanese font, or name one as `font` under [chart] in madoguchi.toml")
                .hint("or write an .svg file, which needs no font")
        })?,
        _ => {
            let path = file.display();
            return Err(Error::new(ErrorKind::User, format!("{path} is neither .png nor .svg"))
                .hint("end the file's name in .png or .svg"));
        }
    };
    fs::write(file, bytes).map_err(|error| {
        Error::from_source(ErrorKind::User, error)
            .hint("name a file in a folder that can be written")
    })
}
