//! Answers residents' questions from a Japanese ward's own policy documents.
//!
//! The modules stand in the order of the data, and each uses only those before it.

#![cfg_attr(not(test), warn(unused_crate_dependencies))]

pub mod clock;

pub mod text;

pub mod files;
pub mod toml_file;

pub mod error;

pub mod model;

pub mod contacts;

pub mod corpus;

pub mod library;

pub mod diff;

pub mod expected;

pub mod analysis;

pub mod furigana;

pub mod index;

pub mod search;

pub mod question;

pub mod glossary;

pub mod answer;

pub mod settings;

pub mod locale;

pub mod render;

pub mod chart;

pub mod store;

pub mod service;

pub mod report;

pub mod metrics;

pub mod monitor;

pub mod doctor;

pub mod discord;

pub mod eval;

pub mod cli;
