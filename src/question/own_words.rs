//! Words that moderators add: a small thesaurus of the installation's own, beside the one that comes with the program.

use toml_edit::{DocumentMut, Item, Table, Value};

/// The file in the config folder. A new version of the program never touches it.
pub const OWN_WORDS_FILE: &str = "thesaurus.local.toml";

/// The topic whose words are taken for the words that stand behind them.
pub(super) const TOPIC: &str = "moderators";
const HEAD: &str = "\
# The installation's own words, read beside thesaurus.toml and written in the same way.
# Moderators add to [topic.moderators] with /desk unanswered: its words are taken for the words behind them.
# Any line may be changed or deleted.

[topic.moderators]
";

/// Says in a file's text, which is empty where there is no file yet, that a word means another; `remark` stands behind
/// it. None where the text is no good thesaurus.
pub fn with_word(text: &str, word: &str, other: &str, remark: &str) -> Option<String> {
    let text = if text.trim().is_empty() { HEAD } else { text };
    let mut document: DocumentMut = text.parse().ok()?;
    let mut topics = Table::new();
    topics.set_implicit(true);
    let topics = document.entry("topic").or_insert(Item::Table(topics)).as_table_mut()?;
    let topic = topics.entry(TOPIC).or_insert(Item::Table(Table::new())).as_table_mut()?;
    let mut other = Value::from(other);
    other.decor_mut().set_suffix(format!(" # {remark}"));
    topic.insert(word, Item::Value(other));
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(text: &str, word: &str, other: &str) -> Option<String> {
        with_word(text, word, other, "2026-11-21")
    }

    #[test]
    fn a_word_is_added_and_nothing_else_is_touched() {
        let first = add("", "おまもり", "見守り").unwrap();
        assert!(first.starts_with(HEAD), "{first}");
        assert!(first.ends_with("[topic.moderators]\n\"おまもり\" = \"見守り\" # 2026-11-21\n"));
        let second = add(&first, "おまもり", "声かけ").unwrap();
        assert_eq!(second, first.replace("見守り", "声かけ"), "the later word holds");
        let mine = "# 手で書いた\n[topic.\"ごみ\"]\n\"粗ごみ\" = [\"粗大ごみ\"] # 方言\n";
        let both = add(mine, "a\"b", "猫").unwrap();
        assert!(both.starts_with(mine), "{both}");
        assert!(toml::from_str::<toml::Table>(&both).is_ok(), "{both}");
        assert_eq!(add("not toml", "猫", "飼育"), None);
    }
}
