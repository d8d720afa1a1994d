//! The bot's life: ask where the gateway is, connect, answer, stop.

use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serenity::{ClientBuilder, GatewayError, GatewayIntents, Http, ShardId, ShardManager};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::metrics::Metrics;
use crate::service::AnswerService;
use crate::store::Store;

use super::bot::Bot;
use super::dispatch::Tracked;
use super::http::{self, HttpClientError};
use super::reply::SendError;
use super::settings::ServeSettings;
use super::upkeep::Hangups;
use super::watchdog::{self, Stages};
use super::{shutdown, upkeep};

/// Discord wants so much time between two identifications.
const BETWEEN_IDENTIFIES: Duration = Duration::from_millis(5_200);
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long shards may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(3);
/// How often what is over is forgotten.
const HOUSEKEEPING: Duration = Duration::from_secs(15);

/// Why the bot stopped, when it stopped as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// It was told to: SIGTERM or Ctrl-C.
    ToldTo,
}

/// Why the bot stopped, when it should not have.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The HTTP client cannot be built.
    #[error(transparent)]
    Http(#[from] HttpClientError),
    /// Discord does not accept the token.
    #[error("Discord refuses the token (401 or 4004): it was reset, or is another application's")]
    TokenRefused,
    /// Discord does not grant an intent.
    #[error("Discord refuses an intent (4014)")]
    IntentRefused,
    /// A shard was started anew and stayed silent.
    #[error("shard {0} shows no sign of life, even when started anew")]
    Silent(u32),
    /// The gateway refuses the connection for good.
    #[error("the gateway refuses the connection: {0}")]
    Refused(&'static str),
    /// serenity's client ended without being told to.
    #[error("the client ended without being told to")]
    Ended,
}

impl ServeError {
    /// Whether starting again would end the same way until a person mends it.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Http(_) | Self::TokenRefused | Self::IntentRefused | Self::Refused(_) => true,
            Self::Silent(_) | Self::Ended => false,
        }
    }
}

/// Runs the bot.
pub async fn run(
    service: Arc<AnswerService>,
    store: Store,
    metrics: Arc<Metrics>,
    settings: ServeSettings,
    hangups: Hangups,
) -> Result<ExitReason, ServeError> {
    let stop = listen();
    let web = http::web(&settings)?;
    metrics.watch(service.clone(), store.clone());
    let bot = Arc::new(Bot::new(service, store, metrics, settings, web));
    tokio::select! {
        ended = stay_connected(&bot, stop) => ended,
        never = upkeep::look_after(&bot.service, hangups) => match never {},
    }
}

async fn stay_connected(
    bot: &Arc<Bot>,
    stop: watch::Receiver<bool>,
) -> Result<ExitReason, ServeError> {
    let mut intents = intents(bot);
    loop {
        bot.set_reads_messages(intents.contains(GatewayIntents::MESSAGE_CONTENT));
        let ended = connect(bot, intents, stop.clone()).await;
        match ended {
            Err(ServeError::IntentRefused) if intents.contains(GatewayIntents::MESSAGE_CONTENT) => {
                tracing::error!(
                    "Discord refuses the intent Message Content, so channels in which every message is \
                     to be answered cannot be read: switch it on in the developer portal; going on without"
                );
                intents.remove(GatewayIntents::MESSAGE_CONTENT);
                sleep(BETWEEN_IDENTIFIES).await;
            }
            ended => return ended,
        }
    }
}

/// No privileged intent is needed; Message Content only where every message of a channel is to be answered.
fn intents(bot: &Bot) -> GatewayIntents {
    let intents =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    if bot.settings.answer_channels.is_empty() && !bot.store.any_channel_answers_all() {
        intents
    } else {
        intents | GatewayIntents::MESSAGE_CONTENT
    }
}

