//! From words to the terms of the index.
//!
//! ```ebnf
//! word    = { prefix }, head, { suffix } ;   (* nothing between them, not even white space *)
//! head    = noun | verb | adjective | adverb | number ;
//! number  = chunk, { [ link ], chunk } ;     (* 5G, 03-3578-2086, 2738千 *)
//! chunk   = digits | Latin letters | numerals ;
//! ```
//!
//! A word with affixes and a word that decomposes are indexed whole and in parts: 高齢者 is also
//! 高齢, 福祉避難所 is also 福祉, 避難所 and 避難. So it does not matter whether the dictionary,
//! the lexicon or neither has a compound: who asks for a part finds it, and who asks for the
//! whole finds it first.

use std::ops::Range;

use super::fold::Folded;
use super::numeral::{is_alphanumeric, is_link, is_number, is_separator};
use super::part_of_speech::Pos;
use super::{Analyzer, Token, lemma, numeral, stop};

/// How far the end of a sentence keeps the words on both sides apart, for phrases.
const SENTENCE_GAP: usize = 4;

/// A term of the index or of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The one spelling of the word. For showing, take the text at `range`.
    pub text: String,
    /// Where it stands among the words of the text; a compound stands where its first part does.
    pub position: usize,
    /// How many positions it covers: more than 1 for a compound of several parts.
    pub n_positions: usize,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TermKind,
    /// Whether it is part of a compound that is a term as well.
    pub is_part: bool,
}

/// What a term is, for the ranking to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// A common noun.
    Noun,
    /// The name of a place, a person, an organisation.
    ProperNoun,
    /// A verb.
    Verb,
    /// An adjective.
    Adjective,
    /// A number, with or without its unit.
    Number,
    /// A word or code in Latin letters, with or without digits.
    Latin,
    /// Anything else: adverbs.
    Other,
}

/// Returns the terms of a folded text that was cut into words.
pub(super) fn terms(analyzer: &Analyzer, folded: &Folded, tokens: &[Token<'_>]) -> Vec<Term> {
    let mut writer = Writer { analyzer, folded, terms: Vec::new(), position: 0 };
    writer.write(tokens, Place { offset: 0, is_inner: false });
    writer.terms
}

/// Where the words being written belong.
#[derive(Clone, Copy)]
struct Place {
    /// What to add to the words' ranges to get those of the folded text.
    offset: usize,
    /// Inside a compound, which is not decomposed any further.
    is_inner: bool,
}

struct Writer<'a> {
    analyzer: &'a Analyzer,
    folded: &'a Folded,
    terms: Vec<Term>,
    position: usize,
}

/// A word with its affixes.
struct Word<'t, 'a> {
    prefixes: &'t [Token<'a>],
    head: &'t [Token<'a>],
    suffixes: &'t [Token<'a>],
    is_noun: bool,
}

