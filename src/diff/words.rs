//! Texts word by word.

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A run of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Whether it stayed.
    pub kind: PieceKind,
    /// What it says.
    pub text: String,
}

/// Whether a run of a text stayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PieceKind {
    /// It stands in both texts.
    Same,
    /// It stood in the old text.
    Gone,
    /// It stands in the new text.
    New,
}

/// Texts with more words than this are shown as a whole: time grows with the square of what differs.
const MAX_WORDS: usize = 4_000;

/// Compares two texts; what is gone stands before what is new in its place.
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (split(before), split(after));
    let mut pieces = Vec::new();
    let mut push = |kind, text: String| {
        if !text.is_empty() {
            pieces.push(Piece { kind, text });
        }
    };
    if old.len().max(new.len()) > MAX_WORDS {
        push(PieceKind::Gone, before.to_owned());
        push(PieceKind::New, after.to_owned());
        return pieces;
    }
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, old_range, new_range) = operation.as_tag_tuple();
        let gone = old.get(old_range).unwrap_or_default().concat();
        let added = new.get(new_range).unwrap_or_default().concat();
        match tag {
            DiffTag::Equal => push(PieceKind::Same, added),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                push(PieceKind::Gone, gone);
                push(PieceKind::New, added);
            }
        }
    }
    pieces
}

/// What a word of Japanese is told by, where no dictionary is asked: a run of one script.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Digits,
    Latin,
    Kanji,
    Hiragana,
    Katakana,
    Space,
    /// Punctuation: each sign is a word.
    Sign,
}

fn script(c: char) -> Script {
    match c {
        '0'..='9' | '０'..='９' | ',' | '.' | '，' | '．' => Script::Digits,
        'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' => Script::Katakana,
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => Script::Hiragana,
        '々' | '〆' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => Script::Kanji,
        c if c.is_whitespace() => Script::Space,
        c if c.is_alphanumeric() => Script::Latin,
        _ => Script::Sign,
    }
}

fn split(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in text.chars() {
        let script = script(c);
        match words.last_mut() {
            Some(word) if last == Some(script) && script != Script::Sign => word.push(c),
            _ => words.push(c.to_string()),
        }
        last = Some(script);
    }
    words
}
