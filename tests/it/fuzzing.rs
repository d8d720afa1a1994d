//! The inputs that the fuzz targets start from, and those that once broke something, through the same functions.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::support::SERVICE;

/// No input may take longer, in a program that is not optimised and beside other tests.
const LONGEST: Duration = Duration::from_secs(20);

fn inputs(target: &str) -> Vec<PathBuf> {
    let files = |folder: &str| {
        let folder = Path::new("fuzz").join(folder).join(target);
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let seeds = files("seeds");
    assert!(!seeds.is_empty(), "{target} has seeds");
    let mut all = [seeds, files("regressions")].concat();
    all.sort();
    all
}

fn replay(target: &str, run: impl Fn(&[u8])) {
    for path in inputs(target) {
        let bytes = std::fs::read(&path).expect("an input");
        let start = Instant::now();
        let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(&bytes)));
        assert!(ran.is_ok(), "{} breaks it, see above", path.display());
        assert!(start.elapsed() < LONGEST, "{} takes {:?}", path.display(), start.elapsed());
    }
}

#[test]
fn any_bytes_are_decoded() {
    replay("decode", targets::decode);
}

#[test]
fn any_document_is_read() {
    replay("reader", targets::reader);
}

#[test]
fn any_file_is_taken_in_or_refused() {
    replay("upload", targets::upload);
}

#[test]
fn any_question_is_answered() {
    replay("question", |bytes| targets::question(&SERVICE, bytes));
}

#[test]
fn any_custom_id_means_one_thing_or_nothing() {
    replay("custom_id", targets::custom_id);
}

#[test]
fn any_config_file_is_used_or_refused() {
    replay("config", targets::config);
}
