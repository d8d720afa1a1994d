//! Registers the commands, only where they changed and in one scope only.
//!
//! Every write gives the commands a new version, and clients then say that a command is out of date. Commands that are
//! registered in a guild and everywhere are shown twice.

use std::sync::Arc;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serde_json::{Map, Value};
use serenity::{ApplicationId, Command, CreateCommand, GuildId, Http};
use tokio::time::sleep;

use super::reply::SendError;

const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(2);

/// Where commands are registered.
pub struct Scope {
    /// How Discord is reached.
    pub http: Arc<Http>,
    /// The application.
    pub application: ApplicationId,
    /// The one guild; none for everywhere.
    pub guild: Option<GuildId>,
    /// The guilds that the bot is in.
    pub guilds: Vec<GuildId>,
}

/// Registers the commands, and tries again until it works.
pub async fn keep_trying(scope: Scope, commands: Vec<CreateCommand>) {
    scope.http.set_application_id(scope.application);
    let mut pause = FIRST_PAUSE;
    while let Err(error) = register(&scope, &commands).await {
        tracing::warn!(%error, ?pause, "commands not registered, will try again");
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
    clear_others(&scope).await;
}

async fn register(scope: &Scope, commands: &[CreateCommand]) -> Result<(), SendError> {
    let http = &scope.http;
    let known = match scope.guild {
        Some(guild) => http.get_guild_commands_with_localizations(guild).await?,
        None => http.get_global_commands_with_localizations().await?,
    };
    if is_same(&known, commands) {
        tracing::info!(n = known.len(), "commands are up to date");
        return Ok(());
    }
    let commands = commands.to_vec();
    let registered = match scope.guild {
        Some(guild) => guild.set_commands(http, commands).await?,
        None => Command::set_global_commands(http, commands).await?,
    };
    tracing::info!(n = registered.len(), guild = ?scope.guild.map(GuildId::get), "commands registered");
    Ok(())
}

/// Removes the bot's commands from the scopes that are not used; a leftover is an annoyance and no error.
async fn clear_others(scope: &Scope) {
    let http = &scope.http;
    if scope.guild.is_some() {
        match http.get_global_commands().await {
            Ok(left) if left.is_empty() => {}
            Ok(_) => log(Command::set_global_commands(http, Vec::new()).await),
            Err(error) => log::<()>(Err(error)),
        }
        return;
    }
    for guild in &scope.guilds {
        match http.get_guild_commands(*guild).await {
            Ok(left) if left.is_empty() => {}
            Ok(_) => log(guild.set_commands(http, Vec::new()).await),
            Err(error) => log::<()>(Err(error)),
        }
    }
}

fn log<T>(cleared: serenity::Result<T>) {
    if let Err(error) = cleared {
        tracing::warn!(error = %SendError::from(error), "commands of another scope not cleared");
    }
}

/// Whether Discord has just these commands.
pub fn is_same(known: &[Command], wanted: &[CreateCommand]) -> bool {
    let sorted = |mut commands: Vec<Value>| {
        commands.sort_by_key(ToString::to_string);
        commands
    };
    let known = known.iter().filter_map(|it| serde_json::to_value(it).ok());
    let wanted = wanted.iter().filter_map(|it| serde_json::to_value(it).ok());
    sorted(known.map(|it| essence(&it)).collect())
        == sorted(wanted.map(|it| essence(&it)).collect())
}

/// Keeps of a command what we say in it, without what Discord adds and without defaults.
fn essence(value: &Value) -> Value {
    const SAID: [&str; 18] = [
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "options",
        "choices",
        "type",
        "required",
        "autocomplete",
        "value",
        "min_length",
        "max_length",
        "min_value",
        "max_value",
        "default_member_permissions",
        "contexts",
        "integration_types",
        "channel_types",
    ];
    const FREE_KEYS: [&str; 2] = ["name_localizations", "description_localizations"];
    match value {
        Value::Object(map) => {
            let mut kept = Map::new();
            for (key, value) in map {
                if !SAID.contains(&key.as_str()) {
                    continue;
                }
                let value =
                    if FREE_KEYS.contains(&key.as_str()) { value.clone() } else { essence(value) };
                let is_default = match &value {
                    Value::Null => true,
                    Value::Bool(on) => !on,
                    Value::String(text) => text.is_empty(),
                    Value::Array(list) => list.is_empty(),
                    Value::Object(map) => map.is_empty(),
                    // A slash command's type need not be written.
                    Value::Number(number) => {
                        key == "type" && number.as_u64() == Some(1) && map.contains_key("version")
                    }
                };
                if !is_default {
                    kept.insert(key.clone(), value);
                }
            }
            Value::Object(kept)
        }
        Value::Array(list) => {
            let mut list: Vec<Value> = list.iter().map(essence).collect();
            if list.iter().all(Value::is_number) {
                list.sort_by_key(Value::as_u64);
            }
            Value::Array(list)
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_discord_adds_makes_no_difference() {
        let ours = json!({"name": "ask", "description": "d", "name_localizations": {"ja": "質問"},
            "options": [{"type": 3, "name": "q", "description": "q", "required": true, "autocomplete": false}],
            "contexts": [0, 1], "integration_types": [1, 0]});
        let theirs = json!({"id": "1", "version": "2", "application_id": "3", "type": 1, "nsfw": false,
            "name": "ask", "description": "d", "name_localizations": {"ja": "質問"},
            "description_localizations": null, "default_member_permissions": null, "guild_id": "4",
            "options": [{"type": 3, "name": "q", "description": "q", "required": true}],
            "contexts": [0, 1], "integration_types": [0, 1]});
        assert_eq!(essence(&ours), essence(&theirs));
        let mut other = theirs.clone();
        other["options"][0]["required"] = json!(false);
        assert_ne!(essence(&ours), essence(&other));
        other = theirs;
        other["name_localizations"]["ja"] = json!("問");
        assert_ne!(essence(&ours), essence(&other));
    }
}
