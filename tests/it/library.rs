//! The library: in memory and from files it says what the documents said, and damage is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use madoguchi::corpus::{self, DocumentFacts};
use madoguchi::index;
use madoguchi::library::{Fact, Library, LibraryError, LoadedDocument, TABLE};
use madoguchi::model::{
    Budget, Contact, ContactBasis, ContactScope, Diagnostic, Document, FiscalYear, Lines, Measure,
    MeasureId, MeasureKind, PolicyDocument, Severity,
};
use madoguchi::text::{fold, squeeze};
use tempfile::TempDir;

use crate::support::SEEDS;

/// Documents that have of everything: the seeds, and odd ones over three years.
fn documents() -> Vec<PolicyDocument> {
    let seed = |name: &&str| {
        let bytes = fs::read(format!("seeds/{name}")).expect("a seed");
        corpus::read(name, &bytes, &DocumentFacts::default())
    };
    let mut documents: Vec<PolicyDocument> = SEEDS.iter().map(seed).collect();
    documents.extend((2020..2023).map(odd));
    documents
}

/// A document with titles and keys of all kinds, relations, a contact, empty headings.
fn odd(year: i32) -> PolicyDocument {
    let info = Arc::new(Document {
        id: format!("odd-{year}"),
        title: "変わった文書".to_owned(),
        municipality: if year == 2022 { String::new() } else { "東京都港区".to_owned() },
        fiscal_year: Some(FiscalYear(year)),
        status: "案".to_owned(),
        updated: None,
        file: format!("odd-{year}.txt"),
    });
    let titles =
        ["防災　訓練", "防災 訓練", "ＤＸの推進", "", "二行の\n題", "空の見出し", "-1の対策"];
    let measure = |at: usize, title: &str| Measure {
        id: MeasureId::new(&info.id, &format!("1-{at}")),
        kind: MeasureKind::Measure,
        document: info.clone(),
        path: vec!["大きな見出し".to_owned()],
        number: if at == 4 { "四\n".to_owned() } else { format!("1-{at}") },
        title: title.to_owned(),
        body: String::new(),
        target_state: String::new(),
        results: String::new(),
        results_year: Some(FiscalYear(year - 1)),
        changes: Vec::new(),
        budgets: Vec::new(),
        related: Vec::new(),
        contact: None,
        lines: Lines(1, 2),
    };
    let mut measures: Vec<Measure> = (0..).zip(titles).map(|(at, it)| measure(at, it)).collect();
    measures[0].kind = MeasureKind::Overview;
    measures[0].budgets.push(Budget {
        kind: "予算額".to_owned(),
        fiscal_year: Some(FiscalYear(1925)),
        amount_yen: Some(-5),
        text: "△5円".to_owned(),
        note: String::new(),
    });
    // Covered by the line; what is not there is left out.
    measures[1].related = vec![measures[0].id.clone(), MeasureId::new("gone", "1")];
    measures[2].contact = Some(Contact {
        department: "総務課".to_owned(),
        phone: "03-0000-0000".to_owned(),
        fax: String::new(),
        basis: ContactBasis::Document,
        scope: ContactScope::Page,
        as_of: Some("2020-06".to_owned()),
        source: None,
    });
    measures[5].kind = MeasureKind::Section;
    measures[6].changes = vec!["新規".to_owned(), String::new()];
    let diagnostics = vec![Diagnostic {
        severity: Severity::Note,
        code: "no-unit".to_owned(),
        lines: Lines(3, 3),
        excerpt: "5".to_owned(),
    }];
    PolicyDocument { info, measures, diagnostics }
}

fn written(library: &Library, shares: bool) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    library.write(folder.path(), shares).expect("the library can be written");
    folder
}

fn opened(folder: &Path) -> Library {
    Library::open(folder, index::map).expect("the library can be opened")
}

fn ids(measures: impl IntoIterator<Item = Arc<Measure>>) -> Vec<MeasureId> {
    measures.into_iter().map(|measure| measure.id.clone()).collect()
}

