//! Fits the weights of the ranking and of the confidence on questions with known answers.
//!
//! Ranking: for each question the candidates' scores go through a softmax, and the share of the accepted ones is made
//! large. Confidence: a logistic regression of "the first hit is accepted" on the signs. Both are pulled towards priors
//! and solved by full-batch gradient steps from a fixed start, so that a refit of equal data gives equal weights.

#![expect(clippy::indexing_slicing, reason = "all vectors have one length")]

use std::collections::BTreeMap;

use super::gold::GoldQuestion;
use crate::answer::{Composer, Ranking, SIGNS, Work};
use crate::error::Error;
use crate::library::Library;
use crate::question::Tone;
use crate::search::{Feature, Hit, Weights};
use crate::service::AnswerService;

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

/// What a refit gives.
#[derive(Clone, Debug)]
pub struct Refit {
    /// The weights fitted on all questions.
    pub ranking: Ranking,
    /// What was measured, for people.
    pub figures: String,
}

/// Questions are cut into this many parts by their ids; each part is judged by weights fitted on the others.
const FOLDS: u32 = 5;

/// Fits all weights on questions, and cross-validates.
pub fn refit(service: &AnswerService, questions: &[GoldQuestion]) -> Result<Refit, Error> {
    let base = service.ranking();
    let library = service.corpus();
    let mut works: Vec<(&GoldQuestion, Work)> = Vec::new();
    for question in questions.iter().filter(|question| question.kind != "aggregate") {
        let work = service.with_composer(|composer| composer.work(&question.question()))?;
        works.push((question, work));
    }
    let answerable: Vec<(u32, RankingCase)> = works
        .iter()
        .filter(|(question, _)| question.expect.answerable)
        .map(|(question, work)| (fold_of(&question.id), ranking_case(&library, question, work)))
        .collect();
    let fit_on = |keep: &dyn Fn(u32) -> bool| {
        let cases: Vec<RankingCase> = answerable
            .iter()
            .filter(|(fold, _)| keep(*fold))
            .map(|(_, case)| case.clone())
            .collect();
        ranking(&cases, &base.prior)
    };
    let first_right = |weights: &Weights, keep: &dyn Fn(u32) -> bool| {
        answerable
            .iter()
            .filter(|(fold, case)| keep(*fold) && case.first_is_accepted(weights))
            .count()
    };
    let rank = fit_on(&|_| true);
    let held_out: usize = (0..FOLDS)
        .map(|fold| {
            let weights = fit_on(&|other| other != fold);
            first_right(&weights, &|other| other == fold)
        })
        .sum();
    let share = |part: usize| 100.0 * part as f64 / answerable.len().max(1) as f64;
    let mut figures = format!(
        "right first of {} answerable: before {:.1}%, fitted {:.1}%, held out ({FOLDS} folds) {:.1}%\n",
        answerable.len(),
        share(first_right(&base.rank, &|_| true)),
        share(first_right(&rank, &|_| true)),
        share(held_out),
    );

    let mut ranking = Ranking { rank, ..base };
    let mut cases: Vec<(u32, bool, ConfidenceCase)> = Vec::new();
    for (question, _) in &works {
        let work = service.with_composer(|all| {
            Composer { ranking: &ranking, ..all }.work(&question.question())
        })?;
        if let Some(case) = confidence_case(&library, question, work) {
            cases.push((fold_of(&question.id), question.expect.answerable, case));
        }
    }
    let mut judged: Vec<(f32, bool, bool)> = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<ConfidenceCase> =
            cases.iter().filter(|(at, ..)| *at != fold).map(|(.., case)| case.clone()).collect();
        let held = Ranking { confidence: confidence(&others), ..ranking.clone() };
        for (_, answerable, case) in cases.iter().filter(|(at, ..)| *at == fold) {
            judged.push((held.confidence(&case.signs), *answerable, case.is_right));
        }
    }
    let all: Vec<ConfidenceCase> = cases.iter().map(|(.., case)| case.clone()).collect();
    ranking.confidence = confidence(&all);
    for step in 2..=16_u8 {
        let threshold = f32::from(step) * 0.05;
        let right = judged.iter().filter(|(.., is_right)| *is_right).count();
        let lost = judged.iter().filter(|(p, _, is_right)| *is_right && *p < threshold).count();
        let absent = judged.iter().filter(|(_, answerable, _)| !answerable).count();
        let declined =
            judged.iter().filter(|(p, answerable, _)| !answerable && *p < threshold).count();
        figures += &format!(
            "threshold {threshold:.2}: loses {:.1}% of right answers, declines {:.1}% of unanswerable (held out)\n",
            100.0 * lost as f64 / right.max(1) as f64,
            100.0 * declined as f64 / absent.max(1) as f64,
        );
    }
    figures += &reliability(&judged);
    Ok(Refit { ranking, figures })
}

