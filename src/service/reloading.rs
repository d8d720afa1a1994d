//! Taking in what lies in the folders, while the old data answers.

use std::sync::Arc;

use serde::Serialize;

use super::audit::Deed;
use super::build::Order;
use super::sources::Sources;
use super::state::{State, usable};
use super::{AnswerService, Progress, applying, lock};
use crate::diff::{Diff, diff};
use crate::error::Error;
use crate::index::{self, Manifest};

/// What a reload did.
#[derive(Clone, Debug, Serialize)]
pub struct Reloaded {
    /// Whether anything differs from before.
    pub changed: bool,
    /// The name of the generation that is live now.
    pub name: String,
    /// What it holds.
    pub generation: Manifest,
    /// Documents in it.
    pub n_documents: usize,
    /// Entries in it, of all kinds.
    pub n_measures: usize,
    /// What was odd.
    pub n_diagnostics: usize,
    /// Documents that were read for it; the others were taken over as they had been read before.
    pub n_read: usize,
    /// What differs from what answered before.
    pub diff: Diff,
}

impl AnswerService {
    /// Reads the folders again and swaps the result in, where anything changed. Ends a rollback.
    ///
    /// # Errors
    /// [`Busy`](crate::error::ErrorKind::Busy), naming who is at it, while the data is being changed. Any failure
    /// leaves the old data answering.
    pub fn reload(&self, who: &str, progress: &dyn Progress) -> Result<Reloaded, Error> {
        self.audited(
            who,
            Deed::Reload,
            |reloaded: &Reloaded| reloaded.name.clone(),
            || {
                let _held = lock::take(&self.paths.index, who)?;
                applying::finish(&self.paths)?;
                let sources = Sources::read_settled(&self.paths)?;
                let old = self.state.load_full();
                let before = Some(&*old.library);
                let kept = State::open_kept(&self.paths, &self.settings, &sources, before)?;
                if let Some(state) = kept {
                    return Ok(self.swap(state, 0));
                }
                let live = usable(&self.paths);
                let order = Order { by: who, from: live.as_ref(), before };
                let (state, n_read) =
                    State::build(&self.paths, &self.settings, &sources, &order, progress)??;
                state.make_live(&self.paths, &self.settings)?;
                Ok(self.swap(state, n_read))
            },
        )
    }

    /// Opens what another process has made live since; none where nobody did.
    pub fn follow(&self) -> Result<Option<Reloaded>, Error> {
        let Some(live) = usable(&self.paths) else {
            return Ok(None);
        };
        if live.path == self.state.load().generation.path {
            return Ok(None);
        }
        let state = State::open(&self.paths, &self.settings, live)?;
        Ok(Some(self.swap(state, 0)))
    }

    /// Lets another state answer from now on.
    pub(super) fn swap(&self, state: State, n_read: usize) -> Reloaded {
        let old = self.state.load_full();
        let library = state.library.clone();
        let reloaded = Reloaded {
            changed: state.generation.manifest.fingerprint != old.generation.manifest.fingerprint,
            name: state.generation.name(),
            generation: state.generation.manifest.clone(),
            n_documents: library.documents().len(),
            n_measures: library.n_measures(),
            n_diagnostics: library.documents().iter().map(|it| it.n_diagnostics).sum(),
            n_read,
            diff: diff(&old.library, &library),
        };
        self.state.store(Arc::new(state));
        reloaded
    }

    /// Whether another process has made another generation live.
    pub(super) fn is_behind(&self) -> bool {
        let live = index::current(&self.paths.index).ok().flatten();
        live.is_some_and(|live| live.path != self.state.load().generation.path)
    }
}
