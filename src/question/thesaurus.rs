//! Other words: what residents write, and what documents call it.
//!
//! `config/thesaurus.toml` is read and analysed once, when a generation is built; the compiled form is kept with it, so
//! that a start does not cut thousands of words again.

mod check;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::analysis::Analyzer;
use crate::search::{Expansion, PlanTerm};
use crate::text::{Strings, fold, is_hiragana, is_katakana};

use super::own_words;

pub use check::check;

/// The topic whose entries name places and are no other words for a subject.
const PLACES: &str = "地名";
/// Topics of words in other languages: a question is translated by them before it is read.
const FOREIGN: &[&str] = &["English", "中文（简体）", "中文（繁體）", "한국어"];

/// What the thesaurus file got wrong.
#[derive(Debug, thiserror::Error)]
pub enum ThesaurusError {
    /// It is not the TOML that is expected.
    #[error("the thesaurus cannot be read")]
    Form(#[from] toml::de::Error),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Pairs of words that differ by law: never other words for each other in full.
    #[serde(default)]
    apart: Vec<[String; 2]>,
    #[serde(default)]
    topic: BTreeMap<String, BTreeMap<String, Line>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    One(String),
    Several(Vec<String>),
    Full(Full),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    to: Vec<String>,
    #[serde(default = "one")]
    weight: f32,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    both: bool,
}

impl From<Line> for Full {
    fn from(line: Line) -> Self {
        let plain = |to| Full { to, weight: 1.0, with: Vec::new(), both: false };
        match line {
            Line::One(word) => plain(vec![word]),
            Line::Several(words) => plain(words),
            Line::Full(full) => full,
        }
    }
}

fn one() -> f32 {
    1.0
}

/// One word with what it may be called.
#[derive(Clone, Copy)]
struct Entry<'a> {
    /// [`Entry::N`] of each entry.
    strings: &'a Strings,
    at: usize,
    mark: Mark,
}

/// What of an entry is no text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Mark {
    weight: f32,
    /// Whether the key is taken for its other word wherever it stands.
    is_own: bool,
}

/// Words, a line each.
#[derive(Clone, Copy)]
struct Joined<'a>(&'a str);

impl<'a> Joined<'a> {
    fn iter(self) -> impl Iterator<Item = &'a str> {
        self.0.split_terminator('\n')
    }

    fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> Entry<'a> {
    /// Strings of each entry.
    const N: usize = 5;

    fn string(&self, n: usize) -> &'a str {
        self.strings.get(self.at * Self::N + n)
    }

    /// As written, folded.
    fn key(&self) -> &'a str {
        self.string(0)
    }

    /// The key's own terms.
    fn terms(&self) -> Joined<'a> {
        Joined(self.string(1))
    }

    /// Folded words of which one must stand in the question too.
    fn with(&self) -> Joined<'a> {
        Joined(self.string(2))
    }

    /// The terms of each other word, best first.
    fn others(&self) -> impl Iterator<Item = Joined<'a>> {
        self.string(3).split(SEPARATOR).map(Joined)
    }

    /// The first other word as written, for a key of another language and for one of the installation's own.
    fn translation(&self) -> &'a str {
        self.string(4)
    }

    /// Whether one of the words that must stand beside the key does.
    fn goes_with(&self, folded: &str) -> bool {
        self.with().is_empty() || self.with().iter().any(|word| folded.contains(word))
    }

    /// Whether the key is looked for by its characters, and not only by its terms.
    fn is_sought_by_text(&self) -> bool {
        !self.translation().is_empty()
            || !self.key().chars().any(is_han)
            || self.terms().is_empty()
            || self.key().chars().count() > 3
    }
}

/// The compiled thesaurus.
///
/// Nothing is made of it at a start: it has thousands of entries, and a question meets a few.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Thesaurus {
    /// [`Entry::N`] of each entry.
    strings: Strings,
    marks: Vec<Mark>,
    /// Entries in the order of their first terms; those without terms are left out.
    by_term: Vec<usize>,
    /// Entries that are sought by their characters, in the order of their first ones.
    by_text: Vec<usize>,
    /// Entries that are taken for their other word, the longest keys first.
    own: Vec<usize>,
    /// Names of places in other scripts, with what they stand for: they are compiled with the places.
    #[serde(skip)]
    aliases: Vec<(String, String)>,
}

