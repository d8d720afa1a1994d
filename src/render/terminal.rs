//! A reply for a terminal: colours, and lines broken where Japanese allows it.

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Place, Reply, Role};

/// No line is broken shorter than this.
const NARROWEST: usize = 20;
/// No longer text before a colon is taken for a label.
const LABEL: usize = 30;

/// How a terminal shows a reply.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Columns.
    pub width: usize,
    /// The address of the documents' folder, where the terminal can follow links.
    pub links: Option<String>,
}

/// Returns a reply with colours, broken at the layout's width.
///
/// Colours carry no meaning of their own: without them it reads the same.
pub fn terminal(reply: &Reply, layout: &Layout) -> String {
    let mut text = String::new();
    for line in &reply.0 {
        let indent = match line.role {
            Role::Quote => "  ",
            Role::Document
            | Role::Title
            | Role::Reading
            | Role::Fact
            | Role::Heading
            | Role::Item
            | Role::Note
            | Role::Source
            | Role::Blank => "",
        };
        let hanging = match line.role {
            Role::Quote if line.text.starts_with('・') => "    ",
            Role::Item if line.text.starts_with(' ') => "   ",
            Role::Quote | Role::Item | Role::Fact => "  ",
            _ => "",
        };
        let style = style(line.role);
        let room = layout.width.max(NARROWEST);
        let link = line
            .place
            .as_ref()
            .zip(layout.links.as_ref())
            .map(|(place, folder)| address(folder, place));
        for (at, part) in wrap(&line.text, room, indent.len(), hanging.len()).iter().enumerate() {
            text.push_str(if at == 0 { indent } else { hanging });
            if let Some((label, value)) = label(line.role, at, part) {
                let bold = Style::new().bold();
                text.push_str(&format!("{bold}{label}{bold:#}{value}"));
            } else {
                let part = format!("{style}{part}{style:#}");
                text.push_str(&link.as_ref().map_or(part.clone(), |link| linked(&part, link)));
            }
            text.push('\n');
        }
    }
    text
}

/// Returns the address of a place in a document.
fn address(folder: &str, place: &Place) -> String {
    format!("{folder}/{}#L{}", percent_encode(&place.file), place.line)
}

/// Writes a path so that it may stand in an address.
pub fn percent_encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Makes a text a link (OSC 8).
fn linked(text: &str, address: &str) -> String {
    format!("\u{1B}]8;;{address}\u{1B}\\{text}\u{1B}]8;;\u{1B}\\")
}

fn style(role: Role) -> Style {
    match role {
        Role::Document => AnsiColor::Cyan.on_default().bold(),
        Role::Title | Role::Heading => Style::new().bold(),
        Role::Note => AnsiColor::Yellow.on_default(),
        Role::Source | Role::Reading => Style::new().dimmed(),
        Role::Fact | Role::Quote | Role::Item | Role::Blank => Style::new(),
    }
}

/// Parts the label of a fact from its value.
fn label(role: Role, at: usize, line: &str) -> Option<(&str, &str)> {
    if role != Role::Fact || at > 0 {
        return None;
    }
    let (label, _) = line.split_once(": ").or_else(|| line.split_once('：'))?;
    let value = line.strip_prefix(label)?;
    (display_width(label) <= LABEL).then_some((label, value))
}

/// Returns how many columns a text takes.
pub fn display_width(text: &str) -> usize {
    text.width()
}

/// Cuts or pads a text to exactly `width` columns.
pub fn fit(text: &str, width: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    let whole = display_width(text) <= width;
    let room = if whole { width } else { width.saturating_sub(1) };
    for grapheme in text.graphemes(true) {
        if used + display_width(grapheme) > room {
            break;
        }
        used += display_width(grapheme);
        fitted.push_str(grapheme);
    }
    if !whole && width > 0 {
        fitted.push('…');
        used += 1;
    }
    fitted.push_str(&" ".repeat(width.saturating_sub(used)));
    fitted
}

/// Breaks a line into parts; the first is indented by `indent` columns, the others by `hanging`.
fn wrap(line: &str, width: usize, indent: usize, hanging: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut used = indent;
    for unit in units(line) {
        let unit_width = display_width(&unit);
        // A closing mark may stand one column out, rather than begin a line.
        if used + display_width(unit.trim_end()) > width && !part.trim().is_empty() {
            parts.push(part.trim_end().to_owned());
            part = String::new();
            used = hanging;
        }
        if used + unit_width > width && hanging + unit_width > width {
            for grapheme in unit.graphemes(true) {
                let grapheme_width = display_width(grapheme);
                if used + grapheme_width > width && !part.is_empty() {
                    parts.push(std::mem::take(&mut part));
                    used = hanging;
                }
                part.push_str(grapheme);
                used += grapheme_width;
            }
            continue;
        }
        part.push_str(&unit);
        used += unit_width;
    }
    if !part.trim().is_empty() || parts.is_empty() {
        parts.push(part.trim_end().to_owned());
    }
    parts
}

/// Cuts a line into what must stay together: words, and characters with the marks that belong to them.
pub fn units(line: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut was_word = false;
    let mut was_opening = false;
    for grapheme in line.graphemes(true) {
        let Some(c) = grapheme.chars().next() else {
            continue;
        };
        let is_word = is_of_word(c);
        let glued = was_opening || is_closing(c) || (is_word && was_word) || c == ' ';
        match units.last_mut().filter(|_| glued) {
            Some(unit) => unit.push_str(grapheme),
            None => units.push(grapheme.to_owned()),
        }
        was_word = is_word;
        was_opening = is_opening(c);
    }
    units
}

/// Whether a character belongs to a word that is not broken: Latin, digits, Hangul.
fn is_of_word(c: char) -> bool {
    c.is_ascii_graphic() || matches!(c, '가'..='힣' | '¥' | '\u{C0}'..='\u{24F}')
}

fn is_opening(c: char) -> bool {
    "「『（(【［[〔〈《".contains(c)
}

fn is_closing(c: char) -> bool {
    "、。，．・：；？！」』）)】］]〕〉》…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％".contains(c)
}
