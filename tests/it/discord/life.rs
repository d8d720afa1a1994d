//! From start to stop: registration, a failing Discord, a refused intent, the end.

use std::process::Stdio;
use std::time::Duration;

use axum::http::Method;
use madoguchi::discord::ServeError;
use serde_json::json;
use tokio::time::timeout;

use super::stand_in::{BOT, Discord, Harm, PATIENCE, Person, SERVICE, Stage, mention};

const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";
const MESSAGE_CONTENT: u64 = 1 << 15;

#[tokio::test]
async fn commands_are_registered_once_and_then_left_alone() {
    let first = Stage::ready().await;
    let commands = first.discord.commands();
    assert_eq!(commands.len(), 12);
    let discord = Discord::start().await;
    discord.keep_commands(commands);
    let second = Stage::start(discord, SERVICE.clone(), |_| {});
    // Registration has ended once it asked what is registered everywhere.
    let everywhere = format!("/applications/{BOT}/commands");
    second.discord.wait("GET", &everywhere).await;
    assert_eq!(second.discord.requests("PUT", "/commands").len(), 0);
}

#[tokio::test]
async fn a_failing_discord_is_waited_for() {
    let discord = Discord::start().await;
    discord.fail(Method::GET, "/gateway", 503);
    discord.fail(Method::GET, "/gateway", 502);
    discord.fail(Method::PUT, "/commands", 500);
    let stage = Stage::start(discord, SERVICE.clone(), |_| {});
    stage.discord.wait_for("PUT", "/commands", 2).await;
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
}

#[tokio::test]
async fn a_refused_token_ends_the_bot() {
    let discord = Discord::start().await;
    discord.fail(Method::GET, "/gateway/bot", 401);
    let mut stage = Stage::start(discord, SERVICE.clone(), |_| {});
    let ended = timeout(PATIENCE, &mut stage.bot).await.expect("it ends").expect("no panic");
    assert!(matches!(ended, Err(ServeError::TokenRefused)), "{ended:?}");
}

#[tokio::test]
async fn no_privileged_intent_is_asked_for() {
    let stage = Stage::ready().await;
    assert_eq!(stage.discord.intents() & (MESSAGE_CONTENT | 1 << 1 | 1 << 8), 0);
}

#[tokio::test]
async fn the_bot_goes_on_without_an_intent_that_is_refused() {
    let discord = Discord::start().await;
    discord.refuse_intents(MESSAGE_CONTENT);
    let stage = Stage::start(discord, SERVICE.clone(), |settings| {
        settings.answer_channels = vec![1];
    });
    stage.discord.wait("PUT", "/commands").await;
    assert_eq!(stage.discord.intents() & MESSAGE_CONTENT, 0);
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
}

#[tokio::test]
async fn an_answer_is_sent_again_where_discord_fails() {
    let stage = Stage::ready().await;
    let discord = &stage.discord;
    discord.fail(Method::POST, "/callback", 500);
    let payload = discord.command_payload(
        "ask",
        json!([{"name": "question", "type": 3, "value": TOWERS}]),
        &Person::alice(),
    );
    let token = payload["token"].as_str().expect("a token").to_owned();
    // Twice from the gateway, once answered: the failure is sent again and the copy is left alone.
    discord.dispatch("INTERACTION_CREATE", &payload);
    discord.dispatch("INTERACTION_CREATE", &payload);
    discord.wait_for("POST", &token, 2).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(discord.requests("POST", &token).len(), 2);

    discord.fail(Method::PATCH, "/webhooks", 502);
    let options = json!([{"name": "reload", "type": 1, "options": []}]);
    let reload = discord.command("data", options, &Person::moderator()).await;
    discord.wait_for("PATCH", &reload.token, 2).await;
}

#[tokio::test]
async fn an_answer_arrives_where_the_connection_is_cut() {
    let stage = Stage::ready().await;
    stage.discord.harm(Method::POST, "/callback", Harm::Reset);
    let alice = Person::alice();
    let asked = stage.discord.ask(TOWERS, &alice);
    let answer = timeout(PATIENCE, asked).await.expect("sent again");
    assert!(answer.text().contains("108"), "{}", answer.text());
}

