//! Reads policy documents: bytes → text → outline → measures.
//!
//! In comes a file as it was published, out comes a [`PolicyDocument`]; nothing here fails or
//! touches the world. Two layers: an [`Outline`] that accepts any text and keeps every line in
//! exactly one node, and a reading of it as measures. A layout that is not understood costs labels
//! and never text.
//!
//! ```text
//! document  = [chrome] title {section}
//! section   = heading {text | item | label value | table | contact | section}
//! heading   = "#"… | 第1章 | I | 一 | ◆ | form's own words | 経営課題1 | 戦略1-1 | 【1-1-2 …】 | 020105 | 1 | (1) | ①
//!           | short free-standing line above text | ● | ・ above a paragraph
//! table     = header [header] {row}   cells parted by tabs, pipes or runs of spaces; a list of offices has no titles
//! label     = 予算額, 担当課, めざす状態 …  its value on the same line or on a later one
//! amount    = see `amount`
//! contact   = [label] department [電話 number] [ファックス number]
//! ```
//!
//! Codes of diagnostics: `undecodable`, `not-text` (the file is no text), `too-long`,
//! `too-many-entries` (what is behind them is left out), `no-unit` (a number where
//! an amount belongs, and no unit stated), `unbalanced-bracket`, `duplicate-number`, `missing-cell`,
//! `empty-section` (a heading with nothing below), `unread-text` (text that is in no entry),
//! `odd-kanji`, `odd-number` (a likely misreading, kept), `sum-differs`, `difference-differs` (figures that do not come
//! out), `fact-differs` (config and text disagree), `no-measure`, `no-year`, `no-municipality`.

#![deny(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "any text must be survived; a byte index inside a character panics"
)]

mod markers;

mod decode;
mod pdf;

mod html;
mod lines;
mod markup;

mod amount;
mod budget;
mod contact;
mod label;
mod tail;

mod chrome;
mod heading;
mod mark;
mod running;
mod spaced;
mod table;

mod bare;
mod block;
mod facts;
mod level;
mod offices;
mod outline;

mod draft;
mod field;
mod reading;
mod row;

mod entry;
mod key;
mod relate;
mod tree;

mod diagnose;
mod oddities;
mod sums;
mod suspects;

use std::sync::Arc;

use regex::Regex;

pub use amount::amounts;
pub use decode::{DecodeError, Decoded, decode};
pub use facts::{DocumentFacts, DocumentsFile};
pub use lines::Line;
pub use outline::{Node, NodeKind, Outline};
pub use pdf::{PdfError, pdf_text};

use crate::model::{Diagnostic, Document, Lines, PolicyDocument, Severity};

/// Builds the tree over a text's lines. Any text is accepted.
pub fn outline(text: &str) -> Outline {
    parts(text).0
}

fn parts(text: &str) -> (Outline, Option<String>) {
    let lines = lines::lines(text);
    let chrome = chrome::mark(&lines);
    let blocks = block::blocks(&lines, &chrome);
    outline::build(lines, blocks)
}

/// Reads a document. What is wrong with it is in its diagnostics.
pub fn read(file_name: &str, bytes: &[u8], facts: &DocumentFacts) -> PolicyDocument {
    let id = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let id = id.rsplit(['/', '\\']).next().unwrap_or(id);
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(error) => {
            let info = describe(id, file_name, facts, facts::Printed::default());
            let diagnostic =
                diagnose::at(Severity::Error, error.code(), Lines(1, 1), &error.to_string());
            return PolicyDocument {
                info: Arc::new(info),
                measures: Vec::new(),
                diagnostics: vec![diagnostic],
            };
        }
    };
    let (outline, title) = parts(&decoded.text);
    let printed = facts::printed(&outline.lines, title.as_deref());
    let disagreement = facts::disagreement(facts, &printed);
    let info = Arc::new(describe(id, file_name, facts, printed));
    let reading = reading::read(&outline, info.fiscal_year);
    let is_speech = is_speech(&outline);
    let (measures, mut diagnostics) = entry::measures(reading, &info, is_speech);
    diagnostics.extend(decoded.diagnostics);
    if let Some(passage) = disagreement {
        let code = "fact-differs";
        diagnostics.push(diagnose::at(Severity::Warning, code, Lines(1, 1), &passage));
    }
    oddities::find(&outline, &measures, &info, &mut diagnostics);
    diagnose::settle(&mut diagnostics);
    PolicyDocument { info, measures, diagnostics }
}

fn describe(id: &str, file_name: &str, facts: &DocumentFacts, printed: facts::Printed) -> Document {
    let given = |fact: &Option<String>, printed: String| fact.clone().unwrap_or(printed);
    let mut municipality = given(&facts.municipality, printed.municipality);
    // Only the prefecture of Tokyo's own wards is part of their name.
    if let Some(prefecture) = facts.prefecture.as_ref().filter(|prefecture| *prefecture == "東京都")
        && !municipality.is_empty()
        && !municipality.starts_with(prefecture.as_str())
        && !municipality.contains('市')
    {
        municipality = format!("{prefecture}{municipality}");
    }
    let title = given(&facts.title, printed.title);
    Document {
        id: id.to_owned(),
        title: if title.is_empty() { id.to_owned() } else { title },
        municipality,
        fiscal_year: facts.fiscal_year.or(printed.fiscal_year),
        status: given(&facts.status, printed.status),
        updated: printed.updated,
        file: file_name.to_owned(),
    }
}

/// A speech is told by how its sentences end.
fn is_speech(outline: &Outline) -> bool {
    let n_turns: usize = outline
        .lines
        .iter()
        .take(20_000)
        .map(|line| {
            line.raw.matches("まいります").count() + line.raw.matches("申し上げます").count()
        })
        .take_while(|_| true)
        .sum();
    n_turns >= 3
}

/// Compiles a fixed pattern.
#[expect(clippy::expect_used, reason = "the patterns are fixed, and each is compiled by a test")]
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is fixed")
}

/// Shortens a list of diagnostics for tests and reports.
#[doc(hidden)]
pub fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}
