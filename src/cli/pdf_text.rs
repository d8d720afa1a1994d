//! `madoguchi pdf-text`: reads a PDF file for another process of this program, which limits this one.

use std::io::{Read as _, Write as _};

use super::{Ending, Failure, output};
use crate::corpus;
use crate::error::{Error, ErrorKind};

pub(super) fn run() -> Result<Ending, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
        Error::new(ErrorKind::User, "cannot read standard input").because(error)
    })?;
    let mut out = std::io::stdout().lock();
    output::json(&mut out, &corpus::pdf_text(bytes))?;
    out.flush()?;
    Ok(Ending::Done)
}
