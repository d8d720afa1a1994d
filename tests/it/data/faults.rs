//! Faults of the machine: a disk without room, a clock that jumps back.

use std::fs;
use std::path::Path;
use std::process::Command;

use madoguchi::index::Manifest;
use madoguchi::service::{AnswerService, Silent};
use madoguchi::settings::Settings;

use super::{MINATO, NISHI, WHO, amount, reopened, set_amount};
use crate::support::Installation;

/// Writing beyond the limit of a file's size fails as writing to a full disk does.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_on_the_way_leaves_the_old_data() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    let paths = &installation.paths;
    let before = installation.open().manifest();
    set_amount(&installation, "2,800");
    let mut n_failed = 0;
    // In blocks of 512 bytes: from the first file to the last.
    for blocks in [1, 16, 100, 400, 1600, 6400] {
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let output = Command::new("sh")
            .args(["-c", limited.as_str(), "sh", env!("CARGO_BIN_EXE_madoguchi"), "index"])
            .args(["--config".as_ref(), paths.config.as_os_str()])
            .args(["--seeds".as_ref(), paths.seeds.as_os_str()])
            .args(["--index".as_ref(), paths.index.as_os_str()])
            .output()
            .expect("there is a shell");
        let told = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            continue;
        }
        n_failed += 1;
        assert_eq!(output.status.code(), Some(3), "{blocks}: {told}");
        assert!(told.contains("error: ") && told.contains("hint: "), "{blocks}: {told}");
        let live = AnswerService::open_live(paths.clone(), Settings::defaults(), &Silent);
        let live = live.expect("the old data");
        assert_eq!(live.manifest(), before, "{blocks}");
        assert_eq!(amount(&live), Some(2_738_000), "{blocks}");
        let left: Vec<_> = fs::read_dir(&paths.index)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with(".building-"))
            .collect();
        assert!(left.is_empty(), "{blocks}: {left:?} takes room");
    }
    assert!(n_failed > 1, "the limit was felt");
    assert_eq!(amount(&reopened(&installation)), Some(2_800_000));
}

/// Lets all generations be built in the time to come.
pub fn build_in_the_future(index: &Path) {
    for entry in fs::read_dir(index).expect("a folder").flatten() {
        let file = entry.path().join("manifest.json");
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let mut manifest: Manifest = serde_json::from_str(&text).expect("a manifest");
        manifest.built.replace_range(..4, "2999");
        fs::write(&file, serde_json::to_string(&manifest).expect("JSON")).expect("a file");
    }
}

#[test]
fn a_clock_that_jumps_back_changes_nothing() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    installation.open();
    build_in_the_future(&installation.paths.index);
    let service = reopened(&installation);
    let first = service.manifest();
    assert!(first.built.starts_with("2999"), "{first:?}");
    for thousands in ["2,800", "2,900", "3,000", "3,100"] {
        set_amount(&installation, thousands);
        service.reload(WHO, &Silent).expect("a reload");
        let wanted = Some(thousands.replace(',', "").parse::<i64>().expect("a number") * 1000);
        assert_eq!(amount(&service), wanted);
        assert_eq!(amount(&reopened(&installation)), wanted);
    }
    // The oldest went, and the one before is the one before.
    let history = service.history().expect("a history");
    assert_eq!(history.len(), 3);
    assert!(history[0].live && history.iter().all(|past| past.manifest != first));
    service.rollback(WHO, None).expect("one before");
    assert_eq!(amount(&service), Some(3_000_000));
}
