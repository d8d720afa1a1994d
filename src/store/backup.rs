//! Here is an index folder, put what cannot be built again into one file; here is that file, put it back.
//!
//! A backup is a database: the store with one more table that holds the key of people's hashes, the command line's
//! audit trail, and which generation was live. It is made while the bot runs. Whoever has it can tell whose rows are
//! whose as well as the bot can, so it is for its owner alone (mode 600).

use std::io;
use std::path::{Path, PathBuf};

use fs_err as fs;
use tempfile::NamedTempFile;

use super::key::{self, PersonKey};
use super::sqlite::whole;
use super::{AUDIT_FILE, FILE, in_use};
use crate::error::{Error, ErrorKind, is_disk_full};
use crate::files;
use crate::index;

/// What is packed beside the database where it is there, and put back as it was.
const BESIDE: [&str; 2] = [key::FILE, AUDIT_FILE];
/// What is packed to be told again: the name of the generation that was live.
const GENERATION: &str = "CURRENT";
/// What beside the database belongs to it while it is open.
const LOGS: [&str; 2] = ["-wal", "-shm"];

/// Why the store cannot be looked at, backed up or put back.
#[derive(Debug, thiserror::Error)]
pub enum StoreFileError {
    /// The folder holds no store.
    #[error("there is nothing to back up: {path} does not exist", path = .0.display())]
    NoStore(PathBuf),
    /// A file of that name is there.
    #[error("{path} exists already", path = .0.display())]
    Taken(PathBuf),
    /// A bot has the store open.
    #[error("a bot uses the store in {path}", path = .0.display())]
    InUse(PathBuf),
    /// The key of people's hashes is not beside the store, or is none.
    #[error("{path}, the key of people's hashes, {is}", path = path.display())]
    Key {
        /// Its file.
        path: PathBuf,
        /// What is wrong with it.
        is: &'static str,
    },
    /// There is no folder to write the backup into.
    #[error("the folder {path} does not exist", path = .0.display())]
    NoFolder(PathBuf),
    /// The backup cannot be written.
    #[error("{path} cannot be written", path = path.display())]
    Unwritten {
        /// The backup.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file that is to be put back is not there.
    #[error("{path} does not exist", path = .0.display())]
    NoBackup(PathBuf),
    /// The file that is to be put back cannot be read.
    #[error("{path} is damaged, or no backup", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// The file that is to be put back lacks the key of people's hashes.
    #[error("{path} does not hold the key of people's hashes ({key})", path = .0.display(), key = key::FILE)]
    Keyless(PathBuf),
    /// The file is a database of another kind.
    #[error("{path} is no backup", path = .0.display())]
    NotABackup(PathBuf),
    /// The file is of a later version of the program.
    #[error(
        "{path} is of version {version}, which this program does not know yet",
        path = path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The store's version in it.
        version: usize,
    },
    /// SQLite cannot use a file.
    #[error("{path} cannot be used", path = path.display())]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
    /// A file cannot be read or written; the message names it.
    #[error(transparent)]
    File(#[from] io::Error),
}

impl From<StoreFileError> for Error {
    fn from(error: StoreFileError) -> Self {
        let (kind, hint) = match &error {
            StoreFileError::NoStore(_) => (
                ErrorKind::Data,
                "the bot makes it at its first start; name its folder with --index",
            ),
            StoreFileError::Taken(_) => (ErrorKind::User, "name a file that is not there yet"),
            StoreFileError::InUse(_) => {
                (ErrorKind::Busy, "stop the bot, restore, and start it again")
            }
            StoreFileError::NotABackup(_) => {
                (ErrorKind::User, "name a file that `madoguchi backup` wrote")
            }
            StoreFileError::Key { .. } => (
                ErrorKind::Data,
                "put it back from an older backup; without it, the bot makes another at its next start, and what it keeps \
                 about people until then is nobody's",
            ),
            StoreFileError::NoFolder(_) => (ErrorKind::Data, "make it, or name a file elsewhere"),
            StoreFileError::Unwritten { source, .. } if is_disk_full(source) => {
                (ErrorKind::Data, "free space on its disk, or name a file elsewhere")
            }
            StoreFileError::Unwritten { .. } => {
                (ErrorKind::Data, "see that its folder can be written, or name a file elsewhere")
            }
            StoreFileError::NoBackup(_) => {
                (ErrorKind::Data, "name a file that `madoguchi backup` wrote")
            }
            StoreFileError::Damaged { .. } => (
                ErrorKind::Data,
                "name a file that `madoguchi backup` wrote, and that was copied whole",
            ),
            StoreFileError::Keyless(_) => (
                ErrorKind::User,
                "name another backup: without the key, what it keeps about people would be nobody's",
            ),
            StoreFileError::Newer { .. } => {
                (ErrorKind::Data, "use the version of the program that wrote it, or a later one")
            }
            StoreFileError::Sqlite { .. } => {
                (ErrorKind::Data, "`madoguchi restore FILE` puts a backup in its place")
            }
            StoreFileError::File(_) => {
                (ErrorKind::Data, "see that the folder can be read and written")
            }
        };
        Error::from_source(kind, error).hint(hint)
    }
}

/// What was written into a backup.
#[derive(Clone, Debug)]
pub struct BackedUp {
    /// The size of the file.
    pub bytes: u64,
    /// The name of the generation that is live.
    pub generation: Option<String>,
}

/// What was put back.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The name of the generation that was live when the backup was made; generations are built and not put back.
    pub generation: Option<String>,
    /// Where what it replaced lies now; none where there was nothing.
    pub kept: Option<PathBuf>,
}

