//! The project's tests, by boundary.

#![allow(clippy::disallowed_methods, reason = "tests name their files in their own messages")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test ends where its ground is missing"
)]
#![allow(missing_docs, reason = "a test's name says what it holds")]

mod analysis;
mod book;
mod charts;
mod cli;
mod corpus;
mod data;
mod discord;
mod everyone;
mod furigana;
mod fuzzing;
mod generations;
mod glossary;
mod layering;
mod library;
mod limits;
mod locale;
mod monitor;
mod pdf;
mod questions;
mod render;
mod settings;
mod support;
