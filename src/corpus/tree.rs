//! Drafts as a tree, and what kind of entry each of them is.

use std::collections::HashSet;

use super::draft::Draft;
use super::heading::{Class, Frame};
use super::markers::{DOCUMENT_WORDS, PRINCIPLES};
use crate::model::{Document, MeasureKind};

pub(super) struct Tree<'a> {
    pub(super) drafts: &'a [Draft],
    pub(super) document: &'a Document,
    pub(super) children: Vec<Vec<usize>>,
    pub(super) kinds: Vec<Option<MeasureKind>>,
    /// Drafts below which headings stand that print a number.
    pub(super) over_numbers: HashSet<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(drafts: &'a [Draft], document: &'a Document, is_speech: bool) -> Self {
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); drafts.len()];
        for (idx, draft) in drafts.iter().enumerate() {
            if let Some(siblings) = draft.parent.and_then(|parent| children.get_mut(parent)) {
                siblings.push(idx);
            }
        }
        let mut tree = Self {
            drafts,
            document,
            children,
            kinds: vec![None; drafts.len()],
            over_numbers: HashSet::new(),
        };
        // Children stand behind their parents, so that walking backwards knows them first.
        for idx in (0..drafts.len()).rev() {
            let kind = tree.kind_of(idx, is_speech);
            if let Some(slot) = tree.kinds.get_mut(idx) {
                *slot = kind;
            }
        }
        tree.over_numbers = (0..drafts.len())
            .filter(|idx| {
                drafts.get(*idx).is_some_and(|draft| {
                    draft.class == Some(Class::Number) && !draft.number.is_empty()
                })
            })
            .map(|idx| tree.counted_in(idx))
            .collect();
        tree
    }

    pub(super) fn kind(&self, idx: usize) -> Option<MeasureKind> {
        self.kinds.get(idx).copied().flatten()
    }

    pub(super) fn has_entries(&self, idx: usize) -> bool {
        self.children
            .get(idx)
            .is_some_and(|children| children.iter().any(|child| self.kind(*child).is_some()))
    }

    pub(super) fn kind_of(&self, idx: usize, is_speech: bool) -> Option<MeasureKind> {
        use MeasureKind::{Measure, Overview, Principle, Section};
        let draft = self.drafts.get(idx)?;
        if draft.is_overview_line {
            let is_summed_up = self
                .ancestors(idx)
                .any(|above| self.drafts.get(above).is_some_and(|above| above.has_echo));
            return Some(if is_summed_up { Overview } else { Measure });
        }
        if draft.is_row {
            return Some(Measure);
        }
        let class = draft.class?;
        let has_text = !draft.body.is_empty() || !draft.target.is_empty();
        let says_something = has_text || !draft.budgets.is_empty() || draft.contact.is_some();
        let has_entries = self.has_entries(idx);
        if matches!(draft.frame, Some((Frame::Contact, _))) {
            return None;
        }
        if let Some((frame, _)) = draft.frame.filter(|_| class != Class::Title) {
            let is_filled = match frame {
                Frame::Empty => draft.body.iter().any(|text| text.contains('。')),
                _ => says_something || has_entries,
            };
            return is_filled.then_some(Section);
        }
        match class {
            Class::Title => {
                let is_page = draft.printed != self.document.title;
                if is_matter(draft) && !is_speech {
                    return Some(Measure);
                }
                if is_speech || has_entries {
                    return (is_page || says_something).then_some(Section);
                }
                return says_something.then_some(Measure);
            }
            Class::Issue | Class::Strategy => {
                return (says_something || has_entries).then_some(Section);
            }
            Class::Dotted(2) if !has_entries && self.is_below_issue(idx) => {
                return says_something.then_some(Section);
            }
            _ => {}
        }
        let is_principle = self.is_principle(idx);
        if has_entries {
            let children = self.children.get(idx).map(Vec::as_slice).unwrap_or_default();
            let are_notes =
                children.iter().filter_map(|child| self.drafts.get(*child)).all(|child| {
                    matches!(child.class, Some(Class::Dot | Class::Sub)) && child.body.is_empty()
                });
            let is_item = has_text && (class == Class::Dot || are_notes);
            return Some(match () {
                () if is_item => Measure,
                () if is_speech
                    && has_text
                    && !matches!(class, Class::Chapter(_) | Class::Roman) =>
                {
                    Overview
                }
                () => Section,
            });
        }
        if !says_something && !self.is_listed(idx) {
            return None;
        }
        if is_principle {
            return Some(Principle);
        }
        if draft.has_echo {
            return Some(Overview);
        }
        let names_document = DOCUMENT_WORDS.iter().any(|word| draft.title.contains(word))
            && draft.title.contains("年度");
        let is_about = names_document
            || ["とは", "とは?", "とは？", "について教えて"]
                .iter()
                .any(|end| draft.title.ends_with(end));
        // A press release's sections are parts of the one matter that it is about.
        let is_part =
            matches!(
                class,
                Class::Number
                    | Class::Bracket
                    | Class::HighBracket
                    | Class::Diamond
                    | Class::LowDiamond
            ) && self.ancestors(idx).any(|above| self.drafts.get(above).is_some_and(is_matter));
        Some(if is_about || is_part { Section } else { Measure })
    }

    /// An item without a text of its own, in a list of such: ● 地域防災拠点の訓練支援.
    fn is_listed(&self, idx: usize) -> bool {
        let is_item = |draft: &Draft| {
            matches!(draft.class, Some(Class::Dot | Class::Sub | Class::Paren | Class::Circled))
                && draft.body.is_empty()
        };
        let Some(draft) = self.drafts.get(idx).filter(|draft| is_item(draft)) else {
            return false;
        };
        let siblings = draft.parent.and_then(|parent| self.children.get(parent));
        let alike = siblings.into_iter().flatten().filter_map(|sibling| self.drafts.get(*sibling));
        alike.filter(|sibling| sibling.class == draft.class && is_item(sibling)).nth(1).is_some()
    }

    pub(super) fn ancestors(&self, idx: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.drafts.get(idx).and_then(|draft| draft.parent), |above| {
            self.drafts.get(*above).and_then(|draft| draft.parent)
        })
        .take(64)
    }

    pub(super) fn is_below_issue(&self, idx: usize) -> bool {
        self.ancestors(idx).any(|above| {
            self.drafts.get(above).is_some_and(|above| above.class == Some(Class::Issue))
        })
    }

    pub(super) fn is_principle(&self, idx: usize) -> bool {
        std::iter::once(idx)
            .chain(self.ancestors(idx))
            .filter_map(|above| self.drafts.get(above))
            .any(|above| {
                matches!(above.frame, Some((Frame::Principles, _)))
                    || above.class.is_some_and(|class| class != Class::Title)
                        && self.document.title.contains("方針")
                        && PRINCIPLES.iter().any(|word| above.title.ends_with(word))
            })
    }

    pub(super) fn descendants(&self, idx: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut open: Vec<usize> = self.children.get(idx).cloned().unwrap_or_default();
        open.reverse();
        while let Some(next) = open.pop() {
            found.push(next);
            if found.len() > 500 {
                break;
            }
            open.extend(self.children.get(next).into_iter().flatten().rev());
        }
        found
    }
}

/// Is it the title of a release about one matter?
fn is_matter(draft: &Draft) -> bool {
    draft.class == Some(Class::Title)
        && ["発表", "報道", "プレス", "お知らせ", "について", "します", "しました"]
            .iter()
            .any(|word| draft.title.contains(word))
        && !draft.title.contains("予算")
        && draft.body.iter().any(|text| text.contains('。'))
}
