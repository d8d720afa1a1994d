//! What is the site's and not the document's: menus, breadcrumbs, page numbers, running footers.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::lines::Line;
use super::markers::{BODY_ENDS, BODY_STARTS, CHROME, CHROME_STARTS, UPDATED};
use super::{contact, pattern};
use crate::text::squeeze;

/// Lines longer than this are never chrome.
const MAX_CHARS: usize = 200;

/// Marks the lines that are chrome.
pub(super) fn mark(lines: &[Line]) -> Vec<bool> {
    let texts: Vec<String> = lines
        .iter()
        .map(|line| {
            let head: String = line.raw.chars().take(MAX_CHARS + 1).collect();
            squeeze(&head)
        })
        .collect();
    let mut mask: Vec<bool> = texts.iter().map(|text| is_chrome(text)).collect();
    before_body(&texts, &mut mask);
    behind_body(&texts, &mut mask);
    menu(&texts, &mut mask);
    footers(&texts, &mut mask);
    contents(&texts, &mut mask);
    mask
}

fn is_chrome(text: &str) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"^(?:[-‐－―—–]\s*[0-9０-９]{1,4}\s*[-‐－―—–]|[0-9]{1,3}\s*/\s*[0-9]{1,3}|[PpＰ][.．]?\s*[0-9]{1,3}",
            r"|[0-9]{1,3}\s*ページ|別紙\s*[0-9０-９]*|資料\s*[0-9０-９-]*|参考資料?\s*[0-9０-９]*)$",
        ))
    });
    static SIZES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^(?:\[?(?:PDF|Word|Excel|別ウィンドウ)[^。]{0,40}[KMG]B\)?\]?)$")
    });
    if text.is_empty() || text.chars().count() > MAX_CHARS {
        return false;
    }
    let bare = text.trim_start_matches(['・', '•', '>', '＞', '◦', '*']).trim();
    let is_dated = UPDATED.iter().any(|word| {
        bare.strip_prefix(word).is_some_and(|rest| {
            rest.chars().count() <= 24 && rest.chars().any(char::is_numeric) && !rest.contains('。')
        })
    });
    // A phrase with another behind it on the same line is still the site's.
    let is_phrase = CHROME.contains(&bare)
        || CHROME_STARTS.iter().any(|start| bare.starts_with(start))
        || bare.split(' ').all(|word| CHROME.contains(&word));
    let is_breadcrumb = text.chars().count() < MAX_CHARS
        && ((text.matches(" > ").count() >= 2 || text.matches('＞').count() >= 2)
            && !text.contains('。'));
    is_phrase || is_dated || is_breadcrumb || NUMBER.is_match(bare) || SIZES.is_match(bare)
}

fn before_body(texts: &[String], mask: &mut [bool]) {
    let start = texts.iter().position(|text| BODY_STARTS.iter().any(|mark| text.starts_with(mark)));
    if let Some(start) = start {
        mask.iter_mut().take(start + 1).for_each(|is_chrome| *is_chrome = true);
    }
}

fn behind_body(texts: &[String], mask: &mut [bool]) {
    let end = texts.iter().rposition(|text| BODY_ENDS.iter().any(|mark| text.starts_with(mark)));
    for idx in end.into_iter().flat_map(|end| end..texts.len()) {
        let is_contact = texts.get(idx).is_some_and(|text| contact::read(text).is_some());
        if let Some(is_chrome) = mask.get_mut(idx).filter(|_| !is_contact) {
            *is_chrome = true;
        }
    }
}

/// A run of short items at the top that holds a menu's words is a menu as a whole.
fn menu(texts: &[String], mask: &mut [bool]) {
    let mut run: Vec<usize> = Vec::new();
    let mut n_known = 0;
    for (idx, text) in texts.iter().enumerate().take(400) {
        if text.is_empty() {
            continue;
        }
        let is_known = mask.get(idx).copied().unwrap_or(false);
        let is_item = text.starts_with(['・', '•', '*', '>'])
            && text.chars().count() <= 20
            && !text.contains('。');
        if is_known || is_item {
            n_known += usize::from(is_known);
            run.push(idx);
            continue;
        }
        if n_known >= 2 && run.len() >= 5 {
            run.iter().for_each(|idx| {
                if let Some(is_chrome) = mask.get_mut(*idx) {
                    *is_chrome = true;
                }
            });
        }
        run.clear();
        n_known = 0;
    }
}

/// A note that comes again and again stands at the foot of pages.
fn footers(texts: &[String], mask: &mut [bool]) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in texts.iter().filter(|text| is_note(text)) {
        *counts.entry(text.as_str()).or_default() += 1;
    }
    for (text, is_chrome) in texts.iter().zip(mask) {
        let explains_marks = text.contains("下線") && text.contains("変更");
        if is_note(text) && (explains_marks || counts.get(text.as_str()).copied().unwrap_or(0) >= 3)
        {
            *is_chrome = true;
        }
    }
}

fn is_note(text: &str) -> bool {
    text.starts_with(['※', '＊']) && text.chars().count() <= 60
}

/// A table of contents: the lines below 目次 that come again as headings.
fn contents(texts: &[String], mask: &mut [bool]) {
    let Some(start) = texts
        .iter()
        .position(|text| matches!(text.replace(' ', "").as_str(), "目次" | "もくじ" | "目次:"))
    else {
        return;
    };
    let run: Vec<usize> = (start + 1..texts.len())
        .take_while(|idx| texts.get(*idx).is_some_and(|text| !text.is_empty()))
        .take(200)
        .collect();
    let behind = run.last().copied().unwrap_or(start) + 1;
    let later: Vec<&str> = texts
        .iter()
        .skip(behind)
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .take(5000)
        .collect();
    if let Some(is_chrome) = mask.get_mut(start) {
        *is_chrome = true;
    }
    let comes_again =
        run.iter().filter_map(|idx| texts.get(*idx)).any(|text| later.contains(&text.as_str()));
    if comes_again {
        for idx in std::iter::once(start).chain(run) {
            if let Some(is_chrome) = mask.get_mut(idx) {
                *is_chrome = true;
            }
        }
    }
}
