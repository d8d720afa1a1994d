//! Rows of tables → drafts.

use super::budget;
use super::contact::{self, ContactLine};
use super::draft::{Draft, Lines0};
use super::field::merge;
use super::heading::{self, Class, Heading};
use super::markers::TOTALS;
use super::markup::Rich;
use super::reading::Reader;
use super::table::{self, Column};
use crate::model::{FiscalYear, Severity};
use crate::text::fold;

impl Reader<'_> {
    pub(super) fn row(&mut self, cells: &[Rich], own: Option<&[Column]>, number: u32) {
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
        let (mut has_title, mut has_amount) = (false, false);
        for (nth, column) in columns.iter().enumerate() {
            let Some(cell) = cells.get(nth) else {
                let may_be_empty =
                    matches!(column, Column::Mark | Column::Number | Column::Department);
                if column.is_of_measure() && !may_be_empty {
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
                        row.results_year = own_results_year(cell, self.above.near)
                            .or_else(|| table::year_of(header, self.above.near));
                        row.results.extend(cell.items.iter().cloned());
                    }
                }
                Column::Budget { kind, header, is_prior, unit } if !text.is_empty() => {
                    has_amount = true;
                    let year = table::year_of(header, self.above.near);
                    match budget::of_cell(
                        &text,
                        kind,
                        year,
                        *is_prior,
                        unit.or(self.unit),
                        self.above,
                    ) {
                        Ok(budgets) => row.budgets.extend(budgets),
                        Err(budget::NoUnit) => problems.push(("no-unit", text.clone())),
                    }
                }
                Column::Department if contact::is_named(&text) => {
                    merge(&mut row.contact, &contact::of_office(&text));
                }
                Column::Phone if !text.is_empty() => {
                    merge(
                        &mut row.contact,
                        &ContactLine { phone: text.clone(), ..ContactLine::default() },
                    );
                }
                Column::Fax if !text.is_empty() => {
                    merge(
                        &mut row.contact,
                        &ContactLine { fax: text.clone(), ..ContactLine::default() },
                    );
                }
                Column::Number if row.number.is_empty() && text.chars().count() <= 8 => {
                    row.number = text
                        .trim_end_matches(['.', '．', ')', '）'])
                        .trim_start_matches(['(', '（'])
                        .to_owned();
                }
                Column::Group if !text.is_empty() && !is_total(&text) => self.group = text.clone(),
                Column::Mark
                | Column::Figure
                | Column::Remark
                | Column::Other
                | Column::Budget { .. }
                | Column::Department
                | Column::Phone
                | Column::Fax
                | Column::Group
                | Column::Number => {}
            }
        }
        // A sum may be named in the column of numbers or groups.
        if !has_title
            && let Some(total) =
                cells.iter().map(|cell| cell.items.join(" ")).find(|cell| is_total(cell))
        {
            (row.title, has_title) = (total, true);
        }
        if is_total(&row.title) {
            problems.clear();
        }
        if is_counted(&row.title) || heading::is_expense(&row.title) {
            row.budgets.clear();
        }
        row.group = self.group.clone();
        for (code, passage) in problems {
            let passage = if passage.is_empty() {
                row.title.clone()
            } else {
                format!("{}: {passage}", row.title)
            };
            self.note(Severity::Note, code, number, &passage);
        }
        // Of two amounts in a column below one title, the second may be a part, or last year's.
        if !has_title && self.last_row.is_some_and(|(_, has_amount)| has_amount) {
            row.budgets.clear();
        }
        self.push_row(row, has_title, has_amount, number);
    }

    fn push_row(&mut self, row: Draft, has_title: bool, has_amount: bool, number: u32) {
        if !has_title {
            // A row without a title goes on with the one before.
            if let Some((last, has_amount_above)) = &mut self.last_row
                && let Some(draft) = self.reading.drafts.get_mut(*last)
            {
                *has_amount_above |= has_amount;
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
            let is_of_part = row.title.contains("小計");
            let is_of_all = self.is_more_than_rows(&row);
            let open = self.open;
            if let Some(draft) = self.draft(open).filter(|draft| {
                !is_of_part && !is_of_all && draft.class.is_some() && draft.budgets.is_empty()
            }) {
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
        let number_in =
            if row.number.is_empty() { (n_rows + 1).to_string() } else { row.number.clone() };
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
        self.last_row = Some((self.reading.drafts.len() - 1, has_amount));
    }

    /// Does a total sum up more than the rows of the part that is open, where other parts have rows of their own?
    fn is_more_than_rows(&self, total: &Draft) -> bool {
        let amount = |draft: &Draft| draft.budgets.first()?.amount_yen;
        let Some(sum) = amount(total) else { return false };
        let rows = self.reading.drafts.iter().filter(|draft| draft.is_row);
        let (own, others): (Vec<&Draft>, Vec<&Draft>) =
            rows.partition(|draft| draft.parent == total.parent);
        let own: Vec<i64> = own.into_iter().filter_map(amount).collect();
        let others = others.into_iter().any(|draft| amount(draft).is_some());
        // Rounded figures differ from their sum by one for each at most.
        let slack = self.unit.unwrap_or(1).saturating_mul(i64::try_from(own.len()).unwrap_or(0));
        let rows = own.iter().fold(0_i64, |sum, yen| sum.saturating_add(*yen));
        others && sum.saturating_sub(rows) > slack
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
        row.budgets.extend(budget::read(&heading.tail, self.above));
        if !heading.department.is_empty() {
            row.contact = Some(contact::of_office(&heading.department));
        }
    }
}

/// Does a row sum up others?
pub(super) fn is_total(title: &str) -> bool {
    let plain: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    TOTALS.contains(&plain.as_str()) || plain.ends_with("合計") || plain.ends_with("小計")
}

/// Does a row of figures count something else than the money of a year: 実施回数（回）, 1回あたりの費用?
fn is_counted(title: &str) -> bool {
    const UNITS: [&str; 20] = [
        "人", "名", "回", "件", "%", "か所", "箇所", "団体", "校", "園", "世帯", "台", "本", "日",
        "時間", "冊", "点", "部", "棟", "戸",
    ];
    let title = fold(title);
    let title = title.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(&title);
    let is_each = ["あたり", "当たり"].iter().any(|word| title.contains(word));
    let unit = title.strip_suffix(')').and_then(|title| title.rsplit_once('('));
    is_each || unit.is_some_and(|(_, unit)| UNITS.contains(&unit.trim()))
}

/// The year that a cell itself gives for its results: (元年度の実績).
fn own_results_year(cell: &Rich, near: Option<FiscalYear>) -> Option<FiscalYear> {
    let first = cell.items.first()?;
    let is_header = first.chars().take(31).count() <= 30
        && first.contains("実績")
        && first.starts_with(['(', '（', '【', '[']);
    is_header.then(|| budget::year_in(first, near)).flatten()
}
