//! What a document is: title, municipality, year, status, date; from its text and from config.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::block::{Block, Kind};
use super::heading::{self, Class};
use super::lines::Line;
use super::markers::{DOCUMENT_WORDS, UPDATED};
use super::{amount, budget, pattern};
use crate::model::FiscalYear;
use crate::text::{find_years, fold, squeeze};

/// What the operator says of a document, because its text does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentFacts {
    /// City and ward: 大阪市港区.
    pub municipality: Option<String>,
    /// 東京都, 大阪府 …
    pub prefecture: Option<String>,
    /// The year that the document is about.
    pub fiscal_year: Option<FiscalYear>,
    /// Its title.
    pub title: Option<String>,
    /// 案, 素案 …
    pub status: Option<String>,
    /// What kind of document it is; for the reader's information only.
    pub family: Option<String>,
}

/// The facts of all documents, as `config/documents.toml` has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentsFile {
    /// By the document's id.
    pub document: BTreeMap<String, DocumentFacts>,
}

impl DocumentsFile {
    /// Parses the file's text.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Returns what it says of a document, nothing if it does not know it.
    pub fn of(&self, id: &str) -> DocumentFacts {
        self.document.get(id).cloned().unwrap_or_default()
    }
}

/// How many blocks of a document may be its title.
const TITLE_WITHIN: usize = 25;

/// Finds the block that is the document's title.
///
/// The first short line that names a kind of document and a year, else one that names a kind, else
/// the first heading of all.
pub(super) fn title_block(blocks: &[Block]) -> Option<usize> {
    let near: Vec<usize> = (0..blocks.len())
        .filter(|idx| {
            blocks.get(*idx).is_some_and(|block| {
                block.is_first && matches!(block.kind, Kind::Heading(_) | Kind::Text)
            })
        })
        .take(TITLE_WITHIN)
        .collect();
    let text = |idx: usize| blocks.get(idx).map(Block::text).unwrap_or_default();
    let is_short = |text: &str| text.chars().take(91).count() <= 90 && !text.contains('。');
    let names_kind = |text: &str| {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        is_short(text) && DOCUMENT_WORDS.iter().any(|word| plain.contains(word))
    };
    let is_form = |idx: usize| matches!(blocks.get(idx).map(|block| &block.kind), Some(Kind::Heading(heading)) if heading.frame.is_some() || matches!(heading.class, Class::Issue | Class::Strategy | Class::Dotted(_)));
    let is_numbered = |idx: usize| matches!(blocks.get(idx).map(|block| &block.kind), Some(Kind::Heading(heading)) if !heading.number.is_empty());
    let level_one = || {
        near.iter().copied().find(|idx| matches!(blocks.get(*idx).map(|block| &block.kind), Some(Kind::Heading(heading)) if heading.class == Class::Level(1)))
    };
    let first = near.first().copied().filter(|idx| is_short(&text(*idx)));
    let announces = |text: &str| {
        is_short(text)
            && text.chars().count() >= 8
            && [
                "について",
                "します",
                "しました",
                "いたします",
                "お知らせ",
                "の開催",
                "の実施",
                "を開催",
                "が決定",
            ]
            .iter()
            .any(|end| text.ends_with(end))
    };
    let names_year = |idx: usize| year_of_title(&text(idx)).is_some();
    let dated = || {
        let titles = near.iter().copied().filter(|idx| names_kind(&text(*idx)) && !is_form(*idx));
        titles
            .filter(|idx| amount::find(&text(*idx)).is_empty())
            .filter(|idx| names_year(*idx) || text(*idx).contains('年'))
    };
    // A masthead prints the day; the title below it the year that it is about.
    dated()
        .find(|idx| names_year(*idx) || date(&text(*idx)).is_none())
        .or_else(|| dated().next())
        .or_else(level_one)
        .or_else(|| first.filter(|idx| names_kind(&text(*idx)) && !is_form(*idx)))
        .or_else(|| {
            near.iter().copied().take(6).find(|idx| announces(&text(*idx)) && !is_numbered(*idx))
        })
        .or_else(|| {
            let heading = near.iter().copied().find(|idx| {
                matches!(blocks.get(*idx).map(|block| &block.kind), Some(Kind::Heading(_)))
            })?;
            let is_first = first.is_some_and(|first| first == heading);
            (is_first && !is_form(heading)).then_some(heading)
        })
        .or_else(|| first.filter(|idx| !is_form(*idx) && heading::is_bare(&text(*idx))))
}

