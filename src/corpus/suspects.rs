//! Signs that a text was misread by a machine: look-alikes of another script, numbers that nobody writes.

use std::sync::LazyLock;

use regex::Regex;

use super::markers::ODD_KANJI;
use super::{diagnose, lines, pattern};
use crate::model::{Diagnostic, Lines, Severity};

/// Characters told before and behind what is odd.
const AROUND: usize = 10;

/// Finds what is odd in a line.
pub(super) fn find(line: &lines::Line, diagnostics: &mut Vec<Diagnostic>) {
    let at = Lines(line.number, line.number);
    for (odd, _) in ODD_KANJI {
        if line.raw.contains(odd) {
            diagnostics.push(diagnose::at(Severity::Note, "odd-kanji", at, odd));
        }
    }
    for found in look_alikes().find_iter(&line.raw) {
        let passage = around(&line.raw, found.range());
        diagnostics.push(diagnose::at(Severity::Note, "odd-kanji", at, &passage));
    }
    for found in numbers().captures_iter(&line.raw) {
        let Some(number) = found.name("number") else {
            continue;
        };
        if !is_grouped(number.as_str()) {
            let passage = around(&line.raw, number.range());
            diagnostics.push(diagnose::at(Severity::Warning, "odd-number", at, &passage));
        }
    }
}

/// Letters of one script within another that look like one of that.
fn look_alikes() -> &'static Regex {
    static LOOK_ALIKES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            // サ一ビス, セン夕ー: a kanji within katakana.
            r"[ァ-ヺー][一口力二工夕卜八][ァ-ヺー]",
            // 人ロ, 協カを, 加エ, 第ニ回: katakana within kanji; 第2号ロ is an item of a law.
            r"|[\p{Han}--号]ロ(?:[^ァ-ヺー・]|$)",
            r"|\p{Han}[カエ](?:[をはがのにでと、。]|$)",
            r"|第ニ\p{Han}",
            // Radicals that stand for whole letters, letters of a font of its own.
            r"|[\x{2F00}-\x{2FDF}\x{E000}-\x{F8FF}]",
        ))
    });
    &LOOK_ALIKES
}

/// Numbers before a unit, or alone in a cell, with letters that look like digits among them.
fn numbers() -> &'static Regex {
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?:^|[\t|｜\s　△▲(（:：、「【約])",
            r"(?P<number>[0-9][0-9,OoIl]*[,OoIl][0-9,OoIl]*)",
            r"(?:\s?(?:千円|百万円|万円|億円|円|人|件|回|か所|箇所|世帯)|\s*(?:[\t|｜]|$))",
        ))
    });
    &NUMBERS
}

/// Whether a number is digits in groups of three, or a list of short ones.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(',');
    let is_digits = number.chars().all(|c| c.is_ascii_digit() || c == ',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    // 1,2,3 counts up and is no amount.
    let is_list = first.len() <= 2 && rest.iter().all(|group| (1..=2).contains(&group.len()));
    let is_amount = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    is_digits && (is_amount || (is_list && rest.len() > 1))
}

fn around(text: &str, range: std::ops::Range<usize>) -> String {
    let before = text.get(..range.start).unwrap_or_default();
    let n_before = before.chars().count();
    let n_within = text.get(range).unwrap_or_default().chars().count();
    text.chars().skip(n_before.saturating_sub(AROUND)).take(n_within + 2 * AROUND).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(raw: &str) -> Vec<String> {
        let mut found = Vec::new();
        find(&lines::Line { number: 1, raw: raw.to_owned(), level: None }, &mut found);
        found.into_iter().map(|it| it.code).collect()
    }

    #[test]
    fn look_alikes_are_found() {
        for odd in [
            "サ一ビスの提供",
            "セン夕ーを整備",
            "人ロの推移",
            "区民の協カを得て",
            "第ニ回会議",
            "⼤阪市",
        ] {
            assert_eq!(codes(odd), ["odd-kanji"], "{odd}");
        }
    }

    #[test]
    fn good_text_is_left_alone() {
        for good in [
            "サービスの提供",
            "人口の推移",
            "協力を得て",
            "第二回会議",
            "スタッフ一同",
            "イベント一覧",
            "駅前ロータリー",
            "施行令第3条第2号ロの規定",
            "数カ所で実施",
            "カエルの観察",
            "２か所",
        ] {
            assert!(codes(good).is_empty(), "{good}");
        }
    }

    #[test]
    fn numbers_that_nobody_writes_are_found() {
        for odd in ["予算額 2,73千円", "(1O,000円)", "総額\t12,3456", "約1,2345人"] {
            assert_eq!(codes(odd), ["odd-number"], "{odd}");
        }
        for good in ["2,738千円", "10,000円", "3,4,5回", "1,234,567\t-", "令和2,3年度", "108か所"]
        {
            assert!(codes(good).is_empty(), "{good}");
        }
    }
}
