//! Looks at what Discord knows of the bot: whether the token is accepted, what the bot may do, which commands it has.
//!
//! Asks and changes nothing. The token goes into a header and nowhere else.

use std::fmt::Write as _;

use poise::serenity_prelude as serenity;
use reqwest::header::{AUTHORIZATION, DATE, HeaderValue, USER_AGENT};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::{ApplicationId, Command, GuildId, Permissions};

use super::http::{self, API_HOST};
use super::settings::{ServeSettings, SettingError};
use super::{commands, localise, registration};
use crate::doctor::{Check, Finding};
use crate::error::{Error, ErrorKind};
use crate::locale::{Locale, Value};

/// What only a token that is accepted can ask for.
const WITH_TOKEN: [Check; 4] = [Check::Gateway, Check::Intents, Check::Server, Check::Commands];
/// What the bot needs on a server, as `docs/discord.md` has it.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);
/// An application's flags for Message Content: granted, and granted to a small bot.
const MESSAGE_CONTENT: u64 = 1 << 18 | 1 << 19;
/// Discord tells whole seconds, and the network takes its time.
const CLOCK_SECONDS: i64 = 10;
/// As many servers as Discord tells at once.
const PAGE: usize = 200;

/// Why Discord did not tell.
enum Silence {
    /// It answered with another status than 200.
    Refused(u16),
    /// It did not answer, or not as expected.
    Unreachable(String),
}

#[derive(Deserialize)]
struct Account {
    id: serenity::UserId,
    username: String,
}

#[derive(Deserialize)]
struct Application {
    id: ApplicationId,
    #[serde(default)]
    flags: u64,
}

#[derive(Deserialize)]
struct Gateway {
    shards: u32,
    session_start_limit: Starts,
}

#[derive(Deserialize)]
struct Starts {
    remaining: u32,
}

#[derive(Deserialize)]
struct Server {
    id: GuildId,
    name: String,
    permissions: Permissions,
}

/// Tells that Discord was not asked.
pub fn not_asked(settings: Result<ServeSettings, SettingError>, locale: &Locale) -> Vec<Finding> {
    let mut findings = vec![Finding::unchecked(Check::Clock, locale.say("doctor-offline"))];
    findings.push(match settings {
        Ok(_) => Finding::unchecked(Check::Token, locale.say("doctor-token-there")),
        Err(error) => without_token(error, locale),
    });
    findings.extend(unchecked(&WITH_TOKEN, &locale.say("doctor-offline")));
    findings
}

/// Asks Discord; `answers_all` says whether moderators had every message of some channel answered.
pub async fn examine(
    settings: Result<ServeSettings, SettingError>,
    answers_all: bool,
    locale: &Locale,
) -> Vec<Finding> {
    let (settings, mistake) = match settings {
        Ok(settings) => (settings, None),
        // The clock can be asked for without.
        Err(mistake) => (ServeSettings::with_token(""), Some(mistake)),
    };
    let api = match http::web(&settings) {
        Ok(web) => Api { web, settings: &settings },
        Err(error) => {
            let error = Error::from_source(ErrorKind::Settings, error);
            return vec![Finding::of_error(Check::Token, &error)];
        }
    };
    let offset = api.clock().await;
    let mut findings = vec![clock(&offset, locale)];
    if let Some(mistake) = mistake {
        findings.push(without_token(mistake, locale));
        findings.extend(unchecked(&WITH_TOKEN, &locale.say("doctor-no-token")));
        return findings;
    }
    if offset.is_err() {
        findings.extend(unchecked(&[Check::Token], &locale.say("doctor-unreachable")));
        findings.extend(unchecked(&WITH_TOKEN, &locale.say("doctor-unreachable")));
        return findings;
    }
    match api.get::<Account>("users/@me").await {
        Ok(account) => {
            let args = [("name", account.username.into()), ("id", account.id.to_string().into())];
            findings.push(Finding::ok(Check::Token, locale.text("doctor-token-ok", &args)));
        }
        Err(silence) => {
            findings.push(match silence {
                Silence::Refused(401) => Finding::todo(
                    Check::Token,
                    ErrorKind::Settings,
                    locale.say("doctor-token-refused"),
                    locale.say("doctor-token-refused-do"),
                ),
                other => silent(Check::Token, &other, locale),
            });
            findings.extend(unchecked(&WITH_TOKEN, &locale.say("doctor-no-token")));
            return findings;
        }
    }
    findings.push(match api.get::<Gateway>("gateway/bot").await {
        Ok(it) => gateway(&it, locale),
        Err(silence) => silent(Check::Gateway, &silence, locale),
    });
    let application = api.get::<Application>("applications/@me").await;
    let wants_messages = answers_all || !settings.answer_channels.is_empty();
    findings.push(match &application {
        Ok(it) => intents(it.flags, wants_messages, locale),
        Err(silence) => silent(Check::Intents, silence, locale),
    });
    let id = application.as_ref().ok().map(|it| it.id);
    match api.servers().await {
        Ok(all) => findings.extend(servers(&all, id, &settings, locale)),
        Err(silence) => findings.push(silent(Check::Server, &silence, locale)),
    }
    findings.push(match id {
        Some(id) => registered(&api, id, settings.guild, locale).await,
        None => Finding::unchecked(Check::Commands, locale.say("doctor-after-others")),
    });
    findings
}

