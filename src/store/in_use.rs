//! Who has the store of a folder open: any number of bots, or one restore.
//!
//! The system frees the lock when its holder ends, however that comes about.

use std::fs::TryLockError;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use fs_err as fs;

/// The lock's file in the index folder.
const FILE: &str = "IN-USE";
/// How long a start waits for a restore.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(50);

/// The right to use the store, until it is dropped.
pub struct InUse {
    // Closing the file frees the lock.
    _file: fs::File,
}

/// Takes the right that bots share, as soon as no restore is at work.
pub fn share(folder: &Path) -> io::Result<InUse> {
    let file = open(folder)?;
    let start = Instant::now();
    loop {
        match file.file().try_lock_shared() {
            Ok(()) => return Ok(InUse { _file: file }),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::ResourceBusy, "it is being restored"));
            }
            // A file system without locks: nobody can be kept out, and nothing is lost with that but this.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(InUse { _file: file });
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Takes the right to replace the store; none where somebody uses it.
pub fn alone(folder: &Path) -> io::Result<Option<InUse>> {
    let file = open(folder)?;
    match file.file().try_lock() {
        Ok(()) => Ok(Some(InUse { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn open(folder: &Path) -> io::Result<fs::File> {
    let path = folder.join(FILE);
    let mut options = fs::OpenOptions::new();
    match options.read(true).write(true).create(true).truncate(false).open(&path) {
        // Another user made it; a lock needs no more than to read it.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => fs::File::open(&path),
        opened => opened,
    }
}
