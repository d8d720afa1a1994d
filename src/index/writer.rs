//! Records into an index folder.

use std::path::Path;

use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexWriter, TantivyDocument};

use super::schema::{Fields, View};
use crate::analysis::Analyzer;

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

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndexStats {
    /// Records.
    pub n_records: u64,
    /// Expected questions.
    pub n_asked: u64,
}

/// Indexes up to this many records on one thread, so that equal input makes an equal index.
const SMALL: usize = 5_000;
const MEMORY_PER_THREAD: usize = 64 << 20;

/// Writes an index of `records` into the empty folder `dir`; `progress` is told of each record.
pub fn write(
    dir: &Path,
    analyzer: &Analyzer,
    records: &[Record<'_>],
    threads: usize,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<IndexStats, IndexError> {
    let (schema, fields) = Fields::schema();
    let index = Index::create_in_dir(dir, schema)?;
    let threads = if records.len() <= SMALL { 1 } else { threads.max(1) };
    let mut writer: IndexWriter =
        index.writer_with_num_threads(threads, MEMORY_PER_THREAD * threads)?;
    let share = records.len().div_ceil(threads).max(1);
    let writer_ref = &writer;
    let fields_ref = &fields;
    let n_asked = std::thread::scope(|scope| {
        let workers: Vec<_> = records
            .chunks(share)
            .enumerate()
            .map(|(worker, chunk)| {
                scope.spawn(move || -> Result<u64, IndexError> {
                    let mut n_asked = 0;
                    for (at, record) in chunk.iter().enumerate() {
                        let ordinal = (worker * share + at) as u64;
                        writer_ref
                            .add_document(main_document(fields_ref, analyzer, record, ordinal))?;
                        for question in &record.asked {
                            writer_ref.add_document(asked_document(
                                fields_ref,
                                analyzer,
                                question,
                                record.scope,
                                ordinal,
                            ))?;
                            n_asked += 1;
                        }
                        progress(ordinal);
                    }
                    Ok(n_asked)
                })
            })
            .collect();
        let mut total = 0;
        for worker in workers {
            total += worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        }
        Ok::<u64, IndexError>(total)
    })?;
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(IndexStats { n_records: records.len() as u64, n_asked })
}

fn main_document(
    fields: &Fields,
    analyzer: &Analyzer,
    record: &Record<'_>,
    ordinal: u64,
) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_u64(fields.record, ordinal);
    document.add_u64(fields.scope, record.scope);

    let title = terms(analyzer, record.title);
    let path: Vec<String> = record.path.iter().flat_map(|part| terms(analyzer, part)).collect();
    let mut all = title.clone();
    let mut grams = analyzer.char_bigrams(record.title);
    let mut kana = analyzer.kana_grams(record.title);
    add(&mut document, fields.view(View::Title), title);
    add(&mut document, fields.view(View::TitleGrams), grams.clone());
    add(&mut document, fields.view(View::TitleKana), kana.clone());
    for text in &record.texts {
        all.extend(terms(analyzer, text));
        grams.extend(analyzer.char_bigrams(text));
        kana.extend(analyzer.kana_grams(text));
    }
    // The headings count once: they are many records' and say less than a record's own words.
    all.extend(path.iter().cloned());
    add(&mut document, fields.view(View::Path), path);
    add(&mut document, fields.view(View::All), all);
    add(&mut document, fields.view(View::Grams), grams);
    add(&mut document, fields.view(View::Kana), kana);
    document
}

fn asked_document(
    fields: &Fields,
    analyzer: &Analyzer,
    question: &str,
    scope: u64,
    ordinal: u64,
) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_u64(fields.asked_of, ordinal);
    document.add_u64(fields.scope, scope);
    add(&mut document, fields.view(View::Asked), terms(analyzer, question));
    add(&mut document, fields.view(View::AskedGrams), analyzer.char_bigrams(question));
    document
}

fn terms(analyzer: &Analyzer, text: &str) -> Vec<String> {
    analyzer.terms(text).into_iter().map(|term| term.text).collect()
}

fn add(document: &mut TantivyDocument, field: Field, words: Vec<String>) {
    let tokens = words
        .into_iter()
        .enumerate()
        .map(|(position, text)| Token { text, position, ..Token::default() })
        .collect();
    document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
}
