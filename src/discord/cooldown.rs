//! How often a person may ask: a few questions at once, then one every so often.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// A person in a guild; 0 for direct messages.
type Who = (u64, u64);

/// As many people as are kept; beyond, those who have nothing to wait for are forgotten.
const KEPT: usize = 10_000;

/// Remembers who asked when.
#[derive(Debug)]
pub struct Cooldown {
    burst: u32,
    every: Duration,
    /// The moment at which a person's allowance is whole again.
    whole_at: Mutex<HashMap<Who, Instant>>,
}

impl Cooldown {
    /// Allows `burst` questions at once and one more after each `every`.
    pub fn new(burst: u32, every: Duration) -> Self {
        Self { burst: burst.max(1), every, whole_at: Mutex::default() }
    }

    /// Counts a question; returns how long to wait where there are too many.
    pub fn ask(&self, who: Who, now: Instant) -> Result<(), Duration> {
        let mut whole_at = self.whole_at.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if whole_at.len() >= KEPT {
            whole_at.retain(|_, at| *at > now);
        }
        let from = whole_at.get(&who).copied().filter(|at| *at > now).unwrap_or(now);
        let debt = (from - now) + self.every;
        let most = self.every * self.burst;
        if debt > most {
            return Err(debt.saturating_sub(most));
        }
        whole_at.insert(who, from + self.every);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_allowed_and_then_one_at_a_time() {
        let second = Duration::from_secs(1);
        let cooldown = Cooldown::new(3, second * 2);
        let start = Instant::now();
        let ask = |who, at| cooldown.ask(who, start + second * at);
        assert_eq!([ask((1, 1), 0), ask((1, 1), 0), ask((1, 1), 0)], [Ok(()); 3]);
        assert_eq!(ask((1, 1), 0), Err(second * 2));
        assert_eq!(ask((1, 1), 1), Err(second));
        assert_eq!(ask((2, 1), 1), Ok(()), "somebody else");
        assert_eq!(ask((1, 2), 1), Ok(()), "another guild");
        assert_eq!(ask((1, 1), 2), Ok(()));
        assert_eq!(ask((1, 1), 2), Err(second * 2));
        assert_eq!([ask((1, 1), 60), ask((1, 1), 60), ask((1, 1), 60)], [Ok(()); 3]);
    }
}
