//! Where output goes, and how wide and colourful it is.

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anstream::adapter::strip_bytes;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::Failure;
use super::args::PagerArgs;
use crate::error::{Error, ErrorKind};
use crate::render::{Layout, percent_encode};
use crate::service::Progress;

/// Answers are not set wider than this.
const WIDEST: usize = 80;

/// Returns how an answer is set on the terminal on standard output; none where that is no terminal.
pub(super) fn layout(seeds: &Path) -> Option<Layout> {
    let width = terminal_width()?.min(WIDEST);
    let links = follows_links().then(|| fs_err::canonicalize(seeds).ok()).flatten();
    let address = |folder: PathBuf| {
        format!("file://{}", percent_encode(&folder.to_string_lossy().replace('\\', "/")))
    };
    Some(Layout { width, links: links.map(address) })
}

/// Tells whether the terminal is one that is known to follow links (OSC 8).
#[expect(
    clippy::disallowed_methods,
    reason = "terminals tell what they can in variables of their own, which are no settings of this program"
)]
fn follows_links() -> bool {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let known = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"];
    let vte = variable("VTE_VERSION").parse::<u32>().unwrap_or_default();
    let of_their_own = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "FORCE_HYPERLINK"];
    variable("TERM") != "dumb"
        && (known.contains(&variable("TERM_PROGRAM").as_str())
            || vte >= 5000
            || of_their_own.iter().any(|name| !matches!(variable(name).as_str(), "" | "0")))
}

/// Writes text to standard output: through the pager where that is a terminal and the text is longer than it.
pub(super) fn show(text: &[u8], pager: &PagerArgs) -> io::Result<()> {
    let is_long = terminal_height().is_some_and(|height| {
        let n_lines = text.iter().filter(|byte| **byte == b'\n').count();
        n_lines >= height
    });
    if is_long && !pager.no_pager && page(text, &pager.pager)? {
        return Ok(());
    }
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(text)?;
    stdout.flush()
}

/// Has a program show text page by page; tells whether it could be started.
fn page(text: &[u8], command: &str) -> io::Result<bool> {
    let mut words = command.split_whitespace();
    let Some(program) = words.next() else { return Ok(false) };
    let mut process = Command::new(program);
    process.args(words).stdin(Stdio::piped());
    // Colours as they are, no clearing of the screen; what a person set for themselves stays.
    if program == "less" {
        process.args(["-R", "-X", "-F"]);
    }
    let Ok(mut pager) = process.spawn() else { return Ok(false) };
    if let Some(mut pipe) = pager.stdin.take() {
        let is_plain = AutoStream::choice(&io::stdout()) == ColorChoice::Never;
        let stripped = is_plain.then(|| strip_bytes(text).into_vec());
        // Whoever leaves the pager early has seen enough.
        let _ = pipe.write_all(stripped.as_deref().unwrap_or(text));
    }
    pager.wait()?;
    Ok(true)
}

fn terminal_height() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    terminal_size::terminal_size().map(|(_, height)| usize::from(height.0))
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
pub(super) struct Meter<'a> {
    /// What it says of the work, of which mostly there is none.
    message: Box<dyn Fn() -> String + Sync + 'a>,
    bar: OnceLock<ProgressBar>,
}

impl<'a> Meter<'a> {
    pub(super) fn new(message: impl Fn() -> String + Sync + 'a) -> Self {
        Self { message: Box::new(message), bar: OnceLock::new() }
    }

    fn bar(&self, total: u64) -> &ProgressBar {
        self.bar.get_or_init(|| {
            // `stderr` is hidden by itself where it is not a terminal.
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.set_message((self.message)());
            bar
        })
    }
}

impl Progress for Meter<'_> {
    fn report(&self, done: u64, total: u64) {
        let bar = self.bar(total);
        bar.set_length(total);
        bar.set_position(done);
        if done >= total {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Meter<'_> {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
