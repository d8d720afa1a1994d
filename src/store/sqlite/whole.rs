//! The file as a whole: looked at, copied while it is in use, packed into one file with what belongs to it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};

use super::{BUSY, MIGRATIONS, Result};

/// What is known of a file without changing it.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// Its version.
    pub version: usize,
    /// Whether it holds the contents of other files, as a backup does.
    pub is_packed: bool,
    /// Whether every message of some channel is answered.
    pub answers_all: bool,
}

impl Looks {
    /// Whether only a later version of the program can use the file.
    pub fn is_newer(self) -> bool {
        self.version > MIGRATIONS.len()
    }
}

/// Looks at a file and has SQLite check it; changes nothing.
pub fn look(path: &Path) -> Result<Looks> {
    let connection = existing(path)?;
    check(&connection)?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let is_there = |table: &str| {
        let sql = "SELECT count(*) > 0 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        connection.query_row(sql, [table], |row| row.get::<_, bool>(0))
    };
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    // Older ones have no such column.
    let answers_all = version == MIGRATIONS.len()
        && connection.query_row("SELECT count(*) > 0 FROM channel WHERE every", [], |row| {
            row.get::<_, bool>(0)
        })?;
    Ok(Looks { version, is_packed: is_there("packed")?, answers_all })
}

/// Copies a database, which may be in use, into an empty file, and packs the contents of other files beside it.
pub fn pack(from: &Path, to: &Path, files: &[(&str, Vec<u8>)]) -> Result<()> {
    copy(from, to)?;
    let packed = existing(to)?;
    packed.execute_batch(
        "CREATE TABLE packed (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
    )?;
    for (name, content) in files {
        packed.execute("INSERT INTO packed VALUES (?1, ?2)", params![name, content])?;
    }
    check(&packed)
}

/// Copies a packed database into an empty file, without what is packed beside it; returns that.
pub fn unpack(from: &Path, to: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    copy(from, to)?;
    let unpacked = existing(to)?;
    let files = unpacked
        .prepare("SELECT name, content FROM packed")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    // The key must not stay in the free pages of the file whose people it hides.
    unpacked.execute_batch("DROP TABLE packed; VACUUM")?;
    check(&unpacked)?;
    Ok(files)
}

/// Writes the log of changes into the file, so that the file alone is whole.
pub fn settle(path: &Path) -> Result<()> {
    let connection = existing(path)?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// What was deleted is not copied.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let name = to.to_str().ok_or_else(|| rusqlite::Error::InvalidPath(to.to_owned()))?;
    existing(from)?.execute("VACUUM INTO ?1", [name])?;
    Ok(())
}

fn existing(path: &Path) -> Result<Connection> {
    // Not read-only: the log of changes beside a file that is in use could not be read then.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    Ok(connection)
}

fn check(connection: &Connection) -> Result<()> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        return Ok(());
    }
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    Err(rusqlite::Error::SqliteFailure(code, Some(found)))
}
