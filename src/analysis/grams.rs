//! The forgiving views: what is left of a text when its words do not matter.

use super::part_of_speech::Pos;
use super::{Analyzer, Token};
use crate::text::{is_hiragana, is_kanji, is_katakana, to_hiragana};

/// Returns the reading of a text in hiragana; what has no reading stays as it is.
pub(super) fn reading(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for token in tokens {
        text.extend(sound(token).chars().map(to_hiragana));
    }
    text
}

/// Returns how a word sounds, or the word itself where the dictionary does not know.
fn sound<'a>(token: &Token<'a>) -> &'a str {
    if token.reading.is_empty() { token.surface } else { token.reading }
}

/// Returns the trigrams of the readings between punctuation, and a bigram for a word of two kana,
/// be it by itself, in a compound or a whole run.
pub(super) fn kana_grams(analyzer: &Analyzer, tokens: &[Token<'_>]) -> Vec<String> {
    let mut grams = Vec::new();
    let mut run: Vec<char> = Vec::new();
    for token in tokens {
        if token.pos == Pos::Symbol || !token.surface.chars().any(char::is_alphanumeric) {
            close_run(&mut run, &mut grams);
            continue;
        }
        run.extend(kana(token));
        grams.extend(analyzer.parts(token).iter().filter_map(short_word));
    }
    close_run(&mut run, &mut grams);
    grams
}

fn kana<'a>(token: &Token<'a>) -> impl Iterator<Item = char> + use<'a> {
    sound(token).chars().filter(|&c| is_letter(c)).map(same_sound)
}

/// Returns the kana of a word that has two of them and a meaning.
fn short_word(token: &Token<'_>) -> Option<String> {
    let mut kana = kana(token);
    let bigram = gram(&[kana.next()?, kana.next()?]);
    let has_meaning = matches!(token.pos, Pos::Noun | Pos::ProperNoun | Pos::Verb | Pos::Adjective);
    (has_meaning && kana.next().is_none()).then_some(bigram)
}

fn close_run(run: &mut Vec<char>, grams: &mut Vec<String>) {
    if let [a, b] = *run.as_slice() {
        let bigram = gram(&[a, b]);
        // The word that is the whole run has given it already.
        if grams.last() != Some(&bigram) {
            grams.push(bigram);
        }
    }
    grams.extend(run.windows(3).map(gram));
    run.clear();
}

/// Writes sounds that few keep apart in one way.
fn same_sound(c: char) -> char {
    match to_hiragana(c) {
        'ぢ' => 'じ',
        'づ' => 'ず',
        'ゔ' => 'ぶ',
        c => c,
    }
}

/// Returns the bigrams of a folded text: white space is left out, punctuation is never crossed.
///
/// A character that stands alone between punctuation is kept alone.
pub(super) fn char_bigrams(folded: &str) -> Vec<String> {
    let mut grams = Vec::with_capacity(folded.len() / 3);
    let mut previous: Option<char> = None;
    let mut is_alone = false;
    let mut was_space = false;
    for c in folded.chars() {
        if c.is_whitespace() {
            was_space = true;
            continue;
        }
        let c = if is_letter(c) { Some(c) } else { None };
        // Japanese lines break anywhere, words in Latin letters only at white space.
        let joins = |a: char, b: char| !(was_space && a.is_ascii() && b.is_ascii());
        match (previous, c) {
            (Some(a), Some(b)) if joins(a, b) => {
                grams.push(gram(&[a, b]));
                is_alone = false;
            }
            (before, now) => {
                if let (Some(a), true) = (before, is_alone) {
                    grams.push(a.to_string());
                }
                is_alone = now.is_some();
            }
        }
        previous = c;
        was_space = false;
    }
    if let (Some(a), true) = (previous, is_alone) {
        grams.push(a.to_string());
    }
    grams
}

/// Writes a gram, with the memory taken at once: a record has hundreds.
fn gram(chars: &[char]) -> String {
    let mut gram = String::with_capacity(chars.iter().map(|c| c.len_utf8()).sum());
    gram.extend(chars);
    gram
}

fn is_letter(c: char) -> bool {
    is_hiragana(c) || is_kanji(c) || is_katakana(c) || c.is_alphanumeric()
}
