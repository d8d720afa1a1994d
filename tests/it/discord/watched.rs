//! The bot as a watcher sees it: counted, connected, ready.

use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::stand_in::{Discord, GUILD, PATIENCE, Person, Stage, TOKEN};
use crate::support::Installation;

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";

async fn until(condition: impl Fn() -> bool) {
    let seen = async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, seen).await.expect("it comes about");
}

#[tokio::test]
async fn a_bot_is_ready_once_it_is_connected_and_counts_what_it_is_asked() {
    let stage = Stage::ready().await;
    until(|| stage.metrics.hindrances().is_empty()).await;
    stage.discord.ask(TOWERS, &Person::alice()).await;
    stage.discord.ask("こんにちは", &Person::bob()).await;
    let text = stage.metrics.text().expect("figures");
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {name} in\n{text}")).to_owned()
    };
    assert_eq!(value(r#"madoguchi_questions_total{outcome="answered"}"#), "1");
    assert_eq!(value(r#"madoguchi_questions_total{outcome="not_found"}"#), "1");
    assert_eq!(value("madoguchi_answer_duration_seconds_count"), "2");
    assert_eq!(value(r#"madoguchi_gateway_connected{shard="0"}"#), "1");
    assert_eq!(value("madoguchi_documents"), "5");
    assert_eq!(value("madoguchi_store_usable"), "1");
    assert_eq!(value(r#"madoguchi_store_lost_total{why="dropped"}"#), "0");
    let age: f64 = value("madoguchi_generation_age_seconds").parse().expect("a number");
    assert!((0.0..3_600.0).contains(&age), "{age}");
    assert!(!text.contains("津波") && !text.contains(super::stand_in::ALICE), "{text}");
}

#[tokio::test]
async fn a_bot_whose_gateway_hangs_up_is_not_ready_and_lives() {
    let stage = Stage::ready().await;
    until(|| stage.metrics.hindrances().is_empty()).await;
    stage.discord.refuse_gateways();
    stage.discord.drop_gateways();
    until(|| !stage.metrics.hindrances().is_empty()).await;
    assert_eq!(stage.metrics.ailments(), Vec::<String>::new());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_program_serves_its_state_and_logs_for_programs() {
    let installation = Installation::quick(&["nishi-osaka-r2-management-policy.txt"]);
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = free.local_addr().expect("an address");
    drop(free);
    let file = installation.paths.config.join("madoguchi.toml");
    let settings = std::fs::read_to_string(&file).expect("the settings");
    let listening = settings.replace("listen = \"\"", &format!("listen = \"{address}\""));
    assert_ne!(listening, settings);
    std::fs::write(&file, listening).expect("written");
    let discord = Discord::start().await;
    let child = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["--log-format", "json", "serve"])
        .env("DISCORD_TOKEN", TOKEN)
        .env("MADOGUCHI_DISCORD_API", &discord.address)
        .env("MADOGUCHI_GUILD", GUILD)
        .env("MADOGUCHI_CONFIG", &installation.paths.config)
        .env("MADOGUCHI_SEEDS", &installation.paths.seeds)
        .env("MADOGUCHI_INDEX", &installation.paths.index)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let status = |path: &'static str| async move {
        let reply = reqwest::get(format!("http://{address}{path}")).await;
        reply.map_or(0, |reply| reply.status().as_u16())
    };
    let mut seen = Vec::new();
    let ready = async {
        // It lives before it is ready: it has documents to read first.
        while seen.last() != Some(&(200, 200)) {
            let now = (status("/healthz").await, status("/readyz").await);
            if seen.last() != Some(&now) {
                seen.push(now);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_mins(2), ready).await.expect("it becomes ready");
    assert!(seen.contains(&(200, 503)), "{seen:?}");
    discord.wait_ready().await;
    let id = child.id().to_string();
    let kill = std::process::Command::new("kill").args(["-TERM", &id]).status();
    assert!(kill.expect("there is a kill").success());
    let ended = tokio::task::spawn_blocking(move || child.wait_with_output());
    let output = timeout(PATIENCE, ended).await.expect("it ends").expect("no panic");
    let output = output.expect("output");
    assert_eq!(output.status.code(), Some(0));
    let log = String::from_utf8(output.stderr).expect("text");
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).expect("one object a line");
        assert!(line["level"].is_string() && line["message"].is_string(), "{line}");
    }
    assert!(log.lines().count() > 2, "{log}");
}
