//! What stands behind a title on its line: amounts, counts, marks of novelty, departments, pages.

use std::sync::LazyLock;

use regex::Regex;

use super::budget::{self, Above};
use super::heading::{self, Class, Heading, is_bare};
use super::markers::{DIFFERENCES, FUNDING, NO_BUDGETS, NOVELTY, OFFICE_ENDS};
use super::{amount, contact, pattern};
use crate::text::squeeze;

/// 1億2,300万円.
const AMOUNT: &str =
    r"[0-9０-９][0-9０-９,，.．]*(?:, [0-9]{3})?(?:\s*[兆億万千百]+\s*[0-9０-９,，]*)*\s*円";
/// 令和6～8年度, 令和5年度, R5, 5年度, 前年度.
const YEAR: &str = r"(?:(?:(?:令和|平成)?\s?[0-9０-９元]{1,2}(?:年度?)?\s*(?:[～〜~－–-]|から)\s*)(?:令和|平成)?\s?[0-9０-９]{1,2}年度(?:まで)?|(?:令和|平成)?\s?(?:[0-9０-９]{1,2}|元)年度|[RHＲＨ]\s?[0-9０-９]{1,2}(?:年度)?|[本今当翌次]年度|前年度?|昨年度)";
/// The words before an amount.
const WORD: &str = r"(?:[国県都府]の)?(?:予算総額|総予算|総額|当初予算案?額?|予算案?額?|総事業費|事業費|(?:[0-9０-９]{1,2}月)?補正(?:予算)?額?|決算(?:見込)?額?|当初|最終|現計|計|別途|債務負担行為|うち[^\s0-9０-９]{0,12})";
/// P.12, ……12, 12ページ.
const PAGE: &str = r"(?:[PpＰ][.．]?\s*[0-9]{1,3}|[.…・]{3,}\s*[0-9]{1,3}|[0-9]{1,3}\s*ページ)";

/// What may stand behind a title, each cut off with the pattern's `group`.
fn parts() -> &'static [Regex; 9] {
    static PARTS: LazyLock<[Regex; 9]> = LazyLock::new(|| {
        [
            // Anything in brackets.
            r"^(?P<head>.+?)\s*(?P<group>[(（\[［【〔〈<＜《][^()（）\[\]［］【】〔〕〈〉<>＜＞《》]{1,80}[)）\]］】〕〉>＞》]|[【\[［〔《][^【】\[\]［］〔〕《》]{1,100}[】\]］〕》])$".to_owned(),
            // The office behind an amount: 8,000千円　みどり課.
            format!(r"^(?P<head>.*円[)）\]］】〕]?)[\s／/]+(?P<group>[^\s0-9０-９円]{{1,20}}(?:{})(?:\s*(?:☎|℡|電話|TEL)?\s*[0-9０-９][-‐－0-9０-９]{{6,13}})?)$", OFFICE_ENDS.join("|")),
            // An amount with its year or word, set off from what stands before.
            format!(r"^(?P<head>.*?[^\s:：])(?:\s+|…+|・{{2,}}|\.{{3,}}|\s*[:：/／=＝、→⇒➡]\s*)(?P<group>(?:{YEAR}\s*の?)?\s*{WORD}?\s*[:：]?\s*{AMOUNT})$"),
            // One behind its year in brackets, behind its word, or behind a bracket.
            format!(r"^(?P<head>.*?\S)\s*(?P<group>[(（\[［【〔]{YEAR}(?:の?{WORD})?[)）\]］】〕]\s*{AMOUNT})$"),
            format!(r"^(?P<head>.*?\S)\s*(?P<group>(?:総額|予算額|事業費|予算)\s*[:：]?\s*{AMOUNT})$"),
            format!(r"^(?P<head>.*?[)）\]］】〕〉》])(?P<group>{AMOUNT})$"),
            // A change that its word names: 増減 △500千円.
            format!(r"^(?P<head>.*円[)）\]］】〕]?)[\s、，/／]+(?P<group>(?:増減額?|差引|比較|増|減)\s*[:：]?\s*[△▲＋+]?\s?{AMOUNT})$"),
            // A mark of novelty or of a note behind an amount: 300万円　新規, 300万円 ※1.
            format!(r"^(?P<head>.*円[)）\]］】〕]?)(?:\s+(?P<group>{})|\s*(?P<note>[※*＊][^円。]{{0,40}}))$", NOVELTY.join("|")),
            // A page.
            format!(r"^(?P<head>.*?\S)\s*(?P<group>{PAGE})$"),
        ]
        .map(|regex| pattern(&regex))
    });
    &PARTS
}

