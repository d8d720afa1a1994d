//! At which school grade a kanji is taught.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One line for each grade.
const GRADES: &str = include_str!("grades.txt");

/// The grade of a kanji that primary schools do not teach.
const BEYOND: u8 = 7;

static GRADE_OF: LazyLock<HashMap<char, u8>> = LazyLock::new(|| {
    let lines = GRADES.lines().filter(|line| !line.starts_with('#'));
    lines.zip(1..).flat_map(|(line, grade)| line.chars().map(move |kanji| (kanji, grade))).collect()
});

/// Which kanji have their readings shown: those that are taught after a grade of primary school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// All kanji.
    pub const ALL: Self = Self(0);
    /// The last grade that can be named: kanji that no primary school teaches.
    pub const LAST: u8 = 6;

    /// Kanji that are taught after a grade, 1 to 6; all for 0.
    pub fn above(grade: u8) -> Self {
        Self(grade.min(Self::LAST))
    }

    /// Tells whether a text holds a kanji whose reading is shown.
    pub(super) fn asks_for(self, text: &str) -> bool {
        text.chars().filter(|&c| super::needs_reading(c)).any(|kanji| grade(kanji) > self.0)
    }
}

/// Returns the grade at which a kanji is taught, 1 to 6; 7 for those that come later.
pub fn grade(kanji: char) -> u8 {
    GRADE_OF.get(&kanji).copied().unwrap_or(BEYOND)
}
