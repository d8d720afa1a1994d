//! The bridge to tantivy: both ways of giving it terms find the same documents.

use madoguchi::analysis::{TantivyTokenizer, pretokenize, pretokenize_grams};
use tantivy::collector::TopDocs;
use tantivy::query::{PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

use super::ANALYZER;

const TEXTS: [&str; 2] = ["津波避難ビルの確保", "避難訓練。津波の話"];

/// Indexes the texts in a field that is tokenised, one that is pretokenised, and one of kana grams.
fn index() -> (Index, [Field; 3]) {
    let mut schema = Schema::builder();
    let options = |tokenizer: &str| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions),
        )
    };
    let fields = [
        schema.add_text_field("tokenised", options("madoguchi")),
        schema.add_text_field("pretokenised", options("raw")),
        schema.add_text_field("kana", options("raw")),
    ];
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("madoguchi", TantivyTokenizer::new(ANALYZER.clone()));
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).expect("a writer");
    for text in TEXTS {
        let views = ANALYZER.views(text);
        let [tokenised, pretokenised, kana] = fields;
        let mut document = TantivyDocument::new();
        document.add_text(tokenised, text);
        document.add_pre_tokenized_text(pretokenised, pretokenize("", &views.terms));
        document.add_pre_tokenized_text(kana, pretokenize_grams(&views.kana_grams));
        writer.add_document(document).expect("a document");
    }
    writer.commit().expect("a commit");
    (index, fields)
}

fn hits(index: &Index, query: &dyn Query) -> Vec<u32> {
    let searcher = index.reader().expect("a reader").searcher();
    let hits = searcher.search(query, &TopDocs::with_limit(10).order_by_score()).expect("hits");
    let mut documents: Vec<u32> = hits.into_iter().map(|(_, address)| address.doc_id).collect();
    documents.sort_unstable();
    documents
}

#[test]
fn both_bridges_find_wholes_parts_and_phrases() {
    let (index, [tokenised, pretokenised, _]) = index();
    for field in [tokenised, pretokenised] {
        let term = |text: &str| Term::from_field_text(field, text);
        let find = |text| hits(&index, &TermQuery::new(term(text), IndexRecordOption::Basic));
        assert_eq!(find("津波避難ビル"), [0]);
        assert_eq!(find("避難"), [0, 1]);
        // The parts stand one behind the other, and the whole takes no place of its own.
        let phrase = |words: [&str; 2]| hits(&index, &PhraseQuery::new(words.map(term).to_vec()));
        assert_eq!(phrase(["避難", "ビル"]), [0]);
        assert_eq!(phrase(["ビル", "確保"]), [0]);
        // A phrase does not reach over the end of a sentence.
        assert_eq!(phrase(["訓練", "津波"]), Vec::<u32>::new());
    }
}

#[test]
fn kana_grams_find_a_question_in_hiragana() {
    let (index, [.., kana]) = index();
    let gram = Term::from_field_text(kana, "びる");
    assert_eq!(hits(&index, &TermQuery::new(gram, IndexRecordOption::Basic)), [0]);
    let gram = Term::from_field_text(kana, "つなみ");
    assert_eq!(hits(&index, &TermQuery::new(gram, IndexRecordOption::Basic)), [0, 1]);
}
