//! Whose ward is meant.
//!
//! ```text
//! mention = full name | short name | reading in kana | name in another script | town
//! ```
//!
//! Mentions of a prefecture or city narrow mentions of a ward: 大阪の港区, 神戸市西区; so do towns: 港区の高輪. A ward alone
//! means every loaded municipality of that name; what is known from the gazetteer and not loaded is another municipality.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::town::{self, Town, TownTable, Towns};
use crate::text::{Finder, Names, Strings, fold, is_kanji};

/// One line of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Place {
    /// 港区, 大阪市, 東京都.
    #[serde(deserialize_with = "not_empty")]
    pub name: String,
    /// The name in hiragana.
    pub reading: String,
    /// The place around it; empty for a prefecture.
    pub within: String,
    /// The name without its suffix, where people use it alone; else empty.
    pub short: String,
}

pub(super) fn not_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if name.is_empty() { Err(D::Error::custom("a place has no name")) } else { Ok(name) }
}

/// All municipalities of the country.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    /// Who lies within whom, by name; a name may stand for several places.
    within: BTreeMap<String, Vec<String>>,
}

impl Gazetteer {
    /// Reads the gazetteer's CSV (`name,reading,within,short`, `#` comments).
    pub fn parse(text: &str) -> Result<Self, csv::Error> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
        let places = reader.deserialize().collect::<Result<Vec<Place>, _>>()?;
        let mut within: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for place in &places {
            within.entry(place.name.clone()).or_default().push(place.within.clone());
        }
        Ok(Self { places, within })
    }

    /// Whether it has a municipality, as documents are filed under: 大阪市港区, 東京都港区, 鳥羽市.
    pub fn has(&self, municipality: &str) -> bool {
        self.places.iter().any(|place| {
            let around = municipality.strip_suffix(place.name.as_str());
            around.is_some_and(|around| around.is_empty() || around.ends_with(&place.within))
        })
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Returns the names around a place, nearest first: 大阪市, 大阪府 for 港区 within 大阪市.
    fn chain(&self, place: &Place) -> Vec<String> {
        let mut chain = Vec::new();
        let mut next = place.within.clone();
        while !next.is_empty() && chain.len() < 4 {
            chain.push(next.clone());
            next = self.within.get(&next).and_then(|all| all.first().cloned()).unwrap_or_default();
        }
        chain
    }
}

/// A mention of a place in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    range: Range<usize>,
    places: Vec<usize>,
}

/// What a question says of places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceReading {
    /// Loaded municipalities that may be meant; empty where none is named.
    pub municipalities: Vec<String>,
    /// A municipality that is named and not loaded, where no loaded one is named.
    pub other: Option<String>,
    /// A municipality that is not loaded and named beside loaded ones.
    pub other_beside: Option<String>,
    /// Where the mentions stand in the folded text, without those of `towns`.
    pub ranges: Vec<Range<usize>>,
    /// Where towns stand that the documents name.
    pub towns: Vec<Range<usize>>,
}

/// Finds the places of questions. Prepared once, when a generation is built, and kept with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Places {
    /// Of each place of the gazetteer its name, and the names around it, nearest first, a line each.
    known: Strings,
    /// The loaded municipality that a place of the gazetteer is.
    loaded: BTreeMap<usize, String>,
    /// The places that each name may stand for.
    names: Names<Vec<usize>>,
    /// Names with the characters behind them that stand so in the documents: 東京2020, 大阪商工会議所.
    phrases: BTreeSet<String>,
    towns: Towns,
}

/// How the texts of a document use the names of places.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlacesUsed {
    /// Names with the characters behind them.
    phrases: BTreeSet<String>,
    /// Towns' names, and whether each stands as a town's anywhere.
    towns: BTreeMap<String, bool>,
}

/// Finds the names of places in the texts of documents.
#[derive(Debug)]
pub struct PlaceFinder {
    places: Finder,
    towns: Finder,
}

