//! A library in a folder, as a generation keeps it.
//!
//! ```text
//! documents.bin         a digest, then what is known of each document, and where the rest of it lies
//! measures-<name>.bin   documents one behind the other, then the heads of their measures
//! ```
//!
//! A file of measures is written once. What stays in the next generation stays in its file, which both then share; a
//! file that has become small beside what is new, or of which half is no longer used, is written anew.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufWriter, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::Library;
use super::document::{Bytes, LoadedDocument, Part, short};
use crate::files;
use crate::model::FiscalYear;

/// The table of documents.
pub const TABLE: &str = "documents.bin";
const PART: &str = "measures-";

/// What a library in a folder could not do.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// A file could not be read or written; the message names it.
    #[error(transparent)]
    File(#[from] io::Error),
    /// A file is not what this version writes.
    #[error("{path} is damaged: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

/// What stands before the rows of the documents.
#[derive(Default, Serialize, Deserialize)]
struct Table {
    /// The files with their sizes.
    parts: Vec<(String, u64)>,
    municipalities: Vec<Arc<str>>,
    /// What sets of years documents speak of.
    years: Vec<Arc<[FiscalYear]>>,
}

#[derive(Serialize, Deserialize)]
struct Row<'a> {
    number: u32,
    /// Two digests; as bytes, they are not read number by number.
    source: &'a [u8],
    content: &'a [u8],
    id_code: u64,
    municipality: usize,
    fiscal_year: Option<FiscalYear>,
    years: usize,
    n_measures: usize,
    n_diagnostics: usize,
    marks_changes: bool,
    has_budgets: bool,
    part: usize,
    /// First byte and size.
    heads: (usize, usize),
    body: (usize, usize),
}

impl Library {
    /// Opens the library of a folder; `map` maps a file into memory.
    ///
    /// The table is checked, and that the files have their sizes; what lies in them is checked when it is read.
    pub fn open(
        folder: &Path,
        map: impl Fn(&Path) -> io::Result<Bytes>,
    ) -> Result<Self, LibraryError> {
        let path = folder.join(TABLE);
        let bytes = map(&path)?;
        let rows = whole(&bytes).map_err(|reason| damaged(&path, reason))?;
        let (table, rows): (Table, _) = read(rows, &path)?;
        let (n_rows, mut rows): (usize, _) = read(rows, &path)?;
        let mut parts = Vec::new();
        for (name, size) in table.parts {
            let path = folder.join(&name);
            if !name.starts_with(PART) || name.contains(['/', '\\']) {
                return Err(damaged(&path, "it is no file of measures"));
            }
            let bytes = map(&path)?;
            if bytes.len() as u64 != size {
                return Err(damaged(&path, format!("it should have {size} bytes")));
            }
            parts.push(Arc::new(Part { file: Some(path), bytes }));
        }
        let document = |row: Row<'_>| {
            let part = parts.get(row.part)?.clone();
            let within = |(start, size): (usize, usize)| {
                let range = start..start.checked_add(size)?;
                (range.end <= part.bytes.len()).then_some(range)
            };
            Some(LoadedDocument {
                number: row.number,
                source: row.source.try_into().ok()?,
                content: row.content.try_into().ok()?,
                id_code: row.id_code,
                municipality: table.municipalities.get(row.municipality)?.clone(),
                fiscal_year: row.fiscal_year,
                years: table.years.get(row.years)?.clone(),
                n_measures: row.n_measures,
                n_diagnostics: row.n_diagnostics,
                marks_changes: row.marks_changes,
                has_budgets: row.has_budgets,
                heads: within(row.heads)?,
                body: within(row.body)?,
                part,
                info: OnceLock::new(),
            })
        };
        // Each row becomes its document at once: with very many, a list of rows costs a start much memory.
        let mut documents = Vec::with_capacity(n_rows.min(rows.len()));
        for _ in 0..n_rows {
            let row;
            (row, rows) = read(rows, &path)?;
            let document = document(row);
            let outside = || damaged(&path, "a document lies outside of its file");
            documents.push(document.ok_or_else(outside)?);
        }
        Ok(Self::of(documents))
    }

    /// Reads everything, to tell whether it is as it was written.
    pub fn check(&self) -> Result<(), LibraryError> {
        let damage = self.documents().iter().find(|document| !document.is_whole());
        damage.map_or(Ok(()), |document| {
            let file = document.part.file.clone().unwrap_or_default();
            Err(damaged(&file, format!("it is not as it was written, in {}", document.info().id)))
        })
    }

    /// Writes the library into a folder. What lies in the files of another one is shared with it if `shares`, and
    /// copied otherwise, so that equal libraries make equal files.
    pub fn write(&self, folder: &Path, shares: bool) -> Result<(), LibraryError> {
        let kept = if shares { self.kept_parts() } else { BTreeMap::new() };
        let mut table = Table::default();
        let mut places = HashMap::new();
        for (file, part) in kept {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files::share(&file, &folder.join(&name))?;
            places.insert(file, table.parts.len());
            table.parts.push((name, part.bytes.len() as u64));
        }
        let place = |document: &LoadedDocument| places.get(document.part.file.as_ref()?).copied();
        let new: Vec<&LoadedDocument> =
            self.documents().iter().filter(|document| place(document).is_none()).collect();
        let mut new_ranges = HashMap::new();
        if !new.is_empty() {
            let mut hasher = blake3::Hasher::new();
            new.iter().for_each(|document| {
                hasher.update(&document.content);
            });
            let digest = hasher.finalize().to_hex();
            let name = format!("{PART}{}.bin", digest.chars().take(16).collect::<String>());
            let (ranges, size) = write_part(&folder.join(&name), &new)?;
            new_ranges = new.iter().map(|document| document.number).zip(ranges).collect();
            table.parts.push((name, size));
        }
        let (mut municipalities, mut years) = (HashMap::new(), HashMap::new());
        let mut rows = Vec::new();
        for document in self.documents() {
            let ranges = new_ranges.get(&document.number).cloned();
            let (heads, body) =
                ranges.unwrap_or_else(|| (document.heads.clone(), document.body.clone()));
            rows.push(Row {
                number: document.number,
                source: &document.source,
                content: &document.content,
                id_code: document.id_code,
                municipality: intern(
                    &document.municipality,
                    &mut municipalities,
                    &mut table.municipalities,
                ),
                fiscal_year: document.fiscal_year,
                years: intern(&document.years, &mut years, &mut table.years),
                n_measures: document.n_measures,
                n_diagnostics: document.n_diagnostics,
                marks_changes: document.marks_changes,
                has_budgets: document.has_budgets,
                // What is new stands in the last file.
                part: place(document).unwrap_or(table.parts.len() - 1),
                heads: (heads.start, heads.len()),
                body: (body.start, body.len()),
            });
        }
        let path = folder.join(TABLE);
        let table = postcard::to_allocvec(&table).map_err(|error| damaged(&path, error))?;
        let table = postcard::to_extend(&rows, table).map_err(|error| damaged(&path, error))?;
        let mut file = fs::File::create(&path)?;
        file.write_all(&short(blake3::hash(&table)))?;
        Ok(file.write_all(&table)?)
    }

    /// Returns the files that can stay as they are: each more than twice as large as all that is written anew, so that
    /// there are never many of them, and of none more than half left over.
    fn kept_parts(&self) -> BTreeMap<PathBuf, Arc<Part>> {
        let mut parts: HashMap<PathBuf, (Arc<Part>, usize)> = HashMap::new();
        let mut n_new = 0;
        for document in self.documents() {
            let size = document.heads.len() + document.body.len();
            match &document.part.file {
                Some(file) => {
                    let part = parts.entry(file.clone());
                    part.or_insert_with(|| (document.part.clone(), 0)).1 += size;
                }
                None => n_new += size,
            }
        }
        let mut parts: Vec<_> = parts.into_iter().collect();
        parts.sort_by(|(a, (_, a_used)), (b, (_, b_used))| (a_used, a).cmp(&(b_used, b)));
        let mut kept = BTreeMap::new();
        for (file, (part, used)) in parts {
            if used < 2 * n_new || used < part.bytes.len() / 2 {
                n_new += used;
            } else {
                kept.insert(file, part);
            }
        }
        kept
    }
}

