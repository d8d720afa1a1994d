//! What the moderators' buttons, menus and forms mean.

use super::SEP;

/// Something that moderators write in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// What residents call something, and what documents call it; about a question.
    Word,
    /// A sentence for a topic; about a question.
    Topic,
    /// Whom to ask instead; about a question.
    NotOurs,
    /// A correction; about a report.
    Correction,
}

/// Something that is on or off in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Answers are for the asker alone.
    Private,
    /// Messages are answered in threads.
    Threads,
    /// Every message is answered.
    Every,
}

/// What is to be done at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskAction {
    /// A page of the groups of unanswered questions.
    Unanswered {
        /// Which page, from 0.
        page: u16,
    },
    /// The menu of those groups.
    OpenGroup,
    /// A page of the reports.
    Reports {
        /// Which page, from 0.
        page: u16,
    },
    /// The menu of the reports.
    OpenReport,
    /// A report was dealt with.
    Resolve(i64),
    /// A page of the moderators' words.
    Notes {
        /// Which page, from 0.
        page: u16,
    },
    /// The menu of the moderators' words.
    OpenNote,
    /// Removes moderators' words.
    RemoveNote(i64),
    /// Opens a form.
    Write(Writing, i64),
    /// The form.
    Written(Writing, i64),
    /// The menu of a channel's ward.
    ChannelWard,
    /// The menu of a channel's language.
    ChannelLanguage,
    /// Switches something on or off in a channel.
    Switch(Switch, bool),
}

const WRITINGS: [(Writing, &str); 4] = [
    (Writing::Word, "w"),
    (Writing::Topic, "t"),
    (Writing::NotOurs, "n"),
    (Writing::Correction, "c"),
];
const SWITCHES: [(Switch, &str); 3] =
    [(Switch::Private, "p"), (Switch::Threads, "t"), (Switch::Every, "e")];

fn name_of<T: PartialEq>(all: &[(T, &'static str)], wanted: &T) -> &'static str {
    all.iter().find(|(it, _)| it == wanted).map_or("", |(_, name)| name)
}

fn named<T: Copy>(all: &[(T, &str)], wanted: &str) -> Option<T> {
    all.iter().find(|(_, name)| *name == wanted).map(|(it, _)| *it)
}

impl DeskAction {
    /// Writes it without the version.
    pub fn encode(self) -> String {
        match self {
            Self::Unanswered { page } => format!("u|{page}"),
            Self::OpenGroup => "g".to_owned(),
            Self::Reports { page } => format!("r|{page}"),
            Self::OpenReport => "i".to_owned(),
            Self::Resolve(id) => format!("d|{id}"),
            Self::Notes { page } => format!("n|{page}"),
            Self::OpenNote => "o".to_owned(),
            Self::RemoveNote(id) => format!("x|{id}"),
            Self::Write(what, id) => format!("w|{}|{id}", name_of(&WRITINGS, &what)),
            Self::Written(what, id) => format!("f|{}|{id}", name_of(&WRITINGS, &what)),
            Self::ChannelWard => "cw".to_owned(),
            Self::ChannelLanguage => "cl".to_owned(),
            Self::Switch(what, on) => {
                format!("cs|{}|{}", name_of(&SWITCHES, &what), u8::from(on))
            }
        }
    }

    /// Reads what [`DeskAction::encode`] wrote.
    pub fn decode(id: &str) -> Option<Self> {
        let (verb, rest) = id.split_once(SEP).unwrap_or((id, ""));
        let pair = || rest.split_once(SEP);
        Some(match verb {
            "u" => Self::Unanswered { page: rest.parse().ok()? },
            "g" => Self::OpenGroup,
            "r" => Self::Reports { page: rest.parse().ok()? },
            "i" => Self::OpenReport,
            "d" => Self::Resolve(rest.parse().ok()?),
            "n" => Self::Notes { page: rest.parse().ok()? },
            "o" => Self::OpenNote,
            "x" => Self::RemoveNote(rest.parse().ok()?),
            "w" => Self::Write(named(&WRITINGS, pair()?.0)?, pair()?.1.parse().ok()?),
            "f" => Self::Written(named(&WRITINGS, pair()?.0)?, pair()?.1.parse().ok()?),
            "cw" => Self::ChannelWard,
            "cl" => Self::ChannelLanguage,
            "cs" => Self::Switch(
                named(&SWITCHES, pair()?.0)?,
                match pair()?.1 {
                    "0" => false,
                    "1" => true,
                    _ => return None,
                },
            ),
            _ => return None,
        })
    }
}
