//! Whose ward a town, a quarter or a station's surroundings lie in.
//!
//! ```text
//! mention = name here | name place   (綱島の防災, 築港に住んでいます, 高輪地区)
//! ```
//!
//! Residents name where they live more readily than their ward. Only towns of loaded municipalities count, and no name
//! that a document of another municipality uses as well: there it tells nothing.

use std::collections::BTreeMap;
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
    /// Names that are everyday words too, and count with a word for a place behind them.
    words: String,
}

impl TownTable {
    /// Reads the table's CSV (`municipality,towns,words`, `#` comments).
    pub fn parse(text: &str) -> Result<Self, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        reader.deserialize().collect::<Result<_, _>>().map(Self)
    }
}

/// Finds the towns of the loaded municipalities in questions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Towns(Names<Town>);

/// What a town's name stands for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Town {
    pub(super) municipalities: Vec<String>,
    /// A document of theirs uses the name.
    is_written: bool,
    /// A document of another municipality uses it.
    is_elsewhere: bool,
    /// It is an everyday word too.
    is_word: bool,
}

impl Town {
    /// Whether a mention of it in a folded question says what is asked about: documents use the name, and it is not told
    /// as someone's home.
    pub(super) fn is_subject(&self, folded: &str, range: &Range<usize>) -> bool {
        let rest = folded.get(range.end..).unwrap_or_default();
        // 弁天町に住んでいます
        let rest = PLACES.iter().find_map(|place| rest.strip_prefix(place)).unwrap_or(rest);
        self.is_written && !HOMES.iter().any(|home| rest.starts_with(home))
    }
}

impl Towns {
    /// Takes the towns of the loaded municipalities; `aliases` are names in other scripts with what they stand for.
    pub(super) fn new(
        table: &TownTable,
        municipalities: &[String],
        aliases: &[(String, String)],
    ) -> Self {
        let mut towns: BTreeMap<String, Town> = BTreeMap::new();
        for line in table.0.iter().filter(|line| municipalities.contains(&line.municipality)) {
            for (names, is_word) in [(&line.towns, false), (&line.words, true)] {
                for name in names.split_whitespace() {
                    let town = towns.entry(fold(name)).or_default();
                    town.municipalities.push(line.municipality.clone());
                    town.is_word |= is_word;
                }
            }
        }
        for (alias, name) in aliases {
            if let Some(town) = towns.get(&fold(name)).cloned() {
                towns.entry(fold(alias)).or_insert(town);
            }
        }
        Self(towns.into_iter().collect())
    }

    /// Notes the names that a folded text of a municipality's document uses; `finder` finds them.
    pub(super) fn note(&mut self, finder: &Finder, municipality: &str, folded: &str) {
        for range in finder.find(folded) {
            if let Some(town) = folded.get(range.clone()).and_then(|name| self.0.get_mut(name)) {
                let is_own = town.municipalities.iter().any(|own| own == municipality);
                // 綱島分室 can be looked for by 綱島; 高田馬場 of another ward is another name.
                town.is_written |= is_own;
                town.is_elsewhere |= !is_own && is_town(folded, &range, false);
            }
        }
    }

    /// Prepares the names for many texts.
    pub(super) fn finder(&self) -> Finder {
        self.0.finder()
    }

    /// Returns the towns of a folded question, with their places in bytes.
    pub(super) fn find(&self, folded: &str) -> Vec<(Range<usize>, &Town)> {
        let mut found = self.0.find(folded);
        found.retain(|(range, town)| !town.is_elsewhere && is_town(folded, range, town.is_word));
        found
    }
}

/// What follows where someone's home or work is told, and no subject: 綱島に住んでいます, 高輪在住です.
const HOMES: &[&str] = &[
    "在住",
    "在勤",
    "住まい",
    "住み",
    "育ち",
    "に住",
    "にすん",
    "にすみ",
    "に暮ら",
    "で暮ら",
    "に引っ越",
    "に越し",
    "に転入",
    "に移",
];
/// What follows a town's name: 綱島駅, 高輪地区, 弁天町.
const PLACES: &[&str] = &[
    "駅",
    "町",
    "地区",
    "地域",
    "周辺",
    "付近",
    "近辺",
    "近く",
    "方面",
    "あたり",
    "辺り",
    "の近く",
    "の辺",
    "のあたり",
    "の周辺",
    "小学",
    "中学",
    "公園",
    "商店",
    "図書",
];
/// Who has the name: 田中さん.
const PEOPLE: &[&str] = &["さん", "さま", "くん", "ちゃん"];

/// Whether a name is a town's where it stands; one that is an everyday word too needs a word for a place behind it.
fn is_town(text: &str, range: &Range<usize>, is_word: bool) -> bool {
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
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let starts = |any: &[&str]| any.iter().any(|it| rest.starts_with(it));
    let is_block = rest.trim_start_matches(counts).starts_with("丁目");
    let is_place = is_block || starts(PLACES) || starts(HOMES);
    let ends = !rest.starts_with(is_kanji) && !starts(PEOPLE);
    begins && (is_place || (ends && !is_word))
}
