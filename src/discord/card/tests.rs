use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use serde_json::Value;

use super::super::check;
use super::super::custom_id::Action;
use super::*;
use crate::answer::{
    Aggregate, BudgetLine, Chapter, Direction, Office, Reason, Understood, aggregate, facts_of,
};
use crate::model::*;
use crate::question::{Intent, Language, Question, Slot};
use crate::service::{AnswerService, Paths, Silent};
use crate::settings::Settings;

fn view(language: Language, private: bool) -> View {
    static READING: OnceLock<(Arc<Furigana>, Arc<Glossary>)> = OnceLock::new();
    let (furigana, glossary) = READING.get_or_init(|| {
        let analyzer = crate::analysis::Analyzer::new(None).unwrap();
        let glossary = Glossary::new(std::path::Path::new("glossary.toml"), None);
        (Arc::new(Furigana::new(analyzer, "")), Arc::new(glossary))
    });
    View {
        voice: Voice::of(language),
        private,
        asker: 42,
        today: FiscalYear(2026),
        look: Look::Usual,
        furigana: furigana.clone(),
        glossary: glossary.clone(),
    }
}

fn json_of(reply: &Reply) -> Value {
    serde_json::to_value(reply.callback()).unwrap()
}

fn budget(year: i32, yen: Option<i64>, note: &str) -> Budget {
    Budget {
        kind: "予算額".to_owned(),
        fiscal_year: Some(FiscalYear(year)),
        amount_yen: yen,
        text: "【予算額】".to_owned(),
        note: note.to_owned(),
    }
}

fn measure(key: &str) -> Measure {
    Measure {
        id: MeasureId::new("minato-osaka-r3-management-policy", key),
        kind: MeasureKind::Measure,
        document: Arc::new(Document {
            id: "minato-osaka-r3-management-policy".to_owned(),
            title: "令和3年度 港区運営方針(案)概要".to_owned(),
            municipality: "大阪市港区".to_owned(),
            fiscal_year: Some(FiscalYear(2021)),
            status: "案".to_owned(),
            updated: None,
            file: "minato-osaka-r3-management-policy.txt".to_owned(),
        }),
        path: vec!["経営課題2 安全".to_owned(), "戦略2-1".to_owned()],
        number: "3".to_owned(),
        title: "津波避難ビルの確保".to_owned(),
        body: "津波避難ビルの指定を行う".to_owned(),
        target_state: String::new(),
        results: "津波避難ビルの数：108か所".to_owned(),
        results_year: Some(FiscalYear(2020)),
        changes: Vec::new(),
        budgets: Vec::new(),
        related: Vec::new(),
        contact: None,
        lines: Lines(147, 147),
    }
}

fn found(measure: Measure) -> Found {
    Found {
        budget: facts_of(&measure, &[]),
        contact: measure.contact.clone(),
        score: 1.0,
        matched: vec!["津波".to_owned(), "避難".to_owned()],
        measure: Arc::new(measure),
    }
}

fn answer(outcome: Outcome, answers: Vec<Found>) -> Answer {
    Answer {
        id: None,
        question: "津波避難ビルはいくつありますか".to_owned(),
        outcome,
        reading: Understood::default(),
        language: Language::Japanese,
        reason: None,
        answers,
        aggregate: None,
        offices: Vec::new(),
        desks: Vec::new(),
        contents: Vec::new(),
        missing: Vec::new(),
        sensitive: false,
    }
}

/// The names and texts of the first embed's fields, one a line.
fn fields(message: &Value) -> String {
    let fields = message["embeds"][0]["fields"].as_array().cloned().unwrap_or_default();
    let rows = fields.iter().map(|field| format!("{} = {}", field["name"], field["value"]));
    rows.collect::<Vec<_>>().join("\n").replace("\\n", " / ").replace('"', "")
}

