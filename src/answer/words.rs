//! Words of a question that name no subject: what stands for all measures or offices of a ward, and what a ranking is by.

#![expect(clippy::expect_used, reason = "the pattern is fixed and tried by a test")]

use std::sync::LazyLock;

use regex::Regex;

use super::aggregate::Direction;
use crate::question::{Intent, PERIODS, Reading};
use crate::search::PlanTerm;
use crate::text::numeral_value;

/// What stands for a ward's measures as a whole, beside words for money; in the forms of the index: 使道 for 使い道.
pub(super) const EVERYTHING: &[&str] = &[
    "事業",
    "取組",
    "取り組み",
    "施策",
    "政策",
    "項目",
    "主",
    "主要",
    "主な",
    "全体",
    "全部",
    "全て",
    "すべて",
    "なか",
    "中",
    "区",
    "もの",
    "モノ",
    "ゼンブ",
    "資料",
    "文書",
    "重点的",
    "運営",
    "方針",
    "運営方針",
    "重点",
    "分野",
    "額",
    "前の年",
    "今回",
    "前回",
    "一番",
    "最大",
    "最小",
    "同じ",
    "変わる",
    "多い",
    "少ない",
    "大きい",
    "小さい",
    "高い",
    "低い",
    "増える",
    "減る",
    "お金",
    "一覧",
    "リスト",
    "伸びる",
    "がくっと",
    "幅",
    "率",
    "割合",
    "順",
    "年間",
    "使う",
    "使道",
    "内訳",
    "税金",
    "つく",
    "何",
    "project",
    "measure",
    "ward",
    "経営課題",
    "横ばい",
    "据え置き",
    "比べる",
    "予算",
];
/// What stands for a ward's offices as a whole.
pub(super) const OFFICES: &[&str] = &[
    "役所",
    "区役所",
    "市役所",
    "代表",
    "窓口",
    "番号",
    "電話",
    "電話番号",
    "連絡",
    "担当",
    "部署",
    "課",
    "係",
    "office",
];

/// Whether a word of a question says nothing of a subject, or one of some words that stand for all of them.
pub(super) fn is_general(term: &PlanTerm, words: &[&str]) -> bool {
    is_one_of(term, words) || term.weight < 0.55
}

/// Whether a word of a question is one of some words, or says what time is meant.
pub(super) fn is_one_of(term: &PlanTerm, words: &[&str]) -> bool {
    let is_in = |words: &[&str]| words.contains(&term.text.as_str());
    is_in(words) || is_in(PERIODS)
}

/// Returns what a ranking is by, where the question asks for one.
pub(super) fn direction(reading: &Reading) -> Option<Direction> {
    let direction = of_amounts(reading)?;
    let says = |word: &&str| reading.folded.contains(*word);
    let is_by_rate = RATES.iter().any(says);
    Some(if is_by_rate { direction.by_rate() } else { direction })
}

/// Returns the place in a ranking that is asked for, 1 for the first: 二番目に大きい, 3位.
pub(super) fn place(folded: &str) -> usize {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?:([0-9]{1,2})|([一二三四五六七八九十]{1,3}))(?:番[目め]|位)(まで|以内)?|第([二三四五2-5])[多大高少小低]|(second|third|fourth|fifth|[2-5](?:nd|rd|th))|(두|세|네|다섯) ?번째")
            .expect("the pattern is fixed")
    });
    let Some(found) = PLACE.captures_iter(folded).last() else { return 1 };
    if found.get(3).is_some() {
        return 1;
    }
    let text = |at| found.get(at).map(|it: regex::Match| it.as_str());
    let number = |text: &str| match text {
        "second" | "두" => Some(2),
        "third" | "세" => Some(3),
        "fourth" | "네" => Some(4),
        "fifth" | "다섯" => Some(5),
        _ => {
            let digits = text.trim_end_matches(char::is_alphabetic);
            digits.parse().ok().or_else(|| usize::try_from(numeral_value(text)?).ok())
        }
    };
    [1, 2, 4, 5, 6].into_iter().find_map(text).and_then(number).unwrap_or(1).max(1)
}

/// What asks for a change by its share and not by its amount.
const RATES: &[&str] =
    &["割合", "率", "%", "パーセント", "何割", "percent", "rate", "百分比", "比例", "비율"];

fn of_amounts(reading: &Reading) -> Option<Direction> {
    let says = |words: &[&str]| words.iter().any(|word| reading.folded.contains(word));
    if says(&[
        "同じ",
        "おなじ",
        "変わらな",
        "かわらな",
        "横ばい",
        "据え置き",
        "増減なし",
        "same",
        "unchanged",
    ]) {
        return Some(Direction::Same);
    }
    let ranks = reading.wants(Intent::Ranking);
    let compares = reading.wants(Intent::Compare);
    if !ranks && !compares {
        return None;
    }
    if says(&[
        "減",
        "下が",
        "引き下げ",
        "へっ",
        "削",
        "けず",
        "カット",
        "decrease",
        "cut",
        "fell",
        "dropped",
        "减少",
        "줄",
    ]) {
        return Some(Direction::Fall);
    }
    if says(&["増", "上が", "ふえ", "伸び", "アップ", "increase", "rose", "grew", "增加", "늘"])
    {
        return Some(Direction::Rise);
    }
    if !ranks {
        return None;
    }
    if says(&[
        "少な",
        "すくな",
        "小さ",
        "ちいさ",
        "低",
        "安",
        "最小",
        "最低",
        "smallest",
        "lowest",
        "least",
        "最少",
        "以下",
        "未満",
    ]) {
        return Some(Direction::Smallest);
    }
    Some(Direction::Largest)
}
