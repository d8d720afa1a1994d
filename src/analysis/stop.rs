//! What is no term: parts of speech without a meaning of their own, and the words of asking.

use super::Token;
use super::part_of_speech::Pos;

/// Base forms that stand in questions and measures alike and tell none apart.
const STOP_LEMMAS: &[&str] = &[
    "ある",
    "いい",
    "いう",
    "いく",
    "いただく",
    "いる",
    "おく",
    "おこなう",
    "おる",
    "お願い",
    "かかる",
    "かける",
    "くださる",
    "くる",
    "ください",
    "ございます",
    "ござる",
    "しまう",
    "する",
    "つく",
    "つける",
    "できる",
    "とる",
    "ない",
    "なる",
    "もらう",
    "やる",
    "よい",
    "よる",
    "られる",
    "わかる",
    "下さい",
    "下さる",
    "作れる",
    "出来る",
    "分かる",
    "判る",
    "図る",
    "努める",
    "及ぶ",
    "向ける",
    "困る",
    "応じる",
    "思う",
    "教える",
    "方法",
    "有る",
    "欲しい",
    "無い",
    "行う",
    "行く",
    "知る",
    "聞く",
    "良い",
    "言う",
    "調べる",
    "貰う",
    "質問",
    "述べる",
    "願い",
    "願う",
    "頂く",
    "関する",
    "対する",
    "基づく",
    "伴う",
    "ほしい",
    "おしえる",
    "きく",
    "しる",
    "おもう",
    "こまる",
    "について",
    "くれる",
    "すむ",
    "いらっしゃる",
    "致す",
    "いたす",
    "申し上げる",
    "参る",
];

/// Tells whether a word never becomes a term by itself.
pub(super) fn is_stop(token: &Token<'_>) -> bool {
    let has_meaning = matches!(
        token.pos,
        Pos::Noun | Pos::ProperNoun | Pos::Number | Pos::Verb | Pos::Adjective | Pos::Adverb
    );
    // IPADIC takes unknown symbols for nouns.
    let has_letters = token.surface.chars().any(char::is_alphanumeric);
    !has_meaning || !has_letters || is_stray_kana(token) || STOP_LEMMAS.contains(&token.base)
}

/// Tells whether a word is a single kana: what is left over where the cut went wrong.
fn is_stray_kana(token: &Token<'_>) -> bool {
    let mut chars = token.base.chars();
    let first = chars.next();
    chars.next().is_none() && first.is_none_or(|c| matches!(c, 'ぁ'..='ゟ' | 'ァ'..='ヿ'))
}
