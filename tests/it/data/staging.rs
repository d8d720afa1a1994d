//! Adding, replacing and removing documents: seen first, then applied or cancelled.

use std::fs;

use madoguchi::corpus::DocumentFacts;
use madoguchi::error::ErrorKind;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Incoming, Silent};
use madoguchi::text::FiscalYear;

use super::{NISHI, WHO, reopened};
use crate::support::Installation;

const KITA: &str = "\
北区運営方針（案）

事業名\t事業内容\t予算額
ロボット教室\t小学生がロボットを作る教室を開く。\t1,200千円
";

fn incoming(name: &str, text: &str) -> Incoming {
    Incoming { name: name.to_owned(), bytes: text.as_bytes().to_vec(), ..Incoming::default() }
}

fn kita() -> Incoming {
    let facts = DocumentFacts {
        municipality: Some("大阪市北区".to_owned()),
        fiscal_year: FiscalYear::parse("令和4年度"),
        status: Some("案".to_owned()),
        ..DocumentFacts::default()
    };
    Incoming { facts, ..incoming("北区 令和4年度.txt", KITA) }
}

const ID: &str = "北区-令和4年度";

fn ask(service: &AnswerService, text: &str) -> Option<i64> {
    let question = Question { text: text.to_owned(), ..Question::default() };
    let answer = service.answer(&question).expect("an answer");
    let first = answer.answers.first().filter(|found| found.measure.document.id == ID)?;
    first.budget.main(None)?.budget.amount_yen
}

#[test]
fn add_apply_replace_apply_roll_back_remove() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    let question = "北区のロボット教室の予算は？";
    assert_eq!(ask(&service, question), None);

    let preview = service.stage_add(WHO, kita()).expect("staged");
    assert_eq!(preview.diff.counts().documents_added, 1);
    let (document, diagnostics) = &preview.documents[0];
    assert_eq!(document.municipality, "大阪市北区");
    assert!(diagnostics.iter().all(|found| found.code != "no-municipality"), "{diagnostics:?}");
    // Seen, and not there yet.
    assert_eq!(ask(&service, question), None);
    assert_eq!(ask(&reopened(&installation), question), None);

    service.apply(WHO, &[], &Silent).expect("applied");
    assert_eq!(ask(&service, question), Some(1_200_000));
    assert_eq!(ask(&reopened(&installation), question), Some(1_200_000));
    // What the text prints is not written down again, and comments stay.
    let facts =
        fs::read_to_string(installation.paths.config.join("documents.toml")).expect("a file");
    assert!(
        facts.starts_with(&fs::read_to_string("config/documents.toml").expect("a file")),
        "{facts}"
    );
    let entry = facts.rsplit_once("[document.").expect("an entry").1;
    assert!(
        entry.contains("municipality = \"大阪市北区\"") && entry.contains("令和4年度"),
        "{entry}"
    );
    assert!(!entry.contains("status"), "{entry}");

    let text = KITA.replace("1,200千円", "1,500千円");
    let preview = service.stage_replace(WHO, ID, incoming("new.txt", &text)).expect("staged");
    assert_eq!(preview.diff.counts().amounts, 1);
    service.apply(WHO, &[], &Silent).expect("applied");
    assert_eq!(ask(&service, question), Some(1_500_000));

    service.rollback(WHO, None).expect("a rollback");
    assert_eq!(ask(&service, question), Some(1_200_000));
    service.reload(WHO, &Silent).expect("a reload");

    service.stage_remove(WHO, ID).expect("staged");
    service.apply(WHO, &[], &Silent).expect("applied");
    assert_eq!(ask(&service, question), None);
    let facts =
        fs::read_to_string(installation.paths.config.join("documents.toml")).expect("a file");
    assert_eq!(facts, fs::read_to_string("config/documents.toml").expect("a file"));
    // Nothing is lost: both texts are kept, each with what was said of it.
    let mut kept: Vec<String> = fs::read_dir(installation.paths.index.join("removed"))
        .expect("a folder")
        .flatten()
        .map(|entry| {
            assert!(
                fs::read_to_string(entry.path().join("documents.toml"))
                    .expect("facts")
                    .contains("大阪市北区")
            );
            fs::read_to_string(entry.path().join(format!("{ID}.txt"))).expect("the text")
        })
        .collect();
    kept.sort();
    assert_eq!(kept, [KITA.to_owned(), text]);
}

#[test]
fn a_ward_that_the_text_contradicts_is_told() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    let told = |ward: &str| {
        let facts = DocumentFacts { municipality: Some(ward.to_owned()), ..kita().facts };
        let text = format!("令和4年度 大阪市{KITA}");
        let preview = service.stage_add(WHO, Incoming { facts, ..incoming("ward.txt", &text) });
        service.cancel(WHO, &[]).expect("dropped");
        let (_, diagnostics) = preview.expect("staged").documents.remove(0);
        diagnostics.into_iter().map(|it| it.excerpt).find(|it| it.contains("municipality"))
    };
    assert_eq!(told("大阪市西区").as_deref(), Some("municipality: 大阪市西区 / 大阪市北区"));
    for same in ["大阪市北区", "大阪府大阪市北区", "北区"] {
        assert_eq!(told(same), None, "{same}");
    }
}

