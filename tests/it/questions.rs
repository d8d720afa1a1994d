//! Question → answer: the dev questions with a floor per kind, and replies that must hold for a resident to rely on them.
//!
//! `tests/questions/dev.jsonl` only judges: nothing is fitted on it.

use madoguchi::answer::{Answer, Found, Outcome, Reason};
use madoguchi::eval::gold;
use madoguchi::question::{Gazetteer, Intent, Language, Places, Question, TownTable};

use crate::support::{FURIGANA, Installation, SERVICE, reply};

/// The least share, in per cent, of the questions of a kind that are handled in full.
const FLOORS: &[(&str, f64)] = &[
    ("aggregate", 100.0),
    ("ambiguous", 95.0),
    ("budget", 95.0),
    ("changed", 95.0),
    ("contact", 85.0),
    ("direct", 95.0),
    ("keyword", 90.0),
    ("results", 95.0),
    ("target", 75.0),
    ("unanswerable", 95.0),
    ("ward", 77.0),
    ("ALL", 91.0),
];

/// The least share of answerable questions with an accepted measure first.
const FIRST: f64 = 95.0;

#[test]
fn dev_questions_stay_above_their_floors() {
    let text = std::fs::read_to_string("tests/questions/dev.jsonl").expect("the questions");
    let questions = gold::parse(&text).expect("the questions can be read");
    assert_eq!(questions.len(), 184);
    let scores: Vec<gold::Score> = questions
        .iter()
        .map(|question| {
            let answer = SERVICE.answer(&question.question()).expect("an answer");
            let message = madoguchi::render::message(
                &answer,
                SERVICE.locales().get(answer.language),
                &FURIGANA,
            );
            gold::score(question, &answer, &message)
        })
        .collect();
    for (question, score) in questions.iter().zip(&scores) {
        let borrowed = score.faults.iter().find(|fault| fault.starts_with("says 0"));
        assert!(borrowed.is_none(), "{} {borrowed:?}", question.text);
    }
    for (kind, tally) in gold::tally(questions.iter().zip(&scores)) {
        let handled = 100.0 * tally.handled as f64 / tally.n as f64;
        let floor = FLOORS.iter().find(|(name, _)| *name == kind).map_or(0.0, |(_, floor)| *floor);
        assert!(handled >= floor, "{kind}: {handled:.1}% handled, the floor is {floor}%");
        if kind == "ALL" {
            let first = 100.0 * tally.first as f64 / tally.answerable as f64;
            assert!(first >= FIRST, "{first:.1}% right first, the floor is {FIRST}%");
        }
    }
}

#[test]
fn what_costs_most_comes_first_however_it_is_asked() {
    for text in ["西区の一番お金をかけてる取り組みは", "大阪市西区でお金が一番かかる事業は？"]
    {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        let first = answer.answers.first().expect("a measure");
        assert_eq!(first.measure.title, "地域活動協議会への支援", "{text}");
    }
}

#[test]
fn projects_that_grew_are_those_whose_budget_grew() {
    let first = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        answer.answers.first().expect("a measure").measure.id.clone()
    };
    let asked = first("大阪市港区で去年より予算が増えた事業は？");
    assert_eq!(first("去年より増えた事業は？大阪市港区"), asked);
    assert_eq!(first("大阪市港区で増額されたものは"), asked);
    assert_eq!(first("大阪市港区で予算が一番増えた取組は？"), asked);
    assert_eq!(first("港区で予算が増えた取り組みは？"), asked);
}

#[test]
fn what_lost_most_is_found_however_it_is_asked() {
    for text in [
        "大阪市港区で予算が一番減ったのは？",
        "大阪市港区で一番予算けずられたのって何？",
        "大阪市港区で予算がカットされたものは？",
        "大阪市港区で予算が減ったもの",
    ] {
        let reply = reply(text);
        assert!(reply.contains("前の年度から減った額が大きい順"), "{text}\n{reply}");
    }
}

#[test]
fn the_sum_is_told_however_it_is_asked() {
    for text in ["大阪市港区の予算の合計は？", "大阪市港区の予算ぜんぶ足したらなんぼ？"]
    {
        assert!(reply(text).contains("合計: 64,807千円"), "{text}\n{}", reply(text));
    }
}

#[test]
fn words_alone_are_japanese() {
    for (text, language) in [
        ("損失補塡 予算", Language::Japanese),
        ("𠮷田町 相談", Language::Japanese),
        ("水没 対策", Language::Japanese),
        ("慶應義塾大学 連携", Language::Japanese),
        ("國學院大學 連携", Language::Japanese),
        ("大阪市港區的防災", Language::TraditionalChinese),
        ("防灾 预算", Language::SimplifiedChinese),
        ("大楼 避难", Language::SimplifiedChinese),
        ("防災 預算", Language::TraditionalChinese),
    ] {
        assert_eq!(Language::detect(text), language, "{text}");
    }
    for text in [
        "大阪市港区 防災 予算",
        "東京都港区 待機児童",
        "大阪市西区 予算",
        "大阪市港区 空家対策",
        "横浜市港北区 商店街活性化",
        "大阪市港区 Facebook 広報",
    ] {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        assert_eq!(
            (answer.language, answer.outcome),
            (Language::Japanese, Outcome::Answered),
            "{text}"
        );
    }
}

#[test]
fn a_count_that_the_text_gives_is_not_said_to_be_missing() {
    let reply = reply("東京都港区の保育園の定員って去年から何人ふえた？");
    assert!(reply.contains("586人") && !reply.contains("次のことは"), "{reply}");
    let reply = crate::support::reply("東京都港区の保育園の定員の実績は？");
    assert!(reply.contains("次のことは、この項目には書かれていません: 実績"), "{reply}");
}

#[test]
fn a_floor_is_a_place() {
    let reply = reply("東京都港区のはなみずきってお店どこにある？");
    assert!(!reply.contains("次のことは"), "{reply}");
}

#[test]
fn what_is_new_in_the_ward_is_no_question_about_marks() {
    let reply = reply("港北区に本借りれるとこ新しくできるってほんと？");
    assert!(reply.contains("図書取次サービス拠点"), "{reply}");
}

#[test]
fn a_topic_with_a_second_name_is_found_by_either() {
    for text in ["ひっとプラン港北の担当の電話教えて", "港北区の地域福祉保健計画の電話番号は？"]
    {
        assert!(reply(text).contains("045-540-2360"), "{text}\n{}", reply(text));
    }
    // 出生届（芝地区） is no department of whatever is done in 芝地区.
    let reply = reply("東京都港区の芝地区の取組の電話番号は？");
    assert!(!reply.contains("出生届") && !reply.contains("登録した連絡先"), "{reply}");
}

