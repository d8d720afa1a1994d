//! What is loaded, as a file for a spreadsheet or a program.

use super::{Desk, Place};
use crate::discord::desk::export::Format;
use crate::discord::failure::Failure;
use crate::discord::limits;
use crate::discord::reply::Reply;
use crate::report::{self, Table};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, poise::ChoiceParameter)]
pub enum What {
    /// Measures.
    #[name = "measures"]
    Measures,
    /// Printed amounts.
    #[name = "budgets"]
    Budgets,
    /// Whom to ask.
    #[name = "contacts"]
    Contacts,
}

/// Makes the file.
pub async fn file(
    desk: &Desk<'_>,
    place: Place<'_>,
    what: What,
    format: Format,
) -> Result<Reply, Failure> {
    let (name, table) = match what {
        What::Measures => ("measures", Table::Measures),
        What::Budgets => ("budgets", Table::Budgets),
        What::Contacts => ("contacts", Table::Contacts),
    };
    let (name, form) = match format {
        Format::Csv => (format!("{name}.csv"), report::Format::Csv),
        Format::Json => (format!("{name}.jsonl"), report::Format::Json),
    };
    let writing = desk.work(place, move |service, _| {
        let (corpus, departments) = (service.corpus(), service.departments());
        report::export(table, form, &corpus.measures().collect::<Vec<_>>(), &departments)
    });
    let text = match writing.await? {
        Ok(text) => text,
        Err(error) => return Ok(desk.refused(&error)),
    };
    if text.len() > limits::FILE {
        return Ok(desk.whisper("data-export-large"));
    }
    // The mark by which spreadsheets know UTF-8.
    let mark = if format == Format::Csv { "\u{FEFF}" } else { "" };
    let mut reply = desk.whisper("data-exported");
    reply.file = Some((name, format!("{mark}{text}").into_bytes()));
    Ok(reply)
}