impl PlaceFinder {
    /// Returns how texts use the names.
    pub fn used<'a>(&self, texts: impl Iterator<Item = &'a str>) -> PlacesUsed {
        let mut used = PlacesUsed::default();
        for text in texts {
            let text = fold(text);
            let found: Vec<Range<usize>> = self.places.find(&text).collect();
            // 大阪市港区 is no name that begins with 大阪市, but two of them.
            let is_joined = |it: &Range<usize>| found.iter().any(|next| next.start == it.end);
            let alone = found.iter().filter(|it| !is_joined(it)).cloned();
            used.phrases.extend(alone.filter_map(|at| with_following(&text, at)));
            for (name, is_town) in town::used(&self.towns, &text) {
                *used.towns.entry(name.to_owned()).or_default() |= is_town;
            }
        }
        used
    }
}

impl Places {
    /// Prepares the names of the loaded municipalities among all others.
    ///
    /// `aliases` are names in other scripts with what they stand for. What the documents say is [noted](Self::note).
    pub fn new(
        gazetteer: Gazetteer,
        towns: &TownTable,
        municipalities: &[String],
        aliases: &[(String, String)],
    ) -> Self {
        let mut gazetteer = gazetteer;
        let mut loaded = BTreeMap::new();
        for municipality in municipalities {
            let known = gazetteer.places.iter().position(|place| {
                gazetteer
                    .chain(place)
                    .first()
                    .is_some_and(|parent| format!("{parent}{}", place.name) == *municipality)
                    || place.name == *municipality
            });
            let at = known.unwrap_or_else(|| {
                gazetteer.places.push(Place {
                    name: municipality.clone(),
                    reading: String::new(),
                    within: String::new(),
                    short: String::new(),
                });
                gazetteer.places.len() - 1
            });
            loaded.insert(at, municipality.clone());
        }

        let mut names: HashMap<String, BTreeSet<usize>> = HashMap::new();
        let mut add = |name: &str, at: usize| {
            if !name.is_empty() {
                names.entry(fold(name)).or_default().insert(at);
            }
        };
        for (at, place) in gazetteer.places.iter().enumerate() {
            add(&place.name, at);
            add(&place.short, at);
            let n_kana = place.reading.chars().count();
            let is_loaded = loaded.contains_key(&at);
            if n_kana >= 5 || (is_loaded && n_kana >= 3) {
                add(&place.reading, at);
            }
            let (stem, stem_reading) = (without_last(&place.name), without_last(&place.reading));
            if is_loaded && stem.chars().count() >= 2 && !place.within.is_empty() {
                add(stem, at);
            }
            let has_stem = !place.short.is_empty() || (is_loaded && stem.chars().count() >= 2);
            if has_stem && stem_reading.chars().count() >= 4 {
                add(stem_reading, at);
            }
        }
        let by_name: HashMap<String, BTreeSet<usize>> = names.clone();
        for (alias, name) in aliases {
            if let Some(places) = by_name.get(&fold(name)) {
                names.entry(fold(alias)).or_default().extend(places.iter().copied());
            }
        }
        let names =
            names.into_iter().map(|(name, places)| (name, places.into_iter().collect())).collect();
        let towns = Towns::new(towns, municipalities, aliases);
        let mut known = Strings::default();
        for place in &gazetteer.places {
            known.push(&place.name);
            known.push(&gazetteer.chain(place).join("\n"));
        }
        Self { known, loaded, names, phrases: BTreeSet::new(), towns }
    }

    /// Prepares the names for the texts of documents.
    pub fn finder(&self) -> PlaceFinder {
        PlaceFinder { places: self.names.finder(), towns: self.towns.names().finder() }
    }

