//! Labels of records: `予算額` on one line and `7,349` on the next, `事務事業名 …`, `めざす状態`.

use super::markers::{BRACKETS, CONTACT_LABELS, DIFFERENCES, NOVELTY};
use super::{amount, budget, markup, table};
use crate::text::{fold, is_kanji};

/// What a label's value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Begins a record.
    Title,
    Department,
    /// Kind of amount, the label, and whether it is of the year before.
    Budget {
        kind: String,
        label: String,
        is_prior: bool,
    },
    Body,
    Target,
    /// 実績, with the label, which may name the year.
    Results(String),
    /// A value that is no field of a measure: 要求, 査定区分, 増減.
    Other,
    /// A caption without a value of its own.
    Caption,
}

impl Label {
    /// May a bare number be its value?
    pub(super) fn takes(&self, value: &str) -> bool {
        let is_number = amount::bare(value).is_some()
            || budget::pair(value).is_some()
            || !amount::find(value).is_empty();
        match self {
            Label::Budget { .. } => is_number,
            // Behind an empty field, the next label stands.
            Label::Department => {
                let is_short = value.chars().take(41).count() <= 40 && !value.contains('。');
                !is_number && is_short && !table::is_name(value)
            }
            _ => true,
        }
    }
}

const TITLES: [&str; 8] = [
    "事務事業名",
    "事業名",
    "事業名称",
    "施策名",
    "取組名",
    "細事業名",
    "予算事業名",
    "事業の名称",
];
const DEPARTMENTS: [&str; 14] = [
    "局/部/課",
    "担当課",
    "所管課",
    "担当部署",
    "所管部署",
    "所管",
    "担当",
    "担当部課",
    "所属",
    "所属名",
    "部課名",
    "担当課名",
    "課名",
    "部署名",
];
const BODIES: [&str; 19] = [
    "事業の目的・内容",
    "事業内容",
    "内容",
    "事業概要",
    "概要",
    "事業の概要",
    "事業目的",
    "取組内容",
    "当年度の取組内容",
    "当年度の具体的な取組内容",
    "具体的な取組内容",
    "事業の内容",
    "主な内容",
    "目的・内容",
    "主な取組",
    "取組の内容",
    "説明",
    "事業の目的",
    "主な事業内容",
];
const TARGETS: [&str; 7] = [
    "めざす状態",
    "目指す状態",
    "めざす姿",
    "目指す姿",
    "めざすべき将来像",
    "めざす将来像",
    "めざす成果",
];
const RESULTS: [&str; 7] =
    ["実績", "主な実績", "取組実績", "前年度の実績", "成果", "主な成果", "事業の成果"];
const OTHERS: [&str; 20] = [
    "総事業費",
    "全体事業費",
    "不用額",
    "翌年度繰越額",
    "執行率",
    "予算残額",
    "要求",
    "要求額",
    "財政局長",
    "市長",
    "区長",
    "査定区分",
    "款/項/目",
    "査定",
    "財源内訳",
    "特定財源",
    "一般財源",
    "財源",
    "会計",
    "区分",
];
const CAPTIONS: [&str; 4] = ["要求と査定経過", "査定経過", "事業費内訳", "予算の内訳"];

const AMOUNTS: [&str; 14] = [
    "予算額",
    "予算",
    "事業費",
    "当初予算額",
    "当初予算",
    "予算案",
    "予算案額",
    "予算額案",
    "決算額",
    "決算見込額",
    "算定見込額",
    "補正予算額",
    "予算現額",
    "区予算額",
];

/// A label without the year before it: 令和3年度予算額, 前年度当初予算額; 2令和4年度の決算額 is a heading.
fn without_year(stem: &str) -> &str {
    let Some((before, behind)) = stem.rsplit_once("年度") else {
        return stem;
    };
    let year = ["令和", "平成"].iter().find_map(|era| before.strip_prefix(era)).unwrap_or(before);
    let is_year = year.chars().all(|c| c.is_ascii_digit() || "元前本今当昨".contains(c));
    if !is_year {
        return stem;
    }
    let behind = behind.strip_prefix("前年").unwrap_or(behind);
    behind.strip_prefix('の').unwrap_or(behind)
}

