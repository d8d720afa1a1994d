//! What the bot needs to know before it starts: token, addresses, scope, patience.
//!
//! The environment is read here and nowhere else in the bot; it is read once.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use poise::serenity_prelude::GuildId;
use secrecy::SecretString;
use tracing::Level;

use crate::settings::DiscordSettings;

/// Where serenity logs a gateway payload that it cannot read as a whole, tokens included, and addresses that hold tokens.
const TALKATIVE: [&str; 2] = ["serenity::gateway::ws", "serenity::http"];

/// Whether something may stand in a log, whatever the operator's filter says.
///
/// At their most talkative, the libraries write out what is sent and received: the bot's token, those of interactions,
/// and what residents write.
pub fn may_be_logged(target: &str, level: Level) -> bool {
    let most = if target.starts_with("madoguchi") {
        Level::TRACE
    } else if TALKATIVE.iter().any(|talkative| target.starts_with(talkative)) {
        Level::ERROR
    } else {
        Level::INFO
    };
    level <= most
}

/// Why the bot cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SettingError {
    /// There is no token.
    #[error("no token: set DISCORD_TOKEN, or token-file in [discord] of madoguchi.toml")]
    NoToken,
    /// The token's file cannot be read.
    #[error("cannot read the token's file {path}", path = path.display())]
    TokenFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// An environment variable does not hold what it should.
    #[error("{name} is {value:?}, but should be {expected}")]
    Variable {
        /// Its name.
        name: &'static str,
        /// What it holds.
        value: String,
        /// What it should.
        expected: &'static str,
    },
}

/// How the bot is set up.
#[derive(Clone, Debug)]
pub struct ServeSettings {
    /// The bot's token.
    pub token: SecretString,
    /// The REST API's base address when it is not Discord's own: a rate-limiting proxy, or a stand-in.
    pub api: Option<String>,
    /// The address to use for the API's host.
    pub resolve: Option<SocketAddr>,
    /// A certificate authority to trust for the API.
    pub authority: Option<PathBuf>,
    /// The one guild in which commands are registered; none registers them everywhere.
    pub guild: Option<GuildId>,
    /// How long Discord may take for a request.
    pub request: Duration,
    /// How long a shard may show no sign of life.
    pub watchdog: Duration,
    /// Whether messages that mention the bot are answered.
    pub mention_answers: bool,
    /// Channels in which every message is answered; needs the Message Content intent.
    pub answer_channels: Vec<u64>,
    /// Roles whose holders are moderators.
    pub moderator_roles: Vec<u64>,
    /// Servers whose moderators may use the moderators' commands; empty for every server.
    pub moderator_servers: Vec<u64>,
    /// Questions that a person may ask at once.
    pub burst: u32,
    /// Seconds after which a person may ask one more.
    pub cooldown: Duration,
    /// Which shards this process runs, of how many; none for all that Discord recommends.
    pub shards: Option<(u32, u32, u32)>,
    /// How long a piece of work takes before it is told how far it is, and then again.
    pub progress: Duration,
    /// How long answers in flight may take when the bot is told to stop.
    pub drain: Duration,
}

const REQUEST: Duration = Duration::from_secs(8);
/// Two and a half heartbeats: one may be late, two are not.
const WATCHDOG: Duration = Duration::from_millis(41_250 * 5 / 2);
const BURST: u32 = 15;
const COOLDOWN: Duration = Duration::from_secs(2);
const PROGRESS: Duration = Duration::from_secs(3);
const DRAIN: Duration = Duration::from_secs(5);

impl ServeSettings {
    /// Makes settings with a token and defaults for the rest.
    pub fn with_token(token: impl Into<String>) -> Self {
        Self {
            token: SecretString::from(token.into()),
            api: None,
            resolve: None,
            authority: None,
            guild: None,
            request: REQUEST,
            watchdog: WATCHDOG,
            mention_answers: true,
            answer_channels: Vec::new(),
            moderator_roles: Vec::new(),
            moderator_servers: Vec::new(),
            burst: BURST,
            cooldown: COOLDOWN,
            shards: None,
            progress: PROGRESS,
            drain: DRAIN,
        }
    }

