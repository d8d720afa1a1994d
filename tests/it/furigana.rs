//! Readings: numbers, names, okurigana, and 200 sentences of the documents that were read by hand.

use madoguchi::furigana::{Level, Ruby, grade};

use crate::support::FURIGANA;

/// The least share of words with kanji that must be read rightly.
const FLOOR: f64 = 0.97;

/// Parts of a text with the readings that are right, one or several.
type Gold<'a> = Vec<(&'a str, Vec<&'a str>)>;

/// Reads `｜漢字《かんじ》`; other readings that are right stand behind a `/`.
fn gold(marked: &str) -> Gold<'_> {
    let mut parts = Vec::new();
    let mut rest = marked;
    while let Some((plain, behind)) = rest.split_once('｜') {
        let (base, behind) = behind.split_once('《').expect("a reading");
        let (readings, behind) = behind.split_once('》').expect("the reading's end");
        parts.push((plain, Vec::new()));
        parts.push((base, readings.split('/').collect()));
        rest = behind;
    }
    parts.push((rest, Vec::new()));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}

/// Compares readings between places where both cut; returns the words of the gold and those that are read wrongly.
fn wrong<'a>(gold: &Gold<'a>, ruby: &[Ruby<'_>]) -> (usize, Vec<(&'a str, String)>) {
    let cuts = |lens: Vec<usize>| -> Vec<usize> {
        lens.into_iter()
            .scan(0, |at, len| {
                *at += len;
                Some(*at)
            })
            .collect()
    };
    let ours = cuts(ruby.iter().map(|part| part.text.len()).collect());
    let (mut n_words, mut wrong) = (0, Vec::new());
    let (mut at, mut our) = (0, 0);
    // The words since the last common cut, and all ways to read them.
    let mut open: Vec<&str> = Vec::new();
    let mut ways = vec![String::new()];
    for (text, readings) in gold {
        at += text.len();
        if !readings.is_empty() {
            n_words += 1;
            open.push(text);
        }
        let plain = [*text];
        let choices = if readings.is_empty() { &plain[..] } else { readings };
        ways = ways
            .iter()
            .flat_map(|way| choices.iter().map(move |choice| format!("{way}{choice}")))
            .collect();
        let Some(cut) = ours.iter().position(|cut| *cut == at) else { continue };
        let said: String = ruby[our..=cut]
            .iter()
            .map(|part| if part.reading.is_empty() { part.text } else { part.reading.as_str() })
            .collect();
        our = cut + 1;
        if !ways.contains(&said) {
            wrong.extend(open.iter().map(|word| (*word, said.clone())));
        }
        open.clear();
        ways = vec![String::new()];
    }
    (n_words, wrong)
}

#[test]
fn two_hundred_sentences_are_read_as_by_hand() {
    let sentences =
        std::fs::read_to_string("tests/furigana/sentences.tsv").expect("the sentences are there");
    let (mut n_sentences, mut n_words) = (0, 0);
    let mut mistakes = Vec::new();
    for line in sentences.lines() {
        let (sentence, marked) = line.split_once('\t').expect("a sentence and its readings");
        let gold = gold(marked);
        let plain: String = gold.iter().map(|(text, _)| *text).collect();
        assert_eq!(plain, sentence);
        let (n, wrong) = wrong(&gold, &FURIGANA.ruby(sentence, Level::ALL));
        n_sentences += 1;
        n_words += n;
        mistakes
            .extend(wrong.into_iter().map(|(word, said)| format!("{word} {said} | {sentence}")));
    }
    let right = 1.0 - mistakes.len() as f64 / n_words as f64;
    let list = mistakes.join("\n");
    println!(
        "{n_sentences} sentences, {n_words} words, {:.2} % right; wrong:\n{list}",
        right * 100.0
    );
    assert_eq!(n_sentences, 200);
    assert!(right >= FLOOR, "{:.2} % are right; wrong:\n{list}", right * 100.0);
}

fn brackets(text: &str) -> String {
    FURIGANA.brackets(text, Level::ALL)
}

#[test]
fn the_sentences_stand_in_the_documents() {
    let tag = regex::Regex::new("<[^>]*>").expect("a valid pattern");
    let mut seeds = String::new();
    for seed in std::fs::read_dir("seeds").expect("the seeds are there").flatten() {
        let text = std::fs::read_to_string(seed.path()).expect("a seed in UTF-8");
        seeds.push_str(&tag.replace_all(&text, "\n"));
    }
    let sentences = std::fs::read_to_string("tests/furigana/sentences.tsv").expect("a file");
    for line in sentences.lines() {
        let (sentence, _) = line.split_once('\t').expect("a sentence and its readings");
        assert!(seeds.contains(sentence), "{sentence}");
    }
}

