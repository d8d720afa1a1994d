//! The seeds against the ground truth, key by key.

use std::collections::BTreeMap;

use madoguchi::model::{Measure, MeasureKind};
use madoguchi::text::fold;
use serde_json::Value;

use super::{SEEDS, seed, text};

fn tight(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn lines(path: &str) -> Vec<Value> {
    text(path).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn all() -> BTreeMap<String, Measure> {
    SEEDS
        .iter()
        .flat_map(|id| seed(id).measures)
        .map(|measure| (measure.id.to_string(), measure))
        .collect()
}

#[test]
fn every_measure_is_read() {
    let all = all();
    let gold = lines("tests/gold/measures.jsonl");
    assert_eq!(gold.len(), 106);
    let mut wrong: Vec<String> = Vec::new();
    for entry in &gold {
        let id = entry["id"].as_str().expect("an id");
        let Some(measure) = all.get(id) else {
            wrong.push(format!("{id}: not read"));
            continue;
        };
        wrong.extend(differences(measure, entry).into_iter().map(|what| format!("{id}: {what}")));
    }
    let extra = all.values().filter(|measure| {
        measure.kind != MeasureKind::Section
            && !gold.iter().any(|entry| entry["id"] == measure.id.0.as_str())
    });
    wrong.extend(extra.map(|measure| format!("{}: not in the ground truth", measure.id)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(measure: &Measure, entry: &Value) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let mut check = |what: &'static str, is_right: bool| {
        if !is_right {
            wrong.push(what);
        }
    };
    check("kind", serde_json::to_value(measure.kind).expect("a kind") == entry["kind"]);
    check("title", Some(measure.title.as_str()) == entry["title"].as_str());
    check("number", Some(measure.number.as_str()) == entry["number"].as_str());
    check("lines", serde_json::to_value(measure.lines).expect("lines") == entry["lines"]);
    let mut paths = vec![strings(&entry["path"])];
    paths.extend(entry["path_alt"].as_array().into_iter().flatten().map(strings));
    let above = measure.path.last().map(|last| tight(last));
    let is_at_top = above.is_none() && paths.iter().any(|path| path.len() == 1);
    check(
        "path",
        is_at_top || paths.iter().any(|path| path.last().map(|last| tight(last)) == above),
    );
    let body = tight(&measure.body);
    let said = format!("{body}{}", tight(&measure.results));
    check(
        "body",
        strings(&entry["body_parts"])
            .iter()
            .all(|part| body.contains(tight(part).trim_start_matches('・'))),
    );
    check(
        "results",
        strings(&entry["results_parts"])
            .iter()
            .all(|part| said.contains(tight(part).trim_start_matches('・'))),
    );
    let target = tight(&measure.target_state);
    check(
        "target",
        strings(&entry["target_parts"])
            .iter()
            .all(|part| target.contains(tight(part).trim_start_matches(['・', '-']))),
    );
    let year = measure.results_year.map(|year| year.to_string());
    check("results year", year.as_deref() == entry["results_year"].as_str());
    let budgets: Vec<(Value, Value)> = measure
        .budgets
        .iter()
        .map(|budget| {
            (
                serde_json::to_value(budget.fiscal_year).expect("a year"),
                serde_json::to_value(budget.amount_yen).expect("an amount"),
            )
        })
        .collect();
    let expected: Vec<(Value, Value)> = entry["budgets"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|budget| (budget["fiscal_year"].clone(), budget["amount_yen"].clone()))
        .collect();
    check("budgets", budgets == expected);
    let contact = measure
        .contact
        .as_ref()
        .map(|contact| (contact.department.as_str(), contact.phone.as_str(), contact.fax.as_str()));
    let part = |name: &str| entry["contact"][name].as_str().unwrap_or("");
    let expected =
        (!entry["contact"].is_null()).then(|| (part("department"), part("phone"), part("fax")));
    check("contact", contact == expected);
    let changes = tight(&measure.changes.join(" "));
    check(
        "changes",
        strings(&entry["changed"])
            .iter()
            .all(|change| changes.contains(tight(change).trim_matches('・'))),
    );
    let mut related: Vec<String> = measure.related.iter().map(ToString::to_string).collect();
    let mut expected = strings(&entry["related"]);
    related.sort();
    expected.sort();
    check("related", related == expected);
    wrong
}

#[test]
fn every_heading_above_is_read() {
    let all = all();
    let gold = lines("tests/gold/parents.jsonl");
    assert_eq!(gold.len(), 62);
    let mut wrong: Vec<String> = Vec::new();
    for entry in &gold {
        let id = entry["id"].as_str().expect("an id");
        let Some(section) = all.get(id) else {
            wrong.push(format!("{id}: not read"));
            continue;
        };
        let part = |name: &str| tight(entry[name].as_str().unwrap_or(""));
        // Bullets may be lost or kept; the words are the same.
        let plain = |text: &str| tight(text).replace('・', "");
        let title = tight(&section.document.title);
        let path: Vec<String> = strings(&entry["path"])
            .iter()
            .map(|step| tight(step))
            .filter(|step| *step != title)
            .collect();
        let own: Vec<String> = section.path.iter().map(|step| tight(step)).collect();
        for (what, is_right) in [
            ("kind", section.kind == MeasureKind::Section),
            ("title", tight(&section.title) == part("title")),
            ("body", plain(&section.body) == part("body").replace('・', "")),
            ("target", plain(&section.target_state) == part("target_state").replace('・', "")),
            ("path", own == path),
            ("lines", serde_json::to_value(section.lines).expect("lines") == entry["lines"]),
        ] {
            if !is_right {
                wrong.push(format!("{id}: {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The overview's amount covers one row of its issue and never the others.
#[test]
fn an_amount_never_reaches_a_row_it_does_not_cover() {
    let all = all();
    let building = &all["minato-osaka-r3-management-policy/2-1-3"];
    assert_eq!(building.title, "津波避難ビルの確保");
    assert!(building.budgets.is_empty() && building.related.is_empty());
}
