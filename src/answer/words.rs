//! Words of a question that name no subject: what stands for all measures or offices of a ward, and what a ranking is by.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by a test")]

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

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

/// Whether a folded question is about what is left without something that it names: 防災以外, 防災を除いて.
pub(super) fn excludes(folded: &str) -> bool {
    ["以外", "除く", "除い", "除け", "のぞく", "のぞい", "抜き", "抜い", "except", "除了"]
        .iter()
        .any(|word| folded.contains(word))
}

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
    Some(if asks_for_rate(&reading.folded) { direction.by_rate() } else { direction })
}

/// How many things are asked for: トップ3, 上位五つ, 事業を3つ; 3つ目 is a place.
static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:上位|下位|トップ|ベスト|ワースト|top|bottom|상위|하위)[ \t\u{3000}]*([0-9]+|[一二三四五六七八九十]+)(?:つ|個|件|位|개)?",
        r"|前([0-9]+|[三五十])[名个個位]|([0-9]+|[一二三四五六七八九十]+)(?:つ|個|件)(目)?",
    ))
    .expect("the pattern is fixed")
});

/// Returns how many of a ranking are asked for, where the question says so; of a conversation the last word counts.
pub(super) fn how_many(folded: &str) -> Option<usize> {
    let counts = COUNT.captures_iter(folded).filter(|found| found.get(4).is_none());
    let said =
        |found: Captures<'_>| [1, 2, 3].into_iter().find_map(|at| numeral(found.get(at)?.as_str()));
    counts.filter_map(said).filter(|count| *count > 0).last()
}

/// Leaves out of what a question is about how many things it asks for.
pub(super) fn without_count(content: &str) -> Cow<'_, str> {
    COUNT.replace_all(content, " ")
}

/// Reads a number in digits or in kanji.
fn numeral(text: &str) -> Option<usize> {
    text.parse().ok().or_else(|| usize::try_from(numeral_value(text)?).ok())
}

/// Whether a change is asked for by its share and not by its amount.
fn asks_for_rate(folded: &str) -> bool {
    static RATE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[^効]率|割合|[0-9.何二三四五十]倍|倍増|半分|半額|半減|%|パーセント|何割|\brates?\b|percent|百分比|比例|비율")
            .expect("the pattern is fixed")
    });
    RATE.is_match(folded)
}

/// Returns the place in a ranking that is asked for, 1 for the first: 二番目に大きい, 3位; of 2位から5位 it is 2, of 5位まで 1.
pub(super) fn place(folded: &str) -> usize {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"([0-9]+|[一二三四五六七八九十]+)(?:[番つ][目め]|位)(?:まで|以内|以上|(から|と|や|、|・|~|〜|-))?",
            r"|第([0-9]+|[一二三四五六七八九十]+)[多大高少小低]",
            r"|\b(second|2nd|third|3rd|fourth|4th|fifth|5th)[ -](?:largest|biggest|smallest|highest|lowest|most|least)",
            r"|(두|세|네|다섯) ?번째",
        ))
        .expect("the pattern is fixed")
    });
    let number = |text: &str| match text {
        "second" | "2nd" | "두" => Some(2),
        "third" | "3rd" | "세" => Some(3),
        "fourth" | "4th" | "네" => Some(4),
        "fifth" | "5th" | "다섯" => Some(5),
        _ => numeral(text),
    };
    let (mut place, mut goes_on_at) = (1, None);
    for found in PLACE.captures_iter(folded) {
        let Some(whole) = found.get(0) else { continue };
        let before = folded.get(..whole.start()).unwrap_or_default().trim_end();
        let is_of_first = ["トップ", "上位", "ベスト", "ワースト", "下位"];
        let is_bound = ["まで", "以内", "以上"].iter().any(|it| whole.as_str().ends_with(it))
            || is_of_first.iter().any(|it| before.ends_with(it));
        let said = [1, 3, 4, 5].into_iter().find_map(|at| found.get(at));
        // The end of a range that has begun says nothing more; later words of a conversation count.
        if goes_on_at != Some(whole.start()) {
            let asked = said.and_then(|it| number(it.as_str())).filter(|_| !is_bound);
            place = asked.unwrap_or(1).max(1);
        }
        goes_on_at = found.get(2).map(|joint| joint.end());
    }
    place
}

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
    // Of a conversation the last word counts: 減ったのは？, and then 増えたのは？
    let last = |words: &[&str]| words.iter().filter_map(|word| reading.folded.rfind(word)).max();
    let fall = last(&[
        "減",
        "下が",
        "引き下げ",
        "へっ",
        "削",
        "けず",
        "カット",
        "半分",
        "半額",
        "decrease",
        "cut",
        "fell",
        "dropped",
        "减少",
        "줄",
    ]);
    let rise = last(&[
        "増",
        "倍",
        "上が",
        "ふえ",
        "伸び",
        "アップ",
        "increase",
        "rose",
        "grew",
        "增加",
        "늘",
    ]);
    if fall.is_some() || rise.is_some() {
        return Some(if fall > rise { Direction::Fall } else { Direction::Rise });
    }
    if !ranks {
        return None;
    }
    let smallest = last(&[
        "下位",
        "ワースト",
        "bottom",
        "하위",
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
    ]);
    let largest = last(&[
        "多い",
        "多く",
        "おおい",
        "おおき",
        "大き",
        "高い",
        "高額",
        "たかい",
        "最大",
        "最多",
        "largest",
        "biggest",
        "highest",
        "most",
    ]);
    Some(if smallest > largest { Direction::Smallest } else { Direction::Largest })
}
