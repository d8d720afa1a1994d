//! Transcripts of commands; they are also the manual's examples.

use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

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
