//! Every file that an operator or a moderator writes.

use std::path::Path;
use std::sync::LazyLock;

use madoguchi::analysis::{Analyzer, Lexicon};
use madoguchi::answer::Ranking;
use madoguchi::contacts;
use madoguchi::corpus::{self, DocumentFacts, DocumentsFile};
use madoguchi::expected::Expected;
use madoguchi::glossary::Glossary;
use madoguchi::library::Library;
use madoguchi::locale::Locale;
use madoguchi::question::{
    Gazetteer, Language, OWN_WORDS_FILE, Places, Thesaurus, TownTable, with_word,
};
use madoguchi::search::Feature;
use madoguchi::settings::Settings;
use madoguchi::toml_file::{self, TomlError};

/// What the words of the files are read with.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(None).expect("a dictionary"));

/// A document for expected questions.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let text = "令和3年度 北区運営方針\n\n1 防災訓練\n訓練を行う。\n\n2 見守り\n見守る。\n";
    Library::new(vec![corpus::read("seed.txt", text.as_bytes(), &DocumentFacts::default())])
});

/// Any text in the place of a file of the config folder is used, or refused with its line and a reason.
///
/// The first line of the input is the file's name, the rest its text.
pub fn config(input: &[u8]) {
    let Ok(input) = std::str::from_utf8(input) else { return };
    let Some((name, text)) = input.split_once('\n') else { return };
    let path = Path::new(name);
    match name {
        "madoguchi.toml" => drop(check(Settings::parse(path, text))),
        "documents.toml" => drop(check_toml(text, toml_file::parse::<DocumentsFile>(path, text))),
        "ranking.toml" => ranking(path, text),
        "contacts.toml" => drop(check(contacts::parse(path, text))),
        "expected.toml" => {
            check_toml(text, Expected::default().add(path, text, "seed", &LIBRARY));
        }
        "glossary.toml" => glossary(path, text),
        "thesaurus.toml" | OWN_WORDS_FILE => thesaurus(text),
        "gazetteer.csv" => gazetteer(text),
        "towns.csv" => towns(text),
        "lexicon.csv" => lexicon(text),
        "ja.ftl" => locale(path, text),
        _ => {}
    }
}

/// An error says what is wrong.
fn check<T, E: std::error::Error>(read: Result<T, E>) -> Option<T> {
    match read {
        Ok(data) => Some(data),
        Err(error) => {
            assert!(!error.to_string().trim().is_empty());
            None
        }
    }
}

/// An error names a line that is there.
fn check_toml<T>(text: &str, read: Result<T, TomlError>) -> Option<T> {
    if let Err(TomlError::Content(mistake)) = &read {
        assert!(1 <= mistake.line && mistake.line <= text.lines().count().max(1), "{mistake:?}");
        assert!(text.contains(&mistake.excerpt));
    }
    check(read)
}

fn ranking(path: &Path, text: &str) {
    if let Some(ranking) = check_toml(text, toml_file::parse::<Ranking>(path, text)) {
        for weights in [&ranking.prior, &ranking.rank] {
            assert!(Feature::ALL.iter().all(|feature| weights.get(*feature).is_finite()));
        }
    }
}

fn glossary(path: &Path, text: &str) {
    let glossary = Glossary::new(path, Some(text.to_owned()));
    let odd = check_toml(text, glossary.check());
    for language in Language::ALL {
        // A glossary that was refused explains nothing.
        let found = glossary.find([text], language);
        assert!(odd.is_some() || found.is_empty());
        let is_quoted = |it: &str| text.contains(it) || text.contains(['\\', '\r']);
        assert!(found.iter().all(|word| is_quoted(word.explanation)));
    }
}

fn thesaurus(text: &str) {
    let mut thesaurus = Thesaurus::default();
    if check(thesaurus.add(text, &ANALYZER)).is_none() {
        assert!(thesaurus.is_empty());
    }
    let content = madoguchi::text::fold(text);
    thesaurus.translate(&content);
    thesaurus.rewrite(&content, &ANALYZER);
    for expansion in thesaurus.expand(&content, &[]) {
        assert!(expansion.weight.is_finite() && expansion.weight >= 0.0, "{expansion:?}");
    }
    // A moderator's word comes into any file that can be used, and leaves it usable.
    let mut words = text.lines();
    let (word, other) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_good = Thesaurus::default().add(text, &ANALYZER).is_ok();
    if is_good && let Some(edited) = with_word(text, word, other, "2026-11-21") {
        assert!(Thesaurus::default().add(&edited, &ANALYZER).is_ok(), "{edited}");
    }
}

fn gazetteer(text: &str) {
    if let Some(gazetteer) = check(Gazetteer::parse(text)) {
        let municipalities = ["大阪市港区".to_owned(), "東京都港区".to_owned()];
        read_places(gazetteer, &TownTable::default(), &municipalities, text);
    }
}

fn towns(text: &str) {
    if let Some(towns) = check(TownTable::parse(text)) {
        let lines = text.lines().filter_map(|line| line.split(',').next());
        let municipalities: Vec<String> = lines.take(8).map(str::to_owned).collect();
        read_places(Gazetteer::default(), &towns, &municipalities, text);
    }
}

fn read_places(gazetteer: Gazetteer, towns: &TownTable, municipalities: &[String], text: &str) {
    let mut places = Places::new(gazetteer, towns, municipalities, &[]);
    if let Some(first) = municipalities.first() {
        let used = places.finder().used([text].into_iter());
        places.note(first, &used);
    }
    let folded = madoguchi::text::fold(text);
    let reading = places.read(&folded);
    for range in reading.ranges.into_iter().chain(reading.towns) {
        assert!(folded.get(range).is_some(), "a mention is a part of the text");
    }
}

fn lexicon(text: &str) {
    if let Some(lexicon) = check(Lexicon::compile(text)) {
        let analyzer = Analyzer::with(Some(lexicon)).expect("a compiled lexicon");
        for token in analyzer.analyze(text) {
            assert_eq!(text.get(token.range.clone()), Some(token.surface));
        }
        analyzer.terms(text);
    }
}

fn locale(path: &Path, text: &str) {
    if let Some(locale) = check(Locale::read(Language::Japanese, path, text.to_owned())) {
        for line in text.lines() {
            let id = line.split([' ', '=']).next().unwrap_or_default();
            locale.text(id, &[("n", 1.into()), ("name", "港区".into())]);
        }
    }
}
