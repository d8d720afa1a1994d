//! The project's tests, by boundary.
#![allow(
    clippy::expect_used,
    clippy::format_collect,
    clippy::disallowed_methods,
    reason = "a test fails by a panic, and has files of its own"
)]

mod analysis;
mod cli;
mod corpus;
mod discord;
mod generations;
mod layering;
mod locale;
mod questions;
mod render;
mod settings;
mod support;
