//! Here are records of text, give me an index; here is an index, give me postings.
//!
//! One record is a measure of a policy document, or a passage of any other collection.
//! Its text goes into several views of the same fields: terms (the analyser's lemmas), character bigrams and kana
//! trigrams (the forgiving views, for questions in hiragana, typos and unknown words).
//! Posting lists find records; what each record holds is kept with it, too, as numbers, so that the records that were
//! found can be looked at closely without going back to the lists.
//! Expected questions (想定問答) are documents of their own that point at their record, so that a question is compared
//! with each of them and not with their sum.
//!
//! Deliberately absent: what a measure is, and how a score comes about.

mod generation;
mod held;
mod mapped;
mod schema;
mod terms;
mod writer;

pub use generation::{
    FORMAT_VERSION, Generation, GenerationError, Manifest, Pin, current, generations, make_live,
    pin, pinned, prune, publish, read_binary, stage, unpin, write_binary,
};
pub use held::{Held, HeldCode, HeldView};
pub use mapped::map;
pub use schema::{Fields, View};
pub use terms::code;
pub use writer::{Builder, IndexError, Record, SMALL, can_update, update};
