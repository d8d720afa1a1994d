//! Blocks → a tree that keeps every line in exactly one node.

use std::collections::HashMap;

use super::block::{Block, Kind};
use super::facts;
use super::heading::{self, Class, Frame, Heading};
use super::lines::Line;
use super::markers::{SPEECH_TELLS, SPEECH_TURNS};
use super::similar;
use crate::model::Lines;
use crate::text::fold;

/// What a node of an [`Outline`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// The document: whatever stands before its first heading.
    Root,
    /// A heading with the text directly below it.
    Heading,
    /// Lines of the site or the page and not of the document.
    Chrome,
    /// Text that goes on behind chrome.
    Text,
}

/// A node: its heading, its own lines, and its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The heading as printed; empty for other nodes.
    pub title: String,
    /// Depth in the tree; the root has 0.
    pub depth: usize,
    /// Index of the node above; none for the root.
    pub parent: Option<usize>,
    /// Its own lines, without those of its children, by index into [`Outline::lines`].
    ///
    /// Empty for a heading that shares its line with one before it.
    pub own: std::ops::Range<usize>,
    pub(super) heading: Option<Heading>,
    /// An earlier heading that this one takes up again, in more detail.
    pub(super) echo_of: Option<usize>,
    pub(super) blocks: std::ops::Range<usize>,
}

/// A document as a tree over its lines. Nodes stand in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The document's lines.
    pub lines: Vec<Line>,
    /// The nodes, each before its children.
    pub nodes: Vec<Node>,
    pub(super) blocks: Vec<Block>,
}

impl Outline {
    /// Returns the source lines that a node's own text spans.
    pub fn span(&self, node: &Node) -> Option<Lines> {
        let first = self.lines.get(node.own.start)?;
        let last = self.lines.get(node.own.end.checked_sub(1)?)?;
        (!node.own.is_empty()).then(|| Lines(first.number, last.number))
    }

    /// Returns all lines, node by node: the input again.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.nodes
            .iter()
            .flat_map(|node| self.lines.get(node.own.clone()).unwrap_or_default())
            .map(|line| line.raw.as_str())
    }
}

/// Builds the tree.
///
/// Returns with it the document's title as printed.
pub(super) fn build(lines: Vec<Line>, mut blocks: Vec<Block>) -> (Outline, Option<String>) {
    settle_amounts(&mut blocks);
    bare_headings(&mut blocks);
    let mut title = None;
    if let Some(block) = facts::title_block(&blocks).and_then(|idx| blocks.get_mut(idx)) {
        let text = block.text().replace('\n', " ");
        let text = text
            .trim()
            .trim_end_matches(['-', '─', '―', '='])
            .trim()
            .to_owned();
        let line = block.line;
        let heading = Heading::new(Class::Title, "", &text, &text);
        // Of a title, nothing is cut off but amounts.
        let heading = Heading {
            frame: None,
            printed: text.clone(),
            name: text.clone(),
            ..heading
        };
        title = Some(text);
        block.kind = Kind::Heading(heading);
        // What stood behind a bracket on its line is part of it.
        for block in blocks
            .iter_mut()
            .filter(|block| block.line == line && !block.is_first)
        {
            block.kind = Kind::Blank;
        }
        // What stands above the title is a masthead and heads nothing.
        for block in blocks.iter_mut().take_while(
            |block| !matches!(&block.kind, Kind::Heading(heading) if heading.class == Class::Title),
        ) {
            if matches!(&block.kind, Kind::Heading(heading) if matches!(heading.class, Class::Bare(_)))
            {
                block.kind = Kind::Text;
            }
        }
    }
    levels(&mut blocks);
    let nodes = nest(&blocks, lines.len());
    (
        Outline {
            lines,
            nodes,
            blocks,
        },
        title,
    )
}

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
        && blocks
            .get(idx + 1)
            .is_some_and(|next| matches!(next.kind, Kind::Text | Kind::Item))
    {
        return false;
    }
    let has_motto_below = blocks
        .get(idx + 1)
        .is_some_and(|next| heading::is_slogan(&next.text()));
    stands_free
        && is_alone
        && !has_motto_below
        && block
            .rich
            .items
            .first()
            .is_some_and(|text| heading::is_bare(text))
}

