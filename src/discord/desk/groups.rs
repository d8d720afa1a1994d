//! Questions that got no answer, put together by what they mean.
//!
//! Two questions mean the same where they hold the same words, or nearly: the share of their words that both hold,
//! weighed by how much a word says, is high enough. Each question joins the group whose first question it is nearest
//! to; the commonest wordings found the groups. Equal input gives equal groups.

use crate::question::{Question, QuestionReader};
use crate::store;

/// The share of their words that two questions of one group have in common, at least.
const ALIKE: f32 = 0.6;
/// Verbs and numbers weigh less.
const A_NAME: f32 = 0.8;

/// A word of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The analyser's one spelling of it.
    pub term: String,
    /// How much it says.
    pub weight: f32,
    /// As it stands in the question.
    pub shown: String,
}

/// One wording, with how often and when it was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// The number of the question that was asked last with it.
    pub id: i64,
    /// The words as they were asked.
    pub text: String,
    /// What can be looked for in it.
    pub words: Vec<Word>,
    /// How often it was asked.
    pub n: usize,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

/// Questions of one meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its wordings, the commonest first; never empty.
    pub wordings: Vec<Wording>,
}

impl Group {
    /// The commonest wording.
    #[expect(clippy::expect_used, reason = "a group begins with its first wording")]
    pub fn first(&self) -> &Wording {
        self.wordings.first().expect("a group has a wording")
    }

    /// How often it was asked.
    pub fn n(&self) -> usize {
        self.wordings.iter().map(|wording| wording.n).sum()
    }

    /// The first and the last day on which it was asked.
    pub fn days(&self) -> (&str, &str) {
        let first = self.wordings.iter().map(|wording| wording.first.as_str()).min();
        let last = self.wordings.iter().map(|wording| wording.last.as_str()).max();
        (first.unwrap_or_default(), last.unwrap_or_default())
    }

    /// The words that all its wordings hold, as a topic.
    pub fn topic(&self) -> String {
        let (first, others) = (self.first(), self.wordings.get(1..).unwrap_or_default());
        let is_shared = |word: &&Word| others.iter().all(|it| holds(&it.words, &word.term));
        let shared = first.words.iter().filter(|word| word.weight >= A_NAME).filter(is_shared);
        let mut shown: Vec<&str> = shared.map(|word| word.shown.as_str()).collect();
        // 粗大ごみ says 粗大 and ごみ too.
        let all = shown.clone();
        shown.retain(|word| !all.iter().any(|whole| whole != word && whole.contains(word)));
        shown.join(" ")
    }
}

/// Reads questions as wordings, equal texts as one; the questions come newest first.
pub fn wordings(questions: &[store::Question], reader: &QuestionReader) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = Vec::new();
    for asked in questions {
        let Some(text) = &asked.text else { continue };
        if let Some(known) = wordings.iter_mut().find(|it| it.text == *text) {
            known.n += 1;
            known.first.clone_from(&asked.day);
            continue;
        }
        let content = reader.read(&Question { text: text.clone(), ..Question::default() }).content;
        wordings.push(Wording {
            id: asked.id,
            text: text.clone(),
            words: words(&content, reader),
            n: 1,
            first: asked.day.clone(),
            last: asked.day.clone(),
        });
    }
    wordings
}

fn words(content: &str, reader: &QuestionReader) -> Vec<Word> {
    let terms = reader.analyzer.terms(content);
    let shown = |text: &str| {
        let term = terms.iter().find(|term| term.text == text);
        term.and_then(|term| content.get(term.range.clone())).unwrap_or(text).to_owned()
    };
    let plan = reader.terms(content).into_iter();
    plan.map(|it| Word { shown: shown(&it.text), term: it.text, weight: it.weight }).collect()
}

/// Groups wordings; the groups that were asked for most often come first.
pub fn groups(mut wordings: Vec<Wording>) -> Vec<Group> {
    wordings.sort_by(|a, b| b.n.cmp(&a.n).then(a.first.cmp(&b.first)).then(a.text.cmp(&b.text)));
    let mut groups: Vec<Group> = Vec::new();
    for wording in wordings {
        let nearest = groups
            .iter_mut()
            .map(|group| (likeness(&group.first().words, &wording.words), group))
            .filter(|(likeness, _)| *likeness >= ALIKE)
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        match nearest {
            Some((_, group)) => group.wordings.push(wording),
            None => groups.push(Group { wordings: vec![wording] }),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.n()));
    groups
}