/// Cuts a title from what stands behind it: (title, amounts and counts, department).
pub(super) fn split_tail(text: &str) -> (String, String, String) {
    // The word or year over the amounts that were cut behind it.
    static OVER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^(?P<head>.*[ぁ-んァ-ヶ一-龥].*?\S?)[\s:：]+(?P<group>(?:{YEAR}の?)?{WORD}?)$"
        ))
    });
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\s*(?P<group>[(（\[［【〔〈<＜《★☆]?(?:(?:新規・拡充|一部新規|一部拡充|新規拡充|新規|拡充|継続|充実|重点|臨時|新|拡|継|充|続)[)）\]］】〕〉>＞》★☆]|(?:新規|拡充|継続|充実|臨時)\s+))\s*(?P<head>\S.*)$",
        )
    });
    let cut = |regex: &Regex, title: &str| {
        let found = regex.captures(title)?;
        let group = found.name("group").or_else(|| found.name("note"))?;
        Some((found.name("head")?.as_str().to_owned(), group.as_str().to_owned()))
    };
    let mut title = squeeze(text);
    let (mut tail, mut department) = (String::new(), String::new());
    for _ in 0..6 {
        let Some((head, group)) = parts().iter().find_map(|regex| cut(regex, &title)) else {
            break;
        };
        let inner = group.trim_matches(|c: char| "()（）[]［］【】〔〕〈〉<>＜＞《》 ".contains(c));
        let is_office = contact::is_office(inner) || contact::names_office_and_phone(inner);
        if is_office && head.chars().count() > 3 {
            if !department.is_empty() {
                break;
            }
            inner.clone_into(&mut department);
        } else if is_remark(inner)
            || is_novelty(inner)
            || is_budget(&head, &group)
            // What is said in brackets of an amount: 3,450万円（1基あたり150万円）.
            || head.ends_with('円') && tail.is_empty()
        {
            // Amounts that stood apart stay so.
            if !tail.is_empty() && !tail.starts_with(['(', '（', '【', '[']) {
                tail.insert(0, ' ');
            }
            tail.insert_str(0, &group);
        } else {
            break;
        }
        title = head.trim_end_matches(['…', '‥', '・', '.', '．', ' ']).to_owned();
    }
    // Only the last of several amounts was cut: what they are is told by the whole of them.
    if !amount::find(&tail).is_empty()
        && let Some((name, group)) = from_first_amount(&title)
    {
        tail.insert_str(0, &format!("{group} "));
        title = name;
    }
    if !amount::find(&tail).is_empty()
        && let Some((head, group)) = cut(&OVER, &title)
    {
        tail.insert_str(0, &format!("{group} "));
        title = head;
    }
    while let Some((head, group)) = cut(&LEAD, &title) {
        tail.push_str(&group);
        title = head;
    }
    (title, tail, department)
}

/// Cuts a title before its first amount: 鑑賞教室 | 9,800千円 ←, 館 | 8,000万円 ほか人件費. One that a name goes on behind, as in
/// 10万円給付事業, is a part of it.
fn from_first_amount(title: &str) -> Option<(String, String)> {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"^(?P<head>.*?[^\s:：])(?:\s+|…+|\s*[:：/／=＝、]\s*|)(?P<group>(?:{YEAR}\s*の?)?\s*{WORD}?\s*[:：]?\s*{AMOUNT})(?P<behind>[\s※←→⇐⇒(（、,／/].*|(?:ほか|他).*)?$"
        ))
    });
    let found = FIRST.captures(title)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let (head, group) = (part("head"), part("group"));
    let name = head.trim_end_matches(['約', ' ']);
    is_budget(head, group).then(|| (name.to_owned(), format!("{group}{}", part("behind"))))
}