#[test]
fn changes_are_applied_and_cancelled_one_by_one() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    let first = service.stage_add(WHO, kita()).expect("staged").changes[0].id.clone();
    let second =
        service.stage_remove("another", "nishi-osaka-r2-management-policy").expect("staged");
    let second = second.changes[0].id.clone();
    let error = service.stage_remove(WHO, "nishi-osaka-r2-management-policy").expect_err("waiting");
    assert_eq!(error.kind(), ErrorKind::Busy);
    assert!(error.to_string().contains("another"), "{error}");
    assert!(service.apply(WHO, &["nothing".to_owned()], &Silent).is_err());
    service.cancel("another", &[second]).expect("cancelled");
    service.apply(WHO, &[first], &Silent).expect("applied");
    assert!(service.staged().is_empty());
    assert_eq!(service.corpus().documents().len(), 2);
    let error = service.apply(WHO, &[], &Silent).expect_err("nothing waits");
    assert_eq!(error.kind(), ErrorKind::User);
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_waits() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    let id = "nishi-osaka-r2-management-policy";
    let named = |document: &str| Incoming { document: Some(document.to_owned()), ..kita() };
    let refused = [
        service.stage_add(WHO, named(id)),
        service.stage_add(WHO, named("Nishi-Osaka-R2-Management-Policy")),
        service.stage_add(WHO, named("../config/x")),
        service.stage_add(WHO, incoming("../../x.txt", KITA)),
        service.stage_add(WHO, incoming("x.exe", KITA)),
        service.stage_add(WHO, incoming("x.txt", "")),
        service.stage_replace(WHO, "nothing", kita()),
        service.stage_replace(WHO, "../seeds/x", kita()),
        service.stage_remove(WHO, ".."),
        service.stage_remove(WHO, ""),
        // The last document: nothing would be left to answer from.
    ];
    for done in refused {
        let error = done.expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::User, "{error}");
        assert!(!error.hints().is_empty() || error.to_string().contains("empty"), "{error}");
    }
    assert!(service.staged().is_empty());
    service.stage_remove(WHO, id).expect("staged");
    let error = service.apply(WHO, &[], &Silent).expect_err("nothing would be left");
    assert_eq!(error.kind(), ErrorKind::Data);
    assert!(installation.paths.seeds.join(NISHI).is_file());
    assert_eq!(service.corpus().documents().len(), 1);
}

#[test]
fn a_change_that_no_longer_fits_is_refused_when_it_is_applied() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    service.stage_add(WHO, kita()).expect("staged");
    fs::write(installation.paths.seeds.join(format!("{ID}.md")), KITA).expect("a file");
    let error = service.apply(WHO, &[], &Silent).expect_err("there by now");
    assert!(error.to_string().contains(ID), "{error}");
    fs::remove_file(installation.paths.seeds.join(format!("{ID}.md"))).expect("removed");
    service.apply(WHO, &[], &Silent).expect("applied");
}

#[cfg(unix)]
#[test]
fn links_are_left_alone() {
    let installation = Installation::quick(&[NISHI]);
    let outside = installation.paths.config.join("outside.txt");
    fs::write(&outside, KITA).expect("a file");
    std::os::unix::fs::symlink(&outside, installation.paths.seeds.join("link.txt"))
        .expect("a link");
    let service = installation.open();
    for done in [service.stage_remove(WHO, "link"), service.stage_replace(WHO, "link", kita())] {
        assert!(done.expect_err("a link").to_string().contains("link"));
    }
    assert_eq!(fs::read_to_string(&outside).expect("a file"), KITA);
}

#[test]
fn a_crash_after_any_step_is_finished_by_the_next_start() {
    for n_steps in 0.. {
        let installation = Installation::quick(&[NISHI]);
        let service = installation.open();
        service.stage_add(WHO, kita()).expect("staged");
        let crashed = service.apply_until(WHO, &[], n_steps, &Silent).is_err();
        // The process that was not asked goes on with the old data …
        assert_eq!(service.corpus().documents().len(), if crashed { 1 } else { 2 }, "{n_steps}");
        // … and the next one has the new data, whole.
        let service = reopened(&installation);
        assert_eq!(ask(&service, "北区のロボット教室の予算は？"), Some(1_200_000), "{n_steps}");
        assert!(service.staged().is_empty(), "{n_steps}");
        assert!(!installation.paths.index.join("APPLYING").exists());
        let lying = fs::read_dir(&installation.paths.seeds).expect("a folder").count();
        assert_eq!(lying, 2, "{n_steps}");
        if !crashed {
            break;
        }
    }
}

