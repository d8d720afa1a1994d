//! `/desk`: what residents miss and report, and what moderators say about it.

use super::suggestions::{measures, wards};
use super::{Context, Failure, defer, deliver, open_desk, respond};
use crate::discord::custom_id::MeasureRef;
use crate::discord::desk::export::{Format, What};
use crate::discord::desk::{self, contact::Typed};
use crate::store::About;

/// Days that the figures cover where nobody says.
const DAYS: u32 = 30;

/// See what residents miss and report
#[poise::command(
    slash_command,
    subcommands("unanswered", "reports", "note", "contact", "channel", "stats", "export"),
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub async fn desk(_: Context<'_>) -> Result<(), Failure> {
    // Discord does not let anyone use it without a subcommand.
    Err(Failure::Shape("no subcommand"))
}

/// See the questions that got no answer, by meaning
#[poise::command(slash_command)]
pub async fn unanswered(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    respond(ctx, &desk::unanswered::list(&desk, 0).await?).await
}

/// See the mistakes that people report
#[poise::command(slash_command)]
pub async fn reports(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    respond(ctx, &desk::reports::list(&desk, 0).await?).await
}

/// Write a sentence under a measure or for a topic; without words, see those that there are
#[poise::command(slash_command)]
pub async fn note(
    ctx: Context<'_>,
    #[description = "The sentence"]
    #[max_length = 500]
    text: Option<String>,
    #[description = "The measure"]
    #[autocomplete = "measures"]
    measure: Option<String>,
    #[description = "The topic"]
    #[max_length = 50]
    topic: Option<String>,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let reply = match (some(text), some(measure), some(topic)) {
        (None, _, _) => desk::notes::list(&desk, 0),
        (Some(text), Some(measure), _) => {
            let named = MeasureRef::parse(&measure);
            match named.and_then(|named| desk.bot.find(&named)) {
                Some((found, _)) => {
                    let id = found.measure.id.0.clone();
                    desk::notes::add(&desk, About::Measure { id }, &text).await?
                }
                None => desk.whisper("desk-no-measure"),
            }
        }
        (Some(text), None, Some(topic)) => match desk.topic(&topic) {
            Some(terms) => {
                let about = About::Topic { topic, terms, ward: some(ward) };
                desk::notes::add(&desk, about, &text).await?
            }
            None => desk.whisper("desk-no-topic"),
        },
        (Some(_), None, None) => desk.whisper("desk-note-about"),
    };
    respond(ctx, &reply).await
}

/// Add or correct the department for a ward and a topic
#[poise::command(slash_command)]
#[expect(clippy::too_many_arguments, reason = "they are the command's options")]
pub async fn contact(
    ctx: Context<'_>,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: String,
    #[description = "The topic"] topic: String,
    #[description = "The department"] name: String,
    #[description = "Where that stands"] source: String,
    #[description = "Telephone"] phone: Option<String>,
    #[description = "Fax"] fax: Option<String>,
    #[description = "When that was true"] date: Option<String>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    let typed = Typed { ward, topic, name, phone, fax, source, as_of: date };
    respond(ctx, &desk::contact::put(&desk, typed).await?).await
}

/// Set how the bot behaves in this channel
#[poise::command(slash_command)]
pub async fn channel(ctx: Context<'_>) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    respond(ctx, &desk::channel::card(&desk)).await
}

/// See figures: how much is asked, answered, missing
#[poise::command(slash_command)]
pub async fn stats(
    ctx: Context<'_>,
    #[description = "How many days back"]
    #[min = 1]
    #[max = 3650]
    days: Option<u32>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    let days = days.unwrap_or(DAYS);
    respond(ctx, &desk::stats::card(&desk, days).await?).await
}

/// Get what is kept, as a file
#[poise::command(slash_command)]
pub async fn export(
    ctx: Context<'_>,
    #[description = "What"] what: Option<What>,
    #[description = "As what"] format: Option<Format>,
) -> Result<(), Failure> {
    let Some(desk) = open_desk(ctx).await? else { return Ok(()) };
    // A long file takes longer than a first answer may.
    defer(ctx).await?;
    let (what, format) = (what.unwrap_or(What::Questions), format.unwrap_or(Format::Csv));
    let reply = desk::export::file(&desk, what, format).await?;
    deliver(ctx, &reply).await
}
