//! From the files of an installation to a generation of built data.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::digest::digest;
use super::made::{self, Made};
use super::sources::{
    GAZETTEER_FILE, LEXICON_FILE, RANKING_FILE, Seed, Sources, THESAURUS_FILE, TOWNS_FILE, stem,
};
use super::{Paths, Progress, stamps, timestamp};
use crate::analysis::{AnalysisError, Analyzer, Lexicon};
use crate::answer::Ranking;
use crate::corpus::{self, DocumentFacts};
use crate::diff::diff;
use crate::error::{Error, ErrorKind, NO_ROOM, is_disk_full};
use crate::expected::Expected;
use crate::glossary::{self, Glossary};
use crate::index::{self, Generation, GenerationError, Manifest, Record};
use crate::library::{Digest, Library, LibraryError, LoadedDocument, Place, short};
use crate::model::{Diagnostic, FiscalYear, Measure, MeasureKind, Severity};
use crate::question::{Gazetteer, KanaWords, OWN_WORDS_FILE, Places, Thesaurus, TownTable};
use crate::settings::Settings;
use crate::toml_file;

/// The index in a generation's folder.
pub(super) const SEARCH: &str = "search";
const WORDS: &str = "words.bin";

/// What a generation holds beside the index.
pub(super) struct Built {
    pub(super) library: Library,
    pub(super) words: Words,
}

/// What reads the words of questions. Compiled once, since a start may not take longer than an answer.
#[derive(Serialize, Deserialize)]
pub(super) struct Words {
    pub(super) lexicon: Option<Lexicon>,
    pub(super) places: Places,
    pub(super) thesaurus: Thesaurus,
    pub(super) kana: KanaWords,
    pub(super) years: BTreeSet<FiscalYear>,
    /// The file of the names of places; empty where there is none.
    pub(super) gazetteer: String,
    /// The file of the words that are explained, where there is one.
    pub(super) glossary: Option<String>,
}

/// What a generation is built with, beside the sources.
pub(super) struct Order<'a> {
    /// Who has it built.
    pub(super) by: &'a str,
    /// The generation whose readings are taken over where nothing changed; none to read everything afresh.
    pub(super) from: Option<&'a Generation>,
    /// What answers, to tell what changes and what would be lost; none where nothing does.
    pub(super) before: Option<&'a Library>,
}

/// What there was and would be lost, though nobody took it away.
#[derive(Debug, thiserror::Error)]
pub(super) enum Loss {
    /// A document had measures and has none any more, though its file still lies in the folder.
    #[error("{file} can no longer be read: {reason}; its {n_measures} entries would be lost")]
    Document { file: String, reason: String, n_measures: usize },
    /// All word lists are gone at once.
    #[error("none of the {n_lists} lists that the data was built with is in {folder} any more")]
    Lists { folder: PathBuf, n_lists: u64 },
}

impl From<Loss> for Error {
    fn from(loss: Loss) -> Self {
        let hint = match &loss {
            Loss::Document { .. } => {
                "mend the file, or remove it if the document is no longer wanted"
            }
            Loss::Lists { .. } => {
                "see that the folder is mounted, or build without them with `madoguchi index --force`"
            }
        };
        Error::from_source(ErrorKind::Data, loss).hint(hint)
    }
}

impl Sources {
    /// Compiles the operator's words.
    pub(super) fn lexicon(&self) -> Result<Option<Lexicon>, Error> {
        let Some((path, text)) = self.config(LEXICON_FILE) else { return Ok(None) };
        Lexicon::compile(text).map(Some).map_err(|error| {
            Error::from_source(ErrorKind::Settings, error).hint(format!(
                "each line of {} is: word,part of speech,reading in katakana",
                path.display()
            ))
        })
    }

    pub(super) fn gazetteer(&self) -> Result<Gazetteer, Error> {
        let Some((path, text)) = self.config(GAZETTEER_FILE) else {
            return Ok(Gazetteer::default());
        };
        Gazetteer::parse(text).map_err(|error| {
            Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                .because(error)
                .hint("each line is: name,reading,within,short")
        })
    }

