use std::fs::{File, FileTimes};
use std::io::Write as _;

use tempfile::TempDir;

use super::*;
use crate::service::{AnswerService, Silent};
use crate::settings::Settings;

const TEXT: &str = "# 令和5年度 北町 運営方針\n\n【1-1】防災訓練\n\n毎年4月に訓練を行います。\n";

/// An installation with one document, built.
fn installation() -> (TempDir, Paths, Generation) {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| {
        let path = folder.path().join(name);
        fs::create_dir(&path).unwrap();
        path
    };
    let paths = Paths { config: path("config"), seeds: path("seeds"), index: path("index") };
    fs::write(paths.seeds.join("kita.txt"), TEXT).unwrap();
    open(&paths);
    let live = index::current(&paths.index).unwrap().unwrap();
    (folder, paths, live)
}

fn open(paths: &Paths) -> AnswerService {
    AnswerService::open(paths.clone(), Settings::defaults(), &Silent).unwrap()
}

/// Keeps how the files look, as a build would to which they had long lain still.
fn keep_as_settled(paths: &Paths, live: &Generation) {
    let stamps = Stamps::of(paths).unwrap();
    keep(&live.path, stamps.note(paths, SystemTime::now() + SETTLED));
}

#[test]
fn files_that_changed_just_now_are_not_trusted() {
    let (_folder, paths, _) = installation();
    let last = paths.seeds.join("kita.txt");
    fs::write(&last, TEXT).unwrap();
    let written = fs::metadata(&last).unwrap().modified().unwrap();
    let stamps = Stamps::of(&paths).unwrap();
    assert!(stamps.note(&paths, written).is_none());
    assert!(stamps.note(&paths, written + SETTLED / 2).is_none());
    assert!(
        stamps.note(&paths, written - Duration::from_hours(1)).is_none(),
        "the clock went back"
    );
    assert!(stamps.note(&paths, written + 2 * SETTLED).is_some());
}

#[test]
fn a_start_reads_nothing_where_all_files_look_as_before() {
    let (_folder, paths, live) = installation();
    keep_as_settled(&paths, &live);
    // Whoever reads the files sees that this is not built from them.
    let file = live.path.join("manifest.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace(&live.manifest.fingerprint, "0000000000000000")).unwrap();
    assert_eq!(open(&paths).manifest().fingerprint, "0000000000000000");
    fs::write(paths.config.join("lexicon.csv"), "").unwrap();
    assert_ne!(open(&paths).manifest().fingerprint, "0000000000000000");
}

#[test]
fn whatever_happens_to_a_file_is_seen() {
    let (_folder, paths, live) = installation();
    let seed = paths.seeds.join("kita.txt");
    let changes: [(&str, &dyn Fn()); 5] = [
        ("another size", &|| fs::write(&seed, format!("{TEXT}\n")).unwrap()),
        ("touched", &|| {
            let file = File::options().write(true).open(&seed).unwrap();
            file.set_modified(UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
        }),
        ("added", &|| fs::write(paths.seeds.join("minami.txt"), TEXT).unwrap()),
        ("removed", &|| fs::remove_file(paths.seeds.join("minami.txt")).unwrap()),
        ("config", &|| fs::write(paths.config.join("documents.toml"), "").unwrap()),
    ];
    for (what, change) in changes {
        keep_as_settled(&paths, &live);
        assert!(are_as_noted(&paths, &live), "{what}");
        change();
        assert!(!are_as_noted(&paths, &live), "{what}");
    }
    // What only stands beside the data is read anyhow.
    keep_as_settled(&paths, &live);
    fs::write(paths.config.join("contacts.toml"), "").unwrap();
    assert!(are_as_noted(&paths, &live));
}

#[cfg(unix)]
#[test]
fn a_file_of_the_same_size_whose_time_was_set_back_is_seen() {
    let (_folder, paths, live) = installation();
    let seed = paths.seeds.join("kita.txt");
    keep_as_settled(&paths, &live);
    let times = fs::metadata(&seed).unwrap();
    let times = FileTimes::new().set_modified(times.modified().unwrap());
    // The clock of the file system goes on in steps.
    std::thread::sleep(Duration::from_millis(50));
    let mut file = File::options().write(true).open(&seed).unwrap();
    file.write_all(TEXT.replace('4', "5").as_bytes()).unwrap();
    file.set_times(times).unwrap();
    drop(file);
    assert!(!are_as_noted(&paths, &live));
    let corpus = open(&paths).corpus();
    assert!(corpus.measures().any(|it| it.body.contains("毎年5月に訓練を行います。")));
}

#[test]
fn a_touched_file_is_read_once_and_builds_nothing() {
    let (_folder, paths, live) = installation();
    keep_as_settled(&paths, &live);
    let file = File::options().write(true).open(paths.seeds.join("kita.txt")).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
    assert_eq!(open(&paths).manifest(), live.manifest);
    assert_eq!(index::generations(&paths.index).unwrap().len(), 1);
}
