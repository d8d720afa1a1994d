//! `/data`: a moderator's way from a file to an answer and back, and what must not be possible on it.

use std::sync::{Arc, Barrier};
use std::time::Duration;

use madoguchi::discord::{ServeSettings, Trail};
use madoguchi::service::{AnswerService, Progress, Silent};
use madoguchi::settings::Settings;
use madoguchi::store::Store;
use regex::Regex;
use serde_json::{Value, json};

use super::stand_in::{Answered, CAROL, DAVE, Discord, PATIENCE, Person, Stage, text_of};
use crate::support::Installation;

const MINATO: &str = "minato-osaka-r3-management-policy.txt";
const NISHI: &str = "nishi-osaka-r2-management-policy.txt";
const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";
const ROBOTS: &str = "北区のロボット教室の予算は？";
const KITA: &str = "\
北区運営方針（案）

事業名\t事業内容\t予算額
ロボット教室\t小学生がロボットを作る教室を開く。\t1,200千円
";
const ID: &str = "北区-令和4年度";

fn text(name: &str, value: &str) -> Value {
    json!({"name": name, "type": 3, "value": value})
}

/// A bot whose documents a test may change, with its audit trail where `madoguchi serve` has it.
struct Office {
    installation: Installation,
    service: Arc<AnswerService>,
    stage: Stage,
}

impl Office {
    async fn open(seeds: &[&str]) -> Self {
        Self::open_with(seeds, 0, |_| {}).await
    }

    async fn open_with(
        seeds: &[&str],
        watch_seconds: u64,
        change: impl FnOnce(&mut ServeSettings),
    ) -> Self {
        let installation = Installation::quick(seeds);
        let memory = tempfile::TempDir::new().expect("a temporary folder");
        let mut settings = Settings::defaults();
        settings.data.watch_seconds = watch_seconds;
        let store = Store::open(memory.path(), &settings.store);
        let trail = Trail(store.clone());
        let paths = installation.paths.clone();
        let service = AnswerService::open(paths, settings, &Silent).expect("it can be opened");
        let service = Arc::new(service.with_audit(Box::new(trail)));
        let stage =
            Stage::start_over(Discord::start().await, service.clone(), (memory, store), change);
        stage.discord.wait("PUT", "/commands").await;
        Self { installation, service, stage }
    }

    /// Uses `/data` as Carol does.
    async fn data(&self, sub: &str, options: Value) -> Answered {
        self.data_as(sub, options, &Person::moderator()).await
    }

    async fn data_as(&self, sub: &str, options: Value, by: &Person) -> Answered {
        let discord = &self.stage.discord;
        let answered = if matches!(sub, "add" | "replace") {
            let file = discord.attach("北区 令和4年度.txt", KITA.as_bytes());
            discord.sub_with_file(("data", sub), options, &file, by).await
        } else {
            discord.sub("data", sub, options, by).await
        };
        self.whole(answered).await
    }

    /// Hands a file in.
    async fn hand_in(&self, sub: &str, options: Value, file: &Value) -> Answered {
        let carol = Person::moderator();
        let name = ("data", sub);
        self.whole(self.stage.discord.sub_with_file(name, options, file, &carol).await).await
    }

    async fn press(&self, on: &Answered, label: &str) -> Answered {
        let carol = Person::moderator();
        self.whole(self.stage.discord.press(on, label, &carol).await).await
    }

    async fn whole(&self, answered: Answered) -> Answered {
        match answered.callback["type"].as_u64() {
            Some(5 | 6) => self.stage.discord.delivered(&answered).await,
            _ => answered,
        }
    }

    async fn ask(&self, question: &str) -> String {
        self.stage.discord.ask(question, &Person::alice()).await.text()
    }

    /// Changes what a file of the documents says.
    fn rewrite(&self, file: &str, from: &str, to: &str) {
        let path = self.installation.paths.seeds.join(file);
        let before = std::fs::read_to_string(&path).expect("the seed is there");
        assert!(before.contains(from), "{file} does not say {from}");
        std::fs::write(path, before.replace(from, to)).expect("the seed can be written");
    }

