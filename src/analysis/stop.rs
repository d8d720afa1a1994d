//! What is no term: parts of speech without a meaning of their own, and the words of asking.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Token;
use super::part_of_speech::Pos;

static STOP_LEMMAS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("stop_lemmas.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Tells whether a word never becomes a term by itself.
pub(super) fn is_stop(token: &Token<'_>) -> bool {
    let has_meaning = matches!(
        token.pos,
        Pos::Noun | Pos::ProperNoun | Pos::Number | Pos::Verb | Pos::Adjective | Pos::Adverb
    );
    // IPADIC takes unknown symbols for nouns.
    let has_letters = token.surface.chars().any(char::is_alphanumeric);
    !has_meaning || !has_letters || is_stray_kana(token) || STOP_LEMMAS.contains(token.base)
}

/// Tells whether a word is a single kana: what is left over where the cut went wrong.
fn is_stray_kana(token: &Token<'_>) -> bool {
    let mut chars = token.base.chars();
    let first = chars.next();
    chars.next().is_none() && first.is_none_or(|c| matches!(c, 'ぁ'..='ゟ' | 'ァ'..='ヿ'))
}
