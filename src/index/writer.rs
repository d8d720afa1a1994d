//! Records into an index folder.

use std::path::Path;

use fs_err as fs;
use tantivy::merge_policy::{LogMergePolicy, MergePolicy, NoMergePolicy};
use tantivy::{Index, IndexWriter, TantivyDocument, Term as IndexTerm};

use super::held::{self, HeldWriter};
use super::schema::{Fields, View};
use super::terms::{SEPARATED, Separated, code, join};
use crate::analysis::{Analyzer, Term};
use crate::files;

/// What the writer could not do.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// tantivy refused: a full disk, a missing folder, a damaged file.
    #[error("the index could not be written or read")]
    Engine(#[from] tantivy::TantivyError),
    /// The folder could not be made or removed.
    #[error("the index folder cannot be used")]
    Folder(#[from] std::io::Error),
}

/// A record as the index needs it.
#[derive(Clone, Debug, Default)]
pub struct Record<'a> {
    /// What the search gives back for it.
    pub id: u64,
    /// What it is called.
    pub title: &'a str,
    /// The headings above it.
    pub path: Vec<&'a str>,
    /// Everything else that it says, piece by piece.
    pub texts: Vec<&'a str>,
    /// Expected questions that it answers.
    pub asked: Vec<&'a str>,
    /// What a question can be restricted to.
    pub scope: u64,
}

/// Up to this many records are indexed on one thread and always from nothing, so that equal input makes an equal index.
pub const SMALL: usize = 5_000;
const MEMORY_PER_THREAD: usize = 64 << 20;
/// Segments of which a larger share is of records that are gone are written anew.
const MAX_GONE: f32 = 0.1;
/// An index that was updated this often is rather written anew: what is gone stays in the parts of its file of what
/// records hold.
const MAX_UPDATES: usize = 32;
/// Files of an index that change while it is written; all others are written once.
const CHANGING: &[&str] = &["meta.json", ".managed.json"];

/// Writes an index into an empty folder, batch after batch.
pub struct Builder<'a> {
    index: Index,
    writer: IndexWriter,
    held: HeldWriter,
    fields: Fields,
    analyzer: &'a Analyzer,
    threads: usize,
}

impl<'a> Builder<'a> {
    /// Begins an index of `n_records` in the empty folder `dir`.
    pub fn create(
        dir: &Path,
        analyzer: &'a Analyzer,
        n_records: usize,
        threads: usize,
    ) -> Result<Self, IndexError> {
        let threads = if n_records <= SMALL { 1 } else { threads.max(1) };
        let index = Index::create_in_dir(dir, Fields::schema().0)?;
        // All is merged at the end: merges on the way would be in the way of that one.
        Self::with(index, dir, analyzer, threads, Box::new(NoMergePolicy))
    }

    fn with(
        index: Index,
        dir: &Path,
        analyzer: &'a Analyzer,
        threads: usize,
        merges: Box<dyn MergePolicy>,
    ) -> Result<Self, IndexError> {
        index.tokenizers().register(SEPARATED, Separated::default());
        let writer = index.writer_with_num_threads(threads, MEMORY_PER_THREAD * threads)?;
        writer.set_merge_policy(merges);
        let fields = Fields::schema().1;
        Ok(Self { writer, held: HeldWriter::create(dir)?, fields, analyzer, threads, index })
    }

