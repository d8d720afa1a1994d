//! Outline → drafts: headings, rows and items with their fields filled.

use super::block::{Block, Kind};
use super::budget;
use super::contact::{self, ContactLine};
use super::diagnose;
use super::heading::{Class, Frame, Heading};
use super::label::Label;
use super::markup::Rich;
use super::outline::{NodeKind, Outline};
use super::table::{self, Column};
use super::{amount, heading, running};
use crate::model::{Budget, Diagnostic, FiscalYear, Lines, Severity};

/// An entry in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) class: Option<Class>,
    pub(super) frame: Option<(Frame, &'static str)>,
    pub(super) parent: Option<usize>,
    pub(super) number: String,
    /// Strategy and row, or issue: what ids and relations go by.
    pub(super) number_path: String,
    pub(super) printed: String,
    pub(super) title: String,
    pub(super) body: Vec<String>,
    pub(super) target: Vec<String>,
    pub(super) results: Vec<String>,
    pub(super) results_year: Option<FiscalYear>,
    pub(super) changes: Vec<String>,
    pub(super) budgets: Vec<Budget>,
    pub(super) contact: Option<ContactLine>,
    pub(super) group: String,
    pub(super) is_row: bool,
    pub(super) is_overview_line: bool,
    pub(super) echo_of: Option<usize>,
    pub(super) has_echo: bool,
    pub(super) lines: Lines0,
}

/// First and last source line; zero while there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines0(pub(super) u32, pub(super) u32);

impl Draft {
    fn take_line(&mut self, number: u32) {
        if self.lines.0 == 0 {
            self.lines.0 = number;
        }
        self.lines.1 = self.lines.1.max(number);
    }
}

/// What the reading of an outline gives.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) drafts: Vec<Draft>,
    pub(super) page_contact: Option<ContactLine>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Body,
    Target,
    Results,
}

struct Reader<'a> {
    outline: &'a Outline,
    year: Option<FiscalYear>,
    reading: Reading,
    /// Draft of each node.
    of_node: Vec<usize>,
    open: usize,
    field: Field,
    columns: Option<Vec<Column>>,
    group: String,
    unit: Option<i64>,
    labels: std::collections::VecDeque<Label>,
    /// The last item that stood free, which an amount below may make an entry.
    item: Option<(usize, String)>,
    in_contact: bool,
    /// A label such as 問合せ先 stood alone: a department may follow.
    expects_department: bool,
    last_row: Option<usize>,
}

/// Reads an outline. `year` is the document's, as far as known.
pub(super) fn read(outline: &Outline, year: Option<FiscalYear>) -> Reading {
    let mut reader = Reader {
        outline,
        year,
        reading: Reading {
            drafts: vec![Draft::default()],
            ..Reading::default()
        },
        of_node: Vec::with_capacity(outline.nodes.len()),
        open: 0,
        field: Field::Body,
        columns: None,
        group: String::new(),
        unit: None,
        labels: std::collections::VecDeque::new(),
        item: None,
        in_contact: false,
        expects_department: false,
        last_row: None,
    };
    for node in &outline.nodes {
        let parent = node
            .parent
            .and_then(|parent| reader.of_node.get(parent).copied())
            .unwrap_or(0);
        let Some(found) = &node.heading else {
            reader.of_node.push(parent);
            if node.kind == NodeKind::Chrome {
                continue;
            }
            // A record that a label began goes on behind chrome.
            if !reader.is_record(reader.open) {
                reader.open_draft(parent);
            }
            reader.blocks(node.blocks.clone());
            continue;
        };
        let number = reader.number(node.blocks.start);
        let draft = reader.heading(found, parent, number);
        let echo_of = node
            .echo_of
            .and_then(|node| reader.of_node.get(node).copied());
        if let Some(earlier) = echo_of.and_then(|echo| reader.reading.drafts.get_mut(echo)) {
            earlier.has_echo = true;
        }
        if let Some(draft) = reader.reading.drafts.get_mut(draft) {
            draft.echo_of = echo_of;
        }
        reader.of_node.push(draft);
        reader.open_draft(draft);
        reader.in_contact = found.class == Class::Contact;
        reader.columns = None;
        reader.group.clear();
        reader.blocks(node.blocks.start + 1..node.blocks.end);
    }
    named_priorities(&mut reader.reading.drafts);
    reader.reading
}

