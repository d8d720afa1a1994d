//! Everything that is loaded, for spreadsheets and programs.

use std::sync::Arc;

use serde::Serialize;

use crate::answer::{BudgetFacts, facts_of};
use crate::contacts::Department;
use crate::error::{Error, ErrorKind};
use crate::model::{Budget, Contact, ContactBasis, ContactScope, FiscalYear, Measure};

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// One row for each entry of a document.
    Measures,
    /// One row for each printed amount.
    Budgets,
    /// One row for each entry with a contact of its own or its page's, then the operator's departments.
    Contacts,
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values with a header, in UTF-8.
    Csv,
    /// One JSON object a line.
    Json,
}

/// Writes a table of these measures and departments.
pub fn export(
    table: Table,
    format: Format,
    measures: &[Arc<Measure>],
    departments: &[Department],
) -> Result<String, Error> {
    match (table, format) {
        (Table::Measures, Format::Csv) => csv(measures.iter().map(|it| MeasureRow::of(it))),
        (Table::Measures, Format::Json) => json(measures.iter().map(AsRef::as_ref)),
        (Table::Budgets, Format::Csv) => csv(budgets(measures)),
        (Table::Budgets, Format::Json) => json(budgets(measures)),
        (Table::Contacts, Format::Csv) => csv(contacts(measures, departments)),
        (Table::Contacts, Format::Json) => json(contacts(measures, departments)),
    }
}

fn csv<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<String, Error> {
    let failed =
        |reason: String| Error::new(ErrorKind::Internal, format!("cannot write CSV: {reason}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

fn json<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<String, Error> {
    let mut text = String::new();
    for row in rows {
        let line = serde_json::to_string(&row)
            .map_err(|error| Error::new(ErrorKind::Internal, "cannot write JSON").because(error))?;
        text.push_str(&line);
        text.push('\n');
    }
    Ok(text)
}

/// An entry as a row of plain cells; the JSON form is the measure itself.
#[derive(Serialize)]
struct MeasureRow {
    id: String,
    kind: crate::model::MeasureKind,
    document: String,
    municipality: String,
    fiscal_year: String,
    status: String,
    path: String,
    number: String,
    title: String,
    body: String,
    target_state: String,
    results: String,
    results_year: String,
    changes: String,
    budget_kind: String,
    budget_year: String,
    budget_yen: String,
    previous_year: String,
    previous_yen: String,
    separate_yen: String,
    department: String,
    phone: String,
    fax: String,
    file: String,
    lines: String,
}

impl MeasureRow {
    fn of(measure: &Measure) -> Self {
        let document = &measure.document;
        let facts = facts_of(measure, &[]);
        let [budget_kind, budget_year, budget_yen, previous_year, previous_yen, separate_yen] =
            money(&facts);
        let contact = measure.contact.as_ref();
        let of_contact = |part: fn(&Contact) -> &String| {
            contact.map(|contact| part(contact).clone()).unwrap_or_default()
        };
        Self {
            id: measure.id.to_string(),
            kind: measure.kind,
            document: document.id.clone(),
            municipality: document.municipality.clone(),
            fiscal_year: year_text(document.fiscal_year),
            status: document.status.clone(),
            path: measure.path.join(" > "),
            number: measure.number.clone(),
            title: measure.title.clone(),
            body: measure.body.clone(),
            target_state: measure.target_state.clone(),
            results: measure.results.clone(),
            results_year: year_text(measure.results_year),
            changes: measure.changes.join("\n"),
            budget_kind,
            budget_year,
            budget_yen,
            previous_year,
            previous_yen,
            separate_yen,
            department: of_contact(|contact| &contact.department),
            phone: of_contact(|contact| &contact.phone),
            fax: of_contact(|contact| &contact.fax),
            file: document.file.clone(),
            lines: measure.lines.to_string(),
        }
    }
}

/// Kind, year and amount; year and amount before; the sum of what stands apart.
fn money(facts: &BudgetFacts) -> [String; 6] {
    let yen = |amount: Option<i64>| amount.map(|yen| yen.to_string()).unwrap_or_default();
    let main = facts.lines.iter().find(|line| line.budget.note.is_empty());
    let budget = main.map(|line| &line.budget);
    let previous = main.and_then(|line| line.previous.as_ref());
    let separate: Vec<i64> = facts
        .lines
        .iter()
        .filter(|line| line.budget.note == Budget::SEPARATE)
        .filter_map(|line| line.budget.amount_yen)
        .collect();
    [
        budget.map(|budget| budget.kind.clone()).unwrap_or_default(),
        year_text(budget.and_then(|budget| budget.fiscal_year)),
        budget.map(amount_text).unwrap_or_default(),
        year_text(previous.and_then(|budget| budget.fiscal_year)),
        yen(previous.and_then(|budget| budget.amount_yen)),
        yen((!separate.is_empty()).then(|| separate.iter().sum())),
    ]
}

/// A printed amount and where it stands.
#[derive(Serialize)]
struct BudgetRow<'a> {
    measure: &'a str,
    title: &'a str,
    document: &'a str,
    municipality: &'a str,
    kind: &'a str,
    fiscal_year: String,
    /// Yen, or `-` as printed.
    amount_yen: String,
    note: &'a str,
    text: &'a str,
    file: &'a str,
    lines: String,
}

fn budgets(measures: &[Arc<Measure>]) -> impl Iterator<Item = BudgetRow<'_>> {
    measures.iter().flat_map(|measure| {
        measure.budgets.iter().map(|budget| BudgetRow {
            measure: &measure.id.0,
            title: &measure.title,
            document: &measure.document.id,
            municipality: &measure.document.municipality,
            kind: &budget.kind,
            fiscal_year: year_text(budget.fiscal_year),
            amount_yen: amount_text(budget),
            note: &budget.note,
            text: &budget.text,
            file: &measure.document.file,
            lines: measure.lines.to_string(),
        })
    })
}

/// Whom to ask, and where that stands.
#[derive(Serialize)]
struct ContactRow<'a> {
    municipality: &'a str,
    department: &'a str,
    phone: &'a str,
    fax: &'a str,
    basis: ContactBasis,
    scope: ContactScope,
    topics: String,
    as_of: &'a str,
    source: &'a str,
    measure: &'a str,
    title: &'a str,
    file: &'a str,
    lines: String,
}

