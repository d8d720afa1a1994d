//! `madoguchi ask`: one question, or a stream of them.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use fs_err as fs;
use serde::Deserialize;

use super::args::{AskArgs, Folders, ScopeArgs};
use super::{Ending, Failure, open, output};
use crate::answer::{Answer, Outcome};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::question::Question;
use crate::render;
use crate::search::Feature;
use crate::service::AnswerService;

pub(super) fn run(args: &AskArgs, folders: Folders) -> Result<Ending, Failure> {
    let lines = args.batch.as_deref().map(batch_lines).transpose()?;
    let service = open(folders)?;
    let template = question(&args.scope, args.limit, &service)?;
    if let Some(lines) = lines {
        return batch(&service, &template, lines);
    }
    let asked = Question { text: args.question.join(" "), ..template };
    let answer = service.answer(&asked)?;
    let locale = service.locales().get(answer.language);
    let mut stdout = anstream::stdout();
    if args.json {
        writeln!(stdout, "{}", render::json(&answer, locale))?;
    } else {
        let width = output::answer_width().filter(|_| !args.plain);
        write_answer(&mut stdout, &answer, locale, width)?;
        if args.explain {
            writeln!(stdout, "\n{}", explain(&asked, &service, locale)?)?;
        }
    }
    stdout.flush()?;
    // The process ends here: taking the thesaurus apart, word by word, would take as long as the answer.
    std::mem::forget(service);
    Ok(match answer.outcome {
        Outcome::Answered | Outcome::Choose | Outcome::Suggested => Ending::Done,
        Outcome::NotFound => Ending::NotFound,
    })
}

/// Writes an answer for people: set for a terminal of a width, or plain.
pub(super) fn write_answer(
    out: &mut impl Write,
    answer: &Answer,
    locale: &Locale,
    width: Option<usize>,
) -> io::Result<()> {
    match width {
        Some(width) => write!(out, "{}", render::terminal(answer, locale, width)),
        None => writeln!(out, "{}", render::message(answer, locale)),
    }
}

/// Returns an empty question with what the options say of it.
pub(super) fn question(
    scope: &ScopeArgs,
    limit: Option<u8>,
    service: &AnswerService,
) -> Result<Question, Error> {
    let municipality = scope.ward.as_deref().map(|ward| find_ward(ward, service)).transpose()?;
    Ok(Question {
        municipality,
        fiscal_year: scope.year,
        limit: limit.map_or(service.settings().answer.limit, usize::from),
        language: scope.lang,
        ..Question::default()
    })
}

/// Finds the municipality that a name means: the whole name, or the end or a part of only one.
pub(super) fn find_ward(typed: &str, service: &AnswerService) -> Result<String, Error> {
    let known = service.corpus().municipalities();
    let typed = crate::text::fold(typed.trim());
    let matching = |test: &dyn Fn(&str) -> bool| -> Vec<&String> {
        known.iter().filter(|name| test(&crate::text::fold(name))).collect()
    };
    let mut found = Vec::new();
    if !typed.is_empty() {
        found = matching(&|name| name == typed);
        if found.is_empty() {
            found = matching(&|name| name.ends_with(&typed));
        }
        if found.is_empty() {
            found = matching(&|name| name.contains(&typed));
        }
    }
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(Error::new(ErrorKind::User, format!("no document is of `{typed}`"))
            .hint(format!("documents are loaded of: {}", known.join(", ")))),
        several => {
            let names: Vec<&str> = several.iter().map(|name| name.as_str()).collect();
            Err(Error::new(ErrorKind::User, format!("`{typed}` may mean several municipalities"))
                .hint(format!("write one of: {}", names.join(", "))))
        }
    }
}

/// Tells what was looked for and what the scores are made of.
fn explain(question: &Question, service: &AnswerService, locale: &Locale) -> Result<String, Error> {
    let work = service.with_composer(|composer| composer.work(question)).map_err(Error::from)?;
    let weights = service.ranking().rank;
    let corpus = service.corpus();
    let terms: Vec<&str> = work.plan.terms.iter().map(|term| term.text.as_str()).collect();
    let confidence = format!("{:.2}", work.confidence);
    let args = [("terms", locale.list(&terms).into()), ("confidence", confidence.into())];
    let mut lines = vec![locale.text("explain", &args)];
    for (at, hit) in work.hits.iter().take(question.limit).enumerate() {
        let Some(measure) = corpus.at(hit.record) else { continue };
        let args = [
            ("rank", (at + 1).to_string().into()),
            ("id", measure.id.0.as_str().into()),
            ("title", render::title_of(measure).into()),
            ("score", format!("{:.3}", hit.score).into()),
        ];
        lines.push(locale.text("explain-hit", &args));
        let mut parts: Vec<(f32, &str)> = Feature::ALL
            .iter()
            .map(|feature| (weights.get(*feature) * hit.features.get(*feature), feature.name()))
            .filter(|(part, _)| part.abs() >= 0.0005)
            .collect();
        parts.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        let parts: Vec<String> =
            parts.iter().map(|(part, name)| format!("{name} {part:+.3}")).collect();
        lines.push(format!("   {}", parts.join(", ")));
    }
    Ok(lines.join("\n"))
}

/// A line of a batch.
#[derive(Deserialize)]
struct Asked {
    id: Option<String>,
    text: String,
    #[serde(default)]
    context: Vec<String>,
}

fn batch_lines(path: &Path) -> Result<Box<dyn BufRead>, Error> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = fs::File::open(path).map_err(|error| {
        Error::from_source(ErrorKind::User, error)
            .hint("name a file with one JSON object a line, or - for standard input")
    })?;
    Ok(Box::new(BufReader::new(file)))
}

/// Answers line by line, in order, each as soon as it is read.
fn batch(
    service: &AnswerService,
    template: &Question,
    mut lines: Box<dyn BufRead>,
) -> Result<Ending, Failure> {
    let mut stdout = io::stdout().lock();
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let n_bytes = lines.read_until(b'\n', &mut line).map_err(|error| {
            Error::new(ErrorKind::User, "cannot read the questions").because(error)
        })?;
        if n_bytes == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = match serde_json::from_slice::<Asked>(&line) {
            Ok(asked) => reply(service, template, asked),
            Err(error) => failed(None, &format!("line {number}: {error}")),
        };
        writeln!(stdout, "{reply}")?;
        stdout.flush()?;
    }
    Ok(Ending::Done)
}

fn reply(service: &AnswerService, template: &Question, asked: Asked) -> String {
    let id = asked.id.clone();
    let question =
        Question { id: asked.id, text: asked.text, context: asked.context, ..template.clone() };
    match service.answer(&question) {
        Ok(answer) => render::json(&answer, service.locales().get(answer.language)),
        Err(error) => failed(id.as_deref(), &error.to_string()),
    }
}

fn failed(id: Option<&str>, error: &str) -> String {
    let [id, error] = [serde_json::json!(id), serde_json::json!(error)];
    format!(r#"{{"id":{id},"error":{error}}}"#)
}
