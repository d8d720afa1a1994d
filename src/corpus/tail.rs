//! What stands behind a title on its line: amounts, counts, marks of novelty, departments, pages.

use std::sync::LazyLock;

use regex::Regex;

use super::heading::{Class, Heading, is_bare};
use super::markers::{DIFFERENCES, NOVELTY};
use super::{amount, budget, contact, pattern};
use crate::text::squeeze;

/// Cuts a title from what stands behind it: (title, amounts and counts, department).
pub(super) fn split_tail(text: &str) -> (String, String, String) {
    static GROUP: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.+?)\s*(?P<group>[(（\[［【〔〈<＜《][^()（）\[\]［］【】〔〕〈〉<>＜＞《》]{1,80}[)）\]］】〕〉>＞》]|[【\[［〔《][^【】\[\]［］〔〕《》]{1,100}[】\]］〕》])$",
        )
    });
    // An amount with the year or the word for it, set off from what stands before.
    static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^(?P<head>.*?[^\s:：])(?:\s+|…+|・{2,}|\.{3,}|\s*[:：/／=＝、]\s*)",
            r"(?P<group>(?:(?:(?:令和|平成|[RHＲＨ])?\s?(?:[0-9０-９]{1,2}|元)年?度?|本年度|今年度|当年度|前年度?|昨年度)\s*の?)?\s*",
            r"(?:総額|予算総額|総予算|当初予算案?額?|予算案?額?|総事業費|事業費|補正予算額?|決算(?:見込)?額?|計|別途|うち[^\s0-9０-９]{0,12})?\s*[:：]?\s*",
            r"(?:[0-9０-９][0-9０-９,，.]*\s*(?:[兆億万千百]\s*[0-9０-９,，]*)*円))$",
        ))
    });
    static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*?\S)\s*(?P<group>(?:総額|予算額|事業費|予算)\s*[:：]?\s*(?:[0-9０-９][0-9０-９,，.]*\s*(?:[兆億万千百]\s*[0-9０-９,，]*)*円))$",
        )
    });
    static CLOSED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*?[)）\]］】〕〉》])(?P<group>[0-9０-９][0-9０-９,，.]*\s*(?:[兆億万千百]\s*[0-9０-９,，]*)*円)$",
        )
    });
    // The word for the amounts that were cut behind it.
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*[ぁ-んァ-ヶ一-龥].*?\S?)[\s:：]+(?P<group>(?:(?:令和|平成|[RHＲＨ])?(?:[0-9０-９]{1,2}|元)年度|[本今当]年度)?の?(?:予算総額|総予算|総額|当初予算額?|予算額?|総事業費|事業費|別途|債務負担行為)?)$",
        )
    });
    // The office behind the amount: 8,000千円　みどり課.
    static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*円[)）\]］】〕]?)[\s／/]+(?P<group>[^\s0-9０-９円]{1,20}(?:課|室|係|担当|センター|事務所|局|部|支所)(?:\s*(?:☎|℡|電話|TEL)?\s*[0-9０-９][-‐－0-9０-９]{6,13})?)$",
        )
    });
    static PAGE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?P<head>.*?\S)\s*(?P<group>(?:[PpＰ][.．]?\s*[0-9]{1,3}|[.…・]{3,}\s*[0-9]{1,3}|[0-9]{1,3}\s*ページ))$",
        )
    });
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\s*(?P<group>[(（\[［【〔〈<＜《★☆]?(?:(?:新規・拡充|一部新規|一部拡充|新規拡充|新規|拡充|継続|充実|重点|臨時|新|拡|継)[)）\]］】〕〉>＞》★☆]|(?:新規|拡充|継続|充実|臨時)\s+))\s*(?P<head>\S.*)$",
        )
    });
    let mut title = squeeze(text);
    let (mut tail, mut department) = (String::new(), String::new());
    for _ in 0..6 {
        let found =
            [&GROUP, &OFFICE, &PLAIN, &TOTAL, &CLOSED, &PAGE].into_iter().find_map(|regex| {
                let found = regex.captures(&title)?;
                Some((
                    found.name("head")?.as_str().to_owned(),
                    found.name("group")?.as_str().to_owned(),
                ))
            });
        let Some((head, group)) = found else { break };
        let inner = group.trim_matches(|c: char| "()（）[]［］【】〔〕〈〉<>＜＞《》 ".contains(c));
        if (contact::is_office(inner) || contact::names_office_and_phone(inner))
            && head.chars().count() > 3
        {
            if !department.is_empty() {
                break;
            }
            inner.clone_into(&mut department);
        } else if is_count(inner)
            || is_novelty(inner)
            || PAGE.is_match(&title)
            || is_remark(inner)
            || inner == "再掲"
            || is_budget(&head, &group)
        {
            // Amounts that stood apart stay so.
            let apart = if tail.is_empty() || tail.starts_with(['(', '（', '【', '[']) {
                ""
            } else {
                " "
            };
            tail.insert_str(0, &format!("{group}{apart}"));
        } else {
            break;
        }
        title = head.trim_end_matches(['…', '‥', '・', '.', '．', ' ']).to_owned();
    }
    if !amount::find(&tail).is_empty()
        && let Some(found) = WORD.captures(&title)
        && let (Some(head), Some(group)) = (found.name("head"), found.name("group"))
    {
        tail.insert_str(0, &format!("{} ", group.as_str()));
        title = head.as_str().to_owned();
    }
    while let Some((group, head)) = LEAD.captures(&title).and_then(|found| {
        Some((found.name("group")?.as_str().to_owned(), found.name("head")?.as_str().to_owned()))
    }) {
        tail.push_str(&group);
        title = head;
    }
    (title, tail, department)
}

