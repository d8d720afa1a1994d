//! Values in words: amounts, years, dates, the documents' own terms.

use super::{Locale, Value};
use crate::answer::Direction;
use crate::model::{FiscalYear, Lines};
use crate::question::{Intent, Language, Slot};

const THOUSAND: i64 = 1_000;
const MAN: i64 = 10_000;
const OKU: i64 = 100_000_000;

impl Locale {
    /// Returns an amount: in the documents' unit where it is a whole number of thousands, as it can be looked up there,
    /// and beside it in the reader's; for the ear in the units of speech.
    pub fn yen(&self, yen: i64) -> String {
        if self.is_spoken() {
            return self.spoken_yen(yen);
        }
        let thousands = (yen != 0 && yen % THOUSAND == 0).then(|| grouped(yen / THOUSAND));
        let own = self.own_yen(yen);
        match (self.language(), thousands) {
            (_, None) => own,
            (Language::Japanese, Some(thousands)) => format!("{thousands}千円"),
            (Language::EasyJapanese, Some(thousands)) => {
                format!("{thousands}千円（{}円）", myriads(yen))
            }
            (Language::English, Some(thousands)) => format!("{own} ({thousands}千円)"),
            (Language::SimplifiedChinese | Language::TraditionalChinese, Some(thousands)) => {
                format!("{thousands}千円（{own}）")
            }
            (Language::Korean, Some(thousands)) => format!("{thousands}千円({own})"),
        }
    }

    /// Returns an amount in full, in the reader's own words.
    fn own_yen(&self, yen: i64) -> String {
        let full = grouped(yen);
        match self.language() {
            Language::Japanese | Language::EasyJapanese => format!("{full}円"),
            Language::English => match full.strip_prefix('-') {
                Some(full) => format!("-¥{full}"),
                None => format!("¥{full}"),
            },
            Language::SimplifiedChinese => format!("{full}日元"),
            Language::TraditionalChinese => format!("{full}日圓"),
            Language::Korean => format!("{full}엔"),
        }
    }

    fn spoken_yen(&self, yen: i64) -> String {
        match self.language() {
            Language::Japanese | Language::EasyJapanese => format!("{}円", myriads(yen)),
            Language::English => format!("{} yen", grouped(yen)),
            Language::SimplifiedChinese => {
                format!("{}日元", myriads(yen).replace('億', "亿"))
            }
            Language::TraditionalChinese => format!("{}日圓", myriads(yen).replace('万', "萬")),
            Language::Korean => {
                let amount = myriads(yen).replace('億', "억 ").replace('万', "만 ");
                format!("{}엔", amount.replace('千', "천 "))
            }
        }
    }

    /// Returns a difference between amounts, always with its sign; for the ear in words.
    pub fn change(&self, yen: i64) -> String {
        if self.is_spoken() {
            let id = if yen < 0 { "spoken-down" } else { "spoken-up" };
            return self.text(id, &[("value", self.yen(yen.abs()).into())]);
        }
        // A difference is printed nowhere: nobody looks it up in the documents' unit.
        let is_japanese = matches!(self.language(), Language::Japanese | Language::EasyJapanese);
        let amount = if is_japanese { self.yen(yen) } else { self.own_yen(yen) };
        if yen > 0 { format!("+{amount}") } else { amount }
    }

    /// Returns a rate of change with its sign and one decimal; for the ear in words.
    pub fn percent(&self, percent: f64) -> String {
        if self.is_spoken() {
            let number = format!("{:.1}", percent.abs());
            let value = self.text("spoken-percent", &[("number", number.into())]);
            let id = if percent < 0.0 { "spoken-down" } else { "spoken-up" };
            return self.text(id, &[("value", value.into())]);
        }
        let rounded = format!("{percent:+.1}");
        match rounded.as_str() {
            "+0.0" | "-0.0" => "0.0%".to_owned(),
            _ => format!("{rounded}%"),
        }
    }

    /// Returns a fiscal year.
    pub fn year(&self, year: FiscalYear) -> String {
        let western = year.0;
        match self.language() {
            Language::Japanese => year.to_string(),
            Language::EasyJapanese => format!("{year}（{western}年度）"),
            Language::English => format!("FY{western} ({year})"),
            Language::SimplifiedChinese | Language::TraditionalChinese => {
                format!("{western}年度（{year}）")
            }
            Language::Korean => format!("{western}년도({year})"),
        }
    }

