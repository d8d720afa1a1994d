//! `/measure`: one measure by number, title or content.

use crate::store::Surface;

use super::suggestions::measures;
use super::{Context, Failure, answer_card, asker, bot, may_ask, respond, voice};
use crate::discord::bot::Ask;
use crate::discord::custom_id::{MeasureRef, Since};
use crate::discord::reply::Reply;

const OTHERS: usize = 10;

/// Look up a measure by its number, title or content
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn measure(
    ctx: Context<'_>,
    #[description = "Number, title or words"]
    #[autocomplete = "measures"]
    name: String,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let bot = bot(ctx);
    let asker = asker(ctx.interaction);
    let private = bot.is_private(&asker);
    let view = bot.view(&asker, voice(ctx), private);
    if let Some(named) = MeasureRef::parse(&name) {
        let reply = match bot.find(&named) {
            Some((found, since)) => {
                let mut reply = bot.show_card(&found, &[], &view);
                if since == Since::Changed {
                    reply.content = voice(ctx).plain("changed-since");
                }
                reply
            }
            None => Reply::whisper(voice(ctx).plain("gone")),
        };
        return respond(ctx, &reply).await;
    }
    let found = bot.found(&bot.service.suggest(&name, OTHERS)?);
    if let Some(first) = found.first() {
        return respond(ctx, &bot.show_card(first, &found, &view)).await;
    }
    let ask = Ask { text: name, ..Ask::default() };
    let (_, reply) = answer_card(bot, &asker, ask, Surface::Measure, private)?;
    respond(ctx, &reply).await
}
