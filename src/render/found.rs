//! One measure with its facts.

use super::passage::{Ask, excerpt};
use super::{BRIEF, PASSAGE, Place, Reply, Role, missing, readings};
use crate::answer::{Answer, BudgetFacts, BudgetLine, Found};
use crate::furigana::Furigana;
use crate::locale::Locale;
use crate::model::{
    Budget, Contact, ContactBasis, ContactScope, Document, FiscalYear, Lines, Measure,
};
use crate::question::{Intent, Language, Slot};
use crate::text::{fold, squeeze, truncate};

/// The longest title of an overview line in a sentence.
const COVERING: usize = 40;

/// Returns a measure's number and title.
pub fn title_of(measure: &Measure) -> String {
    let title = squeeze(&measure.title);
    match (measure.number.as_str(), title.is_empty()) {
        (_, true) => measure.path.last().cloned().unwrap_or_else(|| measure.number.clone()),
        ("", false) => title,
        (number, false) if repeats(&title, number) => title,
        (number, false) => format!("{number} {title}"),
    }
}

/// Whether a title begins with its number, or with a word and its number: 戦略2-1.
fn repeats(title: &str, number: &str) -> bool {
    let tight = |text: &str| -> String { fold(text).split_whitespace().collect() };
    tight(title).starts_with(&tight(number))
        || title.split_whitespace().next().is_some_and(|word| tight(word).ends_with(&tight(number)))
}

/// Returns whose document it is, its title, its year where the title lacks it, and how far it has come.
pub fn document_line(document: &Document, locale: &Locale) -> String {
    let title = document.title.as_str();
    let line = match document.municipality.as_str() {
        "" => locale.text("quoted", &[("text", title.into())]),
        name => locale.text("document", &[("municipality", name.into()), ("title", title.into())]),
    };
    let mut about = Vec::new();
    if let Some(year) = document.fiscal_year {
        let is_japanese = locale.language() == Language::Japanese;
        if !(is_japanese && title.contains(&year.to_string())) {
            about.push(locale.year(year));
        }
    }
    if !document.status.is_empty() {
        about.push(locale.status(&document.status));
    }
    if let Some(updated) = &document.updated {
        let date = locale.date(updated);
        about.push(locale.text("document-updated", &[("date", date.into())]));
    }
    if about.is_empty() {
        return line.trim().to_owned();
    }
    let about = locale.list(&about);
    let args = [("document", line.into()), ("about", about.into())];
    locale.text("document-about", &args).trim().to_owned()
}

pub(super) fn document(reply: &mut Reply, document: &Document, locale: &Locale) {
    reply.add(Role::Document, document_line(document, locale));
}

/// Everything about the measure that is the answer.
pub(super) fn full(
    reply: &mut Reply,
    found: &Found,
    answer: &Answer,
    locale: &Locale,
    furigana: &Furigana,
) {
    let intents = &answer.reading.intents;
    let wants = |intent: Intent| intents.contains(&intent);
    let measure = &found.measure;
    heading(reply, measure, locale, furigana);
    body(reply, found, answer, PASSAGE);

    if wants(Intent::Target) || measure.body.is_empty() || only_target_says(found) {
        labelled(reply, locale.say("target"), &measure.target_state, found, answer, PASSAGE);
    }
    if !measure.results.is_empty() {
        let asked = wants(Intent::Results) || wants(Intent::Total);
        let max = if asked || measure.body.is_empty() { PASSAGE } else { BRIEF };
        let label = match measure.results_year {
            Some(year) => locale.text("results", &[("year", locale.year(year).into())]),
            None => locale.say("results-no-year"),
        };
        labelled(reply, label, &measure.results, found, answer, max);
    }
    if wants(Intent::Changes) && !measure.changes.is_empty() {
        reply.gap();
        reply.add(Role::Heading, locale.say("changes"));
        for change in &measure.changes {
            let change = squeeze(change);
            let change = change.trim_start_matches('・');
            reply.add(Role::Quote, locale.text("item", &[("text", change.into())]));
        }
    }

    reply.gap();
    for line in budget_lines(&found.budget, intents, answer.reading.fiscal_year, locale) {
        reply.add(Role::Fact, line);
    }
    for line in contact_lines(found.contact.as_ref(), intents, locale) {
        reply.add(Role::Fact, line);
    }
    missing(reply, &answer.missing, &[Slot::Budget, Slot::Contact], locale);
    source(reply, measure, locale);
}

/// Whether the target holds a word of the question that nothing else of the measure holds.
fn only_target_says(found: &Found) -> bool {
    let measure = &found.measure;
    let target = fold(&measure.target_state);
    let rest = fold(&format!("{} {} {}", measure.title, measure.body, measure.results));
    let mut words = found.matched.iter().map(|word| fold(word));
    words.any(|word| target.contains(&word) && !rest.contains(&word))
}