/// Stands between the lines of one other word and those of the next.
const SEPARATOR: &str = "\t";

/// Each further word for the same thing counts a little less than the one before.
const NEXT_WORD: f32 = 0.85;

impl Thesaurus {
    /// Reads and analyses a thesaurus file, and adds what it says to what is known.
    pub fn add(&mut self, text: &str, analyzer: &Analyzer) -> Result<(), ThesaurusError> {
        let file: File = toml::from_str(text)?;
        for (topic, lines) in file.topic {
            for (key, line) in lines {
                let is_own = topic == own_words::TOPIC && matches!(line, Line::One(_));
                let full = Full::from(line);
                if topic == PLACES {
                    let names = full.to.into_iter().map(|name| (fold(&key), name));
                    self.aliases.extend(names);
                    continue;
                }
                if full.both {
                    for word in &full.to {
                        let back = Full { to: vec![key.clone()], ..full.clone() };
                        self.push(analyzer, word, &back, false, "");
                    }
                }
                let is_translated = is_own || FOREIGN.contains(&topic.as_str());
                let translation = full.to.first().filter(|_| is_translated);
                let translation = translation.map(String::as_str).unwrap_or_default();
                self.push(analyzer, &key, &full, is_own, translation);
            }
        }
        self.sort();
        Ok(())
    }

    fn push(
        &mut self,
        analyzer: &Analyzer,
        key: &str,
        full: &Full,
        is_own: bool,
        translation: &str,
    ) {
        let terms = |text: &str| {
            let terms: Vec<String> = analyzer.terms(text).into_iter().map(|it| it.text).collect();
            terms.join("\n")
        };
        let to: Vec<String> =
            full.to.iter().map(|word| terms(word)).filter(|it| !it.is_empty()).collect();
        if to.is_empty() {
            return;
        }
        let with: Vec<String> = full.with.iter().map(|word| fold(word)).collect();
        let key_terms = terms(key);
        let to = to.join(SEPARATOR);
        for string in [&fold(key), &key_terms, &with.join("\n"), &to, translation] {
            self.strings.push(string);
        }
        // What is no weight is told by `check`, and counts nothing.
        let weight = if full.weight.is_finite() { full.weight.clamp(0.0, 1.0) } else { 0.0 };
        self.marks.push(Mark { weight, is_own });
    }

