//! `madoguchi completions`: the completions of a shell.

use std::io::Write as _;

use clap::CommandFactory as _;

use super::args::{Args, CompletionsArgs};
use super::{Ending, Failure};

pub(super) fn run(args: &CompletionsArgs) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "madoguchi", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Ending::Done)
}
