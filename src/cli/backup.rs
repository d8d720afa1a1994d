//! `madoguchi backup` and `madoguchi restore`: what the bot remembers, into one file and back.

use std::io::Write as _;

use super::args::{BackupArgs, Folders};
use super::{Ending, Failure, settle};
use crate::error::Error;
use crate::locale::Locale;
use crate::store;

const MEGABYTE: f64 = 1_000_000.0;

pub(super) fn backup(args: &BackupArgs, folders: &Folders) -> Result<Ending, Failure> {
    let (_, locale) = settle(folders)?;
    let done = store::backup(&folders.index, &args.file).map_err(Error::from)?;
    let values = [
        ("file", args.file.display().to_string().into()),
        ("size", format!("{:.1}", done.bytes as f64 / MEGABYTE).into()),
        ("generation", generation(done.generation, &locale).into()),
    ];
    writeln!(anstream::stdout(), "{}", locale.text("backup-done", &values))?;
    Ok(Ending::Done)
}

pub(super) fn restore(args: &BackupArgs, folders: &Folders) -> Result<Ending, Failure> {
    let (_, locale) = settle(folders)?;
    let done = store::restore(&folders.index, &args.file).map_err(Error::from)?;
    let mut out = anstream::stdout();
    let values = [
        ("file", args.file.display().to_string().into()),
        ("generation", generation(done.generation, &locale).into()),
    ];
    writeln!(out, "{}", locale.text("restore-done", &values))?;
    if let Some(kept) = done.kept {
        let values = [("folder", kept.display().to_string().into())];
        writeln!(out, "{}", locale.text("restore-kept", &values))?;
    }
    Ok(Ending::Done)
}

fn generation(name: Option<String>, locale: &Locale) -> String {
    name.unwrap_or_else(|| locale.say("backup-no-generation"))
}
