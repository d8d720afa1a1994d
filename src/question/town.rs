//! Whose ward a town, a quarter or a station's surroundings lie in.
//!
//! ```text
//! mention = name here | name place | the question's beginning   (綱島の防災, 築港に住んでいます, 新橋の防災)
//! ```
//!
//! Residents name where they live more readily than their ward. Only towns of loaded municipalities count, and no name
//! that a document of another municipality uses as well: there it tells nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::place::not_empty;
use crate::text::{Finder, Names, fold, is_kanji};

/// The towns of municipalities.
#[derive(Clone, Debug, Default)]
pub struct TownTable(Vec<Line>);

/// One line of the table; names are separated by spaces.
#[derive(Clone, Debug, Deserialize)]
struct Line {
    /// As documents are filed under: 東京都港区, 大阪市西区.
    #[serde(deserialize_with = "not_empty")]
    municipality: String,
    /// Names that are the town's wherever they stand as a word.
    towns: String,
    /// Names that are everyday words too, and count where a question begins with them or with a word for a place behind.
    words: String,
    /// Words for what a ward deals with, which count with a word for a place behind them alone.
    things: String,
}

impl TownTable {
    /// Reads the table's CSV (`municipality,towns,words,things`, `#` comments).
    pub fn parse(text: &str) -> Result<Self, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        reader.deserialize().collect::<Result<_, _>>().map(Self)
    }

    /// Returns the municipalities whose towns it has.
    pub fn municipalities(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|line| line.municipality.as_str())
    }
}

/// Finds the towns of the loaded municipalities in questions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Towns {
    names: Names<Town>,
    /// Whose towns they are, each once: a start reads thousands of towns, and most wards have many.
    owners: Vec<BTreeSet<String>>,
}

/// What a town's name stands for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Town {
    /// The place in [`Towns::owners`].
    of: usize,
    /// A document of theirs uses the name.
    pub(super) is_written: bool,
    /// A document of another municipality uses it.
    is_elsewhere: bool,
    /// What it is besides.
    sense: Sense,
}

/// What a town's name is in other texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Sense {
    /// A name alone: 綱島.
    #[default]
    Name,
    /// An everyday word: 新橋.
    Word,
    /// A word for what a ward deals with: 海岸.
    Thing,
}

impl Towns {
    /// Takes the towns of the loaded municipalities; `aliases` are names in other scripts with what they stand for.
    pub(super) fn new(
        table: &TownTable,
        municipalities: &[String],
        aliases: &[(String, String)],
    ) -> Self {
        let loaded: HashSet<&String> = municipalities.iter().collect();
        let mut towns: BTreeMap<String, (BTreeSet<String>, Town)> = BTreeMap::new();
        for line in table.0.iter().filter(|line| loaded.contains(&line.municipality)) {
            for (names, sense) in [
                (&line.towns, Sense::Name),
                (&line.words, Sense::Word),
                (&line.things, Sense::Thing),
            ] {
                for name in names.split_whitespace() {
                    let (of, town) = towns.entry(fold(name)).or_default();
                    of.insert(line.municipality.clone());
                    town.sense = town.sense.max(sense);
                }
            }
        }
        for (alias, name) in aliases {
            // It is looked for as what it stands for, whatever the documents are written in.
            if let Some((of, town)) = towns.get(&fold(name)).cloned() {
                towns.entry(fold(alias)).or_insert((of, Town { is_written: true, ..town }));
            }
        }
        let mut owners: Vec<BTreeSet<String>> = Vec::new();
        let names = towns.into_iter().map(|(name, (of, town))| {
            let known = owners.iter().position(|it| *it == of);
            let of = known.unwrap_or_else(|| {
                owners.push(of);
                owners.len() - 1
            });
            (name, Town { of, ..town })
        });
        Self { names: names.collect(), owners }
    }

    /// Notes that a document of a municipality uses a name, and whether it stands as a town's there.
    pub(super) fn note(&mut self, municipality: &str, name: &str, is_town: bool) {
        let Some(town) = self.names.get_mut(name) else { return };
        let owners = self.owners.get(town.of);
        let is_own = owners.is_some_and(|of| of.contains(municipality));
        // 綱島分室 can be looked for by 綱島; 高田馬場 of another ward is another name.
        town.is_written |= is_own;
        town.is_elsewhere |= !is_own && is_town;
    }

