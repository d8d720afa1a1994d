//! What is looked for, as data.

/// One word of the question.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanTerm {
    /// The analyser's term.
    pub text: String,
    /// How much it says by its kind: 1 for a noun, less for a verb.
    pub weight: f32,
}

/// What a word of the question may be called in the documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Expansion {
    /// The words of the question that it stands for, as indices into [`Plan::terms`]; none for a phrase that the
    /// analyser leaves no term of.
    pub sources: Vec<usize>,
    /// The terms of the other word.
    pub terms: Vec<String>,
    /// How close the two are, 0 to 1.
    pub weight: f32,
    /// How long the question's word or phrase is, in characters: 生活に困る says more than 困る.
    pub n_chars: usize,
}

/// A query, independent of the engine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The question's words, each once.
    pub terms: Vec<PlanTerm>,
    /// Other words for them.
    pub expansions: Vec<Expansion>,
    /// Character bigrams of the question, each once.
    pub grams: Vec<String>,
    /// Kana trigrams of the question, each once.
    pub kana: Vec<String>,
    /// Scopes that a record must lie in one of; none for all.
    pub scopes: Option<Vec<u64>>,
}

impl Plan {
    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.grams.is_empty() && self.expansions.is_empty()
    }
}
