//! What is loaded, since when, and how it stands to the folders.

use std::sync::Arc;

use serde::Serialize;

use super::sources::Sources;
use super::staging::{self, Staged};
use super::state::State;
use super::{AnswerService, Paths, stamps};
use crate::error::Error;
use crate::index::{self, Generation, Manifest, Pin};
use crate::library::{Library, LoadedDocument};
use crate::model::{Document, MeasureKind, Severity};
use crate::settings::Settings;

/// What is loaded.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// The documents that answer.
    pub documents: Vec<DocumentStatus>,
    /// The name of the generation that answers.
    pub generation: String,
    /// What it holds, who had it built and when.
    pub manifest: Manifest,
    /// That somebody went back to it.
    pub pin: Option<Pin>,
    /// How it stands to the folders.
    pub folders: Standing,
    /// Whether another process has made another generation live.
    pub behind: bool,
    /// The size of the generation on disk.
    pub bytes: u64,
    /// Generations that are kept, this one included.
    pub n_generations: usize,
    /// Changes that wait to be applied.
    pub staged: Vec<Staged>,
}

/// How what answers stands to the folders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It is built from what lies there.
    Same,
    /// Something else lies there.
    Changed,
    /// They cannot be read, for this reason.
    Unreadable(String),
}

/// A document that answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentStatus {
    /// What it is.
    pub document: Arc<Document>,
    /// Entries of all kinds.
    pub n_entries: usize,
    /// Of these, what the ward does.
    pub n_measures: usize,
    /// Of these, summary lines.
    pub n_overviews: usize,
    /// Printed amounts.
    pub n_figures: usize,
    /// What was odd and matters.
    pub n_errors: usize,
    /// What was probably misread.
    pub n_warnings: usize,
    /// What is worth a look.
    pub n_notes: usize,
}

impl AnswerService {
    /// Tells what is built and how it stands to the folders; opens and builds nothing.
    pub fn built(paths: &Paths) -> Result<Option<(Generation, Standing, Option<Pin>)>, Error> {
        let Some(live) = index::current(&paths.index)? else {
            return Ok(None);
        };
        let folders = if stamps::fit(paths, &live)? { Standing::Same } else { Standing::Changed };
        let pin = index::pinned(&paths.index, &live);
        Ok(Some((live, folders, pin)))
    }

    /// Tells of a document that a generation holds and of which the file can no longer be read: while that is so, a start
    /// goes on with the generation. Builds nothing.
    pub fn loss(paths: &Paths, generation: &Generation) -> Result<Option<Error>, Error> {
        let sources = Sources::read(paths)?;
        if let Some(loss) = sources.loss_of_lists(generation) {
            return Ok(Some(loss.into()));
        }
        let before = Library::open(&generation.path, index::map)?;
        let (read, _) = sources.library(Some(generation))?;
        Ok(sources.loss(&before, &read).map(Error::from))
    }

    /// Opens a generation as a start would, reads every measure of it, and lets it go again.
    pub fn try_generation(
        paths: &Paths,
        settings: &Settings,
        generation: &Generation,
    ) -> Result<(), Error> {
        let state = State::open(paths, settings, generation.clone())?;
        Ok(state.library.check()?)
    }

    /// Tells what is loaded.
    pub fn status(&self) -> Status {
        let state = self.state.load_full();
        let manifest = state.generation.manifest.clone();
        let folders = match stamps::fit(&self.paths, &state.generation) {
            Ok(true) => Standing::Same,
            Ok(false) => Standing::Changed,
            Err(error) => Standing::Unreadable(error.to_string()),
        };
        Status {
            documents: state.library.documents().iter().map(document_status).collect(),
            generation: state.generation.name(),
            pin: index::pinned(&self.paths.index, &state.generation),
            folders,
            behind: self.is_behind(),
            bytes: state.generation.bytes(),
            n_generations: index::generations(&self.paths.index).map_or(0, |all| all.len()),
            staged: staging::all(&self.paths),
            manifest,
        }
    }
}

fn document_status(document: &LoadedDocument) -> DocumentStatus {
    let n_kind = |kind| document.heads().filter(|it| it.kind == kind).count();
    let diagnostics = document.diagnostics();
    let n_odd = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
    DocumentStatus {
        document: document.info(),
        n_entries: document.n_measures,
        n_measures: n_kind(MeasureKind::Measure),
        n_overviews: n_kind(MeasureKind::Overview),
        n_figures: document.heads().map(|head| head.n_figures).sum(),
        n_errors: n_odd(Severity::Error),
        n_warnings: n_odd(Severity::Warning),
        n_notes: n_odd(Severity::Note),
    }
}
