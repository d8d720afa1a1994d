//! Looking after the documents: whatever goes wrong on the way, the old data answers.

mod diff;
mod faults;
mod large;
mod model;
mod staging;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use madoguchi::error::ErrorKind;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, AuditEntry, Deed, Progress, Silent, Standing, Watch};
use madoguchi::settings::Settings;

use crate::support::Installation;

const NISHI: &str = "nishi-osaka-r2-management-policy.txt";
const MINATO: &str = "minato-osaka-r3-management-policy.txt";

/// Who does things here.
const WHO: &str = "moderator 港";

fn amount(service: &AnswerService) -> Option<i64> {
    let text = "大阪市港区の防災の予算は？".to_owned();
    let question = Question { text, ..Question::default() };
    let answer = service.answer(&question).expect("an answer");
    answer.answers.first()?.budget.main(None)?.budget.amount_yen
}

/// Changes the amount of 大阪市港区's disaster prevention.
fn set_amount(installation: &Installation, thousands: &str) {
    let path = installation.paths.seeds.join(MINATO);
    let text = fs::read_to_string(format!("seeds/{MINATO}")).expect("a seed");
    fs::write(path, text.replace("予算額 2,738千円", &format!("予算額 {thousands}千円")))
        .expect("a file");
}

fn reopened(installation: &Installation) -> AnswerService {
    AnswerService::open(installation.paths.clone(), Settings::defaults(), &Silent)
        .expect("the installation can be opened")
}

#[test]
fn a_reload_tells_what_changed_and_reads_only_that() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    assert_eq!(amount(&service), Some(2_738_000));
    set_amount(&installation, "2,800");
    let reloaded = service.reload(WHO, &Silent).expect("a reload");
    assert_eq!(reloaded.n_read, 1);
    assert_eq!(reloaded.diff.counts().amounts, 1);
    assert_eq!((reloaded.generation.by.as_str(), reloaded.changed), (WHO, true));
    assert_eq!(amount(&service), Some(2_800_000));
}

#[test]
fn a_reading_that_is_taken_over_is_the_same_as_a_fresh_one() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    set_amount(&installation, "2,800");
    service.reload(WHO, &Silent).expect("a reload");
    let taken_over: Vec<_> = service.corpus().measures().collect();
    let paths = installation.paths.clone();
    AnswerService::build(&paths, &Settings::defaults(), true, WHO, &Silent).expect("a build");
    let fresh = reopened(&installation).corpus();
    assert_eq!(fresh.measures().collect::<Vec<_>>(), taken_over);
    // The facts are part of what a reading depends on.
    let facts = installation.paths.config.join("documents.toml");
    let text = fs::read_to_string(&facts).expect("a file").replace("大阪市西区", "大阪市西成区");
    fs::write(&facts, text).expect("a file");
    assert_eq!(service.reload(WHO, &Silent).expect("a reload").n_read, 1);
    assert!(service.corpus().municipalities().contains(&"大阪市西成区".to_owned()));
}

#[test]
fn a_change_within_a_tick_of_the_clock_is_seen() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    for thousands in 3_000..3_003_i64 {
        set_amount(&installation, "2,999");
        let service = installation.open();
        assert_eq!(amount(&service), Some(2_999_000));
        // Of the same size, right behind the start that read the file.
        let text = format!("{},{:03}", thousands / 1000, thousands % 1000);
        set_amount(&installation, &text);
        assert_eq!(amount(&installation.open()), Some(thousands * 1000));
    }
}