#[test]
fn the_card_of_a_measure() {
    let mut shown = measure("2-1-3");
    shown.budgets = vec![budget(2021, Some(2_738_000), ""), budget(2020, Some(1_678_000), "")];
    let answer = answer(Outcome::Answered, vec![found(shown), found(measure("2-1-1"))]);
    let message = json_of(&card(&answer, &view(Language::Japanese, false)));
    let embed = &message["embeds"][0];
    assert_eq!(embed["author"]["name"], "大阪市港区 · 令和3年度 · 状態：案");
    assert_eq!(embed["title"], "3 津波避難ビルの確保");
    let text = embed["description"].as_str().unwrap();
    assert!(text.starts_with("⚠️ これは令和3年度の資料です（今は令和8年度）"), "{text}");
    assert!(text.contains("📍 経営課題2 安全 › 戦略2-1"), "{text}");
    assert!(text.contains("**津波避難**ビルの指定を行う"), "{text}");
    assert_eq!(
        fields(&message),
        "💴 予算 = **2,738千円（令和3年度 予算額）** / 1,678千円（令和2年度 予算額） → ▲ +1,060千円（+63.2%）\n\
         📊 実績（令和2年度） = **津波避難**ビルの数：108か所"
    );
    let footer = embed["footer"]["text"].as_str().unwrap();
    assert!(footer.contains("minato-osaka-r3-management-policy.txt 147行目"), "{footer}");
    assert_eq!(question_in(footer), Some("津波避難ビルはいくつありますか"));
    let labels: Vec<&str> = message["components"][0]["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|button| button["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["役に立った", "ちがう", "まちがいを知らせる", "くわしく", "削除"]);
    assert_eq!(message["components"][2]["components"][0]["placeholder"], "ほかの候補");
}

#[test]
fn money_of_another_line_is_said_to_be_that() {
    let mut line = measure("o2-1");
    line.kind = MeasureKind::Overview;
    line.title = "避難所開設訓練".to_owned();
    line.budgets = vec![budget(2021, None, ""), budget(2021, Some(5_000), "別途")];
    let mut shown = found(measure("2-1-1"));
    shown.budget = facts_of(&shown.measure, &[Arc::new(line)]);
    let message =
        json_of(&card(&answer(Outcome::Answered, vec![shown]), &view(Language::Japanese, true)));
    let fields = fields(&message);
    assert!(fields.contains("概要の行「避難所開設訓練」の予算です"), "{fields}");
    assert!(fields.contains("金額の記載なし（「-」）"), "{fields}");
    assert!(fields.contains("別枠：別途（上の金額に足していません）"), "{fields}");
}

#[test]
fn what_was_asked_for_and_is_not_there_is_said() {
    let mut shown = measure("2-1-3");
    shown.results = String::new();
    let mut answer = answer(Outcome::Answered, vec![found(shown)]);
    answer.reading.intents =
        vec![Intent::Budget, Intent::Contact, Intent::Results, Intent::Changes];
    answer.missing = vec![Slot::Contact, Slot::Time, Slot::Place];
    let message = json_of(&card(&answer, &view(Language::Japanese, false)));
    assert_eq!(
        fields(&message),
        "💴 予算 = この資料には、この項目の金額は書かれていません。\n\
         📊 実績 = この資料には、この項目の実績は書かれていません。\n\
         🔄 変更点 = この項目には、前年度から変わった点を示す印がありません。\n\
         ☎️ 窓口 = この資料には、この項目の窓口は書かれていません。"
    );
    let text = message["embeds"][0]["description"].as_str().unwrap();
    assert!(text.contains("日時や期間、場所は、この項目には書かれていません"), "{text}");
}

