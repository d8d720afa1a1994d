use rusqlite::Connection;

use super::*;
use crate::question::Language;
use crate::settings::Settings;
use crate::store::Store;

const ALICE: u64 = 200_000_000_000_000_002;

fn open(folder: &Path) -> Store {
    Store::open(folder, &Settings::defaults().store)
}

/// A folder in which Alice speaks Korean.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    store.change_person(ALICE, |person| person.language = Some(Language::Korean));
    store.kept_of(ALICE).unwrap();
    folder
}

fn language(folder: &Path) -> Option<Language> {
    open(folder).person(ALICE).language
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn what_is_backed_up_while_the_bot_runs_comes_back_elsewhere() {
    let folder = folder();
    fs::write(folder.path().join(AUDIT_FILE), "{}\n").unwrap();
    let store = open(folder.path());
    let file = folder.path().join("backup");
    assert_eq!(backup(folder.path(), &file).unwrap().generation, None);
    // Not in write-ahead mode: the one file is all.
    assert_eq!(fs::read(&file).unwrap()[18], 1);
    assert!(matches!(backup(folder.path(), &file), Err(StoreFileError::Taken(_))));
    drop(store);
    let other = tempfile::tempdir().unwrap();
    let restored = restore(&other.path().join("index"), &file).unwrap();
    assert_eq!(restored.kept, None);
    let other = other.path().join("index");
    assert_eq!(language(&other), Some(Language::Korean));
    assert_eq!(fs::read_to_string(other.join(AUDIT_FILE)).unwrap(), "{}\n");
    let condition = examine(&other).unwrap().unwrap();
    assert!(condition.has_key && condition.open_to_others.is_empty());
    #[cfg(unix)]
    for path in [&file, &other.join(FILE), &other.join(key::FILE)] {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
}

#[test]
fn a_restored_file_does_not_hold_its_own_key() {
    let folder = folder();
    let file = folder.path().join("backup");
    backup(folder.path(), &file).unwrap();
    restore(folder.path(), &file).unwrap();
    let key = fs::read(folder.path().join(key::FILE)).unwrap();
    let holds = |path: &Path| fs::read(path).unwrap().windows(key.len()).any(|part| part == key);
    assert!(holds(&file) && !holds(&folder.path().join(FILE)));
}

#[test]
fn what_is_replaced_is_kept() {
    let folder = folder();
    let file = folder.path().join("backup");
    backup(folder.path(), &file).unwrap();
    let store = open(folder.path());
    store.change_person(ALICE, |person| person.language = Some(Language::English));
    store.kept_of(ALICE).unwrap();
    // The log of changes is left beside the file, as after a kill.
    let left = folder.path().join("left");
    fs::create_dir(&left).unwrap();
    for name in [FILE, key::FILE, "madoguchi.sqlite-wal"] {
        fs::copy(folder.path().join(name), left.join(name)).unwrap();
    }
    drop(store);
    let kept = restore(&left, &file).unwrap().kept.unwrap();
    assert_eq!(language(&left), Some(Language::Korean));
    assert_eq!(language(&kept), Some(Language::English));
}

#[test]
fn a_bot_at_work_is_not_disturbed() {
    let folder = folder();
    let file = folder.path().join("backup");
    backup(folder.path(), &file).unwrap();
    let store = open(folder.path());
    let error = restore(folder.path(), &file).unwrap_err();
    assert!(matches!(error, StoreFileError::InUse(_)), "{error}");
    assert_eq!(Error::from(error).kind(), ErrorKind::Busy);
    // A second bot over the same folder is no reason either.
    let second = open(folder.path());
    assert_eq!(second.trouble(), None);
    drop(store);
    assert!(matches!(restore(folder.path(), &file), Err(StoreFileError::InUse(_))));
    drop(second);
    restore(folder.path(), &file).unwrap();
}

#[test]
fn what_is_no_whole_backup_changes_nothing() {
    let folder = folder();
    let file = folder.path().join("backup");
    backup(folder.path(), &file).unwrap();
    let whole = fs::read(&file).unwrap();
    let half = folder.path().join("half");
    fs::write(&half, whole.get(..whole.len() / 2).unwrap()).unwrap();
    let text = folder.path().join("text");
    fs::write(&text, "控え").unwrap();
    let missing = folder.path().join("missing");
    let store = folder.path().join(FILE);
    let keyless = folder.path().join("keyless");
    fs::copy(&file, &keyless).unwrap();
    let change =
        |path: &Path, sql: &str| Connection::open(path).unwrap().execute_batch(sql).unwrap();
    change(&keyless, "DELETE FROM packed");
    let newer = folder.path().join("newer");
    fs::copy(&file, &newer).unwrap();
    change(&newer, "PRAGMA user_version = 99");
    let elsewhere = folder.path().join("elsewhere");
    fs::copy(&file, &elsewhere).unwrap();
    change(&elsewhere, "INSERT INTO packed VALUES ('../seeds/x.txt', x'00')");
    let error = restore(folder.path(), &keyless).unwrap_err();
    assert!(matches!(error, StoreFileError::Keyless(_)), "{error}");
    let told = [half, text, missing, store, keyless, newer, elsewhere].map(|path| {
        let error = restore(folder.path(), &path).unwrap_err();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, Error::from(error).kind())
    });
    let expected = [
        ("half", ErrorKind::Data),
        ("text", ErrorKind::Data),
        ("missing", ErrorKind::Data),
        (FILE, ErrorKind::User),
        ("keyless", ErrorKind::User),
        ("newer", ErrorKind::Data),
        ("elsewhere", ErrorKind::User),
    ];
    assert_eq!(told, expected.map(|(name, kind)| (name.to_owned(), kind)));
    assert_eq!(language(folder.path()), Some(Language::Korean));
}

#[test]
fn a_damaged_store_is_told_and_can_be_replaced() {
    let folder = folder();
    let file = folder.path().join("backup");
    backup(folder.path(), &file).unwrap();
    fs::write(folder.path().join(FILE), "no database, but a file").unwrap();
    assert!(matches!(examine(folder.path()), Err(StoreFileError::Sqlite { .. })));
    let again = folder.path().join("again");
    assert!(matches!(backup(folder.path(), &again), Err(StoreFileError::Sqlite { .. })));
    assert!(!again.exists(), "half a backup is left");
    let kept = restore(folder.path(), &file).unwrap().kept.unwrap();
    assert_eq!(language(folder.path()), Some(Language::Korean));
    assert_eq!(fs::read_to_string(kept.join(FILE)).unwrap(), "no database, but a file");
}

#[test]
fn a_store_without_its_key_is_not_backed_up() {
    let folder = folder();
    let (key, file) = (folder.path().join(key::FILE), folder.path().join("backup"));
    fs::write(&key, "short").unwrap();
    let told = |error: StoreFileError| Error::from(error).report();
    let damaged = told(backup(folder.path(), &file).unwrap_err());
    fs::remove_file(&key).unwrap();
    let missing = told(backup(folder.path(), &file).unwrap_err());
    for (report, what) in [(damaged, "is damaged"), (missing, "is missing")] {
        assert!(report.contains(key::FILE) && report.contains(what), "{report}");
        assert!(report.contains("hint: put it back"), "{report}");
    }
    assert!(!file.exists(), "a backup that cannot be restored");
}

#[test]
fn there_must_be_something_to_back_up() {
    let folder = tempfile::tempdir().unwrap();
    let error = backup(folder.path(), &folder.path().join("backup")).unwrap_err();
    assert!(matches!(error, StoreFileError::NoStore(_)), "{error}");
    assert!(examine(folder.path()).unwrap().is_none());
}
