//! `/ask`: a question in the person's own words.

use crate::model::FiscalYear;
use crate::store::Surface;

use super::suggestions::{wards, years};
use super::{Context, Failure, answer_card, asker, bot, may_ask, respond};
use crate::discord::bot::Ask;

/// Ask about your ward's policies, their budgets and whom to contact
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn ask(
    ctx: Context<'_>,
    #[description = "Your question"] question: String,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
    #[description = "Show the answer to you alone"] private: Option<bool>,
    #[description = "The fiscal year"]
    #[autocomplete = "years"]
    year: Option<String>,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let ask = Ask {
        text: question,
        context: Vec::new(),
        ward: ward.filter(|ward| !ward.trim().is_empty()),
        year: year.as_deref().and_then(FiscalYear::parse),
    };
    let (bot, asker) = (bot(ctx), asker(ctx.interaction));
    let private = private.unwrap_or_else(|| bot.is_private(&asker));
    let (_, reply) = answer_card(bot, &asker, ask, Surface::Ask, private)?;
    respond(ctx, &reply).await
}
