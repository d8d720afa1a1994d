//! Japanese text as words: the one way in which documents and questions are read for the search.
//!
//! In: text as it stands in a document or was typed. Out: its words ([`Token`]), the terms of the
//! index ([`Term`]), and two forgiving views for what the words miss, trigrams of the reading and
//! bigrams of the characters. Every place points into the text that was given.
//!
//! ```text
//! text → fold (width, case, old forms, spellings) → cut (IPADIC + lexicon) → words → terms
//!                                                                          ↘ reading → kana grams
//! ```
//!
//! The invariant: the same function on both sides. A document and a question meet because both
//! went through here, so nothing in here may depend on which of the two it reads.
//! What is deliberately absent: synonyms (the thesaurus has them) and weights (the ranking).
//!
//! lindera stays inside this module.

mod dictionary;
mod fold;
mod grams;
mod lemma;
mod numeral;
mod part_of_speech;
mod stop;
mod term;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use lindera::segmenter::Segmenter;
use lindera_dictionary::mode::Penalty;
use lindera_dictionary::viterbi::{Lattice, LexType};

pub use dictionary::{AnalysisError, Lexicon};
pub use part_of_speech::Pos;
pub use term::{Term, TermKind};

use fold::Folder;

/// How finely a text is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As the dictionary and the lexicon have it: 関西国際空港 and 津波避難ビル are one word each.
    Normal,
    /// With a penalty on long words and with only the two-character words of the lexicon:
    /// 関西, 国際, 空港.
    Decompose,
}

/// A word of a text as the dictionary knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The word as it stands in the text.
    pub surface: &'a str,
    /// The form in which a dictionary lists it; the surface where it has no other.
    pub base: &'a str,
    /// The reading of the surface in katakana, empty where it is unknown.
    pub reading: &'a str,
    /// The part of speech, coarsely.
    pub pos: Pos,
    /// The part of speech as IPADIC has it: class and three subclasses.
    pub pos_detail: [&'a str; 4],
    /// The type of inflection, e.g. 五段・マ行; `*` for what does not inflect.
    pub inflection: &'a str,
    /// The form in which it is inflected, e.g. 連用形; `*` for what does not inflect.
    pub form: &'a str,
    /// Whether the dictionary or the lexicon has the word.
    pub is_known: bool,
    /// Whether it is the lexicon that has the word.
    pub is_from_lexicon: bool,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// Which word of the text it is, from 0.
    pub position: usize,
}

/// Everything that the index keeps of one text, from a single analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// See [`Analyzer::terms`].
    pub terms: Vec<Term>,
    /// See [`Analyzer::kana_grams`].
    pub kana_grams: Vec<String>,
    /// See [`Analyzer::char_bigrams`].
    pub char_bigrams: Vec<String>,
}

/// Reads Japanese text. Cheap to clone, safe to share between threads.
#[derive(Clone)]
pub struct Analyzer(Arc<Inner>);

struct Inner {
    folder: Folder,
    normal: Segmenter,
    decompose: Segmenter,
    /// Cuts compounds into what is worth finding.
    parts: Segmenter,
}

/// More than lindera's own penalty, which leaves 図書館 and 港区役所 whole.
const PARTS_PENALTY: Penalty = Penalty {
    kanji_penalty_length_threshold: 2,
    kanji_penalty_length_penalty: 6_000,
    other_penalty_length_threshold: 7,
    other_penalty_length_penalty: 1_700,
};

impl std::fmt::Debug for Analyzer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analyzer").finish_non_exhaustive()
    }
}

impl Analyzer {
    /// Opens the dictionary in the binary and adds the words of a lexicon.
    ///
    /// The lexicon is CSV without a heading, `surface,part of speech,reading` in each line.
    pub fn new(lexicon_csv: Option<&str>) -> Result<Self, AnalysisError> {
        Self::with(lexicon_csv.map(Lexicon::compile).transpose()?)
    }

    /// Opens the dictionary in the binary with a compiled lexicon.
    pub fn with(lexicon: Option<Lexicon>) -> Result<Self, AnalysisError> {
        let folder = Folder::new();
        let dictionary = dictionary::open()?;
        let (lexicon, short_words) = lexicon.map(|lexicon| (lexicon.all, lexicon.short)).unzip();
        let cut = |mode, words| Segmenter::new(mode, dictionary.clone(), words);
        Ok(Self(Arc::new(Inner {
            normal: cut(lindera::mode::Mode::Normal, lexicon),
            decompose: cut(lindera::mode::Mode::Decompose(Penalty::default()), short_words.clone()),
            parts: cut(lindera::mode::Mode::Decompose(PARTS_PENALTY), short_words),
            folder,
        })))
    }

