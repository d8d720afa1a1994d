//! What those who look after the documents read: what is loaded, what is odd, what would change; as plain text.
//!
//! Lines of what is added begin with `+`, of what is removed with `-`, of what says something else with `~`; within a
//! text, `[-…-]` is gone and `{+…+}` is new.

mod difference;
mod export;
mod findings;

pub use difference::{counts, diff};
pub use export::{Format, Table, export};
pub use findings::{Finding, check, findings, severity, summary};

use crate::answer::Outcome;
use crate::locale::Locale;
use crate::model::Document;
use crate::service::{
    Action, Brief, Comparison, DocumentStatus, Past, Preview, Reloaded, RolledBack, Staged,
    Standing, Status,
};

/// Bytes in the unit that sizes are told in.
const MEGABYTE: f64 = 1_000_000.0;

/// What is loaded, since when, and what waits.
pub fn status(status: &Status, locale: &Locale) -> String {
    let mut lines: Vec<String> =
        status.documents.iter().map(|document| of_document(document, locale)).collect();
    let sum =
        |count: fn(&DocumentStatus) -> usize| status.documents.iter().map(count).sum::<usize>();
    lines.push(locale.text(
        "data-totals",
        &[("documents", status.documents.len().into()), ("entries", sum(|it| it.n_entries).into())],
    ));
    lines.push(String::new());
    let size = format!("{:.1}", status.bytes as f64 / MEGABYTE);
    lines.push(locale.text(
        "data-generation",
        &[
            ("name", status.generation.as_str().into()),
            ("time", moment(&status.manifest.built).into()),
            ("by", by(&status.manifest.by, locale).into()),
            ("size", size.into()),
        ],
    ));
    if let Some(pin) = &status.pin {
        let args = [("time", moment(&pin.at).into()), ("by", by(&pin.by, locale).into())];
        lines.push(locale.text("data-pinned", &args));
    }
    lines.push(match &status.folders {
        Standing::Same => locale.say("data-folders-same"),
        Standing::Changed => locale.say("data-folders-changed"),
        Standing::Unreadable(reason) => {
            locale.text("data-folders-unreadable", &[("reason", reason.as_str().into())])
        }
    });
    if status.behind {
        lines.push(locale.say("data-behind"));
    }
    lines.push(locale.text("data-generations", &[("count", status.n_generations.into())]));
    if !status.staged.is_empty() {
        lines.push(String::new());
        lines.push(staged(&status.staged, locale));
    }
    lines.join("\n")
}

/// Returns whose document it is, of which year, how far it has come, and what was read from it.
fn of_document(status: &DocumentStatus, locale: &Locale) -> String {
    let odd = status.n_errors + status.n_warnings + status.n_notes;
    let counts = locale.text(
        "data-document-counts",
        &[
            ("entries", status.n_entries.into()),
            ("measures", status.n_measures.into()),
            ("overviews", status.n_overviews.into()),
            ("figures", status.n_figures.into()),
            ("odd", odd.into()),
        ],
    );
    format!("{}\n    {counts}", name(&status.document, locale))
}

/// Returns a document's ward, year and status, and its id.
fn name(document: &Document, locale: &Locale) -> String {
    let year = document.fiscal_year.map(|year| locale.year(year)).unwrap_or_default();
    let parts = [document.municipality.as_str(), &year, &document.status];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() {
        return document.id.clone();
    }
    format!("{} ({})", known.join(" "), document.id)
}

/// The changes that wait.
pub fn staged(changes: &[Staged], locale: &Locale) -> String {
    if changes.is_empty() {
        return locale.say("data-staged-none");
    }
    let mut lines = vec![locale.say("data-staged")];
    for change in changes {
        let id = match change.action {
            Action::Add => "data-staged-add",
            Action::Replace => "data-staged-replace",
            Action::Remove => "data-staged-remove",
        };
        lines.push(locale.text(
            id,
            &[
                ("id", change.id.as_str().into()),
                ("document", change.document.as_str().into()),
                ("by", by(&change.by, locale).into()),
                ("time", moment(&change.at).into()),
            ],
        ));
    }
    lines.join("\n")
}

