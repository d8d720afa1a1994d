//! Odd places in a document that its reading survives, for the people who look after it.

use super::outline::Outline;
use super::{diagnose, sums, suspects};
use crate::model::{Diagnostic, Document, Lines, Measure, MeasureKind, Severity};

const PAIRS: [(char, char); 5] =
    [('「', '」'), ('【', '】'), ('『', '』'), ('(', ')'), ('（', '）')];

/// Finds what is odd in the text and in what was read from it.
pub(super) fn find(
    outline: &Outline,
    measures: &[Measure],
    info: &Document,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let whole = Lines(1, outline.lines.last().map_or(1, |line| line.number));
    for line in &outline.lines {
        let at = Lines(line.number, line.number);
        for (open, close) in PAIRS {
            let n_open = line.raw.matches(open).count();
            let n_close = line.raw.matches(close).count();
            // Half and full width close each other.
            let is_round = matches!(open, '(' | '（');
            if n_open != n_close && !is_round {
                diagnostics.push(diagnose::at(Severity::Note, "unbalanced-bracket", at, &line.raw));
            }
        }
        suspects::find(line, diagnostics);
    }
    sums::find(&outline.lines, diagnostics);
    for measure in measures.iter().filter(|measure| !measure.number.is_empty()) {
        // A key that was taken already carries a suffix.
        if measure.id.key().contains('_') {
            diagnostics.push(diagnose::at(
                Severity::Note,
                "duplicate-number",
                measure.lines,
                &measure.title,
            ));
        }
    }
    let has_measure = measures.iter().any(|measure| measure.kind != MeasureKind::Section);
    let missing = [
        ("no-measure", !has_measure),
        ("no-year", info.fiscal_year.is_none()),
        ("no-municipality", info.municipality.is_empty()),
    ];
    for (code, _) in missing.iter().filter(|(_, is_missing)| *is_missing) {
        diagnostics.push(diagnose::at(Severity::Warning, code, whole, &info.title));
    }
}
