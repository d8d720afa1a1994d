//! Numbers with what they count: 108か所 ひゃくはっかしょ, 31,727千円 さんまんせんななひゃくにじゅうななせんえん.
//!
//! ```ebnf
//! counted = number, { unit, [ number ] }, [ "千" | "百" | "百万" ], counter ;
//! number  = digit, { digit | "," }, [ ".", digit, { digit } ] ;
//! unit    = "万" | "億" | "兆" ;
//! ```

use std::sync::LazyLock;

/// One line for each counter.
const COUNTERS: &str = include_str!("counters.tsv");

static TABLE: LazyLock<Vec<Counter>> = LazyLock::new(|| {
    let mut table: Vec<Counter> = COUNTERS.lines().flat_map(read_line).collect();
    // The longest first; those of one spelling stay in their order.
    table.sort_by_key(|counter| std::cmp::Reverse(counter.text.len()));
    table
});

/// How a number and its counter change each other; see `counters.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    None,
    K,
    S,
    B,
    P,
}

struct Counter {
    text: &'static str,
    reading: &'static str,
    change: Change,
    /// Readings of the whole for the number alone.
    exact: Vec<(u64, &'static str)>,
    /// Readings of the last digit with the counter.
    last: Vec<(u64, &'static str)>,
    /// The character that must stand before the number.
    behind: Option<char>,
}

fn read_line(line: &'static str) -> Vec<Counter> {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default().trim();
    let (texts, reading, change) = (column(), column(), column());
    let (exceptions, behind) = (column(), column());
    if texts.is_empty() || texts.starts_with('#') {
        return Vec::new();
    }
    let change = match change {
        "k" => Change::K,
        "s" => Change::S,
        "b" => Change::B,
        "p" => Change::P,
        _ => Change::None,
    };
    let pairs = |mark: char| -> Vec<(u64, &'static str)> {
        exceptions
            .split_whitespace()
            .filter_map(|pair| pair.split_once(mark))
            .filter_map(|(number, reading)| Some((number.parse().ok()?, reading)))
            .collect()
    };
    let (exact, last) = (pairs('!'), pairs(':'));
    texts
        .split('|')
        .map(|text| Counter {
            text,
            reading,
            change,
            exact: exact.clone(),
            last: last.clone(),
            behind: behind.chars().next(),
        })
        .collect()
}

/// A number at the beginning of a text.
pub(super) struct Counted {
    /// How much of the text it takes, in bytes.
    pub(super) len: usize,
    /// How it is read, in hiragana; empty where no counter follows.
    pub(super) reading: String,
}

/// Reads the number at the beginning of a text, with the counter behind it where it ends at a word's end.
pub(super) fn take(
    text: &str,
    before: Option<char>,
    ends_word: impl Fn(usize) -> bool,
) -> Option<Counted> {
    let (mut number, mut len) = take_digits(text)?;
    let mut total = 0_u64;
    while let Some((unit, zeros)) = unit_at(text, len) {
        len += unit.len_utf8();
        number.raise(zeros);
        total = total.saturating_add(number.value);
        let behind = text.get(len..).and_then(take_digits);
        let (next, next_len) = behind.unwrap_or_default();
        (number, len) = (next, len + next_len);
    }
    number.value = number.value.saturating_add(total);
    let behind = text.get(len..)?;
    let scales = [("百万", "ひゃくまん"), ("千", "せん"), ("百", "ひゃく"), ("", "")];
    for (scale, sound) in scales {
        let Some(counted) = behind.strip_prefix(scale) else { continue };
        let fits = |counter: &&Counter| {
            counted.starts_with(counter.text)
                && ends_word(len + scale.len() + counter.text.len())
                && counter.behind.is_none_or(|behind| Some(behind) == before)
        };
        if let Some(counter) = TABLE.iter().find(fits) {
            return Some(Counted {
                len: len + scale.len() + counter.text.len(),
                reading: read(&number, sound, counter),
            });
        }
    }
    Some(Counted { len, reading: String::new() })
}

/// Reads a number that is written in kanji (一, 三十) with a counter; without a value, what is asked for (何人).
pub(super) fn read_numeral(
    value: Option<u64>,
    counter: &str,
    before: Option<char>,
) -> Option<String> {
    let fits = |known: &&Counter| {
        known.text == counter && known.behind.is_none_or(|behind| Some(behind) == before)
    };
    let counter = TABLE.iter().find(fits)?;
    let Some(value) = value else {
        // As 3 does: 何本 なんぼん, 何階 なんがい.
        let three = read(&Number { value: 3, fraction: String::new() }, "", counter);
        let changed = three.strip_prefix("さん").map(|changed| format!("なん{changed}"));
        return Some(changed.unwrap_or_else(|| join("なん", counter.reading, counter.change)));
    };
    Some(read(&Number { value, fraction: String::new() }, "", counter))
}

#[derive(Default)]
struct Number {
    value: u64,
    /// The digits behind the point.
    fraction: String,
}

impl Number {
    /// Multiplies by a power of ten: 1.5万 is 15000.
    fn raise(&mut self, zeros: usize) {
        let mut fraction = std::mem::take(&mut self.fraction).chars().collect::<Vec<_>>();
        fraction.resize(zeros.max(fraction.len()), '0');
        for digit in fraction.drain(..zeros) {
            let digit = u64::from(digit.to_digit(10).unwrap_or_default());
            self.value = self.value.saturating_mul(10).saturating_add(digit);
        }
        self.fraction = fraction.into_iter().collect();
    }
}

fn unit_at(text: &str, at: usize) -> Option<(char, usize)> {
    let unit = text.get(at..)?.chars().next()?;
    let zeros = match unit {
        '万' => 4,
        '億' => 8,
        '兆' => 12,
        _ => return None,
    };
    Some((unit, zeros))
}

/// Returns a number in digits and its length in bytes; none where it is too long to be one.
fn take_digits(text: &str) -> Option<(Number, usize)> {
    let (mut whole, mut fraction) = (String::new(), String::new());
    let mut has_point = false;
    let mut len = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_digit = chars.peek().copied().and_then(digit).is_some();
        match (digit(c), c) {
            (Some(digit), _) if has_point => fraction.push(digit),
            (Some(digit), _) => whole.push(digit),
            (None, ',' | '，') if next_is_digit && !whole.is_empty() && !has_point => {}
            (None, '.' | '．') if next_is_digit && !whole.is_empty() && !has_point => {
                has_point = true;
            }
            _ => break,
        }
        len += c.len_utf8();
    }
    let value = whole.parse::<u64>().ok().filter(|value| *value < 10_000_000_000_000_000)?;
    Some((Number { value, fraction }, len))
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// Reads a number with a scale (千 of 千円) and a counter.
fn read(number: &Number, scale: &str, counter: &Counter) -> String {
    if !number.fraction.is_empty() {
        let sounds = number.fraction.chars().filter_map(|c| c.to_digit(10));
        let fraction: String =
            sounds.map(|d| if d == 0 { "ぜろ" } else { digit_sound(u64::from(d)) }).collect();
        let whole = if number.value == 0 { "れい".to_owned() } else { sound(number.value) };
        return [&join(&whole, "てん", Change::S), &fraction, scale, counter.reading].concat();
    }
    if !scale.is_empty() {
        let change = if scale == "せん" { Change::S } else { Change::B };
        let whole = match (scale, number.value % 10) {
            // As in 三千, which is one word with its number.
            ("せん", 3) => format!("{}ぜん", sound(number.value)),
            _ => join(&sound(number.value), scale, change),
        };
        return join(&whole, counter.reading, counter.change);
    }
    if let Some((_, reading)) = counter.exact.iter().find(|(n, _)| *n == number.value) {
        return (*reading).to_owned();
    }
    if let Some((_, reading)) = counter.last.iter().find(|(n, _)| number.value % 10 == *n) {
        let tens = number.value - number.value % 10;
        return if tens == 0 { (*reading).to_owned() } else { sound(tens) + reading };
    }
    join(&sound(number.value), counter.reading, counter.change)
}

/// Joins a number's sound with its counter's.
fn join(number: &str, counter: &str, change: Change) -> String {
    let soft =
        |stem: &str, short: &str| number.strip_suffix(stem).map(|rest| format!("{rest}{short}"));
    let (short, is_before_p) = match change {
        Change::None => (None, false),
        Change::S => (
            soft("いち", "いっ")
                .or_else(|| soft("はち", "はっ"))
                .or_else(|| soft("じゅう", "じゅっ")),
            false,
        ),
        Change::K | Change::B | Change::P => (
            soft("いち", "いっ")
                .or_else(|| soft("ろく", "ろっ"))
                .or_else(|| soft("はち", "はっ"))
                .or_else(|| soft("じゅう", "じゅっ"))
                .or_else(|| soft("ひゃく", "ひゃっ")),
            change != Change::K,
        ),
    };
    if let Some(short) = short {
        return format!(
            "{short}{}",
            if is_before_p { voiced(counter, 'ぱ') } else { counter.to_owned() }
        );
    }
    let ends_in = |ends: &[&str]| ends.iter().any(|end| number.ends_with(end));
    let counter = match change {
        Change::B if ends_in(&["さん", "せん", "まん"]) => voiced(counter, 'ば'),
        Change::P if ends_in(&["さん", "よん", "せん", "まん"]) => voiced(counter, 'ぱ'),
        _ => counter.to_owned(),
    };
    format!("{number}{counter}")
}

/// Turns は, ひ, ふ, へ, ほ at the beginning into the row of ば or ぱ.
fn voiced(counter: &str, row: char) -> String {
    let shift = u32::from(row) - u32::from('は');
    let mut chars = counter.chars();
    match chars.next() {
        Some(first @ ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ')) => {
            let voiced = char::from_u32(u32::from(first) + shift).unwrap_or(first);
            format!("{voiced}{}", chars.as_str())
        }
        _ => counter.to_owned(),
    }
}

/// Returns how a number sounds by itself.
fn sound(value: u64) -> String {
    if value == 0 {
        return "ぜろ".to_owned();
    }
    let units = [(1_000_000_000_000, "ちょう"), (100_000_000, "おく"), (10_000, "まん"), (1, "")];
    let mut text = String::new();
    let mut rest = value;
    for (unit, name) in units {
        let group = rest / unit;
        rest %= unit;
        if group == 0 {
            continue;
        }
        let change = if name == "ちょう" { Change::S } else { Change::None };
        let number = thousands(group);
        // 1000万 is いっせんまん, 1000 is せん.
        let number = if group == 1000 && unit > 1 { "いっせん".to_owned() } else { number };
        text.push_str(&join(&number, name, change));
    }
    text
}

fn thousands(group: u64) -> String {
    let mut text = String::new();
    match group / 1000 {
        0 => {}
        1 => text.push_str("せん"),
        3 => text.push_str("さんぜん"),
        8 => text.push_str("はっせん"),
        n => text.push_str(&format!("{}せん", digit_sound(n))),
    }
    match group / 100 % 10 {
        0 => {}
        1 => text.push_str("ひゃく"),
        3 => text.push_str("さんびゃく"),
        6 => text.push_str("ろっぴゃく"),
        8 => text.push_str("はっぴゃく"),
        n => text.push_str(&format!("{}ひゃく", digit_sound(n))),
    }
    match group / 10 % 10 {
        0 => {}
        1 => text.push_str("じゅう"),
        n => text.push_str(&format!("{}じゅう", digit_sound(n))),
    }
    text.push_str(digit_sound(group % 10));
    text
}

fn digit_sound(digit: u64) -> &'static str {
    match digit {
        1 => "いち",
        2 => "に",
        3 => "さん",
        4 => "よん",
        5 => "ご",
        6 => "ろく",
        7 => "なな",
        8 => "はち",
        9 => "きゅう",
        _ => "",
    }
}
