//! Headings: what one line alone tells about its class, number and title.

use std::sync::LazyLock;

use regex::Regex;

use super::budget;
use super::contact;
use super::markers::{FRAMES, NOVELTY};
use super::pattern;
use crate::text::{fold, squeeze};

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
    /// To be filled in later.
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

/// Longer lines are text.
const MAX_CHARS: usize = 120;

impl Heading {
    pub(super) fn new(class: Class, number: &str, printed: &str, name: &str) -> Self {
        let (name, tail, department) = split_tail(name);
        let printed = if tail.is_empty() && department.is_empty() {
            squeeze(printed)
        } else {
            split_tail(printed).0
        };
        let frame = frame(&name);
        Self {
            class,
            frame,
            number: number.to_owned(),
            printed,
            name,
            tail,
            department,
        }
    }
}

/// Reads one item of text as a heading by its mark; the rest is the text behind a 【…】 heading.
pub(super) fn read(text: &str) -> Option<(Heading, String)> {
    static BRACKET: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^【\s*(?P<inner>[^】]{1,80})】\s*(?P<rest>.*)$"));
    if let Some(found) = BRACKET.captures(text) {
        let inner = found.name("inner")?.as_str().trim();
        let rest = found.name("rest")?.as_str();
        return bracketed(inner, rest);
    }
    if text.chars().take(MAX_CHARS + 1).count() > MAX_CHARS || is_sentence(text) {
        return None;
    }
    marked(text).map(|heading| (heading, String::new()))
}

fn bracketed(inner: &str, rest: &str) -> Option<(Heading, String)> {
    if !budget::read(inner, None).is_empty() || is_novelty(inner) || contact::is_label(inner) {
        return None;
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
        if budget::read(group.as_str(), None).is_empty() {
            break;
        }
        tail.push_str(group.as_str());
        rest = rest.get(group.end()..).unwrap_or("");
    }
    (tail, rest.trim().to_owned())
}

fn is_sentence(text: &str) -> bool {
    let text = text.trim_end();
    text.contains('。')
        || text.ends_with(['、', '，'])
        || ["ます", "です", "ました", "ません"]
            .iter()
            .any(|end| text.ends_with(end))
}

struct Marks {
    chapter: Regex,
    ordinal: Regex,
    roman: Regex,
    issue: Regex,
    strategy: Regex,
    dotted: Regex,
    number: Regex,
    paren: Regex,
    circled: Regex,
    kana: Regex,
    diamond: Regex,
    dot: Regex,
}

fn marks() -> &'static Marks {
    static MARKS: LazyLock<Marks> = LazyLock::new(|| Marks {
        chapter: pattern(
            r"^第\s*(?P<n>[0-9０-９一二三四五六七八九十]{1,3})\s*(?P<unit>[章部編節])\s*(?P<t>\S.*)$",
        ),
        ordinal: pattern(
            r"^第(?P<n>[0-9０-９一二三四五六七八九十]{1,2})(?:の柱)?(?:[\s:：]\s*|[はに]、\s*)(?P<t>\S.{0,60})$",
        ),
        roman: pattern(r"^(?P<n>[IVX]{1,4}|[Ⅰ-Ⅻ])(?:\s*[.．、:：]\s*|\s+)(?P<t>[^\sA-Za-z0-9].*)$"),
        issue: pattern(concat!(
            r"^(?P<kind>経営課題|重点課題|基本目標|重点目標|重点政策|基本政策|重点施策|重点取組|施策の柱|政策の柱|柱|政策|目標|視点|重点プロジェクト|プロジェクト|取組の柱|テーマ|まちづくりの目標)",
            r"\s*(?P<n>[0-9０-９]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[①-⑳])(?:\s*[.．、:：]\s*|\s*)(?P<t>[^\s0-9０-９年つの].*)$",
        )),
        strategy: pattern(
            r"^(?:戦略|取組方針|施策)\s*(?P<n>[0-9０-９]{1,2}(?:\s*[-－−‐–ー―]\s*[0-9０-９]{1,2}){0,2})\s*[.．、:：]?\s*(?P<t>\D.*)$",
        ),
        dotted: pattern(
            r"^(?:具体的取組|具体的な取組|取組)?\s*(?P<n>[0-9０-９]{1,2}(?:[-－−‐–ー―.．][0-9０-９]{1,2}){1,3})(?:[.．、:：]\s*|\s+)(?P<t>[^\s0-9０-９].*)$",
        ),
        number: pattern(
            r"^(?P<n>[0-9０-９]{1,2})(?:\s*[.．、)）:：]\s*|\s+)(?P<t>[^\s0-9０-９.,:年月日時分%％].*|(?:日時|日程|日常|時間|分野|年間|年末|月間).*|[0-9].*[ぁ-ん一-龥].*)$",
        ),
        paren: pattern(
            r"^[(（]\s*(?P<n>[0-9０-９]{1,2})\s*[)）]\s*(?P<t>\S.*)$|^(?P<n2>[⑴-⒇])\s*(?P<t2>\S.*)$",
        ),
        circled: pattern(r"^(?P<n>[①-⑳])\s*(?P<t>\S.*)$"),
        kana: pattern(r"^(?P<n>[アイウエオカキクケコ])(?:[\s.．、]\s*)(?P<t>\S.*)$"),
        diamond: pattern(r"^[◆■□▼▽★☆❏❖]\s*(?P<t>\S.*)$"),
        dot: pattern(r"^[●○〇◯⚫◎◇]\s*(?P<t>\S.*)$"),
    });
    &MARKS
}

