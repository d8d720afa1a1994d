//! The same questions in all six languages, for the eye, for the ear and as a page.

use madoguchi::answer::Answer;
use madoguchi::furigana::Level;
use madoguchi::locale::Locale;
use madoguchi::question::{Language, Question};
use madoguchi::render::{self, Layout, Reply, Role};

use crate::support::SERVICE;

/// A measure with money, one with results, a choice between wards, a page's contact, another city.
const QUESTIONS: [(&str, &str); 5] = [
    ("money", "大阪市港区の防災の予算は？"),
    ("results", "大阪市港区の津波避難ビルはいくつありますか"),
    ("ranking", "大阪市港区で前の年度からいちばん増えた予算は？"),
    ("contact", "東京都港区のやさしい日本語の問い合わせ先は？"),
    ("elsewhere", "名古屋市港区の防災について教えて"),
];

fn ask(text: &str, language: Option<Language>) -> Answer {
    let question = Question { text: text.to_owned(), language, ..Question::default() };
    SERVICE.answer(&question).expect("every question is answered somehow")
}

fn compose(answer: &Answer, locale: &Locale) -> Reply {
    render::reply(answer, locale, &SERVICE.furigana())
}

/// One block per language, for one snapshot.
fn in_all(question: &str, put: impl Fn(&Answer, &Locale) -> String) -> String {
    Language::ALL
        .into_iter()
        .map(|language| {
            let answer = ask(question, Some(language));
            let text = put(&answer, SERVICE.locales().get(language));
            format!("== {}\n{}\n", language.tag(), text.trim_end())
        })
        .collect()
}

#[test]
fn five_questions_in_six_languages_on_a_terminal_of_60_columns() {
    let layout = Layout { width: 60, links: None };
    for (name, question) in QUESTIONS {
        let replies = in_all(question, |answer, locale| {
            let text = render::terminal(&compose(answer, locale), &layout);
            anstream::adapter::strip_str(&text).to_string()
        });
        for line in replies.lines() {
            assert!(render::display_width(line) <= 60, "{line}");
        }
        insta::assert_snapshot!(format!("terminal_{name}"), replies);
    }
}

