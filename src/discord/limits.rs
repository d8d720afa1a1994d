//! Discord's limits, in one place: everything that is sent goes through here, so nothing is ever refused for its length.
//!
//! Lengths are counted in UTF-16 units, which is what Discord's clients count and never less than the code points its
//! servers count. A cut never falls inside a grapheme, and lists are cut between rows.

use poise::serenity_prelude as serenity;
use serenity::{CreateEmbed, CreateEmbedAuthor, CreateEmbedFooter};
use unicode_segmentation::UnicodeSegmentation;

/// A message's plain text.
pub const CONTENT: usize = 2000;
/// What a picture shows, in words.
pub const ATTACHMENT_WORDS: usize = 1024;
/// An embed's first line.
pub const AUTHOR: usize = 256;
/// An embed's title.
pub const TITLE: usize = 256;
/// An embed's text.
pub const DESCRIPTION: usize = 4096;
/// A field's name.
pub const FIELD_NAME: usize = 256;
/// A field's text.
pub const FIELD_VALUE: usize = 1024;
/// An embed's last line.
pub const FOOTER: usize = 2048;
/// All of a message's embeds together.
pub const EMBED_TOTAL: usize = 6000;
/// Fields of one embed.
pub const FIELDS: usize = 25;
/// A button's label.
pub const BUTTON_LABEL: usize = 80;
/// A menu's grey text.
pub const PLACEHOLDER: usize = 150;
/// Labels, values and descriptions in a menu; names and values of autocomplete.
pub const OPTION: usize = 100;
/// Entries of a menu, choices of autocomplete.
pub const OPTIONS: usize = 25;
/// A custom id.
pub const CUSTOM_ID: usize = 100;
/// A form's title, and the label of a form's input.
pub const MODAL_LABEL: usize = 45;
/// What a form's input can hold; less than Discord's 4000, which nobody needs.
pub const MODAL_INPUT: u16 = 1000;
/// What an input's grey text can hold.
pub const MODAL_PLACEHOLDER: usize = 100;
/// A thread's name.
pub const THREAD_NAME: usize = 100;
/// A file's bytes; Discord takes 10 MB, names and all.
pub const FILE: usize = 9_000_000;
/// The colour of an embed that belongs to no answer.
pub const COLOUR: u32 = 0x006B_8CAE;

/// Returns a text's length as Discord's clients count it.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Cuts a text to at most `max` units; what is cut ends in `…`.
pub fn fit(text: &str, max: usize) -> String {
    if units(text) <= max {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += units(grapheme);
        if used > max {
            break;
        }
        cut.push_str(grapheme);
    }
    // A backslash at the cut would escape the ellipsis, half a pair of asterisks would show.
    let mut cut = cut.trim_end_matches(['\\', '*']).to_owned();
    if max > 0 {
        cut.push('…');
    }
    cut
}

/// Joins rows with newlines up to `max` units; where rows are left out, `more` says how many, on a last row.
pub fn fit_rows(rows: &[String], max: usize, more: impl Fn(usize) -> String) -> String {
    let whole = rows.join("\n");
    if units(&whole) <= max {
        return whole;
    }
    let room = max.saturating_sub(units(&more(rows.len())) + 1);
    let mut text = String::new();
    let mut n_shown = 0;
    for row in rows {
        if units(&text) + units(row) + 1 > room {
            break;
        }
        text.push_str(row);
        text.push('\n');
        n_shown += 1;
    }
    if n_shown == 0 {
        return fit(rows.first().map_or("", String::as_str), max);
    }
    text.push_str(&more(rows.len() - n_shown));
    text
}

/// Cuts a text into pages of at most `max` units: at the end of a line where there is one, else of a sentence, else
/// between graphemes. Joined, the pages are the text but for the white space at the cuts.
pub fn pages(text: &str, max: usize) -> Vec<String> {
    let mut pages = Vec::new();
    let mut page = String::new();
    for line in text.split_inclusive('\n') {
        if units(&page) + units(line) > max && !page.trim().is_empty() {
            pages.push(std::mem::take(&mut page));
        }
        if units(line) <= max {
            page.push_str(line);
            continue;
        }
        for sentence in line.split_inclusive(['。', '．', '！', '？']) {
            if units(&page) + units(sentence) > max && !page.trim().is_empty() {
                pages.push(std::mem::take(&mut page));
            }
            for grapheme in sentence.graphemes(true) {
                if units(&page) + units(grapheme) > max {
                    pages.push(std::mem::take(&mut page));
                }
                page.push_str(grapheme);
            }
        }
    }
    pages.push(page);
    pages.retain(|page| !page.trim().is_empty());
    pages.iter().map(|page| page.trim().to_owned()).collect()
}

/// An embed before it is cut to size.
#[derive(Clone, Debug, Default)]
pub struct Embed {
    /// The first line.
    pub author: String,
    /// The title.
    pub title: String,
    /// The text.
    pub description: String,
    /// Names and texts; those without text are dropped.
    pub fields: Vec<(String, String)>,
    /// The last, small lines.
    pub footer: String,
    /// The stripe at the side.
    pub colour: Option<u32>,
}

impl Embed {
    /// Cuts every part to its limit, then the whole to the limit of a message, the text before the fields.
    pub fn build(mut self) -> CreateEmbed {
        self.author = fit(self.author.trim(), AUTHOR);
        self.title = fit(self.title.trim(), TITLE);
        self.footer = fit(self.footer.trim(), FOOTER);
        self.description = fit(self.description.trim(), DESCRIPTION);
        self.fields.retain(|(name, value)| !name.trim().is_empty() && !value.trim().is_empty());
        self.fields.truncate(FIELDS);
        for (name, value) in &mut self.fields {
            *name = fit(name.trim(), FIELD_NAME);
            *value = fit(value.trim(), FIELD_VALUE);
        }
        let over = |embed: &Self| embed.total().saturating_sub(EMBED_TOTAL);
        if over(&self) > 0 {
            let room = units(&self.description).saturating_sub(over(&self));
            self.description = fit(&self.description, room.max(300));
        }
        while over(&self) > 0 && self.fields.pop().is_some() {}
        if self.total() == 0 {
            self.description = "…".to_owned();
        }
        let mut embed = CreateEmbed::new().colour(self.colour.unwrap_or(COLOUR));
        if !self.author.is_empty() {
            embed = embed.author(CreateEmbedAuthor::new(self.author));
        }
        if !self.title.is_empty() {
            embed = embed.title(self.title);
        }
        if !self.description.is_empty() {
            embed = embed.description(self.description);
        }
        if !self.footer.is_empty() {
            embed = embed.footer(CreateEmbedFooter::new(self.footer));
        }
        embed.fields(self.fields.into_iter().map(|(name, value)| (name, value, false)))
    }

    fn total(&self) -> usize {
        let fields: usize =
            self.fields.iter().map(|(name, value)| units(name) + units(value)).sum();
        units(&self.author)
            + units(&self.title)
            + units(&self.description)
            + units(&self.footer)
            + fields
    }
}

#[cfg(test)]
mod tests;