/// How the store of a folder is.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The size of the file.
    pub bytes: u64,
    /// Whether the key of people's hashes is there.
    pub has_key: bool,
    /// Whether every message of some channel is answered.
    pub answers_all: bool,
    /// Files that others than their owner can read.
    pub open_to_others: Vec<PathBuf>,
}

/// Looks at the store of an index folder and changes nothing; none where there is no store.
pub fn examine(folder: &Path) -> Result<Option<Condition>, StoreFileError> {
    let (store, key) = (folder.join(FILE), folder.join(key::FILE));
    if !store.is_file() {
        return Ok(None);
    }
    let looks = whole::look(&store).map_err(|source| unusable(&store, source))?;
    if looks.is_newer() {
        return Err(StoreFileError::Newer { path: store, version: looks.version });
    }
    Ok(Some(Condition {
        bytes: fs::metadata(&store)?.len(),
        has_key: read(&key)?.is_some_and(|key| PersonKey::is_key(&key)),
        answers_all: looks.answers_all,
        open_to_others: [store, key].into_iter().filter(|path| is_open_to_others(path)).collect(),
    }))
}

/// Whether others than its owner can read a file, where the system knows of such.
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Writes a backup of an index folder into a new file, while the store may be in use.
pub fn backup(folder: &Path, file: &Path) -> Result<BackedUp, StoreFileError> {
    let store = folder.join(FILE);
    if !store.is_file() {
        return Err(StoreFileError::NoStore(store));
    }
    if fs::symlink_metadata(file).is_ok() {
        return Err(StoreFileError::Taken(file.to_owned()));
    }
    let key = folder.join(key::FILE);
    match read(&key)? {
        None => return Err(StoreFileError::Key { path: key, is: "is missing" }),
        Some(bytes) if !PersonKey::is_key(&bytes) => {
            return Err(StoreFileError::Key { path: key, is: "is damaged" });
        }
        Some(_) => {}
    }
    if !parent(file).is_dir() {
        return Err(StoreFileError::NoFolder(parent(file).to_owned()));
    }
    let unwritten = |source| StoreFileError::Unwritten { path: file.to_owned(), source };
    let mut beside = Vec::new();
    for name in BESIDE {
        beside.extend(read(&folder.join(name))?.map(|content| (name, content)));
    }
    let generation = index::current(folder).ok().flatten().map(|live| live.name());
    beside.extend(generation.as_ref().map(|name| (GENERATION, name.clone().into_bytes())));
    // Made for its owner alone, and without a name until it is whole.
    let packed = NamedTempFile::new_in(parent(file)).map_err(unwritten)?;
    whole::pack(&store, packed.path(), &beside).map_err(|source| {
        if source.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
            return unwritten(io::ErrorKind::StorageFull.into());
        }
        unusable(&store, source)
    })?;
    packed.as_file().sync_all().map_err(unwritten)?;
    let bytes = fs::metadata(packed.path())?.len();
    match packed.persist_noclobber(file) {
        Ok(_) => Ok(BackedUp { bytes, generation }),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(StoreFileError::Taken(file.to_owned()))
        }
        Err(error) => Err(unwritten(error.error)),
    }
}

