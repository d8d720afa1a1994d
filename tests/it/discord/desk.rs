//! The moderators' desk: who may come to it, and what comes of what is done there.

use std::sync::Arc;

use axum::http::Method;
use madoguchi::service::AnswerService;
use serde_json::{Value, json};

use super::stand_in::{
    ALICE, CHANNEL, Discord, GUILD, Person, SERVICE, Stage, mention, message, text_of,
};
use crate::support::Installation;

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";
const PASSPORT: &str = "パスポートの更新はどこでできますか";
const MINATO: &str = "minato-osaka-r3-management-policy.txt";
const SUBCOMMANDS: [&str; 7] =
    ["unanswered", "reports", "note", "contact", "channel", "stats", "export"];

fn text(name: &str, value: &str) -> Value {
    json!({"name": name, "type": 3, "value": value})
}

/// The options that a subcommand cannot do without.
fn options(sub: &str) -> Value {
    match sub {
        "contact" => json!([
            text("ward", "大阪市港区"),
            text("topic", "津波避難ビル"),
            text("name", "港区役所 テスト課"),
            text("source", "広報紙 2026年11月号"),
        ]),
        _ => json!([]),
    }
}

/// A bot over an installation of its own, whose files a test may change.
async fn own_stage() -> (Installation, Arc<AnswerService>, Stage) {
    let installation = Installation::new(&[MINATO]);
    let service = Arc::new(installation.open());
    let stage = Stage::start(Discord::start().await, service.clone(), |_| {});
    stage.discord.wait("PUT", "/commands").await;
    (installation, service, stage)
}

/// What the bot says to a question of Alice's.
async fn reply(stage: &Stage, question: &str) -> String {
    stage.discord.ask(question, &Person::alice()).await.text()
}

async fn desk(stage: &Stage, sub: &str, options: Value) -> super::stand_in::Answered {
    stage.discord.sub("desk", sub, options, &Person::moderator()).await
}

/// What stands in a deferred reply, files included.
async fn delivered(stage: &Stage, answered: &super::stand_in::Answered) -> Value {
    assert_eq!(answered.callback["type"], 5);
    stage.discord.wait("PATCH", &answered.token).await.body
}

#[tokio::test]
async fn only_moderators_come_to_the_desk() {
    let (_installation, _service, stage) = own_stage().await;
    let direct = Person { direct: true, ..Person::moderator() };
    let other_role = Person { roles: &["500"], ..Person::alice() };
    for sub in SUBCOMMANDS {
        for person in [Person::alice(), direct, other_role] {
            let refused = stage.discord.sub("desk", sub, options(sub), &person).await;
            assert!(refused.is_private() && refused.text().contains("係の方"), "/desk {sub}");
        }
    }
    // Their buttons and forms are no way round.
    let reports = desk(&stage, "reports", json!([])).await;
    for id in ["m1|k|u|0", "m1|k|d|1", "m1|k|x|1", "m1|k|w|w|1", "m1|k|cs|e|1", "m1|k|cw"] {
        let refused = stage.discord.press_id(&reports, id, &Person::alice()).await;
        assert!(refused.text().contains("係の方"), "{id}: {}", refused.text());
    }
    let settings = stage.store.channel(CHANNEL.parse().expect("a number"));
    assert!(!settings.every, "changed by somebody else");
    assert_eq!(stage.store.trail(99).expect("a trail").len(), 1, "one look, nothing else");
}

#[tokio::test]
async fn a_role_makes_moderators_and_other_servers_do_not() {
    let start = |servers: Vec<u64>| async {
        let stage = Stage::start(Discord::start().await, SERVICE.clone(), |settings| {
            settings.moderator_roles = vec![500];
            settings.moderator_servers = servers;
        });
        stage.discord.wait("PUT", "/commands").await;
        stage
    };
    let volunteer = Person { roles: &["400", "500"], ..Person::alice() };
    let home = start(vec![1, GUILD.parse().expect("a number")]).await;
    for person in [volunteer, Person::moderator()] {
        let stats = home.discord.sub("desk", "stats", json!([]), &person).await;
        assert!(stats.text().contains("30日間"), "{}", stats.text());
    }
    let away = start(vec![1]).await;
    for person in [volunteer, Person::moderator()] {
        let refused = away.discord.sub("desk", "stats", json!([]), &person).await;
        assert!(refused.text().contains("係の方"), "{}", refused.text());
    }
}

