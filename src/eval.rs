//! Here are questions with what is right for them, give me figures: how good the answers are, how fast they come.
//!
//! `gold` scores the whole reply to questions about policy documents; `fit` fits the weights on such questions;
//! `collection` measures the plain ranking on any collection in BEIR's form; `ablation` takes ingredients out.

pub mod ablation;
pub mod collection;
pub mod fit;
pub mod gold;

/// Returns what a share of some figures, 0 to 1, does not exceed; 0 of none.
pub fn quantiles(mut figures: Vec<f64>) -> impl Fn(f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    move |share| {
        let place = ((figures.len() as f64 * share) as usize).min(figures.len().saturating_sub(1));
        figures.get(place).copied().unwrap_or(0.0)
    }
}
