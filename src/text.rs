//! Text as data: normal forms, numerals, eras, truncation. Pure functions, no dictionary.

mod era;
mod likeness;
mod names;
mod normalize;
mod numeral;
mod script;
mod strings;

pub use era::{Era, FiscalYear, find_years};
pub use likeness::likeness;
pub use names::{Finder, Names};
pub use normalize::{fold, squeeze, truncate};
pub use numeral::numeral_value;
pub use script::{is_hiragana, is_kanji, is_katakana, to_hiragana, to_katakana};
pub use strings::Strings;
