//! What answers need of the store, held in memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::record::{ChannelSettings, Note, Person};
use super::sqlite::Database;

/// As many people as are remembered; beyond, the one who set something longest ago is forgotten.
const KEPT: usize = 50_000;

/// What is held in memory.
#[derive(Debug, Default)]
pub struct Memory {
    /// What people set.
    pub people: People,
    channels: Mutex<HashMap<u64, ChannelSettings>>,
    notes: Mutex<Arc<[Note]>>,
}

impl Memory {
    /// Reads it.
    pub fn load(database: &Database) -> rusqlite::Result<Self> {
        Ok(Self {
            people: People::load(database)?,
            channels: Mutex::new(database.channels()?.into_iter().collect()),
            notes: Mutex::new(database.notes()?.into()),
        })
    }

    pub fn channel(&self, channel: u64) -> ChannelSettings {
        lock(&self.channels).get(&channel).cloned().unwrap_or_default()
    }

    pub fn any_channel_answers_all(&self) -> bool {
        lock(&self.channels).values().any(|settings| settings.every)
    }

    pub fn set_channel(&self, channel: u64, settings: ChannelSettings) {
        lock(&self.channels).insert(channel, settings);
    }

    pub fn notes(&self) -> Arc<[Note]> {
        lock(&self.notes).clone()
    }

    pub fn add_note(&self, note: Note) {
        let mut notes = lock(&self.notes);
        *notes = notes.iter().cloned().chain([note]).collect();
    }

    pub fn remove_note(&self, id: i64) {
        let mut notes = lock(&self.notes);
        *notes = notes.iter().filter(|note| note.id != id).cloned().collect();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

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
        lock(&self.known).people.get(who).map(|(_, person)| person.clone()).unwrap_or_default()
    }

    /// Changes what a person set; returns it, and who was forgotten for it.
    pub fn change(&self, who: &str, change: impl FnOnce(&mut Person)) -> (Person, Option<String>) {
        let mut known = lock(&self.known);
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
        lock(&self.known).people.remove(who).is_some()
    }
}
