//! Lines → blocks: what each passage of a line is, as far as the line and its neighbours tell.

use std::collections::HashSet;

use super::budget::{self, Above};
use super::contact::{self, ContactLine};
use super::heading::{self, Class, Frame, Heading};
use super::label::{self, Label};
use super::lines::{self, Layout, Line};
use super::markers::AS_ABOVE;
use super::markup::{self, Rich};
use super::table::{self, Column};
use super::tail;
use super::{amount, running, spaced};
use crate::text::find_years;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    Chrome,
    /// A unit that holds for all below: (単位:千円).
    Unit(i64),
    Heading(Heading),
    Contact(ContactLine),
    /// A row of a list of offices.
    Office(ContactLine),
    /// A label and the value on its line.
    Label(Label, String),
    Columns(Vec<Column>),
    /// A row, with the columns told from its own cells where no header stands above.
    Row(Vec<Rich>, Option<Vec<Column>>),
    /// Nothing but a bracketed amount.
    Amounts,
    /// Titles, departments and pages run together.
    Running,
    Item,
    Text,
}

/// A passage of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Index of its line.
    pub(super) line: usize,
    /// Is it the first of its line?
    pub(super) is_first: bool,
    pub(super) kind: Kind,
    pub(super) rich: Rich,
}

impl Block {
    pub(super) fn text(&self) -> String {
        self.rich.text()
    }
}

/// The header of a table that is in effect.
struct Header<'a> {
    line: &'a str,
    layout: Layout,
    /// What the columns are called.
    names: Vec<String>,
    columns: Vec<Column>,
    /// The cells of the row above.
    above: Vec<Rich>,
    /// How many rows stand side by side on a line, each below the same header.
    n_abreast: usize,
}

impl Header<'_> {
    /// Reads the cells of a row. Who is asked may be said by 〃; an amount above is that of its own row.
    fn read(&mut self, cells: &[&str]) -> Vec<Rich> {
        let cells = cells.iter().enumerate().map(|(nth, cell)| {
            let is_office = matches!(
                self.columns.get(nth),
                Some(Column::Department | Column::Phone | Column::Fax)
            );
            match AS_ABOVE.contains(&cell.trim()) {
                true if is_office => self.above.get(nth).cloned().unwrap_or_default(),
                true => Rich::default(),
                false => markup::read(cell),
            }
        });
        self.above = cells.collect();
        self.above.clone()
    }

    /// Reads a second line of the header, which parts its columns; false where these are the cells of a row.
    fn part(&mut self, cells: &[&str]) -> bool {
        let Some((names, columns)) = (match self.layout {
            Layout::Tabs | Layout::Pipes => table::parted(&self.names, cells),
            Layout::Spaces => table::parted_in_place(&self.names, cells),
        }) else {
            return false;
        };
        // Where the names of two lines stand is not told by either.
        (self.names, self.columns, self.line) = (names, columns, "");
        true
    }

    /// Whether these are the cells of a row below it, with an amount where the header has amounts.
    fn is_over(&self, cells: &[&str]) -> bool {
        let n_columns = self.columns.len() * self.n_abreast;
        let are_as_many = match self.layout {
            Layout::Tabs | Layout::Pipes => cells.len() == n_columns,
            Layout::Spaces if self.n_abreast > 1 => cells.len() == n_columns,
            Layout::Spaces => (2..=n_columns).contains(&cells.len()),
        };
        let has_amounts = self.columns.iter().any(|it| matches!(it, Column::Budget { .. }));
        are_as_many && (!has_amounts || cells.iter().skip(1).any(|cell| is_figure(cell)))
    }
}

fn is_figure(cell: &str) -> bool {
    amount::bare(cell).is_some() || !amount::find(cell).is_empty()
}

