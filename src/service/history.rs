//! Generations that were live, and going back to one.

use serde::Serialize;

use super::audit::Deed;
use super::sources::Sources;
use super::state::State;
use super::{AnswerService, applying, lock, timestamp};
use crate::diff::Counts;
use crate::error::{Error, ErrorKind};
use crate::index::{self, Generation, Manifest, Pin};

/// A generation that is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Past {
    /// Its name, for [`AnswerService::rollback`].
    pub name: String,
    /// What it holds, who had it built and when, and what it changed.
    pub manifest: Manifest,
    /// Whether it answers now.
    pub live: bool,
    /// That somebody went back to it.
    pub pin: Option<Pin>,
}

/// What a rollback did.
#[derive(Clone, Debug)]
pub struct RolledBack {
    /// The generation that answered before.
    pub from: String,
    /// The generation that answers now.
    pub to: String,
    /// What it holds.
    pub generation: Manifest,
    /// Whether it stays over restarts although the folders hold something else.
    pub pinned: bool,
    /// What differs from what answered before, in brief.
    pub changed: Counts,
}

impl AnswerService {
    /// Returns the generations that are kept, the newest first.
    pub fn history(&self) -> Result<Vec<Past>, Error> {
        let live = index::current(&self.paths.index)?;
        let generations = index::generations(&self.paths.index)?;
        let past = generations.into_iter().map(|generation| {
            let is_live = live.as_ref().is_some_and(|live| live.path == generation.path);
            Past {
                name: generation.name(),
                pin: index::pinned(&self.paths.index, &generation).filter(|_| is_live),
                live: is_live,
                manifest: generation.manifest,
            }
        });
        Ok(past.collect())
    }

    /// Lets an older generation answer until the next reload, over restarts too.
    ///
    /// `generation` is a name of [`AnswerService::history`] or the beginning of one; without it, the one before the live
    /// one. The weights of the ranking and the operator's contacts are not part of a generation and stay as they are.
    pub fn rollback(&self, who: &str, generation: Option<&str>) -> Result<RolledBack, Error> {
        self.audited(
            who,
            Deed::Rollback,
            |done: &RolledBack| done.to.clone(),
            || {
                let _held = lock::take(&self.paths.index, who)?;
                applying::finish(&self.paths)?;
                let live = index::current(&self.paths.index)?;
                let generations = index::generations(&self.paths.index)?;
                let target = choose(generations, live.as_ref(), generation)?;
                if target.manifest.format != index::FORMAT_VERSION {
                    let message = format!("{} was built by another version", target.name());
                    return Err(Error::new(ErrorKind::Data, message)
                        .hint("run `madoguchi data reload` to build from the folders"));
                }
                let state = State::open(&self.paths, &self.settings, target)?;
                // Where the folders hold just this, there is nothing to pin.
                let folders = Sources::read(&self.paths).map(|sources| sources.fingerprint());
                let folders = folders.unwrap_or_default();
                let pinned = folders != state.generation.manifest.fingerprint;
                if pinned {
                    let (generation, by) = (state.generation.name(), who.to_owned());
                    let pin = Pin { generation, folders, by, at: timestamp() };
                    index::pin(&self.paths.index, &pin)?;
                } else {
                    index::make_live(&self.paths.index, &state.generation)?;
                }
                let from = self.state.load().generation.name();
                let swapped = self.swap(state, 0);
                Ok(RolledBack {
                    from,
                    to: swapped.name,
                    generation: swapped.generation,
                    pinned,
                    changed: swapped.diff.counts(),
                })
            },
        )
    }
}

fn choose(
    generations: Vec<Generation>,
    live: Option<&Generation>,
    wanted: Option<&str>,
) -> Result<Generation, Error> {
    let is_live = |generation: &Generation| live.is_some_and(|live| live.path == generation.path);
    let hint = "`madoguchi data history` lists the generations that are kept";
    let Some(wanted) = wanted else {
        // The newest first: what follows the live one is the one before it.
        let older = generations
            .into_iter()
            .filter(|generation| !is_live(generation))
            .find(|it| live.is_none_or(|live| it.manifest.order() < live.manifest.order()));
        return older
            .ok_or_else(|| Error::new(ErrorKind::User, "there is no older generation").hint(hint));
    };
    let is_meant = |generation: &Generation| {
        let name = generation.name();
        !wanted.is_empty()
            && (name.starts_with(wanted)
                || name.strip_prefix("gen-").is_some_and(|name| name.starts_with(wanted)))
    };
    let exact = generations.iter().position(|generation| generation.name() == wanted);
    let mut meant: Vec<Generation> = match exact {
        Some(at) => generations.into_iter().skip(at).take(1).collect(),
        None => generations.into_iter().filter(is_meant).collect(),
    };
    match (meant.pop(), meant.is_empty()) {
        (Some(only), true) if is_live(&only) => {
            Err(Error::new(ErrorKind::User, format!("{} answers already", only.name())).hint(hint))
        }
        (Some(only), true) => Ok(only),
        (Some(_), false) => {
            let message = format!("several generations begin with `{wanted}`");
            Err(Error::new(ErrorKind::User, message).hint(hint))
        }
        (None, _) => {
            let message = format!("no generation is called `{wanted}`");
            Err(Error::new(ErrorKind::User, message).hint(hint))
        }
    }
}
