use std::sync::mpsc::channel;

use rusqlite::Connection;

use super::worker::QUEUE;
use super::*;
use crate::answer::Answer;
use crate::answer::{Outcome, Reason, Understood};
use crate::question::{Language, Slot};
use crate::render::Look;

const PATIENCE: Duration = Duration::from_secs(10);
const ALICE: u64 = 200_000_000_000_000_002;
const BOB: u64 = 200_000_000_000_000_003;

fn settings() -> StoreSettings {
    StoreSettings { retention_days: 90, audit_days: 365 }
}

fn open(folder: &Path) -> Store {
    Store::open(folder, &settings())
}

fn answer(text: &str) -> Answer {
    Answer {
        id: None,
        question: text.to_owned(),
        outcome: Outcome::NotFound,
        reading: Understood {
            municipality: Some("大阪市港区".to_owned()),
            ..Understood::default()
        },
        language: Language::Japanese,
        reason: Some(Reason::NothingNear),
        answers: Vec::new(),
        aggregate: None,
        offices: Vec::new(),
        desks: Vec::new(),
        contents: Vec::new(),
        missing: vec![Slot::Place],
        sensitive: false,
    }
}

fn ask(store: &Store, user: u64, answer: &Answer) {
    let latency = Duration::from_micros(250);
    store.asked(&Asked { user, guild: 7, surface: Surface::Ask, answer, latency });
}

fn say(store: &Store, user: u64, comment: &str) {
    store.said(Said {
        user,
        guild: 7,
        verdict: Verdict::Mistake,
        measure: Some("a/1".to_owned()),
        question: None,
        comment: comment.to_owned(),
    });
}

/// Everything that lies in the folder, as bytes.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let files = fs_err::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.flat_map(|path| fs_err::read(path).unwrap()).collect()
}

fn holds(folder: &Path, text: &str) -> bool {
    bytes_of(folder).windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn what_is_kept_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    ask(&store, ALICE, &answer("ねこの集会所はどこですか"));
    say(&store, ALICE, "電話番号が古い");
    store.audit("4", "desk note", "a/1");
    store.change_person(ALICE, |person| {
        person.ward = Some("大阪市港区".to_owned());
        person.language = Some(Language::English);
        person.look = Some(Look::HardReadings);
        person.chosen.insert(12, "東京都港区".to_owned());
    });
    let settings = store.person(ALICE);
    store.close(PATIENCE);

    let store = open(folder.path());
    assert_eq!(store.person(ALICE), settings);
    assert_eq!(store.person(BOB), Person::default());
    let questions = store.recent_questions(10).unwrap();
    let [question] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!(question.text.as_deref(), Some("ねこの集会所はどこですか"));
    assert_eq!(question.outcome, Outcome::NotFound);
    assert_eq!(question.reason.as_deref(), Some("nothing_near"));
    assert_eq!(question.missing, [Slot::Place]);
    assert_eq!(question.ward.as_deref(), Some("大阪市港区"));
    assert_eq!((question.latency_us, question.guild), (250, 7));
    assert_eq!(question.day, today().to_string());
    let kept = store.kept_of(ALICE).unwrap();
    assert_eq!(kept.questions, questions);
    assert_eq!(kept.feedback[0].comment, "電話番号が古い");
    let trail = store.trail(10).unwrap();
    assert_eq!((trail[0].who.as_str(), trail[0].what.as_str()), ("4", "desk note"));
    assert_eq!(store.losses(), Losses::default());
}

#[test]
fn nobody_is_named_and_the_key_is_the_owners() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    ask(&store, ALICE, &answer("予算は"));
    say(&store, ALICE, "古い");
    store.change_person(ALICE, |person| person.language = Some(Language::Korean));
    store.close(PATIENCE);
    assert!(!holds(folder.path(), &ALICE.to_string()));
    for bytes in [ALICE.to_le_bytes(), ALICE.to_be_bytes()] {
        assert!(!bytes_of(folder.path()).windows(8).any(|window| window == bytes));
    }
    #[cfg(unix)]
    for file in [key::FILE, FILE] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs_err::metadata(folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn the_words_of_sensitive_questions_are_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let sensitive = Answer { sensitive: true, ..answer("夫に殴られました") };
    let distress = Answer { reason: Some(Reason::Distress), ..answer("生きるのがつらい") };
    ask(&store, ALICE, &sensitive);
    ask(&store, ALICE, &distress);
    ask(&store, ALICE, &answer("ごみの日は"));
    assert_eq!(store.recent_questions(10).unwrap().len(), 1);
    assert_eq!(store.kept_of(ALICE).unwrap().questions.len(), 1, "sensitive ones are nobody's");
    store.close(PATIENCE);
    assert!(holds(folder.path(), "ごみの日は"));
    assert!(!holds(folder.path(), "殴ら") && !holds(folder.path(), "つらい"));
}