fn listen() -> watch::Receiver<bool> {
    let (told, stop) = watch::channel(false);
    tokio::spawn(async move {
        match shutdown::told_to_stop().await {
            Ok(()) => {
                let _ = told.send(true);
            }
            Err(error) => {
                tracing::error!(%error, "cannot listen for signals: only a kill will stop the bot");
                // The receivers would take a sender that is gone for the signal.
                std::future::pending::<()>().await;
            }
        }
    });
    stop
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    // The sender lives until it has sent, and the value stays true.
    let _ = stop.wait_for(|told| *told).await;
}

async fn connect(
    bot: &Arc<Bot>,
    intents: GatewayIntents,
    mut stop: watch::Receiver<bool>,
) -> Result<ExitReason, ServeError> {
    let http = http::client(&bot.settings, bot.web.clone());
    // Where this request fails once, serenity uses a built-in address for good.
    let gateway = tokio::select! {
        () = stopped(&mut stop) => return Ok(ExitReason::ToldTo),
        gateway = ask_for_gateway(&http, &bot.metrics) => gateway?,
    };
    let (first, last, total) =
        bot.settings.shards.unwrap_or((0, gateway.shards.saturating_sub(1), gateway.shards.max(1)));
    let stages = Stages::default();
    let client = ClientBuilder::new_with_http(http, intents)
        .event_handler(bot.gate.clone())
        .event_handler(stages.clone())
        .framework(Tracked::new(bot.clone()));
    let Ok(mut client) = client.await else {
        return Err(ServeError::Ended);
    };
    *client.ws_url.lock().await = gateway.url;
    let manager = client.shard_manager.clone();
    let shards = (first..=last).map(ShardId).collect();
    let housekeeping = tokio::spawn(keep_house(client.http.clone()));
    let ended = tokio::select! {
        () = stopped(&mut stop) => Ok(ExitReason::ToldTo),
        silent = watchdog::watch(&manager, &stages, shards, bot.settings.watchdog, &bot.metrics) => {
            Err(ServeError::Silent(silent.0))
        }
        // serenity's range includes its end.
        ended = client.start_shard_range(first..last, total) => Err(why_ended(ended)),
    };
    housekeeping.abort();
    bot.metrics.disconnected();
    say_goodbye(bot, &manager).await;
    ended
}

async fn say_goodbye(bot: &Bot, manager: &ShardManager) {
    let n_left = bot.flights.drained(bot.settings.drain).await;
    if n_left > 0 {
        tracing::warn!(n_left, "stopping with answers in flight");
    }
    if timeout(GOODBYE, manager.shutdown_all()).await.is_err() {
        tracing::warn!("the shards did not say goodbye in time");
    }
}

async fn keep_house(http: Arc<Http>) {
    loop {
        sleep(HOUSEKEEPING).await;
        http::forget_old_limits(&http).await;
    }
}

async fn ask_for_gateway(
    http: &Http,
    metrics: &Metrics,
) -> Result<serenity::BotGateway, ServeError> {
    let mut pause = FIRST_PAUSE;
    loop {
        metrics.alive();
        let error = match http.get_bot_gateway().await {
            Ok(gateway) => return Ok(gateway),
            Err(error) => SendError::from(error),
        };
        if error.is_unauthorised() {
            return Err(ServeError::TokenRefused);
        }
        tracing::warn!(%error, ?pause, "Discord does not say where the gateway is, will ask again");
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

fn why_ended(ended: serenity::Result<()>) -> ServeError {
    match ended {
        Err(serenity::Error::Gateway(error)) => match error {
            GatewayError::InvalidAuthentication => ServeError::TokenRefused,
            GatewayError::DisallowedGatewayIntents => ServeError::IntentRefused,
            GatewayError::InvalidGatewayIntents => ServeError::Refused("invalid intents"),
            GatewayError::InvalidShardData => ServeError::Refused("invalid shards"),
            GatewayError::OverloadedShard => ServeError::Refused("too few shards"),
            _ => ServeError::Ended,
        },
        _ => ServeError::Ended,
    }
}
