//! What each record holds, beside the posting lists: the [`code`](super::code)s of its terms, view by view.
//!
//! ```text
//! held.<offset>   one part of a file that only grows; its name says where in the whole it begins
//!
//! entry = { n_terms, n_codes }, … , { code }, … ;    two bytes each, for each of View::ALL; then their codes
//! code  = frequency, code ;                          a byte and three; in a view ascending, each code once
//! ```
//!
//! All little-endian.
//! An entry is read as a whole by its place in the file, and not mapped: the records that a question looks at lie all
//! over a file that may be larger than the memory.

use std::fs::File;
use std::io::{BufWriter, Error, ErrorKind, Result, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use fs_err as fs;

use super::schema::View;
use super::terms::CODE_BITS;

const PREFIX: &str = "held.";
/// How many bits of a key are the length of the entry; those above are its place.
const LENGTH_BITS: u32 = 24;
/// The bits of a code's word that are its frequency.
const FREQUENCY_BITS: u32 = u32::BITS - CODE_BITS;
const MAX_FREQUENCY: u32 = (1 << FREQUENCY_BITS) - 1;
/// How many terms and codes of a view count: no text that people write has as many.
const MAX_CODES: usize = u16::MAX as usize;
/// How many bytes of an entry are the numbers of terms and codes.
const HEAD: usize = View::ALL.len() * 4;

/// Writes a new part of the file.
pub(super) struct HeldWriter {
    /// Where the part begins.
    first: u64,
    growing: Mutex<Growing>,
}

struct Growing {
    file: BufWriter<fs::File>,
    /// Where the next entry begins.
    at: u64,
}

impl HeldWriter {
    /// Begins a part behind those that the folder has.
    pub(super) fn create(dir: &Path) -> Result<Self> {
        let at = parts(dir)?.last().map_or(0, |(first, size)| first + size);
        let file = fs::File::create_new(dir.join(format!("{PREFIX}{at}")))?;
        Ok(Self { first: at, growing: Mutex::new(Growing { file: BufWriter::new(file), at }) })
    }

    /// Adds an entry, the codes of each view in any order; returns its key.
    pub(super) fn add(&self, views: &mut [Vec<u32>; View::ALL.len()]) -> Result<u64> {
        let (mut entry, mut all) = (Vec::new(), Vec::new());
        for codes in views {
            codes.sort_unstable();
            let words = codes.chunk_by(|a, b| a == b).take(MAX_CODES).map(|run| {
                let frequency = u32::try_from(run.len()).unwrap_or(u32::MAX).min(MAX_FREQUENCY);
                let code = run.first().copied().unwrap_or_default();
                (code << FREQUENCY_BITS | frequency).to_le_bytes()
            });
            let n_before = all.len();
            all.extend(words);
            for n in [codes.len().min(MAX_CODES), all.len() - n_before] {
                entry.extend((n as u16).to_le_bytes());
            }
        }
        entry.extend(all.as_flattened());
        let mut growing = self.growing.lock().unwrap_or_else(PoisonError::into_inner);
        growing.file.write_all(&entry)?;
        let key = growing.at << LENGTH_BITS | entry.len() as u64;
        growing.at += entry.len() as u64;
        Ok(key)
    }

    /// Writes what is still in memory. A part without an entry goes again: the next would have its name.
    pub(super) fn finish(self) -> Result<()> {
        let mut growing = self.growing.into_inner().unwrap_or_else(PoisonError::into_inner);
        growing.file.flush()?;
        if growing.at == self.first {
            fs::remove_file(growing.file.get_ref().path())
        } else {
            Ok(())
        }
    }
}

/// Returns the parts of a folder, where they begin and how long they are, in order.
fn parts(dir: &Path) -> Result<Vec<(u64, u64)>> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let first = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.parse().ok());
        if let Some(first) = first {
            parts.push((first, entry.metadata()?.len()));
        }
    }
    parts.sort_unstable();
    Ok(parts)
}

