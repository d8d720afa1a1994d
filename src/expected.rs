//! Expected questions (想定問答): the ways in which residents would ask for a measure, prepared by the ward's staff.
//!
//! `config/expected/<document id>.toml` holds a `[[measure]]` with `id` (the key behind the slash), `title` and
//! `questions` for each. The title guards against a renumbered document: an entry whose title is no longer that of its
//! measure goes to the measure with that title, or is left out and told.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::library::{Library, LoadedDocument};
use crate::model::MeasureId;
use crate::text::{fold, squeeze};
use crate::toml_file::{self, TomlError};

/// The folder in the config folder.
pub const FOLDER: &str = "expected";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    measure: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(default)]
    title: String,
    questions: Vec<String>,
}

/// Expected questions by measure.
#[derive(Debug, Default)]
pub struct Expected {
    questions: BTreeMap<MeasureId, Vec<String>>,
    /// Entries that fit no measure: the document's id, the entry's id, its title.
    pub orphans: Vec<(String, String, String)>,
    /// The files of documents that are not loaded, by the documents' ids.
    pub unloaded: Vec<String>,
}

impl Expected {
    /// Takes in the file of one document.
    pub fn add(
        &mut self,
        path: &Path,
        text: &str,
        document: &str,
        library: &Library,
    ) -> Result<(), TomlError> {
        let file: File = toml_file::parse(path, text)?;
        if library.document(document).is_none() {
            self.unloaded.push(document.to_owned());
            return Ok(());
        }
        for entry in file.measure {
            match find(library, document, &entry) {
                Some(id) => self.questions.entry(id).or_default().extend(entry.questions),
                None => self.orphans.push((document.to_owned(), entry.id, entry.title)),
            }
        }
        Ok(())
    }

    /// Returns the number of questions.
    pub fn len(&self) -> usize {
        self.questions.values().map(Vec::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// Returns the expected questions of a measure.
    pub fn of(&self, id: &MeasureId) -> &[String] {
        self.questions.get(id).map_or(&[], Vec::as_slice)
    }

    /// Returns the measures of a document that have expected questions, in the order of their ids.
    pub fn of_document<'a>(
        &'a self,
        document: &'a str,
    ) -> impl Iterator<Item = (&'a MeasureId, &'a [String])> {
        let measures = self.questions.range(MeasureId::new(document, "")..);
        let own = measures.take_while(move |(id, _)| id.document() == document);
        own.map(|(id, questions)| (id, questions.as_slice()))
    }
}

fn find(library: &Library, document: &str, entry: &Entry) -> Option<MeasureId> {
    let plain = |title: &str| squeeze(&fold(title)).replace(' ', "");
    let same_title = |title: &str| entry.title.is_empty() || plain(title) == plain(&entry.title);
    let id = MeasureId::new(document, &entry.id);
    if library.measure(&id).is_some_and(|measure| same_title(&measure.title)) {
        return Some(id);
    }
    let mut named = library
        .document(document)
        .into_iter()
        .flat_map(LoadedDocument::measures)
        .filter(|measure| !entry.title.is_empty() && same_title(&measure.title));
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only.id.clone()),
        _ => None,
    }
}
