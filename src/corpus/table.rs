//! Tables: what the columns are, told by the words of the header or by what the cells hold.

use super::contact::ContactLine;
use super::markers::{
    BODY_COLUMNS, BUDGET_COLUMNS, DIFFERENCES, FUNDING, GROUP_COLUMNS, HIERARCHY_COLUMNS, NOVELTY,
    PRIOR, TITLE_COLUMNS,
};
use super::{amount, budget, contact};
use crate::model::FiscalYear;
use crate::text::{find_years, fold, squeeze};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Title,
    Body,
    /// 実績, with its header, which names the year.
    Results(String),
    Target,
    /// An amount: kind, header, whether of the year before, unit.
    Budget {
        kind: String,
        header: String,
        is_prior: bool,
        unit: Option<i64>,
    },
    Department,
    Phone,
    Fax,
    Group,
    Number,
    Mark,
    /// A number that says nothing of its own: difference, share, page.
    Figure,
    /// 備考.
    Remark,
    /// A header that is not known.
    Other,
}

impl Column {
    /// Is it a part of a measure?
    pub(super) fn is_of_measure(&self) -> bool {
        !matches!(self, Column::Figure | Column::Remark | Column::Other)
    }

    /// May a cell stand in it? Numbers are of their own columns; what stands in an unknown one is not known.
    pub(super) fn may_hold(&self, cell: &str) -> bool {
        let is_number = amount::bare(cell).is_some();
        match self {
            Column::Budget { .. } | Column::Figure => {
                is_number || cell.ends_with(['円', '%', '％'])
            }
            Column::Number => cell.chars().count() <= 8,
            Column::Phone | Column::Fax | Column::Results(_) | Column::Other => true,
            _ => !is_number,
        }
    }
}

/// Reads a line's cells as the header of a table.
///
/// A header names at least two different columns, one of them the title or an amount.
pub(super) fn header(cells: &[&str]) -> Option<Vec<Column>> {
    if cells.len() < 2
        || cells.iter().any(|cell| cell.chars().take(41).count() > 40 || cell.contains('。'))
    {
        return None;
    }
    let mut columns: Vec<Column> = Vec::new();
    let mut n_known = 0;
    for cell in cells {
        let column = column(cell);
        n_known += usize::from(column.is_some());
        columns.push(column.unwrap_or(Column::Other));
    }
    // Two group-like words side by side: the last one before the others is the title.
    if !columns.contains(&Column::Title)
        && let Some(group) = columns.iter_mut().rev().find(|column| **column == Column::Group)
    {
        *group = Column::Title;
    }
    let n_kinds = columns.iter().filter(|c| c.is_of_measure()).fold(Vec::new(), |mut kinds, c| {
        if !kinds.contains(&std::mem::discriminant(c)) {
            kinds.push(std::mem::discriminant(c));
        }
        kinds
    });
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    // Names stand before amounts; 令和6年度 主要事業 is a title.
    let place = |is: fn(&Column) -> bool| columns.iter().position(is);
    let title = place(|column| *column == Column::Title)?;
    let is_behind =
        place(|column| matches!(column, Column::Budget { .. })).is_some_and(|at| at < title);
    (!is_behind && n_kinds.len() >= 2 && n_known * 2 >= filled).then(|| {
        let mut seen = false;
        for column in &mut columns {
            if *column == Column::Title && std::mem::replace(&mut seen, true) {
                *column = Column::Body;
            }
        }
        columns
    })
}

/// Reads a second line of a header, which parts columns of the first: 予算額 above 令和4年度 and 令和3年度.
///
/// It has nothing below the title, no number, and at least one year, kind or unit of amount. Returns what each column is called
/// by both lines, an amount only where both agree that it is one: 件数 below 予算額 is none.
pub(super) fn parted(above: &[String], cells: &[&str]) -> Option<(Vec<String>, Vec<Column>)> {
    let before: Vec<&str> = above.iter().map(String::as_str).collect();
    let columns = header(&before)?;
    let title = columns.iter().position(|column| *column == Column::Title)?;
    let is_name = |cell: &&str| amount::bare(cell).is_none() && amount::find(cell).is_empty();
    let parts = |cell: &&str| is_of_amounts(column(cell).as_ref()) || unit_alone(cell).is_some();
    if !cells.get(title)?.is_empty() || !cells.iter().all(is_name) || !cells.iter().any(parts) {
        return None;
    }
    // A line that has more cells than the one above does not say which of them stand below which, unless cells that go
    // on over the next are kept.
    let is_in_step = cells.len() <= before.len() || before.contains(&"");
    let first = cells.iter().position(|cell| !cell.is_empty())?;
    let above_of = |nth: usize| before.get(nth).filter(|_| is_in_step || nth < first);
    let mut spanning = "";
    let names = (0..cells.len().max(before.len())).map(|nth| {
        let (top, cell) = (*above_of(nth).unwrap_or(&""), *cells.get(nth).unwrap_or(&""));
        // A cell above goes on over the next, as long as there are parts.
        let above = if top.is_empty() && !cell.is_empty() { spanning } else { top };
        spanning = if cell.is_empty() { "" } else { above };
        if is_in_step || cell.is_empty() { part(above, cell) } else { by_itself(cell) }
    });
    let names: Vec<String> = names.collect();
    let called: Vec<&str> = names.iter().map(String::as_str).collect();
    let columns = header(&called).unwrap_or_else(|| without_amounts(columns));
    Some((names, columns))
}

