//! How Japanese text is read: 漢字(かんじ), `<ruby>`, a line of kana or of Latin letters.
//!
//! ```text
//! text → words (analyser) → numbers with counters, words by their surroundings, names → readings → kanji and kana apart
//! ```
//!
//! The analyser's readings are those of words by themselves; what a number, the words around or a place's name change
//! is data: `counters.tsv`, `contexts.tsv`, the gazetteer, the lexicon. Nothing of the text is changed: without its
//! readings, every output is the input.

mod align;
mod context;
mod grade;
mod number;
mod romaji;

use std::collections::HashSet;
use std::sync::OnceLock;

pub use grade::{Level, grade};

use crate::analysis::{Analyzer, Mode, Pos, Token};
use crate::text::{is_kanji, numeral_value, to_hiragana};
use context::Contexts;

/// A part of a text with its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruby<'a> {
    /// As it stands in the text.
    pub text: &'a str,
    /// In hiragana; empty for what is read as it stands.
    pub reading: String,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word<'a> {
    text: &'a str,
    /// In hiragana; empty for what is read as it stands.
    reading: String,
    /// Whether it is spoken as one with the word before it: an ending, a suffix.
    leans: bool,
    kind: Kind,
}

/// What a word is, as far as that changes how it is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Other,
    Name,
    Particle,
    /// A number with its counter, over which the reading stands as a whole.
    Counted,
    /// A long word of the lexicon, which may be several words in a line of kana.
    Compound,
}

/// From this many characters on, a word of the lexicon may be several words.
const COMPOUND: usize = 4;

/// Tells how Japanese text is read. Cheap to share, immutable.
pub struct Furigana {
    analyzer: Analyzer,
    gazetteer: Box<str>,
    /// Read when the first text is: many answers need no readings.
    contexts: OnceLock<Contexts>,
}

impl std::fmt::Debug for Furigana {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Furigana").finish_non_exhaustive()
    }
}

impl Furigana {
    /// Takes an analyser and the gazetteer's CSV (`name,reading,within,short`), which may be empty.
    pub fn new(analyzer: Analyzer, gazetteer: &str) -> Self {
        Self { analyzer, gazetteer: gazetteer.into(), contexts: OnceLock::new() }
    }

    fn contexts(&self) -> &Contexts {
        self.contexts.get_or_init(|| Contexts::new(&self.gazetteer))
    }

