//! From the files of an installation to a generation of built data.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::{Checked, Paths, Progress};
use crate::analysis::{AnalysisError, Analyzer, Lexicon};
use crate::answer::Ranking;
use crate::contacts;
use crate::corpus::{self, DocumentFacts};
use crate::error::{Error, ErrorKind};
use crate::expected::{self, Expected};
use crate::furigana::Furigana;
use crate::glossary::{self, Glossary};
use crate::index::{self, Generation, GenerationError, Manifest, Record};
use crate::library::Library;
use crate::model::{Diagnostic, Lines, Measure, MeasureKind, PolicyDocument, Severity};
use crate::question::{self, Gazetteer, KanaWords, OWN_WORDS_FILE, Places, Thesaurus};
use crate::settings::Settings;
use crate::toml_file;

/// The index in a generation's folder.
pub(super) const SEARCH: &str = "search";
const DOCUMENTS: &str = "documents.json";
const WORDS: &str = "words.bin";

const DOCUMENT_FACTS_FILE: &str = "documents.toml";
const LEXICON_FILE: &str = "lexicon.csv";
const THESAURUS_FILE: &str = "thesaurus.toml";
const GAZETTEER_FILE: &str = "gazetteer.csv";
const RANKING_FILE: &str = "ranking.toml";

/// Ends of the names of files that are read as documents.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "html", "htm", "csv", "tsv"];
/// A document larger than this is not read.
const MAX_DOCUMENT_BYTES: u64 = 64 << 20;

/// The raw files that a generation is built from, in a fixed order.
pub struct Sources {
    seeds: Vec<(String, Vec<u8>)>,
    config: Vec<(PathBuf, String)>,
    /// Files that could not be read, with the reason.
    unread: Vec<(String, String)>,
}

/// What a generation holds beside the index.
pub(super) struct Built {
    pub(super) documents: Vec<PolicyDocument>,
    pub(super) words: Words,
}

/// What reads the words of questions. Compiled once, since a start may not take longer than an answer.
#[derive(Serialize, Deserialize)]
pub(super) struct Words {
    pub(super) lexicon: Option<Lexicon>,
    pub(super) places: Places,
    pub(super) thesaurus: Thesaurus,
    pub(super) kana: KanaWords,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsFile {
    #[serde(default)]
    document: std::collections::BTreeMap<String, DocumentFacts>,
}

impl Sources {
    /// Reads the files. A document that cannot be read is told and does not stop the others.
    pub fn read(paths: &Paths) -> Result<Self, Error> {
        let mut sources = Self { seeds: Vec::new(), config: Vec::new(), unread: Vec::new() };
        for path in list(&paths.seeds).map_err(|error| {
            Error::new(ErrorKind::Data, format!("the folder of documents {} cannot be read", paths.seeds.display()))
                .because(error)
                .hint("put the policy documents there, or name another folder with --seeds or MADOGUCHI_SEEDS")
        })? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
            if name.starts_with('.') || !EXTENSIONS.contains(&extension.as_str()) {
                continue;
            }
            let size = fs::metadata(&path).map(|data| data.len()).unwrap_or_default();
            if size > MAX_DOCUMENT_BYTES {
                sources.unread.push((name, format!("larger than {} MB", MAX_DOCUMENT_BYTES >> 20)));
                continue;
            }
            match fs::read(&path) {
                Ok(bytes) => sources.seeds.push((name, bytes)),
                Err(error) => sources.unread.push((name, error.to_string())),
            }
        }
        let mut files: Vec<PathBuf> = [
            DOCUMENT_FACTS_FILE,
            LEXICON_FILE,
            THESAURUS_FILE,
            OWN_WORDS_FILE,
            GAZETTEER_FILE,
            glossary::FILE,
        ]
        .iter()
        .map(|name| paths.config.join(name))
        .filter(|path| path.is_file())
        .collect();
        let folder = paths.config.join(expected::FOLDER);
        if folder.is_dir() {
            let found = list(&folder).map_err(GenerationError::from)?;
            files.extend(found.into_iter().filter(|p| p.extension().is_some_and(|e| e == "toml")));
        }
        for path in files {
            let text = fs::read_to_string(&path).map_err(|error| {
                Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
                    .because(error)
                    .hint("save the file as UTF-8 text")
            })?;
            sources.config.push((path, text));
        }
        Ok(sources)
    }

