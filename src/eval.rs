//! Here are questions with what is right for them, give me figures: how good the answers are, how fast they come.
//!
//! `gold` scores the whole reply to questions about policy documents; `fit` fits the weights on such questions;
//! `collection` measures the plain ranking on any collection in BEIR's form; `ablation` takes ingredients out.

pub mod ablation;
pub mod collection;
pub mod fit;
pub mod gold;