#[test]
fn who_asks_to_be_forgotten_is_gone_from_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    for n in 0..200 {
        ask(&store, ALICE, &answer(&format!("アリスの質問その{n}")));
        ask(&store, BOB, &answer(&format!("ボブの質問その{n}")));
    }
    say(&store, ALICE, "アリスの声");
    store.change_person(ALICE, |person| person.ward = Some("アリスの区".to_owned()));
    assert_eq!(store.kept_of(ALICE).unwrap().questions.len(), 200);
    assert!(holds(folder.path(), "アリスの質問その7"));
    assert!(store.forget(ALICE).unwrap());
    // While the store is open, and without closing it.
    for text in ["アリスの質問", "アリスの声", "アリスの区"] {
        assert!(!holds(folder.path(), text), "{text}");
    }
    assert!(holds(folder.path(), "ボブの質問その7"));
    assert!(!store.forget(ALICE).unwrap(), "nothing is left");
    assert_eq!(store.kept_of(BOB).unwrap().questions.len(), 200);
}

#[test]
fn the_same_word_on_the_same_answer_counts_once_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    for comment in ["古い", "古い", "ちがう"] {
        say(&store, ALICE, comment);
    }
    say(&store, BOB, "古い");
    assert_eq!(store.kept_of(ALICE).unwrap().feedback.len(), 2);
    assert_eq!(store.kept_of(BOB).unwrap().feedback.len(), 1);
}

#[test]
fn what_was_kept_long_enough_goes_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    ask(&store, ALICE, &answer("きょうの質問"));
    ask(&store, ALICE, &answer("きのうの質問"));
    store.audit("4", "desk", "きょう");
    store.recent_questions(1).unwrap();
    store.close(PATIENCE);
    let edit = Connection::open(folder.path().join(FILE)).unwrap();
    let old = today().checked_sub(jiff::Span::new().days(91)).unwrap().to_string();
    edit.execute("UPDATE question SET day = ?1 WHERE text LIKE 'きのう%'", [&old]).unwrap();
    edit.execute(
        "INSERT INTO audit VALUES (NULL, '2020-01-01T00:00:00Z', '4', 'desk', 'むかし')",
        [],
    )
    .unwrap();
    drop(edit);

    let store = open(folder.path());
    let texts = |store: &Store| -> Vec<Option<String>> {
        store.recent_questions(9).unwrap().into_iter().map(|question| question.text).collect()
    };
    assert_eq!(texts(&store), [Some("きょうの質問".to_owned())]);
    assert_eq!(store.trail(9).unwrap().len(), 1);
    assert!(!holds(folder.path(), "きのうの質問") && !holds(folder.path(), "むかし"));
}

#[test]
fn a_full_queue_drops_and_never_waits() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let (free, held) = channel::<()>();
    store.0.worker.write(move |_| {
        let _ = held.recv();
        Ok(())
    });
    let one = answer("速く");
    for _ in 0..QUEUE + 100 {
        ask(&store, ALICE, &one);
    }
    let dropped = store.losses().dropped;
    assert!((99..=101).contains(&dropped), "{dropped}");
    assert!(matches!(store.recent_questions(1), Err(StoreError::Slow)));
    drop(free);
    store.close(PATIENCE);
    let n = open(folder.path()).kept_of(ALICE).unwrap().questions.len() as u64;
    assert_eq!(n + dropped, QUEUE as u64 + 100);
}

#[test]
fn a_full_disk_is_counted_and_waited_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let allow = |pages: i64| {
        store.0.worker.ask(move |database| database.limit_pages(pages)).unwrap();
    };
    allow(1);
    let long = answer(&"長い質問".repeat(200));
    for _ in 0..50 {
        ask(&store, ALICE, &long);
    }
    let kept = store.recent_questions(100).unwrap().len();
    let failed = store.losses().failed;
    assert!(failed > 0 && kept + usize::try_from(failed).unwrap() == 50, "{kept} {failed}");
    store.change_person(ALICE, |person| person.ward = Some("大阪市港区".to_owned()));
    assert_eq!(store.person(ALICE).ward.as_deref(), Some("大阪市港区"), "holds in memory");
    allow(1_000_000);
    ask(&store, BOB, &answer("また書ける"));
    assert_eq!(store.recent_questions(1).unwrap()[0].text.as_deref(), Some("また書ける"));
}

