//! The commands: each reads its options, asks the service and sends a card.

mod answer_this;
mod ask;
mod browse;
mod budget;
mod changes;
mod contact;
mod data;
mod desk;
mod help;
mod measure;
mod privacy;
mod settings;
mod suggestions;

use std::sync::atomic::Ordering;

use poise::serenity_prelude as serenity;
use serenity::{CommandInteraction, CreateInteractionResponse, ResolvedValue};

use crate::answer::Answer;
use crate::store::{Surface, is_sensitive};

use super::bot::{Ask, Asker, Bot, Command, Context};
use super::desk::Desk;
use super::failure::Failure;
use super::moderator;
use super::reply::{self, Reply};
use super::say::Voice;

pub use browse::page as browse_page;
pub use changes::page as changes_page;
pub use help::card as help_card;
pub use settings::card as settings_card;

/// Every command.
pub fn all() -> Vec<Command> {
    vec![
        ask::ask(),
        measure::measure(),
        browse::browse(),
        budget::budget(),
        contact::contact(),
        changes::changes(),
        settings::settings(),
        help::help(),
        privacy::privacy(),
        data::data(),
        desk::desk(),
        answer_this::answer_this(),
    ]
}

/// Who used a command.
fn asker(it: &CommandInteraction) -> Asker {
    Asker::new(&it.user, it.guild_id, it.channel_id, &it.locale)
}

fn bot(ctx: Context<'_>) -> &Bot {
    ctx.framework.user_data
}

fn voice(ctx: Context<'_>) -> Voice {
    bot(ctx).voice(ctx.interaction.user.id.get(), &ctx.interaction.locale)
}

/// Sends the answer, as a whole, in one callback.
async fn respond(ctx: Context<'_>, reply: &Reply) -> Result<(), Failure> {
    let response = CreateInteractionResponse::Message(reply.callback());
    send(ctx, response).await
}

/// Says "thinking…" to the person alone; the answer goes to [`deliver`].
async fn defer(ctx: Context<'_>) -> Result<(), Failure> {
    let thinking = serenity::CreateInteractionResponseMessage::new().ephemeral(true);
    send(ctx, CreateInteractionResponse::Defer(thinking)).await
}

async fn send(ctx: Context<'_>, response: CreateInteractionResponse) -> Result<(), Failure> {
    let it = ctx.interaction;
    reply::first(&ctx.framework.serenity_context.http, (it.id, &it.token), response).await?;
    ctx.has_sent_initial_response.store(true, Ordering::SeqCst);
    Ok(())
}

/// Puts the answer in the place of "thinking…".
async fn deliver(ctx: Context<'_>, reply: &Reply) -> Result<(), Failure> {
    let http = &ctx.framework.serenity_context.http;
    Ok(reply::later(http, &ctx.interaction.token, reply).await?)
}

/// Counts a question; where there were too many, says how long to wait, and returns false.
async fn may_ask(ctx: Context<'_>) -> Result<bool, Failure> {
    let Err(wait) = bot(ctx).may_ask(&asker(ctx.interaction)) else { return Ok(true) };
    let seconds = wait.as_secs_f64().ceil();
    let sentence = voice(ctx).say("cooldown", &[("seconds", seconds.into())]);
    respond(ctx, &Reply::whisper(sentence)).await?;
    Ok(false)
}

fn is_asked_by_moderator(ctx: Context<'_>) -> bool {
    let (it, settings) = (ctx.interaction, &bot(ctx).settings);
    moderator::is_moderator(it.member.as_deref(), asker(it).guild, settings)
}

/// Opens the desk for a moderator, which the audit trail then has; anybody else is told that it is not for them.
async fn open_desk(ctx: Context<'_>) -> Result<Option<Desk<'_>>, Failure> {
    let desk = Desk { bot: bot(ctx), asker: asker(ctx.interaction), voice: voice(ctx) };
    if is_asked_by_moderator(ctx) {
        let who = desk.asker.user.to_string();
        desk.bot.store.audit(&who, &ctx.command().qualified_name, &typed(ctx));
        return Ok(Some(desk));
    }
    tracing::warn!("somebody without the permission tried a moderators' command");
    respond(ctx, &desk.whisper("moderators-only")).await?;
    Ok(None)
}

/// Returns the options of a command as they were typed.
fn typed(ctx: Context<'_>) -> String {
    let options = ctx.args.iter().map(|option| match &option.value {
        ResolvedValue::String(text) => format!("{}: {text}", option.name),
        ResolvedValue::Integer(number) => format!("{}: {number}", option.name),
        ResolvedValue::Boolean(on) => format!("{}: {on}", option.name),
        ResolvedValue::Attachment(file) => {
            format!("{}: {} ({} bytes)", option.name, file.filename, file.size)
        }
        _ => option.name.to_owned(),
    });
    options.collect::<Vec<_>>().join("; ")
}

/// Answers a question in the person's language, to the person alone where it is a sensitive one.
fn answer_card(
    bot: &Bot,
    asker: &Asker,
    ask: Ask,
    surface: Surface,
    private: bool,
) -> Result<(Answer, Reply), Failure> {
    let answer = bot.ask(asker, ask, surface)?;
    let language = bot.chosen_language(asker).unwrap_or(answer.language);
    let private = private || is_sensitive(&answer);
    let view = bot.view(asker, Voice::of(language), private);
    if is_sensitive(&answer) {
        tracing::info!(outcome = ?answer.outcome, "answered a sensitive question");
    } else {
        tracing::info!(
            outcome = ?answer.outcome,
            measure = answer.answers.first().map_or("none", |found| found.measure.id.0.as_str()),
            "answered"
        );
    }
    let reply = bot.card(&answer, &view);
    Ok((answer, reply))
}
