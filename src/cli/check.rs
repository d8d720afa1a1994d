//! `madoguchi check`: reads everything and tells what is odd, with its place. Builds and changes nothing.

use std::io::Write;

use anstyle::{AnsiColor, Style};

use super::args::{CheckArgs, Folders, PagerArgs};
use super::{Ending, Failure, output, settle};
use crate::model::Severity;
use crate::report;
use crate::service::{AnswerService, Paths};

pub(super) fn run(
    args: &CheckArgs,
    folders: Folders,
    pager: &PagerArgs,
) -> Result<Ending, Failure> {
    let (_, locale) = settle(&folders)?;
    let paths = Paths::from(folders);
    let checked = AnswerService::check(&paths)?;
    let findings = report::findings(&checked, &paths, &locale);

    let mut out = Vec::new();
    for found in &findings {
        if args.json {
            output::json(&mut out, found)?;
            continue;
        }
        let diagnostic = &found.diagnostic;
        let (name, style) =
            (report::severity(diagnostic.severity, &locale), style(diagnostic.severity));
        let (file, line) = (found.file.display(), diagnostic.lines.0);
        writeln!(out, "{file}:{line}: {style}{name}{style:#}: {}", found.message)?;
        if !diagnostic.excerpt.is_empty() {
            writeln!(out, "    | {}", diagnostic.excerpt)?;
        }
    }
    if !args.json {
        if findings.is_empty() {
            writeln!(out, "{}", locale.say("check-ok"))?;
        }
        writeln!(out, "{}", report::summary(&checked, &findings, &locale))?;
    }
    output::show(&out, pager)?;
    let is_bad = findings.iter().any(|found| found.diagnostic.severity == Severity::Error);
    Ok(if is_bad { Ending::BadData } else { Ending::Done })
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default(),
        Severity::Note => AnsiColor::Cyan.on_default(),
    }
}
