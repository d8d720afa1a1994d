//! The project's tests, by boundary.

mod analysis;
mod corpus;
mod generations;
mod layering;
mod questions;
mod support;
