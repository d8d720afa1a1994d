//! A reply as an HTML page: readings as `<ruby>`, quotations marked as Japanese, an order of headings that a screen
//! reader can follow. No script, nothing loaded.

use super::{Line, Reply, Role, readings};
use crate::furigana::{Furigana, Level, escape_html};
use crate::question::Language;

const STYLE: &str = "body{max-width:40em;margin:2em auto;padding:0 1em;line-height:2;font-family:sans-serif}\
    blockquote{margin:0;padding-left:1em;border-left:.25em solid #577590}rt{font-size:.6em}";

/// Returns a page; with readings over the kanji of a level, where one is given.
pub fn html(
    reply: &Reply,
    language: Language,
    readings: Option<Level>,
    furigana: &Furigana,
) -> String {
    let page = Page { language, readings, furigana };
    let title = reply.0.iter().find(|line| line.role == Role::Title).or(reply.0.first());
    let title = title.map_or(String::new(), |line| escape_html(&line.text));
    let mut body = String::new();
    let mut open = "";
    for line in &reply.0 {
        let group = match line.role {
            Role::Quote => "blockquote",
            Role::Item => "ul",
            _ => "",
        };
        if group != open {
            body.push_str(&close(open));
            body.push_str(&page.start(group));
            open = group;
        }
        body.push_str(&page.element(line));
    }
    body.push_str(&close(open));
    let tag = page.tag();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

struct Page<'a> {
    language: Language,
    readings: Option<Level>,
    furigana: &'a Furigana,
}

impl Page<'_> {
    fn tag(&self) -> &'static str {
        match self.language {
            Language::EasyJapanese => Language::Japanese.tag(),
            other => other.tag(),
        }
    }

    /// The attribute that marks Japanese within another language.
    fn japanese(&self) -> &'static str {
        let is_foreign = self.tag() != Language::Japanese.tag();
        if is_foreign { " lang=\"ja\"" } else { "" }
    }

    fn start(&self, group: &str) -> String {
        match group {
            "" => String::new(),
            "blockquote" => format!("<blockquote{}>\n", self.japanese()),
            group => format!("<{group}>\n"),
        }
    }

    fn element(&self, line: &Line) -> String {
        let text = match self.readings {
            Some(level) if readings::is_japanese(line.role, self.language) => {
                self.furigana.html(&line.text, level)
            }
            _ => escape_html(&line.text),
        };
        match line.role {
            Role::Blank => String::new(),
            Role::Document => format!("<p><strong>{text}</strong></p>\n"),
            Role::Title => format!("<h1{}>{text}</h1>\n", self.japanese()),
            Role::Heading => format!("<h2>{text}</h2>\n"),
            Role::Item => format!("<li>{}</li>\n", text.trim_start_matches(['・', '-', ' '])),
            Role::Source => format!("<p><small>{text}</small></p>\n"),
            Role::Reading | Role::Fact | Role::Quote | Role::Note => format!("<p>{text}</p>\n"),
        }
    }
}

fn close(group: &str) -> String {
    if group.is_empty() { String::new() } else { format!("</{group}>\n") }
}
