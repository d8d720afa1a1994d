//! The SQL: one connection to one file.

pub mod whole;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use jiff::civil::Date;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::key::create_private;
use super::record::{
    About, AuditEntry, ChannelSettings, Feedback, KeptOfPerson, Note, Person, Question,
    ReportState, Stats, Verdict,
};
use crate::question::Slot;

/// How long another process, such as a command line, may hold the file.
const BUSY: Duration = Duration::from_secs(5);

/// Each brings the file one version further; none is ever changed.
const MIGRATIONS: [&str; 3] = [
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
];

/// Questions about a ward that the documents do not answer; not greetings and the like.
const IS_UNANSWERED: &str = "outcome IN ('suggested', 'not_found') AND coalesce(reason, '') NOT IN
    ('empty', 'nonsense', 'greeting', 'thanks', 'chatter', 'steering', 'distress', 'too_long')";

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be made.
    #[error("it cannot be made: {0}")]
    Create(#[from] std::io::Error),
    /// SQLite cannot use it.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
    /// It is from a later version of the program.
    #[error("it is of version {0}, which this program does not know yet")]
    Newer(usize),
}

/// The open file.
pub struct Database {
    connection: Connection,
}

type Result<T> = rusqlite::Result<T>;

impl Database {
    /// Opens the file, which is made where there is none, and brings it to the latest version.
    pub fn open(path: &Path) -> std::result::Result<Self, OpenError> {
        if !path.exists() {
            create_private(path, &[])?;
        }
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(BUSY)?;
        // First of all, so that a file of a later version stays as it is.
        migrate(&mut connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        // What is deleted is overwritten.
        connection.pragma_update(None, "secure_delete", "ON")?;
        Ok(Self { connection })
    }

    /// Adds a question.
    pub fn add_question(&self, person: Option<&str>, question: &Question) -> Result<()> {
        self.connection.execute(
            "INSERT INTO question (day, person, guild, surface, language, ward, text, outcome, reason, measure, missing, latency_us)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                question.day,
                person,
                question.guild,
                Named(question.surface),
                Named(question.language),
                question.ward,
                question.text,
                Named(question.outcome),
                question.reason,
                question.measure,
                Json(&question.missing),
                question.latency_us,
            ],
        )?;
        Ok(())
    }

    /// Returns the newest questions whose words are kept, newest first.
    pub fn recent_questions(&self, limit: usize) -> Result<Vec<Question>> {
        self.list(
            "SELECT * FROM question WHERE text IS NOT NULL ORDER BY id DESC LIMIT ?1",
            [limit as i64],
            question,
        )
    }

