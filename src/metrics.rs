//! Here is a bot at work, give me its figures: counters, and whether it lives and can answer.
//!
//! What happens is counted where it happens; what is, is looked up when somebody asks. Nobody's words or ids are in it,
//! and the labels of a series come from fixed lists, so that their number does not grow.
//! Served by [`monitor`](crate::monitor); `docs/operating.md` lists the series.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use fs_err as fs;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::answer::Outcome;
use crate::error::Error;
use crate::index::FORMAT_VERSION;
use crate::service::{AnswerService, Audit, AuditEntry, Deed};
use crate::store::{QUEUE, Store};

/// A label and its value.
type Label = (&'static str, &'static str);
type Shard = [(&'static str, u32); 1];
/// A gauge with decimals; its bits lie in the integer.
type Decimal = Gauge<f64, std::sync::atomic::AtomicU64>;

/// Upper bounds of answering in seconds: most take well under a millisecond.
const LATENCIES: [f64; 12] =
    [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];
/// The loop that keeps the bot connected shows itself more often, even while Discord is away or the bot says goodbye.
const LONGEST_SILENCE: Duration = Duration::from_mins(1);
/// Those of [`Outcome`], and a question that could not be answered at all.
const OUTCOMES: [&str; 5] = ["answered", "choose", "suggested", "not_found", "error"];
const DEEDS: [Deed; 7] = [
    Deed::Reload,
    Deed::Rollback,
    Deed::Add,
    Deed::Replace,
    Deed::Remove,
    Deed::Apply,
    Deed::Cancel,
];

/// Why the store did not keep something: its queue was full, its disk refused it.
const LOSSES: [&str; 2] = ["dropped", "failed"];

/// The figures of one bot.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    questions: Family<[Label; 1], Counter>,
    latency: Histogram,
    deeds: Family<[Label; 2], Counter>,
    gateway: Gateway,
    data: Data,
    store: Kept,
    memory: Gauge,
    watched: OnceLock<Watched>,
    life: Mutex<Life>,
}

/// What the gateway connection looks like.
#[derive(Debug, Default)]
struct Gateway {
    connected: Family<Shard, Gauge>,
    latency: Family<Shard, Decimal>,
    restarts: Counter,
}

/// What is loaded.
#[derive(Debug, Default)]
struct Data {
    age: Decimal,
    documents: Gauge,
    measures: Gauge,
}

/// How the store does.
#[derive(Debug, Default)]
struct Kept {
    usable: Gauge,
    waiting: Gauge,
    room: Gauge,
    lost: Family<[Label; 1], Counter>,
}

/// What is looked up when somebody asks.
struct Watched {
    service: Arc<AnswerService>,
    store: Store,
}

/// What was seen of the loop that keeps the bot connected.
#[derive(Debug, Default)]
struct Life {
    /// When it last showed itself; none before it began.
    seen: Option<Instant>,
    /// Which shards are connected.
    shards: BTreeMap<u32, bool>,
}

impl std::fmt::Debug for Watched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watched")
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// Begins counting.
    pub fn new() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("madoguchi"),
            questions: Family::default(),
            latency: Histogram::new(LATENCIES),
            deeds: Family::default(),
            gateway: Gateway::default(),
            data: Data::default(),
            store: Kept::default(),
            memory: Gauge::default(),
            watched: OnceLock::new(),
            life: Mutex::default(),
        };
        metrics.register();
        // What has not happened yet is 0 and not absent: otherwise its first rise would not be seen.
        for outcome in OUTCOMES {
            let _ = metrics.questions.get_or_create(&[("outcome", outcome)]);
        }
        for deed in DEEDS {
            for result in ["done", "failed"] {
                let labels = [("operation", deed.name()), ("result", result)];
                let _ = metrics.deeds.get_or_create(&labels);
            }
        }
        for why in LOSSES {
            let _ = metrics.store.lost.get_or_create(&[("why", why)]);
        }
        metrics
    }

    fn register(&mut self) {
        let version = [
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("index_format", FORMAT_VERSION.to_string()),
        ];
        let (data, store, gateway) = (&self.data, &self.store, &self.gateway);
        let registry = &mut self.registry;
        registry.register("build", "The program", Info::new(version));
        registry.register("questions", "Questions by what came of them", self.questions.clone());
        registry.register_with_unit(
            "answer_duration",
            "How long answering took, Discord not included",
            Unit::Seconds,
            self.latency.clone(),
        );
        registry.register(
            "data_operations",
            "What was done to the data, reloads among it",
            self.deeds.clone(),
        );
        registry.register_with_unit(
            "generation_age",
            "How long ago the data that answers was built",
            Unit::Seconds,
            data.age.clone(),
        );
        registry.register("documents", "Documents that answer", data.documents.clone());
        registry.register("measures", "Entries of all kinds that answer", data.measures.clone());
        registry.register(
            "gateway_connected",
            "Whether a shard is connected to Discord",
            gateway.connected.clone(),
        );
        registry.register_with_unit(
            "gateway_latency",
            "How long Discord took to acknowledge the last heartbeat of a shard",
            Unit::Seconds,
            gateway.latency.clone(),
        );
        registry.register(
            "gateway_restarts",
            "Shards started anew since they showed no sign of life",
            gateway.restarts.clone(),
        );
        registry.register("store_usable", "Whether the store remembers", store.usable.clone());
        registry.register(
            "store_queue_length",
            "What waits to be written into the store",
            store.waiting.clone(),
        );
        registry.register(
            "store_queue_capacity",
            "As much as may wait to be written into the store",
            store.room.clone(),
        );
        registry.register(
            "store_lost",
            "What the store did not keep: dropped since its queue was full, failed on the disk",
            store.lost.clone(),
        );
        registry.register_with_unit(
            "resident_memory",
            "Memory that the process has in use",
            Unit::Bytes,
            self.memory.clone(),
        );
    }

    /// Says what answers and what remembers, once both are there.
    pub fn watch(&self, service: Arc<AnswerService>, store: Store) {
        // A second bot in one process would be a mistake; the first is told of.
        let _ = self.watched.set(Watched { service, store });
    }

    /// Returns a trail that is counted too.
    pub fn counted<A: Audit>(&self, trail: A) -> Counted<A> {
        Counted { trail, deeds: self.deeds.clone() }
    }

    /// Counts a question: what came of it, none where it could not be answered, and how long that took.
    pub fn asked(&self, outcome: Option<Outcome>, latency: Duration) {
        let name = match outcome {
            Some(Outcome::Answered) => "answered",
            Some(Outcome::Choose) => "choose",
            Some(Outcome::Suggested) => "suggested",
            Some(Outcome::NotFound) => "not_found",
            None => "error",
        };
        self.questions.get_or_create(&[("outcome", name)]).inc();
        self.latency.observe(latency.as_secs_f64());
    }

    /// Takes a sign of life of the loop that keeps the bot connected.
    pub fn alive(&self) {
        self.life().seen = Some(Instant::now());
    }

    /// Takes the state of a shard; `latency` is that of its last heartbeat.
    pub fn shard(&self, shard: u32, connected: bool, latency: Option<Duration>) {
        let label = [("shard", shard)];
        self.gateway.connected.get_or_create(&label).set(i64::from(connected));
        if let Some(latency) = latency {
            self.gateway.latency.get_or_create(&label).set(latency.as_secs_f64());
        }
        self.life().shards.insert(shard, connected);
    }

    /// Takes that a shard was started anew.
    pub fn shard_restarted(&self) {
        self.gateway.restarts.inc();
    }

    /// Takes that no shard runs any more.
    pub fn disconnected(&self) {
        let mut life = self.life();
        for (shard, connected) in &mut life.shards {
            *connected = false;
            self.gateway.connected.get_or_create(&[("shard", *shard)]).set(0);
        }
    }

    /// Returns what hinders the process from working at all, so that it should be started anew; nothing where it lives.
    pub fn ailments(&self) -> Vec<String> {
        let mut ailments = Vec::new();
        let silent = self.life().seen.map(|seen| seen.elapsed()).unwrap_or_default();
        if silent > LONGEST_SILENCE {
            ailments.push(format!("gateway: no sign of life for {} s", silent.as_secs()));
        }
        if self.watched.get().is_some_and(|watched| watched.store.has_died()) {
            ailments.push("store: its thread has ended".to_owned());
        }
        ailments
    }

    /// Returns what hinders it from answering at this moment; nothing where it is ready.
    pub fn hindrances(&self) -> Vec<String> {
        let mut hindrances = self.ailments();
        if self.watched.get().is_none() {
            hindrances.push("data: not loaded yet".to_owned());
        }
        let life = self.life();
        if life.shards.is_empty() {
            hindrances.push("gateway: not connected yet".to_owned());
        }
        let off = life.shards.iter().filter(|(_, connected)| !**connected);
        hindrances.extend(off.map(|(shard, _)| format!("gateway: shard {shard} is not connected")));
        hindrances
    }

    /// Returns all figures in the text format of `OpenMetrics`, which Prometheus reads.
    pub fn text(&self) -> Result<String, std::fmt::Error> {
        if let Some(watched) = self.watched.get() {
            self.look_at(watched);
        }
        self.memory.set(resident_bytes().cast_signed());
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    fn look_at(&self, Watched { service, store }: &Watched) {
        let manifest = service.manifest();
        if let Ok(built) = manifest.built.parse::<jiff::Timestamp>() {
            let age = jiff::Timestamp::now().duration_since(built);
            self.data.age.set(age.as_secs_f64());
        }
        self.data.documents.set(manifest.n_documents.cast_signed());
        self.data.measures.set(manifest.n_records.cast_signed());
        self.store.usable.set(i64::from(store.trouble().is_none()));
        self.store.waiting.set(store.n_waiting() as i64);
        self.store.room.set(QUEUE as i64);
        let losses = store.losses();
        for (why, n) in LOSSES.into_iter().zip([losses.dropped, losses.failed]) {
            let counter = self.store.lost.get_or_create(&[("why", why)]);
            counter.inner().store(n, Ordering::Relaxed);
        }
    }

    fn life(&self) -> MutexGuard<'_, Life> {
        self.life.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Counts what is done to the data, beside having it written down.
pub struct Counted<A> {
    trail: A,
    // Not the metrics, which hold the service that holds this.
    deeds: Family<[Label; 2], Counter>,
}

impl<A: Audit> Audit for Counted<A> {
    fn record(&self, entry: &AuditEntry) -> Result<(), Error> {
        let result = if entry.error.is_some() { "failed" } else { "done" };
        let labels = [("operation", entry.what.name()), ("result", result)];
        self.deeds.get_or_create(&labels).inc();
        self.trail.record(entry)
    }
}

/// Returns the resident size of this process; 0 where the system does not tell.
fn resident_bytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches("kB").trim().parse().ok());
    kilobytes.map_or(0, |kilobytes: u64| kilobytes * 1024)
}
