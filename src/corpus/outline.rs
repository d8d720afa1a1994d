//! Blocks → a tree that keeps every line in exactly one node.

use super::block::{Block, Kind};
use super::facts;
use super::heading::{Class, Frame, Heading};
use super::lines::Line;
use super::{bare, budget, level};
use crate::model::Lines;
use crate::text::likeness;
use std::collections::HashMap;

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
        (!node.own.is_empty()).then_some(Lines(first.number, last.number))
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
    bare::settle_amounts(&mut blocks);
    bare::bare_headings(&mut blocks);
    let mut title = None;
    if let Some(block) = facts::title_block(&blocks).and_then(|idx| blocks.get_mut(idx)) {
        let text = block.text().replace('\n', " ");
        let text = text.trim().trim_end_matches(['-', '─', '―', '=']).trim().to_owned();
        let line = block.line;
        let heading = Heading::new(Class::Title, "", &text, &text);
        // Of a title, nothing is cut off but amounts.
        let heading = Heading { frame: None, printed: text.clone(), name: text.clone(), ..heading };
        title = Some(text);
        block.kind = Kind::Heading(heading);
        // What stood behind a bracket on its line is part of it.
        for block in blocks.iter_mut().filter(|block| block.line == line && !block.is_first) {
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
    level::levels(&mut blocks);
    let nodes = nest(&blocks, lines.len());
    (Outline { lines, nodes, blocks }, title)
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
            let earlier = if matches!(heading.class, Class::Issue | Class::Number | Class::Strategy)
            {
                echoes.get(&key).and_then(|nodes_before| {
                    nodes_before.iter().rev().take(8).copied().find(|earlier| {
                        nodes
                            .get(*earlier)
                            .and_then(|node| node.heading.as_ref())
                            .is_some_and(|before| likeness(&before.name, &heading.name) >= 0.6)
                    })
                })
            } else {
                None
            };
            // What a heading over a year lists is not taken up again.
            let is_of_year = |earlier: usize| {
                stack.iter().filter(|(node, _)| *node > earlier).any(|(node, _)| {
                    let above = nodes.get(*node).and_then(|node| node.heading.as_ref());
                    above.is_some_and(|above| budget::stated(&above.name, None).is_some())
                })
            };
            let earlier = earlier.filter(|earlier| !is_of_year(*earlier));
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
            // The form's own texts hold no issues, an introduction or an office nothing at all.
            while stack.len() > 1
                && stack
                    .last()
                    .and_then(|(node, _)| nodes.get(*node))
                    .and_then(|node| node.heading.as_ref())
                    .is_some_and(|above| match above.frame {
                        Some((Frame::Intro | Frame::Contact, _)) => true,
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
            let own = own_line(block);
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
                && matches!(heading.class, Class::Issue | Class::Strategy | Class::Dotted(_))
            {
                by_number.insert(heading.number.clone(), node);
            }
            if matches!(heading.class, Class::Issue | Class::Number | Class::Strategy) {
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
            kind: if is_chrome { NodeKind::Chrome } else { NodeKind::Text },
            title: String::new(),
            depth,
            parent: Some(open),
            own: own_line(block),
            heading: None,
            echo_of: None,
            blocks: idx..idx + 1,
        });
    }
    debug_assert_eq!(nodes.iter().map(|node| node.own.len()).sum::<usize>(), n_lines);
    nodes
}

/// The line that a block brings to a node of its own: none where it shares that with the block before.
fn own_line(block: &Block) -> std::ops::Range<usize> {
    if block.is_first { block.line..block.line + 1 } else { block.line + 1..block.line + 1 }
}

/// The open nodes down to this one, with their ranks.
fn chain(nodes: &[Node], node: usize) -> Vec<(usize, u8)> {
    let mut chain: Vec<(usize, u8)> =
        std::iter::successors(Some(node), |above| nodes.get(*above).and_then(|above| above.parent))
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
    by_number.get(above).copied().filter(|node| nodes.len() - node < 2000)
}