/// A heading between the rows of a table parts them, under the same header; any other ends the table.
fn go_on(header: &mut Option<Header<'_>>, lines: &[Line], idx: usize, blocks: &mut Vec<Block>) {
    let next = lines.iter().skip(idx + 1).find(|line| !line.raw.trim().is_empty());
    let goes_on = |above: &Header<'_>| {
        next.is_some_and(|next| {
            lines::layout(&next.raw) == Some(above.layout)
                && above.is_over(&lines::cells(&next.raw, above.layout))
        })
    };
    header.take_if(|above| !goes_on(above));
    if let Some(above) = header {
        let kind = Kind::Columns(above.columns.clone());
        blocks.push(Block { line: idx, is_first: false, kind, rich: markup::read(above.line) });
    }
}

/// Cuts every line into blocks.
pub(super) fn blocks(lines: &[Line], chrome: &[bool]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut header: Option<Header<'_>> = None;
    for (idx, line) in lines.iter().enumerate() {
        let is_chrome = chrome.get(idx).copied().unwrap_or(false);
        if is_chrome || line.raw.trim().is_empty() || lines::is_rule(&line.raw) {
            let kind = if line.raw.trim().is_empty() { Kind::Blank } else { Kind::Chrome };
            blocks.push(Block { line: idx, is_first: true, kind, rich: Rich::default() });
            continue;
        }
        if let Some(level) = line.level {
            let kind = Kind::Heading(with_level(&line.raw, level));
            blocks.push(Block {
                line: idx,
                is_first: true,
                kind,
                rich: markup::read(line.raw.trim_start_matches('#')),
            });
            go_on(&mut header, lines, idx, &mut blocks);
            continue;
        }
        if row(line, idx, &mut header, &mut blocks) {
            continue;
        }
        let rich = markup::read(&line.raw);
        let start = blocks.len();
        items(idx, rich, &mut blocks);
        if blocks.iter().skip(start).any(|block| matches!(block.kind, Kind::Heading(_))) {
            go_on(&mut header, lines, idx, &mut blocks);
        }
        if blocks.len() == start {
            blocks.push(Block {
                line: idx,
                is_first: true,
                kind: Kind::Blank,
                rich: Rich::default(),
            });
        }
    }
    promises(&mut blocks);
    marked_offices(&mut blocks);
    groups_of_offices(&mut blocks);
    over_entries(&mut blocks);
    over_office(&mut blocks);
    blocks
}

/// Offices that stand each right over its entries, the first before any, are headings that carry the contact of what is below.
fn groups_of_offices(blocks: &mut [Block]) {
    let mut found: Vec<(usize, Class)> = Vec::new();
    // Does one of them stand right behind the entries of another?
    let mut is_group = false;
    let mut above_all: Vec<Class> = Vec::new();
    for (idx, block) in blocks.iter().enumerate() {
        let office = match &block.kind {
            Kind::Contact(it) if !it.is_labelled && contact::is_office(&it.department) => it,
            // Entries above the first office may be those that it is of.
            Kind::Heading(entry) if found.is_empty() && has_amount(entry) => return,
            Kind::Heading(heading) if found.is_empty() => {
                above_all.push(heading.class);
                continue;
            }
            _ => continue,
        };
        let before = idx.checked_sub(1).and_then(|before| blocks.get(before)).map(|it| &it.kind);
        let is_below_heading = matches!(before, Some(Kind::Heading(above)) if !has_amount(above));
        let is_free = matches!(before, None | Some(Kind::Blank | Kind::Chrome));
        let entry = match blocks.get(idx + 1).map(|next| &next.kind) {
            Some(Kind::Heading(entry))
                if entry.frame.is_none() && !above_all.contains(&entry.class) =>
            {
                entry.class
            }
            _ => return,
        };
        if office.phone.is_empty() || !is_free && !is_below_heading {
            return;
        }
        is_group |= is_free && !found.is_empty();
        found.push((idx, entry));
    }
    for (idx, entry) in found.iter().filter(|_| is_group) {
        let is_low = entry.rank() > Class::LowDiamond.rank();
        let class = if is_low { Class::LowDiamond } else { Class::HighBracket };
        head_with_office(blocks, *idx, class);
    }
}