/// Reads a line as a label with the value behind it, empty where it stands on the next line.
pub(super) fn read(text: &str) -> Option<(Label, String)> {
    let text = text.trim();
    if text.chars().take(101).count() > 100 {
        return None;
    }
    if let Some((name, value)) = bracketed(text) {
        return by_name(name).map(|label| (label, value.to_owned()));
    }
    let text = markup::without_mark(text)
        .trim_start_matches(['■', '◆', '●', '○', '◇', '□', '▼', '・'])
        .trim_start();
    if let Some((name, value)) = text.split_once([':', '：']) {
        return by_name(name).map(|label| (label, value.trim().to_owned()));
    }
    if let Some(label) = by_name(text) {
        return Some((label, String::new()));
    }
    let (name, value) = text.split_once([' ', '　', '\t'])?;
    if NOVELTY.contains(&name) {
        // 新規　予算額　900万円
        return read(value)
            .filter(|(label, value)| matches!(label, Label::Budget { .. }) && !value.is_empty());
    }
    let label = by_name(name)?;
    let value = value.trim();
    let fits = match &label {
        Label::Title => value.chars().count() >= 2,
        Label::Budget { .. } => label.takes(value),
        Label::Department => super::contact::is_department(value) || value.contains('/'),
        Label::Other => {
            let is_amount = || amount::find(value).first().is_some_and(|it| it.range.start == 0);
            amount::bare(value).is_some() || name.contains('/') || is_amount()
        }
        _ => false,
    };
    fits.then(|| (label, value.to_owned()))
}

/// Joins the letters of a label that are set apart: 予 算 額 12,345千円, 電 話：03-…, 【連 絡 先】. None where it is no label.
pub(super) fn unspaced(text: &str) -> Option<String> {
    const PHONES: [&str; 4] = ["電話", "電話番号", "所属名", "連絡先"];
    let start = text.find(|c: char| is_kanji(c))?;
    let (open, body) = text.split_at_checked(start)?;
    if open.chars().any(|c| !"【〔［[（(＜<〈《・■◆●○◇□▼ 　".contains(c)) {
        return None;
    }
    // The letters, and where what stands behind each of them begins.
    let (mut name, mut ends) = (String::new(), Vec::new());
    let mut letters = body.char_indices().peekable();
    while let Some((at, c)) = letters.next_if(|(_, c)| is_kanji(*c)) {
        name.push(c);
        ends.push((name.len(), at + c.len_utf8()));
        let mut is_apart = false;
        while letters.next_if(|(_, c)| c.is_whitespace()).is_some() {
            is_apart = true;
        }
        // A word that goes on is no letter by itself.
        if !is_apart {
            if letters.peek().is_some_and(|(_, c)| is_kanji(*c)) {
                ends.pop();
            }
            break;
        }
    }
    let is_label = |name: &str| {
        by_name(name).is_some() || CONTACT_LABELS.contains(&name) || PHONES.contains(&name)
    };
    ends.into_iter().skip(1).rev().find_map(|(name_ends, ends)| {
        let name = name.get(..name_ends).filter(|name| is_label(name))?;
        let value = body.get(ends..)?;
        // The value may be set likewise: 担 当 課　総 務 課.
        let letters: Vec<&str> = value.split_whitespace().collect();
        let is_apart = letters.len() > 1
            && letters.iter().all(|it| it.chars().count() == 1 && it.chars().all(is_kanji));
        let value = if is_apart { format!(" {}", letters.concat()) } else { value.to_owned() };
        Some(format!("{open}{name}{}", value.replace("電 話", "電話")))
    })
}

fn bracketed(text: &str) -> Option<(&str, &str)> {
    BRACKETS.iter().find_map(|(open, close)| {
        let (name, value) = text.strip_prefix(*open)?.split_once(*close)?;
        Some((name.trim(), value.trim()))
    })
}

fn by_name(name: &str) -> Option<Label> {
    let label = name.trim();
    let name: String = fold(label).chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.as_str();
    if name.is_empty() || name.chars().count() > 20 {
        return None;
    }
    if TITLES.contains(&name) {
        return Some(Label::Title);
    }
    if DEPARTMENTS.contains(&name) {
        return Some(Label::Department);
    }
    if BODIES.contains(&name) {
        return Some(Label::Body);
    }
    if TARGETS.contains(&name) {
        return Some(Label::Target);
    }
    if RESULTS.contains(&name)
        || name.ends_with("実績") && name.contains("年度") && name.chars().count() <= 12
    {
        return Some(Label::Results(label.to_owned()));
    }
    if CAPTIONS.contains(&name) || name.starts_with("予算書") {
        return Some(Label::Caption);
    }
    if OTHERS.contains(&name)
        || DIFFERENCES.iter().any(|word| name.starts_with(word))
        || name.starts_with("査定")
    {
        return Some(Label::Other);
    }
    // 予算額(千円) is a label, 当初予算(案)の概要 is not.
    let stem = match name.split_once('(') {
        Some((stem, behind)) if behind.ends_with(')') => stem,
        _ => name,
    };
    let is_prior = super::markers::PRIOR.iter().any(|word| stem.starts_with(word));
    let bare = without_year(stem);
    let is_amount = AMOUNTS.contains(&bare) || bare.is_empty() && is_prior;
    is_amount.then(|| Label::Budget {
        kind: budget::kind_in(stem).unwrap_or(budget::PLAIN).to_owned(),
        label: label.to_owned(),
        is_prior,
    })
}
