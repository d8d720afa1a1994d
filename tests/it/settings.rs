//! Settings, contacts, and what is said of mistakes in them.

use std::error::Error as _;
use std::path::Path;

use madoguchi::contacts;
use madoguchi::error::{Error, ErrorKind};
use madoguchi::locale::Locales;
use madoguchi::question::Language;
use madoguchi::settings::Settings;

fn mistake(text: &str) -> String {
    let error = Settings::parse(Path::new("config/madoguchi.toml"), text).expect_err("a mistake");
    let error = Error::from(error);
    assert_eq!(error.kind(), ErrorKind::Settings);
    error.report()
}

#[test]
fn the_shipped_file_holds_the_defaults() {
    let shipped = Settings::load(Path::new("config")).expect("the shipped settings");
    assert_eq!(shipped, Settings::defaults());
}

#[test]
fn a_short_file_is_filled_up() {
    let settings = Settings::parse(Path::new("x"), "[answer]\nlimit = 3\n").expect("good settings");
    assert_eq!(settings.answer.limit, 3);
    assert_eq!(settings.index, Settings::defaults().index);
    assert_eq!(Settings::parse(Path::new("x"), "").expect("no settings"), Settings::defaults());
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    assert!(Settings::parse(Path::new("x"), "\u{FEFF}[answer]\nlimit = 3\n").is_ok());
}

#[test]
fn mistakes_are_told_with_file_line_key_and_what_to_write() {
    insta::assert_snapshot!(mistake("[answer]\nlimit = \"five\"\n"));
    insta::assert_snapshot!(mistake("[answer]\n\nlimit = 0\n"));
    insta::assert_snapshot!(mistake("[answer]\nlimits = 5\n"));
    insta::assert_snapshot!(mistake("[answers]\nlimit = 5\n"));
    insta::assert_snapshot!(mistake("[language]\ndefault = \"fr\"\n"));
    insta::assert_snapshot!(mistake("[answer]\nanswer-threshold = \"high\"\n"));
    insta::assert_snapshot!(mistake("[answer]\nanswer-threshold = -1\n"));
    insta::assert_snapshot!(mistake("[answer]\nsuggest-threshold = 0.9\n"));
    insta::assert_snapshot!(mistake("[answer]\nlimit = 5 5\n"));
    insta::assert_snapshot!(mistake("answer = 5\n"));
    insta::assert_snapshot!(mistake("[metrics]\nlisten = \"localhost\"\n"));
}

#[test]
fn a_missing_folder_is_told() {
    let error = Settings::load(Path::new("no/such/folder")).expect_err("no folder");
    insta::assert_snapshot!(Error::from(error).report());
}

#[test]
fn the_shipped_contacts_are_complete() {
    let departments = contacts::read(Path::new("config")).expect("the shipped contacts");
    assert!(departments.len() > 30);
    for department in &departments {
        assert!(!department.topics.is_empty(), "{} has no topic", department.name);
        let contact = department.to_contact();
        assert!(contact.as_of.is_some() && contact.source.is_some());
    }
}

#[test]
fn mistakes_in_contacts_are_told() {
    let report = |text: &str| {
        let error =
            contacts::parse(Path::new("config/contacts.toml"), text).expect_err("a mistake");
        Error::from(error).report()
    };
    let start = "[[department]]\nmunicipality = \"大阪市港区\"\nname = \"総務課\"\ntopics = []\n";
    insta::assert_snapshot!(report(&format!("{start}as_of = \"令和6年\"\nsource = \"x\"\n")));
    insta::assert_snapshot!(report(&format!("{start}as_of = \"2024\"\n")));
    insta::assert_snapshot!(report(&format!(
        "{start}as_of = \"2024\"\nsource = \"x\"\nphone = \"内線12\"\n"
    )));
    insta::assert_snapshot!(report(&format!("{start}as_of = \"2024\"\nsource = \"\"\n")));
}

