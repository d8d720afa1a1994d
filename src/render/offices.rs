//! Offices to ask, one below the other, each with where it is named.

use super::found::{contact_lines, document_line, source};
use super::{Reply, Role};
use crate::answer::{Answer, Office, Outcome};
use crate::locale::Locale;
use crate::model::{ContactBasis, ContactScope};
use crate::question::Intent;

/// How many offices are shown.
const SHOWN: usize = 20;
/// How many topics of an office are named.
const TOPICS: usize = 3;

pub(super) fn lines(reply: &mut Reply, answer: &Answer, preface: &[String], locale: &Locale) {
    for text in preface {
        reply.add(Role::Note, text);
    }
    let mut shown = String::new();
    for office in answer.offices.iter().take(SHOWN) {
        reply.gap();
        let whose = whose(office, locale);
        if whose != shown {
            reply.add(Role::Document, whose.as_str());
            shown = whose;
        }
        for line in office_lines(office, locale) {
            reply.add(Role::Fact, line);
        }
        // A page's own office stands beside its measures, and not in one of them.
        if let Some(measure) = &office.measure
            && office.contact.scope != ContactScope::Page
        {
            source(reply, measure, locale);
        }
    }
    reply.gap();
    let n_more = answer.offices.len().saturating_sub(SHOWN);
    if n_more > 0 {
        reply.add(Role::Note, locale.text("more", &[("count", n_more.into())]));
    }
    if answer.offices.iter().any(|office| office.contact.basis == ContactBasis::Config) {
        reply.add(Role::Note, locale.say("offices-config"));
    }
    if answer.outcome == Outcome::Choose {
        let mut names: Vec<String> = Vec::new();
        for office in &answer.offices {
            let name = locale.text("quoted", &[("text", office.municipality.as_str().into())]);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        reply.add(Role::Note, locale.text("choose-ward", &[("names", locale.list(&names).into())]));
    }
}

/// Names the operator's offices for what is asked about, below a measure.
pub(super) fn desks(reply: &mut Reply, answer: &Answer, locale: &Locale) {
    if answer.desks.is_empty() {
        return;
    }
    reply.gap();
    reply.add(Role::Heading, locale.say("desks"));
    for office in answer.desks.iter().take(SHOWN) {
        for line in office_lines(office, locale) {
            reply.add(Role::Fact, line);
        }
    }
    reply.add(Role::Note, locale.say("offices-config"));
}

/// Returns whose office it is: the document that names it, or the ward that the operator names.
fn whose(office: &Office, locale: &Locale) -> String {
    match &office.measure {
        Some(measure) => document_line(&measure.document, locale),
        None => office.municipality.clone(),
    }
}

/// Returns what an office is called, its numbers, and what it is asked about.
pub fn office_lines(office: &Office, locale: &Locale) -> Vec<String> {
    let mut lines = contact_lines(Some(&office.contact), &[Intent::Contact], locale);
    if office.contact.basis == ContactBasis::Config {
        // That it is no document's is said once for all.
        lines.truncate(1);
    }
    let quoted = |topic: &String| locale.text("quoted", &[("text", topic.as_str().into())]);
    let topics: Vec<String> = office.topics.iter().take(TOPICS).map(quoted).collect();
    if !topics.is_empty() {
        let id = if office.topics.len() > TOPICS { "office-topics-more" } else { "office-topics" };
        lines.push(locale.text(id, &[("topics", locale.list(&topics).into())]));
    }
    lines
}
