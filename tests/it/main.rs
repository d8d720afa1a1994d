//! The project's tests, by boundary.

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
