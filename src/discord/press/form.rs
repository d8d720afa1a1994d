//! Forms: why an answer did not help, and what is wrong in it.

use std::sync::Arc;

use poise::serenity_prelude as serenity;
use serenity::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    Http, InputTextStyle, ModalInteraction,
};

use super::super::bot::Bot;
use super::super::card;
use super::super::custom_id::{Action, MeasureRef};
use super::super::failure::Failure;
use super::super::feedback::{Entry, Verdict, measure_name};
use super::super::limits::{self, MODAL_INPUT, MODAL_LABEL, MODAL_PLACEHOLDER};
use super::super::reply::{self, Reply};
use super::super::say::Voice;
use super::Press;

const INPUT: &str = "text";

/// Opens the form that asks why an answer did not help; it may be sent empty.
pub async fn ask_why(press: &Press<'_>, measure: Option<MeasureRef>) -> Result<(), Failure> {
    let modal = modal(press.voice, &Action::Why(measure), "why", false);
    press.send(CreateInteractionResponse::Modal(modal)).await
}

/// Opens the form that asks what is wrong.
pub async fn ask_for_mistake(
    press: &Press<'_>,
    measure: Option<MeasureRef>,
) -> Result<(), Failure> {
    let modal = modal(press.voice, &Action::Mistake(measure), "mistake", true);
    press.send(CreateInteractionResponse::Modal(modal)).await
}

fn modal(voice: Voice, action: &Action, id: &str, required: bool) -> CreateModal {
    let text = |part: &str, max| limits::fit(&voice.plain(&format!("{id}-{part}")), max);
    let input = CreateInputText::new(InputTextStyle::Paragraph, text("label", MODAL_LABEL), INPUT)
        .placeholder(text("placeholder", MODAL_PLACEHOLDER))
        .max_length(MODAL_INPUT)
        .required(required);
    CreateModal::new(action.encode(), text("title", MODAL_LABEL))
        .components(vec![CreateActionRow::InputText(input)])
}

/// Takes a form.
pub async fn form(bot: &Arc<Bot>, http: &Http, it: &ModalInteraction) -> Result<(), Failure> {
    let voice = bot.voice(it.user.id.get(), &it.locale);
    let (verdict, measure) = match Action::decode(&it.data.custom_id) {
        Some(Action::Why(measure)) => (Verdict::NotHelpful, measure),
        Some(Action::Mistake(measure)) => (Verdict::Mistake, measure),
        _ => return respond(http, it, &Reply::whisper(voice.plain("old-button"))).await,
    };
    let question = it
        .message
        .as_ref()
        .and_then(|message| message.embeds.first()?.footer.as_ref())
        .and_then(|footer| card::question_in(&footer.text))
        .map(str::to_owned);
    bot.feedback.add(Entry {
        user: it.user.id.get(),
        verdict,
        measure: measure_name(measure.as_ref()),
        question,
        comment: limits::fit(&written(it), usize::from(MODAL_INPUT)),
    });
    respond(http, it, &Reply::whisper(voice.plain("thanks-comment"))).await
}

fn written(it: &ModalInteraction) -> String {
    it.data
        .components
        .iter()
        .flat_map(|row| &row.components)
        .find_map(|part| match part {
            ActionRowComponent::InputText(input) => input.value.clone(),
            _ => None,
        })
        .unwrap_or_default()
}

async fn respond(http: &Http, it: &ModalInteraction, reply: &Reply) -> Result<(), Failure> {
    let response = CreateInteractionResponse::Message(reply.callback());
    Ok(reply::first(http, (it.id, &it.token), response).await?)
}
