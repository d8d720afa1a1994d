//! The card of offices to ask.

use crate::answer::{Answer, Office};
use crate::model::{ContactBasis, ContactScope};
use crate::render::office_lines;

use super::super::limits::{self, Embed};
use super::super::reply::Reply;
use super::aggregate::source;
use super::buttons::{self, Row};
use super::measure::document_line;
use super::{View, escape, reason_text};

/// Makes the card of an answer with offices.
pub fn card(answer: &Answer, view: &View) -> Reply {
    let voice = view.voice;
    let rows: Vec<String> = answer.offices.iter().map(|office| row(office, view)).collect();
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let mut parts: Vec<String> =
        answer.reason.iter().map(|reason| reason_text(voice, reason)).collect();
    parts.push(limits::fit_rows(&rows, 3000, more));
    if answer.offices.iter().any(|office| office.contact.basis == ContactBasis::Config) {
        parts.push(voice.locale().say("offices-config"));
    }
    let mut reply = Reply::embed(Embed {
        title: voice.plain("field-contact"),
        description: parts.join("\n\n"),
        ..Embed::default()
    });
    reply.rows = vec![Row::Buttons(buttons::feedback(view, None)), buttons::tools(None, view)];
    reply
}

/// Whose office it is, its name and numbers, and where it stands.
fn row(office: &Office, view: &View) -> String {
    let (voice, locale) = (view.voice, view.voice.locale());
    let whose = match &office.measure {
        Some(measure) => document_line(voice, &measure.document),
        None => office.municipality.clone(),
    };
    let mut lines = vec![format!("**{}**", escape(&whose))];
    lines.extend(office_lines(office, locale).iter().map(|line| escape(line)));
    if let Some(measure) = &office.measure
        && office.contact.scope != ContactScope::Page
    {
        lines.push(escape(&source(voice, measure)));
    }
    lines.join("\n")
}
