//! Totals and changes that do not come out.
//!
//! A total is a row called 合計, 小計, 計 … below rows with figures in the same column. It may sum up all rows of the
//! table, those since the last total, or the totals themselves: only one that is none of these is told.

use super::amount::{self, Bare};
use super::lines::{self, Layout, Line};
use super::markers::DIFFERENCES;
use super::{diagnose, row};
use crate::model::{Diagnostic, Lines, Severity};
use crate::text::fold;

/// Parts of the names of columns that nobody sums up.
const NOT_SUMMED: [&str; 5] = ["頁", "ページ", "率", "割合", "単価"];

/// A row of figures.
struct Row {
    line: u32,
    raw: String,
    label: String,
    /// By column; a dash is nothing.
    figures: Vec<Option<f64>>,
}

impl Row {
    fn is_total(&self) -> bool {
        row::is_total(self.label.trim_matches(|c: char| !c.is_alphanumeric()))
    }

    /// A part of the row above it, in it already.
    fn is_inner(&self) -> bool {
        let plain = fold(&self.label);
        let plain = plain.trim_start_matches(['(', '[', '-', '・', ' ', '　']);
        plain.starts_with("うち") || plain.starts_with("内")
    }
}

/// Finds totals and changes that do not come out.
pub(super) fn find(lines: &[Line], diagnostics: &mut Vec<Diagnostic>) {
    // Where figures are rounded, sums may differ by one for each part.
    let is_rounded =
        lines.iter().any(|line| line.raw.contains("四捨五入") || line.raw.contains("端数"));
    let mut block: Vec<Row> = Vec::new();
    let mut header: Vec<String> = Vec::new();
    let mut shape = None;
    for line in lines {
        let layout = lines::layout(&line.raw).filter(|layout| *layout != Layout::Spaces);
        if lines::is_rule(&line.raw) {
            continue;
        }
        let cells: Vec<&str> =
            layout.map_or_else(Vec::new, |layout| lines::cells(&line.raw, layout));
        let own_shape = layout.map(|_| cells.len());
        let row = row(line, &cells);
        if line.raw.trim().is_empty() || own_shape != shape || (row.is_none() && layout.is_none()) {
            totals(&block, &header, is_rounded, diagnostics);
            block.clear();
        }
        shape = own_shape;
        if row.is_none() && layout.is_some() {
            header = cells.iter().map(|cell| fold(cell)).collect();
        }
        let Some(row) = row else {
            continue;
        };
        if !changes_fit(&row, &header, &line.raw, is_rounded) {
            let at = Lines(line.number, line.number);
            let code = "difference-differs";
            diagnostics.push(diagnose::at(Severity::Warning, code, at, &line.raw));
        }
        block.push(row);
    }
    totals(&block, &header, is_rounded, diagnostics);
}

/// Reads a line as a row: a label, and figures in cells or amounts in running text.
fn row(line: &Line, cells: &[&str]) -> Option<Row> {
    let mut figures = Vec::new();
    let mut label = String::new();
    if cells.is_empty() {
        let amounts = amount::find(&line.raw);
        let first = amounts.first()?;
        line.raw.get(..first.range.start)?.trim().clone_into(&mut label);
        figures.extend(amounts.iter().map(|amount| amount.yen.map(|yen| yen as f64)));
    } else {
        for cell in cells {
            let figure = figure(cell);
            if figure.is_none() && label.is_empty() {
                (*cell).clone_into(&mut label);
            }
            figures.push(match figure {
                Some(Bare::Number(number)) => Some(number),
                Some(Bare::Dash) | None => None,
            });
        }
    }
    let raw = line.raw.clone();
    figures.iter().any(Option::is_some).then_some(Row { line: line.number, raw, label, figures })
}

/// A cell that is nothing but a figure, with a unit or without.
fn figure(cell: &str) -> Option<Bare> {
    amount::bare(cell).or_else(|| match amount::find(cell).as_slice() {
        [only] if only.range.len() == cell.trim().len() => {
            Some(only.yen.map_or(Bare::Dash, |yen| Bare::Number(yen as f64)))
        }
        _ => None,
    })
}

fn totals(block: &[Row], header: &[String], is_rounded: bool, diagnostics: &mut Vec<Diagnostic>) {
    let n_columns = block.iter().map(|row| row.figures.len()).max().unwrap_or(0);
    let is_summed = |column: &usize| {
        let name = header.get(*column).filter(|_| header.len() == n_columns);
        name.is_none_or(|name| !NOT_SUMMED.iter().any(|word| name.contains(word)))
    };
    for (at, row) in block.iter().enumerate().filter(|(_, row)| row.is_total()) {
        let above = block.get(..at).unwrap_or_default();
        let is_wrong = (0..n_columns).filter(is_summed).any(|column| {
            let total = row.figures.get(column).copied().flatten();
            total.is_some_and(|total| !comes_out(above, column, total, is_rounded))
        });
        if is_wrong {
            let at = Lines(row.line, row.line);
            diagnostics.push(diagnose::at(Severity::Warning, "sum-differs", at, &row.raw));
        }
    }
}

