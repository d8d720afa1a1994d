//! A whole HTML page → lines that remember where they stood in the source.

use scraper::node::Node;
use scraper::{ElementRef, Html};

use super::lines::Line;
use super::{amount, contact, markup};
use crate::text::squeeze;

/// Attribute that carries an element's source line through the parser.
const LINE: &str = "data-source-line";

/// Beyond this depth elements are read as if they stood at it: nesting costs stack.
const MAX_DEPTH: usize = 200;

/// Tells a whole page from a text that merely holds tags.
pub(super) fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(2000).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html")
        || head.contains("<html")
        || head.contains("<body")
        || (head.starts_with('<')
            && ["<h1", "<h2", "<div", "<table", "<section", "<article", "<main"]
                .iter()
                .any(|tag| head.contains(tag)))
}

/// Turns a page into lines: block elements → lines, table rows → tab-separated cells.
///
/// Line numbers are those of the source, since every start tag is given its own beforehand.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let page = Html::parse_document(&number_tags(source));
    let mut writer = Writer {
        lines: Vec::new(),
        text: String::new(),
        at: 1,
        last: u32::try_from(source.split('\n').count()).unwrap_or(u32::MAX),
        start: 1,
        level: None,
        cells: 0,
        is_told: false,
        spans: Vec::new(),
    };
    writer.element(page.root_element(), 0);
    writer.flush();
    writer.lines
}

/// Elements nested deeper than this lose their tags: a parser's time grows with the nesting.
const MAX_OPEN: usize = 500;

/// Elements that close themselves or hold nothing, so that a missing end tag means no nesting.
const SELF_CLOSING: [&str; 26] = [
    "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "br", "hr",
    "img", "input", "meta", "link", "area", "base", "col", "wbr", "source", "embed", "param",
    "html", "body",
];

/// Writes the source line into each start tag.
fn number_tags(source: &str) -> String {
    let mut numbered = String::with_capacity(source.len() + source.len() / 4);
    let mut line = 1_u32;
    let (mut n_open, mut n_dropped) = (0_usize, 0_usize);
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' {
            line = line.saturating_add(1);
        }
        if c != '<' {
            numbered.push(c);
            continue;
        }
        let is_end = chars.next_if_eq(&'/').is_some();
        let mut name = String::new();
        while let Some(letter) = chars.next_if(char::is_ascii_alphanumeric) {
            name.push(letter.to_ascii_lowercase());
        }
        let nests = !name.is_empty() && !SELF_CLOSING.contains(&name.as_str());
        let drops = nests && if is_end { n_dropped > 0 } else { n_open >= MAX_OPEN };
        if drops {
            n_dropped = if is_end { n_dropped - 1 } else { n_dropped + 1 };
            while let Some(c) = chars.next_if(|c| *c != '>') {
                if c == '\n' {
                    line = line.saturating_add(1);
                    numbered.push('\n');
                }
            }
            let _ = chars.next();
            continue;
        }
        if nests {
            n_open = if is_end { n_open.saturating_sub(1) } else { n_open + 1 };
        }
        numbered.push('<');
        if is_end {
            numbered.push('/');
        }
        numbered.push_str(&name);
        if !is_end && name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            numbered.push_str(&format!(" {LINE}=\"{line}\" "));
        }
    }
    numbered
}

struct Writer {
    lines: Vec<Line>,
    text: String,
    at: u32,
    /// The last line of the source: a parser moves what stands in a wrong place, and then it is counted on from there.
    last: u32,
    start: u32,
    level: Option<u8>,
    cells: usize,
    /// The text is what a term is told by: an amount at its beginning stands on the term's line.
    is_told: bool,
    /// Per column of the table, the cell above that still fills further rows.
    spans: Vec<Span>,
}

/// A cell on its way down.
#[derive(Clone, Default)]
struct Span {
    /// How many further rows it fills.
    n_rows: usize,
    /// The office that it names: all of its rows have it. An amount is that of them together.
    office: String,
}

/// Cells span no more rows or columns than this.
const MAX_SPAN: usize = 100;

impl Writer {
    fn flush(&mut self) {
        let text: String = if self.cells > 0 {
            self.text.split('\t').map(squeeze).collect::<Vec<_>>().join("\t")
        } else {
            squeeze(&self.text)
        };
        self.text.clear();
        if text.trim().is_empty() {
            return;
        }
        let is_amount = std::mem::take(&mut self.is_told)
            && amount::find(&text).first().is_some_and(|amount| amount.range.start == 0);
        if let Some(term) = self.lines.last_mut().filter(|it| is_amount && !it.raw.is_empty()) {
            term.raw.push('　');
            term.raw.push_str(&text);
            return;
        }
        self.lines.push(Line { number: self.start, raw: text, level: self.level });
    }

