//! How alike two short texts are.

use std::collections::HashSet;

use super::fold;

/// Pairs of neighbouring characters, without white space and marks.
fn pairs(text: &str) -> HashSet<(char, char)> {
    let chars: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).take(2000).collect();
    chars.iter().copied().zip(chars.iter().copied().skip(1)).collect()
}

/// Dice's coefficient over pairs of characters: 1 for equal texts, 0 for strangers.
pub fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (pairs(a), pairs(b));
    let total = a.len() + b.len();
    if total == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    {
        2.0 * a.intersection(&b).count() as f64 / total as f64
    }
}
