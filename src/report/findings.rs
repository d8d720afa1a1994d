//! What is odd in documents and config, line by line.

use std::path::PathBuf;

use serde::Serialize;

use crate::locale::Locale;
use crate::model::{Diagnostic, Severity};
use crate::service::{Checked, Paths};

/// Something odd, with its place and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// What and where.
    #[serde(flatten)]
    pub diagnostic: Diagnostic,
    /// What it means, in a sentence.
    pub message: String,
}

/// Returns everything that a check found, file by file.
pub fn findings(checked: &Checked, paths: &Paths, locale: &Locale) -> Vec<Finding> {
    let of_documents = checked.documents.iter().flat_map(|document| {
        let file = paths.seeds.join(&document.info.file);
        document.diagnostics.iter().map(move |found| (file.clone(), found))
    });
    let of_config = checked.config.iter().map(|(file, found)| (file.clone(), found));
    of_documents
        .chain(of_config)
        .map(|(file, found)| Finding {
            file,
            message: sentence(found, locale),
            diagnostic: found.clone(),
        })
        .collect()
}

/// Counts documents, entries and findings.
pub fn summary(checked: &Checked, findings: &[Finding], locale: &Locale) -> String {
    let n_measures: usize = checked.documents.iter().map(|d| d.measures.len()).sum();
    let count = |severity: Severity| {
        findings.iter().filter(|found| found.diagnostic.severity == severity).count()
    };
    let number = |number: usize| number.to_string().into();
    let args = [
        ("documents", number(checked.documents.len())),
        ("measures", number(n_measures)),
        ("errors", number(count(Severity::Error))),
        ("warnings", number(count(Severity::Warning))),
        ("notes", number(count(Severity::Note))),
    ];
    locale.text("check-summary", &args)
}

/// The whole report of a check.
pub fn check(checked: &Checked, paths: &Paths, locale: &Locale) -> String {
    let findings = findings(checked, paths, locale);
    let mut lines: Vec<String> = findings
        .iter()
        .map(|found| line(&found.file.display().to_string(), &found.diagnostic, locale))
        .collect();
    if findings.is_empty() {
        lines.push(locale.say("check-ok"));
    }
    lines.push(summary(checked, &findings, locale));
    lines.join("\n")
}

/// `file:line: how bad: what`, and the passage below it.
pub(super) fn line(file: &str, found: &Diagnostic, locale: &Locale) -> String {
    let severity = severity(found.severity, locale);
    let head = format!("{file}:{}: {severity}: {}", found.lines.0, sentence(found, locale));
    if found.excerpt.is_empty() { head } else { format!("{head}\n    | {}", found.excerpt) }
}

/// Returns the name of a severity.
pub fn severity(severity: Severity, locale: &Locale) -> String {
    locale.say(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

/// Returns what a diagnostic says; its code where the locale has no sentence for it.
fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    locale
        .find(&format!("diagnostic-{}", diagnostic.code), &[])
        .unwrap_or_else(|| diagnostic.code.clone())
}