fn contacts<'a>(
    measures: &'a [Arc<Measure>],
    departments: &'a [Department],
) -> impl Iterator<Item = ContactRow<'a>> {
    let printed = measures.iter().filter_map(|measure| {
        let contact = measure.contact.as_ref()?;
        Some(ContactRow {
            municipality: &measure.document.municipality,
            department: &contact.department,
            phone: &contact.phone,
            fax: &contact.fax,
            basis: contact.basis,
            scope: contact.scope,
            topics: String::new(),
            as_of: contact.as_of.as_deref().unwrap_or_default(),
            source: contact.source.as_deref().unwrap_or_default(),
            measure: &measure.id.0,
            title: &measure.title,
            file: &measure.document.file,
            lines: measure.lines.to_string(),
        })
    });
    let known = departments.iter().map(|department| ContactRow {
        municipality: &department.municipality,
        department: &department.name,
        phone: &department.phone,
        fax: &department.fax,
        basis: ContactBasis::Config,
        scope: ContactScope::Topic,
        topics: department.topics.join(" "),
        as_of: &department.as_of,
        source: &department.source,
        measure: "",
        title: "",
        file: "",
        lines: String::new(),
    });
    printed.chain(known)
}

fn amount_text(budget: &Budget) -> String {
    budget.amount_yen.map_or_else(|| "-".to_owned(), |yen| yen.to_string())
}

fn year_text(year: Option<FiscalYear>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}
