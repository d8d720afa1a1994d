//! A chart in a message: as a picture with its words; where no font can draw it, as bars of characters.

use crate::chart::Chart;
use crate::locale::Locale;
use crate::render::Look;

use super::bot::Bot;
use super::card::{PHONE_COLUMNS, View};
use super::limits::{ATTACHMENT_WORDS, CONTENT, fit_rows};
use super::reply::{Picture, Reply};

/// As many rows as a picture in a message shows.
const ROWS: usize = 12;
/// What marks a block of characters of one width.
const FENCE: &str = "```";

/// Adds a chart to a reply; one without a row adds nothing.
pub async fn add(reply: &mut Reply, bot: &Bot, view: &View, chart: impl Fn(&Locale) -> Chart) {
    let locale = view.voice.locale();
    let of = |locale: &Locale| chart(locale).of_at_most(ROWS, locale);
    let drawn = of(locale);
    if drawn.is_empty() {
        return;
    }
    let (service, sheet) = (bot.service.clone(), drawn.layout());
    // Takes longer than other answers may wait for.
    let drawing = tokio::task::spawn_blocking(move || service.fonts().draw(&sheet));
    match drawing.await.ok().flatten() {
        Some(bytes) => {
            let spoken = locale.spoken();
            let more = |n: usize| spoken.text("more", &[("count", n.into())]);
            let words = fit_rows(&of(&spoken).words(&spoken), ATTACHMENT_WORDS, more);
            reply.picture = Some(Picture { name: "budget.png".to_owned(), bytes, words });
        }
        // A screen reader would read the characters out; the table says the same.
        None if view.look == Look::Plain => {}
        None => reply.content = in_characters(&drawn, locale),
    }
}

/// Writes a chart as a block of characters that fits into a message.
fn in_characters(chart: &Chart, locale: &Locale) -> String {
    let more = |n: usize| locale.text("more", &[("count", n.into())]);
    let room = CONTENT - 2 * (FENCE.len() + 1);
    let rows: Vec<String> =
        chart.bars(PHONE_COLUMNS).iter().map(|row| row.replace('`', "'")).collect();
    format!("{FENCE}\n{}\n{FENCE}", fit_rows(&rows, room, more))
}