    /// Adds records; `progress` is told of each.
    pub fn add(
        &self,
        records: &[Record<'_>],
        progress: &(dyn Fn() + Sync),
    ) -> Result<(), IndexError> {
        let share = records.len().div_ceil(self.threads).max(1);
        std::thread::scope(|scope| {
            let workers: Vec<_> = records
                .chunks(share)
                .map(|chunk| {
                    scope.spawn(move || {
                        chunk.iter().try_for_each(|record| {
                            self.add_one(record)?;
                            progress();
                            Ok(())
                        })
                    })
                })
                .collect();
            workers.into_iter().try_for_each(|worker| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
        })
    }

    fn add_one(&self, record: &Record<'_>) -> Result<(), IndexError> {
        let draft = main_document(&self.fields, self.analyzer, record);
        self.writer.add_document(draft.finish(&self.held)?)?;
        for question in &record.asked {
            let draft = asked_document(&self.fields, self.analyzer, question, record);
            self.writer.add_document(draft.finish(&self.held)?)?;
        }
        Ok(())
    }

    /// Puts everything on disk, as one segment.
    pub fn finish(mut self) -> Result<(), IndexError> {
        self.writer.commit()?;
        let segments = self.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            self.writer.merge(&segments).wait()?;
        }
        self.close()
    }

    fn close(self) -> Result<(), IndexError> {
        self.held.finish()?;
        Ok(self.writer.wait_merging_threads()?)
    }
}

/// Whether the index of a folder may be updated once more.
pub fn can_update(from: &Path) -> bool {
    held::n_parts(from).is_ok_and(|n| n <= MAX_UPDATES)
}

/// Writes into the empty folder `dir` the index of the folder `from` without the records of the scopes `gone`, and with
/// `records`.
///
/// What stays is shared between the two folders: no file of an index is ever written twice.
pub fn update(
    from: &Path,
    dir: &Path,
    gone: impl Iterator<Item = u64>,
    analyzer: &Analyzer,
    records: &[Record<'_>],
    progress: &(dyn Fn() + Sync),
) -> Result<(), IndexError> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let changes = CHANGING.iter().any(|changing| name == *changing);
        if name.to_string_lossy().ends_with(".lock") {
            continue;
        }
        if changes {
            fs::copy(&path, dir.join(&name))?;
        } else {
            files::share(&path, &dir.join(&name))?;
        }
    }
    let mut merges = LogMergePolicy::default();
    merges.set_del_docs_ratio_before_merge(MAX_GONE);
    let index = Index::open_in_dir(dir)?;
    let mut builder = Builder::with(index, dir, analyzer, 1, Box::new(merges))?;
    for scope in gone {
        builder.writer.delete_term(IndexTerm::from_field_u64(builder.fields.scope, scope));
    }
    builder.add(records, progress)?;
    builder.writer.commit()?;
    builder.close()
}

/// A document of the index while it is filled.
struct Draft<'a> {
    fields: &'a Fields,
    document: TantivyDocument,
    held: [Vec<u32>; View::ALL.len()],
}

impl<'a> Draft<'a> {
    fn new(fields: &'a Fields, scope: u64) -> Self {
        let mut document = TantivyDocument::default();
        document.add_u64(fields.scope, scope);
        Self { fields, document, held: Default::default() }
    }

    fn add(&mut self, view: View, terms: &[String]) {
        if let Some(field) = self.fields.searched(view) {
            self.document.add_text(field, join(terms));
        }
        if let Some(held) = self.held.get_mut(view as usize) {
            held.extend(terms.iter().map(|term| code(term)));
        }
    }

    fn finish(mut self, held: &HeldWriter) -> Result<TantivyDocument, IndexError> {
        self.document.add_u64(self.fields.held, held.add(&mut self.held)?);
        Ok(self.document)
    }
}

fn main_document<'a>(fields: &'a Fields, analyzer: &Analyzer, record: &Record<'_>) -> Draft<'a> {
    let mut draft = Draft::new(fields, record.scope);
    draft.document.add_u64(fields.record, record.id);

    // Title, path and text are cut apart, so that no word and no gram crosses from one into another.
    let title = analyzer.views(record.title);
    let path: Vec<String> = record.path.iter().flat_map(|part| terms(analyzer, part)).collect();
    let mut all = texts(title.terms);
    let mut grams = title.char_bigrams;
    let mut kana = title.kana_grams;
    draft.add(View::Title, &all);
    draft.add(View::TitleGrams, &grams);
    draft.add(View::TitleKana, &kana);
    for text in &record.texts {
        let views = analyzer.views(text);
        all.extend(texts(views.terms));
        grams.extend(views.char_bigrams);
        kana.extend(views.kana_grams);
    }
    // The headings count once: they are many records' and say less than a record's own words.
    all.extend(path.iter().cloned());
    draft.add(View::Path, &path);
    draft.add(View::All, &all);
    draft.add(View::Grams, &grams);
    draft.add(View::Kana, &kana);
    draft
}

fn asked_document<'a>(
    fields: &'a Fields,
    analyzer: &Analyzer,
    question: &str,
    record: &Record<'_>,
) -> Draft<'a> {
    let mut draft = Draft::new(fields, record.scope);
    draft.document.add_u64(fields.asked_of, record.id);
    let views = analyzer.views(question);
    draft.add(View::Asked, &texts(views.terms));
    draft.add(View::AskedGrams, &views.char_bigrams);
    draft
}

fn terms(analyzer: &Analyzer, text: &str) -> Vec<String> {
    texts(analyzer.terms(text))
}

fn texts(terms: Vec<Term>) -> Vec<String> {
    terms.into_iter().map(|term| term.text).collect()
}
