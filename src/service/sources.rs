//! The files of an installation that data is built from: which they are, what is in them, whether they have changed.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fs_err as fs;

use super::Paths;
use super::digest::digest;
use super::stamps::{Stamp, Stamps};
use crate::contacts;
use crate::corpus::DocumentsFile;
use crate::error::{Error, ErrorKind};
use crate::expected;
use crate::glossary;
use crate::index::{self, GenerationError};
use crate::question::OWN_WORDS_FILE;
use crate::toml_file;

pub(super) const DOCUMENT_FACTS_FILE: &str = "documents.toml";
pub(super) const LEXICON_FILE: &str = "lexicon.csv";
pub(super) const THESAURUS_FILE: &str = "thesaurus.toml";
pub(super) const GAZETTEER_FILE: &str = "gazetteer.csv";
pub(super) const TOWNS_FILE: &str = "towns.csv";
pub(super) const RANKING_FILE: &str = "ranking.toml";

/// Ends of the names of files that are read as documents.
pub(super) const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "html", "htm", "csv", "tsv"];
/// The end of the names of files of which only the text is read, when they are added.
pub(super) const PDF: &str = "pdf";
/// A document larger than this is not read.
const MAX_DOCUMENT_BYTES: u64 = 64 << 20;
/// How often files that change while they are read are read again.
const TRIES: usize = 3;
/// Files of a folder that are looked at in one go, while the folder is read on.
const FILES_AT_ONCE: usize = 2_048;

/// The file of a document.
#[derive(Clone)]
pub(super) struct Seed {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Of the bytes: they are gone through once, however often it is asked whether they changed.
    pub(super) digest: blake3::Hash,
}

impl Seed {
    pub(super) fn new(name: String, bytes: Vec<u8>) -> Self {
        let digest = blake3::hash(&bytes);
        Self { name, bytes, digest }
    }
}

/// The raw files that a generation is built from, in a fixed order.
#[derive(Clone)]
pub struct Sources {
    pub(super) seeds: Vec<Seed>,
    pub(super) config: Vec<(PathBuf, String)>,
    pub(super) config_folder: PathBuf,
    /// Files that could not be read, with the reason.
    pub(super) unread: Vec<(String, String)>,
    /// What has a document's name and is never read, with the reason: too large a file, or none.
    pub(super) set_aside: Vec<(String, String)>,
    /// A file that was listed was gone when its turn came.
    vanished: bool,
    /// PDF files without their text beside them.
    pub(super) pdfs: Vec<String>,
    /// What a generation keeps of how the files looked before they were read; none where that does not tell enough.
    pub(super) note: Option<blake3::Hash>,
}

impl Sources {
    /// Reads the files. A document that cannot be read is told and does not stop the others.
    pub fn read(paths: &Paths) -> Result<Self, Error> {
        let moment = SystemTime::now();
        let stamps = Stamps::of(paths)?;
        let (mut seeds, mut unread, mut pdfs) = (Vec::new(), Vec::new(), Vec::new());
        let mut set_aside = no_files_in(&paths.seeds, &stamps.seeds)?;
        let (mut vanished, mut failed) = (false, false);
        for stamp in &stamps.seeds {
            let name = stamp.name.to_string_lossy().into_owned();
            if has_extension(&stamp.name, &[PDF]) {
                pdfs.push(name);
                continue;
            }
            if stamp.size > MAX_DOCUMENT_BYTES {
                set_aside.push((name, format!("larger than {} MB", MAX_DOCUMENT_BYTES >> 20)));
                continue;
            }
            match fs::read(paths.seeds.join(&stamp.name)) {
                Ok(bytes) => seeds.push(Seed::new(name, bytes)),
                Err(error) => {
                    failed = true;
                    vanished |= error.kind() == std::io::ErrorKind::NotFound;
                    unread.push((name, error.to_string()));
                }
            }
        }
        pdfs.retain(|pdf| !seeds.iter().any(|seed| stem(&seed.name) == stem(pdf)));
        let mut config = Vec::new();
        for stamp in &stamps.config {
            let path = paths.config.join(&stamp.name);
            let text = toml_file::read_text(&path).map_err(|error| {
                let hint = toml_file::unread_hint(&error);
                Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                    .because(error)
                    .hint(hint)
            })?;
            config.push((path, text));
        }
        // What changed while it was read may have been read as it is now.
        let is_still = !failed && Stamps::of(paths)? == stamps;
        let note = stamps.note(paths, moment).filter(|_| is_still);
        let config_folder = paths.config.clone();
        Ok(Self { seeds, config, config_folder, unread, set_aside, vanished, pdfs, note })
    }

