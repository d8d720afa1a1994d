//! A file that somebody hands in: its name, its kind, its text, and what is said of it.
//!
//! Nothing of it is trusted: the name becomes an id of plain letters, the content must be what the ending says, a PDF
//! file is read in a process of its own. Nothing is unpacked, run or followed.

use std::path::Path;

use super::pdf;
use super::sources::{EXTENSIONS, PDF};
use crate::corpus::{self, DecodeError, DocumentFacts};
use crate::error::{Error, ErrorKind};
use crate::text::{fold, squeeze};

/// A longer id is refused, in bytes: file systems allow 255 for a name.
const MAX_ID: usize = 120;
/// A longer title, ward or status is refused, in characters.
const MAX_FACT: usize = 200;
/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file that somebody hands in.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// The file's name, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The document's id; none for one made from the name.
    pub document: Option<String>,
    /// What the text may not print: municipality, year, title, status.
    pub facts: DocumentFacts,
}

impl Incoming {
    /// A larger file is refused.
    pub const MAX_BYTES: usize = 32 << 20;

    /// Returns the files that it would be kept as, for the fuzz targets.
    #[doc(hidden)]
    pub fn files(self, program: &Path) -> Result<Vec<(String, Vec<u8>)>, Error> {
        read(self, program).map(|text| text.files)
    }
}

/// A file that was found good.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// The document's id.
    pub(super) document: String,
    /// The files to put into the folder of documents.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What the text does not print itself.
    pub(super) facts: DocumentFacts,
}

/// Looks at a file that is to be a new document and takes it in, or says why not.
pub(super) fn read(incoming: Incoming, program: &Path) -> Result<Text, Error> {
    let document = match &incoming.document {
        Some(document) => document.clone(),
        None => id_of(split(&incoming.name)?.0),
    };
    check_id(&document)?;
    read_as(document, incoming, program)
}

/// Looks at a file that is to be the text of a known document and takes it in, or says why not.
pub(super) fn read_as(document: String, incoming: Incoming, program: &Path) -> Result<Text, Error> {
    let Incoming { name, bytes, facts, .. } = incoming;
    let (_, extension) = split(&name)?;
    let facts = checked(facts)?;
    if bytes.is_empty() {
        return Err(refused("the file is empty").hint("hand in the file that holds the text"));
    }
    if bytes.len() > Incoming::MAX_BYTES {
        return Err(refused(format!("the file is larger than {} MB", Incoming::MAX_BYTES >> 20))
            .hint("save the text alone, without pictures"));
    }
    let (text, pdf) = if extension == PDF {
        (pdf::text(program, &bytes)?.into_bytes(), Some(bytes))
    } else {
        (bytes, None)
    };
    if pdf.is_none() && (text.starts_with(b"%PDF-") || text.starts_with(b"PK\x03\x04")) {
        return Err(refused(format!("{name} is no text file, whatever its name says"))
            .hint("give it its right ending, or save it as text"));
    }
    let file = match pdf {
        Some(_) => format!("{document}.txt"),
        None => format!("{document}.{extension}"),
    };
    if let Err(error) = corpus::decode(&text) {
        let hint = match error {
            DecodeError::TooLong { .. } => "cut it into several documents",
            _ => "save it as plain text in UTF-8 or Shift_JIS",
        };
        return Err(refused(format!("{name} is not read: {error}")).hint(hint));
    }
    let facts = beyond(&file, &text, facts);
    let mut files = vec![(file, text)];
    files.extend(pdf.map(|bytes| (format!("{document}.{PDF}"), bytes)));
    Ok(Text { document, files, facts })
}

fn refused(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::User, message)
}

/// Cuts a file's name in two; a name that leads elsewhere is none.
fn split(name: &str) -> Result<(&str, String), Error> {
    let is_plain = !name.starts_with('.')
        && !name.contains(['/', '\\', ':'])
        && !name.chars().any(char::is_control);
    if !is_plain {
        return Err(refused(format!("`{}` is no plain file name", name.escape_default()))
            .hint("hand in a file whose name holds no folder"));
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let extension = extension.to_lowercase();
    if extension != PDF && !EXTENSIONS.contains(&extension.as_str()) {
        return Err(refused(format!("files that end in `.{extension}` are not read")).hint(
            format!("save it as one of: {}, or {PDF} with a text layer", EXTENSIONS.join(", ")),
        ));
    }
    Ok((stem, extension))
}

/// Makes an id of a file's name: letters, digits and single hyphens.
fn id_of(stem: &str) -> String {
    let words: String = fold(stem)
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '_') { c } else { ' ' })
        .collect();
    squeeze(&words).replace(' ', "-")
}

fn check_id(id: &str) -> Result<(), Error> {
    let is_device = DEVICES.iter().any(|device| {
        id.to_lowercase()
            .strip_prefix(device)
            .is_some_and(|rest| rest.is_empty() || rest.chars().all(|c| c.is_ascii_digit()))
    });
    let is_good = !id.is_empty()
        && id.len() <= MAX_ID
        && id.starts_with(char::is_alphanumeric)
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        && !is_device;
    if is_good {
        return Ok(());
    }
    Err(refused(format!("`{}` cannot be a document's id", id.escape_debug())).hint(format!(
        "an id holds letters, digits, - and _, begins with a letter or digit, and has at most {MAX_ID} bytes"
    )))
}

