//! Any collection in BEIR's form through the same analyser and ranking: how good, how fast, how large.
//!
//! Timing is honest: question text in, ten ids out; tokenisation and parsing lie inside the timed region, nothing is
//! cached, questions come shuffled, after a warm-up, for at least five seconds.

use std::collections::HashMap;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::quantiles;
use crate::analysis::Analyzer;
use crate::index::{Builder, FORMAT_VERSION, IndexError, Record};
use crate::question::{Question, QuestionReader};
use crate::search::{Snapshot, Weights};
use crate::text::fold;

/// How long each timed run lasts at least.
const AT_LEAST: Duration = Duration::from_secs(5);
/// How long the machine is warmed up.
const WARM_UP: Duration = Duration::from_secs(1);
const DEPTH: usize = 10;
/// Passages that are in memory at one time while an index is built.
const BATCH: usize = 5_000;

/// The file beside a kept index that says of what it is.
const INDEXED: &str = "collection.digest";

/// What a collection could not do.
#[derive(Debug, thiserror::Error)]
pub enum CollectionError {
    /// A file could not be read or written; the message names it.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A line of a file is not what it should be.
    #[error("{path}:{line}: {message}", path = path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, 1-based.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// The index that was kept is of something else.
    #[error("{path} holds no index of this collection that this program wrote", path = path.display())]
    OtherIndex {
        /// Its folder.
        path: PathBuf,
    },
    /// The index refused.
    #[error(transparent)]
    Index(#[from] IndexError),
}

#[derive(Deserialize)]
struct Passage {
    #[serde(default)]
    title: String,
    text: String,
}

/// The same line, of which only the id is kept.
#[derive(Deserialize)]
struct Id {
    #[serde(alias = "_id")]
    id: String,
}

#[derive(Deserialize)]
struct Query {
    #[serde(alias = "_id")]
    id: String,
    text: String,
}

/// A collection with its questions and what is right for them. The passages stay on disk.
pub struct Collection {
    corpus: PathBuf,
    /// Ids of the passages, one behind the other, and where each ends.
    ids: (String, Vec<u32>),
    queries: Vec<Query>,
    grades: HashMap<String, HashMap<String, u32>>,
}

/// How the questions of a collection are asked.
pub struct Asking<'a> {
    /// What reads them.
    pub reader: &'a QuestionReader,
    /// What ranks the passages. A collection is any text: see [`Ranking::prior`](crate::answer::Ranking::prior).
    pub weights: &'a Weights,
    /// How much of what a question goes through is tried.
    pub part: Part,
}

/// How much of what a question goes through is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is read as a resident's question first: places, years and words for what is wanted are taken out, and words in
    /// other scripts put into the documents'.
    All,
    /// The text is searched for as it stands, with other words, n-grams and features.
    Rank,
    /// BM25 over its words and nothing else: what the ranking costs and brings is told by this.
    Words,
}

/// What a run measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Passages.
    pub documents: usize,
    /// Questions with a right answer.
    pub queries: usize,
    /// Mean reciprocal rank in the first ten.
    #[serde(rename = "mrr@10")]
    pub mrr_10: f64,
    /// Share of right passages among the first.
    #[serde(rename = "recall@1")]
    pub recall_1: f64,
    /// Share among the first five.
    #[serde(rename = "recall@5")]
    pub recall_5: f64,
    /// Share among the first ten.
    #[serde(rename = "recall@10")]
    pub recall_10: f64,
    /// Normalised discounted cumulative gain of the first ten.
    #[serde(rename = "ndcg@10")]
    pub ndcg_10: f64,
    /// Seconds to build the index, 0 where one was kept.
    pub index_seconds: f64,
    /// Its size on disk.
    pub index_bytes: u64,
    /// Passages indexed per second, 0 where the index was kept.
    pub documents_per_second: f64,
    /// Microseconds per question, half of them faster.
    pub p50_us: f64,
    /// Microseconds, 95 of 100 faster.
    pub p95_us: f64,
    /// Microseconds, 99 of 100 faster.
    pub p99_us: f64,
    /// Questions per second on all threads.
    pub queries_per_second: f64,
    /// Threads of that.
    pub threads: usize,
    /// The process's largest resident size.
    pub peak_bytes: u64,
}

