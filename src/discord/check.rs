//! Measures what is about to be sent against Discord's limits, for the tests and the fuzz targets.

use serde_json::Value;

use super::limits::{
    AUTHOR, BUTTON_LABEL, CONTENT, CUSTOM_ID, DESCRIPTION, EMBED_TOTAL, FIELD_NAME, FIELD_VALUE,
    FIELDS, FOOTER, OPTION, OPTIONS, PLACEHOLDER, TITLE, units,
};

fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}

/// Returns what is wrong with an embed.
pub fn embed(embed: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut total = 0;
    let mut most = |what: &str, text: &str, max: usize| {
        total += units(text);
        if units(text) > max {
            wrong.push(format!("{what}: {} of {max}", units(text)));
        }
    };
    most("title", text(embed, "/title"), TITLE);
    most("description", text(embed, "/description"), DESCRIPTION);
    most("footer", text(embed, "/footer/text"), FOOTER);
    most("author", text(embed, "/author/name"), AUTHOR);
    let none = Vec::new();
    let fields = embed.get("fields").and_then(Value::as_array).unwrap_or(&none);
    for field in fields {
        most("field name", text(field, "/name"), FIELD_NAME);
        most("field value", text(field, "/value"), FIELD_VALUE);
    }
    if total > EMBED_TOTAL {
        wrong.push(format!("total: {total} of {EMBED_TOTAL}"));
    }
    if total == 0 {
        wrong.push("nothing to see".to_owned());
    }
    if fields.len() > FIELDS {
        wrong.push(format!("{} fields", fields.len()));
    }
    for field in fields {
        if text(field, "/name").trim().is_empty() || text(field, "/value").trim().is_empty() {
            wrong.push("a field without text".to_owned());
        }
    }
    wrong
}

/// Returns what is wrong with a message: the data of a callback, or the body of a message.
pub fn message(message: &Value) -> Vec<String> {
    let none = Vec::new();
    let list = |value: &Value, key: &str| -> Vec<Value> {
        value.get(key).and_then(Value::as_array).unwrap_or(&none).clone()
    };
    let mut wrong: Vec<String> = list(message, "embeds").iter().flat_map(embed).collect();
    if units(text(message, "/content")) > CONTENT {
        wrong.push("content".to_owned());
    }
    if message.pointer("/allowed_mentions/parse") != Some(&Value::Array(Vec::new())) {
        wrong.push("mentions are allowed".to_owned());
    }
    let rows = list(message, "components");
    if rows.len() > 5 {
        wrong.push(format!("{} rows", rows.len()));
    }
    let mut ids = Vec::new();
    for row in rows {
        let parts = list(&row, "components");
        if parts.is_empty() || parts.len() > 5 {
            wrong.push(format!("{} parts in a row", parts.len()));
        }
        for part in parts {
            let id = text(&part, "/custom_id").to_owned();
            if id.is_empty() || units(&id) > CUSTOM_ID || ids.contains(&id) {
                wrong.push(format!("custom id {id:?}"));
            }
            ids.push(id);
            if units(text(&part, "/label")) > BUTTON_LABEL {
                wrong.push("label".to_owned());
            }
            if units(text(&part, "/placeholder")) > PLACEHOLDER {
                wrong.push("placeholder".to_owned());
            }
            let options = list(&part, "options");
            let mut values = Vec::new();
            if part.get("type").and_then(Value::as_u64) == Some(3)
                && (options.is_empty() || options.len() > OPTIONS)
            {
                wrong.push(format!("{} options", options.len()));
            }
            for option in options {
                let value = text(&option, "/value").to_owned();
                if value.is_empty() || units(&value) > OPTION || values.contains(&value) {
                    wrong.push(format!("option value {value:?}"));
                }
                values.push(value);
                let label = text(&option, "/label");
                if label.trim().is_empty() || units(label) > OPTION {
                    wrong.push(format!("option label {label:?}"));
                }
                if units(text(&option, "/description")) > OPTION {
                    wrong.push("option description".to_owned());
                }
            }
        }
    }
    wrong
}
