//! The message command "Answer this": answers somebody's message, to the person who asked for it.

use poise::serenity_prelude as serenity;

use crate::store::Surface;

use super::{Context, Failure, answer_card, asker, bot, may_ask, respond};
use crate::discord::bot::Ask;

/// Answers the question in a message
#[poise::command(
    context_menu_command = "Answer this",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn answer_this(ctx: Context<'_>, message: serenity::Message) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let ask = Ask { text: message.content, ..Ask::default() };
    // The person who wrote it did not ask a bot: others see it once it is shared.
    let (_, reply) =
        answer_card(bot(ctx), &asker(ctx.interaction), ask, Surface::AnswerThis, true)?;
    respond(ctx, &reply).await
}
