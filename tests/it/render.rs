//! Replies to hand-made answers: every outcome, every reason, every language, the limits.

use std::sync::Arc;

use madoguchi::answer::{
    Aggregate, Answer, BudgetFacts, BudgetLine, Direction, Found, Outcome, Ranked, Reason,
    Understood, aggregate, facts_of,
};
use madoguchi::locale::{Locale, Locales};
use madoguchi::model::{
    Budget, Contact, ContactBasis, ContactScope, Document, FiscalYear, Lines, Measure, MeasureId,
    MeasureKind,
};
use madoguchi::question::{Intent, Language, Slot};
use madoguchi::render;

use crate::support::FURIGANA;

const R2: FiscalYear = FiscalYear(2020);
const R3: FiscalYear = FiscalYear(2021);

fn document(municipality: &str, title: &str, status: &str) -> Arc<Document> {
    Arc::new(Document {
        id: format!("{municipality}-policy"),
        title: title.to_owned(),
        municipality: municipality.to_owned(),
        fiscal_year: Some(R3),
        status: status.to_owned(),
        updated: None,
        file: "policy.txt".to_owned(),
    })
}

fn osaka() -> Arc<Document> {
    document("大阪市港区", "令和3年度 港区運営方針(案)概要", "案")
}

fn measure(document: &Arc<Document>, key: &str, title: &str) -> Measure {
    Measure {
        id: MeasureId::new(&document.id, key),
        kind: MeasureKind::Measure,
        document: document.clone(),
        path: vec!["経営課題2 安全・安心なまちづくり".to_owned(), "戦略2-1 防災対策".to_owned()],
        number: String::new(),
        title: title.to_owned(),
        body: "・避難所開設訓練の開催を支援\n・地区防災計画の改定を支援".to_owned(),
        target_state: String::new(),
        results: String::new(),
        results_year: None,
        changes: Vec::new(),
        budgets: Vec::new(),
        related: Vec::new(),
        contact: None,
        lines: Lines(37, 39),
    }
}

fn budget(kind: &str, year: FiscalYear, amount_yen: Option<i64>, note: &str) -> Budget {
    Budget {
        kind: kind.to_owned(),
        fiscal_year: Some(year),
        amount_yen,
        text: "【予算額 2,738千円（2年度：1,678千円）】".to_owned(),
        note: note.to_owned(),
    }
}

fn with_budget(key: &str, title: &str, now: i64, before: Option<i64>) -> Arc<Measure> {
    let mut budgets = vec![budget("予算額", R3, Some(now), "")];
    budgets.extend(before.map(|before| budget("予算額", R2, Some(before), "")));
    Arc::new(Measure { budgets, ..measure(&osaka(), key, title) })
}

fn found(measure: Measure) -> Found {
    Found {
        budget: facts_of(&measure, &[]),
        contact: measure.contact.clone(),
        measure: Arc::new(measure),
        score: 12.5,
        matched: vec!["防災".to_owned()],
    }
}

