//! What people think of the answers: a line in the log, and a list until the process ends.

use std::collections::VecDeque;
use std::sync::Mutex;

use serde::Serialize;

use super::custom_id::MeasureRef;

/// As many as the list keeps; the oldest go first.
const KEPT: usize = 500;

/// What a person said of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It helped.
    Helpful,
    /// It did not.
    NotHelpful,
    /// Something in it is wrong.
    Mistake,
}

/// One person's word on one answer.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Who said it.
    pub user: u64,
    /// What they said.
    pub verdict: Verdict,
    /// The measure that was shown.
    pub measure: Option<String>,
    /// The question, unless it is a sensitive one.
    pub question: Option<String>,
    /// Their own words.
    pub comment: String,
}

/// The list.
#[derive(Debug, Default)]
pub struct Feedback {
    entries: Mutex<VecDeque<Entry>>,
}

impl Feedback {
    /// Adds an entry. The log gets no person and no text, which may hold anything.
    pub fn add(&self, entry: Entry) {
        tracing::info!(
            verdict = ?entry.verdict,
            measure = entry.measure.as_deref().unwrap_or("none"),
            comment_chars = entry.comment.chars().count(),
            "feedback"
        );
        let mut entries = self.lock();
        if entries.len() >= KEPT {
            entries.pop_front();
        }
        entries.push_back(entry);
    }

    /// Returns the newest entries, newest first.
    pub fn newest(&self, limit: usize) -> Vec<Entry> {
        self.lock().iter().rev().take(limit).cloned().collect()
    }

    /// Returns how many of each verdict there are.
    pub fn counts(&self) -> [(Verdict, usize); 3] {
        let entries = self.lock();
        [Verdict::Helpful, Verdict::NotHelpful, Verdict::Mistake].map(|verdict| {
            (verdict, entries.iter().filter(|entry| entry.verdict == verdict).count())
        })
    }

    /// Returns what a person said.
    pub fn of(&self, user: u64) -> Vec<Entry> {
        self.lock().iter().filter(|entry| entry.user == user).cloned().collect()
    }

    /// Removes what a person said; returns how much it was.
    pub fn forget(&self, user: u64) -> usize {
        let mut entries = self.lock();
        let before = entries.len();
        entries.retain(|entry| entry.user != user);
        before - entries.len()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<Entry>> {
        self.entries.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Writes a measure's name for an entry.
pub fn measure_name(measure: Option<&MeasureRef>) -> Option<String> {
    measure.map(|measure| measure.id().map_or_else(|| measure.to_string(), |id| id.0))
}
