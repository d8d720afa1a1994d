//! Answers residents' questions from a Japanese ward's own policy documents.
//!
//! The modules stand in the order of the data, and each uses only those before it.

pub mod error;
pub mod text;

pub mod toml_file;

pub mod model;

pub mod contacts;

pub mod question;

pub mod answer;

pub mod settings;

pub mod locale;

pub mod render;

pub mod service;

pub mod cli;