#[test]
fn whatever_fails_the_old_data_answers_and_the_trail_says_so() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    let live = service.manifest();
    let (seeds, config) = (&installation.paths.seeds, &installation.paths.config);
    let minato = seeds.join(MINATO);
    let good = fs::read(&minato).expect("a seed");
    type Harm<'a> = Box<dyn Fn() + 'a>;
    let cases: [(&str, Harm<'_>, Harm<'_>); 5] = [
        (
            "bad file",
            Box::new(|| fs::write(&minato, [0_u8, 159, 146, 150, 0, 1, 2, 255]).expect("a file")),
            Box::new(|| fs::write(&minato, &good).expect("a file")),
        ),
        (
            "bad config",
            Box::new(|| fs::write(config.join("lexicon.csv"), "x").expect("a file")),
            Box::new(|| {
                fs::copy("config/lexicon.csv", config.join("lexicon.csv")).expect("a copy");
            }),
        ),
        (
            "no folder of documents",
            Box::new(|| fs::rename(seeds, seeds.with_extension("away")).expect("a rename")),
            Box::new(|| fs::rename(seeds.with_extension("away"), seeds).expect("a rename")),
        ),
        (
            "no document",
            Box::new(|| {
                fs::remove_file(&minato).expect("removed");
                fs::remove_file(seeds.join(NISHI)).expect("removed");
            }),
            Box::new(|| {
                fs::write(&minato, &good).expect("a file");
                fs::copy(format!("seeds/{NISHI}"), seeds.join(NISHI)).expect("a copy");
            }),
        ),
        (
            "two years of one document",
            Box::new(|| fs::write(config.join("documents.toml"), "[document").expect("a file")),
            Box::new(|| {
                fs::copy("config/documents.toml", config.join("documents.toml")).expect("a copy");
            }),
        ),
    ];
    for (case, harm, mend) in &cases {
        harm();
        let error = service.reload(WHO, &Silent).expect_err(case);
        assert!(!error.hints().is_empty(), "{case}: {error}");
        assert_eq!(service.manifest(), live, "{case}");
        assert_eq!(amount(&service), Some(2_738_000), "{case}");
        mend();
    }
    assert!(!service.reload(WHO, &Silent).expect("a reload").changed);
    let trail = fs::read_to_string(installation.paths.index.join("audit.jsonl")).expect("a trail");
    let trail: Vec<AuditEntry> =
        trail.lines().map(|line| serde_json::from_str(line).expect("an entry")).collect();
    assert_eq!(trail.len(), cases.len() + 1);
    assert!(trail.iter().all(|entry| entry.who == WHO && entry.what == Deed::Reload));
    assert_eq!(trail.iter().filter(|entry| entry.error.is_some()).count(), cases.len());
}

#[test]
fn documents_that_come_and_go_while_they_are_read_are_there_or_not() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    let (visitor, is_over) = (installation.paths.seeds.join("visitor.txt"), AtomicBool::new(false));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                fs::copy(format!("seeds/{NISHI}"), &visitor).expect("a copy");
                fs::remove_file(&visitor).expect("removed");
            }
        });
        let reloads: Vec<_> =
            (0..20).map(|_| (service.reload(WHO, &Silent), amount(&service))).collect();
        is_over.store(true, Ordering::Relaxed);
        // Only now, so that the visitor ends whatever is found.
        for (reload, amount) in reloads {
            match reload {
                Ok(reloaded) => assert!((2..=3).contains(&reloaded.n_documents)),
                // A file that is being copied is empty at first.
                Err(error) if error.to_string().starts_with("visitor.txt can no longer") => {}
                Err(error) => assert_eq!(error.kind(), ErrorKind::Busy, "{error:?}"),
            }
            assert_eq!(amount, Some(2_738_000));
        }
    });
    assert_eq!(service.reload(WHO, &Silent).expect("a reload").n_documents, 2);
}

/// What stands in the way of every write into the index folder: a disk without room behaves alike.
#[test]
fn a_disk_that_cannot_be_written_leaves_the_old_data() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    set_amount(&installation, "2,800");
    let index = &installation.paths.index;
    let away = index.with_extension("away");
    fs::rename(index, &away).expect("a rename");
    fs::write(index, "a file in the place of the folder").expect("a file");
    let error = service.reload(WHO, &Silent).expect_err("no folder");
    assert_eq!(error.kind(), ErrorKind::Data);
    assert_eq!(amount(&service), Some(2_738_000));
    fs::remove_file(index).expect("removed");
    fs::rename(&away, index).expect("a rename");
    // The pointer cannot be replaced: a folder stands where it should lie.
    fs::remove_file(index.join("CURRENT")).expect("removed");
    fs::create_dir_all(index.join("CURRENT/x")).expect("a folder");
    service.reload(WHO, &Silent).expect_err("no pointer");
    assert_eq!(amount(&service), Some(2_738_000));
    fs::remove_dir_all(index.join("CURRENT")).expect("removed");
    service.reload(WHO, &Silent).expect("a reload");
    assert_eq!(amount(&service), Some(2_800_000));
}

/// Tells when a build is under way, and waits until it may go on.
struct Gate {
    reached: mpsc::SyncSender<()>,
    go_on: std::sync::Mutex<mpsc::Receiver<()>>,
}

impl Progress for Gate {
    fn report(&self, done: u64, _total: u64) {
        if done == 1 {
            self.reached.send(()).expect("somebody waits");
            self.go_on.lock().expect("nobody panicked").recv().expect("somebody goes on");
        }
    }
}