    /// Returns the names that are looked for in documents.
    pub(super) fn names(&self) -> &Names<Town> {
        &self.names
    }

    /// Returns whose town it is.
    pub(super) fn municipalities(&self, town: &Town) -> impl Iterator<Item = &String> {
        self.owners.get(town.of).into_iter().flatten()
    }

    /// Returns the towns of a folded question, with their places in bytes: 弁天町駅 and 白金在住 as a whole.
    pub(super) fn find(&self, folded: &str) -> Vec<(Range<usize>, &Town)> {
        let mut found = self.names.find(folded);
        found.retain(|(range, town)| !town.is_elsewhere && is_town(folded, range, town.sense));
        let part = |at: usize| {
            let rest = folded.get(at..).unwrap_or_default();
            MARKS.iter().chain(HOMES).find(|part| rest.starts_with(**part))
        };
        for (range, _) in &mut found {
            while let Some(part) = part(range.end) {
                range.end += part.len();
            }
        }
        found
    }
}

/// Returns the towns' names that a folded text uses, each with whether it stands as a town's there.
pub(super) fn used<'a>(
    finder: &'a Finder,
    folded: &'a str,
) -> impl Iterator<Item = (&'a str, bool)> {
    finder.find(folded).filter_map(|range| {
        let name = folded.get(range.clone())?;
        Some((name, is_town(folded, &range, Sense::Name)))
    })
}

/// What makes a place of a word: 新橋駅, 築港地区, 弁天町.
const MARKS: &[&str] = &["駅", "地区", "町"];
/// What follows where someone's home or work is told as one word with the town.
const HOMES: &[&str] = &["在住", "在勤", "住まい", "住み", "育ち"];
/// The same, as a verb.
const LIVES: &[&str] =
    &["に住", "にすん", "にすみ", "に暮ら", "で暮ら", "に引っ越", "に越し", "に転入", "に移"];
/// What goes on a town's name that is no everyday word: 綱島公園, 高輪周辺.
const PLACES: &[&str] = &[
    "地域", "周辺", "小学", "中学", "付近", "近辺", "近く", "方面", "辺り", "公園", "商店", "図書",
];
/// What follows where a word is meant and no name, although a question begins with it: 海岸の近くに住んでいます.
const NEAR: &[&str] = &["近", "付近", "そば", "周", "辺り", "あたり", "方"];
/// What shows that somebody or something else has the name: 田中さん, 石田と申します, 池島町会長.
const OTHERS: &[&str] =
    &["さん", "さま", "くん", "ちゃん", "と申", "と言", "とい", "町会", "町長", "町内"];

/// Whether a name is a town's where it stands; an everyday word needs a word for a place behind it or begins a question.
fn is_town(text: &str, range: &Range<usize>, sense: Sense) -> bool {
    let (before, rest) = (text.get(..range.start), text.get(range.end..));
    let (before, rest) = (before.unwrap_or_default(), rest.unwrap_or_default());
    // 港区高輪 and 東京都港区高輪 go on from the ward, 東海岸 is another word.
    let begins =
        before.chars().next_back().is_none_or(|c| !is_kanji(c) || matches!(c, '区' | '市'));
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    let name = text.get(range.clone()).unwrap_or_default();
    if name.ends_with(is_latin) {
        return begins && !before.ends_with(is_latin) && !rest.starts_with(is_latin);
    }
    let starts = |any: &[&str]| any.iter().any(|it| rest.starts_with(it));
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let is_block = rest.trim_start_matches(counts).starts_with("丁目");
    // 新橋の防災, 築港ですが, 白金では.
    let is_subject = |rest: &str| !NEAR.iter().any(|it| rest.starts_with(it));
    let opens = before.is_empty()
        && sense != Sense::Thing
        && (rest.starts_with('で') || rest.strip_prefix('の').is_some_and(is_subject));
    let is_marked = is_block || opens || starts(MARKS) || starts(HOMES) || starts(LIVES);
    let is_alone = !rest.starts_with(is_kanji) || starts(PLACES);
    begins && !starts(OTHERS) && (is_marked || (sense == Sense::Name && is_alone))
}
