//! As many measures as a prefecture, or the nation, prints in ten years.
//!
//! ```text
//! cargo bench --bench scale -- write N FOLDER      documents with N measures, and the same as a collection
//! cargo bench --bench scale -- build FOLDER        reads and indexes the documents
//! cargo bench --bench scale -- answer FOLDER [S]   answers from them for S seconds on one thread, S on all
//! cargo bench --bench scale -- reload FOLDER [S]   answers for S seconds, and while a reload runs beside it
//! ```
//!
//! `FOLDER/collection` has BEIR's form: what the reader made of the documents, with questions that name words of one
//! measure. Each step is a process of its own, so that its memory is its own.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark ends at the first fault and prints what it found"
)]

mod documents;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use documents::Random;
use madoguchi::corpus::{self, DocumentFacts};
use madoguchi::eval::quantiles;
use madoguchi::model::MeasureKind;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["write", n, folder] => write(Path::new(folder), n.parse().expect("a number")),
        ["build", folder] => build(Path::new(folder)),
        ["answer", folder, rest @ ..] => {
            let seconds = rest.first().map_or(5, |seconds| seconds.parse().expect("a number"));
            answer(Path::new(folder), Duration::from_secs(seconds));
        }
        ["reload", folder, rest @ ..] => {
            let seconds = rest.first().map_or(5, |seconds| seconds.parse().expect("a number"));
            reload(Path::new(folder), Duration::from_secs(seconds));
        }
        _ => println!(
            "usage: write N FOLDER | build FOLDER | answer FOLDER [SECONDS] | reload FOLDER [SECONDS]"
        ),
    }
}

fn paths(folder: &Path) -> Paths {
    Paths {
        config: folder.join("config"),
        seeds: folder.join("seeds"),
        index: folder.join("index"),
    }
}

fn write(folder: &Path, n: usize) {
    let written = documents::write(folder, n);
    let collection = folder.join("collection");
    std::fs::create_dir_all(&collection).expect("a folder");
    let file =
        |name: &str| BufWriter::new(std::fs::File::create(collection.join(name)).expect("a file"));
    let (mut passages, mut queries, mut grades) =
        (file("corpus.jsonl"), file("queries.jsonl"), file("qrels.tsv"));
    let mut questions =
        BufWriter::new(std::fs::File::create(folder.join("questions.txt")).expect("a file"));
    let mut seeds: Vec<_> =
        std::fs::read_dir(folder.join("seeds")).expect("a folder").flatten().collect();
    seeds.sort_by_key(std::fs::DirEntry::file_name);
    let mut random = Random(7);
    let (mut n_measures, every) = (0, n.div_ceil(2_000).max(1));
    for seed in seeds {
        let bytes = std::fs::read(seed.path()).expect("a document");
        let name = seed.file_name().to_string_lossy().into_owned();
        for measure in corpus::read(&name, &bytes, &DocumentFacts::default()).measures {
            let id = measure.id.0.as_str();
            let text = [measure.body.as_str(), measure.results.as_str()].join("\n");
            let line = serde_json::json!({
                "id": id, "title": measure.title,
                "text": text,
            });
            writeln!(passages, "{line}").expect("a line");
            n_measures += 1;
            if n_measures % every == 0 && measure.kind == MeasureKind::Measure {
                let asked = question(&measure.title, &measure.body, &written.words, &mut random);
                let line = serde_json::json!({"id": format!("q{n_measures}"), "text": asked});
                writeln!(queries, "{line}").expect("a line");
                writeln!(grades, "q{n_measures}\t{}\t1", measure.id.0).expect("a line");
                let places: Vec<&str> = written.municipalities.iter().map(String::as_str).collect();
                let place = random.pick(&places);
                // Half of the residents say where they live.
                let named =
                    if n_measures / every % 2 == 0 { format!("{place}の") } else { String::new() };
                writeln!(questions, "{named}{asked}").expect("a line");
            }
        }
    }
    println!("{n_measures} measures");
}

/// Asks for one measure by a word of its title and others of its text, as the documents' words stand there.
fn question(title: &str, body: &str, words: &[String], random: &mut Random) -> String {
    let mut pick = |text: &str, n: usize| {
        let mut known: Vec<&str> =
            words.iter().map(String::as_str).filter(|word| text.contains(word)).collect();
        while known.len() > n {
            known.swap_remove(random.below(known.len()));
        }
        known
    };
    let known = [pick(title, 2), pick(body, 2)].concat();
    let asked = [
        "について教えてください",
        "の予算はいくらですか",
        "はどこに相談できますか",
        "に困っています",
    ];
    format!("{}{}", known.join("の"), random.pick(&asked))
}

