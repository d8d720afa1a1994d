//! What is odd in a thesaurus file: entries that never help, and those that mix up what is to be kept apart.

use super::{FOREIGN, File, Full, NEXT_WORD, PLACES, ThesaurusError, is_kana};
use crate::analysis::Analyzer;
use crate::model::{Diagnostic, Lines, Severity};
use crate::text::fold;

/// Words that are to be kept apart may lead to each other up to this weight: found, but after the word itself.
const MAX_APART: f32 = 0.7;

/// Reads a thesaurus file and tells what is odd in it, in the order of its lines.
pub fn check(text: &str, analyzer: &Analyzer) -> Result<Vec<Diagnostic>, ThesaurusError> {
    let file: File = toml::from_str(text)?;
    let apart: Vec<(String, String)> =
        file.apart.iter().map(|[one, other]| (fold(one), fold(other))).collect();
    let mut found = Vec::new();
    for (topic, lines) in file.topic {
        if topic == PLACES {
            continue;
        }
        for (key, line) in lines {
            let full = Full::from(line);
            let mut tell = |severity, code: &str, word: &str| {
                found.push(Diagnostic {
                    severity,
                    code: code.to_owned(),
                    lines: place_of(text, &topic, &key),
                    excerpt: if word.is_empty() {
                        key.clone()
                    } else {
                        format!("{key} → {word}")
                    },
                });
            };
            // Within these bounds no chain of entries, in a circle or not, makes a word count more than itself.
            if !(full.weight > 0.0 && full.weight <= 1.0) {
                tell(Severity::Error, "thesaurus-weight", &full.weight.to_string());
            }
            let is_short_kana = key.chars().count() <= 2 && key.chars().all(is_kana);
            if is_short_kana && analyzer.terms(&key).is_empty() {
                tell(Severity::Warning, "thesaurus-never-met", "");
            }
            let mut weight = full.weight;
            for word in &full.to {
                if analyzer.terms(word).is_empty() {
                    tell(Severity::Warning, "thesaurus-no-terms", word);
                }
                // In another language, the same letters are a translation: NPO.
                if fold(word) == fold(&key) && !FOREIGN.contains(&topic.as_str()) {
                    tell(Severity::Warning, "thesaurus-itself", word);
                }
                let is_apart = apart.iter().any(|(one, other)| {
                    let (key, word) = (fold(&key), fold(word));
                    (key == *one && word == *other) || (key == *other && word == *one)
                });
                if is_apart && weight > MAX_APART {
                    tell(Severity::Error, "thesaurus-apart", word);
                }
                weight *= NEXT_WORD;
            }
        }
    }
    found.sort_by_key(|diagnostic| diagnostic.lines.0);
    Ok(found)
}

/// Returns the line on which a topic names a key; the first line where it is written in another way.
fn place_of(text: &str, topic: &str, key: &str) -> Lines {
    let heads = [format!("[topic.\"{topic}\"]"), format!("[topic.{topic}]")];
    let keys = [format!("\"{key}\""), key.to_owned()];
    let line = text
        .lines()
        .enumerate()
        .skip_while(|(_, line)| !heads.iter().any(|head| line.trim() == head))
        .find(|(_, line)| {
            let before = line.split('=').next().unwrap_or_default().trim();
            keys.iter().any(|key| before == key)
        })
        .map_or(1, |(at, _)| at as u32 + 1);
    Lines(line, line)
}
