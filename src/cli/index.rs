//! `madoguchi index`: builds the index, or tells what it holds.

use std::io::Write as _;

use super::args::{Folders, IndexArgs};
use super::output::Meter;
use super::{Ending, Failure, open};

pub(super) fn run(args: &IndexArgs, folders: Folders) -> Result<Ending, Failure> {
    let service = open(folders)?;
    let locale = service.locales().get(service.settings().language.default);
    let mut id = "index-unchanged";
    let mut manifest = service.manifest();
    if !args.status {
        let meter = Meter::new(&locale.say("index-building"));
        let reloaded = service.reload(&meter)?;
        if reloaded.changed || args.force {
            id = "index-built";
        }
        manifest = reloaded.generation;
    }
    let fingerprint: String = manifest.fingerprint.chars().take(12).collect();
    let args = [
        ("documents", manifest.n_documents.to_string().into()),
        ("measures", manifest.n_records.to_string().into()),
        ("fingerprint", fingerprint.into()),
    ];
    writeln!(anstream::stdout(), "{}", locale.text(id, &args))?;
    Ok(Ending::Done)
}
