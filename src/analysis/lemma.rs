//! One spelling for each word: okurigana, long vowels, kana and iteration marks by rule.
//!
//! **Okurigana.** 取り組む, 取り組み, 取組み and 取組 are one word. Its characters without the kana
//! (取組) are the spelling where the dictionary has a noun written so that reads the same
//! (トリクミ); 組み合わせ does not become 組合, which reads クミアイ. Without such a noun, a word of
//! several characters keeps its last kana (打ち合わせ, 打合わせ → 打合せ) and one of a single
//! character keeps all (上がり, 上り).
//! Verbs first become the form that is also their noun (連用形: 見守る → 見守り).

use super::part_of_speech::Pos;
use super::{Analyzer, Token};
use crate::text::{is_hiragana, is_kanji, is_katakana, to_katakana};

/// Returns the spelling under which a word is indexed.
pub(super) fn of(analyzer: &Analyzer, token: &Token<'_>) -> String {
    match token.pos {
        Pos::Verb | Pos::DependentVerb => {
            let Some(noun) = noun_of_verb(token.base, token.inflection) else {
                return of_characters(token.base);
            };
            if noun.chars().all(is_kanji) {
                // 届出る, 届け出る and 届出.
                return noun;
            }
            if !is_kanji_with_kana(&noun) {
                return of_characters(token.base);
            }
            let reading = analyzer.reading_of(&noun).unwrap_or_default();
            of_okurigana(analyzer, &noun, reading)
        }
        Pos::Adjective => token.base.to_owned(),
        _ => {
            let (noun, reading) = without_honorific(analyzer, token);
            if is_kanji_with_kana(noun) {
                return of_okurigana(analyzer, noun, reading);
            }
            of_characters(noun)
        }
    }
}

/// Leaves out the お and ご that are part of a noun: お知らせ, 知らせ. Not those without which no
/// noun of two characters is left: お金, ご飯.
fn without_honorific<'a>(analyzer: &Analyzer, token: &Token<'a>) -> (&'a str, &'a str) {
    let whole = (token.surface, token.reading);
    let strip = |honorific: &str, sound: &str| {
        Some((token.surface.strip_prefix(honorific)?, token.reading.strip_prefix(sound)?))
    };
    let Some((noun, reading)) = strip("お", "オ").or_else(|| strip("ご", "ゴ")) else {
        return whole;
    };
    let is_noun = noun.starts_with(is_kanji)
        && noun.chars().nth(1).is_some()
        && analyzer.has_noun(noun, reading);
    if is_noun { (noun, reading) } else { whole }
}

/// Returns the form of a verb that is also a noun: 守る → 守り, 届ける → 届け.
fn noun_of_verb(base: &str, inflection: &str) -> Option<String> {
    let mut chars = base.chars();
    let last = chars.next_back()?;
    let stem = chars.as_str();
    if inflection.starts_with("一段") {
        return (last == 'る').then(|| stem.to_owned());
    }
    if !inflection.starts_with("五段") {
        return None;
    }
    let last = match last {
        'う' => 'い',
        'く' => 'き',
        'ぐ' => 'ぎ',
        'す' => 'し',
        'つ' => 'ち',
        'ぬ' => 'に',
        'ぶ' => 'び',
        'む' => 'み',
        'る' => 'り',
        _ => return None,
    };
    Some(format!("{stem}{last}"))
}

fn of_okurigana(analyzer: &Analyzer, word: &str, reading: &str) -> String {
    let skeleton: String = word.chars().filter(|&c| !is_hiragana(c)).collect();
    if !reading.is_empty() && analyzer.has_noun(&skeleton, reading) {
        return skeleton;
    }
    let has_several = skeleton.chars().nth(1).is_some();
    match word.chars().next_back() {
        Some(last) if has_several && is_hiragana(last) => format!("{skeleton}{last}"),
        Some(_) if has_several => skeleton,
        _ => word.to_owned(),
    }
}

/// Returns a word in which long vowels, kana and iteration marks are written in one way.
pub(super) fn of_characters(word: &str) -> String {
    if word.chars().all(|c| is_katakana(c) || is_hiragana(c)) {
        // ごみ and ゴミ: words of kana only are katakana.
        return katakana(word.chars().map(to_katakana));
    }
    let mut spelt = String::with_capacity(word.len());
    let mut previous = None;
    for c in word.chars() {
        let c = match (c, previous) {
            ('々' | 'ゝ' | 'ヽ', Some(previous)) => previous,
            _ => c,
        };
        spelt.push(c);
        previous = Some(c);
    }
    spelt
}

/// Spells foreign words in one way: サーバー → サーバ, ヴァイオリン → バイオリン.
fn katakana(word: impl Iterator<Item = char>) -> String {
    let mut spelt = String::new();
    let mut chars = word.peekable();
    while let Some(c) = chars.next() {
        let spelling = match (c, chars.peek()) {
            ('ヴ', Some('ァ')) => Some('バ'),
            ('ヴ', Some('ィ')) => Some('ビ'),
            ('ヴ', Some('ェ')) => Some('ベ'),
            ('ヴ', Some('ォ')) => Some('ボ'),
            _ => None,
        };
        if spelling.is_some() {
            chars.next();
        }
        spelt.push(spelling.unwrap_or(match c {
            'ヴ' => 'ブ',
            'ヰ' => 'イ',
            'ヱ' => 'エ',
            'ヂ' => 'ジ',
            'ヅ' => 'ズ',
            c => c,
        }));
    }
    // A long vowel at the end is a matter of taste, but キー is not キ.
    if spelt.chars().nth(3).is_some() && spelt.ends_with('ー') {
        spelt.pop();
    }
    spelt
}

fn is_kanji_with_kana(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(is_kanji)
        && word.chars().all(|c| is_kanji(c) || is_hiragana(c))
        && word.chars().any(is_hiragana)
}
