//! Takes in changed files while the bot runs: when it is told to with SIGHUP, and where the settings say so by looking
//! every few seconds. What fails is told in the log, and the old data answers.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use crate::error::Error;
use crate::service::{AnswerService, Reloaded, Silent, Watch};

/// Who it is, in the history and the audit trail.
const SIGNAL: &str = "SIGHUP";
const WATCH: &str = "watch";

/// What was seen of the folders, and what was told of them.
#[derive(Default)]
struct Looks {
    watch: Option<Watch>,
    told: String,
}

/// Looks after the data until it is dropped.
pub async fn look_after(service: &Arc<AnswerService>, mut hangups: Hangups) -> Infallible {
    let period = Duration::from_secs(service.settings().data.watch_seconds);
    let mut looks = Looks::default();
    if !period.is_zero() {
        looks = look(service, looks).await;
    }
    loop {
        tokio::select! {
            () = hangups.next() => reload(service).await,
            () = sleep(period), if !period.is_zero() => looks = look(service, looks).await,
        }
    }
}

async fn reload(service: &Arc<AnswerService>) {
    let service = service.clone();
    let reloading = tokio::task::spawn_blocking(move || service.reload(SIGNAL, &Silent));
    match reloading.await {
        Ok(Ok(reloaded)) => tell(&reloaded),
        Ok(Err(error)) => tracing::error!("not reloaded: {}", error.report().trim()),
        Err(panic) => tracing::error!(%panic, "not reloaded"),
    }
}

async fn look(service: &Arc<AnswerService>, mut looks: Looks) -> Looks {
    let service = service.clone();
    let looking = tokio::task::spawn_blocking(move || {
        let seen = look_once(&service, &mut looks.watch);
        let told = seen.as_ref().err().map(Error::report).unwrap_or_default();
        // A folder that stays unreadable is told once, and not at every look.
        if !told.is_empty() && told != looks.told {
            tracing::error!("not reloaded: {}", told.trim());
        }
        looks.told = told;
        if let Ok(Some(reloaded)) = seen {
            tell(&reloaded);
        }
        looks
    });
    looking.await.unwrap_or_else(|panic| {
        tracing::error!(%panic, "the folders were not looked at");
        Looks::default()
    })
}

fn look_once(
    service: &AnswerService,
    watch: &mut Option<Watch>,
) -> Result<Option<Reloaded>, Error> {
    if let Some(watch) = watch {
        return service.look(watch, WATCH, &Silent);
    }
    *watch = Some(Watch::new(service.paths())?);
    Ok(None)
}

fn tell(reloaded: &Reloaded) {
    tracing::info!(generation = reloaded.name, changed = reloaded.changed, "reloaded");
}

/// The SIGHUPs that the process gets: one is kept until it is looked for, and none ends the process any more.
#[derive(Debug)]
pub struct Hangups {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Hangups {
    /// Listens from now on; needs a runtime.
    #[cfg(unix)]
    pub fn listen() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let signal = signal(SignalKind::hangup());
        if let Err(error) = &signal {
            tracing::error!(%error, "cannot listen for SIGHUP");
        }
        Self { signal: signal.ok() }
    }

    /// There are none.
    #[cfg(not(unix))]
    pub fn listen() -> Self {
        Self {}
    }

    /// Waits for the next.
    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.signal
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}
