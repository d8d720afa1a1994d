//! `madoguchi serve`: the Discord bot.

use super::args::Folders;
use super::{Ending, Failure, open};
use crate::error::{Error, ErrorKind};

pub(super) fn run(folders: Folders) -> Result<Ending, Failure> {
    let _service = open(folders)?;
    Err(Error::new(ErrorKind::Internal, "the Discord bot is not part of this build").into())
}