#[tokio::test]
async fn a_dropped_gateway_is_resumed() {
    let stage = Stage::ready().await;
    stage.discord.drop_gateways();
    // serenity identifies anew no sooner than five seconds after the last time; a resume comes at once, with what was
    // asked in between.
    let answer = stage.discord.ask(TOWERS, &Person::alice()).await;
    assert!(answer.text().contains("108"));
    assert_eq!(stage.discord.n_resumed(), 1);
    assert_eq!(stage.discord.identified().len(), 1, "identified anew instead of resuming");
}

#[tokio::test]
async fn a_connection_without_acknowledgements_is_resumed() {
    let discord = Discord::start().await;
    // Between what the bot takes for overdue and what serenity does lie three seconds: time for a busy machine.
    discord.beat_every(Duration::from_secs(4));
    let stage = Stage::start(discord, SERVICE.clone(), |settings| {
        settings.watchdog = Duration::from_secs(12);
    });
    stage.discord.acknowledge_only(1);
    let resumed = async {
        while stage.discord.n_resumed() == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, resumed).await.expect("it is noticed");
    stage.discord.acknowledge_only(usize::MAX);
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
    assert_eq!(stage.discord.identified().len(), 1, "identified anew instead of resuming");
}

#[tokio::test]
async fn a_gateway_that_drops_again_and_again_is_resumed_each_time() {
    let stage = Stage::start(Discord::start().await, SERVICE.clone(), |settings| {
        // Shorter than all drops together, and long enough for one on a busy machine.
        settings.watchdog = Duration::from_secs(3);
    });
    stage.discord.wait("PUT", "/commands").await;
    for _ in 0..12 {
        stage.discord.drop_gateways();
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
    }
    assert_eq!((stage.discord.n_resumed(), stage.discord.identified().len()), (12, 1));
    assert!(!stage.bot.is_finished());
}

