//! Text read through the one door of the analysis, as documents and questions are.

mod spelling;

use madoguchi::analysis::{Analyzer, Mode, Term, TermKind};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let lexicon = include_str!("../../config/lexicon.csv");
    Analyzer::new(Some(lexicon)).expect("the dictionary in the binary opens")
});

/// Writes a text's words in the given mode, tab-separated as IPADIC's own tools do.
fn words(mode: Mode, text: &str) -> String {
    let mut lines = String::new();
    for token in ANALYZER.analyze_in(mode, text) {
        let (surface, reading, base) = (token.surface, token.reading, token.base);
        let pos = token.pos_detail.join(",");
        writeln!(lines, "{surface}\t{reading}\t{base}\t{pos}").expect("a String takes it");
    }
    lines
}

/// Writes a text's terms as `text@position`, parts in brackets.
fn terms(text: &str) -> String {
    let show = |term: &Term| {
        let said = format!("{}@{}", term.text, term.position);
        if term.is_part { format!("({said})") } else { said }
    };
    ANALYZER.terms(text).iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_question_is_cut_as_ipadic_cuts_it() {
    insta::assert_snapshot!(words(Mode::Normal, "大阪市港区の防災の予算は去年より増えた？"), @r"
    大阪	オオサカ	大阪	名詞,固有名詞,地域,一般
    市	シ	市	名詞,接尾,地域,*
    港	ミナト	港	名詞,固有名詞,地域,一般
    区	ク	区	名詞,接尾,地域,*
    の	ノ	の	助詞,連体化,*,*
    防災	ボウサイ	防災	名詞,サ変接続,*,*
    の	ノ	の	助詞,連体化,*,*
    予算	ヨサン	予算	名詞,一般,*,*
    は	ハ	は	助詞,係助詞,*,*
    去年	キョネン	去年	名詞,副詞可能,*,*
    より	ヨリ	より	助詞,格助詞,一般,*
    増え	フエ	増える	動詞,自立,*,*
    た	タ	た	助動詞,*,*,*
    ？	？	？	記号,一般,*,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "すもももももももものうち"), @r"
    すもも	スモモ	すもも	名詞,一般,*,*
    も	モ	も	助詞,係助詞,*,*
    もも	モモ	もも	名詞,一般,*,*
    も	モ	も	助詞,係助詞,*,*
    もも	モモ	もも	名詞,一般,*,*
    の	ノ	の	助詞,連体化,*,*
    うち	ウチ	うち	名詞,非自立,副詞可能,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "子どもを預けたいのですが"), @r"
    子ども	コドモ	子ども	名詞,一般,*,*
    を	ヲ	を	助詞,格助詞,一般,*
    預け	アヅケ	預ける	動詞,自立,*,*
    たい	タイ	たい	助動詞,*,*,*
    の	ノ	の	名詞,非自立,一般,*
    です	デス	です	助動詞,*,*,*
    が	ガ	が	助詞,接続助詞,*,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "地域の課題に取り組んでいます。"), @r"
    地域	チイキ	地域	名詞,一般,*,*
    の	ノ	の	助詞,連体化,*,*
    課題	カダイ	課題	名詞,一般,*,*
    に	ニ	に	助詞,格助詞,一般,*
    取り組ん	トリクン	取り組む	動詞,自立,*,*
    で	デ	で	助詞,接続助詞,*,*
    い	イ	いる	動詞,非自立,*,*
    ます	マス	ます	助動詞,*,*,*
    。	。	。	記号,句点,*,*
    ");
}

#[test]
fn long_words_are_whole_or_in_parts_by_mode() {
    insta::assert_snapshot!(words(Mode::Normal, "関西国際空港"), @"関西国際空港	カンサイコクサイクウコウ	関西国際空港	名詞,固有名詞,組織,*");
    insta::assert_snapshot!(words(Mode::Decompose, "関西国際空港"), @r"
    関西	カンサイ	関西	名詞,固有名詞,地域,一般
    国際	コクサイ	国際	名詞,一般,*,*
    空港	クウコウ	空港	名詞,一般,*,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "津波避難ビル"), @"津波避難ビル	ツナミヒナンビル	津波避難ビル	名詞,一般,*,*");
    insta::assert_snapshot!(words(Mode::Decompose, "津波避難ビル"), @r"
    津波	ツナミ	津波	名詞,一般,*,*
    避難	ヒナン	避難	名詞,サ変接続,*,*
    ビル	ビル	ビル	名詞,一般,*,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "区政会議で地域包括ケアシステムを"), @r"
    区政会議	クセイカイギ	区政会議	名詞,一般,*,*
    で	デ	で	助詞,格助詞,一般,*
    地域包括ケアシステム	チイキホウカツケアシステム	地域包括ケアシステム	名詞,一般,*,*
    を	ヲ	を	助詞,格助詞,一般,*
    ");
    insta::assert_snapshot!(words(Mode::Decompose, "区政会議で地域包括ケアシステムを"), @r"
    区政	クセイ	区政	名詞,一般,*,*
    会議	カイギ	会議	名詞,サ変接続,*,*
    で	デ	で	助詞,格助詞,一般,*
    地域	チイキ	地域	名詞,一般,*,*
    包括	ホウカツ	包括	名詞,サ変接続,*,*
    ケア	ケア	ケア	名詞,一般,*,*
    システム	システム	システム	名詞,一般,*,*
    を	ヲ	を	助詞,格助詞,一般,*
    ");
}

