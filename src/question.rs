//! Here is what a resident wrote, give me what is meant: whose ward, which year, what is wanted, and what remains to be
//! looked for.

mod intent;
mod language;

pub use intent::{Intent, Slot};
pub use language::Language;
pub use reading::Question;

mod reading;
