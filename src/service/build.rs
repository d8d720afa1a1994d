//! From the files of an installation to a generation of built data.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::made::{self, Made};
use super::sources::{GAZETTEER_FILE, LEXICON_FILE, RANKING_FILE, Sources, THESAURUS_FILE, stem};
use super::{Paths, Progress, timestamp};
use crate::analysis::{AnalysisError, Analyzer, Lexicon};
use crate::answer::Ranking;
use crate::corpus::{self, DocumentFacts};
use crate::diff::diff;
use crate::error::{Error, ErrorKind};
use crate::expected::{self, Expected};
use crate::glossary::{self, Glossary};
use crate::index::{self, Generation, GenerationError, Manifest, Record};
use crate::library::{Library, LoadedDocument};
use crate::model::{Diagnostic, FiscalYear, Measure, MeasureKind, PolicyDocument, Severity};
use crate::question::{Gazetteer, KanaWords, OWN_WORDS_FILE, Places, Thesaurus};
use crate::settings::Settings;
use crate::toml_file;

/// The index in a generation's folder.
pub(super) const SEARCH: &str = "search";
const DOCUMENTS: &str = "documents.json";
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

/// A document as a generation keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    /// [`digest`] of what it was read from.
    pub(super) digest: String,
    /// Its number in the index.
    number: u32,
    pub(super) document: PolicyDocument,
}

/// What a generation is built with, beside the sources.
pub(super) struct Order<'a> {
    /// Who has it built.
    pub(super) by: &'a str,
    /// The generation whose readings are taken over where nothing changed; none to read everything afresh.
    pub(super) from: Option<&'a Generation>,
    /// What is live, to tell what changes.
    pub(super) before: Option<&'a Library>,
    /// What becomes of a document that had measures and cannot be read any more.
    pub(super) on_loss: OnLoss,
}

/// What becomes of a document that had measures and cannot be read any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnLoss {
    /// Nothing is built: the old data goes on answering.
    Refuse,
    /// The others answer without it: a start has nothing else.
    GoOn,
}

/// What was built, and from how much.
pub(super) struct Filled {
    manifest: Manifest,
    /// Documents that were read, and not taken over.
    n_read: usize,
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

