//! Passages with amounts → budgets with kind, year and note.

use std::sync::LazyLock;

use regex::Regex;

use super::markers::{
    AMOUNT_KINDS, DIFFERENCES, FUNDING, LIMITS, NO_BUDGETS, NOT_PRICES, PER, PRICE_NAMES, PRICES,
    PRIOR, SOURCES,
};
use super::{amount, pattern};
use crate::model::{Budget, FiscalYear};
use crate::text::{find_years, fold, squeeze};

/// The word for an amount that the document gives no word for.
pub(super) const PLAIN: &str = "予算額";

/// What stands above amounts and holds for those that say nothing else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Above {
    pub(super) year: Option<FiscalYear>,
    /// The year that those without an era are near: 6年度.
    pub(super) near: Option<FiscalYear>,
    /// The word for an amount.
    pub(super) kind: &'static str,
    /// An amount in brackets is that of the year before: （　）内は前年度.
    pub(super) has_prior_in_brackets: bool,
}

impl Above {
    /// Nothing but a year.
    pub(super) fn of(year: Option<FiscalYear>) -> Self {
        Self { year, near: year, kind: PLAIN, has_prior_in_brackets: false }
    }
}

/// Reads the budgets of a passage such as `【予算額 2,738千円（2年度：1,678千円）】`.
///
/// Of amounts that stand side by side with no word for any, none is told.
pub(super) fn read(passage: &str, above: Above) -> Vec<Budget> {
    read_as(passage, above.kind, above)
}

/// Reads budgets that a label or header calls so.
fn read_as(passage: &str, kind: &str, above: Above) -> Vec<Budget> {
    let Above { year, near, .. } = above;
    let amounts = amount::find(passage);
    let is_long = passage.chars().take(MAX_QUOTE + 1).count() > MAX_QUOTE;
    let whole = if is_long { String::new() } else { squeeze(passage) };
    let mut budgets: Vec<Budget> = Vec::new();
    let (mut kind, mut from, mut is_first_told) = (kind.to_owned(), 0, true);
    for amount in amounts {
        let before = passage.get(from..amount.range.start).unwrap_or("");
        let is_first = from == 0;
        from = amount.range.end;
        let rest = passage.get(from..).unwrap_or("");
        let behind = rest.trim_start();
        let is_difference = amount.is_difference
            || DIFFERENCES.iter().any(|word| before.contains(word))
            || RISE_BEFORE.is_match(before)
            || behind.starts_with(['増', '減']) && !RISE_BEHIND.is_match(rest);
        // 2,500千円（うち国庫補助 1,000千円、一般財源 1,500千円）
        let said = before.trim_end_matches([' ', '　', ':', '：']);
        let is_share = SOURCES.iter().chain(&FUNDING).any(|word| {
            // Where no amount stands before, 市 may be the end of a name.
            said.strip_suffix(word)
                .is_some_and(|rest| !budgets.is_empty() || !rest.ends_with(char::is_alphabetic))
        });
        let says_nothing = !before.contains(char::is_alphabetic);
        let is_bracketed =
            before.trim_end().ends_with(['(', '（', '[', '［', '〔', '【', '<', '＜']);
        let is_prior_in_brackets = above.has_prior_in_brackets && is_bracketed && says_nothing;
        let is_beside = !is_first && says_nothing && !before.contains([')', '）', '】', ']', '〕']);
        // 9,800千円 ← 7,600千円
        let is_arrow = says_nothing && !is_first && before.contains(['←', '⇐', '⇦']);
        let is_prior_in_brackets = is_prior_in_brackets || is_arrow;
        let is_other = is_beside && !is_prior_in_brackets
            || !budgets.is_empty()
                && (said.ends_with('計') || !is_prior_in_brackets && !is_called(before, near));
        let is_none = NO_BUDGETS.iter().any(|word| before.contains(word))
            || YEARS.is_match(before)
            || behind.split('円').next().is_some_and(|behind| behind.contains("前倒し"));
        if is_difference || is_share || is_none || is_price(before, behind) {
            continue;
        }
        if is_other {
            // Of two side by side, neither is told from the other.
            if is_beside && !is_bracketed && !is_first_told {
                budgets.clear();
            }
            continue;
        }
        if is_first {
            is_first_told = year_in(before, near).is_some();
        }
        if let Some(word) = kind_in(before).or_else(|| stage_in(before)) {
            word.clone_into(&mut kind);
        }
        let mut note = String::new();
        let is_prior = is_prior_in_brackets || PRIOR.iter().any(|word| before.contains(word));
        let own = year_in(before, near);
        let own = if own.is_none() && is_prior {
            if year.is_none() {
                Budget::BEFORE.clone_into(&mut note);
            }
            year.map(FiscalYear::previous)
        } else {
            own.or(year)
        };
        if before.contains("別途") {
            Budget::SEPARATE.clone_into(&mut note);
        } else if before.contains("うち") || before.contains("内訳") || behind.starts_with("を含")
        {
            Budget::PART.clone_into(&mut note);
        }
        budgets.push(Budget {
            kind: kind.clone(),
            fiscal_year: own,
            amount_yen: amount.yen,
            text: if is_long { quote(passage, before, &amount.range) } else { whole.clone() },
            note,
        });
    }
    // 4億円（R6補正3億円＋R7当初1億円）: a sum over years is of none.
    if let Some((first, parts)) = budgets.split_first()
        && parts.iter().any(|part| part.fiscal_year != first.fiscal_year)
        && parts.len() > 1
        && parts.iter().map(|part| part.amount_yen).sum::<Option<i64>>() == first.amount_yen
    {
        budgets.remove(0);
    }
    budgets
}

