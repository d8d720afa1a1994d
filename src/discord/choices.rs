//! What menus of wards and languages offer, "none" first, and how a choice is named.

use super::card::{Choice, escape};
use super::limits::{self, OPTION, OPTIONS};
use super::say::Voice;
use crate::question::Language;

const NO_WARD: &str = "settings-no-ward";
const ANY_LANGUAGE: &str = "settings-any-language";

/// Offers wards.
pub fn wards(voice: Voice, known: Vec<String>, chosen: Option<&str>) -> Vec<Choice> {
    let fitting = known.into_iter().filter(|ward| limits::units(ward) <= OPTION).take(OPTIONS - 1);
    let wards = fitting.map(|ward| Choice {
        chosen: chosen == Some(ward.as_str()),
        value: ward.clone(),
        label: ward,
        description: String::new(),
    });
    std::iter::once(none(voice, NO_WARD, chosen.is_none())).chain(wards).collect()
}

/// Offers languages, each under its own name.
pub fn languages(voice: Voice, chosen: Option<Language>) -> Vec<Choice> {
    let languages = Language::ALL.map(|language| Choice {
        value: language.tag().to_owned(),
        label: language_name(voice, Some(language)),
        description: String::new(),
        chosen: chosen == Some(language),
    });
    std::iter::once(none(voice, ANY_LANGUAGE, chosen.is_none())).chain(languages).collect()
}

/// What is sent back for none is neither a ward nor a language.
fn none(voice: Voice, id: &str, chosen: bool) -> Choice {
    let value = "-".to_owned();
    Choice { value, label: voice.plain(id), description: String::new(), chosen }
}

/// Names a ward, for Markdown.
pub fn ward_name(voice: Voice, ward: Option<&str>) -> String {
    ward.map_or_else(|| voice.plain(NO_WARD), escape)
}

/// Names a language in itself.
pub fn language_name(voice: Voice, language: Option<Language>) -> String {
    language.map_or_else(
        || voice.plain(ANY_LANGUAGE),
        |language| Voice::of(language).plain("language-name"),
    )
}
