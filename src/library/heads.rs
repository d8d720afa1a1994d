//! What is asked of many measures at once, read where it lies: kinds, facts, relations, keys and names.
//!
//! ```text
//! sizes    measures, relations, bytes of keys          three u32
//! heads    kind u8, facts u8, amounts u16, first relation u32, first byte of the body u32; for each measure and the end
//! related  places of measures in the same document    u32 each
//! keys     \n key \n number \n key \n number … \n
//! names    \n name \n name … \n
//! ```
//!
//! All numbers are little-endian. Whatever the bytes are, reading gives nothing where they make no sense.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use memchr::memmem::Finder;

use crate::model::{Measure, MeasureId, MeasureKind, is_pointer};
use crate::text::{fold, squeeze};

/// Bytes before the heads.
const SIZES: usize = 12;
/// Bytes of one head.
const HEAD: usize = 12;

/// Something that a measure holds or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An amount, its own or that of an overview line that covers it.
    Money,
    /// What was done, or a number in its text.
    Results,
    /// A passage that is marked as changed.
    Changes,
    /// What is aimed at.
    Target,
    /// A heading with neither text nor anything below it.
    Blank,
    /// Whom to ask.
    Contact,
    /// Nothing but where the same is told: 戦略3-1の具体的な取組2つ目に記載.
    Pointer,
}

/// What is known of a measure without reading it.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// What kind of node it is.
    pub kind: MeasureKind,
    /// How many amounts it prints itself.
    pub n_figures: usize,
    facts: u8,
    related: &'a [u8],
}

impl<'a> Head<'a> {
    /// Whether the measure holds or is something.
    pub fn has(&self, fact: Fact) -> bool {
        self.facts & bit(fact) != 0
    }

    /// Returns where related measures stand in the document.
    pub(super) fn related(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.related.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes))
    }
}

fn bit(fact: Fact) -> u8 {
    1 << fact as u8
}

/// The heads of a document.
#[derive(Clone, Copy)]
pub(super) struct Heads<'a> {
    fixed: &'a [u8],
    related: &'a [u8],
    keys: &'a [u8],
    names: &'a [u8],
}

impl<'a> Heads<'a> {
    /// Takes bytes apart; none where they are not those of heads.
    pub(super) fn of(bytes: &'a [u8]) -> Option<Self> {
        let size = |at: usize| usize::try_from(u32_at(bytes, at * 4)?).ok();
        let rest = bytes.get(SIZES..)?;
        let (heads, rest) = rest.split_at_checked(size(0)?.checked_add(1)?.checked_mul(HEAD)?)?;
        let (related, rest) = rest.split_at_checked(size(1)?.checked_mul(4)?)?;
        let (keys, names) = rest.split_at_checked(size(2)?)?;
        Some(Self { fixed: heads, related, keys, names })
    }

    /// Returns the number of measures.
    pub(super) fn len(&self) -> usize {
        self.fixed.len() / HEAD - 1
    }

    /// Returns the head of a measure.
    pub(super) fn get(&self, at: usize) -> Option<Head<'a>> {
        let own = self.fixed.get(at.checked_mul(HEAD)?..)?;
        let [kind, facts, low, high] = *own.first_chunk()?;
        Some(Head {
            kind: kind_of(kind)?,
            n_figures: u16::from_le_bytes([low, high]).into(),
            facts,
            related: self.related.get(range(own, 4, 4)?)?,
        })
    }

    /// Returns where the body of a measure lies.
    pub(super) fn body(&self, at: usize) -> Option<Range<usize>> {
        range(self.fixed.get(at.checked_mul(HEAD)?..)?, 8, 1)
    }

    /// Returns the measure with a key.
    pub(super) fn with_key(&self, key: &str) -> Option<usize> {
        let sought = format!("\n{}\n", line(key));
        // Each measure has two lines, of which the first is its key.
        lines_from(self.keys, &Finder::new(&sought)).find(|at| at % 2 == 0).map(|at| at / 2)
    }

    /// Returns the keys.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let lines = std::str::from_utf8(self.keys).unwrap_or_default();
        lines.split('\n').skip(1).step_by(2).take(self.len())
    }

    /// Returns the measures of which key or number begins as `begins` looks for, see [`beginning`].
    pub(super) fn numbered(&self, begins: &Finder<'_>) -> impl Iterator<Item = usize> {
        let n = self.len();
        lines_from(self.keys, begins).map(|at| at / 2).filter(move |at| *at < n)
    }

    /// Returns the measures of which the name begins as `begins` looks for, see [`beginning`].
    pub(super) fn named(&self, begins: &Finder<'_>) -> impl Iterator<Item = usize> {
        let n = self.len();
        lines_from(self.names, begins).filter(move |at| *at < n)
    }

    /// Returns the measures of which the name holds what is looked for.
    pub(super) fn holding(&self, finder: &Finder<'_>) -> impl Iterator<Item = usize> {
        let n = self.len();
        lines_with(self.names, finder).filter(move |at| *at < n)
    }
}

/// Returns what looks for lines that begin with a text.
pub(super) fn beginning(text: &str) -> Finder<'static> {
    Finder::new(&format!("\n{}", line(text))).into_owned()
}