/// The generations that are kept, the newest first.
pub fn history(past: &[Past], locale: &Locale) -> String {
    let mut lines = Vec::new();
    for generation in past {
        let manifest = &generation.manifest;
        let mark = if generation.live { "*" } else { " " };
        let args = [
            ("name", generation.name.as_str().into()),
            ("time", moment(&manifest.built).into()),
            ("by", by(&manifest.by, locale).into()),
            ("documents", manifest.n_documents.to_string().into()),
            ("entries", manifest.n_records.to_string().into()),
        ];
        lines.push(format!("{mark} {}", locale.text("data-past", &args)));
        let changed = match &manifest.changed {
            Some(changed) => counts(changed, locale),
            None => locale.say("data-past-first"),
        };
        lines.extend(changed.lines().map(|line| format!("    {line}")));
        if let Some(pin) = &generation.pin {
            let args = [("time", moment(&pin.at).into()), ("by", by(&pin.by, locale).into())];
            lines.push(format!("    {}", locale.text("data-pinned", &args)));
        }
    }
    lines.join("\n")
}

/// What staged changes would bring about: what is odd in the documents, then what would differ.
pub fn preview(preview: &Preview, locale: &Locale) -> String {
    let mut lines = vec![staged(&preview.changes, locale)];
    for (document, diagnostics) in &preview.documents {
        lines.push(String::new());
        lines.push(name(document, locale));
        if diagnostics.is_empty() {
            lines.push(locale.say("check-ok"));
        }
        lines.extend(diagnostics.iter().map(|it| findings::line(&document.file, it, locale)));
    }
    lines.push(String::new());
    lines.push(diff(&preview.diff, locale));
    lines.join("\n")
}

/// What a reload would change, and which questions would get another answer.
pub fn comparison(comparison: &Comparison, locale: &Locale) -> String {
    let mut lines = vec![diff(&comparison.diff, locale)];
    if comparison.n_questions > 0 {
        let args = [
            ("count", comparison.n_questions.into()),
            ("changed", comparison.answers.len().into()),
        ];
        lines.push(String::new());
        lines.push(locale.text("data-answers", &args));
    }
    for changed in &comparison.answers {
        let question = crate::text::truncate(&changed.question, 80);
        lines.push(locale.text("quoted", &[("text", question.into())]));
        lines.push(format!("    - {}", brief(&changed.before, locale)));
        lines.push(format!("    + {}", brief(&changed.after, locale)));
    }
    lines.join("\n")
}

fn brief(brief: &Brief, locale: &Locale) -> String {
    let outcome = locale.say(match brief.outcome {
        Outcome::Answered => "outcome-answered",
        Outcome::Choose => "outcome-choose",
        Outcome::Suggested => "outcome-suggested",
        Outcome::NotFound => "outcome-not-found",
    });
    let amount = brief.amount_yen.map(|yen| locale.yen(yen)).unwrap_or_default();
    let id = brief.measure.as_ref().map(|id| format!("({id})")).unwrap_or_default();
    let parts = [outcome, brief.title.clone(), id, amount];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a reload, or the applying of changes, did.
pub fn reloaded(reloaded: &Reloaded, locale: &Locale) -> String {
    let id = if reloaded.changed { "data-reloaded" } else { "data-unchanged" };
    let args = [
        ("documents", reloaded.n_documents.into()),
        ("entries", reloaded.n_measures.into()),
        ("odd", reloaded.n_diagnostics.into()),
        ("name", reloaded.name.as_str().into()),
    ];
    let mut lines = vec![locale.text(id, &args)];
    if reloaded.changed {
        lines.push(locale.text("data-read", &[("count", reloaded.n_read.into())]));
        lines.push(counts(&reloaded.diff.counts(), locale));
    }
    lines.join("\n")
}

/// What a rollback did.
pub fn rolled_back(done: &RolledBack, locale: &Locale) -> String {
    let args = [("from", done.from.as_str().into()), ("to", done.to.as_str().into())];
    let mut lines = vec![locale.text("data-rolled-back", &args), counts(&done.changed, locale)];
    if done.pinned {
        lines.push(locale.say("data-rolled-back-pinned"));
    }
    lines.join("\n")
}

/// Who did something, in words where nobody did.
fn by(who: &str, locale: &Locale) -> String {
    if who.is_empty() { locale.say("data-by-start") } else { who.to_owned() }
}

/// A moment in the system's time zone, to the minute.
fn moment(iso: &str) -> String {
    let Ok(moment) = iso.parse::<jiff::Timestamp>() else {
        return iso.to_owned();
    };
    moment.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