/// Returns how many parts the file of a folder has.
pub(super) fn n_parts(dir: &Path) -> Result<usize> {
    Ok(parts(dir)?.len())
}

/// Returns where the entry of a key begins, and how long it is.
fn place(key: u64) -> (u64, u64) {
    (key >> LENGTH_BITS, key & ((1 << LENGTH_BITS) - 1))
}

/// The open file.
pub struct Held(Vec<(u64, File)>);

impl Held {
    /// Opens all parts in a folder; an error where they do not reach to the entry of the last of all keys without a gap.
    pub fn open(dir: &Path, last_key: u64) -> Result<Self> {
        let (mut files, mut end) = (Vec::new(), 0);
        for (first, size) in parts(dir)? {
            if first != end {
                break;
            }
            let file = fs::File::open(dir.join(format!("{PREFIX}{first}")))?;
            files.push((first, file.into_parts().0));
            end = first + size;
        }
        let (at, length) = place(last_key);
        if end < at + length {
            let told = format!("{}/{PREFIX}{end} is missing or too short", dir.display());
            return Err(Error::new(ErrorKind::UnexpectedEof, told));
        }
        Ok(Self(files))
    }

    /// Reads the entry of a key; `buffer` is where it is read to.
    pub fn read<'a>(&self, key: u64, buffer: &'a mut Vec<u8>) -> Result<&'a [u8]> {
        let (at, length) = place(key);
        let length = usize::try_from(length).unwrap_or(0);
        let behind = self.0.partition_point(|(first, _)| *first <= at);
        let part = behind.checked_sub(1).and_then(|part| self.0.get(part));
        let (first, file) = part.ok_or(ErrorKind::UnexpectedEof)?;
        if buffer.len() < length {
            buffer.resize(length, 0);
        }
        let (entry, _) = buffer.split_at_mut(length);
        read_at(file, entry, at - first)?;
        Ok(entry)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut at: u64) -> Result<()> {
    while !bytes.is_empty() {
        let n = std::os::windows::fs::FileExt::seek_read(file, bytes, at)?;
        bytes = bytes.get_mut(n..).filter(|_| n > 0).ok_or(ErrorKind::UnexpectedEof)?;
        at += n as u64;
    }
    Ok(())
}

/// What a record holds in one view.
#[derive(Clone, Copy, Debug, Default)]
pub struct HeldView<'a> {
    /// How many terms, repeated ones counted each time.
    pub n_terms: u32,
    codes: &'a [[u8; 4]],
}

impl<'a> HeldView<'a> {
    /// Returns the views of an entry; a damaged one holds nothing from where it is damaged.
    pub fn of(entry: &'a [u8]) -> [Self; View::ALL.len()] {
        let (head, codes) = entry.split_first_chunk::<HEAD>().unwrap_or((&[0; HEAD], &[]));
        let (mut views, mut rest) = ([Self::default(); View::ALL.len()], codes.as_chunks().0);
        for (view, [a, b, c, d]) in views.iter_mut().zip(head.as_chunks().0) {
            let n_codes = u16::from_le_bytes([*c, *d]).into();
            (view.codes, rest) = rest.split_at_checked(n_codes).unwrap_or_default();
            view.n_terms = u16::from_le_bytes([*a, *b]).into();
        }
        views
    }

    /// The different codes, ascending.
    pub fn codes(&self) -> impl Iterator<Item = HeldCode> + use<'a> {
        self.codes.iter().map(|bytes| HeldCode(u32::from_le_bytes(*bytes)))
    }
}

/// A code that a record holds.
#[derive(Clone, Copy, Debug)]
pub struct HeldCode(u32);

impl HeldCode {
    /// The [`code`](super::code).
    pub fn code(self) -> u32 {
        self.0 >> FREQUENCY_BITS
    }