impl Collection {
    /// Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` or `qrels/test.tsv` of a folder.
    pub fn read(dir: &Path) -> Result<Self, CollectionError> {
        let corpus = dir.join("corpus.jsonl");
        let mut ids = (String::new(), Vec::new());
        for passage in lines::<Id>(&corpus)? {
            ids.0.push_str(&passage?.id);
            ids.1.push(ids.0.len() as u32);
        }
        let queries = lines(&dir.join("queries.jsonl"))?.collect::<Result<_, _>>()?;
        let flat = dir.join("qrels.tsv");
        let path = if flat.is_file() { flat } else { dir.join("qrels").join("test.tsv") };
        let mut grades: HashMap<String, HashMap<String, u32>> = HashMap::new();
        for (at, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let columns: Vec<&str> = line.split('\t').collect();
            let grade = columns.last().and_then(|grade| grade.trim().parse::<f64>().ok());
            match (columns.as_slice(), grade) {
                ([query, passage, _] | [query, _, passage, _], Some(grade)) => {
                    let grades = grades.entry((*query).to_owned()).or_default();
                    grades.insert((*passage).to_owned(), grade.max(0.0) as u32);
                }
                // A header.
                (_, None) if at == 0 => {}
                _ => {
                    return Err(CollectionError::Line {
                        path,
                        line: at + 1,
                        message: "not `query<tab>document<tab>grade`".to_owned(),
                    });
                }
            }
        }
        Ok(Self { corpus, ids, queries, grades })
    }

    /// Returns the number of passages.
    pub fn len(&self) -> usize {
        self.ids.1.len()
    }

    /// Whether there are no passages.
    pub fn is_empty(&self) -> bool {
        self.ids.1.is_empty()
    }

    fn id(&self, record: u64) -> Option<&str> {
        let (text, ends) = &self.ids;
        let at = usize::try_from(record).ok()?;
        let start = at.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
        text.get(start as usize..*ends.get(at)? as usize)
    }

    /// Indexes the passages into the empty folder `dir`.
    pub fn index(
        &self,
        dir: &Path,
        analyzer: &Analyzer,
        threads: usize,
        progress: &(dyn Fn() + Sync),
    ) -> Result<Snapshot, CollectionError> {
        let builder = Builder::create(dir, analyzer, self.len(), threads)?;
        let mut passages = lines::<Passage>(&self.corpus)?.peekable();
        let mut n_added = 0;
        while passages.peek().is_some() {
            let batch: Vec<Passage> = passages.by_ref().take(BATCH).collect::<Result<_, _>>()?;
            let records: Vec<Record<'_>> = batch
                .iter()
                .zip(n_added..)
                .map(|(passage, id)| Record {
                    id,
                    title: &passage.title,
                    texts: vec![&passage.text],
                    ..Record::default()
                })
                .collect();
            builder.add(&records, progress)?;
            n_added += batch.len() as u64;
        }
        builder.finish()?;
        Ok(Snapshot::open(dir)?)
    }

    /// Opens the index of the passages that an earlier run left in `dir`.
    fn open(&self, dir: &Path) -> Result<Snapshot, CollectionError> {
        let is_of_this = fs::read(dir.join(INDEXED)).ok() == Some(self.digest()?);
        if !is_of_this {
            return Err(CollectionError::OtherIndex { path: dir.to_owned() });
        }
        Ok(Snapshot::open(dir)?)
    }