#[test]
fn a_change_that_cannot_be_finished_leaves_the_old_data_answering_over_restarts() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    service.stage_add(WHO, kita()).expect("staged");
    service.apply_until(WHO, &[], 1, &Silent).expect_err("crashed");
    // The new document lies there; the facts cannot be put beside it.
    let facts = installation.paths.config.join("documents.toml");
    let text = fs::read(&facts).expect("a file");
    fs::remove_file(&facts).expect("removed");
    fs::create_dir_all(facts.join("x")).expect("a folder in the way");
    let service = reopened(&installation);
    assert_eq!(service.corpus().documents().len(), 1);
    service.reload(WHO, &Silent).expect_err("half done");
    assert_eq!(service.corpus().documents().len(), 1);
    fs::remove_dir_all(&facts).expect("removed");
    fs::write(&facts, text).expect("a file");
    assert_eq!(reopened(&installation).corpus().documents().len(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_before_anything_is_touched() {
    let installation = Installation::quick(&[NISHI]);
    let service = installation.open();
    service.stage_add(WHO, kita()).expect("staged");
    // A folder stands where the new facts would be laid ready.
    let ready = installation.paths.config.join(".madoguchi-documents.toml");
    fs::create_dir_all(&ready).expect("a folder");
    service.apply(WHO, &[], &Silent).expect_err("not writable");
    assert_eq!(service.corpus().documents().len(), 1);
    assert_eq!(fs::read_dir(&installation.paths.seeds).expect("a folder").count(), 1);
    assert_eq!(service.history().expect("a history").len(), 1);
    assert_eq!(service.staged().len(), 1);
    fs::remove_dir_all(&ready).expect("removed");
    service.apply(WHO, &[], &Silent).expect("applied");
}

/// The program itself reads PDF files in a process of its own.
fn with_program(installation: &Installation) -> AnswerService {
    installation.open().with_program(env!("CARGO_BIN_EXE_madoguchi").into())
}

#[test]
fn a_pdf_file_is_kept_beside_its_text() {
    let installation = Installation::quick(&[NISHI]);
    let service = with_program(&installation);
    let bytes = fs::read("tests/fixtures/pdf/identity.pdf").expect("a fixture");
    let pdf = Incoming { name: "kita.pdf".to_owned(), bytes: bytes.clone(), ..Incoming::default() };
    let preview = service.stage_add(WHO, pdf).expect("staged");
    assert_eq!(preview.changes[0].files, ["kita.txt", "kita.pdf"]);
    service.apply(WHO, &[], &Silent).expect("applied");
    assert_eq!(fs::read(installation.paths.seeds.join("kita.pdf")).expect("the file"), bytes);
    let corpus = service.corpus();
    let measure = corpus.measures().find(|it| it.title == "備蓄品の更新").expect("the row");
    assert_eq!(measure.budgets[0].amount_yen, Some(2_738_000));
    service.stage_remove(WHO, "kita").expect("staged");
    service.apply(WHO, &[], &Silent).expect("applied");
    assert_eq!(fs::read_dir(&installation.paths.seeds).expect("a folder").count(), 1);
}

/// A compressed stream of zeros: thirteen bits for each 258 bytes.
fn zeros(n_bytes: usize) -> Vec<u8> {
    let bytes = |codes: &[(u32, u32)]| -> Vec<u8> {
        let bits: Vec<u32> = codes
            .iter()
            .flat_map(|(code, n_bits)| (0..*n_bits).rev().map(move |bit| code >> bit & 1))
            .collect();
        let byte = |chunk: &[u32]| {
            chunk.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit == 1) << at)
        };
        bits.chunks(8).map(byte).collect()
    };
    // The last block, with fixed codes; a zero; then the longest copy of the byte before, again and again.
    let (last_block, zero, copy) = ((0b110, 3), (0b0011_0000, 8), [(0b1100_0101, 8), (0, 5)]);
    let start = bytes(&[last_block, zero, copy[0], copy[1]]);
    let copies = bytes(&copy.repeat(8)).repeat(n_bytes / 258 / 8);
    [b"\x78\x9c".as_slice(), &start, &copies, &[0]].concat()
}

#[test]
fn hostile_pdf_files_break_only_the_process_that_reads_them() {
    let installation = Installation::quick(&[NISHI]);
    let service = with_program(&installation);
    let bomb = zeros(2 << 30);
    let mut file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
        .to_vec();
    file.extend(format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", bomb.len()).bytes());
    file.extend(bomb);
    file.extend_from_slice(b"\nendstream endobj\ntrailer<</Root 1 0 R>>");
    let nested = [b"%PDF-1.7\n1 0 obj".as_slice(), &b"[".repeat(1 << 20)].concat();
    for (name, bytes) in [("bomb.pdf", file), ("nested.pdf", nested)] {
        let incoming = Incoming { name: name.to_owned(), bytes, ..Incoming::default() };
        let error = service.stage_add(WHO, incoming).expect_err(name);
        assert_eq!(error.kind(), ErrorKind::User, "{name}: {error}");
        assert!(error.to_string().contains("PDF"), "{name}: {error}");
        assert!(!error.hints().is_empty());
    }
    assert!(service.staged().is_empty());
}