#[test]
fn choose_has_one_button_for_each_ward() {
    let mut other = measure("p3");
    other.document = Arc::new(Document {
        municipality: "東京都港区".to_owned(),
        fiscal_year: Some(FiscalYear(2020)),
        status: String::new(),
        ..(*other.document).clone()
    });
    let answers = vec![found(measure("2-1-3")), found(other), found(measure("2-1-1"))];
    let message =
        json_of(&card(&answer(Outcome::Choose, answers), &view(Language::Japanese, false)));
    let labels: Vec<&Value> = message["components"][0]["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| &b["label"])
        .collect();
    assert_eq!(labels, ["大阪市港区 · 令和3年度 · 状態：案", "東京都港区 · 令和2年度"]);
}

#[test]
fn a_sensitive_answer_is_private_and_repeats_nothing() {
    let mut answer = answer(Outcome::Answered, vec![found(measure("3-3-4"))]);
    answer.sensitive = true;
    let message = json_of(&card(&answer, &view(Language::Japanese, true)));
    assert_eq!(message["flags"], 64);
    let text = message.to_string();
    assert!(!text.contains(&answer.question), "{text}");
    assert!(!text.contains("みんなに見せる"), "{text}");
}

#[test]
fn amounts_in_other_languages_keep_their_worth() {
    let english = Voice::of(Language::English);
    assert_eq!(amount(english, Some(2_738_000)), "¥2,738,000");
    assert_eq!(amount(english, None), "no amount given (“-”)");
    let rise = BudgetLine {
        budget: budget(2021, Some(2_738_000), ""),
        previous: Some(budget(2020, Some(1_678_000), "")),
    };
    assert_eq!(change(english, &rise).unwrap(), "▲ +¥1,060,000 (+63.2%)");
    let fall = BudgetLine { budget: rise.previous.clone().unwrap(), previous: Some(rise.budget) };
    assert_eq!(change(english, &fall).unwrap(), "▼ -¥1,060,000 (-38.7%)");
    let chinese = Voice::of(Language::SimplifiedChinese);
    assert_eq!(amount(chinese, Some(2_738_000)), "2,738,000日元");
    let japanese = Voice::of(Language::Japanese);
    assert_eq!(amount(japanese, Some(-1_234_567)), "-1,234,567円");
    assert_eq!(amount(japanese, Some(0)), "0円");
}

#[test]
fn a_table_fits_a_phone_and_warns_of_what_cannot_be_compared() {
    use unicode_width::UnicodeWidthStr as _;
    let mut first = measure("a");
    first.title = "地域住民による避難所開設訓練や地域防災学習会の開催支援".to_owned();
    first.budgets = vec![budget(2021, Some(402_738_000), ""), budget(2020, Some(1_678_000), "")];
    let mut second = measure("b");
    second.budgets = vec![budget(2020, None, "")];
    let items = aggregate([Arc::new(first), Arc::new(second)]);
    let figures = Aggregate::ranking(items.clone(), Direction::Largest);
    assert!(matches!(&figures, Aggregate::Ranking { items, .. } if items.len() == 1));
    let reply = figures_card(&Aggregate::List { items }, None, &view(Language::Japanese, false));
    let text = reply.embeds[0].description.clone();
    assert!(text.contains("年度の違うものがまざっています"), "{text}");
    let table = text.split("```").nth(1).unwrap();
    for row in table.lines() {
        assert!(row.width() <= 36, "{row:?} takes {} columns", row.width());
    }
}

#[test]
fn above_figures_stands_which_ward_prints_none() {
    let mut priced = measure("a");
    priced.budgets = vec![budget(2021, Some(402_738_000), "")];
    let priced = Arc::new(priced);
    let mut answer = answer(Outcome::Answered, vec![found(Measure::clone(&priced))]);
    answer.aggregate = Some(Aggregate::total(aggregate([priced])));
    let view = view(Language::Japanese, false);
    let plain = card(&answer, &view).embeds[0].description.clone();
    answer.reason = Some(Reason::NoAmountsOf(vec!["東京都港区".to_owned()]));
    let told = card(&answer, &view).embeds[0].description.clone();
    assert_eq!(told, format!("東京都港区の文書には、金額の記載がありません。\n\n{plain}"));
}

fn arbitrary_measure() -> impl Strategy<Value = Measure> {
    let long = |max: usize| {
        let pattern = format!("(防災|\\*\\*|\\PC|@everyone|\n|。|👨‍👩‍👧‍👦|\\|){{0,{max}}}");
        prop::string::string_regex(&pattern).unwrap()
    };
    (
        (long(300), long(1500), long(800), long(800)),
        prop::collection::vec(long(60), 0..6),
        prop::collection::vec(long(200), 0..8),
        prop::collection::vec(
            (2015i32..2026, prop::option::of(-9_000_000i64..9_000_000_000), long(40)),
            0..30,
        ),
        (long(120), long(60), long(40)),
        prop::option::of((long(80), long(30))),
    )
        .prop_map(|(texts, path, changes, budgets, document, contact)| {
            let mut measure = measure(&document.0);
            (measure.title, measure.body, measure.results, measure.target_state) = texts;
            measure.path = path;
            measure.changes = changes;
            measure.budgets =
                budgets.into_iter().map(|(year, yen, note)| budget(year, yen, &note)).collect();
            let info = Document {
                title: document.0,
                municipality: document.1,
                status: document.2,
                ..(*measure.document).clone()
            };
            measure.document = Arc::new(info);
            measure.contact = contact.map(|(department, phone)| Contact {
                department,
                phone,
                fax: String::new(),
                basis: ContactBasis::Config,
                scope: ContactScope::Topic,
                as_of: None,
                source: None,
            });
            measure
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_card_of_any_measure_exceeds_a_limit(
        measures in prop::collection::vec(arbitrary_measure(), 1..4),
        question in "(\\PC|質問){0,3000}",
        outcome in prop::sample::select(vec![Outcome::Answered, Outcome::Choose, Outcome::Suggested, Outcome::NotFound]),
        language in prop::sample::select(Language::ALL.to_vec()),
        private: bool,
        figures in 0..4,
    ) {
        let items = aggregate(measures.iter().cloned().map(Arc::new));
        let mut answer = answer(outcome, measures.into_iter().map(found).collect());
        answer.question = question;
        answer.aggregate = match figures {
            0 => Some(Aggregate::total(items)),
            1 => Some(Aggregate::ranking(items, Direction::Rise)),
            2 => Some(Aggregate::List { items }),
            _ => None,
        };
        let view = view(language, private);
        let reply = card(&answer, &view);
        prop_assert_eq!(check::message(&json_of(&reply)), Vec::<String>::new());
        for found in &answer.answers {
            prop_assert_eq!(check::message(&json_of(&show(found, &answer.answers, &view))), Vec::<String>::new());
            for page in [0, 1, u16::MAX] {
                let reply = details(&found.measure, page, &view);
                prop_assert_eq!(check::message(&json_of(&reply)), Vec::<String>::new());
            }
        }
    }
}

fn service() -> &'static AnswerService {
    static SERVICE: OnceLock<(AnswerService, tempfile::TempDir)> = OnceLock::new();
    let (service, _) = SERVICE.get_or_init(|| {
        let index = tempfile::tempdir().unwrap();
        let paths = Paths {
            config: "config".into(),
            seeds: "seeds".into(),
            index: index.path().to_owned(),
        };
        (AnswerService::open(paths, Settings::defaults(), &Silent).unwrap(), index)
    });
    service
}

#[test]
fn no_card_over_the_wards_documents_exceeds_a_limit() {
    let mut wrong = Vec::new();
    for file in ["train", "dev"] {
        let text = fs_err::read_to_string(format!("tests/questions/{file}.jsonl")).unwrap();
        for (at, line) in text.lines().enumerate() {
            let question: Value = serde_json::from_str(line).unwrap();
            let text = question["text"].as_str().unwrap_or_default().to_owned();
            let answer =
                service().answer(&Question { text, limit: 25, ..Question::default() }).unwrap();
            let language = Language::ALL[at % Language::ALL.len()];
            let message = json_of(&card(&answer, &view(language, at % 2 == 0)));
            wrong.extend(
                check::message(&message)
                    .into_iter()
                    .map(|what| format!("{}: {what}", question["id"])),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_measure_can_be_shown_browsed_and_named() {
    let library = service().corpus();
    let view = view(Language::English, true);
    let mut wrong = Vec::new();
    for measure in &library.measures().collect::<Vec<_>>() {
        let found = service().show(&measure.id).unwrap();
        wrong.extend(check::message(&json_of(&show(&found, &[], &view))));
        let n_pages = u16::try_from(pages_of(measure, view.voice).len()).unwrap();
        for page in 0..n_pages {
            wrong.extend(check::message(&json_of(&details(measure, page, &view))));
        }
        assert!(MeasureRef::of(measure).names(&measure.id));
    }
    // From the root, every place and every measure but sections is reached, and the way back leads to the root.
    let mut places = vec![String::new()];
    let mut n_measures = 0;
    while let Some(node) = places.pop() {
        let place = super::super::browse_tree::at(&library, &node).unwrap();
        for page in 0..=place.entries.len() / 25 {
            let page = u16::try_from(page).unwrap();
            let reply = super::super::commands::browse_page(&library, &node, page, &view);
            wrong.extend(check::message(&json_of(&reply)));
        }
        for entry in &place.entries {
            match super::super::browse_tree::place_in(&entry.value()) {
                Some(below) => {
                    let at = super::super::browse_tree::at(&library, below).unwrap();
                    assert_eq!(at.parent.as_ref(), Some(&node));
                    places.push(below.to_owned());
                }
                None => n_measures += 1,
            }
        }
    }
    let sections = library.measures().filter(|it| it.kind == MeasureKind::Section).count();
    assert_eq!(n_measures, library.n_measures() - sections);
    for page in 0..20 {
        let reply = super::super::commands::changes_page(&library, "", page, &view);
        wrong.extend(check::message(&json_of(&reply)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_changed_measure_is_noticed() {
    let before = measure("2-1-3");
    let named = MeasureRef::of(&before);
    let mut after = before.clone();
    after.results = "109か所".to_owned();
    assert_eq!(named.since(&before), super::super::custom_id::Since::Unchanged);
    assert_eq!(named.since(&after), super::super::custom_id::Since::Changed);
    let button = Action::Share(named).encode();
    assert!(
        matches!(Action::decode(&button), Some(Action::Share(named)) if named.names(&after.id))
    );
}

fn nothing_of(name: &str) -> Reason {
    Reason::NothingOf { ward: "大阪市港区".to_owned(), names: vec![name.to_owned()] }
}

#[test]
fn every_reason_is_said_in_every_language() {
    let reasons = [
        Reason::OtherMunicipality("名古屋市".to_owned()),
        Reason::OtherYear(FiscalYear(2010)),
        Reason::NothingNear,
        nothing_of("観光"),
        Reason::BlankSection("予算".to_owned()),
        Reason::NoChangesMarked,
        Reason::NoAmounts,
        Reason::NoAmountsOf(vec!["東京都港区".to_owned()]),
        Reason::NoSuchAmounts,
        Reason::TooManyAmounts,
        Reason::NoContacts(vec!["大阪市西区".to_owned()]),
        Reason::NothingToCompare,
        Reason::Empty,
        Reason::Nonsense,
        Reason::Greeting,
        Reason::Thanks,
        Reason::Chatter,
        Reason::Steering,
        Reason::Distress,
        Reason::TooLong,
    ];
    for language in Language::ALL {
        for reason in &reasons {
            let text = reason_text(Voice::of(language), reason);
            assert!(!text.starts_with("reason-"), "{language:?}: {text}");
        }
    }
}

/// The contrast of two colours after WCAG 2.1.
fn contrast(one: u32, other: u32) -> f64 {
    let luminance = |colour: u32| {
        let part = |shift: u32| {
            let part = f64::from((colour >> shift) & 0xFF) / 255.0;
            if part <= 0.039_28 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn stripes_stand_out_in_the_dark_and_in_the_light() {
    // Discord's backgrounds of messages and of embeds, dark and light.
    for background in [0x0031_3338, 0x002B_2D31, 0x00FF_FFFF, 0x00F2_F3F5] {
        for stripe in [measure::FRESH, measure::OLDER, limits::COLOUR] {
            let contrast = contrast(stripe, background);
            assert!(contrast >= 3.0, "{stripe:06X} on {background:06X}: {contrast:.2}");
        }
    }
    assert!((contrast(0, 0x00FF_FFFF) - 21.0).abs() < 0.01);
}

#[test]
fn every_card_fits_in_every_look() {
    let texts = [
        "大阪市港区の防災の予算は？",
        "大阪市港区の津波避難ビルはいくつありますか",
        "大阪市港区でいちばん増えた予算は？",
        "港区の子育て支援について教えて",
        "名古屋市港区の防災",
        "横浜市港北区の方針を全部くわしく教えて",
    ];
    let mut wrong = Vec::new();
    for text in texts {
        let question = Question { text: text.to_owned(), limit: 25, ..Question::default() };
        let answer = service().answer(&question).unwrap();
        for language in Language::ALL {
            for look in Look::ALL {
                let view = View { look, ..view(language, false) };
                let message = json_of(&card(&answer, &view));
                wrong.extend(check::message(&message));
                let footer = message["embeds"][0]["footer"]["text"].as_str().unwrap_or_default();
                assert_eq!(question_in(footer), Some(text), "{footer}");
                if look == Look::Plain {
                    let said = message["embeds"][0].to_string();
                    let is_drawn =
                        |c: char| matches!(c, '\u{2190}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}');
                    assert!(!said.contains(is_drawn), "{said}");
                    assert!(!said.contains("```"), "{said}");
                }
                for found in &answer.answers {
                    wrong.extend(check::message(&json_of(&show(found, &[], &view))));
                    wrong.extend(check::message(&json_of(&words(found, &view))));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn offices_are_shown_with_their_wards_and_numbers() {
    let contact = |phone: &str, basis, scope| Contact {
        department: "協働推進課".to_owned(),
        phone: phone.to_owned(),
        fax: String::new(),
        basis,
        scope,
        as_of: None,
        source: None,
    };
    let measure = Arc::new(measure("2-1-3"));
    let mut answer = answer(Outcome::Answered, Vec::new());
    answer.offices = vec![
        Office {
            municipality: measure.document.municipality.clone(),
            contact: contact("06-1111-2222", ContactBasis::Document, ContactScope::Measure),
            topics: vec![measure.title.clone()],
            measure: Some(measure),
        },
        Office {
            municipality: "甲市北区".to_owned(),
            contact: contact("03-3333-4444", ContactBasis::Config, ContactScope::Topic),
            topics: vec!["まつり".to_owned()],
            measure: None,
        },
    ];
    let message = json_of(&card(&answer, &view(Language::Japanese, false)));
    let text = message["embeds"][0]["description"].as_str().unwrap_or_default();
    assert_eq!(
        text,
        "**大阪市港区 · 令和3年度 · 状態：案**
問い合わせ先: 協働推進課 電話 06-1111-2222
担当: 「津波避難ビルの確保」
出典：令和3年度 港区運営方針(案)概要（minato-osaka-r3-management-policy.txt 147行目）
**甲市北区**
問い合わせ先: 協働推進課 電話 03-3333-4444
担当: 「まつり」

文書にない連絡先は、この窓口の運営者が別に登録したものです。変わっていることがあります。"
    );
}

#[test]
fn headings_are_shown_below_their_document() {
    let measure = Arc::new(measure("2-1-3"));
    let mut answer = answer(Outcome::Answered, Vec::new());
    let heading = "戦略2-1 防災*対策*の強化".to_owned();
    answer.contents = vec![Chapter { heading, measures: vec![measure; 3] }];
    answer.reason = Some(nothing_of("観光"));
    let message = json_of(&card(&answer, &view(Language::Japanese, false)));
    let text = message["embeds"][0]["description"].as_str().unwrap_or_default();
    assert_eq!(
        text,
        r"大阪市港区の文書では、観光については見つかりませんでした。

**大阪市港区 · 令和3年度 · 状態：案**
・戦略2-1 防災\*対策\*の強化: 津波避難ビルの確保、津波避難ビルの確保など3件

くわしく知りたい項目の名前で、もう一度おたずねください。"
    );
}

#[test]
fn offices_for_a_topic_stand_below_the_documents_own() {
    let desk = |at: usize| Office {
        municipality: "甲市北区".to_owned(),
        contact: Contact {
            department: format!("第{at}地区総合支所 区民課 窓口サービス係"),
            phone: format!("03-3333-444{at}"),
            fax: String::new(),
            basis: ContactBasis::Config,
            scope: ContactScope::Topic,
            as_of: None,
            source: Some("自治体のてびき、裏表紙の一覧".repeat(4)),
        },
        topics: vec!["出生届".to_owned()],
        measure: None,
    };
    let shown = |n: usize| {
        let mut answer = answer(Outcome::Answered, vec![found(measure("2-1-3"))]);
        answer.desks = (1..=n).map(desk).collect();
        fields(&json_of(&card(&answer, &view(Language::Japanese, false))))
    };
    assert!(!shown(0).contains("この話題の窓口"));
    let one = shown(1);
    assert!(one.contains("この話題の窓口 = 問い合わせ先: 第1地区総合支所"), "{one}");
    assert!(one.contains("担当: 「出生届」") && one.contains("運営者が別に登録"), "{one}");
    // Of very many whole ones are left out, and counted.
    let many = shown(9);
    let n_shown = many.matches("地区総合支所").count();
    assert!(n_shown > 2 && many.contains(&format!("ほか{}件", 9 - n_shown)), "{many}");
    assert_eq!(many.matches("担当: ").count(), n_shown, "{many}");
}