/// The word over a rise that stands behind it, set off from the amount before: 4,500千円　増 500千円.
static RISE_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\s(（、，/／](?:増|減)\s*[:：]?\s*$"));
/// The same, seen from the amount before: what is glued to that, 500千円増, is said of it.
static RISE_BEHIND: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:\s*増減額?|\s+(?:増|減)額?)\s*[:：]?\s*[△▲＋+]?\s?[0-9０-９]"));

/// Does a passage hold amounts at all, told or not, beside prices and limits?
pub(super) fn has_amounts(passage: &str) -> bool {
    amount::find(passage).iter().any(|amount| {
        let before = passage.get(..amount.range.start).unwrap_or_default();
        let behind = passage.get(amount.range.end..).unwrap_or_default();
        !amount.is_difference && !is_price(before, behind.trim_start())
    })
}

/// Several years: 令和6～8年度, 令和7年度から令和9年度まで.
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[0-9０-９元]\s*(?:年度?)?\s*(?:[～〜~－–\-]|から)\s*(?:令和|平成|[RHＲＨ])?\s*[0-9０-９]{1,2}\s*年度",
    )
});

/// Does a text name a run of years?
pub(super) fn names_years(text: &str) -> bool {
    YEARS.is_match(text)
}

/// Is a name that of amounts that are no budgets of a year: 寄附, 債務負担行為?
pub(super) fn is_no_budget(name: &str) -> bool {
    NO_BUDGETS.iter().any(|word| name.ends_with(word))
}

/// Is a name that of a price, a grant or a limit: 入場料, 補助上限額, 参加費 無料, 使用料 1時間?
pub(super) fn is_price_name(name: &str) -> bool {
    // 助成額（上限）
    let name = name.split(['(', '（']).next().unwrap_or(name).trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    ends(&PRICE_NAMES) && !ends(&NOT_PRICES)
        || name
            .split([' ', '　'])
            .skip(1)
            .any(|word| matches!(fold(word).as_str(), "無料" | "1時間"))
}

/// Does a text between two amounts call the second one a budget: a year, a word? What it calls something else is that: 事務費,
/// 参加者負担金.
fn is_called(between: &str, year: Option<FiscalYear>) -> bool {
    const WORDS: [&str; 9] =
        ["うち", "内訳", "別途", "から", "当初", "補正", "今年度", "本年度", "当年度"];
    let is_word = |word: &&str| between.contains(*word);
    kind_in(between).is_some()
        || PRIOR.iter().chain(&WORDS).any(is_word)
        || year_in(between, year).is_some()
}

/// Is an amount between these two a price or a limit and no budget? `behind` begins without blanks.
pub(super) fn is_price(before: &str, behind: &str) -> bool {
    let before: String =
        before.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let before = fold(&before);
    let before = before.trim_end_matches([' ', ':', '(', '約', '、']);
    // 500円／枚, 50万円×19地域
    let is_per = behind.strip_prefix(['／', '/']).is_some_and(|unit| unit.starts_with(PER));
    PRICES.iter().any(|word| before.ends_with(word))
        || LIMITS.iter().any(|word| behind.starts_with(word))
        || behind.starts_with(['×', '✕'])
        || is_per
}

/// Passages longer than this are quoted around each amount only.
const MAX_QUOTE: usize = 300;

fn quote(passage: &str, before: &str, range: &std::ops::Range<usize>) -> String {
    let mut words: Vec<char> = before.chars().rev().take(40).collect();
    words.reverse();
    let words: String = words.into_iter().collect();
    squeeze(&format!("{words}{}", passage.get(range.clone()).unwrap_or("")))
}