fn clock(offset: &Result<i64, Silence>, locale: &Locale) -> Finding {
    let seconds = match offset {
        Ok(seconds) => *seconds,
        Err(silence) => return silent(Check::Clock, silence, locale),
    };
    let args = [("seconds", seconds.unsigned_abs().to_string().into())];
    if seconds.abs() <= CLOCK_SECONDS {
        return Finding::ok(Check::Clock, locale.text("doctor-clock-ok", &args));
    }
    let text = locale.text("doctor-clock-off", &args);
    Finding::todo(Check::Clock, ErrorKind::Settings, text, locale.say("doctor-clock-off-do"))
}

fn gateway(it: &Gateway, locale: &Locale) -> Finding {
    let remaining = it.session_start_limit.remaining;
    let args = [("shards", Value::from(it.shards)), ("remaining", remaining.into())];
    if remaining > 0 {
        return Finding::ok(Check::Gateway, locale.text("doctor-gateway-ok", &args));
    }
    let text = locale.say("doctor-gateway-spent");
    Finding::todo(Check::Gateway, ErrorKind::Busy, text, locale.say("doctor-gateway-spent-do"))
}

fn intents(flags: u64, wants_messages: bool, locale: &Locale) -> Finding {
    if !wants_messages {
        return Finding::ok(Check::Intents, locale.say("doctor-intents-none"));
    }
    if flags & MESSAGE_CONTENT != 0 {
        return Finding::ok(Check::Intents, locale.say("doctor-intents-ok"));
    }
    let text = locale.say("doctor-intents-missing");
    Finding::todo(
        Check::Intents,
        ErrorKind::Settings,
        text,
        locale.say("doctor-intents-missing-do"),
    )
}

fn servers(
    all: &[Server],
    application: Option<ApplicationId>,
    settings: &ServeSettings,
    locale: &Locale,
) -> Vec<Finding> {
    let invitation = [("url", invitation(application).into())];
    if all.is_empty() {
        let text = locale.say("doctor-server-none");
        let advice = locale.text("doctor-server-none-do", &invitation);
        return vec![Finding::advice(Check::Server, text, advice)];
    }
    let mut findings = Vec::new();
    for server in all {
        let has = server.permissions;
        let missing = if has.administrator() { Permissions::empty() } else { NEEDED - has };
        let names = missing.get_permission_names().join(", ");
        let args = [("name", server.name.as_str().into()), ("permissions", names.into())];
        findings.push(if missing.is_empty() {
            Finding::ok(Check::Server, locale.text("doctor-server-ok", &args))
        } else {
            let text = locale.text("doctor-server-missing", &args);
            let advice = locale.text("doctor-server-missing-do", &invitation);
            Finding::todo(Check::Server, ErrorKind::Settings, text, advice)
        });
    }
    if all.len() > 1 && settings.moderator_servers.is_empty() {
        let ids: Vec<String> = all.iter().map(|server| server.id.to_string()).collect();
        let text = locale.text("doctor-server-several", &[("count", all.len().into())]);
        let args = [("ids", ids.join(", ").into())];
        let advice = locale.text("doctor-server-several-do", &args);
        findings.push(Finding::advice(Check::Server, text, advice));
    }
    findings
}

fn invitation(application: Option<ApplicationId>) -> String {
    let id = application.map_or_else(|| "APPLICATION_ID".to_owned(), |id| id.to_string());
    format!(
        "https://discord.com/oauth2/authorize?client_id={id}&scope=bot+applications.commands&permissions={}",
        NEEDED.bits()
    )
}

