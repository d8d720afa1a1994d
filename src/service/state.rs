//! Everything loaded at one time, opened from a generation that holds all of it.

use std::sync::Arc;

use fs_err as fs;

use super::build::{self, Loss, Order, SEARCH, Words};
use super::sources::Sources;
use super::{Paths, Progress, lock, stamps};
use crate::analysis::Analyzer;
use crate::answer::{Composer, Ranking};
use crate::contacts::{self, Department};
use crate::error::Error;
use crate::furigana::Furigana;
use crate::glossary::{self, Glossary};
use crate::index::{self, Generation};
use crate::library::Library;
use crate::question::QuestionReader;
use crate::search::Snapshot;
use crate::settings::Settings;

/// What no generation holds: the operator's files that are read with each.
struct Beside {
    ranking: Ranking,
    departments: Vec<Department>,
}

impl Beside {
    fn read(paths: &Paths, settings: &Settings) -> Result<Self, Error> {
        let ranking = Ranking {
            answer_threshold: settings.answer.answer_threshold,
            suggest_threshold: settings.answer.suggest_threshold,
            ..build::ranking(paths)?
        };
        Ok(Self { ranking, departments: contacts::read(&paths.config)? })
    }
}

/// What becomes of a start that finds a document in the folder of which nothing can be read any more, or none of the
/// lists of the config folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnLoss {
    /// It ends with the reason.
    Refuse,
    /// It answers from the data that was built before, if that can be opened.
    GoOn,
}

/// Everything loaded at one time.
pub(super) struct State {
    pub(super) generation: Generation,
    pub(super) library: Arc<Library>,
    pub(super) departments: Vec<Department>,
    pub(super) ranking: Ranking,
    pub(super) furigana: Arc<Furigana>,
    pub(super) glossary: Arc<Glossary>,
    snapshot: Snapshot,
    reader: QuestionReader,
    max_question_chars: usize,
}

impl State {
    /// Opens the generation that is built from the folders, building it where there is none; tells whether it was built.
    ///
    /// Nothing is built where a document would be lost of which the file still lies in the folder.
    pub(super) fn load(
        paths: &Paths,
        settings: &Settings,
        by: &str,
        on_loss: OnLoss,
        progress: &dyn Progress,
    ) -> Result<(Self, bool), Error> {
        let open = |live| Self::open_beside_look(paths, settings, live);
        let opened = usable(paths).map(open).transpose()?.flatten();
        if let Some((state, true)) = opened {
            state.unpin(paths)?;
            return Ok((state, false));
        }
        let sources = Sources::read(paths)?;
        if let Some((state, _)) = opened
            && state.generation.manifest.fingerprint == sources.fingerprint()
        {
            state.unpin(paths)?;
            if let Ok(_held) = lock::take(&paths.index, by) {
                stamps::keep(&state.generation.path, sources.note);
            }
            return Ok((state, false));
        }
        let _held = lock::wait(&paths.index, by, lock::PATIENCE)?;
        // Whoever held the lock may have changed the files, or built just this.
        let sources = Sources::read(paths)?;
        let live = usable(paths);
        let open = |live| Self::open_unless_damaged(paths, settings, live);
        let old = live.clone().map(open).transpose()?.flatten();
        let before = old.as_ref().map(|old| &*old.library);
        if let Some(state) = Self::open_kept(paths, settings, &sources, before)? {
            return Ok((state, false));
        }
        let order = Order { by, from: live.as_ref(), before };
        match (Self::build(paths, settings, &sources, &order, progress)?, old) {
            (Ok((state, _)), _) => {
                state.make_live(paths, settings)?;
                Ok((state, true))
            }
            (Err(loss), Some(old)) if on_loss == OnLoss::GoOn => {
                let (name, report) = (old.generation.name(), Error::from(loss).report());
                tracing::error!("{name} goes on answering, nothing is built: {}", report.trim());
                Ok((old, false))
            }
            (Err(loss), _) => Err(loss.into()),
        }
    }

    /// Builds from the folders, taking nothing over, and makes that live.
    pub(super) fn rebuild(
        paths: &Paths,
        settings: &Settings,
        by: &str,
        progress: &dyn Progress,
    ) -> Result<Self, Error> {
        let _held = lock::wait(&paths.index, by, lock::PATIENCE)?;
        let order = Order { by, from: None, before: None };
        let (state, _) = Self::build(paths, settings, &Sources::read(paths)?, &order, progress)??;
        state.make_live(paths, settings)?;
        Ok(state)
    }

    /// Makes a generation that was built and opened the live one.
    pub(super) fn make_live(&self, paths: &Paths, settings: &Settings) -> Result<(), Error> {
        index::make_live(&paths.index, &self.generation)?;
        index::prune(&paths.index, settings.index.keep_generations);
        Ok(())
    }

    /// Builds a generation and opens it, not live yet; tells how many documents were read for it, or what would
    /// be lost: then nothing is built.
    ///
    /// The caller holds the lock.
    pub(super) fn build(
        paths: &Paths,
        settings: &Settings,
        sources: &Sources,
        order: &Order<'_>,
        progress: &dyn Progress,
    ) -> Result<Result<(Self, usize), Loss>, Error> {
        if let Some(loss) = order.from.and_then(|live| sources.loss_of_lists(live)) {
            return Ok(Err(loss));
        }
        // A mistake in these is told before anything is built.
        let beside = Beside::read(paths, settings)?;
        let (library, n_read) = sources.library(order.from)?;
        if let Some(loss) = order.before.and_then(|before| sources.loss(before, &library)) {
            return Ok(Err(loss));
        }
        let generation = sources.build(paths, settings, order, &library, progress)?;
        let folder = generation.path.clone();
        let state = Self::open_with(paths, settings, beside, generation).inspect_err(|_| {
            // It answers nobody, and is not to be offered as one that did.
            let _ = fs::remove_dir_all(&folder);
        })?;
        Ok(Ok((state, n_read)))
    }

