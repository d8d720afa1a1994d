//! What holds for any input: one function a fuzz target, called by the target and, over the kept inputs, by the tests.
//!
//! A function panics where something does not hold. It runs in the project's folder, where config and seeds are.

#![allow(clippy::disallowed_methods, reason = "files are named in their own messages")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic is how a target tells what it found"
)]

mod answers;
mod config;
mod custom_ids;
mod documents;

pub use answers::question;
pub use config::config;
pub use custom_ids::custom_id;
pub use documents::{decode, reader, upload};
