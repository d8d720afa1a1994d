//! What joins things in a question: 防災と福祉, 防災、福祉.

use crate::analysis::{Analyzer, Pos, Token};
use crate::text::is_hiragana;

/// Joints that stand for themselves.
const MARKS: [char; 3] = ['、', ',', '/'];
/// What goes on from と and is no thing beside the one before it: whom something is done with, and what is said or
/// thought. As a dictionary lists them.
const NO_JOINT: &[&str] = &[
    "の",
    "連携",
    "協働",
    "協力",
    "共同",
    "共に",
    "ともに",
    "一緒",
    "いっしょ",
    "つながり",
    "つながる",
    "言う",
    "いう",
    "思う",
    "聞く",
    "呼ぶ",
];
/// What is left of the sentence around things would be looked for with them: の防災.
const AROUND: &str = "のはをにがで。?「」『』";

/// Cuts a text at what joins things; the whole where nothing does.
pub(super) fn parts(analyzer: &Analyzer, text: &str) -> Vec<String> {
    // Most questions join nothing.
    let tokens = if text.contains('と') { analyzer.analyze(text) } else { Vec::new() };
    let (mut parts, mut begin) = (Vec::new(), 0);
    for (at, token) in tokens.iter().enumerate() {
        if is_joint(&tokens, at) {
            parts.extend(text.get(begin..token.range.start));
            begin = token.range.end;
        }
    }
    parts.extend(text.get(begin..));
    let is_around = |c: char| c.is_whitespace() || AROUND.contains(c);
    let parts = parts.into_iter().flat_map(|part| part.split(MARKS));
    let parts = parts.map(|part| part.trim_matches(is_around));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether a word is と between two things: not that of こと, 来ると, 学校と連携した取組 or 障害と言われた. Where nothing
/// stands before it, the names of wards did: と の防災.
fn is_joint(tokens: &[Token<'_>], at: usize) -> bool {
    let is_particle = |here: &Token<'_>| here.surface == "と" && here.pos == Pos::Particle;
    if !tokens.get(at).is_some_and(is_particle) {
        return false;
    }
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    // A verb's name is no clause: 見守りと.
    let is_clause = before.form != "連用形"
        && matches!(before.pos, Pos::Verb | Pos::DependentVerb | Pos::Adjective | Pos::Auxiliary);
    let goes_on = tokens.get(at + 1).is_some_and(|next| NO_JOINT.contains(&next.base));
    !is_clause && !goes_on
}

/// Whether a text is made of nouns alone, verbs' names among them and の between them: 学校の見守り, and not
/// 最後はどうなる. What stands in hiragana alone may be anything.
pub(super) fn is_name(analyzer: &Analyzer, text: &str) -> bool {
    let is_part = |token: &Token<'_>| {
        let is_noun = matches!(
            token.pos,
            Pos::Noun | Pos::ProperNoun | Pos::Number | Pos::Suffix | Pos::Prefix | Pos::Symbol
        );
        is_noun || token.surface == "の" || token.form == "連用形"
    };
    analyzer.analyze(text).iter().all(is_part) && !text.chars().all(is_hiragana)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_cut_apart_and_sentences_are_not() {
        let analyzer = Analyzer::new(None).unwrap();
        for (text, wanted) in [
            ("防災と福祉", &["防災", "福祉"][..]),
            ("防災、福祉と子育て", &["防災", "福祉", "子育て"]),
            ("「高齢者」と「障害者」の支援", &["高齢者", "障害者」の支援"]),
            ("見守りと地域活動協議会", &["見守り", "地域活動協議会"]),
            ("の防災の   と防犯の", &["防災", "防犯"]),
            (" と の防災と福祉", &["防災", "福祉"]),
            ("子育てと思春期", &["子育て", "思春期"]),
            ("障がいのことを相談できる窓口", &["障がいのことを相談できる窓口"]),
            ("学校と連携した取組", &["学校と連携した取組"]),
            ("人と人とのつながり", &["人", "人とのつながり"]),
            ("障害と言われました", &["障害と言われました"]),
            ("台風が来るとどうなる", &["台風が来るとどうなる"]),
        ] {
            assert_eq!(parts(&analyzer, text), wanted, "{text}");
        }
    }

    #[test]
    fn a_name_is_made_of_nouns() {
        let analyzer = Analyzer::new(None).unwrap();
        for name in ["観光", "学校の体育館", "地域の見守り", "DX"] {
            assert!(is_name(&analyzer, name), "{name}");
        }
        for other in ["最後はどうなる", "説明会とか", "予約するURL", "ひつ"] {
            assert!(!is_name(&analyzer, other), "{other}");
        }
    }
}