/// Reads an item or a line that ends in its amount as a heading: ・防犯カメラの設置補助（1,500万円）.
pub(super) fn item_with_amount(text: &str) -> Option<Heading> {
    if text.chars().take(101).count() > 100 || !text.contains('円') {
        return None;
    }
    let bullets = ['・', '•', '･', '◦', '‣', '-', '*', '－', '◎', '〇'];
    let title = text.trim_start_matches(bullets).trim();
    if heading::is_aside(title) {
        return None;
    }
    // About so much is no amount to be given, but the item is one.
    let about = amount::find(title).pop().filter(|it| it.range.end == title.len());
    let about = about.and_then(|it| title.get(..it.range.start)?.strip_suffix('約'));
    if let Some(name) = about.filter(|name| name.ends_with([' ', '　'])).map(str::trim) {
        return is_bare(name).then(|| Heading::new(Class::Sub, "", name, name));
    }
    let heading = Heading::new(Class::Sub, "", title, title);
    static NO_TITLE: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!(r"^[（(]?{YEAR}[）)]?\s?の?{WORD}?$")));
    let is_title = is_bare(&heading.name)
        && !is_section(&heading.name)
        && !NO_TITLE.is_match(&heading.name)
        && heading.name.chars().count() >= 3
        && amount::find(&heading.name).is_empty()
        && !heading.name.ends_with(['は', 'が', 'を', 'に'])
        && budget::kind_in(&heading.name)
            .is_none_or(|kind| !heading.name.ends_with(kind) || heading.name.chars().count() > 8);
    let is_part = heading.name.starts_with("うち")
        || ["あたり", "当たり"].iter().any(|word| heading.name.contains(word))
        || FUNDING.iter().any(|word| heading.name.ends_with(word))
        || heading::is_expense(&heading.name)
        || budget::is_no_budget(&heading.name)
        || budget::is_price_name(&heading.name);
    // An item with an amount that is no budget, or with amounts that are not told apart, is an item, and not a part of the one
    // above.
    let is_item = NO_BUDGETS.iter().any(|word| heading.tail.contains(word))
        || amount::find(&heading.tail).len() > 1
        || budget::names_years(&heading.tail)
        || !budget::read(&heading.tail, Above::of(None)).is_empty();
    (is_title && !is_part && is_item).then_some(heading)
}

/// Is it the name of an office by itself, which says whose an amount is and not what for: 総務課, 福祉係?
fn is_section(name: &str) -> bool {
    name.ends_with(['課', '係']) && !name.contains([' ', '　', '・']) && contact::is_office(name)
}

/// Amounts, or changes of them, and no prices or limits.
fn is_budget(head: &str, group: &str) -> bool {
    amount::find(group).first().is_some_and(|first| {
        let before = format!("{head} {}", group.get(..first.range.start).unwrap_or_default());
        let behind = group.get(first.range.end..).unwrap_or_default();
        !budget::is_price(&before, behind.trim_start())
    })
}

/// What is said of an amount or a title, and is neither: 前年度比 2.3%増, 100万円未満四捨五入, 再掲, 9事業, P.12.
fn is_remark(text: &str) -> bool {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(r"^(?:(?:全|計|ほか|他)?[0-9０-９]{{1,4}}(?:事業|件|項目|施策)|{PAGE})$"))
    });
    let is_change = || DIFFERENCES.iter().any(|word| text.contains(word));
    let is_rounding = || ["四捨五入", "切り捨て", "切捨て"].iter().any(|it| text.contains(it));
    text == "再掲"
        || text.starts_with("単位") && amount::unit(text).is_some()
        || text.starts_with(['※', '*', '＊'])
        || COUNT.is_match(text)
        || text.contains(char::is_numeric) && (is_rounding() || is_change())
}

pub(super) fn is_novelty(text: &str) -> bool {
    let text = text.trim_matches(|c: char| "【】[]［］()（）〈〉<>＜＞《》〔〕★☆・ 　".contains(c));
    NOVELTY.contains(&text)
}
