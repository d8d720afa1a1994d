//! Questions that got no answer, by meaning, and what can be done about a group.

use std::sync::Arc;

use super::groups::{Group, groups, wordings};
use super::{Desk, Entry, List};
use crate::answer::Outcome;
use crate::discord::card::{Button, Choice, Row, Style, escape};
use crate::discord::custom_id::{Action, DeskAction, Writing};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;
use crate::question::Question;
use crate::service::AnswerService;
use crate::store::{About, Note, Store, StoreError};

/// As many questions as are looked at, the newest.
const LOOKED_AT: usize = 1_000;
/// All days that the store keeps.
const DAYS: u32 = 3_650;
/// As many wordings of a group as its card shows.
const WORDINGS: usize = 10;

/// What there is to do, and what is done with already.
struct Waiting {
    groups: Vec<Group>,
    /// Groups that today's data answers.
    n_answered: usize,
    /// Groups that moderators said something about.
    n_noted: usize,
}

/// Shows the groups.
pub async fn list(desk: &Desk<'_>, page: u16) -> Result<Reply, Failure> {
    let waiting = look(desk).await?;
    let voice = desk.voice;
    let entries = waiting.groups.iter().map(|group| {
        let text = &group.first().text;
        let when = when(desk, group);
        Entry {
            row: format!("**{}**\n{when}", escape(&limits::fit(text, 120))),
            choice: Choice {
                value: group.first().id.to_string(),
                label: text.clone(),
                description: when,
                chosen: false,
            },
        }
    });
    let list = List {
        title: voice.plain("unanswered-title"),
        head: desk.say(
            "unanswered-head",
            &[
                ("n", waiting.groups.len().into()),
                ("answered", waiting.n_answered.into()),
                ("noted", waiting.n_noted.into()),
            ],
        ),
        entries: entries.collect(),
        empty: "unanswered-empty",
        open: DeskAction::OpenGroup,
        turn: |page| DeskAction::Unanswered { page },
    };
    Ok(list.page(voice, page))
}

/// Shows one group, by the number of one of its questions.
pub async fn open(desk: &Desk<'_>, id: i64) -> Result<Reply, Failure> {
    let Some(group) = group_of(desk, id).await? else { return Ok(desk.whisper("desk-gone")) };
    let voice = desk.voice;
    let rows: Vec<String> = group
        .wordings
        .iter()
        .take(WORDINGS)
        .map(|wording| format!("• {}（{}）", escape(&limits::fit(&wording.text, 200)), wording.n))
        .collect();
    let more = |n: usize| voice.say("more-rows", &[("n", n.into())]);
    let mut list = limits::fit_rows(&rows, 2800, more);
    if group.wordings.len() > WORDINGS {
        list = format!("{list}\n{}", more(group.wordings.len() - WORDINGS));
    }
    let id = group.first().id;
    let mut reply = Reply::embed(Embed {
        title: escape(&limits::fit(&group.first().text, 180)),
        description: format!(
            "{}\n\n{list}\n\n{}",
            when(desk, &group),
            voice.plain("unanswered-do")
        ),
        ..Embed::default()
    });
    let write = |what, label: &str| {
        Button::new(Action::Desk(DeskAction::Write(what, id)), voice.plain(label))
            .style(Style::Primary)
    };
    let back = Action::Desk(DeskAction::Unanswered { page: 0 });
    reply.rows = vec![Row::Buttons(vec![
        write(Writing::Word, "button-add-word"),
        write(Writing::Topic, "button-add-note"),
        write(Writing::NotOurs, "button-not-ours"),
        Button::new(back, voice.plain("button-back")),
    ])];
    reply.ephemeral = true;
    Ok(reply)
}

/// Finds the group of a question, whatever was done about it.
pub async fn group_of(desk: &Desk<'_>, id: i64) -> Result<Option<Group>, Failure> {
    let service = desk.bot.service.clone();
    let all = desk.bot.with_store(move |store| read(store, &service)).await?;
    Ok(all.into_iter().find(|group| group.wordings.iter().any(|wording| wording.id == id)))
}

/// Names what is asked for most and not answered, for the figures.
pub fn top_topics(
    store: &Store,
    service: &AnswerService,
    days: u32,
    n: usize,
) -> Result<Vec<(String, usize)>, StoreError> {
    let questions = store.unanswered(days, LOOKED_AT)?;
    let wordings = service.with_composer(|composer| wordings(&questions, composer.reader));
    Ok(groups(wordings)
        .iter()
        .take(n)
        .map(|group| (group.first().text.clone(), group.n()))
        .collect())
}

fn when(desk: &Desk<'_>, group: &Group) -> String {
    let (first, last) = group.days();
    desk.say(
        "unanswered-when",
        &[
            ("n", group.n().into()),
            ("first", desk.voice.date(first).into()),
            ("last", desk.voice.date(last).into()),
        ],
    )
}

fn read(store: &Store, service: &AnswerService) -> Result<Vec<Group>, StoreError> {
    let questions = store.unanswered(DAYS, LOOKED_AT)?;
    Ok(groups(service.with_composer(|composer| wordings(&questions, composer.reader))))
}

async fn look(desk: &Desk<'_>) -> Result<Waiting, Failure> {
    let service = desk.bot.service.clone();
    desk.bot
        .with_store(move |store| {
            let all = read(store, &service)?;
            let (noted, rest): (Vec<Group>, Vec<Group>) =
                all.into_iter().partition(|group| is_noted(group, &store.notes()));
            let (answered, groups): (Vec<Group>, Vec<Group>) =
                rest.into_iter().partition(|group| is_answered(group, &service));
            Ok(Waiting { groups, n_answered: answered.len(), n_noted: noted.len() })
        })
        .await
}

fn is_answered(group: &Group, service: &Arc<AnswerService>) -> bool {
    let question = Question { text: group.first().text.clone(), ..Question::default() };
    service
        .answer(&question)
        .is_ok_and(|answer| matches!(answer.outcome, Outcome::Answered | Outcome::Choose))
}

fn is_noted(group: &Group, notes: &[Note]) -> bool {
    let words = &group.first().words;
    notes.iter().any(|note| match &note.about {
        About::Topic { terms: wanted, .. } | About::NotOurs { terms: wanted, .. } => {
            !wanted.is_empty()
                && wanted.iter().all(|term| words.iter().any(|word| word.term == *term))
        }
        About::Measure { .. } | About::Correction { .. } => false,
    })
}