    /// Returns what tells whether an index is of these passages, and written as this program does.
    fn digest(&self) -> Result<Vec<u8>, CollectionError> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&FORMAT_VERSION.to_le_bytes()).update(env!("CARGO_PKG_VERSION").as_bytes());
        hasher.update_reader(fs::File::open(&self.corpus)?)?;
        Ok(hasher.finalize().to_hex().as_bytes().to_vec())
    }

    /// Asks every question and measures, on the index in `dir`, which is built where the folder is empty; `run` gets the
    /// ranking in TREC's form.
    pub fn measure(
        &self,
        dir: &Path,
        asking: &Asking<'_>,
        threads: usize,
        run: Option<&Path>,
        progress: &(dyn Fn() + Sync),
    ) -> Result<Report, CollectionError> {
        let start = Instant::now();
        let is_kept = size_of(dir)? > 0;
        let snapshot = if is_kept {
            self.open(dir)?
        } else {
            let snapshot = self.index(dir, &asking.reader.analyzer, threads, progress)?;
            fs::write(dir.join(INDEXED), self.digest()?)?;
            snapshot
        };
        let index_seconds = start.elapsed().as_secs_f64();
        let (mut report, lines) = self.judge(&snapshot, asking)?;
        if !is_kept {
            report.index_seconds = index_seconds;
            report.documents_per_second = self.len() as f64 / index_seconds;
        }
        report.index_bytes = size_of(dir)?;
        report.threads = threads;
        if let Some(path) = run {
            fs::write(path, lines)?;
        }
        let judged = self.judged();
        if !judged.is_empty() {
            let ask = |query: &Query| asking.ask(&snapshot, &query.text);
            self.time(&mut report, &shuffled(&judged), threads, &ask)?;
        }
        report.peak_bytes = peak_bytes();
        Ok(report)
    }

    /// Asks every question that has a right answer; returns how good the order is, and the order in TREC's form.
    pub fn judge(
        &self,
        snapshot: &Snapshot,
        asking: &Asking<'_>,
    ) -> Result<(Report, String), CollectionError> {
        let judged = self.judged();
        let mut report =
            Report { documents: self.len(), queries: judged.len(), ..Report::default() };
        let mut lines = String::new();
        for query in &judged {
            let found = asking.ask(snapshot, &query.text)?;
            let ids: Vec<&str> = found.iter().filter_map(|(record, _)| self.id(*record)).collect();
            for (rank, (id, (_, score))) in ids.iter().zip(&found).enumerate() {
                lines += &format!("{} Q0 {id} {} {score:.6} madoguchi\n", query.id, rank + 1);
            }
            if let Some(grades) = self.grades.get(&query.id) {
                report.add(&ids, grades);
            }
        }
        report.divide();
        Ok((report, lines))
    }

    /// Returns the questions that have a right answer.
    fn judged(&self) -> Vec<&Query> {
        let is_judged = |query: &&Query| {
            self.grades.get(&query.id).is_some_and(|g| g.values().any(|grade| *grade > 0))
        };
        self.queries.iter().filter(is_judged).collect()
    }

    fn time(
        &self,
        report: &mut Report,
        queries: &[&Query],
        threads: usize,
        ask: &Ask<'_>,
    ) -> Result<(), CollectionError> {
        let start = Instant::now();
        for query in queries.iter().cycle() {
            ask(query)?;
            if start.elapsed() > WARM_UP {
                break;
            }
        }
        let mut times = Vec::new();
        let start = Instant::now();
        for query in queries.iter().cycle() {
            let began = Instant::now();
            ask(query)?;
            times.push(began.elapsed().as_secs_f64() * 1e6);
            if start.elapsed() > AT_LEAST && times.len() >= queries.len() {
                break;
            }
        }
        let at = quantiles(times);
        (report.p50_us, report.p95_us, report.p99_us) = (at(0.5), at(0.95), at(0.99));

        let next = AtomicUsize::new(0);
        let start = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..threads.max(1) {
                scope.spawn(|| {
                    while start.elapsed() < AT_LEAST {
                        let at = next.fetch_add(1, Ordering::Relaxed) % queries.len();
                        if let Some(query) = queries.get(at) {
                            // Every question was asked once already: an error would have ended the run.
                            let _ = ask(query);
                        }
                    }
                });
            }
        });
        report.queries_per_second =
            next.load(Ordering::Relaxed) as f64 / start.elapsed().as_secs_f64();
        Ok(())
    }
}

