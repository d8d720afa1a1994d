//! Many names looked for in one text: the longest at each place, from left to right.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Deserialize, Serialize};

use super::Strings;

/// Names with what each stands for.
///
/// A sorted list and nothing beside it: it costs little to open, and a question is too short for more to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names<T> {
    names: Strings,
    /// What each stands for.
    meanings: Vec<T>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { names: Strings::default(), meanings: Vec::new() }
    }
}

impl<T> FromIterator<(String, T)> for Names<T> {
    /// Takes names in; empty ones are left out, and of equal ones the first stays.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(names: I) -> Self {
        let mut names: Vec<(String, T)> =
            names.into_iter().filter(|(name, _)| !name.is_empty()).collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        names.dedup_by(|later, first| later.0 == first.0);
        let mut taken = Self::default();
        for (name, meaning) in names {
            taken.names.push(&name);
            taken.meanings.push(meaning);
        }
        taken
    }
}

impl<T> Names<T> {
    /// Returns the names that stand in a text, none inside another, with their places in bytes.
    pub fn find<'a>(&'a self, text: &str) -> Vec<(Range<usize>, &'a T)> {
        let mut found = Vec::new();
        let mut next = 0;
        for (start, _) in text.char_indices() {
            if start < next {
                continue;
            }
            if let Some((name, meaning)) =
                text.get(start..).and_then(|rest| self.longest_prefix(rest))
            {
                next = start + name.len();
                found.push((start..next, meaning));
            }
        }
        found
    }

    /// Returns what a name stands for, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let at = self.first(0..self.names.len(), |it| it >= name);
        let is_here = self.names.get(at) == name;
        self.meanings.get_mut(at).filter(|_| is_here)
    }

    /// Returns the names in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter()
    }

    /// Prepares the names for many texts, which costs more than to look through one question.
    pub fn finder(&self) -> Finder {
        let mut finder = AhoCorasick::builder();
        finder.match_kind(MatchKind::LeftmostLongest);
        Finder(finder.build(self.names.iter()).ok())
    }

    /// Returns the longest name that a text starts with.
    fn longest_prefix(&self, text: &str) -> Option<(&str, &T)> {
        let mut longest = None;
        // The names that start as the text does, up to one more character in each round.
        let mut rest = 0..self.names.len();
        for (start, c) in text.char_indices() {
            let Some(prefix) = text.get(..start + c.len_utf8()) else { break };
            rest.start = self.first(rest.clone(), |name| name >= prefix);
            rest.end = self.first(rest.clone(), |name| !name.starts_with(prefix));
            if rest.is_empty() {
                break;
            }
            if self.names.get(rest.start) == prefix {
                longest = Some(rest.start);
            }
        }
        let at = longest?;
        Some((self.names.get(at), self.meanings.get(at)?))
    }

    /// Returns the first of a range of names for which something holds, which holds for all behind it as well.
    fn first(&self, names: Range<usize>, holds: impl Fn(&str) -> bool) -> usize {
        let Range { mut start, mut end } = names;
        while start < end {
            let middle = start.midpoint(end);
            if holds(self.names.get(middle)) {
                end = middle;
            } else {
                start = middle + 1;
            }
        }
        start
    }
}

/// Names to be found in many texts.
#[derive(Debug)]
pub struct Finder(Option<AhoCorasick>);

impl Finder {
    /// Returns where names stand in a text, as [`Names::find`] does.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.0.iter().flat_map(move |names| names.find_iter(text)).map(|found| found.range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_at_each_place_is_found() {
        let names: Names<u8> =
            [("港区", 1), ("港", 2), ("東京", 3), ("東京都港区", 4), ("", 5), ("東京都港南", 6)]
                .into_iter()
                .map(|(name, meaning)| (name.to_owned(), meaning))
                .collect();
        let found = |text: &str| -> Vec<(String, u8)> {
            let found = names.find(text).into_iter();
            found
                .map(|(range, meaning)| (text.get(range).unwrap_or_default().to_owned(), *meaning))
                .collect()
        };
        let owned = |list: &[(&str, u8)]| -> Vec<(String, u8)> {
            list.iter().map(|(name, meaning)| ((*name).to_owned(), *meaning)).collect()
        };
        let finder = names.finder();
        for text in ["東京都港区と港区", "東京都港湾局", "空港区域", ""] {
            let found = names.find(text).into_iter().map(|(range, _)| range);
            assert_eq!(finder.find(text).collect::<Vec<_>>(), found.collect::<Vec<_>>());
        }
        assert_eq!(found("東京都港区と港区"), owned(&[("東京都港区", 4), ("港区", 1)]));
        assert_eq!(found("東京都港湾局"), owned(&[("東京", 3), ("港", 2)]));
        assert_eq!(found("空港区域"), owned(&[("港区", 1)]));
        assert_eq!(found(""), owned(&[]));
    }
}
