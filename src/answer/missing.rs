//! What a question asks for and a measure does not hold.

#![expect(clippy::expect_used, reason = "the pattern is fixed and tried by a test")]

use std::sync::LazyLock;

use regex::Regex;

use super::Found;
use crate::model::MeasureKind;
use crate::question::{Intent, Reading, Slot};
use crate::text::fold;

/// Whether a folded text names a day, a time or a period: 10月, 毎週, 土曜, and not 日常.
fn names_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"[0-9元][ 　]?(?:年|月|日|時|週)|[月火水木金土日]曜|毎(?:年|月|週|日|朝|晩|回)",
            r"|[一二三四五六七八九十][月日週]|(?:年|月|週|日)[0-9]+回|[上中下]旬|[春夏秋冬](?:季|頃|ごろ|に|から|休み)",
            r"|午[前後]|平日|土日|祝日|休日|夜間|通年|随時|常時|[今来昨翌][年月]|本年度?[、中に]|年度?[内末]",
        ))
        .expect("the pattern is fixed")
    });
    TIME.is_match(text)
}

/// Whether a folded text names a floor: 区役所1階, and not 段階.
fn names_floor(text: &str) -> bool {
    let mut floors = text.match_indices('階').filter_map(|(at, _)| text.get(..at));
    floors.any(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Returns what was asked for and the measure does not hold.
pub(super) fn missing(found: &Found, reading: &Reading) -> Vec<Slot> {
    let measure = &found.measure;
    let text = fold(&format!("{} {} {}", measure.title, measure.body, measure.results));
    let mut missing = Vec::new();
    let mut lacks = |is_missing: bool, slot: Slot| {
        if is_missing && !missing.contains(&slot) {
            missing.push(slot);
        }
    };
    let money = reading.wants(Intent::Budget) || reading.wants(Intent::Compare);
    lacks(money && found.budget.is_missing(), Slot::Budget);
    lacks(reading.wants(Intent::Contact) && measure.contact.is_none(), Slot::Contact);
    // How many there are may be said anywhere; 実績 are results that are called so.
    let asks = |word: &&str| reading.folded.contains(*word);
    let is_counted = || text.chars().any(char::is_numeric);
    let names_results = ["実績", "成果", "result", "outcome"].iter().any(asks);
    lacks(
        reading.wants(Intent::Results)
            && measure.results.is_empty()
            && (names_results || !is_counted()),
        Slot::Results,
    );
    lacks(
        reading.wants(Intent::Target)
            && measure.target_state.is_empty()
            && measure.kind == MeasureKind::Measure,
        Slot::Target,
    );
    lacks(reading.wants(Intent::Changes) && measure.changes.is_empty(), Slot::Changes);
    for slot in &reading.slots {
        let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let is_missing = match slot {
            Slot::Time => !names_time(&text),
            Slot::Place => {
                !holds(&[
                    "丁目",
                    "番地",
                    "センター",
                    "プラザ",
                    "会館",
                    "窓口",
                    "庁舎",
                    "館",
                    "校",
                    "駅",
                    "公園",
                    "室",
                    "ルーム",
                ]) && !names_floor(&text)
            }
            Slot::Documents => !holds(&["書類", "持参", "持ち物", "証明書"]),
            Slot::Procedure => !holds(&["申請", "申込", "申し込", "予約", "手続", "登録", "受付"]),
            Slot::Eligibility => !holds(&["対象", "歳", "児", "者", "世帯"]),
            Slot::Price => !holds(&["円", "無料", "料金", "補助", "助成"]),
            Slot::List => false,
            _ => false,
        };
        lacks(is_missing, *slot);
    }
    missing
}
