//! Here is the operator's `contacts.toml`, give me the departments that it names.
//!
//! Every entry says where it is known from and when it was true: offices reorganise every April, and a number is shown
//! with its date. A department belongs to one municipality and is never offered for another.

use std::path::Path;

use serde::Deserialize;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::error::{Error, ErrorKind};
use crate::model::{Contact, ContactBasis, ContactScope};
use crate::text::fold;
use crate::toml_file::{self, TomlError};

/// The contacts' file in the config folder.
pub const FILE: &str = "contacts.toml";

/// A department that the operator knows of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Whose it is, e.g. 大阪市港区.
    #[serde(deserialize_with = "filled")]
    pub municipality: String,
    /// What it is called.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// Telephone; empty where none is known.
    #[serde(default, deserialize_with = "number")]
    pub phone: String,
    /// Fax; empty where none is known.
    #[serde(default, deserialize_with = "number")]
    pub fax: String,
    /// What its source ties it to.
    pub topics: Vec<String>,
    /// When that was true: a day, a month or a year, ISO 8601.
    #[serde(deserialize_with = "date")]
    pub as_of: String,
    /// Where that stands.
    #[serde(deserialize_with = "filled")]
    pub source: String,
}

impl Department {
    /// Returns it as the contact of a measure that one of its topics fits.
    pub fn to_contact(&self) -> Contact {
        Contact {
            department: self.name.clone(),
            phone: self.phone.clone(),
            fax: self.fax.clone(),
            basis: ContactBasis::Config,
            scope: ContactScope::Topic,
            as_of: Some(self.as_of.clone()),
            source: Some(self.source.clone()),
        }
    }
}

/// Why the contacts could not be read.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ContactsError(#[from] TomlError);

impl From<ContactsError> for Error {
    fn from(error: ContactsError) -> Self {
        let hint = error.0.hint(
            "each [[department]] has municipality, name, topics, as_of and source, and may have phone and fax",
        );
        Error::from_source(ErrorKind::Settings, error).hint(hint)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    department: Vec<Department>,
}

/// Reads the contacts of a config folder; without the file there are none.
pub fn read(config: &Path) -> Result<Vec<Department>, ContactsError> {
    Ok(toml_file::read::<File>(&config.join(FILE))?.map(|file| file.department).unwrap_or_default())
}

/// Reads contacts from a file's text; `path` is only named in the error.
pub fn parse(path: &Path, text: &str) -> Result<Vec<Department>, ContactsError> {
    Ok(toml_file::parse::<File>(path, text)?.department)
}

/// Puts a department into a file's text as the one for its topics in its municipality; another that had one of them
/// loses it. Comments and order stay. None where the text is no good contacts file.
pub fn with_department(text: &str, new: &Department) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let departments = document
        .entry("department")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()?;
    for topic in &new.topics {
        put(departments, new, topic);
    }
    Some(document.to_string())
}

fn put(departments: &mut ArrayOfTables, new: &Department, topic: &str) {
    let says = |table: &Table, key: &str| -> String {
        table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
    };
    let mut is_in = false;
    let mut empty = Vec::new();
    for (at, table) in departments.iter_mut().enumerate() {
        if says(table, "municipality") != new.municipality {
            continue;
        }
        let is_same = says(table, "name") == new.name
            && says(table, "phone") == new.phone
            && says(table, "fax") == new.fax
            && says(table, "as_of") == new.as_of
            && says(table, "source") == new.source;
        let Some(topics) = table.get_mut("topics").and_then(Item::as_array_mut) else { continue };
        let n_before = topics.len();
        topics.retain(|known| known.as_str().is_none_or(|known| fold(known) != fold(topic)));
        let had_it = topics.len() < n_before;
        let had_only_it = had_it && topics.is_empty();
        if !is_in && (is_same || had_only_it) {
            topics.push(topic);
            fill(table, new);
            is_in = true;
        } else if had_only_it {
            empty.push(at);
        }
    }
    for at in empty.into_iter().rev() {
        departments.remove(at);
    }
    if !is_in {
        let mut table = Table::new();
        fill(&mut table, new);
        table.insert("topics", value(Array::from_iter([topic])));
        departments.push(table);
    }
}

fn fill(table: &mut Table, new: &Department) {
    let fields = [
        ("municipality", &new.municipality),
        ("name", &new.name),
        ("phone", &new.phone),
        ("fax", &new.fax),
        ("as_of", &new.as_of),
        ("source", &new.source),
    ];
    for (key, text) in fields {
        // What says so already keeps its remarks.
        if table.get(key).and_then(Item::as_str) != Some(text) {
            table.insert(key, value(text.as_str()));
        }
    }
}

fn filled<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, "it is empty, write a text", |text| !text.trim().is_empty())
}

fn number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, "not a number, write it as 06-1234-5678 or \"\" for none", |text| {
        text.chars().all(|c| c.is_ascii_digit() || "-+()#* ,".contains(c))
    })
}

fn date<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    checked(deserializer, "not a date, write it as 2024-04-30, 2024-04 or 2024", |text| {
        let mut parts = text.split('-');
        let is_number = |part: &str, n_digits, most| {
            part.len() == n_digits && part.parse::<u32>().is_ok_and(|n| n >= 1 && n <= most)
        };
        parts.next().is_some_and(|year| is_number(year, 4, 9999))
            && parts.next().is_none_or(|month| is_number(month, 2, 12))
            && parts.next().is_none_or(|day| is_number(day, 2, 31))
            && parts.next().is_none()
    })
}

fn checked<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
    advice: &str,
    is_right: impl Fn(&str) -> bool,
) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if is_right(&text) { Ok(text) } else { Err(serde::de::Error::custom(advice)) }
}
