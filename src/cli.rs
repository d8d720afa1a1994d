//! The command line: what was typed, what that means, and what is written where.
//!
//! Standard output is for data and answers, standard error for everything else.
//! [`args`](self) holds what was typed; each command resolves it, calls the service and writes what `render` returns.
//! Whoever closes the pipe early (`madoguchi measures | head`) has seen enough: that is success.

mod args;
mod ask;
mod backup;
mod chart;
mod chat;
mod check;
mod completions;
mod data;
mod doctor;
mod eval;
mod index;
mod man;
mod measures;
mod output;
mod pdf_text;
mod serve;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser as _;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use self::args::{Args, Command, Folders, LogFormat};
use self::output::Meter;
use crate::discord::may_be_logged;
use crate::error::{Error, ErrorKind};
use crate::locale::{Locale, Locales};
use crate::service::{AnswerService, Paths, Progress};
use crate::settings::Settings;

/// Who did something, where it was done on the command line.
const COMMAND_LINE: &str = "command line";

/// Why a command ended early.
enum Failure {
    /// Nobody reads the output any more.
    PipeClosed,
    /// It went wrong.
    Error(Box<Error>),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Error(Box::new(error))
    }
}

/// For writing to standard output only: other files' errors come as [`Error`].
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::PipeClosed;
        }
        let message = "cannot write to standard output";
        Failure::Error(Box::new(Error::new(ErrorKind::Internal, message).because(error)))
    }
}

/// How a command ended that did not go wrong.
enum Ending {
    /// It did what it should.
    Done,
    /// The documents hold no answer.
    NotFound,
    /// The documents have errors.
    BadData,
    /// The installation is not as it should be.
    Amiss(ErrorKind),
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Done => ExitCode::SUCCESS,
            Ending::NotFound => ExitCode::from(1),
            Ending::BadData => ExitCode::from(ErrorKind::Data.exit_code()),
            Ending::Amiss(kind) => ExitCode::from(kind.exit_code()),
        }
    }
}

/// Runs the program on what was typed.
pub fn run(typed: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(typed) {
        Ok(args) => args,
        Err(error) => {
            // Nothing is left to be done where not even the usage can be written.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    log_to_stderr(&args);
    match dispatch(args) {
        Ok(ending) => ending.into(),
        Err(Failure::PipeClosed) => ExitCode::SUCCESS,
        Err(Failure::Error(error)) => {
            let _ = write!(anstream::stderr(), "{}", output::painted(&error.report()));
            ExitCode::from(error.kind().exit_code())
        }
    }
}

fn dispatch(args: Args) -> Result<Ending, Failure> {
    let (folders, pager) = (args.folders, args.pager);
    match args.command {
        Command::Ask(args) => ask::run(&args, folders, &pager),
        Command::Measures(args) => measures::run(&args, folders, &pager),
        Command::Check(args) => check::run(&args, folders, &pager),
        Command::Index(args) => index::run(&args, folders),
        Command::Chart(args) => chart::run(&args, folders, &pager),
        Command::Data(args) => data::run(args, folders, &pager),
        Command::Chat(args) => chat::run(&args, folders),
        Command::Eval(args) => eval::run(&args, folders),
        Command::Serve => serve::run(folders),
        Command::Doctor(args) => doctor::run(&args, folders, &pager),
        Command::Backup(args) => backup::backup(&args, &folders),
        Command::Restore(args) => backup::restore(&args, &folders),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
        Command::PdfText => pdf_text::run(),
    }
}

/// Opens the service, building the index where that is needed, with a progress bar on a terminal.
fn open(folders: Folders) -> Result<AnswerService, Error> {
    let settings = Settings::load(&folders.config)?;
    open_with(folders, settings, AnswerService::open)
}

/// How the service is opened, of those ways that it has.
type Open = fn(Paths, Settings, &dyn Progress) -> Result<AnswerService, Error>;

fn open_with(folders: Folders, settings: Settings, open: Open) -> Result<AnswerService, Error> {
    let (config, language) = (folders.config.clone(), settings.language.default);
    // The service reads the sentences for itself: they are read here only if there is something to build.
    let meter = Meter::new(|| {
        let locales = Locales::load(&config).unwrap_or_else(|_| Locales::built_in());
        locales.take(language).say("index-building")
    });
    open(folders.into(), settings, &meter)
}

/// Returns the settings, and the sentences of reports and tables.
fn settle(folders: &Folders) -> Result<(Settings, Locale), Error> {
    let settings = Settings::load(&folders.config)?;
    let locale = Locales::load(&folders.config)?.take(settings.language.default);
    Ok((settings, locale))
}

fn log_to_stderr(args: &Args) {
    let usual = if matches!(args.command, Command::Serve) { "info" } else { "warn" };
    let wanted = EnvFilter::try_new(args.log.as_deref().unwrap_or(usual))
        .unwrap_or_else(|_| EnvFilter::new(usual));
    let allowed = filter_fn(|data| may_be_logged(data.target(), *data.level()));
    let filter = wanted.and(allowed);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(AutoStream::choice(&io::stderr()) != ColorChoice::Never)
        .with_writer(io::stderr);
    // A second start within one process, as in tests, keeps the first log.
    let _ = match args.log_format {
        LogFormat::Text => {
            tracing_subscriber::registry().with(lines.with_filter(filter)).try_init()
        }
        LogFormat::Json => {
            let lines = lines.json().flatten_event(true).with_filter(filter);
            tracing_subscriber::registry().with(lines).try_init()
        }
    };
}