#[test]
fn words_are_read_by_what_stands_around_them() {
    let table = std::fs::read_to_string("tests/furigana/words.tsv").expect("the words are there");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("a text and its reading");
        let said = brackets(text);
        if said != expected {
            wrong.push(format!("{text}: {said}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_ward_of_the_gazetteer_is_read_as_the_gazetteer_says() {
    let gazetteer = std::fs::read_to_string("config/gazetteer.csv").expect("the gazetteer");
    let rows = gazetteer.lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut n_places = 0;
    for row in rows {
        let mut columns = row.split(',');
        let mut column = || columns.next().unwrap_or_default();
        let (name, reading, within) = (column(), column(), column());
        let said: String = FURIGANA
            .ruby(&format!("{within}{name}の予算"), Level::ALL)
            .iter()
            .map(|part| if part.reading.is_empty() { part.text } else { part.reading.as_str() })
            .collect();
        let hiragana = |c| match c {
            'ァ'..='ヴ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
            c => c,
        };
        let said: String = said.chars().map(hiragana).collect();
        assert!(said.ends_with(&format!("{reading}のよさん")), "{within}{name}: {said}");
        n_places += 1;
    }
    assert!(n_places > 1900, "{n_places}");
}

#[test]
fn only_words_above_a_grade_have_their_readings() {
    let text = "区民の防災意識を高める訓練";
    let at = |grade| FURIGANA.brackets(text, Level::above(grade));
    assert_eq!(at(0), "区民(くみん)の防災(ぼうさい)意識(いしき)を高(たか)める訓練(くんれん)");
    assert_eq!(at(3), "区民(くみん)の防災(ぼうさい)意識(いしき)を高める訓練(くんれん)");
    assert_eq!(at(4), "区民の防災(ぼうさい)意識(いしき)を高める訓練");
    assert_eq!(at(5), text);
}

#[test]
fn the_table_of_grades_is_that_of_2020() {
    let kanji = '\u{4E00}'..='\u{9FFF}';
    let taught = |at: u8| kanji.clone().filter(|kanji| grade(*kanji) == at).count();
    assert_eq!([1, 2, 3, 4, 5, 6].map(taught), [80, 160, 200, 202, 193, 191]);
    // The prefectures' kanji came to the fourth grade in 2020.
    assert!("茨媛岡潟岐熊香佐埼崎滋鹿縄井沖栃奈梨阪阜".chars().all(|kanji| grade(kanji) == 4));
}

#[test]
fn html_has_ruby_and_no_markup_of_the_text() {
    let html = FURIGANA.html("子どもを<b>預ける", Level::ALL);
    assert_eq!(
        html,
        "<ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>どもを&lt;b&gt;\
         <ruby>預<rp>(</rp><rt>あず</rt><rp>)</rp></ruby>ける"
    );
}

#[test]
fn a_reading_that_is_there_is_not_repeated() {
    for text in ["別（べつ）のお金（かね）", "実績（じっせき。したこと）"]
    {
        assert_eq!(brackets(text), text);
    }
    assert_eq!(brackets("区(市)政"), "区(く)(市(し))政(せい)");
}

#[test]
fn without_readings_every_text_is_as_it_was() {
    for text in [
        "",
        " \n\t",
        "１，２３４千円 ½ 👨‍👩‍👧 第2回",
        "東京2020大会",
        "\u{202E}漢字\u{0}",
        "3",
        "12万",
        "々",
    ] {
        let parts = FURIGANA.ruby(text, Level::ALL);
        assert_eq!(parts.iter().map(|part| part.text).collect::<String>(), text);
    }
}

#[test]
fn titles_are_spelt_in_kana_and_in_latin_letters() {
    let check = |text: &str, kana: &str, romaji: &str| {
        assert_eq!((FURIGANA.kana(text), FURIGANA.romaji(text)), (kana.into(), romaji.into()));
    };
    check("津波避難ビルの確保", "つなみ ひなん ビル の かくほ", "Tsunami hinan biru no kakuho");
    check(
        "大阪市港区の子育て支援",
        "おおさかし みなとく の こそだて しえん",
        "Ōsaka-shi Minato-ku no kosodate shien",
    );
    check(
        "学校で行ったマッチング",
        "がっこう で おこなった マッチング",
        "Gakkō de okonatta matchingu",
    );
    check(
        "産業振興・次世代への取組（案）",
        "さんぎょう しんこう・じせだい へ の とりくみ（あん）",
        "Sangyō shinkō, jisedai e no torikumi (an)",
    );
}
