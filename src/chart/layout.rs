//! Gives everything of a chart its box: a column as wide as a phone shows without zooming, as long as it takes.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use super::{Bar, Chart, Panel, Row};
use crate::render::units;

/// The width of the picture in pixels. A phone shows about 400 of its own in its place.
const WIDTH: f32 = 900.0;
const MARGIN: f32 = 30.0;
/// What lies between the margins.
const INNER: f32 = WIDTH - 2.0 * MARGIN;
/// Between a bar and its value, a pattern and its name.
const GAP: f32 = 12.0;
/// Between rows.
const ROW_GAP: f32 = 22.0;
/// The thickness of a bar.
const BAR: f32 = 28.0;
/// The least length of a bar that has a value other than 0.
const LEAST: f32 = 3.0;
/// Values wider than this share of the column stand above their bars and not beside them.
const WIDEST_VALUE: f32 = 0.5;

// Heights of letters.
const TITLE: f32 = 38.0;
const HEADING: f32 = 28.0;
const LABEL: f32 = 28.0;
const VALUE: f32 = 26.0;
const NOTE: f32 = 24.0;
/// A last line shorter than this, in heights of its letters, looks lost.
const SHORT_LINE: f32 = 5.0;
/// The height of a line, in letters.
const LINE: f32 = 1.38;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What everything is drawn on.
pub const PAPER: Colour = Colour(0xFF, 0xFF, 0xFF);

/// What an area is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The first series: one colour.
    Solid,
    /// The second series: slanting lines within a frame.
    Hatched,
    /// The third series: a frame.
    Open,
    /// The line at which bars begin.
    Axis,
}

impl Fill {
    /// The pattern of a series.
    fn of(series: usize) -> Self {
        match series % 3 {
            0 => Self::Solid,
            1 => Self::Hatched,
            _ => Self::Open,
        }
    }

    /// The colour of its lines.
    pub fn colour(self) -> Colour {
        match self {
            Self::Solid => Colour(0x1F, 0x4E, 0x8C),
            Self::Hatched => Colour(0xA6, 0x3C, 0x00),
            Self::Open => Colour(0x33, 0x66, 0x33),
            Self::Axis => Colour(0x55, 0x55, 0x55),
        }
    }
}

/// A rectangle in pixels, from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// From the left.
    pub x: f32,
    /// From above.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Down.
    pub height: f32,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A bar, a pattern of the legend, an axis.
    Block {
        /// Where.
        area: Area,
        /// With what.
        fill: Fill,
    },
    /// One line of text, from the left edge of its box.
    Text {
        /// The box that it must not leave.
        area: Area,
        /// The height of the letters.
        size: f32,
        /// The colour.
        colour: Colour,
        /// What it says.
        text: String,
    },
}

/// A picture that is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What is drawn, in this order.
    pub shapes: Vec<Shape>,
}

impl Sheet {
    /// Returns every text that it shows.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            Shape::Block { .. } => None,
        })
    }
}

impl Chart {
    /// Gives everything its place.
    pub fn layout(&self) -> Sheet {
        let mut column = Column { y: MARGIN, shapes: Vec::new() };
        column.text(&self.title, TITLE, 3);
        for panel in &self.panels {
            column.panel(panel);
        }
        column.gap(ROW_GAP);
        for note in &self.notes {
            column.text(note, NOTE, 4);
        }
        let height = (column.y + MARGIN).ceil();
        Sheet { width: WIDTH as u32, height: height as u32, shapes: column.shapes }
    }
}

/// Fills the picture from above.
struct Column {
    y: f32,
    shapes: Vec<Shape>,
}

impl Column {
    fn gap(&mut self, height: f32) {
        self.y += height;
    }

    /// Adds lines of text over the whole width.
    fn text(&mut self, text: &str, size: f32, n_lines: usize) {
        for line in wrap(text, INNER / size, n_lines) {
            self.line(MARGIN, INNER, size, line);
        }
    }

    /// Adds one line of text and moves below it.
    fn line(&mut self, x: f32, width: f32, size: f32, text: String) {
        let area = Area { x, y: self.y, width, height: size * LINE };
        // What is said in small letters is said in a darker colour than it need be.
        let colour = if size < VALUE { Colour(0x44, 0x44, 0x44) } else { Colour(0x1A, 0x1A, 0x1A) };
        self.shapes.push(Shape::Text { area, size, colour, text });
        self.y += size * LINE;
    }

    fn panel(&mut self, panel: &Panel) {
        self.gap(ROW_GAP);
        self.text(&panel.heading, HEADING, 3);
        self.text(&panel.note, NOTE, 4);
        for (at, name) in panel.series.iter().enumerate() {
            let area = Area { x: MARGIN, y: self.y + 4.0, width: BAR * 1.5, height: BAR };
            self.shapes.push(Shape::Block { area, fill: Fill::of(at) });
            let x = MARGIN + area.width + GAP;
            let width = WIDTH - MARGIN - x;
            let name = wrap(name, width / VALUE, 1).pop().unwrap_or_default();
            self.line(x, width, VALUE, name);
        }
        let scale = Scale::of(panel);
        for row in &panel.rows {
            self.gap(ROW_GAP);
            self.text(&row.label, LABEL, 2);
            self.bars(row, &scale);
            self.text(&row.remark, VALUE, 3);
        }
    }

