//! `/changes`: what the documents mark as changed since the year before.

use std::sync::Arc;

use crate::library::{Fact, Library, LoadedDocument, Place};
use crate::model::Measure;

use super::suggestions::wards;
use super::{Context, Failure, asker, bot, may_ask, respond, voice};
use crate::discord::card::{Choice, Menu, Row, View, escape, heading, turn_pages};
use crate::discord::custom_id::{Action, MeasureRef, digest};
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;

/// As many as fit on a page whatever they say.
const ON_PAGE: usize = 8;
const WARD_CHARS: usize = 16;

/// See what the documents mark as changed since last year
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn changes(
    ctx: Context<'_>,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let bot = bot(ctx);
    let asker = asker(ctx.interaction);
    let ward = ward.filter(|ward| !ward.trim().is_empty()).or_else(|| bot.ward_for(&asker));
    let ward = ward.map_or_else(String::new, |ward| digest(&[&ward], WARD_CHARS));
    let view = bot.view(&asker, voice(ctx), bot.is_private(&asker));
    let page = page(&bot.service.corpus(), &ward, 0, &view);
    respond(ctx, &Reply { ephemeral: view.private, ..page }).await
}

/// Makes one page of the changes of a ward, by the ward's digest; of all wards where that is empty.
pub fn page(corpus: &Library, ward: &str, page: u16, view: &View) -> Reply {
    let voice = view.voice;
    let is_in = |it: &&LoadedDocument| {
        it.marks_changes && (ward.is_empty() || digest(&[it.municipality()], WARD_CHARS) == ward)
    };
    let documents = corpus.documents().iter().filter(is_in);
    let marked: Vec<Place> =
        documents.flat_map(|document| document.with_head(|head| head.has(Fact::Changes))).collect();
    if marked.is_empty() {
        return Reply::embed(Embed {
            title: voice.plain("changes-title"),
            description: voice.plain("reason-no-changes"),
            ..Embed::default()
        });
    }
    let last = (marked.len() - 1) / ON_PAGE;
    let at = usize::from(page).min(last);
    let shown = marked.iter().skip(at * ON_PAGE).take(ON_PAGE);
    let shown: Vec<Arc<Measure>> = shown.filter_map(|place| corpus.at(*place)).collect();
    let rows: Vec<String> = shown
        .iter()
        .map(|measure| {
            let changes: Vec<String> = measure
                .changes
                .iter()
                .map(|change| format!("└ {}", escape(&limits::fit(change, 140))))
                .collect();
            let changes =
                limits::fit_rows(&changes, 320, |n| voice.say("more-rows", &[("n", n.into())]));
            let title = escape(&limits::fit(&heading(measure), 80));
            format!("**{title}**（{}）\n{changes}", escape(&measure.document.municipality))
        })
        .collect();
    let mut reply = Reply::embed(Embed {
        title: voice.plain("changes-title"),
        description: limits::fit_rows(&rows, 3900, |n| voice.say("more-rows", &[("n", n.into())])),
        footer: format!("{} / {}", at + 1, last + 1),
        ..Embed::default()
    });
    reply.rows =
        turn_pages(voice, at, last, |page| Action::Changes { ward: ward.to_owned(), page });
    reply.rows.push(Row::Menu(Menu {
        action: Action::Candidates,
        placeholder: voice.plain("menu-show"),
        choices: shown
            .iter()
            .map(|measure| Choice {
                value: MeasureRef::of(measure).to_string(),
                label: heading(measure),
                description: measure.document.municipality.clone(),
                chosen: false,
            })
            .collect(),
    }));
    reply
}
