//! Text, labels, amounts and contacts → fields of the draft that is open.

use super::block::{Block, Kind};
use super::budget;
use super::contact::{self, ContactLine};
use super::draft::{Draft, Lines0};
use super::heading::{self, Class};
use super::label::Label;
use super::markers::TOTALS;
use super::offices::Named;
use super::reading::{Field, Reader};
use super::{amount, running, table};
use crate::model::{Budget, FiscalYear, Severity};

/// How many blocks the contact at the end of a document has at most.
const CLOSING: usize = 40;
/// How many entries a sum is checked against at most; an amount is below 9e15, so that their sum fits.
const SUMMED: usize = 1_000;

impl Reader<'_> {
    pub(super) fn text(&mut self, text: &str, changes: &[String], number: u32) {
        if (self.in_contact || self.expects_department) && contact::is_department(text) {
            let found = ContactLine {
                department: text.to_owned(),
                is_labelled: true,
                asks: self.expects_department,
                ..ContactLine::default()
            };
            self.take_contact(&found, text, number);
            return;
        }
        self.expects_department = false;
        if self.in_contact && text.contains('。') {
            // The contact stood at the top; the document goes on.
            self.in_contact = false;
            let parent =
                self.reading.drafts.get(self.open).and_then(|draft| draft.parent).unwrap_or(0);
            self.open_draft(parent);
        }
        if let Some(position) = self.labels.iter().position(|label| label.takes(text))
            && let Some(label) = self.labels.remove(position)
        {
            self.value(&label, text, number);
            return;
        }
        // A sentence that states the section's own amount.
        let is_short = text.chars().take(401).count() <= 400;
        let stated = if is_short && text.contains("予算額") {
            budget::read(text, self.above)
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
        if let Some(contact) = contact::at_end(text) {
            merge(&mut draft.contact, &contact);
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

    /// Takes the contact of a block, the `idx`-th of the outline.
    pub(super) fn contact(&mut self, contact: &ContactLine, idx: usize) {
        let text = self.outline.blocks.get(idx).map(Block::text).unwrap_or_default();
        let before = self.outline.blocks.iter().take(idx).rev().find(|it| it.kind != Kind::Blank);
        if contact.department.is_empty()
            && !contact.is_labelled
            && before.is_some_and(|it| it.kind == Kind::Text && contact::is_of_others(&it.text()))
        {
            // The number of the place in the line above: 会場：図書館, 電話：….
            self.text(&text, &[], self.number(idx));
            return;
        }
        // Below the number of one office the next may stand.
        self.expects_department =
            contact.department.is_empty() && (contact.is_labelled || self.expects_department);
        let mut contact = contact.clone();
        let has_office = |it: &&Draft| it.contact.as_ref().is_some_and(|it| it.phone.is_empty());
        let is_number_of = contact.department.is_empty()
            && self.reading.drafts.get(self.open).as_ref().is_some_and(has_office);
        let may_close =
            contact.asks || !contact.is_labelled && !contact.phone.is_empty() && !is_number_of;
        if may_close && self.closes_all(idx) {
            (contact.is_page, self.in_contact) = (true, true);
        }
        self.after_page |= contact.is_page;
        self.take_contact(&contact, &text, self.number(idx));
    }

    /// A contact by itself at the very end is that of the whole document, where no entry has such a one of its own.
    fn closes_all(&self, idx: usize) -> bool {
        let blocks = &self.outline.blocks;
        if blocks.len() - idx > CLOSING {
            return false;
        }
        let stands_free = idx.checked_sub(1).and_then(|before| blocks.get(before));
        let mut behind = blocks.iter().skip(idx + 1);
        stands_free.is_some_and(|before| matches!(before.kind, Kind::Blank | Kind::Chrome))
            && behind.all(|it| match it.kind {
                Kind::Blank | Kind::Chrome | Kind::Contact(_) => true,
                // 受付時間, an address, a name.
                Kind::Text => is_short(&it.text()),
                _ => false,
            })
            && !self
                .reading
                .drafts
                .iter()
                .filter_map(|draft| draft.contact.as_ref())
                .any(|own| own.asks)
    }

    fn take_contact(&mut self, contact: &ContactLine, text: &str, number: u32) {
        let is_title = self.draft(self.open).is_some_and(|it| it.class == Some(Class::Title));
        let is_page = contact.is_page || self.in_contact || self.after_page || self.open == 0;
        self.name_office(contact, is_page || is_title, number);
        if is_page {
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
        // Whom to ask comes before where to apply.
        draft.contact.take_if(|own| {
            contact.asks && !own.asks && !own.phone.is_empty() && !contact.phone.is_empty()
        });
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

    pub(super) fn name_office(&mut self, contact: &ContactLine, is_of_all: bool, number: u32) {
        self.reading.offices.push(Named { contact: contact.clone(), number, is_of_all });
    }

    pub(super) fn label(&mut self, label: &Label, value: &str, block: &Block, number: u32) {
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
                        .above
                        .year
                        .map(FiscalYear::previous)
                        .filter(|_| name.contains("前年度"));
                    let year = table::year_of(name, self.above.near).or(prior);
                    let open = self.open;
                    if let Some(draft) = self.draft(open) {
                        draft.results_year = year;
                    }
                }
                self.columns = None;
                self.labels.clear();
                if value.is_empty() {
                    let open = self.open;
                    if let Some(draft) = self.draft(open) {
                        draft.take_line(number);
                    }
                } else {
                    for item in value.split('\n') {
                        self.text(item, &block.rich.changes, number);
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
        let is_record = self.reading.drafts.get(open).is_some_and(|draft| draft.is_row);
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
                let read = contact::of_office(value);
                let open = self.open;
                if let Some(draft) = self.draft(open) {
                    draft.take_line(number);
                    merge(&mut draft.contact, &read);
                }
            }
            Label::Budget { kind, label, is_prior } => {
                let own = table::year_of(label, self.above.near);
                let unit = amount::unit(label).or(self.unit);
                let budgets = budget::of_cell(value, kind, own, *is_prior, unit, self.above);
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
                    if budgets.is_empty() && budget::has_amounts(value) {
                        draft.body.push(value.to_owned());
                    }
                    draft.budgets.extend(budgets);
                }
            }
            Err(budget::NoUnit) => self.note(Severity::Warning, "no-unit", number, value),
        }
    }

    pub(super) fn amounts(&mut self, text: &str, number: u32) {
        let budgets = budget::read(text, self.above);
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
        if TOTALS.iter().any(|word| text.trim_start().starts_with(word)) {
            self.sum(budgets, number);
            return;
        }
        let open = self.open;
        if let Some(draft) = self.draft(open) {
            draft.take_line(number);
            // Another amount of the same year and name is that of something else.
            let is_same = |a: &Budget, b: &Budget| {
                a.fiscal_year.is_some()
                    && (a.fiscal_year, &a.kind, &a.note) == (b.fiscal_year, &b.kind, &b.note)
            };
            let is_again = |it: &Budget| draft.budgets.iter().any(|own| is_same(own, it));
            if budgets.iter().any(is_again) || budgets.is_empty() && budget::has_amounts(text) {
                draft.body.push(text.to_owned());
            } else {
                draft.budgets.extend(budgets);
            }
        }
    }

    /// Gives a sum to the part whose entries it is the sum of; to none where there is no such part.
    fn sum(&mut self, budgets: Vec<Budget>, number: u32) {
        let Some(total) = budgets.first().and_then(|budget| budget.amount_yen) else {
            return;
        };
        let drafts = &self.reading.drafts;
        let above = |idx: &usize| drafts.get(*idx).and_then(|draft| draft.parent);
        let parts: Vec<usize> = std::iter::successors(Some(self.open), above).skip(1).collect();
        let is_sum = |part: &usize| {
            let is_below =
                |idx: usize| std::iter::successors(Some(idx), above).any(|it| it == *part);
            let behind = drafts.iter().enumerate().skip(part + 1).take(SUMMED);
            let below = behind.filter(|(idx, _)| is_below(*idx));
            let amounts = below.filter_map(|(_, draft)| draft.budgets.first()?.amount_yen);
            amounts.sum::<i64>() == total
        };
        let part = parts.into_iter().find(is_sum).filter(|part| *part != 0);
        if let Some(draft) =
            part.and_then(|part| self.draft(part)).filter(|draft| draft.budgets.is_empty())
        {
            draft.take_line(number);
            draft.budgets = budgets;
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

    pub(super) fn amounts_follow(&self, idx: usize) -> bool {
        self.outline
            .blocks
            .iter()
            .skip(idx + 1)
            .find(|block| block.kind != Kind::Blank)
            .is_some_and(|block| block.kind == Kind::Amounts)
    }

    pub(super) fn running(&mut self, text: &str, number: u32) {
        let items = running::read(text, self.above.year);
        let parent = self.open;
        for item in items {
            let contact = (!item.department.is_empty())
                .then(|| ContactLine { department: item.department, ..ContactLine::default() });
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
}

/// Nothing that a measure is told by: no sentence, no amount.
fn is_short(text: &str) -> bool {
    text.chars().take(61).count() <= 60 && !text.contains('。') && amount::find(text).is_empty()
}

pub(super) fn merge(slot: &mut Option<ContactLine>, new: &ContactLine) {
    let Some(old) = slot else {
        *slot = Some(new.clone());
        return;
    };
    let is_part = |a: &str, b: &str| a.contains(b) || b.contains(a);
    if !is_part(&old.department, &new.department) {
        // Another office: its number is its own. Whom to ask comes before who does the work.
        let is_whole = !new.phone.is_empty() && contact::is_department(&new.department);
        if new.asks && is_whole && old.phone.is_empty() {
            old.clone_from(new);
        }
        return;
    }
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
    old.asks |= new.asks;
    old.is_page |= new.is_page;
}
