//! `/data`: what moderators do with the documents.

use poise::serenity_prelude::Attachment;

use super::suggestions::{documents, generations, wards, years};
use super::{Context, Failure, defer, deliver, open_desk, respond};
use crate::discord::data::changes::{self, Typed};
use crate::discord::data::export::{self as exporting, What};
use crate::discord::data::{Place, past, reading, status as standing};
use crate::discord::desk::export::Format;

/// Look after the documents
#[poise::command(
    slash_command,
    subcommands(
        "status", "check", "diff", "reload", "rollback", "history", "add", "replace", "remove",
        "export"
    ),
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub async fn data(_: Context<'_>) -> Result<(), Failure> {
    // Discord does not let anyone use it without a subcommand.
    Err(Failure::Shape("no subcommand"))
}

fn place_of(ctx: Context<'_>) -> Place<'_> {
    Place { http: &ctx.framework.serenity_context.http, token: &ctx.interaction.token }
}

/// See what is loaded and what waits
#[poise::command(slash_command)]
pub async fn status(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    respond(ctx, &standing::card(&desk).await?).await
}

/// See what is odd in the files as they are now
#[poise::command(slash_command)]
pub async fn check(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    deliver(ctx, &reading::check(&desk, place_of(ctx)).await?).await
}

/// See what a reload would change, in the data and in answers
#[poise::command(slash_command)]
pub async fn diff(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    deliver(ctx, &reading::diff(&desk, place_of(ctx)).await?).await
}

/// Read the documents again
#[poise::command(slash_command)]
pub async fn reload(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    deliver(ctx, &reading::reload(&desk, place_of(ctx)).await?).await
}

/// Go back to earlier data
#[poise::command(slash_command)]
pub async fn rollback(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "generations"]
    #[max_length = 100]
    generation: Option<String>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    let generation = generation.filter(|it| !it.trim().is_empty());
    deliver(ctx, &past::rollback(&desk, place_of(ctx), generation).await?).await
}

/// See the data of earlier times
#[poise::command(slash_command)]
pub async fn history(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    respond(ctx, &past::history(&desk).await?).await
}

/// Add a document; see first what it would change
#[poise::command(slash_command)]
pub async fn add(
    ctx: Context<'_>,
    #[description = "The file"] file: Attachment,
    #[description = "Whose it is"]
    #[autocomplete = "wards"]
    #[max_length = 100]
    ward: Option<String>,
    #[description = "The fiscal year"]
    #[autocomplete = "years"]
    #[max_length = 50]
    year: Option<String>,
    #[description = "The title"]
    #[max_length = 200]
    title: Option<String>,
    #[description = "Draft or final"]
    #[max_length = 50]
    status: Option<String>,
) -> Result<(), Failure> {
    put(ctx, None, &file, Typed { ward, year, title, status }).await
}

/// Give a document another text; see first what that would change
#[poise::command(slash_command)]
pub async fn replace(
    ctx: Context<'_>,
    #[description = "The document"]
    #[autocomplete = "documents"]
    #[max_length = 120]
    document: String,
    #[description = "The file"] file: Attachment,
    #[description = "Whose it is"]
    #[autocomplete = "wards"]
    #[max_length = 100]
    ward: Option<String>,
    #[description = "The fiscal year"]
    #[autocomplete = "years"]
    #[max_length = 50]
    year: Option<String>,
    #[description = "The title"]
    #[max_length = 200]
    title: Option<String>,
    #[description = "Draft or final"]
    #[max_length = 50]
    status: Option<String>,
) -> Result<(), Failure> {
    put(ctx, Some(document), &file, Typed { ward, year, title, status }).await
}

async fn put(
    ctx: Context<'_>,
    document: Option<String>,
    file: &Attachment,
    typed: Typed,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    if let Some(refusal) = changes::refusal(&desk, file, &typed) {
        return respond(ctx, &refusal).await;
    }
    defer(ctx).await?;
    deliver(ctx, &changes::put(&desk, place_of(ctx), document, file, typed).await?).await
}

/// Take a document away; see first what that would change
#[poise::command(slash_command)]
pub async fn remove(
    ctx: Context<'_>,
    #[description = "The document"]
    #[autocomplete = "documents"]
    #[max_length = 120]
    document: String,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    deliver(ctx, &changes::remove(&desk, place_of(ctx), document).await?).await
}

/// Get what is loaded, as a file
#[poise::command(slash_command)]
pub async fn export(
    ctx: Context<'_>,
    #[description = "What"] what: Option<What>,
    #[description = "As what"] format: Option<Format>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    defer(ctx).await?;
    let (what, format) = (what.unwrap_or(What::Measures), format.unwrap_or(Format::Csv));
    deliver(ctx, &exporting::file(&desk, place_of(ctx), what, format).await?).await
}
