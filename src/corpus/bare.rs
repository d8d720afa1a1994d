//! Headings without any mark: short free-standing lines above text or above such lines.

use super::block::{Block, Kind};
use super::contact;
use super::heading::{self, Class, Frame, Heading};
use super::tail;

fn is_candidate(blocks: &[Block], idx: usize, has_levels: bool) -> bool {
    let Some(block) = blocks
        .get(idx)
        .filter(|block| block.kind == Kind::Text && block.is_first && block.rich.items.len() == 1)
    else {
        return false;
    };
    let stands_free = match idx.checked_sub(1).and_then(|before| blocks.get(before)) {
        None => true,
        Some(before) => matches!(before.kind, Kind::Blank | Kind::Chrome),
    };
    // Several blocks on one line are a paragraph's.
    let is_alone = blocks.get(idx + 1).is_none_or(|next| next.is_first);
    // Where headings are marked up, the first line of a paragraph is none.
    if has_levels
        && blocks.get(idx + 1).is_some_and(|next| matches!(next.kind, Kind::Text | Kind::Item))
    {
        return false;
    }
    // Beside its label or its number, the name of an office is no heading.
    let is_near = |block: &&Block| block.kind != Kind::Blank;
    let is_label = |block: &Block| matches!(&block.kind, Kind::Contact(it) if it.department.is_empty() && it.phone.is_empty());
    let is_number = |block: &Block| matches!(&block.kind, Kind::Contact(it) if it.department.is_empty() && !it.phone.is_empty());
    let is_office = contact::is_department(&block.text())
        && (blocks.iter().take(idx).rev().find(is_near).is_some_and(is_label)
            || blocks.iter().skip(idx + 1).find(is_near).is_some_and(is_number));
    let has_motto_below = blocks.get(idx + 1).is_some_and(|next| heading::is_slogan(&next.text()));
    stands_free
        && is_alone
        && !has_motto_below
        && !is_office
        && block.rich.items.first().is_some_and(|text| heading::is_bare(text))
}

/// A line that ends in its amount is a bare heading where it stands free, and an item where not, or where such follow.
pub(super) fn settle_amounts(blocks: &mut [Block]) {
    for idx in 0..blocks.len() {
        let before = idx
            .checked_sub(1)
            .and_then(|before| blocks.get(before))
            .map(|block| block.kind.clone());
        let is_free = matches!(before, None | Some(Kind::Blank | Kind::Chrome));
        let is_list = blocks.get(idx + 1).is_some_and(
            |next| matches!(&next.kind, Kind::Heading(heading) if heading.class == Class::Sub),
        );
        let Some(block) = blocks.get_mut(idx) else {
            continue;
        };
        let text = block.text();
        let has_bullet = text.starts_with(['・', '•', '･', '◦', '‣', '-', '*', '－']);
        if let Kind::Heading(heading) = &mut block.kind
            && heading.class == Class::Sub
            && is_free
            && !has_bullet
            && !is_list
            && block.is_first
            && heading::is_bare(&text)
        {
            block.kind = Kind::Text;
        }
    }
}

