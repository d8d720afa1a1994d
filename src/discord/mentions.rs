//! Questions in a channel: messages that mention the bot or reply to it, and direct messages.
//!
//! An edit within five minutes edits the answer, deleting the question deletes it. What is remembered for that is the
//! pair of messages; of the text nothing.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use poise::serenity_prelude as serenity;
use serenity::{ChannelId, Http, Message, MessageId, MessageUpdateEvent, UserId};

use crate::store::{Surface, is_sensitive};

use super::bot::{Ask, Asker, Bot};
use super::card::{self, Button, Row, Style};
use super::commands;
use super::custom_id::{Action, MeasureRef};
use super::limits::Embed;
use super::reply::{Channels, Reply, SendError};
use super::say::Voice;

/// How long an edit of the question edits the answer.
const EDITABLE: Duration = Duration::from_mins(5);
/// As many pairs as are remembered.
const KEPT: usize = 2_000;

/// Which message answers which.
#[derive(Debug, Default)]
pub struct Mentions {
    pairs: Mutex<VecDeque<Pair>>,
}

#[derive(Clone, Debug)]
struct Pair {
    question: MessageId,
    reply: MessageId,
    channel: ChannelId,
    at: Instant,
    asker: Asker,
}

impl Mentions {
    fn add(&self, pair: Pair) {
        let mut pairs = self.lock();
        if pairs.len() >= KEPT {
            pairs.pop_front();
        }
        pairs.push_back(pair);
    }

    fn find(&self, question: MessageId) -> Option<Pair> {
        self.lock().iter().rev().find(|pair| pair.question == question).cloned()
    }

