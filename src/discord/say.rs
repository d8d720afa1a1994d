//! The bot's own sentences: `config/locales/discord.*.ftl`, in every language that questions are answered in.
//!
//! The program carries those files; what the operator's say goes before them, message by message, as in [`locale`].

use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::locale::{self, Locale, LocaleError, Locales};
use crate::question::Language;

/// One language's sentences.
#[derive(Clone, Copy)]
pub struct Voice {
    /// Which language.
    pub language: Language,
}

impl std::fmt::Debug for Voice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.language.tag())
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The sentences of all languages.
struct Sentences {
    own: Vec<(Language, Bundle)>,
    /// Those that the bot shares with the command line: reasons, details.
    shared: Locales,
}

/// The sentences that the program carries.
static BUILT_IN: LazyLock<Sentences> = LazyLock::new(|| Sentences {
    own: Language::ALL.into_iter().map(|language| (language, bundle(language))).collect(),
    shared: Locales::built_in(),
});

/// Those with the operator's in front, once the bot has been started with some.
static CHOSEN: OnceLock<Sentences> = OnceLock::new();

/// Lets the bot of this process speak with the sentences of a config folder in front of those that the program carries.
///
/// To be called once, before the bot starts; what commands are called stays as it is.
pub fn speak_as_in(config: &Path) -> Result<(), LocaleError> {
    let chosen = Sentences::load(config)?;
    // A second start within one process keeps the first sentences.
    let _ = CHOSEN.set(chosen);
    Ok(())
}

impl Sentences {
    fn load(config: &Path) -> Result<Self, LocaleError> {
        let mut own = Vec::new();
        for language in Language::ALL {
            let mut bundle = bundle(language);
            let (file, built_in) =
                (locale::bot_file(config, language), locale::built_in_of_bot(language));
            if let Some(read) = locale::read_file(&file, built_in)? {
                bundle.add_resource_overriding(read);
            }
            own.push((language, bundle));
        }
        Ok(Self { own, shared: Locales::load(config)? })
    }

    /// Returns those in use.
    fn chosen() -> &'static Self {
        CHOSEN.get().unwrap_or(&BUILT_IN)
    }

    fn find(
        &self,
        language: Language,
        id: &str,
        args: &[(&str, FluentValue<'_>)],
    ) -> Option<String> {
        let (_, bundle) = self.own.iter().find(|(known, _)| *known == language)?;
        let pattern = bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }
}

/// Whether a sentence is part of what Discord registers: one that it refuses would cost the bot all its commands.
fn is_of_a_command(id: &str) -> bool {
    id.starts_with("cmd-") || id.starts_with("choice-")
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    // The marks that fluent puts around arguments would show up in Discord's texts.
    bundle.set_use_isolating(false);
    // A test reads every file: a mistake in one costs that message and not the program.
    let resource = FluentResource::try_new(locale::built_in_of_bot(language).to_owned())
        .unwrap_or_else(|(read, _)| read);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Voice {
    /// Speaks a language.
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    /// Returns a sentence; where a language lacks it, Japanese says it, and else its id shows what is missing.
    pub fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.try_say(id, args)
            .or_else(|| self.locale().find(id, args))
            .or_else(|| Self::of(Language::Japanese).try_say(id, args))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Returns the sentences that the bot shares with the command line.
    pub fn locale(&self) -> &'static Locale {
        Sentences::chosen().shared.get(self.language)
    }

    /// Returns a sentence without arguments.
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// Returns an ISO date in words.
    pub fn date(&self, iso: &str) -> String {
        self.locale().date(iso)
    }

    /// Returns a sentence, none where this language does not have it.
    pub fn try_say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let sentences = if is_of_a_command(id) { &BUILT_IN } else { Sentences::chosen() };
        sentences.find(self.language, id, args)
    }
}

/// Returns the language for a Discord client's locale.
pub fn language_of(locale: &str) -> Language {
    match locale {
        "ja" => Language::Japanese,
        "ja-easy" => Language::EasyJapanese,
        "zh-CN" => Language::SimplifiedChinese,
        "zh-TW" => Language::TraditionalChinese,
        "ko" => Language::Korean,
        _ => Language::English,
    }
}

/// The locales of Discord that commands are named in, with our language for each.
pub const CLIENT_LOCALES: [(&str, Language); 6] = [
    ("ja", Language::Japanese),
    ("en-US", Language::English),
    ("en-GB", Language::English),
    ("zh-CN", Language::SimplifiedChinese),
    ("zh-TW", Language::TraditionalChinese),
    ("ko", Language::Korean),
];

#[cfg(test)]
mod tests;