#[tokio::test]
async fn every_subcommand_answers_in_every_language() {
    let (_installation, _service, stage) = own_stage().await;
    reply(&stage, PASSPORT).await;
    for sub in SUBCOMMANDS {
        for locale in ["ja", "en-US", "zh-CN", "zh-TW", "ko"] {
            let person = Person { locale, ..Person::moderator() };
            let answer = stage.discord.sub("desk", sub, options(sub), &person).await;
            if sub == "export" {
                delivered(&stage, &answer).await;
            } else {
                assert!(answer.is_private(), "/desk {sub} in {locale}");
                assert!(!answer.text().trim().is_empty(), "/desk {sub} in {locale}");
            }
        }
    }
    let trail = stage.store.trail(99).expect("a trail");
    for sub in SUBCOMMANDS {
        let n = trail.iter().filter(|entry| entry.what == format!("desk {sub}")).count();
        assert_eq!(n, 5, "desk {sub}");
    }
    let contact = trail.iter().find(|entry| entry.what == "desk contact").expect("it is there");
    assert!(contact.detail.contains("topic: 津波避難ビル"), "{}", contact.detail);
    assert!(trail.iter().all(|entry| entry.who == Person::moderator().id));
}

#[tokio::test]
async fn what_was_not_answered_is_grouped_and_pointed_elsewhere() {
    let (_installation, _service, stage) = own_stage().await;
    for question in
        [PASSPORT, "パスポートを更新したい", "猫カフェの営業時間は", "こんにちは", TOWERS]
    {
        reply(&stage, question).await;
    }
    let list = desk(&stage, "unanswered", json!([])).await;
    assert!(list.text().contains("2件"), "{}", list.text());
    assert!(list.text().contains("2回"), "{}", list.text());
    assert!(!list.text().contains("津波") && !list.text().contains("こんにちは"));
    let moderator = Person::moderator();
    let group = stage.discord.choose(&list, "見たいものを選んでください", 0, &moderator).await;
    assert!(group.text().contains(PASSPORT), "{}", group.text());
    assert!(group.text().contains("パスポートを更新したい"), "{}", group.text());

    let form = stage.discord.press(&group, "区の資料にないこと", &moderator).await;
    let topic = &form.data()["components"][0]["components"][0]["value"];
    assert_eq!(topic, "パスポート 更新");
    let said = "旅券は大阪府パスポートセンターに聞いてください";
    stage.discord.fill_in_all(&form, &["パスポート", said], &moderator).await;
    let pointed = reply(&stage, "パスポートはどこで作れますか").await;
    assert!(pointed.contains("係の方から") && pointed.contains(said), "{pointed}");
    assert!(!reply(&stage, "猫カフェの営業時間は").await.contains(said));
    let list = desk(&stage, "unanswered", json!([])).await;
    assert!(!list.text().contains("パスポート"), "{}", list.text());

    // No word to be found in a question: the topic would fit every question.
    let group = stage.discord.choose(&list, "見たいものを選んでください", 0, &moderator).await;
    let form = stage.discord.press(&group, "係のことばを添える", &moderator).await;
    let refused = stage.discord.fill_in_all(&form, &["予算はいくら", "x"], &moderator).await;
    assert!(refused.text().contains("探せることばがありません"), "{}", refused.text());
}

