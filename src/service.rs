//! Here are the folders, give me answers: the one facade that the command line and Discord both call.
//!
//! What is loaded is one immutable [`State`] behind an `ArcSwap`: questions take the state of their moment, a reload
//! builds another aside and swaps it in. A reload that fails changes nothing.

mod applying;
mod audit;
mod build;
mod checking;
mod comparing;
mod digest;
mod edit;
mod history;
mod incoming;
mod lock;
mod made;
mod pdf;
mod reloading;
mod sources;
mod staging;
mod stamps;
mod state;
mod status;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::answer::{Answer, Composer, Found, Ranking};
use crate::chart::Fonts;
use crate::contacts::Department;
use crate::error::{Error, ErrorKind, NO_ROOM, is_disk_full};
use crate::furigana::Furigana;
use crate::glossary::Glossary;
use crate::index::{self, Generation, Manifest};
use crate::library::Library;
use crate::locale::Locales;
use crate::model::{Diagnostic, Measure, MeasureId, PolicyDocument};
use crate::question::{self, Question};
use crate::settings::Settings;
use crate::text::{fold, squeeze};

use self::state::{OnLoss, State};

pub use audit::{Audit, AuditEntry, AuditFile, Deed};
pub use comparing::{Brief, ChangedAnswer, Comparison};
pub use history::{Past, RolledBack};
pub use incoming::Incoming;
pub use pdf::COMMAND as PDF_COMMAND;
pub use reloading::Reloaded;
pub use sources::Sources;
pub use staging::{Action, Preview, Staged};
pub use status::{DocumentStatus, Standing, Status};
pub use watch::Watch;

/// No more typed characters than these are looked at for suggestions.
const MOST_TYPED: usize = 100;

/// The folders of an installation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Settings, word lists, locales.
    pub config: PathBuf,
    /// The policy documents.
    pub seeds: PathBuf,
    /// Built data.
    pub index: PathBuf,
}

/// Is told how far a build is.
pub trait Progress: Sync {
    /// `done` of `total` records are indexed.
    fn report(&self, done: u64, total: u64);
}

/// Tells nobody.
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _done: u64, _total: u64) {}
}

/// What a check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Every document as it is read now.
    pub documents: Vec<PolicyDocument>,
    /// What is odd in the config: file, and what is wrong there.
    pub config: Vec<(PathBuf, Diagnostic)>,
}

/// Answers questions from the loaded documents.
pub struct AnswerService {
    paths: Paths,
    settings: Settings,
    locales: Locales,
    fonts: Fonts,
    state: ArcSwap<State>,
    audit: Box<dyn Audit>,
    /// The program that reads PDF files in a process of its own: this one.
    program: PathBuf,
}

impl AnswerService {
    /// Opens what is built from the folders, building it first where it is missing or stale.
    ///
    /// A generation that somebody went back to is opened as it is, until the next reload; so is the live one, with an
    /// error in the log, while a document that it holds lies in the folder and cannot be read any more, or none of the
    /// lists that it was built with is there.
    pub fn open(paths: Paths, settings: Settings, progress: &dyn Progress) -> Result<Self, Error> {
        let locales = Locales::load(&paths.config)?;
        if let Err(error) = applying::recover(&paths) {
            // Half of a change lies in the folders: what was live answers until the rest can be done.
            let state = State::open_live(&paths, &settings).ok_or(error)?;
            return Ok(Self::with_state(paths, settings, locales, state));
        }
        let state = std::thread::scope(|scope| {
            scope.spawn(question::prepare);
            match State::open_pinned(&paths, &settings) {
                Some(state) => Ok(state),
                None => State::load(&paths, &settings, "", OnLoss::GoOn, progress)
                    .map(|(state, _)| state),
            }
        })?;
        Ok(Self::with_state(paths, settings, locales, state))
    }

    /// Opens as [`AnswerService::open`] does; where the documents cannot be taken in as they are now, those from before
    /// answer, and the log says why. A mistake in the config is an error.
    pub fn open_to_serve(
        paths: Paths,
        settings: Settings,
        progress: &dyn Progress,
    ) -> Result<Self, Error> {
        Self::open(paths.clone(), settings.clone(), progress).or_else(|error| {
            let is_passing = matches!(error.kind(), ErrorKind::Data | ErrorKind::Busy);
            let live = is_passing.then(|| State::open_live(&paths, &settings)).flatten();
            let Some(state) = live else { return Err(error) };
            let why = error.report();
            tracing::error!("the documents cannot be taken in, those from before answer: {why}");
            let locales = Locales::load(&paths.config)?;
            Ok(Self::with_state(paths, settings, locales, state))
        })
    }

    /// Opens the live generation whatever lies in the folders now; builds one only where there is none.
    pub fn open_live(
        paths: Paths,
        settings: Settings,
        progress: &dyn Progress,
    ) -> Result<Self, Error> {
        // What cannot be finished now is tried again by the next change, and told then.
        let is_whole = applying::recover(&paths).is_ok();
        match State::open_live(&paths, &settings) {
            Some(state) => {
                let locales = Locales::load(&paths.config)?;
                Ok(Self::with_state(paths, settings, locales, state))
            }
            None if is_whole => Self::open(paths, settings, progress),
            None => Err(applying::half_done(&paths)),
        }
    }

