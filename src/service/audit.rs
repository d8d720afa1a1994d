//! Who did what to the data, and when: one entry for every operation that changes something, or tries to.

use std::io::Write as _;
use std::path::PathBuf;

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::{AnswerService, Paths, timestamp};
use crate::error::{Error, ErrorKind};
use crate::store::AUDIT_FILE;

/// What can be done to the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deed {
    /// Taking in what lies in the folders.
    Reload,
    /// Going back to an older generation.
    Rollback,
    /// Staging a new document.
    Add,
    /// Staging another text of a document.
    Replace,
    /// Staging the removal of a document.
    Remove,
    /// Putting staged changes into effect.
    Apply,
    /// Dropping staged changes.
    Cancel,
}

impl Deed {
    /// Its name, that of the command.
    pub fn name(self) -> &'static str {
        match self {
            Deed::Reload => "reload",
            Deed::Rollback => "rollback",
            Deed::Add => "add",
            Deed::Replace => "replace",
            Deed::Remove => "remove",
            Deed::Apply => "apply",
            Deed::Cancel => "cancel",
        }
    }
}

/// One line of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// When it ended, ISO 8601 in UTC.
    pub at: String,
    /// Who did it, as the caller names them.
    pub who: String,
    /// What.
    pub what: Deed,
    /// To what: documents, or the generation that is live now.
    pub of: String,
    /// Why it failed; none where it was done.
    pub error: Option<String>,
}

/// Keeps the trail.
pub trait Audit: Send + Sync {
    /// Writes an entry down.
    fn record(&self, entry: &AuditEntry) -> Result<(), Error>;
}

/// The trail as a file, one JSON object a line.
pub struct AuditFile(PathBuf);

impl AuditFile {
    /// Names the file of an installation.
    pub fn of(paths: &Paths) -> Self {
        Self(paths.index.join(AUDIT_FILE))
    }
}

impl Audit for AuditFile {
    fn record(&self, entry: &AuditEntry) -> Result<(), Error> {
        let failed = |error: std::io::Error| {
            Error::new(ErrorKind::Data, "the audit trail cannot be written").because(error)
        };
        let mut line =
            serde_json::to_string(entry).map_err(std::io::Error::from).map_err(failed)?;
        line.push('\n');
        let mut file =
            fs::OpenOptions::new().create(true).append(true).open(&self.0).map_err(failed)?;
        file.write_all(line.as_bytes()).map_err(failed)
    }
}

impl AnswerService {
    /// Does something and writes down who did it, whether it came about or not.
    ///
    /// What is done stays done where the trail cannot be written: that goes to the log.
    pub(super) fn audited<R>(
        &self,
        who: &str,
        what: Deed,
        of: impl FnOnce(&R) -> String,
        work: impl FnOnce() -> Result<R, Error>,
    ) -> Result<R, Error> {
        let done = work();
        tell(&*self.audit, who, what, done.as_ref().map(of));
        done
    }
}

/// Writes down that somebody did something, to what, or that it failed.
pub(super) fn tell(audit: &dyn Audit, who: &str, what: Deed, done: Result<String, &Error>) {
    let entry = AuditEntry {
        at: timestamp(),
        who: who.to_owned(),
        what,
        error: done.as_ref().err().map(ToString::to_string),
        of: done.unwrap_or_default(),
    };
    if let Err(error) = audit.record(&entry) {
        tracing::error!(%error, ?entry, "what was done is not in the audit trail");
    }
}
