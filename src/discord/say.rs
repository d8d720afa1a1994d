//! The bot's own sentences: `config/locales/discord.*.ftl`, in every language that questions are answered in.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::locale::{Locale, Locales};
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

/// The languages and their files.
pub const FILES: [(Language, &str); 6] = [
    (Language::Japanese, include_str!("../../config/locales/discord.ja.ftl")),
    (Language::EasyJapanese, include_str!("../../config/locales/discord.ja-easy.ftl")),
    (Language::English, include_str!("../../config/locales/discord.en.ftl")),
    (Language::SimplifiedChinese, include_str!("../../config/locales/discord.zh-CN.ftl")),
    (Language::TraditionalChinese, include_str!("../../config/locales/discord.zh-TW.ftl")),
    (Language::Korean, include_str!("../../config/locales/discord.ko.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> = LazyLock::new(|| {
    FILES.into_iter().map(|(language, source)| (language, bundle(language, source))).collect()
});

/// The sentences that the bot shares with the command line: reasons, details.
static SHARED: LazyLock<Locales> = LazyLock::new(Locales::built_in);

fn bundle(language: Language, source: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.tag().parse().into_iter().collect());
    // The marks that fluent puts around arguments would show up in Discord's texts.
    bundle.set_use_isolating(false);
    // A test reads every file: a mistake in one costs that message and not the program.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
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
            .or_else(|| SHARED.get(self.language).find(id, args))
            .or_else(|| Self::of(Language::Japanese).try_say(id, args))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Returns the sentences that the bot shares with the command line.
    pub fn locale(&self) -> &'static Locale {
        SHARED.get(self.language)
    }

    /// Returns a sentence without arguments.
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// Returns an ISO date in words.
    pub fn date(&self, iso: &str) -> String {
        SHARED.get(self.language).date(iso)
    }

    /// Returns a sentence, none where this language does not have it.
    pub fn try_say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let (_, bundle) = BUNDLES.iter().find(|(language, _)| *language == self.language)?;
        let pattern = bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
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
