//! Here is the name of a sentence, give me the sentence in a resident's language.
//!
//! Every sentence that the program says to residents and moderators stands in `config/locales/<tag>.ftl`.
//! The program carries those files as they were when it was built; a file in the config folder takes precedence,
//! message by message.
//! Amounts, years, dates and other values become words in `format`.

mod format;
mod known;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;
pub use format::grouped;
use known::Known;

use crate::error::{Error, ErrorKind};
use crate::question::Language;
use crate::toml_file;

/// The folder of the locales in the config folder.
pub const FOLDER: &str = "locales";

/// Returns the text of a locale's file as it was when the program was built.
pub fn built_in(language: Language) -> &'static str {
    match language {
        Language::Japanese => include_str!("../config/locales/ja.ftl"),
        Language::EasyJapanese => include_str!("../config/locales/ja-easy.ftl"),
        Language::English => include_str!("../config/locales/en.ftl"),
        Language::SimplifiedChinese => include_str!("../config/locales/zh-CN.ftl"),
        Language::TraditionalChinese => include_str!("../config/locales/zh-TW.ftl"),
        Language::Korean => include_str!("../config/locales/ko.ftl"),
    }
}

/// Returns the same of the sentences that only the bot says.
pub fn built_in_of_bot(language: Language) -> &'static str {
    match language {
        Language::Japanese => include_str!("../config/locales/discord.ja.ftl"),
        Language::EasyJapanese => include_str!("../config/locales/discord.ja-easy.ftl"),
        Language::English => include_str!("../config/locales/discord.en.ftl"),
        Language::SimplifiedChinese => include_str!("../config/locales/discord.zh-CN.ftl"),
        Language::TraditionalChinese => include_str!("../config/locales/discord.zh-TW.ftl"),
        Language::Korean => include_str!("../config/locales/discord.ko.ftl"),
    }
}

/// Why the locales could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LocaleError {
    /// A file could not be read; the message names it.
    #[error(transparent)]
    File(#[from] io::Error),
    /// A file is no Fluent file.
    #[error("{path}:{line}: {message}", path = path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// The line, 1-based.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// A sentence is none of the program's, or asks for what it is not given; only [`check`] tells.
    #[error("{path}:{line}: {message}", path = path.display())]
    Unknown {
        /// The file.
        path: PathBuf,
        /// The line that the sentence begins on, 1-based.
        line: usize,
        /// What is wrong.
        message: String,
    },
}

impl From<LocaleError> for Error {
    fn from(error: LocaleError) -> Self {
        let hint = match &error {
            LocaleError::File(error) => toml_file::unread_hint(error),
            LocaleError::Content { .. } => {
                "write `name = sentence`, further lines indented; or delete the file to use the built-in sentences"
            }
            LocaleError::Unknown { .. } => {
                "names and values are those of `config/locales` as the program came with it: correct the sentence or delete it"
            }
        };
        Error::from_source(ErrorKind::Settings, error).hint(hint)
    }
}

/// One language's sentences. Cheap to clone.
#[derive(Clone)]
pub struct Locale {
    language: Language,
    /// Parsed when its first sentence is asked for: an answer is in one language of six.
    bundle: Arc<OnceLock<FluentBundle<FluentResource>>>,
    manner: Manner,
}

/// Brackets within brackets deeper than this are refused: the parser calls itself for each.
const MAX_NESTING: usize = 32;

/// Returns the line where brackets stand too deep within each other, of one message or comment.
fn nested_too_deeply(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (line, number) in text.lines().zip(1..) {
        let name = line.split_once('=').map(|(name, _)| name.trim_end().trim_start_matches('-'));
        let begins = name.is_some_and(|name| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        });
        if begins || line.starts_with('#') {
            depth = 0;
        }
        for c in line.chars() {
            match c {
                '{' | '(' => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > MAX_NESTING {
                return Some(number);
            }
        }
    }
    None
}

/// For whom a reply is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// For the eye.
    Written,
    /// For the ear: units in words, no marks that mean something.
    Spoken,
}

/// What the name of a sentence for the ear ends in, where it differs from that for the eye.
const SPOKEN: &str = "-spoken";

