//! Here is what a resident wrote, give me what is meant: whose ward, which year, what is wanted, and what remains to be
//! looked for.

mod intent;
mod joint;
mod kana;
mod language;
mod money;
mod own_words;
mod pattern;
mod place;
mod reading;
mod thesaurus;
mod tone;
mod town;

pub use intent::{Intent, Slot};
pub use kana::{KanaCounts, KanaWords};
pub use language::Language;
pub use own_words::{OWN_WORDS_FILE, with_word};
pub use place::{Gazetteer, Place, PlaceFinder, Places, PlacesUsed};
pub use reading::{PERIODS, Question, QuestionReader, Reading};
pub use thesaurus::{Thesaurus, ThesaurusError, check as check_thesaurus};
pub use tone::Tone;
pub use town::TownTable;

/// Makes ready the patterns that questions are read with, which takes longer than reading one: at a start, this goes on
/// beside the opening of the index.
pub fn prepare() {
    reading::prepare();
    intent::read("");
    Tone::of("a");
}
