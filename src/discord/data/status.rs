//! What is loaded, since when, and what waits.

use super::Desk;
use crate::discord::card::{Choice, Menu, Row, escape};
use crate::discord::custom_id::{Action, DataAction};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::library::LoadedDocument;
use crate::model::MeasureKind;
use crate::report;
use crate::service::{AnswerService, DocumentStatus, Staged};

/// Shows it.
pub async fn card(desk: &Desk<'_>) -> Result<Reply, Failure> {
    let look = |service: &AnswerService| Ok(service.status());
    let status = match desk.bot.with_service(look).await? {
        Ok(status) => status,
        Err(error) => return Ok(desk.refused(&error)),
    };
    let voice = desk.voice;
    let rows: Vec<String> = status.documents.iter().map(|it| document(desk, it)).collect();
    let corpus = desk.bot.service.corpus();
    let n_of = |is: fn(MeasureKind) -> bool| {
        let heads = corpus.documents().iter().flat_map(LoadedDocument::heads);
        heads.filter(|head| is(head.kind)).count()
    };
    let hours = desk.bot.started.elapsed().as_secs_f64() / 3600.0;
    let totals = desk.say(
        "data-generation-text",
        &[
            ("fingerprint", status.manifest.fingerprint.as_str().into()),
            ("documents", status.documents.len().into()),
            ("measures", n_of(|kind| kind == MeasureKind::Measure).into()),
            ("entries", n_of(|kind| kind != MeasureKind::Section).into()),
            ("hours", format!("{hours:.1}").into()),
        ],
    );
    let mut reply = Reply::embed(Embed {
        title: voice.plain("data-title"),
        description: limits::fit_rows(&rows, 3600, |n| voice.say("more-rows", &[("n", n.into())])),
        fields: vec![
            (voice.plain("data-generation"), totals),
            (voice.plain("data-state"), escape(&report::standing(&status, voice.locale()))),
        ],
        ..Embed::default()
    });
    reply.rows.extend(menu(desk, &status.staged));
    reply.ephemeral = true;
    Ok(reply)
}

fn document(desk: &Desk<'_>, status: &DocumentStatus) -> String {
    let info = &status.document;
    let year = info.fiscal_year.map_or_else(String::new, |year| year.to_string());
    desk.say(
        "data-document",
        &[
            ("ward", escape(&info.municipality).into()),
            ("year", year.into()),
            ("status", escape(&info.status).into()),
            ("all", status.n_entries.into()),
            ("measures", status.n_measures.into()),
            ("overviews", status.n_overviews.into()),
            ("figures", status.n_figures.into()),
            ("odd", (status.n_errors + status.n_warnings + status.n_notes).into()),
            ("file", escape(&info.file).into()),
        ],
    )
}

/// The menu of the changes that wait; none without any.
fn menu(desk: &Desk<'_>, staged: &[Staged]) -> Option<Row> {
    let choices = staged.iter().map(|change| Choice {
        value: change.id.clone(),
        label: report::staged_change(change, desk.voice.locale()),
        description: String::new(),
        chosen: false,
    });
    let choices: Vec<Choice> = choices.collect();
    (!choices.is_empty()).then(|| {
        Row::Menu(Menu {
            action: Action::Data(DataAction::Open),
            placeholder: desk.voice.plain("menu-staged"),
            choices,
        })
    })
}