/// Reads a second line of a header that is set with spaces: it parts the only amount of the first, whose cells tell nothing
/// where there are others.
pub(super) fn parted_in_place(
    above: &[String],
    cells: &[&str],
) -> Option<(Vec<String>, Vec<Column>)> {
    let is_amount = |name: &str| matches!(column(name), Some(Column::Budget { .. }));
    let places = above.iter().enumerate().filter(|(_, name)| is_amount(name));
    let places: Vec<usize> = places.map(|(at, _)| at).collect();
    let at = *places.first()?;
    if cells.len() < 2 || !cells.iter().all(|cell| is_of_amounts(column(cell).as_ref())) {
        return None;
    }
    if places.len() == cells.len() {
        let mut below = vec![""; above.len()];
        for (at, cell) in places.into_iter().zip(cells) {
            if let Some(place) = below.get_mut(at) {
                *place = cell;
            }
        }
        return parted(above, &below);
    }
    if places.len() > 1 {
        // Which of them each part stands below is not told: such rows have no amounts.
        let names: Vec<&str> = above.iter().map(String::as_str).collect();
        let mut columns = without_amounts(header(&names)?);
        let n_words = above.iter().filter(|name| !is_amount(name)).count();
        columns.resize(columns.len().max(n_words + cells.len()), Column::Other);
        return Some((above.to_vec(), columns));
    }
    let (before, behind) = above.split_at_checked(at + 1)?;
    let wide = vec![String::new(); cells.len() - 1];
    let names = [before, &wide, behind].concat();
    let below = [&vec![""; at], cells, &vec![""; behind.len()]].concat();
    parted(&names, &below)
}

fn without_amounts(mut columns: Vec<Column>) -> Vec<Column> {
    for column in &mut columns {
        if is_of_amounts(Some(column)) {
            *column = Column::Other;
        }
    }
    columns
}

fn is_of_amounts(column: Option<&Column>) -> bool {
    matches!(column, Some(Column::Budget { .. } | Column::Figure))
}

/// What a column is called by a cell below none that is known: an amount only where the cell names its year.
fn by_itself(cell: &str) -> String {
    let is_kind = matches!(column(cell), Some(Column::Budget { is_prior: false, .. }));
    let names_year = cell.contains('年') || !find_years(cell).is_empty();
    if is_kind && !names_year { String::new() } else { cell.to_owned() }
}

/// The unit that is all that a cell says: 千円, （千円）.
fn unit_alone(cell: &str) -> Option<&str> {
    let said = cell.trim().trim_matches(['(', '（', '[', ')', '）', ']']);
    let said = said.strip_prefix("単位").unwrap_or(said).trim_start_matches([':', '：']);
    ["円", "千円", "万円", "百万円", "億円"].contains(&said).then_some(said)
}

/// What a column is called by two cells of its header, nothing where they do not say what it holds.
fn part(top: &str, cell: &str) -> String {
    let both = match unit_alone(cell) {
        Some(unit) => format!("{top}（{unit}）"),
        None => format!("{cell} {top}"),
    };
    let name = match (column(cell), column(top)) {
        _ if cell.is_empty() => top,
        (own, _) if top.is_empty() || own == Some(Column::Figure) => cell,
        (None, Some(Column::Budget { .. })) if unit_alone(cell).is_none() => "",
        _ if column(&both).is_some() => &both,
        (Some(own), _) if !is_of_amounts(Some(&own)) => cell,
        (None, Some(_)) => top,
        _ => "",
    };
    name.to_owned()
}

