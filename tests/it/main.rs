//! The project's tests, by boundary.

#![allow(clippy::disallowed_methods, reason = "tests name their files in their own messages")]
#![allow(missing_docs, reason = "a test's name says what it holds")]

mod analysis;
mod cli;
mod corpus;
mod generations;
mod layering;
mod locale;
mod questions;
mod render;
mod settings;
mod support;
