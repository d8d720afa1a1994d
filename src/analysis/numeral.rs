//! Numbers as terms: the words that make one up, and their one spelling.

use super::Token;
use super::part_of_speech::Pos;

pub(super) fn is_number(token: &Token<'_>) -> bool {
    token.pos == Pos::Number || is_alphanumeric(token)
}

pub(super) fn is_alphanumeric(token: &Token<'_>) -> bool {
    token.surface.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Tells whether a symbol joins chunks of one number, code or address: 03-3578-2086, 1.5.
pub(super) fn is_link(token: &Token<'_>) -> bool {
    is_separator(token) || token.surface == "."
}

/// Tells whether a link parts chunks that are terms of their own.
pub(super) fn is_separator(token: &Token<'_>) -> bool {
    matches!(token.surface, "-" | "_" | "@" | "/")
}

/// Returns the spelling of a number: no hyphens, and 三 is 3, 十二 is 12.
///
/// Numerals behind digits stay (2738千), for they are more of a unit than of the number.
pub(super) fn spell(tokens: &[Token<'_>]) -> String {
    let surfaces = tokens.iter().map(|token| token.surface);
    let text: String = surfaces.filter(|&surface| surface != "-").collect();
    value(&text).map_or(text, |value| value.to_string())
}

/// Returns the value of a number in numerals only (三十二), below ten thousand.
pub fn value(numerals: &str) -> Option<u32> {
    let digit = |c| "〇一二三四五六七八九".chars().zip(0..).find(|&(d, _)| d == c).map(|(_, n)| n);
    // Digit by digit, as years are written: 二〇二〇.
    if numerals.chars().all(|c| digit(c).is_some()) && numerals.chars().nth(4).is_none() {
        return Some(numerals.chars().filter_map(digit).fold(0, |value, n| value * 10 + n));
    }
    let (mut total, mut pending, mut last_unit) = (0, None, u32::MAX);
    for c in numerals.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                if pending.replace(digit(c)?).is_some() {
                    return None;
                }
                continue;
            }
        };
        if unit >= last_unit {
            return None;
        }
        total += pending.take().unwrap_or(1) * unit;
        last_unit = unit;
    }
    Some(total + pending.unwrap_or(0))
}
