//! Reading documents: from a file's bytes to measures.

mod families;
mod gold;
mod properties;
mod snapshots;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use madoguchi::corpus::{self, DocumentsFile};
use madoguchi::model::{Measure, PolicyDocument};

const SEEDS: [&str; 5] = [
    "kohoku-yokohama-r3-management-policy",
    "minato-osaka-r3-management-policy",
    "minato-tokyo-h30-policy-speech",
    "minato-tokyo-r2-policy-speech",
    "nishi-osaka-r2-management-policy",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn bytes(path: &str) -> Vec<u8> {
    fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(path: &str) -> String {
    String::from_utf8(bytes(path)).expect("UTF-8")
}

fn seed(id: &str) -> PolicyDocument {
    let documents = DocumentsFile::parse(&text("config/documents.toml")).expect("documents.toml");
    corpus::read(&format!("{id}.txt"), &bytes(&format!("seeds/{id}.txt")), &documents.of(id))
}

/// Reads a text that no configuration knows.
fn read(file_name: &str, bytes: &[u8]) -> PolicyDocument {
    corpus::read(file_name, bytes, &corpus::DocumentFacts::default())
}

/// A document in a compact form: one line a field, bodies shortened.
fn render(document: &PolicyDocument) -> String {
    let mut out = String::new();
    let info = &document.info;
    let year = info.fiscal_year.map_or("?".to_owned(), |year| year.to_string());
    let updated = info.updated.as_deref().unwrap_or("?");
    writeln!(out, "{} | {} | {year} | {} | {updated}", info.title, info.municipality, info.status)
        .unwrap();
    for measure in &document.measures {
        render_measure(measure, &mut out);
    }
    for diagnostic in &document.diagnostics {
        writeln!(out, "! {} L{} {}", diagnostic.code, diagnostic.lines, diagnostic.excerpt)
            .unwrap();
    }
    out
}

fn render_measure(measure: &Measure, out: &mut String) {
    let kind = format!("{:?}", measure.kind).to_lowercase();
    writeln!(out, "\n{} {kind} L{} {}", measure.id.key(), measure.lines, measure.title).unwrap();
    if !measure.path.is_empty() {
        writeln!(out, "  in {}", measure.path.join(" > ")).unwrap();
    }
    for (name, text) in
        [("body", &measure.body), ("target", &measure.target_state), ("results", &measure.results)]
    {
        if !text.is_empty() {
            let n_lines = text.lines().count();
            let head: String = text.replace('\n', "⏎").chars().take(40).collect();
            writeln!(out, "  {name}: {head} ({n_lines})").unwrap();
        }
    }
    if let Some(year) = measure.results_year {
        writeln!(out, "  results of {year}").unwrap();
    }
    for change in &measure.changes {
        writeln!(out, "  changed: {}", change.chars().take(40).collect::<String>()).unwrap();
    }
    for budget in &measure.budgets {
        let year = budget.fiscal_year.map_or("?".to_owned(), |year| year.to_string());
        let amount = budget.amount_yen.map_or("-".to_owned(), |yen| format!("¥{yen}"));
        writeln!(out, "  {} {year} {amount} {}", budget.kind, budget.note).unwrap();
    }
    if let Some(contact) = &measure.contact {
        let scope = format!("{:?}", contact.scope).to_lowercase();
        let as_of = contact.as_of.as_deref().unwrap_or("?");
        writeln!(
            out,
            "  ask ({scope}, {as_of}): {} {} {}",
            contact.department, contact.phone, contact.fax
        )
        .unwrap();
    }
    if !measure.related.is_empty() {
        let related: Vec<&str> =
            measure.related.iter().map(madoguchi::model::MeasureId::key).collect();
        writeln!(out, "  with {}", related.join(" ")).unwrap();
    }
}
