//! Text → numbered lines with their headings' levels, and lines → cells.

use std::sync::LazyLock;

use regex::Regex;

use super::{html, pattern};

/// One line of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the source, from 1.
    pub number: u32,
    /// Its text as it stands there; of an HTML page, the text of one block element.
    pub raw: String,
    /// Level of the heading that mark-up (`#`, `<h2>`) makes of it.
    pub level: Option<u8>,
}

/// What stands between the cells of a row that is drawn.
const BARS: [char; 6] = ['|', '｜', '│', '┃', '┆', '║'];

/// No more cells of a row than this are told apart.
pub(super) const MAX_CELLS: usize = 64;

/// Cuts a text into lines.
pub(super) fn lines(text: &str) -> Vec<Line> {
    if html::is_page(text) {
        return html::lines(text);
    }
    text.split('\n')
        .enumerate()
        .map(|(idx, raw)| Line {
            number: u32::try_from(idx + 1).unwrap_or(u32::MAX),
            raw: raw.to_owned(),
            level: markdown_level(raw),
        })
        .collect()
}

fn markdown_level(raw: &str) -> Option<u8> {
    static HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(#{1,6})[ \t　]+\S"));
    let marks = HEADING.captures(raw)?.get(1)?;
    u8::try_from(marks.len()).ok()
}

/// What divides a line into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Tabs,
    Pipes,
    /// Columns set with runs of spaces, believed only below a header that says so.
    Spaces,
}

/// Tells how a line is divided; none where it is one cell.
pub(super) fn layout(raw: &str) -> Option<Layout> {
    static SPACES: LazyLock<Regex> = LazyLock::new(|| pattern(r"\S(?:[ ]{2,}|[ ]*　[ 　]*)\S"));
    if raw.contains('\t') {
        return Some(Layout::Tabs);
    }
    let trimmed = raw.trim();
    if trimmed.starts_with(BARS) && trimmed.chars().filter(|c| BARS.contains(c)).count() >= 2 {
        return Some(Layout::Pipes);
    }
    SPACES.is_match(raw).then_some(Layout::Spaces)
}

/// Cuts a line into its cells.
pub(super) fn cells(raw: &str, layout: Layout) -> Vec<&str> {
    static GAP: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ ]{2,}|[ ]*　[ 　]*"));
    match layout {
        Layout::Tabs => raw.splitn(MAX_CELLS, '\t').map(str::trim).collect(),
        Layout::Pipes => {
            let row = raw.trim();
            let row = row.strip_prefix(BARS).unwrap_or(row);
            let row = row.strip_suffix(BARS).unwrap_or(row);
            row.splitn(MAX_CELLS, BARS).map(str::trim).collect()
        }
        Layout::Spaces => {
            let row = raw.trim();
            let (mut cells, mut from) = (Vec::new(), 0);
            for gap in GAP.find_iter(row).take(MAX_CELLS - 1) {
                let cell = row.get(from..gap.start()).unwrap_or_default();
                // A sign set off from its figure: △　300.
                if !matches!(cell, "△" | "▲") {
                    cells.push(cell);
                    from = gap.end();
                }
            }
            cells.push(row.get(from..).unwrap_or_default());
            cells
        }
    }
}

/// Is it a line of dashes, such as stands below the header of a Markdown table or between the rows of a drawn one?
pub(super) fn is_rule(raw: &str) -> bool {
    let mut n_marks = 0;
    for c in raw.trim().chars() {
        match c {
            '↓' | '⇓' | '⇩' | '▼' | '↑' => n_marks += 3,
            '-' | '=' | '―' | '＿' | '_' | '*' => n_marks += 1,
            '|' | ':' | ' ' | '　' | '+' | '\t' => {}
            c if BARS.contains(&c) => {}
            // What boxes are drawn with.
            '\u{2500}'..='\u{257F}' => n_marks += 1,
            _ => return false,
        }
    }
    n_marks >= 3
}