/// Finds the headings without marks: short free-standing lines above text or above such headings.
pub(super) fn bare_headings(blocks: &mut [Block]) {
    let n = blocks.len();
    let has_levels = blocks.iter().any(|block| matches!(&block.kind, Kind::Heading(heading) if matches!(heading.class, Class::Level(2..))));
    let candidates: Vec<bool> = (0..n).map(|idx| is_candidate(blocks, idx, has_levels)).collect();
    // What follows each block: walked from the end, so that a chain of candidates is known whole.
    let mut leads_to_text = false;
    let mut next_is_glued = false;
    let mut is_over_items = false;
    let mut is_over_sentence = false;
    let mut is_heading = vec![false; n];
    let places = places(blocks);
    for idx in (0..n).rev() {
        let Some(block) = blocks.get(idx) else {
            continue;
        };
        match &block.kind {
            Kind::Blank => {
                next_is_glued = false;
                continue;
            }
            Kind::Chrome | Kind::Unit(_) => continue,
            Kind::Heading(heading) => {
                leads_to_text = heading.class.rank() >= Class::Dot.rank();
                is_over_items = leads_to_text;
                is_over_sentence = false;
                continue;
            }
            Kind::Contact(contact) => leads_to_text = !contact.is_page,
            Kind::Label(..) | Kind::Office(_) => leads_to_text = false,
            Kind::Item | Kind::Amounts | Kind::Columns(_) | Kind::Row(..) | Kind::Running => {
                leads_to_text = true;
            }
            Kind::Text => {
                let text = block.text();
                let is_candidate = candidates.get(idx).copied().unwrap_or(false);
                let has_amount = is_candidate && !tail::split_tail(&text).1.is_empty();
                let may = is_candidate
                    && match places.get(idx) {
                        Some(Place::FormText | Place::ItemStart) => false,
                        // Inside an item, only what stands over further items or over sentences ends it.
                        Some(Place::Item) => is_over_items || is_over_sentence,
                        _ => true,
                    };
                if may && (leads_to_text || has_amount) {
                    if let Some(flag) = is_heading.get_mut(idx) {
                        *flag = true;
                    }
                    leads_to_text = true;
                } else if !heading::is_slogan(&text) {
                    let is_sentence = text.contains('。')
                        || !heading::is_bare(&text)
                        || text.ends_with('、')
                        || next_is_glued;
                    leads_to_text = is_sentence
                        || !is_candidate && !heading::is_bare(&text)
                        || text.starts_with(['例', '※', '(', '（']);
                }
                next_is_glued = true;
                is_over_sentence = text.ends_with('。');
            }
        }
        is_over_sentence &= block.kind == Kind::Text;
        is_over_items = false;
    }
    for (block, is_heading) in blocks.iter_mut().zip(is_heading) {
        if is_heading {
            let text = block.text();
            block.kind = Kind::Heading(Heading::new(Class::Bare(0), "", &text, &text));
        }
    }
    sub_headings(blocks);
}

/// Where a block stands, as far as headings with marks tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Open,
    /// In a text of the form's own, such as the goal.
    FormText,
    /// First below an item's heading: its text.
    ItemStart,
    /// Further below an item's heading.
    Item,
}

fn places(blocks: &[Block]) -> Vec<Place> {
    let mut place = Place::Open;
    blocks
        .iter()
        .map(|block| {
            let here = place;
            match &block.kind {
                Kind::Heading(heading) => {
                    place = match heading.frame {
                        Some((Frame::Text | Frame::Empty | Frame::Contact, _)) => Place::FormText,
                        _ if matches!(
                            heading.class,
                            Class::Dot | Class::Sub | Class::Paren | Class::Circled | Class::Kana
                        ) =>
                        {
                            Place::ItemStart
                        }
                        _ => Place::Open,
                    };
                }
                Kind::Blank | Kind::Chrome => {}
                _ if place == Place::ItemStart => place = Place::Item,
                _ => {}
            }
            here
        })
        .collect()
}

/// Finds items that head a paragraph: `・title`, a blank line, text longer than the title.
fn sub_headings(blocks: &mut [Block]) {
    let mut found = Vec::new();
    for idx in 0..blocks.len() {
        let Some([block, blank, text]) = blocks.get(idx..idx + 3) else {
            continue;
        };
        let title = block.text();
        let title = title.trim_start_matches(['・', '•', '･']).trim();
        let is_free = idx
            .checked_sub(1)
            .and_then(|before| blocks.get(before))
            .is_none_or(|before| before.kind == Kind::Blank);
        if block.kind == Kind::Item
            && is_free
            && blank.kind == Kind::Blank
            && text.kind == Kind::Text
            && title.chars().count() <= 40
            && heading::is_bare(title)
            && text.rich.items.iter().map(|item| item.chars().count()).sum::<usize>()
                > title.chars().count()
        {
            found.push((idx, Heading::new(Class::Sub, "", title, title)));
        }
    }
    for (idx, heading) in found {
        if let Some(block) = blocks.get_mut(idx) {
            block.kind = Kind::Heading(heading);
        }
    }
}