#[tokio::test]
async fn a_word_is_added_and_found_after_a_reload() {
    let (installation, _service, stage) = own_stage().await;
    let question = "大阪市港区の猫カフェはいくつありますか";
    assert!(!reply(&stage, question).await.contains("108か所"));
    let list = desk(&stage, "unanswered", json!([])).await;
    let moderator = Person::moderator();
    let group = stage.discord.choose(&list, "見たいものを選んでください", 0, &moderator).await;
    let form = stage.discord.press(&group, "ことばを足す", &moderator).await;
    let file = installation.paths.config.join("thesaurus.local.toml");
    let nothing = stage.discord.fill_in_all(&form, &["猫カフェ", "、"], &moderator).await;
    assert!(nothing.text().contains("書いてください") && !file.exists(), "{}", nothing.text());

    let form = stage.discord.press(&group, "ことばを足す", &moderator).await;
    let added = stage.discord.fill_in_all(&form, &["猫カフェ", "津波避難ビル"], &moderator).await;
    assert!(added.text().contains("「猫カフェ」を「津波避難ビル」"), "{}", added.text());
    assert!(added.text().contains("次の /data reload から"), "{}", added.text());
    let written = std::fs::read_to_string(&file).expect("the words are written");
    assert!(written.contains("\"猫カフェ\" = \"津波避難ビル\""), "{written}");
    assert!(!reply(&stage, question).await.contains("108か所"), "too early");

    let reload = desk_reload(&stage).await;
    assert!(reload.contains("反映しました"), "{reload}");
    assert!(reply(&stage, question).await.contains("108か所"));
    let list = desk(&stage, "unanswered", json!([])).await;
    assert!(list.text().contains("いまの資料で答えられるもの1件"), "{}", list.text());
}

async fn desk_reload(stage: &Stage) -> String {
    let options = json!([{"name": "reload", "type": 1, "options": []}]);
    let answer = stage.discord.command("data", options, &Person::moderator()).await;
    text_of(&stage.discord.wait("PATCH", &answer.token).await.body)
}

#[tokio::test]
async fn a_correction_stands_until_the_measure_changes() {
    let (installation, _service, stage) = own_stage().await;
    let moderator = Person::moderator();
    let answer = stage.discord.ask(TOWERS, &Person::alice()).await;
    let form = stage.discord.press(&answer, "まちがいを知らせる", &Person::alice()).await;
    stage.discord.fill_in(&form, "数が古いです").await;

    let reports = desk(&stage, "reports", json!([])).await;
    assert!(reports.text().contains("待っているもの：1件"), "{}", reports.text());
    let report = stage.discord.choose(&reports, "見たいものを選んでください", 0, &moderator).await;
    assert!(report.text().contains("数が古いです") && report.text().contains(TOWERS));
    assert!(report.text().contains("津波避難ビル") && !report.text().contains(ALICE));
    let form = stage.discord.press(&report, "訂正を書く", &moderator).await;
    stage.discord.fill_in_all(&form, &["2026年11月現在は110か所です"], &moderator).await;
    let corrected = reply(&stage, TOWERS).await;
    assert!(corrected.contains("係の方からの訂正"), "{corrected}");
    assert!(corrected.contains("110か所") && corrected.contains("108か所"), "{corrected}");
    let reports = desk(&stage, "reports", json!([])).await;
    assert!(reports.text().contains("待っているもの：0件"), "{}", reports.text());

    // A change elsewhere in the document leaves it; a change of the measure takes it away.
    let seed = installation.paths.seeds.join(MINATO);
    let text = std::fs::read_to_string(&seed).expect("the seed");
    std::fs::write(&seed, text.replace("避難所開設訓練：3地域", "避難所開設訓練：4地域"))
        .expect("a file");
    desk_reload(&stage).await;
    assert!(reply(&stage, TOWERS).await.contains("110か所"));
    std::fs::write(&seed, text.replace("108か所", "111か所")).expect("a file");
    desk_reload(&stage).await;
    let now = reply(&stage, TOWERS).await;
    assert!(now.contains("111か所") && !now.contains("110か所"), "{now}");
}