/// Whether a total is one of the sums that it may be, as far as that can be told.
fn comes_out(above: &[Row], column: usize, total: f64, is_rounded: bool) -> bool {
    let of = |rows: &[&Row]| -> Vec<f64> {
        rows.iter().filter_map(|row| row.figures.get(column).copied().flatten()).collect()
    };
    let parts: Vec<&Row> = above.iter().filter(|row| !row.is_total() && !row.is_inner()).collect();
    let totals: Vec<&Row> = above.iter().filter(|row| row.is_total()).collect();
    let start = above.iter().rposition(Row::is_total).map_or(0, |at| at + 1);
    let since: Vec<&Row> = above.iter().skip(start).filter(|row| !row.is_inner()).collect();
    let (all, since) = (of(&parts), of(&since));
    let nearest = if since.len() >= 2 { &since } else { &all };
    // One part is no sum; a rate is not summed up; a sum of what only grows is no smaller than a part.
    let is_sum = nearest.len() >= 2
        && nearest.iter().chain([&total]).all(|figure| figure.fract() == 0.0)
        && (nearest.iter().any(|part| *part < 0.0) || nearest.iter().all(|part| *part <= total));
    if !is_sum {
        return true;
    }
    [all, of(&totals), since].iter().any(|parts| {
        let slack = if is_rounded { parts.len() as f64 } else { 0.0 };
        (parts.iter().sum::<f64>() - total).abs() <= slack
    })
}

/// Whether a printed change is the difference of the two amounts before it.
fn changes_fit(row: &Row, header: &[String], raw: &str, is_rounded: bool) -> bool {
    let slack = if is_rounded { 2.0 } else { 0.0 };
    let fits =
        |own: f64, prior: f64, change: f64| ((own - prior).abs() - change.abs()).abs() <= slack;
    let is_change =
        |name: &str| DIFFERENCES.iter().any(|word| name.contains(word)) && !name.contains('率');
    if !header.is_empty() && header.len() == row.figures.len() {
        return header.iter().enumerate().filter(|(_, name)| is_change(name)).all(|(at, _)| {
            let figure = |back: usize| row.figures.get(at.checked_sub(back)?).copied().flatten();
            match (figure(2), figure(1), figure(0)) {
                (Some(own), Some(prior), Some(change)) => fits(own, prior, change),
                _ => true,
            }
        });
    }
    let amounts = amount::find(raw);
    let [own, prior, change] = amounts.as_slice() else {
        return true;
    };
    let before = raw.get(prior.range.end..change.range.start).unwrap_or_default();
    match (own.yen, prior.yen, change.yen) {
        (Some(a), Some(b), Some(c)) if change.is_difference || is_change(before) => {
            fits(a as f64, b as f64, c as f64)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        find(&lines::lines(text), &mut found);
        found.into_iter().map(|it| format!("{} {}", it.lines, it.code)).collect()
    }

    #[test]
    fn totals_of_tables() {
        let table = "事業名\t予算額\t前年度\n防災\t1,000\t800\n福祉\t2,500\t2,000\n合計\t";
        assert!(codes(&format!("{table}3,500\t2,800\n")).is_empty());
        assert_eq!(codes(&format!("{table}3,600\t2,800\n")), ["4 sum-differs"]);
        assert_eq!(codes(&format!("{table}3,500\t2,900\n")), ["4 sum-differs"]);
        let pipes =
            "| 事業 | 予算 |\n|---|---|\n| 甲 | 10千円 |\n| 乙 | 20千円 |\n| 計 | 31千円 |\n";
        assert_eq!(codes(pipes), ["5 sum-differs"]);
    }

    #[test]
    fn subtotals_and_parts_of_parts() {
        let text = "甲\t10\n乙\t20\n小計\t30\n丙\t5\n丁\t6\nうち新規\t2\n小計\t11\n合計\t41\n";
        assert!(codes(text).is_empty());
        assert_eq!(codes(&text.replace("小計\t11", "小計\t12")), ["7 sum-differs"]);
    }

    #[test]
    fn totals_of_lists() {
        let list = "・訓練 1,000千円\n・備蓄 2,000千円\n合計 ";
        assert!(codes(&format!("{list}3,000千円\n")).is_empty());
        assert_eq!(codes(&format!("{list}3,100千円\n")), ["3 sum-differs"]);
    }

    #[test]
    fn what_is_no_sum_is_left_alone() {
        assert!(codes("事業\t頁\t伸率\n甲\t12\t10.5\n乙\t13\t2.5\n合計\t40\t6.1\n").is_empty());
        assert!(codes("合計 3,000千円\n").is_empty());
        assert!(codes("甲\t10\n合計\t12\n").is_empty());
        let rounded = "単位未満は四捨五入\n\n甲\t10\n乙\t20\n合計\t31\n";
        assert!(codes(rounded).is_empty());
    }

    #[test]
    fn changes() {
        let table = "事業名\t予算額\t前年度\t増減\n防災\t1,000\t800\t";
        assert!(codes(&format!("{table}200\n")).is_empty());
        assert_eq!(codes(&format!("{table}△200\n")), Vec::<String>::new());
        assert_eq!(codes(&format!("{table}300\n")), ["2 difference-differs"]);
        let text = "予算額 2,738千円（前年度 1,678千円、増減 ";
        assert!(codes(&format!("{text}1,060千円）\n")).is_empty());
        assert_eq!(codes(&format!("{text}1,160千円）\n")), ["1 difference-differs"]);
    }
}
