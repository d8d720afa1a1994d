//! Buttons and menus that show something: more, another candidate, one of several wards.

use crate::store::is_sensitive;

use super::super::bot::Ask;
use super::super::browse_tree;
use super::super::commands;
use super::super::custom_id::{MeasureRef, Since};
use super::super::failure::Failure;
use super::super::reply::Reply;
use super::super::say::Voice;
use super::Press;

/// Shows a page of everything that the document says.
pub async fn more(
    press: &Press<'_>,
    measure: &MeasureRef,
    page: u16,
    turn: bool,
) -> Result<(), Failure> {
    let Some((found, since)) = press.bot.find(measure) else { return press.whisper("gone").await };
    let view = press.bot.view(&press.asker, press.voice, true);
    let reply = noted(press.bot.details(&found.measure, page, &view), since, press.voice);
    if turn { press.replace(&reply).await } else { press.respond(&reply).await }
}

/// Shows another candidate, to the person alone.
pub async fn candidate(press: &Press<'_>) -> Result<(), Failure> {
    let Some(measure) = press.chosen().and_then(MeasureRef::parse) else {
        return press.whisper("old-button").await;
    };
    reveal(press, &measure).await
}

/// Shows a measure, to the person alone.
pub async fn reveal(press: &Press<'_>, measure: &MeasureRef) -> Result<(), Failure> {
    let Some((found, since)) = press.bot.find(measure) else { return press.whisper("gone").await };
    let view = press.bot.view(&press.asker, press.voice, true);
    press.respond(&noted(press.bot.show_card(&found, &[], &view), since, press.voice)).await
}

/// Shows a private answer to everyone.
pub async fn share(press: &Press<'_>, measure: &MeasureRef) -> Result<(), Failure> {
    let Some((found, since)) = press.bot.find(measure) else { return press.whisper("gone").await };
    let view = press.bot.view(&press.asker, press.voice, false);
    let reply = match press.question() {
        Some(text) => {
            let answer = press.bot.answer(&press.asker, Ask { text, ..Ask::default() })?;
            // The same card as before where the question still leads there; a sensitive one is never shared.
            let first = answer.answers.first();
            let is_same = first.is_some_and(|it| it.measure.id == found.measure.id);
            if is_same && !is_sensitive(&answer) {
                press.bot.card(&answer, &view)
            } else {
                press.bot.show_card(&found, &[], &view)
            }
        }
        None => press.bot.show_card(&found, &[], &view),
    };
    press.respond(&noted(reply, since, press.voice)).await
}

/// Takes one ward of several: remembers it for the person in this channel, and answers.
pub async fn choose(press: &Press<'_>, measure: &MeasureRef) -> Result<(), Failure> {
    let Some((found, since)) = press.bot.find(measure) else { return press.whisper("gone").await };
    let document = &found.measure.document;
    let ward = document.municipality.clone();
    press.bot.store.change_person(press.asker.user, |person| {
        person.chosen.insert(press.asker.channel, ward.clone());
    });
    let private = press.is_private() || !press.is_asker();
    let view = press.bot.view(&press.asker, press.voice, private);
    let reply = match press.question() {
        Some(text) => {
            let ask =
                Ask { text, ward: Some(ward), year: document.fiscal_year, context: Vec::new() };
            let answer = press.bot.answer(&press.asker, ask)?;
            let language = press.bot.chosen_language(&press.asker);
            let voice = Voice::of(language.unwrap_or(answer.language));
            let view = press.bot.view(&press.asker, voice, private);
            press.bot.card(&answer, &view)
        }
        None => noted(press.bot.show_card(&found, &[], &view), since, press.voice),
    };
    // Somebody else's question stays as it is for them.
    if press.is_asker() { press.replace(&reply).await } else { press.respond(&reply).await }
}

/// Goes to a place, or shows a measure.
pub async fn browse(press: &Press<'_>) -> Result<(), Failure> {
    let Some(value) = press.chosen() else { return press.whisper("old-button").await };
    match browse_tree::place_in(value) {
        Some(node) => {
            let view = press.bot.view(&press.asker, press.voice, true);
            let corpus = press.bot.service.corpus();
            press.replace(&commands::browse_page(&corpus, node, 0, &view)).await
        }
        None => candidate(press).await,
    }
}

/// Says where the measure changed since the button was made.
fn noted(mut reply: Reply, since: Since, voice: Voice) -> Reply {
    if since == Since::Changed {
        reply.content = voice.plain("changed-since");
    }
    reply
}
