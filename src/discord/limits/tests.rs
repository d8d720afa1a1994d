use proptest::prelude::*;

use super::*;

#[test]
fn a_family_is_never_torn_apart() {
    let family = "👨‍👩‍👧‍👦";
    let text = family.repeat(3);
    assert_eq!(fit(&text, units(family) * 2 + 1), format!("{family}{family}…"));
    assert_eq!(fit(&text, units(family) * 2), format!("{family}…"));
}

#[test]
fn rows_stay_whole_and_the_rest_is_counted() {
    let rows: Vec<String> = (1..=9).map(|n| format!("row {n}")).collect();
    let text = fit_rows(&rows, 30, |n| format!("+{n}"));
    assert_eq!(text, "row 1\nrow 2\nrow 3\nrow 4\n+5");
}

#[test]
fn pages_end_with_sentences() {
    assert_eq!(pages("一つ。二つ。三つ。", 6), ["一つ。二つ。", "三つ。"]);
    assert_eq!(pages("一行\n二行\n", 4), ["一行", "二行"]);
    assert_eq!(pages("あいうえお", 2), ["あい", "うえ", "お"]);
}

proptest! {
    #[test]
    fn nothing_is_ever_too_long(text in "\\PC{0,300}", max in 1usize..200) {
        prop_assert!(units(&fit(&text, max)) <= max);
        for page in pages(&text, max.max(12)) {
            // One grapheme may be longer than any page; nothing else is.
            prop_assert!(units(&page) <= max.max(12) || page.graphemes(true).count() == 1);
        }
    }

    #[test]
    fn pages_lose_nothing(text in "[あ-ん。\n 👍]{0,200}") {
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeeze(&pages(&text, 17).concat()), squeeze(&text));
    }

    #[test]
    fn an_embed_keeps_every_limit(
        parts in prop::collection::vec("(ab |\\PC|漢字){0,900}", 4),
        fields in prop::collection::vec(("\\PC{0,300}", "(漢字|\\PC){0,600}"), 0..30),
    ) {
        let mut parts = parts.into_iter();
        let mut next = || parts.next().unwrap_or_default();
        let embed = Embed {
            author: next(), title: next(), description: next(), footer: next(), fields, colour: None,
        };
        let json = serde_json::to_value(embed.build()).unwrap();
        prop_assert_eq!(super::super::check::embed(&json), Vec::<String>::new());
    }
}