    /// Returns an entry by its number.
    fn entry(&self, at: usize) -> Option<Entry<'_>> {
        Some(Entry { strings: &self.strings, at, mark: *self.marks.get(at)? })
    }

    /// Puts the entries in the orders in which they are looked for.
    fn sort(&mut self) {
        let entries = || (0..self.len()).filter_map(|at| Some((at, self.entry(at)?)));
        let mut by_term: Vec<(&str, usize)> =
            entries().filter_map(|(at, entry)| Some((entry.terms().iter().next()?, at))).collect();
        let sought = entries().filter(|(_, entry)| entry.is_sought_by_text());
        let mut by_text: Vec<(char, usize)> =
            sought.filter_map(|(at, entry)| Some((entry.key().chars().next()?, at))).collect();
        let own = entries().filter(|(_, entry)| entry.mark.is_own);
        let mut own: Vec<(usize, usize)> = own.map(|(at, it)| (it.key().len(), at)).collect();
        by_term.sort_unstable();
        by_text.sort_unstable();
        own.sort_unstable_by(|a, b| b.cmp(a));
        let (by_term, by_text, own) = (numbers(by_term), numbers(by_text), numbers(own));
        (self.by_term, self.by_text, self.own) = (by_term, by_text, own);
    }

    /// Names of places in other scripts, with what they stand for; none once it has been kept and opened again.
    pub fn aliases(&self) -> &[(String, String)] {
        &self.aliases
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Puts a folded question in another language into the documents' words; what has none is left out.
    ///
    /// The longest key at a place wins: `waiting list` over `waiting`. Japanese words between stay.
    pub fn translate(&self, folded: &str) -> String {
        let mut words: Vec<&str> = Vec::new();
        let mut before = None;
        let mut skip_to = 0;
        for (start, first) in folded.char_indices() {
            let longest = (start >= skip_to)
                .then(|| self.whose_keys_begin_with(first))
                .into_iter()
                .flatten()
                .map(|(_, entry)| entry)
                .filter(|entry| !entry.translation().is_empty())
                .filter(|entry| {
                    let rest = folded.get(start..).unwrap_or_default();
                    rest.starts_with(entry.key())
                        && is_whole(before, entry.key(), rest)
                        && entry.goes_with(folded)
                })
                .max_by_key(|entry| entry.key().len());
            if let Some(entry) = longest {
                words.push(entry.translation());
                skip_to = start + entry.key().len();
            } else if start >= skip_to && (is_han(first) || is_kana(first)) {
                words.push(folded.get(start..start + first.len_utf8()).unwrap_or_default());
            }
            before = Some(first);
        }
        let mut text = String::new();
        let mut last_is_single = false;
        for word in words {
            let is_single = word.chars().count() == 1;
            // Japanese words that stand between come character by character and stay together.
            let goes_on = is_single && last_is_single;
            if !goes_on && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
            last_is_single = is_single;
        }
        text
    }

    /// Puts the installation's own words in a folded question into the documents' words; none where it stays as it is.
    ///
    /// Other entries only help to find. With these, moderators say that the one word means the other.
    pub fn rewrite(&self, content: &str, analyzer: &Analyzer) -> Option<String> {
        // All are looked for in the question as it stands: what one puts there is no other's key.
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        for entry in self.own.iter().filter_map(|at| self.entry(*at)) {
            if let Some(place) = place_of(&entry, content, analyzer)
                && found.iter().all(|(it, _)| it.end <= place.start || place.end <= it.start)
            {
                found.push((place, entry.translation()));
            }
        }
        found.sort_unstable_by_key(|(place, _)| place.start);
        let mut rewritten = String::new();
        let mut next = 0;
        for (place, translation) in &found {
            rewritten += content.get(next..place.start)?;
            rewritten += translation;
            next = place.end;
        }
        rewritten += content.get(next..)?;
        (!found.is_empty()).then_some(rewritten)
    }

    /// Returns the entries whose keys' terms begin with one, with their numbers.
    fn that_begin_with(&self, term: &str) -> impl Iterator<Item = (usize, Entry<'_>)> {
        let entry = |at: &usize| Some((*at, self.entry(*at)?));
        // The mark between two terms comes before all that a term has, so that all of them compare as the first does.
        let is_before = |at: &usize| entry(at).is_some_and(|(_, it)| it.terms().0 < term);
        let start = self.by_term.partition_point(is_before);
        let same = self.by_term.iter().skip(start).filter_map(entry);
        same.take_while(move |(_, entry)| entry.terms().iter().next() == Some(term))
    }

    /// Returns the entries that are sought by their characters and whose keys begin with one, with their numbers.
    fn whose_keys_begin_with(&self, first: char) -> impl Iterator<Item = (usize, Entry<'_>)> {
        let entry = |at: &usize| Some((*at, self.entry(*at)?));
        let begin = |it: &Entry<'_>| it.key().chars().next();
        let is_before = |at: &usize| entry(at).is_some_and(|(_, it)| begin(&it) < Some(first));
        let start = self.by_text.partition_point(is_before);
        let same = self.by_text.iter().skip(start).filter_map(entry);
        same.take_while(move |(_, entry)| begin(entry) == Some(first))
    }

    /// Whether a term is by itself an other word for something: what documents call a subject.
    pub fn leads_to(&self, term: &str) -> bool {
        let is_it = |it: Joined<'_>| it.0 == term;
        (0..self.len()).filter_map(|at| self.entry(at)).any(|entry| entry.others().any(is_it))
    }

    /// Returns other words for what a folded question says; `terms` are its words in order.
    pub fn expand(&self, folded: &str, terms: &[PlanTerm]) -> Vec<Expansion> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            for (place, entry) in self.that_begin_with(&term.text) {
                if let Some(sources) = follows(terms, at, entry.terms()) {
                    found.push((place, sources));
                }
            }
        }
        let mut before = None;
        for (start, first) in folded.char_indices() {
            for (at, entry) in self.whose_keys_begin_with(first) {
                let rest = folded.get(start..).unwrap_or_default();
                if rest.starts_with(entry.key())
                    && is_whole(before, entry.key(), rest)
                    && !found.iter().any(|(known, _)| *known == at)
                {
                    found.push((at, sources_of(terms, entry.terms())));
                }
            }
            before = Some(first);
        }
        let mut expansions: Vec<Expansion> = Vec::new();
        for (at, sources) in found {
            let Some(entry) = self.entry(at) else { continue };
            if !entry.goes_with(folded) {
                continue;
            }
            let mut weight = entry.mark.weight;
            for target in entry.others() {
                let known = expansions
                    .iter_mut()
                    .find(|known| known.sources == sources && target.iter().eq(&known.terms));
                match known {
                    Some(known) => known.weight = known.weight.max(weight),
                    None => expansions.push(Expansion {
                        sources: sources.clone(),
                        terms: target.iter().map(str::to_owned).collect(),
                        weight,
                        n_chars: entry.key().chars().count(),
                    }),
                }
                weight *= NEXT_WORD;
            }
        }
        expansions
    }
}

