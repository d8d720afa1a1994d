//! Drafts → measures: kinds, keys, paths, contacts, relations.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::contact::ContactLine;
use super::diagnose;
use super::heading::{self, Class, Frame};
use super::markers::{DOCUMENT_WORDS, PRINCIPLES};
use super::reading::{Draft, Reading};
use super::relate;
use crate::model::{
    Contact, ContactBasis, ContactScope, Diagnostic, Document, Lines, Measure, MeasureId,
    MeasureKind, Severity,
};
use crate::text::fold;

/// Makes measures of the drafts.
pub(super) fn measures(
    reading: Reading,
    document: &Arc<Document>,
    is_speech: bool,
) -> (Vec<Measure>, Vec<Diagnostic>) {
    let Reading {
        drafts,
        page_contact,
        mut diagnostics,
    } = reading;
    let tree = Tree::new(&drafts, document, is_speech);
    let keys = tree.keys();
    let related = tree.related(&keys);
    let mut measures = Vec::new();
    for (idx, draft) in drafts.iter().enumerate() {
        let lines = Lines(
            draft.lines.0.max(1),
            draft.lines.1.max(draft.lines.0).max(1),
        );
        let Some(kind) = tree.kind(idx) else {
            tree.diagnose(idx, lines, &mut diagnostics);
            continue;
        };
        let Some(key) = keys.get(idx).filter(|key| !key.is_empty()) else {
            continue;
        };
        let title = if kind == MeasureKind::Section {
            draft.printed.clone()
        } else {
            draft.title.clone()
        };
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
            contact: tree.contact(idx, page_contact.as_ref(), document.updated.as_ref()),
            lines,
        });
    }
    (measures, diagnostics)
}

struct Tree<'a> {
    drafts: &'a [Draft],
    document: &'a Document,
    children: Vec<Vec<usize>>,
    kinds: Vec<Option<MeasureKind>>,
    /// Drafts below which headings stand that print a number.
    over_numbers: HashSet<usize>,
}