/// Builds the budget of a cell or a value behind a label.
pub(super) fn of_cell(
    value: &str,
    kind: &str,
    own: Option<FiscalYear>,
    is_prior: bool,
    unit: Option<i64>,
    above: Above,
) -> Result<Vec<Budget>, NoUnit> {
    let year = above.year;
    let default = if is_prior { year.map(FiscalYear::previous) } else { year };
    let at = own.or(default);
    let note = if is_prior && at.is_none() { Budget::BEFORE } else { "" };
    if let Some(bare) = amount::bare(value) {
        let amount_yen = match (bare, unit) {
            (amount::Bare::Dash, _) => None,
            (number, Some(unit)) => number.yen(unit),
            (amount::Bare::Number(0.0), None) => Some(0),
            (amount::Bare::Number(_), None) => return Err(NoUnit),
        };
        return Ok(vec![Budget {
            kind: kind.to_owned(),
            fiscal_year: at,
            amount_yen,
            text: value.trim().to_owned(),
            note: note.to_owned(),
        }]);
    }
    if let Some((own, prior)) = pair(value) {
        let mut budgets = of_cell(&own, kind, at, is_prior, unit, above)?;
        if prior.0.is_empty() && !above.has_prior_in_brackets {
            return Ok(budgets);
        }
        let prior_year = year_in(&prior.0, at.or(above.near)).or(at.map(FiscalYear::previous));
        budgets.extend(of_cell(&prior.1, kind, prior_year, true, unit, above)?);
        return Ok(budgets);
    }
    let mut budgets = read_as(value, kind, Above { year: at, near: at.or(above.near), ..above });
    for budget in &mut budgets {
        if budget.note.is_empty() {
            note.clone_into(&mut budget.note);
        }
    }
    Ok(budgets)
}

/// Reads `50,000 (前年度 45,000)`: a number, and in brackets a year, empty where it is not said, with its number.
pub(super) fn pair(value: &str) -> Option<(String, (String, String))> {
    static PAIR: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<own>[0-9０-９][0-9０-９,，.．]*|[-－―])\s*[(（]\s*(?P<year>前年度?|昨年度|(?:令和|平成)?[0-9０-９元]{1,4}年度|)(?:当初|予算額|予算)*\s*[:：]?\s*(?P<prior>[0-9０-９][0-9０-９,，.．]*|[-－―])\s*[)）]$",
        )
    });
    let found = PAIR.captures(value.trim())?;
    let part = |name: &str| found.name(name).map(|part| part.as_str().to_owned());
    Some((part("own")?, (part("year")?, part("prior")?)))
}

/// The year and word that a heading gives for the amounts below it: 令和4年度の決算額, 主な事業（5年度予算額）.
pub(super) fn stated(
    heading: &str,
    near: Option<FiscalYear>,
) -> Option<(FiscalYear, &'static str)> {
    let at_end = |word: &&str| heading.trim_end_matches([')', '）', '】', '〕']).ends_with(word);
    match kind_in(heading).filter(at_end) {
        Some(word) if word.starts_with("決算") => Some((year_in(heading, near)?, word)),
        Some(_) => Some((year_in(heading, near)?, PLAIN)),
        None => Some((year_of_all_below(heading)?, PLAIN)),
    }
}

/// The year of a heading over what was or is done in it and nothing else: 令和5年度の主な事業, 令和5年度の振り返り. A measure
/// may be called by a year as well: 令和7年度国勢調査, 令和4年度決算審査への対応.
fn year_of_all_below(heading: &str) -> Option<FiscalYear> {
    static DONE: LazyLock<Regex> = LazyLock::new(|| {
        const WHAT: &str = "取組|取り組み|事業|施策|実績|成果|評価|結果|振り?返り|ふりかえり|(?:[0-9０-９]{1,2}月)?(?:補正|当初)?予算案?|決算";
        pattern(&format!(
            "^度?の?(?:主な|主要な?|重点|新規)?(?:{WHAT})(?:の?(?:{WHAT}|概要|一覧|状況|内訳|項目))*(?:[(（【〔].*)?$"
        ))
    });
    let years = find_years(heading);
    let [(range, year)] = years.as_slice() else { return None };
    let is_first = !heading.get(..range.start)?.contains(char::is_alphabetic);
    (is_first && DONE.is_match(heading.get(range.end..)?.trim())).then_some(*year)
}

/// Does a note say that amounts in brackets are those of the year before: ※（　）内は前年度予算額?
pub(super) fn tells_prior_in_brackets(note: &str, near: Option<FiscalYear>) -> bool {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:[(（\[［〔]\s*[)）\]］〕]|括弧|カッコ|かっこ)\s*(?:内|書き)?(?:の(?:数値|数字|金額|額))?は、?\s*(?P<year>[^。、)）]*)",
        )
    });
    let Some(said) = NOTE.captures(note).and_then(|found| found.name("year")) else {
        return false;
    };
    let is_prior = PRIOR.iter().any(|word| said.as_str().starts_with(word));
    let own = year_in(said.as_str(), near);
    is_prior || own.is_some() && own == near.map(FiscalYear::previous)
}

