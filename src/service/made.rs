//! What was made of each document, kept with a generation so that the next one makes only what is new.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::digest::digest;
use super::sources::{LEXICON_FILE, Sources};
use crate::analysis::Analyzer;
use crate::expected::Expected;
use crate::index;
use crate::library::{Digest, LoadedDocument, short};
use crate::model::{FiscalYear, Measure};
use crate::question::{KanaCounts, KanaWords};
use crate::text::find_years;

/// Its file in a generation's folder.
pub(super) const FILE: &str = "made.bin";

/// What was made of the documents of a generation.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Made {
    /// Digest of what words are cut with. Where it differs, nothing can be taken over.
    analysis: Digest,
    /// By the digest of what a document was read from.
    vocabularies: HashMap<Digest, Vocabulary>,
    /// By a document's number: the digest of what the index has of it.
    indexed: BTreeMap<u32, Digest>,
}

/// The words of one document.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Vocabulary {
    kana: KanaCounts,
    /// Years that its texts name.
    years: BTreeSet<FiscalYear>,
}

impl Made {
    /// Counts the words of documents, but for those that `before` has counted.
    pub(super) fn of(
        sources: &Sources,
        analyzer: &Analyzer,
        documents: &[LoadedDocument],
        before: Option<&Made>,
        threads: usize,
    ) -> Self {
        let analysis = analysis(sources);
        let before = before.filter(|before| before.analysis == analysis);
        let known = |source: &Digest| before.and_then(|it| it.vocabularies.get(source)).cloned();
        let count = |document: &LoadedDocument| {
            let vocabulary = known(&document.source).unwrap_or_else(|| {
                let measures: Vec<_> = document.measures().collect();
                let texts = || measures.iter().flat_map(|measure| texts(measure));
                Vocabulary {
                    kana: KanaCounts::of(analyzer, texts()),
                    years: texts().flat_map(find_years).map(|(_, year)| year).collect(),
                }
            });
            (document.source, vocabulary)
        };
        let share = documents.len().div_ceil(threads.max(1)).max(1);
        let vocabularies = std::thread::scope(|scope| {
            let count = &count;
            let workers: Vec<_> = documents
                .chunks(share)
                .map(|chunk| scope.spawn(move || chunk.iter().map(count).collect::<Vec<_>>()))
                .collect();
            let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            workers.into_iter().flat_map(join).collect()
        });
        Self { analysis, vocabularies, indexed: BTreeMap::new() }
    }

    /// Puts the words of all documents together.
    pub(super) fn kana(&self) -> KanaWords {
        KanaWords::of(self.vocabularies.values().map(|vocabulary| &vocabulary.kana))
    }

    /// Returns the years that the documents' texts name.
    pub(super) fn years(&self) -> BTreeSet<FiscalYear> {
        self.vocabularies.values().flat_map(|vocabulary| vocabulary.years.iter().copied()).collect()
    }

    /// Notes what the index will have of each document.
    pub(super) fn note(&mut self, documents: &[LoadedDocument], asked: &Expected) {
        let indexed = |document: &LoadedDocument| {
            let info = document.info();
            let asked = asked.of_document(&info.id).flat_map(|(id, questions)| {
                std::iter::once(id.0.as_bytes()).chain(questions.iter().map(String::as_bytes))
            });
            let parts = std::iter::once(document.source.as_slice()).chain(asked);
            (document.number, short(digest(parts)))
        };
        self.indexed = documents.iter().map(indexed).collect();
    }

    /// Returns the numbers of documents that differ in the index of `before`, or are not in both; none where all do,
    /// since words are cut in another way.
    pub(super) fn differing(&self, before: &Made) -> Option<BTreeSet<u32>> {
        let numbers = self.indexed.keys().chain(before.indexed.keys());
        let differs = |number: &&u32| self.indexed.get(number) != before.indexed.get(number);
        (self.analysis == before.analysis).then(|| numbers.filter(differs).copied().collect())
    }
}

/// Returns a digest over what words are cut with.
fn analysis(sources: &Sources) -> Digest {
    let lexicon = sources.config(LEXICON_FILE).map_or("", |(_, text)| text);
    let version = index::FORMAT_VERSION.to_le_bytes();
    let parts = [version.as_slice(), env!("CARGO_PKG_VERSION").as_bytes(), lexicon.as_bytes()];
    short(digest(parts))
}

/// Returns the texts of a measure whose words questions may use.
pub(super) fn texts(measure: &Measure) -> [&str; 3] {
    [&measure.title, &measure.body, &measure.results].map(String::as_str)
}
