//! What must not stand in a log, however talkative it is set.

use std::process::{Command, Stdio};
use std::time::Duration;

use axum::http::Method;
use serde_json::json;
use tokio::time::timeout;

use super::stand_in::{BOB, Discord, GUILD, PATIENCE, Person, mention};

const TOKEN: &str = "MTE3NjM4NDE2NTgxMDk1NDI1MA.a-secret.of-the-stand-in";
const QUESTION: &str = "大阪市港区の津波避難ビルはいくつありますか";

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn no_log_holds_a_token_or_a_question() {
    let discord = Discord::start().await;
    // What goes wrong is logged with its reason.
    discord.fail(Method::POST, "/callback", 500);
    discord.fail(Method::PATCH, "/webhooks", 502);
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let log = folder.path().join("log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["--log", "trace,serenity::gateway::ws=trace,serenity::http=trace", "serve"])
        .env("DISCORD_TOKEN", TOKEN)
        .env("MADOGUCHI_DISCORD_API", &discord.address)
        .env("MADOGUCHI_GUILD", GUILD)
        .env("MADOGUCHI_INDEX", folder.path().join("index"))
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).expect("a file"))
        .spawn()
        .expect("the program starts");
    timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
    let asked = discord.ask(QUESTION, &Person::alice()).await;
    discord.dispatch("MESSAGE_CREATE", &mention(BOB, QUESTION));
    let options = json!([{"name": "reload", "type": 1, "options": []}]);
    let reload = discord.command("data", options, &Person::moderator()).await;
    discord.wait_for("PATCH", &reload.token, 2).await;
    // serenity writes out what it cannot read.
    discord.dispatch("INTERACTION_CREATE", &json!({"token": "token-of-nothing", "data": QUESTION}));
    tokio::time::sleep(Duration::from_millis(300)).await;
    let kill = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    assert!(kill.expect("there is a kill").success());
    let ended = tokio::task::spawn_blocking(move || child.wait());
    timeout(PATIENCE, ended).await.expect("it ends").expect("no panic").expect("a status");

    let log = std::fs::read_to_string(&log).expect("a log");
    assert!(log.contains("INFO") && log.contains("will send again"), "something is logged: {log}");
    for secret in [TOKEN, asked.token.as_str(), reload.token.as_str(), "token-", "津波"] {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} is in the log");
    }
}
