//! The service's audit trail, written into the store beside what moderators do at their desk.

use crate::error::Error;
use crate::service::{Audit, AuditEntry};
use crate::store::Store;

/// Writes what was done to the data into the store.
pub struct Trail(pub Store);

impl Audit for Trail {
    fn record(&self, entry: &AuditEntry) -> Result<(), Error> {
        let ended = if entry.error.is_some() { "failed" } else { "done" };
        let detail = entry.error.as_ref().unwrap_or(&entry.of);
        self.0.audit(&entry.who, &format!("data {} {ended}", entry.what.name()), detail);
        Ok(())
    }
}