    fn trail(&self) -> Vec<(String, String, String)> {
        let trail = self.stage.store.trail(999).expect("a trail");
        trail.into_iter().rev().map(|it| (it.who, it.what, it.detail)).collect()
    }
}

fn kita_options() -> Value {
    json!([text("ward", "大阪市北区"), text("year", "令和4年度"), text("status", "案")])
}

/// The options that a subcommand cannot do without.
fn options(sub: &str) -> Value {
    match sub {
        "add" => kita_options(),
        "replace" | "remove" => json!([text("document", "nishi-osaka-r2-management-policy")]),
        _ => json!([]),
    }
}

const SUBCOMMANDS: [&str; 10] = [
    "status", "check", "diff", "reload", "rollback", "history", "add", "replace", "remove",
    "export",
];

/// Writes down who said what, without what differs from one run to the next.
#[derive(Default)]
struct Transcript(String);

impl Transcript {
    fn said(&mut self, who: &str, what: &str) {
        self.0.push_str(&format!("{who}> {what}\n"));
    }

    fn replied(&mut self, reply: &Answered) {
        let mut text = reply.text().trim().to_owned();
        for (pattern, plain) in [
            (r"gen-[0-9a-f]{16}(-\d+)?", "gen-…"),
            (r"\b[0-9a-f]{6} (追加|差し替え|削除)", "… $1"),
            (r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", "(time)"),
            (r"今は令和\d+年度", "今は…"),
        ] {
            text = Regex::new(pattern).expect("a pattern").replace_all(&text, plain).into_owned();
        }
        for line in text.lines() {
            self.0.push_str(&format!("    {line}\n"));
        }
        let labels = reply.labels();
        if !labels.is_empty() {
            self.0.push_str(&format!("    [{}]\n", labels.join("] [")));
        }
    }
}

#[tokio::test]
async fn a_document_comes_changes_and_goes_back() {
    let office = Office::open(&[NISHI]).await;
    let discord = &office.stage.discord;
    let mut transcript = Transcript::default();
    let ask = async |transcript: &mut Transcript| {
        transcript.said("alice", &format!("/ask {ROBOTS}"));
        transcript.replied(&discord.ask(ROBOTS, &Person::alice()).await);
    };
    ask(&mut transcript).await;

    transcript
        .said("carol", "/data add 北区 令和4年度.txt ward: 大阪市北区 year: 令和4年度 status: 案");
    let preview = office.data("add", kita_options()).await;
    transcript.replied(&preview);
    transcript.said("carol", "[反映]");
    transcript.replied(&office.press(&preview, "反映").await);
    ask(&mut transcript).await;

    transcript.said("carol", "/data replace 北区-令和4年度 new.txt");
    let file = discord.attach("new.txt", KITA.replace("1,200千円", "1,500千円").as_bytes());
    let preview = office.hand_in("replace", json!([text("document", ID)]), &file).await;
    transcript.replied(&preview);
    transcript.said("carol", "[反映]");
    transcript.replied(&office.press(&preview, "反映").await);
    ask(&mut transcript).await;

    transcript.said("carol", "/data rollback");
    transcript.replied(&office.data("rollback", json!([])).await);
    ask(&mut transcript).await;
    insta::assert_snapshot!(transcript.0);

    let trail = office.trail();
    let what: Vec<&str> = trail.iter().map(|(_, what, _)| what.as_str()).collect();
    assert_eq!(
        what,
        [
            "data add",
            "data add done",
            "data apply done",
            "data replace",
            "data replace done",
            "data apply done",
            "data rollback",
            "data rollback done",
        ]
    );
    assert!(trail.iter().all(|(who, ..)| who.contains(CAROL)), "{trail:?}");
    assert!(trail[0].2.contains("file: 北区 令和4年度.txt"), "{trail:?}");
    assert_eq!(trail[1].0, format!("carol ({CAROL})"));
}

#[tokio::test]
async fn every_subcommand_answers_moderators_in_every_language_and_nobody_else() {
    let office = Office::open(&[NISHI]).await;
    let direct = Person { direct: true, ..Person::moderator() };
    for sub in SUBCOMMANDS {
        for person in [Person::alice(), direct] {
            let refused = office.data_as(sub, options(sub), &person).await;
            assert!(refused.is_private() && refused.text().contains("係の方"), "/data {sub}");
        }
    }
    assert!(office.trail().is_empty() && office.service.staged().is_empty());
    let no_id = Regex::new(r"\b(data|button|menu|diagnostic|severity)-[a-z]+").expect("a pattern");
    for locale in ["ja", "en-US", "zh-CN", "zh-TW", "ko"] {
        for sub in SUBCOMMANDS {
            let person = Person { locale, ..Person::moderator() };
            let answer = office.data_as(sub, options(sub), &person).await;
            let text = answer.text();
            assert!(!text.trim().is_empty(), "/data {sub} in {locale}");
            assert!(!no_id.is_match(&text), "/data {sub} in {locale}: {text}");
            for change in office.service.staged() {
                office.service.cancel("test", &[change.id]).expect("cancelled");
            }
        }
    }
    for sub in SUBCOMMANDS {
        let n = office.trail().iter().filter(|it| it.1 == format!("data {sub}")).count();
        assert_eq!(n, 5, "data {sub}");
    }
}

#[tokio::test]
async fn status_history_check_and_export_tell_what_is_loaded() {
    let office = Office::open(&[MINATO, NISHI]).await;
    let status = office.data("status", json!([])).await.text();
    for part in ["大阪市港区", "令和3年度", "フォルダーの中身と同じです", "起動時の自動作成", "MB"]
    {
        assert!(status.contains(part), "{part}: {status}");
    }
    office.rewrite(MINATO, "108か所", "109か所");
    let status = office.data("status", json!([])).await.text();
    assert!(status.contains("フォルダーの中身が変わっています"), "{status}");
    let reload = office.data("reload", json!([])).await.text();
    assert!(reload.contains("反映しました") && reload.contains("[-108-]{+109+}"), "{reload}");
    let reload = office.data("reload", json!([])).await.text();
    assert!(reload.contains("変更はありません"), "{reload}");

    let history = office.data("history", json!([])).await.text();
    assert!(history.contains(&format!("carol ({CAROL})")), "{history}");
    assert_eq!(history.matches("gen-").count(), 2, "{history}");

    let check = office.data("check", json!([])).await;
    assert!(check.text().contains("minato-osaka-r3-management-policy.txt:"), "{}", check.text());
    assert!(check.data()["stand_in_files"].as_str().is_some_and(|it| it.contains("check.txt")));

    for (what, format, part) in [
        ("measures", "csv", "id,kind,document"),
        ("budgets", "csv", "amount_yen"),
        ("contacts", "json", "\"basis\""),
    ] {
        let n =
            |choice: &str| ["measures", "budgets", "contacts"].iter().position(|it| *it == choice);
        let options = json!([
            {"name": "what", "type": 4, "value": n(what)},
            {"name": "format", "type": 4, "value": usize::from(format == "json")},
        ]);
        let export = office.data("export", options).await;
        let files = export.data()["stand_in_files"].as_str().unwrap_or_default().to_owned();
        assert!(files.contains(part) && files.contains(what), "{what} {format}: {files}");
    }
}

#[tokio::test]
async fn a_difference_names_the_questions_that_get_another_answer() {
    let office = Office::open(&[MINATO]).await;
    office.data("add", kita_options()).await;
    office.service.apply("test", &[], &Silent).expect("applied");
    office.ask(ROBOTS).await;
    office.ask(TOWERS).await;
    let none = office.data("diff", json!([])).await.text();
    assert!(none.contains("変わるところはありません"), "{none}");

    office.rewrite(&format!("{ID}.txt"), "1,200千円", "1,700千円");
    let diff = office.data("diff", json!([])).await.text();
    for part in ["1,200千円 → 1,700千円", "質問2件のうち、答えが変わるもの: 1件", ROBOTS]
    {
        assert!(diff.contains(part), "{part}: {diff}");
    }
    // Seen, and not taken in.
    assert!(office.ask(ROBOTS).await.contains("1,200"));
}

/// Stands still at the first record until it is let go.
struct Halt(Barrier, std::sync::Once);

impl Progress for Halt {
    fn report(&self, _done: u64, _total: u64) {
        self.1.call_once(|| {
            self.0.wait();
            self.0.wait();
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_two_moderators_is_told_whom_to_wait_for() {
    let office = Office::open(&[MINATO]).await;
    office.rewrite(MINATO, "108か所", "109か所");
    let waiting = office.data("add", kita_options()).await;
    let halt = Arc::new(Halt(Barrier::new(2), std::sync::Once::new()));
    let (service, held) = (office.service.clone(), halt.clone());
    let first =
        std::thread::spawn(move || service.reload(&format!("dave ({DAVE})"), held.as_ref()));
    halt.0.wait();
    for sub in ["reload", "rollback", "add", "remove"] {
        let options = if sub == "remove" {
            json!([text("document", "minato-osaka-r3-management-policy")])
        } else {
            options(sub)
        };
        let refused = office.data(sub, options).await.text();
        assert!(refused.contains(&format!("いま dave ({DAVE}) さんが")), "/data {sub}: {refused}");
    }
    // A change that waits goes on waiting, and can be tried again.
    let refused = office.press(&waiting, "反映").await;
    assert!(refused.text().contains("dave") && refused.labels() == ["反映", "やめる"]);
    let korean = Person { locale: "ko", ..Person::moderator() };
    let refused = office.data_as("reload", json!([]), &korean).await.text();
    assert!(refused.contains("dave") && refused.contains("변경하고 있습니다"), "{refused}");
    assert!(office.ask(TOWERS).await.contains("108か所"), "answers go on");
    halt.0.wait();
    first.join().expect("no panic").expect("reloaded");
    assert!(office.ask(TOWERS).await.contains("109か所"));
    let applied = office.press(&refused_again(&office, &waiting).await, "反映").await;
    assert!(applied.text().contains("反映しました"), "{}", applied.text());
}

/// What was shown before a reload is shown again: the data that it was compared with is another.
async fn refused_again(office: &Office, waiting: &Answered) -> Answered {
    let again = office.press(waiting, "反映").await;
    assert!(again.text().contains("もう一度確かめてください"), "{}", again.text());
    again
}

#[tokio::test(flavor = "multi_thread")]
async fn one_change_is_applied_once_whoever_presses() {
    let office = Office::open(&[NISHI]).await;
    let discord = &office.stage.discord;
    let preview = office.data("add", kita_options()).await;
    let (carol, dave) = (Person::moderator(), Person { id: DAVE, ..Person::moderator() });
    let (one, other) = tokio::join!(
        discord.press(&preview, "反映", &carol),
        discord.press(&preview, "反映", &dave),
    );
    let (one, other) = tokio::join!(discord.delivered(&one), discord.delivered(&other));
    let said = [one.text(), other.text()];
    let n_applied = said.iter().filter(|text| text.contains("反映しました")).count();
    assert_eq!(n_applied, 1, "{said:?}");
    let told = [
        "もう反映されたか",
        "さんが資料を変更しています",
        "もう一度確かめてください",
        "前の資料のまま",
    ];
    assert!(
        said.iter()
            .all(|text| text.contains("反映しました") || told.iter().any(|it| text.contains(it))),
        "{said:?}"
    );
    assert!(office.ask(ROBOTS).await.contains("1,200"));
    assert!(office.service.staged().is_empty());
}

#[tokio::test]
async fn old_buttons_and_other_peoples_do_nothing() {
    let office = Office::open(&[NISHI]).await;
    let discord = &office.stage.discord;
    let preview = office.data("add", kita_options()).await;
    let change = office.service.staged()[0].id.clone();

    // Somebody else's press, and ids that nobody was given.
    for id in [format!("m1|z|a|{change}|x"), format!("m1|z|c|{change}"), "m1|z|o".to_owned()] {
        let refused = discord.press_id(&preview, &id, &Person::alice()).await;
        assert!(refused.text().contains("係の方"), "{id}: {}", refused.text());
    }
    for id in ["m1|z|a||x", "m1|z|a|", "m1|z|a", "m1|z|c|", "m1|z|c", "m1|z|", "m1|z"] {
        let old = discord.press_id(&preview, id, &Person::moderator()).await;
        assert!(old.text().contains("古いため"), "{id}: {}", old.text());
    }
    for id in ["m1|z|a|ffffff|x", "m1|z|c|ffffff", "m1|z|c|../../seeds"] {
        let gone = discord.press_id(&preview, id, &Person::moderator()).await;
        let gone = discord.delivered(&gone).await.text();
        assert!(gone.contains("取りやめられています"), "{id}: {gone}");
    }
    assert_eq!(office.service.staged().len(), 1, "it still waits");

    let other = KITA.replace("ロボット教室", "花だんづくり").replace("ロボット", "花だん");
    // What was shown is what is applied: when it is not that any more, it is shown again.
    std::fs::write(office.installation.paths.seeds.join("other.txt"), other).expect("written");
    let again = office.press(&preview, "反映").await;
    assert!(again.text().contains("もう一度確かめてください"), "{}", again.text());
    assert!(!office.ask(ROBOTS).await.contains("1,200"));
    assert!(office.press(&again, "反映").await.text().contains("反映しました"));
    assert!(office.ask(ROBOTS).await.contains("1,200"));
    for label in ["反映", "やめる"] {
        let gone = office.press(&again, label).await;
        assert!(gone.text().contains("もう反映されたか") && gone.labels().is_empty());
    }

    let preview = office.data("remove", json!([text("document", ID)])).await;
    let status = office.data("status", json!([])).await;
    let opened =
        discord.choose(&status, "反映を待っている変更を開く", 0, &Person::moderator()).await;
    let opened = discord.delivered(&opened).await;
    assert_eq!(opened.labels(), ["反映", "やめる"]);
    assert!(office.press(&opened, "やめる").await.text().contains("取りやめました"));
    let gone = office.press(&preview, "反映").await;
    assert!(gone.text().contains("取りやめられています"), "{}", gone.text());
    assert!(office.ask(ROBOTS).await.contains("1,200"));
}

#[tokio::test]
async fn hostile_files_are_refused_and_leave_nothing() {
    let office = Office::open(&[NISHI]).await;
    let discord = &office.stage.discord;
    let files = || {
        let seeds = std::fs::read_dir(&office.installation.paths.seeds).expect("a folder");
        seeds.flatten().map(|it| it.file_name()).collect::<Vec<_>>()
    };
    let before = files();
    for name in [
        "../../../../tmp/x.txt",
        "a/b.txt",
        "..\\x.txt",
        "C:x.txt",
        ".x.txt",
        "x.exe",
        "x.txt.sh",
        "x\n.txt",
        "```@everyone.sh",
        "con.txt",
        "",
    ] {
        let refused =
            office.hand_in("add", json!([]), &discord.attach(name, KITA.as_bytes())).await;
        let said = refused.text();
        assert!(said.contains("前の資料のまま"), "{name:?}: {said}");
        assert!(said.matches("```").count() == 2, "{name:?} ends its frame: {said}");
    }
    for (bytes, name) in [
        (b"%PDF-1.7 not at all".as_slice(), "x.pdf"),
        (b"%PDF-1.7", "x.txt"),
        (b"PK\x03\x04zip", "x.html"),
        (b"\0\x9f\x92\x96\0\x01\x02\xff", "x.txt"),
        (b"", "x.txt"),
    ] {
        let refused = office.hand_in("add", json!([]), &discord.attach(name, bytes)).await;
        assert!(refused.text().contains("前の資料のまま"), "{name}: {}", refused.text());
    }
    let bad_year = json!([text("year", "そのうち")]);
    let refused = office.hand_in("add", bad_year, &discord.attach("x.txt", b"x")).await;
    assert!(refused.text().contains("年度が読み取れません"), "{}", refused.text());
    let unknown = json!([text("document", "../config/documents")]);
    let refused = office.hand_in("replace", unknown, &discord.attach("x.txt", b"x")).await;
    assert!(refused.text().contains("no document is called"), "{}", refused.text());
    assert_eq!(files(), before);
    assert!(office.service.staged().is_empty());
}

#[tokio::test]
async fn files_are_taken_from_discord_alone_and_only_as_large_as_may_be() {
    let office = Office::open(&[NISHI]).await;
    let discord = &office.stage.discord;
    let mut large = discord.attach("x.txt", b"x");
    large["size"] = json!(33 << 20);
    let refused = office.hand_in("add", json!([]), &large).await;
    assert!(refused.text().contains("32 MBまで"), "{}", refused.text());
    assert!(discord.requests("GET", "/files/").is_empty(), "fetched all the same");

    let mut liar = discord.attach("x.txt", KITA.as_bytes());
    liar["size"] = json!(3);
    let mut elsewhere = discord.attach("x.txt", KITA.as_bytes());
    elsewhere["url"] = json!("http://127.0.0.1:1/files/1");
    let mut gone = discord.attach("x.txt", KITA.as_bytes());
    gone["url"] = json!(format!("{}/files/0", discord.address));
    for file in [liar, elsewhere, gone] {
        let refused = office.hand_in("add", json!([]), &file).await;
        assert!(refused.text().contains("受け取れませんでした"), "{file}: {}", refused.text());
    }
    assert!(office.service.staged().is_empty());
}

#[tokio::test]
async fn a_reload_that_fails_keeps_the_old_data_and_says_why() {
    let office = Office::open(&[MINATO, NISHI]).await;
    let path = office.installation.paths.seeds.join(MINATO);
    let good = std::fs::read(&path).expect("the seed is there");
    std::fs::write(&path, b"\0\x9f\x92\x96\0\x01\x02\xff").expect("written");
    let refused = office.data("reload", json!([])).await.text();
    assert!(refused.contains("前の資料のまま") && refused.contains(MINATO), "{refused}");
    assert!(office.ask(TOWERS).await.contains("108か所"));
    let failed = office.trail().pop().expect("an entry");
    assert_eq!((failed.1.as_str(), failed.2.contains(MINATO)), ("data reload failed", true));
    std::fs::write(&path, good).expect("written");
    assert!(office.data("reload", json!([])).await.text().contains("変更はありません"));
}

#[tokio::test]
async fn long_work_tells_how_far_it_is() {
    let office = Office::open_with(&[MINATO, NISHI], 0, |settings| {
        settings.progress = Duration::from_millis(1);
    })
    .await;
    office.rewrite(MINATO, "108か所", "109か所");
    let discord = &office.stage.discord;
    let reload = discord.sub("data", "reload", json!([]), &Person::moderator()).await;
    let done = async {
        loop {
            let edits = discord.requests("PATCH", &reload.token);
            let texts: Vec<String> = edits.iter().map(|edit| text_of(&edit.body)).collect();
            if texts.iter().any(|text| text.contains("反映しました")) {
                return texts;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let texts = tokio::time::timeout(PATIENCE, done).await.expect("it ends");
    assert!(texts[0].contains('%'), "{texts:?}");
    assert!(texts.last().is_some_and(|text| text.contains("反映しました")), "{texts:?}");
}

#[tokio::test]
async fn changed_files_are_taken_in_where_the_settings_say_so() {
    let office = Office::open_with(&[MINATO], 1, |_| {}).await;
    office.rewrite(MINATO, "108か所", "109か所");
    let seen = async {
        while !office.ask(TOWERS).await.contains("109か所") {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::time::timeout(PATIENCE, seen).await.expect("it is taken in");
    let entry = office.trail().pop().expect("an entry");
    assert_eq!((entry.0.as_str(), entry.1.as_str()), ("watch", "data reload done"));
}
