//! The moderators' desk: what is shown there, and what its buttons and forms do.
//!
//! The commands and the buttons both come here; whoever presses has been found to be a moderator. Every command is in
//! the audit trail already; what buttons and forms change is put there here.

pub mod channel;
pub mod contact;
pub mod export;
mod form;
mod groups;
pub mod notes;
pub mod reports;
pub mod stats;
pub mod unanswered;

use crate::error::Error;

use super::bot::{Asker, Bot};
use super::card::{Choice, Menu, Row, turn_pages};
use super::custom_id::{Action, DeskAction};
use super::limits::{self, Embed};
use super::reply::Reply;
use super::say::Voice;

pub use form::{open as open_form, take as take_form};

/// As many entries as one page of a list shows.
const ON_PAGE: usize = 8;

/// A moderator at work.
pub struct Desk<'a> {
    /// The bot.
    pub bot: &'a Bot,
    /// Who, and where.
    pub asker: Asker,
    /// In which language.
    pub voice: Voice,
}

impl Desk<'_> {
    /// Puts something that was done here into the audit trail.
    pub fn audit(&self, what: &str, detail: &str) {
        self.bot.store.audit(&self.asker.user.to_string(), &format!("desk {what}"), detail);
    }

    /// Says a sentence in the moderator's language.
    pub fn say(&self, id: &str, args: &[(&str, fluent_bundle::FluentValue<'_>)]) -> String {
        self.voice.say(id, args)
    }

    /// Says why a file of the operator's was not written; moderators are told everything.
    fn not_written(&self, error: &Error) -> Reply {
        tracing::warn!(%error, "a file of the config folder was not written");
        let lines =
            [vec![self.voice.plain("desk-not-written"), error.to_string()], error.hints().to_vec()];
        Reply::whisper(lines.concat().join("\n"))
    }

    /// Says a sentence to the moderator alone.
    pub fn whisper(&self, id: &str) -> Reply {
        Reply::whisper(self.voice.plain(id))
    }
}

/// One entry of a list.
struct Entry {
    /// What the card says of it.
    row: String,
    /// How the menu names it.
    choice: Choice,
}

/// A list with a menu to open one of its entries.
struct List {
    title: String,
    /// Stands above the entries.
    head: String,
    entries: Vec<Entry>,
    /// The sentence for an empty list.
    empty: &'static str,
    open: DeskAction,
    turn: fn(u16) -> DeskAction,
}

impl List {
    fn page(self, voice: Voice, page: u16) -> Reply {
        let last = self.entries.len().saturating_sub(1) / ON_PAGE;
        let at = usize::from(page).min(last);
        let shown: Vec<&Entry> = self.entries.iter().skip(at * ON_PAGE).take(ON_PAGE).collect();
        let rows: Vec<String> = shown.iter().map(|entry| entry.row.clone()).collect();
        let list = if rows.is_empty() {
            voice.plain(self.empty)
        } else {
            limits::fit_rows(&rows, 3400, |n| voice.say("more-rows", &[("n", n.into())]))
        };
        let mut reply = Reply::embed(Embed {
            title: self.title,
            description: format!("{}\n\n{list}", self.head).trim().to_owned(),
            footer: if last > 0 { format!("{} / {}", at + 1, last + 1) } else { String::new() },
            ..Embed::default()
        });
        if !shown.is_empty() {
            reply.rows.push(Row::Menu(Menu {
                action: Action::Desk(self.open),
                placeholder: voice.plain("menu-show"),
                choices: shown.iter().map(|entry| entry.choice.clone()).collect(),
            }));
        }
        let turn = self.turn;
        reply.rows.extend(turn_pages(voice, at, last, |page| Action::Desk(turn(page))));
        reply.ephemeral = true;
        reply
    }
}
