//! The bridge to tantivy.
//!
//! A text that is analysed once for several fields goes in as a `PreTokenizedString` for each
//! ([`pretokenize`], [`pretokenize_grams`]); [`TantivyTokenizer`] is for what wants a tokenizer by
//! name. Both give the same terms.

use tantivy::tokenizer::{PreTokenizedString, Token, TokenStream, Tokenizer};

use super::{Analyzer, Term};

/// Puts terms into the form in which tantivy takes them for a text field.
///
/// The text is for stored fields; give an empty one where only the terms are wanted.
pub fn pretokenize(text: &str, terms: &[Term]) -> PreTokenizedString {
    PreTokenizedString { text: text.to_owned(), tokens: terms.iter().map(token).collect() }
}

/// Puts grams into the form in which tantivy takes them for a text field, one a position.
pub fn pretokenize_grams(grams: &[String]) -> PreTokenizedString {
    let tokens = grams.iter().enumerate().map(|(position, gram)| Token {
        position,
        text: gram.clone(),
        ..Token::default()
    });
    PreTokenizedString { text: String::new(), tokens: tokens.collect() }
}

fn token(term: &Term) -> Token {
    Token {
        offset_from: term.range.start,
        offset_to: term.range.end,
        position: term.position,
        text: term.text.clone(),
        position_length: term.n_positions,
    }
}

/// A tokenizer for tantivy whose tokens are [`Analyzer::terms`].
#[derive(Clone, Debug)]
pub struct TantivyTokenizer(Analyzer);

impl TantivyTokenizer {
    /// Makes a tokenizer that shares an analyser.
    pub fn new(analyzer: Analyzer) -> Self {
        Self(analyzer)
    }
}

impl Tokenizer for TantivyTokenizer {
    type TokenStream<'a> = TermStream;

    fn token_stream(&mut self, text: &str) -> TermStream {
        let tokens: Vec<Token> = self.0.terms(text).iter().map(token).collect();
        TermStream { rest: tokens.into_iter(), current: Token::default() }
    }
}

/// The terms of one text, as tantivy walks them.
#[derive(Debug)]
pub struct TermStream {
    rest: std::vec::IntoIter<Token>,
    current: Token,
}

impl TokenStream for TermStream {
    fn advance(&mut self) -> bool {
        let next = self.rest.next();
        let has_next = next.is_some();
        self.current = next.unwrap_or_default();
        has_next
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}
