//! Outline → drafts: headings, rows and items with their fields filled.

use std::collections::VecDeque;

use super::amount;
use super::block::{Block, Kind};
use super::budget::{self, Above};
use super::contact;
use super::diagnose;
use super::draft::{Draft, Lines0};
use super::heading::{Class, Heading};
use super::label::Label;
use super::offices::Named;
use super::outline::{NodeKind, Outline};
use super::table::Column;
use crate::model::{Diagnostic, FiscalYear, Lines, Severity};
use crate::text::find_years;

/// What the reading of an outline gives.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) drafts: Vec<Draft>,
    /// Lines that name offices, in their order.
    pub(super) offices: Vec<Named>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Body,
    Target,
    Results,
}

pub(super) struct Reader<'a> {
    pub(super) outline: &'a Outline,
    /// The document's year.
    document_year: Option<FiscalYear>,
    pub(super) above: Above,
    pub(super) reading: Reading,
    /// Draft of each node.
    pub(super) of_node: Vec<usize>,
    pub(super) open: usize,
    pub(super) field: Field,
    pub(super) columns: Option<Vec<Column>>,
    pub(super) group: String,
    pub(super) unit: Option<i64>,
    pub(super) labels: VecDeque<Label>,
    /// The last item that stood free, which an amount below may make an entry.
    pub(super) item: Option<(usize, String)>,
    pub(super) in_contact: bool,
    /// Lines right below an office of the page are its own: its telephone number.
    pub(super) after_page: bool,
    /// A label such as 問合せ先 stood alone: a department may follow.
    pub(super) expects_department: bool,
    /// The last row with a title, and whether it or one below it has an amount.
    pub(super) last_row: Option<(usize, bool)>,
}

/// Reads an outline. `year` is the document's, as far as known.
pub(super) fn read(outline: &Outline, year: Option<FiscalYear>) -> Reading {
    let mut reader = Reader {
        outline,
        document_year: year,
        above: Above { near: near(outline, year), ..Above::of(year) },
        reading: Reading { drafts: vec![Draft::default()], ..Reading::default() },
        of_node: Vec::with_capacity(outline.nodes.len()),
        open: 0,
        field: Field::Body,
        columns: None,
        group: String::new(),
        unit: None,
        labels: VecDeque::new(),
        item: None,
        in_contact: false,
        after_page: false,
        expects_department: false,
        last_row: None,
    };
    for node in &outline.nodes {
        let parent =
            node.parent.and_then(|parent| reader.of_node.get(parent).copied()).unwrap_or(0);
        let Some(found) = &node.heading else {
            reader.of_node.push(parent);
            if node.kind == NodeKind::Chrome {
                continue;
            }
            // A record that a label began goes on behind chrome.
            if !reader.is_record(reader.open) {
                reader.open_draft(parent);
                reader.settle_year(parent);
            }
            reader.blocks(node.blocks.clone());
            continue;
        };
        let number = reader.number(node.blocks.start);
        reader.settle_year(parent);
        let draft = reader.heading(found, parent, number);
        reader.settle_year(draft);
        let echo_of = node.echo_of.and_then(|node| reader.of_node.get(node).copied());
        if let Some(earlier) = echo_of.and_then(|echo| reader.reading.drafts.get_mut(echo)) {
            earlier.has_echo = true;
        }
        if let Some(draft) = reader.reading.drafts.get_mut(draft) {
            draft.echo_of = echo_of;
        }
        reader.of_node.push(draft);
        reader.open_draft(draft);
        reader.in_contact = found.class == Class::Contact;
        reader.after_page = false;
        if let Some(unit) = amount::unit(&found.printed).or_else(|| amount::unit(&found.tail)) {
            reader.unit = Some(unit);
        }
        reader.columns = None;
        reader.group.clear();
        reader.blocks(node.blocks.start + 1..node.blocks.end);
    }
    named_priorities(&mut reader.reading.drafts);
    reader.reading
}

/// The year that bare ones are near: the document's, else the last that its title names.
fn near(outline: &Outline, year: Option<FiscalYear>) -> Option<FiscalYear> {
    year.or_else(|| {
        let mut headings = outline.nodes.iter().filter_map(|node| node.heading.as_ref());
        let title = headings.find(|found| found.class == Class::Title)?;
        find_years(&title.printed).last().map(|(_, year)| *year)
    })
}

/// Makes entries of the priorities that a policy names in quotes, where the document has no others.
fn named_priorities(drafts: &mut Vec<Draft>) {
    let has_entries = drafts.iter().any(|draft| {
        draft.is_row
            || draft.is_overview_line
            || draft.frame.is_none()
                && draft.class.is_some_and(|class| !matches!(class, Class::Title))
                && !(draft.title.contains("年度") && draft.title.contains("方針"))
    });
    if has_entries {
        return;
    }
    let mut found = Vec::new();
    for (idx, draft) in drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.frame.is_some_and(|(_, key)| key == "P-policy"))
    {
        for text in &draft.body {
            let names: Vec<&str> = text
                .split('「')
                .skip(1)
                .filter_map(|part| part.split_once('」'))
                .map(|(name, _)| name)
                .collect();
            let is_list = names.len() >= 2
                && ["重点", "柱", "力を入れ"].iter().any(|word| text.contains(word));
            for name in
                names.into_iter().filter(|name| is_list && (4..=40).contains(&name.chars().count()))
            {
                found.push(Draft {
                    parent: Some(idx),
                    printed: name.to_owned(),
                    title: name.to_owned(),
                    body: vec![text.clone()],
                    is_row: true,
                    lines: draft.lines,
                    ..Draft::default()
                });
            }
        }
    }
    drafts.extend(found);
}

