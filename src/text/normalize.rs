//! Normal forms and truncation.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Returns the form in which texts are compared: NFKC, lower case, hyphens and waves unified.
///
/// Lengths change: use it on whole words or lines, never to find places in the original.
pub fn fold(text: &str) -> String {
    // Most of what is folded, over and over, is plain Japanese that stays as it is.
    let stays = |c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '、' | '。' | '一'..='鿿' | 'a'..='z' | '0'..='9' | ' ' | '\n');
    if text.chars().all(stays) {
        return text.to_owned();
    }
    text.nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => '-',
            '〜' | '～' => '~',
            other => other,
        })
        .collect()
}

/// Collapses runs of white space into one space and trims both ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts a text to at most `max` characters, the last being `…` where something was cut.
///
/// Never cuts inside a grapheme: an emoji or an accented letter goes as a whole.
pub fn truncate(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut n_chars = 0;
    for grapheme in text.graphemes(true) {
        n_chars += grapheme.chars().count();
        if n_chars >= max {
            break;
        }
        cut.push_str(grapheme);
    }
    cut.push('…');
    cut
}