/// Returns how often answers of each confidence were right.
fn reliability(judged: &[(f32, bool, bool)]) -> String {
    let mut text = String::new();
    for tenth in 0..10_u8 {
        let range = f32::from(tenth) / 10.0..f32::from(tenth + 1) / 10.0;
        let inside: Vec<_> = judged.iter().filter(|(p, ..)| range.contains(p)).collect();
        if inside.is_empty() {
            continue;
        }
        let right = inside.iter().filter(|(.., is_right)| *is_right).count();
        text += &format!(
            "confidence {:.1} to {:.1}: {} of {} right ({:.0}%)\n",
            range.start,
            range.end,
            right,
            inside.len(),
            100.0 * right as f64 / inside.len() as f64
        );
    }
    text
}

pub(super) fn fold_of(id: &str) -> u32 {
    id.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % FOLDS
}

pub(super) fn ranking_case(library: &Library, question: &GoldQuestion, work: &Work) -> RankingCase {
    // In an order that does not depend on the weights in place, since sums of floats do on theirs.
    let mut hits: Vec<&Hit> = work.hits.iter().collect();
    hits.sort_by_key(|hit| hit.record);
    let is_accepted = |hit: &Hit| library.at(hit.record).is_some_and(|m| question.accepts(&m.id.0));
    RankingCase {
        features: hits.iter().map(|hit| hit.features.as_slice().to_vec()).collect(),
        accepted: hits.iter().map(|hit| is_accepted(hit)).collect(),
    }
}

/// Returns what the confidence is to learn from a question; none where a rule decides.
fn confidence_case(
    library: &Library,
    question: &GoldQuestion,
    work: Work,
) -> Option<ConfidenceCase> {
    if work.reading.tone != Tone::Plain || work.reading.other_municipality.is_some() {
        return None;
    }
    let first = library.at(work.hits.first()?.record)?;
    if !question.expect.answerable && question.expect.accept_answered.contains(&first.id.0) {
        return None;
    }
    let is_right = question.expect.answerable && question.accepts(&first.id.0);
    Some(ConfidenceCase { signs: work.signs, is_right })
}

impl RankingCase {
    /// Whether weights put an accepted candidate first.
    pub fn first_is_accepted(&self, weights: &Weights) -> bool {
        let weights = weights.to_vec();
        let score = |features: &Vec<f32>| -> f32 {
            features.iter().zip(&weights).map(|(value, weight)| value * weight).sum()
        };
        let mut best: Option<(f32, bool)> = None;
        for (features, accepted) in self.features.iter().zip(&self.accepted) {
            let score = score(features);
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, *accepted));
            }
        }
        best.is_some_and(|(_, accepted)| accepted)
    }
}

const STEPS: usize = 400;
const RATE: f64 = 0.05;
/// How strongly the ranking's weights are pulled towards the priors.
const PULL_RANKING: f64 = 0.01;
/// How strongly the confidence's weights are pulled towards nothing.
const PULL_CONFIDENCE: f64 = 0.0002;

/// Fits the weights of the ranking, starting from and pulled towards `prior`.
pub fn ranking(cases: &[RankingCase], prior: &Weights) -> Weights {
    let prior: Vec<f64> = prior.to_vec().into_iter().map(f64::from).collect();
    let usable: Vec<&RankingCase> = cases
        .iter()
        .filter(|case| case.accepted.iter().any(|is| *is) && !case.accepted.iter().all(|is| *is))
        .collect();
    let weights = descend(&prior, PULL_RANKING, |weights, gradient| {
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
    let weights = descend(&prior, PULL_CONFIDENCE, |weights, gradient| {
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

/// Adam from `prior`, pulled towards it.
fn descend(prior: &[f64], pull: f64, add_gradient: impl Fn(&[f64], &mut Vec<f64>)) -> Vec<f64> {
    let mut weights = prior.to_vec();
    let mut mean = vec![0.0; weights.len()];
    let mut square = vec![0.0; weights.len()];
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> =
            weights.iter().zip(prior).map(|(w, p)| 2.0 * pull * (w - p)).collect();
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
         # [prior] suits questions on any text and is set by hand; the others are fitted from it by\n\
         # madoguchi eval --gold tests/questions/train.jsonl --fit\n\n",
    );
    for (name, weights) in [("prior", &ranking.prior), ("rank", &ranking.rank)] {
        text += &format!("[{name}]\n");
        for feature in Feature::ALL {
            text += &format!("{} = {:?}\n", feature.name(), weights.get(*feature));
        }
        text.push('\n');
    }
    text += "[confidence]\n";
    for sign in SIGNS {
        let weight = ranking.confidence.get(*sign).copied().unwrap_or(0.0);
        text += &format!("{sign} = {weight:?}\n");
    }
    text
}
