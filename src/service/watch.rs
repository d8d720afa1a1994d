//! Noticing that files have changed, by their names, sizes and times.

use super::stamps::Stamps;
use super::{AnswerService, Paths, Progress, Reloaded};
use crate::error::Error;
use crate::index;

/// What was seen of the folders the last times.
#[derive(Debug)]
pub struct Watch {
    /// What is taken in.
    known: Stamps,
    /// What was seen the last time.
    last: Stamps,
}

impl Watch {
    /// Takes what lies in the folders now as known.
    pub fn new(paths: &Paths) -> Result<Self, Error> {
        let known = Stamps::of(paths)?;
        Ok(Self { last: known.clone(), known })
    }

    /// Tells whether something has changed and was left alone since the last look: a copy under way is not taken in.
    fn has_settled(&mut self, paths: &Paths) -> Result<bool, Error> {
        let seen = Stamps::of(paths)?;
        let is_still = seen == self.last;
        self.last = seen;
        if !is_still || self.last == self.known {
            return Ok(false);
        }
        // Taken as known even if it then cannot be read: a mistake is told once, and not at every look.
        self.known.clone_from(&self.last);
        Ok(true)
    }
}

impl AnswerService {
    /// Looks once, and takes in what has changed; to be called every few seconds.
    ///
    /// What another process made live is opened. Changed files are reloaded once they lie still, but not while a
    /// rollback is in force: that ends when somebody says so.
    pub fn look(
        &self,
        watch: &mut Watch,
        who: &str,
        progress: &dyn Progress,
    ) -> Result<Option<Reloaded>, Error> {
        if let Some(followed) = self.follow()? {
            return Ok(Some(followed));
        }
        let live = self.state.load().generation.clone();
        if !watch.has_settled(&self.paths)? || index::pinned(&self.paths.index, &live).is_some() {
            return Ok(None);
        }
        self.reload(who, progress).map(Some)
    }
}
