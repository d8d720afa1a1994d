//! What is kept, as plain data.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Outcome, Reason};
use crate::question::{Language, Slot};
use crate::render::Look;

/// Where a question came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// `/ask`.
    Ask,
    /// `/measure`, with words of one's own.
    Measure,
    /// `/contact`.
    Contact,
    /// The message command.
    AnswerThis,
    /// A message that mentions the bot, replies to it, or stands in a channel where all are answered.
    Message,
}

/// A question that was answered just now.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Who asked.
    pub user: u64,
    /// In which server; 0 for direct messages.
    pub guild: u64,
    /// How it came.
    pub surface: Surface,
    /// What it was answered with.
    pub answer: &'a Answer,
    /// How long answering took, Discord not included.
    pub latency: Duration,
}

/// A question as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its number.
    pub id: i64,
    /// The day in Japan, ISO 8601.
    pub day: String,
    /// The server; 0 for direct messages.
    pub guild: i64,
    /// How it came.
    pub surface: Surface,
    /// The language of the question.
    pub language: Language,
    /// The ward that was understood.
    pub ward: Option<String>,
    /// Its words; none for a sensitive question.
    pub text: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why it was not answered.
    pub reason: Option<String>,
    /// The measure that was shown first; none for a sensitive question.
    pub measure: Option<String>,
    /// What was asked for and not there.
    pub missing: Vec<Slot>,
    /// How long answering took, in microseconds.
    pub latency_us: i64,
}

/// Whether the words of a question are for nobody but the bot to see.
pub fn is_sensitive(answer: &Answer) -> bool {
    answer.sensitive || answer.reason == Some(Reason::Distress)
}

/// Names a reason in the store.
pub(super) fn reason_name(reason: &Reason) -> &'static str {
    match reason {
        Reason::OtherMunicipality(_) => "other_municipality",
        Reason::OtherYear(_) => "other_year",
        Reason::NothingNear => "nothing_near",
        Reason::NothingOf { .. } => "nothing_of",
        Reason::BlankSection(_) => "blank_section",
        Reason::NoChangesMarked => "no_changes_marked",
        Reason::NoAmounts => "no_amounts",
        Reason::NoAmountsOf(_) => "no_amounts_of",
        Reason::NoSuchAmounts => "no_such_amounts",
        Reason::TooManyAmounts => "too_many_amounts",
        Reason::NoContacts(_) => "no_contacts",
        Reason::NothingToCompare => "nothing_to_compare",
        Reason::Empty => "empty",
        Reason::Nonsense => "nonsense",
        Reason::Greeting => "greeting",
        Reason::Thanks => "thanks",
        Reason::Chatter => "chatter",
        Reason::Steering => "steering",
        Reason::Distress => "distress",
        Reason::TooLong => "too_long",
    }
}

/// What a person said of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It helped.
    Helpful,
    /// It did not.
    NotHelpful,
    /// Something in it is wrong.
    Mistake,
}

/// One person's word on one answer, said just now.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who said it.
    pub user: u64,
    /// In which server; 0 for direct messages.
    pub guild: u64,
    /// What they said.
    pub verdict: Verdict,
    /// The measure that was shown.
    pub measure: Option<String>,
    /// The question, as the card repeats it; a card never repeats a sensitive one.
    pub question: Option<String>,
    /// Their own words.
    pub comment: String,
}

/// One person's word on one answer, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// Its number.
    pub id: i64,
    /// The day in Japan, ISO 8601.
    pub day: String,
    /// What they said.
    pub verdict: Verdict,
    /// The measure that was shown.
    pub measure: Option<String>,
    /// The question.
    pub question: Option<String>,
    /// Their own words.
    pub comment: String,
    /// Whether it waits for the moderators.
    pub state: ReportState,
}

/// Whether a report waits for the moderators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// It waits.
    Open,
    /// They dealt with it.
    Resolved,
}

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

    pub(super) fn forget_old_channels(&mut self) {
        while self.chosen.len() > CHANNELS {
            self.chosen.pop_first();
        }
    }
}

/// Everything that is kept of a person.
#[derive(Clone, Debug, Serialize)]
pub struct KeptOfPerson {
    /// What they set.
    pub settings: Person,
    /// What they asked.
    pub questions: Vec<Question>,
    /// What they said of the answers.
    pub feedback: Vec<Feedback>,
}

/// How the bot behaves in a channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChannelSettings {
    /// The ward that questions are about where neither they nor the person name one.
    pub ward: Option<String>,
    /// The language to answer in; none for the question's own.
    pub language: Option<Language>,
    /// Whether only the asker sees an answer.
    pub private: bool,
    /// Whether messages are answered in a thread of their own.
    pub threads: bool,
    /// Whether every message is answered.
    pub every: bool,
}

/// What moderators' words are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// A measure, whatever it says.
    Measure {
        /// Its id.
        id: String,
    },
    /// A measure as long as it says what it said then.
    Correction {
        /// Its id.
        id: String,
        /// The digest of what it said.
        stamp: String,
    },
    /// A topic that is asked for.
    Topic {
        /// As the moderator wrote it.
        topic: String,
        /// Its terms, all of which a question must hold.
        terms: Vec<String>,
        /// The only ward that it holds for.
        ward: Option<String>,
    },
    /// A topic that is no business of the wards', with whom to ask instead as the text.
    NotOurs {
        /// As the moderator wrote it.
        topic: String,
        /// Its terms, all of which a question must hold.
        terms: Vec<String>,
    },
}

/// Moderators' words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Their number.
    pub id: i64,
    /// When they were written, ISO 8601.
    pub day: String,
    /// What they are about.
    pub about: About,
    /// The words.
    pub text: String,
}

/// Figures over some days; nobody is in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Questions.
    pub asked: u64,
    /// Those that got an answer.
    pub answered: u64,
    /// Those of the answered that lacked a detail that was asked for.
    pub partly: u64,
    /// Those for which a ward or year had to be chosen first.
    pub to_choose: u64,
    /// Those that the documents do not answer.
    pub unanswered: u64,
    /// Details that were asked for and not there, most often first.
    pub missing: Vec<(Slot, u64)>,
    /// How often people said so.
    pub verdicts: [(Verdict, u64); 3],
    /// Reports of mistakes that moderators dealt with.
    pub resolved: u64,
    /// Half of the questions took no longer than this, in microseconds.
    pub p50_us: u64,
    /// 95 of 100 questions took no longer than this, in microseconds.
    pub p95_us: u64,
    /// Questions of each day on which there were any, in order.
    pub per_day: Vec<(String, u64)>,
}

/// What a moderator did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditEntry {
    /// When, ISO 8601, UTC.
    pub at: String,
    /// The moderator's id, or the name of another surface.
    pub who: String,
    /// The command.
    pub what: String,
    /// What was changed.
    pub detail: String,
}
