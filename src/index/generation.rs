//! Generations of built data: built aside, then swapped in by one rename.
//!
//! ```text
//! index/CURRENT                 the name of the live generation
//! index/gen-<fingerprint>/      manifest.json, documents.json, words.bin, search/ (tantivy)
//! index/.building-*/            half-built, never read, removed by the next build
//! ```
//!
//! A crash at any point leaves `CURRENT` naming a whole generation: it is replaced only after every file of the new one
//! is on disk under its final name.

use std::io::Write;
use std::path::{Path, PathBuf};

use fs_err as fs;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

/// The version of what lies in a generation's folder.
///
/// Raise it when the schema, the analyser's terms or a file's form changes; older generations are then rebuilt.
///
/// History: 1, the first; 2, words compiled; 3, words that are taken for others.
pub const FORMAT_VERSION: u32 = 3;

const CURRENT: &str = "CURRENT";
const MANIFEST: &str = "manifest.json";
const BUILDING: &str = ".building-";
const PREFIX: &str = "gen-";

/// What a generation could not do.
#[derive(Debug, thiserror::Error)]
pub enum GenerationError {
    /// A file could not be read or written; the message names it.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A file is not what this version writes.
    #[error("{path} is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What a generation holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT_VERSION`] of the program that built it.
    pub format: u32,
    /// Digest over everything that it was built from.
    pub fingerprint: String,
    /// Documents read.
    pub n_documents: u64,
    /// Entries of all kinds.
    pub n_records: u64,
    /// Expected questions.
    pub n_asked: u64,
}

/// A published generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Its folder.
    pub path: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

impl Generation {
    fn open(path: PathBuf) -> Result<Option<Self>, GenerationError> {
        let file = path.join(MANIFEST);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let manifest = serde_json::from_str(&text).map_err(|error| damaged(&file, error))?;
        Ok(Some(Self { path, manifest }))
    }
}

/// Returns the live generation; none where nothing was built or the pointer leads nowhere.
pub fn current(index_dir: &Path) -> Result<Option<Generation>, GenerationError> {
    let name = match fs::read_to_string(index_dir.join(CURRENT)) {
        Ok(name) => name,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let name = name.trim();
    if !name.starts_with(PREFIX) || name.contains(['/', '\\']) {
        return Ok(None);
    }
    Generation::open(index_dir.join(name))
}

/// Makes an empty folder to build in; it is removed again unless it is published.
pub fn stage(index_dir: &Path) -> Result<TempDir, GenerationError> {
    fs::create_dir_all(index_dir)?;
    Ok(tempfile::Builder::new().prefix(BUILDING).tempdir_in(index_dir)?)
}

/// Makes a built folder the live generation.
///
/// Steps: manifest and files to disk, rename to the final name, pointer file replaced by rename.
pub fn publish(
    index_dir: &Path,
    staged: TempDir,
    manifest: Manifest,
) -> Result<Generation, GenerationError> {
    let path = free_name(index_dir, &manifest.fingerprint);
    write_json(&staged.path().join(MANIFEST), &manifest)?;
    sync_tree(staged.path())?;
    fs::rename(staged.keep(), &path)?;
    point_at(index_dir, &path)?;
    Ok(Generation { path, manifest })
}

/// Returns a folder for a generation that is not taken.
///
/// One of the same fingerprint may be there: damaged, or built again by force while it answers.
fn free_name(index_dir: &Path, fingerprint: &str) -> PathBuf {
    let mut path = index_dir.join(format!("{PREFIX}{fingerprint}"));
    let mut copy = 1;
    while path.is_dir() {
        copy += 1;
        path = index_dir.join(format!("{PREFIX}{fingerprint}-{copy}"));
    }
    path
}

/// Points `CURRENT` at a generation that lies in `index_dir`.
pub fn point_at(index_dir: &Path, generation: &Path) -> Result<(), GenerationError> {
    let name = generation.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let mut pointer = tempfile::Builder::new().prefix(BUILDING).tempfile_in(index_dir)?;
    writeln!(pointer, "{name}")?;
    pointer.as_file().sync_all()?;
    pointer.persist(index_dir.join(CURRENT)).map_err(|error| error.error)?;
    sync_folder(index_dir);
    Ok(())
}

/// Removes half-built folders and all but the newest `keep` generations; the live one stays.
pub fn prune(index_dir: &Path, keep: usize) -> Result<(), GenerationError> {
    let live = current(index_dir)?.map(|generation| generation.path);
    let mut generations = Vec::new();
    for entry in fs::read_dir(index_dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let modified = entry.metadata().and_then(|data| data.modified()).ok();
        if name.starts_with(BUILDING) {
            // A build of this moment may be another process's: only old leftovers go.
            let age = modified.and_then(|time| time.elapsed().ok());
            if age.is_some_and(|age| age.as_secs() > 3600) {
                let _ = fs::remove_dir_all(entry.path());
            }
        } else if name.starts_with(PREFIX) && Some(entry.path()) != live {
            generations.push((modified, entry.path()));
        }
    }
    generations.sort();
    let n_remove = generations.len().saturating_sub(keep.saturating_sub(1));
    for (_, path) in generations.into_iter().take(n_remove) {
        fs::remove_dir_all(path)?;
    }
    Ok(())
}

/// Writes a value as JSON.
pub fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<(), GenerationError> {
    let text = serde_json::to_vec(value).map_err(|error| damaged(path, error))?;
    Ok(fs::write(path, text)?)
}

/// Reads what [`write_json`] wrote.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, GenerationError> {
    serde_json::from_slice(&fs::read(path)?).map_err(|error| damaged(path, error))
}

/// Writes a value in a form that is read several times faster than JSON.
pub fn write_binary<T: Serialize>(path: &Path, value: &T) -> Result<(), GenerationError> {
    let bytes = postcard::to_allocvec(value).map_err(|error| damaged(path, error))?;
    Ok(fs::write(path, bytes)?)
}

/// Reads what [`write_binary`] wrote.
pub fn read_binary<T: DeserializeOwned>(path: &Path) -> Result<T, GenerationError> {
    postcard::from_bytes(&fs::read(path)?).map_err(|error| damaged(path, error))
}

fn damaged(path: &Path, error: impl std::error::Error + Send + Sync + 'static) -> GenerationError {
    GenerationError::Damaged { path: path.to_owned(), source: Box::new(error) }
}

fn sync_tree(dir: &Path) -> Result<(), GenerationError> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_tree(&entry.path())?;
        } else {
            fs::File::open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(dir);
    Ok(())
}

/// Makes a folder's entries durable where the system can do that.
fn sync_folder(dir: &Path) {
    if let Ok(folder) = fs::File::open(dir) {
        let _ = folder.sync_all();
    }
}
