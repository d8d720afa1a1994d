//! Here is the config folder, give me every setting: the folder's `madoguchi.toml` over the compiled defaults.
//!
//! The defaults are `config/madoguchi.toml` itself, as it was when the program was built; no value is written twice.
//! What is wrong is told with file, line and key. Nothing here reads the environment.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};

use crate::error::{Error, ErrorKind};
use crate::question::Language;
use crate::toml_file::{self, TomlError, TomlMistake};

/// The settings' file in the config folder.
pub const FILE: &str = "madoguchi.toml";

const DEFAULTS: &str = include_str!("../config/madoguchi.toml");

/// Why there are no settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The config folder is not there.
    #[error("the config folder {path} does not exist", path = .0.display())]
    NoFolder(PathBuf),
    /// The file is wrong.
    #[error(transparent)]
    File(#[from] TomlError),
    /// Nearby topics would be harder to show than an answer.
    #[error(
        "{path}: `suggest-threshold` ({suggest}) is above `answer-threshold` ({answer})",
        path = path.display()
    )]
    Thresholds {
        /// The file.
        path: PathBuf,
        /// `suggest-threshold`.
        suggest: f32,
        /// `answer-threshold`.
        answer: f32,
    },
}

impl From<SettingsError> for Error {
    fn from(error: SettingsError) -> Self {
        let hint = match &error {
            SettingsError::NoFolder(_) => {
                "run in the folder that holds config/ and seeds/, or name config/ with --config or MADOGUCHI_CONFIG"
                    .to_owned()
            }
            SettingsError::File(TomlError::Content(mistake)) => hint_for(mistake),
            SettingsError::File(TomlError::File(error)) => {
                toml_file::unread_hint(error).to_owned()
            }
            SettingsError::Thresholds { answer, .. } => {
                format!("write suggest-threshold = {answer} or less")
            }
        };
        Error::from_source(ErrorKind::Settings, error).hint(hint)
    }
}

