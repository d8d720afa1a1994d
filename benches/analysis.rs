//! How fast text is read: the price of indexing a document and of understanding a question.

#![expect(clippy::expect_used, reason = "a benchmark ends at the first fault")]

use divan::Bencher;
use divan::counter::BytesCount;
use madoguchi::analysis::Analyzer;

const DOCUMENT: &str = include_str!("../seeds/minato-osaka-r3-management-policy.txt");
const QUESTION: &str = "大阪市港区で津波のときに逃げられるビルはどこですか？予算も知りたい";
const TEXTS: [Text; 2] = [Text("document", DOCUMENT), Text("question", QUESTION)];

/// A text by the name under which the report has it.
struct Text(&'static str, &'static str);

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

fn main() {
    divan::main();
}

fn analyzer() -> Analyzer {
    Analyzer::new(Some(include_str!("../config/lexicon.csv"))).expect("the lexicon in the source")
}

#[divan::bench]
fn open(bencher: Bencher<'_, '_>) {
    bencher.bench(analyzer);
}

#[divan::bench(args = TEXTS)]
fn words(bencher: Bencher<'_, '_>, Text(_, text): &Text) {
    let analyzer = analyzer();
    bencher.counter(BytesCount::of_str(*text)).bench_local(|| analyzer.analyze(text).len());
}

#[divan::bench(args = TEXTS)]
fn tokenise(bencher: Bencher<'_, '_>, Text(_, text): &Text) {
    let analyzer = analyzer();
    bencher.counter(BytesCount::of_str(*text)).bench_local(|| analyzer.terms(text));
}

#[divan::bench(args = TEXTS)]
fn kana_grams(bencher: Bencher<'_, '_>, Text(_, text): &Text) {
    let analyzer = analyzer();
    bencher.counter(BytesCount::of_str(*text)).bench_local(|| analyzer.kana_grams(text));
}

#[divan::bench(args = TEXTS)]
fn char_bigrams(bencher: Bencher<'_, '_>, Text(_, text): &Text) {
    let analyzer = analyzer();
    bencher.counter(BytesCount::of_str(*text)).bench_local(|| analyzer.char_bigrams(text));
}

#[divan::bench(args = TEXTS)]
fn views(bencher: Bencher<'_, '_>, Text(_, text): &Text) {
    let analyzer = analyzer();
    bencher.counter(BytesCount::of_str(*text)).bench_local(|| analyzer.views(text));
}
