//! What is larger than it may be is told, and costs no more than what is not. The table of them: `docs/security.md`.

use std::fs::File;
use std::iter;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use madoguchi::answer::{Outcome, Reason};
use madoguchi::corpus::{self, DocumentFacts};
use madoguchi::locale::Locale;
use madoguchi::model::{Budget, Diagnostic};
use madoguchi::question::{Language, Question};
use madoguchi::service::{AnswerService, Incoming};
use madoguchi::toml_file;

use crate::support::{Installation, SEEDS, SERVICE, reply};

/// Long for a loaded machine and a program that is not optimised.
const LONGEST: Duration = Duration::from_secs(30);

fn ask(text: String, context: Vec<String>) -> madoguchi::answer::Answer {
    let question = Question { text, context, ..Question::default() };
    SERVICE.answer(&question).expect("every question is answered somehow")
}

#[test]
fn a_question_that_is_too_long_is_asked_to_be_shortened() {
    let most = SERVICE.settings().answer.max_question_chars;
    assert_ne!(ask("防".repeat(most), Vec::new()).reason, Some(Reason::TooLong));
    let answer = ask("防".repeat(most + 1), Vec::new());
    assert_eq!((answer.outcome, answer.reason), (Outcome::NotFound, Some(Reason::TooLong)));
    assert!(reply(&"防".repeat(most + 1)).contains("短く"), "{}", reply(&"防".repeat(most + 1)));
}

#[test]
fn of_a_conversation_the_last_questions_count() {
    let subject = "大阪市港区の防災の予算は？".to_owned();
    let follow_up = "その担当は？".to_owned();
    let first =
        |context| ask(follow_up.clone(), context).answers.first().map(|it| it.measure.id.clone());
    let wanted = first(vec![subject.clone()]);
    assert!(wanted.is_some());
    // Each goes on from the one before: read one within the other, so many would be too many.
    let endless = vec!["それは？".to_owned(); 200_000];
    assert_eq!(first(endless.clone()), None);
    assert_eq!(first([endless, vec![subject.clone()]].concat()), wanted);
    let too_long = "防災".repeat(10_000);
    assert_eq!(
        first(vec![subject, too_long]),
        wanted,
        "a question that was not read counts for nothing"
    );
}

/// The time of a question is bounded by the limits on its length and on what is looked for.
#[test]
fn the_longest_questions_are_answered_in_time() {
    let most = SERVICE.settings().answer.max_question_chars;
    let seed =
        std::fs::read_to_string("seeds/minato-osaka-r3-management-policy.txt").expect("a seed");
    let whole: String = seed.chars().filter(|c| !c.is_whitespace()).collect();
    let hiragana = "つなみのときどこへにげますかこどもをあずけたいのですが";
    let kanji: String = ('\u{4e00}'..).take(most).collect();
    for pattern in [
        whole.as_str(),
        hiragana,
        &kanji,
        "港区",
        "令和3年度",
        "tsunami flood childcare ",
        "一億",
        "{<\"",
        "は？",
        "防災と福祉、",
        "大阪市港区の防災、プール、",
        "ー",
    ] {
        let text: String = pattern.chars().cycle().take(most).collect();
        ask(text.clone(), Vec::new());
        let start = Instant::now();
        ask(text, vec![pattern.chars().cycle().take(most).collect(); 8]);
        let name: String = pattern.chars().take(10).collect();
        assert!(start.elapsed() < LONGEST, "{name} takes {:?}", start.elapsed());
    }
    let typed = "つなみ".repeat(100_000);
    let start = Instant::now();
    SERVICE.suggest(&typed, 25).expect("something or nothing");
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
}

