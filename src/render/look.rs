//! How a person wants answers to look.

use serde::{Deserialize, Serialize};

use crate::furigana::Level;
use crate::question::Language;

/// A way in which answers look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As they are.
    #[default]
    Usual,
    /// With readings of all kanji.
    Readings,
    /// With readings of the kanji that come after the third grade.
    HardReadings,
    /// In short lines without marks, for screen readers.
    Plain,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Readings, Self::HardReadings, Self::Plain];

    /// The look of a language where nobody chose another: easy Japanese has readings.
    pub fn of(language: Language) -> Self {
        if language == Language::EasyJapanese { Self::Readings } else { Self::Usual }
    }

    /// The name by which it is kept.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Readings => "readings",
            Self::HardReadings => "hard-readings",
            Self::Plain => "plain",
        }
    }

    /// Finds a look by its name.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.tag() == tag)
    }

    /// Which kanji have their readings, if any.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Usual => None,
            Self::Readings => Some(Level::ALL),
            Self::HardReadings => Some(Level::above(3)),
            Self::Plain => Some(Level::above(Level::LAST)),
        }
    }
}
