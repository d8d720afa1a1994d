//! Letters at places → lines of text.

/// A letter at its place, in points from the lower left corner.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    /// Where it begins.
    pub(super) x: f64,
    /// The line that it stands on.
    pub(super) y: f64,
    /// Where it ends.
    pub(super) end: f64,
    /// The size that it is set in.
    pub(super) size: f64,
    pub(super) is_vertical: bool,
}

/// Letters whose lines differ by less than this share of their size stand on one line.
const SAME_LINE: f64 = 0.4;
/// A gap wider than this share of the size parts words …
const WORD: f64 = 0.3;
/// … and one wider than this parts cells of a table.
const CELL: f64 = 1.5;

/// Sets a page's letters as lines.
pub(super) fn lines(runs: &[Run]) -> String {
    let mut text = String::new();
    for line in horizontal(runs) {
        text.push_str(&set(&line));
    }
    for column in vertical(runs) {
        let letters: String = column.iter().map(|run| run.text.as_str()).collect();
        text.push_str(letters.trim());
        text.push('\n');
    }
    text
}

fn horizontal(runs: &[Run]) -> Vec<Vec<&Run>> {
    let mut sorted: Vec<&Run> = runs.iter().filter(|run| !run.is_vertical).collect();
    // From the top down; the sort is stable, so that what overlaps stays in the order of the file.
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    for run in sorted {
        match lines.last_mut() {
            Some(line) if line.first().is_some_and(|first| is_same_line(first, run)) => {
                line.push(run);
            }
            _ => lines.push(vec![run]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

fn is_same_line(a: &Run, b: &Run) -> bool {
    (a.y - b.y).abs() <= SAME_LINE * a.size.min(b.size)
}

/// Columns of vertical writing, from the right to the left.
fn vertical(runs: &[Run]) -> Vec<Vec<&Run>> {
    let mut sorted: Vec<&Run> = runs.iter().filter(|run| run.is_vertical).collect();
    sorted.sort_by(|a, b| b.x.total_cmp(&a.x));
    let mut columns: Vec<Vec<&Run>> = Vec::new();
    for run in sorted {
        match columns.last_mut() {
            Some(column)
                if column.first().is_some_and(|first| {
                    (first.x - run.x).abs() <= SAME_LINE * first.size.min(run.size)
                }) =>
            {
                column.push(run);
            }
            _ => columns.push(vec![run]),
        }
    }
    for column in &mut columns {
        column.sort_by(|a, b| b.y.total_cmp(&a.y));
    }
    columns
}

fn set(line: &[&Run]) -> String {
    let mut text = String::new();
    let mut last: Option<&Run> = None;
    for run in line {
        if let Some(last) = last {
            // Bold letters made by setting them twice.
            if run.text == last.text && (run.x - last.x).abs() < 0.2 * run.size {
                continue;
            }
            let gap = (run.x - last.end) / last.size.max(run.size);
            if gap > CELL {
                text.truncate(text.trim_end().len());
                text.push('\t');
            } else if gap > WORD && !text.ends_with(char::is_whitespace) {
                text.push(' ');
            }
        }
        text.push_str(&run.text);
        last = Some(run);
    }
    let mut text = text.trim().to_owned();
    text.push('\n');
    text
}