    pub(super) fn towns(&self) -> Result<TownTable, Error> {
        let Some((path, text)) = self.config(TOWNS_FILE) else { return Ok(TownTable::default()) };
        TownTable::parse(text).map_err(|error| {
            Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                .because(error)
                .hint(
                    "each line is: municipality,towns,words,things; names are separated by spaces",
                )
        })
    }

    /// Tells what is odd in the glossary; a file that is none is an error.
    pub(super) fn check_glossary(&self) -> Result<Vec<(PathBuf, Diagnostic)>, Error> {
        let Some((path, text)) = self.config(glossary::FILE) else { return Ok(Vec::new()) };
        Glossary::new(path, Some(text.to_owned())).check().map_err(|error| {
            Error::from_source(ErrorKind::Settings, error)
                .hint("each [[word]] has word, also, ja, ja-easy, en, zh-CN, zh-TW and ko")
        })
    }

    /// Reads the documents into a library, but for those that `from` has read from the same input, which are taken over
    /// as they are; tells how many it read.
    pub(super) fn library(&self, from: Option<&Generation>) -> Result<(Library, usize), Error> {
        let facts = self.facts()?;
        // A generation that cannot be read has nothing to take over.
        let known = from.and_then(|live| Library::open(&live.path, index::map).ok());
        let known = known.unwrap_or_default();
        let mut numbers: HashMap<String, u32> =
            known.documents().iter().map(|it| (it.info().file.clone(), it.number)).collect();
        let known: HashMap<Digest, &LoadedDocument> =
            known.documents().iter().map(|document| (document.source, document)).collect();
        let mut next = numbers.values().max().map_or(0, |last| last + 1);
        let mut n_read = 0;
        let documents = self.seeds.iter().map(|seed| {
            let facts = facts.of(stem(&seed.name));
            let source = source(seed, &facts);
            let number = numbers.remove(&seed.name).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            if let Some(known) = known.get(&source).filter(|known| known.is_whole()) {
                let mut document = (*known).clone();
                document.number = number;
                return document;
            }
            n_read += 1;
            LoadedDocument::new(number, source, corpus::read(&seed.name, &seed.bytes, &facts))
        });
        let mut documents: Vec<LoadedDocument> = documents.collect();
        if documents.iter().map(|document| document.n_measures).sum::<usize>() <= index::SMALL {
            // Indexed from nothing, and so the same whatever was there before.
            (0..).zip(&mut documents).for_each(|(at, document)| document.number = at);
        }
        Ok((Library::of(documents), n_read))
    }

    /// Returns what these sources would lose of what there was, as they were read into a library.
    ///
    /// Whatever became of a file that is still there, its document is missed; one that is gone was taken away.
    pub(super) fn loss(&self, before: &Library, read: &Library) -> Option<Loss> {
        let with_measures = |it: &&LoadedDocument| it.n_measures > 0;
        let still: HashSet<String> =
            read.documents().iter().filter(with_measures).map(|it| it.info().id.clone()).collect();
        let mut had = before.documents().iter().filter(with_measures);
        had.find_map(|known| {
            let info = known.info();
            if still.contains(&info.id) {
                return None;
            }
            let (file, reason) = self.barren(&info.id, read)?;
            Some(Loss::Document { file, reason, n_measures: known.n_measures })
        })
    }

    /// Returns whether these sources have none of the lists that a generation was built with.
    pub(super) fn loss_of_lists(&self, live: &Generation) -> Option<Loss> {
        let n_lists = live.manifest.n_lists;
        let folder = self.config_folder.clone();
        (n_lists > 0 && self.config.is_empty()).then_some(Loss::Lists { folder, n_lists })
    }

