//! Words that moderators add: a small thesaurus of the installation's own, beside the one that comes with the program.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// The file in the config folder. A new version of the program never touches it.
pub const OWN_WORDS_FILE: &str = "thesaurus.local.toml";

const TOPIC: &str = "moderators";
const HEAD: &str = "# The installation's own words, read beside thesaurus.toml and written in the same way.\n\
     # Moderators add to it with /desk unanswered; any line may be changed or deleted.\n\n";

/// Adds other words for a word to a file's text, which is empty where there is no file yet; `remark` stands behind
/// them. None where the text is no good thesaurus.
pub fn with_word(text: &str, word: &str, others: &[String], remark: &str) -> Option<String> {
    let text = if text.trim().is_empty() { HEAD } else { text };
    let mut document: DocumentMut = text.parse().ok()?;
    let mut topics = Table::new();
    topics.set_implicit(true);
    let topics = document.entry("topic").or_insert(Item::Table(topics)).as_table_mut()?;
    let topic = topics.entry(TOPIC).or_insert(Item::Table(Table::new())).as_table_mut()?;
    let known = match topic.get(word).and_then(Item::as_value) {
        Some(Value::String(one)) => vec![one.value().clone()],
        Some(Value::Array(several)) => {
            several.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        }
        // One with weights was written by hand, and its author's words stay as they are.
        Some(_) => return None,
        None => Vec::new(),
    };
    let mut all = known;
    for other in others {
        if !all.contains(other) {
            all.push(other.clone());
        }
    }
    let mut all = Value::Array(Array::from_iter(all));
    all.decor_mut().set_suffix(format!(" # {remark}"));
    topic.insert(word, Item::Value(all));
    Some(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(text: &str, word: &str, others: &[&str]) -> Option<String> {
        let others: Vec<String> = others.iter().map(ToString::to_string).collect();
        with_word(text, word, &others, "2026-11-21")
    }

    #[test]
    fn words_are_added_and_nothing_else_is_touched() {
        let first = add("", "おまもり", &["見守り", "声かけ"]).unwrap();
        assert!(first.starts_with("# The installation's own words"), "{first}");
        assert!(
            first.ends_with(
                "[topic.moderators]\n\"おまもり\" = [\"見守り\", \"声かけ\"] # 2026-11-21\n"
            ),
            "{first}"
        );
        let second = add(&first, "おまもり", &["声かけ", "訪問"]).unwrap();
        assert!(second.contains("\"おまもり\" = [\"見守り\", \"声かけ\", \"訪問\"]"), "{second}");
        let mine = "# 手で書いた\n[topic.\"ごみ\"]\n\"粗ごみ\" = \"粗大ごみ\" # 方言\n";
        let both = add(mine, "a\"b", &["猫"]).unwrap();
        assert!(both.starts_with(mine), "{both}");
        assert!(toml::from_str::<toml::Table>(&both).is_ok(), "{both}");
    }

    #[test]
    fn what_is_written_by_hand_with_weights_is_left_alone() {
        let mine = "[topic.moderators]\n\"猫\" = { to = [\"動物\"], weight = 0.5 }\n";
        assert_eq!(add(mine, "猫", &["飼育"]), None);
        assert_eq!(add("not toml", "猫", &["飼育"]), None);
    }
}
