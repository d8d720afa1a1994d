//! HTML and Markdown inside text: tags and marks go, what they say stays.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::text::{is_kanji, squeeze};

/// A passage without its tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    /// Paragraphs and items, in order, each with its own bullet as printed.
    pub(super) items: Vec<String>,
    /// Passages that were underlined: changed since the year before.
    pub(super) changes: Vec<String>,
}

impl Rich {
    pub(super) fn text(&self) -> String {
        self.items.join("\n")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// Reads a passage: block tags and spaced bullets begin a new item, white space is normalised.
pub(super) fn read(raw: &str) -> Rich {
    let mut rich = Rich::default();
    let mut text = String::with_capacity(raw.len());
    let mut change: Option<String> = None;
    let mut is_list = false;
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('<') {
        push(&mut text, &mut change, before);
        let Some((name, is_end, behind)) = tag(after) else {
            push(&mut text, &mut change, "<");
            rest = after;
            continue;
        };
        rest = behind;
        match (name.as_str(), is_end) {
            ("u" | "ins", false) => change = Some(change.take().unwrap_or_default()),
            ("u" | "ins", true) => {
                if let Some(passage) = change.take().map(|passage| squeeze(&passage))
                    && !passage.is_empty()
                {
                    rich.changes.push(passage);
                }
            }
            ("ul" | "ol", false) => {
                is_list = true;
                text.push('\n');
            }
            (
                "p" | "div" | "li" | "ul" | "ol" | "br" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5"
                | "h6",
                _,
            ) => {
                text.push('\n');
            }
            _ => {}
        }
    }
    push(&mut text, &mut change, rest);
    if let Some(passage) =
        change.map(|passage| squeeze(&passage)).filter(|passage| !passage.is_empty())
    {
        rich.changes.push(passage);
    }
    // Markdown's emphasis, around a label or in a text.
    for paragraph in text.replace("**", "").split('\n') {
        items(paragraph, is_list, &mut rich.items);
    }
    rich
}

fn push(text: &mut String, change: &mut Option<String>, part: &str) {
    let part = entities(part);
    if let Some(change) = change {
        change.push_str(&part);
    }
    text.push_str(&part);
}

fn entities(part: &str) -> std::borrow::Cow<'_, str> {
    if !part.contains('&') {
        return part.into();
    }
    part.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .into()
}

/// Reads a tag behind its `<`: name, whether it closes, and what follows it.
///
/// `<事業の目的>` is a label of the text and no tag.
fn tag(after: &str) -> Option<(String, bool, &str)> {
    let (is_end, body) = match after.strip_prefix('/') {
        Some(body) => (true, body),
        None => (false, after),
    };
    if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name: String = body
        .chars()
        .take(10)
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    // A tag that is not closed soon is a sign and no tag; the bound keeps a line of `<a` linear.
    let end = body.char_indices().take(600).find(|(_, c)| *c == '>')?.0;
    let (_, behind) = body.split_at_checked(end + 1)?;
    Some((name, is_end, behind))
}

/// The text behind the mark of a list in Markdown: `- 予算: 1,200千円`.
pub(super) fn without_mark(item: &str) -> &str {
    ["- ", "* ", "－ "].iter().find_map(|mark| item.strip_prefix(mark)).unwrap_or(item)
}

const BULLETS: [char; 5] = ['・', '•', '･', '◦', '‣'];

/// Marks of headings of which a line may have several.
const MARKS: [char; 8] = ['◇', '○', '●', '◎', '◆', '■', '□', '▽'];

static LEADERS: LazyLock<Regex> = LazyLock::new(|| pattern("・{3,}"));

/// Cuts a paragraph into items.
///
/// A bullet behind white space begins one. A glued `・` does so only in a list that began with one,
/// and only where what stands before it reads like an item's end, since `・` also joins words.
fn items(paragraph: &str, is_list: bool, into: &mut Vec<String>) {
    let mut paragraph = squeeze(paragraph);
    // Dots that lead to an amount or a page are no bullets.
    if paragraph.contains("・・・") {
        paragraph = LEADERS.replace_all(&paragraph, "…").into_owned();
    }
    // `- ・item`: a bullet of the mark-up before the text's own.
    if let Some(item) = paragraph.strip_prefix("- ").filter(|item| item.starts_with(BULLETS)) {
        paragraph = item.to_owned();
    }
    if paragraph.is_empty() {
        return;
    }
    let n_bullets = paragraph.chars().filter(|c| BULLETS.contains(c)).count();
    let starts_with_bullet = paragraph.starts_with(BULLETS);
    let is_spaced =
        paragraph.contains(" ・") || paragraph.contains(" •") || paragraph.contains(" ･");
    let by = if n_bullets > 1 && starts_with_bullet && !is_spaced && (is_list || n_bullets > 2) {
        Cut::Glued
    } else if is_spaced {
        Cut::Spaced
    } else if let Some(mark) = paragraph.chars().next().filter(|mark| MARKS.contains(mark))
        && paragraph.contains(&format!(" {mark}"))
    {
        // Several headings on a line: ◇小学校の空調　1億円　◇中学校の空調　8,000万円.
        Cut::Marked(mark)
    } else if is_list && !starts_with_bullet {
        Cut::Spaces
    } else {
        into.push(paragraph);
        return;
    };
    let chars: Vec<char> = paragraph.chars().collect();
    let mut item = String::new();
    let mut depth = 0_i32;
    for (idx, c) in chars.iter().copied().enumerate() {
        match c {
            '「' | '『' | '（' | '(' | '【' => depth += 1,
            '」' | '』' | '）' | ')' | '】' => depth = (depth - 1).max(0),
            _ => {}
        }
        let previous = idx.checked_sub(1).and_then(|idx| chars.get(idx)).copied();
        let next = chars.get(idx + 1).copied();
        let cuts = match by {
            Cut::Spaced => BULLETS.contains(&c) && previous == Some(' '),
            Cut::Marked(mark) => {
                c == mark && previous == Some(' ') && next.is_some_and(char::is_alphabetic)
            }
            Cut::Glued => {
                c == '・'
                    && depth == 0
                    && item.chars().count() >= 8
                    && previous.is_some_and(ends_item)
                    && !joins_nouns(previous, chars.get(idx + 1..).unwrap_or_default())
            }
            Cut::Spaces => {
                c == ' '
                    && depth == 0
                    && previous.is_some_and(is_japanese)
                    && next.is_some_and(|c| !c.is_ascii_digit())
            }
        };
        if cuts && !item.trim().is_empty() {
            into.push(item.trim().to_owned());
            item.clear();
        }
        item.push(c);
    }
    if !item.trim().is_empty() {
        into.push(item.trim().to_owned());
    }
}

#[derive(Clone, Copy)]
enum Cut {
    /// Before a mark of headings behind white space.
    Marked(char),
    /// ` ・item ・item`
    Spaced,
    /// `・item・item`
    Glued,
    /// `item item`, in a list whose bullets were lost.
    Spaces,
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '）' | '」' | '。')
}

/// 周知・啓発する: a noun, the mark, a noun of two characters at most that goes on as a verb.
fn joins_nouns(previous: Option<char>, behind: &[char]) -> bool {
    let n_kanji = behind.iter().take(3).take_while(|c| is_kanji(**c)).count();
    let next = behind.get(n_kanji).copied();
    previous.is_some_and(is_kanji)
        && (1..=2).contains(&n_kanji)
        && next.is_some_and(|c| ('\u{3041}'..='\u{309f}').contains(&c) || matches!(c, '、' | '・'))
}

/// Does this character end an item: a verb's ending, an action noun's, a count, a bracket?
fn ends_item(c: char) -> bool {
    "るうすくつたで。）)」件回名所校社人台部施進援催行成発定示信付始整止知載置設築済中画議布練動作談導会等品率％%"
        .contains(c)
}
