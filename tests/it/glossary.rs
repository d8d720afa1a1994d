//! The glossary: every word in every language, found as the longest, what is odd told with its line.

use std::path::Path;

use madoguchi::glossary::Glossary;
use madoguchi::question::Language;
use madoguchi::service::AnswerService;

use crate::support::Installation;

fn shipped() -> Glossary {
    Glossary::new(Path::new("config/glossary.toml"), None)
}

fn words<'a>(glossary: &'a Glossary, text: &str) -> Vec<&'a str> {
    glossary.find([text], Language::Japanese).iter().map(|found| found.word).collect()
}

#[test]
fn the_shipped_glossary_explains_every_word_in_every_language() {
    let glossary = shipped();
    assert_eq!(glossary.check().expect("TOML"), []);
    let table: toml::Table = std::fs::read_to_string("config/glossary.toml")
        .expect("the glossary is there")
        .parse()
        .expect("TOML");
    let listed = table["word"].as_array().expect("words");
    assert!(listed.len() >= 150, "{}", listed.len());
    for word in listed {
        let name = word["word"].as_str().expect("a word");
        for language in Language::ALL {
            let [found] = glossary.find([name], language)[..] else { panic!("{name}") };
            assert_eq!(found.word, name);
            assert!(found.explanation.chars().count() <= 200, "{name}: {}", found.explanation);
            // An amount or a telephone number would have to stand in a document.
            let mut runs = found.explanation.split(|c: char| !c.is_ascii_digit());
            let is_number = runs.any(|run| run.len() > 4);
            assert!(!found.explanation.contains('円') && !is_number, "{name}");
        }
        let english = word["en"].as_str().expect("English");
        assert!(english.is_ascii() || !english.chars().any(|c| c > '\u{2FFF}'), "{english}");
        let korean = word["ko"].as_str().expect("Korean");
        assert!(korean.chars().any(|c| ('가'..='힣').contains(&c)), "{korean}");
        for chinese in ["zh-CN", "zh-TW"] {
            let text = word[chinese].as_str().expect("Chinese");
            assert!(!text.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{text}");
        }
    }
}

#[test]
fn the_longest_word_is_found_once_in_the_order_of_the_text() {
    let glossary = shipped();
    assert_eq!(
        words(&glossary, "福祉避難所と避難所、地域活動協議会。福祉避難所（ＰＤＣＡサイクル）"),
        ["福祉避難所", "避難所", "地域活動協議会", "PDCA"]
    );
    assert_eq!(words(&glossary, "AIDやRAID、DVDではなくAIとDV被害者"), ["AI", "DV"]);
    assert!(words(&glossary, "").is_empty());
}

#[test]
fn what_is_odd_is_told_with_its_line() {
    let text = "[[word]]\nword = \"甲\"\nja = \"一\"\nja-easy = \"一\"\nen = \"one\"\n\
                zh-CN = \"一\"\nzh-TW = \"一\"\nko = \"하나\"\n\n\
                [[word]]\nword = \"乙\"\nalso = [\"甲\"]\nja = \"二\"\nen = \" \"\n";
    let glossary = Glossary::new(Path::new("glossary.toml"), Some(text.to_owned()));
    let odd: Vec<String> = glossary
        .check()
        .expect("TOML")
        .iter()
        .map(|(_, odd)| format!("{} {} {}", odd.lines.0, odd.code, odd.excerpt))
        .collect();
    let unexplained = |tag: &str| format!("11 glossary-unexplained 乙: {tag}");
    let expected = ["ja-easy", "en", "zh-CN", "zh-TW", "ko"].map(unexplained);
    assert_eq!(odd[..5], expected);
    assert_eq!(odd[5], "11 glossary-duplicate 乙: 甲");
    // What is missing in a language is said in Japanese; the first that has a spelling keeps it.
    let found = glossary.find(["乙と甲"], Language::Korean);
    assert_eq!(found.iter().map(|found| found.explanation).collect::<Vec<_>>(), ["二", "하나"]);
}

#[test]
fn check_tells_what_is_odd_in_the_glossary() {
    let installation = Installation::new(&["nishi-osaka-r2-management-policy.txt"]);
    let path = installation.paths.config.join("glossary.toml");
    let text = std::fs::read_to_string(&path).expect("the glossary is there");
    std::fs::write(&path, text.replacen("\nko = ", "\n# ko = ", 1)).expect("a file");
    let checked = AnswerService::check(&installation.paths).expect("a check");
    let odd: Vec<&str> = checked.config.iter().map(|(_, odd)| odd.code.as_str()).collect();
    assert!(odd.contains(&"glossary-unexplained"), "{odd:?}");

    std::fs::write(&path, "[[word]]\nwrod = \"甲\"\n").expect("a file");
    let error = AnswerService::check(&installation.paths).expect_err("a mistake");
    assert!(error.report().contains("glossary.toml:2"), "{}", error.report());
}
