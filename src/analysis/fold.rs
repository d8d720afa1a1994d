//! The form in which texts are cut: width, case, old forms of characters and spellings unified.
//!
//! A [`Folded`] text knows for each of its parts where it stands in the original.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_normalization::char::canonical_combining_class;

use crate::text;

/// Old and rare forms of characters before the forms in use, in pairs.
const OLD_FORMS: &str = include_str!("old_forms.txt");

/// Spellings of one word in a line, the one to use first.
const SPELLINGS: &str = include_str!("spellings.txt");

/// Folds texts; made once, for its tables are parsed.
pub(super) struct Folder {
    /// Old form and new, sorted by the old.
    old_forms: Vec<(char, char)>,
    spellings: Option<AhoCorasick>,
    /// The spelling to use, by the number of the pattern.
    preferred: Vec<&'static str>,
}

impl Folder {
    pub(super) fn new() -> Self {
        let mut old_forms: Vec<(char, char)> = lines(OLD_FORMS)
            .flat_map(str::split_whitespace)
            .filter_map(|pair| {
                let mut chars = pair.chars();
                Some((chars.next()?, chars.next()?))
            })
            .collect();
        old_forms.sort_unstable();
        let (patterns, preferred): (Vec<&str>, Vec<&str>) = lines(SPELLINGS)
            .filter_map(|line| line.split_once(' '))
            .flat_map(|(first, others)| others.split_whitespace().map(move |other| (other, first)))
            .unzip();
        // Leftmost and longest, so that 引っこし is not taken for a shorter spelling within it.
        // The patterns are fixed and few: the build cannot fail, and a test counts them.
        let spellings =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok();
        Self { old_forms, spellings, preferred }
    }

    /// Folds a text.
    pub(super) fn fold(&self, text: &str) -> Folded {
        let plain = self.fold_characters(text);
        let Some(spellings) = &self.spellings else {
            return plain;
        };
        let mut respelt = Builder::default();
        let mut done = 0;
        for found in spellings.find_iter(&plain.text) {
            respelt.keep(plain.text.get(done..found.start()).unwrap_or_default());
            let preferred = self.preferred.get(found.pattern().as_usize()).copied();
            respelt.replace(preferred.unwrap_or_default(), found.end() - found.start());
            done = found.end();
        }
        if done == 0 {
            return plain;
        }
        respelt.keep(plain.text.get(done..).unwrap_or_default());
        let Folded { text, places, .. } = respelt.finish();
        Folded { text, places, before: Some(plain.places) }
    }

    fn fold_characters(&self, text: &str) -> Folded {
        let mut folded = Builder::default();
        let mut rest = text;
        let mut previous = '\0';
        while let Some(c) = rest.chars().next() {
            let cluster_len = cluster_len(rest);
            let (cluster, behind) = rest.split_at_checked(cluster_len).unwrap_or((rest, ""));
            rest = behind;
            if cluster_len == c.len_utf8() && is_plain(c) {
                match self.new_form(c) {
                    Some(new) => folded.replace(new.encode_utf8(&mut [0; 4]), cluster_len),
                    None => folded.keep(cluster),
                }
                previous = c;
                continue;
            }
            let normal = text::fold(cluster);
            let normal = match normal.as_str() {
                // 2,738 and 2738 are the same number.
                "," if previous.is_ascii_digit() && is_thousands(rest) => "",
                // A hyphen between katakana is a long vowel that somebody could not type.
                "-" if is_katakana(previous) && rest.starts_with(is_katakana) => "ー",
                _ => &normal,
            };
            previous = normal.chars().next_back().unwrap_or(previous);
            let new = normal.chars().next().and_then(|c| self.new_form(c));
            match new {
                Some(new) if normal.chars().nth(1).is_none() => {
                    folded.replace(new.encode_utf8(&mut [0; 4]), cluster_len);
                }
                _ if normal == cluster => folded.keep(cluster),
                _ => folded.replace(normal, cluster_len),
            }
        }
        folded.finish()
    }