    /// Adds what a person said, unless they said the same of the same today.
    pub fn add_feedback(&self, person: &str, guild: i64, said: &Feedback) -> Result<()> {
        self.connection.execute(
            "INSERT INTO feedback (day, person, guild, verdict, measure, question, comment)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
                 SELECT 1 FROM feedback WHERE day = ?1 AND person = ?2 AND verdict = ?4
                 AND measure IS ?5 AND question IS ?6 AND comment = ?7)",
            params![
                said.day,
                person,
                guild,
                Named(said.verdict),
                said.measure,
                said.question,
                said.comment,
            ],
        )?;
        Ok(())
    }

    /// Returns the settings of the people who set something last, the latest first.
    pub fn people(&self, limit: usize) -> Result<Vec<(String, Person)>> {
        self.list("SELECT * FROM person ORDER BY rowid DESC LIMIT ?1", [limit as i64], |row| {
            Ok((row.get("person")?, person(row)?))
        })
    }

    /// Sets a person's settings; those without any are removed.
    pub fn set_person(&self, person: &str, settings: &Person) -> Result<()> {
        if *settings == Person::default() {
            self.connection.execute("DELETE FROM person WHERE person = ?1", [person])?;
            return Ok(());
        }
        self.connection.execute(
            "INSERT OR REPLACE INTO person (person, ward, language, look, chosen)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                person,
                settings.ward,
                settings.language.map(Named),
                settings.look.map(Named),
                Json(&settings.chosen),
            ],
        )?;
        Ok(())
    }

    /// Returns everything that is kept of a person.
    pub fn kept_of(&self, who: &str) -> Result<KeptOfPerson> {
        let settings = self
            .connection
            .query_row("SELECT * FROM person WHERE person = ?1", [who], person)
            .optional()?;
        Ok(KeptOfPerson {
            settings: settings.unwrap_or_default(),
            questions: self.list(
                "SELECT * FROM question WHERE person = ?1 ORDER BY id",
                [who],
                question,
            )?,
            feedback: self.list(
                "SELECT * FROM feedback WHERE person = ?1 ORDER BY id",
                [who],
                feedback,
            )?,
        })
    }

    /// Deletes everything that is kept of a person, in the log of changes too; returns how many rows it was.
    pub fn forget(&mut self, person: &str) -> Result<usize> {
        let change = self.connection.transaction()?;
        let mut n = 0;
        for table in ["question", "feedback", "person"] {
            n += change.execute(&format!("DELETE FROM {table} WHERE person = ?1"), [person])?;
        }
        change.commit()?;
        self.empty_log()?;
        Ok(n)
    }

    /// Adds to the trail of what moderators did.
    pub fn add_audit(&self, entry: &AuditEntry) -> Result<()> {
        self.connection.execute(
            "INSERT INTO audit (at, who, what, detail) VALUES (?1, ?2, ?3, ?4)",
            [&entry.at, &entry.who, &entry.what, &entry.detail],
        )?;
        Ok(())
    }

    /// Returns the newest entries of the trail, newest first.
    pub fn audit(&self, limit: usize) -> Result<Vec<AuditEntry>> {
        self.list("SELECT * FROM audit ORDER BY id DESC LIMIT ?1", [limit as i64], |row| {
            Ok(AuditEntry {
                at: row.get("at")?,
                who: row.get("who")?,
                what: row.get("what")?,
                detail: row.get("detail")?,
            })
        })
    }

    /// Returns the newest questions of all kinds, newest first.
    pub fn questions(&self, limit: usize) -> Result<Vec<Question>> {
        self.list("SELECT * FROM question ORDER BY id DESC LIMIT ?1", [limit as i64], question)
    }

    /// Returns the newest questions from a day on that the documents do not answer, newest first.
    pub fn unanswered(&self, since: &str, limit: usize) -> Result<Vec<Question>> {
        let sql = format!(
            "SELECT * FROM question WHERE text IS NOT NULL AND day >= ?1 AND {IS_UNANSWERED}
             ORDER BY id DESC LIMIT ?2"
        );
        self.list(&sql, params![since, limit as i64], question)
    }

    /// Returns the newest words on answers, newest first.
    pub fn feedback(&self, limit: usize) -> Result<Vec<Feedback>> {
        self.list("SELECT * FROM feedback ORDER BY id DESC LIMIT ?1", [limit as i64], feedback)
    }

    /// Returns the reports that wait for the moderators, those that wait longest first.
    pub fn reports(&self, limit: usize) -> Result<Vec<Feedback>> {
        self.list(
            "SELECT * FROM feedback WHERE state = 'open'
             AND (verdict = 'mistake' OR (verdict = 'not_helpful' AND comment <> ''))
             ORDER BY id LIMIT ?1",
            [limit as i64],
            feedback,
        )
    }

    /// Returns one report.
    pub fn report(&self, id: i64) -> Result<Option<Feedback>> {
        let sql = "SELECT * FROM feedback WHERE id = ?1";
        self.connection.query_row(sql, [id], feedback).optional()
    }

    /// Says that a report was dealt with; returns whether it waited.
    pub fn resolve(&self, id: i64) -> Result<bool> {
        let n = self.connection.execute(
            "UPDATE feedback SET state = ?2 WHERE id = ?1 AND state = ?3",
            params![id, Named(ReportState::Resolved), Named(ReportState::Open)],
        )?;
        Ok(n > 0)
    }

    /// Returns all moderators' words in the order in which they were written.
    pub fn notes(&self) -> Result<Vec<Note>> {
        self.list("SELECT * FROM note ORDER BY id", [], |row| {
            Ok(Note {
                id: row.get("id")?,
                day: row.get("day")?,
                about: row.get::<_, Json<_>>("about")?.0,
                text: row.get("text")?,
            })
        })
    }

    /// Adds moderators' words; returns their number.
    pub fn add_note(&self, day: &str, about: &About, text: &str) -> Result<i64> {
        self.connection.execute(
            "INSERT INTO note (day, about, text) VALUES (?1, ?2, ?3)",
            params![day, Json(about), text],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Removes moderators' words; returns whether there were any.
    pub fn remove_note(&self, id: i64) -> Result<bool> {
        Ok(self.connection.execute("DELETE FROM note WHERE id = ?1", [id])? > 0)
    }

    /// Returns the channels that moderators set something for.
    pub fn channels(&self) -> Result<Vec<(u64, ChannelSettings)>> {
        self.list("SELECT * FROM channel", [], |row| {
            let settings = ChannelSettings {
                ward: row.get("ward")?,
                language: row.get::<_, Option<Named<_>>>("language")?.map(|named| named.0),
                private: row.get("private")?,
                threads: row.get("threads")?,
                every: row.get("every")?,
            };
            Ok((row.get::<_, i64>("channel")?.cast_unsigned(), settings))
        })
    }

    /// Sets a channel's settings; one without any is removed.
    pub fn set_channel(&self, channel: u64, settings: &ChannelSettings) -> Result<()> {
        let channel = channel.cast_signed();
        if *settings == ChannelSettings::default() {
            self.connection.execute("DELETE FROM channel WHERE channel = ?1", [channel])?;
            return Ok(());
        }
        self.connection.execute(
            "INSERT OR REPLACE INTO channel (channel, ward, language, private, threads, every)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                channel,
                settings.ward,
                settings.language.map(Named),
                settings.private,
                settings.threads,
                settings.every,
            ],
        )?;
        Ok(())
    }

    /// Counts what there was from a day on.
    pub fn stats(&self, since: &str) -> Result<Stats> {
        let count = |condition: &str| -> Result<u64> {
            let sql = format!("SELECT count(*) FROM question WHERE day >= ?1 AND {condition}");
            Ok(self
                .connection
                .query_row(&sql, [since], |row| row.get::<_, i64>(0))?
                .cast_unsigned())
        };
        let said = |condition: &str| -> Result<u64> {
            let sql = format!("SELECT count(*) FROM feedback WHERE day >= ?1 AND {condition}");
            Ok(self
                .connection
                .query_row(&sql, [since], |row| row.get::<_, i64>(0))?
                .cast_unsigned())
        };
        let asked = count("true")?;
        let percentile = |share: f64| -> Result<u64> {
            let sql = "SELECT latency_us FROM question WHERE day >= ?1
                       ORDER BY latency_us LIMIT 1 OFFSET ?2";
            let place = (asked.saturating_sub(1) as f64 * share).round() as i64;
            let found =
                self.connection.query_row(sql, params![since, place], |row| row.get::<_, i64>(0));
            Ok(found.optional()?.unwrap_or_default().cast_unsigned())
        };
        Ok(Stats {
            asked,
            answered: count("outcome = 'answered'")?,
            partly: count("outcome = 'answered' AND missing <> '[]'")?,
            to_choose: count("outcome = 'choose'")?,
            unanswered: count(IS_UNANSWERED)?,
            missing: self.missing(since)?,
            verdicts: [
                (Verdict::Helpful, said("verdict = 'helpful'")?),
                (Verdict::NotHelpful, said("verdict = 'not_helpful'")?),
                (Verdict::Mistake, said("verdict = 'mistake'")?),
            ],
            resolved: said("verdict = 'mistake' AND state = 'resolved'")?,
            p50_us: percentile(0.5)?,
            p95_us: percentile(0.95)?,
            per_day: self.list(
                "SELECT day, count(*) FROM question WHERE day >= ?1 GROUP BY day ORDER BY day",
                [since],
                |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.cast_unsigned())),
            )?,
        })
    }

    fn missing(&self, since: &str) -> Result<Vec<(Slot, u64)>> {
        let sql = "SELECT missing, count(*) FROM question
                   WHERE day >= ?1 AND outcome = 'answered' GROUP BY missing";
        let lists = self.list(sql, [since], |row| {
            Ok((row.get::<_, Json<Vec<Slot>>>(0)?.0, row.get::<_, i64>(1)?.cast_unsigned()))
        })?;
        let mut counts: BTreeMap<Slot, u64> = BTreeMap::new();
        for (slots, n) in lists {
            for slot in slots {
                *counts.entry(slot).or_default() += n;
            }
        }
        let mut counts: Vec<(Slot, u64)> = counts.into_iter().collect();
        counts.sort_by_key(|(slot, n)| (std::cmp::Reverse(*n), *slot));
        Ok(counts)
    }

    /// Deletes what residents left before one day, and the trail before another.
    pub fn purge(&mut self, residents: Date, trail: Date) -> Result<usize> {
        let change = self.connection.transaction()?;
        let residents = residents.to_string();
        let n = change.execute("DELETE FROM question WHERE day < ?1", [&residents])?
            + change.execute("DELETE FROM feedback WHERE day < ?1", [&residents])?
            + change.execute("DELETE FROM audit WHERE at < ?1", [trail.to_string()])?;
        change.commit()?;
        if n > 0 {
            self.empty_log()?;
        }
        Ok(n)
    }

    /// Writes the log of changes into the file and cuts it to nothing: it holds copies of what was deleted.
    pub fn empty_log(&self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    }

    /// Lets the file grow to so many pages, as a full disk would.
    #[cfg(test)]
    pub fn limit_pages(&self, pages: i64) -> Result<()> {
        self.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
    }

    /// Refuses every change, as a file that may only be read would.
    #[cfg(test)]
    pub fn forbid_writing(&self) -> Result<()> {
        self.connection.pragma_update(None, "query_only", "ON")
    }

    fn list<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.connection.prepare(sql)?.query_map(params, read)?.collect()
    }
}