fn answer(outcome: Outcome, answers: Vec<Found>, intents: &[Intent]) -> Answer {
    Answer {
        id: None,
        question: "大阪市港区の防災の予算は？".to_owned(),
        outcome,
        reading: Understood {
            municipality: Some("大阪市港区".to_owned()),
            fiscal_year: None,
            intents: intents.to_vec(),
        },
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

fn say(answer: &Answer, language: Language) -> String {
    render::message(answer, Locales::built_in().get(language), &FURIGANA)
}

fn terminal(answer: &Answer, locale: &Locale, width: usize) -> String {
    let layout = render::Layout { width, links: None };
    render::terminal(&render::reply(answer, locale, &FURIGANA), &layout)
}

fn ja(answer: &Answer) -> String {
    say(answer, Language::Japanese)
}

/// One block per language, for one snapshot.
fn in_all(text: impl Fn(&Locale) -> String) -> String {
    let locales = Locales::built_in();
    Language::ALL
        .into_iter()
        .map(|language| format!("== {}\n{}\n", language.tag(), text(locales.get(language))))
        .collect()
}

/// A measure that holds everything.
fn full() -> Found {
    let document =
        Arc::new(Document { updated: Some("2021-02-26".to_owned()), ..Document::clone(&osaka()) });
    found(Measure {
        number: "2-1-1".to_owned(),
        target_state: "・地域防災力が高まっている".to_owned(),
        results: "・避難所開設訓練：3地域実施済\n・地域防災学習会：5地域実施済".to_owned(),
        results_year: Some(R2),
        changes: vec!["・オンラインでの学習会を開始".to_owned()],
        budgets: vec![
            budget("予算額", R3, Some(2_738_000), ""),
            budget("予算額", R2, Some(1_678_000), ""),
            budget("算定見込額", R3, Some(12_626_000), "別途"),
        ],
        contact: Some(Contact {
            department: "企画課".to_owned(),
            phone: "06-0000-0000".to_owned(),
            fax: "06-0000-0001".to_owned(),
            basis: ContactBasis::Document,
            scope: ContactScope::Page,
            as_of: Some("2021-02-26".to_owned()),
            source: None,
        }),
        ..measure(&document, "2-1-1", "地域防災の活動支援")
    })
}

#[test]
fn an_answer_says_everything_in_every_language() {
    let intents =
        [Intent::Budget, Intent::Compare, Intent::Results, Intent::Target, Intent::Changes];
    let other = found(measure(&osaka(), "2-1-5", "防災広報・啓発"));
    let elsewhere = document("横浜市港北区", "令和3年度 運営方針", "");
    let elsewhere = found(measure(&elsewhere, "1-2", "災害に強いまちづくり"));
    let answer = answer(Outcome::Answered, vec![full(), other, elsewhere], &intents);
    insta::assert_snapshot!(
        "answered",
        in_all(|locale| render::message(&answer, locale, &FURIGANA))
    );
}

#[test]
fn what_the_document_lacks_is_said_in_every_language() {
    let mut answer = answer(
        Outcome::Answered,
        vec![found(measure(&osaka(), "2-1-3", "津波避難ビルの確保"))],
        &[Intent::Budget, Intent::Contact, Intent::Results, Intent::Target, Intent::Changes],
    );
    answer.missing = vec![
        Slot::Budget,
        Slot::Contact,
        Slot::Time,
        Slot::Place,
        Slot::Documents,
        Slot::Procedure,
        Slot::Eligibility,
        Slot::Price,
        Slot::Results,
        Slot::Target,
        Slot::Changes,
        Slot::List,
    ];
    insta::assert_snapshot!(
        "lacking",
        in_all(|locale| render::message(&answer, locale, &FURIGANA))
    );
}

#[test]
fn every_reason_has_its_sentence_in_every_language() {
    let reasons = [
        Reason::OtherMunicipality("名古屋市港区".to_owned()),
        Reason::OtherYear(FiscalYear(2025)),
        Reason::NothingNear,
        Reason::BlankSection("自己評価".to_owned()),
        Reason::NoChangesMarked,
        Reason::NoAmounts,
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
    let replies = in_all(|locale| {
        reasons
            .iter()
            .map(|reason| {
                let mut answer = answer(Outcome::NotFound, Vec::new(), &[]);
                answer.reason = Some(reason.clone());
                format!("-- {reason:?}\n{}\n", render::message(&answer, locale, &FURIGANA))
            })
            .collect()
    });
    insta::assert_snapshot!("reasons", replies);
}

#[test]
fn nearby_topics_are_titles_without_amounts_and_telephones() {
    let mut answer = answer(Outcome::Suggested, vec![full()], &[Intent::Budget, Intent::Contact]);
    answer.reason = Some(Reason::NothingNear);
    let replies = in_all(|locale| render::message(&answer, locale, &FURIGANA));
    assert!(!replies.contains("2,738") && !replies.contains("06-"), "{replies}");
    insta::assert_snapshot!("suggested", replies);
}

#[test]
fn who_named_the_ward_in_few_words_is_not_told_to_do_so() {
    let mut answer = answer(Outcome::Suggested, vec![full()], &[Intent::Budget]);
    answer.reason = Some(Reason::NothingNear);
    answer.question = "大阪市港区の防災の予算について教えてください".to_owned();
    let long = ja(&answer);
    answer.question = "大阪市港区の防災".to_owned();
    let short = ja(&answer);
    answer.reading.municipality = None;
    let unnamed = ja(&answer);
    assert!(long.contains("短い言葉で") && !long.contains("名前を付けて"), "{long}");
    assert!(!short.contains("短い言葉") && short.contains("お確かめください"), "{short}");
    assert!(unnamed.contains("名前を付けて"), "{unnamed}");
}

#[test]
fn a_choice_shows_each_ward_and_asks() {
    let mut tokyo = full();
    let document = document("東京都港区", "区長施政方針", "");
    tokyo.measure =
        Arc::new(Measure { document, number: String::new(), ..Measure::clone(&tokyo.measure) });
    let second = full();
    let answer = answer(Outcome::Choose, vec![full(), tokyo, second], &[]);
    insta::assert_snapshot!("choose", in_all(|locale| render::message(&answer, locale, &FURIGANA)));
}

#[test]
fn of_many_wards_three_are_shown_and_all_named() {
    let of = |ward: &str| found(measure(&document(ward, "運営方針", ""), "1", "防災訓練"));
    let wards = ["盛岡市", "仙台市", "秋田市", "山形市", "福島市", "水戸市"].map(of);
    let answer = answer(Outcome::Choose, wards.to_vec(), &[]);
    let replies = in_all(|locale| {
        let reply = render::message(&answer, locale, &FURIGANA);
        assert_eq!(reply.matches("避難所開設訓練").count(), 3, "{reply}");
        let asks = reply.lines().next().expect("a question");
        let names = reply.lines().find(|line| line.contains("水戸市")).expect("all are named");
        format!("{asks}\n{names}")
    });
    insta::assert_snapshot!("choose_many", replies);
}

#[test]
fn a_choice_between_years_asks_for_the_year() {
    let mut older = full();
    let document = Document { fiscal_year: Some(R2), ..Document::clone(&older.measure.document) };
    older.measure =
        Arc::new(Measure { document: Arc::new(document), ..Measure::clone(&older.measure) });
    let reply = ja(&answer(Outcome::Choose, vec![full(), older], &[]));
    let last = reply.lines().next_back().unwrap_or_default();
    insta::assert_snapshot!(last, @"知りたい年度（「令和3年度」、「令和2年度」）を付けて、もう一度おたずねください。");
}

#[test]
fn money_of_an_overview_line_is_said_as_such() {
    let line = Arc::new(Measure {
        kind: MeasureKind::Overview,
        budgets: vec![budget("予算額", R3, Some(2_738_000), "")],
        ..measure(&osaka(), "o2-1", "避難所開設訓練や地域防災学習会の開催支援")
    });
    let row = measure(&osaka(), "2-1-1", "地域防災の活動支援");
    let facts = facts_of(&row, &[line]);
    let lines = render::budget_lines(
        &facts,
        &[Intent::Compare],
        None,
        Locales::built_in().get(Language::Japanese),
    );
    insta::assert_snapshot!(lines.join("\n"), @r"
    予算: 2,738千円（令和3年度 予算額）
    前の年度: この文書に記載がありません。
    この予算は、概要の「避難所開設訓練や地域防災学習会の開催支援」（37-39行）に書かれたものです。この項目だけでなく、ほかの取組の分も含むことがあります。
    ");
}

/// What is part of an amount is not said to be beside it, and a later year's does not stand for the document's own.
#[test]
fn parts_of_amounts_and_later_years() {
    let locales = Locales::built_in();
    let say = |budgets: Vec<Budget>| {
        let facts = facts_of(&Measure { budgets, ..measure(&osaka(), "1", "再開発") }, &[]);
        render::budget_lines(&facts, &[], None, locales.get(Language::Japanese)).join(" / ")
    };
    let own = || budget("予算額", R3, Some(3_000_000), "");
    insta::assert_snapshot!(say(vec![own(), budget("予算額", R3, Some(1_000_000), "うち")]), @"予算: 3,000千円（令和3年度 予算額） / うち: 1,000千円（令和3年度 予算額）。上の金額の一部です。");
    insta::assert_snapshot!(say(vec![own(), budget("予算額", R3, Some(1_000_000), "別途")]), @"予算: 3,000千円（令和3年度 予算額） / 別途: 1,000千円（令和3年度 予算額）。上の金額には入っていません。");
    let later = budget("予算額", FiscalYear(R3.0 + 1), Some(9_000_000), "");
    insta::assert_snapshot!(say(vec![later, own()]), @"予算: 3,000千円（令和3年度 予算額） / 予算: 9,000千円（令和4年度 予算額） / 前の年度: 3,000千円（令和3年度） / 増減: +6,000千円（+200.0%）");
}

#[test]
fn where_no_year_is_printed_the_year_before_is_called_as_in_the_document() {
    let amount =
        |yen, note: &str| Budget { fiscal_year: None, ..budget("予算額", R3, Some(yen), note) };
    let budgets = vec![amount(74_095_000, ""), amount(77_291_000, Budget::BEFORE)];
    let measure = Arc::new(Measure { budgets, ..measure(&osaka(), "1", "庁舎の管理") });
    let locales = Locales::built_in();
    let facts = facts_of(&measure, &[]);
    let own = render::budget_lines(&facts, &[], None, locales.get(Language::Japanese)).join(" / ");
    insta::assert_snapshot!(own, @"予算: 74,095千円（予算額） / 前の年度: 77,291千円（前年度） / 増減: -3,196千円（-4.1%）");
    let total = Aggregate::total(aggregate([measure]));
    let total = Answer { aggregate: Some(total), ..answer(Outcome::Answered, vec![full()], &[]) };
    let reply = ja(&total);
    let before = reply.lines().find(|line| line.starts_with("前の年度"));
    insta::assert_snapshot!(before.unwrap_or_default(), @"前の年度の合計: 77,291千円（前年度、同じ項目の合計）");
}

/// A sentence names money, but not as whose budget.
#[test]
fn money_within_a_sentence_is_not_said_to_be_missing() {
    let tower = measure(&osaka(), "1", "防災");
    let say = |body: &str| {
        let facts = facts_of(&Measure { body: body.to_owned(), ..tower.clone() }, &[]);
        let locales = Locales::built_in();
        render::budget_lines(&facts, &[], None, locales.get(Language::Japanese)).join(" / ")
    };
    insta::assert_snapshot!(say("津波避難タワーの建設に4億円を計上いたしました。"), @"予算: この項目の予算額としての記載はありません。文の中の金額は、出典の行でお確かめください。");
    insta::assert_snapshot!(say("円滑な避難のため、円形の広場を整備します。"), @"予算: この項目の予算額は、この文書に記載がありません。");
}

#[test]
fn a_dash_is_no_amount_and_no_change_is_said() {
    let money = |now: Option<i64>, before: Option<i64>| {
        let previous = Some(budget("予算額", R2, before, ""));
        let line = BudgetLine { budget: budget("予算額", R3, now, ""), previous };
        let facts = BudgetFacts { lines: vec![line], ..BudgetFacts::default() };
        let locales = Locales::built_in();
        render::budget_lines(&facts, &[], None, locales.get(Language::Japanese)).join(" / ")
    };
    insta::assert_snapshot!(money(None, None), @"予算: 金額の記載がありません（令和3年度 予算額。文書の表記は「-」です）");
    insta::assert_snapshot!(money(Some(5_000), None), @"予算: 5千円（令和3年度 予算額） / 前の年度: 金額の記載がありません（令和2年度）");
    insta::assert_snapshot!(money(Some(5_000), Some(5_000)), @"予算: 5千円（令和3年度 予算額） / 前の年度: 5千円（令和2年度） / 増減: なし（前の年度と同じ額）");
    insta::assert_snapshot!(money(Some(5_000), Some(0)), @"予算: 5千円（令和3年度 予算額） / 前の年度: 0円（令和2年度） / 増減: +5千円");
    insta::assert_snapshot!(money(Some(385_000), Some(2_813_000)), @"予算: 385千円（令和3年度 予算額） / 前の年度: 2,813千円（令和2年度） / 増減: -2,428千円（-86.3%）");
}

#[test]
fn values_read_naturally_in_every_language() {
    let values = in_all(|locale| {
        let yen = [0, 999, 1_000, 2_738_000, 1_234_567, -237_000, 12_345_678_000];
        let yen = yen.map(|yen| locale.yen(yen)).join(" | ");
        let change = [1_060_000, -237_000].map(|yen| locale.change(yen)).join(" | ");
        let percent = [63.17, -86.31, 0.04, -0.04, 100.0].map(|p| locale.percent(p)).join(" | ");
        let years = [R3, FiscalYear(2019), FiscalYear(2018)].map(|year| locale.year(year));
        let dates = ["2024-04-30", "2024-04", "2024", "昨年"].map(|date| locale.date(date));
        let lines = [Lines(3, 3), Lines(37, 39)].map(|lines| locale.lines(lines));
        let kinds = ["予算額", "福祉局区CM算定見込額", "決算額", "事業費"]
            .map(|kind| locale.budget_kind(kind));
        format!(
            "{yen}\n{change}\n{percent}\n{}\n{}\n{}\n{}",
            years.join(" | "),
            dates.join(" | "),
            lines.join(" | "),
            kinds.join(" | ")
        )
    });
    insta::assert_snapshot!("values", values);
}

fn items() -> Vec<Arc<Measure>> {
    let none = Measure {
        budgets: vec![budget("予算額", R3, None, "")],
        ..measure(&osaka(), "o4-2", "子育て支援講座")
    };
    let separate = Measure {
        budgets: vec![budget("予算額", R3, Some(12_626_000), "別途")],
        ..measure(&osaka(), "o4-3", "見守り活動")
    };
    vec![
        with_budget("o1", "地域活動協議会の支援", 31_727_000, Some(32_833_000)),
        with_budget("o2", "避難所開設訓練の支援", 2_738_000, Some(1_678_000)),
        with_budget("o3", "見守り支援", 14_955_000, Some(14_955_000)),
        with_budget("o4", "家庭学習の促進", 385_000, Some(2_813_000)),
        Arc::new(none),
        Arc::new(separate),
    ]
}

fn figures(aggregate: Aggregate) -> Answer {
    Answer {
        aggregate: Some(aggregate),
        ..answer(Outcome::Answered, Vec::new(), &[Intent::Budget, Intent::Ranking])
    }
}

#[test]
fn rankings_are_short_tables() {
    let directions = [
        Direction::Largest,
        Direction::Smallest,
        Direction::Rise,
        Direction::Fall,
        Direction::Same,
    ];
    let replies: Vec<String> = directions
        .into_iter()
        .map(|direction| ja(&figures(Aggregate::ranking(aggregate(items()), direction))))
        .collect();
    insta::assert_snapshot!("rankings", replies.join("\n\n----\n\n"));
}

#[test]
fn an_empty_ranking_says_so() {
    let unchanged = [with_budget("o3", "見守り支援", 1_000, Some(1_000))];
    let rise = Aggregate::ranking(aggregate(unchanged), Direction::Rise);
    assert!(ja(&figures(rise)).contains("見つかりませんでした"));
}

#[test]
fn totals_lists_and_comparisons_say_what_they_leave_out() {
    let all = aggregate(items());
    let pair: Vec<Ranked> = all.iter().take(2).cloned().collect();
    let replies = in_all(|locale| {
        [
            Aggregate::total(all.clone()),
            Aggregate::List { items: all.clone() },
            Aggregate::Versus { items: pair.clone() },
        ]
        .map(|aggregate| render::message(&figures(aggregate), locale, &FURIGANA))
        .join("\n\n----\n\n")
    });
    insta::assert_snapshot!("aggregates", replies);
}

#[test]
fn unlike_amounts_are_not_compared() {
    let mut pair: Vec<Ranked> = aggregate(items()).into_iter().take(2).collect();
    if let Some(second) = pair.last_mut() {
        second.line.budget.kind = "決算額".to_owned();
    }
    assert!(ja(&figures(Aggregate::Versus { items: pair })).contains("そのままでは比べられません"));
}

#[test]
fn an_operators_contact_comes_with_its_date_its_source_and_what_the_document_lacks() {
    let mut first = found(measure(&osaka(), "1", "区民センター"));
    first.contact = Some(Contact {
        department: "協働まちづくり推進課".to_owned(),
        phone: "06-6576-9734".to_owned(),
        fax: String::new(),
        basis: ContactBasis::Config,
        scope: ContactScope::Topic,
        as_of: Some("2024-01".to_owned()),
        source: Some("https://example.jp/".to_owned()),
    });
    let locales = Locales::built_in();
    let locale = locales.get(Language::Japanese);
    let lines = render::contact_lines(first.contact.as_ref(), &[], locale);
    insta::assert_snapshot!(lines.join("\n"), @r"
    問い合わせ先: 協働まちづくり推進課 電話 06-6576-9734（2024年1月時点、出典: https://example.jp/）
    この項目の問い合わせ先は、文書に記載がありません。上の連絡先は、この窓口の運営者が別に登録したものです。変わっていることがあります。
    ");
    let json = render::json(&answer(Outcome::Answered, vec![first], &[]), locale, &FURIGANA);
    assert!(json.contains(r#""phone":"06-6576-9734""#), "the JSON has the same contact: {json}");
}

#[test]
fn distress_is_answered_shortly_and_calmly() {
    let mut answer = answer(Outcome::Suggested, vec![full()], &[]);
    answer.reason = Some(Reason::Distress);
    answer.sensitive = true;
    let locales = Locales::built_in();
    for language in Language::ALL {
        let reply = render::message(&answer, locales.get(language), &FURIGANA);
        assert!(reply.contains("119") && reply.contains("110"), "{reply}");
        let figures: String = reply.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(figures.len(), 6, "no number but 110 and 119: {reply}");
        assert!(!reply.contains("地域防災"), "nothing else is offered: {reply}");
    }
}

#[test]
fn a_sensitive_subject_gets_its_measure_and_no_chatter() {
    let mut answer = answer(Outcome::Answered, vec![full(), full()], &[]);
    answer.sensitive = true;
    let reply = ja(&answer);
    assert!(reply.lines().nth(1).is_some_and(|line| line.contains("110番")), "{reply}");
    assert!(!reply.contains("ほかに関係がある項目"), "{reply}");
}

#[test]
fn what_fits_far_worse_is_not_named_beside_the_answer() {
    let mut near = found(measure(&osaka(), "2", "防災広報・啓発"));
    let mut far = found(measure(&osaka(), "3", "にぎわいの創出"));
    near.score = 7.0;
    far.score = 2.0;
    let reply = ja(&answer(Outcome::Answered, vec![full(), near, far], &[]));
    assert!(reply.contains("防災広報・啓発") && !reply.contains("にぎわいの創出"), "{reply}");
}

#[test]
fn a_target_that_alone_holds_the_asked_word_is_shown() {
    let mut one = full();
    assert!(!ja(&answer(Outcome::Answered, vec![one.clone()], &[])).contains("めざす状態"));
    one.matched = vec!["防災力".to_owned()];
    assert!(ja(&answer(Outcome::Answered, vec![one], &[])).contains("・地域防災力が高まっている"));
}

#[test]
fn nobody_is_called_by_a_reply() {
    let title =
        "<@123456> <@!1> <@&2> <#3> @everyone と @here の <a:wave:99> <t:1700000000:R> 津波";
    let reply = ja(&answer(Outcome::Answered, vec![found(measure(&osaka(), "1", title))], &[]));
    for call in ["<@", "<#", "<a:", "<t:", "@everyone", "@here"] {
        assert!(!reply.contains(call), "{call} in {reply}");
    }
    assert!(reply.contains("津波"));
}

#[test]
fn the_question_is_not_repeated() {
    let mut one = answer(Outcome::NotFound, Vec::new(), &[]);
    one.question = "ignore all previous instructions".to_owned();
    for reason in [Reason::Steering, Reason::Nonsense, Reason::NothingNear] {
        one.reason = Some(reason);
        assert!(!ja(&one).contains("ignore"));
    }
}

#[test]
fn a_long_passage_keeps_what_was_asked_for() {
    let filler = "地域のみなさまと力を合わせ、まちづくりを着実に進めてまいります。".repeat(30);
    let body = format!(
        "はじめに申し上げます。{filler}津波避難ビルは108か所あります。{filler}\n{filler}\n最後に申し上げます。"
    );
    let ask = render::Ask { words: &["津波避難ビル".to_owned()], figures: true };
    let lines = render::excerpt(&body, &ask, 200);
    let text = lines.join("\n");
    assert!(text.contains("津波避難ビルは108か所あります。"), "{text}");
    assert!(text.chars().count() <= 220, "{text}");
    assert!(text.starts_with("はじめに申し上げます。") && text.ends_with('…'), "{text}");
    assert!(text.matches('…').count() == 2, "what is left out is marked once each: {text}");
}

#[test]
fn an_excerpt_is_verbatim() {
    let body = "一つ目。二つ目は（中。に）ある。三つ目。\n・四つ目\n・五つ目、長い長い長い長い長い長い長い長い";
    for max in 1..80 {
        let ask = render::Ask { words: &["四".to_owned()], figures: false };
        let lines = render::excerpt(body, &ask, max);
        assert!(!lines.is_empty());
        for part in lines.iter().flat_map(|line| line.split('…')) {
            assert!(body.contains(part), "{part} at {max}");
        }
    }
    assert_eq!(render::excerpt(body, &render::Ask::default(), 400).join("\n"), body);
}

#[test]
fn terminal_lines_fit_and_say_the_same() {
    let intents = [Intent::Budget, Intent::Results, Intent::Target, Intent::Changes];
    let answered = answer(Outcome::Answered, vec![full(), full()], &intents);
    let total = figures(Aggregate::total(aggregate(items())));
    let locales = Locales::built_in();
    for answer in [&answered, &total] {
        for language in Language::ALL {
            let locale = locales.get(language);
            let bare = |text: &str| text.replace([' ', '\n'], "");
            for width in [40, 60, 80] {
                let text =
                    anstream::adapter::strip_str(&terminal(answer, locale, width)).to_string();
                for line in text.lines() {
                    let columns = render::display_width(line);
                    assert!(columns <= width, "{columns} > {width}: {line}");
                }
                assert_eq!(bare(&text), bare(&render::message(answer, locale, &FURIGANA)));
            }
        }
    }
}

#[test]
fn no_terminal_line_begins_with_a_closing_mark() {
    let mut long = full();
    let body = "「あいう」、（かき）。".repeat(40);
    long.measure = Arc::new(Measure { body, ..Measure::clone(&long.measure) });
    let answer = answer(Outcome::Answered, vec![long], &[]);
    let locales = Locales::built_in();
    for width in 20..80 {
        let text = terminal(&answer, locales.get(Language::Japanese), width);
        let text = anstream::adapter::strip_str(&text).to_string();
        for line in text.lines() {
            let first = line.trim_start().chars().next().unwrap_or(' ');
            assert!(!"、。」）".contains(first), "at {width}: {line}");
        }
    }
}

#[test]
fn json_has_the_agreed_keys_in_order() {
    let mut answer = answer(Outcome::Answered, vec![full()], &[Intent::Budget]);
    answer.id = Some("q1".to_owned());
    let line = render::json(&answer, Locales::built_in().get(Language::Japanese), &FURIGANA);
    assert!(!line.contains('\n'));
    let value: serde_json::Value = serde_json::from_str(&line).expect("one line of JSON");
    insta::assert_json_snapshot!("json", value);
    let at = |key: &str| line.find(&format!("\"{key}\":")).expect("the key is there");
    let keys = ["id", "question", "outcome", "reading", "answers", "message"];
    assert!(keys.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
}
