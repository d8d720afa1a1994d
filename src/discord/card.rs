//! Here is an answer, give me the card: embeds and buttons as plain data, without a word to Discord.

mod aggregate;
mod buttons;
mod contact;
mod contents;
mod figures;
mod looks;
mod markdown;
mod measure;
mod notice;
mod offices;
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::answer::{Answer, Found, Outcome};
use crate::furigana::Furigana;
use crate::glossary::Glossary;
use crate::model::{FiscalYear, Measure};
use crate::render::Look;
use crate::store::is_sensitive;

use super::custom_id::{Action, MeasureRef};
use super::limits::{self, Embed};
use super::reply::Reply;
use super::say::Voice;

pub use aggregate::figures_card;
pub use buttons::{Button, Choice, Menu, Row, Style, turn_pages};
pub use figures::{PHONE_COLUMNS, amount, change, table, year_name};
pub use looks::with_readings;
pub use markdown::{clean, escape};
pub use measure::{heading, pages_of};
pub use notice::reason_text;
pub use words::card as words;

/// Who sees a card, and when.
#[derive(Clone, Debug)]
pub struct View {
    /// Whose language.
    pub voice: Voice,
    /// Whether only the asker sees it.
    pub private: bool,
    /// Who asked.
    pub asker: u64,
    /// The fiscal year that today lies in.
    pub today: FiscalYear,
    /// How they want it to look.
    pub look: Look,
    /// How Japanese is read.
    pub furigana: Arc<Furigana>,
    /// The words that are explained.
    pub glossary: Arc<Glossary>,
}

/// Marks the question in a card's last line, so that a button can find it there.
const QUESTION_MARK: &str = "❓ ";
/// As much of a question as a card repeats.
const QUESTION_ROOM: usize = 300;

/// Makes the card of an answer.
pub fn card(answer: &Answer, view: &View) -> Reply {
    let mut reply = match (&answer.aggregate, answer.outcome, answer.answers.first()) {
        (Some(figures), Outcome::Answered, _) => aggregate::card(answer, figures, view),
        _ if !answer.offices.is_empty() => offices::card(answer, view),
        _ if !answer.contents.is_empty() => contents::card(answer, view),
        (_, Outcome::Answered, Some(found)) => {
            let mut embed = measure::embed(found, Some(answer), view);
            if let Some(id) = answer.no_figures() {
                embed.description = format!("{}\n\n{}", view.voice.plain(id), embed.description);
            }
            let mut reply = Reply::embed(embed);
            reply.rows = buttons::of_answer(found, &answer.answers, answer.sensitive, view);
            reply
        }
        (_, Outcome::Choose, Some(_)) => notice::choose(answer, view),
        (_, Outcome::Suggested, Some(_)) => notice::suggested(answer, view),
        _ => notice::not_found(answer, view),
    };
    looks::apply(&mut reply, answer, view);
    if let Some(embed) = reply.embeds.first_mut()
        && !is_sensitive(answer)
    {
        sign(embed, &answer.question, view.look);
    }
    reply.ephemeral = view.private;
    reply
}

/// Makes the card of one measure that was not asked for in words: from a menu or a name.
pub fn show(found: &Found, others: &[Found], view: &View) -> Reply {
    let mut reply = Reply::embed(measure::embed(found, None, view));
    reply.rows = buttons::of_answer(found, others, false, view);
    looks::apply(&mut reply, &looks::answer_of(found, view.voice.language), view);
    reply.ephemeral = view.private;
    reply
}

/// Makes one page of everything that the document says of a measure.
pub fn details(measure: &Measure, page: u16, view: &View) -> Reply {
    let pages = pages_of(measure, view.voice);
    let last = pages.len().saturating_sub(1);
    let at = usize::from(page).min(last);
    let mut embed = measure::frame(measure, view);
    embed.description = pages.get(at).cloned().unwrap_or_default();
    if last > 0 {
        let page = format!("{} / {}", at + 1, last + 1);
        embed.footer = format!("{}\n{page}", embed.footer);
    }
    looks::with_readings(&mut embed, view);
    let mut reply = Reply::embed(embed);
    reply.rows = buttons::turn_pages(view.voice, at, last, |page| Action::More {
        measure: MeasureRef::of(measure),
        page,
        turn: true,
    });
    reply.ephemeral = true;
    reply
}

/// Puts the question into a card's last line.
fn sign(embed: &mut Embed, question: &str, look: Look) {
    let mark = if look == Look::Plain { looks::QUESTION_MARK } else { QUESTION_MARK };
    let question = limits::fit(&clean(question).replace('\n', " "), QUESTION_ROOM);
    if !question.trim().is_empty() {
        embed.footer = format!("{}\n{mark}{question}", embed.footer);
    }
}

/// Finds the question again that [`card`] put into the last line.
pub fn question_in(footer: &str) -> Option<&str> {
    let marks = [QUESTION_MARK, looks::QUESTION_MARK];
    footer.lines().find_map(|line| marks.iter().find_map(|mark| line.strip_prefix(mark)))
}
