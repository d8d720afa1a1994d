//! The amounts that a question names: 1,000万円以上, 2,000万円台, 6,013千円は何の予算.

use std::cmp::Ordering;
use std::ops::{Range, RangeInclusive};

use crate::corpus;

/// What comes behind an amount, and whether those above it are meant, those below, and itself.
const BOUNDS: &[(&str, Ordering, bool)] = &[
    ("以上", Ordering::Greater, true),
    ("を超", Ordering::Greater, false),
    ("超", Ordering::Greater, false),
    ("を上回", Ordering::Greater, false),
    ("より多", Ordering::Greater, false),
    ("より大き", Ordering::Greater, false),
    ("より高", Ordering::Greater, false),
    ("以下", Ordering::Less, true),
    ("以内", Ordering::Less, true),
    ("まで", Ordering::Less, true),
    ("未満", Ordering::Less, false),
    ("を下回", Ordering::Less, false),
    ("より少な", Ordering::Less, false),
    ("より小さ", Ordering::Less, false),
    ("より低", Ordering::Less, false),
    ("より安", Ordering::Less, false),
];
/// What comes behind an amount whose last digit is meant: 2,000万円台 ends before 3,000万円.
const DIGIT: &str = "台";
/// What comes behind an amount that a budget is asked for by.
const EXACT: &[&str] =
    &["の予算", "の事業", "の取組", "の取り組み", "の施策", "の項目", "は何", "って何", "とは何"];

/// The amounts that a question asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Amounts {
    /// In yen.
    pub(super) yen: RangeInclusive<i64>,
    /// Those above or below another, and not one alone.
    pub(super) are_bounded: bool,
    /// Where that stands.
    pub(super) ranges: Vec<Range<usize>>,
}

/// Reads which amounts a folded question asks for; none where it names none so.
pub(super) fn read(folded: &str) -> Option<Amounts> {
    let mut amounts = Amounts { yen: i64::MIN..=i64::MAX, are_bounded: false, ranges: Vec::new() };
    for (range, yen) in corpus::amounts(folded) {
        let rest = folded.get(range.end..).unwrap_or_default();
        let bound = BOUNDS.iter().find(|(text, ..)| rest.starts_with(text));
        let (meant, behind) = match bound {
            Some((text, Ordering::Greater, itself)) => {
                (yen + i64::from(!itself)..=i64::MAX, text.len())
            }
            Some((text, _, itself)) => (i64::MIN..=yen - i64::from(!itself), text.len()),
            None if rest.starts_with(DIGIT) => (yen..=yen + digit(yen) - 1, DIGIT.len()),
            None if EXACT.iter().any(|text| rest.starts_with(text)) => (yen..=yen, 0),
            None => continue,
        };
        amounts.are_bounded |= behind > 0;
        let (low, high) =
            (*amounts.yen.start().max(meant.start()), *amounts.yen.end().min(meant.end()));
        amounts.yen = low..=high;
        amounts.ranges.push(range.start..range.end + behind);
    }
    (!amounts.ranges.is_empty()).then_some(amounts)
}

/// Returns the value of one in the place of an amount's last digit that is not 0: of 2,000万 that is 1,000万.
fn digit(yen: i64) -> i64 {
    let places = std::iter::successors(Some(1_i64), |place| place.checked_mul(10));
    places.take_while(|place| yen % place == 0).last().filter(|_| yen != 0).unwrap_or(1)
}