/// Holds a library against the documents that it was made of, with every look-up.
fn check(library: &Library, documents: &[PolicyDocument]) {
    let all: Vec<&Measure> = documents.iter().flat_map(|document| &document.measures).collect();
    assert_eq!(library.n_measures(), all.len());
    assert!(library.measures().map(Arc::unwrap_or_clone).eq(all.iter().copied().cloned()));
    for (loaded, document) in library.documents().iter().zip(documents) {
        assert_eq!(loaded.unpacked(), *document);
        assert_eq!(loaded.municipality(), document.info.municipality);
        assert_eq!(loaded.fiscal_year, document.info.fiscal_year);
        assert_eq!(loaded.n_diagnostics, document.diagnostics.len());
        let years = (1900..2100).map(FiscalYear).filter(|year| loaded.speaks_of(*year));
        assert!(years.eq(years_of(document)));
        assert!(loaded.ids().eq(document.measures.iter().map(|measure| measure.id.clone())));
        assert_eq!(library.document(&document.info.id).map(|it| it.number), Some(loaded.number));
        for ((place, measure), head) in loaded.places().zip(loaded.heads()) {
            assert_eq!(library.at(place).as_ref(), Some(&measure));
            assert_eq!(library.place_of(&measure.id), Some(place));
            assert_eq!(library.measure(&measure.id).as_ref(), Some(&measure));
            assert_eq!((head.kind, head.n_figures), (measure.kind, measure.budgets.len()));
            let related = |id: &MeasureId| document.measures.iter().find(|it| it.id == *id);
            let related: Vec<&Measure> = measure.related.iter().filter_map(related).collect();
            let places: Vec<_> = related.iter().filter_map(|it| library.place_of(&it.id)).collect();
            assert!(library.related_places(place).eq(places));
            for (fact, holds) in facts(&measure, &related, document) {
                assert_eq!(head.has(fact), holds, "{fact:?} of {}", measure.id);
            }
            assert_eq!(ids(library.over_years(&measure)), over_years(&all, &measure));
        }
    }
    for typed in ["", "1", "1-", "-1", "2-1", "防災", "防災 訓練", "dx", "の", "の 題", "無い題"]
    {
        for limit in [1, 25, 1000] {
            let found = library.suggest(typed, limit).into_iter().filter_map(|at| library.at(at));
            assert_eq!(ids(found), suggested(&all, typed, limit), "{typed:?}");
        }
    }
    let mut municipalities = library.municipalities();
    assert!(municipalities.iter().all(|name| library.has_municipality(name)));
    assert!(!library.has_municipality("") && !library.has_municipality("大阪府"));
    assert_eq!(municipalities.len(), 5);
    municipalities.reverse();
    let named: Vec<u32> =
        library.of_municipalities(&municipalities).iter().map(|it| it.number).collect();
    let expected = library.documents().iter().filter(|it| !it.municipality().is_empty());
    assert!(expected.map(|it| it.number).eq(named));
    for year in [1925, 2000, 2019, 2020, 2021] {
        let of_year = library.of_years(&[FiscalYear(year)]);
        let expected = library.documents().iter().filter(|it| it.speaks_of(FiscalYear(year)));
        assert!(expected.map(|it| it.number).eq(of_year.iter().map(|it| it.number)));
    }
    for missing in ["odd-2020/9", "odd-2020/", "odd-2020", "odd-2020/四", "gone/1-1", ""] {
        assert_eq!(library.measure(&MeasureId(missing.to_owned())), None, "{missing}");
    }
    assert!(library.at(u64::MAX).is_none() && library.head(u64::from(u32::MAX)).is_none());
}

fn years_of(document: &PolicyDocument) -> Vec<FiscalYear> {
    let budgets = document.measures.iter().flat_map(|measure| &measure.budgets);
    let mut years: Vec<FiscalYear> = budgets.filter_map(|budget| budget.fiscal_year).collect();
    years.extend(document.measures.iter().filter_map(|measure| measure.results_year));
    years.extend(document.info.fiscal_year);
    years.sort_unstable();
    years.dedup();
    years
}

fn facts(measure: &Measure, related: &[&Measure], document: &PolicyDocument) -> [(Fact, bool); 5] {
    let covers = |it: &&Measure| it.kind == MeasureKind::Overview && !it.budgets.is_empty();
    let is_section = measure.kind == MeasureKind::Section;
    let is_below = |it: &Measure| it.path.iter().any(|heading| heading.contains(&measure.title));
    let is_blank = is_section
        && measure.body.is_empty()
        && measure.target_state.is_empty()
        && !document.measures.iter().any(is_below);
    [
        (Fact::Money, !measure.budgets.is_empty() || related.iter().any(covers)),
        (Fact::Results, !measure.results.is_empty() || measure.body.chars().any(char::is_numeric)),
        (Fact::Changes, !measure.changes.is_empty()),
        (Fact::Target, !measure.target_state.is_empty() || is_section),
        (Fact::Blank, is_blank),
    ]
}

fn over_years(all: &[&Measure], of: &Measure) -> Vec<MeasureId> {
    let name = |measure: &Measure| fold(&squeeze(&measure.title));
    let is_same = |it: &&&Measure| {
        it.id == of.id
            || !name(of).is_empty()
                && it.document.municipality == of.document.municipality
                && it.document.id != of.document.id
                && name(it) == name(of)
    };
    let mut same: Vec<&&Measure> = all.iter().filter(is_same).collect();
    same.sort_by_key(|it| it.document.fiscal_year);
    same.into_iter().map(|it| it.id.clone()).collect()
}

/// Numbers that begin so, titles that begin so, titles that hold it.
fn suggested(all: &[&Measure], typed: &str, limit: usize) -> Vec<MeasureId> {
    let is_number = !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit() || c == '-');
    let name = |measure: &Measure| fold(&squeeze(&measure.title));
    let begins = |it: &Measure| it.id.key().starts_with(typed) || it.number.starts_with(typed);
    let tests: [&dyn Fn(&Measure) -> bool; 3] =
        [&|it| is_number && begins(it), &|it| name(it).starts_with(typed), &|it| {
            name(it).contains(typed)
        }];
    let mut found: Vec<MeasureId> = Vec::new();
    for measure in tests.iter().flat_map(|test| all.iter().filter(|it| test(it))) {
        if found.len() < limit && !found.contains(&measure.id) {
            found.push(measure.id.clone());
        }
    }
    found
}