    /// Parts a text into what is read as it stands and what has a reading, for the kanji of a level.
    ///
    /// A word whose reading stands behind it in brackets already gets no other.
    pub fn ruby<'a>(&self, text: &'a str, level: Level) -> Vec<Ruby<'a>> {
        let mut parts = Vec::new();
        let mut end = 0;
        for word in self.words(text) {
            end += word.text.len();
            let n_parts = parts.len();
            parts.extend(word.aligned());
            let is_read = text.get(end..).is_some_and(is_in_brackets);
            let own = parts.get_mut(n_parts..).unwrap_or_default();
            for (at, part) in own.iter_mut().rev().enumerate() {
                if (at == 0 && is_read) || !level.asks_for(part.text) {
                    part.reading.clear();
                }
            }
        }
        parts
    }

    /// Returns a text with readings in brackets: 預(あず)ける.
    pub fn brackets(&self, text: &str, level: Level) -> String {
        let parts = self.ruby(text, level).into_iter();
        parts
            .map(
                |Ruby { text, reading }| {
                    if reading.is_empty() { text.to_owned() } else { format!("{text}({reading})") }
                },
            )
            .collect()
    }

    /// Returns a text as HTML with `<ruby>`; brackets show where a browser knows none.
    pub fn html(&self, text: &str, level: Level) -> String {
        let parts = self.ruby(text, level).into_iter();
        parts
            .map(|Ruby { text, reading }| {
                let text = escape_html(text);
                if reading.is_empty() {
                    return text;
                }
                format!("<ruby>{text}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>")
            })
            .collect()
    }

    /// Returns a text in kana, its words apart; figures, letters and marks stay.
    pub fn kana(&self, text: &str) -> String {
        apart(self.short_words(text).iter().map(|word| (word.sound().to_owned(), word.leans)))
    }

    /// Returns a text in Latin letters after Hepburn, its words apart, names with a capital.
    pub fn romaji(&self, text: &str) -> String {
        let words = self.short_words(text);
        let sounds = words.iter().map(|word| {
            let sound = word.romaji();
            (if word.kind == Kind::Name { capital(&sound) } else { sound }, word.leans)
        });
        capital(romaji::doubled(&apart(sounds)).trim())
    }

    /// Cuts a text into words, the long ones of the lexicon too where their parts are read as the whole is.
    fn short_words<'a>(&'a self, text: &'a str) -> Vec<Word<'a>> {
        let parts = |word: Word<'a>| {
            if word.kind != Kind::Compound {
                return vec![word];
            }
            let tokens = self.analyzer.analyze_in(Mode::Decompose, word.text);
            let parts: Vec<Word<'a>> =
                tokens.iter().filter_map(|token| Word::of(token, word.text)).collect();
            let sounds = parts.iter().flat_map(|part| part.sound().chars().map(to_hiragana));
            if sounds.eq(word.reading.chars()) { parts } else { vec![word] }
        };
        self.words(text).into_iter().flat_map(parts).collect()
    }

    /// Cuts a text into words with their readings; together they are the text.
    fn words<'a>(&self, text: &'a str) -> Vec<Word<'a>> {
        let tokens = self.analyzer.analyze(text);
        let ends: HashSet<usize> = tokens.iter().map(|token| token.range.end).collect();
        let mut words: Vec<Word<'a>> = Vec::new();
        let mut end = 0;
        for (at, token) in tokens.iter().enumerate() {
            let start = token.range.start;
            if start < end {
                continue;
            }
            if let Some(space) = text.get(end..start).filter(|space| !space.is_empty()) {
                words.push(Word::plain(space));
            }
            let known = self.contexts().find(text, start, |end| ends.contains(&end));
            let word = known
                .and_then(|(len, reading)| {
                    let text = text.get(start..start + len)?;
                    let word = Word { reading: reading.to_owned(), ..Word::plain(text) };
                    let kind = if token.pos == Pos::ProperNoun { Kind::Name } else { Kind::Other };
                    Some(Word { leans: leans(token), kind, ..word })
                })
                .or_else(|| counted(text, &tokens, at, &ends))
                .or_else(|| Word::of(token, text));
            if let Some(word) = word {
                end = start + word.text.len();
                words.push(word);
            }
        }
        words.extend(text.get(end..).filter(|rest| !rest.is_empty()).map(Word::plain));
        words
    }
}

impl<'a> Word<'a> {
    fn plain(text: &'a str) -> Self {
        Self { text, reading: String::new(), leans: false, kind: Kind::Other }
    }

    /// Returns how it is read, or itself.
    fn sound(&self) -> &str {
        if self.reading.is_empty() { self.text } else { &self.reading }
    }

