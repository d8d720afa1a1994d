//! `/desk`: what residents miss and report, and what moderators say about it.

use super::suggestions::{measures, wards};
use super::{Context, Failure, asker, bot, defer, deliver, is_moderator, respond, voice};
use crate::discord::bot::Asker;
use crate::discord::custom_id::MeasureRef;
use crate::discord::desk::export::{Format, What};
use crate::discord::desk::{self, Desk, contact::Typed};
use crate::discord::reply::Reply;
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

/// A moderator's desk.
fn desk_of<'a>(ctx: Context<'a>, asker: &'a Asker) -> Desk<'a> {
    Desk { bot: bot(ctx), asker, voice: voice(ctx) }
}

/// See the questions that got no answer, by meaning
#[poise::command(slash_command)]
pub async fn unanswered(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    respond(ctx, &desk::unanswered::list(&desk_of(ctx, &asker), 0).await?).await
}

/// See the mistakes that people report
#[poise::command(slash_command)]
pub async fn reports(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    respond(ctx, &desk::reports::list(&desk_of(ctx, &asker), 0).await?).await
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
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    let desk = desk_of(ctx, &asker);
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
                None => Reply::whisper(voice(ctx).plain("desk-no-measure")),
            }
        }
        (Some(text), None, Some(topic)) => match desk.topic(&topic) {
            Some(terms) => {
                let about = About::Topic { topic, terms, ward: some(ward) };
                desk::notes::add(&desk, about, &text).await?
            }
            None => Reply::whisper(voice(ctx).plain("desk-no-topic")),
        },
        (Some(_), None, None) => Reply::whisper(voice(ctx).plain("desk-note-about")),
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
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    let typed = Typed { ward, topic, name, phone, fax, source, as_of: date };
    respond(ctx, &desk::contact::put(&desk_of(ctx, &asker), typed).await?).await
}

/// Set how the bot behaves in this channel
#[poise::command(slash_command)]
pub async fn channel(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    respond(ctx, &desk::channel::card(&desk_of(ctx, &asker))).await
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
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let asker = asker(ctx.interaction);
    let days = days.unwrap_or(DAYS);
    respond(ctx, &desk::stats::card(&desk_of(ctx, &asker), days).await?).await
}

/// Get what is kept, as a file
#[poise::command(slash_command)]
pub async fn export(
    ctx: Context<'_>,
    #[description = "What"] what: Option<What>,
    #[description = "As what"] format: Option<Format>,
) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    // A long file takes longer than a first answer may.
    defer(ctx).await?;
    let asker = asker(ctx.interaction);
    let (what, format) = (what.unwrap_or(What::Questions), format.unwrap_or(Format::Csv));
    let reply = desk::export::file(&desk_of(ctx, &asker), what, format).await?;
    deliver(ctx, &reply).await
}
