//! The fields of the index.

#![expect(clippy::indexing_slicing, reason = "a view is an index of its own array")]

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};

use super::terms::SEPARATED;

/// The views of a record's text: what it holds under one aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Terms of everything.
    All,
    /// Terms of the title.
    Title,
    /// Terms of the headings above.
    Path,
    /// Character bigrams of everything.
    Grams,
    /// Character bigrams of the title.
    TitleGrams,
    /// Kana trigrams of everything.
    Kana,
    /// Kana trigrams of the title.
    TitleKana,
    /// Terms of one expected question.
    Asked,
    /// Character bigrams of one expected question.
    AskedGrams,
}

impl View {
    /// Every view, in the order of the schema.
    pub const ALL: [View; 9] = [
        View::All,
        View::Title,
        View::Path,
        View::Grams,
        View::TitleGrams,
        View::Kana,
        View::TitleKana,
        View::Asked,
        View::AskedGrams,
    ];

    fn name(self) -> &'static str {
        match self {
            View::All => "all",
            View::Title => "title",
            View::Path => "path",
            View::Grams => "grams",
            View::TitleGrams => "title_grams",
            View::Kana => "kana",
            View::TitleKana => "title_kana",
            View::Asked => "asked",
            View::AskedGrams => "asked_grams",
        }
    }

    /// Whether records are looked for in the view; the others only tell of records that were found.
    fn is_searched(self) -> bool {
        !matches!(self, View::Path | View::TitleGrams | View::TitleKana)
    }
}

/// The fields of an index, resolved once.
#[derive(Clone, Debug)]
pub struct Fields {
    /// [`Record::id`](super::Record::id), on the record's own document.
    pub record: Field,
    /// The id of the record that an expected question belongs to, on the question's document.
    pub asked_of: Field,
    /// What a question can be restricted to: one number for each document.
    pub scope: Field,
    /// The key of what the record or the question holds: see [`Held`](super::Held).
    pub held: Field,
    searched: [Option<Field>; View::ALL.len()],
}

impl Fields {
    /// Returns the field of posting lists of a view, where records are looked for in it.
    pub fn searched(&self, view: View) -> Option<Field> {
        self.searched[view as usize]
    }

    /// Builds the schema.
    pub fn schema() -> (Schema, Self) {
        let mut builder = Schema::builder();
        let text = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(SEPARATED)
                .set_index_option(IndexRecordOption::WithFreqs)
                .set_fieldnorms(true),
        );
        let fields = Self {
            record: builder.add_u64_field("record", FAST | INDEXED),
            asked_of: builder.add_u64_field("asked_of", FAST),
            scope: builder.add_u64_field("scope", FAST | INDEXED),
            searched: View::ALL.map(|view| {
                view.is_searched().then(|| builder.add_text_field(view.name(), text.clone()))
            }),
            held: builder.add_u64_field("held", FAST),
        };
        (builder.build(), fields)
    }
}
