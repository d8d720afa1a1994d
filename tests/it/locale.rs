//! The locales are complete, are used, and agree with each other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast;
use madoguchi::error::{Error, ErrorKind};
use madoguchi::locale::{self, Locales, built_in};
use madoguchi::question::Language;
use regex::Regex;

/// The variables of a message.
#[derive(Debug, Default)]
struct Variables {
    /// Those that are shown.
    shown: BTreeSet<String>,
    /// Those that a form is chosen by.
    chosen_by: BTreeSet<String>,
}

fn messages(language: Language) -> BTreeMap<String, Variables> {
    let resource = fluent_syntax::parser::parse(built_in(language))
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.tag()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut variables = Variables::default();
            let pattern = message.value.expect("every message has a value");
            walk(&pattern, &mut variables);
            let known = messages.insert(message.id.name.to_owned(), variables);
            assert!(known.is_none(), "{} has {} twice", language.tag(), message.id.name);
        }
    }
    messages
}

fn walk(pattern: &ast::Pattern<&str>, variables: &mut Variables) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                variables.shown.insert(id.name.to_owned());
            }
            ast::Expression::Select { selector, variants } => {
                if let ast::InlineExpression::VariableReference { id } = selector {
                    variables.chosen_by.insert(id.name.to_owned());
                }
                variants.iter().for_each(|variant| walk(&variant.value, variables));
            }
            ast::Expression::Inline(_) => {}
        }
    }
}

fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![std::path::PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the sources").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                text.push_str(&std::fs::read_to_string(entry.path()).expect("a source file"));
            }
        }
    }
    text
}

#[test]
fn no_locale_lacks_a_message() {
    let japanese: BTreeSet<String> = messages(Language::Japanese).into_keys().collect();
    for language in Language::ALL {
        let other: BTreeSet<String> = messages(language).into_keys().collect();
        let differing: Vec<_> = japanese.symmetric_difference(&other).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", language.tag());
    }
}

#[test]
fn every_placeholder_is_used_in_every_locale() {
    let japanese = messages(Language::Japanese);
    for language in Language::ALL {
        for (id, variables) in messages(language) {
            let used: BTreeSet<_> = variables.shown.union(&variables.chosen_by).cloned().collect();
            let of_japanese = &japanese[&id];
            let missing: Vec<_> = of_japanese.shown.difference(&used).collect();
            assert!(missing.is_empty(), "{} {id} lacks {missing:?}", language.tag());
            let extra: Vec<_> = variables.shown.difference(&of_japanese.shown).collect();
            assert!(extra.is_empty(), "{} {id} has {extra:?} too", language.tag());
        }
    }
}

#[test]
fn no_message_is_unused_and_none_is_asked_for_in_vain() {
    let sources = sources();
    let known = messages(Language::Japanese);
    for id in known.keys() {
        let name = id.strip_prefix("diagnostic-").unwrap_or(id);
        if let Some(written) = name.strip_suffix("-spoken") {
            assert!(known.contains_key(written), "{id} is for the ear alone");
            continue;
        }
        assert!(sources.contains(&format!("\"{name}\"")), "{id} is not used");
    }
    let asked = Regex::new(r#"\b(?:locale|self)\.(?:say|text|find)\(\s*"([a-z-]+)""#)
        .expect("a valid pattern");
    for found in asked.captures_iter(&sources) {
        assert!(known.contains_key(&found[1]), "{} is in no locale", &found[1]);
    }
}

#[test]
fn every_diagnostic_has_its_sentence() {
    let known = messages(Language::Japanese);
    let code = Regex::new(r#"Severity::\w+,\s*"([a-z-]+)"|code: "([a-z-]+)"\.to_owned"#)
        .expect("a valid pattern");
    for found in code.captures_iter(&sources()) {
        let code = found.get(1).or_else(|| found.get(2)).expect("one of the two").as_str();
        assert!(known.contains_key(&format!("diagnostic-{code}")), "no sentence for {code}");
    }
}

#[test]
fn a_file_of_the_config_folder_takes_precedence_message_by_message() {
    let config = tempfile::tempdir().expect("a temporary folder");
    let folder = config.path().join("locales");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("ja.ftl"), "budget-none = 金額は書かれていません。\n")
        .expect("a file");
    let locales = Locales::load(config.path()).expect("good locales");
    let locale = locales.get(Language::Japanese);
    assert_eq!(locale.say("budget-none"), "金額は書かれていません。");
    assert_eq!(locale.say("slot-time"), "日時や期間");
    assert_eq!(locales.get(Language::Korean).say("slot-place"), "장소");
}

#[test]
fn a_mistake_in_a_locale_is_told_with_its_line() {
    let config = tempfile::tempdir().expect("a temporary folder");
    let folder = config.path().join("locales");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::write(folder.join("en.ftl"), "budget-none = None.\nbroken {\n").expect("a file");
    let error = Locales::load(config.path()).err().map(Error::from).expect("a bad locale");
    assert_eq!(error.kind(), ErrorKind::Settings);
    assert!(error.to_string().contains("en.ftl:2"), "{error}");
}

#[test]
fn names_and_values_that_the_program_does_not_know_are_told() {
    let config = tempfile::tempdir().expect("a temporary folder");
    let folder = config.path().join("locales");
    std::fs::create_dir(&folder).expect("a folder");
    let told = |file: &str, text: &str| {
        std::fs::write(folder.join(file), text).expect("a file");
        // It answers with what can be said.
        assert!(Locales::load(config.path()).is_ok());
        let error = locale::check(config.path()).err().map(Error::from);
        std::fs::remove_file(folder.join(file)).expect("removed");
        error.map(|error| error.report())
    };
    let cases = [
        (
            "ja.ftl",
            "no-such-thing = なし\n",
            "ja.ftl:1: the program has no sentence `no-such-thing`",
        ),
        (
            "en.ftl",
            "budget-none = None.\nchapter = { $heading }: { $title }\n",
            "en.ftl:2: `chapter` is given no `{ $title }`",
        ),
        (
            "ko.ftl",
            "chapter = { $number ->\n    [one] 하나\n   *[other] 여럿\n }\n",
            "ko.ftl:1: `chapter` is given no `{ $number }`",
        ),
        (
            "discord.ja.ftl",
            "button-delte = けす\n",
            "discord.ja.ftl:1: the program has no sentence `button-delte`",
        ),
    ];
    for (file, text, wanted) in cases {
        let report = told(file, text).expect(wanted);
        assert!(report.contains(wanted) && report.contains("hint: names and values"), "{report}");
    }
    // Those for the ear, and in the bot's files those that it shares.
    for file in ["ja.ftl", "discord.ja.ftl"] {
        assert_eq!(told(file, "chapter-spoken = { $heading }、{ $titles }\n"), None);
    }
}

#[test]
fn the_shipped_files_are_those_of_the_program() {
    assert!(Locales::load(Path::new("config")).is_ok());
    assert!(locale::check(Path::new("config")).is_ok());
}
