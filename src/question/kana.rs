//! Words written in hiragana only: にんちしょう is 認知症.
//!
//! The analyser cuts such text badly. The readings of the words that the documents use are kept with a generation, and
//! a question with hardly any kanji is put back into those words before it is analysed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::{Analyzer, Pos};
use crate::text::{Names, is_hiragana, is_kanji, to_hiragana};

/// Readings shorter than this, in kana, are too often something else.
const MIN_KANA: usize = 3;
/// A question with a larger share of kanji is analysed as it is.
const MAX_KANJI_SHARE: f32 = 0.15;

/// The documents' words by their readings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct KanaWords {
    /// Reading in hiragana, word.
    words: Names<String>,
}

/// How often words come in some texts: a line each, `reading<tab>word<tab>count`, in order.
///
/// There is one for each document, so it takes no more room than its letters.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct KanaCounts(String);

impl KanaCounts {
    /// Counts the words of texts.
    pub fn of<'a>(analyzer: &Analyzer, texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: BTreeMap<(String, &str), u32> = BTreeMap::new();
        for text in texts {
            for token in analyzer.analyze(text) {
                let is_word = token.surface.chars().any(is_kanji)
                    && !token.surface.chars().any(char::is_whitespace);
                if token.pos != Pos::Noun || !is_word || token.reading.is_empty() {
                    continue;
                }
                let reading: String = token.reading.chars().map(to_hiragana).collect();
                if reading.chars().count() >= MIN_KANA {
                    *counts.entry((reading, token.surface)).or_default() += 1;
                }
            }
        }
        let lines = counts.iter().map(|((reading, word), n)| format!("{reading}\t{word}\t{n}\n"));
        Self(lines.collect())
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &str, u32)> {
        self.0.lines().filter_map(|line| {
            let mut fields = line.split('\t');
            Some((fields.next()?, fields.next()?, fields.next()?.parse().ok()?))
        })
    }
}

impl KanaWords {
    /// Puts counts together; of words with one reading, the commonest is taken.
    pub fn of<'a>(parts: impl Iterator<Item = &'a KanaCounts>) -> Self {
        let mut all: BTreeMap<&str, BTreeMap<&str, u32>> = BTreeMap::new();
        for (reading, word, n) in parts.flat_map(KanaCounts::iter) {
            *all.entry(reading).or_default().entry(word).or_default() += n;
        }
        let words = all
            .into_iter()
            .filter_map(|(reading, words)| {
                let best = words.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)))?;
                Some((reading.to_owned(), best.0.to_owned()))
            })
            .collect();
        Self { words }
    }

    /// Puts words back into kanji where a text has hardly any; none where it stays as it is.
    pub fn rewrite(&self, text: &str) -> Option<String> {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count().max(1);
        let kanji = text.chars().filter(|c| is_kanji(*c)).count();
        if kanji as f32 / letters as f32 > MAX_KANJI_SHARE {
            return None;
        }
        let hiragana: String = text.chars().map(to_hiragana).collect();
        // Beside hiragana, katakana are words of their own, as リーダー is; a text in katakana alone is made of particles too.
        let rest = if text.chars().any(is_hiragana) { text } else { &hiragana };
        let mut rewritten = String::new();
        let mut last = 0;
        for (range, word) in self.words.find(&hiragana) {
            rewritten.push_str(rest.get(last..range.start)?);
            rewritten.push_str(word);
            last = range.end;
        }
        if last == 0 {
            return None;
        }
        rewritten.push_str(rest.get(last..)?);
        Some(rewritten)
    }
}
