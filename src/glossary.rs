//! くわしい言葉: administrative words with short explanations in every language (`config/glossary.toml`).
//!
//! The explanations are the program's own; whoever shows them says so. A word is found in a text as it stands, the
//! longest where several begin at one place. What is odd in the file is told with its line and costs only that word.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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

/// The words that are explained. Read when the first is looked for: many answers need none.
pub struct Glossary {
    path: PathBuf,
    text: Cow<'static, str>,
    words: OnceLock<Words>,
}

/// The file, made ready for finding words.
#[derive(Default)]
struct Words {
    entries: Vec<Entry>,
    finder: Option<AhoCorasick>,
    /// The entry of each pattern.
    entry_of: Vec<usize>,
}

impl std::fmt::Debug for Glossary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Glossary").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Glossary {
    /// Takes a file's text; without one, that which the program was built with. [`Glossary::check`] tells whether it
    /// can be used.
    pub fn new(path: &Path, text: Option<String>) -> Self {
        let text = text.map_or(Cow::Borrowed(BUILT_IN), Cow::Owned);
        Self { path: path.to_owned(), text, words: OnceLock::new() }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| {
            // Whoever made it from a file has checked it.
            let file: Result<File, TomlError> = toml_file::parse(&self.path, &self.text);
            file.map(|file| Words::new(file.word)).unwrap_or_default()
        })
    }

    /// Finds the words of texts, each once, in the order in which they first stand there.
    pub fn find(
        &self,
        texts: impl IntoIterator<Item = impl AsRef<str>>,
        language: Language,
    ) -> Vec<Explained<'_>> {
        let words = self.words();
        let Some(finder) = &words.finder else { return Vec::new() };
        let mut found: Vec<usize> = Vec::new();
        for text in texts {
            let text = fold(text.as_ref());
            for one in finder.find_iter(&text).filter(|one| is_whole(&text, one.start(), one.end()))
            {
                let at = words.entry_of.get(one.pattern().as_usize()).copied().unwrap_or_default();
                if !found.contains(&at) {
                    found.push(at);
                }
            }
        }
        let explained = found.into_iter().filter_map(|at| {
            let entry = words.entries.get(at)?;
            let own = entry.explanation(language);
            let explanation = if own.is_empty() { entry.ja.as_str() } else { own };
            Some(Explained { word: entry.word.as_ref(), explanation })
        });
        explained.filter(|one| !one.explanation.is_empty()).collect()
    }

    /// Tells what is odd in the file: words without an explanation in some language, spellings that stand twice.
    pub fn check(&self) -> Result<Vec<(PathBuf, Diagnostic)>, TomlError> {
        let File { word: entries } = toml_file::parse(&self.path, &self.text)?;
        let mut odd = Vec::new();
        let mut known: Vec<String> = Vec::new();
        for entry in &entries {
            let word = entry.word.as_ref();
            let line = self.line(entry.word.span().start);
            let mut tell = |code: &str, excerpt: String| {
                let diagnostic = Diagnostic {
                    severity: Severity::Error,
                    code: code.to_owned(),
                    lines: Lines(line, line),
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
        Ok(odd)
    }

    /// Returns the line of a place in the file, 1-based.
    fn line(&self, at: usize) -> u32 {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1
    }
}

impl Words {
    fn new(entries: Vec<Entry>) -> Self {
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
        Self { entries, finder: finder.ok(), entry_of }
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
