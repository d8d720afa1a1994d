//! Sends what the bot says: nobody is pinged, everything fits, and a failing Discord is asked again.
//!
//! A first answer is sent again while its three seconds last; Discord refuses a second one for the same interaction,
//! so trying again does no harm. A later answer is an edit, which may be repeated as often as need be. A message in a
//! channel carries a nonce, by which Discord recognises the second copy.

use std::error::Error as _;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{
    AutoArchiveDuration, Builder, CreateActionRow, CreateAllowedMentions, CreateAttachment,
    CreateEmbed, CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage,
    CreateThread, EditInteractionResponse, EditMessage, Http, InteractionId, Message,
    MessageReference,
};
use tokio::time::{Instant, sleep, timeout_at};

use super::card::Row;
use super::http::Gate;
use super::limits::{self, ATTACHMENT_WORDS, CONTENT, Embed, THREAD_NAME};

/// Discord gives three seconds for the first answer.
const FIRST_ANSWER: Duration = Duration::from_millis(2800);
/// How long a later answer is tried for.
const LATER_ANSWER: Duration = Duration::from_mins(1);
const PAUSES: [Duration; 6] = [
    Duration::from_millis(150),
    Duration::from_millis(400),
    Duration::from_millis(900),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
];
/// How long to wait where there were too many requests and nobody says how long.
const TOO_MANY: Duration = Duration::from_secs(5);
/// Discord's code for an interaction that has its answer.
const ALREADY_ANSWERED: isize = 40060;

/// What the bot says.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// Plain text above the embeds.
    pub content: String,
    /// Cards.
    pub embeds: Vec<Embed>,
    /// Buttons and menus.
    pub rows: Vec<Row>,
    /// A file's name and bytes.
    pub file: Option<(String, Vec<u8>)>,
    /// A picture.
    pub picture: Option<Picture>,
    /// Whether only the asker sees it.
    pub ephemeral: bool,
}

/// A picture with what it shows in words.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file's name.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// What is said to those who do not see it.
    pub words: String,
}

/// Why something was not sent; holds no address, since those contain tokens.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Discord refused it.
    #[error("Discord answered {status}, code {code}: {message}")]
    Refused {
        /// The status of the response.
        status: u16,
        /// Discord's own code.
        code: isize,
        /// Discord's own words.
        message: String,
    },
    /// The connection failed: what it says innermost, where no address stands.
    #[error("the connection to Discord failed: {0}")]
    Connection(String),
    /// The answer took too long.
    #[error("Discord did not reply in time")]
    Late,
    /// serenity could not read the response or build the request.
    #[error("the request or its response could not be read")]
    Unreadable,
}

impl From<serenity::Error> for SendError {
    fn from(error: serenity::Error) -> Self {
        match error {
            serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => {
                Self::Refused {
                    status: response.status_code.as_u16(),
                    code: response.error.code,
                    message: response.error.message,
                }
            }
            serenity::Error::Http(serenity::HttpError::Request(error)) => {
                Self::Connection(innermost(&error))
            }
            _ => Self::Unreadable,
        }
    }
}

/// Returns what lies at the bottom of an error: that a name is not known, a connection is refused, a certificate is over.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause = error.source();
    while let Some(next) = cause.and_then(std::error::Error::source) {
        cause = Some(next);
    }
    cause.map_or_else(|| "no reason is known".to_owned(), ToString::to_string)
}

impl SendError {
    /// Whether trying again may help.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Refused { status, .. } => *status >= 500,
            Self::Connection(_) | Self::Late | Self::Unreadable => true,
        }
    }

    /// Whether there were too many requests. serenity's ratelimiter waits as long as Discord says; without it, behind a
    /// proxy, serenity does not tell how long that is.
    fn is_too_many(&self) -> bool {
        matches!(self, Self::Refused { status: 429, .. })
    }

    /// Whether the interaction has been answered already.
    pub fn is_answered(&self) -> bool {
        matches!(self, Self::Refused { code: ALREADY_ANSWERED, .. })
    }

    /// Whether Discord refused the bot's own credentials.
    pub fn is_unauthorised(&self) -> bool {
        matches!(self, Self::Refused { status: 401, .. })
    }
}

