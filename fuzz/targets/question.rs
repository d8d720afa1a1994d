#![no_main]

use std::sync::LazyLock;

use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;

/// The repository's own documents, with an index in a temporary folder.
static SERVICE: LazyLock<AnswerService> = LazyLock::new(|| {
    let index = std::env::temp_dir().join(format!("madoguchi-fuzz-{}", std::process::id()));
    let paths = Paths { config: "config".into(), seeds: "seeds".into(), index };
    let service = AnswerService::open(paths.clone(), Settings::defaults(), &Silent);
    // What is open stays readable.
    let _ = std::fs::remove_dir_all(&paths.index);
    service.expect("the seeds can be opened")
});

// Opening takes longer than any input may.
libfuzzer_sys::fuzz_target!(
    init: { LazyLock::force(&SERVICE); },
    |bytes: &[u8]| madoguchi_fuzz::question(&SERVICE, bytes)
);
