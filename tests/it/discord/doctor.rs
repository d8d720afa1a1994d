//! What the doctor learns from Discord, and that it only asks.

use madoguchi::discord::{ServeSettings, examine, not_asked};
use madoguchi::doctor::{Check, Finding, State};
use madoguchi::locale::{Locale, Locales};
use madoguchi::question::Language;

use super::stand_in::{Discord, GUILD, NEEDED, SERVICE, Stage, TOKEN};

fn locale() -> Locale {
    Locales::built_in().take(Language::Japanese)
}

async fn examined(discord: &Discord, change: impl FnOnce(&mut ServeSettings)) -> Vec<Finding> {
    let mut settings = ServeSettings::with_token(TOKEN);
    settings.api = Some(discord.address.clone());
    settings.guild = GUILD.parse().ok();
    change(&mut settings);
    examine(Ok(settings), false, &locale()).await
}

fn find(findings: &[Finding], check: Check) -> &Finding {
    findings.iter().find(|finding| finding.check == check).expect("it is looked at")
}

/// The findings without the clock's, whose seconds differ.
fn told(findings: &[Finding]) -> String {
    let locale = locale();
    let lines = findings.iter().filter(|finding| finding.check != Check::Clock).map(|finding| {
        let advice = finding.advice.iter().map(|advice| format!("\n    → {advice}"));
        let state = finding.state.name(&locale);
        format!("{state} {}{}", finding.line(&locale), advice.collect::<String>())
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_bot_that_is_set_up_is_well() {
    let stage = Stage::start(Discord::start().await, SERVICE.clone(), |_| {});
    stage.discord.wait("PUT", "/commands").await;
    let findings = examined(&stage.discord, |_| {}).await;
    assert_eq!(find(&findings, Check::Clock).state, State::Ok);
    insta::assert_snapshot!(told(&findings));
    assert!(findings.iter().all(|finding| finding.state == State::Ok));
    assert!(!format!("{findings:?}").contains(TOKEN));
}

#[tokio::test]
async fn what_is_wrong_is_told_with_what_to_do() {
    let discord = Discord::start().await;
    discord.change_account(|account| {
        account.servers = vec![
            (GUILD, "港区", NEEDED & !(1 << 14 | 1 << 38)),
            ("300000000000000002", "西区", 1 << 3),
        ];
        account.starts = 0;
        account.date = Some("Thu, 01 Jan 2026 00:00:00 GMT");
    });
    let findings = examined(&discord, |settings| settings.answer_channels = vec![1]).await;
    assert_eq!(find(&findings, Check::Clock).state, State::Todo);
    insta::assert_snapshot!(told(&findings));
    let writes = ["POST", "PUT", "PATCH", "DELETE"];
    assert!(writes.iter().all(|method| discord.requests(method, "/").is_empty()));
    discord.change_account(|account| account.flags = 1 << 19);
    let findings = examined(&discord, |settings| settings.answer_channels = vec![1]).await;
    assert_eq!(find(&findings, Check::Intents).state, State::Ok);
}

#[tokio::test]
async fn a_bot_without_a_server_is_told_how_to_be_invited() {
    let discord = Discord::start().await;
    discord.change_account(|account| account.servers.clear());
    let findings = examined(&discord, |_| {}).await;
    let server = find(&findings, Check::Server);
    assert_eq!(server.state, State::Advice);
    assert!(server.advice.as_ref().is_some_and(|it| it.contains("permissions=274878024704")));
}

#[tokio::test]
async fn a_refused_token_is_told_and_the_rest_is_open() {
    let discord = Discord::start().await;
    discord.fail(axum::http::Method::GET, "/users/@me", 401);
    insta::assert_snapshot!(told(&examined(&discord, |_| {}).await));
}

#[tokio::test]
async fn a_failing_discord_is_no_fault_of_the_installation() {
    let discord = Discord::start().await;
    discord.fail(axum::http::Method::GET, "/users/@me/guilds", 503);
    let findings = examined(&discord, |_| {}).await;
    assert_eq!(find(&findings, Check::Server).state, State::Unchecked);
    assert!(find(&findings, Check::Server).text.contains("503"));
    assert!(!findings.iter().any(|finding| finding.state == State::Todo), "{findings:?}");
}

#[tokio::test]
async fn without_a_network_everything_is_open() {
    let discord = Discord::start().await;
    let findings = examined(&discord, |settings| {
        // Nobody listens there.
        settings.api = Some("http://127.0.0.1:9".to_owned());
    })
    .await;
    assert!(findings.iter().all(|finding| finding.state == State::Unchecked), "{findings:?}");
    assert!(find(&findings, Check::Clock).advice.is_some());
    let offline = not_asked(Ok(ServeSettings::with_token(TOKEN)), &locale());
    assert!(offline.iter().all(|finding| finding.state == State::Unchecked), "{offline:?}");
    assert_eq!(offline.len(), findings.len());
}