impl<'a> Tree<'a> {
    fn new(drafts: &'a [Draft], document: &'a Document, is_speech: bool) -> Self {
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

    fn kind(&self, idx: usize) -> Option<MeasureKind> {
        self.kinds.get(idx).copied().flatten()
    }

    fn has_entries(&self, idx: usize) -> bool {
        self.children
            .get(idx)
            .is_some_and(|children| children.iter().any(|child| self.kind(*child).is_some()))
    }

    fn kind_of(&self, idx: usize, is_speech: bool) -> Option<MeasureKind> {
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
            let children = self
                .children
                .get(idx)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let are_notes = children
                .iter()
                .filter_map(|child| self.drafts.get(*child))
                .all(|child| {
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
        if !says_something {
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
        let is_part = matches!(
            class,
            Class::Number
                | Class::Bracket
                | Class::HighBracket
                | Class::Diamond
                | Class::LowDiamond
        ) && self
            .ancestors(idx)
            .any(|above| self.drafts.get(above).is_some_and(is_matter));
        Some(if is_about || is_part {
            Section
        } else {
            Measure
        })
    }

    fn ancestors(&self, idx: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(
            self.drafts.get(idx).and_then(|draft| draft.parent),
            |above| self.drafts.get(*above).and_then(|draft| draft.parent),
        )
        .take(64)
    }

    fn is_below_issue(&self, idx: usize) -> bool {
        self.ancestors(idx).any(|above| {
            self.drafts
                .get(above)
                .is_some_and(|above| above.class == Some(Class::Issue))
        })
    }

    fn is_principle(&self, idx: usize) -> bool {
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
        let own = self
            .drafts
            .get(idx)
            .map(|draft| draft.target.join("\n"))
            .unwrap_or_default();
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
            .unwrap_or_default()
    }

    fn contact(
        &self,
        idx: usize,
        page: Option<&ContactLine>,
        updated: Option<&String>,
    ) -> Option<Contact> {
        let make = |line: &ContactLine, scope: ContactScope| Contact {
            department: line.department.clone(),
            phone: line.phone.clone(),
            fax: line.fax.clone(),
            basis: ContactBasis::Document,
            scope,
            as_of: updated.cloned(),
            source: None,
        };
        let own = self
            .drafts
            .get(idx)
            .and_then(|draft| draft.contact.as_ref());
        if let Some(own) = own {
            let is_whole = self.kind(idx) == Some(MeasureKind::Section) && self.has_entries(idx);
            let scope = if is_whole {
                ContactScope::Page
            } else {
                ContactScope::Measure
            };
            return Some(make(&fuller(own, page), scope));
        }
        // A matter whose notes name a contact each: the first one's.
        let notes = self
            .children
            .get(idx)
            .filter(|_| self.kind(idx) == Some(MeasureKind::Measure));
        let first = notes.into_iter().flatten().find_map(|note| {
            self.drafts
                .get(*note)
                .and_then(|note| note.contact.as_ref())
        });
        if let Some(first) = first {
            return Some(make(&fuller(first, page), ContactScope::Measure));
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
            .find_map(|above| {
                self.drafts
                    .get(above)
                    .and_then(|draft| draft.contact.as_ref())
            });
        let line = above.or(page)?;
        Some(make(&fuller(line, page), ContactScope::Page))
    }

    /// Gives every draft its key within the document.
    fn keys(&self) -> Vec<String> {
        let mut keys = vec![String::new(); self.drafts.len()];
        let mut taken: HashSet<String> = HashSet::new();
        let mut suffixes: HashMap<String, usize> = HashMap::new();
        let mut ordinals: HashMap<usize, usize> = HashMap::new();
        let mut letters: HashMap<usize, u32> = HashMap::new();
        let mut lists: HashMap<usize, (usize, u32)> = HashMap::new();
        for (idx, draft) in self.drafts.iter().enumerate() {
            // A group without text of its own does not count: what stands below is numbered on.
            let above = self.ancestors(idx).find(|above| {
                keys.get(*above).is_some_and(|key| !key.is_empty()) && !self.is_bare_group(*above)
            });
            let prefix = above
                .and_then(|above| keys.get(above))
                .map_or("", |key| below(key))
                .to_owned();
            let counted = above.unwrap_or(0);
            let is_counted = self.kind(idx).is_some();
            let mut ordinal = || {
                let n = ordinals.entry(counted).or_default();
                *n += usize::from(is_counted);
                n.to_string()
            };
            let join = |prefix: &str, own: &str| {
                if prefix.is_empty() {
                    own.to_owned()
                } else {
                    format!("{prefix}-{own}")
                }
            };
            let key = if idx == 0 {
                String::new()
            } else if let Some((_, key)) = draft.frame.filter(|(_, key)| {
                !key.is_empty() && !matches!(draft.class, Some(Class::Title | Class::Roman))
            }) {
                form(&draft.printed).unwrap_or_else(|| key.to_owned())
            } else if let Some(form) = form(&draft.printed)
                .filter(|_| draft.frame.is_some() || draft.class == Some(Class::Bare(0)))
            {
                form
            } else if draft.is_overview_line {
                let n = ordinal();
                format!("o{}", join(&draft.number_path, &n))
            } else if draft.is_row
                && !draft.number_path.is_empty()
                && draft.number_path.contains('-')
            {
                draft.number_path.clone()
            } else if draft.is_row && !draft.number.is_empty() {
                // Lists that begin again at 1 are told apart by their order.
                let list = lists.entry(counted).or_insert((0, u32::MAX));
                let number: u32 = draft.number.parse().unwrap_or(0);
                if number <= list.1 {
                    list.0 += 1;
                }
                list.1 = number;
                let own = draft.number.clone();
                if list.0 > 1
                    || self
                        .drafts
                        .get(idx)
                        .is_some_and(|d| d.group.is_empty() && prefix.is_empty())
                {
                    join(&prefix, &format!("{}-{own}", list.0))
                } else {
                    join(&prefix, &own)
                }
            } else {
                match draft.class {
                    Some(Class::Title) => "P0".to_owned(),
                    Some(Class::Issue) => {
                        format!("{}K{}", if draft.has_echo { "o" } else { "" }, draft.number)
                    }
                    Some(Class::Strategy) => format!("S{}", draft.number),
                    Some(Class::Dotted(2)) if self.kind(idx) == Some(MeasureKind::Section) => {
                        format!("S{}", draft.number)
                    }
                    Some(Class::Dotted(_)) => draft.number.clone(),
                    Some(Class::Roman) => draft.number.clone(),
                    Some(Class::Chapter(_)) => join(&prefix, &format!("C{}", draft.number)),
                    Some(Class::Number) if draft.echo_of.is_some() => {
                        let n = ordinal();
                        let n = if draft.number.is_empty() {
                            n
                        } else {
                            draft.number.clone()
                        };
                        format!("G{n}")
                    }
                    Some(Class::Number | Class::Paren | Class::Circled)
                        if !draft.number.is_empty() =>
                    {
                        let _ = ordinal();
                        join(&prefix, &draft.number)
                    }
                    _ if self.is_bare_group(idx) || self.is_beside_numbers(idx) => {
                        let n = letters.entry(counted).or_default();
                        *n += 1;
                        join(&prefix, &letter(*n))
                    }
                    _ => {
                        let n = ordinal();
                        join(&prefix, &n)
                    }
                }
            };
            let mut unique = key.clone();
            let is_entry = self.kind(idx).is_some();
            while is_entry && !unique.is_empty() && !taken.insert(unique.clone()) {
                let n = suffixes.entry(key.clone()).or_insert(1);
                *n += 1;
                unique = format!("{key}_{n}");
            }
            if let Some(slot) = keys.get_mut(idx) {
                *slot = if is_entry || !key.is_empty() && idx != 0 {
                    unique
                } else {
                    String::new()
                };
            }
        }
        keys
    }

    /// A heading without a mark beside numbered ones, whose keys it must not take.
    fn is_beside_numbers(&self, idx: usize) -> bool {
        let Some(draft) = self
            .drafts
            .get(idx)
            .filter(|draft| matches!(draft.class, Some(Class::Bare(_))))
        else {
            return false;
        };
        let is_leaf_section =
            self.kind(idx) == Some(MeasureKind::Section) && !self.has_entries(idx);
        is_leaf_section && !draft.title.is_empty()
            || self.over_numbers.contains(&self.counted_in(idx))
    }

    /// The heading in which a draft is numbered: the next one above that is no bare group.
    fn counted_in(&self, idx: usize) -> usize {
        self.ancestors(idx)
            .find(|above| !self.is_bare_group(*above))
            .unwrap_or(0)
    }

    /// A heading without a mark over other headings, with no sentence of its own.
    fn is_bare_group(&self, idx: usize) -> bool {
        self.drafts.get(idx).is_some_and(|draft| {
            matches!(draft.class, Some(Class::Bare(_)))
                && draft.body.iter().all(|text| heading::is_slogan(text))
        }) && self.has_entries(idx)
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
            let children = self
                .children
                .get(idx)
                .map(Vec::as_slice)
                .unwrap_or_default();
            // An overview with its parts, a measure with its sub-items.
            if matches!(kind, MeasureKind::Overview | MeasureKind::Measure) {
                for child in children
                    .iter()
                    .filter(|child| self.kind(**child) == Some(MeasureKind::Measure))
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

    fn descendants(&self, idx: usize) -> Vec<usize> {
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
            diagnostics.push(diagnose::at(
                Severity::Note,
                "empty-section",
                lines,
                &draft.printed,
            ));
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

/// Is it the title of a release about one matter?
fn is_matter(draft: &Draft) -> bool {
    draft.class == Some(Class::Title)
        && [
            "発表",
            "報道",
            "プレス",
            "お知らせ",
            "について",
            "します",
            "しました",
        ]
        .iter()
        .any(|word| draft.title.contains(word))
        && !draft.title.contains("予算")
        && draft.body.iter().any(|text| text.contains('。'))
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

/// a, b, c …
fn letter(n: u32) -> String {
    char::from_digit(9 + n, 36).map_or_else(|| format!("x{n}"), String::from)
}

/// What ids below a key begin with: K2 → 2, S2-1 → 2-1, P0 → nothing; II and Y3 stay.
fn below(key: &str) -> &str {
    if key.starts_with("P") || key == "OV" {
        return "";
    }
    match key.strip_prefix(['K', 'S', 'G', 'C']) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => key.strip_prefix("oK").unwrap_or(key),
    }
}

/// The form's sheet that a heading names: （様式3） → Y3.
fn form(title: &str) -> Option<String> {
    let folded = fold(title);
    let (_, behind) = folded.split_once("様式")?;
    let number: String = behind.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then(|| format!("Y{number}"))
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

/// The same number under the page's fuller name for the department.
fn fuller(line: &ContactLine, page: Option<&ContactLine>) -> ContactLine {
    let mut line = line.clone();
    if let Some(page) = page.filter(|page| !page.phone.is_empty() && page.phone == line.phone) {
        let stem = line
            .department
            .trim_start_matches('区')
            .trim_start_matches("役所");
        if page.department.chars().count() > line.department.chars().count()
            && page.department.ends_with(stem)
        {
            line.department.clone_from(&page.department);
        }
    }
    line
}
