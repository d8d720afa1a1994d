//! The marks of headings: 第1章, I, ◆, 経営課題1, 戦略1-1, 1, (1), ①, ● and the form's own words.

use std::sync::LazyLock;

use regex::Regex;

use super::heading::{Class, Frame, Heading};
use super::markers::FRAMES;
use super::pattern;
use crate::text::fold;

struct Marks {
    chapter: Regex,
    ordinal: Regex,
    roman: Regex,
    kanji: Regex,
    issue: Regex,
    strategy: Regex,
    dotted: Regex,
    number: Regex,
    code: Regex,
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
        kanji: pattern(
            r"^(?P<n>[一二三四五六七八九十]{1,3})(?:\s*[.．、:：]\s*|\s+)(?P<t>[^\s一二三四五六七八九十].*)$",
        ),
        issue: pattern(concat!(
            r"^(?P<kind>経営課題|重点課題|基本目標|重点目標|重点政策|基本政策|重点施策|重点取組|施策の柱|政策の柱|柱|政策|目標|視点|重点プロジェクト|プロジェクト|取組の柱|テーマ|まちづくりの目標)",
            r"\s*(?P<n>[0-9０-９]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[①-⑳])(?:\s*[.．、:：]\s*|\s*)(?P<t>[^\s0-9０-９年つの].*)$",
        )),
        strategy: pattern(
            r"^(?:戦略|取組方針|施策)\s*(?P<n>[0-9０-９]{1,2}(?:\s*[-－−‐–ー―]\s*[0-9０-９]{1,2}){0,2})\s*[.．、:：]?\s*(?P<t>\D.*)$",
        ),
        dotted: pattern(concat!(
            r"^(?:具体的取組|具体的な取組|取組)?\s*(?P<n>[0-9０-９]{1,2}(?:[-－−‐–ー―.．][0-9０-９]{1,2}){1,3})",
            r"(?:[.．、:：]\s*|\s+)(?P<t>[^\s0-9０-９].*)$",
            // A bracket parts number and title, too.
            r"|^(?:具体的取組|具体的な取組|取組)?\s*(?P<n2>[0-9０-９]{1,2}(?:[-－−‐–ー―][0-9０-９]{1,2}){1,3})(?P<t2>[【「].*)$",
        )),
        number: pattern(
            r"^(?P<n>[0-9０-９]{1,2})(?:\s*[.．、)）:：]\s*|\s+)(?P<t>[^\s0-9０-９.,:年月日時分%％].*|(?:日時|日程|日常|時間|分野|年間|年末|月間).*|[0-9].*[ぁ-ん一-龥].*)$",
        ),
        // The code of a measure in a budget's books: 020105　財産管理費.
        code: pattern(
            r"^(?P<n>[0-9０-９]{5,8})[\s　]+(?P<t>[^\s0-9０-９千百万億円年人件回%％][^0-9０-９。]{1,40})$",
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

pub(super) fn marked(text: &str) -> Option<Heading> {
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
        return Some(Heading { class: Class::Chapter(depth), ..heading });
    }
    if let Some(heading) = make(Class::Chapter(0), &marks.ordinal) {
        return Some(heading);
    }
    if let Some(heading) = make(Class::Roman, &marks.roman) {
        let number =
            marks.roman.captures(text).and_then(|found| found.name("n")).map_or("", |n| n.as_str());
        return Some(Heading { number: roman(number), ..heading });
    }
    if let Some(heading) = make(Class::Roman, &marks.kanji) {
        return Some(heading);
    }
    if let Some(heading) =
        make(Class::Issue, &marks.issue).or_else(|| make(Class::Strategy, &marks.strategy))
    {
        return Some(heading);
    }
    if let Some(heading) = make(Class::Dotted(2), &marks.dotted) {
        let n_parts = u8::try_from(heading.number.split('-').count()).unwrap_or(u8::MAX);
        return Some(Heading { class: Class::Dotted(n_parts), ..heading });
    }
    if let Some(heading) = make(Class::Paren, &marks.paren)
        .or_else(|| make(Class::Circled, &marks.circled))
        .or_else(|| make(Class::Kana, &marks.kana))
        .or_else(|| make(Class::Number, &marks.number))
        .or_else(|| make(Class::Number, &marks.code))
    {
        return (heading.name.chars().count() <= 80).then_some(heading);
    }
    if let Some(heading) =
        make(Class::Diamond, &marks.diamond).or_else(|| make(Class::Dot, &marks.dot))
    {
        let printed = heading.name.clone();
        // The form's own headings keep their mark: ◆計画.
        let printed = if heading.frame.is_some() { heading.printed } else { printed };
        return Some(Heading { printed, ..heading });
    }
    if is_sheet(text) {
        let frame = frame(text).unwrap_or((Frame::Group, ""));
        return Some(Heading { frame: Some(frame), ..Heading::new(Class::Frame, "", text, text) });
    }
    // 計画 alone stands inside every issue of the long form; only a mark makes it a part.
    frame(text).filter(|_| text != "計画").map(|frame| {
        let class = if frame.0 == Frame::Contact { Class::Contact } else { Class::Frame };
        Heading { frame: Some(frame), ..Heading::new(class, "", text, text) }
    })
}

/// A sheet of a form: 取組等（様式3）.
fn is_sheet(text: &str) -> bool {
    static SHEET: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[(（]\s*様式\s*[0-9０-９]{1,2}\s*[)）]$"));
    text.chars().take(61).count() <= 60 && SHEET.is_match(text)
}

/// The digits of chapters: 第四章, 十二.
const KANJI: &str = "一二三四五六七八九十";

/// The value of a number below a hundred.
fn kanji_value(text: &str) -> usize {
    let digit = |c: char| KANJI.chars().position(|it| it == c).map(|at| at + 1);
    text.chars().filter_map(digit).fold(0, |sum, digit| match (sum, digit) {
        (0, 10) => 10,
        (tens, 10) => tens * 10,
        (sum, digit) => sum + digit,
    })
}

fn number_of(text: &str) -> String {
    let folded = fold(text);
    let mut number = String::new();
    for c in folded.chars() {
        match c {
            '0'..='9' => number.push(c),
            'ー' | '-' | '.' => number.push('-'),
            c if KANJI.contains(c) => {
                // The whole of it at once: 十二.
                return kanji_value(&folded).to_string();
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
