//! A card as a person wants it to look: with readings, or as short lines for a screen reader.

use std::iter::Peekable;
use std::str::Chars;

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
        offices: Vec::new(),
        desks: Vec::new(),
        contents: Vec::new(),
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
    let bare: String = text.chars().filter(|c| !is_mark(*c)).collect();
    let mut marked = text.chars().peekable();
    let mut read = String::new();
    let mut is_bold = false;
    for part in furigana.ruby(&bare, level) {
        let pieces = take(&mut marked, part.text.chars().count());
        // A mark within a word parts its reading too, where the word is read as its pieces are.
        if pieces.len() > 1 && sound(&pieces, furigana) == part.reading {
            for piece in &pieces {
                is_bold ^= piece.turns_bold();
                read.push_str(&piece.marks);
                read.push_str(&furigana.brackets(&piece.text, level));
            }
            continue;
        }
        let began_bold = is_bold ^ pieces.first().is_some_and(Piece::turns_bold);
        for piece in &pieces {
            is_bold ^= piece.turns_bold();
            read.push_str(&piece.marks);
            read.push_str(&piece.text);
        }
        if part.reading.is_empty() {
            continue;
        }
        // What begins within the word ends before the reading, which is that of the whole.
        if is_bold && !began_bold {
            read.extend(std::iter::from_fn(|| marked.next_if(|c| is_mark(*c))));
            is_bold = false;
        }
        read.push_str(&format!("({})", part.reading));
    }
    read.extend(marked);
    read
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '\\' | '\u{200B}')
}

/// A part of a word, with the marks before it.
struct Piece {
    marks: String,
    text: String,
}

impl Piece {
    /// Whether its marks begin or end what is in bold.
    fn turns_bold(&self) -> bool {
        self.marks.matches("**").count() % 2 == 1
    }
}

/// Takes so many characters of a word, apart where marks stand between them.
fn take(marked: &mut Peekable<Chars<'_>>, n: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for _ in 0..n {
        let marks: String = std::iter::from_fn(|| marked.next_if(|c| is_mark(*c))).collect();
        match pieces.last_mut() {
            Some(piece) if marks.is_empty() => piece.text.extend(marked.next()),
            _ => pieces.push(Piece { marks, text: marked.next().into_iter().collect() }),
        }
    }
    pieces
}

/// How pieces are read one by one.
fn sound(pieces: &[Piece], furigana: &Furigana) -> String {
    let parts = pieces.iter().flat_map(|piece| furigana.ruby(&piece.text, Level::ALL));
    parts.map(|it| if it.reading.is_empty() { it.text.to_owned() } else { it.reading }).collect()
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
        check("区民**会議**室", "区民(くみん)**会議(かいぎ)**室(しつ)");
        check("\\*注意\\*", "\\*注意(ちゅうい)\\*");
        check("", "");
        check("abc \\", "abc \\");
    }

    #[test]
    fn a_bold_word_within_another_keeps_the_readings_with_their_words() {
        let lexicon = "地区防災計画,名詞,チクボウサイケイカク\n今日中,名詞,キョウジュウ\n";
        let furigana = Furigana::new(Analyzer::new(Some(lexicon)).unwrap(), "");
        let check = |text: &str, expected: &str| {
            assert_eq!(read_marked(text, &furigana, Level::ALL), expected);
        };
        check("地区防災計画を", "地区防災計画(ちくぼうさいけいかく)を");
        check("地区**防災**計画を", "地区(ちく)**防災(ぼうさい)**計画(けいかく)を");
        check("**地区防災**計画を", "**地区(ちく)防災(ぼうさい)**計画(けいかく)を");
        check("地区**防災計画を**", "地区(ちく)**防災(ぼうさい)計画(けいかく)を**");
        // Read otherwise than its parts are.
        check("今**日中**に", "今**日中**(きょうじゅう)に");
        check("**今**日中に", "**今**日中(きょうじゅう)に");
        check("**今**日中**に**", "**今**日中(きょうじゅう)**に**");
    }
}
