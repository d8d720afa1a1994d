//! The one thread that touches the disk, and the queue to it.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{
    Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError, sync_channel,
};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::StoreError;
use super::sqlite::Database;
use crate::clock;
use crate::settings::StoreSettings;

/// As much as may wait to be written.
pub const QUEUE: usize = 1024;
/// How long somebody waits for what they asked of the store: less than Discord gives for a first answer.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(5);
const DAY: Duration = Duration::from_hours(24);

type Work = Box<dyn FnOnce(&mut Database) + Send>;

enum Job {
    Do(Work),
    Close,
}

/// What was lost since the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Not written since the queue was full.
    pub dropped: u64,
    /// Not written since the disk refused it.
    pub failed: u64,
}

#[derive(Default)]
struct Counts {
    dropped: AtomicU64,
    failed: AtomicU64,
    waiting: AtomicUsize,
}

/// The thread and its queue.
pub struct Worker {
    queue: SyncSender<Job>,
    counts: Arc<Counts>,
    /// Why there is no thread.
    trouble: Option<String>,
    /// Hangs up when the thread has ended.
    ended: Mutex<Option<Receiver<()>>>,
}

impl Worker {
    /// Starts the thread.
    pub fn start(database: Database, settings: &StoreSettings) -> Self {
        let (queue, jobs) = sync_channel(QUEUE);
        let (alive, ended) = sync_channel(0);
        let counts = Arc::new(Counts::default());
        let (settings, counted) = (settings.clone(), counts.clone());
        let started = thread::Builder::new().name("store".to_owned()).spawn(move || {
            run(database, &jobs, &settings, &counted);
            drop(alive);
        });
        let trouble = started.err().map(|error| format!("its thread cannot be started: {error}"));
        Self { queue, counts, trouble, ended: Mutex::new(Some(ended)) }
    }

    /// Stands for a thread that is not there.
    pub fn absent(reason: &str) -> Self {
        let (queue, _) = sync_channel(0);
        let trouble = Some(reason.to_owned());
        Self { queue, counts: Arc::default(), trouble, ended: Mutex::new(None) }
    }

    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    pub fn losses(&self) -> Losses {
        Losses {
            dropped: self.counts.dropped.load(Ordering::Relaxed),
            failed: self.counts.failed.load(Ordering::Relaxed),
        }
    }

    /// As much as waits for the thread.
    pub fn n_waiting(&self) -> usize {
        self.counts.waiting.load(Ordering::Relaxed)
    }

    /// Whether the thread has ended without being told to.
    pub fn has_died(&self) -> bool {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        ended.as_ref().is_some_and(|ended| ended.try_recv() == Err(TryRecvError::Disconnected))
    }

    /// Has something written, some time; returns whether it is in the queue.
    pub fn write(
        &self,
        work: impl FnOnce(&mut Database) -> rusqlite::Result<()> + Send + 'static,
    ) -> bool {
        if self.trouble.is_some() {
            return false;
        }
        let counts = self.counts.clone();
        let job = Job::Do(Box::new(move |database| {
            if let Err(error) = work(database) {
                let n = counts.failed.fetch_add(1, Ordering::Relaxed) + 1;
                tell(n, || tracing::error!(%error, n, "the store did not write; answers go on"));
            }
        }));
        let Err(refused) = self.put(job) else { return true };
        let n = self.counts.dropped.fetch_add(1, Ordering::Relaxed) + 1;
        let why = match refused {
            TrySendError::Full(_) => "its disk is too slow and its queue full",
            TrySendError::Disconnected(_) => "it is closed",
        };
        tell(n, || tracing::error!(n, why, "the store did not take what was to be kept"));
        false
    }

    /// Has something done after all that was queued before, and waits for what comes of it.
    pub fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Database) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        if let Some(reason) = &self.trouble {
            return Err(StoreError::Unusable(reason.clone()));
        }
        let deadline = Instant::now() + PATIENCE;
        let (answer, answered) = sync_channel(1);
        let job = Job::Do(Box::new(move |database| {
            // Whoever asked may have lost patience.
            let _ = answer.send(work(database));
        }));
        if !self.send(job, deadline) {
            return Err(StoreError::Slow);
        }
        match answered.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(done) => done.map_err(|error| StoreError::Failed(error.to_string())),
            Err(RecvTimeoutError::Timeout) => Err(StoreError::Slow),
            Err(RecvTimeoutError::Disconnected) => {
                Err(StoreError::Unusable("it is closed".to_owned()))
            }
        }
    }

    /// Lets the thread do what is queued and end.
    pub fn close(&self, patience: Duration) {
        let deadline = Instant::now() + patience;
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(ended) = ended else { return };
        let left = || deadline.saturating_duration_since(Instant::now());
        let is_told = self.send(Job::Close, deadline);
        if !is_told || ended.recv_timeout(left()) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("stopping before the store has written everything");
        }
    }

    fn put(&self, job: Job) -> Result<(), TrySendError<Job>> {
        // Counted before it is there: the thread may take it at once.
        self.counts.waiting.fetch_add(1, Ordering::Relaxed);
        let put = self.queue.try_send(job);
        if put.is_err() {
            self.counts.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        put
    }

    fn send(&self, mut job: Job, deadline: Instant) -> bool {
        loop {
            match self.put(job) {
                Ok(()) => return true,
                Err(TrySendError::Disconnected(_)) => return false,
                Err(TrySendError::Full(_)) if Instant::now() >= deadline => return false,
                Err(TrySendError::Full(back)) => job = back,
            }
            thread::sleep(PAUSE);
        }
    }
}

/// Speaks of the first loss and then ever more seldom, so that a full disk is not filled by the log.
fn tell(n: u64, say: impl FnOnce()) {
    if n.is_power_of_two() {
        say();
    }
}

fn run(mut database: Database, jobs: &Receiver<Job>, settings: &StoreSettings, counts: &Counts) {
    let mut next_purge = Instant::now();
    loop {
        let now = Instant::now();
        if now >= next_purge {
            purge(&mut database, settings, counts);
            next_purge = now + DAY;
        }
        let job = jobs.recv_timeout(next_purge.saturating_duration_since(now));
        if job.is_ok() {
            counts.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        match job {
            Ok(Job::Do(work)) => work(&mut database),
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Job::Close) | Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    if let Err(error) = database.empty_log() {
        tracing::warn!(%error, "the store's log of changes is left beside it; the next start takes it in");
    }
}

fn purge(database: &mut Database, settings: &StoreSettings, counts: &Counts) {
    let today = clock::today();
    match database.purge(before(today, settings.retention_days), before(today, settings.audit_days))
    {
        Ok(0) => {}
        Ok(n) => tracing::info!(n, "deleted what was kept long enough"),
        Err(error) => {
            counts.failed.fetch_add(1, Ordering::Relaxed);
            tracing::error!(%error, "what was kept long enough was not deleted");
        }
    }
}

/// Returns the day so many days before another.
pub(super) fn before(today: Date, days: u32) -> Date {
    today.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN)
}