impl Reader<'_> {
    pub(super) fn number(&self, block: usize) -> u32 {
        self.outline
            .blocks
            .get(block)
            .and_then(|block| self.outline.lines.get(block.line))
            .map_or(1, |line| line.number)
    }

    pub(super) fn draft(&mut self, idx: usize) -> Option<&mut Draft> {
        self.reading.drafts.get_mut(idx)
    }

    fn is_record(&self, idx: usize) -> bool {
        self.reading
            .drafts
            .get(idx)
            .is_some_and(|draft| draft.class.is_none() && draft.is_row && self.last_row.is_none())
            && idx != 0
    }

    pub(super) fn open_draft(&mut self, draft: usize) {
        self.open = draft;
        self.field = Field::Body;
        self.labels.clear();
        self.item = None;
        self.last_row = None;
    }

    /// Takes the year and word that the nearest heading gives for amounts.
    fn settle_year(&mut self, draft: usize) {
        let drafts = &self.reading.drafts;
        let above = |idx: &usize| drafts.get(*idx).and_then(|draft| draft.parent);
        let given = std::iter::successors(Some(draft), above)
            .take(64)
            // What stands below a text of its own is no list of what the heading says.
            .filter_map(|idx| drafts.get(idx).filter(|draft| draft.body.is_empty()))
            .find_map(|draft| draft.amounts_of);
        self.above.year = given.map(|(year, _)| year).or(self.document_year);
        self.above.near = self.above.year.or(self.above.near);
        self.above.kind = given.map_or(budget::PLAIN, |(_, kind)| kind);
    }

    fn heading(&mut self, found: &Heading, parent: usize, line: u32) -> usize {
        let budgets = if budget::is_no_budget(&found.name) {
            Vec::new()
        } else {
            budget::read(&found.tail, self.above)
        };
        // Amounts that cannot be told are still what the document says.
        let is_untold = budgets.is_empty() && budget::has_amounts(&found.tail);
        let body = if is_untold { vec![found.tail.clone()] } else { Vec::new() };
        let is_over_amounts = found.class != Class::Title && budgets.is_empty();
        let amounts_of =
            is_over_amounts.then(|| budget::stated(&found.name, self.document_year)).flatten();
        let contact = (!found.department.is_empty()).then(|| contact::of_office(&found.department));
        self.reading.drafts.push(Draft {
            class: Some(found.class),
            frame: found.frame,
            parent: Some(parent),
            number: found.number.clone(),
            number_path: found.number.clone(),
            printed: found.printed.clone(),
            title: found.name.clone(),
            body,
            budgets,
            amounts_of,
            contact,
            lines: Lines0(line, line),
            ..Draft::default()
        });
        self.reading.drafts.len() - 1
    }

    fn blocks(&mut self, range: std::ops::Range<usize>) {
        let outline = self.outline;
        for idx in range {
            let Some(block) = outline.blocks.get(idx) else {
                continue;
            };
            let number = self.number(idx);
            self.block(block, number, idx);
        }
    }

    fn block(&mut self, block: &Block, number: u32, idx: usize) {
        self.after_page &= matches!(block.kind, Kind::Blank | Kind::Chrome | Kind::Contact(_));
        if matches!(block.kind, Kind::Unit(_) | Kind::Text) {
            self.above.has_prior_in_brackets |=
                budget::tells_prior_in_brackets(&block.text(), self.document_year);
        }
        match &block.kind {
            Kind::Blank | Kind::Chrome | Kind::Heading(_) => {}
            Kind::Unit(unit) => {
                self.unit = Some(*unit);
                // A caption: 令和5年度決算（単位：千円）.
                if let Some((year, kind)) = budget::stated(&block.text(), self.document_year) {
                    (self.above.year, self.above.kind) = (Some(year), kind);
                }
            }
            Kind::Contact(contact) => self.contact(contact, idx),
            Kind::Office(contact) => self.name_office(contact, self.in_contact, number),
            Kind::Label(label, value) => self.label(label, value, block, number),
            Kind::Columns(columns) => {
                self.columns = Some(columns.clone());
                if let Some(unit) = amount::unit(&block.text()) {
                    self.unit = Some(unit);
                }
                self.group.clear();
                self.field = Field::Body;
            }
            Kind::Row(cells, own) => self.row(cells, own.as_deref(), number),
            Kind::Amounts => self.amounts(&block.text(), number),
            Kind::Running => self.running(&block.text(), number),
            Kind::Item => {
                let text = block.text();
                let text = text.trim_start_matches(['-', '*', '－']).trim().to_owned();
                // An amount below makes an entry of it.
                if self.amounts_follow(idx) && self.field == Field::Body {
                    self.item = Some((usize::try_from(number).unwrap_or(0), text));
                } else {
                    self.text(&text, &block.rich.changes, number);
                }
            }
            Kind::Text => {
                for item in &block.rich.items {
                    self.text(item, &[], number);
                }
                let open = self.open;
                if let Some(draft) = self.draft(open) {
                    draft.changes.extend(block.rich.changes.iter().cloned());
                }
            }
        }
    }

    pub(super) fn note(&mut self, severity: Severity, code: &str, number: u32, passage: &str) {
        self.reading.diagnostics.push(diagnose::at(severity, code, Lines(number, number), passage));
    }
}