/// The year that a title names; an evaluation names the one that it looks back on behind its own.
fn year_of_title(text: &str) -> Option<FiscalYear> {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:(?:令和|平成)\s*(?:[0-9０-９]{1,2}|元)|(?:20|２０)[0-9０-９]{2})\s*(?:[(（][^)）]{1,10}[)）])?\s*年度|[RH][0-9]{1,2}年度",
        )
    });
    let mut years = YEAR.find_iter(text).filter_map(|found| {
        // Letter-spaced titles: 平成 28 年度.
        let tight: String = found.as_str().chars().filter(|c| !c.is_whitespace()).collect();
        find_years(&tight).first().map(|(_, year)| (found.end(), *year))
    });
    let (_, first) = years.next()?;
    // Of several years, none is the one that it is about.
    if budget::names_years(text) {
        return None;
    }
    let looks_back = ["評価", "点検"].iter().any(|word| text.contains(word));
    let is_looked_at = |end: usize| {
        let behind = text.get(end..).unwrap_or_default().trim_start_matches('の');
        ["実施", "対象", "実績", "事業", "取組", "分"].iter().any(|word| behind.starts_with(word))
    };
    let before = years.find(|(end, year)| *year == first.previous() && is_looked_at(*end));
    Some(before.filter(|_| looks_back).map_or(first, |(_, year)| year))
}

/// What the text itself says of the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Printed {
    pub(super) title: String,
    pub(super) municipality: String,
    pub(super) fiscal_year: Option<FiscalYear>,
    pub(super) status: String,
    pub(super) updated: Option<String>,
}

/// Reads what the text says of the document.
pub(super) fn printed(lines: &[Line], page_title: Option<&str>) -> Printed {
    let texts: Vec<String> = lines
        .iter()
        .filter(|line| !line.raw.trim().is_empty())
        .take(4000)
        .map(|line| squeeze(&line.raw.chars().take(400).collect::<String>()))
        .collect();
    let breadcrumb = breadcrumb(&texts);
    let title = breadcrumb.clone().or_else(|| page_title.map(clean_title)).unwrap_or_default();
    let updated = updated(&texts);
    let fiscal_year = fiscal_year(&texts, &title, page_title.unwrap_or(""));
    Printed {
        municipality: municipality(&texts, &title),
        status: status(page_title.unwrap_or(&title)),
        title,
        fiscal_year,
        updated,
    }
}

/// The document's name within a breadcrumb, above the page's own.
fn breadcrumb(texts: &[String]) -> Option<String> {
    let line = texts.iter().take(60).find(|text| text.matches(" > ").count() >= 2)?;
    let parts: Vec<&str> = line.split(" > ").map(str::trim).collect();
    let above = parts.len().checked_sub(2).and_then(|idx| parts.get(idx))?;
    let is_document =
        DOCUMENT_WORDS.iter().any(|word| above.contains(word)) && !find_years(above).is_empty();
    is_document.then(|| (*above).to_owned())
}

/// Tells where the operator says one municipality, year or status and the text another: one of them is a mistake, or out
/// of date.
///
/// A municipality's fuller name and a title of the operator's own are no disagreement.
pub(super) fn disagreement(facts: &DocumentFacts, printed: &Printed) -> Option<String> {
    let year = facts.fiscal_year.zip(printed.fiscal_year).filter(|(said, printed)| said != printed);
    let status = facts
        .status
        .as_ref()
        .filter(|said| !said.is_empty() && !printed.status.is_empty() && **said != printed.status);
    let is_other = |said: &&String| {
        let printed = &printed.municipality;
        let is_one = printed.ends_with(['区', '市', '町', '村']);
        is_one && !said.is_empty() && !said.contains(printed) && !printed.contains(*said)
    };
    let municipality = facts.municipality.as_ref().filter(is_other);
    let said: Vec<String> = municipality
        .map(|said| format!("municipality: {said} / {}", printed.municipality))
        .into_iter()
        .chain(year.map(|(said, printed)| format!("fiscal_year: {said} / {printed}")))
        .chain(status.map(|said| format!("status: {said} / {}", printed.status)))
        .collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn clean_title(title: &str) -> String {
    squeeze(title.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '―' | '─' | '#')))
}

fn status(title: &str) -> String {
    static STATUS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"[(（【\[]\s*(?P<s>案|素案|原案|骨子案|概要案|改定案|修正案|最終案|たたき台)\s*[)）】\]]|(?P<e>素案|原案|骨子案|(?:予算|概要|方針|計画)案|[)）]案)(?:概要|の概要|について)?$",
        )
    });
    let Some(found) = STATUS.captures(title) else {
        return String::new();
    };
    if let Some(status) = found.name("s") {
        return status.as_str().to_owned();
    }
    match found.name("e").map_or("", |end| end.as_str()) {
        end @ ("素案" | "原案" | "骨子案") => end.to_owned(),
        _ => "案".to_owned(),
    }
}

