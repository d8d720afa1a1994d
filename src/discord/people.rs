//! What is remembered of a person: only what they set themselves, and which ward they chose in a channel.
//!
//! Kept in memory until the process ends; `/privacy` says so.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use serde::Serialize;

use crate::question::Language;
use crate::render::Look;

/// As many people as are remembered; beyond, the one set longest ago is forgotten.
const KEPT: usize = 50_000;
/// As many channels as one person's choices are remembered for.
const CHANNELS: usize = 50;

/// One person's own settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The ward that questions are about where they name none.
    pub ward: Option<String>,
    /// The language to be answered in; none for the question's own.
    pub language: Option<Language>,
    /// How answers look; none for what suits the language.
    pub look: Option<Look>,
    /// The ward chosen by button, by channel.
    pub chosen: BTreeMap<u64, String>,
}

impl Person {
    /// Returns the ward for a question in a channel: the one chosen there, else the person's own.
    pub fn ward_in(&self, channel: u64) -> Option<String> {
        self.chosen.get(&channel).or(self.ward.as_ref()).cloned()
    }
}

/// Everyone who set something.
#[derive(Debug, Default)]
pub struct People {
    known: Mutex<HashMap<u64, (u64, Person)>>,
}

impl People {
    /// Returns what is remembered of a person.
    pub fn of(&self, user: u64) -> Person {
        self.lock().get(&user).map(|(_, person)| person.clone()).unwrap_or_default()
    }

    /// Changes what is remembered of a person.
    pub fn change(&self, user: u64, change: impl FnOnce(&mut Person)) {
        let mut known = self.lock();
        let newest = known.values().map(|(at, _)| *at).max().unwrap_or_default();
        if known.len() >= KEPT && !known.contains_key(&user) {
            let oldest = known.iter().min_by_key(|(_, (at, _))| *at).map(|(user, _)| *user);
            oldest.and_then(|user| known.remove(&user));
        }
        let (at, person) = known.entry(user).or_default();
        *at = newest + 1;
        change(person);
        while person.chosen.len() > CHANNELS {
            person.chosen.pop_first();
        }
    }

    /// Forgets a person; returns whether there was something to forget.
    pub fn forget(&self, user: u64) -> bool {
        self.lock().remove(&user).is_some()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, (u64, Person)>> {
        self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_in_a_channel_comes_before_the_own_ward() {
        let people = People::default();
        people.change(1, |person| person.ward = Some("大阪市港区".to_owned()));
        people.change(1, |person| {
            person.chosen.insert(7, "東京都港区".to_owned());
        });
        assert_eq!(people.of(1).ward_in(7).as_deref(), Some("東京都港区"));
        assert_eq!(people.of(1).ward_in(8).as_deref(), Some("大阪市港区"));
        assert_eq!(people.of(2), Person::default());
        assert!(people.forget(1));
        assert!(!people.forget(1));
        assert_eq!(people.of(1), Person::default());
    }
}
