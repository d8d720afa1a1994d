//! `/help`: the commands, in the person's language.

use super::{Context, Failure, respond, voice};
use crate::discord::limits::Embed;
use crate::discord::reply::Reply;
use crate::discord::say::Voice;

/// The residents' commands, as `/help` lists them.
const LISTED: [&str; 9] =
    ["ask", "measure", "browse", "budget", "contact", "changes", "settings", "privacy", "help"];

/// See what you can ask and how
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn help(ctx: Context<'_>) -> Result<(), Failure> {
    respond(ctx, &Reply { ephemeral: true, ..card(voice(ctx)) }).await
}

/// Makes the card.
pub fn card(voice: Voice) -> Reply {
    let rows: Vec<String> = LISTED
        .iter()
        .map(|name| {
            let local = voice
                .try_say(&format!("cmd-{name}-name"), &[])
                .filter(|local| local != name)
                .map_or_else(String::new, |local| format!("（/{local}）"));
            format!("**/{name}**{local}\n{}", voice.plain(&format!("cmd-{name}-about")))
        })
        .collect();
    Reply::embed(Embed {
        title: voice.plain("help-title"),
        description: format!(
            "{}\n\n{}\n\n{}",
            voice.plain("help-text"),
            rows.join("\n"),
            voice.plain("try-this")
        ),
        footer: voice.plain("help-footer"),
        ..Embed::default()
    })
}
