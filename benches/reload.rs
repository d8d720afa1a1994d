//! How long questions wait while the data of many documents is read anew beside them.
//!
//! `cargo bench --bench reload -- [MEASURES] [SECONDS]` (100,000 measures and 20 s where nothing is said). The documents
//! are those of the seeds, again and again, each under the name of another municipality and with other amounts.
//! Prints the waiting times while nothing else happens and while a reload runs, and their ratios.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark ends at the first fault and prints what it found"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use madoguchi::eval::collection::quantiles;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

/// A seed, what it calls its ward, and how many measures it has.
const SEEDS: &[(&str, &str, usize)] = &[
    ("minato-osaka-r3-management-policy", "港区", 91),
    ("nishi-osaka-r2-management-policy", "西区", 22),
    ("kohoku-yokohama-r3-management-policy", "港北区", 43),
];

const TOPICS: &[&str] = &[
    "防災の予算は？",
    "認知症の人を地域で見守る取組",
    "子育ての相談はどこでできますか",
    "空き家が心配です",
    "津波のときはどこへ逃げますか",
    "区役所の窓口の待ち時間",
];

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|arg| arg.parse::<usize>().ok());
    let n_measures = numbers.next().unwrap_or(100_000);
    let seconds = Duration::from_secs(numbers.next().unwrap_or(20) as u64);
    let folder = tempfile::tempdir().expect("a folder");
    let paths = Paths {
        config: folder.path().join("config"),
        seeds: folder.path().join("seeds"),
        index: folder.path().join("index"),
    };
    let wards = write_documents(&paths, n_measures);
    let start = Instant::now();
    let service = AnswerService::open(paths.clone(), Settings::defaults(), &Silent)
        .expect("the documents can be read");
    let manifest = service.manifest();
    println!("{} documents, {} records", manifest.n_documents, manifest.n_records);
    println!("first reading         {:.1} s", start.elapsed().as_secs_f64());

    let questions: Vec<Question> = wards
        .iter()
        .step_by(wards.len() / 40 + 1)
        .flat_map(|ward| TOPICS.iter().map(move |topic| format!("{ward}の{topic}")))
        .map(|text| Question { text, ..Question::default() })
        .collect();
    let quiet = {
        let end = Instant::now() + seconds;
        ask(&service, &questions, || Instant::now() < end)
    };
    // One line of one document.
    let changed = paths.seeds.join("0.txt");
    let text = std::fs::read_to_string(&changed).expect("a document");
    std::fs::write(&changed, text.replacen("支援", "応援", 1)).expect("a file");
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

/// Writes documents with about as many measures; returns their municipalities.
fn write_documents(paths: &Paths, n_measures: usize) -> Vec<String> {
    copy_folder(Path::new("config"), &paths.config);
    std::fs::create_dir_all(&paths.seeds).expect("a folder");
    let gazetteer = std::fs::read_to_string("config/gazetteer.csv").expect("the gazetteer");
    let names: Vec<String> = gazetteer
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut columns = line.split(',');
            let (name, within) = (columns.next()?, columns.nth(1)?);
            Some(format!("{within}{name}")).filter(|name| name.ends_with(['市', '区', '町', '村']))
        })
        .collect();
    let (mut facts, mut wards, mut n, mut at) = (String::new(), Vec::new(), 0, 0);
    while n < n_measures {
        let (seed, own_name, size) = SEEDS.get(at % SEEDS.len()).expect("one of them");
        let ward = names.get(at % names.len()).expect("one of them");
        let text = std::fs::read_to_string(format!("seeds/{seed}.txt")).expect("a seed");
        let text = text.replace(own_name, ward).replace("千円", &format!("{}千円", at % 10));
        std::fs::write(paths.seeds.join(format!("{at}.txt")), text).expect("a file");
        write!(facts, "[document.\"{at}\"]\nmunicipality = \"{ward}\"\n\n").expect("a string");
        wards.push(ward.clone());
        n += size;
        at += 1;
    }
    std::fs::write(paths.config.join("documents.toml"), facts).expect("a file");
    wards
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the folder").flatten() {
        // What would be asked of the seeds belongs to no copy of them.
        if entry.path().is_dir() && entry.file_name() != "expected" {
            copy_folder(&entry.path(), &to.join(entry.file_name()));
        } else if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}
