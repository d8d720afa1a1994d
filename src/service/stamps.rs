//! Whether the files that data is built from have changed, without reading them: by names, sizes and times.
//!
//! A generation keeps a digest of these as they were before its files were read. Where the digest is the same, so are
//! the files; where it differs, they are read, and the fingerprint of what they say decides. A file that changes again
//! before the clock of its file system has gone on looks as before: so the digest is kept only if all files had lain
//! still for [`SETTLED`] when they were listed.
//!
//! Where the system knows them, the inode and the time of its last change count, which nobody can set: there, a file of
//! the same size whose time was set back is seen as well. Elsewhere it is not, until the next reload.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fs_err as fs;

use super::Paths;
use super::digest::digest;
use super::sources::{RANKING_FILE, Sources, config_files, documents_in, documents_in_any_order};
use crate::contacts;
use crate::error::Error;
use crate::files;
use crate::index::{self, Generation};
use crate::library::short;

/// Its file in a generation's folder.
const FILE: &str = "sources.bin";
/// The clocks of file systems go on in smaller steps than this; FAT's is the slowest.
const SETTLED: Duration = Duration::from_secs(3);
/// Files that are written for a digest together: a few, whose memory is used again.
const AT_ONCE: usize = 512;

/// What is known of a file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its name within its folder.
    pub(super) name: PathBuf,
    /// Its size in bytes.
    pub(super) size: u64,
    modified: Option<SystemTime>,
    /// When anything of it changed; its name and its place count.
    changed: Option<SystemTime>,
    /// What the file system knows it by.
    inode: u64,
}

impl Stamp {
    pub(super) fn of(name: PathBuf, data: &Metadata) -> Self {
        let modified = data.modified().ok();
        let (changed, inode) = identity(data).unwrap_or((modified, 0));
        Self { name, size: data.len(), modified, changed, inode }
    }

    /// Looks at a file; none where there is no file.
    pub(super) fn look(folder: &Path, name: PathBuf) -> Option<Self> {
        let data = fs::metadata(folder.join(&name)).ok()?;
        data.is_file().then(|| Self::of(name, &data))
    }

    /// The order of names.
    pub(super) fn by_name(&self, other: &Self) -> Ordering {
        self.name.as_os_str().cmp(other.name.as_os_str())
    }

    /// Writes it behind others.
    fn write(&self, bytes: &mut Vec<u8>) {
        let name = self.name.as_os_str().as_encoded_bytes();
        bytes.extend_from_slice(&(name.len() as u64).to_le_bytes());
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(&self.size.to_le_bytes());
        bytes.extend_from_slice(&self.inode.to_le_bytes());
        for time in [self.modified, self.changed] {
            // 0 for what lies before 1970 or is not known.
            let time = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            bytes.extend_from_slice(&time.map_or(0, |time| time.as_nanos()).to_le_bytes());
        }
    }
}

#[cfg(unix)]
fn identity(data: &Metadata) -> Option<(Option<SystemTime>, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = Duration::from_secs(u64::try_from(data.ctime()).ok()?);
    let nanos = Duration::from_nanos(u64::try_from(data.ctime_nsec()).ok()?);
    Some((UNIX_EPOCH.checked_add(seconds + nanos), data.ino()))
}

#[cfg(not(unix))]
fn identity(_data: &Metadata) -> Option<(Option<SystemTime>, u64)> {
    None
}

/// The files that data is built from, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamps {
    /// Documents, in the order of their names.
    pub(super) seeds: Vec<Stamp>,
    /// Files of the config folder, in a fixed order.
    pub(super) config: Vec<Stamp>,
    /// Files that are not built into a generation, but read with it.
    beside: Vec<Stamp>,
}

impl Stamps {
    /// Lists the files.
    pub(super) fn of(paths: &Paths) -> Result<Self, Error> {
        Self::with(documents_in(&paths.seeds)?, paths)
    }

    /// Adds the files of the config folder to documents.
    fn with(seeds: Vec<Stamp>, paths: &Paths) -> Result<Self, Error> {
        let beside = [RANKING_FILE, contacts::FILE].into_iter();
        Ok(Self {
            seeds,
            config: config_files(&paths.config)?,
            beside: beside.filter_map(|it| Stamp::look(&paths.config, it.into())).collect(),
        })
    }

    fn built_from(&self) -> impl Iterator<Item = &Stamp> {
        self.seeds.iter().chain(&self.config)
    }

    /// Returns what a generation keeps of them; none where a file may still change without looking different.
    ///
    /// `moment` lies before the files were listed.
    pub(super) fn note(&self, paths: &Paths, moment: SystemTime) -> Option<blake3::Hash> {
        let is_settled = |stamp: &Stamp| {
            let changed = stamp.changed.or(stamp.modified)?;
            Some(moment.duration_since(changed).ok()? >= SETTLED)
        };
        self.built_from().all(|stamp| is_settled(stamp) == Some(true)).then(|| self.digest(paths))
    }

    fn digest(&self, paths: &Paths) -> blake3::Hash {
        let folder = |path: &Path| {
            let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            path.as_os_str().as_encoded_bytes().to_vec()
        };
        let about = [
            index::FORMAT_VERSION.to_le_bytes().to_vec(),
            env!("CARGO_PKG_VERSION").as_bytes().to_vec(),
            folder(&paths.seeds),
            folder(&paths.config),
            self.seeds.len().to_le_bytes().to_vec(),
        ];
        // Numbers are put in order in a fraction of the time that names take.
        let mut seeds: Vec<&Stamp> = self.seeds.iter().collect();
        seeds.sort_unstable_by(|a, b| a.inode.cmp(&b.inode).then_with(|| a.by_name(b)));
        let config: Vec<&Stamp> = self.config.iter().collect();
        let listed = seeds.chunks(AT_ONCE).chain(config.chunks(AT_ONCE)).map(|part| {
            let mut bytes = Vec::new();
            part.iter().for_each(|stamp| stamp.write(&mut bytes));
            bytes
        });
        digest(about.into_iter().chain(listed))
    }
}

/// Whether the files in the folders look as those that a generation was built from; nothing is read.
pub(super) fn are_as_noted(paths: &Paths, generation: &Generation) -> bool {
    let Ok(noted) = fs::read(generation.path.join(FILE)) else { return false };
    let stamps = documents_in_any_order(&paths.seeds).and_then(|it| Stamps::with(it, paths));
    stamps.is_ok_and(|stamps| noted == short(stamps.digest(paths)))
}

/// Whether a generation is built from what lies in the folders, which are read only where they look different.
pub(super) fn fit(paths: &Paths, generation: &Generation) -> Result<bool, Error> {
    Ok(are_as_noted(paths, generation)
        || Sources::read(paths)?.fingerprint() == generation.manifest.fingerprint)
}

/// Keeps with a generation what the files looked like that it is built from; without it, the next start reads them.
pub(super) fn keep(folder: &Path, note: Option<blake3::Hash>) {
    let Some(note) = note else { return };
    if let Err(error) = files::replace(&folder.join(FILE), &short(note)) {
        tracing::debug!(%error, "the files that the data is built from are read by the next start, too");
    }
}
