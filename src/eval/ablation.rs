//! What each ingredient brings: the same questions without it.

use std::time::Instant;

use super::fit::{RankingCase, fold_of, ranking, ranking_case};
use super::gold::GoldQuestion;
use crate::answer::{Composer, Ranking};
use crate::index::IndexError;
use crate::question::{KanaWords, Places, QuestionReader, Thesaurus};
use crate::search::{ASKED, Feature, GRAMS, KANA, Weights};

/// Something that the ranking is made of and can be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ingredient {
    /// Other words, and with them questions in other languages.
    Thesaurus,
    /// Expected questions.
    Expected,
    /// Readings in kana.
    Kana,
    /// Character bigrams.
    Grams,
    /// Titles and headings apart from all text.
    Fields,
    /// The kind of the record, related records, whether it holds what is wanted.
    Structure,
    /// Names of wards and cities.
    Places,
    /// Everything but BM25 over all text.
    Reranker,
}

impl Ingredient {
    /// Every ingredient.
    pub const ALL: &[Ingredient] = &[
        Ingredient::Thesaurus,
        Ingredient::Expected,
        Ingredient::Kana,
        Ingredient::Grams,
        Ingredient::Fields,
        Ingredient::Structure,
        Ingredient::Places,
        Ingredient::Reranker,
    ];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Ingredient::Thesaurus => "thesaurus",
            Ingredient::Expected => "expected",
            Ingredient::Kana => "kana",
            Ingredient::Grams => "grams",
            Ingredient::Fields => "fields",
            Ingredient::Structure => "structure",
            Ingredient::Places => "places",
            Ingredient::Reranker => "reranker",
        }
    }

    fn features(self) -> Vec<Feature> {
        match self {
            // Without other words, what they add to the words themselves is nothing.
            Ingredient::Thesaurus | Ingredient::Places => Vec::new(),
            Ingredient::Expected => ASKED.to_vec(),
            Ingredient::Kana => KANA.to_vec(),
            Ingredient::Grams => GRAMS.to_vec(),
            Ingredient::Fields => vec![
                Feature::TitleCoverage,
                Feature::TitleMeaning,
                Feature::TitleFill,
                Feature::PathCoverage,
                Feature::TitleGrams,
                Feature::TitleGramFill,
                Feature::TitleKanaFill,
                Feature::TitleHolds,
            ],
            Ingredient::Structure => vec![
                Feature::Overview,
                Feature::Section,
                Feature::Principle,
                Feature::HasWanted,
                Feature::LacksWanted,
                Feature::Related,
            ],
            Ingredient::Reranker => {
                Feature::ALL.iter().copied().filter(|f| *f != Feature::Bm25).collect()
            }
        }
    }

    /// Returns a reader that does without it.
    pub fn strip_reader(self, reader: &QuestionReader) -> QuestionReader {
        let mut reader = reader.clone();
        match self {
            Ingredient::Thesaurus => reader.thesaurus = Thesaurus::default(),
            Ingredient::Kana => reader.kana = KanaWords::default(),
            Ingredient::Places => reader.places = Places::default(),
            _ => {}
        }
        reader
    }

    /// Returns weights that do without it.
    pub fn strip_weights(self, weights: &Weights) -> Weights {
        let mut weights = weights.clone();
        for feature in self.features() {
            weights.set(feature, 0.0);
        }
        weights
    }
}

/// How often the judging questions are timed.
const ROUNDS: usize = 7;

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was taken out; none in the first line.
    pub without: Option<Ingredient>,
    /// Share of the answerable training questions of one half that are right first, fitted on the other half.
    pub held_out: f64,
    /// Share of the judging questions that are right first, fitted on all training questions.
    pub judged: f64,
    /// Microseconds from a question's text to its ranked records, on average over the judging questions.
    pub micros: f64,
}