    /// Opens the live generation, and looks meanwhile whether the files look as they did when it was built; none where it
    /// cannot be opened, and is to be built again.
    fn open_beside_look(
        paths: &Paths,
        settings: &Settings,
        live: Generation,
    ) -> Result<Option<(Self, bool)>, Error> {
        std::thread::scope(|scope| {
            let look = scope.spawn(|| stamps::are_as_noted(paths, &live));
            let state = Self::open_unless_damaged(paths, settings, live.clone())?;
            let looks_same = look.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Ok(state.map(|state| (state, looks_same)))
        })
    }

    /// Ends whatever was pinned, if this is the live generation.
    fn unpin(&self, paths: &Paths) -> Result<(), Error> {
        if index::pinned(&paths.index, &self.generation).is_some() {
            index::unpin(&paths.index)?;
        }
        Ok(())
    }

    /// Opens a generation that was built from these files, the live one or an older one, and makes it live; but no older
    /// one without a document that answered `before` and of which the file could not be read now.
    ///
    /// The caller holds the lock.
    pub(super) fn open_kept(
        paths: &Paths,
        settings: &Settings,
        sources: &Sources,
        before: Option<&Library>,
    ) -> Result<Option<Self>, Error> {
        let fingerprint = sources.fingerprint();
        let live = usable(paths).filter(|live| live.manifest.fingerprint == fingerprint);
        let open = |generation| Self::open_unless_damaged(paths, settings, generation);
        let state = match live.map(open).transpose()?.flatten() {
            Some(state) => {
                state.unpin(paths)?;
                state
            }
            None => match kept(paths, &fingerprint).map(open).transpose()?.flatten() {
                Some(state)
                    if before.is_none_or(|it| sources.loss(it, &state.library).is_none())
                        && usable(paths).is_none_or(|it| sources.loss_of_lists(&it).is_none()) =>
                {
                    index::make_live(&paths.index, &state.generation)?;
                    state
                }
                _ => return Ok(None),
            },
        };
        stamps::keep(&state.generation.path, sources.note);
        Ok(Some(state))
    }

    /// Opens the generation that somebody went back to; none where nobody did, or where it cannot be opened any more.
    pub(super) fn open_pinned(paths: &Paths, settings: &Settings) -> Option<Self> {
        let live = usable(paths)?;
        index::pinned(&paths.index, &live)?;
        Self::open_or_tell(paths, settings, live)
    }

    /// Opens the live generation, whatever it is built from.
    pub(super) fn open_live(paths: &Paths, settings: &Settings) -> Option<Self> {
        Self::open_or_tell(paths, settings, usable(paths)?)
    }

    fn open_or_tell(paths: &Paths, settings: &Settings, live: Generation) -> Option<Self> {
        let name = live.name();
        Self::open(paths, settings, live)
            .inspect_err(|error| {
                let report = error.report();
                tracing::warn!("{name} cannot be opened: {}", report.trim());
            })
            .ok()
    }

    pub(super) fn open(
        paths: &Paths,
        settings: &Settings,
        generation: Generation,
    ) -> Result<Self, Error> {
        Self::open_with(paths, settings, Beside::read(paths, settings)?, generation)
    }

    /// Opens a generation; none where it is damaged, and is to be built again.
    pub(super) fn open_unless_damaged(
        paths: &Paths,
        settings: &Settings,
        generation: Generation,
    ) -> Result<Option<Self>, Error> {
        let beside = Beside::read(paths, settings)?;
        Ok(Self::open_with(paths, settings, beside, generation).ok())
    }

    fn open_with(
        paths: &Paths,
        settings: &Settings,
        beside: Beside,
        generation: Generation,
    ) -> Result<Self, Error> {
        let built = build::open(&generation)?;
        let Words { lexicon, places, thesaurus, kana, years, gazetteer, glossary } = built.words;
        let analyzer = Analyzer::with(lexicon)?;
        Ok(Self {
            snapshot: Snapshot::open(&generation.path.join(SEARCH))?,
            generation,
            glossary: Arc::new(Glossary::new(&paths.config.join(glossary::FILE), glossary)),
            furigana: Arc::new(Furigana::new(analyzer.clone(), &gazetteer)),
            reader: QuestionReader { analyzer, places, thesaurus, kana, years },
            ranking: beside.ranking,
            max_question_chars: settings.answer.max_question_chars,
            departments: beside.departments,
            library: Arc::new(built.library),
        })
    }

    pub(super) fn composer(&self) -> Composer<'_> {
        Composer {
            library: &self.library,
            snapshot: &self.snapshot,
            reader: &self.reader,
            ranking: &self.ranking,
            departments: &self.departments,
            max_question_chars: self.max_question_chars,
        }
    }
}

/// Returns the live generation, if this version of the program can read it.
pub(super) fn usable(paths: &Paths) -> Option<Generation> {
    let live = index::current(&paths.index).ok().flatten();
    live.filter(|live| live.manifest.format == index::FORMAT_VERSION)
}

/// Returns the newest generation with a fingerprint that this version of the program can read.
pub(super) fn kept(paths: &Paths, fingerprint: &str) -> Option<Generation> {
    let generations = index::generations(&paths.index).unwrap_or_default();
    generations.into_iter().find(|it| {
        it.manifest.fingerprint == fingerprint && it.manifest.format == index::FORMAT_VERSION
    })
}
