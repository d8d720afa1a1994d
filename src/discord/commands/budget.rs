//! `/budget`: the printed amounts as a table for a phone, as a picture, and as a file.

use std::sync::Arc;

use crate::answer::{Aggregate, Direction, Ranked, aggregate};
use crate::chart::{Chart, budget as charts};
use crate::locale::Locale;
use crate::model::Measure;
use crate::text::fold;

use super::suggestions::wards;
use super::{Bot, Context, Failure, asker, bot, may_ask, respond, voice};
use crate::discord::bot::Ask;
use crate::discord::card::{self, View, figures_card};
use crate::discord::csv;
use crate::discord::picture;
use crate::discord::reply::Reply;

/// How a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Sort {
    /// As in the document.
    #[name = "document"]
    Document,
    /// The largest amounts first.
    #[name = "largest"]
    Largest,
    /// The smallest amounts first.
    #[name = "smallest"]
    Smallest,
    /// The biggest rises first.
    #[name = "rise"]
    Rise,
    /// The biggest falls first.
    #[name = "fall"]
    Fall,
}

/// See the printed budgets with the change from the year before
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn budget(
    ctx: Context<'_>,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
    #[description = "A topic"] topic: Option<String>,
    #[description = "The order"] sort: Option<Sort>,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let bot = bot(ctx);
    let asker = asker(ctx.interaction);
    let ward = ward.filter(|ward| !ward.trim().is_empty());
    let topic = topic.filter(|topic| !topic.trim().is_empty());
    let ward = ward.or_else(|| bot.ward_for(&asker));
    let measures = match &topic {
        None => of_ward(bot, ward.as_deref()),
        Some(topic) => {
            let ask = Ask { text: format!("{topic} 予算"), ward: ward.clone(), ..Ask::default() };
            about(bot, topic, ward.as_deref(), &bot.answer(&asker, ask)?.answers)
        }
    };
    let view = bot.view(&asker, voice(ctx), bot.is_private(&asker));
    let items = aggregate(measures);
    let sort = sort.unwrap_or(Sort::Document);
    let mut reply = table(items.clone(), sort, ward.is_some(), &view);
    picture::add(&mut reply, bot, &view, |locale| chart(bot, &items, sort, locale)).await;
    respond(ctx, &reply).await
}

/// Draws what the table lists; a measure that is alone in it, over the years.
fn chart(bot: &Bot, items: &[Ranked], sort: Sort, locale: &Locale) -> Chart {
    let first = items.first().map(|item| &item.measure.id);
    let only = first.filter(|id| items.iter().all(|item| item.measure.id == **id));
    if let Some(found) = only.and_then(|id| bot.service.show(id)) {
        return charts::years(&found, &bot.service.corpus(), locale);
    }
    match (sort, figures(items.to_vec(), sort)) {
        (Sort::Rise | Sort::Fall, _) => charts::changes(items, locale),
        (_, Aggregate::Ranking { items, .. }) => charts::compare(&items, locale),
        _ => charts::compare(items, locale),
    }
}

/// Puts budgets in order.
fn figures(items: Vec<Ranked>, sort: Sort) -> Aggregate {
    match sort {
        Sort::Document => Aggregate::List { items },
        Sort::Largest => Aggregate::ranking(items, Direction::Largest),
        Sort::Smallest => Aggregate::ranking(items, Direction::Smallest),
        Sort::Rise => Aggregate::ranking(items, Direction::Rise),
        Sort::Fall => Aggregate::ranking(items, Direction::Fall),
    }
}

fn of_ward(bot: &Bot, ward: Option<&str>) -> Vec<Arc<Measure>> {
    let corpus = bot.service.corpus();
    corpus.measures_of(ward).collect()
}

/// Takes what says the topic itself, and what the search finds for it; an amount counts once, with its own line.
fn about(
    bot: &Bot,
    topic: &str,
    ward: Option<&str>,
    found: &[crate::answer::Found],
) -> Vec<Arc<Measure>> {
    let topic = fold(topic.trim());
    let found: Vec<&crate::model::MeasureId> = found
        .iter()
        .flat_map(|found| {
            let cover = found.budget.covered_by.as_ref().map(|line| &line.id);
            [Some(&found.measure.id), cover].into_iter().flatten()
        })
        .collect();
    let says = |it: &Measure| fold(&it.title).contains(&topic) || fold(&it.body).contains(&topic);
    let mut measures = of_ward(bot, ward);
    measures.retain(|it| says(it) || found.contains(&&it.id));
    measures
}

/// Makes the card: order, sums with what they cover, warnings, the file.
fn table(items: Vec<Ranked>, sort: Sort, one_ward: bool, view: &View) -> Reply {
    let voice = view.voice;
    if items.is_empty() {
        return Reply::whisper(voice.plain("budget-nothing"));
    }
    let file = csv(&items);
    // Sums over several wards would add what must not be added.
    let sums = one_ward.then(|| Aggregate::total(items.clone()));
    let mut reply = figures_card(&figures(items, sort), sums.as_ref(), view);
    reply.ephemeral = view.private;
    reply.file = Some(("budget.csv".to_owned(), file));
    reply
}

/// Writes the budgets as CSV.
fn csv(items: &[Ranked]) -> Vec<u8> {
    let head = [
        "municipality",
        "fiscal_year",
        "kind",
        "amount_yen",
        "previous_yen",
        "change_yen",
        "change_percent",
        "number",
        "title",
        "note",
        "printed",
        "file",
        "lines",
    ];
    let row = |item: &Ranked| {
        let (measure, line) = (&item.measure, &item.line);
        let yen = |yen: Option<i64>| yen.map_or_else(String::new, |yen| yen.to_string());
        let percent = line.change_percent().map_or_else(String::new, |p| format!("{p:.1}"));
        let year = line.budget.fiscal_year.map_or_else(String::new, |year| year.to_string());
        vec![
            measure.document.municipality.clone(),
            year,
            line.budget.kind.clone(),
            yen(line.budget.amount_yen),
            yen(line.previous.as_ref().and_then(|previous| previous.amount_yen)),
            yen(line.change_yen()),
            percent,
            measure.number.clone(),
            card::heading(measure),
            line.budget.note.clone(),
            line.budget.text.clone(),
            measure.document.file.clone(),
            measure.lines.to_string(),
        ]
    };
    csv::table(&head, items.iter().map(row))
}
