//! BM25 in windows against BM25 as its formula stands.

use std::path::Path;

use super::accumulate::{B, K1};
use super::{Plan, PlanTerm, Snapshot, Weights};
use crate::analysis::Analyzer;
use crate::index::{Builder, Record, update};

/// Records of letters, some of them in most records and some in few; equal numbers give equal records.
fn texts(n: usize) -> Vec<String> {
    let mut state = 7_u64;
    let mut random = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..n)
        .map(|_| {
            let words = (0..=random(12)).map(|_| {
                // The letter z is a thousand times as frequent as the rarest.
                let word = (random(100) * random(100) * random(100)) / 40_000;
                format!("word{}", char::from(b'a' + (25 - word.min(25)) as u8))
            });
            words.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// BM25 of every text for some words, those that have none left out, the best first.
fn by_formula(texts: &[String], words: &[&str]) -> Vec<(f32, u64)> {
    let texts: Vec<Vec<&str>> = texts.iter().map(|text| text.split(' ').collect()).collect();
    let n = texts.len() as f32;
    let average = texts.iter().map(Vec::len).sum::<usize>() as f32 / n;
    let idf = |word: &&str| {
        let count = texts.iter().filter(|text| text.contains(word)).count() as f32;
        (1.0 + (n - count + 0.5) / (count + 0.5)).ln()
    };
    let idf: Vec<f32> = words.iter().map(idf).collect();
    let score = |text: &Vec<&str>| -> f32 {
        let norm = K1 * (1.0 - B + B * text.len() as f32 / average);
        let of = |(word, idf): (&&str, &f32)| {
            let frequency = text.iter().filter(|term| *term == word).count() as f32;
            idf * (K1 + 1.0) * frequency / (frequency + norm)
        };
        words.iter().zip(&idf).map(of).sum()
    };
    let scores = texts.iter().map(score).zip(0..);
    let mut scores: Vec<(f32, u64)> = scores.filter(|(score, _)| *score > 0.0).collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scores
}

/// Indexes texts, each in the scope that is said of its place.
fn index(dir: &Path, texts: &[String], scope: fn(u64) -> u64) -> Snapshot {
    let analyzer = Analyzer::new(None).unwrap();
    let record = |(text, id)| Record {
        id,
        texts: vec![String::as_str(text)],
        scope: scope(id),
        ..Record::default()
    };
    let records: Vec<Record<'_>> = texts.iter().zip(0..).map(record).collect();
    let builder = Builder::create(dir, &analyzer, records.len(), 2).unwrap();
    builder.add(&records, &|| {}).unwrap();
    builder.finish().unwrap();
    Snapshot::open(dir).unwrap()
}

#[test]
fn the_best_records_are_those_of_the_formula() {
    let dir = tempfile::tempdir().unwrap();
    let texts = texts(13_000);
    let snapshot = index(dir.path(), &texts, |id| id / 100);

    let rarest_to_most_frequent: Vec<String> = ('a'..='z').map(|it| format!("word{it}")).collect();
    let of_each = rarest_to_most_frequent.iter().map(|it| vec![it.as_str()]);
    // Neighbours are about as frequent as each other, and every third word is not.
    let of_several = (2..=6).flat_map(|n| {
        let words = rarest_to_most_frequent.iter().map(String::as_str);
        let thirds: Vec<&str> = words.clone().rev().step_by(3).take(n).collect();
        let words: Vec<&str> = words.collect();
        words.windows(n).map(<[_]>::to_vec).chain([thirds]).collect::<Vec<_>>()
    });
    for words in of_each.chain(of_several).chain([vec!["nothing"]]) {
        let terms: Vec<PlanTerm> = words.iter().map(|word| term(word)).collect();
        let found = snapshot.search_words(&terms, 10).unwrap();
        assert_best(&found, &by_formula(&texts, &words), &words);
    }
}

/// Each thread leaves a segment of its own, which are one in the end.
#[test]
fn a_build_of_many_threads_comes_to_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let analyzer = Analyzer::new(None).unwrap();
    let texts = texts(6_000);
    let record = |(text, id)| Record { id, texts: vec![String::as_str(text)], ..Record::default() };
    let records: Vec<Record<'_>> = texts.iter().zip(0..).map(record).collect();
    let builder = Builder::create(dir.path(), &analyzer, records.len(), 12).unwrap();
    builder.add(&records, &|| {}).unwrap();
    builder.finish().unwrap();
    let snapshot = Snapshot::open(dir.path()).unwrap();
    assert_eq!((snapshot.segments.len(), snapshot.n_records()), (1, 6_000));
}

/// Equal texts get equal scores, of which the first records come first; so few are indexed in their order.
#[test]
fn records_of_equal_scores_come_in_their_order() {
    let dir = tempfile::tempdir().unwrap();
    let texts: Vec<String> = (0..4_999).map(|n| format!("worda wordb word{}", n % 7)).collect();
    let snapshot = index(dir.path(), &texts, |id| id);
    let terms = ["worda", "wordb", "word3"].map(term);
    let found = snapshot.search_words(&terms, 25).unwrap();
    let places: Vec<u64> = found.into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, (0..25).map(|n| 3 + 7 * n).collect::<Vec<u64>>());
    assert_eq!(snapshot.search_words(&terms, 0).unwrap(), []);
}

