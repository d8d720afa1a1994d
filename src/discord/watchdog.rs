//! Notices shards that show no sign of life.
//!
//! serenity waits for ever when the gateway accepts a connection and then says nothing, or never answers the upgrade.
//! A shard that lives gets an acknowledgement at every heartbeat, and with it a new latency. One whose latency and stage
//! stay the same for longer than the limit is started anew; when that does not help either, the process should end, so
//! that a supervisor starts it afresh.

use std::collections::HashMap;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{ConnectionStage, ShardId, ShardManager};
use tokio::time::{Instant, sleep};

use crate::metrics::Metrics;

/// How often a shard is started anew before the process is given up.
const RESTARTS: u32 = 2;
/// A shard that is not there at all is being started by serenity, again and again while the network is away.
const MISSING_LIMITS: u32 = 12;

/// One and a half heartbeats.
const OVERDUE: Duration = Duration::from_secs(62);

type Sign = (Option<Duration>, ConnectionStage);

/// What to do about a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Alive,
    Restart,
    Dead,
}

/// What is known of one shard.
#[derive(Debug)]
struct Watched {
    sign: Option<Sign>,
    since: Instant,
    n_restarts: u32,
}

impl Watched {
    fn new(now: Instant) -> Self {
        Self { sign: None, since: now, n_restarts: 0 }
    }

    /// Whether it seems to be connected: serenity goes on saying so where a connection ends and is not resumed, so one
    /// whose heartbeat is overdue is not believed.
    fn is_connected(&self, now: Instant, limit: Duration) -> bool {
        let stage = self.sign.map(|(_, stage)| stage);
        stage == Some(ConnectionStage::Connected) && now - self.since < limit.min(OVERDUE)
    }

    /// Takes the shard's latest sign; none where serenity has no such shard at the moment.
    fn see(&mut self, sign: Option<Sign>, now: Instant, limit: Duration) -> Verdict {
        let changed = self.sign != sign;
        let is_new_latency = match (self.sign, sign) {
            (Some((old, _)), Some((new, _))) => new.is_some() && new != old,
            _ => false,
        };
        if is_new_latency {
            self.n_restarts = 0;
        }
        if changed {
            self.sign = sign;
            self.since = now;
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
            _ => Verdict::Alive,
        }
    }
}

/// Watches shards until one is beyond help; returns which.
///
/// What is seen is given to the metrics too.
pub async fn watch(
    manager: &ShardManager,
    shards: Vec<ShardId>,
    limit: Duration,
    metrics: &Metrics,
) -> ShardId {
    let mut watched: HashMap<ShardId, Watched> = HashMap::new();
    let step = (limit / 10).clamp(Duration::from_millis(100), Duration::from_secs(1));
    loop {
        metrics.alive();
        sleep(step).await;
        for shard in &shards {
            let sign = manager.runners.lock().await.get(shard).map(|run| (run.latency, run.stage));
            let now = Instant::now();
            let state = watched.entry(*shard).or_insert_with(|| Watched::new(now));
            let verdict = state.see(sign, now, limit);
            metrics.shard(
                shard.0,
                state.is_connected(now, limit),
                sign.and_then(|(latency, _)| latency),
            );
            match verdict {
                Verdict::Alive => {}
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
        Some((Some(Duration::from_millis(milliseconds)), ConnectionStage::Connected))
    }

    #[test]
    fn a_silent_shard_is_restarted_twice_and_then_given_up() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 5);
        assert_eq!(see(sign(20), 0), Verdict::Alive);
        assert_eq!(see(sign(21), 4), Verdict::Alive);
        assert_eq!(see(sign(21), 8), Verdict::Alive);
        assert_eq!(see(sign(21), 10), Verdict::Restart);
        assert_eq!(see(sign(21), 12), Verdict::Alive);
        assert_eq!(see(sign(21), 16), Verdict::Restart);
        assert_eq!(see(sign(21), 22), Verdict::Dead);
    }

    #[test]
    fn a_heartbeat_makes_up_for_a_restart() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        let mut see = |sign, at| shard.see(sign, start + SECOND * at, SECOND * 5);
        see(sign(20), 0);
        assert_eq!(see(sign(20), 6), Verdict::Restart);
        assert_eq!(see(None, 7), Verdict::Alive);
        assert_eq!(see(Some((None, ConnectionStage::Handshake)), 9), Verdict::Alive);
        assert_eq!(see(sign(25), 10), Verdict::Alive);
        assert_eq!(see(sign(25), 16), Verdict::Restart);
        assert_eq!(see(sign(25), 22), Verdict::Restart);
    }

    #[test]
    fn a_shard_whose_heartbeat_is_overdue_is_not_believed() {
        let start = Instant::now();
        let mut shard = Watched::new(start);
        assert!(!shard.is_connected(start, SECOND * 5));
        shard.see(sign(20), start, SECOND * 5);
        assert!(shard.is_connected(start + SECOND * 4, SECOND * 5));
        assert!(!shard.is_connected(start + SECOND * 5, SECOND * 5));
        assert!(shard.is_connected(start + SECOND * 60, SECOND * 100));
        assert!(!shard.is_connected(start + SECOND * 62, SECOND * 100));
        shard.see(Some((None, ConnectionStage::Handshake)), start + SECOND * 3, SECOND * 5);
        assert!(!shard.is_connected(start + SECOND * 3, SECOND * 5));
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
