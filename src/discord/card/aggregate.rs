//! The card of figures over several budgets: a ranking, a total, one beside another, a ward's list.

use crate::answer::{Aggregate, Answer, Ranked};
use crate::model::Measure;

use super::super::custom_id::MeasureRef;
use super::super::limits::{self, Embed};
use super::super::reply::Reply;
use super::super::say::Voice;
use super::buttons::{self, Row};
use super::measure::document_line;
use super::{View, amount, escape, figures, heading, reason_text, year_name};

/// As many budgets as a card shows.
const SHOWN: usize = 12;

/// Makes the card of an answer.
pub fn card(answer: &Answer, figures: &Aggregate, view: &View) -> Reply {
    let mut reply = figures_card(figures, None, view);
    if let (Some(reason), Some(embed)) = (&answer.reason, reply.embeds.first_mut()) {
        let reason = reason_text(view.voice, reason);
        embed.description = format!("{reason}\n\n{}", embed.description);
    }
    reply.rows.push(buttons::tools(None, view));
    reply.rows.extend(buttons::candidates(view.voice, &answer.answers));
    reply
}

/// Makes the card of figures; `sums` are totals to say above them.
pub fn figures_card(figures: &Aggregate, sums: Option<&Aggregate>, view: &View) -> Reply {
    let voice = view.voice;
    let (title, mut parts, items): (String, Vec<String>, Vec<Ranked>) = match figures {
        Aggregate::Ranking { direction, items, n_asked, by_rate, .. } => {
            let by_rate = by_rate.iter().map(|item| {
                let change = super::change(voice, &item.line).unwrap_or_default();
                let title = escape(&limits::fit(&heading(&item.measure), 100));
                voice.say("ranking-by-rate", &[("title", title.into()), ("change", change.into())])
            });
            let items = items.iter().take(n_asked.unwrap_or(usize::MAX));
            (voice.plain(direction.sentence()), by_rate.collect(), items.cloned().collect())
        }
        Aggregate::Total { sums, .. } => {
            let items = sums.iter().flat_map(|sum| sum.items.clone()).collect();
            (voice.plain("total-title"), totals(voice, figures), items)
        }
        Aggregate::Versus { items } => (voice.plain("versus-title"), Vec::new(), items.clone()),
        Aggregate::List { items } => (voice.plain("list-title"), Vec::new(), items.clone()),
    };
    if let Some(warning) = warning(voice, &items) {
        parts.insert(0, warning);
    }
    parts.extend(sums.into_iter().flat_map(|sums| totals(voice, sums)));
    let first = if let Aggregate::Ranking { place, .. } = figures { *place } else { 1 };
    parts.push(block(voice, &items, first));
    let mut wards: Vec<String> =
        items.iter().map(|item| document_line(voice, &item.measure.document)).collect();
    wards.dedup();
    let sources: Vec<String> =
        items.iter().take(SHOWN).map(|item| source(voice, &item.measure)).collect();
    let mut reply = Reply::embed(Embed {
        author: wards.join(" / "),
        title,
        description: parts.join("\n\n"),
        footer: limits::fit_rows(&dedup(sources), 600, |n| {
            voice.say("more-rows", &[("n", n.into())])
        }),
        ..Embed::default()
    });
    let first = items.first().map(|item| MeasureRef::of(&item.measure));
    reply.rows = vec![Row::Buttons(buttons::feedback(view, first.as_ref()))];
    reply
}

fn dedup(mut rows: Vec<String>) -> Vec<String> {
    rows.dedup();
    rows
}

/// Says where a measure stands.
pub(super) fn source(voice: Voice, measure: &Measure) -> String {
    let document = &measure.document;
    voice.say(
        "source",
        &[
            ("title", super::clean(&document.title).into()),
            ("file", document.file.clone().into()),
            ("lines", measure.lines.to_string().into()),
        ],
    )
}

/// Says sums, each with what it covers and what it does not.
fn totals(voice: Voice, figures: &Aggregate) -> Vec<String> {
    let Aggregate::Total { sums, of_nearest } = figures else { return Vec::new() };
    sums.iter()
        .map(|sum| {
            let year = sum.fiscal_year.map_or_else(String::new, |year| year_name(voice, year));
            let label = format!("{} {year} {}", escape(&sum.name), escape(&sum.kind));
            let in_yen = |yen| amount(voice, Some(yen));
            let mut rows = vec![voice.say(
                "total",
                &[
                    ("ward", escape(&sum.municipality).into()),
                    ("label", label.trim().to_owned().into()),
                    ("amount", in_yen(sum.amount_yen).into()),
                    ("n", sum.n_added.into()),
                ],
            )];
            if sum.n_without > 0 {
                rows.push(voice.say("total-without", &[("n", sum.n_without.into())]));
            }
            if sum.separate_yen != 0 {
                let apart = in_yen(sum.separate_yen);
                rows.push(voice.say("total-apart", &[("amount", apart.into())]));
            }
            if let Some(previous) = sum.previous_yen.filter(|_| sum.n_added > 0) {
                let previous = in_yen(previous);
                rows.push(voice.say("total-previous", &[("amount", previous.into())]));
            }
            rows.push(voice.plain(if *of_nearest { "total-nearest" } else { "total-covers" }));
            rows.join("\n")
        })
        .collect()
}

/// Warns where years or kinds differ: such amounts cannot be compared.
pub fn warning(voice: Voice, items: &[Ranked]) -> Option<String> {
    let differ = |of: fn(&Ranked) -> String| {
        let first = items.first().map(of);
        items.iter().any(|item| Some(of(item)) != first)
    };
    let years = differ(|item| format!("{:?}", item.line.budget.fiscal_year));
    let kinds = differ(|item| item.line.budget.kind.clone());
    match (years, kinds) {
        (true, true) => Some(voice.plain("differ-both")),
        (true, false) => Some(voice.plain("differ-years")),
        (false, true) => Some(voice.plain("differ-kinds")),
        (false, false) => None,
    }
}

/// Writes budgets as a code block of whole rows, numbered from `first`.
pub fn block(voice: Voice, items: &[Ranked], first: usize) -> String {
    let uniform = warning(voice, items).is_none();
    let rows = figures::table(voice, items.get(..SHOWN).unwrap_or(items), first, uniform);
    let head = items.first().filter(|_| uniform).map(|item| {
        let budget = &item.line.budget;
        let year = budget.fiscal_year.map_or_else(String::new, |year| year_name(voice, year));
        format!("{year} {}", budget.kind).trim().to_owned()
    });
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let mut table = limits::fit_rows(&rows, 1800, more);
    if items.len() > SHOWN {
        table = format!("{table}\n{}", more(items.len() - SHOWN));
    }
    match head {
        Some(head) => format!("{}\n```\n{table}\n```", escape(&head)),
        None => format!("```\n{table}\n```"),
    }
}