#[tokio::test]
async fn a_report_is_resolved_without_a_word() {
    let stage = Stage::ready().await;
    let answer = stage.discord.ask(TOWERS, &Person::alice()).await;
    let form = stage.discord.press(&answer, "ちがう", &Person::alice()).await;
    stage.discord.fill_in(&form, "東京の港区のことでした").await;
    let reports = desk(&stage, "reports", json!([])).await;
    let moderator = Person::moderator();
    let report = stage.discord.choose(&reports, "見たいものを選んでください", 0, &moderator).await;
    let left = stage.discord.press(&report, "対応ずみにする", &moderator).await;
    assert_eq!(left.callback["type"], 7);
    assert!(left.text().contains("ありません"), "{}", left.text());
    let old = stage.discord.press_id(&reports, "m1|k|d|1", &moderator).await;
    assert!(old.text().contains("ありません"), "pressed again: {}", old.text());
}

#[tokio::test]
async fn notes_stand_under_measures_and_topics_until_they_are_removed() {
    let (_installation, service, stage) = own_stage().await;
    let choices = stage.discord.autocomplete("measure", "name", "津波避難ビル").await;
    let measure = choices[0]["value"].as_str().expect("a measure");
    let under = "案内図は区役所1階にあります";
    let noted = desk(&stage, "note", json!([text("text", under), text("measure", measure)])).await;
    assert!(noted.text().contains(under), "{}", noted.text());
    let about = "防災の話題には*この*ことば";
    let options = json!([text("text", about), text("topic", "防災"), text("ward", "大阪市港区")]);
    desk(&stage, "note", options).await;

    let towers = reply(&stage, TOWERS).await;
    assert!(towers.contains("📝 係の方から") && towers.contains(under), "{towers}");
    let stage = stage.restart(service).await;
    assert!(reply(&stage, TOWERS).await.contains(under), "gone after a restart");
    let disaster = reply(&stage, "大阪市港区の防災の取組は？").await;
    assert!(disaster.contains("防災の話題には\\*この\\*ことば"), "{disaster}");
    assert!(!disaster.contains(under));
    let answer = stage.discord.ask(TOWERS, &Person::alice()).await;
    let more = stage.discord.press(&answer, "くわしく", &Person::bob()).await;
    assert!(more.text().contains(under), "{}", more.text());
    let read = stage.discord.press(&answer, "ふりがな", &Person::bob()).await;
    assert!(read.text().contains("案内(あんない)図(ず)は区役所(くやくしょ)"), "{}", read.text());
    let heard = stage.discord.press(&answer, "読み上げ用", &Person::bob()).await;
    assert!(heard.text().contains(under) && !heard.text().contains("📝"), "{}", heard.text());

    let moderator = Person::moderator();
    let list = desk(&stage, "note", json!([])).await;
    assert!(list.text().contains("この") && list.text().contains(under), "{}", list.text());
    let note = stage.discord.choose(&list, "見たいものを選んでください", 1, &moderator).await;
    let left = stage.discord.press(&note, "削除", &moderator).await;
    assert!(!left.text().contains(under), "{}", left.text());
    assert!(!reply(&stage, TOWERS).await.contains(under));
    for wrong in [json!([text("text", "x")]), json!([text("text", "x"), text("measure", "no")])] {
        let refused = desk(&stage, "note", wrong).await;
        assert!(refused.is_private() && stage.store.notes().len() == 1, "{}", refused.text());
    }
}