#[test]
fn a_second_change_at_the_same_time_is_refused_with_the_name_of_who_holds_it() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    set_amount(&installation, "2,800");
    let (reached, wait) = mpsc::sync_channel(1);
    let (go, go_on) = mpsc::sync_channel(1);
    let gate = Gate { reached, go_on: go_on.into() };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| service.reload(WHO, &gate));
        wait.recv().expect("the build begins");
        for error in [
            service.reload("another", &Silent).expect_err("busy"),
            service.rollback("another", None).expect_err("busy"),
            service.stage_remove("another", "nishi-osaka-r2-management-policy").expect_err("busy"),
        ] {
            assert_eq!(error.kind(), ErrorKind::Busy);
            assert!(error.to_string().contains(WHO), "{error}");
        }
        // The old data answers meanwhile.
        assert_eq!(amount(&service), Some(2_738_000));
        go.send(()).expect("the build waits");
        first.join().expect("no panic").expect("a reload");
    });
    assert_eq!(amount(&service), Some(2_800_000));
}

#[test]
fn a_rollback_answers_over_restarts_until_the_next_reload() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    set_amount(&installation, "2,800");
    let new = service.reload(WHO, &Silent).expect("a reload").name;
    let done = service.rollback(WHO, None).expect("a rollback");
    assert_eq!((done.from.as_str(), done.pinned), (new.as_str(), true));
    assert_eq!(amount(&service), Some(2_738_000));

    let service = reopened(&installation);
    assert_eq!(amount(&service), Some(2_738_000));
    let status = service.status();
    assert_eq!(status.pin.map(|pin| pin.by), Some(WHO.to_owned()));
    assert_eq!(status.folders, Standing::Changed);

    // Neither another change of the folders nor of the words of the analyser ends it.
    fs::write(installation.paths.config.join("lexicon.csv"), "港区防災,名詞,ミナトクボウサイ\n")
        .expect("a file");
    assert_eq!(amount(&reopened(&installation)), Some(2_738_000));

    let service = reopened(&installation);
    service.reload(WHO, &Silent).expect("a reload");
    assert_eq!(amount(&service), Some(2_800_000));
    assert_eq!(amount(&reopened(&installation)), Some(2_800_000));
    assert!(reopened(&installation).status().pin.is_none());
}

#[test]
fn after_a_return_to_older_files_a_rollback_undoes_the_return() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    for (amount_printed, built) in [("2,800", true), ("2,738", false)] {
        set_amount(&installation, amount_printed);
        let before = service.history().expect("a history").len();
        service.reload(WHO, &Silent).expect("a reload");
        assert_eq!(service.history().expect("a history").len() > before, built);
    }
    assert_eq!(amount(&service), Some(2_738_000));
    let history = service.history().expect("a history");
    assert_eq!(history.iter().map(|it| it.live).collect::<Vec<_>>(), [true, false]);
    service.rollback(WHO, None).expect("a rollback");
    assert_eq!(amount(&service), Some(2_800_000));
}

#[test]
fn expected_questions_may_be_of_a_document_that_is_called_as_a_file_of_the_config_folder() {
    let installation = Installation::quick(&[NISHI]);
    let config = &installation.paths.config;
    let _ = fs::remove_file(config.join("documents.toml"));
    fs::create_dir_all(config.join("expected")).expect("a folder");
    let seed = installation.paths.seeds.join(NISHI);
    fs::rename(seed, installation.paths.seeds.join("documents.txt")).expect("a file");
    let expected = "[[measure]]\nid = \"1-2-1\"\ntitle = \"地域活動協議会への支援\"\nquestions = [\"地域の会議\"]\n";
    fs::write(config.join("expected/documents.toml"), expected).expect("a file");
    assert!(installation.open().corpus().n_measures() > 0);
}

#[test]
fn history_names_the_generations_and_a_rollback_takes_a_part_of_a_name() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    for amount in ["2,800", "2,900"] {
        set_amount(&installation, amount);
        service.reload(WHO, &Silent).expect("a reload");
    }
    let history = service.history().expect("a history");
    assert_eq!(history.len(), 3);
    let [last, middle, first] = history.as_slice() else { panic!("three generations") };
    assert!(last.live && !middle.live && !first.live);
    assert_eq!(last.manifest.changed.map(|counts| counts.amounts), Some(1));
    assert_eq!(first.manifest.changed, None);

    let part: String = first.name.chars().skip(4).take(8).collect();
    service.rollback(WHO, Some(&part)).expect("a rollback");
    assert_eq!(amount(&service), Some(2_738_000));
    let error = service.rollback(WHO, None).expect_err("nothing older");
    assert_eq!(error.kind(), ErrorKind::User);
    assert!(service.rollback(WHO, Some("gen-")).expect_err("many").to_string().contains("several"));
    assert!(service.rollback(WHO, Some("nothing")).is_err());
    assert!(service.rollback(WHO, Some("../../etc")).is_err());
    // Forward again: what the folders hold needs no pin.
    let done = service.rollback(WHO, Some(&last.name)).expect("a rollback");
    assert!(!done.pinned);
    assert_eq!(amount(&service), Some(2_900_000));
    // Back to what the folders held before, by hand: the generation is there already.
    set_amount(&installation, "2,800");
    let reloaded = service.reload(WHO, &Silent).expect("a reload");
    assert_eq!((reloaded.name, reloaded.n_read), (middle.name.clone(), 0));
}