/// An office behind the mark of a heading, set off from what is above and right over an entry, heads that: ■福祉課 電話 ….
fn marked_offices(blocks: &mut [Block]) {
    let is_over = |window: &[Block]| match window {
        [before, block, entry] => {
            let is_free = matches!(before.kind, Kind::Blank | Kind::Chrome);
            let is_office = matches!(&block.kind, Kind::Contact(it)
                if !it.is_labelled && !it.phone.is_empty() && contact::is_office(&it.department));
            is_free
                && is_office
                && matches!(&entry.kind, Kind::Heading(it) if has_amount(it))
                && heading::read(&block.text()).is_some_and(|(it, _)| it.class == Class::Diamond)
        }
        _ => false,
    };
    let windows = blocks.windows(3).enumerate();
    let found: Vec<usize> =
        windows.filter(|(_, window)| is_over(window)).map(|(before, _)| before + 1).collect();
    for idx in found {
        head_with_office(blocks, idx, Class::Diamond);
    }
}

/// Makes a heading of an office, which it carries for what stands below.
fn head_with_office(blocks: &mut [Block], idx: usize, class: Class) {
    if let Some(block) = blocks.get_mut(idx)
        && let Kind::Contact(office) = &block.kind
    {
        let heading = Heading::new(class, "", &office.department, &office.department);
        block.kind = Kind::Heading(Heading { department: block.text(), ..heading });
    }
}

fn has_amount(heading: &Heading) -> bool {
    !budget::read(&heading.tail, Above::of(None)).is_empty()
}

/// A numbered line that ends like a sentence is a heading where an amount, a label or an office stands right below it; over a
/// text it is one where the number before or behind it is a heading as well. Lines one below the other are a list.
fn promises(blocks: &mut [Block]) {
    let is_said = |it: &(usize, &Block)| !matches!(it.1.kind, Kind::Blank | Kind::Chrome);
    let said: Vec<(usize, &Block)> = blocks.iter().enumerate().filter(is_said).collect();
    let promise = |block: &Block| {
        let is_line = block.kind == Kind::Text && block.is_first && block.rich.items.len() == 1;
        if is_line { heading::read_promise(&block.text()) } else { None }
    };
    let found: Vec<Option<Heading>> = said.iter().map(|(_, block)| promise(block)).collect();
    let numbered = |it: &Heading| Some((it.class.rank(), it.number.parse::<u32>().ok()?));
    let mut numbers: HashSet<(u8, u32)> = HashSet::new();
    let (mut headings, mut over_text) = (Vec::new(), Vec::new());
    for (nth, (idx, block)) in said.iter().enumerate() {
        if let Kind::Heading(heading) = &block.kind {
            numbers.extend(numbered(heading));
        }
        let Some(own) = found.get(nth).and_then(Option::as_ref) else { continue };
        let is_like = |it: &Heading| it.class == own.class;
        let above = nth.checked_sub(1).and_then(|above| found.get(above)?.as_ref());
        if above.is_some_and(is_like) {
            continue;
        }
        match said.get(nth + 1).map(|(_, next)| &next.kind) {
            Some(
                Kind::Amounts
                | Kind::Label(..)
                | Kind::Contact(_)
                | Kind::Columns(_)
                | Kind::Row(..),
            ) => headings.push((*idx, own.clone())),
            Some(Kind::Heading(entry))
                if entry.class.rank() > own.class.rank() && has_amount(entry) =>
            {
                headings.push((*idx, own.clone()));
            }
            Some(Kind::Text | Kind::Item)
                if own.class == Class::Number
                    && found.get(nth + 1).is_some_and(Option::is_none) =>
            {
                over_text.push((*idx, own.clone()));
            }
            _ => {}
        }
    }
    numbers.extend(headings.iter().chain(&over_text).filter_map(|(_, it)| numbered(it)));
    let has_sibling = |own: &Heading| {
        numbered(own).is_some_and(|(rank, number)| {
            numbers.contains(&(rank, number.saturating_add(1)))
                || numbers.contains(&(rank, number.saturating_sub(1)))
        })
    };
    headings.extend(over_text.into_iter().filter(|(_, own)| has_sibling(own)));
    for (idx, heading) in headings {
        if let Some(block) = blocks.get_mut(idx) {
            block.kind = Kind::Heading(heading);
        }
    }
}