/// Puts a backup into an index folder, and keeps what was there in a folder beside it.
///
/// Everything is unpacked and checked before anything is replaced. Where the process dies in between, doing it again
/// ends it.
pub fn restore(folder: &Path, file: &Path) -> Result<Restored, StoreFileError> {
    match fs::metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreFileError::NoBackup(file.to_owned()));
        }
        known => known?,
    };
    let damaged = |source| StoreFileError::Damaged { path: file.to_owned(), source };
    let looks = whole::look(file).map_err(damaged)?;
    if !looks.is_packed {
        return Err(StoreFileError::NotABackup(file.to_owned()));
    }
    if looks.is_newer() {
        return Err(StoreFileError::Newer { path: file.to_owned(), version: looks.version });
    }
    fs::create_dir_all(folder)?;
    let Some(_alone) = in_use::alone(folder)? else {
        return Err(StoreFileError::InUse(folder.to_owned()));
    };
    let unpacked = NamedTempFile::new_in(folder)?;
    let mut packed = whole::unpack(file, unpacked.path()).map_err(damaged)?;
    unpacked.as_file().sync_all()?;
    let generation = packed.iter().position(|(name, _)| name == GENERATION);
    let generation = generation.map(|at| packed.swap_remove(at).1);
    let has_key = packed.iter().any(|(name, key)| name == key::FILE && PersonKey::is_key(key));
    if !has_key {
        return Err(StoreFileError::Keyless(file.to_owned()));
    }
    if packed.iter().any(|(name, _)| !BESIDE.contains(&name.as_str())) {
        return Err(StoreFileError::NotABackup(file.to_owned()));
    }
    let kept = keep(folder)?;
    for (name, content) in &packed {
        replace(&folder.join(name), content)?;
    }
    unpacked.persist(folder.join(FILE)).map_err(|error| error.error)?;
    let generation = generation.map(|name| String::from_utf8_lossy(&name).into_owned());
    Ok(Restored { generation, kept })
}

/// Copies what is about to be replaced into a folder of its own, and clears the log of changes away: one that belongs
/// to another file must never lie beside it.
fn keep(folder: &Path) -> Result<Option<PathBuf>, StoreFileError> {
    let store = folder.join(FILE);
    // One that is damaged is kept as it is, its log beside it.
    if store.is_file() && whole::settle(&store).is_err() {
        tracing::warn!("{} is damaged; it is kept with its log of changes", store.display());
    }
    let logs = LOGS.map(|end| format!("{FILE}{end}"));
    let names = [FILE].into_iter().chain(BESIDE).chain(logs.iter().map(String::as_str));
    let there: Vec<&str> = names.filter(|name| folder.join(name).is_file()).collect();
    if there.is_empty() {
        return Ok(None);
    }
    let kept = free_name(folder);
    fs::create_dir(&kept)?;
    for name in there {
        // With the permissions that it has.
        fs::copy(folder.join(name), kept.join(name))?;
    }
    for name in logs {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(Some(kept))
}

fn free_name(folder: &Path) -> PathBuf {
    let now = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
    let first = folder.join(format!("replaced-{now}"));
    let others = (2..).map(|n| folder.join(format!("replaced-{now}-{n}")));
    let mut names = std::iter::once(first.clone()).chain(others);
    names.find(|name| !name.is_dir()).unwrap_or(first)
}

/// Replaces a file by one that only its owner can read, at once or not at all.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = NamedTempFile::new_in(parent(path))?;
    io::Write::write_all(&mut file, content)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    files::sync_folder(parent(path));
    Ok(())
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn unusable(path: &Path, source: rusqlite::Error) -> StoreFileError {
    StoreFileError::Sqlite { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests;