    /// Returns the names that [`finder`](Self::finder) looks for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        // Names of places and of towns are looked for apart.
        self.names.iter().chain([""]).chain(self.towns.names().iter())
    }

    /// Notes how a document of a municipality uses the names.
    pub fn note(&mut self, municipality: &str, used: &PlacesUsed) {
        self.phrases.extend(used.phrases.iter().cloned());
        for (name, is_town) in &used.towns {
            self.towns.note(municipality, name, *is_town);
        }
    }

    /// Returns the name of a place of the gazetteer; an empty one where there is none.
    fn name(&self, at: usize) -> &str {
        self.known.get(2 * at)
    }

    /// Returns the names around a place, nearest first; none around a prefecture.
    fn around(&self, at: usize) -> impl Iterator<Item = &str> {
        self.known.get(2 * at + 1).split_terminator('\n')
    }

    /// Reads the places of a folded question.
    pub fn read(&self, folded: &str) -> PlaceReading {
        let mut mentions = self.mentions(folded);
        let towns = self.towns_beside(folded, &mut mentions);
        let of_towns: Vec<&String> =
            towns.iter().flat_map(|(_, town)| self.towns.municipalities(town)).collect();
        // 港区の高輪 is the ward of that name with that town.
        let narrow = |named: &mut Vec<&String>| {
            if named.iter().any(|it| of_towns.contains(it)) {
                named.retain(|it| of_towns.contains(it));
            }
        };
        let is_ward = |at: &usize| self.around(*at).next().is_some() && !self.is_parent(*at);
        let parents: Vec<&Mention> =
            mentions.iter().filter(|m| m.places.iter().any(|at| self.is_parent(*at))).collect();
        let parent_names: HashSet<&str> =
            parents.iter().flat_map(|mention| &mention.places).map(|at| self.name(*at)).collect();

        let mut municipalities: Vec<String> = Vec::new();
        let mut other = None;
        let mut push = |municipality: &String| {
            if !municipalities.contains(municipality) {
                municipalities.push(municipality.clone());
            }
        };
        let mut has_ward = false;
        for mention in &mentions {
            let wards: Vec<usize> = mention.places.iter().copied().filter(is_ward).collect();
            if wards.is_empty() {
                continue;
            }
            let inside = |at: &usize| self.around(*at).any(|name| parent_names.contains(name));
            let narrowed: Vec<usize> = wards.iter().copied().filter(inside).collect();
            let meant = if narrowed.is_empty() { &wards } else { &narrowed };
            let mut named: Vec<&String> =
                meant.iter().filter_map(|at| self.loaded.get(at)).collect();
            narrow(&mut named);
            if named.is_empty() {
                // 京都市港区 is no place, but it is not one of ours either.
                other.get_or_insert_with(|| spelled(folded, &parents, mention));
            } else if narrowed.is_empty() && city_before(folded, &parents, mention).is_some() {
                other.get_or_insert_with(|| spelled(folded, &parents, mention));
            } else {
                named.into_iter().for_each(&mut push);
            }
            has_ward = true;
        }
        if !has_ward {
            for mention in &parents {
                let mut named: Vec<(&usize, &String)> = self
                    .loaded
                    .iter()
                    .filter(|(at, _)| {
                        let is_around = |parent: &usize| {
                            self.around(**at).any(|name| name == self.name(*parent))
                        };
                        mention.places.contains(at) || mention.places.iter().any(is_around)
                    })
                    .collect();
                named.sort();
                let mut named: Vec<&String> = named.into_iter().map(|(_, it)| it).collect();
                narrow(&mut named);
                if named.is_empty() {
                    other.get_or_insert_with(|| spelled(folded, &[], mention));
                }
                named.into_iter().for_each(&mut push);
            }
        }
        if mentions.is_empty() {
            of_towns.into_iter().for_each(&mut push);
        } else {
            // 大阪市港区と綱島 are two places.
            let beside = towns.iter().filter(|(range, _)| is_joined(folded, range));
            beside.flat_map(|(_, town)| self.towns.municipalities(town)).for_each(&mut push);
        }
        // 大阪市港区と京都市: a city that is around none of the wards that are meant.
        let holds = |parent: &&&Mention| {
            parent.places.iter().any(|place| {
                let name = self.name(*place);
                let mut meant =
                    self.loaded.iter().filter(|(_, loaded)| municipalities.contains(loaded));
                meant.any(|(at, _)| at == place || self.around(*at).any(|around| around == name))
            })
        };
        let other_parent =
            || parents.iter().find(|it| !holds(it)).map(|it| spelled(folded, &[], it));
        let beside =
            if municipalities.is_empty() { None } else { other.take().or_else(other_parent) };
        let alone = |mention: Mention| with_kind(folded, without_next_word(folded, mention.range));
        let mut ranges: Vec<Range<usize>> = mentions.into_iter().map(alone).collect();
        let (written, unwritten): (Vec<_>, Vec<_>) =
            towns.into_iter().partition(|(_, town)| town.is_written);
        ranges.extend(unwritten.into_iter().map(|(range, _)| range));
        let towns = written.into_iter().map(|(range, _)| range).collect();
        PlaceReading { municipalities, other, other_beside: beside, ranges, towns }
    }

    /// Returns the towns of a question, and leaves out the mentions that are a part of one.
    fn towns_beside(
        &self,
        folded: &str,
        mentions: &mut Vec<Mention>,
    ) -> Vec<(Range<usize>, &Town)> {
        let mut towns = self.towns.find(folded);
        // 浜松町 is no 浜松.
        let holds = |town: &Range<usize>, at: &Range<usize>| {
            town.start <= at.start && at.end <= town.end && town.len() > at.len()
        };
        mentions.retain(|it| !towns.iter().any(|(town, _)| holds(town, &it.range)));
        // 所沢の新町 is somewhere else, unless what stands before is a place that is known.
        towns.retain(|(range, _)| {
            let before = folded.get(..range.start).and_then(|it| it.strip_suffix('の'));
            before.is_none_or(|before| {
                !before.ends_with(is_kanji)
                    || mentions.iter().any(|it| it.range.end == before.len())
            })
        });
        towns
    }

    /// Whether a place holds others: a prefecture, a city with wards.
    fn is_parent(&self, at: usize) -> bool {
        self.around(at).next().is_none()
            || (self.name(at).ends_with('市') && !self.loaded.contains_key(&at))
    }

    fn mentions(&self, folded: &str) -> Vec<Mention> {
        let found = self.names.find(folded);
        // おおさかしみなとく: one name right behind the other.
        let begins = |at: usize| found.iter().any(|(range, _)| range.start == at);
        found
            .iter()
            .filter(|(range, _)| is_whole(folded, range.clone()))
            .filter(|(range, _)| is_alone_in_kana(folded, range.clone()) || begins(range.end))
            .filter(|(range, _)| {
                !with_following(folded, range.clone())
                    .is_some_and(|phrase| self.phrases.contains(&phrase))
            })
            .map(|(range, places)| Mention { range: range.clone(), places: (*places).clone() })
            .collect()
    }
}

