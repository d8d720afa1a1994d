//! `/desk`: what people said of the answers, for moderators.

use super::{Context, Failure, bot, is_moderator, respond, voice};
use crate::discord::card::escape;
use crate::discord::feedback::{Entry, Verdict};
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::discord::say::Voice;

const SHOWN: usize = 15;

/// See what people said of the answers
#[poise::command(
    slash_command,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild",
    interaction_context = "Guild"
)]
pub async fn desk(ctx: Context<'_>) -> Result<(), Failure> {
    if !is_moderator(ctx).await? {
        return Ok(());
    }
    let (feedback, voice) = (&bot(ctx).feedback, voice(ctx));
    let counts: Vec<String> = feedback
        .counts()
        .into_iter()
        .map(|(verdict, n)| format!("{} {n}", mark(verdict)))
        .collect();
    let rows: Vec<String> = feedback.newest(SHOWN).iter().map(|entry| row(voice, entry)).collect();
    let list = if rows.is_empty() {
        voice.plain("desk-empty")
    } else {
        limits::fit_rows(&rows, 3500, |n| voice.say("more-rows", &[("n", n.into())]))
    };
    let mut reply = Reply::embed(Embed {
        title: voice.plain("desk-title"),
        description: format!("{}\n\n{list}", counts.join(" · ")),
        footer: voice.plain("desk-footer"),
        ..Embed::default()
    });
    reply.ephemeral = true;
    respond(ctx, &reply).await
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Helpful => "👍",
        Verdict::NotHelpful => "👎",
        Verdict::Mistake => "⚠️",
    }
}

fn row(voice: Voice, entry: &Entry) -> String {
    let none = voice.plain("desk-no-question");
    let question = entry.question.as_deref().unwrap_or(&none);
    let question = escape(&limits::fit(question, 80));
    let comment = match entry.comment.trim() {
        "" => String::new(),
        comment => format!("\n└ {}", escape(&limits::fit(comment, 120))),
    };
    format!("{} {question}{comment}", mark(entry.verdict))
}
