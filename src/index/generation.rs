//! Generations of built data: built aside, then swapped in by one rename.
//!
//! ```text
//! index/CURRENT                 the name of the live generation
//! index/PINNED                  that it was chosen over what lies in the folders, by whom and when
//! index/gen-<fingerprint>/      manifest.json, documents.bin, measures-*.bin, words.bin, made.bin, sources.bin, search/
//! index/.building-*/            half-built, never read, removed by the next build
//! ```
//!
//! A crash at any point leaves `CURRENT` naming a whole generation: it is replaced only after every file of the new one
//! is on disk under its final name. `PINNED` counts only while it names the same generation as `CURRENT`, so that the
//! two never need to change at one moment.
//!
//! Whoever builds, publishes or prunes holds the installation's lock.

use std::path::{Path, PathBuf};

use fs_err as fs;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::mapped::map;
use crate::diff::Counts;
use crate::files::{self, sync_folder};

/// The version of what lies in a generation's folder.
///
/// Raise it when the schema, the analyser's terms, a file's form or what is read from a document changes; older
/// generations are then rebuilt.
///
/// History: 1, the first; 2, words compiled; 3, all words, and the digests of documents; 4, words that are taken for
/// others; 5, what each record holds, documents under numbers of their own, and what was made of them; 6, documents in
/// a form that is mapped and read measure by measure; 7, what each record holds as postcard writes it, and the words of
/// an entry of the thesaurus in one string; 8, what each record holds behind a head of one length; 9 to 12, what is read
/// from documents; 13, the towns of municipalities; 14, the words of the thesaurus and the names of places in one string;
/// 15, which towns are words for what a ward deals with, and which measures name somebody to ask; 16, the words of
/// titles as posting lists, and the names of places that each document uses.
pub const FORMAT_VERSION: u32 = 16;

const CURRENT: &str = "CURRENT";
const PINNED: &str = "PINNED";
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
    /// Files of the config folder that it was built with: word lists, facts of documents, expected questions.
    #[serde(default)]
    pub n_lists: u64,
    /// Which it is of those that were published here, from 1: the clock may jump back.
    #[serde(default)]
    pub serial: u64,
    /// When it was built, ISO 8601 in UTC.
    pub built: String,
    /// Who had it built; empty where a start found the folders changed.
    pub by: String,
    /// What differs from the generation that was live before; none for the first.
    pub changed: Option<Counts>,
}

impl Manifest {
    /// What generations are ordered by.
    pub fn order(&self) -> (u64, &str) {
        (self.serial, &self.built)
    }
}

/// That a generation was chosen over what lies in the folders: it stays live over restarts until the next reload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The generation's name.
    pub generation: String,
    /// The fingerprint of the folders at that time; empty where they could not be read.
    pub folders: String,
    /// Who chose it.
    pub by: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
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
    /// Returns its name: that of its folder.
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Returns how many bytes it takes on disk.
    pub fn bytes(&self) -> u64 {
        size_of(&self.path)
    }

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
///
/// What builds that were killed have left goes first: it takes the room that this one may need.
pub fn stage(index_dir: &Path) -> Result<TempDir, GenerationError> {
    fs::create_dir_all(index_dir)?;
    for entry in fs::read_dir(index_dir)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(BUILDING) {
            remove(&entry.path());
        }
    }
    Ok(tempfile::Builder::new().prefix(BUILDING).tempdir_in(index_dir)?)
}