    /// Returns the file of a document that has no measures, and why it has none; none where there is no such file.
    fn barren(&self, id: &str, read: &Library) -> Option<(String, String)> {
        let mut not_read = self.unread.iter().chain(&self.set_aside);
        if let Some(found) = not_read.find(|(name, _)| stem(name) == id) {
            return Some(found.clone());
        }
        let seed = self.seeds.iter().find(|seed| stem(&seed.name) == id)?;
        let reason = match read.document(id).and_then(unreadable) {
            Some(reason) => reason,
            None if seed.bytes.trim_ascii().is_empty() => "it is empty".to_owned(),
            None => "no entry was found in it".to_owned(),
        };
        Some((seed.name.clone(), reason))
    }

    pub(super) fn expected(&self, library: &Library) -> Result<Expected, Error> {
        let mut expected = Expected::default();
        for (path, text) in self.expected_files() {
            let document = path.file_stem().unwrap_or_default().to_string_lossy();
            expected.add(path, text, &document, library).map_err(|error| {
                Error::from_source(ErrorKind::Settings, error)
                    .hint("each [[measure]] has id, title and questions")
            })?;
        }
        Ok(expected)
    }

    fn thesaurus(&self, analyzer: &Analyzer) -> Result<Thesaurus, Error> {
        let mut thesaurus = Thesaurus::default();
        for (path, text) in [THESAURUS_FILE, OWN_WORDS_FILE].iter().filter_map(|it| self.config(it))
        {
            // Read once only for the place of a mistake.
            toml_file::parse::<toml::Table>(path, text)
                .map_err(|error| Error::from_source(ErrorKind::Settings, error))?;
            thesaurus.add(text, analyzer).map_err(|error| {
                Error::new(ErrorKind::Settings, format!("{} cannot be used", path.display()))
                    .because(error)
                    .hint("each line is: \"word\" = \"other word\", or { to = [\"…\"], weight = 0.5 }")
            })?;
        }
        Ok(thesaurus)
    }

    /// Fills an empty folder with everything that answers are made from.
    fn fill(
        &self,
        folder: &Path,
        paths: &Paths,
        settings: &Settings,
        order: &Order<'_>,
        library: &Library,
        progress: &dyn Progress,
    ) -> Result<Manifest, Error> {
        for document in library.documents() {
            let Some(reason) = unreadable(document) else { continue };
            tracing::warn!("{} cannot be read and is left out: {reason}", document.info().file);
        }
        if library.n_measures() == 0 {
            let (folder, hint) = (
                paths.seeds.display(),
                if library.documents().is_empty() {
                    "put policy documents there, or see that the folder is mounted"
                } else {
                    "run `madoguchi check` to see what is wrong with each document"
                },
            );
            let message = format!("no measure could be read from {folder}");
            return Err(Error::new(ErrorKind::Data, message).hint(hint));
        }
        let is_large = library.n_measures() > index::SMALL;
        library.write(folder, is_large)?;
        let threads = match settings.index.threads {
            0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            threads => threads,
        };
        let lexicon = self.lexicon()?;
        let analyzer = Analyzer::with(lexicon.clone())?;
        // What cannot be read is made again.
        let live = order.from.and_then(|live| Some((live, made_of(live)?)));
        let before = live.as_ref().map(|(_, made)| made);
        let (words, mut made) = self.words(lexicon, &analyzer, library, before, threads)?;
        let expected = self.expected(library)?;
        self.check_glossary()?;
        index::write_binary(&folder.join(WORDS), &words)?;
        made.note(library.documents(), &expected);
        index::write_binary(&folder.join(made::FILE), &made)?;
        let live = live.filter(|(live, _)| is_large && index::can_update(&live.path.join(SEARCH)));
        let stays = live.and_then(|(live, before)| Some((live, made.differing(&before)?)));
        // Where much differs, an index of its own is written faster, by all threads, and is smaller.
        let most = library.documents().len() as f32 * MAX_DIFFERING;
        let stays = stays.filter(|(_, differing)| differing.len() as f32 <= most);
        let search = folder.join(SEARCH);
        fill_index(&search, stays, library, &expected, &analyzer, threads, progress)?;
        stamps::keep(folder, self.note);
        Ok(Manifest {
            format: index::FORMAT_VERSION,
            fingerprint: self.fingerprint(),
            n_documents: library.documents().len() as u64,
            n_records: library.n_measures() as u64,
            n_asked: expected.len() as u64,
            n_lists: self.config.len() as u64,
            serial: 0,
            built: timestamp(),
            by: order.by.to_owned(),
            changed: order.before.map(|before| diff(before, library).counts()),
        })
    }