    fn bars(&mut self, row: &Row, scale: &Scale) {
        let height = VALUE * LINE;
        for bar in &row.bars {
            let (start, length) = scale.span(bar);
            if scale.values_above {
                self.text(&bar.text, VALUE, 3);
                if bar.value.is_none() {
                    continue;
                }
            } else {
                let after = if scale.zero > 0.0 { scale.length } else { start + length };
                let x = MARGIN + after + GAP;
                let area = Area { x, y: self.y, width: WIDTH - MARGIN - x, height };
                let colour = Colour(0x1A, 0x1A, 0x1A);
                // A value is never cut: the scale left room for it.
                let text = bar.text.clone();
                self.shapes.push(Shape::Text { area, size: VALUE, colour, text });
            }
            let y = self.y + (height - BAR) / 2.0;
            if length > 0.0 {
                let area = Area { x: MARGIN + start, y, width: length, height: BAR };
                self.shapes.push(Shape::Block { area, fill: Fill::of(bar.series) });
            }
            let axis = Area { x: MARGIN + scale.zero - 1.0, y: self.y, width: 2.0, height };
            self.shapes.push(Shape::Block { area: axis, fill: Fill::Axis });
            self.y += height;
        }
    }
}

/// How values become lengths.
struct Scale {
    /// The room for bars.
    length: f32,
    /// Where bars begin, from the left.
    zero: f32,
    /// Pixels for one.
    unit: f64,
    /// Whether values stand above their bars.
    values_above: bool,
}

impl Scale {
    fn of(panel: &Panel) -> Self {
        let bars = || panel.rows.iter().flat_map(|row| &row.bars);
        let values = || bars().filter_map(|bar| bar.value);
        let (least, most) =
            (values().min().unwrap_or(0).min(0), values().max().unwrap_or(0).max(0));
        // What has no bar has the whole line for its words.
        let with_bar = bars().filter(|bar| bar.value.is_some());
        let widest = with_bar.map(|bar| ems(&bar.text) * VALUE).fold(0.0, f32::max);
        let values_above = widest > INNER * WIDEST_VALUE;
        let length = if values_above { INNER } else { INNER - widest - GAP };
        let range = (most - least).max(1) as f64;
        let unit = f64::from(length) / range;
        Self { length, zero: (-least as f64 * unit) as f32, unit, values_above }
    }

    /// Returns where a bar begins, and how long it is.
    fn span(&self, bar: &Bar) -> (f32, f32) {
        let Some(value) = bar.value.filter(|value| *value != 0) else { return (self.zero, 0.0) };
        let length = ((value.unsigned_abs() as f64 * self.unit) as f32).max(LEAST);
        if value > 0 { (self.zero, length) } else { ((self.zero - length).max(0.0), length) }
    }
}

/// Returns how wide a text is, in heights of its letters: rather too much than too little, since no font is asked.
pub(super) fn ems(text: &str) -> f32 {
    text.chars().map(em).sum()
}

fn em(c: char) -> f32 {
    match c {
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' | ' ' => 0.36,
        'M' | 'W' | 'm' | 'w' | '%' | '@' => 0.95,
        'A'..='Z' => 0.72,
        _ => match c.width_cjk() {
            None | Some(0) => 0.0,
            Some(1) => 0.6,
            // In Japanese fonts, what may be wide is wide: “, …, ▲.
            Some(_) => 1.0,
        },
    }
}

/// Breaks a text into at most `n_lines` lines of `room` heights of its letters; what is cut ends in `…`.
fn wrap(text: &str, room: f32, n_lines: usize) -> Vec<String> {
    let mut lines = broken(text, room);
    if lines.len() > n_lines {
        lines.truncate(n_lines);
        if let Some(line) = lines.last_mut() {
            *line = cut(line, room);
        }
        return lines;
    }
    // A last line of a syllable or two takes some from the line before.
    let is_short = lines.len() > 1 && lines.last().is_some_and(|line| ems(line) < SHORT_LINE);
    let narrower = if is_short { broken(text, room - SHORT_LINE) } else { Vec::new() };
    if narrower.len() == lines.len() { narrower } else { lines }
}

fn broken(text: &str, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for unit in units(text) {
        // A word longer than a line is broken where the line ends.
        let is_word = ems(unit.trim_end()) <= room;
        let parts: Vec<&str> = if is_word { vec![&unit] } else { unit.graphemes(true).collect() };
        for part in parts {
            if used + ems(part.trim_end()) > room && used > 0.0 {
                lines.push(String::new());
                used = 0.0;
            }
            used += ems(part);
            if let Some(line) = lines.last_mut() {
                line.push_str(part);
            }
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn cut(line: &str, room: f32) -> String {
    let mut kept = String::new();
    for grapheme in line.graphemes(true) {
        if ems(&kept) + ems(grapheme) + ems("…") > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push('…');
    kept
}
