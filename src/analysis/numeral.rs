//! Numbers as terms: the words that make one up, and their one spelling.

use super::Token;
use super::part_of_speech::Pos;
use crate::text::numeral_value;

pub(super) fn is_number(token: &Token<'_>) -> bool {
    token.pos == Pos::Number || is_alphanumeric(token)
}

pub(super) fn is_alphanumeric(token: &Token<'_>) -> bool {
    token.surface.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Tells whether a symbol joins chunks of one number, code or address: 03-3578-2086, 1.5.
pub(super) fn is_link(token: &Token<'_>) -> bool {
    is_separator(token) || token.surface == "."
}

/// Tells whether a link parts chunks that are terms of their own.
pub(super) fn is_separator(token: &Token<'_>) -> bool {
    matches!(token.surface, "-" | "_" | "@" | "/")
}

/// Returns the spelling of a number: no hyphens, and 三 is 3, 十二 is 12.
///
/// Numerals behind digits stay (2738千), for they are more of a unit than of the number.
pub(super) fn spell(tokens: &[Token<'_>]) -> String {
    let surfaces = tokens.iter().map(|token| token.surface);
    let text: String = surfaces.filter(|&surface| surface != "-").collect();
    numeral_value(&text).map_or(text, |value| value.to_string())
}
