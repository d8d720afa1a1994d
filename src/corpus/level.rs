//! Levels of headings whose mark does not tell it, from what stands around them.

use super::block::{Block, Kind};
use super::heading::{self, Class, Heading};
use super::markers::{SPEECH_TELLS, SPEECH_TURNS};
use crate::text::fold;

/// Gives headings without marks their levels, from what stands around them.
pub(super) fn levels(blocks: &mut [Block]) {
    let headings: Vec<usize> = (0..blocks.len())
        .filter(|idx| matches!(blocks.get(*idx).map(|b| &b.kind), Some(Kind::Heading(_))))
        .collect();
    let at = |blocks: &[Block], idx: usize| -> Option<Heading> {
        match blocks.get(idx).map(|block| &block.kind) {
            Some(Kind::Heading(heading)) => Some(heading.clone()),
            _ => None,
        }
    };
    // Marks that may stand over numbers or below them do what the document does first.
    let first_number = headings
        .iter()
        .copied()
        .find(|idx| at(blocks, *idx).is_some_and(|heading| heading.class == Class::Number));
    for (from, to, is_when_first) in
        [(Class::Diamond, Class::LowDiamond, false), (Class::Bracket, Class::HighBracket, true)]
    {
        let first = headings
            .iter()
            .copied()
            .find(|idx| at(blocks, *idx).is_some_and(|heading| heading.class == from));
        let comes_first = first.zip(first_number).is_some_and(|(first, number)| first < number);
        let changes = first.is_some() && first_number.is_some() && comes_first == is_when_first;
        for idx in headings.iter().filter(|_| changes) {
            if at(blocks, *idx).is_some_and(|heading| heading.class == from) {
                set_class(blocks, *idx, to);
            }
        }
    }
    // A bracket right above a numbered heading stands over it, whatever came first.
    for (nth, idx) in headings.iter().enumerate() {
        let Some(next) = headings.get(nth + 1) else {
            break;
        };
        let is_right_above = blocks
            .get(idx + 1..*next)
            .unwrap_or_default()
            .iter()
            .all(|block| block.kind == Kind::Blank);
        let over_number = at(blocks, *next).is_some_and(|heading| heading.class == Class::Number);
        if is_right_above
            && over_number
            && at(blocks, *idx).is_some_and(|heading| heading.class == Class::Bracket)
        {
            set_class(blocks, *idx, Class::HighBracket);
        }
    }
    // A heading worded like the numbered ones before it is one of them that lost its number.
    let mut numbered: Option<String> = None;
    for idx in &headings {
        let Some(heading) = at(blocks, *idx) else {
            continue;
        };
        match heading.class {
            Class::Number => numbered = Some(ending(&heading.name)),
            Class::Bare(_) => {
                let is_alike = numbered.as_ref().is_some_and(|end| {
                    end.chars().count() == ENDING && *end == ending(&heading.name)
                });
                if is_alike {
                    set_class(blocks, *idx, Class::Number);
                }
            }
            class if class.rank() < Class::Number.rank() => numbered = None,
            _ => {}
        }
    }
    // Stretches of bare headings below one that has a mark.
    let mut start = 0;
    let mut above = String::new();
    while start < headings.len() {
        let Some(first) = headings.get(start).and_then(|idx| at(blocks, *idx)) else {
            break;
        };
        if !matches!(first.class, Class::Bare(_)) {
            if first.class.rank() < Class::Bare(0).rank() {
                above = first.name;
            }
            start += 1;
            continue;
        }
        let stretch: Vec<usize> = headings
            .iter()
            .copied()
            .skip(start)
            .take_while(|idx| {
                at(blocks, *idx)
                    .is_some_and(|heading| heading.class.rank() >= Class::Bare(0).rank())
            })
            .collect();
        start += stretch.len();
        let bare: Vec<usize> = stretch
            .iter()
            .copied()
            .filter(|idx| at(blocks, *idx).is_some_and(|h| matches!(h.class, Class::Bare(_))))
            .collect();
        for (idx, level) in stretch_levels(blocks, &bare, &above) {
            set_class(blocks, idx, Class::Bare(level));
        }
    }
}

const ENDING: usize = 4;

fn ending(name: &str) -> String {
    let mut end: Vec<char> = name.chars().rev().take(ENDING).collect();
    end.reverse();
    end.into_iter().collect()
}

fn set_class(blocks: &mut [Block], idx: usize, class: Class) {
    if let Some(Kind::Heading(heading)) = blocks.get_mut(idx).map(|block| &mut block.kind) {
        heading.class = class;
    }
}

/// Levels of a stretch of bare headings.
///
/// A heading without text of its own is a group, and those behind it stand below. Where the group's
/// title (or the heading above all) names some of them, the first and those are its parts, and
/// the others stand below these: 職員・職場の力 → 職員の力 …, 職場の力 ….
fn stretch_levels(blocks: &[Block], bare: &[usize], above: &str) -> Vec<(usize, u8)> {
    let name = |idx: usize| match blocks.get(idx).map(|block| &block.kind) {
        Some(Kind::Heading(heading)) => fold(&heading.name),
        _ => String::new(),
    };
    let is_group = |nth: usize| -> bool {
        let (Some(idx), Some(next)) = (bare.get(nth), bare.get(nth + 1)) else {
            return false;
        };
        blocks.get(idx + 1..*next).unwrap_or_default().iter().all(|block| match &block.kind {
            Kind::Blank | Kind::Chrome => true,
            Kind::Text => heading::is_slogan(&block.text()),
            _ => false,
        })
    };
    let opens_part = |idx: usize| -> bool {
        blocks.iter().skip(idx + 1).find(|block| block.kind != Kind::Blank).is_some_and(|block| {
            let text = block.text();
            text.chars().take(101).count() <= 100
                && SPEECH_TURNS.iter().any(|turn| text.starts_with(turn))
                && SPEECH_TELLS.iter().any(|tell| text.contains(tell))
        })
    };
    let mut levels = Vec::with_capacity(bare.len());
    let mut group = fold(above);
    let mut base = 0_u8;
    let mut nth = 0;
    while nth < bare.len() {
        let end = (nth..bare.len()).find(|n| is_group(*n)).unwrap_or(bare.len());
        let followers = bare.get(nth..end).unwrap_or_default();
        let is_part: Vec<bool> = followers
            .iter()
            .enumerate()
            .map(|(k, idx)| {
                let name = name(*idx);
                k > 0 && (name.chars().count() >= 3 && group.contains(&name) || opens_part(*idx))
            })
            .collect();
        let has_parts = is_part.contains(&true);
        for (k, idx) in followers.iter().enumerate() {
            let below = has_parts && k > 0 && !is_part.get(k).copied().unwrap_or(false);
            levels.push((*idx, base + u8::from(below)));
        }
        nth = end;
        if let Some(idx) = bare.get(nth) {
            levels.push((*idx, 0));
            group = name(*idx);
            base = 1;
            nth += 1;
        }
    }
    levels
}