/// What tells a measure from one of another ward: title, passage, money, contact, place.
pub(super) fn brief(
    reply: &mut Reply,
    found: &Found,
    answer: &Answer,
    locale: &Locale,
    furigana: &Furigana,
) {
    let intents = &answer.reading.intents;
    let measure = &found.measure;
    heading(reply, measure, locale, furigana);
    body(reply, found, answer, BRIEF);
    let results_wanted = intents.contains(&Intent::Results) || measure.body.is_empty();
    if results_wanted && !measure.results.is_empty() {
        let label = match measure.results_year {
            Some(year) => locale.text("results", &[("year", locale.year(year).into())]),
            None => locale.say("results-no-year"),
        };
        labelled(reply, label, &measure.results, found, answer, BRIEF);
    }
    if intents.contains(&Intent::Target) || measure.body.is_empty() {
        labelled(reply, locale.say("target"), &measure.target_state, found, answer, BRIEF);
    }
    for line in budget_lines(&found.budget, intents, answer.reading.fiscal_year, locale) {
        reply.add(Role::Fact, line);
    }
    for line in contact_lines(found.contact.as_ref(), intents, locale) {
        reply.add(Role::Fact, line);
    }
    source(reply, measure, locale);
}

fn heading(reply: &mut Reply, measure: &Measure, locale: &Locale, furigana: &Furigana) {
    let title = title_of(measure);
    let bare = squeeze(&measure.title);
    let bare = if bare.is_empty() { &title } else { &bare };
    let spelt = readings::spelt(bare, locale.language(), furigana);
    reply.add(Role::Title, title);
    if let Some(spelt) = spelt {
        reply.add(Role::Reading, locale.text("title-reading", &[("reading", spelt.into())]));
    }
    if !measure.path.is_empty() {
        let path = locale.path(&measure.path);
        reply.add(Role::Fact, locale.text("place", &[("path", path.into())]));
    }
}

fn body(reply: &mut Reply, found: &Found, answer: &Answer, max: usize) {
    let measure = &found.measure;
    let bare = |text: &str| squeeze(text).replace([' ', '・', '。'], "");
    if measure.body.trim().is_empty() || bare(&measure.body) == bare(&measure.title) {
        return;
    }
    reply.gap();
    for line in excerpt(&measure.body, &ask(found, answer), max) {
        reply.add(Role::Quote, line);
    }
}

fn labelled(
    reply: &mut Reply,
    label: String,
    text: &str,
    found: &Found,
    answer: &Answer,
    max: usize,
) {
    if text.trim().is_empty() {
        return;
    }
    reply.gap();
    reply.add(Role::Heading, label);
    for line in excerpt(text, &ask(found, answer), max) {
        reply.add(Role::Quote, line);
    }
}

fn ask<'a>(found: &'a Found, answer: &Answer) -> Ask<'a> {
    let intents = &answer.reading.intents;
    let figures = intents.contains(&Intent::Results) || intents.contains(&Intent::Total);
    Ask { words: &found.matched, figures }
}

/// Returns the lines on a measure's money; the first says plainly where the document gives none.
pub fn budget_lines(
    facts: &BudgetFacts,
    intents: &[Intent],
    asked_year: Option<FiscalYear>,
    locale: &Locale,
) -> Vec<String> {
    if facts.is_missing() {
        let id = if facts.are_in_text { "budget-in-text" } else { "budget-none" };
        return vec![locale.say(id)];
    }
    let mut lines = Vec::new();
    for line in &facts.lines {
        lines.extend(one_budget(line, locale));
    }
    let wants_before = intents.contains(&Intent::Compare)
        || facts.main(None).is_some_and(|main| {
            asked_year.is_some() && asked_year == main.budget.fiscal_year.map(FiscalYear::previous)
        });
    if wants_before && facts.main(None).is_some_and(|main| main.previous.is_none()) {
        lines.push(locale.say("budget-before-none"));
    }
    if let Some(covering) = &facts.covered_by {
        let title = truncate(&title_of(covering), COVERING);
        let place = locale.lines(covering.lines);
        lines.push(
            locale.text("budget-covered", &[("title", title.into()), ("lines", place.into())]),
        );
    }
    if !matches!(locale.language(), Language::Japanese | Language::EasyJapanese) {
        let mut printed: Vec<&str> = facts.lines.iter().map(|l| l.budget.text.as_str()).collect();
        printed.dedup();
        for text in printed.into_iter().filter(|text| !text.is_empty()) {
            lines.push(locale.text("budget-printed", &[("text", text.into())]));
        }
    }
    lines
}