#[test]
fn runs_of_unknown_characters_are_grouped_by_class() {
    insta::assert_snapshot!(words(Mode::Normal, "ふぇるるんぽぽ"), @r"
    ふ	フ	ふる	動詞,自立,*,*
    ぇるるんぽぽ		ぇるるんぽぽ	名詞,固有名詞,組織,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "ポリュシケッタ12345xyzQQ※※!?"), @r"
    ポリュシケッタ		ポリュシケッタ	名詞,一般,*,*
    12345		12345	名詞,数,*,*
    xyzQQ		xyzQQ	名詞,一般,*,*
    ※※!?		※※!?	名詞,サ変接続,*,*
    ");
    insta::assert_snapshot!(words(Mode::Normal, "안녕 привет 😀😀"), @r"
    안녕		안녕	記号,一般,*,*
    привет		привет	名詞,固有名詞,組織,*
    😀😀		😀😀	記号,一般,*,*
    ");
}

#[test]
fn a_short_word_of_the_lexicon_does_not_cut_through_others() {
    insta::assert_snapshot!(words(Mode::Normal, "命令和解 令和3年"), @r"
    命令	メイレイ	命令	名詞,サ変接続,*,*
    和解	ワカイ	和解	名詞,サ変接続,*,*
    令和	レイワ	令和	名詞,固有名詞,一般,*
    3		3	名詞,数,*,*
    年	ネン	年	名詞,接尾,助数詞,*
    ");
}

#[test]
fn what_carries_no_meaning_is_no_term() {
    insta::assert_snapshot!(terms("防災の予算について教えてください"), @"防災@0 予算@1");
    insta::assert_snapshot!(terms("つなみ どこに逃げる？"), @"津波@0 逃げ@1");
    insta::assert_snapshot!(terms("それはどのようなことでしょうか"), @"");
    insta::assert_snapshot!(terms("Where can I find the ハザードマップ?"), @"find@0 ハザードマップ@1 (ハザード@1) (マップ@2)");
}

#[test]
fn compounds_are_found_whole_and_in_parts() {
    insta::assert_snapshot!(terms("津波避難ビルの確保"), @"津波避難ビル@0 (津波@0) (避難@1) (ビル@2) 確保@3");
    insta::assert_snapshot!(terms("福祉避難所と要援護者"), @"福祉避難所@0 (福祉@0) (避難所@1) (避難@1) 要援護者@2 (援護@2)");
    insta::assert_snapshot!(terms("高齢者福祉課のご案内"), @"高齢者@0 (高齢@0) 福祉課@1 (福祉@1) 案内@2");
    insta::assert_snapshot!(terms("区政会議。図書館"), @"区政会議@0 (区政@0) (会議@1) 図書館@6 (図書@6)");
    insta::assert_snapshot!(terms("令和の経営課題"), @"令和@0 経営課題@1 (経営@1) (課題@2)");
}

#[test]
fn numbers_are_terms_with_and_without_their_unit() {
    insta::assert_snapshot!(terms("【予算額 2,738千円（２年度：１，６７８千円）】"), @"予算額@0 (予算@0) 2738千円@1 (2738@1) 2年度@2 (2@2) 1678千円@3 (1678@3)");
    insta::assert_snapshot!(terms("5Gと8050問題、電話03-3578-2086"), @"5g@0 8050問題@1 (8050@1) (問題@2) 電話@3 0335782086@4 (03@4) (3578@5) (2086@6)");
    insta::assert_snapshot!(terms("第三期は1.5倍、十二人、12月"), @"第3期@0 (3@0) 1.5倍@1 (1.5@1) 12人@2 (12@2) 12月@3 (12@3)");
}

#[test]
fn kinds_tell_nouns_from_verbs() {
    let kinds = |text| ANALYZER.terms(text).iter().map(|term| term.kind).collect::<Vec<_>>();
    assert_eq!(kinds("防災"), [TermKind::Noun]);
    assert_eq!(kinds("港区"), [TermKind::ProperNoun; 2]);
    assert_eq!(kinds("逃げる"), [TermKind::Verb]);
    assert_eq!(kinds("見守り活動"), [TermKind::Noun; 2]);
    assert_eq!(kinds("楽しい"), [TermKind::Adjective]);
    assert_eq!(kinds("2738"), [TermKind::Number]);
    assert_eq!(kinds("5G"), [TermKind::Latin]);
}

#[test]
fn terms_point_into_the_text_as_it_was_given() {
    let text = "障がい者の ﾊﾞﾘｱﾌﾘｰ、２，７３８千円";
    let quoted: Vec<(String, &str)> = ANALYZER
        .terms(text)
        .into_iter()
        .map(|term| (term.text, text.get(term.range).expect("whole characters")))
        .collect();
    let quoted: Vec<(&str, &str)> =
        quoted.iter().map(|(term, text)| (term.as_str(), *text)).collect();
    assert_eq!(
        quoted,
        [
            ("障害者", "障がい者"),
            ("障害", "障がい"),
            ("バリアフリ", "ﾊﾞﾘｱﾌﾘｰ"),
            ("2738千円", "２，７３８千円"),
            ("2738", "２，７３８"),
        ]
    );
}

#[test]
fn kana_grams_meet_however_a_question_is_typed() {
    let document = ANALYZER.kana_grams("津波避難ビルの確保、ごみの収集");
    for question in ["つなみ", "ひなんびる", "ツナミヒナンビル", "ごみ", "避難ビル", "ゴミ"]
    {
        let grams = ANALYZER.kana_grams(question);
        assert!(grams.iter().any(|gram| document.contains(gram)), "{question}");
        // Where the question was cut wrongly, a bigram may be wrong as well; trigrams never are.
        let mut trigrams = grams.iter().filter(|gram| gram.chars().count() == 3);
        assert!(trigrams.all(|gram| document.contains(gram)), "{question}");
    }
    assert_eq!(ANALYZER.reading("津波避難ビルはどこ"), "つなみひなんびるはどこ");
    assert_eq!(ANALYZER.kana_grams("、"), Vec::<String>::new());
}

#[test]
fn character_bigrams_cross_white_space_but_no_punctuation() {
    assert_eq!(ANALYZER.char_bigrams("防 災、津波"), ["防災", "津波"]);
    assert_eq!(ANALYZER.char_bigrams("open data"), ["op", "pe", "en", "da", "at", "ta"]);
    assert_eq!(ANALYZER.char_bigrams("・税・"), ["税"]);
    assert_eq!(ANALYZER.char_bigrams(""), Vec::<String>::new());
}

#[test]
fn a_faulty_lexicon_names_its_line() {
    let error = Analyzer::new(Some("港区,固有名詞,ミナトク\n港\n")).expect_err("a line too short");
    assert_eq!(error.to_string(), "line 2 of the lexicon is not `surface,part of speech,reading`");
    assert!(Analyzer::new(Some("")).is_ok());
    assert!(Analyzer::new(None).is_ok());
}

#[test]
fn every_word_of_the_lexicon_is_one_word() {
    for line in
        include_str!("../../config/lexicon.csv").lines().filter(|line| !line.starts_with('#'))
    {
        let surface = line.split(',').next().expect("a first column");
        let found: Vec<&str> =
            ANALYZER.analyze(surface).iter().map(|token| token.surface).collect();
        assert_eq!(found, [surface]);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in r"(\PC|[ぁ-んァ-ヶ一-龠々0-9,.ｦ-ﾟ゙゚\n -]){0,60}") {
        let mut end = 0;
        for token in ANALYZER.analyze(&text) {
            prop_assert!(token.range.start >= end);
            prop_assert_eq!(text.get(token.range.clone()), Some(token.surface));
            end = token.range.end;
        }
        let views = ANALYZER.views(&text);
        let mut position = 0;
        for term in &views.terms {
            prop_assert!(text.get(term.range.clone()).is_some_and(|quoted| !quoted.is_empty()));
            prop_assert!(term.position >= position && !term.text.is_empty());
            position = term.position;
        }
        prop_assert_eq!(views.terms, ANALYZER.terms(&text));
        prop_assert!(views.kana_grams.iter().all(|gram| (2..=3).contains(&gram.chars().count())));
        prop_assert!(views.char_bigrams.iter().all(|gram| (1..=2).contains(&gram.chars().count())));
    }
}