    /// Returns a digest over everything that a generation is built from.
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut feed = |bytes: &[u8]| {
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        feed(&index::FORMAT_VERSION.to_le_bytes());
        feed(env!("CARGO_PKG_VERSION").as_bytes());
        for (name, bytes) in &self.seeds {
            feed(name.as_bytes());
            feed(bytes);
        }
        for (path, text) in &self.config {
            feed(path.file_name().unwrap_or_default().as_encoded_bytes());
            feed(text.as_bytes());
        }
        hasher.finalize().to_hex().chars().take(16).collect()
    }

    /// Compiles the operator's words.
    fn lexicon(&self) -> Result<Option<Lexicon>, Error> {
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

    pub(super) fn furigana(&self, analyzer: Analyzer) -> Furigana {
        Furigana::new(analyzer, self.config(GAZETTEER_FILE).map_or("", |(_, text)| text))
    }

    pub(super) fn glossary(&self) -> Glossary {
        let file = self.config(glossary::FILE);
        let path = file.map_or(Path::new(glossary::FILE), |(path, _)| path);
        Glossary::new(path, file.map(|(_, text)| text.to_owned()))
    }

    /// Tells what is odd in the glossary; a file that is none is an error.
    fn check_glossary(&self) -> Result<Vec<(PathBuf, Diagnostic)>, Error> {
        self.glossary().check().map_err(|error| {
            Error::from_source(ErrorKind::Settings, error)
                .hint("each [[word]] has word, also, ja, ja-easy, en, zh-CN, zh-TW and ko")
        })
    }

    /// Returns the weights: the file of the config folder, else those that the program was built with.
    pub(super) fn ranking(&self, paths: &Paths) -> Result<Ranking, Error> {
        let path = paths.config.join(RANKING_FILE);
        let read = match toml_file::read(&path) {
            Ok(Some(ranking)) => Ok(ranking),
            Ok(None) => toml_file::parse(&path, include_str!("../../config/ranking.toml")),
            Err(error) => Err(error),
        };
        read.map_err(|error| Error::from_source(ErrorKind::Settings, error))
    }

    fn config(&self, name: &str) -> Option<(&Path, &str)> {
        self.config
            .iter()
            .find(|(path, _)| path.file_name().is_some_and(|file| file == name))
            .map(|(path, text)| (path.as_path(), text.as_str()))
    }

    fn documents(&self) -> Result<Vec<PolicyDocument>, Error> {
        let facts: FactsFile = match self.config(DOCUMENT_FACTS_FILE) {
            Some((path, text)) => toml_file::parse(path, text).map_err(|error| {
                Error::from_source(ErrorKind::Settings, error).hint(
                    "each [document.\"<file name without its ending>\"] may have municipality, prefecture, fiscal_year, title, status and family",
                )
            })?,
            None => FactsFile::default(),
        };
        let unknown = DocumentFacts::default();
        Ok(self
            .seeds
            .iter()
            .map(|(name, bytes)| {
                let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
                let facts = facts.document.get(stem.as_ref()).unwrap_or(&unknown);
                corpus::read(name, bytes, facts)
            })
            .collect())
    }

    fn expected(&self, library: &Library) -> Result<Expected, Error> {
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

    /// Builds a generation aside and publishes it.
    pub(super) fn build(
        &self,
        paths: &Paths,
        settings: &Settings,
        progress: &dyn Progress,
    ) -> Result<Generation, Error> {
        let documents = self.documents()?;
        let library = Library::new(documents.clone());
        if library.measures().is_empty() {
            return Err(Error::new(
                ErrorKind::Data,
                format!("no measure could be read from {}", paths.seeds.display()),
            )
            .hint("run `madoguchi check` to see what is wrong with each document"));
        }
        let lexicon = self.lexicon()?;
        let analyzer = &Analyzer::with(lexicon.clone())?;
        let words = self.words(lexicon, analyzer, &library)?;
        let expected = self.expected(&library)?;
        self.check_glossary()?;
        let staged = index::stage(&paths.index)?;
        index::write_json(&staged.path().join(DOCUMENTS), &documents)?;
        index::write_binary(&staged.path().join(WORDS), &words)?;
        let search = staged.path().join(SEARCH);
        fs::create_dir(&search).map_err(GenerationError::from)?;
        let records: Vec<Record<'_>> = library
            .measures()
            .iter()
            .enumerate()
            .map(|(place, measure)| Record {
                asked: expected.of(&measure.id).iter().map(String::as_str).collect(),
                scope: library.document_of(place as u64).unwrap_or_default() as u64,
                ..record(measure)
            })
            .collect();
        let total = records.len() as u64;
        let threads = match settings.index.threads {
            0 => std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            threads => threads,
        };
        let done = AtomicU64::new(0);
        let report = |_| progress.report(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        let stats = index::write(&search, analyzer, &records, threads, &report)?;
        let manifest = Manifest {
            format: index::FORMAT_VERSION,
            fingerprint: self.fingerprint(),
            n_documents: documents.len() as u64,
            n_records: stats.n_records,
            n_asked: stats.n_asked,
        };
        let generation = index::publish(&paths.index, staged, manifest)?;
        index::prune(&paths.index, settings.index.keep_generations)?;
        Ok(generation)
    }

    /// Compiles what reads the words of questions about a library.
    fn words(
        &self,
        lexicon: Option<Lexicon>,
        analyzer: &Analyzer,
        library: &Library,
    ) -> Result<Words, Error> {
        let texts = || {
            library.measures().iter().flat_map(|measure| {
                [measure.title.as_str(), measure.body.as_str(), measure.results.as_str()]
            })
        };
        let thesaurus = self.thesaurus(analyzer)?;
        let municipalities = library.municipalities();
        let places = Places::new(self.gazetteer()?, &municipalities, thesaurus.aliases(), texts());
        Ok(Words { lexicon, places, kana: KanaWords::collect(analyzer, texts()), thesaurus })
    }

    /// Reads everything and tells what is odd.
    pub(super) fn check(&self, paths: &Paths) -> Result<Checked, Error> {
        let mut documents = self.documents()?;
        for (name, reason) in &self.unread {
            documents.push(unread(name, reason));
        }
        let library = Library::new(documents.clone());
        let lexicon = self.lexicon()?;
        let analyzer = Analyzer::with(lexicon.clone())?;
        self.words(lexicon, &analyzer, &library)?;
        self.ranking(paths)?;
        contacts::read(&paths.config)?;
        let expected = self.expected(&library)?;
        // Of a document that could not be read, one word is enough.
        let is_read = |id: &str| {
            let document = library.documents().iter().find(|document| document.info.id == id);
            document.is_some_and(|document| !document.measures.is_empty())
        };
        let mut config: Vec<(PathBuf, Diagnostic)> = expected
            .orphans
            .iter()
            .filter(|(document, ..)| is_read(document))
            .map(|(document, id, title)| {
                let path = paths.config.join(expected::FOLDER).join(format!("{document}.toml"));
                let diagnostic = Diagnostic {
                    severity: Severity::Warning,
                    code: "expected-without-measure".to_owned(),
                    lines: Lines(1, 1),
                    excerpt: format!("{id} {title}"),
                };
                (path, diagnostic)
            })
            .collect();
        for (path, text) in [THESAURUS_FILE, OWN_WORDS_FILE].iter().filter_map(|it| self.config(it))
        {
            // It was read just now: here it only can be odd.
            let odd = question::check_thesaurus(text, &analyzer).unwrap_or_default();
            config.extend(odd.into_iter().map(|diagnostic| (path.to_owned(), diagnostic)));
        }
        config.extend(self.check_glossary()?);
        Ok(Checked { documents, config })
    }
}

/// Opens what a generation holds beside the index.
pub(super) fn open(generation: &Generation) -> Result<Built, GenerationError> {
    let mut words: Words = index::read_binary(&generation.path.join(WORDS))?;
    words.thesaurus.prepare();
    Ok(Built { documents: index::read_json(&generation.path.join(DOCUMENTS))?, words })
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

fn unread(name: &str, reason: &str) -> PolicyDocument {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    PolicyDocument {
        info: std::sync::Arc::new(crate::model::Document {
            id: stem,
            title: String::new(),
            municipality: String::new(),
            fiscal_year: None,
            status: String::new(),
            updated: None,
            file: name.to_owned(),
        }),
        measures: Vec::new(),
        diagnostics: vec![Diagnostic {
            severity: Severity::Error,
            code: "unreadable".to_owned(),
            lines: Lines(1, 1),
            excerpt: reason.to_owned(),
        }],
    }
}

fn list(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

impl From<AnalysisError> for Error {
    fn from(error: AnalysisError) -> Self {
        Error::from_source(ErrorKind::Internal, error)
    }
}
