//! Drafts → measures: kinds, keys, paths, contacts, relations.

use std::sync::Arc;

use super::contact::ContactLine;
use super::diagnose;
use super::draft::Draft;
use super::heading::{Class, Frame};
use super::offices::Offices;
use super::reading::Reading;
use super::relate;
use super::tree::Tree;
use crate::model::{
    Contact, ContactBasis, ContactScope, Diagnostic, Document, Lines, Measure, MeasureId,
    MeasureKind, Severity,
};

/// Entries of a document beyond these are left out: a ward's documents have hundreds, and they are compared in pairs.
const MAX_ENTRIES: usize = 20_000;
/// A target longer than this, in bytes, is that of its strategy alone: each row would carry it.
const MAX_CARRIED: usize = 8_000;

/// Makes measures of the drafts.
pub(super) fn measures(
    reading: Reading,
    document: &Arc<Document>,
    is_speech: bool,
) -> (Vec<Measure>, Vec<Diagnostic>) {
    let Reading { mut drafts, offices, mut diagnostics } = reading;
    if let Some(first) = drafts.get(MAX_ENTRIES) {
        let lines = Lines(first.lines.0.max(1), first.lines.0.max(1));
        diagnostics.push(diagnose::at(Severity::Error, "too-many-entries", lines, &first.printed));
        drafts.truncate(MAX_ENTRIES);
    }
    let offices = Offices::of(&offices);
    if offices.are_many {
        let titles = drafts.iter_mut().filter(|draft| draft.class == Some(Class::Title));
        titles.for_each(|title| title.contact = None);
    }
    let tree = Tree::new(&drafts, document, is_speech);
    let keys = tree.keys();
    let related = tree.related(&keys);
    let mut measures = Vec::new();
    for (idx, draft) in drafts.iter().enumerate() {
        let lines = Lines(draft.lines.0.max(1), draft.lines.1.max(draft.lines.0).max(1));
        let Some(kind) = tree.kind(idx) else {
            tree.diagnose(idx, lines, &mut diagnostics);
            continue;
        };
        let Some(key) = keys.get(idx).filter(|key| !key.is_empty()) else {
            continue;
        };
        let title =
            if kind == MeasureKind::Section { draft.printed.clone() } else { draft.title.clone() };
        measures.push(Measure {
            id: MeasureId::new(&document.id, key),
            kind,
            document: Arc::clone(document),
            path: tree.path(idx),
            number: number_of(draft),
            title,
            body: draft.body.join("\n"),
            target_state: tree.target(idx, kind),
            results: draft.results.join("\n"),
            results_year: draft.results_year,
            changes: draft.changes.clone(),
            budgets: draft.budgets.clone(),
            related: related
                .get(idx)
                .into_iter()
                .flatten()
                .filter_map(|other| keys.get(*other).filter(|key| !key.is_empty()))
                .map(|key| MeasureId::new(&document.id, key))
                .collect(),
            contact: tree.contact(idx, &offices, document.updated.as_ref()),
            lines,
        });
    }
    (measures, diagnostics)
}

