//! Buttons and menus of the moderators' desk.

use super::super::custom_id::DeskAction;
use super::super::desk;
use super::super::failure::Failure;
use super::Press;

/// Does what a button or menu of the desk says, for moderators.
pub async fn press(press: &Press<'_>, action: DeskAction) -> Result<(), Failure> {
    let Some(desk) = press.open_desk().await? else { return Ok(()) };
    // An entry of a menu is named by its number.
    let chosen = press.chosen().and_then(|value| value.parse::<i64>().ok()).unwrap_or_default();
    let reply = match action {
        DeskAction::Unanswered { page } => desk::unanswered::list(&desk, page).await?,
        DeskAction::OpenGroup => desk::unanswered::open(&desk, chosen).await?,
        DeskAction::Reports { page } => desk::reports::list(&desk, page).await?,
        DeskAction::OpenReport => desk::reports::open(&desk, chosen).await?,
        DeskAction::Resolve(id) => desk::reports::resolve(&desk, id).await?,
        DeskAction::Notes { page } => desk::notes::list(&desk, page),
        DeskAction::OpenNote => desk::notes::open(&desk, chosen),
        DeskAction::RemoveNote(id) => desk::notes::remove(&desk, id).await?,
        DeskAction::ChannelWard => desk::channel::set_ward(&desk, press.chosen()).await?,
        DeskAction::ChannelLanguage => desk::channel::set_language(&desk, press.chosen()).await?,
        DeskAction::Switch(what, on) => desk::channel::switch(&desk, what, on).await?,
        DeskAction::Write(what, id) => {
            return press.send(desk::open_form(&desk, what, id).await?).await;
        }
        // Forms are not buttons.
        DeskAction::Written(..) => return press.whisper("old-button").await,
    };
    press.replace(&reply).await
}