fn build(folder: &Path) {
    let start = Instant::now();
    let (manifest, _) =
        AnswerService::build(&paths(folder), &Settings::defaults(), false, "bench", &Silent)
            .expect("a generation");
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} documents, {} records, {seconds:.1} s, {:.0} records/s",
        manifest.n_documents,
        manifest.n_records,
        manifest.n_records as f64 / seconds
    );
    println!("{}", memory());
}

fn questions(folder: &Path) -> Vec<Question> {
    let text = std::fs::read_to_string(folder.join("questions.txt")).expect("questions");
    text.lines().map(|text| Question { text: text.to_owned(), ..Question::default() }).collect()
}

fn answer(folder: &Path, seconds: Duration) {
    let questions = questions(folder);
    let start = Instant::now();
    let service =
        AnswerService::open(paths(folder), Settings::defaults(), &Silent).expect("a generation");
    let opened = start.elapsed().as_secs_f64() * 1e3;
    let first = questions.first().expect("a question");
    service.answer(first).expect("an answer");
    println!(
        "open {opened:.0} ms, with the first answer {:.0} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    println!("{} after opening", memory());
    for question in &questions {
        service.answer(question).expect("an answer");
    }
    let mut times = Vec::new();
    let start = Instant::now();
    for question in questions.iter().cycle() {
        let began = Instant::now();
        service.answer(question).expect("an answer");
        times.push(began.elapsed().as_secs_f64() * 1e6);
        if start.elapsed() > seconds {
            break;
        }
    }
    let one = times.len() as f64 / start.elapsed().as_secs_f64();
    let at = quantiles(times);
    println!(
        "one thread: {one:.0}/s, p50 {:.0} us, p95 {:.0} us, p99 {:.0} us",
        at(0.5),
        at(0.95),
        at(0.99)
    );
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while start.elapsed() < seconds {
                    let at = next.fetch_add(1, Ordering::Relaxed) % questions.len();
                    let question = questions.get(at).expect("a question");
                    service.answer(question).expect("an answer");
                }
            });
        }
    });
    let all = next.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64();
    println!("{threads} threads: {all:.0}/s");
    println!("{}", memory());
}

/// Changes one line of one document and reloads, while questions go on.
fn reload(folder: &Path, seconds: Duration) {
    let service =
        AnswerService::open(paths(folder), Settings::defaults(), &Silent).expect("a generation");
    let questions = questions(folder);
    let quiet = {
        let end = Instant::now() + seconds;
        ask(&service, &questions, || Instant::now() < end)
    };
    // One line of one document.
    let changed = paths(folder).seeds.join("000000.txt");
    let text = std::fs::read_to_string(&changed).expect("a document");
    std::fs::write(&changed, text.replacen("。", "。毎月行います。", 1)).expect("a file");
    let is_over = AtomicBool::new(false);
    let busy = std::thread::scope(|scope| {
        scope.spawn(|| {
            let start = Instant::now();
            let reloaded = service.reload("bench", &Silent);
            is_over.store(true, Ordering::Relaxed);
            let reloaded = reloaded.expect("a reload");
            assert!(reloaded.changed);
            println!("reload of one line    {:.1} s", start.elapsed().as_secs_f64());
        });
        ask(&service, &questions, || !is_over.load(Ordering::Relaxed))
    });
    let (n_quiet, n_busy) = (quiet.len(), busy.len());
    let (quiet, busy) = (quantiles(quiet), quantiles(busy));
    for (name, share) in [("p50", 0.5), ("p99", 0.99), ("longest", 1.0)] {
        let (quiet, busy) = (quiet(share), busy(share));
        let ratio = busy / quiet;
        println!(
            "{name:8} quiet {quiet:>9.0} us, while reloading {busy:>9.0} us, ratio {ratio:.2}"
        );
    }
    println!("questions: {n_quiet} quiet, {n_busy} while reloading, none failed");
}

/// Asks in turn while told to; returns the microseconds that each took. An answer that fails ends it all.
fn ask(service: &AnswerService, questions: &[Question], goes_on: impl Fn() -> bool) -> Vec<f64> {
    let mut times = Vec::new();
    for question in questions.iter().cycle() {
        let start = Instant::now();
        service.answer(question).expect("an answer");
        times.push(start.elapsed().as_secs_f64() * 1e6);
        if !goes_on() {
            break;
        }
    }
    times
}

/// Tells this process's resident memory, its own and that of mapped files, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let wanted = ["VmHWM", "VmRSS", "RssAnon", "RssFile"];
    let lines = status.lines().filter(|line| wanted.iter().any(|name| line.starts_with(name)));
    lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join(", ")
}