#[test]
fn a_file_that_may_not_be_written_costs_only_memory() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    store.0.worker.ask(|database| database.forbid_writing()).unwrap();
    ask(&store, ALICE, &answer("予算は"));
    assert_eq!(store.recent_questions(1).unwrap(), []);
    assert_eq!(store.losses().failed, 1);
    assert!(matches!(store.forget(ALICE), Err(StoreError::Failed(_))), "said, not pretended");
}

#[test]
fn a_store_that_cannot_be_opened_forgets() {
    let spoil: [fn(&Path); 4] = [
        |folder| {
            let text = "これはデータベースではありません。".repeat(99);
            fs_err::write(folder.join(FILE), text).unwrap();
        },
        |folder| fs_err::create_dir(folder.join(FILE)).unwrap(),
        |folder| fs_err::write(folder.join(key::FILE), "short").unwrap(),
        |folder| {
            let edit = Connection::open(folder.join(FILE)).unwrap();
            edit.pragma_update(None, "user_version", 1000).unwrap();
        },
    ];
    for spoil in spoil {
        let folder = tempfile::tempdir().unwrap();
        spoil(folder.path());
        let before = bytes_of_file(&folder.path().join(FILE));
        let store = open(folder.path());
        assert!(store.trouble().is_some());
        ask(&store, ALICE, &answer("予算は"));
        say(&store, ALICE, "古い");
        store.audit("4", "desk", "");
        store.change_person(ALICE, |person| person.language = Some(Language::English));
        assert_eq!(store.person(ALICE).language, Some(Language::English), "until the end");
        assert!(matches!(store.recent_questions(1), Err(StoreError::Unusable(_))));
        assert!(matches!(store.forget(ALICE), Err(StoreError::Unusable(_))));
        assert_eq!(store.person(ALICE), Person::default());
        store.close(PATIENCE);
        assert!(bytes_of_file(&folder.path().join(FILE)) == before, "changed");
    }
    let store = open(Path::new("no/such/folder"));
    assert!(store.trouble().is_some());
}

fn bytes_of_file(path: &Path) -> Option<Vec<u8>> {
    fs_err::read(path).ok()
}

#[test]
fn another_process_may_use_the_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let (bot, command) = (open(folder.path()), open(folder.path()));
    bot.audit("4", "data reload", "");
    command.audit("operator", "data rollback", "");
    bot.trail(1).unwrap();
    command.close(PATIENCE);
    assert_eq!(bot.trail(9).unwrap().len(), 2);
}

#[test]
fn a_file_of_version_1_is_brought_forward() {
    let folder = tempfile::tempdir().unwrap();
    let old = Connection::open(folder.path().join(FILE)).unwrap();
    old.execute_batch(include_str!("migrations/1.sql")).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    let who = PersonKey::open(folder.path()).unwrap().hash(ALICE);
    let day = today().to_string();
    old.execute(
        "INSERT INTO question VALUES (7, ?1, ?2, 1, 'ask', 'ja', NULL, '前の版の質問', 'not_found', NULL, NULL, '[]', 99)",
        [&day, &who],
    )
    .unwrap();
    old.execute(
        "INSERT INTO feedback VALUES (3, ?1, ?2, 1, 'mistake', 'a/1', NULL, '前の版の声')",
        [&day, &who],
    )
    .unwrap();
    old.execute("INSERT INTO person VALUES (?1, '大阪市港区', 'ko', '{}')", [&who]).unwrap();
    drop(old);

    let store = open(folder.path());
    assert_eq!(store.trouble(), None);
    let person = store.person(ALICE);
    assert_eq!((person.language, person.look), (Some(Language::Korean), None));
    assert_eq!(store.recent_questions(9).unwrap()[0].text.as_deref(), Some("前の版の質問"));
    let reports = store.reports(9).unwrap();
    assert_eq!((reports[0].id, reports[0].state), (3, ReportState::Open));
    store.add_note(About::Measure { id: "a/1".to_owned() }, "新しい版のことば").unwrap();
    store.close(PATIENCE);
    let file = Connection::open(folder.path().join(FILE)).unwrap();
    let version: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 3);
}

