//! `madoguchi ask`: one question, or a stream of them.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use fs_err as fs;
use serde::Deserialize;

use super::args::{AskArgs, Folders, MannerArgs, PagerArgs, ScopeArgs};
use super::{Ending, Failure, open, output};
use crate::answer::{Answer, Outcome};
use crate::error::{Error, ErrorKind};
use crate::furigana::Level;
use crate::locale::Locale;
use crate::question::{Language, Question};
use crate::render::{self, Layout, Reply};
use crate::search::Feature;
use crate::service::AnswerService;

pub(super) fn run(args: &AskArgs, folders: Folders, pager: &PagerArgs) -> Result<Ending, Failure> {
    let lines = args.batch.as_deref().map(batch_lines).transpose()?;
    let seeds = folders.seeds.clone();
    let service = open(folders)?;
    let template = question(&args.scope, args.limit, &service)?;
    if let Some(lines) = lines {
        return batch(&service, &template, lines);
    }
    let asked = Question { text: args.question.join(" "), ..template };
    let answer = service.answer(&asked)?;
    let mut text = if args.json {
        let locale = service.locales().get(answer.language);
        format!("{}\n", render::json(&answer, locale, &service.furigana()))
    } else if args.html {
        page(&service, &answer, &args.manner)
    } else {
        let layout = output::layout(&seeds).filter(|_| !args.manner.plain);
        put(&service, &answer, &args.manner, layout.as_ref())
    };
    if args.explain {
        let locale = service.locales().get(answer.language);
        text.push_str(&format!("\n{}\n", explain(&asked, &service, locale)?));
    }
    output::show(text.as_bytes(), pager)?;
    // The process ends here: taking the thesaurus apart, word by word, would take as long as the answer.
    std::mem::forget(service);
    Ok(match answer.outcome {
        Outcome::Answered | Outcome::Choose | Outcome::Suggested => Ending::Done,
        Outcome::NotFound => Ending::NotFound,
    })
}

/// Puts an answer into words for people: set for a terminal, or as text.
pub(super) fn put(
    service: &AnswerService,
    answer: &Answer,
    manner: &MannerArgs,
    layout: Option<&Layout>,
) -> String {
    let mut reply = compose(service, answer, manner);
    if let Some(level) = level(answer, manner) {
        reply = reply.with_readings(&service.furigana(), level, answer.language);
    }
    match layout {
        Some(layout) => render::terminal(&reply, layout),
        None if manner.plain => format!("{}\n", render::plain(&reply)),
        None => format!("{}\n", reply.text()),
    }
}

fn page(service: &AnswerService, answer: &Answer, manner: &MannerArgs) -> String {
    let reply = compose(service, answer, manner);
    render::html(&reply, answer.language, level(answer, manner), &service.furigana())
}

fn compose(service: &AnswerService, answer: &Answer, manner: &MannerArgs) -> Reply {
    let written = service.locales().get(answer.language);
    let locale = if manner.plain { written.spoken() } else { written.clone() };
    let furigana = service.furigana();
    let mut reply = render::reply(answer, &locale, &furigana);
    if manner.glossary {
        reply.explain(&service.glossary(), &locale, &furigana);
    }
    reply
}

/// Tells which kanji get readings: what was asked for; else all in easy Japanese, and the hard ones for the ear.
fn level(answer: &Answer, manner: &MannerArgs) -> Option<Level> {
    match (manner.furigana, answer.language) {
        (Some(grade), _) => Some(Level::above(grade)),
        (None, Language::EasyJapanese) => Some(Level::ALL),
        (None, Language::Japanese) if manner.plain => Some(Level::above(Level::LAST)),
        _ => None,
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
            ("title", render::title_of(&measure).into()),
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
        Ok(answer) => {
            let locale = service.locales().get(answer.language);
            render::json(&answer, locale, &service.furigana())
        }
        Err(error) => failed(id.as_deref(), &error.to_string()),
    }
}

fn failed(id: Option<&str>, error: &str) -> String {
    let [id, error] = [serde_json::json!(id), serde_json::json!(error)];
    format!(r#"{{"id":{id},"error":{error}}}"#)
}
