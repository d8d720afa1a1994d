//! The part of a text that a question is about.
//!
//! A text is cut into items and sentences; those that hold the question's words come first, the rest fills up the space.
//! What is shown is verbatim and in the text's order; `…` stands for what is left out.

use crate::text::{fold, squeeze};

/// What is looked for in a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// Words of the question.
    pub words: &'a [String],
    /// Whether figures are wanted.
    pub figures: bool,
}

struct Piece {
    paragraph: usize,
    text: String,
    n_chars: usize,
    score: f32,
    holds: Vec<usize>,
    is_kept: bool,
}

/// Returns the lines of a text, shortened to about `max` characters around what is asked for.
///
/// Pieces with a word that no other kept piece holds are shown even beyond `max`, up to twice as much.
pub fn excerpt(text: &str, ask: &Ask<'_>, max: usize) -> Vec<String> {
    let mut pieces = pieces(text, max);
    let total: usize = pieces.iter().map(|piece| piece.n_chars).sum();
    if total > max {
        rate(&mut pieces, ask);
        select(&mut pieces, max);
    } else {
        pieces.iter_mut().for_each(|piece| piece.is_kept = true);
    }
    join(&pieces)
}

fn pieces(text: &str, max: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (paragraph, line) in text.lines().map(squeeze).filter(|line| !line.is_empty()).enumerate() {
        for sentence in sentences(&line) {
            for text in cut_long(&sentence, max) {
                let n_chars = text.chars().count();
                let holds = Vec::new();
                pieces.push(Piece { paragraph, text, n_chars, score: 0.0, holds, is_kept: false });
            }
        }
    }
    pieces
}

/// Cuts behind each full stop that stands outside of brackets.
fn sentences(line: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut depth = 0_i32;
    for c in line.chars() {
        sentence.push(c);
        match c {
            '「' | '『' | '（' | '(' => depth += 1,
            '」' | '』' | '）' | ')' => depth = (depth - 1).max(0),
            '。' | '．' if depth == 0 => sentences.push(std::mem::take(&mut sentence)),
            _ => {}
        }
    }
    if !sentence.trim().is_empty() {
        sentences.push(sentence);
    }
    sentences
}

/// Cuts a sentence without an end into pieces at commas, spaces or anywhere.
fn cut_long(sentence: &str, max: usize) -> Vec<String> {
    if sentence.chars().count() <= max {
        return vec![sentence.to_owned()];
    }
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut n_chars = 0;
    for c in sentence.chars() {
        part.push(c);
        n_chars += 1;
        let may_end = n_chars >= max / 4 && matches!(c, '、' | '，' | ' ' | '。' | '）' | '」');
        if may_end || n_chars >= max / 2 {
            parts.push(std::mem::take(&mut part));
            n_chars = 0;
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

fn rate(pieces: &mut [Piece], ask: &Ask<'_>) {
    let mut words: Vec<String> = ask.words.iter().map(|word| fold(word)).collect();
    words.retain(|word| !word.trim().is_empty());
    words.sort();
    words.dedup();
    let folded: Vec<String> = pieces.iter().map(|piece| fold(&piece.text)).collect();
    for (at, word) in words.iter().enumerate() {
        let holding: Vec<bool> = folded.iter().map(|text| text.contains(word.as_str())).collect();
        let n_holding = holding.iter().filter(|holds| **holds).count();
        for (piece, _) in pieces.iter_mut().zip(&holding).filter(|(_, holds)| **holds) {
            piece.score += 1.0 / n_holding as f32;
            piece.holds.push(at);
        }
    }
    for (piece, text) in pieces.iter_mut().zip(&folded) {
        if ask.figures && piece.score > 0.0 && text.contains(|c: char| c.is_ascii_digit()) {
            piece.score += 0.5;
        }
    }
}

fn select(pieces: &mut [Piece], max: usize) {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    let score = |at: usize| pieces.get(at).map_or(0.0, |piece| piece.score);
    order.sort_by(|a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
    order.retain(|at| score(*at) > 0.0);
    let mut used = 0;
    let mut covered: Vec<usize> = Vec::new();
    let mut fillers = Vec::new();
    for at in order {
        let Some(piece) = pieces.get_mut(at) else {
            continue;
        };
        let is_new = piece.holds.iter().any(|word| !covered.contains(word));
        let room = if is_new { max * 2 } else { max };
        if used + piece.n_chars <= room {
            piece.is_kept = true;
            used += piece.n_chars;
            covered.extend(&piece.holds);
            fillers.extend([at + 1, at.wrapping_sub(1)]);
        }
    }
    // What stands beside a kept piece explains it; then the text's beginning.
    let n_pieces = pieces.len();
    for at in fillers.into_iter().chain(0..n_pieces) {
        let Some(piece) = pieces.get_mut(at).filter(|piece| !piece.is_kept) else {
            continue;
        };
        if used + piece.n_chars > max {
            if used == 0 {
                piece.is_kept = true;
            }
            break;
        }
        piece.is_kept = true;
        used += piece.n_chars;
    }
}

fn join(pieces: &[Piece]) -> Vec<String> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut is_gap = false;
    for piece in pieces {
        if !piece.is_kept {
            is_gap = true;
            continue;
        }
        match lines.last_mut() {
            Some((paragraph, line)) if *paragraph == piece.paragraph => {
                if is_gap {
                    line.push('…');
                }
                line.push_str(&piece.text);
            }
            _ => {
                let gap = if is_gap { "…" } else { "" };
                lines.push((piece.paragraph, format!("{gap}{}", piece.text)));
            }
        }
        is_gap = false;
    }
    if is_gap && let Some((_, line)) = lines.last_mut() {
        line.push('…');
    }
    lines.into_iter().map(|(_, line)| line.trim().to_owned()).collect()
}
