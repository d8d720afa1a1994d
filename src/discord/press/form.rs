//! Forms: why an answer did not help, and what is wrong in it.

use std::sync::Arc;

use poise::serenity_prelude as serenity;
use serenity::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    Http, InputTextStyle, ModalInteraction,
};

use crate::store::{Said, Verdict};

use super::super::bot::{Asker, Bot};
use super::super::card;
use super::super::custom_id::{Action, DeskAction, MeasureRef, Writing};
use super::super::desk::{self, Desk};
use super::super::failure::Failure;
use super::super::limits::{self, MODAL_INPUT, MODAL_LABEL, MODAL_PLACEHOLDER};
use super::super::moderator;
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
    if let Some(Action::Desk(DeskAction::Written(what, id))) = Action::decode(&it.data.custom_id) {
        return desk_form(bot, http, it, (what, id), voice).await;
    }
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
    bot.said(Said {
        user: it.user.id.get(),
        guild: it.guild_id.map_or(0, serenity::GuildId::get),
        verdict,
        measure: bot.measure_id(measure.as_ref()),
        question,
        comment: limits::fit(&written(it, INPUT), usize::from(MODAL_INPUT)),
    });
    respond(http, it, &Reply::whisper(voice.plain("thanks-comment"))).await
}

/// Takes a form of the moderators' desk.
async fn desk_form(
    bot: &Arc<Bot>,
    http: &Http,
    it: &ModalInteraction,
    (what, id): (Writing, i64),
    voice: Voice,
) -> Result<(), Failure> {
    let asker = Asker::new(&it.user, it.guild_id, it.channel_id, &it.locale);
    let is_moderator = moderator::is_moderator(it.member.as_ref(), asker.guild, &bot.settings);
    let reply = if is_moderator {
        let desk = Desk { bot, asker, voice };
        desk::take_form(&desk, what, id, |key| written(it, key)).await?
    } else {
        tracing::warn!("somebody without the permission sent a moderators' form");
        Reply::whisper(voice.plain("moderators-only"))
    };
    respond(http, it, &reply).await
}

fn written(it: &ModalInteraction, key: &str) -> String {
    it.data
        .components
        .iter()
        .flat_map(|row| &row.components)
        .find_map(|part| match part {
            ActionRowComponent::InputText(input) if input.custom_id == key => input.value.clone(),
            _ => None,
        })
        .unwrap_or_default()
}

async fn respond(http: &Http, it: &ModalInteraction, reply: &Reply) -> Result<(), Failure> {
    let response = CreateInteractionResponse::Message(reply.callback());
    Ok(reply::first(http, (it.id, &it.token), response).await?)
}
