//! The desk's forms: a word of the documents, a sentence for a topic, whom to ask instead, a correction.

use poise::serenity_prelude as serenity;
use serenity::{
    CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, InputTextStyle,
};

use super::{Desk, notes, unanswered};
use crate::clock;
use crate::discord::custom_id::{Action, DeskAction, Writing, whole_stamp};
use crate::discord::failure::Failure;
use crate::discord::limits::{self, MODAL_LABEL, MODAL_PLACEHOLDER};
use crate::discord::reply::Reply;
use crate::discord::words::NOTE_ROOM;
use crate::model::MeasureId;
use crate::store::About;

/// The first line of a form: the word, or the topic.
const SUBJECT: &str = "subject";
/// The rest: other words, or a sentence.
const TEXT: &str = "text";
/// As long as a word or a topic may be.
const SUBJECT_ROOM: u16 = 50;

/// Opens a form; what it is about may be gone.
pub async fn open(
    desk: &Desk<'_>,
    what: Writing,
    id: i64,
) -> Result<CreateInteractionResponse, Failure> {
    let mut topic = None;
    if what != Writing::Correction {
        let Some(group) = unanswered::group_of(desk, id).await? else {
            let gone = desk.whisper("desk-gone");
            return Ok(CreateInteractionResponse::Message(gone.callback()));
        };
        topic = Some(group.topic());
    }
    let name = match what {
        Writing::Word => "form-word",
        Writing::Topic => "form-topic",
        Writing::NotOurs => "form-not-ours",
        Writing::Correction => "form-correction",
    };
    let text = |part: &str, max| limits::fit(&desk.voice.plain(&format!("{name}-{part}")), max);
    let input = |style, part: &str, key: &str, room| {
        CreateInputText::new(style, text(part, MODAL_LABEL), key).max_length(room).required(true)
    };
    let mut rows = Vec::new();
    if let Some(topic) = topic {
        let mut subject = input(InputTextStyle::Short, "subject", SUBJECT, SUBJECT_ROOM);
        if !topic.is_empty() {
            subject = subject.value(limits::fit(&topic, usize::from(SUBJECT_ROOM)));
        }
        rows.push(CreateActionRow::InputText(subject));
    }
    let style =
        if what == Writing::Word { InputTextStyle::Short } else { InputTextStyle::Paragraph };
    let room = if what == Writing::Word { SUBJECT_ROOM } else { NOTE_ROOM };
    let rest =
        input(style, "label", TEXT, room).placeholder(text("placeholder", MODAL_PLACEHOLDER));
    rows.push(CreateActionRow::InputText(rest));
    let action = Action::Desk(DeskAction::Written(what, id));
    let modal = CreateModal::new(action.encode(), text("title", MODAL_LABEL)).components(rows);
    Ok(CreateInteractionResponse::Modal(modal))
}

/// Takes a form; `written` returns what stands in one of its lines.
pub async fn take(
    desk: &Desk<'_>,
    what: Writing,
    id: i64,
    written: impl Fn(&str) -> String,
) -> Result<Reply, Failure> {
    let (subject, text) = (written(SUBJECT).trim().to_owned(), written(TEXT).trim().to_owned());
    match what {
        Writing::Word => add_word(desk, subject, text).await,
        Writing::Topic => match desk.topic(&subject) {
            Some(terms) => {
                notes::add(desk, About::Topic { topic: subject, terms, ward: None }, &text).await
            }
            None => Ok(desk.whisper("desk-no-topic")),
        },
        Writing::NotOurs => match desk.topic(&subject) {
            Some(terms) => notes::add(desk, About::NotOurs { topic: subject, terms }, &text).await,
            None => Ok(desk.whisper("desk-no-topic")),
        },
        Writing::Correction => correct(desk, id, &text).await,
    }
}

impl Desk<'_> {
    /// Returns the terms by which a topic is known in a question; none where it has none.
    pub fn topic(&self, topic: &str) -> Option<Vec<String>> {
        let terms = self.bot.terms(topic);
        (!terms.is_empty()).then_some(terms)
    }
}

async fn add_word(desk: &Desk<'_>, word: String, other: String) -> Result<Reply, Failure> {
    let is_findable =
        desk.bot.service.with_composer(|it| !it.reader.analyzer.terms(&other).is_empty());
    if word.is_empty() || word == other || !is_findable {
        return Ok(desk.whisper("desk-no-word"));
    }
    let (from, to, remark) = (word.clone(), other.clone(), clock::today().to_string());
    let who = desk.asker.who();
    let added = desk.bot.with_service(move |it| it.add_word(&who, &from, &to, &remark)).await?;
    if let Err(error) = added {
        return Ok(desk.not_written(&error));
    }
    desk.audit("word added", &format!("{word} → {other}"));
    let said = desk.say("desk-word-added", &[("word", word.into()), ("other", other.into())]);
    Ok(Reply::whisper(format!("{said}\n{}", desk.voice.plain("desk-next-reload"))))
}

/// Puts a correction under the measure that a report is about, as the measure is now, and is done with the report.
async fn correct(desk: &Desk<'_>, id: i64, text: &str) -> Result<Reply, Failure> {
    let report = desk.bot.with_store(move |store| store.report(id)).await?;
    let measure = report.and_then(|report| report.measure).map(MeasureId);
    let corpus = desk.bot.service.corpus();
    let Some(measure) = measure.and_then(|id| corpus.measure(&id)) else {
        return Ok(desk.whisper("desk-gone"));
    };
    let about = About::Correction { id: measure.id.0.clone(), stamp: whole_stamp(&measure) };
    let reply = notes::add(desk, about, text).await?;
    if desk.bot.with_store(move |store| store.resolve(id)).await? {
        desk.audit("report resolved", &id.to_string());
    }
    Ok(reply)
}
