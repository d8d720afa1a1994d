//! A department for a ward and a topic, written to the operator's `contacts.toml`.

use super::Desk;
use crate::clock;
use crate::contacts::Department;
use crate::discord::card::escape;
use crate::discord::failure::Failure;
use crate::discord::limits::{self, Embed};
use crate::discord::reply::Reply;

/// As much as one part of an entry may hold.
const ROOM: usize = 200;

/// What a moderator typed.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Whose department it is.
    pub ward: String,
    /// What it is asked about.
    pub topic: String,
    /// What it is called.
    pub name: String,
    /// Telephone; none where none is known.
    pub phone: Option<String>,
    /// Fax; none where none is known.
    pub fax: Option<String>,
    /// Where that stands.
    pub source: String,
    /// When that was true; none for today.
    pub as_of: Option<String>,
}

/// Writes the entry, and says what stood there before.
pub async fn put(desk: &Desk<'_>, typed: Typed) -> Result<Reply, Failure> {
    let voice = desk.voice;
    let line =
        |text: String| limits::fit(&text.split_whitespace().collect::<Vec<_>>().join(" "), ROOM);
    let maybe = |text: Option<String>| text.map(line).unwrap_or_default();
    let department = Department {
        municipality: line(typed.ward),
        name: line(typed.name),
        phone: maybe(typed.phone),
        fax: maybe(typed.fax),
        topics: vec![line(typed.topic)],
        as_of: typed.as_of.map_or_else(|| clock::today().to_string(), line),
        source: line(typed.source),
    };
    if !desk.bot.service.corpus().has_municipality(&department.municipality) {
        return Ok(desk.whisper("contact-unknown-ward"));
    }
    if department.topics.iter().any(|topic| topic.chars().count() < 2) {
        return Ok(desk.whisper("contact-short-topic"));
    }
    let (who, wanted) = (desk.asker.who(), department.clone());
    let put = desk.bot.with_service(move |service| service.put_department(&who, &wanted)).await?;
    let before = match put {
        Ok(before) => before,
        Err(error) => return Ok(desk.not_written(&error)),
    };
    let told = |department: &Department| {
        let lines = [
            format!("**{}** {}", escape(&department.municipality), escape(&department.name)),
            escape(&department.topics.join("、")),
            format!("☎ {} / FAX {}", escape(&department.phone), escape(&department.fax)),
            format!("{} · {}", escape(&department.as_of), escape(&department.source)),
        ];
        lines.join("\n")
    };
    let old: Vec<String> = before.iter().map(told).collect();
    desk.audit("contact written", &format!("{department:?}, before: {before:?}"));
    let mut reply = Reply::embed(Embed {
        title: voice.plain("contact-written"),
        description: told(&department),
        fields: vec![(voice.plain("contact-before"), old.join("\n\n"))],
        footer: voice.plain("desk-next-reload"),
        ..Embed::default()
    });
    reply.ephemeral = true;
    Ok(reply)
}
