//! Here is a TOML file, give me its data, or the line, the key and the reason why not.
//!
//! Deliberately absent: what any file means, and what to do about a mistake.

use std::io::{self, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use fs_err as fs;
use serde::de::DeserializeOwned;

/// Why a TOML file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum TomlError {
    /// It could not be read; the message names it.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It does not say what it should.
    #[error(transparent)]
    Content(Box<TomlMistake>),
}

impl TomlError {
    /// Returns what to do: for a file that can be read, `content`, which tells what it should say.
    pub fn hint<'a>(&self, content: &'a str) -> &'a str {
        match self {
            Self::File(error) => unread_hint(error),
            Self::Content(_) => content,
        }
    }
}

/// Returns what to do about a file that [`read_text`] could not read.
pub fn unread_hint(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::InvalidData => "save the file as UTF-8 text",
        io::ErrorKind::FileTooLarge => "write a smaller file",
        _ => "see that the file can be read",
    }
}

/// A mistake in a TOML file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}:{line}: {place}{message}", path = path.display(), place = self.place())]
pub struct TomlMistake {
    /// The file.
    pub path: PathBuf,
    /// The line, 1-based.
    pub line: usize,
    /// The table, e.g. `answer`; empty at the top.
    pub table: String,
    /// The key, where the mistake is in or behind one.
    pub key: Option<String>,
    /// What is wrong.
    pub message: String,
    /// The line's text.
    pub excerpt: String,
}

impl TomlMistake {
    fn place(&self) -> String {
        match (&self.key, self.table.as_str()) {
            (Some(key), "") => format!("`{key}`: "),
            (Some(key), table) => format!("`{key}` in [{table}]: "),
            (None, "") => String::new(),
            (None, table) => format!("[{table}]: "),
        }
    }
}

/// A larger file of the config folder is not read.
const MAX_BYTES: u64 = 16 << 20;

/// Reads a file's text, as long as it is of a size that somebody can have written.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("{} is larger than {} MB", path.display(), MAX_BYTES >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    String::from_utf8(bytes).map_err(|error| {
        let n_good = error.utf8_error().valid_up_to();
        let good = error.as_bytes().get(..n_good).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let message = format!("{}:{line}: this is no UTF-8 text", path.display());
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

/// Reads a file; none where there is no such file.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, TomlError> {
    match read_text(path) {
        Ok(text) => parse(path, &text).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Reads a file's text; `path` is only named in the error.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, TomlError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    toml::from_str(text).map_err(|error| {
        TomlError::Content(Box::new(locate(path, text, error.span(), error.message())))
    })
}

/// Says what a value should be without the names of Rust's types.
fn plainly(message: &str) -> String {
    let kinds = [
        ("f32", "a number"),
        ("f64", "a number"),
        ("u32", "a whole number"),
        ("u64", "a whole number"),
        ("usize", "a whole number"),
        ("bool", "true or false"),
    ];
    kinds.into_iter().fold(message.to_owned(), |message, (of_rust, plain)| {
        message.replace(&format!("expected {of_rust}"), &format!("expected {plain}"))
    })
}

fn locate(path: &Path, text: &str, span: Option<Range<usize>>, message: &str) -> TomlMistake {
    let start = span.map_or(0, |span| span.start).min(text.len());
    let before = text.as_bytes().get(..start).unwrap_or_default();
    // What is missing at the end is missing in the last line.
    let last_idx = text.lines().count().saturating_sub(1);
    let line_idx = before.iter().filter(|byte| **byte == b'\n').count().min(last_idx);
    let excerpt = text.lines().nth(line_idx).unwrap_or_default().trim();
    let key = excerpt
        .split_once('=')
        .map(|(key, _)| key.trim().to_owned())
        .filter(|key| !key.is_empty() && !key.starts_with(['#', '"', '[']));
    let table = text
        .lines()
        .take(line_idx + 1)
        .filter_map(|line| line.trim().strip_prefix('['))
        .last()
        .map(|header| header.split(']').next().unwrap_or_default())
        .map(|header| header.trim_matches(['[', ' ']).to_owned())
        .unwrap_or_default();
    TomlMistake {
        path: path.to_owned(),
        line: line_idx + 1,
        table,
        key,
        message: plainly(&message.lines().collect::<Vec<_>>().join("; ")),
        excerpt: excerpt.to_owned(),
    }
}
