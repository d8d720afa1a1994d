//! くわしい言葉: administrative words with short explanations in every language (`config/glossary.toml`).
//!
//! The explanations are the program's own; whoever shows them says so. A word is found in a text as it stands, the
//! longest where several begin at one place. What is odd in the file is told with its line and costs only that word.

use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;
use toml::Spanned;

use crate::model::{Diagnostic, Lines, Severity};
use crate::question::Language;
use crate::text::fold;
use crate::toml_file::{self, TomlError};

/// The file in the config folder.
pub const FILE: &str = "glossary.toml";

/// The file as it was when the program was built.
const BUILT_IN: &str = include_str!("../config/glossary.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    word: Vec<Entry>,
}

/// A word with its explanations, as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    word: Spanned<String>,
    /// Other spellings.
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    ja: String,
    #[serde(default)]
    ja_easy: String,
    #[serde(default)]
    en: String,
    #[serde(default, rename = "zh-CN")]
    zh_cn: String,
    #[serde(default, rename = "zh-TW")]
    zh_tw: String,
    #[serde(default)]
    ko: String,
}

impl Entry {
    fn explanation(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::EasyJapanese => &self.ja_easy,
            Language::English => &self.en,
            Language::SimplifiedChinese => &self.zh_cn,
            Language::TraditionalChinese => &self.zh_tw,
            Language::Korean => &self.ko,
        }
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.word.as_ref().as_str()).chain(self.also.iter().map(String::as_str))
    }
}

/// A word that was found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The word as the glossary lists it.
    pub word: &'a str,
    /// What it means, in the language that was asked for.
    pub explanation: &'a str,
}

/// The words that are explained.
pub struct Glossary {
    path: PathBuf,
    entries: Vec<Entry>,
    /// The line of each entry.
    lines: Vec<u32>,
    finder: Option<AhoCorasick>,
    /// The entry of each pattern.
    entry_of: Vec<usize>,
}

impl std::fmt::Debug for Glossary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Glossary").field("n_words", &self.entries.len()).finish_non_exhaustive()
    }
}

impl Glossary {
    /// Reads the glossary of a config folder; where there is none, that which the program was built with.
    pub fn read(config: &Path) -> Result<Self, TomlError> {
        let path = config.join(FILE);
        match fs_err::read_to_string(&path) {
            Ok(text) => Self::parse(&path, &text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Self::parse(&path, BUILT_IN)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Reads a glossary; `path` is only named where something is wrong.
    pub fn parse(path: &Path, text: &str) -> Result<Self, TomlError> {
        let File { word: entries } = toml_file::parse(path, text)?;
        let line = |entry: &Entry| {
            let before = text.as_bytes().get(..entry.word.span().start).unwrap_or_default();
            before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1
        };
        let lines = entries.iter().map(line).collect();
        let (mut patterns, mut entry_of) = (Vec::new(), Vec::new());
        for (at, entry) in entries.iter().enumerate() {
            for spelling in entry.spellings().map(fold).filter(|spelling| !spelling.is_empty()) {
                // The first that has a spelling keeps it.
                if !patterns.contains(&spelling) {
                    patterns.push(spelling);
                    entry_of.push(at);
                }
            }
        }
        // Only a glossary of gigabytes cannot be searched for; then nothing is found.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns);
        Ok(Self { path: path.to_owned(), entries, lines, finder: finder.ok(), entry_of })
    }

    /// Finds the words of texts, each once, in the order in which they first stand there.
    pub fn find<'a>(
        &'a self,
        texts: impl IntoIterator<Item = impl AsRef<str>>,
        language: Language,
    ) -> Vec<Explained<'a>> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let mut found: Vec<usize> = Vec::new();
        for text in texts {
            let text = fold(text.as_ref());
            for one in finder.find_iter(&text).filter(|one| is_whole(&text, one.start(), one.end()))
            {
                let at = self.entry_of.get(one.pattern().as_usize()).copied().unwrap_or_default();
                if !found.contains(&at) {
                    found.push(at);
                }
            }
        }
        let explained = found.into_iter().filter_map(|at| {
            let entry = self.entries.get(at)?;
            let own = entry.explanation(language);
            let explanation = if own.is_empty() { entry.ja.as_str() } else { own };
            Some(Explained { word: entry.word.as_ref(), explanation })
        });
        explained.filter(|one| !one.explanation.is_empty()).collect()
    }

    /// Returns what is odd in the file: words without an explanation in some language, spellings that stand twice.
    pub fn odd(&self) -> Vec<(PathBuf, Diagnostic)> {
        let mut odd = Vec::new();
        let mut known: Vec<String> = Vec::new();
        for (entry, line) in self.entries.iter().zip(&self.lines) {
            let word = entry.word.as_ref();
            let mut tell = |code: &str, excerpt: String| {
                let diagnostic = Diagnostic {
                    severity: Severity::Error,
                    code: code.to_owned(),
                    lines: Lines(*line, *line),
                    excerpt,
                };
                odd.push((self.path.clone(), diagnostic));
            };
            for language in Language::ALL {
                if entry.explanation(language).trim().is_empty() {
                    tell("glossary-unexplained", format!("{word}: {}", language.tag()));
                }
            }
            for spelling in entry.spellings() {
                let folded = fold(spelling.trim());
                if folded.is_empty() || known.contains(&folded) {
                    tell("glossary-duplicate", format!("{word}: {spelling}"));
                } else {
                    known.push(folded);
                }
            }
        }
        odd
    }
}

/// Whether a place in a text is not a part of a longer word in Latin letters: the AI of AID.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let is_latin =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let joins = |outer: Option<usize>, inner: usize| is_latin(outer) && is_latin(Some(inner));
    !joins(start.checked_sub(1), start) && !joins(Some(end), end.saturating_sub(1))
}
