//! Notices shards that show no sign of life.
//!
//! serenity waits for ever when the gateway accepts a connection and then says nothing, or never answers the upgrade.
//! A shard that lives gets an acknowledgement at every heartbeat, and with it a new latency; one whose connection is
//! dropped more often than that resumes, and goes through its stages. One that does neither for longer than the limit is
//! started anew; when that does not help either, the process should end, so that a supervisor starts it afresh.
//!
//! Before that, a shard whose acknowledgement is overdue is made to resume: left alone, serenity identifies anew at the
//! next heartbeat, and what Discord sent in between is lost. It resumes only when the gateway closes the connection, so
//! the bot asks for that. A connection that is dead below hears no answer; it is identified anew as before.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{
    ConnectionStage, Context, EventHandler, ShardId, ShardManager, ShardRunnerMessage,
    ShardStageUpdateEvent,
};
use tokio::time::{Instant, sleep};

use crate::metrics::Metrics;

/// serenity sends a heartbeat up to half a second late; and the answer takes its way.
const LATE: Duration = Duration::from_millis(650);
/// Closes a connection whose session goes on, unlike 1000 and 1001.
const SESSION_GOES_ON: u16 = 4000;
/// How often a shard is started anew before the process is given up.
const RESTARTS: u32 = 2;
/// A shard that is not there at all is being started by serenity, again and again while the network is away.
const MISSING_LIMITS: u32 = 12;

/// Counts how often each shard went from one stage to the next: serenity's own figures show a resume only while it lasts.
#[derive(Clone, Debug, Default)]
pub struct Stages {
    counts: Arc<Mutex<HashMap<ShardId, u64>>>,
}

impl Stages {
    fn count(&self, shard: ShardId) -> u64 {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&shard).copied().unwrap_or_default()
    }
}

#[serenity::async_trait]
impl EventHandler for Stages {
    async fn shard_stage_update(&self, _: Context, event: ShardStageUpdateEvent) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(event.shard_id).or_default() += 1;
    }
}

/// What is seen of a shard.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sign {
    /// Of the last heartbeat on this connection.
    latency: Option<Duration>,
    stage: ConnectionStage,
    n_stages: u64,
}

/// What to do about a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Alive,
    Resume,
    Restart,
    Dead,
}

/// What is known of one shard.
#[derive(Debug)]
struct Watched {
    sign: Option<Sign>,
    since: Instant,
    /// The longest time from one acknowledgement to the next; serenity does not tell how often Discord wants heartbeats.
    beat: Option<Duration>,
    is_resuming: bool,
    n_restarts: u32,
}

impl Watched {
    fn new(now: Instant) -> Self {
        Self { sign: None, since: now, beat: None, is_resuming: false, n_restarts: 0 }
    }

    /// Whether it seems to be connected: serenity goes on saying so where a connection ends and is not resumed, so one
    /// whose heartbeat is overdue is not believed.
    fn is_connected(&self, now: Instant, limit: Duration) -> bool {
        let stage = self.sign.map(|sign| sign.stage);
        stage == Some(ConnectionStage::Connected) && now - self.since < self.overdue(limit)
    }

    /// Takes the shard's latest sign; none where serenity has no such shard at the moment.
    fn see(&mut self, sign: Option<Sign>, now: Instant, limit: Duration) -> Verdict {
        let changed = self.sign != sign;
        if let (Some(old), Some(new)) = (self.sign, sign)
            && new.latency.is_some()
            && new.latency != old.latency
        {
            self.n_restarts = 0;
            if new.n_stages == old.n_stages {
                self.beat = self.beat.max(Some(now - self.since));
            }
        }
        if changed {
            self.sign = sign;
            self.since = now;
            self.is_resuming = false;
            return Verdict::Alive;
        }
        let silent = now - self.since;
        match sign {
            None if silent > limit * MISSING_LIMITS => Verdict::Dead,
            Some(_) if silent > limit && self.n_restarts >= RESTARTS => Verdict::Dead,
            Some(_) if silent > limit => {
                self.n_restarts += 1;
                self.since = now;
                Verdict::Restart
            }
            Some(Sign { stage: ConnectionStage::Connected, .. })
                if silent > self.overdue(limit) && !self.is_resuming =>
            {
                self.is_resuming = true;
                // If it was too early, it is so once only.
                self.beat = Some(limit);
                Verdict::Resume
            }
            _ => Verdict::Alive,
        }
    }

    /// After how long an acknowledgement is overdue: later than a heartbeat, sooner than serenity gives up after two.
    fn overdue(&self, limit: Duration) -> Duration {
        // The limit is two and a half heartbeats.
        let whole = limit * 2 / 5;
        // One that Discord asks for in between makes the time look shorter than it is.
        let beat = self.beat.map_or(whole, |beat| beat.clamp(whole / 2, whole));
        beat + LATE.max(beat / 4)
    }
}

