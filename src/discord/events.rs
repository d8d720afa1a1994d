//! Where events go: buttons and forms to [`super::press`], messages to [`super::mentions`], failures to the person.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use poise::FrameworkError;
use poise::serenity_prelude as serenity;
use serenity::{FullEvent, Http, Interaction, InteractionId};

use super::bot::Bot;
use super::failure::{self, Failure};
use super::reply::{self, Reply, SendError};
use super::say::Voice;
use super::{mentions, press};

type Framework<'a> = poise::FrameworkContext<'a, Arc<Bot>, Failure>;

/// Handles what poise does not. Failures are answered here: poise would only log them.
pub async fn on_event(framework: Framework<'_>, event: &FullEvent) -> Result<(), Failure> {
    let bot = framework.user_data;
    let http = &framework.serenity_context.http;
    match event {
        FullEvent::InteractionCreate { interaction: Interaction::Component(press) } => {
            if let Err(failure) = press::component(bot, http, press).await {
                let voice = bot.voice(press.user.id.get(), &press.locale);
                answer(http, (press.id, &press.token), &failure, voice).await;
            }
        }
        FullEvent::InteractionCreate { interaction: Interaction::Modal(form) } => {
            if let Err(failure) = press::form(bot, http, form).await {
                let voice = bot.voice(form.user.id.get(), &form.locale);
                answer(http, (form.id, &form.token), &failure, voice).await;
            }
        }
        FullEvent::Message { new_message } => {
            mentions::on_message(bot, http, framework.bot_id(), new_message).await;
        }
        FullEvent::MessageUpdate { event, .. } => {
            mentions::on_edit(bot, http, event).await;
        }
        FullEvent::MessageDelete { deleted_message_id, .. } => {
            mentions::on_delete(bot, http, *deleted_message_id).await;
        }
        FullEvent::MessageDeleteBulk { multiple_deleted_messages_ids, .. } => {
            for id in multiple_deleted_messages_ids {
                mentions::on_delete(bot, http, *id).await;
            }
        }
        _ => {}
    }
    Ok(())
}

async fn answer(http: &Http, interaction: (InteractionId, &str), failure: &Failure, voice: Voice) {
    let reply = failure::report(failure, interaction.0, voice);
    if can_be_answered(failure) {
        send(http, interaction, &reply).await;
    }
}

async fn send(http: &Http, interaction: (InteractionId, &str), reply: &Reply) {
    let response = serenity::CreateInteractionResponse::Message(reply.callback());
    if let Err(error) = reply::first(http, interaction, response).await {
        tracing::warn!(%error, "could not say what went wrong");
    }
}

/// Where the answer itself could not be sent, an apology would not arrive either; unless Discord refused its content.
fn can_be_answered(failure: &Failure) -> bool {
    match failure {
        Failure::Send(error) => matches!(error, SendError::Refused { status: 400, .. }),
        _ => true,
    }
}

/// Answers a command that failed.
pub async fn on_error(error: FrameworkError<'_, Arc<Bot>, Failure>) {
    match error {
        FrameworkError::Command { error, ctx: poise::Context::Application(ctx), .. } => {
            failed(ctx, &error).await;
        }
        FrameworkError::CommandPanic { payload, ctx: poise::Context::Application(ctx), .. } => {
            failed(ctx, &Failure::Panic(payload.unwrap_or_default())).await;
        }
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            let voice = framework.user_data.voice(interaction.user.id.get(), &interaction.locale);
            let http = &framework.serenity_context.http;
            let failure = Failure::Shape("no such command");
            answer(http, (interaction.id, &interaction.token), &failure, voice).await;
        }
        FrameworkError::CommandStructureMismatch { description, ctx, .. } => {
            failed(ctx, &Failure::Shape(description)).await;
        }
        FrameworkError::EventHandler { error, .. } => tracing::error!(%error, "an event failed"),
        other => {
            if let Some(poise::Context::Application(ctx)) = other.ctx() {
                failed(ctx, &Failure::Shape("arguments")).await;
            } else {
                tracing::error!("poise failed outside of a command");
            }
        }
    }
}

async fn failed(ctx: super::bot::Context<'_>, failure: &Failure) {
    let it = ctx.interaction;
    let http = &ctx.framework.serenity_context.http;
    let voice = ctx.framework.user_data.voice(it.user.id.get(), &it.locale);
    if ctx.interaction_type == poise::CommandInteractionType::Autocomplete {
        // Only choices can answer this one.
        tracing::warn!(%failure, "no suggestions");
        let none = serenity::CreateAutocompleteResponse::new();
        let response = serenity::CreateInteractionResponse::Autocomplete(none);
        let _ = reply::first(http, (it.id, &it.token), response).await;
        return;
    }
    if ctx.has_sent_initial_response.load(Ordering::SeqCst) {
        let reply = failure::report(failure, it.id, voice);
        if !can_be_answered(failure) {
            return;
        }
        if let Err(error) = reply::later(http, &it.token, &reply).await {
            tracing::warn!(%error, "could not say what went wrong");
        }
        return;
    }
    answer(http, (it.id, &it.token), failure, voice).await;
}
