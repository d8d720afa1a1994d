//! `madoguchi doctor`: tells whether the bot's installation is well, and what to do where it is not.

use std::io::Write as _;

use anstyle::{AnsiColor, Style};

use super::args::{DoctorArgs, Folders, PagerArgs};
use super::{Ending, Failure, output};
use crate::discord::{self, ServeSettings};
use crate::doctor::{self, Finding, Local, State};
use crate::error::{Error, ErrorKind};
use crate::locale::{Locale, Locales};
use crate::service::Paths;
use crate::settings::Settings;

pub(super) fn run(
    args: &DoctorArgs,
    folders: Folders,
    pager: &PagerArgs,
) -> Result<Ending, Failure> {
    let paths = Paths::from(folders);
    let locale = locale(&paths);
    let Local { mut findings, settings, answers_all } = doctor::local(&paths, &locale);
    let bot = ServeSettings::from_environment(&settings.discord);
    findings.extend(if args.offline {
        discord::not_asked(bot, &locale)
    } else {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| {
            Error::new(ErrorKind::Internal, "cannot start the runtime").because(error)
        })?;
        runtime.block_on(discord::examine(bot, answers_all, &locale))
    });
    let mut out = Vec::new();
    for finding in &findings {
        if args.json {
            output::json(&mut out, finding)?;
            continue;
        }
        let (name, style) = (finding.state.name(&locale), style(finding.state));
        writeln!(out, "{style}{name}{style:#} {}", finding.line(&locale))?;
        if let Some(advice) = &finding.advice {
            writeln!(out, "    → {advice}")?;
        }
    }
    if !args.json {
        writeln!(out, "\n{}", doctor::summary(&findings, &locale))?;
    }
    output::show(&out, pager)?;
    Ok(ending(&findings))
}

/// Mistakes in the settings or sentences are findings, and are then told in the language of the defaults.
fn locale(paths: &Paths) -> Locale {
    let settings = Settings::load(&paths.config).unwrap_or_else(|_| Settings::defaults());
    let locales = Locales::load(&paths.config).unwrap_or_else(|_| Locales::built_in());
    locales.take(settings.language.default)
}

/// The first thing that must be done decides.
fn ending(findings: &[Finding]) -> Ending {
    let first = findings.iter().find(|finding| finding.state == State::Todo);
    first.map_or(Ending::Done, |finding| Ending::Amiss(finding.kind))
}

fn style(state: State) -> Style {
    match state {
        State::Ok => AnsiColor::Green.on_default(),
        State::Advice => AnsiColor::Yellow.on_default(),
        State::Todo => AnsiColor::Red.on_default().bold(),
        State::Unchecked => AnsiColor::Cyan.on_default(),
    }
}