    fn with_state(paths: Paths, settings: Settings, locales: Locales, state: State) -> Self {
        let audit = Box::new(AuditFile::of(&paths));
        // Where the program's own file cannot be told, PDF files are refused with that reason.
        let program = std::env::current_exe().unwrap_or_default();
        let state = ArcSwap::from_pointee(state);
        let fonts = Fonts::new(&settings.chart.font);
        Self { paths, settings, locales, fonts, state, audit, program }
    }

    /// Tells another trail of what was done, instead of `audit.jsonl` in the index folder.
    #[must_use]
    pub fn with_audit(mut self, audit: Box<dyn Audit>) -> Self {
        self.audit = audit;
        self
    }

    /// Names the program that reads PDF files, where that is not the running one.
    #[must_use]
    pub fn with_program(mut self, program: PathBuf) -> Self {
        self.program = program;
        self
    }

    /// Answers a question. Synchronous and without waiting; well under a millisecond.
    pub fn answer(&self, question: &Question) -> Result<Answer, Error> {
        let state = self.state.load();
        Ok(state.composer().answer(question)?)
    }

    /// Gives everything that an answer is made from, for explaining, fitting and measuring.
    pub fn with_composer<R>(&self, work: impl FnOnce(Composer<'_>) -> R) -> R {
        let state = self.state.load();
        work(state.composer())
    }

    /// Returns one measure with its facts.
    pub fn show(&self, id: &MeasureId) -> Option<Found> {
        let state = self.state.load();
        let measure = state.library.measure(id)?;
        Some(state.composer().show(&measure, ""))
    }

    /// Returns measures for a few typed characters: numbers first, then titles, then content and kana.
    pub fn suggest(&self, partial: &str, limit: usize) -> Result<Vec<Arc<Measure>>, Error> {
        let state = self.state.load();
        let partial: String = partial.trim().chars().take(MOST_TYPED).collect();
        let mut places = state.library.suggest(&fold(&squeeze(&partial)), limit);
        if places.len() < limit && !partial.is_empty() {
            let (known, question) =
                (places.clone(), Question { text: partial, ..Question::default() });
            let work = state.composer().work(&question)?;
            let found = work.hits.iter().map(|hit| hit.record);
            places.extend(found.filter(|place| !known.contains(place)));
        }
        let found =
            places.into_iter().filter_map(|place| state.library.at(place)).take(limit).collect();
        Ok(found)
    }

    /// The loaded documents.
    pub fn corpus(&self) -> Arc<Library> {
        self.state.load().library.clone()
    }

    /// How Japanese text is read, with the words and places that are loaded.
    pub fn furigana(&self) -> Arc<Furigana> {
        self.state.load().furigana.clone()
    }

    /// The words that are explained.
    pub fn glossary(&self) -> Arc<Glossary> {
        self.state.load().glossary.clone()
    }

    /// What is live.
    pub fn manifest(&self) -> Manifest {
        self.state.load().generation.manifest.clone()
    }

    /// The weights in use.
    pub fn ranking(&self) -> Ranking {
        self.state.load().ranking.clone()
    }

    /// Departments that the operator knows of.
    pub fn departments(&self) -> Vec<Department> {
        self.state.load().departments.clone()
    }

    /// The folders.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The sentences.
    pub fn locales(&self) -> &Locales {
        &self.locales
    }

    /// What charts are drawn with.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Reads everything afresh and tells what is odd; builds and changes nothing.
    pub fn check(paths: &Paths) -> Result<Checked, Error> {
        Sources::read(paths)?.check(paths)
    }

    /// Returns which lists a config folder lacks of those that the program comes with.
    pub fn absent_lists(paths: &Paths) -> Vec<&'static str> {
        sources::absent_lists(&paths.config)
    }

    /// Returns the generation that somebody went back to; none where what lies in the folders counts.
    pub fn pinned(paths: &Paths) -> Option<Generation> {
        state::usable(paths).filter(|live| index::pinned(&paths.index, live).is_some())
    }

    /// Builds the index, even where it is up to date if `force`, and makes it live; tells whether it was built.
    pub fn build(
        paths: &Paths,
        settings: &Settings,
        force: bool,
        by: &str,
        progress: &dyn Progress,
    ) -> Result<(Manifest, bool), Error> {
        let build = || {
            applying::recover(paths)?;
            if force {
                Ok((State::rebuild(paths, settings, by, progress)?, true))
            } else {
                State::load(paths, settings, by, OnLoss::Refuse, progress)
            }
        };
        let done = build();
        if !matches!(done, Ok((_, false))) {
            let done = done.as_ref().map(|(state, _)| state.generation.name());
            audit::tell(&AuditFile::of(paths), by, Deed::Reload, done);
        }
        let (state, built) = done?;
        Ok((state.generation.manifest.clone(), built))
    }
}

/// Returns this moment, ISO 8601 in UTC, always of the same length so that texts sort as moments do.
fn timestamp() -> String {
    format!("{:.6}", jiff::Timestamp::now())
}

impl From<index::IndexError> for Error {
    fn from(error: index::IndexError) -> Self {
        let hint = if is_disk_full(&error) {
            NO_ROOM
        } else {
            "run `madoguchi index --force` to build the index afresh"
        };
        Error::from_source(ErrorKind::Data, error).hint(hint)
    }
}

impl From<index::GenerationError> for Error {
    fn from(error: index::GenerationError) -> Self {
        let hint = match &error {
            index::GenerationError::File(error) if is_disk_full(error) => NO_ROOM,
            _ => "see that the index folder can be written, or name another with --index",
        };
        Error::from_source(ErrorKind::Data, error).hint(hint)
    }
}