    /// Returns an ISO date, a month or a year in words; anything else as it is.
    pub fn date(&self, iso: &str) -> String {
        let parts: Option<Vec<u32>> = iso.split('-').map(|part| part.parse().ok()).collect();
        let value = |number: u32| Value::from(number);
        match parts.as_deref() {
            Some(&[year, month, day]) => self.text(
                "date-day",
                &[
                    ("year", year.to_string().into()),
                    ("month", value(month)),
                    ("day", day.to_string().into()),
                ],
            ),
            Some(&[year, month]) => self
                .text("date-month", &[("year", year.to_string().into()), ("month", value(month))]),
            Some(&[year]) => self.text("date-year", &[("year", year.to_string().into())]),
            _ => iso.to_owned(),
        }
    }

    /// Returns the place of a passage, e.g. `37-39行`.
    pub fn lines(&self, lines: Lines) -> String {
        self.line_list(&[lines])
    }

    /// Returns the places of several passages of one file.
    pub fn line_list(&self, places: &[Lines]) -> String {
        let count: u32 = places.iter().map(|lines| lines.1.saturating_sub(lines.0) + 1).sum();
        let place = |lines: &Lines| match lines {
            Lines(first, last) if self.is_spoken() && first != last => {
                let args = [("first", first.to_string().into()), ("last", last.to_string().into())];
                self.text("spoken-range", &args)
            }
            lines => lines.to_string(),
        };
        let places: Vec<String> = places.iter().map(place).collect();
        self.text("lines", &[("lines", self.list(&places).into()), ("count", count.into())])
    }

    /// Returns a document's word for an amount, explained where the language is not that of the documents.
    pub fn budget_kind(&self, kind: &str) -> String {
        let id = if kind.contains("見込") {
            "kind-estimate"
        } else if kind.contains("決算") {
            "kind-settlement"
        } else if kind.contains("予算") {
            "kind-budget"
        } else {
            return kind.to_owned();
        };
        self.text(id, &[("kind", kind.into())])
    }

    /// Returns a document's mark of how far it has come (案, 素案) in words.
    pub fn status(&self, status: &str) -> String {
        match status {
            "案" => self.say("status-draft"),
            "素案" => self.say("status-early-draft"),
            "原案" => self.say("status-original-draft"),
            other => other.to_owned(),
        }
    }

    /// Returns the name of a detail.
    pub fn slot(&self, slot: Slot) -> String {
        self.say(match slot {
            Slot::Budget => "slot-budget",
            Slot::Contact => "slot-contact",
            Slot::Time => "slot-time",
            Slot::Place => "slot-place",
            Slot::Documents => "slot-documents",
            Slot::Procedure => "slot-procedure",
            Slot::Eligibility => "slot-eligibility",
            Slot::Price => "slot-price",
            Slot::Results => "slot-results",
            Slot::Target => "slot-target",
            Slot::Changes => "slot-changes",
            Slot::List => "slot-list",
        })
    }

    /// Returns the name of what is wanted.
    pub fn intent(&self, intent: Intent) -> String {
        self.say(match intent {
            Intent::Budget => "intent-budget",
            Intent::Compare => "intent-compare",
            Intent::Contact => "intent-contact",
            Intent::Results => "intent-results",
            Intent::Target => "intent-target",
            Intent::Changes => "intent-changes",
            Intent::Ranking => "intent-ranking",
            Intent::Total => "intent-total",
            Intent::Versus => "intent-versus",
        })
    }

    /// Returns the heading of a ranking.
    pub fn direction(&self, direction: Direction) -> String {
        self.say(direction.sentence())
    }

    /// Puts parts of a sentence beside each other.
    pub fn list<S: AsRef<str>>(&self, parts: &[S]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(&self.say("list-separator"))
    }

    /// Puts headings behind each other, outermost first.
    pub fn path<S: AsRef<str>>(&self, parts: &[S]) -> String {
        if self.is_spoken() {
            return self.list(parts);
        }
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(" > ")
    }
}

/// Groups digits by three.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    if number < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns a number in the units of speech: 3,172万7千.
fn myriads(yen: i64) -> String {
    let sign = if yen < 0 { "-" } else { "" };
    let yen = yen.abs();
    let (oku, man, rest) = (yen / OKU, yen % OKU / MAN, yen % MAN);
    let mut text = String::from(sign);
    if oku > 0 {
        text.push_str(&format!("{}億", grouped(oku)));
    }
    if man > 0 {
        text.push_str(&format!("{}万", grouped(man)));
    }
    if rest > 0 && rest % THOUSAND == 0 {
        text.push_str(&format!("{}千", rest / THOUSAND));
    } else if rest > 0 {
        text.push_str(&grouped(rest));
    }
    if yen == 0 {
        text.push('0');
    }
    text
}