#[test]
fn in_memory_and_from_files_it_says_what_the_documents_said() {
    let documents = documents();
    let library = Library::new(documents.clone());
    check(&library, &documents);
    let first = written(&library, false);
    check(&opened(first.path()), &documents);
    // Over again, from what is mapped: the same bytes.
    let second = written(&opened(first.path()), false);
    for file in files(first.path()) {
        let name = file.file_name().expect("a name");
        assert_eq!(
            fs::read(&file).expect("a file"),
            fs::read(second.path().join(name)).expect("it")
        );
    }
    opened(second.path()).check().expect("nothing is damaged");
    let empty = Library::new(Vec::new());
    assert_eq!(opened(written(&empty, false).path()).documents().len(), 0);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// Asks everything; what is damaged may be missing.
fn ask(library: &Library) {
    let measures: Vec<Arc<Measure>> = library.measures().collect();
    for measure in &measures {
        let _ = (library.place_of(&measure.id), library.over_years(measure));
        assert!(library.related(measure).count() <= measure.related.len());
    }
    for document in library.documents() {
        assert!(document.heads().count() <= document.n_measures);
        assert!(document.ids().count() <= document.n_measures);
        for (place, _) in document.places() {
            assert!(library.related_places(place).all(|it| library.document_at(it).is_some()));
        }
        let _ = document.unpacked();
    }
    for typed in ["", "1", "の", "防災"] {
        assert!(library.suggest(typed, 25).len() <= 25);
    }
}

#[test]
fn damage_is_told_and_never_a_panic() {
    let folder = written(&Library::new((2020..2023).map(odd).collect()), false);
    let good: Vec<(PathBuf, Vec<u8>)> = files(folder.path())
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect();
    assert_eq!(good.len(), 2);
    for (path, bytes) in &good {
        let is_table = path.ends_with(TABLE);
        let mut longer = bytes.clone();
        longer.push(0);
        let cuts = [0, 1, 16, bytes.len() / 2, bytes.len() - 1];
        let cut = cuts.map(|size| bytes[..size].to_vec());
        for wrong in cut.into_iter().chain([longer]) {
            fs::write(path, wrong).expect("a file");
            let error = Library::open(folder.path(), index::map).expect_err("another size");
            assert!(matches!(&error, LibraryError::Damaged { path: told, .. } if told == path));
        }
        for at in (0..bytes.len()).step_by(3) {
            let mut wrong = bytes.clone();
            wrong[at] ^= 1 << (at % 8);
            fs::write(path, &wrong).expect("a file");
            match Library::open(folder.path(), index::map) {
                Ok(library) => {
                    assert!(!is_table, "every byte of the table is checked");
                    let error = library.check().expect_err("a byte is wrong");
                    assert!(error.to_string().contains("measures-"), "{error}");
                    ask(&library);
                }
                Err(error) => assert!(is_table, "{error}"),
            }
        }
        fs::remove_file(path).expect("removed");
        let error = Library::open(folder.path(), index::map).expect_err("no file");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(error.to_string().contains(&name), "{error}");
        fs::write(path, bytes).expect("a file");
    }
    opened(folder.path()).check().expect("it is as it was");
}

#[test]
fn what_stays_is_shared_and_what_is_left_over_goes() {
    let all = documents();
    let first = written(&Library::new(all.clone()), false);
    // One small document is another, and one is gone.
    let before = opened(first.path());
    let mut kept: Vec<LoadedDocument> = before.documents().to_vec();
    kept.remove(0);
    let new = LoadedDocument::new(100, [7; 16], odd(2030));
    kept.push(new);
    let mut expected = all.clone();
    expected.remove(0);
    expected.push(odd(2030));
    let second = written(&Library::of(kept), true);
    let after = opened(second.path());
    assert!(
        after.documents().iter().zip(&expected).all(|(it, document)| it.unpacked() == *document)
    );
    after.check().expect("nothing is damaged");
    let names = |folder: &TempDir| -> Vec<String> {
        let name =
            |path: &PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
        files(folder.path()).iter().map(name).collect()
    };
    let (old, shared) = (names(&first), names(&second));
    assert_eq!((old.len(), shared.len()), (2, 3));
    assert!(old.iter().all(|name| shared.contains(name)));
    // The one before does not need to be there any more.
    drop((before, first));
    let only: Vec<LoadedDocument> = after.documents().iter().rev().take(2).cloned().collect();
    let third = written(&Library::of(only), true);
    let last = opened(third.path());
    assert_eq!(last.documents()[0].unpacked(), odd(2030));
    assert_eq!(last.documents()[1].unpacked(), odd(2022));
    assert!(!names(&third).contains(&old[1]), "most of the file is left over");
}