impl Locale {
    fn built_in(language: Language) -> Self {
        Self { language, bundle: Arc::default(), manner: Manner::Written }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| built_in_bundle(self.language))
    }

    /// Returns the sentences of the program with those of a file in front; `path` is only named in the error.
    pub fn read(language: Language, path: &Path, text: String) -> Result<Self, LocaleError> {
        Ok(Self::with(language, parse(path, text)?))
    }

    fn with(language: Language, own: FluentResource) -> Self {
        let mut bundle = built_in_bundle(language);
        bundle.add_resource_overriding(own);
        let bundle = Arc::new(OnceLock::from(bundle));
        Self { language, bundle, manner: Manner::Written }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the same sentences for the ear, as a screen reader reads them out.
    #[must_use]
    pub fn spoken(&self) -> Self {
        Self { manner: Manner::Spoken, ..self.clone() }
    }

    fn is_spoken(&self) -> bool {
        self.manner == Manner::Spoken
    }

    /// Returns a sentence without values.
    pub fn say(&self, id: &str) -> String {
        self.text(id, &[])
    }

    /// Returns a sentence with its values; the name itself where there is no such sentence.
    pub fn text(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// Returns a sentence with its values, where there is such a sentence.
    pub fn find(&self, id: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        let spoken = self.is_spoken().then(|| format!("{id}{SPOKEN}"));
        let message = spoken.and_then(|id| self.bundle().get_message(&id));
        let pattern = message.or_else(|| self.bundle().get_message(id))?.value()?;
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle().format_pattern(pattern, Some(&args), &mut errors);
        if let Some(error) = errors.first() {
            tracing::warn!(id, language = self.language.tag(), %error, "a sentence lacks a value");
        }
        Some(text.into_owned())
    }
}

/// Reads a file of sentences; none where there is no such file, or where it says what the program says anyhow.
pub fn read_file(path: &Path, built_in: &str) -> Result<Option<FluentResource>, LocaleError> {
    match toml_file::read_text(path) {
        Ok(text) if text == built_in => Ok(None),
        Ok(text) => parse(path, text).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Reads a file's text; `path` is only named in the error.
fn parse(path: &Path, text: String) -> Result<FluentResource, LocaleError> {
    // What some editors put first is no part of the first sentence's name.
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if let Some(line) = nested_too_deeply(&text) {
        let message = format!("more than {MAX_NESTING} brackets within each other");
        return Err(LocaleError::Content { path: path.to_owned(), line, message });
    }
    FluentResource::try_new(text).map_err(|(resource, errors)| {
        let (start, message) =
            errors.first().map_or((0, String::new()), |e| (e.pos.start, e.to_string()));
        let before = resource.source().as_bytes().get(..start).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        LocaleError::Content { path: path.to_owned(), line, message }
    })
}

/// Returns the file of a config folder that holds a language's sentences.
fn file(config: &Path, language: Language) -> PathBuf {
    config.join(FOLDER).join(format!("{}.ftl", language.tag()))
}

/// Returns the file of a config folder that holds the bot's own sentences in a language.
pub fn bot_file(config: &Path, language: Language) -> PathBuf {
    config.join(FOLDER).join(format!("discord.{}.ftl", language.tag()))
}

/// Reads every file of sentences of a config folder, those of the bot too, for the mistakes in them.
pub fn check(config: &Path) -> Result<(), LocaleError> {
    let shared = Language::ALL.map(built_in);
    let of_bot = Language::ALL.map(built_in_of_bot);
    // The bot looks for the shared sentences in its own files first.
    let known_to_bot = Known::of(shared.into_iter().chain(of_bot));
    let known = Known::of(shared);
    for language in Language::ALL {
        if let Some(own) = read_file(&file(config, language), built_in(language))? {
            known.check(&file(config, language), &own)?;
        }
        if let Some(own) = read_file(&bot_file(config, language), built_in_of_bot(language))? {
            known_to_bot.check(&bot_file(config, language), &own)?;
        }
    }
    Ok(())
}

fn built_in_bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = match language {
        Language::EasyJapanese => Language::Japanese.tag(),
        other => other.tag(),
    };
    let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    // A test parses every file: what could not be read would be left out here.
    let resource = match FluentResource::try_new(built_in(language).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// All languages' sentences.
pub struct Locales(Vec<Locale>);

impl Locales {
    /// Returns the sentences that the program carries.
    pub fn built_in() -> Self {
        Self(Language::ALL.into_iter().map(Locale::built_in).collect())
    }

    /// Returns the sentences of the program with those of a config folder in front.
    pub fn load(config: &Path) -> Result<Self, LocaleError> {
        let mut locales = Self::built_in();
        for locale in &mut locales.0 {
            let path = file(config, locale.language);
            if let Some(own) = read_file(&path, built_in(locale.language))? {
                *locale = Locale::with(locale.language, own);
            }
        }
        Ok(locales)
    }

    /// Gives one language's sentences away.
    #[expect(clippy::expect_used, reason = "both constructors fill in every language")]
    pub fn take(self, language: Language) -> Locale {
        let mut locales = self.0.into_iter();
        locales.find(|locale| locale.language == language).expect("every language is there")
    }

    /// Returns a language's sentences.
    #[expect(clippy::expect_used, reason = "both constructors fill in every language")]
    pub fn get(&self, language: Language) -> &Locale {
        self.0.iter().find(|locale| locale.language == language).expect("every language is there")
    }
}