    /// Reads the files while nobody changes them: all of one moment, or an error.
    ///
    /// A file that vanishes while it is read is one that was removed; reading begins again without it.
    pub(super) fn read_settled(paths: &Paths) -> Result<Self, Error> {
        for _ in 0..TRIES {
            let before = Stamps::of(paths)?;
            let sources = Self::read(paths);
            if Stamps::of(paths)? != before {
                continue;
            }
            let sources = sources?;
            // It may be back by now, looking as before.
            if sources.vanished {
                continue;
            }
            return match sources.unread.first() {
                Some((name, reason)) => {
                    let message = format!("{} cannot be read", paths.seeds.join(name).display());
                    Err(Error::new(ErrorKind::Data, format!("{message}: {reason}"))
                        .hint("see that the file can be read, or remove it"))
                }
                None => Ok(sources),
            };
        }
        Err(Error::new(ErrorKind::Busy, "the documents are being changed at this moment")
            .hint("try again when all files have been copied"))
    }

    /// Returns the text of `documents.toml`; empty where there is none.
    pub(super) fn facts_text(&self) -> &str {
        self.config(DOCUMENT_FACTS_FILE).map_or("", |(_, text)| text)
    }

    /// Puts another text in the place of `documents.toml`.
    pub(super) fn set_facts_text(&mut self, paths: &Paths, text: String) {
        let path = paths.config.join(DOCUMENT_FACTS_FILE);
        match self.config.iter_mut().find(|(known, _)| *known == path) {
            Some((_, known)) => *known = text,
            // It comes first: see `config_files`.
            None => self.config.insert(0, (path, text)),
        }
    }

    /// Takes a document's files out.
    pub(super) fn forget(&mut self, document: &str) {
        self.seeds.retain(|seed| stem(&seed.name) != document);
        self.unread.retain(|(name, _)| stem(name) != document);
        self.set_aside.retain(|(name, _)| stem(name) != document);
    }

    /// Returns a digest over everything that a generation is built from.
    pub fn fingerprint(&self) -> String {
        let version = index::FORMAT_VERSION.to_le_bytes();
        let about = [version.as_slice(), env!("CARGO_PKG_VERSION").as_bytes()];
        let seeds =
            self.seeds.iter().flat_map(|seed| [seed.name.as_bytes(), seed.digest.as_bytes()]);
        let config = self.config.iter().flat_map(|(path, text)| {
            [path.file_name().unwrap_or_default().as_encoded_bytes(), text.as_bytes()]
        });
        let digest = digest(about.into_iter().chain(seeds).chain(config));
        digest.to_hex().chars().take(16).collect()
    }

    /// Returns what `documents.toml` says.
    pub(super) fn facts(&self) -> Result<DocumentsFile, Error> {
        match self.config(DOCUMENT_FACTS_FILE) {
            Some((path, text)) => toml_file::parse(path, text).map_err(|error| {
                Error::from_source(ErrorKind::Settings, error).hint(
                    "each [document.\"<file name without its ending>\"] may have municipality, prefecture, fiscal_year, title, status and family",
                )
            }),
            None => Ok(DocumentsFile::default()),
        }
    }

    /// Returns a file of the config folder itself.
    pub(super) fn config(&self, name: &str) -> Option<(&Path, &str)> {
        let wanted = self.config_folder.join(name);
        let found = self.config.iter().find(|(path, _)| *path == wanted);
        found.map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// Returns the files of expected questions.
    pub(super) fn expected_files(&self) -> impl Iterator<Item = &(PathBuf, String)> {
        let folder = self.config_folder.join(expected::FOLDER);
        self.config.iter().filter(move |(path, _)| path.parent() == Some(&folder))
    }
}

/// Returns which of the lists that the program comes with a config folder has not, or has empty: without them it starts,
/// and answers worse.
pub(super) fn absent_lists(folder: &Path) -> Vec<&'static str> {
    let lists = [
        DOCUMENT_FACTS_FILE,
        LEXICON_FILE,
        THESAURUS_FILE,
        GAZETTEER_FILE,
        TOWNS_FILE,
        glossary::FILE,
        contacts::FILE,
        expected::FOLDER,
    ];
    let is_there = |name: &&str| {
        let path = folder.join(name);
        let has_entry = || fs::read_dir(&path).is_ok_and(|mut it| it.next().is_some());
        let is_full = |data: std::fs::Metadata| {
            if data.is_dir() { has_entry() } else { data.len() > 0 }
        };
        fs::metadata(&path).is_ok_and(is_full)
    };
    lists.into_iter().filter(|name| !is_there(name)).collect()
}

/// Returns a file's name without its ending: the document's id.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Lists the files of a folder that are documents, in the order of their names.
pub(super) fn documents_in(folder: &Path) -> Result<Vec<Stamp>, Error> {
    let mut files = documents_in_any_order(folder)?;
    files.sort_unstable_by(Stamp::by_name);
    Ok(files)
}

/// Lists them where their order does not matter, which saves a start some milliseconds.
pub(super) fn documents_in_any_order(folder: &Path) -> Result<Vec<Stamp>, Error> {
    list(folder, is_document).map_err(|error| unreadable_folder(folder, error))
}

