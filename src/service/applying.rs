//! Putting staged changes into effect, so that a crash at any moment leaves the data whole.
//!
//! Everything that can fail is done first and aside: the new generation is built and opened, old files are copied to
//! `index/removed/`, new ones lie beside their places under names that nobody reads. Then the journal is written:
//! what remains to be done, as steps that are renames, and that can be done twice. Whoever finds a journal does its
//! steps first: the next start, or the next change. The generation becomes live last but one, so that until then a
//! crashed process leaves the old data answering, and afterwards the folders and the live generation agree.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::audit::Deed;
use super::build::Order;
use super::sources::{DOCUMENT_FACTS_FILE, Sources};
use super::staging::{self, Action, Staged};
use super::state::{State, kept, usable};
use super::{AnswerService, Paths, Progress, Reloaded, lock, timestamp};
use crate::error::{Error, ErrorKind};
use crate::files::sync_folder;
use crate::index::{self, GenerationError};

const JOURNAL: &str = "APPLYING";
/// The folder that keeps what was replaced and removed.
const REMOVED: &str = "removed";
/// Begins the names of files that lie ready beside their places.
const READY: &str = ".madoguchi-";

/// What remains to be done.
#[derive(Serialize, Deserialize)]
struct Journal {
    by: String,
    steps: Vec<Step>,
}

/// One step; done twice, it does nothing the second time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Step {
    /// Gives a document's new file its name.
    Place { ready: String, file: String },
    /// Removes a document's file, of which a copy is kept.
    Delete { file: String },
    /// Gives the new `documents.toml` its name.
    Facts { ready: String },
    /// Lets the new generation answer.
    Live { generation: String },
    /// Drops a change that is done.
    Forget { change: String },
}

impl Step {
    fn run(&self, paths: &Paths) -> Result<(), GenerationError> {
        match self {
            Step::Place { ready, file } => give_name(&paths.seeds, ready, file)?,
            Step::Facts { ready } => give_name(&paths.config, ready, DOCUMENT_FACTS_FILE)?,
            Step::Delete { file } => remove(&paths.seeds.join(file))?,
            Step::Live { generation } => {
                let generations = index::generations(&paths.index)?;
                // Where it is gone, the next start builds it again from the folders.
                if let Some(found) = generations.iter().find(|it| it.name() == *generation) {
                    index::make_live(&paths.index, found)?;
                }
            }
            Step::Forget { change } => staging::forget(paths, change)?,
        }
        Ok(())
    }
}

impl AnswerService {
    /// Puts staged changes into effect: all of them, or those that are named.
    ///
    /// # Errors
    /// As with [`AnswerService::reload`]: any failure leaves the old data answering.
    pub fn apply(
        &self,
        who: &str,
        changes: &[String],
        progress: &dyn Progress,
    ) -> Result<Reloaded, Error> {
        self.apply_until(who, changes, usize::MAX, progress)
    }

    /// As [`AnswerService::apply`], but ends after some steps as if the process had died there; for tests.
    #[doc(hidden)]
    pub fn apply_until(
        &self,
        who: &str,
        changes: &[String],
        n_steps: usize,
        progress: &dyn Progress,
    ) -> Result<Reloaded, Error> {
        let name = |done: &Reloaded| done.name.clone();
        self.audited(who, Deed::Apply, name, || {
            let paths = &self.paths;
            let _held = lock::take(&paths.index, who)?;
            finish(paths)?;
            let changes = staging::find(paths, changes)?;
            let mut sources = Sources::read_settled(paths)?;
            let facts_before = sources.facts_text().to_owned();
            staging::lay_over(paths, &mut sources, &changes)?;
            let (state, n_read, is_new) = self.build_aside(&sources, who, progress)?;
            let facts = Some(sources.facts_text()).filter(|facts| *facts != facts_before);
            let live = state.generation.name();
            let steps = lay_ready(paths, who, &changes, facts, live).inspect_err(|_| {
                clean(paths);
                if is_new {
                    // It answers nobody, and is not to be offered as one that did.
                    let _ = fs::remove_dir_all(&state.generation.path);
                }
            })?;
            if n_steps < steps.len() {
                steps.iter().take(n_steps).try_for_each(|step| step.run(paths))?;
                return Err(Error::new(ErrorKind::Internal, "stopped"));
            }
            run(paths, &steps)?;
            index::prune(&paths.index, self.settings.index.keep_generations);
            Ok(self.swap(state, n_read))
        })
    }

    /// Opens the generation of these files, building it where there is none; the live one stays live.
    fn build_aside(
        &self,
        sources: &Sources,
        who: &str,
        progress: &dyn Progress,
    ) -> Result<(State, usize, bool), Error> {
        let old = self.state.load_full();
        if let Some(kept) = kept(&self.paths, &sources.fingerprint())
            && let Some(state) = State::open_unless_damaged(&self.paths, &self.settings, kept)?
            && sources.loss(&old.library, &state.library).is_none()
        {
            return Ok((state, 0, false));
        }
        let live = usable(&self.paths);
        let order = Order { by: who, from: live.as_ref(), before: Some(&old.library) };
        let (state, n_read) =
            State::build(&self.paths, &self.settings, sources, &order, progress)??;
        Ok((state, n_read, true))
    }
}

