//! What the store holds, as a file for a spreadsheet or a program. People are in none of them; moderators are in the
//! audit trail.

use serde::Serialize;
use serde_json::Value;

use super::Desk;
use crate::discord::csv;
use crate::discord::failure::Failure;
use crate::discord::reply::Reply;
use crate::store::{Store, StoreError};

/// As many rows as a file holds, the newest.
const ROWS: usize = 20_000;
/// Discord takes files of 10 MB.
const BYTES: usize = 9_000_000;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, poise::ChoiceParameter)]
pub enum What {
    /// The questions.
    #[name = "questions"]
    Questions,
    /// What people said of the answers.
    #[name = "feedback"]
    Feedback,
    /// The moderators' words.
    #[name = "notes"]
    Notes,
    /// The audit trail.
    #[name = "audit"]
    Audit,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Format {
    /// For a spreadsheet.
    #[name = "csv"]
    Csv,
    /// For a program.
    #[name = "json"]
    Json,
}

/// Makes the file.
pub async fn file(desk: &Desk<'_>, what: What, format: Format) -> Result<Reply, Failure> {
    let name = match what {
        What::Questions => "questions",
        What::Feedback => "feedback",
        What::Notes => "notes",
        What::Audit => "audit",
    };
    let (bytes, n) = desk
        .bot
        .with_store(move |store| {
            let rows = rows(store, what)?;
            let mut n = rows.len();
            let mut bytes = write(&rows, format);
            while bytes.len() > BYTES {
                n = n * BYTES / bytes.len() * 9 / 10;
                bytes = write(rows.get(..n).unwrap_or_default(), format);
            }
            Ok((bytes, n))
        })
        .await?;
    let extension = match format {
        Format::Csv => "csv",
        Format::Json => "json",
    };
    let mut reply = Reply::whisper(desk.say("export-done", &[("n", n.into())]));
    reply.file = Some((format!("{name}.{extension}"), bytes));
    Ok(reply)
}

fn rows(store: &Store, what: What) -> Result<Vec<Value>, StoreError> {
    Ok(match what {
        What::Questions => values(&store.questions(ROWS)?),
        What::Feedback => values(&store.feedback(ROWS)?),
        What::Notes => values(&store.notes()),
        What::Audit => values(&store.trail(ROWS)?),
    })
}

fn values(rows: &[impl Serialize]) -> Vec<Value> {
    rows.iter().filter_map(|row| serde_json::to_value(row).ok()).collect()
}

fn write(rows: &[Value], format: Format) -> Vec<u8> {
    match format {
        Format::Json => serde_json::to_vec_pretty(rows).unwrap_or_default(),
        Format::Csv => {
            let keys: Vec<String> = rows
                .first()
                .and_then(Value::as_object)
                .map(|row| row.keys().cloned().collect())
                .unwrap_or_default();
            let head: Vec<&str> = keys.iter().map(String::as_str).collect();
            csv::table(
                &head,
                rows.iter().map(|row| keys.iter().map(|key| cell(&row[key])).collect()),
            )
        }
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