/// Where heads and body of a document lie.
type Ranges = (Range<usize>, Range<usize>);

/// Writes a file of measures; returns where heads and bodies of each document lie in it, and its size.
fn write_part(path: &Path, documents: &[&LoadedDocument]) -> io::Result<(Vec<Ranges>, u64)> {
    // A file of this name may be another generation's.
    let mut file = BufWriter::new(fs::File::create_new(path)?);
    let mut end = 0;
    let mut write = |document: &LoadedDocument, range: &Range<usize>| -> io::Result<_> {
        // Every range was checked when its document came in.
        file.write_all(document.part.bytes.get(range.clone()).unwrap_or_default())?;
        let start = end;
        end += range.len();
        Ok(start..end)
    };
    let mut bodies = Vec::new();
    for document in documents {
        bodies.push(write(document, &document.body)?);
    }
    let mut ranges = Vec::new();
    for (document, body) in documents.iter().zip(bodies) {
        ranges.push((write(document, &document.heads)?, body));
    }
    file.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok((ranges, end as u64))
}

/// Returns what stands behind the digest of a table, if that is its digest.
fn whole(bytes: &[u8]) -> Result<&[u8], &'static str> {
    let (digest, table) = bytes.split_first_chunk().ok_or("it is too short")?;
    (*digest == short(blake3::hash(table))).then_some(table).ok_or("it is not as it was written")
}

/// Reads a value at the beginning of bytes; returns what follows it, too.
fn read<'a, T: Deserialize<'a>>(
    bytes: &'a [u8],
    path: &Path,
) -> Result<(T, &'a [u8]), LibraryError> {
    postcard::take_from_bytes(bytes).map_err(|error| damaged(path, error))
}

fn damaged(path: &Path, reason: impl ToString) -> LibraryError {
    LibraryError::Damaged { path: path.to_owned(), reason: reason.to_string() }
}

/// Returns the place of a value in a list that has each value once.
fn intern<T: Clone + Eq + std::hash::Hash>(
    value: &T,
    places: &mut HashMap<T, usize>,
    values: &mut Vec<T>,
) -> usize {
    *places.entry(value.clone()).or_insert_with(|| {
        values.push(value.clone());
        values.len() - 1
    })
}
