//! What the buttons and menus of the documents' keepers mean.

use super::SEP;

/// What is to be done with a change of documents that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DataAction {
    /// The menu of the changes that wait.
    Open,
    /// Puts a change into effect.
    Apply {
        /// Which.
        change: String,
        /// The digest of what it was shown to bring about.
        shown: String,
    },
    /// Drops a change.
    Cancel {
        /// Which.
        change: String,
    },
}

impl DataAction {
    /// Writes it without the version.
    pub fn encode(&self) -> String {
        match self {
            Self::Open => "o".to_owned(),
            Self::Apply { change, shown } => format!("a|{change}|{shown}"),
            Self::Cancel { change } => format!("c|{change}"),
        }
    }

    /// Reads what [`DataAction::encode`] wrote.
    pub fn decode(id: &str) -> Option<Self> {
        let (verb, rest) = id.split_once(SEP).unwrap_or((id, ""));
        // Without a name it would be every change that waits.
        let named = |change: &str| (!change.is_empty()).then(|| change.to_owned());
        Some(match verb {
            "o" => Self::Open,
            "a" => {
                let (change, shown) = rest.split_once(SEP)?;
                Self::Apply { change: named(change)?, shown: shown.to_owned() }
            }
            "c" => Self::Cancel { change: named(rest)? },
            _ => return None,
        })
    }
}
