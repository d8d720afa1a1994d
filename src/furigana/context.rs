//! Words whose reading the dictionary does not know or that is told by what stands around them: 方 かた, ほう.

use std::collections::HashMap;

use super::needs_reading;

/// One line for each reading.
const CONTEXTS: &str = include_str!("contexts.tsv");

/// Words with their readings, by their first characters.
pub(super) struct Contexts(HashMap<char, Vec<Entry>>);

struct Entry {
    word: String,
    /// In hiragana.
    reading: String,
    before: Vec<Around>,
    after: Vec<Around>,
}

/// What stands beside a word.
enum Around {
    /// This text.
    Text(String),
    /// A kanji.
    Kanji,
    /// No kanji; the text's edge is none either.
    NoKanji,
    /// A digit.
    Digit,
    /// Katakana.
    Katakana,
}

impl Contexts {
    /// Reads the program's own table and the names of a gazetteer (`name,reading,within,…`).
    ///
    /// A line of the gazetteer that is none was told when the questions' places were read from it.
    pub(super) fn new(gazetteer: &str) -> Self {
        let mut entries: Vec<Entry> = CONTEXTS.lines().filter_map(read_line).collect();
        entries.extend(names(gazetteer));
        let mut contexts: HashMap<char, Vec<Entry>> = HashMap::new();
        for entry in entries {
            if let Some(first) = entry.word.chars().next() {
                contexts.entry(first).or_default().push(entry);
            }
        }
        for entries in contexts.values_mut() {
            // The longest first; those of one word stay in their order.
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
        }
        Self(contexts)
    }

    /// Finds the word that begins at a place and ends where `ends_word` allows it: its length and its reading.
    pub(super) fn find(
        &self,
        text: &str,
        at: usize,
        ends_word: impl Fn(usize) -> bool,
    ) -> Option<(usize, &str)> {
        let (before, rest) = text.split_at_checked(at)?;
        let entries = self.0.get(&rest.chars().next()?)?;
        let found = entries.iter().find(|entry| {
            rest.strip_prefix(entry.word.as_str()).is_some_and(|after| {
                ends_word(at + entry.word.len())
                    && fits(&entry.before, |around| around.ends(before))
                    && fits(&entry.after, |around| around.begins(after))
            })
        })?;
        Some((found.word.len(), &found.reading))
    }
}

fn fits(wanted: &[Around], holds: impl Fn(&Around) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}

impl Around {
    fn read(text: &str) -> Self {
        match text {
            "漢" => Self::Kanji,
            "^漢" => Self::NoKanji,
            "#" => Self::Digit,
            "カ" => Self::Katakana,
            text => Self::Text(text.to_owned()),
        }
    }

    fn begins(&self, after: &str) -> bool {
        self.holds(after.chars().next(), |text| after.starts_with(text))
    }

    fn ends(&self, before: &str) -> bool {
        self.holds(before.chars().next_back(), |text| before.ends_with(text))
    }

    fn holds(&self, beside: Option<char>, has_text: impl Fn(&str) -> bool) -> bool {
        match self {
            Self::Text(text) => has_text(text),
            Self::Kanji => beside.is_some_and(needs_reading),
            Self::NoKanji => !beside.is_some_and(needs_reading),
            Self::Digit => beside.is_some_and(char::is_numeric),
            Self::Katakana => beside.is_some_and(|c| matches!(c, 'ァ'..='ー')),
        }
    }
}

fn read_line(line: &str) -> Option<Entry> {
    let mut columns = line.split('\t').map(str::trim);
    let word = columns.next().filter(|word| !word.is_empty() && !word.starts_with('#'))?;
    let reading = columns.next()?.to_owned();
    let mut around = || -> Vec<Around> {
        let column = columns.next().unwrap_or_default();
        column.split('|').filter(|text| !text.is_empty()).map(Around::read).collect()
    };
    Some(Entry { word: word.to_owned(), reading, before: around(), after: around() })
}

/// Returns the names whose reading is certain: by themselves where all places of a name are read alike, else behind
/// the place that they lie in.
fn names(gazetteer: &str) -> Vec<Entry> {
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(gazetteer.as_bytes());
    let rows: Vec<(String, String, String, String)> = reader.deserialize().flatten().collect();
    let mut readings: HashMap<&str, Vec<&str>> = HashMap::new();
    for (name, reading, ..) in &rows {
        readings.entry(name).or_default().push(reading);
    }
    let is_certain = |name: &str, reading: &str| {
        readings.get(name).is_some_and(|all| all.iter().all(|other| *other == reading))
    };
    let entry = |word: &str, reading: &str, before: Vec<Around>| Entry {
        word: word.to_owned(),
        reading: reading.to_owned(),
        before,
        after: Vec::new(),
    };
    let mut names = Vec::new();
    for (name, reading, within, _) in &rows {
        if is_certain(name, reading) {
            names.push(entry(name, reading, Vec::new()));
        } else if !within.is_empty() {
            names.push(entry(name, reading, vec![Around::Text(within.clone())]));
        }
    }
    names
}
