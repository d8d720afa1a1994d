//! `madoguchi index`: builds the index, or tells what it holds.

use std::io::Write as _;

use super::args::{Folders, IndexArgs};
use super::output::Meter;
use super::{COMMAND_LINE, Ending, Failure, settle};
use crate::index::Manifest;
use crate::locale::Locale;
use crate::service::{AnswerService, Paths, Standing};

pub(super) fn run(args: &IndexArgs, folders: Folders) -> Result<Ending, Failure> {
    let (settings, locale) = settle(&folders)?;
    let paths = Paths::from(folders);
    let text = if args.status {
        match AnswerService::built(&paths)? {
            None => locale.say("index-none"),
            Some((live, _, Some(_))) => told("index-pinned", &live.manifest, &locale),
            Some((live, Standing::Same, _)) => told("index-unchanged", &live.manifest, &locale),
            Some((live, ..)) => told("index-stale", &live.manifest, &locale),
        }
    } else if let Some(live) = AnswerService::pinned(&paths).filter(|_| !args.force) {
        // What somebody went back to stays until a reload.
        told("index-pinned", &live.manifest, &locale)
    } else {
        let meter = Meter::new(|| locale.say("index-building"));
        let (manifest, built) =
            AnswerService::build(&paths, &settings, args.force, COMMAND_LINE, &meter)?;
        told(if built { "index-built" } else { "index-unchanged" }, &manifest, &locale)
    };
    writeln!(anstream::stdout(), "{text}")?;
    Ok(Ending::Done)
}

fn told(id: &str, manifest: &Manifest, locale: &Locale) -> String {
    let args = [
        ("documents", manifest.n_documents.to_string().into()),
        ("measures", manifest.n_records.to_string().into()),
        ("fingerprint", manifest.fingerprint.as_str().into()),
    ];
    locale.text(id, &args)
}
