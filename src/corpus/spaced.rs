//! Rows set with spaces → a cell for each column of the header above.
//!
//! An empty cell leaves no trace in such a row, so that the numbers behind it could be taken for those of another
//! column: where it cannot be told whose they are, none is read.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::amount;
use super::lines::{self, Layout};
use super::table::Column;

/// A cell, and where it stands on the screen.
#[derive(Clone)]
struct Cell<'a> {
    text: &'a str,
    place: Range<usize>,
}

/// Tells the cells of a row, one for each column; fewer where the last columns are empty or nothing can be told.
///
/// Where the row has fewer cells than its header, a number glued to the cell before it is cut off; then each cell is
/// that of the name which it stands under, or only columns of words are empty at the end. Else only the title is read.
pub(super) fn row<'a>(line: &'a str, header: &str, columns: &[Column]) -> Vec<&'a str> {
    let mut row = cells(line);
    if row.len() < columns.len() {
        let cut: Vec<Cell<'a>> = row.iter().flat_map(cut_numbers).collect();
        if cut.len() <= columns.len() {
            row = cut;
        }
    }
    if row.len() >= columns.len() {
        return row.iter().map(|cell| cell.text).collect();
    }
    below_names(&row, &cells(header), columns)
        .or_else(|| leading(&row, columns))
        .unwrap_or_else(|| title_alone(&row, columns))
}

fn cells(line: &str) -> Vec<Cell<'_>> {
    let mut from = 0;
    lines::cells(line, Layout::Spaces)
        .into_iter()
        .map(|text| {
            let start =
                line.get(from..).and_then(|rest| rest.find(text)).map_or(from, |at| from + at);
            from = start + text.len();
            let left = line.get(..start).unwrap_or_default().width();
            Cell { text, place: left..left + text.width() }
        })
        .collect()
}

/// Cuts the numbers from the end of a cell: 子ども医療費助成 8,800 0.
fn cut_numbers<'a>(cell: &Cell<'a>) -> Vec<Cell<'a>> {
    let Range { start, mut end } = cell.place;
    let (mut rest, mut numbers) = (cell.text, Vec::new());
    while let Some((head, number)) = rest.rsplit_once(' ')
        && amount::bare(number).is_some()
        && numbers.len() < lines::MAX_CELLS
    {
        numbers.push(Cell { text: number, place: end.saturating_sub(number.width())..end });
        end = start + head.width();
        rest = head.trim_end();
    }
    numbers.push(Cell { text: rest, place: start..end });
    numbers.reverse();
    numbers
}

/// Gives each cell to the name that it stands under, by most of its width.
fn below_names<'a>(
    row: &[Cell<'a>],
    names: &[Cell<'_>],
    columns: &[Column],
) -> Option<Vec<&'a str>> {
    let mut placed = vec![""; columns.len()];
    let mut free = 0;
    for cell in row {
        let shared = |name: &Cell<'_>| {
            cell.place
                .end
                .min(name.place.end)
                .saturating_sub(cell.place.start.max(name.place.start))
        };
        let (at, _) = names
            .iter()
            .map(shared)
            .enumerate()
            .filter(|(_, shared)| *shared > 0)
            .max_by_key(|(at, shared)| (*shared, std::cmp::Reverse(*at)))?;
        if at < free || !columns.get(at)?.may_hold(cell.text) {
            return None;
        }
        *placed.get_mut(at)? = cell.text;
        free = at + 1;
    }
    Some(placed)
}

/// Takes the first columns, where each may hold its cell and only words are missing behind them.
fn leading<'a>(row: &[Cell<'a>], columns: &[Column]) -> Option<Vec<&'a str>> {
    let (filled, missing) = columns.split_at_checked(row.len())?;
    let fit = row.iter().zip(filled).all(|(cell, column)| column.may_hold(cell.text));
    let are_words = missing.iter().all(|column| !column.may_hold("1"));
    (fit && are_words).then(|| row.iter().map(|cell| cell.text).collect())
}

/// Gives the title its first cell of words, and leaves out all else.
fn title_alone<'a>(row: &[Cell<'a>], columns: &[Column]) -> Vec<&'a str> {
    let at = columns.iter().position(|column| *column == Column::Title).unwrap_or(0);
    let words = row.iter().find(|cell| Column::Title.may_hold(cell.text));
    let mut placed = vec![""; at];
    placed.extend(words.map(|cell| cell.text));
    placed
}
