//! Terms that are analysed already, on their way into tantivy, and the numbers that stand for them.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which an index knows [`Separated`].
pub(super) const SEPARATED: &str = "separated";
/// Stands between two terms; no text that people write has it.
const SEPARATOR: char = '\u{1F}';

/// How many bits a [`code`] has: two terms of one question and one record share a code once in thousands of records.
pub(super) const CODE_BITS: u32 = 24;

/// Returns the number that stands for a term where a record's terms are held: FNV-1a, folded.
pub fn code(term: &str) -> u32 {
    let hash = term.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    ((hash ^ (hash >> CODE_BITS) ^ (hash >> (2 * CODE_BITS))) & ((1 << CODE_BITS) - 1)) as u32
}

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
