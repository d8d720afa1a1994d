//! Faults of the machine: a disk without room, a clock that jumps back.

use std::fs;
use std::path::Path;
use std::process::Command;

use madoguchi::doctor;
use madoguchi::error::Error;
use madoguchi::index::{self, Manifest};
use madoguchi::library::LibraryError;
use madoguchi::locale::Locales;
use madoguchi::question::Language;
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

/// A folder that cannot be written to answers, as long as what it was built from stays as it is.
#[test]
fn opening_and_answering_write_nothing_into_a_generation() {
    let installation = Installation::quick(&[NISHI, MINATO]);
    installation.open();
    let live = index::current(&installation.paths.index).expect("an index").expect("one is live");
    let search = live.path.join("search");
    let names = || -> Vec<_> {
        let entries = fs::read_dir(&search).expect("a folder").flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    // What the build has left that nothing is read from.
    for name in names().iter().filter(|name| name.to_string_lossy().ends_with(".lock")) {
        fs::remove_file(search.join(name)).expect("removed");
    }
    let before = names();
    assert_eq!(amount(&reopened(&installation)), Some(2_738_000));
    assert_eq!(names(), before);
}

#[test]
fn a_full_disk_is_told_as_one() {
    let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
    let errors = [
        Error::from(index::GenerationError::from(full())),
        Error::from(index::IndexError::from(full())),
        Error::from(LibraryError::from(full())),
    ];
    for error in errors {
        let [hint] = error.hints() else { panic!("{error:?}") };
        assert!(hint.starts_with("free space"), "{hint}");
    }
}

/// Whatever becomes of a document's file: while something of its name lies in the folder, nobody took it away.
#[test]
fn a_document_is_lost_only_by_taking_its_file_away() {
    let installation = Installation::quick(&[NISHI]);
    let paths = &installation.paths;
    installation.open();
    // A generation without the other document is kept, and must not come back for want of it.
    let minato = paths.seeds.join(MINATO);
    fs::copy(format!("seeds/{MINATO}"), &minato).expect("a copy");
    let service = reopened(&installation);
    let before = service.manifest();
    let n_generations = || index::generations(&paths.index).expect("a folder").len();
    let locale = Locales::built_in().take(Language::English);
    type Harm = (&'static str, fn(&Path));
    let harms: &[Harm] = &[
        ("no text", |path| fs::write(path, [0_u8, 159, 146, 150, 0, 1, 2, 255]).expect("a file")),
        ("empty", |path| fs::write(path, "").expect("a file")),
        ("no entry", |path| fs::write(path, "工事中です。\n").expect("a file")),
        ("too large", |path| {
            fs::File::create(path).and_then(|file| file.set_len((64 << 20) + 1)).expect("a file");
        }),
        ("a folder", |path| fs::create_dir(path).expect("a folder")),
        #[cfg(unix)]
        ("a link to itself", |path| std::os::unix::fs::symlink(path, path).expect("a link")),
        #[cfg(unix)]
        ("a link to nothing", |path| std::os::unix::fs::symlink("gone", path).expect("a link")),
        #[cfg(unix)]
        ("a pipe", |path| {
            assert!(Command::new("mkfifo").arg(path).status().expect("it runs").success());
        }),
    ];
    for (case, harm) in harms {
        fs::remove_file(&minato).expect("removed");
        harm(&minato);
        let error = service.reload(WHO, &Silent).expect_err(case).report();
        assert!(error.contains(MINATO) && error.contains("91 entries would be lost"), "{error}");
        assert!(error.contains("hint: "), "{case}: {error}");
        let built = AnswerService::build(paths, &Settings::defaults(), false, WHO, &Silent);
        assert!(built.is_err(), "{case}");
        let findings = doctor::local(paths, &locale).findings;
        let told = findings.iter().find(|finding| finding.text.contains(MINATO));
        assert_eq!(told.map(|it| it.state), Some(doctor::State::Todo), "{case}: {findings:?}");
        // A start answers from what there is.
        let started = reopened(&installation);
        assert_eq!((started.manifest(), n_generations()), (before.clone(), 2), "{case}");
        assert_eq!(amount(&started), Some(2_738_000), "{case}");
        if !minato.is_dir() {
            continue;
        }
        fs::remove_dir(&minato).expect("removed");
        fs::write(&minato, "").expect("a file");
    }
    fs::remove_file(&minato).expect("removed");
    let reloaded = service.reload(WHO, &Silent).expect("it was taken away");
    assert_eq!(reloaded.n_documents, 1);
}

#[test]
fn what_is_never_looked_at_is_told() {
    let installation = Installation::quick(&[NISHI]);
    let paths = &installation.paths;
    let told = || -> Vec<(String, String, u32)> {
        let checked = AnswerService::check(paths).expect("checked");
        let config = checked.config.into_iter().map(|(path, told)| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, told.excerpt, told.lines.0)
        });
        config.filter(|(name, ..)| !name.ends_with("expected")).collect()
    };
    let before = told();
    fs::write(paths.seeds.join("plan.docx"), "").expect("a file");
    fs::create_dir(paths.seeds.join("old")).expect("a folder");
    let towns = paths.config.join("towns.csv");
    let text = fs::read_to_string(&towns).expect("the towns");
    fs::write(&towns, format!("{text}大阪市みなと区,築港,,\n")).expect("a file");
    let kinds = "txt, md, markdown, html, htm, csv, tsv, pdf".to_owned();
    let n_lines = u32::try_from(text.lines().count()).expect("few") + 1;
    let mut wanted = before;
    wanted.push(("towns.csv".to_owned(), "大阪市みなと区".to_owned(), n_lines));
    wanted.extend(["old", "plan.docx"].map(|name| (name.to_owned(), kinds.clone(), 1)));
    assert_eq!(told(), wanted);
}

/// A folder that is not mounted holds nothing; one file may be taken away.
#[test]
fn lists_are_not_lost_all_at_once() {
    let installation = Installation::quick(&[NISHI]);
    let paths = &installation.paths;
    let service = installation.open();
    let before = service.manifest();
    fs::remove_file(paths.config.join("towns.csv")).expect("removed");
    assert!(service.reload(WHO, &Silent).expect("one is taken away").changed);
    let away = paths.config.with_extension("away");
    fs::rename(&paths.config, &away).expect("moved");
    for case in ["no folder", "an empty folder"] {
        let error = service.reload(WHO, &Silent).expect_err(case).report();
        assert!(error.contains("none of the") && error.contains("mounted"), "{case}: {error}");
        let built = AnswerService::build(paths, &Settings::defaults(), false, WHO, &Silent);
        assert!(built.is_err(), "{case}");
        fs::create_dir_all(&paths.config).expect("a folder");
    }
    assert_eq!(reopened(&installation).manifest(), service.manifest());
    let locale = Locales::built_in().take(Language::English);
    let findings = doctor::local(paths, &locale).findings;
    let told = findings.iter().find(|finding| finding.text.contains("gazetteer.csv"));
    assert_eq!(told.map(|it| it.state), Some(doctor::State::Advice), "{findings:?}");
    // Whoever means it says so; that is no generation to come back to when the folder is gone the next time.
    AnswerService::build(paths, &Settings::defaults(), true, WHO, &Silent).expect("a build");
    fs::remove_dir(&paths.config).expect("removed");
    fs::rename(&away, &paths.config).expect("moved back");
    assert_ne!(service.reload(WHO, &Silent).expect("a reload").generation, before);
    fs::rename(&paths.config, &away).expect("moved");
    assert!(service.reload(WHO, &Silent).is_err());
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