/// Reads a line's cells as the header of a list of offices, which has no titles.
pub(super) fn offices(cells: &[&str]) -> Option<Vec<Column>> {
    let columns: Vec<Column> =
        cells.iter().map(|cell| column(cell).unwrap_or(Column::Other)).collect();
    let names = |wanted: Column| columns.iter().filter(|column| **column == wanted).count();
    let is_list = names(Column::Department) == 1 && names(Column::Phone) == 1;
    let is_of_entries = |column: &Column| matches!(column, Column::Title | Column::Budget { .. });
    // 担当課 | 防災課 | 電話 | 03-… is a form's line.
    let is_value = |cell: &&str| {
        cell.contains(char::is_numeric) || column(cell).is_none() && contact::is_department(cell)
    };
    let is_header = !columns.iter().any(is_of_entries) && !cells.iter().any(is_value);
    (is_list && is_header).then_some(columns)
}

/// Reads a row of a list of offices.
pub(super) fn office(columns: &[Column], cells: &[&str]) -> Option<ContactLine> {
    if columns.contains(&Column::Title) {
        return None;
    }
    let cell = |wanted: Column| {
        let at = columns.iter().position(|column| *column == wanted)?;
        cells.get(at).map(|cell| squeeze(cell))
    };
    Some(ContactLine {
        department: cell(Column::Department)?,
        phone: cell(Column::Phone)?,
        fax: cell(Column::Fax).unwrap_or_default(),
        ..ContactLine::default()
    })
}

/// Returns how many rows stand side by side below a header that names its columns several times.
pub(super) fn abreast(cells: &[&str]) -> usize {
    let is_repeated = |n: &usize| {
        let n_columns = cells.len() / n;
        let first = cells.get(..n_columns).unwrap_or_default();
        n_columns >= 2
            && cells.len().is_multiple_of(*n)
            && cells.chunks(n_columns).all(|it| it == first)
    };
    [3, 2].into_iter().find(is_repeated).unwrap_or(1)
}

/// Is it the header over telephone or fax numbers?
pub(super) fn is_number_of_office(cell: &str) -> bool {
    matches!(column(cell), Some(Column::Phone | Column::Fax))
}

/// Is it a word that a header or a form has: 電話, 担当課?
pub(super) fn is_name(cell: &str) -> bool {
    column(cell).is_some()
}

/// Is it a header that only names the levels of a hierarchy, whose cells carry their own headings?
pub(super) fn is_hierarchy(cells: &[&str]) -> bool {
    let names = || cells.iter().map(|cell| name_of(cell));
    names().any(|name| !name.is_empty())
        && cells.len() >= 2
        && names().all(|name| name.is_empty() || HIERARCHY_COLUMNS.contains(&name.as_str()))
}

/// Is it the header over titles?
pub(super) fn is_title(cell: &str) -> bool {
    TITLE_COLUMNS.contains(&name_of(cell).as_str())
}

fn column(cell: &str) -> Option<Column> {
    let unit = amount::unit(cell);
    let name = name_of(cell);
    let name = name.as_str();
    if name.is_empty() {
        return None;
    }
    if TITLE_COLUMNS.contains(&name) {
        return Some(Column::Title);
    }
    if DIFFERENCES.iter().any(|word| name.contains(word))
        || name.ends_with('率')
        || name.ends_with("a-b")
        || matches!(name, "ページ" | "頁" | "掲載ページ" | "p")
        || FUNDING.iter().any(|word| name.ends_with(word))
        || ["補正前", "補正後", "現計"].iter().any(|word| name.starts_with(word))
        || matches!(name, "計" | "合計")
    {
        return Some(Column::Figure);
    }
    if name.contains("実績") || name == "成果" {
        return Some(Column::Results(squeeze(cell)));
    }
    let kind = budget::kind_in(cell);
    let is_year = !find_years(cell).is_empty() || cell.contains("年度");
    let is_prior = PRIOR.iter().any(|word| name.contains(word));
    if BUDGET_COLUMNS.iter().any(|word| name.ends_with(word))
        || is_prior
        || (is_year
            && (name.is_empty()
                || name == "年度"
                || is_bare_year(name)
                || is_stage(name)
                || matches!(name, "本年度" | "今年度" | "当年度")))
        || name == "本年度"
    {
        return Some(Column::Budget {
            kind: kind.or_else(|| budget::stage_in(name)).unwrap_or(budget::PLAIN).to_owned(),
            header: squeeze(cell),
            is_prior,
            unit,
        });
    }
    if BODY_COLUMNS.iter().any(|word| name.ends_with(word)) {
        return Some(Column::Body);
    }
    if GROUP_COLUMNS.contains(&name) {
        return Some(Column::Group);
    }
    if name.starts_with("担当")
        || name.starts_with("所管")
        || matches!(
            name,
            "課名"
                | "部署"
                | "課"
                | "局/部/課"
                | "担当課名"
                | "問合せ先"
                | "問い合わせ先"
                | "お問い合わせ先"
                | "連絡先"
                | "問合先"
                | "実施課"
                | "部署名"
                | "課・係"
                | "所属"
        )
    {
        return Some(Column::Department);
    }
    if matches!(name, "電話" | "電話番号" | "tel" | "内線") {
        return Some(Column::Phone);
    }
    if matches!(
        name,
        "fax"
            | "ファックス"
            | "ファクス"
            | "ファクシミリ"
            | "fax番号"
            | "ファックス番号"
            | "ファクス番号"
            | "ファクシミリ番号"
    ) {
        return Some(Column::Fax);
    }
    if matches!(name, "めざす状態" | "目指す状態" | "めざす姿" | "目標" | "成果目標" | "数値目標")
    {
        return Some(Column::Target);
    }
    if matches!(name, "種別" | "新規等" | "新規・拡充" | "新・拡" | "新規" | "新規/拡充")
        || NOVELTY.contains(&name)
    {
        return Some(Column::Mark);
    }
    if matches!(name, "no" | "no." | "番号" | "#" | "№" | "通し番号" | "事業番号" | "項番" | "通番")
    {
        return Some(Column::Number);
    }
    (name == "備考").then_some(Column::Remark)
}