    fn gazetteer(&self) -> Result<Gazetteer, Error> {
        let Some((path, text)) = self.config(GAZETTEER_FILE) else {
            return Ok(Gazetteer::default());
        };
        Gazetteer::parse(text).map_err(|error| {
            Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                .because(error)
                .hint("each line is: name,reading,within,short")
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

    /// Reads the documents, but for those that `from` has read from the same input; tells how many it read.
    pub(super) fn documents(&self, from: Option<&Generation>) -> Result<(Vec<Kept>, usize), Error> {
        let facts = self.facts()?;
        // A generation that cannot be read has nothing to take over.
        let kept =
            from.and_then(|live| index::read_json::<Vec<Kept>>(&live.path.join(DOCUMENTS)).ok());
        let (mut known, mut numbers) = (HashMap::new(), HashMap::new());
        for kept in kept.into_iter().flatten() {
            numbers.insert(kept.document.info.file.clone(), kept.number);
            known.insert(kept.digest, kept.document);
        }
        let mut next = numbers.values().max().map_or(0, |last| last + 1);
        let mut n_read = 0;
        let documents = self.seeds.iter().map(|(name, bytes)| {
            let facts = facts.of(stem(name));
            let digest = digest(name, bytes, &facts);
            let document = known.remove(&digest).unwrap_or_else(|| {
                n_read += 1;
                corpus::read(name, bytes, &facts)
            });
            let number = numbers.remove(name).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            Kept { digest, number, document }
        });
        let mut documents: Vec<Kept> = documents.collect();
        let n_measures: usize = documents.iter().map(|kept| kept.document.measures.len()).sum();
        if n_measures <= index::SMALL {
            // Indexed from nothing, and so the same whatever was there before.
            (0..).zip(&mut documents).for_each(|(at, kept)| kept.number = at);
        }
        Ok((documents, n_read))
    }

    /// Reads the documents into a library, taking over what `from` has read already; tells how many it read.
    pub(super) fn library(&self, from: Option<&Generation>) -> Result<(Library, usize), Error> {
        let (kept, n_read) = self.documents(from)?;
        Ok((library(kept), n_read))
    }

    pub(super) fn expected(&self, library: &Library) -> Result<Expected, Error> {
        let mut expected = Expected::default();
        for (path, text) in &self.config {
            let in_folder =
                path.parent().and_then(Path::file_name).is_some_and(|p| p == expected::FOLDER);
            if !in_folder {
                continue;
            }
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
    pub(super) fn fill(
        &self,
        folder: &Path,
        paths: &Paths,
        settings: &Settings,
        order: &Order<'_>,
        progress: &dyn Progress,
    ) -> Result<Filled, Error> {
        let (kept, n_read) = self.documents(order.from)?;
        if let (OnLoss::Refuse, Some(before)) = (order.on_loss, order.before) {
            refuse_loss(before, &kept)?;
        }
        for (document, reason) in kept.iter().filter_map(|kept| unreadable(&kept.document)) {
            tracing::warn!("{} cannot be read and is left out: {reason}", document.info.file);
        }
        index::write_json(&folder.join(DOCUMENTS), &kept)?;
        let threads = match settings.index.threads {
            0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            threads => threads,
        };
        let lexicon = self.lexicon()?;
        let analyzer = Analyzer::with(lexicon.clone())?;
        // What cannot be read is made again.
        let live = order.from.and_then(|live| Some((live, made_of(live)?)));
        let before = live.as_ref().map(|(_, made)| made);
        let mut made = Made::of(self, &analyzer, &kept, before, threads);
        let digests: Vec<String> = kept.iter().map(|kept| kept.digest.clone()).collect();
        let library = library(kept);
        if library.measures().is_empty() {
            return Err(Error::new(
                ErrorKind::Data,
                format!("no measure could be read from {}", paths.seeds.display()),
            )
            .hint("run `madoguchi check` to see what is wrong with each document"));
        }
        let words = self.words(lexicon, &analyzer, &library, &made)?;
        let expected = self.expected(&library)?;
        self.check_glossary()?;
        index::write_binary(&folder.join(WORDS), &words)?;
        made.note(&digests, library.documents(), &expected);
        index::write_binary(&folder.join(made::FILE), &made)?;
        let search = folder.join(SEARCH);
        fs::create_dir(&search).map_err(GenerationError::from)?;
        let stays = live
            .filter(|_| library.measures().len() > index::SMALL)
            .and_then(|(live, before)| Some((live, made.differing(&before)?)));
        let is_new = |document: &&LoadedDocument| {
            stays.as_ref().is_none_or(|(_, differing)| differing.contains(&document.number))
        };
        let records: Vec<Record<'_>> = library
            .documents()
            .iter()
            .filter(is_new)
            .flat_map(|document| document.places().map(move |at| (document, at)))
            .map(|(document, (place, measure))| Record {
                id: place,
                scope: u64::from(document.number),
                asked: expected.of(&measure.id).iter().map(String::as_str).collect(),
                ..record(measure)
            })
            .collect();
        let (done, total) = (AtomicU64::new(0), records.len() as u64);
        let report = || progress.report(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        match &stays {
            Some((live, differing)) => {
                let gone = differing.iter().copied().map(u64::from);
                let from = live.path.join(SEARCH);
                index::update(&from, &search, gone, &analyzer, &records, &report)?;
            }
            None => index::write(&search, &analyzer, &records, threads, &report)?,
        }
        let manifest = Manifest {
            format: index::FORMAT_VERSION,
            fingerprint: self.fingerprint(),
            n_documents: library.documents().len() as u64,
            n_records: library.measures().len() as u64,
            n_asked: expected.len() as u64,
            serial: 0,
            built: timestamp(),
            by: order.by.to_owned(),
            changed: order.before.map(|before| diff(before, &library).counts()),
        };
        Ok(Filled { manifest, n_read })
    }

    /// Builds a generation aside and gives it its final name; tells how many documents were read for it.
    ///
    /// It is not live yet.
    pub(super) fn build(
        &self,
        paths: &Paths,
        settings: &Settings,
        order: &Order<'_>,
        progress: &dyn Progress,
    ) -> Result<(Generation, usize), Error> {
        let staged = index::stage(&paths.index)?;
        let filled = self.fill(staged.path(), paths, settings, order, progress)?;
        Ok((index::publish(&paths.index, staged, filled.manifest)?, filled.n_read))
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
        let filled = self.fill(folder, paths, settings, order, progress)?;
        Ok(Generation { path: folder.to_owned(), manifest: filled.manifest })
    }

    /// Compiles what reads the words of questions about a library.
    pub(super) fn words(
        &self,
        lexicon: Option<Lexicon>,
        analyzer: &Analyzer,
        library: &Library,
        made: &Made,
    ) -> Result<Words, Error> {
        let texts = || library.measures().iter().flat_map(|measure| made::texts(measure));
        let thesaurus = self.thesaurus(analyzer)?;
        let municipalities = library.municipalities();
        let text = |name| self.config(name).map(|(_, text)| text.to_owned());
        Ok(Words {
            lexicon,
            places: Places::new(self.gazetteer()?, &municipalities, thesaurus.aliases(), texts()),
            kana: made.kana(),
            years: made.years(),
            thesaurus,
            gazetteer: text(GAZETTEER_FILE).unwrap_or_default(),
            glossary: text(glossary::FILE),
        })
    }
}

/// Returns a digest over all that a document's reading depends on.
///
/// [`corpus::read`] is a function of the file's name, its bytes and the facts, and of nothing else: it sees no other
/// document, no other setting, no clock. With the program's version and the format's, which stand for its code, an equal
/// digest means an equal reading. `index --force` reads everything afresh all the same.
fn digest(name: &str, bytes: &[u8], facts: &DocumentFacts) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut feed = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    feed(&index::FORMAT_VERSION.to_le_bytes());
    feed(env!("CARGO_PKG_VERSION").as_bytes());
    feed(name.as_bytes());
    feed(bytes);
    feed(format!("{facts:?}").as_bytes());
    hasher.finalize().to_hex().to_string()
}

/// Returns a document of which nothing could be read, with the reason.
fn unreadable(document: &PolicyDocument) -> Option<(&PolicyDocument, &str)> {
    let error = document.diagnostics.iter().find(|it| it.severity == Severity::Error)?;
    document.measures.is_empty().then_some((document, &error.excerpt))
}

/// Refuses documents that had measures and that cannot be read any more.
fn refuse_loss(before: &Library, kept: &[Kept]) -> Result<(), Error> {
    for (document, reason) in kept.iter().filter_map(|kept| unreadable(&kept.document)) {
        let known = before.documents().iter().find(|known| known.info.id == document.info.id);
        if let Some(known) = known.filter(|known| !known.measures.is_empty()) {
            let message = format!(
                "{} can no longer be read: {}; its {} entries would be lost",
                document.info.file,
                reason,
                known.measures.len()
            );
            return Err(Error::new(ErrorKind::Data, message)
                .hint("mend the file, or remove it if the document is no longer wanted"));
        }
    }
    Ok(())
}

/// Opens what a generation holds beside the index.
pub(super) fn open(generation: &Generation) -> Result<Built, GenerationError> {
    let mut words: Words = index::read_binary(&generation.path.join(WORDS))?;
    words.thesaurus.prepare();
    let kept: Vec<Kept> = index::read_json(&generation.path.join(DOCUMENTS))?;
    Ok(Built { library: library(kept), words })
}

fn library(kept: Vec<Kept>) -> Library {
    Library::numbered(kept.into_iter().map(|kept| (kept.number, kept.document)))
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
    read.map_err(|error| Error::from_source(ErrorKind::Settings, error))
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