#[test]
fn five_questions_in_six_languages_for_the_ear() {
    for (name, question) in QUESTIONS {
        let replies = in_all(question, |answer, locale| {
            let spoken = locale.spoken();
            let text = render::plain(&compose(answer, &spoken));
            for line in text.lines() {
                let begins = line.chars().next().unwrap_or(' ');
                assert!(
                    begins.is_alphanumeric() || "「『（(【“‘…".contains(begins) || line.is_empty(),
                    "{line}"
                );
                let drawn = |c: char| matches!(c, '\u{2190}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '|' | '>');
                assert!(!line.contains(drawn), "{line}");
            }
            text
        });
        assert!(!replies.contains('+') && !replies.contains('¥'), "{replies}");
        insta::assert_snapshot!(format!("spoken_{name}"), replies);
    }
}

#[test]
fn amounts_are_spoken_in_the_units_of_speech() {
    let locales = SERVICE.locales();
    let spoken = |language: Language| locales.get(language).spoken();
    let check = |language, yen: i64, expected: &str| {
        assert_eq!(spoken(language).yen(yen), expected);
    };
    check(Language::Japanese, 31_727_000, "3,172万7千円");
    check(Language::Japanese, 981_000_000, "9億8,100万円");
    check(Language::Japanese, 0, "0円");
    check(Language::English, 31_727_000, "31,727,000 yen");
    check(Language::SimplifiedChinese, 981_000_000, "9亿8,100万日元");
    check(Language::TraditionalChinese, 31_727_000, "3,172萬7千日圓");
    check(Language::Korean, 31_727_000, "3,172만 7천 엔");
    assert_eq!(spoken(Language::Japanese).change(-1_060_000), "106万円の減少");
    assert_eq!(spoken(Language::English).percent(63.2), "up 63.2 percent");
    // Written, the documents' own unit stands first.
    let written = |language: Language| locales.get(language).yen(31_727_000);
    assert_eq!(
        Language::ALL.map(written),
        [
            "31,727千円",
            "31,727千円（3,172万7千円）",
            "¥31,727,000 (31,727千円)",
            "31,727千円（31,727,000日元）",
            "31,727千円（31,727,000日圓）",
            "31,727千円(31,727,000엔)",
        ]
    );
}

#[test]
fn foreign_readers_get_the_title_spelt_and_are_told_of_the_language() {
    let foreign = [
        ("How much is the disaster prevention budget of Minato Ward in Osaka?", Language::English),
        ("大阪市港区的防灾预算是多少？", Language::SimplifiedChinese),
        ("大阪市港區的防災預算是多少？", Language::TraditionalChinese),
        ("大阪市港区 防災 預算是多少", Language::TraditionalChinese),
        ("오사카시 미나토구의 방재 예산은 얼마입니까?", Language::Korean),
    ];
    for (question, language) in foreign {
        assert_eq!(ask(question, None).language, language, "{question}");
        let answer = ask(QUESTIONS[0].1, Some(language));
        let locale = SERVICE.locales().get(language);
        let reply = compose(&answer, locale);
        let of = |role| reply.0.iter().find(|line| line.role == role).map(|line| line.text.clone());
        let reading = of(Role::Reading).unwrap_or_else(|| panic!("{question}: {}", reply.text()));
        assert!(
            reading.to_lowercase().contains("bōsai") || reading.contains("ぼうさい"),
            "{reading}"
        );
        // Verbatim: the quotations stand in the document.
        let found = answer.answers.first().expect("an answer");
        for quote in reply.0.iter().filter(|line| line.role == Role::Quote) {
            let quote = quote.text.trim_start_matches(['・', '…']).trim_end_matches('…');
            let measure = &found.measure;
            assert!(measure.body.contains(quote) || measure.results.contains(quote), "{quote}");
        }
        assert!(reply.text().contains(&locale.say("documents-are-japanese")));
        assert!(reply.text().contains("2,738,000"), "{}", reply.text());
    }
}

#[test]
fn readings_stand_in_brackets_and_over_the_words_of_a_page() {
    let answer = ask(QUESTIONS[0].1, None);
    let locale = SERVICE.locales().get(answer.language);
    let furigana = SERVICE.furigana();
    let reply = compose(&answer, locale);
    let read = reply.with_readings(&furigana, Level::ALL, answer.language).text();
    assert!(read.contains("大阪市(おおさかし)港区(みなとく)"), "{read}");
    assert!(read.contains("2,738千円(にせんななひゃくさんじゅうはっせんえん)"), "{read}");
    let hard = reply.with_readings(&furigana, Level::above(6), answer.language).text();
    assert!(hard.contains("避難所") && !hard.contains("大阪市("), "{hard}");

    let page = render::html(&reply, answer.language, Some(Level::ALL), &furigana);
    let page = scraper::Html::parse_document(&page);
    let all = |css: &str| {
        let selector = scraper::Selector::parse(css).expect("a selector");
        page.select(&selector).map(|found| found.text().collect::<String>()).collect::<Vec<_>>()
    };
    assert!(all("ruby").contains(&"港区(みなとく)".to_owned()), "{:?}", all("ruby"));
    assert_eq!(all("h1").len(), 1);
}

#[test]
fn a_page_in_another_language_marks_what_is_japanese() {
    let answer = ask(QUESTIONS[0].1, Some(Language::English));
    let locale = SERVICE.locales().get(answer.language);
    let reply = compose(&answer, locale);
    let page = render::html(&reply, answer.language, None, &SERVICE.furigana());
    assert!(page.contains("<html lang=\"en\">"), "{page}");
    assert!(
        page.contains("<blockquote lang=\"ja\">") && page.contains("<h1 lang=\"ja\">"),
        "{page}"
    );
    assert!(!page.contains("<ruby>"), "{page}");
}

#[test]
fn words_are_explained_as_ours_and_not_the_documents() {
    for language in Language::ALL {
        let answer = ask("西区の地域活動協議会への支援の予算は？", Some(language));
        let locale = SERVICE.locales().get(language);
        let mut reply = compose(&answer, locale);
        let n_lines = reply.0.len();
        reply.explain(&SERVICE.glossary(), locale, &SERVICE.furigana());
        let added = Reply(reply.0[n_lines..].to_vec()).text();
        assert!(added.starts_with(&locale.say("glossary")), "{added}");
        assert!(added.contains("算定見込額") && added.contains("地域活動協議会"), "{added}");
    }
}

#[test]
fn a_source_is_a_link_where_the_terminal_follows_links() {
    let answer = ask(QUESTIONS[1].1, None);
    let reply = compose(&answer, SERVICE.locales().get(answer.language));
    let layout = Layout { width: 60, links: Some("file:///seeds".to_owned()) };
    let text = render::terminal(&reply, &layout);
    let line = answer.answers.first().expect("an answer").measure.lines.0;
    let link =
        format!("\u{1B}]8;;file:///seeds/minato-osaka-r3-management-policy.txt#L{line}\u{1B}\\");
    assert!(text.contains(&link), "{text:?}");
    let bare = render::terminal(&reply, &Layout { links: None, ..layout });
    assert!(!bare.contains("\u{1B}]8;;"), "{bare:?}");
    assert_eq!(
        anstream::adapter::strip_str(&bare).to_string(),
        anstream::adapter::strip_str(&text).to_string()
    );
}

#[test]
fn what_a_ward_does_is_told_in_six_languages_and_for_the_ear() {
    let question = "港北区の主な取組は？";
    let written = in_all(question, |answer, locale| compose(answer, locale).text());
    insta::assert_snapshot!("contents", written);
    let spoken =
        in_all(question, |answer, locale| render::plain(&compose(answer, &locale.spoken())));
    insta::assert_snapshot!("contents_spoken", spoken);
}
