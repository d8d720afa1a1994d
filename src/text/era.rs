//! Japanese eras and fiscal years.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by every test")]

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::numeral_value;

/// A Japanese era (元号) of the documents' times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 昭和, from 1926.
    Showa,
    /// 平成, from 1989.
    Heisei,
    /// 令和, from 2019.
    Reiwa,
}

impl Era {
    const ALL: [Era; 3] = [Era::Reiwa, Era::Heisei, Era::Showa];

    /// The western year before the era's first.
    pub fn offset(self) -> i32 {
        match self {
            Era::Showa => 1925,
            Era::Heisei => 1988,
            Era::Reiwa => 2018,
        }
    }

    /// The era's name.
    pub fn name(self) -> &'static str {
        match self {
            Era::Showa => "昭和",
            Era::Heisei => "平成",
            Era::Reiwa => "令和",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "令和" | "R" | "r" | "れいわ" => Some(Era::Reiwa),
            "平成" | "H" | "h" | "へいせい" => Some(Era::Heisei),
            "昭和" | "S" | "s" => Some(Era::Showa),
            _ => None,
        }
    }
}

/// A fiscal year (年度), named by the western year in which it starts on 1 April.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// Builds the year of an era: `(Reiwa, 3)` is 2021.
    pub fn of_era(era: Era, year: i32) -> Self {
        Self(era.offset() + year)
    }

    /// Returns the year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// Returns the fiscal year that a day lies in.
    pub fn of_date(year: i32, month: i32) -> Self {
        if month < 4 { Self(year - 1) } else { Self(year) }
    }

    /// Reads the first year that a text names, 年度 or 年 alike.
    pub fn parse(text: &str) -> Option<Self> {
        find_years(text).first().map(|(_, year)| *year)
    }

    /// Reads a year without an era (`2年度`, `元年度`) as the one nearest to, and not after, `near`.
    ///
    /// 29年 beside 令和2年度 is 平成29年, since 令和29年 lies ahead.
    pub fn of_bare(number: i32, near: Self) -> Option<Self> {
        Era::ALL.into_iter().map(|era| Self::of_era(era, number)).find(|year| year.0 <= near.0 + 1)
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let era = Era::ALL.into_iter().find(|era| self.0 > era.offset());
        match era.map(|era| (era.name(), self.0 - era.offset())) {
            Some((name, 1)) => write!(f, "{name}元年度"),
            Some((name, year)) => write!(f, "{name}{year}年度"),
            None => write!(f, "{}年度", self.0),
        }
    }
}

impl Serialize for FiscalYear {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for FiscalYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return i32::deserialize(deserializer).map(Self);
        }
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            de::Error::custom(format!("not a fiscal year: {text} (write 令和3年度)"))
        })
    }
}

/// Finds the years that a text names with an era or as western years, with their byte ranges.
///
/// A text without a year suffix counts only with an era name (`R3`, `令和3`) or as `FY2021`.
/// Digits may be of any width or in kanji (令和六年, 二〇二五年), 元年 is 1. Bare `3年度` is not found: see [`FiscalYear::of_bare`].
pub fn find_years(text: &str) -> Vec<(Range<usize>, FiscalYear)> {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?P<era>令和|平成|昭和|れいわ|へいせい|(?-u:\b)[RHS])[ \t\u{3000}]*(?:(?P<n>[0-9０-９]{1,2}|元)[ \t\u{3000}]*(?:年度|年|(?-u:\b))|(?P<kanji>[一二三四五六七八九十]{1,3})年度?)",
            r"|(?P<west>(?:19|20|１９|２０)[0-9０-９]{2})[ \t\u{3000}]*(?:年度|年|(?-u:\b))",
            r"|(?P<digits>(?:一九|二〇)[〇一二三四五六七八九]{2})年度?",
            r"|(?-u:\b)(?P<small>[rh])(?P<m>[0-9]{1,2})(?:年度?|(?-u:\b))",
            r"|FY[ \t\u{3000}]*(?P<fy>20[0-9]{2})",
        ))
        .expect("the pattern is fixed")
    });
    YEAR.captures_iter(text)
        .filter_map(|found| {
            let range = found.get(0)?.range();
            let year = if let Some(era) = found.name("era") {
                let number = match found.name("n").map(|n| n.as_str()) {
                    Some("元") => 1,
                    Some(digits) => parse_digits(digits)?,
                    None => parse_kanji(found.name("kanji")?.as_str())?,
                };
                FiscalYear::of_era(Era::parse(era.as_str())?, number)
            } else if let (Some(era), Some(number)) = (found.name("small"), found.name("m")) {
                // r7, as it is typed; not the s of a ward's 3 parks.
                let era = Era::parse(&era.as_str().to_uppercase())?;
                FiscalYear::of_era(era, number.as_str().parse().ok()?)
            } else if let Some(digits) = found.name("digits") {
                FiscalYear(parse_kanji(digits.as_str())?)
            } else {
                let western = found.name("west").or_else(|| found.name("fy"))?;
                FiscalYear(parse_digits(western.as_str())?)
            };
            Some((range, year))
        })
        .collect()
}

fn parse_digits(text: &str) -> Option<i32> {
    crate::text::fold(text).parse().ok()
}

fn parse_kanji(text: &str) -> Option<i32> {
    numeral_value(text).and_then(|number| i32::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_in_kanji_are_years() {
        let years = |text| find_years(text).into_iter().map(|(_, year)| year.0).collect::<Vec<_>>();
        assert_eq!(years("令和六年度と平成三十一年、二〇二五年"), [2024, 2019, 2025]);
        assert_eq!(years("令和の三年間、十年後、一二三四年"), [0; 0]);
    }

    #[test]
    fn a_year_is_read_as_it_is_written() {
        for year in (1900..2100).map(FiscalYear) {
            assert_eq!(FiscalYear::parse(&year.to_string()), Some(year));
        }
    }
}
