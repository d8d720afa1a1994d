//! Changes of documents that wait: seen with what they would bring about, then applied or cancelled.
//!
//! ```text
//! index/staging/<change>/change.json    what is to be done, who wants it
//! index/staging/<change>/<file>         the new text; of a PDF file, the text and the file itself
//! ```

use std::path::PathBuf;
use std::sync::Arc;

use fs_err as fs;
use serde::{Deserialize, Serialize};
use toml_edit::{DocumentMut, Item, Table, value};

use super::applying::{self, to_json, write_synced};
use super::audit::Deed;
use super::incoming::{self, Incoming, Text};
use super::sources::{self, EXTENSIONS, Seed, Sources};
use super::stamps::Stamp;
use super::state::usable;
use super::{AnswerService, Paths, lock, timestamp};
use crate::corpus::DocumentFacts;
use crate::diff::{Diff, diff};
use crate::error::{Error, ErrorKind};
use crate::index::GenerationError;
use crate::model::{Diagnostic, Document};

const FOLDER: &str = "staging";
const CHANGE: &str = "change.json";
/// More changes than this do not wait at once.
const MAX_STAGED: usize = 50;

/// What a change does with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Puts a new one in.
    Add,
    /// Puts another text in its place.
    Replace,
    /// Takes it away.
    Remove,
}

/// A change that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staged {
    /// Names it, for [`AnswerService::apply`] and [`AnswerService::cancel`].
    pub id: String,
    /// What it does.
    pub action: Action,
    /// The document's id.
    pub document: String,
    /// The files that it puts into the folder of documents.
    pub files: Vec<String>,
    /// What it writes into `documents.toml`; what is none stays as it is there.
    pub facts: DocumentFacts,
    /// Who wants it.
    pub by: String,
    /// Since when it waits, ISO 8601 in UTC.
    pub at: String,
}

/// What staged changes would bring about.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// The changes.
    pub changes: Vec<Staged>,
    /// The documents that they put in, as they are read, with what is odd in them.
    pub documents: Vec<(Document, Vec<Diagnostic>)>,
    /// What would differ from what answers now.
    pub diff: Diff,
}

impl AnswerService {
    /// Stages a new document.
    pub fn stage_add(&self, who: &str, incoming: Incoming) -> Result<Preview, Error> {
        self.stage(who, Deed::Add, || {
            let text = incoming::read(incoming, &self.program)?;
            if let Some(taken) = namesake(&self.paths, &text.document)? {
                let message = format!("there is a document called `{taken}` already");
                return Err(Error::new(ErrorKind::User, message)
                    .hint(format!("replace {taken}, or give the new one another id")));
            }
            Ok((Action::Add, text))
        })
    }

    /// Stages another text of a document. What the file does not print stays as `documents.toml` has it.
    pub fn stage_replace(
        &self,
        who: &str,
        document: &str,
        incoming: Incoming,
    ) -> Result<Preview, Error> {
        self.stage(who, Deed::Replace, || {
            known(&self.paths, document)?;
            let text = incoming::read_as(document.to_owned(), incoming, &self.program)?;
            Ok((Action::Replace, text))
        })
    }

    /// Stages the removal of a document.
    pub fn stage_remove(&self, who: &str, document: &str) -> Result<Preview, Error> {
        self.stage(who, Deed::Remove, || {
            known(&self.paths, document)?;
            let text = Text { document: document.to_owned(), ..Text::default() };
            Ok((Action::Remove, text))
        })
    }

