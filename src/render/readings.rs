//! How the Japanese of a reply is read, and what its administrative words mean.

use super::{Reply, Role};
use crate::furigana::{Furigana, Level};
use crate::glossary::Glossary;
use crate::locale::Locale;
use crate::question::Language;

impl Reply {
    /// Returns the reply with readings in brackets behind the words with kanji of a level.
    ///
    /// In a language that is not Japanese, only what is quoted is Japanese.
    #[must_use]
    pub fn with_readings(&self, furigana: &Furigana, level: Level, language: Language) -> Self {
        let mut lines = self.0.clone();
        for line in lines.iter_mut().filter(|line| is_japanese(line.role, language)) {
            line.text = furigana.brackets(&line.text, level);
        }
        Self(lines)
    }

    /// Adds the explanations of the administrative words that the documents' words in it hold.
    pub fn explain(&mut self, glossary: &Glossary, locale: &Locale, furigana: &Furigana) {
        let is_quoted = |role| matches!(role, Role::Title | Role::Fact | Role::Quote | Role::Item);
        let texts = self.0.iter().filter(|line| is_quoted(line.role)).map(|line| &line.text);
        let words = glossary.find(texts, locale.language());
        self.gap();
        if words.is_empty() {
            self.add(Role::Note, locale.say("glossary-none"));
            return;
        }
        self.add(Role::Heading, locale.say("glossary"));
        for explained in words {
            let spelt = spelt(explained.word, locale.language(), furigana);
            let (word, text) = (explained.word.into(), explained.explanation.into());
            self.add(
                Role::Item,
                match spelt {
                    Some(reading) => {
                        let args = [("word", word), ("reading", reading.into()), ("text", text)];
                        locale.text("glossary-word-read", &args)
                    }
                    None => locale.text("glossary-word", &[("word", word), ("text", text)]),
                },
            );
        }
    }
}

/// Whether a line of a role is Japanese where the reply is in a language.
pub(super) fn is_japanese(role: Role, language: Language) -> bool {
    match language {
        Language::Japanese | Language::EasyJapanese => true,
        _ => matches!(role, Role::Title | Role::Quote),
    }
}

/// Spells Japanese words out for readers of a language: in Latin letters for English, in kana for Chinese and Korean.
///
/// None where the reader knows, or where there is nothing to spell.
pub fn spelt(japanese: &str, language: Language, furigana: &Furigana) -> Option<String> {
    let spelt = match language {
        Language::Japanese | Language::EasyJapanese => return None,
        Language::English => furigana.romaji(japanese),
        Language::SimplifiedChinese | Language::TraditionalChinese | Language::Korean => {
            furigana.kana(japanese)
        }
    };
    (spelt != japanese).then_some(spelt)
}