/// Watches shards until one is beyond help; returns which.
///
/// What is seen is given to the metrics too.
pub async fn watch(
    manager: &ShardManager,
    stages: &Stages,
    shards: Vec<ShardId>,
    limit: Duration,
    metrics: &Metrics,
) -> ShardId {
    let mut watched: HashMap<ShardId, Watched> = HashMap::new();
    let step = (limit / 50).clamp(Duration::from_millis(100), Duration::from_secs(1));
    loop {
        metrics.alive();
        sleep(step).await;
        for shard in &shards {
            let sign = manager.runners.lock().await.get(shard).map(|run| Sign {
                latency: run.latency,
                stage: run.stage,
                n_stages: stages.count(*shard),
            });
            let now = Instant::now();
            let state = watched.entry(*shard).or_insert_with(|| Watched::new(now));
            let verdict = state.see(sign, now, limit);
            metrics.shard(
                shard.0,
                state.is_connected(now, limit),
                sign.and_then(|sign| sign.latency),
            );
            match verdict {
                Verdict::Alive => {}
                Verdict::Resume => {
                    tracing::warn!(shard = shard.0, "no acknowledgement, resuming the session");
                    let close = ShardRunnerMessage::Close(SESSION_GOES_ON, None);
                    if let Some(run) = manager.runners.lock().await.get(shard) {
                        run.runner_tx.send_to_shard(close);
                    }
                }
                Verdict::Restart => {
                    tracing::warn!(shard = shard.0, "no sign of life, starting the shard anew");
                    metrics.shard_restarted();
                    manager.restart(*shard).await;
                }
                Verdict::Dead => return *shard,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[expect(clippy::unnecessary_wraps, reason = "what is seen of a shard is a sign or none")]
    fn sign(milliseconds: u64) -> Option<Sign> {
        let latency = Some(Duration::from_millis(milliseconds));
        Some(Sign { latency, stage: ConnectionStage::Connected, n_stages: 3 })
    }

    #[expect(clippy::unnecessary_wraps, reason = "what is seen of a shard is a sign or none")]
    fn without_beat(stage: ConnectionStage, n_stages: u64) -> Option<Sign> {
        Some(Sign { latency: None, stage, n_stages })
    }

    #[test]
    fn a_silent_shard_is_restarted_twice_and_then_given_up() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 5);
        assert_eq!(see(sign(20), 0), Verdict::Alive);
        assert_eq!(see(sign(21), 4), Verdict::Alive);
        assert_eq!(see(sign(21), 8), Verdict::Resume);
        assert_eq!(see(sign(21), 10), Verdict::Restart);
        assert_eq!(see(sign(21), 12), Verdict::Alive);
        assert_eq!(see(sign(21), 16), Verdict::Restart);
        assert_eq!(see(sign(21), 22), Verdict::Dead);
    }

    #[test]
    fn an_overdue_acknowledgement_is_asked_for_once() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 100);
        let connected = without_beat(ConnectionStage::Connected, 3);
        assert_eq!(see(connected, 0), Verdict::Alive);
        assert_eq!(see(connected, 39), Verdict::Alive);
        assert_eq!(see(sign(20), 40), Verdict::Alive);
        assert_eq!(see(sign(20), 89), Verdict::Alive);
        assert_eq!(see(sign(20), 91), Verdict::Resume);
        assert_eq!(see(sign(20), 95), Verdict::Alive);
        let resumed = without_beat(ConnectionStage::Connected, 5);
        assert_eq!(see(resumed, 97), Verdict::Alive);
        assert_eq!(see(resumed, 148), Verdict::Resume);
        assert_eq!(see(resumed, 198), Verdict::Restart);
    }

    #[test]
    fn a_shorter_heartbeat_is_learnt_until_it_was_wrong() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 100);
        see(without_beat(ConnectionStage::Connected, 3), 0);
        assert_eq!(see(sign(20), 30), Verdict::Alive);
        assert_eq!(see(sign(20), 67), Verdict::Alive);
        assert_eq!(see(sign(20), 68), Verdict::Resume);
        see(without_beat(ConnectionStage::Connected, 3), 69);
        assert_eq!(see(sign(21), 70), Verdict::Alive);
        assert_eq!(see(sign(21), 119), Verdict::Alive);
        assert_eq!(see(sign(21), 121), Verdict::Resume);
    }

    #[test]
    fn a_connection_that_drops_before_every_heartbeat_lives() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        for resumes in 0..100 {
            let sign = without_beat(ConnectionStage::Connected, 2 * u64::from(resumes));
            assert_eq!(shard.see(sign, start + SECOND * 9 * resumes, SECOND * 100), Verdict::Alive);
        }
    }

    #[test]
    fn a_heartbeat_makes_up_for_a_restart() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 5);
        see(sign(20), 0);
        assert_eq!(see(sign(20), 6), Verdict::Restart);
        assert_eq!(see(None, 7), Verdict::Alive);
        assert_eq!(see(without_beat(ConnectionStage::Handshake, 1), 9), Verdict::Alive);
        assert_eq!(see(sign(25), 10), Verdict::Alive);
        assert_eq!(see(sign(25), 16), Verdict::Restart);
        assert_eq!(see(sign(25), 22), Verdict::Restart);
    }

    #[test]
    fn a_shard_whose_heartbeat_is_overdue_is_not_believed() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        assert!(!shard.is_connected(start, SECOND * 100));
        shard.see(sign(20), start, SECOND * 100);
        assert!(shard.is_connected(start + SECOND * 49, SECOND * 100));
        assert!(!shard.is_connected(start + SECOND * 51, SECOND * 100));
        shard.see(without_beat(ConnectionStage::Handshake, 4), start + SECOND * 3, SECOND * 100);
        assert!(!shard.is_connected(start + SECOND * 3, SECOND * 100));
    }

    #[test]
    fn an_absent_shard_is_waited_for_longer() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 5);
        assert_eq!(see(None, 30), Verdict::Alive);
        assert_eq!(see(None, 61), Verdict::Dead);
    }
}