    fn new_form(&self, c: char) -> Option<char> {
        if !may_be_old(c) {
            return None;
        }
        let index = self.old_forms.binary_search_by_key(&c, |&(old, _)| old).ok()?;
        self.old_forms.get(index).map(|&(_, new)| new)
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Tells whether a character may have an old form: only Chinese characters do.
fn may_be_old(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Tells whether folding leaves a character as it is when nothing combines with it.
///
/// Only the bulk of Japanese text: whatever else goes the long way and comes out right.
fn is_plain(c: char) -> bool {
    matches!(c,
        '\n' | ' '..='+' | '.'..='@' | '['..='~' | '\u{3001}'..='\u{3020}'
        | 'ぁ'..='ゖ' | 'ァ'..='ー' | '\u{4E00}'..='\u{9FFF}')
}

/// Returns the length of the first character with everything that normalises together with it.
fn cluster_len(text: &str) -> usize {
    let mut chars = text.char_indices();
    chars.next();
    chars.find(|&(_, c)| !combines(c)).map_or(text.len(), |(start, _)| start)
}

fn combines(c: char) -> bool {
    // Below these, no character combines.
    if c < '\u{300}' || is_plain(c) {
        return false;
    }
    // The half-width sound marks and the inner letters of Hangul compose without being marks.
    matches!(c, 'ﾞ' | 'ﾟ' | '\u{1160}'..='\u{11FF}') || canonical_combining_class(c) != 0
}

fn is_thousands(behind_comma: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut chars = behind_comma.chars();
    let three = chars.by_ref().take(3).filter(|&c| is_digit(c)).count() == 3;
    three && !chars.next().is_some_and(is_digit)
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// A folded text that can tell where its parts stood.
#[derive(Debug)]
pub(super) struct Folded {
    text: String,
    places: Places,
    /// The places of an earlier folding, whose result this one was made from.
    before: Option<Places>,
}

impl Folded {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the part of the original that a part of the folded text was made from.
    pub(super) fn source(&self, range: Range<usize>) -> Range<usize> {
        let range = self.places.source(range);
        self.before.as_ref().map_or(range.clone(), |places| places.source(range))
    }
}

/// Where the stretches of a folded text stood before.
#[derive(Debug, Default)]
struct Places(Vec<Stretch>);

#[derive(Clone, Copy, Debug)]
struct Stretch {
    folded: usize,
    source: usize,
    source_len: usize,
    kind: StretchKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StretchKind {
    /// Byte for byte as it was.
    Kept,
    /// Replaced as a whole, so that its inner places mean nothing.
    Replaced,
}

impl Places {
    fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at(range.start).map_or(0, |stretch| match stretch.kind {
            StretchKind::Kept => stretch.source + (range.start - stretch.folded),
            StretchKind::Replaced => stretch.source,
        });
        // The end is behind the last byte, whose stretch it belongs to.
        let last = range.end.saturating_sub(1);
        let end = self.at(last).map_or(0, |stretch| match stretch.kind {
            StretchKind::Kept => stretch.source + (range.end - stretch.folded),
            StretchKind::Replaced => stretch.source + stretch.source_len,
        });
        start..end.max(start)
    }

    /// Returns the last stretch that starts at or before a place.
    fn at(&self, folded: usize) -> Option<&Stretch> {
        let behind = self.0.partition_point(|stretch| stretch.folded <= folded);
        self.0.get(behind.checked_sub(1)?)
    }
}

/// Puts a folded text together.
#[derive(Default)]
struct Builder {
    text: String,
    places: Places,
    source_len: usize,
}

impl Builder {
    /// Takes over text as it is.
    fn keep(&mut self, same: &str) {
        if same.is_empty() {
            return;
        }
        match self.places.0.last_mut() {
            Some(stretch) if stretch.kind == StretchKind::Kept => stretch.source_len += same.len(),
            _ => self.push(StretchKind::Kept, same.len()),
        }
        self.text.push_str(same);
        self.source_len += same.len();
    }

    /// Puts other text in place of the next bytes of the source.
    fn replace(&mut self, new: &str, source_len: usize) {
        self.push(StretchKind::Replaced, source_len);
        self.text.push_str(new);
        self.source_len += source_len;
    }

    fn push(&mut self, kind: StretchKind, source_len: usize) {
        let (folded, source) = (self.text.len(), self.source_len);
        self.places.0.push(Stretch { folded, source, source_len, kind });
    }

    fn finish(self) -> Folded {
        Folded { text: self.text, places: self.places, before: None }
    }
}