#[test]
fn why_budgets_cannot_be_put_in_order_is_said() {
    let reason = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        SERVICE.answer(&question).expect("an answer").reason
    };
    assert_eq!(reason("港北区で一番予算が多いのは？"), Some(Reason::NoAmounts));
    assert_eq!(reason("港北区の予算の合計は？"), Some(Reason::NoAmounts));
    assert_eq!(reason("西区の予算で一番減ったのは？"), Some(Reason::NothingToCompare));
    assert_eq!(reason("西区で一番予算が多いのは？"), None);
    assert_eq!(reason("大阪市港区で予算が減った取組は？"), None);
}

#[test]
fn the_money_of_a_row_is_that_of_the_line_above_and_said_as_such() {
    let reply = reply("大阪市港区の防災の予算は？");
    for part in
        ["2,738千円", "令和3年度", "1,678千円", "令和2年度", "+1,060千円", "+63.2%", "37-39行"]
    {
        assert!(reply.contains(part), "{part} is missing in:\n{reply}");
    }
}

#[test]
fn a_row_that_no_line_covers_has_no_money() {
    let reply = reply("大阪市港区の津波避難ビルの予算はいくらですか");
    assert!(!reply.contains("2,738"), "{reply}");
    assert!(reply.contains("記載"), "{reply}");
}

#[test]
fn a_number_is_never_borrowed_from_the_other_ward() {
    for question in [
        "大阪市港区の認知症の相談の電話番号は？",
        "西区の見守りの担当課は",
        "港北区の子育ての問い合わせ先",
    ] {
        let reply = reply(question);
        assert!(!reply.contains("03-3578"), "{question}\n{reply}");
        assert!(reply.contains("記載"), "{question}\n{reply}");
    }
}

#[test]
fn another_ward_of_the_same_name_is_another_ward() {
    for question in
        ["名古屋市港区の防災の予算は？", "神戸市西区の見守り活動", "札幌市西区のマンション支援"]
    {
        let question = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        assert!(
            matches!(answer.outcome, Outcome::Suggested | Outcome::NotFound),
            "{} {:?}",
            question.text,
            answer.outcome
        );
    }
}

#[test]
fn who_names_a_town_means_its_ward() {
    for (question, municipality) in [
        ("芝浦の子育て支援", Some("東京都港区")),
        ("綱島の防災", Some("横浜市港北区")),
        ("日吉駅の近くの子育て", Some("横浜市港北区")),
        ("築港地区の防災は？", Some("大阪市港区")),
        ("新橋に住んでいます。港区の障害者の支援は？", Some("東京都港区")),
        ("大阪の弁天町駅のバリアフリー", Some("大阪市港区")),
        ("What will the new centre in Takanawa offer?", Some("東京都港区")),
        // The ward that is named counts before a town of another.
        ("大阪市西区の見守り活動。綱島の友だちから聞きました", Some("大阪市西区")),
        ("浜松町のキャッシュレス", Some("東京都港区")),
        ("白金在住、子育て支援", Some("東京都港区")),
        ("南堀江です。見守りの予算は？", Some("大阪市西区")),
        ("綱島だと待機児童対策はありますか", Some("横浜市港北区")),
        // With an everyday word, a question begins.
        ("白金の高齢者支援", Some("東京都港区")),
        ("築港ですが防災は？", Some("大阪市港区")),
        // Someone's name, an everyday word, a part of another name, a town of another city.
        ("田中さんに聞いた子育て支援", None),
        ("池島といいます。マンション交流について", None),
        ("石田町会長", None),
        ("海岸の清掃", None),
        ("きれいな海岸の清掃", None),
        ("海岸の近くに住んでいます。津波避難ビルは", None),
        ("東赤坂見附の防災", None),
        ("所沢の新町に住んでいます。子育て", None),
    ] {
        let asked = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&asked).expect("an answer");
        assert_eq!(answer.reading.municipality.as_deref(), municipality, "{question}");
        if let Some(municipality) = municipality {
            let mut named = answer.answers.iter().map(|found| &found.measure.document.municipality);
            assert!(named.all(|it| it == municipality), "{question} {:?}", answer.answers);
        }
    }
}

#[test]
fn a_town_says_whose_ward_is_meant_and_not_what_is_asked_about() {
    for (question, id) in [
        ("弁天町の防災", "minato-osaka-r3-management-policy/2-1-5"),
        ("弁天町の認知症相談", "minato-osaka-r3-management-policy/3-1-3"),
        ("高輪の子育て", "minato-tokyo-r2-policy-speech/2-1"),
        // Nothing else is asked about.
        ("弁天町", "minato-osaka-r3-management-policy/2-3-1"),
    ] {
        let asked = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&asked).expect("an answer");
        let first = answer.answers.first().map(|found| found.measure.id.to_string());
        assert_eq!((answer.outcome, first.as_deref()), (Outcome::Answered, Some(id)), "{question}");
    }
    let asked = Question { text: "弁天町図書館".to_owned(), ..Question::default() };
    assert_ne!(SERVICE.answer(&asked).expect("an answer").outcome, Outcome::Answered);
}

#[test]
fn two_places_are_both_taken() {
    for question in ["綱島と大阪市港区の防災", "大阪市港区や日吉の防災"] {
        let asked = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&asked).expect("an answer");
        assert_eq!(answer.reading.municipality, None, "{question}");
        assert_ne!(answer.outcome, Outcome::Answered, "{question}");
        let mut wards = answer.answers.iter().map(|found| &found.measure.document.municipality);
        let first = wards.next().cloned();
        assert!(wards.any(|ward| Some(ward) != first.as_ref()), "{question}");
    }
    let asked = Question {
        text: "弁天町は？".to_owned(),
        context: vec!["綱島の防災".to_owned()],
        ..Question::default()
    };
    let answer = SERVICE.answer(&asked).expect("an answer");
    let first = answer.answers.first().map(|found| found.measure.title.clone());
    assert!(first.is_some_and(|title| title.contains("防災")), "{:?}", answer.answers);
}

#[test]
fn only_a_day_or_a_period_answers_when() {
    const MISSING: &str = "この項目には書かれていません: 日時や期間";
    // 日頃 and 日本 are no days.
    assert!(reply("大阪市港区の津波避難ビルの確保はいつ？").contains(MISSING));
    assert!(reply("港北区の災害に強いまちづくりはいつ？").contains(MISSING));
    assert!(!reply("大阪市港区の区民の健康増進はいつ？").contains(MISSING));
}

#[test]
fn a_year_is_one_in_whatever_numerals() {
    for question in ["令和六年度の港北区の商店街活性化", "令和6年の港北区の商店街活性化"]
    {
        let reply = reply(question);
        assert!(reply.contains("令和6年度の文書は、ここにはありません"), "{question}\n{reply}");
    }
    assert!(reply("令和三年度の港北区の商店街活性化").contains("ちょいより散歩"));
}