fn codes(bytes: &[u8]) -> Vec<String> {
    let document = corpus::read("long.txt", bytes, &DocumentFacts::default());
    assert!(document.measures.is_empty() || !document.diagnostics.is_empty());
    document.diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn a_document_of_too_many_lines_or_tags_is_not_read() {
    assert!(corpus::decode("\n".repeat(200_000).as_bytes()).is_ok());
    assert_eq!(codes("\n".repeat(200_001).as_bytes()), ["too-long"]);
    assert_eq!(codes(format!("<html>{}", "<p>".repeat(500_000)).as_bytes()), ["too-long"]);
}

#[test]
fn entries_beyond_the_most_are_left_out_and_told_with_their_line() {
    let text = |n: usize| -> String {
        let row = |n| {
            let number = format!("{}－{}－{}", n / 900 + 1, n / 30 % 30 + 1, n % 30 + 1);
            format!(
                "具体的取組{number}　【公園{n}号の改修】\n当年度の取組内容\n・公園{n}号を直す。\n"
            )
        };
        iter::once("平成30年度 浪速台区 運営方針\n".to_owned()).chain((0..n).map(row)).collect()
    };
    let read = |text: &str| corpus::read("many.txt", text.as_bytes(), &DocumentFacts::default());
    let is_told = |told: &Diagnostic| told.code == "too-many-entries";
    assert!(!read(&text(19_900)).diagnostics.iter().any(is_told));
    let text = text(20_100);
    let document = read(&text);
    let n_measures = document.measures.len();
    assert!(n_measures <= 20_000 && n_measures > 19_900, "{n_measures}");
    let told = document.diagnostics.iter().find(|it| is_told(it)).expect("it is told").lines.0;
    let last = document.measures.last().expect("measures").lines.1;
    let line = text.lines().nth(told as usize - 1).expect("the line");
    assert!(told > last && line.starts_with("具体的取組"), "{last} {told} {line}");
}

#[test]
fn a_target_that_is_too_long_stays_with_its_strategy() {
    let carried = |sentence: &str, n: usize| {
        let text = format!(
            "平成30年度 浪速台区 運営方針\n\n経営課題１　【安全・安心なまちづくり】\n\n戦略１－１　【地域防災力の向上】\n\
             めざす状態\n・{}\n\n具体的取組１－１－１　【防災訓練の支援】\n当年度の取組内容\n・避難所開設訓練を行う。\n",
            sentence.repeat(n)
        );
        let document = corpus::read("plan.txt", text.as_bytes(), &DocumentFacts::default());
        let row = document.measures.into_iter().find(|it| it.title == "防災訓練の支援");
        row.expect("the row").target_state
    };
    let sentence = "自主防災組織が機能している。";
    assert!(carried(sentence, 8_000 / sentence.len() - 1).contains(sentence));
    assert_eq!(carried(sentence, 8_000 / sentence.len() + 1), "");
}

#[test]
fn headings_lie_only_so_deep_within_each_other() {
    let numbers = (1..200).map(|n| vec!["1"; n].join("-"));
    let text: String = numbers.map(|number| format!("{number} 見出し\n本文です。\n")).collect();
    let outline = corpus::outline(&text);
    let deepest = outline.nodes.iter().map(|node| node.depth).max();
    assert!(deepest.is_some_and(|depth| depth <= 64), "{deepest:?}");
}

#[test]
fn a_row_has_only_so_many_cells() {
    let n = 5_000;
    let (head, values) = ("年度\t".repeat(n), "1,000千円\t".repeat(n));
    let piped = |row: &str| row.replace('\t', "|");
    for table in [
        format!("事業名\t{head}\n見守り隊の派遣\t{values}\n"),
        format!("|事業名|{}\n|見守り隊の派遣|{}\n", piped(&head), piped(&values)),
    ] {
        let text = format!("令和4年度 浪速台区の予算\n\n{table}");
        let start = Instant::now();
        let document = corpus::read("wide.txt", text.as_bytes(), &DocumentFacts::default());
        assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
        let n_budgets = document.measures.iter().map(|it| it.budgets.len()).max();
        assert!(n_budgets.is_some_and(|n| n < 64), "{n_budgets:?}");
    }
}

#[test]
fn a_cell_spans_only_so_many_rows_and_columns() {
    let row = "<tr><td>配食の支援<td>12,000千円";
    let text = format!(
        "<html><title>令和4年度 浪速台区の予算</title><table><tr><th>事業名<th>予算額<th>担当\
         <tr><td>見守り隊の派遣<td>8,000千円<td rowspan=4000000000 colspan=4000000000>福祉課{}</table>",
        row.repeat(300)
    );
    let document = corpus::read("wide.html", text.as_bytes(), &DocumentFacts::default());
    let of = |at: usize| {
        let rows = document.measures.iter().filter(|it| it.title.contains("配食"));
        rows.map(|it| it.contact.as_ref().map(|contact| contact.department.clone())).nth(at)
    };
    assert_eq!(of(50), Some(Some("福祉課".to_owned())));
    assert_eq!(of(200), Some(None));
}

/// Written far below the title, the amounts of a page are read; the depth is no reason to lose any.
#[test]
fn elements_of_a_page_lie_only_so_deep_within_each_other() {
    let text = |n: usize| {
        let (open, close) = ("<div>".repeat(n), "</div>".repeat(n));
        format!(
            "<html><title>令和4年度 浪速台区の予算</title>{open}<h2>1 見守り隊の派遣</h2>\
             <p>予算額 8,000千円</p>{close}"
        )
    };
    for n in [10, 400, 100_000] {
        let start = Instant::now();
        let read = corpus::read("deep.html", text(n).as_bytes(), &DocumentFacts::default());
        assert!(start.elapsed() < LONGEST, "{n}: {:?}", start.elapsed());
        let yen = |it: &Budget| it.amount_yen;
        let amounts: Vec<_> = read.measures.iter().flat_map(|it| &it.budgets).map(yen).collect();
        assert_eq!(amounts, [Some(8_000_000)], "{n}");
    }
}

#[test]
fn a_document_that_is_too_large_is_left_out_and_told() {
    let installation = Installation::quick(&[SEEDS[0]]);
    let write = |name: &str, n_bytes: u64| {
        let file = File::create(installation.paths.seeds.join(name)).expect("a file");
        file.set_len(n_bytes).expect("a file with nothing in it");
    };
    write("vast.txt", (64 << 20) + 1);
    let checked = AnswerService::check(&installation.paths).expect("checked");
    let told = |name: &str| -> Vec<String> {
        let of = checked.documents.iter().filter(|it| it.info.file == name);
        let of_config = checked.config.iter().filter(|(path, _)| path.ends_with(name));
        let diagnostics = of.flat_map(|it| &it.diagnostics).chain(of_config.map(|(_, it)| it));
        diagnostics.map(|it| it.excerpt.clone()).collect()
    };
    assert!(told("vast.txt").iter().any(|it| it.contains("64 MB")), "{:?}", told("vast.txt"));
    assert_eq!(installation.open().corpus().documents().len(), 1);
}

#[test]
fn only_so_many_changes_wait() {
    let installation = Installation::quick(&[SEEDS[0]]);
    let service = installation.open();
    let add = |at: usize| {
        let text =
            format!("令和4年度 浪速台区運営方針\n\n1 公園{at}号の改修\n公園{at}号を直す。\n");
        let name = format!("park-{at}.txt");
        service.stage_add("tester", Incoming { name, bytes: text.into(), ..Incoming::default() })
    };
    for at in 0..50 {
        add(at).expect("it waits");
    }
    let error = add(50).expect_err("too many").to_string();
    assert!(error.contains("50 changes are waiting"), "{error}");
    service.cancel("tester", &[]).expect("dropped");
    add(50).expect("it waits");
}

#[test]
fn amounts_beyond_the_most_are_not_put_in_order() {
    let row = |at: usize| format!("公園{at}号の改修\t公園を直す。\t{at}千円\n");
    let of = |ward: &str, n: usize| {
        let rows: String = (1..=n).map(row).collect();
        format!("令和4年度 大阪市{ward}運営方針\n\n事業名\t事業内容\t予算額\n{rows}")
    };
    let installation = Installation::quick(&[]);
    for (ward, n) in [("北区", 15_000), ("西区", 5_000), ("港区", 1)] {
        let path = installation.paths.seeds.join(format!("{ward}.txt"));
        std::fs::write(path, of(ward, n)).expect("a file");
    }
    let service = installation.open();
    let ask = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        service.answer(&question).expect("an answer")
    };
    for text in ["予算が一番大きい事業は？", "予算の合計は？", "予算の一覧"]
    {
        let answer = ask(text);
        assert_eq!(answer.reason, Some(Reason::TooManyAmounts), "{text}");
        assert!(answer.answers.is_empty(), "{text}");
    }
    let largest = ask("大阪市北区の予算が一番大きい事業は？");
    assert_eq!(
        largest.answers.first().map(|it| it.measure.title.as_str()),
        Some("公園15000号の改修")
    );
}