#[tokio::test]
async fn a_range_of_shards_is_started_and_no_other() {
    let stage = Stage::start(Discord::start().await, SERVICE.clone(), |settings| {
        settings.shards = Some((2, 3, 8));
    });
    let started = async {
        while stage.discord.identified().len() < 2 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(PATIENCE, started).await.expect("both start");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(stage.discord.identified(), [json!([2, 8]), json!([3, 8])]);
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
}

#[tokio::test]
async fn a_request_that_hangs_is_given_up_and_sent_again() {
    let stage = Stage::start(Discord::start().await, SERVICE.clone(), |settings| {
        settings.request = Duration::from_millis(700);
    });
    stage.discord.wait("PUT", "/commands").await;
    const FOR_EVER: Harm = Harm::Late(Duration::from_hours(1));
    stage.discord.harm(Method::POST, "/callback", FOR_EVER);
    let alice = Person::alice();
    let asked = stage.discord.ask(TOWERS, &alice);
    // The bot tries for no longer than Discord's three seconds: that it comes says that it came in time.
    let answer = timeout(PATIENCE, asked).await.expect("sent again");
    assert!(answer.text().contains("108"));
    stage.discord.harm(Method::PATCH, "/webhooks", FOR_EVER);
    let reload = stage.discord.sub("data", "reload", json!([]), &Person::moderator()).await;
    assert!(!stage.discord.delivered(&reload).await.text().is_empty());
    stage.discord.harm(Method::POST, "/messages", FOR_EVER);
    stage.discord.dispatch("MESSAGE_CREATE", &mention(super::stand_in::BOB, TOWERS));
    stage.discord.wait("POST", "/messages").await;
}

#[tokio::test]
async fn the_global_limit_holds_every_message_back_and_no_answer_to_a_command() {
    let stage = Stage::start(Discord::start_secure().await, SERVICE.clone(), |_| {});
    stage.discord.wait("PUT", "/commands").await;
    let limit = Harm::Limit { seconds: 4, global: true };
    stage.discord.harm(Method::POST, "/messages", limit);
    stage.discord.dispatch("MESSAGE_CREATE", &mention(super::stand_in::BOB, TOWERS));
    let limited = stage.discord.wait("POST", "/messages").await;
    let mut elsewhere = mention(super::stand_in::ALICE, TOWERS);
    elsewhere["channel_id"] = json!("300000000000000102");
    stage.discord.dispatch("MESSAGE_CREATE", &elsewhere);
    assert!(stage.discord.ask(TOWERS, &Person::alice()).await.text().contains("108"));
    let n_messages = stage.discord.requests("POST", "/messages").len();
    assert_eq!(n_messages, 1, "the limit does not count an answer to a command");
    let next = stage.discord.wait_for("POST", "/messages", 2).await;
    assert!(next.at - limited.at >= Duration::from_millis(3_900), "{:?}", next.at - limited.at);
    stage.discord.wait_for("POST", "/messages", 3).await;
}

/// Starts the real program, so that a signal reaches it alone.
fn program(discord: &Discord) -> std::process::Child {
    program_over(discord, std::path::Path::new("seeds"))
}

fn program_over(discord: &Discord, seeds: &std::path::Path) -> std::process::Child {
    let index = tempfile::TempDir::new().expect("a temporary folder").keep();
    std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["serve"])
        .env("DISCORD_TOKEN", "a.stand-in.token")
        .env("MADOGUCHI_DISCORD_API", &discord.address)
        .env("MADOGUCHI_GUILD", super::stand_in::GUILD)
        .env("MADOGUCHI_INDEX", index)
        .env("MADOGUCHI_SEEDS", seeds)
        .env("RUST_LOG", "info")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn sigterm_lets_an_answer_in_flight_arrive() {
    let discord = Discord::start().await;
    let child = program(&discord);
    let id = child.id().to_string();
    // The index is built first.
    timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
    let options = json!([{"name": "reload", "type": 1, "options": []}]);
    let reload = discord.command("data", options, &Person::moderator()).await;
    discord.dispatch("MESSAGE_CREATE", &mention(super::stand_in::BOB, TOWERS));
    let kill = std::process::Command::new("kill").args(["-TERM", &id]).status();
    assert!(kill.expect("there is a kill").success());
    let ended = tokio::task::spawn_blocking(move || child.wait_with_output());
    let output =
        timeout(PATIENCE, ended).await.expect("it ends").expect("no panic").expect("output");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(discord.requests("PATCH", &reload.token).len(), 1, "left at thinking…");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(!log.contains("a.stand-in.token"), "the token is in the log");
    assert!(!log.contains(&reload.token), "an interaction's token is in the log");
    assert!(!log.contains("津波"), "a question is in the log");
    assert!(!log.contains('\u{1b}'), "colours where there is no terminal");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn sighup_takes_in_what_lies_in_the_folders() {
    const MINATO: &str = "minato-osaka-r3-management-policy.txt";
    let installation = crate::support::Installation::new(&[MINATO]);
    let discord = Discord::start().await;
    let mut child = program_over(&discord, &installation.paths.seeds);
    timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
    assert!(discord.ask(TOWERS, &Person::alice()).await.text().contains("108か所"));
    let seed = installation.paths.seeds.join(MINATO);
    let text = std::fs::read_to_string(&seed).expect("the seed is there");
    std::fs::write(&seed, text.replace("108か所", "109か所")).expect("written");
    let kill = std::process::Command::new("kill").args(["-HUP", &child.id().to_string()]).status();
    assert!(kill.expect("there is a kill").success());
    let seen = async {
        while !discord.ask(TOWERS, &Person::alice()).await.text().contains("109か所") {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    timeout(PATIENCE, seen).await.expect("it is taken in");
    child.kill().expect("it still runs");
    child.wait().expect("it ends");
}