fn marked(text: &str) -> Option<Heading> {
    let text = text.trim();
    let marks = marks();
    let make = |class: Class, regex: &Regex| -> Option<Heading> {
        let found = regex.captures(text)?;
        let number = found
            .name("n")
            .or_else(|| found.name("n2"))
            .map_or(String::new(), |n| number_of(n.as_str()));
        let title = found.name("t").or_else(|| found.name("t2"))?.as_str();
        Some(Heading::new(class, &number, text, title))
    };
    if let Some(heading) = make(Class::Chapter(0), &marks.chapter) {
        let depth = u8::from(text.contains('節'));
        return Some(Heading {
            class: Class::Chapter(depth),
            ..heading
        });
    }
    if let Some(heading) = make(Class::Chapter(0), &marks.ordinal) {
        return Some(heading);
    }
    if let Some(heading) = make(Class::Roman, &marks.roman) {
        let number = marks
            .roman
            .captures(text)
            .and_then(|found| found.name("n"))
            .map_or("", |n| n.as_str());
        return Some(Heading {
            number: roman(number),
            ..heading
        });
    }
    if let Some(heading) =
        make(Class::Issue, &marks.issue).or_else(|| make(Class::Strategy, &marks.strategy))
    {
        return Some(heading);
    }
    if let Some(heading) = make(Class::Dotted(2), &marks.dotted) {
        let n_parts = u8::try_from(heading.number.split('-').count()).unwrap_or(u8::MAX);
        return Some(Heading {
            class: Class::Dotted(n_parts),
            ..heading
        });
    }
    if let Some(heading) = make(Class::Paren, &marks.paren)
        .or_else(|| make(Class::Circled, &marks.circled))
        .or_else(|| make(Class::Kana, &marks.kana))
        .or_else(|| make(Class::Number, &marks.number))
    {
        return (heading.name.chars().count() <= 80).then_some(heading);
    }
    if let Some(heading) =
        make(Class::Diamond, &marks.diamond).or_else(|| make(Class::Dot, &marks.dot))
    {
        let printed = heading.name.clone();
        // The form's own headings keep their mark: ◆計画.
        let printed = if heading.frame.is_some() {
            heading.printed
        } else {
            printed
        };
        return Some(Heading { printed, ..heading });
    }
    if is_sheet(text) {
        let frame = frame(text).unwrap_or((Frame::Group, ""));
        return Some(Heading {
            frame: Some(frame),
            ..Heading::new(Class::Frame, "", text, text)
        });
    }
    frame(text).map(|frame| {
        let class = if frame.0 == Frame::Contact {
            Class::Contact
        } else {
            Class::Frame
        };
        Heading {
            frame: Some(frame),
            ..Heading::new(class, "", text, text)
        }
    })
}

/// A sheet of a form: 取組等（様式3）.
fn is_sheet(text: &str) -> bool {
    static SHEET: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[(（]\s*様式\s*[0-9０-９]{1,2}\s*[)）]$"));
    text.chars().take(61).count() <= 60 && SHEET.is_match(text)
}

fn number_of(text: &str) -> String {
    let folded = fold(text);
    let mut number = String::new();
    for c in folded.chars() {
        match c {
            '0'..='9' => number.push(c),
            'ー' | '-' | '.' => number.push('-'),
            c if ('一'..='十').contains(&c) || c == '十' => {
                number.push_str(
                    &super::amount::parse(&c.to_string()).map_or(String::new(), |n| n.to_string()),
                );
            }
            'i' | 'v' | 'x' => return roman_value(&folded),
            _ => {}
        }
    }
    number.trim_matches('-').to_owned()
}

fn roman(text: &str) -> String {
    fold(text).to_uppercase()
}

fn roman_value(folded: &str) -> String {
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
        .iter()
        .position(|roman| *roman == folded)
        .map_or(String::new(), |idx| (idx + 1).to_string())
}

/// Is it a heading of a form?
pub(super) fn frame(text: &str) -> Option<(Frame, &'static str)> {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:令和|平成)?[0-9０-９元]{1,4}年度)?(?:[(（](?:令和|平成)[0-9０-９元]{1,2}年度[)）])?の?\s*",
        )
    });
    let text = text.trim();
    if text.chars().take(61).count() > 60 {
        return None;
    }
    let year = YEAR.find(text).map_or(0, |found| found.end());
    let name = text.get(year..)?;
    FRAMES.iter().find_map(|(words, frame, key)| {
        let begins = words.iter().any(|word| {
            name.strip_prefix(word).is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with(['(', '（'])
                    || word.chars().count() >= 8 && rest.chars().count() <= 12
            })
        });
        begins.then_some((*frame, *key))
    })
}

