//! Amounts of money in words: with unit, kind and year, and the change from the year before.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::answer::{BudgetFacts, BudgetLine, Ranked};
use crate::locale::grouped;
use crate::model::{Budget, FiscalYear};
use crate::question::Language;

use super::super::limits::{self, FIELD_VALUE};
use super::super::say::Voice;
use super::escape;

/// Columns that a phone shows of a code block without breaking the line.
pub const PHONE_COLUMNS: usize = 34;

fn is_japanese(voice: Voice) -> bool {
    matches!(voice.language, Language::Japanese | Language::EasyJapanese)
}

/// Writes a fiscal year: 令和3年度, and for all but Japanese readers the western year beside it.
pub fn year_name(voice: Voice, year: FiscalYear) -> String {
    if voice.language == Language::Japanese {
        year.to_string()
    } else if voice.language == Language::EasyJapanese {
        voice.locale().year(year)
    } else {
        voice.say(
            "year",
            &[("western", year.0.to_string().into()), ("era", year.to_string().into())],
        )
    }
}

/// Writes an amount as the documents do, in thousands of yen where it is whole thousands; `-` is "no amount given".
pub fn amount(voice: Voice, yen: Option<i64>) -> String {
    match yen {
        None => voice.plain("no-amount"),
        Some(yen) if voice.language == Language::EasyJapanese => voice.locale().yen(yen),
        Some(yen) => money(voice, yen, ""),
    }
}

fn money(voice: Voice, yen: i64, sign: &str) -> String {
    let (number, unit) = if yen % 1000 == 0 && yen != 0 && is_japanese(voice) {
        (yen / 1000, "thousand-yen")
    } else {
        (yen, "yen")
    };
    let sign = if number < 0 { "-" } else { sign };
    // Before the currency's mark too, where that stands before the number.
    format!("{sign}{}", voice.say(unit, &[("number", grouped(number.abs()).into())]))
}

/// Writes the change from the year before: `▲ +1,060千円（+63.2%）`; none where either amount is missing.
pub fn change(voice: Voice, line: &BudgetLine) -> Option<String> {
    let yen = line.change_yen()?;
    let mark = match yen {
        0 => return Some(voice.plain("change-none")),
        1.. => "▲",
        _ => "▼",
    };
    let percent = line.change_percent().map_or_else(String::new, |p| format!("{p:+.1}%"));
    let yen = money(voice, yen, "+");
    Some(
        voice.say(
            "change",
            &[("mark", mark.into()), ("yen", yen.into()), ("percent", percent.into())],
        ),
    )
}

fn labelled(voice: Voice, budget: &Budget) -> String {
    let year = match budget.fiscal_year {
        Some(year) => year_name(voice, year),
        None if budget.note == Budget::BEFORE => budget.note.clone(),
        None => String::new(),
    };
    let label = format!("{year} {}", budget.kind);
    let amount = amount(voice, budget.amount_yen);
    voice.say(
        "amount-labelled",
        &[("amount", amount.into()), ("label", escape(label.trim()).into())],
    )
}

/// Writes one budget line: the amount, the year before, the change, and what stands apart.
pub fn lines_of(voice: Voice, line: &BudgetLine) -> Vec<String> {
    let mut lines = vec![format!("**{}**", labelled(voice, &line.budget))];
    if let Some(previous) = &line.previous {
        let change = change(voice, line).map_or_else(String::new, |change| format!(" → {change}"));
        lines.push(format!("{}{change}", labelled(voice, previous)));
    }
    let note = line.budget.note.as_str();
    match note {
        "" => {}
        Budget::SEPARATE => lines.push(voice.say("budget-apart", &[("note", note.into())])),
        Budget::PART => lines.push(voice.say("budget-part", &[("note", note.into())])),
        other => lines.push(escape(other)),
    }
    lines
}

/// Writes what is known of a measure's money as a field; where it comes from another line, that is said.
pub fn field(voice: Voice, facts: &BudgetFacts) -> String {
    let mut rows: Vec<String> =
        facts.lines.iter().map(|line| lines_of(voice, line).join("\n")).collect();
    if let Some(cover) = &facts.covered_by {
        let title = limits::fit(&cover.title, 120);
        rows.insert(0, voice.say("budget-covered", &[("title", escape(&title).into())]));
    }
    limits::fit_rows(&rows, FIELD_VALUE, |n| voice.say("more-rows", &[("n", n.into())]))
}

/// Writes budgets as a table that a phone shows without breaking lines: two rows each, in a code block, numbered from
/// `first`.
pub fn table(voice: Voice, items: &[Ranked], first: usize, uniform: bool) -> Vec<String> {
    items.iter().zip(first..).map(|(item, rank)| two_rows(voice, rank, item, uniform)).collect()
}

fn two_rows(voice: Voice, rank: usize, item: &Ranked, uniform: bool) -> String {
    let title =
        if item.measure.title.is_empty() { &item.measure.body } else { &item.measure.title };
    let title = super::clean(title).replace(['\n', '`'], " ");
    let head = format!("{rank:>2} {}", fit_columns(&title, PHONE_COLUMNS - 3));
    let budget = &item.line.budget;
    let amount = budget.amount_yen.map_or_else(|| "-".to_owned(), |yen| money(voice, yen, ""));
    let change = match item.line.change_yen() {
        Some(0) => " ±0".to_owned(),
        Some(yen) => {
            let mark = if yen > 0 { "▲" } else { "▼" };
            let percent =
                item.line.change_percent().map_or_else(String::new, |p| format!(" {p:+.1}%"));
            format!(" {mark}{}{percent}", grouped(yen.abs() / unit_of(voice, yen)))
        }
        None => String::new(),
    };
    let label = if uniform {
        String::new()
    } else {
        let year = budget.fiscal_year.map_or_else(String::new, |year| year.to_string());
        format!("\n   {}", fit_columns(&format!("{year} {}", budget.kind), PHONE_COLUMNS - 3))
    };
    format!("{head}\n   {amount}{change}{label}")
}

fn unit_of(voice: Voice, yen: i64) -> i64 {
    if is_japanese(voice) && yen % 1000 == 0 { 1000 } else { 1 }
}

/// Cuts a text to a number of columns, in which a kanji takes two.
fn fit_columns(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    for grapheme in text.graphemes(true) {
        if cut.width() + grapheme.width() + 2 > columns {
            break;
        }
        cut.push_str(grapheme);
    }
    cut.push('…');
    cut
}
