//! `/data`: the moderators' view of the loaded documents.

use crate::model::MeasureKind;
use crate::service::{Reloaded, Silent};

use super::{Context, Failure, bot, defer, deliver, is_moderator, respond, voice};
use crate::discord::bot::Bot;
use crate::discord::card::escape;
use crate::discord::failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::discord::say::Voice;

/// Look after the documents
#[poise::command(
    slash_command,
    subcommands("status", "reload"),
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub async fn data(_: Context<'_>) -> Result<(), Failure> {
    // Discord does not let anyone use it without a subcommand.
    Err(Failure::Shape("no subcommand"))
}

/// See what is loaded
#[poise::command(slash_command)]
pub async fn status(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    respond(ctx, &status_card(bot(ctx), voice(ctx))).await
}

fn status_card(bot: &Bot, voice: Voice) -> Reply {
    let corpus = bot.service.corpus();
    let rows: Vec<String> = corpus
        .documents()
        .iter()
        .map(|document| {
            let info = &document.info;
            let n = |kind| document.measures.iter().filter(|it| it.kind == kind).count();
            let year = info.fiscal_year.map_or_else(String::new, |year| year.to_string());
            voice.say(
                "data-document",
                &[
                    ("ward", escape(&info.municipality).into()),
                    ("year", year.into()),
                    ("status", escape(&info.status).into()),
                    ("all", document.measures.len().into()),
                    ("measures", n(MeasureKind::Measure).into()),
                    ("overviews", n(MeasureKind::Overview).into()),
                    ("odd", document.diagnostics.len().into()),
                    ("file", escape(&info.file).into()),
                ],
            )
        })
        .collect();
    let manifest = bot.service.manifest();
    let n_of = |is: &dyn Fn(MeasureKind) -> bool| {
        corpus.measures().iter().filter(|measure| is(measure.kind)).count()
    };
    let hours = bot.started.elapsed().as_secs_f64() / 3600.0;
    let mut reply = Reply::embed(Embed {
        title: voice.plain("data-title"),
        description: limits::fit_rows(&rows, 3600, |n| voice.say("more-rows", &[("n", n.into())])),
        fields: vec![(
            voice.plain("data-generation"),
            voice.say(
                "data-generation-text",
                &[
                    ("fingerprint", manifest.fingerprint.clone().into()),
                    ("documents", corpus.documents().len().into()),
                    ("measures", n_of(&|kind| kind == MeasureKind::Measure).into()),
                    ("entries", n_of(&|kind| kind != MeasureKind::Section).into()),
                    ("hours", format!("{hours:.1}").into()),
                ],
            ),
        )],
        ..Embed::default()
    });
    reply.ephemeral = true;
    reply
}

/// Read the documents again
#[poise::command(slash_command)]
pub async fn reload(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    // However fast it is today: building an index may take longer than the three seconds of a first answer.
    defer(ctx).await?;
    let service = bot(ctx).service.clone();
    let who = ctx.author().name.clone();
    let reloading = tokio::task::spawn_blocking(move || service.reload(&who, &Silent));
    let voice = voice(ctx);
    let reply = match reloading.await {
        Ok(Ok(reloaded)) => reloaded_card(&reloaded, voice),
        Ok(Err(error)) => {
            // The old data stays; moderators are told what is wrong with the new.
            let hints: Vec<String> = error.hints().to_vec();
            let report = failure::report(&Failure::Service(error), ctx.interaction.id, voice);
            let kept = voice.plain("data-kept");
            Reply::whisper([report.content, kept, hints.join("\n")].join("\n"))
        }
        Err(panic) => {
            let failure = Failure::Panic(panic.to_string());
            failure::report(&failure, ctx.interaction.id, voice)
        }
    };
    deliver(ctx, &reply).await
}

fn reloaded_card(reloaded: &Reloaded, voice: Voice) -> Reply {
    let id = if reloaded.changed { "data-reloaded" } else { "data-unchanged" };
    Reply::whisper(voice.say(
        id,
        &[
            ("documents", reloaded.n_documents.into()),
            ("measures", reloaded.n_measures.into()),
            ("odd", reloaded.n_diagnostics.into()),
        ],
    ))
}