/// Pings nobody, not even the person that is replied to.
pub fn no_mentions() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

impl Reply {
    /// Says a sentence.
    pub fn text(content: impl Into<String>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// Says a sentence to the asker alone.
    pub fn whisper(content: impl Into<String>) -> Self {
        Self { content: content.into(), ephemeral: true, ..Self::default() }
    }

    /// Shows a card.
    pub fn embed(embed: Embed) -> Self {
        Self { embeds: vec![embed], ..Self::default() }
    }

    fn content(&self) -> String {
        limits::fit(&self.content, CONTENT)
    }

    /// One card a message: two of them could go over the limit for all together.
    fn embeds(&self) -> Vec<CreateEmbed> {
        self.embeds.iter().take(1).cloned().map(Embed::build).collect()
    }

    fn components(&self) -> Vec<CreateActionRow> {
        self.rows.iter().filter_map(Row::build).take(5).collect()
    }

    fn attachments(&self) -> Vec<CreateAttachment> {
        let picture = self.picture.iter().map(|picture| {
            CreateAttachment::bytes(picture.bytes.clone(), picture.name.clone())
                .description(limits::fit(&picture.words, ATTACHMENT_WORDS))
        });
        let file = self.file.iter();
        let file = file.map(|(name, bytes)| CreateAttachment::bytes(bytes.clone(), name.clone()));
        picture.chain(file).collect()
    }

    /// Builds the data of a callback.
    pub fn callback(&self) -> CreateInteractionResponseMessage {
        let message = CreateInteractionResponseMessage::new()
            .content(self.content())
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(no_mentions())
            .ephemeral(self.ephemeral);
        message.add_files(self.attachments())
    }

    fn edit(&self) -> EditInteractionResponse {
        let edit = EditInteractionResponse::new()
            .content(self.content())
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(no_mentions());
        self.attachments().into_iter().fold(edit, EditInteractionResponse::new_attachment)
    }

    fn message(&self, to: &Message) -> CreateMessage {
        CreateMessage::new()
            .content(self.content())
            .embeds(self.embeds())
            .components(self.components())
            .allowed_mentions(no_mentions())
            .nonce(serenity::Nonce::String(to.id.to_string()))
            .enforce_nonce(true)
    }
}

/// Sends the first answer to an interaction; one that has its answer is fine.
pub async fn first(
    http: &Http,
    interaction: (InteractionId, &str),
    response: CreateInteractionResponse,
) -> Result<(), SendError> {
    match first_only(http, interaction, response).await {
        Err(error) if error.is_answered() => Ok(()),
        sent => sent,
    }
}

/// Sends the first answer to an interaction; one that has its answer is an error.
pub async fn first_only(
    http: &Http,
    interaction: (InteractionId, &str),
    response: CreateInteractionResponse,
) -> Result<(), SendError> {
    let deadline = Instant::now() + FIRST_ANSWER;
    repeat(deadline, None, || {
        let response = response.clone();
        async move { response.execute(http, interaction).await }
    })
    .await
}

/// Puts the answer in the place of an earlier one, or of "thinking…".
pub async fn later(http: &Http, token: &str, reply: &Reply) -> Result<(), SendError> {
    let deadline = Instant::now() + LATER_ANSWER;
    repeat(deadline, None, || async { reply.edit().execute(http, token).await.map(|_| ()) }).await
}

/// Removes the message that an interaction was answered with.
pub async fn remove(http: &Http, token: &str) -> Result<(), SendError> {
    let deadline = Instant::now() + LATER_ANSWER;
    repeat(deadline, None, || async { http.delete_original_interaction_response(token).await })
        .await
}

/// Where a message stands.
pub type Place = (serenity::ChannelId, serenity::MessageId);

/// Sends messages in channels, which Discord's global limit counts.
#[derive(Clone, Copy)]
pub struct Channels<'a> {
    /// How Discord is reached.
    pub http: &'a Http,
    /// Holds requests back while the limit lasts.
    pub gate: &'a Gate,
}

