//! Where the modules' errors meet: the one [`Error`] that the program's surfaces show.
//!
//! A module error is the source of an [`Error`], which adds whose fault it is and what to do about it.
//! What is odd in a seed is a `Diagnostic` and what is not found is an `Answer`; neither is an error.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

/// Whose fault an [`Error`] is, and so what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The person asked for something that cannot be.
    User,
    /// The settings or another file of the config folder are wrong.
    Settings,
    /// Documents or built data cannot be used.
    Data,
    /// Something else is at work on the same data; trying again helps.
    Busy,
    /// The program is at fault.
    Internal,
}

impl ErrorKind {
    /// Returns the exit code of a command that ends with such an error.
    pub fn exit_code(self) -> u8 {
        match self {
            ErrorKind::User | ErrorKind::Settings => 2,
            ErrorKind::Data | ErrorKind::Busy => 3,
            ErrorKind::Internal => 4,
        }
    }
}

/// What to do where built data finds no room.
pub const NO_ROOM: &str =
    "free space on the disk of the index folder; `madoguchi doctor` tells how much is needed";

/// Whether a full disk is behind an error.
pub fn is_disk_full(error: &(dyn StdError + 'static)) -> bool {
    let kind_of = |error: &(dyn StdError + 'static)| {
        let shared = error.downcast_ref::<Arc<io::Error>>().map(|error| error.kind());
        shared.or_else(|| error.downcast_ref::<io::Error>().map(io::Error::kind))
    };
    let mut cause = Some(error);
    while let Some(error) = cause {
        if matches!(kind_of(error), Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded))
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// What went wrong, whose fault it is and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
    hints: Vec<String>,
    holder: Option<String>,
}

impl Error {
    /// Builds an error; `message` is lower case and without a full stop.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None, hints: Vec::new(), holder: None }
    }

    /// Builds an error of a kind that says what `source` says, with what lies behind that as its causes.
    pub fn from_source(kind: ErrorKind, source: impl StdError + Send + Sync + 'static) -> Self {
        let mut error = Self::new(kind, source.to_string());
        if source.source().is_some() {
            error.source = Some(Box::new(Behind(Box::new(source))));
        }
        error
    }

    /// Adds the cause.
    #[must_use]
    pub fn because(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }

    /// Adds what to do; best a command.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Says who holds what was wanted, as they named themselves; empty where that is not known.
    #[must_use]
    pub fn held_by(mut self, holder: impl Into<String>) -> Self {
        self.holder = Some(holder.into());
        self
    }

    /// Whose fault it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What to do about it.
    pub fn hints(&self) -> &[String] {
        &self.hints
    }

    /// Who holds what was wanted, where somebody does; empty where it is not known who.
    pub fn holder(&self) -> Option<&str> {
        self.holder.as_deref()
    }

    /// Returns the whole report, as it goes to standard error.
    pub fn report(&self) -> String {
        let mut report = format!("error: {self}\n");
        let mut cause = StdError::source(self);
        let mut said = self.to_string();
        while let Some(error) = cause {
            let message = error.to_string();
            if message != said {
                let _ = writeln!(report, "caused by: {message}");
            }
            said = message;
            cause = error.source();
        }
        for hint in &self.hints {
            let _ = writeln!(report, "hint: {hint}");
        }
        report
    }
}

/// Stands for the causes of an error whose own message has been said already.
#[derive(Debug)]
struct Behind(Box<dyn StdError + Send + Sync>);

impl std::fmt::Display for Behind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0.source() {
            Some(source) => write!(f, "{source}"),
            None => write!(f, "{}", self.0),
        }
    }
}

impl StdError for Behind {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source().and_then(StdError::source)
    }
}