/// 当初, 2月補正: a stage of a year's budget, behind its year.
fn is_stage(name: &str) -> bool {
    let name = name.trim_start_matches(['度', 'の']);
    let name = name
        .split_once('月')
        .filter(|(month, _)| month.parse::<u8>().is_ok())
        .map_or(name, |it| it.1);
    matches!(name, "当初" | "最終" | "補正")
}

/// 7年度, r7, r7当初: a year without its era.
fn is_bare_year(name: &str) -> bool {
    let end = ["当初", "最終", "補正後"].iter().find_map(|word| name.strip_suffix(word));
    let name = end.unwrap_or(name);
    let year = name.strip_suffix("年度");
    let number =
        name.strip_prefix(['r', 'h']).map(|n| n.strip_suffix("年度").unwrap_or(n)).or(year);
    number.is_some_and(|n| {
        n == "元" || (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit())
    })
}

/// A header's words without white space, brackets, year and case.
fn name_of(cell: &str) -> String {
    let mut name = String::new();
    let mut depth = 0_u8;
    for c in fold(cell).chars() {
        match c {
            '(' | '[' | '〔' | '【' => depth = depth.saturating_add(1),
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            c if depth == 0 && !c.is_whitespace() && !matches!(c, '*' | ':') => name.push(c),
            _ => {}
        }
    }
    let Some((range, _)) = find_years(&name).into_iter().next() else {
        return name;
    };
    let mut rest = name.clone();
    rest.replace_range(range, "");
    if rest.is_empty() || rest == "度" { "年度".to_owned() } else { rest }
}

/// Tells the columns of a row that has no header, if it is a row of measures at all.
pub(super) fn infer(cells: &[&str]) -> Option<Vec<Column>> {
    let mut columns = vec![Column::Other; cells.len()];
    let mut title: Option<usize> = None;
    let mut n_told = 0;
    for (idx, (cell, column)) in cells.iter().zip(&mut columns).enumerate() {
        if !amount::find(cell).is_empty() && cell.chars().count() <= 40 {
            // Whether a second amount is of the year before or a difference cannot be told.
            if !has_amount_before(cells, idx) {
                *column = Column::Budget {
                    kind: budget::kind_in(cell).unwrap_or(budget::PLAIN).to_owned(),
                    header: String::new(),
                    is_prior: false,
                    unit: None,
                };
                n_told += 1;
            }
        } else if contact::read(cell).is_some_and(|contact| !contact.phone.is_empty())
            || (title.is_some() && contact::is_department(cell) && cell.chars().count() <= 20)
        {
            *column = Column::Department;
            n_told += 1;
        } else if title.is_none()
            && cell.chars().count() >= 3
            && cell.chars().count() <= 60
            && !cell.contains('。')
            && cell.chars().any(|c| c as u32 >= 0x3040)
        {
            title = Some(idx);
            *column = Column::Title;
        } else if title.is_some() && cell.chars().count() > 8 {
            *column = Column::Body;
        }
    }
    (title.is_some() && n_told > 0).then_some(columns)
}

fn has_amount_before(cells: &[&str], idx: usize) -> bool {
    cells.iter().take(idx).any(|cell| !amount::find(cell).is_empty())
}

/// The year that a header names.
pub(super) fn year_of(header: &str, near: Option<FiscalYear>) -> Option<FiscalYear> {
    budget::year_in(header, near)
}
