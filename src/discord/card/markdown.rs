//! A document's text, made safe for Discord's Markdown.

use aho_corasick::{AhoCorasick, MatchKind};

/// As many words as are set in bold: more of them would say nothing.
const MAX_BOLD: usize = 30;

/// Drops what would turn or hide text: control characters and marks of direction.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| {
            *c == '\n'
                || !(c.is_control()
                    || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        })
        .collect()
}

/// Escapes Markdown, mentions, links and emoji codes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in clean(text).chars() {
        match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '>' | '#' | '[' | ']' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // A backslash does not undo these; a zero-width space does.
            '<' | '@' => {
                escaped.push(c);
                escaped.push('\u{200B}');
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Escapes a passage and sets the given words in bold, the longest where they overlap.
pub fn embolden(text: &str, words: &[String]) -> String {
    let words: Vec<&str> =
        words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(&words);
    let (false, Ok(finder)) = (words.is_empty(), finder) else { return escape(text) };
    let mut bold = String::new();
    let mut end = 0;
    for found in finder.find_iter(text).take(MAX_BOLD) {
        let (Some(before), Some(word)) = (text.get(end..found.start()), text.get(found.range()))
        else {
            continue;
        };
        // Two words side by side are one: `****` between them would show as asterisks.
        if before.is_empty() && bold.ends_with("**") {
            bold.truncate(bold.len() - 2);
        } else {
            bold.push_str(&escape(before));
            bold.push_str("**");
        }
        bold.push_str(&escape(word));
        bold.push_str("**");
        end = found.end();
    }
    bold.push_str(&escape(text.get(end..).unwrap_or_default()));
    bold
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &[&str], expected: &str) {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        assert_eq!(embolden(text, &words), expected);
    }

    #[test]
    fn words_are_bold_and_markdown_is_not() {
        check("津波避難ビルの確保", &["津波", "避難"], "**津波避難**ビルの確保");
        check("*注* 防災", &["防災"], "\\*注\\* **防災**");
        check("[x](http://evil.example)", &[], "\\[x\\](http://evil.example)");
        check("@everyone <@1>", &[], "@\u{200B}everyone <\u{200B}@\u{200B}1\\>");
        check("\u{202E}tfel", &["", " "], "tfel");
    }
}