    fn remove(&self, question: MessageId) -> Option<Pair> {
        let mut pairs = self.lock();
        let at = pairs.iter().position(|pair| pair.question == question)?;
        pairs.remove(at)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<Pair>> {
        self.pairs.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Answers a message that is meant for the bot.
pub async fn on_message(bot: &Bot, http: &Http, me: UserId, message: &Message) {
    if !is_for(bot, me, message) || bot.mentions.find(message.id).is_some() {
        return;
    }
    // A message does not say which language its writer's client speaks: the operator's takes its place.
    let locale = bot.service.settings().language.default.tag();
    let asker = Asker::new(&message.author, message.guild_id, message.channel_id, locale);
    if let Err(wait) = bot.may_ask(&asker) {
        tracing::info!(?wait, "somebody asks too often");
        return;
    }
    let text = without_mentions(&message.content);
    let reply = reply_to(bot, &asker, &text, context_of(message), message.guild_id.is_some());
    let channels = Channels { http, gate: &bot.gate };
    let in_thread = bot.store.channel(asker.channel).threads && message.guild_id.is_some();
    let sent = if in_thread {
        let voice = bot.voice(asker.user, &asker.locale);
        channels.reply_in_thread(message, &voice.plain("thread-name"), &reply).await
    } else {
        channels.reply(message, &reply).await
    };
    match sent {
        Ok((channel, reply)) => {
            let at = Instant::now();
            bot.mentions.add(Pair { question: message.id, reply, channel, at, asker });
        }
        // Where the bot may not write, that is how the moderators want it.
        Err(SendError::Refused { status: 403, .. }) => tracing::info!("may not write here"),
        Err(error) => tracing::warn!(%error, "a message was not answered"),
    }
}

fn is_for(bot: &Bot, me: UserId, message: &Message) -> bool {
    let is_person = !message.author.bot && message.webhook_id.is_none();
    let is_plain =
        matches!(message.kind, serenity::MessageType::Regular | serenity::MessageType::InlineReply);
    let is_direct = message.guild_id.is_none();
    let is_mention = message.mentions.iter().any(|user| user.id == me);
    let channel = message.channel_id.get();
    let is_chosen =
        bot.settings.answer_channels.contains(&channel) || bot.store.channel(channel).every;
    is_person
        && is_plain
        && (is_direct || (is_mention && bot.settings.mention_answers) || is_chosen)
        // Without Message Content, other messages come without their text.
        && (!message.content.is_empty() || is_mention)
}

/// The question that the message before answered, where this one replies to it.
fn context_of(message: &Message) -> Vec<String> {
    message
        .referenced_message
        .as_ref()
        .and_then(|earlier| earlier.embeds.first()?.footer.as_ref())
        .and_then(|footer| card::question_in(&footer.text))
        .map(str::to_owned)
        .into_iter()
        .collect()
}

/// Drops `<@1>` and `<@!1>`: they are no part of the question.
fn without_mentions(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<@") {
        kept.push_str(before);
        match after.split_once('>') {
            Some((id, behind)) if is_id(id) => rest = behind,
            _ => {
                kept.push_str("<@");
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept.trim().to_owned()
}

fn is_id(text: &str) -> bool {
    let digits = text.trim_start_matches(['!', '&']);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

fn reply_to(bot: &Bot, asker: &Asker, text: &str, context: Vec<String>, public: bool) -> Reply {
    if text.is_empty() {
        return commands::help_card(bot.voice(asker.user, &asker.locale));
    }
    let ask = Ask { text: text.to_owned(), context, ..Ask::default() };
    let answer = match bot.ask(asker, ask, Surface::Message) {
        Ok(answer) => answer,
        Err(error) => {
            tracing::error!(%error, "a message was not answered");
            return Reply::text(bot.voice(asker.user, &asker.locale).plain("error-message"));
        }
    };
    let language = bot.chosen_language(asker).unwrap_or(answer.language);
    let view = bot.view(asker, Voice::of(language), false);
    let is_discreet = public && (is_sensitive(&answer) || bot.is_private(asker));
    // Without a measure to show there is nothing to hide: what is said then repeats nothing of the question.
    if is_discreet && !answer.answers.is_empty() {
        return discreet(&answer, &view);
    }
    tracing::info!(outcome = ?answer.outcome, "answered a message");
    bot.card(&answer, &view)
}

/// A reply in a channel is seen by all: what is sensitive waits behind a button, for each person alone.
fn discreet(answer: &crate::answer::Answer, view: &card::View) -> Reply {
    let voice = view.voice;
    let mut reply =
        Reply::embed(Embed { description: voice.plain("discreet"), ..Embed::default() });
    let mut buttons: Vec<Button> = answer
        .answers
        .first()
        .map(|found| Action::Reveal(MeasureRef::of(&found.measure)))
        .map(|action| Button::new(action, voice.plain("button-reveal")).style(Style::Primary))
        .into_iter()
        .collect();
    let delete = Action::Delete { asker: view.asker };
    buttons.push(Button::new(delete, voice.plain("button-delete")).style(Style::Danger));
    reply.rows = vec![Row::Buttons(buttons)];
    reply
}

/// Answers an edited question anew.
pub async fn on_edit(bot: &Bot, http: &Http, event: &MessageUpdateEvent) {
    let Some(pair) = bot.mentions.find(event.id).filter(|pair| pair.at.elapsed() < EDITABLE) else {
        return;
    };
    // Discord also sends an update when it adds a link's preview.
    let Some(content) = event.content.as_ref().filter(|_| event.edited_timestamp.is_some()) else {
        return;
    };
    let public = pair.asker.guild != 0;
    let text = without_mentions(content);
    let reply = reply_to(bot, &pair.asker, &text, Vec::new(), public);
    let channels = Channels { http, gate: &bot.gate };
    if let Err(error) = channels.edit((pair.channel, pair.reply), &reply).await {
        tracing::warn!(%error, "an answer was not edited");
    }
}

/// Deletes the answer to a deleted question.
pub async fn on_delete(bot: &Bot, http: &Http, question: MessageId) {
    let Some(pair) = bot.mentions.remove(question) else { return };
    let channels = Channels { http, gate: &bot.gate };
    if let Err(error) = channels.delete((pair.channel, pair.reply)).await {
        tracing::info!(%error, "an answer was not deleted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_no_part_of_the_question() {
        assert_eq!(without_mentions("<@123> 防災の予算は"), "防災の予算は");
        assert_eq!(without_mentions("ねえ<@!123>、予算は"), "ねえ、予算は");
        assert_eq!(without_mentions("a <@b> <@&1> c<@"), "a <@b>  c<@");
        assert_eq!(without_mentions("<@1>"), "");
    }
}
