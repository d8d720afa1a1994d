//! A reply for screen readers and for those whom layout confuses: one short sentence a line, no marks that mean
//! something.
//!
//! The words are those of the locale for the ear ([`crate::locale::Locale::spoken`]); here is only the layout.
//! Quotations keep their words; bullets and rules around them are dropped.

use super::{Reply, Role};

/// A sentence longer than this is broken at its commas.
const SHORT: usize = 60;
/// No piece of a broken sentence is shorter than this.
const TOO_SHORT: usize = 20;
/// What stands before a line and only shows that it is one of several.
const BULLETS: [char; 14] = ['・', '●', '○', '◎', '■', '□', '◆', '◇', '▲', '▼', '※', '•', '–', '-'];

/// Returns a reply in short lines.
pub fn plain(reply: &Reply) -> String {
    let mut text = String::new();
    for line in &reply.0 {
        let is_quoted = matches!(line.role, Role::Quote | Role::Item | Role::Title);
        let own = if is_quoted { without_bullet(&line.text) } else { line.text.trim() };
        if own.is_empty() {
            text.push('\n');
        }
        for sentence in sentences(own) {
            text.push_str(&sentence);
            text.push('\n');
        }
    }
    text.trim().to_owned()
}

fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(|c: char| BULLETS.contains(&c) || c.is_whitespace());
    // A minus before a figure is no bullet, nor is a line of nothing else.
    if bare.is_empty() || bare.starts_with(|c: char| c.is_ascii_digit()) && line.starts_with('-') {
        line
    } else {
        bare
    }
}

/// Cuts a line behind its full stops, and long sentences behind their commas.
fn sentences(line: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut n_chars = 0;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        sentence.push(c);
        n_chars += 1;
        let next = chars.peek().copied();
        let is_closed = next.is_some_and(|next| "」』）)】”’、。".contains(next));
        let ends = match c {
            '。' | '！' | '？' => !is_closed,
            '.' | '!' | '?' => next == Some(' '),
            '、' | '，' | ',' | '；' => {
                n_chars >= TOO_SHORT
                    && line.chars().count() > SHORT
                    && !next.is_some_and(|next| next.is_ascii_digit())
            }
            _ => false,
        };
        if ends {
            sentences.push(std::mem::take(&mut sentence).trim().to_owned());
            n_chars = 0;
        }
    }
    if !sentence.trim().is_empty() {
        sentences.push(sentence.trim().to_owned());
    }
    sentences
}
