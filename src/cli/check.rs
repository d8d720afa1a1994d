//! `madoguchi check`: reads everything and tells what is odd, with its place.

use std::io::{BufWriter, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::args::{CheckArgs, Folders};
use super::{Ending, Failure, open};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::model::{Diagnostic, Severity};

#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
    message: String,
}

pub(super) fn run(args: &CheckArgs, folders: Folders) -> Result<Ending, Failure> {
    let seeds = folders.seeds.clone();
    let service = open(folders)?;
    let corpus = service.corpus();
    let locale = service.locales().get(service.settings().language.default);
    let mut out = BufWriter::new(anstream::stdout().lock());
    let count = |severity: Severity| {
        let documents = corpus.documents().iter();
        documents
            .flat_map(|d| &d.diagnostics)
            .filter(|d| d.severity == severity)
            .count()
    };
    for document in corpus.documents() {
        for diagnostic in &document.diagnostics {
            let message = sentence(diagnostic, locale);
            if args.json {
                let finding = Finding {
                    file: &document.info.file,
                    diagnostic,
                    message,
                };
                let line = serde_json::to_string(&finding).map_err(|error| {
                    Error::new(ErrorKind::Internal, "cannot write JSON").because(error)
                })?;
                writeln!(out, "{line}")?;
                continue;
            }
            let (name, style) = severity(diagnostic.severity, locale);
            let path = seeds.join(&document.info.file);
            let (path, line) = (path.display(), diagnostic.lines.0);
            writeln!(out, "{path}:{line}: {style}{name}{style:#}: {message}")?;
            if !diagnostic.excerpt.is_empty() {
                writeln!(out, "    | {}", diagnostic.excerpt)?;
            }
        }
    }
    let (errors, warnings, notes) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    if !args.json {
        if errors + warnings + notes == 0 {
            writeln!(out, "{}", locale.say("check-ok"))?;
        }
        let number = |number: usize| number.to_string().into();
        let args = [
            ("documents", number(corpus.documents().len())),
            ("measures", number(corpus.measures().len())),
            ("errors", number(errors)),
            ("warnings", number(warnings)),
            ("notes", number(notes)),
        ];
        writeln!(out, "{}", locale.text("check-summary", &args))?;
    }
    out.flush()?;
    Ok(if errors > 0 {
        Ending::BadData
    } else {
        Ending::Done
    })
}

/// Returns what a diagnostic says; its code where the locale has no sentence for it.
fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    locale
        .find(&format!("diagnostic-{}", diagnostic.code), &[])
        .unwrap_or_else(|| diagnostic.code.clone())
}

fn severity(severity: Severity, locale: &Locale) -> (String, Style) {
    match severity {
        Severity::Error => (
            locale.say("severity-error"),
            AnsiColor::Red.on_default().bold(),
        ),
        Severity::Warning => (
            locale.say("severity-warning"),
            AnsiColor::Yellow.on_default(),
        ),
        Severity::Note => (locale.say("severity-note"), AnsiColor::Cyan.on_default()),
    }
}
