//! Here is the index folder, give me a memory: what was asked, what people said and set, what moderators did.
//!
//! One thread owns the one connection to `madoguchi.sqlite`, and everything reaches it through one bounded queue.
//! What an answer leaves behind is put into the queue and never waited for; where the queue is full it is dropped and
//! counted. What an answer needs is held in memory. So no answer ever waits for a disk.
//!
//! Nobody is named: a person is a hash under the installation's own key. The words of a sensitive question are left out
//! here, before they reach the queue. Moderators alone stand in the audit trail with their ids, since they answer for
//! what they do.
//!
//! A file that cannot be used is told in the log, and the program goes on without remembering.
//! All SQL is in `sqlite`; another database would take its place there.

mod backup;
mod in_use;
mod key;
mod memory;
mod record;
mod sqlite;
#[cfg(test)]
mod tests;
mod worker;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::today;
use crate::settings::StoreSettings;
use crate::text::truncate;

pub use backup::{
    BackedUp, Condition, Restored, StoreFileError, backup, examine, is_open_to_others, restore,
};
pub use record::{
    About, Asked, AuditEntry, ChannelSettings, Feedback, KeptOfPerson, Note, Person, Question,
    ReportState, Said, Stats, Surface, Verdict, is_sensitive,
};
pub use worker::{Losses, QUEUE};

use in_use::InUse;
use key::PersonKey;
use memory::Memory;
use record::reason_name;
use sqlite::{Database, OpenError};
use worker::Worker;

/// The file in the index folder.
pub const FILE: &str = "madoguchi.sqlite";

/// The command line's audit trail in the index folder, which a backup holds too.
pub const AUDIT_FILE: &str = "audit.jsonl";

/// As much of a question as is kept.
const QUESTION_CHARS: usize = 500;

/// Why the store did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It could not be opened when the program started.
    #[error("the store cannot be used: {0}")]
    Unusable(String),
    /// It did not answer in time.
    #[error("the store is busy")]
    Slow,
    /// It failed.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// The store. Cheap to clone; the file is closed with the last of its clones, or by [`Store::close`].
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    key: PersonKey,
    memory: Memory,
    worker: Worker,
    /// Keeps a restore away.
    _in_use: Option<InUse>,
}

impl Store {
    /// Opens the store of an index folder. Where that fails, the log says why and nothing is remembered.
    pub fn open(folder: &Path, settings: &StoreSettings) -> Self {
        let path = folder.join(FILE);
        match Self::open_files(folder, settings) {
            Ok(inner) => Self(Arc::new(inner)),
            Err(error) => {
                tracing::error!(
                    "{}: {error}; going on without remembering questions, feedback and settings. \
                     Mend or move the file and start again",
                    path.display()
                );
                Self::forgetful(&error.to_string())
            }
        }
    }

    fn open_files(folder: &Path, settings: &StoreSettings) -> Result<Inner, OpenError> {
        let in_use = in_use::share(folder)?;
        let key = PersonKey::open(folder)?;
        let database = Database::open(&folder.join(FILE))?;
        let memory = Memory::load(&database)?;
        let worker = Worker::start(database, settings);
        Ok(Inner { key, memory, worker, _in_use: Some(in_use) })
    }

    /// Makes a store that keeps settings until the process ends, and nothing else.
    fn forgetful(reason: &str) -> Self {
        // Without a source of chance there is nothing to keep from anyone either.
        let key = PersonKey::random().unwrap_or(PersonKey::ZERO);
        let memory = Memory::default();
        Self(Arc::new(Inner { key, memory, worker: Worker::absent(reason), _in_use: None }))
    }

    /// Writes down what is queued and closes the file; what is not done after `patience` is left.
    pub fn close(&self, patience: Duration) {
        self.0.worker.close(patience);
    }

    /// Why nothing is remembered, where that is so.
    pub fn trouble(&self) -> Option<&str> {
        self.0.worker.trouble()
    }

    /// What was lost since the start.
    pub fn losses(&self) -> Losses {
        self.0.worker.losses()
    }

    /// As much as waits to be written, of [`QUEUE`].
    pub fn n_waiting(&self) -> usize {
        self.0.worker.n_waiting()
    }

    /// Whether it has stopped remembering without being told to.
    pub fn has_died(&self) -> bool {
        self.0.worker.has_died()
    }

    /// Keeps a question that was answered. Never waits.
    pub fn asked(&self, asked: &Asked<'_>) {
        let answer = asked.answer;
        let is_open = !is_sensitive(answer);
        let first = answer.answers.first().map(|found| &found.measure);
        let question = Question {
            id: 0,
            day: today().to_string(),
            guild: asked.guild.cast_signed(),
            surface: asked.surface,
            language: answer.language,
            ward: answer.reading.municipality.clone(),
            text: is_open.then(|| truncate(&answer.question, QUESTION_CHARS)),
            outcome: answer.outcome,
            reason: answer.reason.as_ref().map(|reason| reason_name(reason).to_owned()),
            measure: first.filter(|_| is_open).map(|measure| measure.id.0.clone()),
            missing: answer.missing.clone(),
            latency_us: i64::try_from(asked.latency.as_micros()).unwrap_or(i64::MAX),
        };
        let person = is_open.then(|| self.0.key.hash(asked.user));
        self.0.worker.write(move |database| database.add_question(person.as_deref(), &question));
    }

    /// Keeps what a person said of an answer. Never waits.
    pub fn said(&self, said: Said) {
        let person = self.0.key.hash(said.user);
        let guild = said.guild.cast_signed();
        let feedback = Feedback {
            id: 0,
            day: today().to_string(),
            verdict: said.verdict,
            measure: said.measure,
            question: said.question,
            comment: said.comment,
            state: ReportState::Open,
        };
        self.0.worker.write(move |database| database.add_feedback(&person, guild, &feedback));
    }