#[tokio::test]
async fn a_contact_is_checked_written_and_used_after_a_reload() {
    let (installation, _service, stage) = own_stage().await;
    let file = installation.paths.config.join("contacts.toml");
    let before = std::fs::read_to_string(&file).expect("the contacts");
    let with = |more: &[Value]| {
        let mut options = options("contact").as_array().cloned().unwrap_or_default();
        options.extend_from_slice(more);
        Value::Array(options)
    };
    for (wrong, told) in [
        (with(&[text("phone", "まだない")]), "06-1234-5678"),
        (with(&[text("date", "きのう")]), "2024-04-30"),
        (
            json!([
                text("ward", "大阪市北区"),
                text("topic", "防災"),
                text("name", "x"),
                text("source", "y")
            ]),
            "その区の資料はありません",
        ),
        (
            json!([
                text("ward", "大阪市港区"),
                text("topic", "水"),
                text("name", "x"),
                text("source", "y")
            ]),
            "2文字以上",
        ),
    ] {
        let refused = desk(&stage, "contact", wrong).await;
        assert!(refused.text().contains(told), "{}", refused.text());
        assert_eq!(std::fs::read_to_string(&file).expect("the contacts"), before, "written");
    }
    let good = with(&[text("phone", "06-0000-1111"), text("date", "2026-11")]);
    let written = desk(&stage, "contact", good).await;
    assert!(written.text().contains("06-0000-1111"), "{}", written.text());
    let after = std::fs::read_to_string(&file).expect("the contacts");
    assert!(after.starts_with(&before), "comments and order stay");
    assert!(after.contains("topics = [\"津波避難ビル\"]"), "{after}");

    desk_reload(&stage).await;
    let answer = reply(&stage, "大阪市港区の津波避難ビルの問い合わせ先は？").await;
    assert!(answer.contains("港区役所 テスト課") && answer.contains("06-0000-1111"), "{answer}");

    // A correction takes the place of what was there, and says what that was.
    let again = with(&[text("phone", "06-0000-2222"), text("date", "2026-12")]);
    let corrected = desk(&stage, "contact", again).await;
    assert!(corrected.text().contains("06-0000-1111"), "{}", corrected.text());
    let last = std::fs::read_to_string(&file).expect("the contacts");
    assert!(last.contains("06-0000-2222") && !last.contains("06-0000-1111"));
    assert!(last.starts_with(&before));
}

#[tokio::test]
async fn a_contacts_file_that_is_wrong_already_is_left_alone() {
    let (installation, _service, stage) = own_stage().await;
    let file = installation.paths.config.join("contacts.toml");
    std::fs::write(&file, "[[department]]\nname = 5\n").expect("a file");
    let refused = desk(&stage, "contact", options("contact")).await;
    assert!(refused.text().contains("contacts.toml:2"), "{}", refused.text());
    let left = std::fs::read_to_string(&file).expect("the file");
    assert_eq!(left, "[[department]]\nname = 5\n");
}

#[tokio::test]
async fn a_channel_has_its_ward_language_and_privacy() {
    let (_installation, service, stage) = own_stage().await;
    let moderator = Person::moderator();
    let card = desk(&stage, "channel", json!([])).await;
    let card = stage.discord.choose(&card, "区", 1, &moderator).await;
    assert_eq!(card.callback["type"], 7);
    let card = stage.discord.choose(&card, "言語", 3, &moderator).await;
    let card = stage.discord.press(&card, "☐ 答えを質問した人だけに", &moderator).await;
    assert!(
        card.text().contains("大阪市港区") && card.text().contains("English"),
        "{}",
        card.text()
    );
    assert!(card.labels().contains(&"☑ 答えを質問した人だけに".to_owned()), "{:?}", card.labels());

    let stage = stage.restart(service).await;
    let answer = stage.discord.ask("津波避難ビルはいくつありますか", &Person::alice()).await;
    assert!(answer.is_private(), "public");
    assert!(answer.labels().contains(&"Helpful".to_owned()), "{:?}", answer.labels());
    let options = json!([text("question", TOWERS), {"name": "private", "type": 5, "value": false}]);
    let public = stage.discord.command("ask", options, &Person::alice()).await;
    assert!(!public.is_private(), "the asker says otherwise");
    stage.discord.dispatch("MESSAGE_CREATE", &mention(ALICE, TOWERS));
    let reply = stage.discord.wait("POST", "/messages").await;
    assert!(!text_of(&reply.body).contains("108か所"), "{}", text_of(&reply.body));
}

