//! Answers residents' questions from a Japanese ward's own policy documents.
//!
//! The modules stand in the order of the data, and each uses only those before it.

pub mod text;

pub mod model;

pub mod corpus;
