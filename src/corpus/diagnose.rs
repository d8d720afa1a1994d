//! Making diagnostics.

use crate::model::{Diagnostic, Lines, Severity};
use crate::text::{squeeze, truncate};

/// No more than this many diagnostics of one code: a broken file must not flood the report.
pub(super) const MAX_OF_A_KIND: usize = 50;

const EXCERPT: usize = 60;

/// Builds a diagnostic, its excerpt shortened.
pub(super) fn at(severity: Severity, code: &str, lines: Lines, passage: &str) -> Diagnostic {
    // Long lines are cut before they are squeezed, so that a line of megabytes costs nothing.
    let head: String = passage.chars().take(EXCERPT * 4).collect();
    Diagnostic {
        severity,
        code: code.to_owned(),
        lines,
        excerpt: truncate(&squeeze(&head), EXCERPT),
    }
}

/// Sorts by place and drops what goes beyond [`MAX_OF_A_KIND`].
pub(super) fn settle(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| (a.lines, &a.code, &a.excerpt).cmp(&(b.lines, &b.code, &b.excerpt)));
    diagnostics.dedup();
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    diagnostics.retain(|diagnostic| {
        let count = counts.entry(diagnostic.code.clone()).or_default();
        *count += 1;
        *count <= MAX_OF_A_KIND
    });
}
