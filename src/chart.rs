//! Here are amounts, give me bars: as a picture (SVG, PNG), as characters, or in words for those who see none of it.
//!
//! A [`Chart`] holds words and numbers and knows nothing of places; [`Chart::layout`] gives everything its box, without
//! any font; what draws a [`Sheet`] puts each text into its box, narrower where a font is wider than was thought.
//! Colours never tell anything alone: bars differ by their pattern, and every bar has its number beside it.
//! [`budget`] makes charts of what `answer::aggregate` gives. Deliberately absent: any sum or difference of its own.

pub mod budget;
mod font;
mod layout;
mod paint;
mod png;
mod svg;
mod text;

pub use font::Fonts;
pub use layout::{Area, Colour, Fill, PAPER, Shape, Sheet};
pub use svg::svg;

use crate::locale::Locale;
use crate::text::truncate;

/// The longest name of a row in a sentence.
const LABEL: usize = 40;

/// Bars with their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Bars that may be compared with each other, panel by panel.
    pub panels: Vec<Panel>,
    /// What must be said of it.
    pub notes: Vec<String>,
}

/// Bars on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// What the bars are about; may be empty.
    pub heading: String,
    /// What must be said of these bars; may be empty.
    pub note: String,
    /// The names of the series, in the order of [`Bar::series`]; no legend is drawn where there are none.
    pub series: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// What has a name, and its bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The name.
    pub label: String,
    /// Its bars.
    pub bars: Vec<Bar>,
    /// What is said below them; may be empty.
    pub remark: String,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The series that it belongs to.
    pub series: usize,
    /// How long it is; none where there is no bar, which is not the same as one without length.
    pub value: Option<i64>,
    /// The value in words.
    pub text: String,
}

impl Chart {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.panels.iter().all(|panel| panel.rows.is_empty())
    }

    /// Keeps the first rows and says how many are left out.
    #[must_use]
    pub fn of_at_most(mut self, n_rows: usize, locale: &Locale) -> Self {
        let mut room = n_rows;
        let mut n_more = 0;
        for panel in &mut self.panels {
            n_more += panel.rows.len().saturating_sub(room);
            panel.rows.truncate(room);
            room -= panel.rows.len();
        }
        self.panels.retain(|panel| !panel.rows.is_empty());
        if n_more > 0 {
            self.notes.push(locale.text("more", &[("count", n_more.into())]));
        }
        self
    }

    /// Returns everything that it shows in words, line by line: the alternative text of the picture.
    ///
    /// The locale is the one in which the chart's own words are; for the ear, [`Locale::spoken`].
    pub fn words(&self, locale: &Locale) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        lines.extend(self.notes.iter().cloned());
        for panel in &self.panels {
            lines.extend([&panel.heading, &panel.note].map(Clone::clone));
            // Of several series, the rows say which one a bar belongs to.
            lines.extend(panel.series.first().filter(|_| panel.series.len() == 1).cloned());
            lines.extend(panel.rows.iter().map(|row| panel.row_in_words(row, locale)));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}

impl Panel {
    /// A bar that is alone in its row says itself what it is.
    fn row_in_words(&self, row: &Row, locale: &Locale) -> String {
        let bar = |bar: &Bar| match self.series.get(bar.series) {
            Some(series) if row.bars.len() > 1 => {
                let args = [("series", series.as_str().into()), ("text", bar.text.as_str().into())];
                locale.text("chart-bar", &args)
            }
            _ => bar.text.clone(),
        };
        let mut values: Vec<String> = row.bars.iter().map(bar).collect();
        values.extend(Some(row.remark.clone()).filter(|remark| !remark.is_empty()));
        let values = locale.list(&values);
        locale.text(
            "chart-row",
            &[("label", truncate(&row.label, LABEL).into()), ("values", values.into())],
        )
    }
}
