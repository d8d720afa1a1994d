//! The project's tests, by boundary.

mod analysis;
mod generations;
mod layering;
mod questions;
mod support;