#[tokio::test]
async fn a_channel_answers_every_message_in_a_thread() {
    let (_installation, service, stage) = own_stage().await;
    let moderator = Person::moderator();
    let card = desk(&stage, "channel", json!([])).await;
    let card = stage.discord.press(&card, "☐ スレッドで答える", &moderator).await;
    let card = stage.discord.press(&card, "☐ すべてのメッセージに答える", &moderator).await;
    assert!(card.text().contains("Message Content"), "{}", card.text());

    let stage = stage.restart(service).await;
    assert_ne!(stage.discord.intents() & 1 << 15, 0, "the intent is asked for");
    let card = desk(&stage, "channel", json!([])).await;
    assert!(!card.text().contains("Message Content"), "{}", card.text());
    let question = message(ALICE, TOWERS);
    stage.discord.dispatch("MESSAGE_CREATE", &question);
    let id = question["id"].as_str().expect("an id");
    let thread = stage.discord.wait("POST", &format!("/messages/{id}/threads")).await;
    assert_eq!(thread.body["name"], "答え", "the question is not repeated in the list of threads");
    let reply = stage.discord.wait("POST", "/messages").await;
    let reply = if reply.path.ends_with("/threads") {
        stage.discord.wait_for("POST", "/messages", 2).await
    } else {
        reply
    };
    assert!(!reply.path.contains(CHANNEL), "{}", reply.path);
    assert!(text_of(&reply.body).contains("108か所"));
    assert!(reply.body["message_reference"].is_null());

    // Where Discord allows no thread, the answer stands in the channel.
    stage.discord.fail(Method::POST, "/threads", 403);
    stage.discord.dispatch("MESSAGE_CREATE", &message(ALICE, TOWERS));
    let reply = stage.discord.wait("POST", &format!("/channels/{CHANNEL}/messages")).await;
    drop(reply);
    let in_channel = async {
        loop {
            let all = stage.discord.requests("POST", &format!("/channels/{CHANNEL}/messages"));
            if all.iter().any(|request| request.path.ends_with("/messages")) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(super::stand_in::PATIENCE, in_channel).await.expect("an answer");
}

#[tokio::test]
async fn figures_name_nobody() {
    let stage = Stage::ready().await;
    for question in [TOWERS, TOWERS, PASSPORT, "大阪市港区の津波避難ビルの予算は", "こんにちは"]
    {
        reply(&stage, question).await;
    }
    let stats = desk(&stage, "stats", json!([])).await.text();
    assert!(stats.contains("全部で5件"), "{stats}");
    assert!(stats.contains("あいさつなど1件"), "{stats}");
    assert!(stats.contains("█") && stats.contains(" 5"), "{stats}");
    assert!(stats.contains("金額 1"), "{stats}");
    assert!(stats.contains(PASSPORT), "{stats}");
    assert!(stats.contains(" ms"), "{stats}");
    assert!(!stats.contains(ALICE));
}

#[tokio::test]
async fn what_is_kept_is_exported_without_people() {
    let stage = Stage::ready().await;
    reply(&stage, TOWERS).await;
    reply(&stage, "=HYPERLINK(\"http://evil.example\")").await;
    let answer = stage.discord.ask(PASSPORT, &Person::alice()).await;
    stage.discord.press(&answer, "役に立った", &Person::alice()).await;
    let kept = stage.store.kept_of(ALICE.parse().expect("a number")).expect("kept");
    assert_eq!(kept.questions.len(), 3);
    for (what, holds) in [
        ("questions", "108"),
        ("questions", TOWERS),
        ("feedback", PASSPORT),
        ("audit", Person::moderator().id),
    ] {
        for format in [1, 2] {
            let choice =
                ["questions", "feedback", "notes", "audit"].iter().position(|it| *it == what);
            let options = json!([{"name": "what", "type": 4, "value": choice},
                {"name": "format", "type": 4, "value": format - 1}]);
            let export = desk(&stage, "export", options).await;
            let edit = delivered(&stage, &export).await;
            let file = edit["stand_in_files"].as_str().expect("a file").to_owned();
            assert!(file.contains(if format == 1 { ".csv" } else { ".json" }), "{file}");
            if holds != "108" {
                assert!(file.contains(holds), "{what}: {file}");
            }
            assert!(!file.contains(ALICE), "{what}: {file}");
            assert!(!file.contains("\n=HYPERLINK") && !file.contains(",=HYPERLINK"), "{file}");
        }
    }
}