impl Channels<'_> {
    /// Replies to a message; returns where the reply stands.
    pub async fn reply(self, to: &Message, reply: &Reply) -> Result<Place, SendError> {
        self.repeat(|| async {
            let sent = reply
                .message(to)
                .reference_message(MessageReference::from(to).fail_if_not_exists(false))
                .execute(self.http, (to.channel_id, None))
                .await?;
            Ok((to.channel_id, sent.id))
        })
        .await
    }

    /// Replies to a message in a thread of its own; in its channel, where Discord allows no thread.
    pub async fn reply_in_thread(
        self,
        to: &Message,
        name: &str,
        reply: &Reply,
    ) -> Result<Place, SendError> {
        let thread = self.repeat(|| {
            let thread = CreateThread::new(limits::fit(name, THREAD_NAME))
                .auto_archive_duration(AutoArchiveDuration::OneDay);
            async move { to.channel_id.create_thread_from_message(self.http, to.id, thread).await }
        });
        let thread = match thread.await {
            Ok(thread) => thread.id,
            Err(error) => {
                tracing::info!(%error, "no thread, answering in the channel");
                return self.reply(to, reply).await;
            }
        };
        self.repeat(|| async {
            let sent = reply.message(to).execute(self.http, (thread, None)).await?;
            Ok((thread, sent.id))
        })
        .await
    }

    /// Puts another answer in the place of a reply.
    pub async fn edit(self, (channel, message): Place, reply: &Reply) -> Result<(), SendError> {
        self.repeat(|| async {
            let edit = EditMessage::new()
                .content(reply.content())
                .embeds(reply.embeds())
                .components(reply.components())
                .allowed_mentions(no_mentions());
            edit.execute(self.http, (channel, message, None)).await.map(|_| ())
        })
        .await
    }

    /// Removes a reply.
    pub async fn delete(self, (channel, message): Place) -> Result<(), SendError> {
        self.repeat(|| self.http.delete_message(channel, message, None)).await
    }

    async fn repeat<T, F>(self, send: impl Fn() -> F) -> Result<T, SendError>
    where
        F: Future<Output = serenity::Result<T>>,
    {
        repeat(Instant::now() + LATER_ANSWER, Some(self.gate), send).await
    }
}

async fn repeat<T, F>(
    deadline: Instant,
    gate: Option<&Gate>,
    send: impl Fn() -> F,
) -> Result<T, SendError>
where
    F: Future<Output = serenity::Result<T>>,
{
    let mut pauses = PAUSES.into_iter();
    loop {
        let sending = async {
            if let Some(gate) = gate {
                gate.passed().await;
            }
            send().await
        };
        let error = match timeout_at(deadline, sending).await {
            Ok(Ok(sent)) => return Ok(sent),
            Ok(Err(error)) => SendError::from(error),
            Err(_) => return Err(SendError::Late),
        };
        let left = deadline - Instant::now();
        let pause = match gate {
            // Whether it is the limit of this channel or the global one is not told either.
            Some(gate) if error.is_too_many() => {
                gate.close_for(TOO_MANY);
                pauses.next()
            }
            // Longer than Discord asks for as a rule, but within what is left for a first answer.
            None if error.is_too_many() => pauses
                .next()
                .map(|pause| pause + if left < FIRST_ANSWER { left / 2 } else { TOO_MANY }),
            _ => pauses.next().filter(|_| error.is_passing()),
        };
        let Some(pause) = pause.filter(|pause| *pause < left) else { return Err(error) };
        tracing::info!(%error, ?pause, "will send again");
        sleep(pause).await;
    }
}
