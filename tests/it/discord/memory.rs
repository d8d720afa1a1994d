//! What the bot remembers, and what it does without a memory.

use std::path::Path;
use std::time::{Duration, Instant};

use madoguchi::question::Language;
use madoguchi::render::Look;
use madoguchi::settings::Settings;
use madoguchi::store::{FILE, Store};
use rusqlite::Connection;
use serde_json::json;

use super::stand_in::{ALICE, Answered, BOB, Discord, PATIENCE, Person, SERVICE, Stage, mention};

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";

fn holds(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut bytes = files.filter_map(|entry| std::fs::read(entry.path()).ok());
    bytes.any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

fn id(person: &str) -> u64 {
    person.parse().expect("a number")
}

#[tokio::test]
async fn settings_survive_a_restart() {
    let stage = Stage::ready().await;
    let settings = stage.discord.command("settings", json!([]), &Person::alice()).await;
    stage.discord.choose(&settings, "答えの言語", 3, &Person::alice()).await;
    let settings = stage.discord.command("settings", json!([]), &Person::alice()).await;
    let settings = stage.discord.choose(&settings, "Your ward", 1, &Person::alice()).await;
    stage.discord.choose(&settings, "How answers look", 3, &Person::alice()).await;
    let before = stage.store.person(id(ALICE));
    let stage = stage.restart(SERVICE.clone()).await;
    assert_eq!(stage.store.person(id(ALICE)), before);
    assert_eq!((before.language, before.look), (Some(Language::English), Some(Look::Plain)));
    let settings = stage.discord.command("settings", json!([]), &Person::alice()).await;
    assert!(settings.text().contains("English"), "{}", settings.text());
    assert!(settings.text().contains("For screen readers"), "{}", settings.text());
    assert!(
        stage
            .discord
            .command("settings", json!([]), &Person::bob())
            .await
            .text()
            .contains("決めない")
    );
}

#[tokio::test]
async fn a_ward_that_was_chosen_is_remembered_in_its_channel() {
    let stage = Stage::ready().await;
    let asked = stage.discord.ask("港区の防災の取組は？", &Person::alice()).await;
    let osaka = asked.labels().into_iter().find(|label| label.contains("大阪市港区"));
    let label = osaka.unwrap_or_else(|| panic!("{}", asked.text()));
    stage.discord.press(&asked, &label, &Person::alice()).await;
    let stage = stage.restart(SERVICE.clone()).await;
    let again = stage.discord.ask("港区の防災の取組は？", &Person::alice()).await;
    assert!(
        again.text().contains("大阪市港区") && !again.labels().contains(&label),
        "{}",
        again.text()
    );
}

#[tokio::test]
async fn a_ward_that_was_chosen_is_one_persons_own() {
    let stage = Stage::ready().await;
    let (alice, bob) = (Person::alice(), Person::bob());
    let wards = |answer: &Answered| {
        let labels = answer.labels().into_iter();
        labels.filter(|label| label.contains("港区 · ")).collect::<Vec<_>>()
    };
    let asked = stage.discord.ask("港区の防災の取組は？", &alice).await;
    let offered = wards(&asked);
    assert_eq!(offered.len(), 2, "{offered:?}");
    let osaka = offered.iter().find(|label| label.contains("大阪市")).expect("it is offered");
    stage.discord.press(&asked, osaka, &alice).await;

    let again = stage.discord.ask("港区の防災の取組は？", &alice).await;
    assert!(again.text().contains("大阪市港区") && wards(&again).is_empty(), "{}", again.text());
    let bare = stage.discord.ask("防災の取組は？", &alice).await;
    assert!(bare.text().contains("大阪市港区"), "{}", bare.text());
    let other = stage.discord.ask("港区の防災の取組は？", &bob).await;
    assert_eq!(wards(&other), offered, "{}", other.text());
}

#[tokio::test]
async fn privacy_gives_everything_and_deletes_it_from_the_files() {
    let stage = Stage::ready().await;
    let answer = stage.discord.ask("アリスの質問 防災", &Person::alice()).await;
    let form = stage.discord.press(&answer, "まちがいを知らせる", &Person::alice()).await;
    stage.discord.fill_in(&form, "アリスの声").await;
    stage.discord.ask("ボブの質問 防災", &Person::bob()).await;
    let settings = stage.discord.command("settings", json!([]), &Person::alice()).await;
    stage.discord.choose(&settings, "自分の区", 1, &Person::alice()).await;

    let privacy = stage.discord.command("privacy", json!([]), &Person::alice()).await;
    assert!(privacy.text().contains("90日間"), "{}", privacy.text());
    let kept = stage.discord.press(&privacy, "自分のデータを受け取る", &Person::alice()).await;
    let file = kept.callback["stand_in_files"].as_str().expect("a file");
    for text in ["アリスの質問 防災", "アリスの声", "\"ward\""] {
        assert!(file.contains(text), "{text}: {file}");
    }
    assert!(!file.contains("ボブ"));
    assert!(holds(stage.folder(), "アリスの声"));
    let deleted = stage.discord.press(&privacy, "自分のデータを消す", &Person::alice()).await;
    assert!(deleted.text().contains("消しました"), "{}", deleted.text());
    assert!(!holds(stage.folder(), "アリスの") && holds(stage.folder(), "ボブの質問"));
    assert_eq!(stage.store.person(id(ALICE)), madoguchi::store::Person::default());
    let nothing = stage.discord.press(&privacy, "自分のデータを消す", &Person::alice()).await;
    assert!(nothing.text().contains("ありません"), "{}", nothing.text());
}

#[tokio::test]
async fn painful_questions_leave_no_words_behind() {
    let stage = Stage::ready().await;
    stage.discord.ask("夫に殴られています", &Person::alice()).await;
    let distress = stage.discord.ask("生きるのがつらい", &Person::alice()).await;
    assert!(distress.is_private() && distress.text().contains("119番"), "{}", distress.text());
    assert!(!distress.text().contains("つらい\n"), "repeated: {}", distress.text());
    let helpful = stage.discord.press(&distress, "役に立った", &Person::alice()).await;
    assert!(helpful.text().contains("ありがとう"));
    stage.discord.dispatch("MESSAGE_CREATE", &mention(BOB, "もう生きられない"));
    stage.discord.wait("POST", "/messages").await;
    stage.discord.ask(TOWERS, &Person::bob()).await;
    assert_eq!(stage.store.recent_questions(9).expect("questions").len(), 1);
    let stats = stage.store.stats(1).expect("figures");
    assert_eq!(stats.asked, 4, "counted all the same");
    stage.store.close(PATIENCE);
    assert!(holds(stage.folder(), TOWERS));
    for word in ["殴られ", "つらい", "生きられない"] {
        assert!(!holds(stage.folder(), word), "{word}");
    }
}

#[tokio::test]
async fn every_way_of_asking_is_kept() {
    let stage = Stage::ready().await;
    stage.discord.ask(TOWERS, &Person::alice()).await;
    stage.discord.answer_this(TOWERS).await;
    let words = json!([{"name": "name", "type": 3, "value": "つなみのとき にげるところ どこ"}]);
    stage.discord.command("measure", words, &Person::alice()).await;
    let topic = json!([{"name": "topic", "type": 3, "value": "子育て"}]);
    stage.discord.command("contact", topic, &Person::alice()).await;
    stage.discord.dispatch("MESSAGE_CREATE", &mention(ALICE, TOWERS));
    stage.discord.wait("POST", "/messages").await;
    let questions = stage.store.recent_questions(9).expect("questions");
    let mut surfaces: Vec<String> = questions
        .iter()
        .map(|question| serde_json::to_value(question.surface).expect("a name").to_string())
        .collect();
    surfaces.sort();
    surfaces.dedup();
    assert!(surfaces.len() >= 4 && surfaces.contains(&"\"message\"".to_owned()), "{surfaces:?}");
    let towers = questions.iter().find(|question| question.text.as_deref() == Some(TOWERS));
    let towers = towers.expect("it was asked");
    assert_eq!(towers.measure.as_deref(), Some("minato-osaka-r3-management-policy/2-1-3"));
    assert_eq!(towers.ward.as_deref(), Some("大阪市港区"));
    assert!(towers.latency_us > 0);
}

#[tokio::test]
async fn without_a_memory_answers_go_on() {
    let memory = tempfile::tempdir().expect("a folder");
    std::fs::write(memory.path().join(FILE), "no database").expect("a file");
    let stage = Stage::start_with(Discord::start().await, SERVICE.clone(), memory, |_| {});
    stage.discord.wait("PUT", "/commands").await;
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108か所"));
    let settings = stage.discord.command("settings", json!([]), &Person::alice()).await;
    let settings = stage.discord.choose(&settings, "答えの言語", 3, &Person::alice()).await;
    assert!(settings.text().contains("English"), "kept until the end: {}", settings.text());
    for sub in ["unanswered", "reports", "stats"] {
        let told = stage.discord.sub("desk", sub, json!([]), &Person::moderator()).await;
        assert!(told.text().contains("記録を読み書きできませんでした"), "{sub}: {}", told.text());
    }
    let privacy = stage.discord.command("privacy", json!([]), &Person::alice()).await;
    let told = stage.discord.press(&privacy, "Delete my data", &Person::alice()).await;
    assert!(told.text().contains("何も変わっていない"), "not pretended: {}", told.text());
}

#[tokio::test]
async fn a_slow_disk_delays_no_answer() {
    let stage = Stage::ready().await;
    stage.discord.ask(TOWERS, &Person::bob()).await;
    stage.store.recent_questions(1).expect("written");
    // Somebody else holds the file.
    let other = Connection::open(stage.folder().join(FILE)).expect("the file");
    other.execute_batch("BEGIN EXCLUSIVE").expect("held");
    let started = Instant::now();
    for _ in 0..5 {
        assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108か所"));
    }
    // A question asked of the memory is waited for two seconds each.
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    let told = stage.discord.sub("desk", "reports", json!([]), &Person::moderator()).await;
    assert!(told.text().contains("記録を読み書きできませんでした"), "{}", told.text());
    other.execute_batch("ROLLBACK").expect("freed");
    stage.store.close(PATIENCE);
    let store = Store::open(stage.folder(), &Settings::defaults().store);
    assert_eq!(store.recent_questions(99).expect("questions").len(), 6, "written in the end");
}
