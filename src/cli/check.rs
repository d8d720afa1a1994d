//! `madoguchi check`: reads everything and tells what is odd, with its place. Builds and changes nothing.

use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::args::{CheckArgs, Folders, PagerArgs};
use super::{Ending, Failure, output, settle};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::model::{Diagnostic, Severity};
use crate::service::{AnswerService, Paths};

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a Path,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
    message: String,
}

pub(super) fn run(
    args: &CheckArgs,
    folders: Folders,
    pager: &PagerArgs,
) -> Result<Ending, Failure> {
    let (_, locale) = settle(&folders)?;
    let paths = Paths::from(folders);
    let checked = AnswerService::check(&paths)?;
    let mut findings: Vec<(PathBuf, &Diagnostic)> = Vec::new();
    for document in &checked.documents {
        let path = paths.seeds.join(&document.info.file);
        findings.extend(document.diagnostics.iter().map(|found| (path.clone(), found)));
    }
    findings.extend(checked.config.iter().map(|(path, found)| (path.clone(), found)));

    let mut out = Vec::new();
    for (path, diagnostic) in &findings {
        let message = sentence(diagnostic, &locale);
        if args.json {
            let finding = Finding { file: path, diagnostic, message };
            let line = serde_json::to_string(&finding).map_err(|error| {
                Error::new(ErrorKind::Internal, "cannot write JSON").because(error)
            })?;
            writeln!(out, "{line}")?;
            continue;
        }
        let (name, style) = severity(diagnostic.severity, &locale);
        writeln!(
            out,
            "{}:{}: {style}{name}{style:#}: {message}",
            path.display(),
            diagnostic.lines.0
        )?;
        if !diagnostic.excerpt.is_empty() {
            writeln!(out, "    | {}", diagnostic.excerpt)?;
        }
    }
    let count = |severity: Severity| {
        findings.iter().filter(|(_, found)| found.severity == severity).count()
    };
    if !args.json {
        if findings.is_empty() {
            writeln!(out, "{}", locale.say("check-ok"))?;
        }
        let n_measures: usize = checked.documents.iter().map(|d| d.measures.len()).sum();
        let number = |number: usize| number.to_string().into();
        let args = [
            ("documents", number(checked.documents.len())),
            ("measures", number(n_measures)),
            ("errors", number(count(Severity::Error))),
            ("warnings", number(count(Severity::Warning))),
            ("notes", number(count(Severity::Note))),
        ];
        writeln!(out, "{}", locale.text("check-summary", &args))?;
    }
    output::show(&out, pager)?;
    Ok(if count(Severity::Error) > 0 { Ending::BadData } else { Ending::Done })
}

/// Returns what a diagnostic says; its code where the locale has no sentence for it.
fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    locale
        .find(&format!("diagnostic-{}", diagnostic.code), &[])
        .unwrap_or_else(|| diagnostic.code.clone())
}

fn severity(severity: Severity, locale: &Locale) -> (String, Style) {
    match severity {
        Severity::Error => (locale.say("severity-error"), AnsiColor::Red.on_default().bold()),
        Severity::Warning => (locale.say("severity-warning"), AnsiColor::Yellow.on_default()),
        Severity::Note => (locale.say("severity-note"), AnsiColor::Cyan.on_default()),
    }
}
