//! Figures: how much is asked, how much is answered, what is missing. Nobody is in them.

use super::{Desk, reports, unanswered};
use crate::discord::card::escape;
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::discord::say::Voice;
use crate::store::Stats;

/// As many days as the chart shows.
const CHARTED: usize = 31;
/// Columns of the longest bar; with day and number beside it, a phone shows the line whole.
const BAR: usize = 16;
const TOPICS: usize = 5;

/// Shows the figures of the last days.
pub async fn card(desk: &Desk<'_>, days: u32) -> Result<Reply, Failure> {
    let service = desk.bot.service.clone();
    let (stats, topics) = desk
        .bot
        .with_store(move |store| {
            let topics = unanswered::top_topics(store, &service, days, TOPICS)?;
            Ok((store.stats(days)?, topics))
        })
        .await?;
    let voice = desk.voice;
    let topics: Vec<String> = topics
        .iter()
        .map(|(text, n)| format!("• {}（{n}）", escape(&limits::fit(text, 60))))
        .collect();
    let mut embed = Embed {
        title: desk.say("stats-title", &[("days", days.into())]),
        description: format!("```\n{}\n```", chart(&stats.per_day).join("\n")),
        fields: vec![
            (voice.plain("stats-questions"), questions(desk, &stats)),
            (voice.plain("stats-said"), said(desk, &stats)),
            (voice.plain("stats-missing"), missing(voice, &stats)),
            (voice.plain("stats-topics"), topics.join("\n")),
            (voice.plain("stats-time"), time(desk, &stats)),
            (voice.plain("stats-store"), store_state(desk)),
        ],
        ..Embed::default()
    };
    if stats.per_day.is_empty() {
        embed.description = voice.plain("stats-empty");
    }
    let mut reply = Reply::embed(embed);
    reply.ephemeral = true;
    Ok(reply)
}

fn questions(desk: &Desk<'_>, stats: &Stats) -> String {
    let about_wards = stats.answered + stats.to_choose + stats.unanswered;
    desk.say(
        "stats-questions-text",
        &[
            ("asked", stats.asked.into()),
            ("answered", stats.answered.into()),
            ("partly", stats.partly.into()),
            ("choose", stats.to_choose.into()),
            ("unanswered", stats.unanswered.into()),
            ("other", stats.asked.saturating_sub(about_wards).into()),
        ],
    )
}

fn said(desk: &Desk<'_>, stats: &Stats) -> String {
    let verdicts: Vec<String> = stats
        .verdicts
        .iter()
        .map(|(verdict, n)| format!("{} {n}", reports::mark(*verdict)))
        .collect();
    let resolved = desk.say("stats-resolved", &[("n", stats.resolved.into())]);
    format!("{} · {resolved}", verdicts.join(" · "))
}

fn missing(voice: Voice, stats: &Stats) -> String {
    let rows: Vec<String> = stats
        .missing
        .iter()
        .map(|(slot, n)| format!("{} {n}", voice.locale().slot(*slot)))
        .collect();
    rows.join(&voice.plain("list-separator"))
}

fn time(desk: &Desk<'_>, stats: &Stats) -> String {
    let milliseconds = |us: u64| format!("{:.2} ms", us as f64 / 1000.0);
    desk.say(
        "stats-time-text",
        &[("p50", milliseconds(stats.p50_us).into()), ("p95", milliseconds(stats.p95_us).into())],
    )
}

fn store_state(desk: &Desk<'_>) -> String {
    let losses = desk.bot.store.losses();
    desk.say(
        "stats-store-text",
        &[("dropped", losses.dropped.into()), ("failed", losses.failed.into())],
    )
}

/// Draws a bar for each of the last days on which there were questions.
fn chart(per_day: &[(String, u64)]) -> Vec<String> {
    let shown = per_day.get(per_day.len().saturating_sub(CHARTED)..).unwrap_or_default();
    let most = shown.iter().map(|(_, n)| *n).max().unwrap_or_default().max(1);
    shown
        .iter()
        .map(|(day, n)| {
            let day = day.split_once('-').map_or(day.as_str(), |(_, day)| day);
            // Half a column more than nothing, so that a day with one question shows.
            let halves = (n * BAR as u64 * 2).div_ceil(most) as usize;
            let half = if halves % 2 == 1 { "▌" } else { "" };
            format!("{day} {}{half} {n}", "█".repeat(halves / 2))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_day_has_the_longest_bar() {
        let days = [("2026-11-19", 32), ("2026-11-20", 1), ("2026-11-21", 16)];
        let days = days.map(|(day, n)| (day.to_owned(), n));
        assert_eq!(chart(&days), ["11-19 ████████████████ 32", "11-20 ▌ 1", "11-21 ████████ 16"]);
        assert_eq!(chart(&[]), Vec::<String>::new());
        let many: Vec<(String, u64)> = (0..100).map(|n| (format!("2026-01-{n}"), 0)).collect();
        assert_eq!(chart(&many).len(), CHARTED);
    }
}
