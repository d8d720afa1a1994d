//! A chart as characters: for terminals, and for messages where there is no font to draw with.

use super::{Bar, Chart, Panel, Row};
use crate::render::{display_width, fit};

/// The characters of the series; they differ in more than their shade.
const SERIES: [char; 3] = ['█', '▒', '□'];
/// Bars shorter than this do not tell: their values then stand on lines of their own.
const SHORTEST: usize = 8;

impl Chart {
    /// Returns it as blocks of lines of at most so many columns, one a row of the chart; the first says what it is.
    ///
    /// Values that are longer than a line stay whole.
    pub fn bars(&self, columns: usize) -> Vec<String> {
        let mut blocks = vec![self.title.clone()];
        for panel in &self.panels {
            let mut head: Vec<String> = vec![panel.heading.clone(), panel.note.clone()];
            head.extend(
                panel.series.iter().enumerate().map(|(at, name)| format!("{} {name}", mark(at))),
            );
            head.retain(|line| !line.is_empty());
            blocks.push(head.join("\n"));
            let room = Room::of(panel, columns);
            blocks.extend(panel.rows.iter().map(|row| room.row(row)));
        }
        blocks.retain(|block| !block.is_empty());
        blocks
    }
}

fn mark(series: usize) -> char {
    SERIES.get(series % SERIES.len()).copied().unwrap_or(' ')
}

struct Room {
    columns: usize,
    /// The columns of the longest bar.
    bar: usize,
    most: u64,
    values_above: bool,
}

impl Room {
    fn of(panel: &Panel, columns: usize) -> Self {
        let bars = || panel.rows.iter().flat_map(|row| &row.bars);
        let most = bars().filter_map(|bar| bar.value).map(i64::unsigned_abs).max().unwrap_or(0);
        let with_bar = bars().filter(|bar| bar.value.is_some());
        let widest = with_bar.map(|bar| display_width(&bar.text)).max().unwrap_or(0);
        let beside = columns.saturating_sub(widest + 2);
        let values_above = beside < SHORTEST;
        let bar = if values_above { columns.saturating_sub(1) } else { beside };
        Self { columns, bar, most: most.max(1), values_above }
    }

    fn row(&self, row: &Row) -> String {
        let mut lines = vec![fit(&row.label, self.columns).trim_end().to_owned()];
        for bar in &row.bars {
            let drawn = self.drawn(bar);
            match (self.values_above, drawn.is_empty()) {
                (_, true) => lines.push(format!(" {}", bar.text)),
                (true, false) => lines.extend([format!(" {}", bar.text), format!(" {drawn}")]),
                (false, false) => lines.push(format!(" {drawn} {}", bar.text)),
            }
        }
        if !row.remark.is_empty() {
            lines.push(format!(" {}", row.remark));
        }
        lines.join("\n")
    }

    fn drawn(&self, bar: &Bar) -> String {
        let value = bar.value.unwrap_or(0).unsigned_abs();
        let length = (value as f64 * self.bar as f64 / self.most as f64).round() as usize;
        let least = usize::from(value > 0);
        std::iter::repeat_n(mark(bar.series), length.max(least)).collect()
    }
}