    /// Cuts a text into words as it stands, nothing folded, nothing left out but white space.
    pub fn analyze<'a>(&'a self, text: &'a str) -> Vec<Token<'a>> {
        self.analyze_in(Mode::Normal, text)
    }

    /// Cuts a text into words in the given mode.
    pub fn analyze_in<'a>(&'a self, mode: Mode, text: &'a str) -> Vec<Token<'a>> {
        let segmenter = match mode {
            Mode::Normal => &self.0.normal,
            Mode::Decompose => &self.0.decompose,
        };
        segment(segmenter, text)
    }

    /// Returns the terms under which the index finds a text, in the order of their positions.
    ///
    /// A compound stands as a whole at the position of its first part, so that a phrase is as
    /// long as its parts.
    pub fn terms(&self, text: &str) -> Vec<Term> {
        let folded = self.0.folder.fold(text);
        term::terms(self, &folded, &self.analyze(folded.text()))
    }

    /// Returns the trigrams of the reading in hiragana, particles included.
    ///
    /// A question in hiragana only is cut badly, but its reading is right however it is cut.
    /// Words and runs of two characters give a bigram, so that ごみ and 家 are found as well.
    pub fn kana_grams(&self, text: &str) -> Vec<String> {
        let folded = self.0.folder.fold(text);
        grams::kana_grams(self, &self.analyze(folded.text()))
    }

    /// Returns the bigrams of the folded text without white space, broken at punctuation.
    pub fn char_bigrams(&self, text: &str) -> Vec<String> {
        grams::char_bigrams(self.0.folder.fold(text).text())
    }

    /// Returns all three views of a text for the price of one analysis.
    pub fn views(&self, text: &str) -> Views {
        let folded = self.0.folder.fold(text);
        let tokens = self.analyze(folded.text());
        Views {
            terms: term::terms(self, &folded, &tokens),
            kana_grams: grams::kana_grams(self, &tokens),
            char_bigrams: grams::char_bigrams(folded.text()),
        }
    }

    /// Returns the reading of a text in hiragana; what has no reading stays as it is.
    pub fn reading(&self, text: &str) -> String {
        let folded = self.0.folder.fold(text);
        grams::reading(&self.analyze(folded.text()))
    }

    /// Cuts a noun into its parts, of which there is only one where it is no compound.
    fn parts<'a>(&'a self, noun: &Token<'a>) -> Vec<Token<'a>> {
        let n_chars = noun.surface.chars().count();
        let threshold = if noun.surface.chars().all(crate::text::is_kanji) {
            PARTS_PENALTY.kanji_penalty_length_threshold
        } else {
            PARTS_PENALTY.other_penalty_length_threshold
        };
        // What the dictionary has at a length without a penalty would only be found again.
        let is_noun = matches!(noun.pos, Pos::Noun | Pos::ProperNoun);
        if !is_noun || !(noun.is_from_lexicon || n_chars > threshold) {
            return vec![noun.clone()];
        }
        segment(&self.0.parts, noun.surface)
    }

    /// Tells whether the dictionary has a noun of this spelling and reading.
    fn has_noun(&self, surface: &str, reading: &str) -> bool {
        dictionary::entries(&self.0.normal.dictionary, surface).any(|entry| {
            // Proper nouns as well: of some words IPADIC has the short spelling as a name only.
            matches!(entry.pos, Pos::Noun | Pos::ProperNoun) && entry.reading == reading
        })
    }

    /// Returns the reading that the dictionary has for an exact spelling.
    fn reading_of(&self, surface: &str) -> Option<&str> {
        dictionary::entries(&self.0.normal.dictionary, surface).map(|entry| entry.reading).next()
    }
}

fn segment<'a>(segmenter: &'a Segmenter, text: &'a str) -> Vec<Token<'a>> {
    thread_local! {
        // Setting up the lattice costs more than cutting a short question: each thread keeps one.
        static LATTICE: RefCell<Lattice> = RefCell::default();
    }
    let cut =
        LATTICE.with_borrow_mut(|lattice| segmenter.segment_with_lattice(text.into(), lattice));
    // lindera promises an error but has none to give: the worst text is one of unknown words.
    let words = cut.unwrap_or_default();
    words
        .into_iter()
        .filter_map(|word| {
            let range = word.byte_start..word.byte_end;
            let surface = text.get(range.clone())?;
            let entry = dictionary::details(segmenter, word.word_id);
            Some(Token {
                surface,
                base: if entry.base.is_empty() { surface } else { entry.base },
                reading: entry.reading,
                pos: entry.pos,
                pos_detail: entry.pos_detail,
                inflection: entry.inflection,
                form: entry.form,
                is_known: !word.word_id.is_unknown(),
                is_from_lexicon: word.word_id.lex_type() == LexType::User,
                range,
                position: word.position,
            })
        })
        .collect()
}