impl Asking<'_> {
    /// Returns places of passages with their scores.
    fn ask(&self, snapshot: &Snapshot, text: &str) -> Result<Vec<(u64, f32)>, IndexError> {
        let plan = match self.part {
            Part::All => {
                let question = Question { text: text.to_owned(), ..Question::default() };
                self.reader.plan(&self.reader.read(&question).content)
            }
            Part::Rank => self.reader.plan(&fold(text)),
            Part::Words => return snapshot.search_words(&self.reader.terms(text), DEPTH),
        };
        let hits = snapshot.search(&plan, self.weights, DEPTH)?;
        Ok(hits.into_iter().map(|hit| (hit.record, hit.score)).collect())
    }
}

impl Report {
    fn add(&mut self, ids: &[&str], grades: &HashMap<String, u32>) {
        let gain = |id: &&str| f64::from(grades.get(*id).copied().unwrap_or(0));
        let n_right = grades.values().filter(|grade| **grade > 0).count() as f64;
        let right_in = |depth: usize| {
            ids.iter().take(depth).filter(|id| gain(id) > 0.0).count() as f64 / n_right
        };
        let discounted = |gains: &mut dyn Iterator<Item = f64>| -> f64 {
            gains.enumerate().map(|(rank, gain)| gain / (rank as f64 + 2.0).log2()).sum()
        };
        let mut ideal: Vec<f64> = grades.values().map(|grade| f64::from(*grade)).collect();
        ideal.sort_by(|a, b| b.total_cmp(a));
        let best = discounted(&mut ideal.into_iter().take(DEPTH));
        let first = ids.iter().position(|id| gain(id) > 0.0);
        self.mrr_10 += first.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0));
        self.recall_1 += right_in(1);
        self.recall_5 += right_in(5);
        self.recall_10 += right_in(10);
        self.ndcg_10 += discounted(&mut ids.iter().map(gain)) / best.max(f64::MIN_POSITIVE);
    }

    fn divide(&mut self) {
        let n = self.queries.max(1) as f64;
        for sum in [
            &mut self.mrr_10,
            &mut self.recall_1,
            &mut self.recall_5,
            &mut self.recall_10,
            &mut self.ndcg_10,
        ] {
            *sum /= n;
        }
    }
}

/// Reads a file of one JSON object a line, line by line.
fn lines<T: serde::de::DeserializeOwned>(
    path: &Path,
) -> Result<impl Iterator<Item = Result<T, CollectionError>>, CollectionError> {
    let path = path.to_owned();
    let lines = std::io::BufReader::new(fs::File::open(&path)?).lines().enumerate();
    let is_blank =
        |line: &std::io::Result<String>| line.as_ref().is_ok_and(|line| line.trim().is_empty());
    Ok(lines.filter(move |(_, line)| !is_blank(line)).map(move |(at, line)| {
        serde_json::from_str(&line?).map_err(|error| CollectionError::Line {
            path: path.clone(),
            line: at + 1,
            message: error.to_string(),
        })
    }))
}

/// Asks one question: places of passages with their scores.
type Ask<'a> = dyn Fn(&Query) -> Result<Vec<(u64, f32)>, IndexError> + Sync + 'a;

/// Puts questions into a fixed order that has nothing to do with the file's.
fn shuffled<'a>(queries: &[&'a Query]) -> Vec<&'a Query> {
    let mut queries = queries.to_vec();
    queries.sort_by_key(|query| *blake3::hash(query.id.as_bytes()).as_bytes());
    queries
}

fn size_of(dir: &Path) -> Result<u64, CollectionError> {
    let mut size = 0;
    for entry in fs::read_dir(dir)? {
        size += entry?.metadata()?.len();
    }
    Ok(size)
}

/// Returns the largest resident size of this process, 0 where the system does not tell.
pub fn peak_bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes * 1024)
}