impl Writer<'_> {
    fn write(&mut self, mut tokens: &[Token<'_>], place: Place) {
        let mut end = None;
        while let [first, ..] = tokens {
            // White space is no word, but a line break parts sentences as a full stop does.
            if end.is_some_and(|end| self.is_line_break(end + place.offset, first, place)) {
                self.position += SENTENCE_GAP;
            }
            end = Some(first.range.end);
            if let Some((word, rest)) = take_word(tokens) {
                if place.is_inner && is_scrap(&word) {
                    tokens = rest;
                    continue;
                }
                self.write_word(&word, place);
                end = word.suffixes.last().or(word.head.last()).map(|last| last.range.end);
                tokens = rest;
                continue;
            }
            if ends_sentence(first) && self.position > 0 {
                self.position += SENTENCE_GAP;
            }
            tokens = tokens.get(1..).unwrap_or_default();
        }
    }

    fn write_word(&mut self, word: &Word<'_, '_>, place: Place) {
        let [first, ..] = word.head else { return };
        let (start, n_terms) = (self.position, self.terms.len());
        let kind = match kind(word.head) {
            TermKind::Verb if word.is_noun => TermKind::Noun,
            kind => kind,
        };
        let has_affixes = !word.prefixes.is_empty() || !word.suffixes.is_empty();
        let is_compound = if is_number(first) {
            self.write_chunks(word.head, has_affixes, place)
        } else {
            self.write_parts(first, place) || has_affixes
        };
        let spelling = match word.head {
            head if is_number(first) => numeral::spell(head),
            _ => lemma::of(self.analyzer, first),
        };
        if is_compound && self.position == start && !is_number(first) {
            self.push(spelling.clone(), first.range.clone(), kind, place);
        }
        if let Some(parts) = self.terms.get_mut(n_terms..) {
            for part in parts {
                part.is_part = true;
            }
        }

        // The whole comes before its parts, for positions must not go back.
        let outer = |tokens: &[Token<'_>]| -> String {
            tokens.iter().filter(|token| !is_polite(token)).map(|token| token.surface).collect()
        };
        let text = [outer(word.prefixes), spelling, outer(word.suffixes)].concat();
        // Only now is the word complete: まち and づくり are one word of kana.
        let text = lemma::of_characters(&text);
        let is_said = self.terms.get(n_terms).is_some_and(|part| part.text == text);
        let n_positions = (self.position - start).max(1);
        self.position = start + n_positions;
        if is_said {
            if let Some(said) = self.terms.get_mut(n_terms) {
                said.is_part = place.is_inner;
            }
            return;
        }
        let range = span(word).unwrap_or_else(|| first.range.clone());
        let whole = Term {
            text,
            position: start,
            n_positions,
            range: self.source(range, place),
            kind,
            is_part: place.is_inner,
        };
        self.terms.insert(n_terms, whole);
    }

    /// Writes the parts of a long word and tells whether there were any.
    fn write_parts(&mut self, token: &Token<'_>, place: Place) -> bool {
        if place.is_inner {
            return false;
        }
        let parts = self.analyzer.parts(token);
        // 令|和: what only falls into single characters is no compound.
        let is_compound = parts.len() > 1
            && parts
                .iter()
                .any(|part| part.surface.chars().nth(1).is_some() && !stop::is_stop(part));
        if is_compound {
            let offset = place.offset + token.range.start;
            self.write(&parts, Place { offset, is_inner: true });
        }
        is_compound
    }

    /// Writes the chunks of a number and tells whether they are parts of a greater whole.
    fn write_chunks(&mut self, head: &[Token<'_>], has_affixes: bool, place: Place) -> bool {
        let chunks: Vec<&[Token<'_>]> =
            head.split(is_separator).filter(|chunk| !chunk.is_empty()).collect();
        if chunks.len() < 2 && !has_affixes && !has_numeral_behind(head) {
            return false;
        }
        for chunk in chunks {
            let digits =
                chunk.iter().take_while(|token| is_alphanumeric(token) || is_link(token)).count();
            let said = chunk.get(..digits).filter(|digits| !digits.is_empty()).unwrap_or(chunk);
            if let [first, .., last] | [first @ last] = said {
                let range = first.range.start..last.range.end;
                self.push(numeral::spell(said), range, kind(said), place);
            }
        }
        true
    }

    fn push(&mut self, text: String, range: Range<usize>, kind: TermKind, place: Place) {
        self.terms.push(Term {
            text,
            position: self.position,
            n_positions: 1,
            range: self.source(range, place),
            kind,
            is_part: true,
        });
        self.position += 1;
    }

    fn is_line_break(&self, end: usize, next: &Token<'_>, place: Place) -> bool {
        let between = self.folded.text().get(end..next.range.start + place.offset);
        between.is_some_and(|between| between.contains('\n'))
    }

    fn source(&self, range: Range<usize>, place: Place) -> Range<usize> {
        self.folded.source(range.start + place.offset..range.end + place.offset)
    }
}

/// Takes the word that begins with the first token, unless it is none.
fn take_word<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<(Word<'t, 'a>, &'t [Token<'a>])> {
    let n_prefixes = run_len(tokens, |token| token.pos == Pos::Prefix);
    let (prefixes, rest) = tokens.split_at_checked(n_prefixes)?;
    let head_token = rest.first()?;
    let is_attached = prefixes.last().is_none_or(|prefix| touches(prefix, head_token));
    if !is_attached || stop::is_stop(head_token) {
        return None;
    }
    let n_head = if is_number(head_token) { number_len(rest) } else { 1 };
    let (head, rest) = rest.split_at_checked(n_head)?;
    let is_numeric = is_number(head_token);
    let is_noun = is_numeric
        || matches!(head_token.pos, Pos::Noun | Pos::ProperNoun)
        || is_used_as_noun(head_token, rest.first());
    let last = head.last()?;
    let n_suffixes = match rest.first() {
        // IPADIC has 月 for the moon only.
        Some(next) if is_numeric && touches(last, next) && next.surface == "月" => 1,
        Some(next) if is_noun && touches(last, next) => {
            run_len(rest, |token| token.pos == Pos::Suffix && !is_number(token))
        }
        _ => 0,
    };
    let (suffixes, rest) = rest.split_at_checked(n_suffixes)?;
    let is_noun = is_noun || n_suffixes > 0;
    Some((Word { prefixes, head, suffixes, is_noun }, rest))
}

/// Tells whether a verb stands as a noun, as in 見守り活動 and 見守りを.
fn is_used_as_noun(verb: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let [_, particle, ..] = next.map_or(["*"; 4], |next| next.pos_detail);
    let is_before_noun = match next.map(|next| next.pos) {
        None | Some(Pos::Noun | Pos::ProperNoun | Pos::Suffix | Pos::Number | Pos::Symbol) => true,
        Some(Pos::Particle) => matches!(particle, "格助詞" | "連体化" | "係助詞" | "並立助詞"),
        Some(_) => false,
    };
    verb.pos == Pos::Verb && verb.form == "連用形" && is_before_noun
}

/// Returns how many tokens from the first on are of a kind and touch each other.
fn run_len(tokens: &[Token<'_>], is_wanted: impl Fn(&Token<'_>) -> bool) -> usize {
    let wanted = tokens.iter().take_while(|token| is_wanted(token)).count();
    let touching = tokens.windows(2).take_while(|pair| matches!(pair, [a, b] if touches(a, b)));
    wanted.min(touching.count() + 1)
}

fn number_len(tokens: &[Token<'_>]) -> usize {
    let len = run_len(tokens, |token| is_number(token) || is_link(token));
    // A link joins two chunks or belongs to neither.
    let links = tokens.iter().take(len).rev().take_while(|token| is_link(token)).count();
    len - links
}

/// Tells whether a part of a compound is a single character, which says less than it is found:
/// the 政 of 区政会議.
fn is_scrap(word: &Word<'_, '_>) -> bool {
    let [only] = word.head else { return false };
    let has_affixes = !word.prefixes.is_empty() || !word.suffixes.is_empty();
    !has_affixes && !is_number(only) && only.surface.chars().nth(1).is_none()
}

fn touches(a: &Token<'_>, b: &Token<'_>) -> bool {
    a.range.end == b.range.start
}

fn span(word: &Word<'_, '_>) -> Option<Range<usize>> {
    let first = word.prefixes.iter().chain(word.head).find(|token| !is_polite(token))?;
    let last = word.suffixes.last().or(word.head.last())?;
    Some(first.range.start..last.range.end)
}

/// お and ご change no meaning: お知らせ and 知らせ, ご案内 and 案内 are the same.
fn is_polite(token: &Token<'_>) -> bool {
    token.pos == Pos::Prefix && matches!(token.surface, "お" | "ご" | "御")
}

fn has_numeral_behind(head: &[Token<'_>]) -> bool {
    matches!(head, [first, .., last] if is_alphanumeric(first) && !is_alphanumeric(last))
}

/// Tells what a word is by its head.
fn kind(head: &[Token<'_>]) -> TermKind {
    let has_letters = |token: &Token<'_>| token.surface.bytes().any(|b| b.is_ascii_alphabetic());
    if head.iter().any(has_letters) {
        return TermKind::Latin;
    }
    match head.first() {
        Some(first) if is_number(first) => TermKind::Number,
        first => match first.map(|first| first.pos) {
            Some(Pos::Noun) => TermKind::Noun,
            Some(Pos::ProperNoun) => TermKind::ProperNoun,
            Some(Pos::Verb) => TermKind::Verb,
            Some(Pos::Adjective) => TermKind::Adjective,
            _ => TermKind::Other,
        },
    }
}

fn ends_sentence(token: &Token<'_>) -> bool {
    token.surface.contains(['。', '!', '?'])
}
