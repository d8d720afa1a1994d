//! Differences as text.

use crate::diff::{
    Change, Counts, Diff, DocumentDiff, Field, FieldChange, FieldDiff, MeasureDiff, Money, Piece,
    PieceKind,
};
use crate::locale::Locale;
use crate::render::title_of;
use crate::text::truncate;

/// Characters shown around a change within a text.
const AROUND: usize = 16;
/// The longest run of a text that is shown of what is gone or new.
const LONGEST: usize = 400;
/// The longest title of a measure.
const TITLE: usize = 60;

/// A difference in brief: documents, then measures.
pub fn counts(counts: &Counts, locale: &Locale) -> String {
    if *counts == Counts::default() {
        return locale.say("data-no-change");
    }
    let documents = locale.text(
        "data-counts-documents",
        &[
            ("added", counts.documents_added.into()),
            ("removed", counts.documents_removed.into()),
            ("changed", counts.documents_changed.into()),
        ],
    );
    let measures = locale.text(
        "data-counts-measures",
        &[
            ("added", counts.added.into()),
            ("removed", counts.removed.into()),
            ("changed", counts.changed.into()),
            ("moved", counts.moved.into()),
            ("amounts", counts.amounts.into()),
        ],
    );
    format!("{documents}\n{measures}")
}

/// A difference in full: in brief first, then document by document.
pub fn diff(diff: &Diff, locale: &Locale) -> String {
    let mut text = counts(&diff.counts(), locale);
    for document in &diff.documents {
        text.push_str("\n\n");
        text.push_str(&of_document(document, locale));
    }
    text
}

fn of_document(diff: &DocumentDiff, locale: &Locale) -> String {
    let mut lines = vec![format!("{} {}", mark(diff.change), super::name(&diff.document, locale))];
    lines.extend(diff.fields.iter().map(|field| format!("    {}", of_field(field, locale))));
    for measure in &diff.measures {
        lines.push(format!("  {}", of_measure(measure)));
        if let Some(before) = &measure.moved_from {
            let (before, after) = (before.key(), measure.measure.id.key());
            lines.push(format!("      {}: {before} → {after}", locale.say("field-number")));
        }
        let fields = measure.fields.iter().map(|field| of_field(field, locale));
        lines.extend(fields.map(|field| format!("      {field}")));
    }
    lines.join("\n")
}

fn of_measure(diff: &MeasureDiff) -> String {
    let measure = &diff.measure;
    let title = truncate(&title_of(measure), TITLE);
    format!("{} {} {title} [{}]", mark(diff.change), measure.id.key(), measure.lines)
}

fn mark(change: Change) -> &'static str {
    match change {
        Change::Added => "+",
        Change::Removed => "-",
        Change::Changed => "~",
    }
}

fn of_field(diff: &FieldDiff, locale: &Locale) -> String {
    let name = name(&diff.field, locale);
    let change = match &diff.change {
        FieldChange::Value { before, after } => {
            let shown = |value: &str| match value {
                "" => locale.say("data-nothing"),
                value => truncate(value, LONGEST),
            };
            format!("{} → {}", shown(before), shown(after))
        }
        FieldChange::Words(pieces) => words(pieces),
        FieldChange::Amount { before, after } => {
            let amounts = format!("{} → {}", money(*before, locale), money(*after, locale));
            match (before, after) {
                (Money::Yen(before), Money::Yen(after)) => {
                    format!("{amounts} ({})", locale.change(after - before))
                }
                _ => amounts,
            }
        }
    };
    format!("{name}: {change}")
}

fn money(money: Money, locale: &Locale) -> String {
    match money {
        Money::Absent => locale.say("data-nothing"),
        Money::Dash => "-".to_owned(),
        Money::Yen(yen) => locale.yen(yen),
    }
}

/// A text with what is gone and new marked; what stayed is cut to a few characters around that.
fn words(pieces: &[Piece]) -> String {
    let last = pieces.len().saturating_sub(1);
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece.kind {
            PieceKind::Same => text.push_str(&around(&piece.text, at == 0, at == last)),
            PieceKind::Gone => text.push_str(&format!("[-{}-]", truncate(&piece.text, LONGEST))),
            PieceKind::New => text.push_str(&format!("{{+{}+}}", truncate(&piece.text, LONGEST))),
        }
    }
    text.replace('\n', "↵")
}

fn around(text: &str, is_first: bool, is_last: bool) -> String {
    let n_chars = text.chars().count();
    let head: String = if is_first { String::new() } else { text.chars().take(AROUND).collect() };
    let tail = if is_last { 0 } else { AROUND };
    if head.chars().count() + tail >= n_chars {
        return text.to_owned();
    }
    let tail: String = text.chars().skip(n_chars - tail).collect();
    format!("{head}…{tail}")
}

fn name(field: &Field, locale: &Locale) -> String {
    let id = match field {
        Field::Title => "field-title",
        Field::Municipality => "field-municipality",
        Field::FiscalYear => "field-year",
        Field::Status => "field-status",
        Field::Updated => "field-updated",
        Field::File => "field-file",
        Field::Kind => "field-kind",
        Field::Number => "field-number",
        Field::Path => "field-path",
        Field::Body => "field-body",
        Field::Target => "field-target",
        Field::Results => "field-results",
        Field::ResultsYear => "field-results-year",
        Field::Changes => "field-changes",
        Field::Related => "field-related",
        Field::Contact => "field-contact",
        Field::Budget { kind, fiscal_year, note } => {
            let year = fiscal_year.map(|year| year.to_string()).unwrap_or_default();
            let parts = [year.as_str(), kind, note];
            let known = parts.into_iter().filter(|part| !part.is_empty());
            return known.collect::<Vec<_>>().join(" ");
        }
    };
    locale.say(id)
}
