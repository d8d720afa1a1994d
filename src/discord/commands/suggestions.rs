//! What Discord offers while an option is being typed.

use poise::serenity_prelude::{AutocompleteChoice, CreateAutocompleteResponse};

use crate::model::FiscalYear;
use crate::report;
use crate::service::AnswerService;
use crate::text::fold;

use super::{Context, bot, is_asked_by_moderator, voice};
use crate::discord::card::{clean, heading, year_name};
use crate::discord::custom_id::MeasureRef;
use crate::discord::limits::{self, OPTION, OPTIONS};

fn response(choices: Vec<(String, String)>) -> CreateAutocompleteResponse {
    let choices = choices
        .into_iter()
        .map(|(name, value)| (clean(&name).replace('\n', " "), value))
        .filter(|(name, value)| {
            !name.trim().is_empty() && !value.is_empty() && limits::units(value) <= OPTION
        })
        .take(OPTIONS)
        .map(|(name, value)| AutocompleteChoice::new(limits::fit(name.trim(), OPTION), value))
        .collect();
    CreateAutocompleteResponse::new().set_choices(choices)
}

/// Offers the wards of which documents are loaded.
pub async fn wards(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let partial = fold(partial.trim());
    let wards = bot(ctx).service.corpus().municipalities();
    let fitting = wards.into_iter().filter(|ward| fold(ward).contains(&partial));
    response(fitting.map(|ward| (ward.clone(), ward)).collect())
}

/// Offers the years that the loaded documents are about, the newest first.
pub async fn years(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let corpus = bot(ctx).service.corpus();
    let mut years: Vec<FiscalYear> =
        corpus.documents().iter().filter_map(|document| document.fiscal_year).collect();
    years.sort_unstable();
    years.dedup();
    let partial = fold(partial.trim());
    let named = years.into_iter().rev().map(|year| (year_name(voice(ctx), year), year.to_string()));
    response(named.filter(|(name, _)| fold(name).contains(&partial)).collect())
}

/// Offers the documents that are loaded, for moderators.
pub async fn documents(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let partial = fold(partial.trim());
    let corpus = bot(ctx).service.corpus();
    let named = corpus.documents().iter().map(|document| {
        let info = document.info();
        (format!("{} {}", info.municipality, info.id), info.id.clone())
    });
    let fitting =
        named.filter(|(name, _)| is_asked_by_moderator(ctx) && fold(name).contains(&partial));
    response(fitting.collect())
}

/// Offers the generations that are kept, the newest first, for moderators.
pub async fn generations(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    if !is_asked_by_moderator(ctx) {
        return response(Vec::new());
    }
    let past = match bot(ctx).with_service(AnswerService::history).await {
        Ok(Ok(past)) => past,
        Ok(Err(error)) => {
            tracing::error!(%error, "no suggestions");
            Vec::new()
        }
        Err(failure) => {
            tracing::error!(%failure, "no suggestions");
            Vec::new()
        }
    };
    let (partial, locale) = (fold(partial.trim()), voice(ctx).locale());
    let named = past
        .into_iter()
        .filter(|it| !it.live)
        .map(|generation| (report::generation(&generation, locale), generation.name));
    response(named.filter(|(name, _)| fold(name).contains(&partial)).collect())
}

/// Offers measures by number, title or content; the value names the measure itself.
pub async fn measures(ctx: Context<'_>, partial: &str) -> CreateAutocompleteResponse {
    let found = bot(ctx).service.suggest(partial, OPTIONS).unwrap_or_else(|error| {
        tracing::error!(%error, "no suggestions");
        Vec::new()
    });
    let choices = found.iter().map(|measure| {
        let document = &measure.document;
        let year = document.fiscal_year.map_or_else(String::new, |year| year.to_string());
        let place = format!("（{} {year}）", document.municipality);
        let room = OPTION.saturating_sub(limits::units(&place));
        let name = format!("{}{place}", limits::fit(&heading(measure), room));
        (name, MeasureRef::of(measure).to_string())
    });
    response(choices.collect())
}