/// Returns the numbers of entries that are in order.
fn numbers<T>(entries: Vec<(T, usize)>) -> Vec<usize> {
    entries.into_iter().map(|(_, at)| at).collect()
}

/// Returns where an entry's key stands in a text as words of its own; by its characters, where the analyser leaves no
/// term of it.
fn place_of(entry: &Entry<'_>, text: &str, analyzer: &Analyzer) -> Option<Range<usize>> {
    let n = entry.terms().iter().count();
    if n == 0 {
        return text.find(entry.key()).map(|start| start..start + entry.key().len());
    }
    let terms = analyzer.terms(text);
    let found = terms
        .windows(n)
        .find(|window| window.iter().map(|term| term.text.as_str()).eq(entry.terms().iter()))?;
    let start = found.iter().map(|term| term.range.start).min()?;
    let end = found.iter().map(|term| term.range.end).max()?;
    Some(start..end)
}

/// Returns the places of a key's terms where they follow each other from `at`, up to two other words between them.
fn follows(terms: &[PlanTerm], at: usize, key: Joined<'_>) -> Option<Vec<usize>> {
    let mut sources = vec![at];
    let mut next = at + 1;
    for wanted in key.iter().skip(1) {
        let place = (next..terms.len().min(next + 3))
            .find(|place| terms.get(*place).is_some_and(|term| term.text == *wanted))?;
        sources.push(place);
        next = place + 1;
    }
    Some(sources)
}

fn sources_of(terms: &[PlanTerm], key: Joined<'_>) -> Vec<usize> {
    terms
        .iter()
        .enumerate()
        .filter(|(_, term)| key.iter().any(|word| word == term.text))
        .map(|(at, _)| at)
        .collect()
}

/// Whether a key that stands in the text is a word there and not a piece of one.
fn is_whole(before: Option<char>, key: &str, rest: &str) -> bool {
    let after = rest.chars().nth(key.chars().count());
    let first = key.chars().next();
    let last = key.chars().next_back();
    let joined = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => {
            (a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
                || (is_katakana(a) && is_katakana(b))
        }
        _ => false,
    };
    let short_kana = key.chars().count() <= 2 && key.chars().all(is_kana);
    // English plurals and verb endings still count as the word.
    let ending = rest.get(key.len()..).is_some_and(|tail| {
        ["s", "es", "ing", "ed", "'s"].iter().any(|ending| {
            tail.strip_prefix(ending)
                .is_some_and(|next| !next.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    });
    let is_cut = joined(before, first) || (joined(last, after) && !ending);
    !is_cut && !short_kana
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '々')
}

fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}