#[test]
fn a_heading_or_a_row_is_found_by_its_number() {
    for (question, wanted) in [
        ("大阪市港区の経営課題2", "・戦略2-1 防災対策の強化: "),
        ("大阪市港区の第2章", "見つかりませんでした"),
        ("大阪市港区の戦略２－１の取組は？", "・津波避難ビルの確保\n"),
        ("大阪市港区の経営課題2の予算を足すといくら", "合計: 4,879千円"),
        ("大阪市港区の経営課題2の予算", "2. 「警察と連携した犯罪情報の発信"),
        ("大阪市西区の経営課題は何ですか", "・経営課題4 区長の権限"),
        ("大阪市西区の経営課題はいくつありますか", "・経営課題4 区長の権限"),
        ("大阪市西区の1-1-2は？", "1-1-2 マンションコミュニティ活性化支援\n"),
        ("大阪市西区の1-1-2の予算", "390千円"),
        ("大阪市港区の経営課題二の予算", "2. 「警察と連携した犯罪情報の発信"),
        ("大阪市港区の経営課題1から3の予算の合計", "合計: 56,554千円"),
        ("大阪市港区の経営課題2と3の予算の合計", "合計: 24,827千円"),
        ("大阪市港区の戦略2-1の予算", "2,738千円"),
        ("大阪市港区の戦略2-1のめざす状態", "大規模災害時の防災対策が進んでいる"),
        ("大阪市港区の戦略2-1の実績は？", "・津波避難ビルの確保\n"),
        ("大阪市港区の経営課題2の予算は去年より増えた？", "増減: +823千円"),
        ("大阪市西区の1-1-2と1-2-1の予算の差は？", "42,680千円多くなっています"),
        (
            "大阪市港区の経営課題3と経営課題5、どっちが予算多い？",
            "経営課題5 訪れたい魅力と活気あふれるまちづくり\n合計: 7,661千円",
        ),
        ("大阪市港区の課題2", "・戦略2-1 防災対策の強化: "),
        ("大阪市港区の戦略2-1から2-4の予算合計", "合計: 4,879千円"),
        ("大阪市港区の2-1-1の担当", "地域防災の活動支援\n"),
        ("大阪市港区の経営課題2の防犯の予算", "地域防犯・安全対策\n"),
        ("大阪市港区の戦略2-1の開始時期", "見つかりませんでした"),
        ("大阪市西区の1-1-2から3-1-1までの予算合計", "見つかりませんでした"),
        // What no document has, or what is left without it, is not guessed.
        ("大阪市港区の経営課題7の予算", "見つかりませんでした"),
        ("大阪市港区の戦略1-4", "見つかりませんでした"),
        ("大阪市港区の経営課題2と経営課題9の予算の合計", "見つかりませんでした"),
        ("大阪市港区の経営課題2以外の予算の合計", "見つかりませんでした"),
        ("大阪市西区の311-1-2", "見つかりませんでした"),
        // Two wards count so.
        ("経営課題2の予算", "当てはまる文書が2つあります"),
        ("経営課題2の見守り", "2-3-1 地域における見守り活動の支援\n"),
        // What is asked about is more than the heading.
        ("大阪市港区の経営課題2の防犯", "地域防犯・安全対策"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
    }
    // 1-2 is the heading above another row.
    assert!(!reply("大阪市西区の1-2").contains("マンションコミュニティ"));
}

#[test]
fn figures_are_of_the_year_and_the_things_that_are_asked_for() {
    for (question, wanted) in [
        ("大阪市港区の令和2年度予算で一番大きいのは", "32,833千円（令和2年度 予算額）"),
        (
            "大阪市港区の令和2年度の予算を多い順に",
            "2. 「令和2年度策定予定の「港区エリア別活性化プラン」に基づき、各エリア特性に応じた…」: 17,131千円",
        ),
        ("大阪市港区の令和2年度と比べて増えた事業は", "増減 +1,060千円"),
        ("大阪市港区で500万円以上の取組は", "金額が大きい順"),
        ("大阪市港区の令和元年度の予算の合計", "令和元年度の文書は、ここにはありません"),
        ("大阪市港区と西区の見守りの予算はどちらが多い？", "別途 12,626千円"),
        ("西区と大阪市港区の地域活動協議会の予算を比べて", "金額をくらべると"),
        ("大阪市港区の防災と防犯の予算を足すといくら", "合計: 4,879千円"),
        ("大阪市港区の防災と防犯の予算を合わせると", "いちばん近い項目の金額を足した"),
        ("大阪市港区の防災の予算の合計", "一部の項目だけの合計は出していません"),
        ("大阪市港区の防災の予算と防犯の予算、差はいくら", "597千円多くなっています"),
        // Each of them has to have an amount of its own.
        ("大阪市港区の人権と防災の予算の差は？", "くらべることはできません"),
        ("大阪市港区の防災とプールの予算を合わせると", "見つかりませんでした"),
        ("大阪市港区の防災と防犯以外の予算の合計", "見つかりませんでした"),
        ("大阪市港区と京都市の見守りの予算の差は？", "京都市の文書は、ここにはありません"),
        ("大阪市港区の人と人とのつながりづくりの予算の合計", "合計は出していません"),
        // Money is that of the year, and a year that a name holds is none.
        ("大阪市港区の2025年の防災の予算", "令和7年度の文書は、ここにはありません"),
        ("大阪市港区の令和元年度の防災の予算", "令和元年度の文書は、ここにはありません"),
        ("大阪市港区の7年度の防災の予算", "令和7年度の文書は、ここにはありません"),
        ("大阪市港区の令和2年度の防災の予算", "1,678千円（令和2年度）"),
        ("2025年大阪・関西万博に向けた大阪市港区の取組", "2025年大阪・関西万博を契機"),
        ("港北区の東京2020の取組", "レガシー創出"),
        ("大阪市港区の令和2年度と令和3年度の防犯の予算の差は？", "増減: -237千円"),
        ("大阪市港区の今年の防災の予算", "2,738千円"),
        ("大阪市港区で2番目に予算が増えた事業", "2. 「保育所・幼稚園への巡回等"),
        ("大阪市港区 防災 予算", "2,738千円"),
        ("大阪市港区の防災対策の予算", "2,738千円"),
        ("大阪市港区の予算の2位と3位は", "2. 「高齢者等の相談や見守り支援"),
        ("大阪市港区で2番目に予算が大きい事業", "2. 「高齢者等の相談や見守り支援"),
        ("大阪市港区の予算の1位から3位は", "1. 「地域活動協議会"),
        ("大阪市港区の予算のトップ3位は", "1. 「地域活動協議会"),
        ("大阪市港区と京都市の予算の合計は", "京都市の文書は、ここにはありません"),
        ("What are Osaka Minato ward's 3 largest budgets?", "1. “地域活動協議会"),
        ("見守りの予算は大阪市西区と大阪市港区でどう違いますか", "そのままでは比べられません"),
        ("大阪市港区で予算が二番目に大きい事業は", "2. 「高齢者等の相談や見守り支援"),
        ("Osaka Minato ward second largest budget", "2. “高齢者等の相談や見守り支援"),
        ("大阪市港区で予算が3位までの事業", "1. 「地域活動協議会"),
        ("大阪市港区で予算が大きい順の30番目に大きい事業", "見つかりませんでした"),
        ("大阪市港区で減り方の割合がいちばん大きい予算は", "1. 「「港区版家庭学習の手引き」"),
        ("大阪市港区で予算の伸び率が高い順", "前の年度から増えた割合が大きい順"),
        ("大阪市港区で予算が2倍になった事業は？", "前の年度から増えた割合が大きい順"),
        ("大阪市港区で予算が半分になったのは？", "増減 -2,428千円（-86.3%）"),
        // As many as are asked for.
        ("大阪市港区の予算上位3つは？", "増減 -11,118千円（-64.9%）\nほかに"),
        (
            "大阪市西区の予算が一番大きい事業を二つ教えて",
            "2. 「2-3-1 地域における見守り活動の支援」: 11,676千円（令和2年度 算定見込額）\nほかに",
        ),
        ("大阪市港区で予算が大きい事業を10個", "9. 「区政会議において"),
        // Of two wards, the sum of each; of names that are joined, the amount of each.
        (
            "大阪市港区と大阪市西区、予算が多いのはどっち？",
            "大阪市西区\n合計: 58,769千円（令和2年度 算定見込額、4件の合計）",
        ),
        (
            "港区の予算は全部でいくら？",
            "東京都港区の文書には、金額の記載がありません。\n\n合計: 64,807千円",
        ),
        ("大阪市西区と港北区の予算の合計", "横浜市港北区の文書には、金額の記載がありません。"),
        ("予算は全部でいくら？", "大阪市港区\n合計: 64,807千円（令和3年度 予算額、9件の合計）"),
        ("大阪市港区の予算は全体で増えた？", "増減: -15,564千円（-19.4%）"),
        ("大阪市西区の予算は全体で増えた？", "前の年度の金額の記載がありません"),
        ("大阪市港区の防災と防犯の予算", "内訳:\n1. 「地域住民による避難所開設訓練"),
        (
            "大阪市西区の見守りと地域活動協議会の予算はそれぞれいくらですか",
            "3. 「1-2-1 地域活動協議会への支援」: 43,070千円",
        ),
        ("大阪市港区の防災とプールの予算", "見つかりませんでした"),
        (
            "大阪市港区の警察と連携した犯罪情報の発信と防犯意識啓発活動の予算",
            "警察と連携した犯罪情報の発信及び地域と協働した防犯意識啓発活動\n掲載箇所",
        ),
        (
            "大阪市港区の地域活動協議会の補助金、うちの町会にはいくら入る？",
            "地域課題解決に向けた取組",
        ),
        ("大阪市西区の予算が小さい順", "金額が小さい順:\n1. 「1-1-2"),
        ("大阪市西区の予算を安い順に", "金額が小さい順:\n1. 「1-1-2"),
        ("大阪市西区の予算ワースト2", "金額が小さい順:\n1. 「1-1-2"),
        ("大阪市西区で予算が3つ目に大きい事業", "3. 「3-1-1 子ども相談支援"),
        ("大阪市港区预算前三名", "-64.9%\n另有6项"),
        // Amounts of one digit in common.
        ("大阪市港区の1000万円台の事業は？", "\n1. 「高齢者等の相談や見守り支援"),
        ("大阪市港区预算最少的项目是哪个", "207千円（207,000日元）"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
    }
    // Of what, is not said.
    let reply = reply("西区と大阪市港区どっちが予算が多い？");
    assert!(!reply.contains("金額をくらべると"), "{reply}");
}

#[test]
fn a_towns_name_that_another_wards_document_uses_tells_nothing() {
    let table = TownTable::parse("municipality,towns,words,things\n甲市北区,桜台 夕日,,\n")
        .expect("a table");
    let wards = ["甲市北区".to_owned(), "甲市南区".to_owned()];
    let read = |texts: &[(&str, &str)], question: &str| {
        let mut places = Places::new(Gazetteer::default(), &table, &wards, &[]);
        let finder = places.finder();
        for (ward, text) in texts {
            places.note(ward, &finder.used([*text].into_iter()));
        }
        places.read(question).municipalities
    };
    let own = [("甲市北区", "桜台の公園を直す"), ("甲市南区", "広場を直す")];
    assert_eq!(read(&own, "桜台の公園"), ["甲市北区"]);
    let both = [("甲市北区", "桜台の公園を直す"), ("甲市南区", "桜台へのバスを増やす")];
    assert!(read(&both, "桜台の公園").is_empty());
    // 夕日山 is another name.
    let part = [("甲市南区", "夕日山の道を直す")];
    assert_eq!(read(&part, "夕日の道"), ["甲市北区"]);
}

#[test]
fn a_title_that_holds_every_word_of_a_question_is_its_answer() {
    for (question, id) in [
        ("東京都港区の子育て支援", "minato-tokyo-r2-policy-speech/2-1"),
        ("東京都港区の子育て", "minato-tokyo-r2-policy-speech/2-1"),
        ("芝浦の子育て支援", "minato-tokyo-r2-policy-speech/2-1"),
    ] {
        let asked = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&asked).expect("an answer");
        assert_eq!(answer.outcome, Outcome::Answered, "{question}");
        let first = answer.answers.first().map(|found| found.measure.id.to_string());
        assert_eq!(first.as_deref(), Some(id), "{question}");
    }
    // A word that any title may have names no subject.
    for question in ["充実", "強化", "取組", "施設"] {
        let asked = Question { text: question.to_owned(), ..Question::default() };
        assert_ne!(SERVICE.answer(&asked).expect("an answer").outcome, Outcome::Answered);
    }
}

#[test]
fn a_place_that_is_not_loaded_is_named_as_it_was_asked_for() {
    for (question, place) in [
        ("名古屋市港区の防災の予算は？", "名古屋市港区"),
        ("名古屋の港区は防災訓練してる？", "名古屋の港区"),
        ("神戸の港区の防災訓練", "神戸の港区"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(&format!("{place}の文書は、ここにはありません")), "{reply}");
    }
}

#[test]
fn where_a_department_is_asked_for_no_place_is_said_to_be_missing() {
    for question in
        ["放置自転車の担当はどこ？", "放置自転車の担当どこ", "放置自転車の連絡先はどこですか"]
    {
        let reply = reply(question);
        assert!(reply.contains("問い合わせ先: ") && !reply.contains("場所"), "{reply}");
    }
    for question in
        ["大阪市港区の防災訓練の会場はどこ？", "西区の見守り活動の担当窓口はどこにありますか"]
    {
        assert!(
            reply(question).contains("次のことは、この項目には書かれていません: 場所"),
            "{}",
            reply(question)
        );
    }
}

#[test]
fn hostile_and_empty_messages_get_a_reply_and_no_measure() {
    let long = "あ".repeat(100_000);
    for text in [
        "",
        " ",
        "。。。",
        "👨‍👩‍👧‍👦🏠🌊❓",
        "@everyone",
        "<@&123456789012345678>",
        "\u{202E}\u{0}",
        &long,
    ] {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        assert_eq!(answer.outcome, Outcome::NotFound, "{text:.20}");
        assert!(!reply(text).is_empty());
    }
}

#[test]
fn a_follow_up_goes_on_from_the_question_before() {
    let ask = |text: &str, context: &[&str]| {
        let question = Question {
            text: text.to_owned(),
            context: context.iter().map(|text| (*text).to_owned()).collect(),
            ..Question::default()
        };
        SERVICE.answer(&question).expect("an answer")
    };
    let answer = ask("その予算は？", &["大阪市港区の防犯の取組を教えて"]);
    let first = answer.answers.first().expect("a measure");
    assert_eq!(first.budget.lines[0].budget.amount_yen, Some(2_141_000));
    let answer = ask("東京のほうは？", &["大阪市港区のがん検診について"]);
    assert_eq!(answer.reading.municipality.as_deref(), Some("東京都港区"));
    // What only says what is wanted has the subject of the question before.
    for text in ["実績は？", "前の年と比べてどうですか", "どんな状態をめざしてるんですか"]
    {
        let answer = ask(text, &["大阪市港区の津波避難ビルについて"]);
        let first = answer.answers.first().expect("a measure");
        assert_eq!(first.measure.title, "津波避難ビルの確保", "{text}");
    }
    let thanked = ["西区の見守りは？", "ありがとう！"];
    assert!(ask("その予算は？", &thanked).answers[0].measure.title.contains("見守り活動の支援"));
    let answer = ask("去年と比べると？", &["大阪市港区の防犯の取組を教えて"]);
    assert_eq!(answer.reading.intents, [Intent::Budget, Intent::Compare]);
    // The ward stays until another is named.
    let wards = |answer: Answer| answer.reading.municipality;
    let before = ["横浜市港北区の防災の取組は？"];
    assert_eq!(wards(ask("保育園に入れますか", &before)).as_deref(), Some("横浜市港北区"));
    assert_eq!(wards(ask("大阪市西区の見守りは？", &before)).as_deref(), Some("大阪市西区"));
    let answer = ask("保育園に入れますか", &["名古屋市港区の防災の取組は？"]);
    assert_eq!(answer.reason, Some(Reason::OtherMunicipality("名古屋市港区".to_owned())));
    assert_eq!(ask("ありがとう！", &["大阪市港区のがん検診について"]).reason, Some(Reason::Thanks));
    // 子育ては？ asks of another thing what was asked of the one before.
    let budget = [Intent::Budget];
    for (text, before, intents) in [
        ("子育ては？", "大阪市港区の防災の予算は？", &budget[..]),
        ("じゃあ子育ては？", "大阪市港区の防災の予算は？", &budget),
        ("東京都港区の見守りも？", "大阪市港区の防災の予算は？", &budget),
        ("子育ては？", "大阪市西区の防災の問い合わせ先は？", &[Intent::Contact]),
        ("経営課題3は？", "大阪市港区の経営課題2の予算の合計", &[Intent::Budget, Intent::Total]),
        ("防災は？", "大阪市港区で予算が一番大きい事業は？", &budget),
        ("子育ての問い合わせ先は？", "大阪市港区の防災の予算は？", &[Intent::Contact]),
        ("子育て支援を知りたい", "大阪市港区の防災の予算は？", &[]),
    ] {
        assert_eq!(ask(text, &[before]).reading.intents, intents, "{before} {text}");
    }
    let answer = ask("1-2-1は？", &["大阪市西区の1-1-2の予算は？"]);
    let titles: Vec<&str> = answer.answers.iter().map(|it| it.measure.title.as_str()).collect();
    assert_eq!(titles, ["地域活動協議会への支援"]);
    // A question about all of another ward is one of its own.
    let text = "大阪市西区で予算一番大きいのは？";
    let answer = ask(text, &["大阪市港区の防災について"]);
    assert_eq!(answer.aggregate, ask(text, &[]).aggregate);
    assert!(answer.aggregate.is_some());
}

#[test]
fn whom_to_ask_is_told_for_a_ward_and_for_an_office() {
    for (question, wanted) in [
        ("企画経営部企画課企画担当の電話番号を教えて", "東京都港区「令和2年第2回港区議会定例会"),
        ("企画課の電話番号", "企画経営部企画課企画担当 電話 03-3578-2086"),
        ("企画課に電話したい", "このページを出している部署、2020年6月24日時点"),
        ("東京の港区、電話したいんだけど番号どこ", "企画経営部企画課企画担当 電話 03-3578-2086"),
        ("港区の連絡先", "知りたい市や区の名前（「東京都港区」、「大阪市港区」）を付けて"),
        // The operator's config names it.
        (
            "協働まちづくり推進課の電話番号",
            "大阪市港区\n問い合わせ先: 港区役所 協働まちづくり推進課",
        ),
        ("大阪市西区のこの方針はどこに聞けばいいですか", "文書にない連絡先は、この窓口の運営者が"),
        // Nobody names it, or it is asked about a subject.
        ("水道課の電話番号", "見つかりませんでした"),
        ("東京都港区の企画課で粗大ごみの申し込みの電話番号", "見つかりませんでした"),
        // A centre is a place that a measure is about.
        ("大阪の港区のまちづくりセンターの連絡先", "\n1 地域活動協議会の自律的運営の支援\n"),
        ("みなとワークスタイル宣言の担当課はどこ", "みなとワークスタイル宣言"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
    }
    let reply = reply("大阪市西区役所の代表電話");
    assert!(!reply.contains("東京都港区") && !reply.contains("03-"), "{reply}");
}

#[test]
fn amounts_that_are_asked_for_are_those_that_are_shown() {
    for (question, wanted, others) in [
        ("大阪市西区で30万円以上の取組", vec!["43,070千円", "390千円"], vec!["207千円"]),
        (
            "大阪市港区の100万円未満の事業",
            vec!["207千円", "385千円"],
            vec!["1,648千円", "2,738千円"],
        ),
        ("大阪市港区で一千万円を超える事業は？", vec!["31,727千円"], vec!["6,013千円"]),
        ("500万円以上1000万円以下の事業はどれ", vec!["6,013千円"], vec!["31,727千円", "4,993千円"]),
        ("6013千円は何の予算", vec!["6,013千円"], vec!["31,727千円", "2,738千円"]),
        // What has become more is compared by how much more.
        ("100万円以上増えた事業", vec!["+1,060千円"], vec!["31,727千円"]),
        ("5万円以下の予算", vec!["そのような金額の項目がありません"], vec!["207千円"]),
        ("1億円の予算がついた事業", vec!["そのような金額の項目がありません"], vec!["千円（"]),
    ] {
        let reply = reply(question);
        assert!(wanted.iter().all(|text| reply.contains(text)), "{question}\n{reply}");
        assert!(!others.iter().any(|text| reply.contains(text)), "{question}\n{reply}");
    }
}

#[test]
fn what_is_answered_alone_is_not_said_to_be_missing_beside_something_else() {
    for (ward, one, other) in [
        ("横浜市港北区", "高齢者", "障害者"),
        ("大阪市西区", "防災", "待機児童"),
        ("大阪市西区", "子育て", "防犯"),
        ("大阪市港区", "子育て", "思春期"),
        ("大阪市港区", "学校", "連携した取組"),
    ] {
        let reply = reply(&format!("{ward}の{one}と{other}"));
        assert!(!reply.contains("については見つかりません"), "{ward}: {other}\n{reply}");
    }
}

#[test]
fn a_topic_of_several_wards_is_answered_for_each_and_a_measure_for_its_own() {
    for (question, wards) in [
        ("防災", &["大阪市港区", "横浜市港北区"][..]),
        ("子育て", &["大阪市港区", "横浜市港北区", "大阪市西区"]),
        ("まちづくりセンターの予算は？", &["大阪市西区", "大阪市港区"]),
        ("disaster prevention", &["大阪市港区", "横浜市港北区"]),
        ("港北区と西区の防災を比べて", &["横浜市港北区", "大阪市西区"]),
        ("港区の防災と福祉", &["大阪市港区", "東京都港区"]),
        ("大阪市港区と大阪市西区の防災と福祉", &["大阪市港区", "大阪市西区"]),
        ("港区の防犯、地域の見回りとか協定とかあるんですか", &["大阪市港区", "東京都港区"]),
        ("大阪市西区の子育て", &["大阪市西区"]),
        ("防災リーダーの育成", &["大阪市港区"]),
        ("ぼうさいリーダー", &["大阪市港区"]),
    ] {
        let question = Question { text: question.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        let is_several = wards.len() > 1;
        let outcome = if is_several { Outcome::Choose } else { Outcome::Answered };
        assert_eq!(answer.outcome, outcome, "{}", question.text);
        let ward = |found: &Found| found.measure.document.municipality.clone();
        let shown: Vec<String> = answer.answers.iter().take(wards.len()).map(ward).collect();
        assert_eq!(shown, wards, "{}", question.text);
    }
}

#[test]
fn of_things_that_are_joined_each_is_answered_or_named() {
    for (question, lines) in [
        (
            "大阪市港区の防災と福祉の取組を教えて",
            &["・防災: 防災リーダーの育成、", "・福祉: 地域福祉活動計画の推進支援、"][..],
        ),
        (
            "大阪市西区のマンション、見守り、未収金について",
            &["・マンション: マンションコミュニティ活性化支援", "・未収金: 未収金対策の強化\n"],
        ),
        (
            "大阪市港区の防災とプール",
            &[
                "大阪市港区の文書では、プールについては見つかりませんでした。\n2 防災リーダーの育成\n",
            ],
        ),
        (
            "大阪市港区と大阪市西区の防災と福祉",
            &[
                "（決定前の案）\n・防災: ",
                "（決定前の素案）\n・防災: ",
                "・福祉: 地域における見守り",
            ],
        ),
        ("大阪市西区の防災と福祉と観光", &["観光については見つかりません", "・防災: ", "・福祉: "]),
        // A sentence is no name of a thing that is missing.
        (
            "弁天町の交差点、最後はどうなっていれば成功なんですか",
            &["（決定前の案）\n1 弁天町駅周辺の"],
        ),
        // 官民連携 of another year's document has 障害者 too.
        (
            "東京都港区の「高齢者」と「障害者」の支援",
            &[
                "・高齢者: 高齢者へのきめ細かな支援、めざすべきまちの姿\n",
                "障害者への支援\n出典: minato-tokyo-r2-policy-speech.txt",
            ],
        ),
        // One measure has both.
        (
            "大阪市港区の障がい者と高齢者の虐待防止",
            &["5 障がい者・高齢者虐待の防止の取組み\n掲載箇所"],
        ),
        // What joins two words of a sentence.
        ("大阪市港区で学校と連携して防災を教えている取組", &["掲載箇所"]),
    ] {
        let reply = reply(question);
        assert!(lines.iter().all(|line| reply.contains(line)), "{question}\n{reply}");
    }
}

#[test]
fn how_a_question_is_framed_changes_nothing() {
    let ids = |text: &str| -> (Outcome, Vec<String>) {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = SERVICE.answer(&question).expect("an answer");
        (answer.outcome, answer.answers.iter().map(|it| it.measure.id.to_string()).collect())
    };
    for subject in ["港区の防災", "大阪市西区の子育て支援", "津波避難ビル", "地域活動協議会"]
    {
        let plain = ids(subject);
        assert!(matches!(plain.0, Outcome::Answered | Outcome::Choose), "{subject}");
        for frame in [
            "について",
            "について教えて",
            "について教えてください。",
            "に関して知りたいです",
            "のことを詳しく教えていただけますか？",
            "について、もう少し聞かせてください",
        ] {
            assert_eq!(ids(&format!("{subject}{frame}")), plain, "{subject}{frame}");
        }
    }
}

#[test]
fn money_is_asked_for_by_verbs_too() {
    for (question, wanted) in [
        ("大阪市港区は防災にいくらかけてる？", "予算: 2,738千円（令和3年度 予算額）"),
        ("大阪市港区は防災にいくらお金を使っていますか", "予算: 2,738千円（令和3年度 予算額）"),
        ("大阪市港区で防災にかかるお金はいくらですか", "予算: 2,738千円（令和3年度 予算額）"),
        ("大阪市港区の防災の予算を減らしたんですよね？", "増減: +1,060千円"),
        ("大阪市港区の防犯の予算を増やしたんですよね？", "増減: -237千円"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
    }
}

#[test]
fn a_ward_is_set_beside_another_by_its_amount() {
    let reply = reply("大阪市港区の見守りの予算は大阪市西区より多い？");
    assert!(reply.contains("金額をくらべると"), "{reply}");
    assert!(reply.contains("14,955千円") && reply.contains("11,676千円"), "{reply}");
}

#[test]
fn what_a_ward_changed_is_told_by_the_marks_of_its_documents() {
    for question in ["大阪市港区の変更点は？", "大阪市港区で去年から変わったことは？"]
    {
        let reply = reply(question);
        assert!(reply.contains("文書に印がある項目です"), "{question}\n{reply}");
        assert!(reply.contains("・戦略2-1 防災対策の強化: 津波による浸水区域外"), "{reply}");
        // What stands beside it there and has no mark.
        assert!(!reply.contains("地域防災の活動支援"), "{reply}");
    }
    // Under a number, all rows stand.
    let rows = reply("大阪市港区の戦略2-1の変更点は？");
    assert!(!rows.contains("文書に印がある項目です"), "{rows}");
    let unmarked = reply("大阪市西区の変更点は？");
    assert!(unmarked.contains("印が見つかりません"), "{unmarked}");
}

#[test]
fn which_ward_is_meant_may_be_said_afterwards() {
    let ask = |before: &str, afterwards: &str| {
        let question = Question {
            text: afterwards.to_owned(),
            context: vec![before.to_owned()],
            ..Question::default()
        };
        SERVICE.answer(&question).expect("an answer")
    };
    for (afterwards, ward) in [("大阪です", "大阪市港区"), ("東京です", "東京都港区")]
    {
        let answer = ask("港区の防災の予算は？", afterwards);
        assert_eq!(answer.reading.municipality.as_deref(), Some(ward), "{afterwards}");
    }
    // Another one that is named is meant, too.
    let answer = ask("大阪市港区の見守り", "その予算は大阪市港区と大阪市西区でどう違う？");
    let message =
        madoguchi::render::message(&answer, SERVICE.locales().get(answer.language), &FURIGANA);
    assert!(message.contains("14,955千円") && message.contains("11,676千円"), "{message}");
}

#[test]
fn who_may_hurt_somebody_is_told_whom_to_call() {
    for question in [
        "子どもを叩いてしまいそうです。大阪市港区",
        "子どもをたたきそうになります",
        "子どもをぶってしまいました",
        "夫が子どもを殴る",
        "妻に手を上げてしまった",
        "主人が酔うと手を上げます",
    ] {
        assert!(reply(question).contains("110番"), "{question}\n{}", reply(question));
    }
    for question in [
        "子どもが太鼓をたたく行事はありますか",
        "大阪市港区の子どもの手あそび",
        "子どもがボールを蹴れる公園はありますか",
        "子どもが手を上げて横断歩道を渡る教室",
        "家族が手を挙げて意見を言える場",
        "公園で子どもが遊具を叩く音がうるさい",
        "お年寄りが肩をたたいてもらえるサービス",
    ] {
        assert!(!reply(question).contains("110番"), "{question}");
    }
}

#[test]
fn telephone_and_fax_may_be_asked_for_together() {
    let reply = reply("東京の港区役所の企画課の電話とファックス教えて");
    assert!(reply.starts_with("東京都港区"), "{reply}");
    assert!(reply.contains("電話 03-3578-2086 ファックス 03-3578-2034"), "{reply}");
    assert!(!reply.contains("予算:"), "{reply}");
}

#[test]
fn whom_to_ask_of_a_topic_is_told_from_the_config_beside_the_documents_own_office() {
    for (question, wanted, others) in [
        ("東京都港区の防災の電話番号は？", "防災課", &["03-3578-2516", "03-3578-2086"][..]),
        ("大阪市港区民まつりの問い合わせ先", "港区支部協議会", &["06-6572-0020"]),
        // No document speaks of it.
        ("東京都港区の奨学金の電話番号は？", "教育長室教育総務係", &["03-3578-2713"]),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
        assert!(reply.contains("運営者が別に登録"), "{question}\n{reply}");
        for other in others {
            assert!(reply.contains(other), "{question}\n{reply}");
        }
    }
    // Of the offices of several places that of the place that is named; of nothing that is asked beside it is kept quiet.
    let place = reply("東京都港区の芝地区の出生届の電話番号は？");
    assert!(place.contains("芝地区総合支所") && !place.contains("麻布地区"), "{place}");
    let beside = reply("東京都港区の奨学金の予算と電話番号は？");
    assert!(beside.contains("見つかりませんでした"), "{beside}");
    let year = reply("東京都港区の令和10年度の奨学金の電話番号は？");
    assert!(!year.contains("教育長室"), "{year}");
    // Another ward's office is none of this ward's.
    for question in
        ["大阪市港区の防災の電話番号は？", "大阪市港区の奨学金の電話番号は？", "東京都港区の防災"]
    {
        let reply = reply(question);
        assert!(!reply.contains("運営者が別に登録"), "{question}\n{reply}");
    }
}

#[test]
fn what_only_points_at_another_is_not_shown_in_its_place() {
    // 3-3-1 says 戦略3-1の具体的な取組2つ目に記載.
    let reply = reply("大阪市港区の見守り");
    assert!(reply.contains("地域見守りコーディネーターを区内全"), "{reply}");
    assert!(reply.contains("予算: 14,955千円（令和3年度 予算額）"), "{reply}");
}

#[test]
fn who_asks_for_money_is_told_of_what_prints_it() {
    // The title of 1-2-3 has the words as well, and no amount.
    let reply = reply("大阪市港区の地域活動協議会の予算");
    assert!(reply.contains("予算: 31,727千円（令和3年度 予算額）"), "{reply}");
}

#[test]
fn a_year_that_the_text_names_is_no_other_documents_year() {
    // The document is that of 令和2年度.
    for (question, wanted) in [
        ("東京都港区の令和3年度に開設する精神障害者支援センターはどこ", "\n障害者への支援\n"),
        ("東京都港区の令和3年度の防災", "令和3年度の文書は、ここにはありません"),
    ] {
        let reply = reply(question);
        assert!(reply.contains(wanted), "{question}\n{reply}");
    }
}

#[test]
fn a_text_that_prints_its_wards_full_name_leaves_it_a_place() {
    let installation = Installation::new(&[
        "minato-osaka-r3-management-policy.txt",
        "minato-tokyo-r2-policy-speech.txt",
    ]);
    let text = "# 令和3年度 港区 花のまち\n\n## 1 花のまち\n\n### 1 花だんづくり\n\n花だんを大阪市港区で作ります。\n";
    std::fs::write(installation.paths.seeds.join("flowers-minato-osaka.md"), text).expect("a file");
    let service = installation.open();
    for text in ["大阪市港区の待機児童は？", "大阪市港区の防災の予算は？"]
    {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = service.answer(&question).expect("an answer");
        assert_eq!(answer.reading.municipality.as_deref(), Some("大阪市港区"), "{text}");
        let of_ward = |it: &Found| it.measure.document.municipality == "大阪市港区";
        assert!(answer.answers.iter().all(of_ward), "{text}");
    }
}

#[test]
fn a_part_is_added_once_and_a_whole_is_told_beside_it() {
    let installation = Installation::new(&[]);
    let text = "# 令和6年度 福井市 予算\n\n令和6年度の予算額は、90,000千円です。\n\n## 1 安全なまち【30,000千円】\n\n### (1) 防災訓練【20,000千円】\n\n地域の方と訓練を行います。\n\n### (2) 見回り【5,000千円】\n\n夜の道を見回ります。\n\n## 2 元気なまち【8,000千円】\n\n### (1) 朝市【8,000千円】\n\n広場で朝市を開きます。\n";
    std::fs::write(installation.paths.seeds.join("fukui.md"), text).expect("a file");
    let service = installation.open();
    let reply = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = service.answer(&question).expect("an answer");
        madoguchi::render::message(&answer, service.locales().get(answer.language), &FURIGANA)
    };
    let total = reply("福井市の予算の合計は？");
    // Of 安全なまち, more than its two rows together is printed.
    assert!(total.contains("合計: 90,000千円") && total.contains("合計: 38,000千円"), "{total}");
    assert!(!total.contains("防災訓練") && !total.contains("元気なまち"), "{total}");
    let ranking = reply("福井市で予算が一番大きい事業は？");
    assert!(ranking.contains("1. 「1 防災訓練」: 20,000千円"), "{ranking}");
    assert!(!ranking.contains("安全なまち"), "{ranking}");
}

#[test]
fn each_year_is_told_by_its_own_document() {
    let installation = Installation::new(&[]);
    let document = |year: u32, [a, before]: [u32; 2]| {
        let text = format!(
            "# 令和{year}年度 大津市 予算\n\n## 1 安全なまち\n\n### 1 防災訓練\n\n地域の方と訓練を行います。\n令和{year}年度予算額 {a}千円\n令和{}年度予算額 {before}千円\n",
            year - 1
        );
        let file = installation.paths.seeds.join(format!("otsu-r{year}.md"));
        std::fs::write(file, text).expect("a file");
    };
    document(5, [150, 120]);
    document(6, [140, 151]);
    let service = installation.open();
    let reply = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = service.answer(&question).expect("an answer");
        madoguchi::render::message(&answer, service.locales().get(answer.language), &FURIGANA)
    };
    let total = reply("大津市の令和5年度の予算の合計は？");
    assert!(total.contains("合計: 150千円") && !total.contains("301千円"), "{total}");
    let risen = reply("大津市の令和5年度に予算が増えた事業は？");
    assert!(risen.contains("増減 +30千円") && !risen.contains("令和6年度"), "{risen}");
    let fallen = reply("大津市の令和5年度と比べて予算が減った事業は？");
    assert!(fallen.contains("増減 -11千円") && !fallen.contains("令和4年度"), "{fallen}");
}

#[test]
fn among_many_that_fit_alike_it_is_asked_which_is_meant_and_one_ward_is_answered() {
    const CITIES: &[&str] = &[
        "盛岡市",
        "仙台市",
        "秋田市",
        "山形市",
        "福島市",
        "水戸市",
        "前橋市",
        "千葉市",
        "新潟市",
        "富山市",
        "金沢市",
        "福井市",
        "甲府市",
        "長野市",
        "岐阜市",
        "静岡市",
        "津市",
        "大津市",
        "奈良市",
        "鳥取市",
    ];
    let installation = Installation::new(&[]);
    for (city, number) in CITIES.iter().zip(1..) {
        let file = installation.paths.seeds.join(format!("city-{number}.md"));
        let text = format!(
            "# 令和6年度 {city} 運営方針\n\n## 1 安全なまち\n\n### 1 防災訓練の実施\n\n地域の方と防災訓練を行います。\n予算額 {number},000千円\n\n### 2 声かけの充実\n\n高齢者を訪ねます。\n"
        );
        std::fs::write(file, text).expect("a file can be written");
    }
    let service = installation.open();
    let ask = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let answer = service.answer(&question).expect("an answer");
        let titles = answer.answers.iter().map(|found| found.measure.title.clone());
        (answer.outcome, titles.collect::<Vec<String>>())
    };
    let (outcome, titles) = ask("防災の予算は？");
    assert_eq!((outcome, titles.len()), (Outcome::Choose, CITIES.len()));
    assert!(titles.iter().all(|title| title.contains("防災訓練")), "{titles:?}");
    for (question, title) in
        [("福井市の防災の予算は？", "防災訓練の実施"), ("福井市の高齢者", "声かけの充実")]
    {
        let (outcome, titles) = ask(question);
        assert_eq!(outcome, Outcome::Answered, "{question}");
        assert_eq!(titles.first().map(String::as_str), Some(title), "{question}");
    }
    // A word of any title, and one that the ward's document does not have.
    for question in ["福井市の充実", "福井市の図書館", "充実", "図書館", "防災訓練はいつ"]
    {
        let (outcome, _) = ask(question);
        assert!(matches!(outcome, Outcome::Suggested | Outcome::NotFound), "{question}");
    }
}

#[test]
fn who_asks_what_a_ward_does_is_told_the_headings_of_its_documents() {
    let ask = |text: &str| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        SERVICE.answer(&question).expect("an answer")
    };
    for question in [
        "港北区の主な取組は？",
        "横浜市港北区",
        "港北区について教えて",
        "What does Kohoku ward do?",
    ] {
        let answer = ask(question);
        assert_eq!(answer.outcome, Outcome::Answered, "{question}");
        let headings: Vec<&str> = answer.contents.iter().map(|it| it.heading.as_str()).collect();
        assert_eq!(
            headings,
            [
                "1 安心して暮らせるまちづくり",
                "2 地域で支えあう福祉・保健のまちづくり",
                "3 活気にあふれるまちづくり",
                "協働で進めるまちづくり",
                "共感と信頼の行政の推進",
            ],
            "{question}"
        );
    }
    // That a text names the town hall does not say where it is.
    assert_ne!(ask("西区役所はどこ").outcome, Outcome::Answered);
    // Of two wards both are told, and which is which.
    let answer = ask("港区の施策を一覧で");
    assert_eq!(answer.outcome, Outcome::Choose);
    let wards: std::collections::BTreeSet<&str> = answer
        .contents
        .iter()
        .flat_map(|it| &it.measures)
        .map(|measure| measure.document.municipality.as_str())
        .collect();
    assert_eq!(wards.len(), 2, "{wards:?}");
    let first: Vec<&str> = answer
        .answers
        .iter()
        .take(2)
        .map(|found| found.measure.document.municipality.as_str())
        .collect();
    assert_ne!(first[0], first[1]);
    // What is asked for beside the ward is not passed over.
    for question in
        ["港北区の人口は？", "港北区の主な取組の予算は？", "取組を教えて", "名古屋市港区の取組"]
    {
        assert!(ask(question).contents.is_empty(), "{question}");
    }
}
