//! What was made of each document, kept with a generation so that the next one makes only what is new.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::build::Kept;
use super::sources::{LEXICON_FILE, Sources};
use crate::analysis::Analyzer;
use crate::expected::Expected;
use crate::index;
use crate::library::LoadedDocument;
use crate::model::{FiscalYear, Measure};
use crate::question::{KanaCounts, KanaWords};
use crate::text::find_years;

/// Its file in a generation's folder.
pub(super) const FILE: &str = "made.bin";

/// What was made of the documents of a generation.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Made {
    /// Digest of what words are cut with. Where it differs, nothing can be taken over.
    analysis: String,
    /// By the digest of a document's reading.
    vocabularies: HashMap<String, Vocabulary>,
    /// By a document's number: the digest of what the index has of it.
    indexed: BTreeMap<u32, String>,
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
        kept: &[Kept],
        before: Option<&Made>,
        threads: usize,
    ) -> Self {
        let analysis = analysis(sources);
        let before = before.filter(|before| before.analysis == analysis);
        let known = |kept: &Kept| before.and_then(|it| it.vocabularies.get(&kept.digest)).cloned();
        let count = |kept: &Kept| {
            let vocabulary = known(kept).unwrap_or_else(|| {
                let texts = || kept.document.measures.iter().flat_map(texts);
                Vocabulary {
                    kana: KanaCounts::of(analyzer, texts()),
                    years: texts().flat_map(find_years).map(|(_, year)| year).collect(),
                }
            });
            (kept.digest.clone(), vocabulary)
        };
        let share = kept.len().div_ceil(threads.max(1)).max(1);
        let vocabularies = std::thread::scope(|scope| {
            let count = &count;
            let workers: Vec<_> = kept
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

    /// Notes what the index will have of each document; `digests` are those of their readings.
    pub(super) fn note(
        &mut self,
        digests: &[String],
        documents: &[LoadedDocument],
        asked: &Expected,
    ) {
        let digest = |(digest, document): (&String, &LoadedDocument)| {
            let mut hasher = blake3::Hasher::new();
            hasher.update(digest.as_bytes());
            for question in document.measures.iter().flat_map(|measure| asked.of(&measure.id)) {
                hasher.update(&(question.len() as u64).to_le_bytes());
                hasher.update(question.as_bytes());
            }
            (document.number, hasher.finalize().to_hex().to_string())
        };
        self.indexed = digests.iter().zip(documents).map(digest).collect();
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
fn analysis(sources: &Sources) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&index::FORMAT_VERSION.to_le_bytes());
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    hasher.update(sources.config(LEXICON_FILE).map_or("", |(_, text)| text).as_bytes());
    hasher.finalize().to_hex().to_string()
}

/// Returns the texts of a measure whose words questions may use.
pub(super) fn texts(measure: &Measure) -> [&str; 3] {
    [&measure.title, &measure.body, &measure.results].map(String::as_str)
}
