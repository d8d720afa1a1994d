//! Reading a PDF file in a process of its own: what a hostile file breaks is that process.
//!
//! The process is this program, called as `madoguchi pdf-text`: the file on standard input, a JSON object on standard
//! output. Time is limited everywhere, memory and processor time where the system can limit those of another process.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::corpus::PdfError;
use crate::error::{Error, ErrorKind};

/// The command that the process is called with.
pub const COMMAND: &str = "pdf-text";

const TIME: Duration = Duration::from_secs(30);
/// Address space that the process may take.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1 << 30;
/// More text than this is not taken from it.
const MAX_TEXT: u64 = 64 << 20;
const PAUSE: Duration = Duration::from_millis(5);

/// What to do where a PDF file gives no text.
const INSTEAD: &str = "save the document as text (in its own program, or by copying out of a PDF reader) and hand in that";

/// Returns the text of a PDF file.
pub(super) fn text(program: &Path, bytes: &[u8]) -> Result<String, Error> {
    let failed = |error: std::io::Error| {
        Error::new(ErrorKind::Internal, "the process that reads PDF files cannot be started")
            .because(error)
            .hint(INSTEAD)
    };
    let mut child = Command::new(program)
        .arg(COMMAND)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    limit(&child);
    let told = talk(&mut child, bytes);
    // Whatever it does now, it is no longer needed.
    let _ = child.kill();
    let _ = child.wait();
    let refused = |reason: String| {
        Error::new(ErrorKind::User, format!("the PDF file cannot be read: {reason}")).hint(INSTEAD)
    };
    let told = told.ok_or_else(|| {
        refused("it takes too much time or memory, or it is made to do harm".to_owned())
    })?;
    let read: Result<String, PdfError> = serde_json::from_slice(&told)
        .map_err(|_| refused("it takes too much memory, or it is made to do harm".to_owned()))?;
    read.map_err(|error| refused(error.to_string()))
}

/// Hands the file over and returns what the process says; none where it says nothing in time.
fn talk(child: &mut Child, bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut stdin, stdout) = (child.stdin.take()?, child.stdout.take()?);
    let start = Instant::now();
    std::thread::scope(|scope| {
        // A process that dies early closes the pipe: then there is nothing more to hand over.
        scope.spawn(move || drop(stdin.write_all(bytes)));
        let told = scope.spawn(move || {
            let mut told = Vec::new();
            stdout.take(MAX_TEXT).read_to_end(&mut told).map(|_| told)
        });
        while !told.is_finished() {
            if start.elapsed() > TIME {
                // Closes both pipes, and with that ends both threads.
                let _ = child.kill();
                return None;
            }
            std::thread::sleep(PAUSE);
        }
        told.join().ok()?.ok()
    })
}

/// Limits the process before it has anything to read.
fn limit(child: &Child) {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Pid, Resource, Rlimit, prlimit};
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, TIME.as_secs())] {
            let limit = Rlimit { current: Some(most), maximum: Some(most) };
            if let Err(error) = prlimit(pid, resource, limit) {
                tracing::warn!(%error, "the process that reads PDF files is not limited");
            }
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = child;
}