#[test]
fn what_moderators_say_and_set_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let topic = About::Topic {
        topic: "ごみ".to_owned(),
        terms: vec!["ごみ".to_owned()],
        ward: Some("大阪市港区".to_owned()),
    };
    let first = store.add_note(topic.clone(), "収集は水曜です").unwrap();
    let id = "a/1".to_owned();
    let gone = store.add_note(About::Correction { id, stamp: "s".to_owned() }, "ちがう").unwrap();
    assert!(store.remove_note(gone).unwrap() && !store.remove_note(gone).unwrap());
    let settings = ChannelSettings {
        ward: Some("大阪市港区".to_owned()),
        language: Some(Language::English),
        every: true,
        ..ChannelSettings::default()
    };
    store.set_channel(5, settings.clone()).unwrap();
    store.set_channel(6, settings.clone()).unwrap();
    store.set_channel(6, ChannelSettings::default()).unwrap();
    let now = (store.notes().to_vec(), store.channel(5), store.channel(6));
    store.close(PATIENCE);

    let store = open(folder.path());
    assert_eq!((store.notes().to_vec(), store.channel(5), store.channel(6)), now);
    assert_eq!((now.0[0].id, &now.0[0].about, now.0.len()), (first, &topic, 1));
    assert_eq!((now.1, now.2), (settings, ChannelSettings::default()));
    assert!(store.any_channel_answers_all());
}

#[test]
fn reports_wait_until_they_are_dealt_with() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    say(&store, ALICE, "一つ目");
    say(&store, BOB, "二つ目");
    let others =
        [(Verdict::NotHelpful, ""), (Verdict::NotHelpful, "別の区"), (Verdict::Helpful, "")];
    for (verdict, comment) in others {
        store.said(Said {
            user: BOB,
            guild: 7,
            verdict,
            measure: None,
            question: None,
            comment: comment.to_owned(),
        });
    }
    let comments = |store: &Store| -> Vec<String> {
        store.reports(9).unwrap().into_iter().map(|report| report.comment).collect()
    };
    assert_eq!(comments(&store), ["一つ目", "二つ目", "別の区"]);
    let first = store.reports(1).unwrap()[0].id;
    assert!(store.resolve(first).unwrap() && !store.resolve(first).unwrap());
    assert_eq!(comments(&store), ["二つ目", "別の区"]);
    assert_eq!(store.report(first).unwrap().unwrap().state, ReportState::Resolved);
    assert_eq!(store.report(99).unwrap(), None);
    let stats = store.stats(1).unwrap();
    assert_eq!(stats.verdicts.map(|(_, n)| n), [1, 2, 2]);
    assert_eq!(stats.resolved, 1);
}

#[test]
fn figures_count_what_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let answered =
        |missing| Answer {
            outcome: Outcome::Answered, reason: None, missing, ..answer("予算は")
        };
    let answers = [
        answered(Vec::new()),
        answered(vec![Slot::Time, Slot::Place]),
        answered(vec![Slot::Time]),
        Answer { outcome: Outcome::Choose, reason: None, ..answer("防災は") },
        answer("猫カフェは"),
        Answer { reason: Some(Reason::Greeting), ..answer("こんにちは") },
    ];
    for (n, answer) in answers.iter().enumerate() {
        let latency = Duration::from_micros(100 * (n as u64 + 1));
        store.asked(&Asked { user: ALICE, guild: 7, surface: Surface::Ask, answer, latency });
    }
    let stats = store.stats(30).unwrap();
    assert_eq!(
        [stats.asked, stats.answered, stats.partly, stats.to_choose, stats.unanswered],
        [6, 3, 2, 1, 1]
    );
    assert_eq!(stats.missing, [(Slot::Time, 2), (Slot::Place, 1)]);
    assert_eq!((stats.p50_us, stats.p95_us), (400, 600));
    assert_eq!(stats.per_day, [(today().to_string(), 6)]);
    let unanswered = store.unanswered(30, 9).unwrap();
    assert_eq!(unanswered.len(), 1);
    assert_eq!(unanswered[0].text.as_deref(), Some("猫カフェは"));
    let other = tempfile::tempdir().unwrap();
    let none = open(other.path()).stats(30).unwrap();
    assert_eq!((none.asked, none.p95_us), (0, 0));
}
