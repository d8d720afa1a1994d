//! Fits the weights of the ranking and of the confidence on questions with known answers.
//!
//! Ranking: for each question the candidates' scores go through a softmax, and the share of the accepted ones is made
//! large. Confidence: a logistic regression of "the first hit is accepted" on the signs. Both are pulled towards priors
//! and solved by full-batch gradient steps from a fixed start, so that a refit of equal data gives equal weights.

use std::collections::BTreeMap;

use crate::answer::{Ranking, SIGNS};
use crate::search::{Feature, Weights};

/// The candidates of one question: their features, and whether each is accepted.
#[derive(Clone, Debug)]
pub struct RankingCase {
    /// One vector of features per candidate.
    pub features: Vec<Vec<f32>>,
    /// Which are accepted.
    pub accepted: Vec<bool>,
}

/// The signs of one first hit, and whether it is right to present it.
#[derive(Clone, Debug)]
pub struct ConfidenceCase {
    /// In the order of [`SIGNS`].
    pub signs: Vec<f32>,
    /// Whether it is right.
    pub is_right: bool,
}

const STEPS: usize = 400;
const RATE: f64 = 0.05;
/// How strongly weights are pulled towards the priors.
const PULL: f64 = 0.002;

/// Fits the weights of the ranking, starting from and pulled towards `prior`.
pub fn ranking(cases: &[RankingCase], prior: &Weights) -> Weights {
    let prior: Vec<f64> = prior.to_vec().into_iter().map(f64::from).collect();
    let usable: Vec<&RankingCase> = cases
        .iter()
        .filter(|case| case.accepted.iter().any(|is| *is) && !case.accepted.iter().all(|is| *is))
        .collect();
    let weights = descend(&prior, &prior, |weights, gradient| {
        for case in &usable {
            let scores: Vec<f64> = case.features.iter().map(|f| dot(weights, f)).collect();
            let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let parts: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
            let all: f64 = parts.iter().sum();
            let good: f64 = parts
                .iter()
                .zip(&case.accepted)
                .filter(|(_, is)| **is)
                .map(|(part, _)| part)
                .sum::<f64>()
                .max(1e-12);
            for ((features, part), is_accepted) in
                case.features.iter().zip(&parts).zip(&case.accepted)
            {
                let wanted = if *is_accepted { part / good } else { 0.0 };
                let pull = (part / all - wanted) / usable.len() as f64;
                for (slot, feature) in gradient.iter_mut().zip(features) {
                    *slot += pull * f64::from(*feature);
                }
            }
        }
    });
    Weights::from_slice(&weights.iter().map(|w| round(*w)).collect::<Vec<_>>())
}

/// Fits the confidence.
pub fn confidence(cases: &[ConfidenceCase]) -> BTreeMap<String, f32> {
    let prior = vec![0.0; SIGNS.len()];
    let weights = descend(&prior, &prior, |weights, gradient| {
        for case in cases {
            let sum = dot(weights, &case.signs);
            let probability = 1.0 / (1.0 + (-sum).exp());
            let error = (probability - f64::from(u8::from(case.is_right))) / cases.len() as f64;
            for (slot, sign) in gradient.iter_mut().zip(&case.signs) {
                *slot += error * f64::from(*sign);
            }
        }
    });
    SIGNS.iter().zip(&weights).map(|(name, w)| ((*name).to_owned(), round(*w))).collect()
}

/// Adam from `start`, pulled towards `prior`.
fn descend(
    start: &[f64],
    prior: &[f64],
    add_gradient: impl Fn(&[f64], &mut Vec<f64>),
) -> Vec<f64> {
    let mut weights = start.to_vec();
    let mut mean = vec![0.0; weights.len()];
    let mut square = vec![0.0; weights.len()];
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> =
            weights.iter().zip(prior).map(|(w, p)| 2.0 * PULL * (w - p)).collect();
        add_gradient(&weights, &mut gradient);
        let decay_mean = 1.0 - 0.9_f64.powi(step as i32);
        let decay_square = 1.0 - 0.999_f64.powi(step as i32);
        for at in 0..weights.len() {
            mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
            square[at] = 0.999 * square[at] + 0.001 * gradient[at] * gradient[at];
            let step = (mean[at] / decay_mean) / ((square[at] / decay_square).sqrt() + 1e-8);
            weights[at] -= RATE * step;
        }
    }
    weights
}

fn dot(weights: &[f64], values: &[f32]) -> f64 {
    weights.iter().zip(values).map(|(weight, value)| weight * f64::from(*value)).sum()
}

/// Three digits are enough to read and to reproduce.
fn round(weight: f64) -> f32 {
    ((weight * 1000.0).round() / 1000.0) as f32
}

/// Writes the table of weights as the file that the program reads.
pub fn to_toml(ranking: &Ranking) -> String {
    let mut text = String::from(
        "# Weights of the ranking and of the confidence; docs/ranking.md says what each stands for.\n\
         # Fitted by: madoguchi eval --gold tests/questions/train.jsonl --fit\n\n",
    );
    text += &format!("answer-threshold = {}\n", ranking.answer_threshold);
    text += &format!("suggest-threshold = {}\n\n[rank]\n", ranking.suggest_threshold);
    for feature in Feature::ALL {
        text += &format!("{} = {:?}\n", feature.name(), ranking.rank.get(*feature));
    }
    text += "\n[confidence]\n";
    for sign in SIGNS {
        let weight = ranking.confidence.get(*sign).copied().unwrap_or(0.0);
        text += &format!("{sign} = {weight:?}\n");
    }
    text
}
