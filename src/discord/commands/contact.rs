//! `/contact`: whom to ask about a topic.

use crate::store::Surface;

use super::suggestions::wards;
use super::{Context, Failure, answer_card, asker, bot, may_ask, respond};
use crate::discord::bot::Ask;

/// Find out whom to ask about a topic
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn contact(
    ctx: Context<'_>,
    #[description = "The topic"] topic: String,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let text = format!("{} の担当の問い合わせ先は？", topic.trim());
    let ask = Ask { text, ward: ward.filter(|ward| !ward.trim().is_empty()), ..Ask::default() };
    let (bot, asker) = (bot(ctx), asker(ctx.interaction));
    let private = bot.is_private(&asker);
    let (_, reply) = answer_card(bot, &asker, ask, Surface::Contact, private)?;
    respond(ctx, &reply).await
}