fn migrate(connection: &mut Connection) -> std::result::Result<(), OpenError> {
    // Taken at once, so that of two programs that start together the second finds the work done.
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = change.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    if version > MIGRATIONS.len() {
        return Err(OpenError::Newer(version));
    }
    for sql in MIGRATIONS.iter().skip(version) {
        change.execute_batch(sql)?;
    }
    change.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    Ok(change.commit()?)
}

fn question(row: &Row<'_>) -> Result<Question> {
    Ok(Question {
        id: row.get("id")?,
        day: row.get("day")?,
        guild: row.get("guild")?,
        surface: row.get::<_, Named<_>>("surface")?.0,
        language: row.get::<_, Named<_>>("language")?.0,
        ward: row.get("ward")?,
        text: row.get("text")?,
        outcome: row.get::<_, Named<_>>("outcome")?.0,
        reason: row.get("reason")?,
        measure: row.get("measure")?,
        missing: row.get::<_, Json<_>>("missing")?.0,
        latency_us: row.get("latency_us")?,
    })
}

fn feedback(row: &Row<'_>) -> Result<Feedback> {
    Ok(Feedback {
        id: row.get("id")?,
        day: row.get("day")?,
        verdict: row.get::<_, Named<_>>("verdict")?.0,
        measure: row.get("measure")?,
        question: row.get("question")?,
        comment: row.get("comment")?,
        state: row.get::<_, Named<_>>("state")?.0,
    })
}

fn person(row: &Row<'_>) -> Result<Person> {
    Ok(Person {
        ward: row.get("ward")?,
        language: row.get::<_, Option<Named<_>>>("language")?.map(|named| named.0),
        look: row.get::<_, Option<Named<_>>>("look")?.map(|named| named.0),
        chosen: row.get::<_, Json<BTreeMap<u64, String>>>("chosen")?.0,
    })
}

/// A value whose serialised form is a name.
struct Named<T>(T);

impl<T: Serialize> ToSql for Named<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(Value::String(name)) => Ok(name.into()),
            other => {
                Err(rusqlite::Error::ToSqlConversionFailure(format!("{other:?} is no name").into()))
            }
        }
    }
}

impl<T: DeserializeOwned> FromSql for Named<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = Value::String(value.as_str()?.to_owned());
        serde_json::from_value(name).map(Self).map_err(FromSqlError::other)
    }
}

/// A value as JSON.
struct Json<T>(T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        let json = serde_json::to_string(&self.0);
        json.map(Into::into).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}
