//! One at a time: whoever changes the data holds `index/LOCK`, across processes.
//!
//! The system frees the lock when its holder ends, however that comes about. The name in the file only tells others
//! whom they wait for.

use std::fs::TryLockError;
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use fs_err as fs;

use crate::error::{Error, ErrorKind};
use crate::index::GenerationError;

const FILE: &str = "LOCK";
/// How long a start waits for another process that is at it.
const PATIENCE: Duration = Duration::from_mins(5);
/// How often a waiting process looks again.
const PAUSE: Duration = Duration::from_millis(50);

/// The right to change the data, until it is dropped.
pub(super) struct Held {
    file: fs::File,
}

impl Drop for Held {
    fn drop(&mut self) {
        // The name goes with the lock; a lock that cannot be given back ends with the process.
        let _ = self.file.set_len(0);
        let _ = self.file.file().unlock();
    }
}

/// Takes the lock, or tells who holds it.
pub(super) fn take(index_dir: &Path, who: &str) -> Result<Held, Error> {
    fs::create_dir_all(index_dir).map_err(GenerationError::from)?;
    let path = index_dir.join(FILE);
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(path).map_err(GenerationError::from)?;
    match file.file().try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            let _ = file.read_to_string(&mut holder);
            let holder = match holder.trim() {
                "" => "another process".to_owned(),
                holder => holder.to_owned(),
            };
            let message = format!("{holder} is changing the data at this moment");
            return Err(Error::new(ErrorKind::Busy, message).hint("try again when that has ended"));
        }
        Err(TryLockError::Error(error)) => return Err(GenerationError::from(error).into()),
    }
    // Who holds it is told as well as may be; the lock does not depend on it.
    let _ = file.set_len(0);
    let _ = file.rewind();
    let _ = file.write_all(who.as_bytes());
    Ok(Held { file })
}

/// Takes the lock as soon as it is free, within a few minutes.
pub(super) fn wait(index_dir: &Path, who: &str) -> Result<Held, Error> {
    let start = Instant::now();
    loop {
        match take(index_dir, who) {
            Err(error) if error.kind() == ErrorKind::Busy && start.elapsed() < PATIENCE => {
                std::thread::sleep(PAUSE);
            }
            other => return other,
        }
    }
}