/// Returns what looks for lines that are a text.
pub(super) fn whole(text: &str) -> Finder<'static> {
    Finder::new(&format!("\n{}\n", line(text))).into_owned()
}

/// Returns the name under which a title is found again.
pub(super) fn name_of(title: &str) -> String {
    fold(&squeeze(title))
}

/// Returns the numbers of the lines before which a match begins, with the end of the line before.
fn lines_from(block: &[u8], finder: &Finder<'_>) -> impl Iterator<Item = usize> {
    let (mut line, mut seen) = (0, 0);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(block.get(from..)?)?;
        line += count_lines(block.get(seen..at)?);
        (seen, from) = (at, at + 1);
        Some(line)
    })
}

/// Returns the numbers of the lines in which there is a match, each once.
fn lines_with(block: &[u8], finder: &Finder<'_>) -> impl Iterator<Item = usize> {
    // Behind the line break that the block begins with.
    let (mut line, mut from) = (0, 1);
    std::iter::from_fn(move || {
        let at = from + finder.find(block.get(from..)?)?;
        let found = line + count_lines(block.get(from..at)?);
        from = at + memchr::memchr(b'\n', block.get(at..)?)? + 1;
        line = found + 1;
        Some(found)
    })
}

fn count_lines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// Returns a text as it stands in a line.
fn line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Returns what lies from a head's number to that of the next, in elements of `size` bytes.
fn range(own: &[u8], at: usize, size: usize) -> Option<Range<usize>> {
    let number = |at| usize::try_from(u32_at(own, at)?).ok()?.checked_mul(size);
    Some(number(at)?..number(at + HEAD)?)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

const KINDS: [MeasureKind; 4] =
    [MeasureKind::Measure, MeasureKind::Overview, MeasureKind::Principle, MeasureKind::Section];

fn kind_of(number: u8) -> Option<MeasureKind> {
    KINDS.get(usize::from(number)).copied()
}

/// Writes the heads of a document's measures; `ends` says where the body of each ends, the first begins at `start`.
pub(super) fn write(measures: &[Measure], start: usize, ends: &[usize]) -> Vec<u8> {
    let places: HashMap<&MeasureId, u32> =
        measures.iter().map(|measure| &measure.id).zip(0..).collect();
    let headings: BTreeSet<&str> =
        measures.iter().flat_map(|measure| &measure.path).map(String::as_str).collect();
    let (mut heads, mut related, mut keys, mut names) =
        (Vec::new(), Vec::<u32>::new(), String::from("\n"), String::from("\n"));
    let mut body = start;
    let mut head = |kind: u8, facts: u8, n_figures: u16, n_related: usize, body: usize| {
        heads.extend([kind, facts]);
        heads.extend(n_figures.to_le_bytes());
        heads.extend((n_related as u32).to_le_bytes());
        heads.extend((body as u32).to_le_bytes());
    };
    for (measure, end) in measures.iter().zip(ends) {
        let kind = KINDS.iter().position(|kind| *kind == measure.kind).unwrap_or_default();
        let own: Vec<u32> =
            measure.related.iter().filter_map(|id| places.get(id)).copied().collect();
        let n_figures = u16::try_from(measure.budgets.len()).unwrap_or(u16::MAX);
        let covering = own.iter().filter_map(|at| measures.get(*at as usize));
        let mut facts = facts_of(measure, covering, &headings);
        if is_pointer(&measure.body) && !own.is_empty() {
            facts |= bit(Fact::Pointer);
        }
        head(kind as u8, facts, n_figures, related.len(), body);
        related.extend(own);
        keys.extend([&line(measure.id.key()), "\n", &line(&measure.number), "\n"]);
        names.extend([name_of(&measure.title).as_str(), "\n"]);
        body = *end;
    }
    head(0, 0, 0, related.len(), body);
    let sizes = [measures.len(), related.len(), keys.len()];
    let mut bytes: Vec<u8> = sizes.iter().flat_map(|size| (*size as u32).to_le_bytes()).collect();
    bytes.extend(heads);
    bytes.extend(related.iter().flat_map(|at| at.to_le_bytes()));
    bytes.extend(keys.as_bytes());
    bytes.extend(names.as_bytes());
    bytes
}

fn facts_of<'a>(
    measure: &Measure,
    mut related: impl Iterator<Item = &'a Measure>,
    headings: &BTreeSet<&str>,
) -> u8 {
    let is_section = measure.kind == MeasureKind::Section;
    let covers = |line: &Measure| line.kind == MeasureKind::Overview && !line.budgets.is_empty();
    let is_blank = || {
        is_section
            && measure.body.is_empty()
            && measure.target_state.is_empty()
            && !headings.iter().any(|heading| heading.contains(&measure.title))
    };
    let holds = [
        (Fact::Money, !measure.budgets.is_empty() || related.any(covers)),
        (Fact::Results, !measure.results.is_empty() || measure.body.chars().any(char::is_numeric)),
        (Fact::Changes, !measure.changes.is_empty()),
        (Fact::Target, !measure.target_state.is_empty() || is_section),
        (Fact::Blank, is_blank()),
        (Fact::Contact, measure.contact.is_some()),
    ];
    holds.into_iter().filter(|(_, holds)| *holds).map(|(fact, _)| bit(fact)).sum()
}
