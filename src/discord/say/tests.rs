use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::*;

/// The messages of a file with the names of their arguments.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            assert!(!messages.contains_key(id), "{id} stands there twice");
            id.clone_into(&mut last);
            messages.entry(last.clone()).or_default();
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
        });
        messages.entry(last.clone()).or_default().extend(names);
    }
    messages.remove("");
    messages
}

#[test]
fn every_file_can_be_read() {
    for language in Language::ALL {
        let source = locale::built_in_of_bot(language);
        let errors = FluentResource::try_new(source.to_owned()).err().map(|(_, errors)| errors);
        assert_eq!(errors, None, "{language:?}");
    }
}

#[test]
fn every_language_says_everything() {
    let japanese = messages(locale::built_in_of_bot(Language::Japanese));
    for language in Language::ALL {
        let messages = messages(locale::built_in_of_bot(language));
        for id in japanese.keys() {
            // English names are those in the code; commands are not named in easy Japanese.
            let may_lack = match language {
                Language::EasyJapanese => is_of_a_command(id),
                Language::English => id.starts_with("cmd-") && id.ends_with("-name"),
                _ => false,
            };
            assert!(messages.contains_key(id) || may_lack, "{language:?} lacks {id}");
        }
        for (id, names) in &messages {
            let known = japanese.get(id).unwrap_or_else(|| panic!("{id} is in {language:?} only"));
            let all: BTreeSet<&str> = if id == "year" {
                ["era", "western"].into()
            } else {
                known.iter().map(String::as_str).collect()
            };
            assert!(names.iter().all(|name| all.contains(name.as_str())), "{language:?}: {id}");
            // A value that one language leaves out is a thing that its readers are not told.
            let missing = known.iter().find(|name| !names.contains(*name));
            assert_eq!(missing, None, "{language:?}: {id}");
        }
    }
}

#[test]
fn every_message_that_is_said_exists() {
    // Whoever adds a sentence to the code and forgets the file sees it here and not in Discord.
    let id = regex::Regex::new(r#"(?:plain|say|whisper)\(\s*"([a-z-]+)""#).unwrap();
    let japanese = messages(locale::built_in_of_bot(Language::Japanese));
    for (path, code) in code() {
        for found in id.captures_iter(&code) {
            let is_shared = BUILT_IN.shared.get(Language::Japanese).find(&found[1], &[]).is_some();
            assert!(japanese.contains_key(&found[1]) || is_shared, "{path:?}: {}", &found[1]);
        }
    }
}

/// The files of the bot with what they say, without tests, and those of answers, whose kinds name sentences.
fn code() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from("src/discord"), PathBuf::from("src/answer")];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let code = fs_err::read_to_string(&path).unwrap();
                files.push((path, code));
            }
        }
    }
    files
}

#[test]
fn no_message_is_unused() {
    let code: String = code().into_iter().map(|(_, code)| code).collect();
    let is_said = |id: &str| code.contains(&format!("\"{id}\""));
    for id in messages(locale::built_in_of_bot(Language::Japanese))
        .keys()
        .filter(|id| !is_of_a_command(id))
    {
        // The parts of a form and the kinds of a failure are put together from two words.
        let is_joined = id.rsplit_once('-').is_some_and(|(stem, part)| {
            is_said(stem) && (is_said(part) || code.contains(&format!("-{part}\"")))
        });
        assert!(is_said(id) || is_joined, "{id} is not used");
    }
}

#[test]
fn missing_sentences_are_said_in_japanese() {
    assert_eq!(Voice::of(Language::EasyJapanese).plain("cmd-ask-name"), "質問");
    assert_eq!(Voice::of(Language::Korean).plain("no-such-thing"), "no-such-thing");
}

#[test]
fn an_operators_sentences_go_before_those_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = locale::bot_file(folder.path(), Language::Japanese);
    fs_err::create_dir_all(file.parent().unwrap()).unwrap();
    fs_err::write(&file, "\u{FEFF}button-delete = けす\n").unwrap();
    let sentences = Sentences::load(folder.path()).unwrap();
    let say = |language, id| sentences.find(language, id, &[]).unwrap();
    let built_in = |language, id| BUILT_IN.find(language, id, &[]).unwrap();
    assert_eq!(say(Language::Japanese, "button-delete"), "けす");
    for (language, id) in
        [(Language::Japanese, "button-reveal"), (Language::English, "button-delete")]
    {
        assert_eq!(say(language, id), built_in(language, id));
    }
    fs_err::write(&file, "button-delete = けす\n\nno sentence\n").unwrap();
    let error = Sentences::load(folder.path()).err().unwrap();
    assert!(error.to_string().contains("discord.ja.ftl:3: "), "{error}");
}
