//! Many names looked for in one text: the longest at each place, from left to right.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::{Deserialize, Serialize};

/// Names with what each stands for.
///
/// A sorted list and nothing beside it: it costs nothing to open, and a question is too short for more to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names<T>(Vec<(String, T)>);

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for Names<T> {
    /// Takes names in; empty ones are left out, of equal ones the first stays.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(names: I) -> Self {
        let mut names: Vec<(String, T)> =
            names.into_iter().filter(|(name, _)| !name.is_empty()).collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        names.dedup_by(|later, first| later.0 == first.0);
        Self(names)
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
        let at = self.0.binary_search_by(|(it, _)| it.as_str().cmp(name)).ok()?;
        self.0.get_mut(at).map(|(_, meaning)| meaning)
    }

    /// Prepares the names for many texts, which costs more than to look through one question.
    pub fn finder(&self) -> Finder {
        let names = self.0.iter().map(|(name, _)| name);
        Finder(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names).ok())
    }

    /// Returns the longest name that a text starts with.
    fn longest_prefix(&self, text: &str) -> Option<(&str, &T)> {
        let mut longest = None;
        // The names that start as the text does, up to one more character in each round.
        let mut rest = self.0.as_slice();
        for (start, c) in text.char_indices() {
            let Some(prefix) = text.get(..start + c.len_utf8()) else { break };
            let from = rest.partition_point(|(name, _)| name.as_str() < prefix);
            rest = rest.get(from..).unwrap_or_default();
            let n_same = rest.partition_point(|(name, _)| name.starts_with(prefix));
            rest = rest.get(..n_same).unwrap_or_default();
            let Some((name, meaning)) = rest.first() else { break };
            if name == prefix {
                longest = Some((name.as_str(), meaning));
            }
        }
        longest
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