/// A bare number without a unit anywhere: no amount can be said.
#[derive(Clone, Copy, Debug)]
pub(super) struct NoUnit;

/// The last word for a kind of amount in a text.
pub(super) fn kind_in(text: &str) -> Option<&'static str> {
    let found = AMOUNT_KINDS
        .iter()
        .filter_map(|word| Some((text.rfind(word)? + word.len(), word.len(), *word)));
    found.max().map(|(_, _, word)| word)
}

/// The kind of amount that a stage of the budget has: 令和6年度補正, 2月補正, 当初.
pub(super) fn stage_in(text: &str) -> Option<&'static str> {
    let stages = [("補正", "補正予算額"), ("当初", PLAIN), ("最終", PLAIN)];
    stages.into_iter().find(|(word, _)| text.contains(word)).map(|(_, kind)| kind)
}

/// The year that a text names, a bare one (`2年度`) read as near the document's.
pub(super) fn year_in(text: &str, near: Option<FiscalYear>) -> Option<FiscalYear> {
    static BARE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:^|[^0-9０-９,，.])(?P<n>[0-9０-９]{1,2}|元)(?:年度|(?:当初)?(?:予算|決算|算定)(?:見込)?額?)",
        )
    });
    if let Some((_, year)) = find_years(text).last() {
        return Some(*year);
    }
    // Forms shorten it: R5予算額, H30決算額.
    static SHORT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|[^A-Za-z])(?P<era>[RHＲＨ])\s?(?P<n>[0-9０-９]{1,2})"));
    if let Some(found) = SHORT.captures(text) {
        let name =
            if matches!(found.name("era")?.as_str(), "R" | "Ｒ") { "令和" } else { "平成" };
        return find_years(&format!("{name}{}年度", found.name("n")?.as_str()))
            .first()
            .map(|(_, year)| *year);
    }
    let number = BARE.captures_iter(text).last()?.name("n")?.as_str().to_owned();
    let number = if number == "元" { 1 } else { crate::text::fold(&number).parse().ok()? };
    FiscalYear::of_bare(number, near?)
}

/// Is a text nothing but an amount with its brackets and label?
pub(super) fn is_alone(text: &str) -> bool {
    static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[【\[(（〔<＜《≪［]\s*[^。】]{0,60}[】\])）〕>＞》≫］]+(?:\s*[【\[(（〔［][^。】]{0,60}[】\])）〕］]+)*$",
        )
    });
    static LISTED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            // A year, a word or both, then the amount.
            r"^(?:(?:予算額|事業費)\s*[:：]?\s*)?(?:(?:[(（]?(?:(?:令和|平成|[RHＲＨ])?\s?[0-9０-９元]{1,4}年度|[RHＲＨ]\s?[0-9０-９]{1,2}|[本今前昨翌次]年度)[)）]?\s?の?(?:当初|最終|現計|(?:[0-9０-９]{1,2}月)?補正後?|年割)?(?:予算現?額|決算額|決算見込額|算定見込額|予算|決算|額)?",
            r"|(?:[RHＲＨ]?\s?[0-9０-９元]{1,2})?(?:当初|最終|現計|(?:[0-9０-９]{1,2}月)?補正後?)?(?:予算現?額|補正予算額|決算額|決算見込額|算定見込額|予算|補正額)|合?計|比較|増減額?|差引)\s*[:：]?\s*",
            r"(?:[△▲＋+]?\s?[0-9０-９][0-9０-９,，.．]*(?:\s?[億万千百]+[0-9０-９,，.．]*)*\s?円|[-－―]\s?(?:千円|百万円|万円|億円|円)?)[\s、,／/]*)+$",
        ))
    });
    let text = text.trim();
    // What is said of it in brackets may follow: 6年度 8,500千円（うち協賛金 1,000千円）.
    let main = text.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（']));
    let is_listed = |text: &str| LISTED.is_match(text);
    if text.chars().take(161).count() <= 160
        && (is_listed(text) || main.is_some_and(|(main, _)| is_listed(main)))
    {
        return true;
    }
    let first = text
        .split_inclusive(['】', ']', ')', '）', '〕', '＞', '》', '≫', '］'])
        .next()
        .unwrap_or("");
    text.chars().take(161).count() <= 160
        && SENTENCE.is_match(text)
        && !amount::find(first).is_empty()
}