    /// Builds a generation of these sources, as they were read, aside and gives it its final name.
    ///
    /// It is not live yet.
    pub(super) fn build(
        &self,
        paths: &Paths,
        settings: &Settings,
        order: &Order<'_>,
        library: &Library,
        progress: &dyn Progress,
    ) -> Result<Generation, Error> {
        let staged = index::stage(&paths.index)?;
        let manifest = self.fill(staged.path(), paths, settings, order, library, progress)?;
        Ok(index::publish(&paths.index, staged, manifest)?)
    }

    /// Builds a generation in a folder that nobody else sees, to try it.
    pub(super) fn build_trial(
        &self,
        folder: &Path,
        paths: &Paths,
        settings: &Settings,
        order: &Order<'_>,
        progress: &dyn Progress,
    ) -> Result<Generation, Error> {
        let (library, _) = self.library(order.from)?;
        let manifest = self.fill(folder, paths, settings, order, &library, progress)?;
        Ok(Generation { path: folder.to_owned(), manifest })
    }

    /// Compiles what reads the words of questions about a library; what `before` has of documents is taken over.
    pub(super) fn words(
        &self,
        lexicon: Option<Lexicon>,
        analyzer: &Analyzer,
        library: &Library,
        before: Option<&Made>,
        threads: usize,
    ) -> Result<(Words, Made), Error> {
        let thesaurus = self.thesaurus(analyzer)?;
        let (gazetteer, towns) = (self.gazetteer()?, self.towns()?);
        let municipalities = library.municipalities();
        let mut places = Places::new(gazetteer, &towns, &municipalities, thesaurus.aliases());
        let made = Made::of(self, analyzer, &places, library.documents(), before, threads);
        made.note_places(&mut places, library.documents());
        let text = |name| self.config(name).map(|(_, text)| text.to_owned());
        let words = Words {
            lexicon,
            places,
            kana: made.kana(),
            years: made.years(),
            thesaurus,
            gazetteer: text(GAZETTEER_FILE).unwrap_or_default(),
            glossary: text(glossary::FILE),
        };
        Ok((words, made))
    }
}

/// Returns a digest over all that a document's reading depends on.
///
/// [`corpus::read`] is a function of the file's name, its bytes and the facts, and of nothing else: it sees no other
/// document, no other setting, no clock. With the program's version and the format's, which stand for its code, an equal
/// digest means an equal reading. `index --force` reads everything afresh all the same.
fn source(seed: &Seed, facts: &DocumentFacts) -> Digest {
    let (version, facts) = (index::FORMAT_VERSION.to_le_bytes(), format!("{facts:?}"));
    let program = env!("CARGO_PKG_VERSION");
    let (name, bytes) = (seed.name.as_bytes(), seed.digest.as_bytes());
    short(digest([&version, program.as_bytes(), name, bytes, facts.as_bytes()]))
}

/// An index of which a larger share of the documents differs is not updated.
const MAX_DIFFERING: f32 = 1.0 / 3.0;
/// Documents whose measures are read and indexed at a time.
const BATCH: usize = 100;

