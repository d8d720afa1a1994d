//! Other words: what residents write, and what documents call it.
//!
//! `config/thesaurus.toml` is read and analysed once, when a generation is built; the compiled form is kept with it, so
//! that a start does not cut thousands of words again.

mod check;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::analysis::Analyzer;
use crate::search::{Expansion, PlanTerm};
use crate::text::{fold, is_hiragana, is_katakana};

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

#[derive(Deserialize)]
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

/// Words, a line each: there are tens of thousands, and a start would take longer for reading each by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Joined(String);

impl Joined {
    fn of(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect::<Vec<_>>().join("\n"))
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator('\n')
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One word with what it may be called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    /// As written, folded.
    key: String,
    /// The terms of each other word, best first.
    to: Vec<Joined>,
    weight: f32,
    /// Folded words of which one must stand in the question too.
    with: Joined,
    /// The key's own terms.
    terms: Joined,
    /// The first other word as written, for a key of another language and for one of the installation's own.
    translation: String,
    /// Whether the key is taken for its other word wherever it stands.
    is_own: bool,
}

impl Entry {
    /// Whether one of the words that must stand beside the key does.
    fn goes_with(&self, folded: &str) -> bool {
        self.with.is_empty() || self.with.iter().any(|word| folded.contains(word))
    }
}

