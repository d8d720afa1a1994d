use memchr::memmem::Finder;
use proptest::prelude::*;

use super::heads::{self, Heads};
use super::*;
use crate::corpus::{self, DocumentFacts};

fn read(name: &str) -> PolicyDocument {
    let text = "# 令和5年度 北町 運営方針\n\n【1-1】防災訓練\n\n訓練を行います。\n";
    corpus::read(name, text.as_bytes(), &DocumentFacts::default())
}

#[test]
fn documents_whose_ids_begin_a_look_up_alike_are_told_apart() {
    let named = |(number, name): (u32, &str)| {
        let mut document = LoadedDocument::new(number, [number as u8; 16], read(name));
        document.id_code = 5;
        document
    };
    let names = ["kita.txt", "minami.txt", "nishi.txt"];
    let mut library = Library::of((0..).zip(names).map(named).collect());
    // As if the code of these names were 5.
    let by_id = (0..names.len()).map(|at| (document::id_code("minami"), at));
    library.by_id = OnceLock::from(by_id.collect::<Vec<_>>());
    let id = &library.documents[1].ids().next().unwrap();
    assert_eq!(id.document(), "minami");
    assert_eq!(library.document("minami").map(|it| it.number), Some(1));
    assert_eq!(library.measure(id).map(|it| it.document.file.clone()), Some("minami.txt".into()));
    assert_eq!(library.document("higashi").map(|it| it.number), None);
}

#[test]
fn of_documents_with_one_id_measures_come_from_the_last() {
    let library = Library::new(vec![read("kita.md"), read("kita.txt")]);
    let id = library.documents[0].ids().next().unwrap();
    assert_eq!(library.measure(&id).unwrap().document.file, "kita.txt");
    assert_eq!(library.document("kita").unwrap().info().file, "kita.md");
    let other = Library::new(vec![read("kita.txt")]);
    assert_eq!(library.namesake(&other.documents[0]).map(|it| it.number), Some(0));
}

proptest! {
    #[test]
    fn no_bytes_make_heads_panic(bytes in proptest::collection::vec(0_u8..6, 0..200), key in ".{0,3}") {
        let Some(heads) = Heads::of(&bytes) else { return Ok(()) };
        for at in 0..heads.len() + 2 {
            let _ = (heads.get(at).map(|head| head.related().count()), heads.body(at));
        }
        let _ = (heads.with_key(&key), heads.keys().count());
        for finder in [heads::beginning(&key), heads::whole(&key)] {
            prop_assert!(heads.numbered(&finder).chain(heads.named(&finder)).all(|at| at < heads.len()));
        }
        prop_assert!(heads.holding(&Finder::new(&key)).all(|at| at < heads.len()));
    }
}
