//! Files that are put in the place of others, whole or not at all, and files that have several names.

use std::io::{self, Write as _};
use std::path::Path;

use fs_err as fs;

/// Puts bytes in the place of a file's, by rename: whoever reads it finds the old ones or the new. Who may read the
/// file stays as it was.
///
/// Two at a time would be in each other's way: the caller sees to it that there is one.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = path.with_file_name(format!(".{name}.new"));
    let write = || {
        let mut file = fs::File::create(&aside)?;
        if let Ok(known) = fs::metadata(&path) {
            file.set_permissions(known.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, &path)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&aside);
    })?;
    path.parent().into_iter().for_each(sync_folder);
    Ok(())
}

/// Gives a file that is never written again a second name, in another folder; a copy where the system has none.
pub fn share(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        // A copy onto a second name of the same file would leave nothing of it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => fs::copy(from, to).map(|_| ()),
        Ok(()) => Ok(()),
    }
}

/// Makes a folder's entries durable where the system can do that.
pub fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