fn updated(texts: &[String]) -> Option<String> {
    texts
        .iter()
        .find_map(|text| {
            let word = UPDATED.iter().find(|word| text.contains(**word))?;
            let (_, behind) = text.split_once(word)?;
            (text.chars().count() <= 60).then(|| date(behind)).flatten()
        })
        .or_else(|| {
            texts.iter().take(8).find_map(|text| {
                let is_date = text.chars().count() <= 24 || text.contains("発行");
                is_date.then(|| date(text)).flatten()
            })
        })
}

/// Reads the first full date of a text as ISO 8601.
fn date(text: &str) -> Option<String> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?P<y>(?:令和|平成)\s*(?:[0-9]{1,2}|元)|20[0-9]{2})\s*(?:\([^)]{1,8}\))?\s*(?:年|[-/.])\s*(?P<m>[0-9]{1,2})\s*(?:月|[-/.])\s*(?P<d>[0-9]{1,2})",
        )
    });
    let folded = fold(text);
    let found = DATE.captures(&folded)?;
    let year = found.name("y")?.as_str();
    let year = find_years(&format!("{year}年")).first().map(|(_, year)| year.0)?;
    let number = |name: &str| found.name(name).and_then(|n| n.as_str().parse::<i8>().ok());
    let date =
        jiff::civil::Date::new(i16::try_from(year).ok()?, number("m")?, number("d")?).ok()?;
    Some(date.to_string())
}

/// The year that a document is about: the one of its title, else that of the day it was given out.
fn fiscal_year(texts: &[String], title: &str, page_title: &str) -> Option<FiscalYear> {
    let in_title = year_of_title(title).or_else(|| year_of_title(page_title));
    if in_title.is_some() {
        return in_title;
    }
    let is_press = ["発表", "報道", "記者", "プレス"].iter().any(|word| {
        title.contains(word)
            || page_title.contains(word)
            || texts.iter().take(6).any(|text| text.chars().count() <= 20 && text.contains(word))
    });
    if is_press {
        let day = texts.iter().take(15).find_map(|text| date(text))?;
        let day: jiff::civil::Date = day.parse().ok()?;
        let own = FiscalYear::of_date(i32::from(day.year()), i32::from(day.month()));
        // What is given out in spring may be about the year that then begins, and about no other.
        let next = FiscalYear(own.0 + 1);
        let names = |year: FiscalYear| texts.iter().any(|it| year_of_title(it) == Some(year));
        let is_next = day.month() <= 3 && names(next) && !names(own);
        return Some(if is_next { next } else { own });
    }
    // A heading near the top that names the year of a budget or plan.
    let named = texts.iter().take(30).find_map(|text| {
        let is_heading = text.chars().count() <= 60 && !text.contains('。');
        (is_heading && DOCUMENT_WORDS.iter().any(|word| text.contains(word)))
            .then(|| year_of_title(text))
            .flatten()
    });
    if named.is_some() {
        return named;
    }
    // An assembly's session lies in the year whose budget and policy it is told.
    static SESSION: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?P<y>(?:令和|平成)(?:[0-9０-９]{1,2}|元))年\s*第\s*(?P<n>[0-9０-９一二三四])\s*回",
        )
    });
    let found = SESSION.captures(title).or_else(|| SESSION.captures(page_title))?;
    let year =
        find_years(&format!("{}年", found.name("y")?.as_str())).first().map(|(_, year)| *year)?;
    // The first session of a year, in February and March, is about the year that then begins.
    Some(year)
}

/// The cities that have wards, as the law names them (政令指定都市).
const CITIES: [&str; 20] = [
    "札幌市",
    "仙台市",
    "さいたま市",
    "千葉市",
    "横浜市",
    "川崎市",
    "相模原市",
    "新潟市",
    "静岡市",
    "浜松市",
    "名古屋市",
    "京都市",
    "大阪市",
    "堺市",
    "神戸市",
    "岡山市",
    "広島市",
    "北九州市",
    "福岡市",
    "熊本市",
];

/// City and ward: the title's ward with the city that the text prints before it, else the first that it prints.
fn municipality(texts: &[String], title: &str) -> String {
    // What two wards do together is neither's.
    static TWO: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[一-龥]{1,4}区\s?と\s?[一-龥]{1,4}区(?:$|[^一-龥]|の)"));
    if TWO.is_match(title) {
        return String::new();
    }
    if let Some(full) = printed_ward(std::slice::from_ref(&title)) {
        return full;
    }
    let top = || texts.iter().take(12);
    let ward = ward_of(title, true).or_else(|| top().find_map(|text| ward_of(text, false)));
    let Some(ward) = ward else {
        let town = town_of(title).or_else(|| {
            top().filter(|text| text.chars().count() <= 8).find_map(|text| town_of(text))
        });
        return town.or_else(|| printed_ward(texts)).unwrap_or_default();
    };
    // 堺市南区, as one word.
    if CITIES.iter().any(|city| ward.starts_with(city)) {
        return ward;
    }
    let is_printed = |city: &str| {
        let full = format!("{city}{ward}");
        texts.iter().take(2000).any(|text| text.contains(&full))
    };
    if is_printed("東京都") {
        return format!("東京都{ward}");
    }
    if let Some(city) = CITIES.iter().find(|city| is_printed(city)) {
        return format!("{city}{ward}");
    }
    // A city that is named once, far from the top, may be another.
    let is_own = |city: &&str| {
        top().any(|text| names(text, city))
            || texts.iter().take(2000).filter(|text| names(text, city)).count() > 1
    };
    let named: Vec<&str> = CITIES.into_iter().filter(is_own).collect();
    match named.as_slice() {
        [city] => format!("{city}{ward}"),
        _ => ward,
    }
}

