//! A card as a person wants it to look: with readings, or as short lines for a screen reader.

use crate::answer::{Answer, Found, Outcome, Understood};
use crate::furigana::{Furigana, Level};
use crate::question::Language;
use crate::render::{self, Look};

use super::super::limits::{self, DESCRIPTION, Embed};
use super::super::reply::Reply;
use super::{View, clean, escape};

/// Marks the question in the last line of a plain card; text, where the usual card has an emoji.
pub(super) const QUESTION_MARK: &str = "Q. ";

/// Makes a card look as the viewer wants it.
pub(super) fn apply(reply: &mut Reply, answer: &Answer, view: &View) {
    let Some(embed) = reply.embeds.first_mut() else { return };
    match view.look {
        Look::Plain => *embed = plain(answer, view),
        _ => with_readings(embed, view),
    }
}

/// Returns a measure that was not asked for in words as an answer.
pub(super) fn answer_of(found: &Found, language: Language) -> Answer {
    Answer {
        id: None,
        question: String::new(),
        outcome: Outcome::Answered,
        reading: Understood::default(),
        language,
        reason: None,
        answers: vec![found.clone()],
        aggregate: None,
        missing: Vec::new(),
        sensitive: false,
    }
}

/// Everything that the answer says, in short lines without marks.
fn plain(answer: &Answer, view: &View) -> Embed {
    let locale = view.voice.locale().spoken();
    let mut reply = render::reply(answer, &locale, &view.furigana);
    if view.voice.language == Language::Japanese
        && let Some(level) = view.look.level()
    {
        reply = reply.with_readings(&view.furigana, level, view.voice.language);
    }
    Embed { description: escape_lines(&render::plain(&reply)), ..Embed::default() }
}

fn escape_lines(text: &str) -> String {
    limits::fit(&escape(&clean(text)), DESCRIPTION)
}

/// Adds the readings that the viewer wants to what is Japanese on a card.
pub fn with_readings(embed: &mut Embed, view: &View) {
    let Some(level) = view.look.level() else { return };
    let read = |text: &str| read_marked(text, &view.furigana, level);
    embed.title = read(&embed.title);
    let language = view.voice.language;
    // In Chinese, only what has kana is surely Japanese.
    let is_chinese = matches!(language, Language::SimplifiedChinese | Language::TraditionalChinese);
    let read_lines = |text: &str| -> String {
        if !is_chinese {
            return read(text);
        }
        let is_japanese = |line: &str| line.chars().any(|c| matches!(c, 'ぁ'..='ん'));
        let lines = text.split('\n');
        let lines: Vec<String> = lines
            .map(|line| if is_japanese(line) { read(line) } else { line.to_owned() })
            .collect();
        lines.join("\n")
    };
    embed.description = read_lines(&embed.description);
    for (name, value) in &mut embed.fields {
        if matches!(language, Language::Japanese | Language::EasyJapanese) {
            *name = read(name);
        }
        *value = read_lines(value);
    }
    if matches!(language, Language::Japanese | Language::EasyJapanese) {
        embed.author = read(&embed.author);
    }
}

/// Adds readings to a text with Markdown: marks of emphasis and escapes stay where they are, code stays as it is.
fn read_marked(text: &str, furigana: &Furigana, level: Level) -> String {
    let mut read = String::new();
    for (at, part) in text.split("```").enumerate() {
        if at > 0 {
            read.push_str("```");
        }
        if at % 2 == 1 {
            read.push_str(part);
        } else {
            read.push_str(&read_prose(part, furigana, level));
        }
    }
    read
}

fn read_prose(text: &str, furigana: &Furigana, level: Level) -> String {
    let is_mark = |c: char| matches!(c, '*' | '\\' | '\u{200B}');
    let bare: String = text.chars().filter(|c| !is_mark(*c)).collect();
    let mut marked = text.chars();
    let mut read = String::new();
    for part in furigana.ruby(&bare, level) {
        for _ in part.text.chars() {
            for c in marked.by_ref() {
                read.push(c);
                if !is_mark(c) {
                    break;
                }
            }
        }
        if !part.reading.is_empty() {
            read.push_str(&format!("({})", part.reading));
        }
    }
    read.extend(marked);
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analyzer;

    #[test]
    fn readings_leave_markdown_and_code_as_they_are() {
        let furigana = Furigana::new(Analyzer::new(None).unwrap(), "");
        let check = |text: &str, expected: &str| {
            assert_eq!(read_marked(text, &furigana, Level::ALL), expected);
        };
        check("**津波**の訓練", "**津波(つなみ)**の訓練(くんれん)");
        check(
            "予算\n```\n1 予算 385千円\n```\n合計",
            "予算(よさん)\n```\n1 予算 385千円\n```\n合計(ごうけい)",
        );
        check("\\*注意\\*", "\\*注意(ちゅうい)\\*");
        check("", "");
        check("abc \\", "abc \\");
    }
}