/// Whether a name stands beside another one: 港区と高輪.
fn is_joined(text: &str, range: &Range<usize>) -> bool {
    const JOINTS: &[char] = &['と', 'や', '、', '・'];
    text.get(..range.start).is_some_and(|before| before.ends_with(JOINTS))
        || text.get(range.end..).is_some_and(|rest| rest.starts_with(JOINTS))
}

/// Returns a text without its last character, such as 区 of 港区.
fn without_last(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next_back();
    chars.as_str()
}

/// Returns a name's range without what the next word begins with: 港区民まつり names 港区 and its 区民まつり.
fn without_next_word(folded: &str, range: Range<usize>) -> Range<usize> {
    const GO_ON: &[&str] = &["民", "長", "議会"];
    let (name, rest) = (folded.get(range.clone()), folded.get(range.end..).unwrap_or_default());
    match name.and_then(|name| name.chars().next_back()) {
        Some(last @ ('区' | '市' | '町' | '村')) if GO_ON.iter().any(|it| rest.starts_with(it)) => {
            range.start..range.end - last.len_utf8()
        }
        _ => range,
    }
}

/// Returns a name's range with the word that says what kind of place it is: osaka minato ward.
fn with_kind(folded: &str, range: Range<usize>) -> Range<usize> {
    const KINDS: &[&str] = &["ward", "city", "town", "village", "prefecture", "ku", "shi"];
    let (name, rest) = (folded.get(range.clone()), folded.get(range.end..).unwrap_or_default());
    let is_latin = |c: char| c.is_ascii_alphanumeric();
    let of_latin = name.filter(|name| name.ends_with(is_latin));
    let kind = of_latin.and_then(|_| rest.strip_prefix([' ', '-'])).unwrap_or_default();
    let mut behind = KINDS.iter().filter_map(|it| kind.strip_prefix(it));
    let behind = behind.find(|behind| !behind.starts_with(is_latin));
    behind.map_or(range.clone(), |behind| range.start..folded.len() - behind.len())
}