/// Returns what to write in the place of a mistake: the default's line, or the keys that there are.
fn hint_for(mistake: &TomlMistake) -> String {
    let mut table = "";
    let mut keys = Vec::new();
    for line in DEFAULTS.lines() {
        if let Some(header) = line.strip_prefix('[') {
            table = header.trim_end_matches(']');
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#'))
            && table == mistake.table
        {
            if mistake.key.as_deref() == Some(key) {
                return format!("the default is: {line}");
            }
            keys.push(key);
        }
    }
    if keys.is_empty() {
        let tables: Vec<&str> = DEFAULTS.lines().filter(|line| line.starts_with('[')).collect();
        return format!("the tables are: {}", tables.join(", "));
    }
    format!("[{}] has: {}", mistake.table, keys.join(", "))
}

/// Declares a part of the settings: what the program uses, and what a file may say of it.
macro_rules! part {
    (
        $(#[$doc:meta])*
        $name:ident, $written:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty, written $as:ty;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
        struct $written {
            $($field: Option<$as>,)*
        }

        impl $written {
            fn over(self, defaults: Self) -> Option<$name> {
                Some($name { $($field: self.$field.or(defaults.$field)?.into(),)* })
            }
        }
    };
}

part! {
    /// How questions are answered.
    AnswerSettings, WrittenAnswer {
        /// How many measures an answer shows at most.
        limit: usize, written Whole<1, 25>;
        /// The score from which the best measure is presented as the answer.
        answer_threshold: f32, written Score;
        /// The score from which measures are shown as nearby topics.
        suggest_threshold: f32, written Score;
        /// The longest question that is read, in characters.
        max_question_chars: usize, written Whole<100, 20_000>;
    }
}

part! {
    /// How the index is built and kept.
    IndexSettings, WrittenIndex {
        /// Generations kept, the live one included.
        keep_generations: usize, written Whole<1, 100>;
        /// Threads that build it; 0 for one per core.
        threads: usize, written Whole<0, 256>;
    }
}

part! {
    /// How the documents are looked after.
    DataSettings, WrittenData {
        /// Seconds between two looks at the folders while the bot runs; 0 for none.
        watch_seconds: u64, written Whole<0, 86_400>;
    }
}

part! {
    /// Which language is spoken.
    LanguageSettings, WrittenLanguage {
        /// The language of tables and reports.
        default: Language, written Language;
    }
}

part! {
    /// How the Discord bot behaves.
    DiscordSettings, WrittenDiscord {
        /// The file with the token; empty for the environment.
        token_file: PathBuf, written PathBuf;
        /// Whether a message that mentions the bot is answered.
        mention_answers: bool, written bool;
        /// Channels in which every message is answered.
        answer_channels: Vec<u64>, written Vec<u64>;
        /// Questions that one person may ask at once.
        burst: u32, written Whole<1, 1_000>;
        /// Seconds after which that person may ask one more.
        cooldown_seconds: u64, written Whole<0, 3_600>;
        /// Roles whose holders are moderators.
        moderator_roles: Vec<u64>, written Vec<u64>;
        /// Servers whose moderators may use the moderators' commands; empty for every server.
        moderator_servers: Vec<u64>, written Vec<u64>;
    }
}

part! {
    /// What is kept, and how long.
    StoreSettings, WrittenStore {
        /// Days for which questions and what people said of the answers are kept.
        retention_days: u32, written Whole<1, 3_650>;
        /// Days for which the trail of what moderators did is kept.
        audit_days: u32, written Whole<1, 3_650>;
    }
}

part! {
    /// How charts are drawn.
    ChartSettings, WrittenChart {
        /// The font file that is tried first; empty for those of the system alone.
        font: PathBuf, written PathBuf;
    }
}

part! {
    /// How the running bot is watched.
    MetricsSettings, WrittenMetrics {
        /// Where figures and states are served; none for nowhere.
        listen: Option<SocketAddr>, written Listen;
    }
}

/// Every setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// How questions are answered.
    pub answer: AnswerSettings,
    /// How the index is built and kept.
    pub index: IndexSettings,
    /// How the documents are looked after.
    pub data: DataSettings,
    /// Which language is spoken.
    pub language: LanguageSettings,
    /// How the Discord bot behaves.
    pub discord: DiscordSettings,
    /// How charts are drawn.
    pub chart: ChartSettings,
    /// What is kept, and how long.
    pub store: StoreSettings,
    /// How the running bot is watched.
    pub metrics: MetricsSettings,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a table")]
struct Written {
    answer: WrittenAnswer,
    index: WrittenIndex,
    data: WrittenData,
    language: WrittenLanguage,
    discord: WrittenDiscord,
    chart: WrittenChart,
    store: WrittenStore,
    metrics: WrittenMetrics,
}

impl Settings {
    /// Reads the settings of a config folder; without the file, the defaults hold.
    pub fn load(config: &Path) -> Result<Self, SettingsError> {
        if !config.is_dir() {
            return Err(SettingsError::NoFolder(config.to_owned()));
        }
        let path = config.join(FILE);
        let written = toml_file::read(&path)?.unwrap_or_default();
        Self::resolve(&path, written)
    }

    /// Reads settings from a file's text; `path` is only named in the error.
    pub fn parse(path: &Path, text: &str) -> Result<Self, SettingsError> {
        Self::resolve(path, toml_file::parse(path, text)?)
    }

    /// Returns the compiled defaults.
    #[expect(clippy::expect_used, reason = "a test reads the defaults")]
    pub fn defaults() -> Self {
        Self::resolve(Path::new(FILE), Written::default()).expect("the defaults are good settings")
    }

    #[expect(clippy::expect_used, reason = "a test reads the defaults")]
    fn resolve(path: &Path, written: Written) -> Result<Self, SettingsError> {
        let defaults: Written = toml_file::parse(Path::new("the built-in defaults"), DEFAULTS)?;
        let settings = (|| {
            Some(Self {
                answer: written.answer.over(defaults.answer)?,
                index: written.index.over(defaults.index)?,
                data: written.data.over(defaults.data)?,
                language: written.language.over(defaults.language)?,
                discord: written.discord.over(defaults.discord)?,
                chart: written.chart.over(defaults.chart)?,
                store: written.store.over(defaults.store)?,
                metrics: written.metrics.over(defaults.metrics)?,
            })
        })()
        .expect("the defaults name every setting");
        let (answer, suggest) =
            (settings.answer.answer_threshold, settings.answer.suggest_threshold);
        if suggest > answer {
            return Err(SettingsError::Thresholds { path: path.to_owned(), suggest, answer });
        }
        Ok(settings)
    }
}

/// A whole number within bounds.
#[derive(Clone, Copy)]
struct Whole<const MIN: u64, const MAX: u64>(u64);

impl<'de, const MIN: u64, const MAX: u64> Deserialize<'de> for Whole<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bounds<const MIN: u64, const MAX: u64>;

        impl<const MIN: u64, const MAX: u64> Visitor<'_> for Bounds<MIN, MAX> {
            type Value = u64;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from {MIN} to {MAX}")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<u64, E> {
                u64::try_from(number)
                    .ok()
                    .filter(|number| (MIN..=MAX).contains(number))
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(number), &self))
            }
        }

        deserializer.deserialize_i64(Bounds::<MIN, MAX>).map(Self)
    }
}

impl<const MIN: u64, const MAX: u64> From<Whole<MIN, MAX>> for u64 {
    fn from(whole: Whole<MIN, MAX>) -> u64 {
        whole.0
    }
}

impl<const MIN: u64, const MAX: u64> From<Whole<MIN, MAX>> for u32 {
    fn from(whole: Whole<MIN, MAX>) -> u32 {
        u32::try_from(whole.0).unwrap_or(u32::MAX)
    }
}

impl<const MIN: u64, const MAX: u64> From<Whole<MIN, MAX>> for usize {
    fn from(whole: Whole<MIN, MAX>) -> usize {
        usize::try_from(whole.0).unwrap_or(usize::MAX)
    }
}

/// A score: a number from 0 up.
#[derive(Clone, Copy)]
struct Score(f32);

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a number from 0 up, such as 0.5";
        let number = f32::deserialize(deserializer)?;
        if number.is_finite() && number >= 0.0 {
            return Ok(Self(number));
        }
        Err(de::Error::invalid_value(de::Unexpected::Float(f64::from(number)), &expected))
    }
}

impl From<Score> for f32 {
    fn from(score: Score) -> f32 {
        score.0
    }
}

/// An address to listen on, or an empty text.
#[derive(Clone, Copy)]
struct Listen(Option<SocketAddr>);

impl<'de> Deserialize<'de> for Listen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an address such as \"127.0.0.1:9464\", or \"\"";
        let text = String::deserialize(deserializer)?;
        if text.is_empty() {
            return Ok(Self(None));
        }
        let address = text.parse();
        address
            .map(|address| Self(Some(address)))
            .map_err(|_| de::Error::invalid_value(de::Unexpected::Str(&text), &expected))
    }
}

impl From<Listen> for Option<SocketAddr> {
    fn from(listen: Listen) -> Self {
        listen.0
    }
}
