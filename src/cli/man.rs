//! `madoguchi man`: the manual's pages.

use std::io::Write as _;

use clap::CommandFactory as _;
use fs_err as fs;

use super::args::{Args, ManArgs};
use super::{Ending, Failure};
use crate::error::{Error, ErrorKind};

pub(super) fn run(args: &ManArgs) -> Result<Ending, Failure> {
    let command = Args::command().disable_help_subcommand(true);
    let Some(folder) = &args.out else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        std::io::stdout().write_all(&page)?;
        return Ok(Ending::Done);
    };
    fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder)).map_err(
        |error| {
            let message = format!("the pages cannot be written into {}", folder.display());
            Error::new(ErrorKind::User, message).because(error)
        },
    )?;
    Ok(Ending::Done)
}
