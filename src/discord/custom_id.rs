//! What a button, menu or form means, written into the hundred characters that Discord keeps for it.
//!
//! An id carries all that it needs, so that it works after a restart and after a reload of the data. The grammar:
//!
//! ```text
//! id      = "m1" "|" verb { "|" argument }
//! measure = stamp "|" ( measure id | "#" digest of the measure id )
//! ```
//!
//! The measure stands last since its id may hold any character. The stamp is a digest of the measure's content: it
//! tells whether the measure still says what it said when the button was made.

mod data;
mod desk;

use crate::model::{Measure, MeasureId};

use super::limits::{CUSTOM_ID, units};

pub use data::DataAction;
pub use desk::{DeskAction, Switch, Writing};

const VERSION: &str = "m1";
const SEP: char = '|';
/// As many characters of a measure's stamp as a button has room for.
const STAMP_CHARS: usize = 6;
/// As many characters as tell a measure's content from any other.
const WHOLE_STAMP_CHARS: usize = 32;
/// Longest measure id that is written out; a longer one is written as its digest.
const MEASURE_ROOM: usize = 60;

/// A measure as a button names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRef {
    /// Its id, or `#` and the digest of it.
    name: String,
    /// The digest of what it said.
    stamp: String,
}

/// What became of a measure since a button was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing.
    Unchanged,
    /// It says something else now.
    Changed,
}

impl MeasureRef {
    /// Names a measure.
    pub fn of(measure: &Measure) -> Self {
        let id = &measure.id.0;
        let name = if units(id) <= MEASURE_ROOM { id.clone() } else { digest_name(id) };
        Self { name, stamp: stamp(measure, STAMP_CHARS) }
    }

    /// Whether this names the measure with the given id.
    pub fn names(&self, id: &MeasureId) -> bool {
        self.name == id.0 || (self.name.starts_with('#') && self.name == digest_name(&id.0))
    }

    /// Returns the id, where it is written out.
    pub fn id(&self) -> Option<MeasureId> {
        (!self.name.starts_with('#')).then(|| MeasureId(self.name.clone()))
    }

    /// Tells whether a measure still says what it said.
    pub fn since(&self, measure: &Measure) -> Since {
        if self.stamp == stamp(measure, STAMP_CHARS) { Since::Unchanged } else { Since::Changed }
    }

    /// Reads what [`std::fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (stamp, name) = text.split_once(SEP)?;
        (!name.is_empty() && stamp.len() == STAMP_CHARS)
            .then(|| Self { name: name.to_owned(), stamp: stamp.to_owned() })
    }
}

impl std::fmt::Display for MeasureRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{SEP}{}", self.stamp, self.name)
    }
}

fn digest_name(id: &str) -> String {
    format!("#{}", digest(&[id], 24))
}

/// Returns the digest of everything that a measure says, which tells whether its data changed.
pub fn whole_stamp(measure: &Measure) -> String {
    stamp(measure, WHOLE_STAMP_CHARS)
}

fn stamp(measure: &Measure, n_chars: usize) -> String {
    let contact = measure.contact.as_ref();
    let contact = contact.map_or([""; 3], |it| [&it.department, &it.phone, &it.fax]);
    let said = [&measure.title, &measure.body, &measure.results, &measure.target_state];
    let budgets = measure.budgets.iter().map(|budget| budget.text.as_str());
    let changes = measure.changes.iter().map(String::as_str);
    let parts: Vec<&str> =
        said.into_iter().map(String::as_str).chain(contact).chain(budgets).chain(changes).collect();
    digest(&parts, n_chars)
}

/// Returns the first characters of a digest over texts; where one ends matters.
pub fn digest(parts: &[&str], n_chars: usize) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex().chars().take(n_chars).collect()
}

/// A place in the tree of documents and headings, by digest; the root is empty.
pub type Node = String;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The answer was helpful.
    Helpful(Option<MeasureRef>),
    /// The answer was not; opens the form that asks why.
    NotHelpful(Option<MeasureRef>),
    /// The form that asked why.
    Why(Option<MeasureRef>),
    /// Something is wrong; opens the form.
    Report(Option<MeasureRef>),
    /// The form with the mistake.
    Mistake(Option<MeasureRef>),
    /// Shows the whole of a measure, in pages.
    More {
        /// Which.
        measure: MeasureRef,
        /// Which page, from 0.
        page: u16,
        /// Whether this turns the page of a message that is there.
        turn: bool,
    },
    /// Shows a private answer to everyone.
    Share(MeasureRef),
    /// Shows, to the person alone, what was not said in public.
    Reveal(MeasureRef),
    /// Removes the answer; the asker and moderators may.
    Delete {
        /// Who asked.
        asker: u64,
    },
    /// The menu of other candidates.
    Candidates,
    /// One ward of several that a question fits.
    Choose(MeasureRef),
    /// A place in the tree.
    Browse {
        /// Which.
        node: Node,
        /// Which page, from 0.
        page: u16,
    },
    /// The menu of a place in the tree.
    BrowseMenu,
    /// A page of the marked changes.
    Changes {
        /// The digest of the ward; empty for all.
        ward: String,
        /// Which page, from 0.
        page: u16,
    },
    /// The menu of a person's ward.
    SetWard,
    /// The menu of a person's language.
    SetLanguage,
    /// The menu of how a person's answers look.
    SetLook,
    /// Shows the answer with readings.
    Read(Option<MeasureRef>),
    /// Shows the answer for a screen reader.
    Hear(Option<MeasureRef>),
    /// Explains the words of a measure.
    Words(MeasureRef),
    /// Gives a person what is kept of them.
    Download,
    /// Forgets a person.
    Forget,
    /// Something at the moderators' desk.
    Desk(DeskAction),
    /// Something about documents that wait.
    Data(DataAction),
}

