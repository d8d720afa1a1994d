//! Which part of a reading belongs to which kanji: 預ける + あずける → 預(あず)ける.

use super::{Ruby, needs_reading};
use crate::text::to_hiragana;

/// Parts a word into what has a reading and what is read as it stands.
///
/// The kana of the word must be found in the reading, in order; where they are not, the reading stands over the word
/// as a whole.
pub(super) fn align<'a>(word: &'a str, reading: &str) -> Vec<Ruby<'a>> {
    let runs = runs(word);
    let reading: Vec<char> = reading.chars().collect();
    match fit(&runs, &reading) {
        Some(readings) => runs
            .into_iter()
            .zip(readings)
            .map(|(run, reading)| Ruby { text: run.text, reading })
            .collect(),
        None => vec![Ruby { text: word, reading: reading.into_iter().collect() }],
    }
}

struct Run<'a> {
    text: &'a str,
    /// Kana, which are read as they stand.
    kana: Option<Vec<char>>,
}

fn runs(word: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| is_written_out(c) == is_written_out(first);
        let end = rest.find(|c| !is_same(c)).unwrap_or(rest.len());
        let Some((text, behind)) = rest.split_at_checked(end) else { break };
        let kana = is_written_out(first).then(|| text.chars().map(to_hiragana).collect());
        runs.push(Run { text, kana });
        rest = behind;
    }
    runs
}

/// Whether a character says itself how it is read; digits and letters within a word do not.
fn is_written_out(c: char) -> bool {
    !needs_reading(c) && !c.is_ascii_alphanumeric()
}

/// Deals a reading out to the runs, as little as possible to the earlier ones.
fn fit(runs: &[Run<'_>], reading: &[char]) -> Option<Vec<String>> {
    let Some((run, rest)) = runs.split_first() else {
        return reading.is_empty().then(Vec::new);
    };
    if let Some(kana) = &run.kana {
        // Marks within a word (ファミリー・サポート) are not spoken.
        let spoken: Vec<char> = kana.iter().copied().filter(|c| c.is_alphabetic()).collect();
        let behind = reading.strip_prefix(spoken.as_slice())?;
        let mut readings = fit(rest, behind)?;
        readings.insert(0, String::new());
        return Some(readings);
    }
    // Each kanji has at least one kana.
    let least = run.text.chars().filter(|&c| needs_reading(c)).count().max(1);
    for n in least..=reading.len() {
        let (own, behind) = reading.split_at_checked(n)?;
        if let Some(mut readings) = fit(rest, behind) {
            readings.insert(0, own.iter().collect());
            return Some(readings);
        }
    }
    None
}
