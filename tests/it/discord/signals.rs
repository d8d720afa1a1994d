//! SIGHUP and SIGTERM at moments that nobody chose.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;
use tokio::time::{sleep, timeout};

use super::stand_in::{Discord, GUILD, PATIENCE, Person};
use crate::support::Installation;

const NISHI: &str = "nishi-osaka-r2-management-policy.txt";

fn send(signal: &str, child: &Child) {
    let status = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(status.expect("there is a kill").success());
}

/// Starts the real program over an installation.
fn serve(discord: &Discord, paths: &Paths) -> Child {
    Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .arg("serve")
        .env("DISCORD_TOKEN", "a.stand-in.token")
        .env("MADOGUCHI_DISCORD_API", &discord.address)
        .env("MADOGUCHI_GUILD", GUILD)
        .env("MADOGUCHI_CONFIG", &paths.config)
        .env("MADOGUCHI_SEEDS", &paths.seeds)
        .env("MADOGUCHI_INDEX", &paths.index)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn signals_at_any_moment_leave_the_data_whole() {
    let installation = Installation::quick(&[NISHI]);
    let paths = &installation.paths;
    installation.open();
    let seed = paths.seeds.join(NISHI);
    let text = std::fs::read_to_string(&seed).expect("the seed is there");
    for (pause, number) in [0, 50, 200, 800].into_iter().zip(1..) {
        let discord = Discord::start().await;
        let mut child = serve(&discord, paths);
        timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
        // A reload is under way, two more are wanted, and then the end.
        std::fs::write(&seed, format!("{text}\n第{number}案\n")).expect("written");
        for _ in 0..3 {
            send("-HUP", &child);
        }
        sleep(Duration::from_millis(pause)).await;
        send("-TERM", &child);
        let ended = tokio::task::spawn_blocking(move || child.wait());
        let ended = timeout(PATIENCE, ended).await.expect("it ends").expect("no panic");
        assert_eq!(ended.expect("a status").code(), Some(0), "after {pause} ms");
        let live = AnswerService::open_live(paths.clone(), Settings::defaults(), &Silent);
        let live = live.expect("whole data");
        assert_eq!(live.corpus().documents().len(), 1);
        assert!(live.corpus().measures().next().is_some(), "after {pause} ms");
    }
    // What the last one may not have come to is taken in by the next start.
    let fingerprint = installation.open().manifest().fingerprint;
    let checked = AnswerService::build(paths, &Settings::defaults(), false, "", &Silent);
    let (manifest, is_new) = checked.expect("an index");
    assert!(!is_new && manifest.fingerprint == fingerprint);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_while_the_index_is_built_leads_to_a_reload() {
    let installation = Installation::quick(&[NISHI]);
    let discord = Discord::start().await;
    let mut child = serve(&discord, &installation.paths);
    let begun = async {
        while !installation.paths.index.exists() {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(PATIENCE, begun).await.expect("it begins to build");
    send("-HUP", &child);
    timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
    send("-TERM", &child);
    let ended = tokio::task::spawn_blocking(move || child.wait());
    let ended = timeout(PATIENCE, ended).await.expect("it ends").expect("no panic");
    assert_eq!(ended.expect("a status").code(), Some(0));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_start_without_the_documents_goes_on_with_those_from_before() {
    let installation = Installation::quick(&[NISHI]);
    installation.open();
    // A folder that was not mounted.
    std::fs::remove_dir_all(&installation.paths.seeds).expect("removed");
    let discord = Discord::start().await;
    let mut child = serve(&discord, &installation.paths);
    timeout(Duration::from_mins(2), discord.wait_ready()).await.expect("it starts");
    let answer = discord.ask("大阪市西区の見守り", &Person::alice()).await;
    assert!(answer.text().contains("地域における見守り活動の支援"), "{}", answer.text());
    child.kill().expect("it still runs");
    child.wait().expect("it ends");
}
