//! A pattern that is compiled when the first text comes that it may be found in.
//!
//! Compiling all patterns takes longer than opening an index, and a question has to do with two of them. What a match can
//! begin with is told by the pattern itself in a fraction of the time.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by a test")]

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem::Finder;
use regex::Regex;
use regex_syntax::hir::literal::{Extractor, Literal};

/// A pattern over folded texts.
pub(super) struct Pattern {
    source: &'static str,
    /// Every match begins with one of these; none where there are too many. They are prepared once, which costs more than
    /// to look for them in a question.
    beginnings: Option<Vec<Finder<'static>>>,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    pub(super) fn new(source: &'static str) -> Self {
        let parsed = regex_syntax::parse(source).expect("the patterns are fixed");
        // Five Japanese characters tell enough. A bracket may hold as many as a sum is written with.
        let beginnings = Extractor::new().limit_literal_len(15).limit_class(32).extract(&parsed);
        let finder = |it: &Literal| Finder::new(it.as_bytes()).into_owned();
        let beginnings = beginnings.literals().map(|all| all.iter().map(finder).collect());
        Self { source, beginnings, compiled: OnceLock::new() }
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.compiled_for(text).is_some_and(|pattern| pattern.is_match(text))
    }

    /// Returns where it is found.
    pub(super) fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.compiled_for(text).into_iter().flat_map(|pattern| pattern.find_iter(text));
        found.map(|found| found.range()).collect()
    }

    /// Returns it compiled; none where it cannot be found in a text and nobody has needed it yet.
    fn compiled_for(&self, text: &str) -> Option<&Regex> {
        let known = self.compiled.get();
        known.or_else(|| {
            let compile = || Regex::new(self.source).expect("the patterns are fixed");
            self.may_be_in(text).then(|| self.compiled.get_or_init(compile))
        })
    }

    fn may_be_in(&self, text: &str) -> bool {
        let is_in = |it: &Finder<'_>| it.find(text.as_bytes()).is_some();
        self.beginnings.as_ref().is_none_or(|beginnings| beginnings.iter().any(is_in))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        intent::CUES,
        tone::{HARM, TONES},
    };
    use super::*;
    use crate::text::fold;

    #[test]
    fn no_match_begins_with_anything_else() {
        let file = include_str!("../../tests/questions/train.jsonl");
        let texts = file.lines().map(|line| {
            let question: serde_json::Value = serde_json::from_str(line).unwrap();
            fold(question["text"].as_str().unwrap())
        });
        let texts: Vec<String> = texts.collect();
        let sources =
            CUES.iter().map(|(_, it)| it).chain(TONES.iter().map(|(_, it)| it)).chain([&HARM]);
        for source in sources {
            let (pattern, compiled) = (Pattern::new(source), Regex::new(source).unwrap());
            assert!(pattern.beginnings.is_some(), "{source} is always compiled");
            for text in &texts {
                assert!(pattern.may_be_in(text) || !compiled.is_match(text), "{source} in {text}");
            }
        }
        let greeting = Pattern::new("^(good (morning|evening))[! ]*$");
        assert!(!greeting.is_match("morning!"));
        assert!(greeting.compiled.get().is_none());
        assert!(greeting.is_match("good morning!"));
        assert_eq!(greeting.ranges("good evening!").len(), 1);
        assert!(!greeting.is_match("morning!"));
    }
}