/// Fills an index folder; where a generation and the documents that differ from it are named, with what else it has.
fn fill_index(
    folder: &Path,
    stays: Option<(&Generation, BTreeSet<u32>)>,
    library: &Library,
    expected: &Expected,
    analyzer: &Analyzer,
    threads: usize,
    progress: &dyn Progress,
) -> Result<(), Error> {
    fs::create_dir(folder).map_err(GenerationError::from)?;
    let is_new = |document: &&LoadedDocument| {
        stays.as_ref().is_none_or(|(_, differing)| differing.contains(&document.number))
    };
    let new: Vec<&LoadedDocument> = library.documents().iter().filter(is_new).collect();
    let total = new.iter().map(|document| document.n_measures as u64).sum();
    let done = AtomicU64::new(0);
    let report = || progress.report(done.fetch_add(1, Ordering::Relaxed) + 1, total);
    if let Some((live, differing)) = &stays {
        let gone = differing.iter().copied().map(u64::from);
        let (from, measures) = (live.path.join(SEARCH), read(&new));
        index::update(&from, folder, gone, analyzer, &records(&measures, expected), &report)?;
        return Ok(());
    }
    let builder = index::Builder::create(folder, analyzer, library.n_measures(), threads)?;
    for documents in new.chunks(BATCH) {
        builder.add(&records(&read(documents), expected), &report)?;
    }
    Ok(builder.finish()?)
}

/// Reads the measures of documents.
fn read(documents: &[&LoadedDocument]) -> Vec<(u32, Place, Arc<Measure>)> {
    let measures = documents
        .iter()
        .flat_map(|document| document.places().map(|(at, it)| (document.number, at, it)));
    measures.collect()
}

/// Returns measures as the index takes them.
fn records<'a>(
    measures: &'a [(u32, Place, Arc<Measure>)],
    expected: &'a Expected,
) -> Vec<Record<'a>> {
    let record = |(number, place, measure): &'a (u32, Place, Arc<Measure>)| Record {
        id: *place,
        scope: u64::from(*number),
        asked: expected.of(&measure.id).iter().map(String::as_str).collect(),
        ..record(measure)
    };
    measures.iter().map(record).collect()
}

/// Returns why nothing of a document could be read, where that is so.
fn unreadable(document: &LoadedDocument) -> Option<String> {
    if document.n_measures > 0 {
        return None;
    }
    let mut diagnostics = document.diagnostics().into_iter();
    Some(diagnostics.find(|it| it.severity == Severity::Error)?.excerpt)
}

/// Opens what a generation holds beside the index.
pub(super) fn open(generation: &Generation) -> Result<Built, Error> {
    let library = Library::open(&generation.path, index::map)?;
    let words = index::read_binary(&generation.path.join(WORDS))?;
    Ok(Built { library, words })
}

fn made_of(live: &Generation) -> Option<Made> {
    index::read_binary(&live.path.join(made::FILE)).ok()
}

/// Returns the weights: the file of the config folder, else those that the program was built with.
pub(super) fn ranking(paths: &Paths) -> Result<Ranking, Error> {
    let path = paths.config.join(RANKING_FILE);
    let read = match toml_file::read(&path) {
        Ok(Some(ranking)) => Ok(ranking),
        Ok(None) => toml_file::parse(&path, include_str!("../../config/ranking.toml")),
        Err(error) => Err(error),
    };
    read.map_err(|error| {
        let hint = error.hint("delete the file to use the weights that the program carries");
        Error::from_source(ErrorKind::Settings, error).hint(hint)
    })
}

/// Returns a measure as the index takes it, without its expected questions and scope.
fn record(measure: &Measure) -> Record<'_> {
    // A row's target is its strategy's and would make all rows of a strategy alike.
    let own_target = measure.kind == MeasureKind::Section;
    let mut texts = vec![measure.body.as_str(), measure.results.as_str()];
    if own_target {
        texts.push(measure.target_state.as_str());
    }
    if let Some(contact) = &measure.contact {
        texts.push(contact.department.as_str());
    }
    Record {
        title: &measure.title,
        path: measure.path.iter().map(String::as_str).collect(),
        texts,
        ..Record::default()
    }
}

impl From<AnalysisError> for Error {
    fn from(error: AnalysisError) -> Self {
        Error::from_source(ErrorKind::Internal, error)
    }
}

impl From<LibraryError> for Error {
    fn from(error: LibraryError) -> Self {
        let hint = match &error {
            LibraryError::File(error) if is_disk_full(error) => NO_ROOM,
            _ => {
                "run `madoguchi index --force` to build it afresh, into a folder that can be written"
            }
        };
        Error::from_source(ErrorKind::Data, error).hint(hint)
    }
}