/// Lists what lies in a folder of documents and is never looked at: files of other kinds, and folders.
pub(super) fn of_other_kinds(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable_folder(folder, error))?;
    let names = entries.flatten().map(|entry| PathBuf::from(entry.file_name()));
    let is_hidden = |name: &PathBuf| name.as_os_str().as_encoded_bytes().starts_with(b".");
    let mut others: Vec<PathBuf> =
        names.filter(|name| !is_document(name) && !is_hidden(name)).collect();
    others.sort_unstable();
    Ok(others.into_iter().map(|name| folder.join(name)).collect())
}

/// Lists what has a document's name in a folder and is no file, with what it is: a folder, a pipe, a link to nothing.
///
/// `files` are those of the folder, in the order of their names.
fn no_files_in(folder: &Path, files: &[Stamp]) -> Result<Vec<(String, String)>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable_folder(folder, error))? {
        let entry = entry.map_err(|error| unreadable_folder(folder, error))?;
        let name = PathBuf::from(entry.file_name());
        let is_listed = files.binary_search_by(|file| file.name.as_os_str().cmp(name.as_os_str()));
        if !is_document(&name) || is_listed.is_ok() {
            continue;
        }
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        let reason = match fs::metadata(entry.path()) {
            // It came just now.
            Ok(data) if data.is_file() => continue,
            Ok(data) if data.is_dir() => "a folder and no file".to_owned(),
            Ok(_) => "no regular file".to_owned(),
            Err(error) if is_link => format!("a link that cannot be followed ({})", error.kind()),
            // It went just now.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => error.to_string(),
        };
        found.push((name.to_string_lossy().into_owned(), reason));
    }
    found.sort_unstable();
    Ok(found)
}

fn unreadable_folder(folder: &Path, error: std::io::Error) -> Error {
    let message = format!("the folder of documents {} cannot be read", folder.display());
    Error::new(ErrorKind::Data, message).because(error).hint(
        "put the policy documents there, or name another folder with --seeds or MADOGUCHI_SEEDS",
    )
}

/// Whether something of that name would be a document.
fn is_document(name: &Path) -> bool {
    let is_hidden = name.as_os_str().as_encoded_bytes().starts_with(b".");
    !is_hidden && has_extension(name, EXTENSIONS.iter().chain(&[PDF]))
}

fn has_extension<'a>(path: &Path, extensions: impl IntoIterator<Item = &'a &'a str>) -> bool {
    let extension = path.extension().unwrap_or_default();
    extensions.into_iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Lists the files of the config folder that a generation is built from, in a fixed order.
pub(super) fn config_files(folder: &Path) -> Result<Vec<Stamp>, Error> {
    let names = [
        DOCUMENT_FACTS_FILE,
        LEXICON_FILE,
        THESAURUS_FILE,
        OWN_WORDS_FILE,
        GAZETTEER_FILE,
        TOWNS_FILE,
        glossary::FILE,
    ];
    let mut files: Vec<Stamp> =
        names.into_iter().filter_map(|name| Stamp::look(folder, name.into())).collect();
    let expected_folder = folder.join(expected::FOLDER);
    if expected_folder.is_dir() {
        let found = list(&expected_folder, |name| has_extension(name, &["toml"]));
        let mut found = found.map_err(GenerationError::from)?;
        found.sort_unstable_by(Stamp::by_name);
        for mut file in found {
            file.name = Path::new(expected::FOLDER).join(&file.name);
            files.push(file);
        }
    }
    Ok(files)
}

/// Lists the files of a folder whose names are wanted, in any order.
fn list(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> std::io::Result<Vec<Stamp>> {
    let look_at = |entries: Vec<fs::DirEntry>| -> Vec<Stamp> {
        entries.iter().filter_map(|it| look(folder, it)).collect()
    };
    std::thread::scope(|scope| {
        let (mut parts, mut entries) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if is_wanted(Path::new(&entry.file_name())) {
                entries.push(entry);
            }
            if entries.len() == FILES_AT_ONCE {
                let entries = std::mem::take(&mut entries);
                parts.push(scope.spawn(move || look_at(entries)));
            }
        }
        let mut files = look_at(entries);
        for part in parts {
            files.extend(part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        Ok(files)
    })
}

/// Looks at an entry of a folder; none where it is no file, or gone again.
fn look(folder: &Path, entry: &fs::DirEntry) -> Option<Stamp> {
    let name = PathBuf::from(entry.file_name());
    // On Windows, a folder's own entry of a file may be older than the file.
    let data = if cfg!(windows) { fs::metadata(entry.path()) } else { entry.metadata() }.ok()?;
    if data.is_symlink() {
        return Stamp::look(folder, name);
    }
    data.is_file().then(|| Stamp::of(name, &data))
}