/// A marked-up heading that asks for an office stands over that of all where it comes once and no heading is above it; else
/// over that of what stands before it.
fn over_office(blocks: &mut [Block]) {
    let level = |block: &Block| match &block.kind {
        Kind::Heading(Heading { class: Class::Level(level), .. }) => Some(*level),
        _ => None,
    };
    let asks = |block: &Block| {
        matches!(&block.kind, Kind::Heading(heading)
            if matches!(heading.frame, Some((Frame::Contact, _))) || contact::is_over_office(&heading.name))
    };
    let (over, others): (Vec<&Block>, Vec<&Block>) =
        blocks.iter().filter(|it| level(it).is_some()).partition(|it| asks(it));
    // The title is above all.
    let top = others.iter().skip(1).filter_map(|it| level(it)).min();
    let is_of_all =
        over.len() == 1 && over.first().and_then(|it| level(it)) <= top.or(Some(u8::MAX));
    for block in blocks.iter_mut().filter(|block| level(block).is_some() && asks(block)) {
        let name = block.text().trim().to_owned();
        let of_part = contact::read(&name).filter(|_| !is_of_all);
        block.kind = match of_part {
            Some(contact) => Kind::Contact(contact),
            None => Kind::Heading(Heading {
                frame: Some((Frame::Contact, "")),
                ..Heading::new(Class::Contact, "", &name, &name)
            }),
        };
    }
}

/// A label that names a year and stands over entries with amounts of their own waits for no value: it is a heading.
fn over_entries(blocks: &mut [Block]) {
    let mut is_over = false;
    for block in blocks.iter_mut().rev() {
        match &block.kind {
            Kind::Blank | Kind::Chrome => continue,
            Kind::Label(Label::Budget { .. } | Label::Results(_), value)
                if is_over && value.is_empty() && !find_years(&block.text()).is_empty() =>
            {
                let text = block.text();
                let bare = || Heading::new(Class::Bare(0), "", &text, &text);
                block.kind =
                    Kind::Heading(heading::read(&text).map_or_else(bare, |(found, _)| found));
            }
            _ => {}
        }
        is_over = matches!(&block.kind, Kind::Heading(entry) if has_amount(entry));
    }
}

fn with_level(raw: &str, level: u8) -> Heading {
    let text = raw.trim().trim_start_matches('#').trim();
    let text = markup::read(text).items.join(" ");
    let class = Class::Level(level);
    match heading::read(&text) {
        // An issue or strategy stays one, whatever the mark-up says of its depth.
        Some((heading, _)) if matches!(heading.class, Class::Issue | Class::Strategy) => heading,
        Some((heading, _)) => Heading { class, ..heading },
        None => Heading::new(class, "", &text, &text),
    }
}