/// A line that ends in its amount is a bare heading where it stands free, and an item where not.
fn settle_amounts(blocks: &mut [Block]) {
    for idx in 0..blocks.len() {
        let before = idx
            .checked_sub(1)
            .and_then(|before| blocks.get(before))
            .map(|block| block.kind.clone());
        let is_free = matches!(before, None | Some(Kind::Blank | Kind::Chrome));
        let Some(block) = blocks.get_mut(idx) else {
            continue;
        };
        let text = block.text();
        let has_bullet = text.starts_with(['・', '•', '･', '◦', '‣', '-', '*', '－']);
        if let Kind::Heading(heading) = &mut block.kind {
            if heading.class == Class::Sub && is_free && !has_bullet && block.is_first {
                block.kind = Kind::Text;
            }
        }
    }
}

/// Finds the headings without marks: short free-standing lines above text or above such headings.
fn bare_headings(blocks: &mut [Block]) {
    let n = blocks.len();
    let has_levels = blocks.iter().any(|block| matches!(&block.kind, Kind::Heading(heading) if matches!(heading.class, Class::Level(2..))));
    let candidates: Vec<bool> = (0..n)
        .map(|idx| is_candidate(blocks, idx, has_levels))
        .collect();
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
            Kind::Label(..) => leads_to_text = false,
            Kind::Item | Kind::Amounts | Kind::Columns(_) | Kind::Row(..) | Kind::Running => {
                leads_to_text = true
            }
            Kind::Text => {
                let text = block.text();
                let is_candidate = candidates.get(idx).copied().unwrap_or(false);
                let has_amount = is_candidate && !heading::split_tail(&text).1.is_empty();
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
            && text
                .rich
                .items
                .iter()
                .map(|item| item.chars().count())
                .sum::<usize>()
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

/// Gives headings without marks their levels, from what stands around them.
fn levels(blocks: &mut [Block]) {
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
    for (from, to, is_when_first) in [
        (Class::Diamond, Class::LowDiamond, false),
        (Class::Bracket, Class::HighBracket, true),
    ] {
        let first = headings
            .iter()
            .copied()
            .find(|idx| at(blocks, *idx).is_some_and(|heading| heading.class == from));
        let comes_first = first
            .zip(first_number)
            .is_some_and(|(first, number)| first < number);
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
        blocks
            .get(idx + 1..*next)
            .unwrap_or_default()
            .iter()
            .all(|block| match &block.kind {
                Kind::Blank | Kind::Chrome => true,
                Kind::Text => heading::is_slogan(&block.text()),
                _ => false,
            })
    };
    let opens_part = |idx: usize| -> bool {
        blocks
            .iter()
            .skip(idx + 1)
            .find(|block| block.kind != Kind::Blank)
            .is_some_and(|block| {
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
        let end = (nth..bare.len())
            .find(|n| is_group(*n))
            .unwrap_or(bare.len());
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

/// Builds the nodes from the blocks.
fn nest(blocks: &[Block], n_lines: usize) -> Vec<Node> {
    let mut nodes = vec![Node {
        kind: NodeKind::Root,
        title: String::new(),
        depth: 0,
        parent: None,
        own: 0..0,
        heading: None,
        echo_of: None,
        blocks: 0..0,
    }];
    let mut stack: Vec<(usize, u8)> = vec![(0, 0)];
    let mut by_number: HashMap<String, usize> = HashMap::new();
    let mut echoes: HashMap<(u8, String), Vec<usize>> = HashMap::new();
    let mut title: Option<usize> = None;
    for (idx, block) in blocks.iter().enumerate() {
        let current = nodes.len() - 1;
        let is_chrome = block.kind == Kind::Chrome;
        let open = stack.last().map_or(0, |(node, _)| *node);
        let is_same_kind = nodes.last().is_some_and(|node| {
            (node.kind == NodeKind::Chrome) == is_chrome || block.kind == Kind::Blank
        });
        if let Kind::Heading(heading) = &block.kind {
            let rank = heading.class.rank();
            let key = (rank, heading.number.clone());
            let earlier = if matches!(
                heading.class,
                Class::Issue | Class::Number | Class::Strategy
            ) {
                echoes.get(&key).and_then(|nodes_before| {
                    nodes_before.iter().rev().take(8).copied().find(|earlier| {
                        nodes
                            .get(*earlier)
                            .and_then(|node| node.heading.as_ref())
                            .is_some_and(|before| similar::dice(&before.name, &heading.name) >= 0.6)
                    })
                })
            } else {
                None
            };
            let is_open =
                earlier.is_some_and(|earlier| stack.iter().any(|(node, _)| *node == earlier));
            if is_open && heading.class != Class::Number {
                // The heading of a part that goes on over a page.
                extend(&mut nodes, current, idx, block);
                continue;
            }
            while stack.len() > 1 && stack.last().is_some_and(|(_, top)| *top >= rank) {
                stack.pop();
            }
            // The form's own texts hold no issues, and an introduction nothing at all.
            while stack.len() > 1
                && stack
                    .last()
                    .and_then(|(node, _)| nodes.get(*node))
                    .and_then(|node| node.heading.as_ref())
                    .is_some_and(|above| match above.frame {
                        Some((Frame::Intro, _)) => true,
                        Some((Frame::Text, _)) => matches!(
                            heading.class,
                            Class::Issue | Class::Strategy | Class::Dotted(_)
                        ),
                        _ => false,
                    })
            {
                stack.pop();
            }
            if earlier.is_some() && heading.class != Class::Strategy {
                // A part that is taken up again begins anew at the top.
                stack.truncate(1);
                if let Some(title) = title {
                    stack.push((title, 0));
                }
            }
            let parent = parent_by_number(heading, &by_number, &nodes)
                .unwrap_or_else(|| stack.last().map_or(0, |(node, _)| *node));
            if stack.last().is_none_or(|(node, _)| *node != parent) {
                stack = chain(&nodes, parent);
            }
            let node = nodes.len();
            let own = if block.is_first {
                block.line..block.line + 1
            } else {
                block.line + 1..block.line + 1
            };
            nodes.push(Node {
                kind: NodeKind::Heading,
                title: heading.printed.clone(),
                depth: nodes.get(parent).map_or(0, |parent| parent.depth) + 1,
                parent: Some(parent),
                own,
                heading: Some(heading.clone()),
                echo_of: earlier,
                blocks: idx..idx + 1,
            });
            stack.push((node, rank));
            if heading.class == Class::Title && title.is_none() {
                title = Some(node);
            }
            if !heading.number.is_empty()
                && matches!(
                    heading.class,
                    Class::Issue | Class::Strategy | Class::Dotted(_)
                )
            {
                by_number.insert(heading.number.clone(), node);
            }
            if matches!(
                heading.class,
                Class::Issue | Class::Number | Class::Strategy
            ) {
                echoes.entry(key).or_default().push(node);
            }
            continue;
        }
        if is_same_kind {
            extend(&mut nodes, current, idx, block);
            continue;
        }
        let depth = nodes.get(open).map_or(0, |open| open.depth) + 1;
        nodes.push(Node {
            kind: if is_chrome {
                NodeKind::Chrome
            } else {
                NodeKind::Text
            },
            title: String::new(),
            depth,
            parent: Some(open),
            own: block.line..block.line + 1,
            heading: None,
            echo_of: None,
            blocks: idx..idx + 1,
        });
    }
    debug_assert_eq!(
        nodes.iter().map(|node| node.own.len()).sum::<usize>(),
        n_lines
    );
    nodes
}

/// The open nodes down to this one, with their ranks.
fn chain(nodes: &[Node], node: usize) -> Vec<(usize, u8)> {
    let mut chain: Vec<(usize, u8)> = std::iter::successors(Some(node), |above| {
        nodes.get(*above).and_then(|above| above.parent)
    })
    .map(|node| {
        (
            node,
            nodes
                .get(node)
                .and_then(|node| node.heading.as_ref())
                .map_or(0, |heading| heading.class.rank()),
        )
    })
    .collect();
    chain.reverse();
    chain
}

fn extend(nodes: &mut [Node], current: usize, idx: usize, block: &Block) {
    if let Some(node) = nodes.get_mut(current) {
        node.blocks.end = idx + 1;
        if block.is_first {
            if node.own.is_empty() {
                node.own.start = block.line;
            }
            node.own.end = block.line + 1;
        }
    }
}

/// Finds the node above a number of several parts: 1-1 for 1-1-2, whatever stands between.
fn parent_by_number(
    heading: &Heading,
    by_number: &HashMap<String, usize>,
    nodes: &[Node],
) -> Option<usize> {
    if !matches!(heading.class, Class::Dotted(_) | Class::Strategy) {
        return None;
    }
    let (above, _) = heading.number.rsplit_once('-')?;
    by_number
        .get(above)
        .copied()
        .filter(|node| nodes.len() - node < 2000)
}
