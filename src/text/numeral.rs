//! Numbers in kanji.

/// Returns the value of a number in numerals only (三十二), below ten thousand.
pub fn numeral_value(numerals: &str) -> Option<u32> {
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
