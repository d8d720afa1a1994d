//! `/privacy`: what is kept of a person, to take away or to delete.

use super::{Context, Failure, bot, respond, voice};
use crate::discord::card::{Button, Row, Style};
use crate::discord::custom_id::Action;
use crate::discord::limits::Embed;
use crate::discord::reply::Reply;

/// See what is kept about you, download it or delete it
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn privacy(ctx: Context<'_>) -> Result<(), Failure> {
    let (voice, kept) = (voice(ctx), &bot(ctx).service.settings().store);
    let mut reply = Reply::embed(Embed {
        title: voice.plain("privacy-title"),
        description: voice.say(
            "privacy-text",
            &[("days", kept.retention_days.into()), ("audit", kept.audit_days.into())],
        ),
        ..Embed::default()
    });
    reply.rows = vec![Row::Buttons(vec![
        Button::new(Action::Download, voice.plain("button-download")),
        Button::new(Action::Forget, voice.plain("button-forget")).style(Style::Danger),
    ])];
    reply.ephemeral = true;
    respond(ctx, &reply).await
}