    /// Keeps what a moderator did: `who` is their id on Discord or the name of another surface, `what` the command,
    /// `detail` what it changed. Never waits; where it is lost, the log has it.
    pub fn audit(&self, who: &str, what: &str, detail: &str) {
        let entry = AuditEntry {
            at: jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            who: who.to_owned(),
            what: what.to_owned(),
            detail: detail.to_owned(),
        };
        let lost = entry.clone();
        if !self.0.worker.write(move |database| database.add_audit(&entry)) {
            tracing::error!(
                who = lost.who,
                what = lost.what,
                detail = lost.detail,
                "not in the audit trail"
            );
        }
    }

    /// Returns what a person set. Does not wait.
    pub fn person(&self, user: u64) -> Person {
        self.0.memory.people.of(&self.0.key.hash(user))
    }

    /// Changes what a person set. Never waits for the disk.
    pub fn change_person(&self, user: u64, change: impl FnOnce(&mut Person)) {
        let who = self.0.key.hash(user);
        let (person, forgotten) = self.0.memory.people.change(&who, change);
        self.0.worker.write(move |database| {
            database.set_person(&who, &person)?;
            forgotten.map_or(Ok(()), |who| database.set_person(&who, &Person::default()))
        });
    }

    /// Returns everything that is kept of a person.
    pub fn kept_of(&self, user: u64) -> Result<KeptOfPerson, StoreError> {
        let who = self.0.key.hash(user);
        self.0.worker.ask(move |database| database.kept_of(&who))
    }

    /// Deletes everything that is kept of a person, for good; returns whether there was anything.
    pub fn forget(&self, user: u64) -> Result<bool, StoreError> {
        let who = self.0.key.hash(user);
        let in_file = who.clone();
        let deleted = self.0.worker.ask(move |database| database.forget(&in_file));
        // Whatever became of the file, nothing is used any more.
        let had_settings = self.0.memory.people.forget(&who);
        Ok(deleted? > 0 || had_settings)
    }

    /// Returns the newest questions whose words are kept, newest first.
    pub fn recent_questions(&self, limit: usize) -> Result<Vec<Question>, StoreError> {
        self.0.worker.ask(move |database| database.recent_questions(limit))
    }

    /// Returns the newest questions of all kinds, newest first.
    pub fn questions(&self, limit: usize) -> Result<Vec<Question>, StoreError> {
        self.0.worker.ask(move |database| database.questions(limit))
    }

    /// Returns the newest questions of the last days that the documents do not answer, newest first.
    pub fn unanswered(&self, days: u32, limit: usize) -> Result<Vec<Question>, StoreError> {
        let since = worker::before(today(), days.saturating_sub(1)).to_string();
        self.0.worker.ask(move |database| database.unanswered(&since, limit))
    }

    /// Returns the newest words on answers, newest first.
    pub fn feedback(&self, limit: usize) -> Result<Vec<Feedback>, StoreError> {
        self.0.worker.ask(move |database| database.feedback(limit))
    }

    /// Returns the reports that wait for the moderators, those that wait longest first.
    pub fn reports(&self, limit: usize) -> Result<Vec<Feedback>, StoreError> {
        self.0.worker.ask(move |database| database.reports(limit))
    }

    /// Returns one report.
    pub fn report(&self, id: i64) -> Result<Option<Feedback>, StoreError> {
        self.0.worker.ask(move |database| database.report(id))
    }

    /// Says that a report was dealt with; returns whether it waited.
    pub fn resolve(&self, id: i64) -> Result<bool, StoreError> {
        self.0.worker.ask(move |database| database.resolve(id))
    }

    /// Returns all moderators' words. Does not wait.
    pub fn notes(&self) -> Arc<[Note]> {
        self.0.memory.notes()
    }

    /// Adds moderators' words, dated today; returns their number.
    pub fn add_note(&self, about: About, text: &str) -> Result<i64, StoreError> {
        let note = Note { id: 0, day: today().to_string(), about, text: text.to_owned() };
        let kept = note.clone();
        let id = self
            .0
            .worker
            .ask(move |database| database.add_note(&kept.day, &kept.about, &kept.text))?;
        self.0.memory.add_note(Note { id, ..note });
        Ok(id)
    }

    /// Removes moderators' words; returns whether there were any.
    pub fn remove_note(&self, id: i64) -> Result<bool, StoreError> {
        let was_there = self.0.worker.ask(move |database| database.remove_note(id))?;
        self.0.memory.remove_note(id);
        Ok(was_there)
    }

    /// Returns how the bot behaves in a channel. Does not wait.
    pub fn channel(&self, channel: u64) -> ChannelSettings {
        self.0.memory.channel(channel)
    }

    /// Whether every message is answered in any channel. Does not wait.
    pub fn any_channel_answers_all(&self) -> bool {
        self.0.memory.any_channel_answers_all()
    }

    /// Sets how the bot behaves in a channel.
    pub fn set_channel(&self, channel: u64, settings: ChannelSettings) -> Result<(), StoreError> {
        let kept = settings.clone();
        self.0.worker.ask(move |database| database.set_channel(channel, &kept))?;
        self.0.memory.set_channel(channel, settings);
        Ok(())
    }

    /// Counts what there was in the last days.
    pub fn stats(&self, days: u32) -> Result<Stats, StoreError> {
        let since = worker::before(today(), days.saturating_sub(1)).to_string();
        self.0.worker.ask(move |database| database.stats(&since))
    }

    /// Returns the newest entries of the audit trail, newest first.
    pub fn trail(&self, limit: usize) -> Result<Vec<AuditEntry>, StoreError> {
        self.0.worker.ask(move |database| database.audit(limit))
    }
}
