//! Changes to the operator's files of the config folder, one at a time and checked before they are written.
//!
//! What is written holds from the next reload on, as if it had been written by hand.

use std::path::Path;
use std::time::Duration;

use super::{AnswerService, Paths, applying, lock};
use crate::contacts::{self, Department};
use crate::error::{Error, ErrorKind};
use crate::files;
use crate::question::{self, OWN_WORDS_FILE, Thesaurus};
use crate::text::fold;
use crate::toml_file;

/// How long a change waits for another that is under way: an answer to a form has little more time.
const PATIENCE: Duration = Duration::from_secs(1);

impl AnswerService {
    /// Puts a department into `contacts.toml` as the one for its topics; returns which were named for them before.
    ///
    /// # Errors
    /// Among others [`Busy`](ErrorKind::Busy), as with every change of the data.
    pub fn put_department(
        &self,
        who: &str,
        department: &Department,
    ) -> Result<Vec<Department>, Error> {
        let path = self.paths.config.join(contacts::FILE);
        let mut before = Vec::new();
        edit(&self.paths, who, &path, |text| {
            before = contacts::parse(&path, text)?
                .into_iter()
                .filter(|known| known.municipality == department.municipality)
                .filter(|known| share_topic(known, department))
                .collect();
            let edited = contacts::with_department(text, department)
                .ok_or_else(|| by_hand(&path, "write each department as its own [[department]]"))?;
            contacts::parse(&path, &edited)?;
            Ok(edited)
        })?;
        Ok(before)
    }

    /// Says in the installation's own thesaurus that a word means another; `remark` stands behind it in the file.
    pub fn add_word(&self, who: &str, word: &str, other: &str, remark: &str) -> Result<(), Error> {
        let path = self.paths.config.join(OWN_WORDS_FILE);
        edit(&self.paths, who, &path, |text| {
            let edited = question::with_word(text, word, other, remark)
                .ok_or_else(|| by_hand(&path, "correct the file by hand"))?;
            self.with_composer(|composer| {
                Thesaurus::default().add(&edited, &composer.reader.analyzer)
            })
            .map_err(|error| by_hand(&path, "correct the file by hand").because(error))?;
            Ok(edited)
        })
    }
}

fn share_topic(one: &Department, other: &Department) -> bool {
    one.topics.iter().any(|topic| other.topics.iter().any(|it| fold(it) == fold(topic)))
}

fn by_hand(path: &Path, hint: &str) -> Error {
    let message = format!("{} cannot be changed by the program", path.display());
    Error::new(ErrorKind::Settings, message).hint(hint)
}

fn edit(
    paths: &Paths,
    who: &str,
    path: &Path,
    change: impl FnOnce(&str) -> Result<String, Error>,
) -> Result<(), Error> {
    let _held = lock::wait(&paths.index, who, PATIENCE)?;
    applying::finish(paths)?;
    let text = match toml_file::read_text(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        read => read,
    };
    let text = text.map_err(|error| {
        let hint = toml_file::unread_hint(&error);
        Error::new(ErrorKind::Settings, format!("{} cannot be read", path.display()))
            .because(error)
            .hint(hint)
    })?;
    let unwritten = |error| {
        Error::new(ErrorKind::Settings, format!("{} cannot be written", path.display()))
            .because(error)
            .hint("see that the program may write into the config folder")
    };
    let edited = change(&text)?;
    files::replace(path, edited.as_bytes()).map_err(unwritten)
}
