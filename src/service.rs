//! Here are the folders, give me answers: the one facade that the command line and Discord both call.
//!
//! What is loaded is one immutable [`State`] behind an `ArcSwap`: questions take the state of their moment, a reload
//! builds another aside and swaps it in. A reload that fails changes nothing.

mod build;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;

use crate::analysis::Analyzer;
use crate::answer::{Answer, Composer, Found, Ranking};
use crate::chart::Fonts;
use crate::contacts::{self, Department};
use crate::error::{Error, ErrorKind};
use crate::furigana::Furigana;
use crate::glossary::Glossary;
use crate::index::{self, Generation, Manifest};
use crate::library::Library;
use crate::locale::Locales;
use crate::model::{Diagnostic, Measure, MeasureId, PolicyDocument};
use crate::question::{self, Question, QuestionReader};
use crate::search::Snapshot;
use crate::settings::Settings;
use crate::text::fold;

pub use build::Sources;
use build::Words;

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

/// What a reload did.
#[derive(Clone, Debug)]
pub struct Reloaded {
    /// Whether anything differs from before.
    pub changed: bool,
    /// What is live now.
    pub generation: Manifest,
    /// Documents read.
    pub n_documents: usize,
    /// Entries read, of all kinds.
    pub n_measures: usize,
    /// What was odd.
    pub n_diagnostics: usize,
}

/// What a check found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Every document as it is read now.
    pub documents: Vec<PolicyDocument>,
    /// What is odd in the config: file, and what is wrong there.
    pub config: Vec<(PathBuf, Diagnostic)>,
}

/// Everything loaded at one time.
struct State {
    manifest: Manifest,
    library: Arc<Library>,
    snapshot: Snapshot,
    reader: QuestionReader,
    ranking: Ranking,
    departments: Vec<Department>,
    furigana: Arc<Furigana>,
    glossary: Arc<Glossary>,
    max_question_chars: usize,
}

/// Answers questions from the loaded documents.
pub struct AnswerService {
    paths: Paths,
    settings: Settings,
    locales: Locales,
    fonts: Fonts,
    state: ArcSwap<State>,
    /// Held while a reload runs.
    reloading: Mutex<()>,
}

impl AnswerService {
    /// Opens the live generation, building it first where it is missing or stale.
    pub fn open(paths: Paths, settings: Settings, progress: &dyn Progress) -> Result<Self, Error> {
        let locales = Locales::load(&paths.config)?;
        let (state, _) = std::thread::scope(|scope| {
            scope.spawn(question::prepare);
            let sources = Sources::read(&paths)?;
            State::load(&paths, &settings, &sources, progress)
        })?;
        let state = ArcSwap::from_pointee(state);
        let fonts = Fonts::new(&settings.chart.font);
        Ok(Self { paths, settings, locales, fonts, state, reloading: Mutex::new(()) })
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
        Some(state.composer().show(measure, ""))
    }

    /// Returns measures for a few typed characters: numbers first, then titles, then content and kana.
    pub fn suggest(&self, partial: &str, limit: usize) -> Result<Vec<Arc<Measure>>, Error> {
        let state = self.state.load();
        let typed = fold(partial.trim());
        let number: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
        let is_number = !number.is_empty() && number.len() == typed.len();
        let measures = state.library.measures();
        let mut found: Vec<Arc<Measure>> = Vec::new();
        let mut push = |measure: &Arc<Measure>| {
            if found.len() < limit && !found.iter().any(|known| known.id == measure.id) {
                found.push(measure.clone());
            }
        };
        if is_number {
            measures
                .iter()
                .filter(|m| m.id.key().starts_with(&number) || m.number.starts_with(&number))
                .for_each(&mut push);
        }
        measures.iter().filter(|m| fold(&m.title).starts_with(&typed)).for_each(&mut push);
        measures.iter().filter(|m| fold(&m.title).contains(&typed)).for_each(&mut push);
        if !typed.is_empty() {
            let question = Question { text: partial.to_owned(), ..Question::default() };
            let work = state.composer().work(&question)?;
            work.hits.iter().filter_map(|hit| state.library.at(hit.record)).for_each(&mut push);
        }
        Ok(found)
    }