async fn registered(
    api: &Api<'_>,
    application: ApplicationId,
    guild: Option<GuildId>,
    locale: &Locale,
) -> Finding {
    let mut path = format!("applications/{application}");
    if let Some(guild) = guild {
        let _ = write!(path, "/guilds/{guild}");
    }
    let known = api.get::<Vec<Command>>(&format!("{path}/commands?with_localizations=true")).await;
    let known = match known {
        Ok(known) => known,
        Err(silence) => return silent(Check::Commands, &silence, locale),
    };
    let mut ours = commands::all();
    localise::commands(&mut ours);
    let ours = localise::menus(poise::builtins::create_application_commands(&ours));
    if registration::is_same(&known, &ours) {
        let args = [("count", known.len().into())];
        return Finding::ok(Check::Commands, locale.text("doctor-commands-ok", &args));
    }
    let text = locale.say("doctor-commands-other");
    Finding::advice(Check::Commands, text, locale.say("doctor-commands-other-do"))
}

fn without_token(error: SettingError, locale: &Locale) -> Finding {
    match error {
        SettingError::NoToken => Finding::todo(
            Check::Token,
            ErrorKind::Settings,
            locale.say("doctor-token-none"),
            locale.say("doctor-token-none-do"),
        ),
        other => Finding::of_error(Check::Token, &Error::from_source(ErrorKind::Settings, other)),
    }
}

fn unchecked(checks: &[Check], why: &str) -> Vec<Finding> {
    checks.iter().map(|check| Finding::unchecked(*check, why.to_owned())).collect()
}

fn silent(check: Check, silence: &Silence, locale: &Locale) -> Finding {
    let text = match silence {
        Silence::Refused(status) => locale.text("doctor-refused", &[("status", (*status).into())]),
        Silence::Unreachable(reason) => {
            locale.text("doctor-silent", &[("reason", reason.as_str().into())])
        }
    };
    let advice = Some(locale.say("doctor-silent-do"));
    Finding { advice, ..Finding::unchecked(check, text) }
}

/// Discord's API, asked without serenity, which does not hand out a response's headers.
struct Api<'a> {
    web: reqwest::Client,
    settings: &'a ServeSettings,
}

impl Api<'_> {
    async fn send(&self, path: &str) -> Result<reqwest::Response, Silence> {
        let base = self.settings.api.clone().unwrap_or_else(|| format!("https://{API_HOST}"));
        let mut request = self
            .web
            .get(format!("{base}/api/v10/{path}"))
            .header(USER_AGENT, ::serenity::constants::USER_AGENT);
        let token = self.settings.token.expose_secret();
        if !token.is_empty() {
            let mut value = HeaderValue::try_from(format!("Bot {token}"))
                .map_err(|_| Silence::Unreachable("the token holds odd characters".to_owned()))?;
            value.set_sensitive(true);
            request = request.header(AUTHORIZATION, value);
        }
        let response = request.send().await.map_err(Silence::of)?;
        let status = response.status().as_u16();
        if status == 200 { Ok(response) } else { Err(Silence::Refused(status)) }
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Silence> {
        let bytes = self.send(path).await?.bytes().await.map_err(Silence::of)?;
        serde_json::from_slice(&bytes).map_err(|error| Silence::Unreachable(error.to_string()))
    }

    /// Returns by how many seconds this machine's clock is ahead of Discord's.
    async fn clock(&self) -> Result<i64, Silence> {
        let response = self.send("gateway").await?;
        let now = jiff::Timestamp::now();
        let date = response.headers().get(DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
        let Some(date) = date else {
            return Err(Silence::Unreachable("no date in the response".to_owned()));
        };
        Ok(now.as_second() - date.timestamp().as_second())
    }

    async fn servers(&self) -> Result<Vec<Server>, Silence> {
        let mut all: Vec<Server> = Vec::new();
        loop {
            let after = all.last().map(|server| format!("&after={}", server.id));
            let path = format!("users/@me/guilds?limit={PAGE}{}", after.unwrap_or_default());
            let page = self.get::<Vec<Server>>(&path).await?;
            let is_last = page.len() < PAGE;
            all.extend(page);
            if is_last {
                return Ok(all);
            }
        }
    }
}

impl Silence {
    /// Takes the last cause of an error: the first ones only say that there was one. No address is in it.
    fn of(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let mut cause: &dyn std::error::Error = &error;
        while let Some(next) = cause.source() {
            cause = next;
        }
        Self::Unreachable(cause.to_string())
    }
}