#[test]
fn a_config_file_that_is_too_large_is_told() {
    let installation = Installation::new(&[]);
    let thesaurus = installation.paths.config.join("thesaurus.toml");
    std::fs::write(&thesaurus, "#".repeat((16 << 20) + 1)).expect("a file");
    let error = toml_file::read_text(&thesaurus).expect_err("too large").to_string();
    assert!(error.contains("thesaurus.toml is larger than 16 MB"), "{error}");
    std::fs::write(&thesaurus, "#".repeat(16 << 20)).expect("a file");
    assert!(toml_file::read_text(&thesaurus).is_ok());
}

#[test]
fn sentences_whose_brackets_lie_too_deep_are_told_with_their_line() {
    let read = |text: String| {
        Locale::read(Language::Japanese, "ja.ftl".as_ref(), text)
            .err()
            .map(|error| error.to_string())
    };
    let deep = format!("greeting = こんにちは\n\nfound = {}", "{".repeat(1_000_000));
    let error = read(deep).expect("too deep");
    assert!(error.contains("ja.ftl:3") && error.contains("brackets"), "{error}");
    let calls = format!("found = {{ {}", "F(\n".repeat(1_000_000));
    assert!(read(calls).is_some_and(|error| error.contains("brackets")));
    assert_eq!(
        read("a = { $n ->\n    [one] 一つ (1)\n   *[other] { $n }つ\n}\n".repeat(100)),
        None
    );
}

/// What is said to be held by a test is held by one.
#[test]
fn every_test_that_the_manual_names_is_there() {
    let manual = std::fs::read_to_string("docs/security.md").expect("the manual");
    let mut sources = String::new();
    let mut folders = vec![PathBuf::from("src"), PathBuf::from("tests/it")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push_str(&std::fs::read_to_string(path).expect("a source"));
            }
        }
    }
    let named = manual.split('`').skip(1).step_by(2).filter(|name| {
        let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
        name.matches('_').count() > 1 && name.chars().all(is_word)
    });
    let missing: Vec<&str> =
        named.clone().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
    assert!(named.count() > 20 && missing.is_empty(), "{missing:?}");
}
