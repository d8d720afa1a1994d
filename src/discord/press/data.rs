//! Buttons and menus of those who look after the documents.

use poise::serenity_prelude::CreateInteractionResponse;

use super::super::custom_id::DataAction;
use super::super::data::{Place, changes};
use super::super::failure::{self, Failure};
use super::super::reply;
use super::Press;

/// Does what a button or menu says, for moderators.
pub async fn press(press: &Press<'_>, action: DataAction) -> Result<(), Failure> {
    let Some(desk) = press.open_desk().await? else { return Ok(()) };
    let it = press.it;
    // However fast it is today: building an index may take longer than the three seconds of a first answer.
    press.send(CreateInteractionResponse::Acknowledge).await?;
    let place = Place { http: press.http, token: &it.token };
    let done = match action {
        DataAction::Open => changes::open(&desk, place, press.chosen().unwrap_or_default()).await,
        DataAction::Apply { change, shown } => changes::apply(&desk, place, &change, shown).await,
        DataAction::Cancel { change } => changes::cancel(&desk, place, &change).await,
    };
    // The first answer is given: an apology has to come in its place, too.
    let reply = done.unwrap_or_else(|failure| failure::report(&failure, it.id, press.voice));
    Ok(reply::later(press.http, &it.token, &reply).await?)
}
