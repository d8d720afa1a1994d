//! Transcripts of commands; they are also the manual's examples.

use std::path::Path;

use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

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
