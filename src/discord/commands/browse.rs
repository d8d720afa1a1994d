//! `/browse`: through wards, issues, strategies and measures by menu.

use crate::library::Library;

use super::suggestions::wards;
use super::{Context, Failure, asker, bot, may_ask, respond, voice};
use crate::discord::browse_tree::{self, Entry};
use crate::discord::card::{Button, Choice, Menu, Row, View, escape};
use crate::discord::custom_id::Action;
use crate::discord::limits::{self, Embed, OPTIONS};
use crate::discord::reply::Reply;

/// Browse a ward's issues, strategies and measures
#[poise::command(
    slash_command,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn browse(
    ctx: Context<'_>,
    #[description = "The ward"]
    #[autocomplete = "wards"]
    ward: Option<String>,
) -> Result<(), Failure> {
    if !may_ask(ctx).await? {
        return Ok(());
    }
    let bot = bot(ctx);
    let asker = asker(ctx.interaction);
    let corpus = bot.service.corpus();
    let node = ward.and_then(|ward| browse_tree::of_ward(&corpus, &ward)).unwrap_or_default();
    let view = bot.view(&asker, voice(ctx), true);
    respond(ctx, &page(&corpus, &node, 0, &view)).await
}

/// Makes one page of a place in the tree; where the place is gone, of the root.
pub fn page(corpus: &Library, node: &str, page: u16, view: &View) -> Reply {
    let voice = view.voice;
    let place = browse_tree::at(corpus, node);
    let is_gone = place.is_none() && !node.is_empty();
    let place = place.unwrap_or_else(|| browse_tree::root(corpus));
    let last = place.entries.len().saturating_sub(1) / OPTIONS;
    let at = usize::from(page).min(last);
    let shown = place.entries.get(at * OPTIONS..).unwrap_or_default();
    let shown = shown.get(..OPTIONS).unwrap_or(shown);

    let path: Vec<String> = place.path.iter().map(|step| limits::fit(step, 80)).collect();
    let breadcrumb = std::iter::once(voice.plain("browse-root")).chain(path).collect::<Vec<_>>();
    let rows: Vec<String> = shown
        .iter()
        .map(|entry| format!("{} {}", entry.mark(), escape(&limits::fit(&entry.label(), 90))))
        .collect();
    let list = limits::fit_rows(&rows, 3200, |n| voice.say("more-rows", &[("n", n.into())]));
    let mut parts = vec![format!("📍 {}", escape(&breadcrumb.join(" › "))), list];
    if is_gone {
        parts.insert(0, voice.plain("gone"));
    }
    let mut embed = Embed {
        title: voice.plain("browse-title"),
        description: parts.join("\n\n"),
        ..Embed::default()
    };
    if last > 0 {
        embed.footer = format!("{} / {}", at + 1, last + 1);
    }
    let mut reply = Reply::embed(embed);
    reply.rows.push(Row::Menu(Menu {
        action: Action::BrowseMenu,
        placeholder: voice.plain("menu-browse"),
        choices: shown.iter().map(choice).collect(),
    }));
    let turn = |page: usize, id: &str| {
        let page = u16::try_from(page).unwrap_or(u16::MAX);
        Button::new(Action::Browse { node: place.node.clone(), page }, voice.plain(id))
    };
    let mut buttons = Vec::new();
    if at > 0 {
        buttons.push(turn(at - 1, "button-previous"));
    }
    if at < last {
        buttons.push(turn(at + 1, "button-next"));
    }
    if let Some(parent) = place.parent {
        buttons.push(Button::new(
            Action::Browse { node: parent, page: 0 },
            voice.plain("button-back"),
        ));
    }
    reply.rows.push(Row::Buttons(buttons));
    reply.ephemeral = true;
    reply
}

fn choice(entry: &Entry) -> Choice {
    Choice {
        value: entry.value(),
        label: format!("{} {}", entry.mark(), entry.label()),
        description: entry.description(),
        chosen: false,
    }
}