/// Takes each ingredient out in turn, fits the others anew on `train`, and measures on both.
pub fn table(
    all: Composer<'_>,
    train: &[GoldQuestion],
    judging: &[GoldQuestion],
) -> Result<Vec<Row>, IndexError> {
    let every = [None].into_iter().chain(Ingredient::ALL.iter().copied().map(Some));
    let variants: Vec<Variant> = every.map(|without| Variant::of(all, without)).collect();
    let mut rows: Vec<Row> = variants
        .iter()
        .map(|variant| variant.row(all, train, judging))
        .collect::<Result<_, _>>()?;
    // In turn, and the best of some rounds: whatever else the machine does only adds.
    for _ in 0..ROUNDS {
        for (variant, row) in variants.iter().zip(&mut rows) {
            row.micros = row.micros.min(variant.micros(all, judging)?);
        }
    }
    Ok(rows)
}

/// The ranking without one of its ingredients.
struct Variant {
    without: Option<Ingredient>,
    reader: QuestionReader,
    /// Ranks by its prior, so that no weight was fitted beside what is gone.
    ranking: Ranking,
}

impl Variant {
    fn of(all: Composer<'_>, without: Option<Ingredient>) -> Self {
        let reader = without
            .map_or_else(|| all.reader.clone(), |ingredient| ingredient.strip_reader(all.reader));
        let prior = &all.ranking.prior;
        let prior =
            without.map_or_else(|| prior.clone(), |ingredient| ingredient.strip_weights(prior));
        let ranking = Ranking { rank: prior.clone(), prior, ..all.ranking.clone() };
        Self { without, reader, ranking }
    }

    fn composer<'a>(&'a self, all: Composer<'a>) -> Composer<'a> {
        Composer { reader: &self.reader, ranking: &self.ranking, ..all }
    }

    /// Returns the microseconds that a question takes on average, from its text to its ranked records.
    fn micros(&self, all: Composer<'_>, questions: &[GoldQuestion]) -> Result<f64, IndexError> {
        let composer = self.composer(all);
        let start = Instant::now();
        for question in questions {
            composer.work(&question.question())?;
        }
        Ok(start.elapsed().as_secs_f64() * 1e6 / questions.len().max(1) as f64)
    }

    fn row(
        &self,
        all: Composer<'_>,
        train: &[GoldQuestion],
        judging: &[GoldQuestion],
    ) -> Result<Row, IndexError> {
        let composer = self.composer(all);
        let prior = &self.ranking.prior;
        let gone = self.without.map(Ingredient::features).unwrap_or_default();
        let cases = |questions: &[GoldQuestion]| -> Result<Vec<(u32, RankingCase)>, IndexError> {
            let answerable =
                questions.iter().filter(|q| q.kind != "aggregate" && q.expect.answerable);
            answerable
                .map(|question| {
                    let work = composer.work(&question.question())?;
                    let mut case = ranking_case(all.library, question, &work);
                    for features in &mut case.features {
                        for feature in &gone {
                            if let Some(value) = features.get_mut(*feature as usize) {
                                *value = 0.0;
                            }
                        }
                    }
                    Ok((fold_of(&question.id), case))
                })
                .collect()
        };
        let training = cases(train)?;
        let half = |odd: bool| -> Vec<RankingCase> {
            let chosen = training.iter().filter(|(fold, _)| (fold % 2 == 1) == odd);
            chosen.map(|(_, case)| case.clone()).collect()
        };
        let (odd, even) = (half(true), half(false));
        let share = |cases: &[RankingCase], weights: &Weights| {
            let right = cases.iter().filter(|case| case.first_is_accepted(weights)).count();
            100.0 * right as f64 / cases.len().max(1) as f64
        };
        let held_out =
            f64::midpoint(share(&odd, &ranking(&even, prior)), share(&even, &ranking(&odd, prior)));
        let everything: Vec<RankingCase> = training.iter().map(|(_, case)| case.clone()).collect();
        let weights = ranking(&everything, prior);
        let judged: Vec<RankingCase> = cases(judging)?.into_iter().map(|(_, case)| case).collect();

        Ok(Row {
            without: self.without,
            held_out,
            judged: share(&judged, &weights),
            micros: f64::INFINITY,
        })
    }
}