    /// Parts it into kana and what has a reading.
    fn aligned(&self) -> Vec<Ruby<'a>> {
        if self.kind == Kind::Counted || self.reading.is_empty() {
            return vec![Ruby { text: self.text, reading: self.reading.clone() }];
        }
        align::align(self.text, &self.reading)
    }

    /// Writes it in Latin letters; the particles は and へ as they are spoken.
    fn romaji(&self) -> String {
        if self.kind == Kind::Particle {
            return match self.text.strip_suffix('は') {
                Some(stem) => format!("{}wa", romaji::romaji(stem)),
                None if self.text == "へ" => "e".to_owned(),
                None => romaji::romaji(self.text),
            };
        }
        // Minato-ku, Ōsaka-shi.
        let ends = [("区", "く"), ("市", "し"), ("町", "ちょう"), ("町", "まち"), ("村", "むら")];
        let suffix = ends.iter().find(|(text, reading)| {
            self.kind == Kind::Name && self.text.ends_with(text) && self.reading.ends_with(reading)
        });
        if let Some((_, suffix)) = suffix
            && let Some(stem) = self.reading.strip_suffix(suffix).filter(|stem| !stem.is_empty())
        {
            return format!("{}-{}", romaji::romaji(stem), romaji::romaji(suffix));
        }
        let sound = |part: &Ruby<'_>| {
            romaji::romaji(if part.reading.is_empty() { part.text } else { &part.reading })
        };
        self.aligned().iter().map(sound).collect()
    }

    fn of(token: &Token<'_>, text: &'a str) -> Option<Self> {
        let has_reading = token.surface.chars().any(needs_reading);
        let reading = if has_reading { token.reading } else { "" };
        Some(Self {
            reading: reading.chars().map(to_hiragana).collect(),
            leans: leans(token),
            kind: match token.pos {
                Pos::Particle => Kind::Particle,
                _ if token.is_from_lexicon && token.surface.chars().count() >= COMPOUND => {
                    Kind::Compound
                }
                Pos::ProperNoun => Kind::Name,
                _ => Kind::Other,
            },
            ..Self::plain(text.get(token.range.clone())?)
        })
    }
}

/// Reads the number that begins with a token, with what it counts.
fn counted<'a>(
    text: &'a str,
    tokens: &[Token<'_>],
    at: usize,
    ends: &HashSet<usize>,
) -> Option<Word<'a>> {
    let token = tokens.get(at)?;
    let start = token.range.start;
    let before = text.get(..start)?.chars().next_back();
    let follows_digit = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | '．'));
    if follows_digit {
        return None;
    }
    let (len, reading) =
        if token.surface.chars().all(char::is_numeric) && !token.surface.chars().any(is_kanji) {
            let counted =
                number::take(text.get(start..)?, before, |len| ends.contains(&(start + len)))?;
            (counted.len, counted.reading)
        } else if token.surface == "何" {
            let counter = tokens.get(at + 1)?;
            (counter.range.end - start, number::read_numeral(None, counter.surface, before)?)
        } else if token.pos == Pos::Number {
            let numerals = tokens.get(at..)?.iter();
            let numerals = numerals.take_while(|token| token.pos == Pos::Number).count();
            let counter = tokens.get(at + numerals)?;
            let value = numeral_value(text.get(start..counter.range.start)?)?;
            let reading = number::read_numeral(Some(u64::from(value)), counter.surface, before)?;
            (counter.range.end - start, reading)
        } else {
            return None;
        };
    let text = text.get(start..start + len)?;
    Some(Word { reading, kind: Kind::Counted, ..Word::plain(text) })
}

/// Whether a word is spoken as one with the word before it.
fn leans(token: &Token<'_>) -> bool {
    let is_joining_particle = token.pos_detail.get(1).is_some_and(|class| *class == "接続助詞");
    matches!(token.pos, Pos::Suffix | Pos::Auxiliary | Pos::DependentVerb | Pos::DependentAdjective)
        || is_joining_particle
}

/// Joins words with spaces, but for those that lean on the one before and around marks.
fn apart(words: impl Iterator<Item = (String, bool)>) -> String {
    let mut text = String::new();
    for (word, leans) in words {
        let begins = word.chars().next().is_some_and(char::is_alphanumeric);
        let ended = text.chars().next_back().is_some_and(char::is_alphanumeric);
        if begins && ended && !leans {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether a text begins with a reading in brackets: （かんじ）, （じっせき。したこと）.
fn is_in_brackets(behind: &str) -> bool {
    let Some(inner) = behind.strip_prefix(['（', '(']) else { return false };
    let kana = inner.chars().take_while(|c| matches!(c, 'ぁ'..='ゖ' | 'ー')).count();
    kana > 0 && inner.chars().nth(kana).is_some_and(|c| matches!(c, '）' | ')' | '。'))
}

/// Whether a character needs a reading: a kanji, or the mark that is read as one: 八ヶ岳.
fn needs_reading(c: char) -> bool {
    is_kanji(c) || c == 'ヶ'
}

/// Writes a text so that HTML shows it as it stands.
pub fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
