//! The measures of one document, before and after.

use std::collections::HashMap;
use std::sync::Arc;

use super::words::words;
use super::{Change, Field, FieldChange, FieldDiff, MeasureDiff, Money, value};
use crate::model::{Budget, Contact, Measure, MeasureId};
use crate::text::likeness;

pub(super) fn whole(measure: &Arc<Measure>, change: Change) -> MeasureDiff {
    MeasureDiff { change, measure: measure.clone(), moved_from: None, fields: Vec::new() }
}

/// Compares measures; what is there now comes first, in its order, then what is gone.
pub(super) fn compare(old: &[Arc<Measure>], new: &[Arc<Measure>]) -> Vec<MeasureDiff> {
    let partners = partners(old, new);
    let renamed: HashMap<&MeasureId, &MeasureId> = partners
        .iter()
        .enumerate()
        .filter_map(|(at, partner)| Some((&old.get((*partner)?)?.id, &new.get(at)?.id)))
        .collect();
    let mut diffs = Vec::new();
    for (measure, partner) in new.iter().zip(&partners) {
        let Some(before) = partner.and_then(|at| old.get(at)) else {
            diffs.push(whole(measure, Change::Added));
            continue;
        };
        let fields = fields(before, measure, &renamed);
        let moved_from = (before.id != measure.id).then(|| before.id.clone());
        if moved_from.is_some() || !fields.is_empty() {
            let change = Change::Changed;
            diffs.push(MeasureDiff { change, measure: measure.clone(), moved_from, fields });
        }
    }
    for (at, measure) in old.iter().enumerate() {
        if !partners.contains(&Some(at)) {
            diffs.push(whole(measure, Change::Removed));
        }
    }
    diffs
}

/// What a measure is known by again; none where it lacks that.
type Sign = for<'a> fn(&'a Measure) -> Option<[&'a str; 3]>;

/// Measures under the same number that are less alike than this are two.
const ALIKE: f64 = 0.3;

/// For each new measure, the place of the old one that it is.
fn partners(old: &[Arc<Measure>], new: &[Arc<Measure>]) -> Vec<Option<usize>> {
    // The surer signs first; of several that are alike, the first takes the first.
    let signs: [Sign; 5] = [
        |measure| Some([measure.id.key(), &measure.title, ""]),
        |measure| Some(["", &measure.title, &measure.body]),
        |measure| Some(["", &measure.title, ""]),
        |measure| (!measure.body.is_empty()).then_some(["", "", &measure.body]),
        |measure| Some([measure.id.key(), "", ""]),
    ];
    let mut partners = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    for sign in signs {
        let mut places: HashMap<[&str; 3], Vec<usize>> = HashMap::new();
        for (at, measure) in old.iter().enumerate().rev() {
            if let Some(sign) = sign(measure).filter(|_| is_taken.get(at) == Some(&false)) {
                places.entry(sign).or_default().push(at);
            }
        }
        for (measure, partner) in new.iter().zip(&mut partners) {
            let place = sign(measure).and_then(|sign| places.get_mut(&sign));
            let (None, Some(place)) = (&partner, place) else {
                continue;
            };
            let is_same = |at: &&usize| old.get(**at).is_some_and(|it| are_alike(it, measure));
            *partner = place.last().filter(is_same).copied();
            if let Some(taken) = partner.and_then(|at| is_taken.get_mut(at)) {
                *taken = true;
                place.pop();
            }
        }
    }
    partners
}

fn are_alike(before: &Measure, after: &Measure) -> bool {
    before.title == after.title
        || before.body == after.body
        || likeness(&before.title, &after.title) >= ALIKE
        || likeness(&before.body, &after.body) >= ALIKE
}

fn fields(
    before: &Measure,
    after: &Measure,
    renamed: &HashMap<&MeasureId, &MeasureId>,
) -> Vec<FieldDiff> {
    let mut fields = Vec::new();
    let mut text = |field, before: &str, after: &str| {
        if before != after {
            let change = FieldChange::Words(words(before, after));
            fields.push(FieldDiff { field, change });
        }
    };
    text(Field::Title, &before.title, &after.title);
    text(Field::Body, &before.body, &after.body);
    text(Field::Target, &before.target_state, &after.target_state);
    text(Field::Results, &before.results, &after.results);
    text(Field::Changes, &before.changes.join("\n"), &after.changes.join("\n"));
    amounts(&before.budgets, &after.budgets, &mut fields);
    let year =
        |measure: &Measure| measure.results_year.map(|year| year.to_string()).unwrap_or_default();
    // Both sides under their new names, so that a new number above changes nothing here.
    let related = |measure: &Measure, renamed: &HashMap<&MeasureId, &MeasureId>| {
        let mut ids: Vec<&MeasureId> =
            measure.related.iter().map(|id| renamed.get(id).copied().unwrap_or(id)).collect();
        ids.sort();
        ids.iter().map(|id| id.key()).collect::<Vec<_>>().join(", ")
    };
    let kind = |measure: &Measure| format!("{:?}", measure.kind).to_lowercase();
    let values = [
        (Field::Kind, kind(before), kind(after)),
        (Field::Path, before.path.join(" > "), after.path.join(" > ")),
        (Field::ResultsYear, year(before), year(after)),
        (Field::Related, related(before, renamed), related(after, &HashMap::new())),
        (Field::Contact, contact(before.contact.as_ref()), contact(after.contact.as_ref())),
    ];
    fields.extend(values.into_iter().filter_map(|(field, old, new)| value(field, &old, &new)));
    // A printed number that differs is told by the new id where that goes by it.
    if before.id == after.id {
        fields.extend(value(Field::Number, &before.number, &after.number));
    }
    fields
}

fn contact(contact: Option<&Contact>) -> String {
    let Some(contact) = contact else {
        return String::new();
    };
    let parts = [contact.department.as_str(), &contact.phone, &contact.fax];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Amounts by what they are: the document's word, the year, and why they stand apart.
fn amounts(before: &[Budget], after: &[Budget], fields: &mut Vec<FieldDiff>) {
    let field = |budget: &Budget| Field::Budget {
        kind: budget.kind.clone(),
        fiscal_year: budget.fiscal_year,
        note: budget.note.clone(),
    };
    let money = |budget: &Budget| budget.amount_yen.map_or(Money::Dash, Money::Yen);
    let mut gone: Vec<&Budget> = before.iter().collect();
    for budget in after {
        let own = field(budget);
        let place = gone.iter().position(|old| field(old) == own);
        let old = place.map_or(Money::Absent, |at| money(gone.remove(at)));
        let new = money(budget);
        if old != new {
            fields.push(FieldDiff {
                field: own,
                change: FieldChange::Amount { before: old, after: new },
            });
        }
    }
    for budget in gone {
        let change = FieldChange::Amount { before: money(budget), after: Money::Absent };
        fields.push(FieldDiff { field: field(budget), change });
    }
}
