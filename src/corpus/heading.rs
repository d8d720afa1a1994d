//! Headings: what one line alone tells about its class, number and title.

use super::budget::{self, Above};
use super::contact;
use super::mark::{frame, marked};
use super::markers::EXPENSES;
use super::pattern;
use super::tail::{is_novelty, split_tail};
use crate::text::squeeze;
use regex::Regex;
use std::sync::LazyLock;

/// What a heading of a form means for what stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A text of its own: goal, mission, policy. No headings without marks inside.
    Text,
    /// An introduction, under which nothing else stands.
    Intro,
    /// Measures stand below.
    Group,
    /// The overview of issues.
    Issues,
    /// Principles of the staff's work stand below.
    Principles,
    /// To be filled in later, or over links.
    Empty,
    /// The page's office.
    Contact,
}

/// A heading's class, by its mark. The order is that of depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Title,
    /// `#` or `<h2>`.
    Level(u8),
    Contact,
    /// 第1章 (0), 第1節 (1).
    Chapter(u8),
    Roman,
    /// ◆ ■ over numbers.
    Diamond,
    /// ◆ ■ below numbers: the numbers came first.
    LowDiamond,
    Frame,
    /// 経営課題1, 基本目標2
    Issue,
    /// 戦略1-1
    Strategy,
    /// 1-1, 1-1-2: the count of numbers.
    Dotted(u8),
    /// 1, 1.
    Number,
    /// (1)
    Paren,
    /// ①
    Circled,
    /// ア
    Kana,
    /// 【…】 without a number, over numbers.
    HighBracket,
    /// 【…】 without a number.
    Bracket,
    /// No mark at all; level found from its neighbours.
    Bare(u8),
    /// ● title
    Dot,
    /// ・ title, its text a paragraph of its own.
    Sub,
}

