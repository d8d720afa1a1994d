//! The index on disk: equal input builds nothing, a crash at any step leaves whole data, damage is mended.

use std::fs;

use madoguchi::index;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Silent};
use madoguchi::settings::Settings;

use crate::support::Installation;

const SEED: &str = "nishi-osaka-r2-management-policy.txt";
const OTHER: &str = "kohoku-yokohama-r3-management-policy.txt";

fn answers(service: &AnswerService, text: &str) -> bool {
    let question = Question { text: text.to_owned(), ..Question::default() };
    service.answer(&question).is_ok_and(|answer| !answer.answers.is_empty())
}

#[test]
fn an_unchanged_corpus_is_opened_and_not_built_again() {
    let installation = Installation::new(&[SEED]);
    let first = installation.open().manifest();
    let built = fs::metadata(installation.paths.index.join("CURRENT")).expect("the pointer");
    let second = installation.open().manifest();
    let opened = fs::metadata(installation.paths.index.join("CURRENT")).expect("the pointer");
    assert_eq!(first, second);
    assert_eq!(built.modified().ok(), opened.modified().ok());
}

#[test]
fn a_reload_takes_in_a_new_document_and_keeps_the_old_data_on_failure() {
    let installation = Installation::new(&[SEED]);
    let service = installation.open();
    let before = service.manifest();
    assert!(!service.reload("tester", &Silent).expect("a reload").changed);

    let from = format!("seeds/{OTHER}");
    fs::copy(&from, installation.paths.seeds.join(OTHER)).expect("a copy");
    let reloaded = service.reload("tester", &Silent).expect("a reload");
    assert!(reloaded.changed);
    assert_eq!(reloaded.n_documents, 2);

    let thesaurus = installation.paths.config.join("thesaurus.toml");
    fs::write(&thesaurus, "this is no TOML").expect("a file");
    let error = service.reload("tester", &Silent).expect_err("a broken file");
    assert!(error.report().contains("thesaurus.toml:1"), "{}", error.report());
    assert_eq!(service.manifest(), reloaded.generation);
    assert_ne!(service.manifest(), before);
    assert!(answers(&service, "マンションコミュニティ活性化支援"));
}

#[test]
fn a_mistake_in_a_file_that_is_read_with_a_generation_builds_nothing() {
    let installation = Installation::new(&[SEED]);
    installation.open();
    let paths = &installation.paths;
    let n_generations = || index::generations(&paths.index).expect("the index folder").len();
    for (file, broken) in [("contacts.toml", "department = 3"), ("ranking.toml", "prior = 3")] {
        let path = paths.config.join(file);
        let kept = fs::read(&path).ok();
        fs::write(&path, broken).expect("a file");
        let open = || AnswerService::open(paths.clone(), Settings::defaults(), &Silent).err();
        for _ in 0..2 {
            let error = open().expect("it does not start").report();
            assert!(error.contains(&format!("{file}:1")), "{error}");
            assert_eq!(n_generations(), 1, "{file}");
        }
        match kept {
            Some(bytes) => fs::write(&path, bytes).expect("a file"),
            None => fs::remove_file(&path).expect("a file"),
        }
    }
    // With changed documents as well.
    fs::copy(format!("seeds/{OTHER}"), paths.seeds.join(OTHER)).expect("a copy");
    fs::write(paths.config.join("contacts.toml"), "department = 3").expect("a file");
    assert!(AnswerService::open(paths.clone(), Settings::defaults(), &Silent).is_err());
    assert_eq!(n_generations(), 1);
}

#[test]
fn a_crash_before_the_pointer_is_replaced_leaves_the_old_generation() {
    let installation = Installation::new(&[SEED]);
    let live = installation.open().manifest();
    // Died while building: a folder that nothing points at.
    fs::create_dir_all(installation.paths.index.join(".building-dead/search")).expect("a folder");
    // Died between the rename and the pointer: a whole generation that nothing points at.
    let staged = index::stage(&installation.paths.index).expect("a folder").keep();
    fs::rename(staged, installation.paths.index.join("gen-0123456789abcdef")).expect("a rename");
    assert_eq!(installation.open().manifest(), live);
}

#[test]
fn a_build_that_fails_removes_what_killed_builds_have_left() {
    let installation = Installation::new(&[SEED]);
    installation.open();
    let left = installation.paths.index.join(".building-dead");
    fs::create_dir_all(left.join("search")).expect("a folder");
    fs::write(installation.paths.config.join("thesaurus.toml"), "this is no TOML").expect("a file");
    let paths = installation.paths.clone();
    assert!(AnswerService::open(paths, Settings::defaults(), &Silent).is_err());
    assert!(!left.exists());
}

#[test]
fn a_pointer_that_leads_nowhere_and_a_damaged_generation_are_mended() {
    let installation = Installation::new(&[SEED]);
    let live = installation.open().manifest();
    let pointer = installation.paths.index.join("CURRENT");
    for text in ["", "gen-missing\n", "../../etc\n", "\u{0}"] {
        fs::write(&pointer, text).expect("a file");
        assert_eq!(installation.open().manifest(), live, "{text:?}");
    }
    for file in ["manifest.json", "documents.bin", "words.bin", "search/meta.json"] {
        let live = index::current(&installation.paths.index).expect("readable").expect("live");
        fs::write(live.path.join(file), "{").expect("a file");
        let service = installation.open();
        assert!(answers(&service, "マンションコミュニティ活性化支援"), "{file}");
    }
}

#[test]
fn one_bad_document_never_takes_down_the_others() {
    let installation = Installation::new(&[SEED]);
    fs::write(installation.paths.seeds.join("junk.txt"), [0_u8, 159, 146, 150, 0, 1, 2, 255])
        .expect("a file");
    fs::write(installation.paths.seeds.join("empty.txt"), "").expect("a file");
    fs::write(installation.paths.seeds.join("line.txt"), "あ".repeat(300_000)).expect("a file");
    let service = installation.open();
    assert!(answers(&service, "マンションコミュニティ活性化支援"));
    let corpus = service.corpus();
    let junk = corpus.documents().iter().find(|document| document.info().id == "junk");
    assert!(junk.is_some_and(|document| document.n_diagnostics > 0));
}