/// Reads a line as a row or a header; false where it is neither.
fn row<'a>(
    line: &'a Line,
    idx: usize,
    header: &mut Option<Header<'a>>,
    blocks: &mut Vec<Block>,
) -> bool {
    let Some(layout) = lines::layout(&line.raw) else {
        return false;
    };
    let cells = lines::cells(&line.raw, layout);
    let push = |blocks: &mut Vec<Block>, kind: Kind, rich: Rich| {
        blocks.push(Block { line: idx, is_first: true, kind, rich });
    };
    if table::is_hierarchy(&cells) {
        push_columns(idx, &cells, blocks);
        return true;
    }
    let mut before = blocks.iter().rev().map(|block| &block.kind);
    let is_below_header = matches!(
        before.find(|kind| !matches!(kind, Kind::Blank | Kind::Chrome)),
        Some(Kind::Columns(_))
    );
    if let Some(header) = header.as_mut().filter(|it| is_below_header && it.layout == layout)
        && header.part(&cells)
    {
        push(blocks, Kind::Columns(header.columns.clone()), markup::read(&cells.join(" ")));
        return true;
    }
    let n_abreast = table::abreast(&cells);
    let names = cells.get(..cells.len() / n_abreast).unwrap_or_default();
    if let Some(columns) = table::header(names).or_else(|| table::offices(names)) {
        *header = Some(Header {
            line: &line.raw,
            layout,
            names: names.iter().map(|cell| (*cell).to_owned()).collect(),
            columns: columns.clone(),
            above: Vec::new(),
            n_abreast,
        });
        push(blocks, Kind::Columns(columns), markup::read(&cells.join(" ")));
        return true;
    }
    let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    if let Some(header) = header.as_mut().filter(|header| header.layout == layout) {
        let n_columns = header.columns.len();
        let fits = match layout {
            Layout::Tabs | Layout::Pipes => {
                filled.len() >= 2 || cells.len() >= 2 && cells.len() == n_columns
            }
            Layout::Spaces => header.is_over(&cells) && !line.raw.contains('。'),
        };
        if header.n_abreast > 1 && cells.len() == n_columns * header.n_abreast {
            let rows = cells.chunks(n_columns).filter(|row| row.iter().any(|it| !it.is_empty()));
            for (nth, row) in rows.enumerate() {
                let row = row.iter().map(|cell| markup::read(cell)).collect();
                let (rich, kind) = (markup::read(&cells.join(" ")), Kind::Row(row, None));
                blocks.push(Block { line: idx, is_first: nth == 0, kind, rich });
            }
            return true;
        }
        if fits {
            let cells = match layout {
                Layout::Spaces => spaced::row(&line.raw, header.line, &header.columns),
                Layout::Tabs | Layout::Pipes => cells,
            };
            let rich = header.read(&cells);
            if let Some(office) = table::office(&header.columns, &cells) {
                push(blocks, Kind::Office(office), markup::read(&cells.join(" ")));
            } else if rich.iter().any(holds_headings) {
                flatten(idx, rich, blocks);
            } else {
                let all = markup::read(&cells.join(" "));
                push(blocks, Kind::Row(rich, None), all);
            }
            return true;
        }
    }
    if layout == Layout::Spaces {
        return false;
    }
    let rich: Vec<Rich> = cells.iter().map(|cell| markup::read(cell)).collect();
    if rich.iter().any(holds_headings) {
        flatten(idx, rich, blocks);
        return true;
    }
    if filled.len() < 2 {
        // A header over one column only.
        let is_header = cells.iter().any(|cell| table::is_title(cell));
        if is_header {
            push_columns(idx, &cells, blocks);
        }
        return is_header;
    }
    if let Some(kind) = of_record(&filled) {
        push(blocks, kind, markup::read(&cells.join(" ")));
        return true;
    }
    // Each amount behind its own label: 3決算額 | 2,345千円 | 4予算額 | 3,200千円.
    let amounts =
        (0..cells.len().min(3)).map(|from| cells.get(from..).unwrap_or_default().join(" "));
    if let Some(amounts) = amounts.into_iter().find(|amounts| budget::is_alone(amounts)) {
        push(blocks, Kind::Amounts, markup::read(&amounts));
        return true;
    }
    if let Some(own) = table::infer(&cells) {
        let all = markup::read(&cells.join(" "));
        push(blocks, Kind::Row(rich, Some(own)), all);
        return true;
    }
    false
}

/// Reads a row of a record set as a table: a label and its value, or the office and its number, 担当課 | 防災課 | 電話 | 03-….
fn of_record(cells: &[&str]) -> Option<Kind> {
    if let [name, _] = cells
        && table::is_number_of_office(name)
    {
        return contact::read(&cells.join("：")).map(Kind::Contact);
    }
    let (label, _) = label::read(cells.first()?).filter(|(_, inline)| inline.is_empty())?;
    match cells {
        [_, value] => Some(Kind::Label(label, markup::read(value).text())),
        [_, office, name, number] if label == Label::Department => {
            let contact = contact::read(&[*office, *name, *number].join(" "));
            contact.filter(|contact| contact.department == *office).map(Kind::Contact)
        }
        _ => None,
    }
}