impl Class {
    pub(super) fn rank(self) -> u8 {
        match self {
            Class::Title => 0,
            Class::Contact => 1,
            Class::Level(level) => 1 + level,
            Class::Chapter(depth) => 10 + depth,
            Class::Roman => 15,
            Class::Diamond => 20,
            Class::Frame => 25,
            Class::Issue => 30,
            Class::Strategy | Class::Dotted(0..=2) => 35,
            Class::Dotted(3) => 40,
            Class::Dotted(_) => 41,
            Class::HighBracket => 43,
            Class::Number => 45,
            Class::Paren => 50,
            Class::Circled => 55,
            Class::Kana => 56,
            Class::LowDiamond => 57,
            Class::Bracket => 58,
            Class::Bare(level) => 60 + level.min(4),
            Class::Dot => 70,
            Class::Sub => 80,
        }
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) class: Class,
    pub(super) frame: Option<(Frame, &'static str)>,
    /// Printed number with `-` between its parts.
    pub(super) number: String,
    /// As printed, without amounts and departments.
    pub(super) printed: String,
    /// Without its number.
    pub(super) name: String,
    /// Amounts, marks and counts that stood behind the title.
    pub(super) tail: String,
    /// Department that stood behind the title.
    pub(super) department: String,
}

/// A title in brackets as a whole: 戦略1-1 【防災力の向上】.
fn unwrapped(name: &str) -> &str {
    let inner = name.trim().strip_prefix('【').and_then(|rest| rest.strip_suffix('】'));
    inner.filter(|inner| !inner.contains(['【', '】'])).map_or(name, str::trim)
}

/// Longer lines are text.
const MAX_CHARS: usize = 120;

impl Heading {
    pub(super) fn new(class: Class, number: &str, printed: &str, name: &str) -> Self {
        let (name, tail, department) = split_tail(unwrapped(name));
        let printed = if tail.is_empty() && department.is_empty() {
            squeeze(printed)
        } else {
            split_tail(printed).0
        };
        let frame = frame(&name);
        Self { class, frame, number: number.to_owned(), printed, name, tail, department }
    }
}

/// Reads one item of text as a heading by its mark; the rest is the text behind a 【…】 heading.
pub(super) fn read(text: &str) -> Option<(Heading, String)> {
    static BRACKET: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^【\s*(?P<inner>[^】]{1,80})】\s*(?P<rest>.*)$"));
    if let Some(found) =
        BRACKET.captures(text).filter(|_| !contact::is_of_others(text) && !is_aside(text))
    {
        let inner = found.name("inner")?.as_str().trim();
        let rest = found.name("rest")?.as_str();
        return bracketed(inner, rest);
    }
    if !is_short(text) || is_sentence(text) {
        return None;
    }
    let is_measure = |it: &Heading| it.tail.is_empty() || !is_expense(&it.name);
    marked(text).filter(is_measure).map(|heading| (heading, String::new()))
}

/// Does a line carry the mark of a heading with a title of words?
pub(super) fn is_marked(text: &str) -> bool {
    read(text).is_some_and(|(heading, _)| {
        !matches!(heading.class, Class::Bracket | Class::Frame | Class::Contact)
            && budget::kind_in(&heading.name).is_none()
    })
}

fn bracketed(inner: &str, rest: &str) -> Option<(Heading, String)> {
    if !budget::read(inner, Above::of(None)).is_empty()
        || is_novelty(inner)
        || contact::is_label(inner)
    {
        return None;
    }
    // A number by itself in brackets, its title behind them: 【1-1】防災訓練.
    if inner.ends_with(char::is_numeric)
        && is_short(rest)
        && !is_sentence(rest)
        && let Some(heading) = marked(&format!("{inner} {rest}"))
    {
        return Some((heading, String::new()));
    }
    let (tail, rest) = leading_brackets(rest);
    let mut heading = match marked(inner) {
        Some(heading) => heading,
        None if rest.is_empty()
            || inner.chars().count() <= 30 && !rest.starts_with(['の', 'を', 'に']) =>
        {
            Heading::new(Class::Bracket, "", inner, inner)
        }
        None => return None,
    };
    heading.tail.push_str(&tail);
    Some((heading, rest))
}

/// Cuts bracketed amounts from the beginning of a text.
fn leading_brackets(text: &str) -> (String, String) {
    static LEADING: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\s*(?P<group>[(（\[【〔][^()（）\[\]【】]{1,80}[)）\]】〕])"));
    let (mut tail, mut rest) = (String::new(), text);
    while let Some(group) = LEADING.captures(rest).and_then(|found| found.name("group")) {
        if budget::read(group.as_str(), Above::of(None)).is_empty() {
            break;
        }
        tail.push_str(group.as_str());
        rest = rest.get(group.end()..).unwrap_or("");
    }
    (tail, rest.trim().to_owned())
}

/// Is it what money is spent on within a measure: 10 需用費, 委託料?
pub(super) fn is_expense(name: &str) -> bool {
    let name = name.trim_start_matches(|c: char| c.is_numeric() || c.is_whitespace());
    EXPENSES.contains(&name)
}

fn is_short(text: &str) -> bool {
    text.chars().take(MAX_CHARS + 1).count() <= MAX_CHARS
}

/// Reads a numbered line that ends like a sentence, which may head what stands below it: 1 災害に強いまちをつくります.
pub(super) fn read_promise(text: &str) -> Option<Heading> {
    let is_line = text.chars().take(41).count() <= 40
        && is_sentence(text)
        && !text.contains('。')
        && !text.trim_end().ends_with(['、', '，']);
    let found = if is_line { marked(text) } else { None };
    found.filter(|heading| !heading.number.is_empty() && heading.frame.is_none())
}

fn is_sentence(text: &str) -> bool {
    let text = text.trim_end();
    text.contains('。')
        || text.ends_with(['、', '，'])
        || ["ます", "です", "ました", "ません"].iter().any(|end| text.ends_with(end))
}

/// Could this line be a heading without any mark: short, and no sentence?
pub(super) fn is_bare(text: &str) -> bool {
    let n_chars = text.chars().take(61).count();
    let tailless = || split_tail(text).0;
    (2..=60).contains(&n_chars)
        && !is_sentence(text)
        && !is_slogan(text)
        && !is_aside(text)
        && !text.starts_with([
            '(', '（', '※', '＊', '*', '例', '注', '-', '－', '"', '…', '→', '⇒', '↓', '[', '＜',
            '<', '〔',
        ])
        && !text.contains("http")
        && !is_dated(text)
        && text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
        && tailless().chars().count() <= 45
}

/// An amount that is told beside the matter: 〈参考〉令和5年度決算見込 850千円, （再掲）….
pub(super) fn is_aside(text: &str) -> bool {
    let inner = text.trim_start_matches(|c: char| "【】[［(（〈<＜《〔※ 　".contains(c));
    let is_marked = |word: &&str| {
        inner.strip_prefix(*word).is_some_and(|rest| {
            rest.starts_with([
                '】', ']', '］', ')', '）', '〉', '>', '＞', '》', '〕', ':', '：', ' ', '　',
            ])
        })
    };
    text.contains('円') && ["参考", "再掲"].iter().any(is_marked)
}

/// A line that is nothing but a date or time of publication.
pub(super) fn is_dated(text: &str) -> bool {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:令和|平成)?[0-9０-９元]{1,4}(?:[(（][^)）]{1,8}[)）])?年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)\s*(?:[(（].[)）])?[^ぁ-ん]{0,14}(?:から)?(?:発表|発行|時点|現在|掲載|更新|公表)?.{0,8}$",
        )
    });
    DATE.is_match(text)
}

/// `～ともに歩む区政～`: a motto, part of what stands before it.
pub(super) fn is_slogan(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() > 2
        && text.starts_with(['~', '～', '〜', '－', '―'])
        && text.ends_with(['~', '～', '〜', '－', '―'])
}
