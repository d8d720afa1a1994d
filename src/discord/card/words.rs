//! くわしい言葉: what the administrative words of a measure mean, as the bot's own explanation.

use crate::answer::Found;
use crate::glossary::Explained;
use crate::render;

use super::super::limits::{self, DESCRIPTION, Embed};
use super::super::reply::Reply;
use super::{View, escape, looks};

/// Finds the words of a measure that are explained.
pub fn of<'a>(found: &Found, view: &'a View) -> Vec<Explained<'a>> {
    let measure = &found.measure;
    let mut texts =
        vec![measure.title.as_str(), &measure.body, &measure.results, &measure.target_state];
    texts.extend(measure.changes.iter().map(String::as_str));
    texts.extend(found.budget.lines.iter().map(|line| line.budget.text.as_str()));
    texts.extend(measure.path.iter().map(String::as_str));
    view.glossary.find(texts, view.voice.language)
}

/// Makes the card of explanations, for the person alone; as many as fit.
pub fn card(found: &Found, view: &View) -> Reply {
    let voice = view.voice;
    let rows: Vec<String> = of(found, view)
        .into_iter()
        .map(|Explained { word, explanation }| {
            let spelt = render::spelt(word, voice.language, &view.furigana);
            let spelt = spelt.map_or_else(String::new, |spelt| format!(" ({})", escape(&spelt)));
            format!("**{}**{spelt}\n{}", escape(word), escape(explanation))
        })
        .collect();
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let mut embed = Embed {
        title: voice.plain("words-title"),
        description: if rows.is_empty() {
            voice.plain("glossary-none")
        } else {
            limits::fit_rows(&rows, DESCRIPTION / 2, more)
        },
        footer: voice.plain("words-footer"),
        ..Embed::default()
    };
    looks::with_readings(&mut embed, view);
    let mut reply = Reply::embed(embed);
    reply.ephemeral = true;
    reply
}
