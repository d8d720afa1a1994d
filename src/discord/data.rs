//! The documents, for those who look after them: what is loaded, what is odd, what a change would bring about.
//!
//! The commands and the buttons both come here; whoever uses them has been found to be a moderator. Everything is done
//! by the service, which also writes down who did it; reports are those of the command line.

pub mod changes;
pub mod export;
mod file;
pub mod past;
pub mod reading;
pub mod status;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use poise::serenity_prelude::Http;
use tokio::time::{sleep, timeout};

use super::card::{clean, escape};
use super::desk::Desk;
use super::failure::Failure;
use super::limits::{self, Embed};
use super::reply::{self, Reply};
use crate::error::Error;
use crate::service::{AnswerService, Progress};

/// As much of a report as a card shows; the rest is in a file.
const SHEET: usize = 3_500;
/// As much of an error as is shown.
const ERROR: usize = 1_500;

/// Where the answer to a long piece of work will stand.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// How Discord is reached.
    pub http: &'a Http,
    /// The token of the interaction.
    pub token: &'a str,
}

/// How far a build is: done, and of how many.
#[derive(Clone, Default)]
struct Meter(Arc<(AtomicU64, AtomicU64)>);

impl Progress for Meter {
    fn report(&self, done: u64, total: u64) {
        // Threads report out of order.
        self.0.0.fetch_max(done, Ordering::Relaxed);
        self.0.1.store(total, Ordering::Relaxed);
    }
}

impl Meter {
    fn percent(&self) -> Option<u64> {
        (self.0.0.load(Ordering::Relaxed) * 100).checked_div(self.0.1.load(Ordering::Relaxed))
    }
}

impl Desk<'_> {
    /// Has the service do what may take long, and shows how far it is.
    async fn work<T: Send + 'static>(
        &self,
        place: Place<'_>,
        work: impl FnOnce(&AnswerService, &dyn Progress) -> Result<T, Error> + Send + 'static,
    ) -> Result<Result<T, Error>, Failure> {
        let pause = self.bot.settings.progress;
        let meter = Meter::default();
        let told = meter.clone();
        let working = self.bot.with_service(move |service| work(service, &told));
        tokio::pin!(working);
        loop {
            tokio::select! {
                done = &mut working => return done,
                () = sleep(pause) => {
                    let Some(percent) = meter.percent() else { continue };
                    let reply = Reply::whisper(self.voice.say("data-working", &[("percent", percent.into())]));
                    // Not worth waiting for: the answer itself comes in its place.
                    let _ = timeout(pause, reply::later(place.http, place.token, &reply)).await;
                }
            }
        }
    }

    /// Says why nothing was done; moderators are told everything.
    fn refused(&self, error: &Error) -> Reply {
        if let Some(holder) = error.holder() {
            let somebody = || self.voice.plain("data-somebody");
            let who = if holder.is_empty() { somebody() } else { escape(holder) };
            return Reply::whisper(self.voice.say("data-busy", &[("who", who.into())]));
        }
        tracing::info!(%error, "the data stays as it is");
        let report = limits::fit(error.report().trim(), ERROR);
        Reply::whisper(format!("{}\n{}", self.voice.plain("data-kept"), fenced(&report)))
    }

    /// Shows a report as it is laid out; where it does not fit, all of it is in a file.
    fn sheet(&self, title: &str, text: &str, file: &str) -> Reply {
        let rows: Vec<String> = text.lines().map(str::to_owned).collect();
        let shown =
            limits::fit_rows(&rows, SHEET, |n| self.voice.say("more-rows", &[("n", n.into())]));
        let mut reply = Reply::embed(Embed {
            title: self.voice.plain(title),
            description: fenced(&shown),
            ..Embed::default()
        });
        if limits::units(text) > SHEET {
            reply.file = Some(whole(text, file));
        }
        reply.ephemeral = true;
        reply
    }
}

/// Makes a file of a report.
fn whole(text: &str, file: &str) -> (String, Vec<u8>) {
    let end = text.floor_char_boundary(limits::FILE);
    (file.to_owned(), text.bytes().take(end).collect())
}

/// Sets a text as code: nothing in it is markup, and its columns stay.
fn fenced(text: &str) -> String {
    format!("```\n{}\n```", clean(text).replace("```", "'''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_goes_forward_only() {
        let meter = Meter::default();
        assert_eq!(meter.percent(), None);
        meter.report(50, 200);
        meter.report(20, 200);
        assert_eq!(meter.percent(), Some(25));
    }

    #[test]
    fn a_report_cannot_end_its_frame() {
        assert_eq!(fenced("a ``` @everyone"), "```\na ''' @everyone\n```");
    }
}