    /// Reads the folders again and swaps the result in, where anything changed.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`] while another reload runs; any failure leaves the old data answering.
    pub fn reload(&self, progress: &dyn Progress) -> Result<Reloaded, Error> {
        let Ok(_held) = self.reloading.try_lock() else {
            return Err(Error::new(ErrorKind::Busy, "another reload is under way")
                .hint("wait until it has ended"));
        };
        let sources = Sources::read(&self.paths)?;
        let (state, _) = State::load(&self.paths, &self.settings, &sources, progress)?;
        let changed = state.manifest.fingerprint != self.state.load().manifest.fingerprint;
        let reloaded = Reloaded {
            changed,
            generation: state.manifest.clone(),
            n_documents: state.library.documents().len(),
            n_measures: state.library.measures().len(),
            n_diagnostics: state.library.documents().iter().map(|d| d.diagnostics.len()).sum(),
        };
        self.state.store(Arc::new(state));
        Ok(reloaded)
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
        self.state.load().manifest.clone()
    }

    /// The weights in use.
    pub fn ranking(&self) -> Ranking {
        self.state.load().ranking.clone()
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

    /// Builds the index, even where it is up to date if `force`.
    pub fn build(
        paths: &Paths,
        settings: &Settings,
        force: bool,
        progress: &dyn Progress,
    ) -> Result<(Manifest, bool), Error> {
        let sources = Sources::read(paths)?;
        if force {
            let generation = sources.build(paths, settings, progress)?;
            return Ok((generation.manifest, true));
        }
        let (state, built) = State::load(paths, settings, &sources, progress)?;
        Ok((state.manifest, built))
    }

    /// Returns the live generation and whether it is built from what lies in the folders now.
    pub fn status(paths: &Paths) -> Result<Option<(Generation, bool)>, Error> {
        let fingerprint = Sources::read(paths)?.fingerprint();
        let live = index::current(&paths.index)?;
        Ok(live.map(|generation| {
            let fresh = generation.manifest.fingerprint == fingerprint;
            (generation, fresh)
        }))
    }
}

impl State {
    /// Opens the generation of the sources, building it where there is none; tells whether it was built.
    fn load(
        paths: &Paths,
        settings: &Settings,
        sources: &Sources,
        progress: &dyn Progress,
    ) -> Result<(Self, bool), Error> {
        let fingerprint = sources.fingerprint();
        let live = index::current(&paths.index).ok().flatten();
        let fresh = live.filter(|live| {
            live.manifest.fingerprint == fingerprint
                && live.manifest.format == index::FORMAT_VERSION
        });
        if let Some(generation) = fresh
            && let Ok(state) = Self::open(paths, settings, sources, &generation)
        {
            // A damaged generation is built again.
            return Ok((state, false));
        }
        let generation = sources.build(paths, settings, progress)?;
        Ok((Self::open(paths, settings, sources, &generation)?, true))
    }

    fn open(
        paths: &Paths,
        settings: &Settings,
        sources: &Sources,
        generation: &Generation,
    ) -> Result<Self, Error> {
        let built = build::open(generation)?;
        let library = Arc::new(Library::new(built.documents));
        let Words { lexicon, places, thesaurus, kana } = built.words;
        let analyzer = Analyzer::with(lexicon)?;
        Ok(Self {
            manifest: generation.manifest.clone(),
            glossary: Arc::new(sources.glossary()),
            furigana: Arc::new(sources.furigana(analyzer.clone())),
            snapshot: Snapshot::open(&generation.path.join(build::SEARCH))?,
            reader: QuestionReader { analyzer, places, thesaurus, kana },
            ranking: Ranking {
                answer_threshold: settings.answer.answer_threshold,
                suggest_threshold: settings.answer.suggest_threshold,
                ..sources.ranking(paths)?
            },
            max_question_chars: settings.answer.max_question_chars,
            departments: contacts::read(&paths.config)?,
            library,
        })
    }

    fn composer(&self) -> Composer<'_> {
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

impl From<index::IndexError> for Error {
    fn from(error: index::IndexError) -> Self {
        Error::from_source(ErrorKind::Data, error)
            .hint("run `madoguchi index --force` to build the index afresh")
    }
}

impl From<index::GenerationError> for Error {
    fn from(error: index::GenerationError) -> Self {
        Error::from_source(ErrorKind::Data, error)
            .hint("see that the index folder can be written, or name another with --index")
    }
}
