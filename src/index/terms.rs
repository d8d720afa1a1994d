//! Terms that are analysed already, on their way into tantivy.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which an index knows [`Separated`].
pub(super) const SEPARATED: &str = "separated";
/// Stands between two terms; no text that people write has it.
const SEPARATOR: char = '\u{1F}';

/// Puts terms into one text, for a field that is read with [`Separated`].
///
/// tantivy's own form for such terms goes through JSON, which costs as much as cutting the text into words.
pub(super) fn join(terms: &[String]) -> String {
    terms.join(SEPARATOR.encode_utf8(&mut [0; 4]))
}

/// Takes a text of [`join`] apart again.
#[derive(Clone, Default)]
pub(super) struct Separated(Token);

impl Tokenizer for Separated {
    type TokenStream<'a> = Pieces<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Pieces<'a> {
        self.0.position = usize::MAX;
        Pieces { rest: text.split(SEPARATOR), token: &mut self.0 }
    }
}

pub(super) struct Pieces<'a> {
    rest: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl TokenStream for Pieces<'_> {
    fn advance(&mut self) -> bool {
        let Some(piece) = self.rest.find(|piece| !piece.is_empty()) else { return false };
        self.token.text.clear();
        self.token.text.push_str(piece);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
