//! Transcripts of commands; they are also the manual's examples.

use std::path::Path;

use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;
use madoguchi::store::Store;

use crate::support::{Installation, SEEDS};

#[test]
fn commands_do_as_their_transcripts_say() {
    let index = tempfile::tempdir().expect("a temporary folder");
    let paths =
        Paths { config: "config".into(), seeds: "seeds".into(), index: index.path().to_owned() };
    // Built once: the transcripts run side by side.
    AnswerService::open(paths, Settings::defaults(), &Silent).expect("the seeds can be opened");
    trycmd::TestCases::new()
        .env("MADOGUCHI_INDEX", index.path().to_string_lossy())
        .case("tests/cli/*.trycmd")
        .run();
}

#[test]
fn an_index_is_built_once_and_told() {
    let index = tempfile::tempdir().expect("a temporary folder");
    trycmd::TestCases::new()
        .env("MADOGUCHI_INDEX", index.path().to_string_lossy())
        .case("tests/cli/index/*.trycmd")
        .run();
}

#[test]
fn documents_are_looked_after() {
    let installation = Installation::new(&SEEDS);
    let folder = |path: &Path| path.to_string_lossy().into_owned();
    trycmd::TestCases::new()
        .env("MADOGUCHI_CONFIG", folder(&installation.paths.config))
        .env("MADOGUCHI_SEEDS", folder(&installation.paths.seeds))
        .env("MADOGUCHI_INDEX", folder(&installation.paths.index))
        .case("tests/cli/data/*.trycmd")
        .run();
}

#[test]
fn an_installation_is_examined() {
    let installation = Installation::new(&SEEDS);
    let token = installation.paths.config.join("the-token");
    let folder = |path: &Path| path.to_string_lossy().into_owned();
    let run = |case: &str| {
        trycmd::TestCases::new()
            .env("MADOGUCHI_CONFIG", folder(&installation.paths.config))
            .env("MADOGUCHI_SEEDS", folder(&installation.paths.seeds))
            .env("MADOGUCHI_INDEX", folder(&installation.paths.index))
            .env("DISCORD_TOKEN", "")
            .case(case)
            .run();
    };
    run("tests/cli/doctor/new.trycmd");
    drop(Store::open(&installation.paths.index, &Settings::defaults().store));
    std::fs::write(&token, "a.secret.token").expect("written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(&token, open).expect("a mode");
    }
    let settings = format!("[discord]\ntoken-file = {:?}\n", folder(&token));
    std::fs::write(installation.paths.config.join("madoguchi.toml"), settings).expect("written");
    run("tests/cli/doctor/later.trycmd");
}

#[test]
fn what_is_remembered_is_backed_up_and_put_back() {
    let index = tempfile::tempdir().expect("a temporary folder");
    let root = std::env::current_dir().expect("a folder");
    let run = |case: &str| {
        trycmd::TestCases::new()
            .env("MADOGUCHI_CONFIG", root.join("config").to_string_lossy())
            .env("MADOGUCHI_INDEX", index.path().to_string_lossy())
            .case(case)
            .run();
    };
    run("tests/cli/backup/none.trycmd");
    let store = Store::open(index.path(), &Settings::defaults().store);
    run("tests/cli/backup/running.trycmd");
    drop(store);
    run("tests/cli/backup/stopped.trycmd");
}

#[test]
fn every_command_is_put_together_well() {
    // Only a build with debug assertions looks.
    for command in ["ask", "chat", "data", "doctor", "backup", "serve", "man"] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        let output = program.args([command, "--help"]).output().expect("it runs");
        assert!(output.status.success(), "{output:?}");
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |args: &[&str]| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        let output = program.args(args).output().expect("it runs");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("text")
    };
    let own = run(&["man"]);
    assert!(own.contains(".TH madoguchi 1"), "{own}");
    run(&["man", "--out", &folder.path().to_string_lossy()]);
    let mut pages = std::fs::read_dir(folder.path()).expect("a folder").count();
    for command in ["ask", "serve", "doctor", "backup", "restore", "data-apply", "man"] {
        let page = std::fs::read_to_string(folder.path().join(format!("madoguchi-{command}.1")));
        assert!(page.expect("a page").contains(".SH SYNOPSIS"), "{command}");
        pages -= 1;
    }
    assert!(pages > 10);
    let hidden = folder.path().join("madoguchi-pdf-text.1");
    assert!(!hidden.exists(), "a page for what is hidden");
}

#[test]
fn what_keeps_a_bot_from_starting_is_told_with_what_to_do() {
    let installation = Installation::new(&[]);
    let (config, index) = (&installation.paths.config, &installation.paths.index);
    let serve = |token: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_madoguchi"))
            .arg("serve")
            .env("MADOGUCHI_CONFIG", config)
            .env("MADOGUCHI_INDEX", index)
            .env("DISCORD_TOKEN", token)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8(output.stderr).expect("text")
    };
    let told = serve("");
    assert!(
        told.contains("error: no token: ") && told.contains("hint: the token stands"),
        "{told}"
    );
    std::fs::write(config.join("madoguchi.toml"), "[discord]\ntoken-file = \"no/such/file\"\n")
        .expect("a file");
    let told = serve("");
    assert!(told.contains("no/such/file") && told.contains("hint: see that the file"), "{told}");
    std::fs::write(config.join("locales/discord.ja.ftl"), "button-delete けす\n").expect("a file");
    let told = serve("a.stand-in.token");
    assert!(told.contains("discord.ja.ftl:1: ") && told.contains("hint: write `name"), "{told}");
    assert!(!index.join("CURRENT").exists(), "it was built for nothing");
}
