//! Many strings in one.

use serde::{Deserialize, Serialize};

/// Strings by number, one behind the other in one text.
///
/// Word lists have tens of thousands of strings: a start that made room for each by itself took 40 % more
/// instructions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Strings {
    /// Adds one behind the others.
    pub fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.ends.push(self.text.len());
    }

    /// Returns one by its number, from 0; an empty one where there is none.
    pub fn get(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).copied();
        let start = at.checked_sub(1).and_then(end).unwrap_or_default();
        end(at).and_then(|end| self.text.get(start..end)).unwrap_or_default()
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns all, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }
}
