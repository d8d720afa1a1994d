//! Prints the Discord message that a question is answered with, as JSON:
//! `cargo run --example card -- [--lang=ko] [--look=plain] 質問`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use madoguchi::discord::preview;
use madoguchi::question::{Language, Question};
use madoguchi::render::Look;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

fn main() -> ExitCode {
    let mut question = Question::default();
    let mut look = None;
    let mut words = Vec::new();
    for arg in std::env::args().skip(1) {
        if let Some(tag) = arg.strip_prefix("--lang=") {
            question.language = Language::ALL.into_iter().find(|language| language.tag() == tag);
        } else if let Some(tag) = arg.strip_prefix("--look=") {
            look = Look::parse(tag);
        } else {
            words.push(arg);
        }
    }
    question.text = words.join(" ");
    let paths = Paths { config: "config".into(), seeds: "seeds".into(), index: "index".into() };
    let message = Settings::load(&paths.config)
        .map_err(madoguchi::error::Error::from)
        .and_then(|settings| AnswerService::open(paths, settings, &Silent))
        .and_then(|service| preview(&service, &question, look));
    let written = match message {
        Ok(message) => writeln!(io::stdout(), "{message}"),
        Err(error) => {
            let _ = write!(io::stderr(), "{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