pub(super) fn is_novelty(text: &str) -> bool {
    let text = text.trim_matches(|c: char| "【】[]［］()（）〈〉<>＜＞《》〔〕★☆・ 　".contains(c));
    NOVELTY.contains(&text)
}

/// Cuts a title from what stands behind it: (title, amounts and counts, department).
pub(super) fn split_tail(text: &str) -> (String, String, String) {
    static GROUP: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.+?)\s*(?P<group>[(（\[［【〔〈<＜《][^()（）\[\]［］【】〔〕〈〉<>＜＞《》]{1,80}[)）\]］】〕〉>＞》]|[【\[［〔《][^【】\[\]［］〔〕《》]{1,100}[】\]］〕》])$",
        )
    });
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^(?P<head>.*?\S)(?:\s+|…+|・{2,}|\.{3,})(?P<group>(?:(?:総額|予算額|事業費|計)\s*[:：]?\s*)?",
            r"(?:[0-9０-９][0-9０-９,，.]*\s*(?:[兆億万千百]\s*[0-9０-９,，]*)*円))$",
        ))
    });
    static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*?\S)\s*(?P<group>(?:総額|予算額|事業費|予算)\s*[:：]?\s*(?:[0-9０-９][0-9０-９,，.]*\s*(?:[兆億万千百]\s*[0-9０-９,，]*)*円))$",
        )
    });
    static PAGE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*?\S)\s*(?P<group>(?:[PpＰ][.．]?\s*[0-9]{1,3}|[.…・]{3,}\s*[0-9]{1,3}|[0-9]{1,3}\s*ページ))$",
        )
    });
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\s*(?P<group>[(（\[［【〔〈<＜《★☆]?(?:新規・拡充|一部新規|一部拡充|新規拡充|新規|拡充|継続|充実|重点|新|拡|継)[)）\]］】〕〉>＞》★☆])\s*(?P<head>\S.*)$",
        )
    });
    let mut title = squeeze(text);
    let (mut tail, mut department) = (String::new(), String::new());
    for _ in 0..6 {
        let found = [&GROUP, &PLAIN, &TOTAL, &PAGE]
            .into_iter()
            .find_map(|regex| {
                let found = regex.captures(&title)?;
                Some((
                    found.name("head")?.as_str().to_owned(),
                    found.name("group")?.as_str().to_owned(),
                ))
            });
        let Some((head, group)) = found else { break };
        let inner = group.trim_matches(|c: char| "()（）[]［］【】〔〕〈〉<>＜＞《》 ".contains(c));
        if contact::is_department(inner)
            && inner.ends_with(['課', '室', '係'])
            && head.chars().count() > 3
        {
            if !department.is_empty() {
                break;
            }
            inner.clone_into(&mut department);
        } else if is_count(inner)
            || is_novelty(inner)
            || PAGE.is_match(&title)
            || !budget::read(&group, None).is_empty()
        {
            tail.insert_str(0, &group);
        } else {
            break;
        }
        title = head;
    }
    while let Some((group, head)) = LEAD.captures(&title).and_then(|found| {
        Some((
            found.name("group")?.as_str().to_owned(),
            found.name("head")?.as_str().to_owned(),
        ))
    }) {
        tail.push_str(&group);
        title = head;
    }
    (title, tail, department)
}

/// Reads an item or a line that ends in its amount as a heading: ・防犯カメラの設置補助（1,500万円）.
pub(super) fn item_with_amount(text: &str) -> Option<Heading> {
    if text.chars().take(101).count() > 100 || !text.contains('円') {
        return None;
    }
    let bullets = ['・', '•', '･', '◦', '‣', '-', '*', '－', '◎', '〇'];
    let title = text.trim_start_matches(bullets).trim();
    let heading = Heading::new(Class::Sub, "", title, title);
    let is_title = is_bare(&heading.name)
        && heading.name.chars().count() >= 3
        && !heading.name.ends_with(['は', 'が', 'を', 'に', '約'])
        && budget::kind_in(&heading.name)
            .is_none_or(|kind| !heading.name.ends_with(kind) || heading.name.chars().count() > 8);
    (is_title && !budget::read(&heading.tail, None).is_empty()).then_some(heading)
}

fn is_count(text: &str) -> bool {
    static COUNT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:全|計|ほか|他)?[0-9０-９]{1,4}(?:事業|件|項目|施策)$"));
    COUNT.is_match(text)
}

/// Could this line be a heading without any mark: short, and no sentence?
pub(super) fn is_bare(text: &str) -> bool {
    let n_chars = text.chars().take(61).count();
    let tailless = || split_tail(text).0;
    (2..=60).contains(&n_chars)
        && !is_sentence(text)
        && !is_slogan(text)
        && !text.starts_with([
            '(', '（', '※', '＊', '*', '例', '注', '-', '－', '"', '…', '→', '⇒', '↓', '[', '＜',
            '<', '〔',
        ])
        && !text.contains("http")
        && !is_dated(text)
        && text
            .chars()
            .any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
        && tailless().chars().count() <= 45
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