    /// Reads what the environment says, over the settings' file.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the bot reads the environment"
    )]
    pub fn from_environment(file: &DiscordSettings) -> Result<Self, SettingError> {
        Self::read(file, |name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    fn read(
        file: &DiscordSettings,
        variable: impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, SettingError> {
        let path = &file.token_file;
        let token = match (variable("DISCORD_TOKEN"), path.as_os_str().is_empty()) {
            (Some(token), _) => token,
            (None, false) => fs_err::read_to_string(path)
                .map_err(|source| SettingError::TokenFile { path: path.to_owned(), source })?,
            (None, true) => return Err(SettingError::NoToken),
        };
        let token = token.trim().trim_start_matches("Bot ").to_owned();
        if token.is_empty() {
            return Err(SettingError::NoToken);
        }
        let mut settings = Self::with_token(token);
        settings.mention_answers = file.mention_answers;
        settings.answer_channels.clone_from(&file.answer_channels);
        settings.moderator_roles.clone_from(&file.moderator_roles);
        settings.moderator_servers.clone_from(&file.moderator_servers);
        settings.burst = file.burst;
        settings.cooldown = Duration::from_secs(file.cooldown_seconds);
        settings.api =
            variable("MADOGUCHI_DISCORD_API").map(|api| api.trim_end_matches('/').to_owned());
        settings.authority = variable("MADOGUCHI_DISCORD_CA").map(PathBuf::from);
        settings.resolve =
            parsed(&variable, "MADOGUCHI_DISCORD_RESOLVE", "an address such as 127.0.0.1:8443")?;
        settings.guild = parsed(&variable, "MADOGUCHI_GUILD", "a guild's id")?;
        if let Some(seconds) =
            parsed::<u64>(&variable, "MADOGUCHI_WATCHDOG_SECS", "a number of seconds")?
        {
            settings.watchdog = Duration::from_secs(seconds.max(1));
        }
        if let Some(range) = variable("MADOGUCHI_SHARDS") {
            let shards = shard_range(&range).ok_or(SettingError::Variable {
                name: "MADOGUCHI_SHARDS",
                value: range,
                expected: "a range of shards and how many there are, such as 0-3/8",
            })?;
            settings.shards = Some(shards);
        }
        Ok(settings)
    }
}

fn parsed<T: std::str::FromStr>(
    variable: &impl Fn(&'static str) -> Option<String>,
    name: &'static str,
    expected: &'static str,
) -> Result<Option<T>, SettingError> {
    variable(name)
        .map(|value| value.parse().map_err(|_| SettingError::Variable { name, value, expected }))
        .transpose()
}

fn shard_range(text: &str) -> Option<(u32, u32, u32)> {
    let (range, total) = text.split_once('/')?;
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let (first, last, total) =
        (first.parse().ok()?, last.parse().ok()?, total.parse::<u32>().ok()?);
    (first <= last && last < total).then_some((first, last, total))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<ServeSettings, String> {
        let variable = |name: &'static str| {
            pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        let file = crate::settings::Settings::defaults().discord;
        ServeSettings::read(&file, variable).map_err(|error| error.to_string())
    }

    #[test]
    fn the_environment_is_read() {
        let settings = read(&[
            ("DISCORD_TOKEN", " Bot abc\n"),
            ("MADOGUCHI_DISCORD_API", "http://127.0.0.1:1/"),
            ("MADOGUCHI_GUILD", "300000000000000001"),
            ("MADOGUCHI_WATCHDOG_SECS", "5"),
            ("MADOGUCHI_SHARDS", "0-3/8"),
        ])
        .unwrap();
        assert_eq!(settings.token.expose_secret(), "abc");
        assert_eq!(settings.api.as_deref(), Some("http://127.0.0.1:1"));
        assert_eq!(settings.watchdog, Duration::from_secs(5));
        assert_eq!(settings.shards, Some((0, 3, 8)));
        assert!(!format!("{settings:?}").contains("abc"), "the token shows in a log");
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(read(&[]).unwrap_err().contains("DISCORD_TOKEN"));
        for (name, value) in
            [("MADOGUCHI_GUILD", "x"), ("MADOGUCHI_GUILD", "0"), ("MADOGUCHI_SHARDS", "4-3/8")]
        {
            let error = read(&[("DISCORD_TOKEN", "abc"), (name, value)]).unwrap_err();
            assert!(error.contains(name), "{error}");
        }
    }
}