fn push_columns(idx: usize, cells: &[&str], blocks: &mut Vec<Block>) {
    let kind = Kind::Columns(vec![Column::Title]);
    blocks.push(Block { line: idx, is_first: true, kind, rich: markup::read(&cells.join(" ")) });
}

/// Does a cell hold headings of its own, as in 【1-1 …】?
fn holds_headings(rich: &Rich) -> bool {
    rich.items.iter().any(|item| {
        item.starts_with('【')
            && heading::read(item).is_some_and(|(heading, _)| {
                matches!(heading.class, Class::Issue | Class::Strategy | Class::Dotted(_))
            })
    })
}

fn flatten(idx: usize, cells: Vec<Rich>, blocks: &mut Vec<Block>) {
    let start = blocks.len();
    for cell in cells {
        items(idx, cell, blocks);
    }
    for (nth, block) in blocks.iter_mut().skip(start).enumerate() {
        block.is_first = nth == 0;
    }
}

fn items(idx: usize, rich: Rich, blocks: &mut Vec<Block>) {
    let Rich { items, changes } = rich;
    let start = blocks.len();
    for item in items {
        let (kind, rest) = classify(&item);
        let is_heading = matches!(kind, Kind::Heading(_));
        blocks.push(Block {
            line: idx,
            is_first: blocks.len() == start,
            kind,
            rich: Rich { items: vec![item], changes: Vec::new() },
        });
        if is_heading && !rest.is_empty() {
            let kind = if rest.starts_with(['・', '•']) { Kind::Item } else { Kind::Text };
            blocks.push(Block {
                line: idx,
                is_first: false,
                kind,
                rich: Rich { items: vec![rest], changes: Vec::new() },
            });
        }
    }
    if let Some(block) = blocks.get_mut(start) {
        block.rich.changes = changes;
    }
}

fn classify(text: &str) -> (Kind, String) {
    let none = String::new();
    let spaced = label::unspaced(text);
    let text = spaced.as_deref().unwrap_or(text);
    // Behind a heading, the unit is that of what stands below: 1 防災（単位：千円）.
    let is_unit = || amount::is_unit_alone(text) && !heading::is_marked(text);
    if let Some(unit) = amount::unit(text).filter(|_| is_unit()) {
        return (Kind::Unit(unit), none);
    }
    if budget::is_alone(text) {
        return (Kind::Amounts, none);
    }
    if running::is_run(text) {
        return (Kind::Running, none);
    }
    if let Some((label, value)) = label::read(text) {
        let is_contact = matches!(label, Label::Department) && !value.is_empty();
        if !is_contact || contact::read(text).is_none() {
            return (Kind::Label(label, value), none);
        }
    }
    if let Some((heading, _)) = heading::read(text)
        .filter(|(heading, _)| heading.frame.is_some_and(|(frame, _)| frame == Frame::Contact))
    {
        return (Kind::Heading(heading), none);
    }
    if let Some(contact) = contact::read(text) {
        return (Kind::Contact(contact), none);
    }
    if let Some((heading, rest)) = heading::read(text).filter(|(heading, _)| {
        heading.class != Class::Bracket || contact::bracketed(text).is_none()
    }) {
        return (Kind::Heading(heading), rest);
    }
    if let Some(contact) = contact::bracketed(text) {
        return (Kind::Contact(contact), none);
    }
    if let Some(heading) = tail::item_with_amount(text) {
        return (Kind::Heading(heading), none);
    }
    if text.starts_with(['・', '•', '･', '◦', '‣'])
        || text.starts_with("- ")
        || text.starts_with("* ")
        || text.starts_with("－ ")
    {
        return (Kind::Item, none);
    }
    (Kind::Text, none)
}