/// Makes entries of the priorities that a policy names in quotes, where the document has no others.
fn named_priorities(drafts: &mut Vec<Draft>) {
    let has_entries = drafts.iter().any(|draft| {
        draft.is_row
            || draft.is_overview_line
            || draft.frame.is_none()
                && draft
                    .class
                    .is_some_and(|class| !matches!(class, Class::Title))
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
                && ["重点", "柱", "力を入れ"]
                    .iter()
                    .any(|word| text.contains(word));
            for name in names
                .into_iter()
                .filter(|name| is_list && (4..=40).contains(&name.chars().count()))
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
    fn number(&self, block: usize) -> u32 {
        self.outline
            .blocks
            .get(block)
            .and_then(|block| self.outline.lines.get(block.line))
            .map_or(1, |line| line.number)
    }

    fn draft(&mut self, idx: usize) -> Option<&mut Draft> {
        self.reading.drafts.get_mut(idx)
    }

    fn is_record(&self, idx: usize) -> bool {
        self.reading
            .drafts
            .get(idx)
            .is_some_and(|draft| draft.class.is_none() && draft.is_row && self.last_row.is_none())
            && idx != 0
    }

    fn open_draft(&mut self, draft: usize) {
        self.open = draft;
        self.field = Field::Body;
        self.labels.clear();
        self.item = None;
        self.last_row = None;
    }

    fn heading(&mut self, found: &Heading, parent: usize, line: u32) -> usize {
        let mut budgets = budget::read(&found.tail, self.year);
        if budgets.is_empty() {
            budgets = self.bare_amount_behind(&found.tail);
        }
        let contact = (!found.department.is_empty()).then(|| ContactLine {
            department: found.department.clone(),
            ..ContactLine::default()
        });
        self.reading.drafts.push(Draft {
            class: Some(found.class),
            frame: found.frame,
            parent: Some(parent),
            number: found.number.clone(),
            number_path: found.number.clone(),
            printed: found.printed.clone(),
            title: found.name.clone(),
            budgets,
            contact,
            lines: Lines0(line, line),
            ..Draft::default()
        });
        self.reading.drafts.len() - 1
    }

    fn bare_amount_behind(&self, _tail: &str) -> Vec<Budget> {
        Vec::new()
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
        match &block.kind {
            Kind::Blank | Kind::Chrome | Kind::Heading(_) => {}
            Kind::Unit(unit) => self.unit = Some(*unit),
            Kind::Contact(contact) => self.contact(contact, block, number),
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

    fn amounts_follow(&self, idx: usize) -> bool {
        self.outline
            .blocks
            .iter()
            .skip(idx + 1)
            .find(|block| block.kind != Kind::Blank)
            .is_some_and(|block| block.kind == Kind::Amounts)
    }

    fn text(&mut self, text: &str, changes: &[String], number: u32) {
        if (self.in_contact || self.expects_department) && contact::is_department(text) {
            let found = ContactLine {
                department: text.to_owned(),
                is_labelled: true,
                ..ContactLine::default()
            };
            self.take_contact(&found, text, number);
            return;
        }
        self.expects_department = false;
        if self.in_contact && text.contains('。') {
            // The contact stood at the top; the document goes on.
            self.in_contact = false;
            let parent = self
                .reading
                .drafts
                .get(self.open)
                .and_then(|draft| draft.parent)
                .unwrap_or(0);
            self.open_draft(parent);
        }
        if let Some(position) = self.labels.iter().position(|label| label.takes(text)) {
            if let Some(label) = self.labels.remove(position) {
                self.value(&label, text, number);
                return;
            }
        }
        // A sentence that states the section's own amount.
        let is_short = text.chars().take(401).count() <= 400;
        let stated = if is_short && text.contains("予算額") {
            budget::read(text, self.year)
        } else {
            Vec::new()
        };
        let field = self.field;
        let open = self.open;
        let in_contact = self.in_contact;
        let Some(draft) = self.draft(open) else {
            return;
        };
        draft.take_line(number);
        draft.changes.extend(changes.iter().cloned());
        // The date of publication stands below the title and is no part of what it says.
        let is_date = matches!(draft.class, None | Some(Class::Title))
            && !draft.is_row
            && heading::is_dated(text);
        if in_contact || is_date {
            return;
        }
        match field {
            Field::Body => draft.body.push(text.to_owned()),
            Field::Target => draft.target.push(text.to_owned()),
            Field::Results => draft.results.push(text.to_owned()),
        }
        if draft.budgets.is_empty()
            && stated.len() == 1
            && text.contains("予算額")
            && field == Field::Body
        {
            draft.budgets = stated;
        }
    }

    fn contact(&mut self, contact: &ContactLine, block: &Block, number: u32) {
        self.expects_department = contact.is_labelled && contact.department.is_empty();
        self.take_contact(contact, &block.text(), number);
    }

    fn take_contact(&mut self, contact: &ContactLine, text: &str, number: u32) {
        let is_page = contact.is_page || self.in_contact || self.open == 0;
        if is_page {
            merge(&mut self.reading.page_contact, contact);
            return;
        }
        let open = self.open;
        let Some(draft) = self.draft(open) else {
            return;
        };
        draft.take_line(number);
        if contact.department.is_empty() && contact.phone.is_empty() && contact.fax.is_empty() {
            return;
        }
        let is_second = draft
            .contact
            .as_ref()
            .is_some_and(|own| !own.phone.is_empty() && !contact.phone.is_empty());
        if is_second {
            draft.body.push(text.to_owned());
        } else {
            merge(&mut draft.contact, contact);
        }
    }

    fn label(&mut self, label: &Label, value: &str, block: &Block, number: u32) {
        match label {
            Label::Title => {
                if value.is_empty() {
                    self.labels.push_back(Label::Title);
                } else {
                    self.record(value, number);
                }
            }
            Label::Caption => {}
            Label::Body | Label::Target | Label::Results(_) => {
                self.field = match label {
                    Label::Target => Field::Target,
                    Label::Results(_) => Field::Results,
                    _ => Field::Body,
                };
                if let Label::Results(name) = label {
                    let prior = self
                        .year
                        .map(FiscalYear::previous)
                        .filter(|_| name.contains("前年度"));
                    let year = table::year_of(name, self.year).or(prior);
                    let open = self.open;
                    if let Some(draft) = self.draft(open) {
                        draft.results_year = year;
                    }
                }
                self.columns = None;
                self.labels.clear();
                if !value.is_empty() {
                    for item in value.split('\n') {
                        self.text(item, &block.rich.changes, number);
                    }
                } else {
                    let open = self.open;
                    if let Some(draft) = self.draft(open) {
                        draft.take_line(number);
                    }
                }
            }
            short => {
                if value.is_empty() {
                    self.labels.push_back(short.clone());
                } else {
                    self.value(short, value, number);
                }
            }
        }
    }

    /// Begins a record, a measure whose fields stand behind labels.
    fn record(&mut self, title: &str, number: u32) {
        let open = self.open;
        let is_record = self
            .reading
            .drafts
            .get(open)
            .is_some_and(|draft| draft.is_row);
        let parent = if is_record {
            self.reading.drafts.get(open).and_then(|draft| draft.parent)
        } else {
            Some(open)
        };
        self.reading.drafts.push(Draft {
            parent,
            printed: title.to_owned(),
            title: title.to_owned(),
            is_row: true,
            lines: Lines0(number, number),
            ..Draft::default()
        });
        self.open_draft(self.reading.drafts.len() - 1);
    }

    fn value(&mut self, label: &Label, value: &str, number: u32) {
        match label {
            Label::Title => self.record(value, number),
            Label::Department => {
                let read = contact::read(value).unwrap_or_else(|| ContactLine {
                    department: value.to_owned(),
                    ..ContactLine::default()
                });
                let open = self.open;
                if let Some(draft) = self.draft(open) {
                    draft.take_line(number);
                    merge(&mut draft.contact, &read);
                }
            }
            Label::Budget {
                kind,
                label,
                is_prior,
            } => {
                let own = table::year_of(label, self.year);
                let unit = amount::unit(label).or(self.unit);
                let budgets = budget::of_cell(value, kind, own, *is_prior, unit, self.year);
                self.push_budgets(budgets, value, number);
            }
            _ => {
                let open = self.open;
                if let Some(draft) = self.draft(open) {
                    draft.take_line(number);
                }
            }
        }
    }

    fn push_budgets(
        &mut self,
        budgets: Result<Vec<Budget>, budget::NoUnit>,
        value: &str,
        number: u32,
    ) {
        let open = self.open;
        match budgets {
            Ok(budgets) => {
                if let Some(draft) = self.draft(open) {
                    draft.take_line(number);
                    draft.budgets.extend(budgets);
                }
            }
            Err(budget::NoUnit) => self.note(Severity::Warning, "no-unit", number, value),
        }
    }

    fn note(&mut self, severity: Severity, code: &str, number: u32, passage: &str) {
        self.reading
            .diagnostics
            .push(diagnose::at(severity, code, Lines(number, number), passage));
    }

    fn amounts(&mut self, text: &str, number: u32) {
        let budgets = budget::read(text, self.year);
        if let Some((line, title)) = self.item.take() {
            let parent = self.open;
            let nearest = self.issue_of(parent);
            self.reading.drafts.push(Draft {
                parent: Some(parent),
                number_path: nearest,
                printed: title.clone(),
                title: title.clone(),
                body: vec![title],
                budgets,
                is_overview_line: true,
                lines: Lines0(u32::try_from(line).unwrap_or(number), number),
                ..Draft::default()
            });
            return;
        }
        let open = self.open;
        if let Some(draft) = self.draft(open) {
            draft.take_line(number);
            draft.budgets.extend(budgets);
        }
    }

    fn issue_of(&self, mut draft: usize) -> String {
        loop {
            let Some(found) = self.reading.drafts.get(draft) else {
                return String::new();
            };
            if found.class == Some(Class::Issue) {
                return found.number.clone();
            }
            let Some(parent) = found.parent else {
                return String::new();
            };
            draft = parent;
        }
    }

    fn running(&mut self, text: &str, number: u32) {
        let items = running::read(text, self.year);
        let parent = self.open;
        for item in items {
            let contact = (!item.department.is_empty()).then(|| ContactLine {
                department: item.department,
                ..ContactLine::default()
            });
            self.reading.drafts.push(Draft {
                parent: Some(parent),
                number: item.number,
                printed: item.title.clone(),
                title: item.title,
                budgets: item.budgets,
                contact,
                group: item.group,
                is_row: true,
                lines: Lines0(number, number),
                ..Draft::default()
            });
        }
    }

    fn row(&mut self, cells: &[Rich], own: Option<&[Column]>, number: u32) {
        let columns = match (own, &self.columns) {
            (Some(own), None) => own.to_vec(),
            (_, Some(columns)) => columns.clone(),
            (None, None) => return,
        };
        let parent = self.open;
        let mut row = Draft {
            parent: Some(parent),
            is_row: true,
            lines: Lines0(number, number),
            ..Draft::default()
        };
        let mut problems: Vec<(&'static str, String)> = Vec::new();
        let mut has_title = false;
        for (nth, column) in columns.iter().enumerate() {
            let Some(cell) = cells.get(nth) else {
                if !matches!(
                    column,
                    Column::Other | Column::Mark | Column::Number | Column::Department
                ) {
                    problems.push(("missing-cell", String::new()));
                }
                continue;
            };
            let text = cell.items.join(" ");
            if !matches!(column, Column::Title | Column::Budget { .. }) {
                row.changes.extend(cell.changes.iter().cloned());
            }
            match column {
                Column::Title => {
                    has_title = !text.is_empty();
                    self.row_title(&text, &mut row);
                    row.changes.extend(cell.changes.iter().cloned());
                }
                Column::Body => row.body.extend(cell.items.iter().cloned()),
                Column::Target => row.target.extend(cell.items.iter().cloned()),
                Column::Results(header) => {
                    if cell.is_empty() {
                        problems.push(("missing-cell", header.clone()));
                    } else {
                        row.results_year = own_results_year(cell, self.year)
                            .or_else(|| table::year_of(header, self.year));
                        row.results.extend(cell.items.iter().cloned());
                    }
                }
                Column::Budget {
                    kind,
                    header,
                    is_prior,
                    unit,
                } if !text.is_empty() => {
                    let year = table::year_of(header, self.year);
                    match budget::of_cell(
                        &text,
                        kind,
                        year,
                        *is_prior,
                        unit.or(self.unit),
                        self.year,
                    ) {
                        Ok(budgets) => row.budgets.extend(budgets),
                        Err(budget::NoUnit) => problems.push(("no-unit", text.clone())),
                    }
                }
                Column::Department if !text.is_empty() => {
                    let read = contact::read(&text).unwrap_or_else(|| ContactLine {
                        department: text.clone(),
                        ..ContactLine::default()
                    });
                    merge(&mut row.contact, &read);
                }
                Column::Phone if !text.is_empty() => {
                    merge(
                        &mut row.contact,
                        &ContactLine {
                            phone: text.clone(),
                            ..ContactLine::default()
                        },
                    );
                }
                Column::Fax if !text.is_empty() => {
                    merge(
                        &mut row.contact,
                        &ContactLine {
                            fax: text.clone(),
                            ..ContactLine::default()
                        },
                    );
                }
                Column::Number if row.number.is_empty() && text.chars().count() <= 8 => {
                    row.number = text
                        .trim_end_matches(['.', '．', ')', '）'])
                        .trim_start_matches(['(', '（'])
                        .to_owned();
                }
                Column::Group if !text.is_empty() => self.group = text.clone(),
                Column::Mark
                | Column::Other
                | Column::Budget { .. }
                | Column::Department
                | Column::Phone
                | Column::Fax
                | Column::Group
                | Column::Number => {}
            }
        }
        row.group = self.group.clone();
        if is_total(&row.title) {
            problems.clear();
        }
        for (code, passage) in problems {
            let passage = if passage.is_empty() {
                row.title.clone()
            } else {
                format!("{}: {passage}", row.title)
            };
            self.note(Severity::Note, code, number, &passage);
        }
        self.push_row(row, has_title, number);
    }

    fn push_row(&mut self, row: Draft, has_title: bool, number: u32) {
        if !has_title {
            // A row without a title goes on with the one before.
            if let Some(draft) = self
                .last_row
                .and_then(|last| self.reading.drafts.get_mut(last))
            {
                draft.body.extend(row.body);
                draft.results.extend(row.results);
                draft.changes.extend(row.changes);
                draft.budgets.extend(row.budgets);
                draft.take_line(number);
            } else if !row.body.is_empty() {
                self.note(Severity::Note, "unread-text", number, &row.body.join(" "));
            }
            return;
        }
        if is_total(&row.title) {
            let open = self.open;
            if let Some(draft) = self
                .draft(open)
                .filter(|draft| draft.class.is_some() && draft.budgets.is_empty())
            {
                draft.budgets = row.budgets;
            }
            return;
        }
        let strategy = self.strategy_of(self.open);
        let n_rows = self
            .reading
            .drafts
            .iter()
            .rev()
            .take(200)
            .filter(|draft| draft.is_row && draft.parent == row.parent)
            .count();
        let number_in = if row.number.is_empty() {
            (n_rows + 1).to_string()
        } else {
            row.number.clone()
        };
        let number_path = if strategy.is_empty() {
            row.number.clone()
        } else {
            format!("{strategy}-{number_in}")
        };
        // A strategy is as long as its table.
        if let Some(draft) = row
            .parent
            .and_then(|parent| self.reading.drafts.get_mut(parent))
            .filter(|draft| draft.class == Some(Class::Strategy))
        {
            draft.take_line(number);
        }
        self.reading.drafts.push(Draft { number_path, ..row });
        self.last_row = Some(self.reading.drafts.len() - 1);
    }

    fn strategy_of(&self, draft: usize) -> String {
        self.reading
            .drafts
            .get(draft)
            .filter(|draft| matches!(draft.class, Some(Class::Strategy | Class::Dotted(_))))
            .map_or(String::new(), |draft| draft.number.clone())
    }

    fn row_title(&self, text: &str, row: &mut Draft) {
        let found = heading::read(text)
            .map(|(heading, _)| heading)
            .filter(|heading| heading.frame.is_none());
        let heading = found.unwrap_or_else(|| Heading::new(Class::Bracket, "", text, text));
        if !heading.number.is_empty() || row.number.is_empty() {
            row.number = heading.number;
        }
        row.title.clone_from(&heading.name);
        row.printed = heading.name;
        row.budgets.extend(budget::read(&heading.tail, self.year));
        if !heading.department.is_empty() {
            row.contact = Some(ContactLine {
                department: heading.department,
                ..ContactLine::default()
            });
        }
    }
}

/// Does a row sum up others?
fn is_total(title: &str) -> bool {
    let plain: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    super::markers::TOTALS.contains(&plain.as_str())
        || plain.ends_with("合計")
        || plain.ends_with("小計")
}

/// The year that a cell itself gives for its results: (元年度の実績).
fn own_results_year(cell: &Rich, near: Option<FiscalYear>) -> Option<FiscalYear> {
    let first = cell.items.first()?;
    let is_header = first.chars().take(31).count() <= 30
        && first.contains("実績")
        && first.starts_with(['(', '（', '【', '[']);
    is_header.then(|| budget::year_in(first, near)).flatten()
}

fn merge(slot: &mut Option<ContactLine>, new: &ContactLine) {
    let Some(old) = slot else {
        *slot = Some(new.clone());
        return;
    };
    if old.department.is_empty() {
        old.department.clone_from(&new.department);
    } else if old.phone == new.phone && new.department.ends_with(&old.department) {
        // The same number under a fuller name.
        old.department.clone_from(&new.department);
    }
    if old.phone.is_empty() {
        old.phone.clone_from(&new.phone);
    }
    if old.fax.is_empty() {
        old.fax.clone_from(&new.fax);
    }
    old.is_labelled |= new.is_labelled;
    old.is_page |= new.is_page;
}
