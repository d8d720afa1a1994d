//! The files of an installation that data is built from: which they are, what is in them, whether they have changed.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fs_err as fs;

use super::Paths;
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
pub(super) const RANKING_FILE: &str = "ranking.toml";

/// Ends of the names of files that are read as documents.
pub(super) const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "html", "htm", "csv", "tsv"];
/// The end of the names of files of which only the text is read, when they are added.
pub(super) const PDF: &str = "pdf";
/// A document larger than this is not read.
const MAX_DOCUMENT_BYTES: u64 = 64 << 20;
/// How often files that change while they are read are read again.
const TRIES: usize = 3;

/// The raw files that a generation is built from, in a fixed order.
#[derive(Clone)]
pub struct Sources {
    pub(super) seeds: Vec<(String, Vec<u8>)>,
    pub(super) config: Vec<(PathBuf, String)>,
    /// Files that could not be read, with the reason.
    pub(super) unread: Vec<(String, String)>,
    /// A file that was listed was gone when its turn came.
    vanished: bool,
    /// PDF files without their text beside them.
    pub(super) pdfs: Vec<String>,
}

/// Names, sizes and times of the files that data is built from.
pub(super) type Stamps = Vec<(PathBuf, u64, Option<SystemTime>)>;

impl Sources {
    /// Reads the files. A document that cannot be read is told and does not stop the others.
    pub fn read(paths: &Paths) -> Result<Self, Error> {
        let mut sources = Self {
            seeds: Vec::new(),
            config: Vec::new(),
            unread: Vec::new(),
            vanished: false,
            pdfs: Vec::new(),
        };
        let mut pdfs = Vec::new();
        for path in documents_in(&paths.seeds)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if has_extension(&path, &[PDF]) {
                pdfs.push(name);
                continue;
            }
            let size = fs::metadata(&path).map(|data| data.len()).unwrap_or_default();
            if size > MAX_DOCUMENT_BYTES {
                sources.unread.push((name, format!("larger than {} MB", MAX_DOCUMENT_BYTES >> 20)));
                continue;
            }
            match fs::read(&path) {
                Ok(bytes) => sources.seeds.push((name, bytes)),
                Err(error) => {
                    sources.vanished |= error.kind() == std::io::ErrorKind::NotFound;
                    sources.unread.push((name, error.to_string()));
                }
            }
        }
        pdfs.retain(|pdf| !sources.seeds.iter().any(|(name, _)| stem(name) == stem(pdf)));
        sources.pdfs = pdfs;
        for path in config_files(paths)? {
            let text = toml_file::read_text(&path).map_err(|error| {
                Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                    .because(error)
                    .hint("save the file as UTF-8 text of at most 16 MB")
            })?;
            sources.config.push((path, text));
        }
        Ok(sources)
    }

    /// Reads the files while nobody changes them: all of one moment, or an error.
    ///
    /// A file that vanishes while it is read is one that was removed; reading begins again without it.
    pub(super) fn read_settled(paths: &Paths) -> Result<Self, Error> {
        for _ in 0..TRIES {
            let before = stamps(paths)?;
            let sources = Self::read(paths);
            if stamps(paths)? != before {
                continue;
            }
            let sources = sources?;
            // It may be back by now, looking as before.
            if sources.vanished {
                continue;
            }
            let failed = sources.unread.first().filter(|(name, _)| {
                // What is too large was never read, and nothing is lost with it.
                fs::metadata(paths.seeds.join(name)).is_ok_and(|d| d.len() <= MAX_DOCUMENT_BYTES)
            });
            return match failed {
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

    /// Returns a digest over everything that a generation is built from.
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut feed = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        feed(&index::FORMAT_VERSION.to_le_bytes());
        feed(env!("CARGO_PKG_VERSION").as_bytes());
        for (name, bytes) in &self.seeds {
            feed(name.as_bytes());
            feed(bytes);
        }
        for (path, text) in &self.config {
            feed(path.file_name().unwrap_or_default().as_encoded_bytes());
            feed(text.as_bytes());
        }
        hasher.finalize().to_hex().chars().take(16).collect()
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

    pub(super) fn config(&self, name: &str) -> Option<(&Path, &str)> {
        self.config
            .iter()
            .find(|(path, _)| path.file_name().is_some_and(|file| file == name))
            .map(|(path, text)| (path.as_path(), text.as_str()))
    }
}

/// Returns a file's name without its ending: the document's id.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Lists the files of a folder that are documents, in the order of their names.
pub(super) fn documents_in(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = list(folder).map_err(|error| {
        let message = format!("the folder of documents {} cannot be read", folder.display());
        Error::new(ErrorKind::Data, message).because(error).hint(
            "put the policy documents there, or name another folder with --seeds or MADOGUCHI_SEEDS",
        )
    })?;
    files.retain(|path| {
        let is_hidden =
            path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !is_hidden && (has_extension(path, EXTENSIONS) || has_extension(path, &[PDF]))
    });
    Ok(files)
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    extensions.contains(&extension.as_str())
}

/// Lists the files of the config folder that a generation is built from, in a fixed order.
fn config_files(paths: &Paths) -> Result<Vec<PathBuf>, Error> {
    let names = [
        DOCUMENT_FACTS_FILE,
        LEXICON_FILE,
        THESAURUS_FILE,
        OWN_WORDS_FILE,
        GAZETTEER_FILE,
        glossary::FILE,
    ];
    let mut files: Vec<PathBuf> =
        names.iter().map(|name| paths.config.join(name)).filter(|path| path.is_file()).collect();
    let folder = paths.config.join(expected::FOLDER);
    if folder.is_dir() {
        let found = list(&folder).map_err(GenerationError::from)?;
        files.extend(found.into_iter().filter(|path| has_extension(path, &["toml"])));
    }
    Ok(files)
}

/// Returns what tells that a file has changed, without reading any.
pub(super) fn stamps(paths: &Paths) -> Result<Stamps, Error> {
    let mut files = documents_in(&paths.seeds)?;
    files.extend(config_files(paths)?);
    // Not built into a generation, but read with it.
    files.extend([RANKING_FILE, contacts::FILE].map(|name| paths.config.join(name)));
    let stamp = |path: PathBuf| {
        let data = fs::metadata(&path).ok()?;
        Some((path, data.len(), data.modified().ok()))
    };
    Ok(files.into_iter().filter_map(stamp).collect())
}

fn list(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
