//! The cards of questions without an answer: which ward is meant, what is near, what to try.

use crate::answer::{Answer, Reason};
use crate::render;

use super::super::custom_id::{Action, MeasureRef};
use super::super::limits::{self, Embed};
use super::super::reply::Reply;
use super::super::say::Voice;
use super::buttons::{self, Button, Row, Style};
use super::measure::{document_line, heading};
use super::{View, escape, year_name};

/// Asks which of several wards or years is meant: one button each.
pub fn choose(answer: &Answer, view: &View) -> Reply {
    let voice = view.voice;
    let mut wards = render::choices(answer);
    wards.truncate(20);
    let rows: Vec<String> = wards
        .iter()
        .map(|found| {
            let ward = document_line(voice, &found.measure.document);
            format!(
                "**{}**\n{}",
                escape(&ward),
                escape(&limits::fit(&heading(&found.measure), 100))
            )
        })
        .collect();
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let mut reply = Reply::embed(Embed {
        title: voice.plain("choose-title"),
        description: format!(
            "{}\n\n{}",
            understood(answer, voice),
            limits::fit_rows(&rows, 3000, more)
        )
        .trim()
        .to_owned(),
        ..Embed::default()
    });
    let buttons: Vec<Button> = wards
        .iter()
        .map(|found| {
            let label = document_line(voice, &found.measure.document);
            Button::new(Action::Choose(MeasureRef::of(&found.measure)), label).style(Style::Primary)
        })
        .collect();
    reply.rows = buttons.chunks(5).take(4).map(|row| Row::Buttons(row.to_vec())).collect();
    if !view.private {
        reply.rows.push(Row::Buttons(vec![buttons::delete(view)]));
    }
    reply
}

/// Says that nothing answers the question, and what is near.
pub fn suggested(answer: &Answer, view: &View) -> Reply {
    let voice = view.voice;
    let rows: Vec<String> = answer
        .answers
        .iter()
        .map(|found| {
            let ward = document_line(voice, &found.measure.document);
            let title = escape(&limits::fit(&heading(&found.measure), 120));
            format!("• {title}（{}）", escape(&ward))
        })
        .collect();
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let near =
        format!("{}\n{}", voice.plain("suggested-near"), limits::fit_rows(&rows, 1800, more));
    let mut reply = notice(answer, view, "suggested-title", &near);
    reply.rows.extend(buttons::candidates(voice, &answer.answers));
    reply
}

/// Says that nothing was found, and what to try.
pub fn not_found(answer: &Answer, view: &View) -> Reply {
    let title = match &answer.reason {
        Some(Reason::Greeting | Reason::Thanks | Reason::Chatter) => "friendly-title",
        _ => "not-found-title",
    };
    notice(answer, view, title, &view.voice.plain("try-this"))
}

fn notice(answer: &Answer, view: &View, title: &str, last: &str) -> Reply {
    let voice = view.voice;
    let why = answer.reason.as_ref().unwrap_or(&Reason::NothingNear);
    let parts = [reason_text(voice, why), understood(answer, voice), last.to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let mut reply = Reply::embed(Embed {
        title: voice.plain(title),
        description: parts.join("\n\n"),
        ..Embed::default()
    });
    let measure = answer.answers.first().map(|found| MeasureRef::of(&found.measure));
    reply.rows = vec![Row::Buttons(buttons::feedback(view, measure.as_ref()))];
    reply
}

/// Says what was understood of a question; empty where nothing was.
fn understood(answer: &Answer, voice: Voice) -> String {
    let reading = &answer.reading;
    let parts: Vec<String> =
        [reading.municipality.clone(), reading.fiscal_year.map(|year| year_name(voice, year))]
            .into_iter()
            .flatten()
            .map(|part| escape(&part))
            .collect();
    if parts.is_empty() {
        return String::new();
    }
    voice.say("understood", &[("list", parts.join(" · ").into())])
}

/// Says why a question is not answered, or what must be said before the answer.
pub fn reason_text(voice: Voice, reason: &Reason) -> String {
    escape(&render::reason_text(reason, voice.locale()))
}