/// Reads an item or a line that ends in its amount as a heading: ・防犯カメラの設置補助（1,500万円）.
pub(super) fn item_with_amount(text: &str) -> Option<Heading> {
    if text.chars().take(101).count() > 100 || !text.contains('円') {
        return None;
    }
    let bullets = ['・', '•', '･', '◦', '‣', '-', '*', '－', '◎', '〇'];
    let title = text.trim_start_matches(bullets).trim();
    let heading = Heading::new(Class::Sub, "", title, title);
    let is_title = is_bare(&heading.name)
        && heading.name.chars().count() >= 3
        && amount::find(&heading.name).is_empty()
        && !heading.name.ends_with(['は', 'が', 'を', 'に', '約'])
        && budget::kind_in(&heading.name)
            .is_none_or(|kind| !heading.name.ends_with(kind) || heading.name.chars().count() > 8);
    (is_title && !budget::read(&heading.tail, None).is_empty()).then_some(heading)
}

fn is_count(text: &str) -> bool {
    static COUNT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:全|計|ほか|他)?[0-9０-９]{1,4}(?:事業|件|項目|施策)$"));
    COUNT.is_match(text)
}

/// Amounts, or changes of them, and no prices or limits.
fn is_budget(head: &str, group: &str) -> bool {
    amount::find(group).first().is_some_and(|first| {
        let before = format!("{head} {}", group.get(..first.range.start).unwrap_or_default());
        !budget::is_price(&before, group.get(first.range.end..).unwrap_or_default())
    })
}

/// A change in words or percent, or how amounts are rounded: 前年度比 2.3%増, 100万円未満四捨五入.
fn is_remark(text: &str) -> bool {
    let is_change = || DIFFERENCES.iter().any(|word| text.contains(word));
    let is_rounding = ["四捨五入", "切り捨て", "切捨て"].iter().any(|word| text.contains(word));
    text.contains(|c: char| c.is_numeric()) && (is_rounding || is_change())
}

pub(super) fn is_novelty(text: &str) -> bool {
    let text = text.trim_matches(|c: char| "【】[]［］()（）〈〉<>＜＞《》〔〕★☆・ 　".contains(c));
    NOVELTY.contains(&text)
}
