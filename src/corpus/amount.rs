//! Amounts of money in running text.
//!
//! ```text
//! amount  = [sign] number unit | dash unit
//! number  = digits ["億"|"万"|"千"|"百" …] …          1億1,888万7千, 1.2億, 三億二千万
//! unit    = "円" | "千円" | "百万円" | "万円" | "億円"
//! ```
//! Digits may be of any width; a bare number is an amount only where the caller knows its unit.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::text::fold;

/// One amount in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Yen; none for a dash in the place of the number.
    pub(super) yen: Option<i64>,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// It carries `△`, `▲` or a plus: a difference.
    pub(super) is_difference: bool,
}

/// Finds the amounts that carry a unit.
pub(super) fn find(text: &str) -> Vec<Amount> {
    static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?P<sign>[△▲▼＋+]\s*)?",
            r"(?:(?P<dash>[-－−‐―—–])\s*(?P<dashunit>千円|百万円|万円|億円|円)",
            // Blanks set off the 億 in a column of amounts: 3億  210万円.
            r"|(?P<number>(?:[0-9０-９][0-9０-９,，]{0,20}(?:, [0-9]{3})?(?:[.．][0-9０-９]{1,4})?",
            r"|\s?[億兆]\s{0,4}|[一二三四五六七八九〇零]|[十百千万億兆]){1,16}(?:\s(?:億|百万|千|万))?)\s?円)",
        ))
    });
    if !text.contains('円') {
        return Vec::new();
    }
    AMOUNT
        .captures_iter(text)
        .filter_map(|found| {
            let range = found.get(0)?.range();
            let is_difference = found.name("sign").is_some();
            let yen = match found.name("number") {
                Some(number) => Some(parse(number.as_str())?),
                None => None,
            };
            Some(Amount {
                yen: yen.map(|yen| signed(yen, found.name("sign").map(|s| s.as_str()))),
                range,
                is_difference,
            })
        })
        .collect()
}

/// Returns the amounts in a text, each with where it stands, in yen.
pub fn amounts(text: &str) -> impl Iterator<Item = (Range<usize>, i64)> {
    find(text).into_iter().filter_map(|amount| Some((amount.range, amount.yen?)))
}

fn signed(yen: i64, sign: Option<&str>) -> i64 {
    if sign.is_some_and(|sign| sign.starts_with(['△', '▲', '▼'])) { -yen } else { yen }
}

/// Reads a number with its Japanese multipliers; none where there is no digit.
pub(super) fn parse(text: &str) -> Option<i64> {
    let number = value(text)?;
    #[expect(clippy::cast_possible_truncation, reason = "bounded where it was read")]
    Some(number.round() as i64)
}

fn value(text: &str) -> Option<f64> {
    let text = fold(text);
    let (mut total, mut section, mut digits) = (0_f64, 0_f64, None::<f64>);
    let (mut n_decimals, mut in_fraction, mut seen_digit) = (0_i32, false, false);
    for c in text.chars() {
        match c {
            '0'..='9'
            | '〇'
            | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九' => {
                seen_digit = true;
                let digit = f64::from(digit_of(c));
                if in_fraction {
                    n_decimals += 1;
                    digits = Some(digits.unwrap_or(0.0) + digit / 10_f64.powi(n_decimals));
                } else {
                    digits = Some(digits.unwrap_or(0.0) * 10.0 + digit);
                }
            }
            '.' => in_fraction = true,
            ',' | ' ' => {}
            '十' | '百' | '千' => {
                let unit = match c {
                    '十' => 10.0,
                    '百' => 100.0,
                    _ => 1000.0,
                };
                section += digits.take().unwrap_or(1.0) * unit;
                (n_decimals, in_fraction) = (0, false);
            }
            '万' | '億' | '兆' => {
                let unit = match c {
                    '万' => 1e4,
                    '億' => 1e8,
                    _ => 1e12,
                };
                section += digits.take().unwrap_or(0.0);
                total += section * unit;
                section = 0.0;
                (n_decimals, in_fraction) = (0, false);
            }
            _ => return None,
        }
    }
    let yen = total + section + digits.unwrap_or(0.0);
    (seen_digit && yen < 9e15).then_some(yen)
}

fn digit_of(c: char) -> u32 {
    match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        c => c.to_digit(10).unwrap_or(0),
    }
}

/// A number that fills a whole cell or line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bare {
    /// `7,349`, `△ 3,196`, `35.5`; the unit is the table's.
    Number(f64),
    /// `-`: none is given.
    Dash,
}

impl Bare {
    /// Yen, in the unit that is stated elsewhere.
    pub(super) fn yen(self, unit: i64) -> Option<i64> {
        match self {
            Bare::Dash => None,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "bounded just before"
            )]
            Bare::Number(number) => {
                let yen = number * unit as f64;
                (yen.abs() < 9e15).then(|| yen.round() as i64)
            }
        }
    }
}