#[test]
fn a_comparison_asks_the_questions_without_changing_anything() {
    let installation = Installation::new(&[NISHI, MINATO]);
    let service = installation.open();
    let question = |text: &str| Question { text: text.to_owned(), ..Question::default() };
    let questions =
        [question("大阪市港区の防災の予算は？"), question("マンションコミュニティの予算は？")];
    set_amount(&installation, "2,800");
    let comparison = service.compare(&[], &questions, &Silent).expect("a comparison");
    assert_eq!((comparison.n_questions, comparison.answers.len()), (2, 1));
    let changed = &comparison.answers[0];
    assert_eq!(changed.before.amount_yen, Some(2_738_000));
    assert_eq!(changed.after.amount_yen, Some(2_800_000));
    assert_eq!(comparison.diff.counts().amounts, 1);
    assert_eq!(amount(&service), Some(2_738_000));
    assert_eq!(service.history().expect("a history").len(), 1);
}

#[test]
fn a_watch_takes_in_what_lies_still_and_follows_other_processes() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let service = installation.open();
    let mut watch = Watch::new(&installation.paths).expect("a watch");
    let mut look =
        |service: &AnswerService| service.look(&mut watch, "watch", &Silent).expect("a look");
    assert!(look(&service).is_none());
    set_amount(&installation, "2,800");
    assert!(look(&service).is_none(), "it may still be written");
    assert!(look(&service).is_some_and(|reloaded| reloaded.changed));
    assert!(look(&service).is_none());
    assert_eq!(amount(&service), Some(2_800_000));
    // Another process goes back; a watch leaves that as it is.
    reopened(&installation).rollback(WHO, None).expect("a rollback");
    assert!(look(&service).is_some());
    assert_eq!(amount(&service), Some(2_738_000));
    set_amount(&installation, "2,900");
    assert!(look(&service).is_none() && look(&service).is_none());
    assert_eq!(amount(&service), Some(2_738_000));
}

#[test]
fn a_check_tells_namesakes_and_files_that_are_not_read() {
    let installation = Installation::quick(&[NISHI]);
    let seeds = &installation.paths.seeds;
    fs::copy(seeds.join(NISHI), seeds.join("nishi-osaka-r2-management-policy.md")).expect("a copy");
    fs::write(seeds.join("plan.pdf"), "%PDF-1.7").expect("a file");
    fs::create_dir(seeds.join("old.txt")).expect("a folder");
    let config = &installation.paths.config;
    fs::write(config.join("documents.toml"), "\n[document.nihsi]\nstatus = \"案\"\n")
        .expect("a file");
    fs::create_dir(config.join("expected")).expect("a folder");
    fs::write(config.join("expected/nishi.toml"), "").expect("a file");
    let checked = AnswerService::check(&installation.paths).expect("a check");
    let codes: Vec<&str> = checked
        .documents
        .iter()
        .flat_map(|document| document.diagnostics.iter().map(|found| found.code.as_str()))
        .collect();
    assert!(
        codes.contains(&"duplicate-document") && codes.contains(&"pdf-without-text"),
        "{codes:?}"
    );
    let config: Vec<(&str, u32, &str)> = checked
        .config
        .iter()
        .map(|(_, it)| (it.code.as_str(), it.lines.0, it.excerpt.as_str()))
        .collect();
    let expected =
        [("expected-without-document", 1, "nishi"), ("facts-without-document", 2, "nihsi")];
    assert_eq!(config, expected);
    let folder = checked.documents.iter().find(|it| it.info.file == "old.txt").expect("it is told");
    let [found] = &*folder.diagnostics else { panic!("{:?}", folder.diagnostics) };
    assert_eq!(
        (found.code.as_str(), found.excerpt.as_str()),
        ("unreadable", "a folder and no file")
    );
    assert!(Path::new(&installation.paths.index).read_dir().is_err(), "a check builds nothing");
}
