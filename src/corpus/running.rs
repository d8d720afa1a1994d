//! Lists that a PDF ran together: `1 みんなで子育て事業 こども家庭支援課 P. 3 2 …`.

use std::sync::LazyLock;

use regex::Regex;

use super::budget::{self, Above};
use super::contact;
use super::pattern;
use crate::model::{Budget, FiscalYear};
use crate::text::squeeze;

/// One title of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RunItem {
    pub(super) number: String,
    pub(super) title: String,
    pub(super) department: String,
    pub(super) budgets: Vec<Budget>,
    /// The chapter it stands in.
    pub(super) group: String,
}

fn ends() -> &'static Regex {
    static END: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?:(?:[PpＰｐ][.．]?\s*[0-9０-９]{1,3}|[0-9０-９]{1,3}\s*(?:ページ|頁)|[…・.]{3,}\s*[0-9０-９]{1,3})(?:\s|$)",
            r"|\s(?P<amount>[0-9０-９][0-9０-９,，]*\s?(?:千円|万円|百万円|円)))",
        ))
    });
    &END
}

/// Is it a list of titles run together: at least two ends of entries, numbered?
pub(super) fn is_run(text: &str) -> bool {
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|\s)[0-9０-９]{1,2}[.．]?\s+[^\s0-9]"));
    text.chars().take(30).count() >= 30
        && !text.contains('。')
        && ends().find_iter(text).take(2).count() == 2
        && NUMBERED.find_iter(text).take(2).count() == 2
}

/// Reads a list.
pub(super) fn read(text: &str, year: Option<FiscalYear>) -> Vec<RunItem> {
    let mut items: Vec<RunItem> = Vec::new();
    let mut heading = String::new();
    // Titles that still lack a department: columns that ran together give them later.
    let mut open: std::collections::VecDeque<usize> = std::collections::VecDeque::new();
    let mut from = 0;
    let mut expected: Option<u32> = None;
    for end in ends().captures_iter(text) {
        let Some(whole) = end.get(0) else { continue };
        let piece = text.get(from..whole.start()).unwrap_or("");
        from = whole.end();
        let budgets = end
            .name("amount")
            .map(|amount| budget::read(amount.as_str(), Above::of(year)))
            .unwrap_or_default();
        let mut before = String::new();
        let (titles, department) = piece_of(piece, &mut expected, &mut before);
        if before.contains("第") && before.chars().count() <= 60 {
            heading = before;
        }
        for (number, title) in titles {
            open.push_back(items.len());
            items.push(RunItem {
                number,
                title,
                department: String::new(),
                budgets: Vec::new(),
                group: heading.clone(),
            });
        }
        if department.is_empty() && budgets.is_empty() {
            open.clear();
            continue;
        }
        if let Some(item) =
            open.pop_front().or(items.len().checked_sub(1)).and_then(|idx| items.get_mut(idx))
        {
            if item.department.is_empty() {
                item.department = department;
            }
            item.budgets.extend(budgets);
        }
    }
    items
}

/// Cuts one piece into its numbered titles and the department at its end.
fn piece_of(
    piece: &str,
    expected: &mut Option<u32>,
    heading: &mut String,
) -> (Vec<(String, String)>, String) {
    let (titles_text, department) = contact::split_department(piece);
    let (titles_text, department) = if contact::is_department(piece.trim())
        && !piece.trim().contains(char::is_numeric)
        && department.is_empty()
        && !piece.trim().contains(' ')
    {
        ("", piece.trim())
    } else {
        (titles_text, department)
    };
    let words: Vec<&str> = titles_text.split_whitespace().collect();
    let mut titles: Vec<(String, String)> = Vec::new();
    for (idx, word) in words.iter().enumerate() {
        let number = number_of(word).filter(|number| {
            let continues = expected.is_some_and(|expected| expected == *number);
            let begins = *number == 1 && (idx == 0 || titles.is_empty());
            (continues || begins) && idx + 1 < words.len()
        });
        let begins_chapter = word.starts_with('第') && word.ends_with(['章', '節', '部']);
        if begins_chapter {
            heading.clear();
            heading.push_str(word);
            *expected = None;
            continue;
        }
        if let Some(number) = number {
            *expected = Some(number + 1);
            titles.push((number.to_string(), String::new()));
        } else if let Some((_, title)) = titles.last_mut() {
            if !title.is_empty() {
                title.push(' ');
            }
            title.push_str(word);
        } else if expected.is_none() || !words.is_empty() {
            if !heading.is_empty() {
                heading.push(' ');
            }
            heading.push_str(word);
        }
    }
    titles.retain(|(_, title)| !title.is_empty());
    (titles, squeeze(department))
}

fn number_of(word: &str) -> Option<u32> {
    let word = word.trim_end_matches(['.', '．', ')', '）']).trim_start_matches(['(', '（']);
    (word.chars().count() <= 2).then(|| crate::text::fold(word).parse().ok()).flatten()
}
