//! How long the main steps take: reading a document, building the index, answering a question end to end.
//!
//! `cargo bench --bench answering`. Quote ratios between lines of one run: times move with the machine.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark ends at the first fault"
)]

use std::path::PathBuf;

use divan::{Bencher, counter::BytesCount};
use madoguchi::corpus::{self, DocumentFacts};
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

const SEED: &str = "minato-osaka-r3-management-policy.txt";

const QUESTIONS: &[&str] = &[
    "大阪市港区の防災の予算は？",
    "認知症",
    "つなみのとき どこへ にげますか",
    "Where can I evacuate if a tsunami hits Minato Ward in Osaka?",
    "隣の空き家の瓦が落ちそうで、持ち主と連絡がつかず困っています。区役所で相談に乗ってもらえますか",
    "パスポートの更新はどこでできますか",
];

fn main() {
    divan::main();
}

fn paths(index: PathBuf) -> Paths {
    Paths { config: "config".into(), seeds: "seeds".into(), index }
}

fn open(index: PathBuf) -> AnswerService {
    AnswerService::open(paths(index), Settings::defaults(), &Silent)
        .expect("the seeds can be opened")
}

#[divan::bench]
fn read_document(bencher: Bencher) {
    let bytes = std::fs::read(format!("seeds/{SEED}")).expect("the seed");
    let facts = DocumentFacts::default();
    bencher
        .counter(BytesCount::of_slice(&bytes))
        .bench(|| corpus::read(SEED, divan::black_box(&bytes), &facts));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn build_index(bencher: Bencher) {
    bencher
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_values(|folder| open(folder.path().to_owned()).manifest());
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_index(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    open(folder.path().to_owned());
    bencher.bench(|| open(folder.path().to_owned()).manifest());
}

#[divan::bench(args = QUESTIONS)]
fn answer(bencher: Bencher, text: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let service = open(folder.path().to_owned());
    let question = Question { text: text.to_owned(), ..Question::default() };
    bencher.bench(|| service.answer(divan::black_box(&question)).expect("an answer"));
}
