//! Stopping: what the process is told, and the answers in flight that are waited for.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Notify;

/// Counts the answers in flight.
#[derive(Clone, Debug, Default)]
pub struct InFlight {
    inner: Arc<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    n_running: AtomicUsize,
    ended: Notify,
}

/// Stands for one answer in flight, until it is dropped.
#[derive(Debug)]
pub struct Flight {
    inner: Arc<Inner>,
}

impl InFlight {
    /// Counts one more.
    pub fn begin(&self) -> Flight {
        self.inner.n_running.fetch_add(1, Ordering::SeqCst);
        Flight { inner: self.inner.clone() }
    }

    /// Waits until none is left, but no longer than `patience`; returns how many are left.
    pub async fn drained(&self, patience: Duration) -> usize {
        let all_ended = async {
            loop {
                let ended = self.inner.ended.notified();
                if self.inner.n_running.load(Ordering::SeqCst) == 0 {
                    return;
                }
                ended.await;
            }
        };
        let _ = tokio::time::timeout(patience, all_ended).await;
        self.inner.n_running.load(Ordering::SeqCst)
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.inner.n_running.fetch_sub(1, Ordering::SeqCst);
        self.inner.ended.notify_waiters();
    }
}

/// Waits until the process is told to stop: SIGTERM, or Ctrl-C.
pub async fn told_to_stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            _ = terminate.recv() => Ok(()),
            stop = tokio::signal::ctrl_c() => stop,
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn flights_are_waited_for_but_not_for_ever() {
        let flights = InFlight::default();
        let flight = flights.begin();
        assert_eq!(flights.drained(Duration::from_millis(10)).await, 1);
        let other = flights.clone();
        let waiting = tokio::spawn(async move { other.drained(Duration::from_secs(5)).await });
        drop(flight);
        assert_eq!(waiting.await.unwrap(), 0);
    }
}
