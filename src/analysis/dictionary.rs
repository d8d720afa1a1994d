//! The dictionary in the binary, the lexicon beside it, and the entries of both.

use lindera::segmenter::Segmenter;
use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::{DetailFields, Dictionary, UserDictionary};
use lindera_dictionary::error::LinderaError;
use lindera_dictionary::viterbi::WordId;

use serde::{Deserialize, Serialize};

use super::fold::Folder;
use super::part_of_speech::Pos;

#[allow(clippy::allow_attributes_without_reason, unreachable_pub, reason = "the macro's code")]
mod embedded {
    lindera_dictionary::embedded_dictionary!("/ipadic", IpadicLoader);
}

/// Why no text can be analysed.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// The dictionary in the binary does not fit the code around it.
    #[error("the built-in dictionary cannot be opened")]
    OpenDictionary(#[source] LinderaError),
    /// The lexicon is not CSV.
    #[error("the lexicon is not valid CSV")]
    ReadLexicon(#[source] csv::Error),
    /// A line of the lexicon lacks a column.
    #[error("line {line} of the lexicon is not `surface,part of speech,reading`")]
    LexiconLine {
        /// The line, from 1.
        line: u64,
    },
    /// The words of the lexicon cannot be added to the dictionary.
    #[error("the lexicon cannot be added to the dictionary")]
    AddLexicon(#[source] LinderaError),
}

/// The operator's own words, compiled: reading them from their file takes longer than a question.
#[derive(Clone, Serialize, Deserialize)]
pub struct Lexicon {
    pub(super) all: UserDictionary,
    pub(super) short: UserDictionary,
}

impl Lexicon {
    /// Reads CSV without a heading, `surface,part of speech,reading` in each line.
    pub fn compile(csv: &str) -> Result<Self, AnalysisError> {
        lexicon(csv, &Folder::new())
    }
}

/// Opens the dictionary: its tables are read in place, which takes about a millisecond.
pub(super) fn open() -> Result<Dictionary, AnalysisError> {
    embedded::load().map_err(AnalysisError::OpenDictionary)
}

/// Builds the lexicon from lines of `surface,part of speech,reading`: all of it, and the words of
/// two characters, which are parts of others and have none themselves (the 区政 of 区政会議).
///
/// Texts come folded or as they stand, so a word is added in both forms.
fn lexicon(csv: &str, folder: &Folder) -> Result<Lexicon, AnalysisError> {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .comment(Some(b'#'))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(csv.as_bytes());
    let mut all = csv::Writer::from_writer(Vec::new());
    let mut short = csv::Writer::from_writer(Vec::new());
    for row in rows.records() {
        let row = row.map_err(AnalysisError::ReadLexicon)?;
        let line = row.position().map_or(0, csv::Position::line);
        let fields = (row.get(0), row.get(1), row.get(2), row.len());
        let (Some(surface), Some(pos), Some(reading), 3) = fields else {
            return Err(AnalysisError::LexiconLine { line });
        };
        if surface.is_empty() {
            return Err(AnalysisError::LexiconLine { line });
        }
        let respelt = folder.fold(surface);
        let mut forms = vec![surface, respelt.text()];
        forms.dedup();
        for form in forms {
            write_word(&mut all, form, pos, reading)?;
            if form.chars().nth(2).is_none() {
                write_word(&mut short, form, pos, reading)?;
            }
        }
    }
    Ok(Lexicon { all: build_lexicon(all)?, short: build_lexicon(short)? })
}

fn build_lexicon(rows: csv::Writer<Vec<u8>>) -> Result<UserDictionary, AnalysisError> {
    let rows = rows
        .into_inner()
        .map_err(|error| AnalysisError::ReadLexicon(csv::Error::from(error.into_error())))?;
    let metadata = embedded::load().map_err(AnalysisError::OpenDictionary)?.metadata;
    DictionaryBuilder::new(metadata.as_ref().clone())
        .build_user_dict_from_reader(rows.as_slice())
        .map_err(AnalysisError::AddLexicon)
}

/// Writes a word in IPADIC's own columns.
fn write_word(
    rows: &mut csv::Writer<Vec<u8>>,
    surface: &str,
    pos: &str,
    reading: &str,
) -> Result<(), AnalysisError> {
    // How words stand beside others: the context ids of 名詞,固有名詞,一般 and of 名詞,一般.
    let (context_id, subclass) =
        if pos == "固有名詞" { ("1288", pos) } else { ("1285", "一般") };
    let subclass_2 = if pos == "固有名詞" { "一般" } else { "*" };
    let cost = lexicon_cost(surface).to_string();
    rows.write_record([
        surface, context_id, context_id, &cost, "名詞", subclass, subclass_2, "*", "*", "*",
        surface, reading, reading,
    ])
    .map_err(AnalysisError::ReadLexicon)
}

/// Returns how unwilling the cut is to take a word.
///
/// A long word of the lexicon is meant wherever its characters stand. A short one may also be
/// the end of one word and the start of another (令和 in 命令和解), so it only gets the cost of
/// a common word.
fn lexicon_cost(surface: &str) -> i32 {
    let n_chars = i32::try_from(surface.chars().count()).unwrap_or(i32::MAX).min(100);
    (3_000 - 2_500 * (n_chars - 2)).clamp(-10_000, 5_000)
}

/// What the dictionary says about a word.
pub(super) struct Entry<'a> {
    pub(super) pos: Pos,
    pub(super) pos_detail: [&'a str; 4],
    pub(super) inflection: &'a str,
    pub(super) form: &'a str,
    /// Empty where the dictionary has none.
    pub(super) base: &'a str,
    /// In katakana; empty where the dictionary has none.
    pub(super) reading: &'a str,
}

impl<'a> Entry<'a> {
    /// Reads the features: four parts of speech, type and form of inflection, base form, reading.
    fn new(mut features: DetailFields<'a>) -> Self {
        let mut next = || features.next().unwrap_or("*");
        let pos_detail = [next(), next(), next(), next()];
        let (inflection, form) = (next(), next());
        let mut next_known = || match next() {
            "*" => "",
            known => known,
        };
        let (base, reading) = (next_known(), next_known());
        Self { pos: Pos::of(&pos_detail), pos_detail, inflection, form, base, reading }
    }
}

/// Looks up a word that a segmenter has found.
pub(super) fn details(segmenter: &Segmenter, word: WordId) -> Entry<'_> {
    // A word id counts bytes of u32, so the conversion only fails where no dictionary fits.
    let id = usize::try_from(word.id()).unwrap_or(usize::MAX);
    let dictionary = &segmenter.dictionary;
    Entry::new(match &segmenter.user_dictionary {
        _ if word.is_unknown() => dictionary.unknown_word_details_iter(id),
        Some(lexicon) if !word.is_system() => lexicon.word_details_iter(id),
        _ => dictionary.word_details_iter(id),
    })
}

/// Returns the dictionary's entries of an exact spelling.
pub(super) fn entries<'a>(
    dictionary: &'a Dictionary,
    surface: &str,
) -> impl Iterator<Item = Entry<'a>> {
    dictionary.prefix_dictionary.find_surface(surface).into_iter().map(|entry| {
        let id = usize::try_from(entry.word_id().id()).unwrap_or(usize::MAX);
        Entry::new(dictionary.word_details_iter(id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Costs and features as IPADIC 2.7.0-20070801 prints them.
    #[test]
    fn entries_are_those_of_ipadic() {
        let dictionary = open().expect("the dictionary in the binary");
        assert_eq!(dictionary.prefix_dictionary.word_count(), 392_126);
        let line = |surface: &str| -> Vec<String> {
            let entries = dictionary.prefix_dictionary.find_surface(surface);
            let lines = entries.iter().map(|entry| {
                let id = usize::try_from(entry.word_id().id()).expect("a small number");
                let features: Vec<&str> = dictionary.word_details_iter(id).collect();
                let (left, right, cost) = (entry.left_id(), entry.right_id(), entry.word_cost());
                format!("{surface},{left},{right},{cost},{}", features.join(","))
            });
            lines.collect()
        };
        for expected in [
            "すもも,1285,1285,7546,名詞,一般,*,*,*,*,すもも,スモモ,スモモ",
            "東京,1293,1293,3003,名詞,固有名詞,地域,一般,*,*,東京,トウキョウ,トーキョー",
            "うち,1313,1313,5796,名詞,非自立,副詞可能,*,*,*,うち,ウチ,ウチ",
            "の,368,368,4816,助詞,連体化,*,*,*,*,の,ノ,ノ",
        ] {
            let surface = expected.split(',').next().expect("a first field");
            assert!(line(surface).iter().any(|line| line == expected), "{:?}", line(surface));
        }
    }

    #[test]
    fn connections_and_unknown_words_are_those_of_ipadic() {
        let dictionary = open().expect("the dictionary in the binary");
        assert_eq!(dictionary.connection_cost_matrix.cost(0, 0), -434);
        assert_eq!(dictionary.unknown_dictionary.costs.len(), 40);
        let class = dictionary.character_definition.lookup_categories('ん');
        let ways: Vec<(i16, u32, Vec<&str>)> = class
            .iter()
            .flat_map(|&class| dictionary.unknown_dictionary.lookup_word_ids(class))
            .map(|&id| {
                let entry = dictionary.unknown_dictionary.word_entry(id);
                let features = dictionary.unknown_dictionary.word_details(id);
                (entry.word_cost(), entry.left_id(), features.unwrap_or_default())
            })
            .collect();
        // HIRAGANA,1285,1285,13069,名詞,一般,*,*,*,*,*
        let noun = (13_069, 1285, vec!["名詞", "一般", "*", "*", "*", "*", "*"]);
        assert!(ways.contains(&noun), "{ways:?}");
    }
}