/// The compiled thesaurus.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Thesaurus {
    entries: Vec<Entry>,
    /// Names of places in other scripts, with what they stand for.
    aliases: Vec<(String, String)>,
    /// Places of the entries, in the order of their first terms.
    #[serde(skip)]
    by_term: Vec<usize>,
    #[serde(skip)]
    by_text: HashMap<char, Vec<usize>>,
    /// Places of the entries that are taken for their other word, the longest keys first.
    #[serde(skip)]
    own: Vec<usize>,
}

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
                        let back = std::slice::from_ref(&key);
                        self.push(analyzer, word, back, full.weight, &full.with);
                    }
                }
                self.push(analyzer, &key, &full.to, full.weight, &full.with);
                if (is_own || FOREIGN.contains(&topic.as_str()))
                    && let Some(entry) = self.entries.last_mut()
                    && entry.key == fold(&key)
                {
                    entry.is_own = is_own;
                    entry.translation = full.to.into_iter().next().unwrap_or_default();
                }
            }
        }
        self.prepare();
        Ok(())
    }

    fn push(
        &mut self,
        analyzer: &Analyzer,
        key: &str,
        to: &[String],
        weight: f32,
        with: &[String],
    ) {
        let words = |text: &str| Joined::of(analyzer.terms(text).into_iter().map(|term| term.text));
        let to: Vec<Joined> =
            to.iter().map(|word| words(word)).filter(|terms| !terms.is_empty()).collect();
        if to.is_empty() {
            return;
        }
        let with = Joined::of(with.iter().map(|word| fold(word)));
        self.entries.push(Entry {
            key: fold(key),
            to,
            // What is no weight is told by `check`, and counts nothing.
            weight: if weight.is_finite() { weight.clamp(0.0, 1.0) } else { 0.0 },
            with,
            terms: words(key),
            translation: String::new(),
            is_own: false,
        });
    }

    /// Builds the look-up tables; needed after deserialising.
    pub fn prepare(&mut self) {
        self.by_text.clear();
        for (at, entry) in self.entries.iter().enumerate() {
            let by_text = !entry.translation.is_empty()
                || !entry.key.chars().any(is_han)
                || entry.terms.is_empty()
                || entry.key.chars().count() > 3;
            if by_text && let Some(first) = entry.key.chars().next() {
                self.by_text.entry(first).or_default().push(at);
            }
        }
        let entries = self.entries.iter().enumerate();
        let mut by_term: Vec<(&str, usize)> =
            entries.filter_map(|(at, entry)| Some((entry.terms.iter().next()?, at))).collect();
        by_term.sort_unstable();
        self.by_term = by_term.into_iter().map(|(_, at)| at).collect();
        let own = self.entries.iter().enumerate().filter(|(_, entry)| entry.is_own);
        let mut own: Vec<(usize, usize)> = own.map(|(at, it)| (it.key.len(), at)).collect();
        own.sort_unstable_by(|a, b| b.cmp(a));
        self.own = own.into_iter().map(|(_, at)| at).collect();
    }

    /// Names of places in other scripts, with what they stand for.
    pub fn aliases(&self) -> &[(String, String)] {
        &self.aliases
    }

    /// Returns the number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
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
                .then(|| self.by_text.get(&first))
                .flatten()
                .into_iter()
                .flatten()
                .filter_map(|at| self.entries.get(*at))
                .filter(|entry| !entry.translation.is_empty())
                .filter(|entry| {
                    let rest = folded.get(start..).unwrap_or_default();
                    rest.starts_with(&entry.key)
                        && is_whole(before, &entry.key, rest)
                        && entry.goes_with(folded)
                })
                .max_by_key(|entry| entry.key.len());
            if let Some(entry) = longest {
                words.push(&entry.translation);
                skip_to = start + entry.key.len();
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
        let mut rewritten: Option<String> = None;
        for entry in self.own.iter().filter_map(|at| self.entries.get(*at)) {
            let text = rewritten.as_deref().unwrap_or(content);
            if let Some(place) = place_of(entry, text, analyzer) {
                let (before, behind) = (text.get(..place.start)?, text.get(place.end..)?);
                rewritten = Some([before, &entry.translation, behind].concat());
            }
        }
        rewritten
    }

    /// Returns the entries whose keys begin with a term, with their places.
    fn that_begin_with(&self, term: &str) -> impl Iterator<Item = (usize, &Entry)> {
        let entry = move |at: &usize| Some((*at, self.entries.get(*at)?));
        // The mark between two terms comes before all that a term has, so that all of them compare as the first does.
        let is_before = |at: &usize| entry(at).is_some_and(|(_, it)| it.terms.0.as_str() < term);
        let start = self.by_term.partition_point(is_before);
        let same = self.by_term.iter().skip(start).filter_map(entry);
        same.take_while(move |(_, entry)| entry.terms.iter().next() == Some(term))
    }

    /// Returns other words for what a folded question says; `terms` are its words in order.
    pub fn expand(&self, folded: &str, terms: &[PlanTerm]) -> Vec<Expansion> {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            for (place, entry) in self.that_begin_with(&term.text) {
                if let Some(sources) = follows(terms, at, &entry.terms) {
                    found.push((place, sources));
                }
            }
        }
        let mut before = None;
        for (start, first) in folded.char_indices() {
            for at in self.by_text.get(&first).into_iter().flatten() {
                let Some(entry) = self.entries.get(*at) else { continue };
                let rest = folded.get(start..).unwrap_or_default();
                if rest.starts_with(&entry.key)
                    && is_whole(before, &entry.key, rest)
                    && !found.iter().any(|(known, _)| known == at)
                {
                    let sources = sources_of(terms, &entry.terms);
                    found.push((*at, sources));
                }
            }
            before = Some(first);
        }
        let mut expansions: Vec<Expansion> = Vec::new();
        for (at, sources) in found {
            let Some(entry) = self.entries.get(at) else { continue };
            if !entry.goes_with(folded) {
                continue;
            }
            let mut weight = entry.weight;
            for target in &entry.to {
                let known = expansions
                    .iter_mut()
                    .find(|known| known.sources == sources && target.iter().eq(&known.terms));
                match known {
                    Some(known) => known.weight = known.weight.max(weight),
                    None => expansions.push(Expansion {
                        sources: sources.clone(),
                        terms: target.iter().map(str::to_owned).collect(),
                        weight,
                        n_chars: entry.key.chars().count(),
                    }),
                }
                weight *= NEXT_WORD;
            }
        }
        expansions
    }
}

/// Returns where an entry's key stands in a text as words of its own; by its characters, where the analyser leaves no
/// term of it.
fn place_of(entry: &Entry, text: &str, analyzer: &Analyzer) -> Option<Range<usize>> {
    let n = entry.terms.iter().count();
    if n == 0 {
        return text.find(&entry.key).map(|start| start..start + entry.key.len());
    }
    let terms = analyzer.terms(text);
    let found = terms
        .windows(n)
        .find(|window| window.iter().map(|term| term.text.as_str()).eq(entry.terms.iter()))?;
    let start = found.iter().map(|term| term.range.start).min()?;
    let end = found.iter().map(|term| term.range.end).max()?;
    Some(start..end)
}

/// Returns the places of a key's terms where they follow each other from `at`, one other word between them allowed.
fn follows(terms: &[PlanTerm], at: usize, key: &Joined) -> Option<Vec<usize>> {
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

fn sources_of(terms: &[PlanTerm], key: &Joined) -> Vec<usize> {
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
