//! Collections beyond [`index::SMALL`](madoguchi::index::SMALL): the index takes over what has not changed.

use std::fmt::Write as _;
use std::fs;

use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Silent};
use madoguchi::settings::Settings;

use super::WHO;
use crate::support::Installation;

/// Towns that no gazetteer has, each with one document.
const N_TOWNS: usize = 26;
const N_ROWS: usize = 200;

fn town(at: usize) -> String {
    format!("テスト県{}町", char::from_u32('あ' as u32 + at as u32 * 2).expect("a letter"))
}

/// A document of a town: rows of a table, one of them with the amount that is asked for.
fn document(at: usize, thousands: u32) -> String {
    let mut text = format!("# 令和5年度 {} 予算の概要\n\n単位：千円\n\n", town(at));
    text += "| 事業名 | 令和5年度予算額 |\n|---|---:|\n";
    writeln!(text, "| 灯台の修繕 | {thousands} |").expect("a string");
    for row in 1..N_ROWS {
        writeln!(text, "| 第{row}公園 | {row} |").expect("a string");
    }
    text
}

fn installation() -> Installation {
    let installation = Installation::quick(&[]);
    let mut facts = String::new();
    for at in 0..N_TOWNS {
        let path = installation.paths.seeds.join(format!("town-{at:02}.md"));
        fs::write(path, document(at, 1_000 + at as u32)).expect("a file");
        writeln!(facts, "[document.\"town-{at:02}\"]\nmunicipality = \"{}\"\n", town(at))
            .expect("a string");
    }
    fs::write(installation.paths.config.join("documents.toml"), facts).expect("a file");
    installation
}

/// The amount that is given for the lighthouse of a town.
fn amount(service: &AnswerService, at: usize) -> Option<i64> {
    let question = Question {
        text: "灯台の修繕の予算は？".to_owned(),
        municipality: Some(town(at)),
        ..Question::default()
    };
    let answer = service.answer(&question).expect("an answer");
    let first = answer.answers.first().filter(|_| answer.reason.is_none())?;
    (first.measure.document.municipality == town(at))
        .then(|| first.budget.main(None)?.budget.amount_yen)
        .flatten()
}

#[test]
fn what_has_not_changed_is_taken_over_and_answers_as_before() {
    let installation = installation();
    let service = installation.open();
    assert!(service.corpus().n_measures() > madoguchi::index::SMALL);
    let seed = |at: usize| installation.paths.seeds.join(format!("town-{at:02}.md"));
    let whole = service.manifest();

    // One changes, one goes, one comes.
    fs::write(seed(7), document(7, 9_999)).expect("a file");
    fs::remove_file(seed(3)).expect("removed");
    fs::write(installation.paths.seeds.join("another.md"), document(30, 5_555)).expect("a file");
    let facts = installation.paths.config.join("documents.toml");
    let text = fs::read_to_string(&facts).expect("a file");
    let text = format!("{text}[document.another]\nmunicipality = \"{}\"\n", town(30));
    fs::write(&facts, text).expect("a file");
    let reloaded = service.reload(WHO, &Silent).expect("a reload");
    assert_eq!(reloaded.n_read, 2);

    let amounts = |service: &AnswerService| -> Vec<Option<i64>> {
        [7, 3, 30, 0, 25].into_iter().map(|at| amount(service, at)).collect()
    };
    let expected =
        [Some(9_999_000), None, Some(5_555_000), Some(1_000_000), Some(1_025_000)].to_vec();
    assert_eq!(amounts(&service), expected);

    // A start opens the same, and so does an index that is made from nothing.
    let reopened = || {
        AnswerService::open(installation.paths.clone(), Settings::defaults(), &Silent)
            .expect("the installation can be opened")
    };
    assert_eq!(amounts(&reopened()), expected);
    AnswerService::build(&installation.paths, &Settings::defaults(), true, WHO, &Silent)
        .expect("a build");
    assert_eq!(amounts(&reopened()), expected);

    // The generation before is untouched by what was shared with it.
    let name = format!("gen-{}", whole.fingerprint);
    service.rollback(WHO, Some(&name)).expect("the one before");
    assert_eq!(amount(&service, 7), Some(1_007_000));
    assert_eq!(amount(&service, 3), Some(1_003_000));
}
