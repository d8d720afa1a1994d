//! What a question names by the number that is printed before it: 経営課題2, 戦略1-1, the row 1-1-2; or by the word that
//! is counted there: 経営課題.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by every test")]

use std::sync::{Arc, LazyLock};

use regex::Regex;

use super::aggregate::aggregate;
use super::compose::{Composer, figures_of, missing};
use super::contents::{Chapter, chapters};
use super::words::{EVERYTHING, is_general, is_one_of};
use super::{Answer, Outcome};
use crate::library::LoadedDocument;
use crate::model::{Measure, MeasureKind};
use crate::question::{Intent, Question, Reading, Slot};
use crate::text::fold;

/// Of more documents, a heading is not looked for without a ward.
const MOST_DOCUMENTS: usize = 1_000;

/// What is printed before the text of a heading, without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Label {
    /// 経営課題2, 第3章, 1-1.
    text: String,
    /// The word that is counted, 経営課題; empty where there is none.
    word: String,
}

impl Label {
    /// Reads what is printed before the text of a heading; a single number alone says nothing.
    fn of(heading: &str) -> Option<Self> {
        static LABEL: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(concat!(
                r"^(?:第\s*[0-9]{1,2}\s*[章部編節]",
                r"|(?P<word>[\p{Han}\p{Katakana}ー]{2,8})\s*[0-9]{1,2}(?:-[0-9]{1,2}){0,3}",
                r"|[0-9]{1,2}(?:-[0-9]{1,2}){1,3})(?:[\s.:、。)\]】]|$)",
            ))
            .expect("the pattern is fixed")
        });
        let folded = fold(heading);
        let found = LABEL.captures(&folded)?;
        let text = without_spaces(found.get(0)?.as_str());
        let text = text.trim_end_matches(['.', ':', '、', '。', ')', ']', '】']).to_owned();
        let word = found.name("word").map(|it| it.as_str().to_owned()).unwrap_or_default();
        Some(Self { text, word })
    }

    /// Whether it is what a question names; 港区経営課題2 names 経営課題2, and 1-1-2 does not name 1-2.
    fn is_named(&self, name: &str) -> bool {
        name == self.text || (!self.word.is_empty() && name.ends_with(&self.text))
    }

    /// Whether a question names the word that is counted.
    fn is_counted(&self, name: &str) -> bool {
        !self.word.is_empty() && (name.ends_with(&self.word) || self.word.ends_with(name))
    }
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a question may name a heading by, and the rest of it.
struct Names {
    names: Vec<String>,
    rest: String,
}

fn names(content: &str) -> Names {
    static NAME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"第\s*[0-9]{1,2}\s*[章部編節]",
            r"|[\p{Han}\p{Katakana}ー]{0,12}\s*[0-9]{1,2}(?:-[0-9]{1,2}){0,3}",
            r"|[\p{Han}\p{Katakana}ー]{0,8}(?:課題|戦略|目標|方針|政策|施策|取組|プロジェクト|プラン|柱)",
        ))
        .expect("the pattern is fixed")
    });
    let names = NAME.find_iter(content).map(|found| without_spaces(found.as_str())).collect();
    Names { names, rest: NAME.replace_all(content, " ").into_owned() }
}

/// What a document has below a heading that is named.
struct Below {
    measures: Vec<Arc<Measure>>,
    chapters: Vec<Chapter>,
}

impl Below {
    /// Returns the row of a number, or what stands below the heading of one.
    fn of_number(document: &LoadedDocument, names: &[String]) -> Option<Self> {
        let is_named = |heading: &str| {
            Label::of(heading).is_some_and(|label| names.iter().any(|name| label.is_named(name)))
        };
        let is_row = |it: &Measure| it.kind != MeasureKind::Section && is_named(&it.number);
        let is_below = |it: &Measure| it.path.iter().any(|heading| is_named(heading));
        let measures: Vec<Arc<Measure>> =
            document.measures().filter(|it| is_row(it) || is_below(it)).collect();
        let rows = measures.iter().filter(|it| it.kind == MeasureKind::Measure).cloned();
        // Right below the heading that is named, each row stands for itself.
        let (direct, others): (Vec<_>, Vec<_>) =
            rows.partition(|it: &Arc<Measure>| it.path.last().is_none_or(|it| is_named(it)));
        let alone = |it| Chapter { heading: String::new(), measures: vec![it] };
        let others = chapters(others.into_iter(), |path| path.len().checked_sub(1));
        let chapters = direct.into_iter().map(alone).chain(others).collect();
        (!measures.is_empty()).then_some(Self { measures, chapters })
    }

    /// Returns the headings that are counted by a word.
    fn of_word(document: &LoadedDocument, names: &[String]) -> Option<Self> {
        let is_counted = |heading: &String| {
            Label::of(heading).is_some_and(|label| names.iter().any(|name| label.is_counted(name)))
        };
        let is_below =
            |it: &Arc<Measure>| it.kind == MeasureKind::Measure && it.path.iter().any(is_counted);
        let measures: Vec<Arc<Measure>> = document.measures().filter(is_below).collect();
        let chapters = chapters(measures.iter().cloned(), |path| path.iter().position(is_counted));
        (!chapters.is_empty()).then_some(Self { measures, chapters })
    }
}

impl Composer<'_> {
    /// Answers a question that names a heading or a row by its number, or the headings of a kind, and nothing else that
    /// could be looked for.
    pub(super) fn heading(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Option<Answer> {
        let Names { names, rest } = names(&reading.content);
        let is_known = reading.other_municipality.is_none() && self.unknown_year(reading).is_none();
        if names.is_empty() || !is_known {
            return None;
        }
        let terms = self.reader.terms(&rest);
        if !terms.iter().all(|term| is_general(term, EVERYTHING)) {
            return None;
        }
        let documents = self.documents(reading);
        if documents.len() > MOST_DOCUMENTS {
            return None;
        }
        let of_number = |document: &&LoadedDocument| Below::of_number(document, &names);
        let numbered: Vec<Below> = documents.iter().filter_map(of_number).collect();
        if let [Below { measures, .. }] = numbered.as_slice()
            && let [row] = measures.as_slice()
        {
            let found = self.show(row, &reading.folded);
            let missing = missing(&found, reading);
            let blank = self.blank(question, reading);
            return Some(Answer {
                outcome: Outcome::Answered,
                answers: vec![found],
                missing,
                ..blank
            });
        }
        if reading.wants(Intent::Budget) {
            let measures = numbered.iter().flat_map(|it| &it.measures).cloned();
            let figures = figures_of(aggregate(measures), reading).ok()?;
            let is_any = !figures.measures().is_empty();
            return is_any.then(|| self.with_figures(question, reading, figures, limit));
        }
        let is_plain = reading.intents.is_empty()
            && reading.slots.iter().all(|slot| *slot == Slot::List)
            && terms.iter().all(|term| is_one_of(term, EVERYTHING));
        if !is_plain {
            return None;
        }
        let below = if numbered.is_empty() && !reading.municipalities.is_empty() {
            let of_word = |document: &&LoadedDocument| Below::of_word(document, &names);
            documents.iter().filter_map(of_word).collect()
        } else {
            numbered
        };
        let contents = below.into_iter().flat_map(|it| it.chapters).collect();
        self.with_contents(question, reading, contents, limit)
    }
}
