//! Parts of speech, as coarse as the terms need them.

/// The part of speech of a word, with the distinctions that decide whether it is worth finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pos {
    /// 名詞 that means something by itself.
    Noun,
    /// 名詞,固有名詞: places, people, organisations.
    ProperNoun,
    /// 名詞,数.
    Number,
    /// 名詞,接尾 and what counts as one: 者, 区, 円.
    Suffix,
    /// 接頭詞: 新, 第, お.
    Prefix,
    /// 名詞,代名詞: これ, どこ, 何.
    Pronoun,
    /// 名詞,非自立 and its like: こと, ため, よう.
    DependentNoun,
    /// 動詞,自立.
    Verb,
    /// 動詞,非自立 and 動詞,接尾: いる, くださる, れる.
    DependentVerb,
    /// 形容詞,自立.
    Adjective,
    /// 形容詞,非自立 and 形容詞,接尾: ほしい, やすい.
    DependentAdjective,
    /// 副詞,一般.
    Adverb,
    /// 副詞,助詞類接続: まだ, どうして.
    ParticleAdverb,
    /// 連体詞: この, どの.
    Adnominal,
    /// 接続詞.
    Conjunction,
    /// 助詞.
    Particle,
    /// 助動詞.
    Auxiliary,
    /// 感動詞.
    Interjection,
    /// 記号.
    Symbol,
    /// フィラー, その他 and whatever else.
    Other,
}

impl Pos {
    /// Reads IPADIC's class and subclasses.
    pub(super) fn of(detail: &[&str; 4]) -> Self {
        let [class, subclass, ..] = *detail;
        match (class, subclass) {
            ("名詞", "固有名詞") => Self::ProperNoun,
            ("名詞", "数") => Self::Number,
            ("名詞", "接尾") => Self::Suffix,
            ("名詞", "代名詞") => Self::Pronoun,
            ("名詞", "非自立" | "特殊" | "動詞非自立的" | "接続詞的") => {
                Self::DependentNoun
            }
            ("名詞", _) => Self::Noun,
            ("接頭詞", _) => Self::Prefix,
            ("動詞", "自立") => Self::Verb,
            ("動詞", _) => Self::DependentVerb,
            ("形容詞", "自立") => Self::Adjective,
            ("形容詞", _) => Self::DependentAdjective,
            ("副詞", "助詞類接続") => Self::ParticleAdverb,
            ("副詞", _) => Self::Adverb,
            ("連体詞", _) => Self::Adnominal,
            ("接続詞", _) => Self::Conjunction,
            ("助詞", _) => Self::Particle,
            ("助動詞", _) => Self::Auxiliary,
            ("感動詞", _) => Self::Interjection,
            ("記号", _) => Self::Symbol,
            _ => Self::Other,
        }
    }
}