    fn blank(&mut self) {
        self.flush();
        if self.lines.last().is_some_and(|line| !line.raw.is_empty()) {
            self.lines.push(Line { number: self.at, raw: String::new(), level: None });
        }
    }

    fn text(&mut self, text: &str) {
        for (idx, part) in text.split('\n').enumerate() {
            if idx > 0 {
                self.at = self.at.saturating_add(1).min(self.last);
                self.text.push(' ');
            }
            if self.text.trim().is_empty() && !part.trim().is_empty() {
                self.start = self.at;
            }
            self.text.push_str(part);
        }
    }

    fn children(&mut self, element: ElementRef<'_>, depth: usize) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                Node::Element(_) if depth < MAX_DEPTH => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element, depth + 1);
                    }
                }
                Node::Element(_) => {
                    // Too deep to recurse: its text alone.
                    for node in child.descendants() {
                        if let Node::Text(text) = node.value() {
                            self.text(text);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, row: ElementRef<'_>, depth: usize) {
        let mut column = 0;
        for cell in row.children().filter_map(ElementRef::wrap) {
            self.reach_down(&mut column);
            if self.text.trim().is_empty() {
                self.start = self.at;
            }
            let starts = self.text.len();
            self.element(cell, depth.min(MAX_DEPTH) + 1);
            let span = |name: &str| {
                cell.value()
                    .attr(name)
                    .and_then(|n| n.trim().parse::<usize>().ok())
                    .unwrap_or(1)
                    .clamp(1, MAX_SPAN)
            };
            let (n_columns, n_rows) = (span("colspan"), span("rowspan"));
            if self.spans.len() < column + n_columns && column < 1000 {
                self.spans.resize(column + n_columns, Span::default());
            }
            let text = match n_rows {
                1 => String::new(),
                _ => markup::read(self.text.get(starts..).unwrap_or_default()).items.join(" "),
            };
            let names_office = contact::is_office(&text) || contact::read(&text).is_some();
            for nth in 0..n_columns {
                if let Some(span) = self.spans.get_mut(column) {
                    let office = (names_office && nth == 0).then(|| text.clone());
                    *span = Span { n_rows: n_rows - 1, office: office.unwrap_or_default() };
                }
                self.text.push('\t');
                column += 1;
            }
        }
        self.reach_down(&mut column);
        // Each cell was closed by a tab; the last one needs none.
        let _ = self.text.pop();
        self.flush();
    }

    /// Passes the columns that cells of rows above still fill.
    fn reach_down(&mut self, column: &mut usize) {
        while let Some(span) = self.spans.get_mut(*column).filter(|span| span.n_rows > 0) {
            span.n_rows -= 1;
            self.text.push_str(&span.office);
            self.text.push('\t');
            *column += 1;
        }
    }

    fn element(&mut self, element: ElementRef<'_>, depth: usize) {
        if let Some(line) = element.value().attr(LINE).and_then(|line| line.parse().ok()) {
            self.at = self.at.max(line).min(self.last);
        }
        let name = element.value().name();
        match name {
            "head" | "script" | "style" | "noscript" | "template" | "svg" | "nav" | "select"
            | "button" | "iframe" | "object" | "rp" | "rt" => {}
            // Changes are marked by underlining; the mark-up of lines keeps it.
            "u" | "ins" => {
                self.text.push_str("<u>");
                self.children(element, depth);
                self.text.push_str("</u>");
            }
            "br" => {
                if self.cells > 0 {
                    self.text.push_str(" <br> ");
                } else {
                    self.flush();
                }
            }
            "li" | "p" | "div" if self.cells > 0 => {
                self.text.push_str(if name == "li" { " ・" } else { " <br> " });
                self.children(element, depth);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.cells == 0 => {
                self.blank();
                self.level = name
                    .chars()
                    .nth(1)
                    .and_then(|c| c.to_digit(10))
                    .and_then(|d| u8::try_from(d).ok());
                self.children(element, depth);
                self.flush();
                self.level = None;
                self.blank();
            }
            "tr" => {
                self.flush();
                self.cells += 1;
                self.row(element, depth);
                self.cells -= 1;
            }
            "table" if self.cells == 0 => {
                self.blank();
                self.spans.clear();
                self.children(element, depth);
                self.blank();
            }
            "td" | "th" | "caption" => self.children(element, depth),
            "li" | "dt" | "dd" => {
                self.flush();
                if name == "li" {
                    self.text.push('・');
                    self.start = self.at;
                }
                self.is_told = name == "dd";
                self.children(element, depth);
                self.flush();
                self.is_told = false;
            }
            "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "ul"
            | "ol" | "dl" | "table" | "blockquote" | "pre" | "figure" | "address" | "body"
            | "fieldset" | "hr" => {
                self.blank();
                self.children(element, depth);
                self.blank();
            }
            _ => self.children(element, depth),
        }
    }
}
