//! `madoguchi eval`: measures the search on a collection, or the answers on questions with known answers.

use std::io::{BufWriter, Write};
use std::path::Path;

use fs_err as fs;

use super::args::{EvalArgs, Folders, Only};
use super::output::Meter;
use super::{Ending, Failure, open};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use crate::answer::{Answer, Composer, Ranking, SIGNS};
use crate::error::{Error, ErrorKind};
use crate::eval::ablation::{self, Ingredient};
use crate::eval::collection::{Asking, Collection, CollectionError, Part, Report};
use crate::eval::fit;
use crate::eval::gold::{self, GoldQuestion, Score};
use crate::eval::quantiles;
use crate::render;
use crate::search::Feature;
use crate::service::{AnswerService, Progress as _};

pub(super) fn run(args: &EvalArgs, folders: Folders) -> Result<Ending, Failure> {
    let service = open(folders)?;
    let mut out = BufWriter::new(anstream::stdout());
    match (&args.gold, &args.dir) {
        (Some(file), _) => {
            let questions = read_questions(file)?;
            if let Some(id) = &args.explain {
                explain(&mut out, &service, &questions, id)?;
            } else if args.fit {
                write!(out, "{}", refit(&service, &questions)?)?;
            } else if args.ablation {
                ablation(&mut out, &service, &questions, args)?;
            } else if args.sweep {
                sweep(&mut out, &service, &questions)?;
            } else {
                score(&mut out, &service, &questions, args)?;
            }
        }
        (None, Some(dir)) if args.ablation => collection_ablation(&mut out, &service, dir, args)?,
        (None, Some(dir)) => {
            let report = collection(&service, dir, args)?;
            if args.json {
                let line = serde_json::to_string(&report).map_err(|error| {
                    Error::new(ErrorKind::Internal, "cannot write JSON").because(error)
                })?;
                writeln!(out, "{line}")?;
            } else {
                write_report(&mut out, &report)?;
            }
        }
        (None, None) => {
            return Err(Error::new(ErrorKind::User, "nothing to measure")
                .hint("name a folder with a collection, or --gold FILE with questions")
                .into());
        }
    }
    out.flush()?;
    Ok(Ending::Done)
}

fn read_questions(file: &Path) -> Result<Vec<GoldQuestion>, Error> {
    let text = fs::read_to_string(file).map_err(|error| {
        Error::from_source(ErrorKind::User, error)
            .hint("name a file with one JSON object a line, such as tests/questions/dev.jsonl")
    })?;
    gold::parse(&text).map_err(|error| {
        Error::new(ErrorKind::User, format!("{} is not a file of questions", file.display()))
            .because(error)
            .hint("each line is {\"id\": …, \"kind\": …, \"text\": …, \"answers\": […], \"expect\": {…}}")
    })
}

fn judge(service: &AnswerService, gold: &GoldQuestion) -> Result<(Answer, Score), Error> {
    let answer = service.answer(&gold.question())?;
    let locale = service.locales().get(answer.language);
    let message = render::message(&answer, locale, &service.furigana());
    let score = gold::score(gold, &answer, &message);
    Ok((answer, score))
}

