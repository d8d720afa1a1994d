//! What answers need of the store, held in memory.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::record::Person;
use super::sqlite::Database;

/// As many people as are remembered; beyond, the one who set something longest ago is forgotten.
const KEPT: usize = 50_000;

/// Everyone who set something, by hash.
#[derive(Debug, Default)]
pub struct People {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    people: HashMap<String, (u64, Person)>,
    n_changes: u64,
}

impl People {
    /// Reads everyone.
    pub fn load(database: &Database) -> rusqlite::Result<Self> {
        let mut known = Known::default();
        for (who, person) in database.people(KEPT)?.into_iter().rev() {
            known.n_changes += 1;
            known.people.insert(who, (known.n_changes, person));
        }
        Ok(Self { known: Mutex::new(known) })
    }

    /// Returns what a person set.
    pub fn of(&self, who: &str) -> Person {
        self.lock().people.get(who).map(|(_, person)| person.clone()).unwrap_or_default()
    }

    /// Changes what a person set; returns it, and who was forgotten for it.
    pub fn change(&self, who: &str, change: impl FnOnce(&mut Person)) -> (Person, Option<String>) {
        let mut known = self.lock();
        let mut forgotten = None;
        if known.people.len() >= KEPT && !known.people.contains_key(who) {
            let oldest = known.people.iter().min_by_key(|(_, (at, _))| *at);
            forgotten = oldest.map(|(who, _)| who.clone());
            forgotten.as_ref().and_then(|who| known.people.remove(who));
        }
        known.n_changes += 1;
        let n_changes = known.n_changes;
        let (at, person) = known.people.entry(who.to_owned()).or_default();
        *at = n_changes;
        change(person);
        person.forget_old_channels();
        (person.clone(), forgotten)
    }

    /// Forgets a person; returns whether there was something to forget.
    pub fn forget(&self, who: &str) -> bool {
        self.lock().people.remove(who).is_some()
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