/// Gives a built folder its manifest and final name, every file on disk. It is not live yet.
pub fn publish(
    index_dir: &Path,
    staged: TempDir,
    mut manifest: Manifest,
) -> Result<Generation, GenerationError> {
    let known = generations(index_dir)?;
    manifest.serial = 1 + known.iter().map(|it| it.manifest.serial).max().unwrap_or_default();
    let path = free_name(index_dir, &manifest.fingerprint);
    write_json(&staged.path().join(MANIFEST), &manifest)?;
    sync_tree(staged.path())?;
    fs::rename(staged.keep(), &path)?;
    sync_folder(index_dir);
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

/// Makes a published generation the live one, by replacing the pointer file, and ends whatever was pinned.
///
/// An older one becomes the newest, as if it was built again: the folders hold again what it is built from, and what
/// answered until now is the one before it.
pub fn make_live(index_dir: &Path, generation: &Generation) -> Result<(), GenerationError> {
    let known = generations(index_dir)?;
    let newest = known.iter().map(|it| it.manifest.serial).max().unwrap_or_default();
    if generation.manifest.serial < newest {
        let manifest = Manifest { serial: newest + 1, ..generation.manifest.clone() };
        let file = generation.path.join(MANIFEST);
        files::replace(&file, &to_json(&file, &manifest)?)?;
    }
    point_at(index_dir, &generation.name())?;
    unpin(index_dir)
}

/// Makes a generation the live one for as long as nobody reloads.
pub fn pin(index_dir: &Path, pin: &Pin) -> Result<(), GenerationError> {
    let text = to_json(&index_dir.join(PINNED), pin)?;
    files::replace(&index_dir.join(PINNED), &text)?;
    point_at(index_dir, &pin.generation)
}

/// Returns the pin that holds the live generation.
pub fn pinned(index_dir: &Path, live: &Generation) -> Option<Pin> {
    let text = fs::read(index_dir.join(PINNED)).ok()?;
    serde_json::from_slice(&text).ok().filter(|pin: &Pin| pin.generation == live.name())
}

/// Ends a pin.
pub fn unpin(index_dir: &Path) -> Result<(), GenerationError> {
    match fs::remove_file(index_dir.join(PINNED)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn point_at(index_dir: &Path, name: &str) -> Result<(), GenerationError> {
    Ok(files::replace(&index_dir.join(CURRENT), format!("{name}\n").as_bytes())?)
}

/// Returns the generations that are whole, the newest first.
pub fn generations(index_dir: &Path) -> Result<Vec<Generation>, GenerationError> {
    let mut generations = Vec::new();
    for entry in fs::read_dir(index_dir)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            // A damaged one is not offered; the next prune removes it.
            generations.extend(Generation::open(entry.path()).ok().flatten());
        }
    }
    generations.sort_by(|a, b| (b.manifest.order(), &b.path).cmp(&(a.manifest.order(), &a.path)));
    Ok(generations)
}

/// Removes what was half built and all but the newest `keep` generations; the live one stays.
///
/// What cannot be removed stays, too: it does no harm but take room.
pub fn prune(index_dir: &Path, keep: usize) {
    let live = match current(index_dir) {
        Ok(live) => live.map(|generation| generation.path),
        // What answers cannot be told from what may go.
        Err(_) => return,
    };
    let kept: Vec<PathBuf> = generations(index_dir)
        .unwrap_or_default()
        .into_iter()
        .map(|generation| generation.path)
        .filter(|path| Some(path) != live.as_ref())
        .take(keep.saturating_sub(1))
        .chain(live.clone())
        .collect();
    for entry in fs::read_dir(index_dir).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_old = name.starts_with(PREFIX) && !kept.contains(&path);
        if is_old || name.starts_with(BUILDING) {
            remove(&path);
        }
    }
}

fn remove(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    if let Err(error) = removed {
        tracing::warn!(%error, "a generation that is no longer needed cannot be removed");
    }
}

fn size_of(path: &Path) -> u64 {
    let Ok(data) = fs::symlink_metadata(path) else {
        return 0;
    };
    if !data.is_dir() {
        return data.len();
    }
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| size_of(&entry.path())).sum()
}

fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<(), GenerationError> {
    Ok(fs::write(path, to_json(path, value)?)?)
}

fn to_json<T: Serialize>(path: &Path, value: &T) -> Result<Vec<u8>, GenerationError> {
    serde_json::to_vec(value).map_err(|error| damaged(path, error))
}

/// Writes a value in a form that is read several times faster than JSON.
pub fn write_binary<T: Serialize>(path: &Path, value: &T) -> Result<(), GenerationError> {
    let bytes = postcard::to_allocvec(value).map_err(|error| damaged(path, error))?;
    Ok(fs::write(path, bytes)?)
}

/// Reads what [`write_binary`] wrote.
pub fn read_binary<T: DeserializeOwned>(path: &Path) -> Result<T, GenerationError> {
    postcard::from_bytes(&map(path)?).map_err(|error| damaged(path, error))
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