impl Action {
    /// Writes the id; at most 100 characters.
    pub fn encode(&self) -> String {
        let of = |measure: &Option<MeasureRef>| {
            measure.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string)
        };
        let rest = match self {
            Action::Helpful(measure) => format!("h|{}", of(measure)),
            Action::NotHelpful(measure) => format!("n|{}", of(measure)),
            Action::Why(measure) => format!("w|{}", of(measure)),
            Action::Report(measure) => format!("r|{}", of(measure)),
            Action::Mistake(measure) => format!("e|{}", of(measure)),
            Action::More { measure, page, turn: false } => format!("m|{page}|{measure}"),
            Action::More { measure, page, turn: true } => format!("t|{page}|{measure}"),
            Action::Share(measure) => format!("s|{measure}"),
            Action::Reveal(measure) => format!("v|{measure}"),
            Action::Delete { asker } => format!("d|{asker}"),
            Action::Candidates => "o".to_owned(),
            Action::Choose(measure) => format!("c|{measure}"),
            Action::Browse { node, page } => format!("b|{page}|{node}"),
            Action::BrowseMenu => "bm".to_owned(),
            Action::Changes { ward, page } => format!("g|{page}|{ward}"),
            Action::SetWard => "sw".to_owned(),
            Action::SetLanguage => "sl".to_owned(),
            Action::SetLook => "sk".to_owned(),
            Action::Read(measure) => format!("f|{}", of(measure)),
            Action::Hear(measure) => format!("a|{}", of(measure)),
            Action::Words(measure) => format!("x|{measure}"),
            Action::Download => "pd".to_owned(),
            Action::Forget => "pf".to_owned(),
            Action::Desk(action) => format!("k|{}", action.encode()),
            Action::Data(action) => format!("z|{}", action.encode()),
        };
        let id = format!("{VERSION}{SEP}{rest}");
        debug_assert!(units(&id) <= CUSTOM_ID, "{id}");
        id
    }

    /// Reads an id; none for one that this version would not write.
    pub fn decode(id: &str) -> Option<Self> {
        let is_short = units(id) <= CUSTOM_ID;
        let action = is_short.then(|| Self::parse(id)).flatten()?;
        (action.encode() == id).then_some(action)
    }

    fn parse(id: &str) -> Option<Self> {
        let rest = id.strip_prefix(VERSION)?.strip_prefix(SEP)?;
        let (verb, rest) = rest.split_once(SEP).unwrap_or((rest, ""));
        let maybe = || match rest {
            "-" => Some(None),
            other => MeasureRef::parse(other).map(Some),
        };
        let paged = || {
            let (page, rest) = rest.split_once(SEP)?;
            Some((page.parse::<u16>().ok()?, rest))
        };
        let more = |turn| {
            let (page, rest) = paged()?;
            Some(Action::More { measure: MeasureRef::parse(rest)?, page, turn })
        };
        Some(match verb {
            "h" => Action::Helpful(maybe()?),
            "n" => Action::NotHelpful(maybe()?),
            "w" => Action::Why(maybe()?),
            "r" => Action::Report(maybe()?),
            "e" => Action::Mistake(maybe()?),
            "m" => more(false)?,
            "t" => more(true)?,
            "s" => Action::Share(MeasureRef::parse(rest)?),
            "v" => Action::Reveal(MeasureRef::parse(rest)?),
            "d" => Action::Delete { asker: rest.parse().ok()? },
            "o" => Action::Candidates,
            "c" => Action::Choose(MeasureRef::parse(rest)?),
            "b" => {
                let (page, node) = paged()?;
                Action::Browse { node: node.to_owned(), page }
            }
            "bm" => Action::BrowseMenu,
            "g" => {
                let (page, ward) = paged()?;
                Action::Changes { ward: ward.to_owned(), page }
            }
            "sw" => Action::SetWard,
            "sl" => Action::SetLanguage,
            "sk" => Action::SetLook,
            "f" => Action::Read(maybe()?),
            "a" => Action::Hear(maybe()?),
            "x" => Action::Words(MeasureRef::parse(rest)?),
            "pd" => Action::Download,
            "pf" => Action::Forget,
            "k" => Action::Desk(DeskAction::decode(rest)?),
            "z" => Action::Data(DataAction::decode(rest)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests;