/// Tidies what is said of a document; what is empty is not said.
fn checked(facts: DocumentFacts) -> Result<DocumentFacts, Error> {
    let tidy = |fact: Option<String>| -> Result<Option<String>, Error> {
        let fact = fact.map(|fact| squeeze(&fact)).filter(|fact| !fact.is_empty());
        let is_long = |fact: &String| fact.chars().nth(MAX_FACT).is_some();
        match fact {
            Some(fact) if is_long(&fact) || fact.chars().any(char::is_control) => {
                Err(refused(format!("`{}` is too long", crate::text::truncate(&fact, 40)))
                    .hint(format!("write at most {MAX_FACT} characters")))
            }
            fact => Ok(fact),
        }
    };
    Ok(DocumentFacts {
        municipality: tidy(facts.municipality)?,
        prefecture: tidy(facts.prefecture)?,
        fiscal_year: facts.fiscal_year,
        title: tidy(facts.title)?,
        status: tidy(facts.status)?,
        family: tidy(facts.family)?,
    })
}

/// Leaves out what the text prints itself: the operator's file says only what documents do not.
fn beyond(file: &str, text: &[u8], facts: DocumentFacts) -> DocumentFacts {
    let printed = corpus::read(file, text, &DocumentFacts::default()).info;
    let other = |fact: Option<String>, printed: &str| fact.filter(|fact| fact != printed);
    DocumentFacts {
        municipality: other(facts.municipality, &printed.municipality),
        fiscal_year: facts.fiscal_year.filter(|year| Some(*year) != printed.fiscal_year),
        title: other(facts.title, &printed.title),
        status: other(facts.status, &printed.status),
        prefecture: facts.prefecture,
        family: facts.family,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(name: &str, bytes: &[u8], document: Option<&str>) -> Result<Text, Error> {
        let document = document.map(str::to_owned);
        let facts = DocumentFacts::default();
        let incoming = Incoming { name: name.to_owned(), bytes: bytes.to_vec(), document, facts };
        read(incoming, Path::new(""))
    }

    const TEXT: &[u8] = "令和4年度 北区運営方針\n\n1 防災\n訓練を行う。\n".as_bytes();

    #[test]
    fn ids_are_made_of_names() {
        assert_eq!(id_of("令和４年度 北区運営方針（案）"), "令和4年度-北区運営方針-案");
        assert_eq!(id_of("Kita  Ward--R4 (draft)"), "kita-ward-r4-draft");
        assert_eq!(take("R4_方針.TXT", TEXT, None).unwrap().files[0].0, "r4_方針.txt");
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in [
            "../x.txt",
            "a/b.txt",
            "..\\x.txt",
            "C:x.txt",
            ".x.txt",
            "x\0.txt",
            "x\n.txt",
            ".txt",
            "...txt",
            "x.exe",
            "x",
            "x.txt.sh",
            "..",
            "",
        ] {
            assert!(take(name, TEXT, None).is_err(), "{name:?}");
        }
    }

    #[test]
    fn ids_that_lead_elsewhere_are_refused() {
        for id in [
            "",
            ".",
            "..",
            "../x",
            "a/b",
            "a\\b",
            ".hidden",
            "-x",
            "con",
            "NUL",
            "com1",
            "a b",
            "a\0",
            "a.b",
            "が\u{200B}",
            &"あ".repeat(50),
        ] {
            assert!(take("x.txt", TEXT, Some(id)).is_err(), "{id:?}");
        }
        assert!(take("x.txt", TEXT, Some("北区-令和4年度_案")).is_ok());
    }

    #[test]
    fn files_that_are_not_what_they_say_are_refused() {
        assert!(take("x.txt", b"", None).is_err());
        assert!(take("x.txt", b"%PDF-1.7 ...", None).is_err());
        assert!(take("x.html", b"PK\x03\x04zip", None).is_err());
        assert!(take("x.txt", &[0, 159, 146, 150, 0, 1, 2, 255], None).is_err());
        assert!(take("x.txt", &vec![b'a'; Incoming::MAX_BYTES + 1], None).is_err());
    }

    #[test]
    fn what_the_text_prints_is_not_said_again() {
        let facts = DocumentFacts {
            municipality: Some(" 大阪市北区 ".to_owned()),
            fiscal_year: crate::text::FiscalYear::parse("令和4年度"),
            status: Some(String::new()),
            ..DocumentFacts::default()
        };
        let incoming =
            Incoming { name: "x.txt".to_owned(), bytes: TEXT.to_vec(), document: None, facts };
        let facts = read(incoming, Path::new("")).unwrap().facts;
        assert_eq!(facts.municipality.as_deref(), Some("大阪市北区"));
        assert_eq!((facts.fiscal_year, facts.status), (None, None));
    }
}
