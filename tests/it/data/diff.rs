//! What differs between two states of the documents.

use madoguchi::corpus::{self, DocumentFacts};
use madoguchi::diff::{PieceKind, diff, words};
use madoguchi::library::Library;
use madoguchi::locale::Locales;
use madoguchi::question::Language;
use madoguchi::report;

const TEXT: &str = "\
令和4年度 大阪市北区運営方針（案）

事業名\t事業内容\t予算額\t担当課
防災訓練\t地域の訓練を支援する。\t2,738千円（前年度 1,678千円）\t総務課
備蓄の更新\t備蓄品を買いかえる。\t-\t総務課
見守り活動\t高齢者の見守りを行う。\t500千円\t保健福祉課
";

fn library(text: &str) -> Library {
    Library::new(vec![corpus::read("kita.txt", text.as_bytes(), &DocumentFacts::default())])
}

fn told(before: &str, after: &str) -> String {
    let locales = Locales::built_in();
    report::diff(&diff(&library(before), &library(after)), locales.get(Language::Japanese))
}

#[test]
fn equal_texts_do_not_differ() {
    assert!(diff(&library(TEXT), &library(TEXT)).is_empty());
    assert_eq!(told(TEXT, TEXT), "変わるところはありません。");
}

#[test]
fn each_field_is_told() {
    let after = TEXT
        .replace("（案）", "")
        .replace("2,738千円", "2,800千円")
        .replace("\t-\t", "\t300千円\t")
        .replace("高齢者の見守り", "子どもと高齢者の見守り")
        .replace("保健福祉課", "福祉課");
    insta::assert_snapshot!(told(TEXT, &after));
}

#[test]
fn new_rows_move_the_others_and_change_nothing_else() {
    let after =
        TEXT.replace("防災訓練\t", "津波対策\t避難ビルを確保する。\t900千円\t総務課\n防災訓練\t");
    insta::assert_snapshot!(told(TEXT, &after));
}

#[test]
fn rows_that_go_and_titles_that_change() {
    let without: String =
        TEXT.lines().filter(|line| !line.starts_with("備蓄")).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(told(TEXT, &without.replace("見守り活動", "見守り事業")));
}

#[test]
fn documents_that_come_and_go() {
    let other = corpus::read(
        "minami.txt",
        TEXT.replace("北区", "南区").as_bytes(),
        &DocumentFacts::default(),
    );
    let both = Library::new(vec![
        corpus::read("kita.txt", TEXT.as_bytes(), &DocumentFacts::default()),
        other,
    ]);
    let counts = diff(&library(TEXT), &both).counts();
    assert_eq!((counts.documents_added, counts.added, counts.removed), (1, 3, 0));
    let counts = diff(&both, &library(TEXT)).counts();
    assert_eq!((counts.documents_removed, counts.removed, counts.added), (1, 3, 0));
}

#[test]
fn words_of_japanese_stay_whole() {
    let pieces = words("防災対策を推進する。2,738千円", "防災対策を促進する。2,800千円");
    let changed: Vec<(PieceKind, &str)> = pieces
        .iter()
        .filter(|piece| piece.kind != PieceKind::Same)
        .map(|piece| (piece.kind, piece.text.as_str()))
        .collect();
    let expected = [
        (PieceKind::Gone, "推進"),
        (PieceKind::New, "促進"),
        (PieceKind::Gone, "2,738"),
        (PieceKind::New, "2,800"),
    ];
    assert_eq!(changed, expected);
}

proptest::proptest! {
    #[test]
    fn pieces_make_up_both_texts(before in "[あ-んア-ンー一-龥0-9, 。\n]{0,60}", after in "[あ-んア-ンー一-龥0-9, 。\n]{0,60}") {
        let pieces = words(&before, &after);
        let of = |other: PieceKind| -> String {
            pieces.iter().filter(|piece| piece.kind != other).map(|piece| piece.text.as_str()).collect()
        };
        proptest::prop_assert_eq!(of(PieceKind::New), before);
        proptest::prop_assert_eq!(of(PieceKind::Gone), after);
    }
}