    /// How often its term stands there.
    pub fn frequency(self) -> u32 {
        self.0 & MAX_FREQUENCY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn views(codes: &[u32]) -> [Vec<u32>; View::ALL.len()] {
        let mut views: [Vec<u32>; View::ALL.len()] = Default::default();
        views[View::Title as usize] = codes.to_vec();
        views
    }

    fn write(dir: &Path, entries: &[&[u32]]) -> Vec<u64> {
        let writer = HeldWriter::create(dir).unwrap();
        let keys = entries.iter().map(|codes| writer.add(&mut views(codes)).unwrap()).collect();
        writer.finish().unwrap();
        keys
    }

    fn read(held: &Held, key: u64) -> (u32, Vec<(u32, u32)>) {
        let mut buffer = Vec::new();
        let views = HeldView::of(held.read(key, &mut buffer).unwrap());
        let title = views[View::Title as usize];
        (title.n_terms, title.codes().map(|it| (it.code(), it.frequency())).collect())
    }

    #[test]
    fn what_is_added_later_stands_behind_what_was_there() {
        let dir = tempfile::tempdir().unwrap();
        let many: Vec<u32> = (0..60_000).collect();
        let first = write(dir.path(), &[&[5, 3, 5], &[]]);
        assert!(write(dir.path(), &[]).is_empty());
        let second = write(dir.path(), &[&[0xFF_FFFF], &many]);
        assert_eq!(n_parts(dir.path()).unwrap(), 2);

        let held = Held::open(dir.path(), second[1]).unwrap();
        assert_eq!(read(&held, first[0]), (3, vec![(3, 1), (5, 2)]));
        assert_eq!(read(&held, first[1]), (0, vec![]));
        assert_eq!(read(&held, second[0]), (1, vec![(0xFF_FFFF, 1)]));
        assert_eq!(read(&held, second[1]).0, 60_000);
        // Without the part before, it would be read at another place.
        fs::remove_file(dir.path().join("held.0")).unwrap();
        assert!(Held::open(dir.path(), second[1]).is_err());
    }

    #[test]
    fn a_term_that_is_said_over_and_over_counts_no_more_than_a_byte_holds() {
        let dir = tempfile::tempdir().unwrap();
        let keys = write(dir.path(), &[&[7; 1_000]]);
        let held = Held::open(dir.path(), keys[0]).unwrap();
        assert_eq!(read(&held, keys[0]), (1_000, vec![(7, 255)]));
    }

    #[test]
    fn a_record_of_more_terms_than_any_text_has_is_taken_in() {
        let dir = tempfile::tempdir().unwrap();
        let writer = HeldWriter::create(dir.path()).unwrap();
        let all: Vec<u32> = (0..MAX_CODES as u32 + 5).collect();
        let mut views: [Vec<u32>; View::ALL.len()] = std::array::from_fn(|_| all.clone());
        let key = writer.add(&mut views).unwrap();
        writer.finish().unwrap();
        let (n_terms, codes) = read(&Held::open(dir.path(), key).unwrap(), key);
        assert_eq!((n_terms as usize, codes.len()), (MAX_CODES, MAX_CODES));
    }

    #[test]
    fn damage_is_an_error_or_holds_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let keys = write(dir.path(), &[&[1, 2, 3]]);
        let held = Held::open(dir.path(), keys[0]).unwrap();
        let mut buffer = Vec::new();
        assert!(held.read(keys[0] + (1 << LENGTH_BITS), &mut buffer).is_err());
        assert!(held.read(u64::MAX, &mut buffer).is_err());
        let entry = held.read(keys[0], &mut buffer).unwrap().to_vec();
        for end in 0..entry.len() {
            let codes: usize =
                HeldView::of(&entry[..end]).iter().map(|it| it.codes().count()).sum();
            assert!(codes == 0 || codes == 3);
        }
        fs::write(dir.path().join("held.0"), &entry[1..]).unwrap();
        let error = Held::open(dir.path(), keys[0]).err().unwrap().to_string();
        assert!(error.contains("held."), "{error}");
        assert!(HeldView::of(&[0xFF; 40]).iter().all(|it| it.codes().count() == 0));
    }
}
