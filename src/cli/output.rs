//! Where output goes, and how wide and colourful it is.

use std::io::{self, IsTerminal as _, Write};
use std::sync::OnceLock;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::Failure;
use crate::error::{Error, ErrorKind};
use crate::service::Progress;

/// Answers are not set wider than this.
const WIDEST: usize = 80;

/// Returns how wide an answer is set; none where standard output is no terminal.
pub(super) fn answer_width() -> Option<usize> {
    terminal_width().map(|width| width.min(WIDEST))
}

/// Returns the width of the terminal on standard output; none where that is no terminal.
pub(super) fn terminal_width() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    Some(terminal_size::terminal_size().map_or(WIDEST, |(width, _)| usize::from(width.0)))
}

/// Colours the labels of an error report.
pub(super) fn painted(report: &str) -> String {
    let mut painted = String::new();
    for line in report.lines() {
        let style = match line.split(": ").next() {
            Some("error") => AnsiColor::Red.on_default().bold(),
            Some("caused by") => Style::new().bold(),
            Some("hint") => AnsiColor::Cyan.on_default().bold(),
            _ => Style::new(),
        };
        match line.split_once(": ") {
            Some((label, rest)) => painted.push_str(&format!("{style}{label}:{style:#} {rest}\n")),
            None => painted.push_str(&format!("{line}\n")),
        }
    }
    painted
}

/// Writes a value as one line of JSON.
pub(super) fn json<T: Serialize>(out: &mut impl Write, value: &T) -> Result<(), Failure> {
    let line = serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorKind::Internal, "cannot write JSON").because(error))?;
    Ok(writeln!(out, "{line}")?)
}

/// A progress bar on standard error; silent where that is no terminal.
pub(super) struct Meter {
    message: String,
    bar: OnceLock<ProgressBar>,
}

impl Meter {
    pub(super) fn new(message: &str) -> Self {
        Self { message: message.to_owned(), bar: OnceLock::new() }
    }

    fn bar(&self, total: u64) -> &ProgressBar {
        self.bar.get_or_init(|| {
            // `stderr` is hidden by itself where it is not a terminal.
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.set_message(self.message.clone());
            bar
        })
    }
}

impl Progress for Meter {
    fn report(&self, done: u64, total: u64) {
        let bar = self.bar(total);
        bar.set_length(total);
        bar.set_position(done);
        if done >= total {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
