//! Prints the Discord message that a question is answered with, as JSON: `cargo run --example card -- 質問`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use madoguchi::discord::preview;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

fn main() -> ExitCode {
    let question = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    let paths = Paths { config: "config".into(), seeds: "seeds".into(), index: "index".into() };
    let message = Settings::load(&paths.config)
        .map_err(madoguchi::error::Error::from)
        .and_then(|settings| AnswerService::open(paths, settings, &Silent))
        .and_then(|service| preview(&service, &question));
    let written = match message {
        Ok(message) => writeln!(io::stdout(), "{message}"),
        Err(error) => {
            let _ = write!(io::stderr(), "{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