/// An index that was updated has several segments and records that are gone.
#[test]
fn an_updated_index_finds_what_is_new_and_nothing_that_is_gone() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let texts = texts(13_000);
    index(old.path(), &texts, |id| id / 100);
    let analyzer = Analyzer::new(None).unwrap();
    // The last scopes go, and their records come back in the order of the rest as one scope.
    let first_gone = 12_000;
    let again: Vec<Record<'_>> = (first_gone..)
        .zip(&texts[first_gone as usize..])
        .map(|(id, text)| Record { id, texts: vec![text], scope: 7_000, ..Record::default() })
        .collect();
    let gone = first_gone / 100..130;
    update(old.path(), new.path(), gone, &analyzer, &again, &|| {}).unwrap();
    let snapshot = Snapshot::open(new.path()).unwrap();
    assert!(snapshot.segments.len() > 1);

    let found = snapshot.search_words(&["wordb", "wordm", "wordz"].map(term), 500).unwrap();
    let mut places: Vec<u64> = found.iter().map(|(place, _)| *place).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 500, "none twice");
    assert!(places.iter().any(|place| *place >= first_gone), "what is new is found");
    let is_sorted = found.windows(2).all(|pair| pair[0].1 >= pair[1].1);
    assert!(is_sorted);
    // What is gone counts in the frequencies until its segment is written anew, so the scores are near and not the same.
    let scores = by_formula(&texts, &["wordb", "wordm", "wordz"]);
    for (place, score) in found {
        let (wanted, _) = scores.iter().find(|(_, at)| *at == place).unwrap();
        assert!((score - wanted).abs() < 0.1 * wanted, "{place}: {score} for {wanted}");
    }
}

/// Asserts that these are records of the highest scores, each with its own.
fn assert_best(found: &[(u64, f32)], wanted: &[(f32, u64)], words: &[&str]) {
    assert_eq!(found.len(), wanted.len().min(10), "{words:?}");
    for ((place, score), (best, _)) in found.iter().zip(wanted) {
        let (own, _) = wanted.iter().find(|(_, at)| at == place).unwrap();
        for wanted in [own, best] {
            assert!((score - wanted).abs() < 1e-3 * wanted, "{words:?}: {score} for {wanted}");
        }
    }
}

fn term(word: &str) -> PlanTerm {
    PlanTerm { text: word.to_owned(), weight: 1.0 }
}

#[test]
fn only_records_of_the_wanted_scopes_are_found() {
    let dir = tempfile::tempdir().unwrap();
    let texts = texts(13_000);
    let snapshot = index(dir.path(), &texts, |id| id % 130);
    let weights = Weights::from_slice(&[1.0]);
    // Few scopes are looked up before the search, many are asked about for each record.
    for n_scopes in [1, 3, 100] {
        let plan = Plan {
            terms: vec![term("wordz")],
            scopes: Some((0..n_scopes).rev().collect()),
            ..Plan::default()
        };
        let hits = snapshot.search(&plan, &weights, 20).unwrap();
        assert_eq!(hits.len(), 20, "{n_scopes}");
        assert!(hits.iter().all(|hit| hit.record % 130 < n_scopes), "{n_scopes}");
    }
}

#[test]
fn a_record_is_found_by_its_title_among_many_that_say_its_words_more_often() {
    let dir = tempfile::tempdir().unwrap();
    let analyzer = Analyzer::new(None).unwrap();
    let rest = texts(200).join(" ");
    let called = Record { id: 0, title: "wordx", texts: vec![&rest], ..Record::default() };
    let mention = |id| Record { id, texts: vec!["wordx wordx wordx"], ..Record::default() };
    let records: Vec<Record<'_>> = std::iter::once(called).chain((1..=500).map(mention)).collect();
    let builder = Builder::create(dir.path(), &analyzer, records.len(), 1).unwrap();
    builder.add(&records, &|| {}).unwrap();
    builder.finish().unwrap();

    let plan = Plan { terms: vec![term("wordx")], ..Plan::default() };
    let found = Snapshot::open(dir.path()).unwrap();
    let found = found.search(&plan, &Weights::from_slice(&[1.0]), usize::MAX).unwrap();
    assert!(found.iter().any(|hit| hit.record == 0));
}
