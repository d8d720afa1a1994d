//! What policy documents add to the plain ranking, and how sure an answer is.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::library::{Fact, Head, Library, Place};
use crate::model::MeasureKind;
use crate::question::{Intent, Language, Reading, Slot};
use crate::search::{Feature, Hit, Plan, Weights};

/// The weights of ranking and confidence: `config/ranking.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ranking {
    /// An answer is presented from this confidence on; a setting.
    #[serde(skip)]
    pub answer_threshold: f32,
    /// Nearby topics are offered from this confidence on; a setting.
    #[serde(skip)]
    pub suggest_threshold: f32,
    /// What each feature counts for questions of any kind: where a fit starts, and what it is pulled towards.
    pub prior: Weights,
    /// What each feature of a record counts.
    pub rank: Weights,
    /// What each sign counts for the confidence.
    pub confidence: BTreeMap<String, f32>,
}

/// Signs that an answer is right, in the order of the vector.
pub const SIGNS: &[&str] = &[
    "bias",
    "score",
    "margin",
    "coverage",
    "meaning-coverage",
    "title-meaning",
    "title-fill",
    "grams",
    "kana",
    "asked",
    "asked-grams",
    "unknown-share",
    "heaviest-missing",
    "nouns-met",
    "nouns-missing",
    "named-missing",
    "only-part",
    "grams-over-words",
    "margin-share",
    "phrase-met",
    "all-met",
    "length",
    "ward-named",
    "detail-asked",
    "fact-asked",
    "section",
];

/// Sets the features that only policy documents have, and scores again.
///
/// Every hit of a question comes by here: their heads are looked at, and no measure is read.
pub(super) fn finish(
    library: &Library,
    reading: &Reading,
    plan: &Plan,
    weights: &Weights,
    hits: &mut Vec<Hit>,
) {
    let names_subject = names_subject(reading, plan);
    let asks_money = reading.wants(Intent::Budget) || reading.wants(Intent::Compare);
    hits.retain(|hit| library.head(hit.record).is_some());
    let fit: HashMap<Place, f32> =
        hits.iter().map(|hit| (hit.record, hit.features.get(Feature::MeaningCoverage))).collect();
    // Where the words fit both, who asks for money is shown the measure that prints it.
    let has_money = |hit: &&Hit| library.head(hit.record).is_some_and(|head| head.has(Fact::Money));
    let best_with_money = hits
        .iter()
        .filter(has_money)
        .map(|hit| hit.features.get(Feature::MeaningCoverage))
        .fold(0.0, f32::max);
    for hit in hits.iter_mut() {
        let Some(head) = library.head(hit.record) else { continue };
        let kind = match head.kind {
            MeasureKind::Overview => Some(Feature::Overview),
            MeasureKind::Section => Some(Feature::Section),
            MeasureKind::Principle => Some(Feature::Principle),
            MeasureKind::Measure => None,
        };
        if let Some(kind) = kind {
            hit.features.set(kind, 1.0);
        }
        // An overview's line is as long as a sentence, and has the money.
        let is_titled = match head.kind {
            MeasureKind::Measure if asks_money && !head.has(Fact::Money) => {
                names_subject && hit.features.get(Feature::MeaningCoverage) > best_with_money
            }
            MeasureKind::Measure => names_subject,
            MeasureKind::Overview => names_subject && asks_money,
            MeasureKind::Section | MeasureKind::Principle => false,
        };
        if is_titled && hit.features.get(Feature::TitleCoverage) > 1.0 - 1e-3 {
            hit.features.set(Feature::TitleHolds, 1.0);
        }
        if let Some(has) = has_wanted(&head, &reading.intents) {
            let feature = if has { Feature::HasWanted } else { Feature::LacksWanted };
            hit.features.set(feature, 1.0);
        }
        let related = library
            .related_places(hit.record)
            .filter_map(|place| fit.get(&place))
            .fold(0.0_f32, |best, fit| best.max(*fit));
        hit.features.set(Feature::Related, related);
        hit.score = weights.score(&hit.features);
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.record.cmp(&b.record)));
    put_target_first(library, hits);
    if asks_money {
        put_money_first(library, hits);
    }
}

/// From this share of the first hit's score on, another fits about as well.
const ABOUT_AS_WELL: f32 = 0.9;