/// Does what an interrupted change left undone.
pub(super) fn recover(paths: &Paths) -> Result<(), Error> {
    if !paths.index.join(JOURNAL).is_file() {
        return Ok(());
    }
    let _held = lock::wait(&paths.index, "", lock::PATIENCE)?;
    finish(paths)
}

/// As [`recover`], for whoever holds the lock.
pub(super) fn finish(paths: &Paths) -> Result<(), Error> {
    let text = match fs::read(paths.index.join(JOURNAL)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            clean(paths);
            return Ok(());
        }
        Err(error) => return Err(half_done(paths).because(error)),
    };
    let journal: Journal =
        serde_json::from_slice(&text).map_err(|error| half_done(paths).because(error))?;
    tracing::info!(by = journal.by, "finishing a change of the data that was interrupted");
    run(paths, &journal.steps)
}

/// Says that a change is half done.
pub(super) fn half_done(paths: &Paths) -> Error {
    let message = "a change of the data is half done and cannot be finished now";
    Error::new(ErrorKind::Data, message).hint(format!(
        "see that {}, {} and {} can be written; then reload or start again",
        paths.seeds.display(),
        paths.config.display(),
        paths.index.display()
    ))
}

fn run(paths: &Paths, steps: &[Step]) -> Result<(), Error> {
    let done = steps.iter().try_for_each(|step| step.run(paths));
    // The folders first, then that nothing remains to be done.
    for folder in [&paths.seeds, &paths.config] {
        sync_folder(folder);
    }
    done.and_then(|()| remove(&paths.index.join(JOURNAL)))
        .map_err(|error| half_done(paths).because(error))
}

/// Does all that can fail beforehand and writes the journal; returns the steps that remain.
fn lay_ready(
    paths: &Paths,
    who: &str,
    changes: &[Staged],
    facts: Option<&str>,
    generation: String,
) -> Result<Vec<Step>, GenerationError> {
    let mut steps = prepare(paths, changes)?;
    if let Some(facts) = facts {
        let ready = format!("{READY}{DOCUMENT_FACTS_FILE}");
        write_synced(&paths.config.join(&ready), facts.as_bytes())?;
        steps.push(Step::Facts { ready });
    }
    steps.push(Step::Live { generation });
    steps.extend(changes.iter().map(|change| Step::Forget { change: change.id.clone() }));
    let journal = Journal { by: who.to_owned(), steps };
    let ready = format!("{READY}{JOURNAL}");
    write_synced(&paths.index.join(&ready), &to_json(&journal)?)?;
    give_name(&paths.index, &ready, JOURNAL)?;
    Ok(journal.steps)
}

/// Lays copies of old files and the new files ready; returns the steps that give them their names.
fn prepare(paths: &Paths, changes: &[Staged]) -> Result<Vec<Step>, GenerationError> {
    let (mut places, mut deletes) = (Vec::new(), Vec::new());
    for change in changes {
        let mut old = staging::files_of(paths, &change.document)?;
        if change.action == Action::Add {
            // What else lies there under that name is not the document's.
            old.retain(|file| change.files.contains(file));
        }
        keep(paths, change, &old)?;
        for file in &change.files {
            let bytes = fs::read(staging::folder(paths, &change.id).join(file))?;
            let ready = format!("{READY}{}-{file}", change.id);
            write_synced(&paths.seeds.join(&ready), &bytes)?;
            places.push(Step::Place { ready, file: file.clone() });
        }
        let gone = old.into_iter().filter(|file| !change.files.contains(file));
        deletes.extend(gone.map(|file| Step::Delete { file }));
    }
    places.extend(deletes);
    Ok(places)
}

/// Copies what a change takes away, so that nothing is lost.
fn keep(paths: &Paths, change: &Staged, files: &[String]) -> Result<(), GenerationError> {
    if files.is_empty() {
        return Ok(());
    }
    let moment: String = timestamp().chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    let folder = paths.index.join(REMOVED).join(format!("{moment}-{}", change.id));
    fs::create_dir_all(&folder)?;
    for file in files {
        write_synced(&folder.join(file), &fs::read(paths.seeds.join(file))?)?;
    }
    // What was said of it goes with it.
    let facts = fs::read(paths.config.join(DOCUMENT_FACTS_FILE)).unwrap_or_default();
    write_synced(&folder.join(DOCUMENT_FACTS_FILE), &facts)?;
    write_synced(&folder.join("change.json"), &to_json(change)?)?;
    sync_folder(&folder);
    Ok(())
}

/// Removes what lies ready for a change that never came about.
fn clean(paths: &Paths) {
    for folder in [&paths.seeds, &paths.config, &paths.index] {
        for entry in fs::read_dir(folder.as_path()).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(READY) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn give_name(folder: &Path, ready: &str, name: &str) -> Result<(), GenerationError> {
    let ready: PathBuf = folder.join(ready);
    if ready.is_file() {
        fs::rename(ready, folder.join(name))?;
        sync_folder(folder);
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), GenerationError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

pub(super) fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), GenerationError> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

pub(super) fn to_json<T: Serialize>(value: &T) -> Result<Vec<u8>, GenerationError> {
    Ok(serde_json::to_vec_pretty(value).map_err(std::io::Error::from)?)
}
