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
use crate::question::{KanaCounts, KanaWords, Places, PlacesUsed};
use crate::text::find_years;

/// Its file in a generation's folder.
pub(super) const FILE: &str = "made.bin";

/// What was made of the documents of a generation.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Made {
    vocabularies: Kept<Vocabulary>,
    places: Kept<PlacesUsed>,
    /// By a document's number: the digest of what the index has of it.
    indexed: BTreeMap<u32, Digest>,
}

/// What was made of each document by means of the same word lists.
#[derive(Default, Serialize, Deserialize)]
struct Kept<T> {
    /// Digest of those. Where it differs, nothing can be taken over.
    by: Digest,
    /// By the digest of what a document was read from.
    of: HashMap<Digest, T>,
}

impl<T: Clone + Send + Sync> Kept<T> {
    /// Makes something of the texts of documents, but for those of which it was made before.
    fn make(
        by: Digest,
        before: Option<&Self>,
        documents: &[LoadedDocument],
        threads: usize,
        make: impl Fn(&[&str]) -> T + Sync,
    ) -> Self {
        let before = before.filter(|before| before.by == by);
        let known = |source: &Digest| before.and_then(|it| it.of.get(source)).cloned();
        let made = |document: &LoadedDocument| {
            let made = known(&document.source).unwrap_or_else(|| {
                let measures: Vec<_> = document.measures().collect();
                let texts: Vec<&str> = measures.iter().flat_map(|it| texts(it)).collect();
                make(&texts)
            });
            (document.source, made)
        };
        let share = documents.len().div_ceil(threads.max(1)).max(1);
        let of = std::thread::scope(|scope| {
            let made = &made;
            let workers: Vec<_> = documents
                .chunks(share)
                .map(|chunk| scope.spawn(move || chunk.iter().map(made).collect::<Vec<_>>()))
                .collect();
            let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            workers.into_iter().flat_map(join).collect()
        });
        Self { by, of }
    }
}

/// The words of one document.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Vocabulary {
    kana: KanaCounts,
    /// Years that its texts name.
    years: BTreeSet<FiscalYear>,
}

impl Made {
    /// Counts the words of documents and finds the names of places in them, but for what `before` has already.
    pub(super) fn of(
        sources: &Sources,
        analyzer: &Analyzer,
        places: &Places,
        documents: &[LoadedDocument],
        before: Option<&Made>,
        threads: usize,
    ) -> Self {
        let vocabulary = |texts: &[&str]| Vocabulary {
            kana: KanaCounts::of(analyzer, texts.iter().copied()),
            years: texts.iter().flat_map(|text| find_years(text)).map(|(_, year)| year).collect(),
        };
        let known = before.map(|it| &it.vocabularies);
        let by = analysis(sources);
        let vocabularies = Kept::make(by, known, documents, threads, vocabulary);
        let finder = places.finder();
        let used = |texts: &[&str]| finder.used(texts.iter().copied());
        let known = before.map(|it| &it.places);
        let by = short(digest(places.names()));
        let places = Kept::make(by, known, documents, threads, used);
        Self { vocabularies, places, indexed: BTreeMap::new() }
    }

    /// Notes with the places how documents use their names.
    pub(super) fn note_places(&self, places: &mut Places, documents: &[LoadedDocument]) {
        for document in documents {
            if let Some(used) = self.places.of.get(&document.source) {
                places.note(document.municipality(), used);
            }
        }
    }

    /// Puts the words of all documents together.
    pub(super) fn kana(&self) -> KanaWords {
        KanaWords::of(self.vocabularies.of.values().map(|vocabulary| &vocabulary.kana))
    }

    /// Returns the years that the documents' texts name.
    pub(super) fn years(&self) -> BTreeSet<FiscalYear> {
        self.vocabularies
            .of
            .values()
            .flat_map(|vocabulary| vocabulary.years.iter().copied())
            .collect()
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
        (self.vocabularies.by == before.vocabularies.by)
            .then(|| numbers.filter(differs).copied().collect())
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
fn texts(measure: &Measure) -> [&str; 3] {
    [&measure.title, &measure.body, &measure.results].map(String::as_str)
}