/// Reads a cell that holds nothing but a number without a unit.
pub(super) fn bare(text: &str) -> Option<Bare> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<sign>[△▲▼＋+−－-]\s*)?(?P<number>[0-9０-９][0-9０-９,，]{0,18}(?:[.．][0-9０-９]+)?)$",
        )
    });
    let text = text.trim();
    if matches!(text, "-" | "－" | "−" | "―" | "—" | "‐" | "–" | "ー" | "皆減" | "皆増")
    {
        return Some(Bare::Dash);
    }
    let found = NUMBER.captures(text)?;
    let number = value(found.name("number")?.as_str())?;
    let is_negative =
        found.name("sign").is_some_and(|sign| !sign.as_str().starts_with(['+', '＋']));
    Some(Bare::Number(if is_negative { -number } else { number }))
}

/// Reads a unit stated once for a page, a table or a column: `(単位:千円)`, `予算額（千円）`.
pub(super) fn unit(text: &str) -> Option<i64> {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"単位\s*[:：]?\s*(?P<a>千円|百万円|万円|億円|円)|[(（\[]\s*(?P<b>千円|百万円|万円|億円|円)\s*[)）\]]",
        )
    });
    let found = UNIT.captures(text)?;
    match found.name("a").or_else(|| found.name("b"))?.as_str() {
        "円" => Some(1),
        "千円" => Some(1_000),
        "万円" => Some(10_000),
        "百万円" => Some(1_000_000),
        "億円" => Some(100_000_000),
        _ => None,
    }
}

/// Does a short line say hardly more than a unit: （単位：千円）, 予算額（千円）?
pub(super) fn is_unit_alone(text: &str) -> bool {
    let (before, _) = text.split_once(['(', '（', '[', '単']).unwrap_or((text, ""));
    // 予算額（千円）：5,000
    let behind = text.rsplit([')', '）', ']']).next().filter(|it| it.len() < text.len());
    if behind
        .is_some_and(|it| it.trim_start_matches([':', '：', ' ']).starts_with(char::is_numeric))
    {
        return false;
    }
    let is_note = before.is_empty() && text.contains("単位") && text.ends_with([')', '）', ']']);
    if is_note && text.chars().take(61).count() <= 60 && find(text).is_empty() {
        return true;
    }
    text.chars().take(25).count() <= 24 && before.chars().count() <= 8 && find(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Option<i64>]) {
        let yen: Vec<_> = find(text).into_iter().map(|amount| amount.yen).collect();
        assert_eq!(yen, expected, "{text}");
    }

    #[test]
    fn units_and_mixtures() {
        check("2,738千円（2年度：1,678千円）", &[Some(2_738_000), Some(1_678_000)]);
        check("1億1,888万7千円", &[Some(118_887_000)]);
        check("総額5,906万円", &[Some(59_060_000)]);
        check("１２百万円", &[Some(12_000_000)]);
        check("1,234百万円", &[Some(1_234_000_000)]);
        check("1.2億円と三億二千万円", &[Some(120_000_000), Some(320_000_000)]);
        check("五百万円", &[Some(5_000_000)]);
        check("- 千円", &[None]);
        check("（千円）", &[]);
        check("△ 3,196千円", &[Some(-3_196_000)]);
        check("10,400円", &[Some(10_400)]);
        check("治安再生　3億  210万円", &[Some(302_100_000)]);
        check("1 億 2,000 万円", &[Some(120_000_000)]);
        check("12, 345千円", &[Some(12_345_000)]);
    }

    #[test]
    fn bare_numbers() {
        assert_eq!(bare("△ 3,196"), Some(Bare::Number(-3196.0)));
        assert_eq!(bare("－"), Some(Bare::Dash));
        assert_eq!(bare("1-2"), None);
        assert_eq!(bare("35.5").map(|bare| bare.yen(1_000_000)), Some(Some(35_500_000)));
        assert_eq!(unit("(単位：千円)"), Some(1000));
    }

    proptest::proptest! {
        #[test]
        fn amounts_round_trip(thousands in 0_i64..1_000_000_000) {
            let digits = thousands.to_string();
            let mut grouped = String::new();
            for (idx, c) in digits.chars().enumerate() {
                if idx > 0 && (digits.len() - idx) % 3 == 0 {
                    grouped.push(',');
                }
                grouped.push(c);
            }
            let found = find(&format!("予算額 {grouped}千円"));
            proptest::prop_assert_eq!(found.first().and_then(|amount| amount.yen), Some(thousands * 1000));
            proptest::prop_assert_eq!(found.len(), 1);
        }
    }
}