/// Whether a text names a city and none of its wards: 東京都市計画 does not name 京都市.
fn names(text: &str, city: &str) -> bool {
    text.split_once(city)
        .is_some_and(|(before, behind)| !before.ends_with('東') && !WARD.is_match(behind))
}

/// A ward's name, right behind its city.
static WARD: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[一-龥々ヶぁ-んァ-ヴ]{1,5}?区"));

/// The first ward that the text prints with its city.
fn printed_ward(texts: &[impl AsRef<str>]) -> Option<String> {
    static TOKYO: LazyLock<Regex> = LazyLock::new(|| pattern(r"東京都(?P<w>[一-龥]{1,3}区)"));
    texts.iter().take(2000).map(AsRef::as_ref).find_map(|text| {
        if let Some(ward) = TOKYO.captures(text).and_then(|found| found.name("w")) {
            return Some(format!("東京都{}", ward.as_str()));
        }
        CITIES.into_iter().find_map(|city| {
            let (before, behind) = text.split_once(city)?;
            let ward = WARD.find(behind)?.as_str();
            let is_name = !ward.starts_with(['立', '各', '全']) && ward.chars().count() > 1;
            (is_name && !before.ends_with('東')).then(|| format!("{city}{ward}"))
        })
    })
}

/// The ward that a short line is of: 令和3年度 港北区 運営方針; whatever follows it, where the line is the title.
fn ward_of(text: &str, is_title: bool) -> Option<String> {
    static IN_LINE: LazyLock<Regex> = LazyLock::new(|| place("区", ENDS));
    static IN_TITLE: LazyLock<Regex> = LazyLock::new(|| place("区", "."));
    const WORDS: [&str; 12] = [
        "本区",
        "各区",
        "当区",
        "地区",
        "全区",
        "同区",
        "市区",
        "学区",
        "校区",
        "他区",
        "特別区",
        "行政区",
    ];
    named(text, if is_title { &IN_TITLE } else { &IN_LINE })
        // 麦畑市 区画別予算
        .filter(|ward| !WORDS.contains(&ward.as_str()) && !ward.ends_with("市区"))
}

/// The city, town or village that a title is of: 令和6年度 みどり市 主要事業.
fn town_of(text: &str) -> Option<String> {
    static TOWN: LazyLock<Regex> = LazyLock::new(|| place("[市町村]", ENDS));
    const WORDS: [&str; 14] = [
        "本市",
        "本町",
        "本村",
        "当市",
        "当町",
        "当村",
        "各市",
        "各町",
        "各村",
        "全市",
        "同市",
        "都市",
        "姉妹都市",
        "市町村",
    ];
    named(text, &TOWN).filter(|town| !WORDS.contains(&town.as_str()))
}

/// What may follow a place's name in a line that is its.
const ENDS: &str = "[\\s　)）役運予主の「(（政長重事一特区当報]";

/// A place whose name ends so, by itself or before what its documents are called.
fn place(end: &str, behind: &str) -> Regex {
    pattern(&format!(
        r"(?:^|[\s　(（)）／/度発行:：年版月0-9])(?:東京都|北海道|京都府|大阪府|[一-龥]{{2,3}}県)?(?P<name>[一-龥々]{{1,4}}?|[一-龥]{{1,3}}[ヶケヵがのノ][一-龥]{{1,2}}|[ぁ-んァ-ヴー]{{2,6}})\s?(?P<end>{end})(?:$|{behind})",
    ))
}

fn named(text: &str, place: &Regex) -> Option<String> {
    // Years and sessions: 令和2年第2回港区議会.
    static YEAR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:令和|平成)?\s?[0-9０-９元]{1,4}\s?年度?(?:[(（][^)）]{0,12}[)）])?|第\s?[0-9０-９一二三四]{1,2}\s?回",
        )
    });
    if text.chars().take(61).count() > 60 || text.contains('。') {
        return None;
    }
    let text = YEAR.replace_all(text, " ");
    let found = place.captures(&text)?;
    Some(format!("{}{}", found.name("name")?.as_str(), found.name("end")?.as_str()))
}