    fn stage(
        &self,
        who: &str,
        deed: Deed,
        read: impl FnOnce() -> Result<(Action, Text), Error>,
    ) -> Result<Preview, Error> {
        let name = |done: &Preview| {
            done.changes.iter().map(|it| it.document.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.audited(who, deed, name, || {
            // Reading takes its time and changes nothing: the lock is for what follows.
            let (action, text) = read()?;
            let _held = lock::take(&self.paths.index, who)?;
            applying::finish(&self.paths)?;
            let waiting = all(&self.paths);
            if let Some(other) = waiting.iter().find(|it| it.document == text.document) {
                let message =
                    format!("a change of `{}` by {} is waiting already", other.document, other.by);
                return Err(Error::new(ErrorKind::Busy, message)
                    .hint(format!("apply or cancel {} first", other.id)));
            }
            if waiting.len() >= MAX_STAGED {
                return Err(Error::new(
                    ErrorKind::Busy,
                    format!("{MAX_STAGED} changes are waiting"),
                )
                .hint("apply or cancel them first"));
            }
            let at = timestamp();
            let id = blake3::hash(format!("{} {at}", text.document).as_bytes()).to_hex();
            let change = Staged {
                id: id.chars().take(6).collect(),
                action,
                document: text.document,
                files: text.files.iter().map(|(name, _)| name.clone()).collect(),
                facts: text.facts,
                by: who.to_owned(),
                at,
            };
            put(&self.paths, &change, &text.files)?;
            self.preview_of(vec![change.clone()]).inspect_err(|_| {
                // What cannot be shown cannot be applied either.
                let _ = forget(&self.paths, &change.id);
            })
        })
    }

    /// Returns the changes that wait, the oldest first.
    pub fn staged(&self) -> Vec<Staged> {
        all(&self.paths)
    }

    /// Tells what staged changes would bring about: all of them, or those that are named.
    pub fn preview(&self, changes: &[String]) -> Result<Preview, Error> {
        self.preview_of(find(&self.paths, changes)?)
    }

    fn preview_of(&self, changes: Vec<Staged>) -> Result<Preview, Error> {
        let mut sources = Sources::read(&self.paths)?;
        lay_over(&self.paths, &mut sources, &changes)?;
        let (library, _) = sources.library(usable(&self.paths).as_ref())?;
        let is_touched = |id: &str| changes.iter().any(|change| change.document == id);
        let documents = library
            .documents()
            .iter()
            .map(|document| (document, Arc::unwrap_or_clone(document.info())))
            .filter(|(_, info)| is_touched(&info.id))
            .map(|(document, info)| (info, document.diagnostics()))
            .collect();
        Ok(Preview { documents, diff: diff(&self.corpus(), &library), changes })
    }

    /// Drops staged changes: all of them, or those that are named; returns them.
    pub fn cancel(&self, who: &str, changes: &[String]) -> Result<Vec<Staged>, Error> {
        let names = |done: &Vec<Staged>| {
            done.iter().map(|it| it.document.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.audited(who, Deed::Cancel, names, || {
            let _held = lock::take(&self.paths.index, who)?;
            applying::finish(&self.paths)?;
            let changes = find(&self.paths, changes)?;
            changes.iter().try_for_each(|change| forget(&self.paths, &change.id))?;
            Ok(changes)
        })
    }
}

/// Returns the folder of a change.
pub(super) fn folder(paths: &Paths, id: &str) -> PathBuf {
    paths.index.join(FOLDER).join(id)
}

/// Returns the changes that wait, the oldest first; one that is damaged does not.
pub(super) fn all(paths: &Paths) -> Vec<Staged> {
    let mut found: Vec<Staged> = fs::read_dir(paths.index.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let text = fs::read(entry.path().join(CHANGE)).ok()?;
            serde_json::from_slice(&text).ok()
        })
        .collect();
    found.sort_by(|a, b| (&a.at, &a.id).cmp(&(&b.at, &b.id)));
    found
}

/// Returns the changes with these ids, or all where none is named.
pub(super) fn find(paths: &Paths, ids: &[String]) -> Result<Vec<Staged>, Error> {
    let waiting = all(paths);
    if waiting.is_empty() {
        return Err(Error::new(ErrorKind::User, "no change is waiting")
            .hint("stage one with `madoguchi data add`, `replace` or `remove`"));
    }
    if let Some(unknown) = ids.iter().find(|id| !waiting.iter().any(|it| it.id == **id)) {
        let known: Vec<String> =
            waiting.iter().map(|it| format!("{} ({})", it.id, it.document)).collect();
        return Err(Error::new(ErrorKind::User, format!("no change `{unknown}` is waiting"))
            .hint(format!("waiting: {}", known.join(", "))));
    }
    Ok(waiting.into_iter().filter(|it| ids.is_empty() || ids.contains(&it.id)).collect())
}

/// Writes a change down; it is there as a whole or not at all.
fn put(paths: &Paths, change: &Staged, files: &[(String, Vec<u8>)]) -> Result<(), GenerationError> {
    let parent = paths.index.join(FOLDER);
    fs::create_dir_all(&parent)?;
    let aside = tempfile::Builder::new().prefix(".").tempdir_in(&parent)?;
    for (name, bytes) in files {
        write_synced(&aside.path().join(name), bytes)?;
    }
    write_synced(&aside.path().join(CHANGE), &to_json(change)?)?;
    fs::rename(aside.keep(), folder(paths, &change.id))?;
    Ok(())
}

/// Drops a change.
pub(super) fn forget(paths: &Paths, id: &str) -> Result<(), GenerationError> {
    match fs::remove_dir_all(folder(paths, id)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Lets the sources be as they will be when the changes are applied.
pub(super) fn lay_over(
    paths: &Paths,
    sources: &mut Sources,
    changes: &[Staged],
) -> Result<(), Error> {
    for change in changes {
        match change.action {
            Action::Add if namesake(paths, &change.document)?.is_some() => {
                let message = format!("there is a document called `{}` by now", change.document);
                return Err(Error::new(ErrorKind::User, message)
                    .hint(format!("cancel {} and replace the document", change.id)));
            }
            Action::Add => {}
            Action::Replace | Action::Remove => known(paths, &change.document)?,
        }
        sources.forget(&change.document);
        for file in change.files.iter().filter(|file| is_read(file)) {
            let bytes =
                fs::read(folder(paths, &change.id).join(file)).map_err(GenerationError::from)?;
            sources.seeds.push(Seed::new(file.clone(), bytes));
        }
        let facts = (change.action != Action::Remove).then_some(&change.facts);
        let text = edited(sources.facts_text(), &change.document, facts)?;
        if text != sources.facts_text() {
            sources.set_facts_text(paths, text);
        }
    }
    sources.seeds.sort_by(|a, b| a.name.cmp(&b.name));
    // What lies in the folders is not yet what this is.
    sources.note = None;
    Ok(())
}

fn is_read(file: &str) -> bool {
    file.rsplit_once('.')
        .is_some_and(|(_, extension)| EXTENSIONS.contains(&extension.to_lowercase().as_str()))
}

/// Writes what is said of a document into the text of `documents.toml`, or takes it out; the rest stays as it is.
fn edited(text: &str, document: &str, facts: Option<&DocumentFacts>) -> Result<String, Error> {
    let is_silent = facts.is_some_and(|facts| *facts == DocumentFacts::default());
    let mut file: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        Error::new(ErrorKind::Settings, "documents.toml cannot be read").because(error)
    })?;
    let knows = file.get("document").and_then(|all| all.get(document)).is_some();
    if is_silent || (facts.is_none() && !knows) {
        return Ok(text.to_owned());
    }
    let all = file.entry("document").or_insert_with(|| {
        let mut all = Table::new();
        all.set_implicit(true);
        Item::Table(all)
    });
    let Some(all) = all.as_table_like_mut() else {
        return Err(Error::new(ErrorKind::Settings, "`document` in documents.toml is no table"));
    };
    let Some(facts) = facts else {
        all.remove(document);
        return Ok(file.to_string());
    };
    let entry = all.entry(document).or_insert_with(|| Item::Table(Table::new()));
    let Some(entry) = entry.as_table_like_mut() else {
        let message = format!("`{document}` in documents.toml is no table");
        return Err(Error::new(ErrorKind::Settings, message));
    };
    let year = facts.fiscal_year.map(|year| year.to_string());
    let said = [
        ("municipality", &facts.municipality),
        ("prefecture", &facts.prefecture),
        ("fiscal_year", &year),
        ("title", &facts.title),
        ("status", &facts.status),
        ("family", &facts.family),
    ];
    for (key, fact) in said {
        if let Some(fact) = fact {
            entry.insert(key, value(fact));
        }
    }
    Ok(file.to_string())
}

/// Returns the files of a document in the folder of documents, links left out.
pub(super) fn files_of(paths: &Paths, document: &str) -> Result<Vec<String>, GenerationError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&paths.seeds)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if sources::stem(&name) == document && entry.file_type()?.is_file() {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}

/// Refuses a document that is not there, or that is a link and so may stand for a file elsewhere.
fn known(paths: &Paths, document: &str) -> Result<(), Error> {
    let files = sources::documents_in(&paths.seeds)?;
    let id = |file: &Stamp| sources::stem(&file.name.to_string_lossy()).to_owned();
    let mut own = files.iter().filter(|file| id(file) == document).peekable();
    if own.peek().is_none() {
        let known: Vec<String> = files.iter().map(id).collect();
        return Err(Error::new(ErrorKind::User, format!("no document is called `{document}`"))
            .hint(format!("the documents are: {}", known.join(", "))));
    }
    for path in own.map(|file| paths.seeds.join(&file.name)) {
        if fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink()) {
            let message = format!("{} is a link and is left as it is", path.display());
            return Err(Error::new(ErrorKind::User, message).hint("change it by hand"));
        }
    }
    Ok(())
}

/// Returns the document that has this id already, whatever the case of its letters.
fn namesake(paths: &Paths, document: &str) -> Result<Option<String>, Error> {
    let wanted = document.to_lowercase();
    let mut names = sources::documents_in(&paths.seeds)?.into_iter().filter_map(|file| {
        let name = file.name.to_string_lossy().into_owned();
        // A PDF file alone is not read, and may be handed in from where it lies.
        is_read(&name).then(|| sources::stem(&name).to_owned())
    });
    Ok(names.find(|name| name.to_lowercase() == wanted))
}
