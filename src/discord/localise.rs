//! Gives the commands their names and descriptions in every language of Discord's that we speak.
//!
//! The English description is the default, as Discord shows it in languages that we do not speak. Names that are not in
//! a file stay as they are in code, in ASCII.

use std::borrow::Cow;

use poise::serenity_prelude::{CommandType, CreateCommand};

use super::bot::Command;
use super::say::{CLIENT_LOCALES, Voice};
use crate::question::Language;

type Text = Cow<'static, str>;
type Texts = Vec<(Text, Text)>;

/// Names commands, their subcommands, options and choices.
pub fn commands(commands: &mut [Command]) {
    for command in commands {
        name(command, "cmd");
    }
}

fn name(command: &mut Command, prefix: &str) {
    let id = format!("{prefix}-{}", command.name);
    command.name_localizations = texts(&format!("{id}-name")).into();
    command.description_localizations = texts(&format!("{id}-about")).into();
    if let Some(about) = english(&format!("{id}-about")) {
        command.description = Some(about.into());
    }
    for option in &mut command.parameters {
        let id = format!("{id}-{}", option.name);
        option.name_localizations = texts(&format!("{id}-name")).into();
        option.description_localizations = texts(&format!("{id}-about")).into();
        if let Some(about) = english(&format!("{id}-about")) {
            option.description = Some(about.into());
        }
        let mut choices = option.choices.to_vec();
        for choice in &mut choices {
            let id = format!("choice-{}", choice.name);
            choice.localizations = texts(&id).into();
            if let Some(name) = english(&id) {
                choice.name = name.into();
            }
        }
        option.choices = choices.into();
    }
    for subcommand in &mut command.subcommands {
        name(subcommand, &id);
    }
}

/// Names message commands, which poise registers in English only.
pub fn menus(commands: Vec<CreateCommand>) -> Vec<CreateCommand> {
    commands
        .into_iter()
        .map(|command| {
            let is_menu = serde_json::to_value(&command).is_ok_and(|json| {
                json.get("type").and_then(serde_json::Value::as_u64)
                    == Some(u64::from(u8::from(CommandType::Message)))
            });
            if !is_menu {
                return command;
            }
            texts("cmd-answer-this-name")
                .into_iter()
                .fold(command, |command, (locale, name)| command.name_localized(locale, name))
        })
        .collect()
}

fn english(id: &str) -> Option<String> {
    Voice::of(Language::English).try_say(id, &[])
}

fn texts(id: &str) -> Texts {
    CLIENT_LOCALES
        .into_iter()
        .filter_map(|(locale, language)| {
            let text = Voice::of(language).try_say(id, &[])?;
            Some((Cow::Borrowed(locale), Cow::Owned(text)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use poise::serenity_prelude::Permissions;
    use regex::Regex;
    use serde_json::Value;

    use super::super::commands;
    use super::*;

    fn registered() -> Vec<Value> {
        let mut all = commands::all();
        super::commands(&mut all);
        let commands = poise::builtins::create_application_commands(&all);
        menus(commands).iter().map(|command| serde_json::to_value(command).unwrap()).collect()
    }

    fn check(value: &Value, is_slash: bool, wrong: &mut Vec<String>) {
        let pattern = Regex::new(r"^[-_'\p{L}\p{N}\p{Deva}\p{Thai}]{1,32}$").unwrap();
        let mut names: Vec<&str> = value["name"].as_str().into_iter().collect();
        let localised = value["name_localizations"].as_object();
        names.extend(localised.iter().flat_map(|map| map.values()).filter_map(Value::as_str));
        for name in names {
            let fits = !is_slash || (pattern.is_match(name) && name.to_lowercase() == name);
            if !fits || name.chars().count() > 32 {
                wrong.push(name.to_owned());
            }
        }
        let mut texts: Vec<&str> = value["description"].as_str().into_iter().collect();
        let localised = value["description_localizations"].as_object();
        texts.extend(localised.iter().flat_map(|map| map.values()).filter_map(Value::as_str));
        for text in texts {
            if is_slash && !(1..=100).contains(&text.chars().count()) {
                wrong.push(text.to_owned());
            }
        }
        for option in value["options"].as_array().into_iter().flatten() {
            check(option, is_slash, wrong);
        }
    }

    #[test]
    fn names_and_descriptions_fit_discord_in_every_language() {
        let mut wrong = Vec::new();
        for command in registered() {
            check(&command, command["type"].as_u64() != Some(3), &mut wrong);
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn everything_is_named_in_japanese_and_described_in_five_languages() {
        fn missing(value: &Value, list: &mut Vec<String>) {
            let name = value["name"].as_str().unwrap_or_default();
            if value["name_localizations"]["ja"].is_null() {
                list.push(format!("{name}: ja"));
            }
            if value["type"] != 3 || value["description"].is_string() {
                for locale in ["ja", "en-US", "en-GB", "zh-CN", "zh-TW", "ko"] {
                    if value["description"].is_string()
                        && value["description_localizations"][locale].is_null()
                    {
                        list.push(format!("{name}: {locale}"));
                    }
                }
            }
            for option in value["options"].as_array().into_iter().flatten() {
                missing(option, list);
            }
        }
        let mut list = Vec::new();
        for command in registered().iter().filter(|command| command["type"] != 3) {
            missing(command, &mut list);
        }
        assert_eq!(list, Vec::<String>::new());
    }

    #[test]
    fn the_agreed_commands_are_registered_each_once() {
        let mut names: Vec<String> =
            registered().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        let expected = [
            "Answer this",
            "ask",
            "browse",
            "budget",
            "changes",
            "contact",
            "data",
            "desk",
            "help",
            "measure",
            "privacy",
            "settings",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn moderators_commands_are_for_moderators() {
        for command in registered() {
            let is_for_all = command["default_member_permissions"].is_null();
            let name = command["name"].as_str().unwrap();
            assert_eq!(!is_for_all, ["data", "desk"].contains(&name), "{name}");
            if !is_for_all {
                let bits = Permissions::MANAGE_GUILD.bits().to_string();
                assert_eq!(command["default_member_permissions"], bits);
            }
        }
    }

    #[test]
    fn residents_commands_work_everywhere() {
        for command in registered() {
            if command["default_member_permissions"].is_null() {
                assert_eq!(command["contexts"], serde_json::json!([0, 1, 2]), "{command}");
                assert_eq!(command["integration_types"], serde_json::json!([0, 1]), "{command}");
            }
        }
    }
}
