//! People as keyed hashes: the store can tell that two rows are one person's, and nobody can tell whose.

use std::io::{self, Write as _};
use std::path::Path;

use fs_err as fs;
use tempfile::NamedTempFile;

/// The key's file in the index folder.
pub const FILE: &str = "user-hash.key";

const BYTES: usize = 32;
/// As much of a hash as is kept.
const HEX_CHARS: usize = 32;

/// The key of an installation.
#[derive(Clone, Copy)]
pub struct PersonKey([u8; BYTES]);

impl PersonKey {
    /// Stands for a key where there is no source of chance.
    pub const ZERO: Self = Self([0; BYTES]);

    /// Reads the key, or makes one that only the owner of the file can read.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join(FILE);
        if !path.is_file() {
            if folder.join(super::FILE).is_file() {
                let path = path.display();
                tracing::error!(
                    "{path} is missing, and another is made: what the store knows of people is nobody's any more; \
                     stop the bot and put the file back, or restore a backup"
                );
            }
            create_private(&path, &Self::random()?.0)?;
        }
        let bytes = fs::read(&path)?;
        <[u8; BYTES]>::try_from(bytes).map(Self).map_err(|bytes| {
            let (path, n) = (path.display(), bytes.len());
            let message = format!("{path} holds {n} bytes and should hold {BYTES}");
            io::Error::new(io::ErrorKind::InvalidData, message)
        })
    }

    /// Whether the bytes are those of a key.
    pub fn is_key(bytes: &[u8]) -> bool {
        bytes.len() == BYTES
    }

    /// Makes a key that holds until the process ends.
    pub fn random() -> io::Result<Self> {
        let mut key = [0; BYTES];
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        Ok(Self(key))
    }

    /// Names a person in the store.
    pub fn hash(&self, user: u64) -> String {
        let hash = blake3::keyed_hash(&self.0, &user.to_le_bytes());
        hash.to_hex().chars().take(HEX_CHARS).collect()
    }
}

/// Makes a file that only its owner can read (mode 600), whole or not at all; one that is there stays as it is.
pub(super) fn create_private(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // A temporary file is made with that mode.
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(error.error),
        _ => Ok(()),
    }
}