/// The weight of the words that both hold, as a share of the weight of all words of both.
fn likeness(a: &[Word], b: &[Word]) -> f32 {
    let weight = |words: &[Word]| -> f32 { words.iter().map(|word| word.weight).sum() };
    let both: f32 = a.iter().filter(|word| holds(b, &word.term)).map(|word| word.weight).sum();
    let all = weight(a) + weight(b) - both;
    if all > 0.0 { both / all } else { 0.0 }
}

fn holds(words: &[Word], term: &str) -> bool {
    words.iter().any(|word| word.term == term)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wordings as `words n first last`, words by commas; those that end in `*` weigh half.
    fn wording(id: i64, line: &str) -> Wording {
        let [words, n, first, last] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let list = words.split(',').filter(|word| !word.is_empty() && *word != "-").map(|word| {
            let weight = if word.ends_with('*') { 0.5 } else { 1.0 };
            let term = word.trim_end_matches('*').to_owned();
            Word { shown: term.clone(), term, weight }
        });
        Wording {
            id,
            text: words.to_owned(),
            words: list.collect(),
            n: n.parse().unwrap(),
            first: first.to_owned(),
            last: last.to_owned(),
        }
    }

    fn check(lines: &[&str], expected: &[&str]) {
        let given = |lines: &[&str]| {
            lines.iter().zip(1..).map(|(line, id)| wording(id, line)).collect::<Vec<_>>()
        };
        let told = |groups: Vec<Group>| -> Vec<String> {
            let tell = |group: &Group| {
                let (first, last) = group.days();
                let texts: Vec<&str> = group.wordings.iter().map(|it| it.text.as_str()).collect();
                format!("{} {} {first} {last}", texts.join(" + "), group.n())
            };
            groups.iter().map(tell).collect()
        };
        assert_eq!(told(groups(given(lines))), expected);
        // The order in which they were asked makes no difference.
        let mut backwards = given(lines);
        backwards.reverse();
        assert_eq!(told(groups(backwards)), expected);
    }

    #[test]
    fn the_same_words_are_one_question_however_they_stand() {
        check(
            &["粗大,ごみ 2 11-01 11-03", "ごみ,粗大 1 11-05 11-05", "図書館 1 11-02 11-02"],
            &["粗大,ごみ + ごみ,粗大 3 11-01 11-05", "図書館 1 11-02 11-02"],
        );
    }

    #[test]
    fn manner_separates_less_than_matter() {
        check(
            &[
                "粗大,ごみ,出す* 3 11-01 11-03",
                "粗大,ごみ,捨てる* 1 11-02 11-02",
                "ごみ 1 11-02 11-02",
            ],
            &["粗大,ごみ,出す* + 粗大,ごみ,捨てる* 4 11-01 11-03", "ごみ 1 11-02 11-02"],
        );
    }

    #[test]
    fn a_question_joins_the_group_that_it_is_nearest_to() {
        check(
            &[
                "猫,ボランティア,登録 9 11-01 11-09",
                "猫,ボランティア 8 11-01 11-08",
                "犬 1 11-01 11-01",
            ],
            &["猫,ボランティア,登録 + 猫,ボランティア 17 11-01 11-09", "犬 1 11-01 11-01"],
        );
        check(
            &["a,b,c,d 5 1 5", "a,b,e 4 1 5", "a,b,e,f 1 1 5"],
            &["a,b,c,d 5 1 5", "a,b,e + a,b,e,f 5 1 5"],
        );
    }

    #[test]
    fn questions_without_a_word_stay_apart() {
        check(&["- 1 11-01 11-01", "- 1 11-01 11-01"], &["- 1 11-01 11-01", "- 1 11-01 11-01"]);
        check(&[], &[]);
    }

    #[test]
    fn the_topic_is_what_all_say() {
        let lines = ["粗大ごみ,粗大,ごみ,出す* 2 1 2", "粗大ごみ,粗大,ごみ,予約 1 1 2"];
        let group = Group { wordings: lines.iter().map(|line| wording(1, line)).collect() };
        assert_eq!(group.topic(), "粗大ごみ");
    }
}
