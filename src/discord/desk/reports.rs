//! What people report: まちがいを知らせる, and ちがう with a reason.

use super::{Desk, Entry, List};
use crate::discord::card::{Button, Choice, Row, Style, escape, heading};
use crate::discord::custom_id::{Action, DeskAction, Writing};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::model::MeasureId;
use crate::store::{Feedback, ReportState, Verdict};

/// As many reports as the list reads; those beyond come up when these are dealt with.
const LISTED: usize = 400;

/// Shows the reports that wait.
pub async fn list(desk: &Desk<'_>, page: u16) -> Result<Reply, Failure> {
    let reports = desk.bot.with_store(|store| store.reports(LISTED)).await?;
    let voice = desk.voice;
    let entries = reports.iter().map(|report| {
        let comment = limits::fit(&report.comment, 120);
        let about =
            measure_of(desk, report).unwrap_or_else(|| report.question.clone().unwrap_or_default());
        let day = voice.date(&report.day);
        Entry {
            row: format!(
                "{} **{}**\n{day} · {}",
                mark(report.verdict),
                escape(&comment),
                escape(&limits::fit(&about, 100))
            ),
            choice: Choice {
                value: report.id.to_string(),
                label: format!("{} {comment}", mark(report.verdict)),
                description: format!("{day} {about}"),
                chosen: false,
            },
        }
    });
    let list = List {
        title: voice.plain("reports-title"),
        head: desk.say("reports-head", &[("n", reports.len().into())]),
        entries: entries.collect(),
        empty: "reports-empty",
        open: DeskAction::OpenReport,
        turn: |page| DeskAction::Reports { page },
    };
    Ok(list.page(voice, page))
}

/// Shows one report.
pub async fn open(desk: &Desk<'_>, id: i64) -> Result<Reply, Failure> {
    let Some(report) = desk.bot.with_store(move |store| store.report(id)).await? else {
        return Ok(desk.whisper("desk-gone"));
    };
    let voice = desk.voice;
    let measure = measure_of(desk, &report);
    let mut embed = Embed {
        title: format!("{} {}", mark(report.verdict), voice.plain("reports-one")),
        description: escape(&limits::fit(&report.comment, 1500)),
        footer: voice.date(&report.day),
        ..Embed::default()
    };
    let mut field = |id: &str, text: Option<&String>| {
        let text = text.map(|text| escape(&limits::fit(text, 500)));
        embed.fields.push((voice.plain(id), text.unwrap_or_default()));
    };
    field("reports-measure", measure.as_ref().or(report.measure.as_ref()));
    field("reports-question", report.question.as_ref());
    if report.state == ReportState::Resolved {
        embed.fields.push(("✅".to_owned(), voice.plain("reports-resolved")));
    }
    let mut reply = Reply::embed(embed);
    let mut buttons = Vec::new();
    if measure.is_some() {
        let write = Action::Desk(DeskAction::Write(Writing::Correction, id));
        buttons.push(Button::new(write, voice.plain("button-correct")).style(Style::Primary));
    }
    if report.state == ReportState::Open {
        let resolve = Action::Desk(DeskAction::Resolve(id));
        buttons.push(Button::new(resolve, voice.plain("button-resolve")));
    }
    let back = Action::Desk(DeskAction::Reports { page: 0 });
    buttons.push(Button::new(back, voice.plain("button-back")));
    reply.rows = vec![Row::Buttons(buttons)];
    reply.ephemeral = true;
    Ok(reply)
}

/// Says that a report was dealt with, and shows those that are left.
pub async fn resolve(desk: &Desk<'_>, id: i64) -> Result<Reply, Failure> {
    if desk.bot.with_store(move |store| store.resolve(id)).await? {
        desk.audit("report resolved", &id.to_string());
    }
    list(desk, 0).await
}

/// Names the measure that a report is about; none where it is gone.
fn measure_of(desk: &Desk<'_>, report: &Feedback) -> Option<String> {
    let id = MeasureId(report.measure.clone()?);
    let corpus = desk.bot.service.corpus();
    let measure = corpus.measure(&id)?;
    Some(format!("{} {}", measure.document.municipality, heading(&measure)))
}

/// The sign of a verdict.
pub fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Helpful => "👍",
        Verdict::NotHelpful => "👎",
        Verdict::Mistake => "⚠️",
    }
}
