//! Stands between serenity and poise: counts answers in flight, answers each interaction once, catches panics.
//!
//! poise's own handling would leave a person with "The application did not respond": it only logs what goes wrong in
//! buttons and forms.

use std::sync::Arc;

use poise::serenity_prelude as serenity;
use serenity::{FullEvent, Interaction, InteractionId};
use tracing::Instrument as _;

use super::bot::Bot;
use super::failure::{self, Failure};
use super::reply::{self, Reply};
use super::say::Voice;
use super::{commands, events, localise, registration};

type Poise = poise::Framework<Arc<Bot>, Failure>;

/// poise's framework, watched.
pub struct Tracked {
    poise: Arc<Poise>,
    bot: Arc<Bot>,
}

/// What it takes to answer an interaction.
#[derive(Clone)]
struct Origin {
    id: InteractionId,
    token: String,
    voice: Voice,
}

impl Tracked {
    /// Sets the framework up.
    pub fn new(bot: Arc<Bot>) -> Self {
        let mut commands = commands::all();
        localise::commands(&mut commands);
        let options = poise::FrameworkOptions {
            commands,
            on_error: |error| Box::pin(events::on_error(error)),
            event_handler: |framework, event| Box::pin(events::on_event(framework, event)),
            allowed_mentions: Some(reply::no_mentions()),
            prefix_options: poise::PrefixFrameworkOptions {
                mention_as_prefix: false,
                ..poise::PrefixFrameworkOptions::default()
            },
            ..poise::FrameworkOptions::default()
        };
        let data = bot.clone();
        let framework = poise::Framework::builder()
            // An error in here, or waiting, would leave every command hanging: registration goes its own way.
            .setup(move |context, ready, framework| {
                let scope = registration::Scope {
                    http: context.http.clone(),
                    application: ready.application.id,
                    guild: data.settings.guild,
                    guilds: ready.guilds.iter().map(|guild| guild.id).collect(),
                };
                let commands =
                    poise::builtins::create_application_commands(&framework.options().commands);
                if ready.guilds.len() > 1 && data.settings.moderator_servers.is_empty() {
                    tracing::warn!(
                        guilds = ready.guilds.len(),
                        "the moderators of every server may change what holds for all: name yours in \
                         moderator-servers of madoguchi.toml"
                    );
                }
                tokio::spawn(registration::keep_trying(scope, localise::menus(commands)));
                tracing::info!(
                    shards = ready.shard.map_or(1, |shard| shard.total),
                    guilds = ready.guilds.len(),
                    "ready"
                );
                Box::pin(async move { Ok(data) })
            })
            .options(options)
            // Otherwise it asks Discord for the owners, whom nothing here treats differently.
            .initialize_owners(false)
            .build();
        Self { poise: Arc::new(framework), bot }
    }

    async fn run(&self, context: serenity::Context, event: FullEvent, origin: Option<Origin>) {
        let poise = self.poise.clone();
        let http = context.http.clone();
        let answering = async move { serenity::Framework::dispatch(&*poise, context, event).await };
        let answered = tokio::spawn(answering.in_current_span()).await;
        let Err(error) = answered else { return };
        let failure = Failure::Panic(panic_text(error));
        if let Some(origin) = origin {
            let reply = failure::report(&failure, origin.id, origin.voice);
            apologise(&http, &origin, &reply).await;
        } else {
            tracing::error!(%failure, "an event was not handled");
        }
    }
}

fn panic_text(error: tokio::task::JoinError) -> String {
    let Ok(payload) = error.try_into_panic() else { return "cancelled".to_owned() };
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload
            .downcast::<&'static str>()
            .map_or_else(|_| "without words".to_owned(), |text| (*text).to_owned()),
    }
}

/// Answers with an apology, in the place of what is there already.
async fn apologise(http: &serenity::Http, origin: &Origin, reply: &Reply) {
    let response = serenity::CreateInteractionResponse::Message(reply.callback());
    let interaction = (origin.id, origin.token.as_str());
    let sent = match reply::first_only(http, interaction, response).await {
        Err(error) if error.is_answered() => reply::later(http, &origin.token, reply).await,
        sent => sent,
    };
    if let Err(error) = sent {
        tracing::warn!(%error, "could not apologise");
    }
}

#[serenity::async_trait]
impl serenity::Framework for Tracked {
    async fn init(&mut self, client: &serenity::Client) {
        // Nobody else holds it before the client is started.
        if let Some(poise) = Arc::get_mut(&mut self.poise) {
            poise.init(client).await;
        }
    }

    async fn dispatch(&self, context: serenity::Context, event: FullEvent) {
        let FullEvent::InteractionCreate { interaction } = &event else {
            let _flight =
                matches!(&event, FullEvent::Message { .. } | FullEvent::MessageUpdate { .. })
                    .then(|| self.bot.flights.begin());
            return self.run(context, event, None).await;
        };
        if !self.bot.is_new(interaction.id()) {
            tracing::info!("an interaction came twice");
            return;
        }
        let _flight = self.bot.flights.begin();
        let span = span_of(interaction);
        let origin = origin_of(interaction, &self.bot);
        self.run(context, event, origin).instrument(span).await;
    }
}

fn origin_of(interaction: &Interaction, bot: &Bot) -> Option<Origin> {
    let (user, locale) = match interaction {
        Interaction::Command(it) => (it.user.id, &it.locale),
        Interaction::Component(it) => (it.user.id, &it.locale),
        Interaction::Modal(it) => (it.user.id, &it.locale),
        _ => return None,
    };
    let voice = bot.voice(user.get(), locale);
    Some(Origin { id: interaction.id(), token: interaction.token().to_owned(), voice })
}

/// Names an interaction in the log: what it is and where, but not who and not what was asked.
fn span_of(interaction: &Interaction) -> tracing::Span {
    let (kind, name) = match interaction {
        Interaction::Command(it) => ("command", it.data.name.as_str()),
        Interaction::Autocomplete(it) => ("autocomplete", it.data.name.as_str()),
        Interaction::Component(it) => ("component", verb(&it.data.custom_id)),
        Interaction::Modal(it) => ("modal", verb(&it.data.custom_id)),
        _ => ("other", ""),
    };
    tracing::info_span!("interaction", id = interaction.id().get(), kind, name)
}

fn verb(custom_id: &str) -> &str {
    custom_id.split('|').nth(1).unwrap_or("unknown")
}
