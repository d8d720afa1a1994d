//! Which measures belong together: overview lines and the rows that they sum up, 再掲 rows.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::Draft;
use super::pattern;
use crate::model::is_pointer;
use crate::text::fold;

/// Share of an overview line's weight that a row must cover to be its detail.
const COVERED: f64 = 0.35;
/// A row far behind the best one is not covered.
const NEAR_BEST: f64 = 0.6;
/// Share of a line's words that a row must have at all, however rare they are.
const SHARED: f64 = 0.1;

/// Finds the pairs of drafts that belong together.
pub(super) fn pairs(drafts: &[Draft]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    overview_and_rows(drafts, &mut pairs);
    stated_again(drafts, &mut pairs);
    pairs
}

/// Which rows of an issue, by place, have a run of characters; cut once for all lines of its overview.
fn rows_with(rows: &[usize], drafts: &[Draft]) -> HashMap<String, Vec<usize>> {
    let mut rows_with: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(row) = drafts.get(*row) else { continue };
        let text = format!("{}\n{}\n{}", row.title, row.body.join("\n"), row.results.join("\n"));
        for gram in grams(&text) {
            rows_with.entry(gram).or_default().push(place);
        }
    }
    rows_with
}

fn overview_and_rows(drafts: &[Draft], pairs: &mut Vec<(usize, usize)>) {
    let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
    for (idx, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_row) {
        if let Some((issue, _)) = draft.number_path.split_once('-') {
            rows.entry(issue).or_default().push(idx);
        }
    }
    let mut known: HashMap<&str, HashMap<String, Vec<usize>>> = HashMap::new();
    for (idx, line) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_overview_line) {
        let issue = line.number_path.split('-').next().unwrap_or("");
        let Some(rows) = rows.get(issue).filter(|rows| rows.len() <= 500) else {
            continue;
        };
        let rows_with = known.entry(issue).or_insert_with(|| rows_with(rows, drafts));
        let own = grams(&line.title);
        // How much of the line a row covers, and how many of its runs of characters.
        let mut covered = vec![(0.0_f64, 0_usize); rows.len()];
        let mut total = 0.0;
        for rows in own.iter().filter_map(|gram| rows_with.get(gram)) {
            // A word that many rows of the issue share says little about which of them is meant.
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let weight = 1.0 / (rows.len() as f64);
            total += weight;
            for place in rows {
                if let Some((score, n_shared)) = covered.get_mut(*place) {
                    *score += weight;
                    *n_shared += 1;
                }
            }
        }
        if total <= 0.0 {
            continue;
        }
        let best = covered.iter().map(|(score, _)| score / total).fold(0.0, f64::max);
        for (row, (score, n_shared)) in rows.iter().zip(covered) {
            let score = score / total;
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let shared = n_shared as f64 / own.len() as f64;
            if score >= COVERED && score >= best * NEAR_BEST && shared >= SHARED {
                pairs.push((idx, *row));
            }
        }
    }
}

/// Runs of three characters that carry meaning: no white space, no mark, not all hiragana.
fn grams(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut grams: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|word| {
            let chars: Vec<char> = word.chars().take(4000).collect();
            chars
                .windows(3)
                .filter(|window| {
                    window.iter().filter(|c| ('\u{3040}'..='\u{309f}').contains(*c)).count() < 2
                })
                .map(|window| window.iter().collect::<String>())
                .collect::<Vec<_>>()
        })
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Rows that only point at another: 戦略3-1の具体的な取組2つ目に記載, （再掲）.
fn stated_again(drafts: &[Draft], pairs: &mut Vec<(usize, usize)>) {
    static POINTER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:戦略|施策)?\s*(?P<s>[0-9]{1,2}-[0-9]{1,2})\s*の?(?:具体的な?取組|取組)?\s*(?P<n>[0-9]{1,2})\s*(?:つ目|番目)?",
        )
    });
    let by_path: HashMap<&str, usize> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.is_row)
        .map(|(idx, draft)| (draft.number_path.as_str(), idx))
        .collect();
    let mut by_title: HashMap<String, usize> = HashMap::new();
    for (idx, draft) in drafts.iter().enumerate() {
        let body = draft.body.join(" ");
        if is_pointer(&body) && draft.is_row {
            let folded = fold(&body);
            let target = POINTER.captures(&folded).and_then(|found| {
                let path = format!("{}-{}", found.name("s")?.as_str(), found.name("n")?.as_str());
                by_path.get(path.as_str()).copied()
            });
            if let Some(target) = target.filter(|target| *target != idx) {
                pairs.push((idx, target));
            }
        }
        if let Some((title, _)) = draft.title.split_once("再掲") {
            let title = fold(title.trim_end_matches(['(', '（', '【', '[', '〔']).trim());
            if let Some(target) = by_title.get(&title) {
                pairs.push((idx, *target));
            }
        } else if !draft.title.is_empty() {
            by_title.entry(fold(&draft.title)).or_insert(idx);
        }
    }
}
