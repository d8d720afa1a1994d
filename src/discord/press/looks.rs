//! Buttons that show an answer otherwise, to the person alone: with readings, for a screen reader, its words explained.

use crate::render::Look;
use crate::store::is_sensitive;

use super::super::bot::Ask;
use super::super::card::{self, View};
use super::super::custom_id::MeasureRef;
use super::super::failure::Failure;
use super::super::reply::Reply;
use super::super::say::Voice;
use super::Press;

/// Shows the answer in another look.
pub async fn show(
    press: &Press<'_>,
    measure: Option<&MeasureRef>,
    look: Look,
) -> Result<(), Failure> {
    match again(press, measure, look)? {
        Some(mut reply) => {
            reply.rows.clear();
            press.respond(&reply).await
        }
        None => press.whisper(if measure.is_some() { "gone" } else { "old-button" }).await,
    }
}

/// Explains the words of a measure.
pub async fn words(press: &Press<'_>, measure: &MeasureRef) -> Result<(), Failure> {
    let Some((found, _)) = press.bot.find(measure) else { return press.whisper("gone").await };
    let view = press.bot.view(&press.asker, press.voice, true);
    press.respond(&card::words(&found, &view)).await
}

/// Makes the card again: by its question where that still leads to its measure, else of the measure alone.
fn again(
    press: &Press<'_>,
    measure: Option<&MeasureRef>,
    look: Look,
) -> Result<Option<Reply>, Failure> {
    let view = |voice: Voice| View { look, ..press.bot.view(&press.asker, voice, true) };
    let found = measure.and_then(|measure| press.bot.find(measure)).map(|(found, _)| found);
    if measure.is_some() && found.is_none() {
        return Ok(None);
    }
    if let Some(text) = press.question() {
        let answer = press.bot.answer(&press.asker, Ask { text, ..Ask::default() })?;
        let first = answer.answers.first().map(|found| &found.measure.id);
        let is_same = found.as_ref().is_none_or(|found| first == Some(&found.measure.id));
        if is_same && !is_sensitive(&answer) {
            let chosen = press.bot.chosen_language(&press.asker);
            let voice = Voice::of(chosen.unwrap_or(answer.language));
            return Ok(Some(press.bot.card(&answer, &view(voice))));
        }
    }
    Ok(found.map(|found| press.bot.show_card(&found, &[], &view(press.voice))))
}