fn one_budget(line: &BudgetLine, locale: &Locale) -> Vec<String> {
    let budget = &line.budget;
    let of = year_and_kind(&line.budget, locale);
    let note = budget.note.as_str();
    let Some(amount) = budget.amount_yen else {
        let is_separate = note == Budget::SEPARATE;
        let id = if is_separate { "budget-separate-dash" } else { "budget-dash" };
        return vec![locale.text(id, &[("of", of.into())])];
    };
    let amount = locale.yen(amount);
    let say = |id, name, value: String| {
        locale.text(id, &[("amount", amount.into()), (name, value.into())])
    };
    let mut lines = match note {
        "" => vec![say("budget", "of", of)],
        Budget::SEPARATE => return vec![say("budget-separate", "of", of)],
        Budget::PART => return vec![say("budget-within", "of", of)],
        _ => return vec![say("budget-before", "year", note.to_owned())],
    };
    if let Some(previous) = &line.previous {
        let year = year_or_note(previous, locale);
        match previous.amount_yen {
            Some(yen) => {
                let args = [("amount", locale.yen(yen).into()), ("year", year.into())];
                lines.push(locale.text("budget-before", &args));
            }
            None => lines.push(locale.text("budget-before-dash", &[("year", year.into())])),
        }
    }
    lines.extend(change(line, locale));
    lines
}

fn change(line: &BudgetLine, locale: &Locale) -> Option<String> {
    let yen = line.change_yen()?;
    if yen == 0 {
        return Some(locale.say("budget-same"));
    }
    let change = locale.change(yen);
    Some(match line.change_percent() {
        Some(percent) => {
            let percent = locale.percent(percent);
            locale.text("budget-change", &[("change", change.into()), ("percent", percent.into())])
        }
        None => locale.text("budget-change-only", &[("change", change.into())]),
    })
}

/// Returns the year of an amount; the document's word where it prints none: 前年度.
pub(super) fn year_or_note(budget: &Budget, locale: &Locale) -> String {
    budget.fiscal_year.map_or_else(|| budget.note.clone(), |year| locale.year(year))
}

/// Returns the year and the document's word for an amount.
pub fn year_and_kind(budget: &Budget, locale: &Locale) -> String {
    let kind = locale.budget_kind(&budget.kind);
    match budget.fiscal_year {
        Some(year) => {
            let year = locale.year(year);
            locale.text("amount-of", &[("year", year.into()), ("kind", kind.into())])
        }
        None => kind,
    }
}

/// Returns the lines on whom to ask; the first says plainly where the document names nobody.
pub fn contact_lines(
    contact: Option<&Contact>,
    intents: &[Intent],
    locale: &Locale,
) -> Vec<String> {
    let Some(contact) = contact else {
        return vec![locale.say("contact-none")];
    };
    let mut who = vec![contact.department.clone()];
    if !contact.phone.is_empty() {
        who.push(locale.text("contact-phone", &[("phone", contact.phone.as_str().into())]));
    }
    if !contact.fax.is_empty() {
        who.push(locale.text("contact-fax", &[("fax", contact.fax.as_str().into())]));
    }
    who.retain(|part| !part.is_empty());
    let who = who.join(" ");

    let mut remarks = Vec::new();
    if contact.scope == ContactScope::Page {
        remarks.push(locale.say("contact-page"));
    }
    if let Some(date) = &contact.as_of {
        let date = locale.date(date);
        remarks.push(locale.text("contact-as-of", &[("date", date.into())]));
    }
    if let Some(source) = &contact.source {
        remarks.push(locale.text("contact-source", &[("source", source.as_str().into())]));
    }
    let mut lines = vec![if remarks.is_empty() {
        locale.text("contact", &[("contact", who.into())])
    } else {
        let remarks = locale.list(&remarks);
        locale.text("contact-with", &[("contact", who.into()), ("remarks", remarks.into())])
    }];
    if contact.basis == ContactBasis::Config {
        lines.push(locale.say("contact-config"));
    } else if contact.phone.is_empty() && intents.contains(&Intent::Contact) {
        lines.push(locale.say("contact-no-phone"));
    }
    lines
}

pub(super) fn source(reply: &mut Reply, measure: &Measure, locale: &Locale) {
    source_of(reply, &measure.document, &[measure.lines], locale);
}

/// Says where passages of a document stand; `places` are in order.
pub(super) fn source_of(reply: &mut Reply, document: &Document, places: &[Lines], locale: &Locale) {
    let lines = locale.line_list(places);
    let args = [("file", document.file.as_str().into()), ("lines", lines.into())];
    reply.add(Role::Source, locale.text("source", &args));
    if let (Some(line), Some(first)) = (reply.0.last_mut(), places.first()) {
        line.place = Some(Place { file: document.file.clone(), line: first.0 });
    }
}