#[test]
fn an_error_reports_its_causes_once_and_its_hints() {
    let cause = std::io::Error::other("the disk is full");
    let error = Error::new(ErrorKind::Data, "the index cannot be written")
        .because(cause)
        .hint("run `madoguchi index`");
    assert!(error.source().is_some());
    insta::assert_snapshot!(error.report(), @r"
    error: the index cannot be written
    caused by: the disk is full
    hint: run `madoguchi index`
    ");
    let wrapped = Error::from_source(ErrorKind::Internal, std::io::Error::other("only this"));
    insta::assert_snapshot!(wrapped.report(), @"error: only this");
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    let kinds = [
        ErrorKind::User,
        ErrorKind::Settings,
        ErrorKind::Data,
        ErrorKind::Busy,
        ErrorKind::Internal,
    ];
    assert_eq!(kinds.map(ErrorKind::exit_code), [2, 2, 3, 3, 4]);
}

/// A contacts file of small entries: `ward name phone topics`.
fn entries(lines: &[&str]) -> String {
    let entry = |line: &&str| {
        let [ward, name, phone, topics] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let topics: Vec<String> = topics.split(',').map(|topic| format!("\"{topic}\"")).collect();
        let topics = topics.join(", ");
        format!(
            "# {name}\n[[department]]\nmunicipality = \"{ward}\"\nname = \"{name}\"\nphone = \"{phone}\" # 電話\n\
             fax = \"\"\ntopics = [{topics}]\nas_of = \"2024\"\nsource = \"x\"\n\n"
        )
    };
    lines.iter().map(entry).collect()
}

fn told(text: &str) -> Vec<String> {
    let departments = contacts::parse(Path::new("x"), text).expect("a good file");
    departments
        .iter()
        .map(|it| format!("{} {} {} {}", it.municipality, it.name, it.phone, it.topics.join(",")))
        .collect()
}

fn put(lines: &[&str], new: &str) -> (String, Vec<String>) {
    let new = contacts::parse(Path::new("x"), &entries(&[new])).expect("a good entry");
    let text = contacts::with_department(&entries(lines), &new[0]).expect("a good file");
    let told = told(&text);
    (text, told)
}

#[test]
fn a_department_takes_its_topic_from_another() {
    let (text, told) =
        put(&["港区 総務課 06-1 防災,広報", "西区 総務課 06-2 防災"], "港区 防災課 06-3 防災");
    assert_eq!(told, ["港区 総務課 06-1 広報", "西区 総務課 06-2 防災", "港区 防災課 06-3 防災"]);
    assert!(text.starts_with("# 総務課\n"), "remarks stay: {text}");
    let (_, told) =
        put(&["港区 総務課 06-1 防災", "港区 市民課 06-2 防災"], "港区 防災課 06-3 防災");
    assert_eq!(told, ["港区 防災課 06-3 防災"]);
}

#[test]
fn a_department_with_one_topic_is_corrected_where_it_stands() {
    let (text, told) =
        put(&["港区 防災課 06-1 防災", "港区 市民課 06-2 戸籍"], "港区 防災課 06-9 防災");
    assert_eq!(told, ["港区 防災課 06-9 防災", "港区 市民課 06-2 戸籍"]);
    assert!(text.contains("# 市民課\n"), "{text}");
}

#[test]
fn a_topic_joins_the_department_that_is_the_same() {
    let (_, told) = put(&["港区 防災課 06-1 防災"], "港区 防災課 06-1 津波");
    assert_eq!(told, ["港区 防災課 06-1 防災,津波"]);
    let (_, told) = put(&[], "港区 防災課 06-1 津波");
    assert_eq!(told, ["港区 防災課 06-1 津波"]);
}

#[test]
fn contacts_in_another_form_are_not_touched() {
    let new = contacts::parse(Path::new("x"), &entries(&["港区 防災課 06-1 津波"])).expect("good");
    for text in ["department = 5", "not toml"] {
        assert_eq!(contacts::with_department(text, &new[0]), None, "{text}");
    }
}

#[test]
fn a_file_that_is_no_utf_8_is_told_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path();
    // 窓口 in Shift_JIS.
    let text = b"# a\n# \x91\x8b\x8c\xfb\n";
    let reports = |file: &str| {
        let path = config.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, text).expect("a file");
        let report = match file {
            "madoguchi.toml" => Settings::load(config).map_err(Error::from).map(drop),
            "contacts.toml" => contacts::read(config).map_err(Error::from).map(drop),
            _ => Locales::load(config).map_err(Error::from).map(drop),
        };
        let report = report.expect_err(file).report();
        let told =
            format!("{}:2: this is no UTF-8 text\nhint: save the file as UTF-8", path.display());
        assert!(report.contains(&told), "{report}");
    };
    ["madoguchi.toml", "contacts.toml", "locales/ja.ftl"].into_iter().for_each(reports);
    // A folder of that name cannot be read, and what it should say is no help.
    std::fs::remove_file(config.join("contacts.toml")).expect("removed");
    std::fs::create_dir(config.join("contacts.toml")).expect("a folder");
    let report = Error::from(contacts::read(config).expect_err("a folder")).report();
    assert!(report.contains("hint: see that the file can be read"), "{report}");
    // What editors put before the first letter is left out.
    std::fs::write(config.join("locales/ja.ftl"), "\u{FEFF}index-none = なにも\n").expect("a file");
    let locales = Locales::load(config).expect("sentences");
    assert_eq!(locales.get(Language::Japanese).say("index-none"), "なにも");
}