/// Puts a measure that prints money before one that does not, where it has as much of the question and fits about as
/// well: 防災の予算 is that of 地域防災の活動支援, and not what 防災リーダーの育成 lacks.
fn put_money_first(library: &Library, hits: &mut [Hit]) {
    let has_money = |hit: &Hit| library.head(hit.record).is_some_and(|head| head.has(Fact::Money));
    let Some((first, rest)) = hits.split_first_mut().filter(|(first, _)| !has_money(first)) else {
        return;
    };
    let coverage = first.features.get(Feature::MeaningCoverage);
    let is_rival = |hit: &&mut Hit| {
        has_money(hit)
            && hit.score >= ABOUT_AS_WELL * first.score
            && hit.features.get(Feature::MeaningCoverage) >= coverage
    };
    if let Some(rival) = rest.iter_mut().find(is_rival) {
        change_places(first, rival);
    }
}

/// Puts a hit in the place of the first, with its score, so that the order holds.
fn change_places(first: &mut Hit, other: &mut Hit) {
    std::mem::swap(first, other);
    std::mem::swap(&mut first.score, &mut other.score);
}

/// Puts what the first hit only points at in its place.
fn put_target_first(library: &Library, hits: &mut [Hit]) {
    let is_pointer =
        |place| library.head(place).is_some_and(|head: Head<'_>| head.has(Fact::Pointer));
    let Some((first, rest)) = hits.split_first_mut().filter(|(first, _)| is_pointer(first.record))
    else {
        return;
    };
    let targets: Vec<Place> = library.related_places(first.record).collect();
    let is_target = |hit: &&mut Hit| targets.contains(&hit.record) && !is_pointer(hit.record);
    if let Some(target) = rest.iter_mut().find(is_target) {
        change_places(first, target);
    }
}

/// Whether a measure holds the kind of fact asked for; none where no fact is.
fn has_wanted(head: &Head<'_>, intents: &[Intent]) -> Option<bool> {
    let wanted = |intent: &Intent| match intent {
        Intent::Budget | Intent::Compare => Some(Fact::Money),
        Intent::Results => Some(Fact::Results),
        Intent::Changes => Some(Fact::Changes),
        Intent::Target => Some(Fact::Target),
        Intent::Contact | Intent::Ranking | Intent::Total | Intent::Versus => None,
    };
    let mut facts = intents.iter().filter_map(wanted).peekable();
    facts.peek().is_some().then(|| facts.all(|fact| head.has(fact)))
}

/// Details that a policy document seldom holds: asked for, they make a confident answer less likely to be right.
const DETAILS: &[Slot] =
    &[Slot::Time, Slot::Place, Slot::Documents, Slot::Procedure, Slot::Eligibility, Slot::Price];

/// Returns the signs for the first hit, in the order of [`SIGNS`].
pub fn signs(reading: &Reading, plan: &Plan, hits: &[Hit], frequencies: &[u64]) -> Vec<f32> {
    let Some(first) = hits.first() else { return vec![0.0; SIGNS.len()] };
    let feature = |feature| first.features.get(feature);
    // A related record is no rival: an overview line and its row are one matter.
    let rival = hits.get(1).map_or(0.0, |second| second.score);
    let met = |at: usize| first.met.get(at).copied().unwrap_or(0.0);
    let frequency = |at: usize| frequencies.get(at).copied().unwrap_or(0);
    let total: f32 = plan.terms.iter().map(|term| term.weight).sum::<f32>().max(0.5);
    let words = || plan.terms.iter().enumerate();
    let unknown: f32 = words()
        .filter(|(at, _)| frequency(*at) == 0 && met(*at) == 0.0)
        .map(|(_, term)| term.weight)
        .sum();
    let heaviest = words()
        .map(|(at, term)| (1.0 - met(at)) * term.weight / (1.0 + frequency(at) as f32).sqrt())
        .fold(0.0_f32, f32::max);
    let nouns = || words().filter(|(_, term)| term.weight >= 1.0);
    let nouns_met: f32 = nouns().map(|(at, _)| met(at)).sum();
    let nouns_missing: f32 = nouns().map(|(at, _)| 1.0 - met(at)).sum();
    // A word that the thesaurus knows names a subject: the more telling that the record has nothing of it.
    let named =
        || words().filter(|(at, _)| plan.expansions.iter().any(|other| other.sources.contains(at)));
    let named_missing =
        named().filter(|(at, _)| met(*at) < 0.2).count() as f32 / (1.0 + named().count() as f32);
    let flag = |is: bool| f32::from(u8::from(is));
    vec![
        1.0,
        first.score,
        first.score - rival,
        feature(Feature::Coverage),
        feature(Feature::MeaningCoverage),
        feature(Feature::TitleMeaning),
        feature(Feature::TitleFill),
        feature(Feature::Grams),
        feature(Feature::Kana),
        feature(Feature::Asked),
        feature(Feature::AskedGrams),
        unknown / total,
        heaviest,
        (1.0 + nouns_met).ln(),
        (1.0 + nouns_missing).ln(),
        named_missing,
        flag(nouns_met <= 1.0 && nouns_missing >= 1.0),
        // A misspelt word is no word of the record and still shares most of its characters.
        (feature(Feature::Grams) - feature(Feature::Coverage)).max(0.0),
        // Where nothing else was found, standing out says nothing.
        if first.score > 0.0 && hits.len() > 1 {
            ((first.score - rival) / first.score).min(1.0)
        } else {
            0.0
        },
        first.phrase,
        flag(meets_all(plan, first, HALF)),
        (1.0 + plan.terms.len() as f32).ln(),
        flag(!reading.municipalities.is_empty()),
        flag(reading.slots.iter().any(|slot| DETAILS.contains(slot))),
        flag(!reading.intents.is_empty()),
        feature(Feature::Section),
    ]
}

/// Whether a record has at least a share of every word of a question: of a bare 5G, of 生活に困ったとき.
pub(super) fn meets_all(plan: &Plan, hit: &Hit, share: f32) -> bool {
    let is_met = |at: usize| hit.met.get(at).is_some_and(|met| *met > share);
    !plan.terms.is_empty() && (0..plan.terms.len()).all(is_met)
}

/// Whether a record has every word of a question itself.
pub(super) fn says_all(hit: &Hit) -> bool {
    hit.features.get(Feature::Coverage) > WHOLE
}

/// More than this of a word is met by the word itself or one that means nearly the same.
pub(super) const HALF: f32 = 0.5;
/// More than this of a word is met by the word itself or one that means the same.
pub(super) const WHOLE: f32 = 0.9;

/// Up to this share of a question's characters or sounds is found in any longer text.
const CHANCE: f32 = 0.2;

/// Whether a record has anything of a question: a word, another word for it, or a part of its characters or sounds.
///
/// A lone bigram in common with an expected question is chance: ほげほげ.
pub(super) fn shares_something(hit: &Hit) -> bool {
    let feature = |feature| hit.features.get(feature);
    feature(Feature::MeaningCoverage) > 0.0
        || feature(Feature::Asked) > 0.0
        || feature(Feature::Grams).max(feature(Feature::Kana)) > CHANCE
}

/// Whether a question's words are the asker's own, none that a translation left over, and name a subject: 子育て, which
/// the thesaurus knows, or more words than one, and not a lone 充実.
pub(super) fn names_subject(reading: &Reading, plan: &Plan) -> bool {
    let is_known = || plan.expansions.iter().any(|other| !other.sources.is_empty());
    is_in_own_words(reading) && (plan.terms.len() > 1 || is_known())
}

/// Whether a question's words are the asker's own, none that a translation left over.
pub(super) fn is_in_own_words(reading: &Reading) -> bool {
    matches!(reading.language, Language::Japanese | Language::EasyJapanese)
}

/// Whether the first hit is the only one whose title holds every word of the question: of 東京都港区の子育て支援,
/// 子ども・子育て支援.
pub(super) fn is_the_title(hits: &[Hit]) -> bool {
    let holds = |hit: &Hit| hit.features.get(Feature::TitleHolds) > 0.0;
    hits.first().is_some_and(holds) && !hits.iter().skip(1).any(holds)
}

impl Ranking {
    /// Returns how likely it is, 0 to 1, that the first hit answers the question.
    pub fn confidence(&self, signs: &[f32]) -> f32 {
        let sum: f32 = SIGNS
            .iter()
            .zip(signs)
            .map(|(name, value)| self.confidence.get(*name).copied().unwrap_or(0.0) * value)
            .sum();
        1.0 / (1.0 + (-sum).exp())
    }
}