impl Tree<'_> {
    fn path(&self, idx: usize) -> Vec<String> {
        let mut path: Vec<String> = self
            .ancestors(idx)
            .filter_map(|above| self.drafts.get(above))
            .filter(|above| above.class.is_some() && above.printed != self.document.title)
            .map(|above| above.printed.clone())
            .filter(|title| !title.is_empty())
            .collect();
        path.reverse();
        if let Some(draft) = self.drafts.get(idx).filter(|draft| !draft.group.is_empty()) {
            path.push(draft.group.clone());
        }
        path
    }

    /// Its own target state, or that of the strategy above it.
    fn target(&self, idx: usize, kind: MeasureKind) -> String {
        let own = self.drafts.get(idx).map(|draft| draft.target.join("\n")).unwrap_or_default();
        if !own.is_empty() || kind == MeasureKind::Section {
            return own;
        }
        if kind == MeasureKind::Overview {
            return self.drafts.get(idx).map(stated_target).unwrap_or_default();
        }
        self.ancestors(idx)
            .filter_map(|above| self.drafts.get(above))
            .find(|above| !above.target.is_empty())
            .map(|above| above.target.join("\n"))
            .filter(|target| target.len() <= MAX_CARRIED)
            .unwrap_or_default()
    }

    fn contact(&self, idx: usize, offices: &Offices, updated: Option<&String>) -> Option<Contact> {
        let make = |line: &ContactLine, scope: ContactScope| Contact {
            department: line.department.clone(),
            phone: line.phone.clone(),
            fax: line.fax.clone(),
            basis: ContactBasis::Document,
            scope,
            as_of: updated.cloned(),
            source: None,
        };
        let own = self.drafts.get(idx).and_then(|draft| draft.contact.as_ref());
        if let Some(own) = own {
            let is_whole = self.kind(idx) == Some(MeasureKind::Section) && self.has_entries(idx);
            let scope = if is_whole { ContactScope::Page } else { ContactScope::Measure };
            return Some(make(&offices.fuller(own), scope));
        }
        // A matter whose notes name a contact each: the first one's.
        let notes = self.children.get(idx).filter(|_| self.kind(idx) == Some(MeasureKind::Measure));
        let first = notes
            .into_iter()
            .flatten()
            .find_map(|note| self.drafts.get(*note).and_then(|note| note.contact.as_ref()));
        if let Some(first) = first {
            return Some(make(&offices.fuller(first), ContactScope::Measure));
        }
        // A section's office answers for what stands below it; a measure's only for itself.
        let above = self
            .ancestors(idx)
            .filter(|above| {
                self.kind(*above) != Some(MeasureKind::Measure)
                    || self
                        .drafts
                        .get(*above)
                        .is_some_and(|draft| draft.class == Some(Class::Title))
            })
            .find_map(|above| self.drafts.get(above).and_then(|draft| draft.contact.as_ref()));
        let line = above.or(offices.of_all.as_ref())?;
        Some(make(&offices.fuller(line), ContactScope::Page))
    }

    fn related(&self, keys: &[String]) -> Vec<Vec<usize>> {
        let mut related: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
        let mut link = |a: usize, b: usize| {
            for (from, to) in [(a, b), (b, a)] {
                if let Some(others) = related.get_mut(from).filter(|others| !others.contains(&to)) {
                    others.push(to);
                }
            }
        };
        for (a, b) in relate::pairs(self.drafts) {
            link(a, b);
        }
        for idx in 0..self.drafts.len() {
            let Some(kind) = self.kind(idx) else { continue };
            let children = self.children.get(idx).map(Vec::as_slice).unwrap_or_default();
            // An overview with its parts, a measure with its sub-items.
            if matches!(kind, MeasureKind::Overview | MeasureKind::Measure) {
                for child in
                    children.iter().filter(|child| self.kind(**child) == Some(MeasureKind::Measure))
                {
                    link(idx, *child);
                }
            }
            // A heading taken up again: its first appearance sums up what stands below the second.
            let Some(first) = self.drafts.get(idx).and_then(|draft| draft.echo_of) else {
                continue;
            };
            if self.kind(first) == Some(MeasureKind::Overview) {
                for below in self.descendants(idx) {
                    if self.kind(below) == Some(MeasureKind::Measure) {
                        link(first, below);
                    }
                }
            }
        }
        related
    }

    fn diagnose(&self, idx: usize, lines: Lines, diagnostics: &mut Vec<Diagnostic>) {
        let Some(draft) = self.drafts.get(idx) else {
            return;
        };
        if idx == 0 || matches!(draft.frame, Some((Frame::Contact, _))) {
            if !draft.body.is_empty() {
                diagnostics.push(diagnose::at(
                    Severity::Note,
                    "unread-text",
                    lines,
                    &draft.body.join(" "),
                ));
            }
            return;
        }
        if draft.class.is_some() && draft.class != Some(Class::Title) {
            diagnostics.push(diagnose::at(Severity::Note, "empty-section", lines, &draft.printed));
        } else if !draft.body.is_empty() {
            diagnostics.push(diagnose::at(
                Severity::Note,
                "unread-text",
                lines,
                &draft.body.join(" "),
            ));
        }
    }
}

/// The printed number; an issue's with its word: 経営課題2.
fn number_of(draft: &Draft) -> String {
    if draft.class != Some(Class::Issue) {
        return draft.number.clone();
    }
    let word: String = draft
        .printed
        .chars()
        .take_while(|c| !c.is_numeric())
        .filter(|c| !c.is_whitespace())
        .collect();
    if word.chars().count() <= 10 {
        format!("{word}{}", draft.number)
    } else {
        draft.number.clone()
    }
}

/// A paragraph that states what is aimed at: …が、めざすべきまちの姿であると考えております。
fn stated_target(draft: &Draft) -> String {
    draft
        .body
        .iter()
        .filter(|text| {
            ["めざすべき", "目指すべき"].iter().any(|word| {
                text.split_once(word).is_some_and(|(_, behind)| {
                    behind.contains('姿') && !behind.contains("申し上げます")
                })
            })
        })
        .cloned()
        .collect::<Vec<_>>()
        .join("\n")
}