/// Returns the city or prefecture right before a ward: 名古屋市港区, 名古屋の港区.
fn city_before<'a>(folded: &str, parents: &[&'a Mention], ward: &Mention) -> Option<&'a Mention> {
    let is_before = |parent: &&&Mention| {
        let between = folded.get(parent.range.end..ward.range.start);
        between.is_some_and(|between| matches!(between, "" | "の"))
    };
    parents.iter().find(is_before).copied()
}

/// Writes a mention as it stands, with the city before it.
fn spelled(folded: &str, parents: &[&Mention], mention: &Mention) -> String {
    let first = city_before(folded, parents, mention).unwrap_or(mention).range.start;
    folded.get(first..mention.range.end).unwrap_or_default().to_owned()
}

/// Whether a match in Latin letters is a word of its own; other scripts have no word breaks.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let first = text.get(range.clone()).and_then(|m| m.chars().next());
    let last = text.get(range.clone()).and_then(|m| m.chars().next_back());
    let before = text.get(..range.start).and_then(|rest| rest.chars().next_back());
    let after = text.get(range.end..).and_then(|rest| rest.chars().next());
    let is_cut = (is_latin(first) && is_latin(before)) || (is_latin(last) && is_latin(after));
    !is_cut
}

/// Whether a name in hiragana is a word of its own: みなとくの, and not みなとくもん.
fn is_alone_in_kana(text: &str, range: Range<usize>) -> bool {
    let is_kana = |c: char| matches!(c, 'ぁ'..='ゟ' | 'ー');
    if !text.get(range.clone()).is_some_and(|name| name.chars().all(is_kana)) {
        return true;
    }
    const PARTICLES: &[&str] = &[
        "の",
        "は",
        "で",
        "に",
        "と",
        "を",
        "が",
        "へ",
        "から",
        "って",
        "です",
        "だ",
        "や",
        "しやくしょ",
        "やくしょ",
    ];
    let rest = text.get(range.end..).unwrap_or_default();
    !rest.starts_with(is_kana) || PARTICLES.iter().any(|particle| rest.starts_with(particle))
}

/// Returns a name with the two characters behind it, where those go on the word.
fn with_following(text: &str, range: Range<usize>) -> Option<String> {
    let name = text.get(range.clone())?;
    let rest: String = text.get(range.end..)?.chars().take(2).collect();
    let goes_on = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '\u{4E00}'..='\u{9FFF}' | 'ァ'..='ヺ' | '・' | 'ー')
                && !matches!(c, '市' | '区' | '都' | '府' | '県' | '町' | '村' | '内' | '在' | '民')
    };
    let first = rest.chars().next()?;
    (goes_on(first) && rest.chars().count() == 2).then(|| format!("{name}{rest}"))
}