fn score(
    out: &mut impl Write,
    service: &AnswerService,
    questions: &[GoldQuestion],
    args: &EvalArgs,
) -> Result<(), Failure> {
    let mut scores = Vec::new();
    for question in questions {
        scores.push(judge(service, question)?.1);
    }
    let tallies = gold::tally(questions.iter().zip(&scores));
    if args.json {
        let rows: serde_json::Map<String, serde_json::Value> = tallies
            .into_iter()
            .filter_map(|(kind, tally)| Some((kind, serde_json::to_value(tally).ok()?)))
            .collect();
        writeln!(out, "{}", serde_json::Value::Object(rows))?;
        return Ok(());
    }
    if let Some(wanted) = &args.verbose {
        for (question, score) in questions.iter().zip(&scores) {
            if !score.handled && (wanted == "all" || *wanted == question.kind) {
                let text = crate::text::truncate(&crate::text::squeeze(&question.text), 80);
                let right = question.answers.first().map_or("-", String::as_str);
                let faults = score.faults.join("; ");
                writeln!(
                    out,
                    "{} {} | {text} | {faults} | right: {right}",
                    question.id, question.kind
                )?;
            }
        }
    }
    writeln!(
        out,
        "{:13}{:>5}{:>10}{:>9}{:>9}{:>8}",
        "kind", "n", "handled", "first", "in five", "MRR"
    )?;
    for (kind, tally) in tallies {
        let share = |part: usize, whole: usize| match whole {
            0 => "-".to_owned(),
            whole => format!("{:.1}%", 100.0 * part as f64 / whole as f64),
        };
        let mrr = match tally.answerable {
            0 => "-".to_owned(),
            n => format!("{:.3}", tally.reciprocal / n as f64),
        };
        writeln!(
            out,
            "{kind:13}{:>5}{:>10}{:>9}{:>9}{mrr:>8}",
            tally.n,
            share(tally.handled, tally.n),
            share(tally.first, tally.answerable),
            share(tally.in_five, tally.answerable),
        )?;
    }
    // Once more, now that all is warm.
    let mut times = Vec::new();
    for question in questions {
        let question = question.question();
        let start = Instant::now();
        service.answer(&question)?;
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    let at = quantiles(times);
    writeln!(out, "answering: p50 {:.0} us, p99 {:.0} us", at(0.5), at(0.99))?;
    Ok(())
}

fn explain(
    out: &mut impl Write,
    service: &AnswerService,
    questions: &[GoldQuestion],
    id: &str,
) -> Result<(), Failure> {
    let Some(gold) = questions.iter().find(|question| question.id == id) else {
        return Err(Error::new(ErrorKind::User, format!("no question is called {id}")).into());
    };
    let work =
        service.with_composer(|composer| composer.work(&gold.question())).map_err(Error::from)?;
    let ranking = service.ranking();
    let corpus = service.corpus();
    writeln!(out, "question    {}", gold.text)?;
    writeln!(out, "right       {}", gold.answers.join(", "))?;
    writeln!(out, "searched    {}", work.reading.content.trim())?;
    writeln!(out, "wards       {}", work.reading.municipalities.join(", "))?;
    writeln!(out, "intents     {:?} {:?}", work.reading.intents, work.reading.slots)?;
    for (at, term) in work.plan.terms.iter().enumerate() {
        let others: Vec<String> = work
            .plan
            .expansions
            .iter()
            .filter(|other| other.sources.contains(&at))
            .map(|other| format!("{} {:.2}", other.terms.join("+"), other.weight))
            .collect();
        writeln!(out, "term        {} {:.1} -> {}", term.text, term.weight, others.join(", "))?;
    }
    for other in work.plan.expansions.iter().filter(|other| other.sources.is_empty()) {
        writeln!(out, "phrase      {} {:.2}", other.terms.join("+"), other.weight)?;
    }
    for hit in work.hits.iter().take(8) {
        let Some(measure) = corpus.at(hit.record) else { continue };
        let mark = if gold.accepts(&measure.id.0) { "*" } else { " " };
        writeln!(out, "{mark}{:8.3}   {} {}", hit.score, measure.id, measure.title)?;
        let parts: Vec<String> = Feature::ALL
            .iter()
            .filter(|feature| hit.features.get(**feature) != 0.0)
            .map(|feature| {
                let value = hit.features.get(*feature);
                format!(
                    "{} {:.2}={:+.2}",
                    feature.name(),
                    value,
                    value * ranking.rank.get(*feature)
                )
            })
            .collect();
        writeln!(out, "            {}", parts.join("  "))?;
    }
    for (name, value) in SIGNS.iter().zip(&work.signs) {
        let weight = ranking.confidence.get(*name).copied().unwrap_or(0.0);
        writeln!(out, "sign        {name} {value:.2}={:+.2}", weight * value)?;
    }
    let (answer, score) = judge(service, gold)?;
    writeln!(
        out,
        "confidence  {:.3} (answered from {})",
        work.confidence, ranking.answer_threshold
    )?;
    writeln!(out, "outcome     {:?} {:?} {:?}", answer.outcome, answer.reason, answer.missing)?;
    writeln!(out, "faults      {}", score.faults.join("; "))?;
    Ok(())
}

/// Answers all questions at several thresholds.
fn sweep(
    out: &mut impl Write,
    service: &AnswerService,
    questions: &[GoldQuestion],
) -> Result<(), Failure> {
    writeln!(
        out,
        "{:>9}{:>22}{:>24}",
        "threshold", "right and presented", "unanswerable declined"
    )?;
    for step in 1..=18_u8 {
        let threshold = f32::from(step) * 0.05;
        let ranking = Ranking { answer_threshold: threshold, ..service.ranking() };
        let (mut answerable, mut right, mut unanswerable, mut declined) = (0, 0, 0, 0);
        for gold in questions {
            let answer = service
                .with_composer(|all| Composer { ranking: &ranking, ..all }.answer(&gold.question()))
                .map_err(Error::from)?;
            let score = gold::score(gold, &answer, "");
            let is_shown = !score.faults.iter().any(|fault| fault == "not presented");
            if let Some(first) = score.first {
                answerable += 1;
                right += usize::from(first && is_shown);
            } else {
                unanswerable += 1;
                declined += usize::from(score.handled);
            }
        }
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        writeln!(
            out,
            "{threshold:>9.2}{:>21.1}%{:>23.1}%",
            share(right, answerable),
            share(declined, unanswerable)
        )?;
    }
    Ok(())
}

/// Takes each ingredient out in turn.
fn ablation(
    out: &mut impl Write,
    service: &AnswerService,
    questions: &[GoldQuestion],
    args: &EvalArgs,
) -> Result<(), Failure> {
    let Some(train) = &args.train else {
        return Err(Error::new(ErrorKind::User, "nothing to fit on")
            .hint("name the questions to fit on with --train FILE")
            .into());
    };
    let train = read_questions(train)?;
    let rows = service
        .with_composer(|all| ablation::table(all, &train, questions))
        .map_err(Error::from)?;
    writeln!(out, "{:12}{:>10}{:>9}{:>14}", "without", "held out", "judged", "us/question")?;
    for row in rows {
        let name = row.without.map_or("-", Ingredient::name);
        writeln!(out, "{name:12}{:>9.1}%{:>8.1}%{:>14.0}", row.held_out, row.judged, row.micros)?;
    }
    Ok(())
}

/// Takes each ingredient out in turn, the weights of the others staying as they are.
fn collection_ablation(
    out: &mut impl Write,
    service: &AnswerService,
    dir: &Path,
    args: &EvalArgs,
) -> Result<(), Failure> {
    let collection = Collection::read(dir).map_err(unread)?;
    let place =
        tempfile::tempdir().map_err(|error| Error::from_source(ErrorKind::Internal, error))?;
    let rows = service.with_composer(|all| {
        let reader = all.reader;
        let snapshot = collection.index(place.path(), &reader.analyzer, threads(args), &|| {})?;
        let every = [None].into_iter().chain(Ingredient::ALL.iter().copied().map(Some));
        every
            .map(|without| {
                let (reader, weights) = match without {
                    Some(ingredient) => {
                        let weights = ingredient.strip_weights(&all.ranking.prior);
                        (ingredient.strip_reader(reader), weights)
                    }
                    None => (reader.clone(), all.ranking.prior.clone()),
                };
                let asking = Asking { reader: &reader, weights: &weights, part: part(args) };
                let (report, _) = collection.judge(&snapshot, &asking)?;
                Ok((without, report))
            })
            .collect::<Result<Vec<_>, CollectionError>>()
    });
    writeln!(out, "{:12}{:>10}{:>10}", "without", "nDCG@10", "MRR@10")?;
    for (without, report) in rows.map_err(unread)? {
        let name = without.map_or("-", Ingredient::name);
        writeln!(out, "{name:12}{:>10.4}{:>10.4}", report.ndcg_10, report.mrr_10)?;
    }
    Ok(())
}

/// Fits all weights on questions; writes the figures to standard error, returns the table.
fn refit(service: &AnswerService, questions: &[GoldQuestion]) -> Result<String, Error> {
    let outcome = fit::refit(service, questions)?;
    tracing::info!("fitted");
    let _ = writeln!(anstream::stderr(), "{}", outcome.figures);
    Ok(fit::to_toml(&outcome.ranking))
}

fn collection(service: &AnswerService, dir: &Path, args: &EvalArgs) -> Result<Report, Error> {
    let locale = service.locales().get(service.settings().language.default);
    let meter = Meter::new(|| locale.say("index-building"));
    let collection = Collection::read(dir).map_err(unread)?;
    let place =
        tempfile::tempdir().map_err(|error| Error::from_source(ErrorKind::Internal, error))?;
    if let Some(folder) = &args.keep {
        fs_err::create_dir_all(folder)
            .map_err(|error| Error::from_source(ErrorKind::User, error))?;
    }
    let done = AtomicU64::new(0);
    let total = collection.len() as u64;
    let report = || meter.report(done.fetch_add(1, Ordering::Relaxed) + 1, total);
    service
        .with_composer(|all| {
            let asking =
                Asking { reader: all.reader, weights: &all.ranking.prior, part: part(args) };
            let place = args.keep.as_deref().unwrap_or(place.path());
            collection.measure(place, &asking, threads(args), args.run.as_deref(), &report)
        })
        .map_err(unread)
}

fn part(args: &EvalArgs) -> Part {
    match args.only {
        Some(Only::Words) => Part::Words,
        Some(Only::Rank) => Part::Rank,
        None => Part::All,
    }
}

fn threads(args: &EvalArgs) -> usize {
    args.threads.map_or_else(
        || std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        usize::from,
    )
}

fn unread(error: CollectionError) -> Error {
    let hint = match error {
        CollectionError::OtherIndex { .. } | CollectionError::Index(_) => {
            "name an empty folder with --keep, and the index is built there"
        }
        _ => "the folder holds corpus.jsonl, queries.jsonl and qrels.tsv or qrels/test.tsv",
    };
    Error::from_source(ErrorKind::User, error).hint(hint)
}

fn write_report(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    let megabytes = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    writeln!(out, "documents         {}", report.documents)?;
    writeln!(out, "queries           {}", report.queries)?;
    writeln!(out, "MRR@10            {:.4}", report.mrr_10)?;
    writeln!(out, "recall@1          {:.4}", report.recall_1)?;
    writeln!(out, "recall@5          {:.4}", report.recall_5)?;
    writeln!(out, "recall@10         {:.4}", report.recall_10)?;
    writeln!(out, "nDCG@10           {:.4}", report.ndcg_10)?;
    let size = megabytes(report.index_bytes);
    if report.index_seconds > 0.0 {
        let (seconds, per_second) = (report.index_seconds, report.documents_per_second);
        writeln!(
            out,
            "index             {seconds:.2} s, {size:.1} MB, {per_second:.0} documents/s"
        )?;
    } else {
        writeln!(out, "index             {size:.1} MB, kept")?;
    }
    writeln!(
        out,
        "latency           p50 {:.0} us, p95 {:.0} us, p99 {:.0} us (one thread, warm)",
        report.p50_us, report.p95_us, report.p99_us
    )?;
    writeln!(
        out,
        "throughput        {:.0} queries/s on {} threads",
        report.queries_per_second, report.threads
    )?;
    writeln!(out, "peak memory       {:.1} MB", megabytes(report.peak_bytes))
}
