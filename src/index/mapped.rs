//! Files as bytes in memory, of which the system reads what is looked at.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::{Directory as _, MmapDirectory};

use crate::library::Bytes;

/// Maps a file into memory; it must not be changed as long as the bytes are held.
pub fn map(path: &Path) -> io::Result<Bytes> {
    let named = |error: &dyn std::error::Error| {
        io::Error::other(format!("{} cannot be read: {error}", path.display()))
    };
    let (folder, name) = (path.parent().unwrap_or(path), path.file_name().unwrap_or_default());
    let folder = MmapDirectory::open(folder).map_err(|error| named(&error))?;
    let file = folder.open_read(Path::new(name)).map_err(|error| named(&error))?;
    Ok(Arc::new(file.read_bytes().map_err(|error| named(&error))?))
}
