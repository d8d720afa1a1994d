//! What a question names by the number that is printed before it: 経営課題2, 戦略1-1, the row 1-1-2; or by the word that
//! is counted there: 経営課題.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by a test")]

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use regex::{Captures, Regex};

use super::aggregate::{Aggregate, Ranked, aggregate, distinct};
use super::compose::Composer;
use super::contents::{Chapter, chapters};
use super::figures::figures_of;
use super::ranking::{WHOLE, meets_all};
use super::words::{EVERYTHING, excludes, is_general, is_one_of};
use super::{Answer, Outcome, Reason};
use crate::index::IndexError;
use crate::library::LoadedDocument;
use crate::model::{Measure, MeasureId, MeasureKind};
use crate::question::{Intent, Question, Reading, Slot};
use crate::search::{Hit, PlanTerm};
use crate::text::{fold, numeral_value};

/// Of more documents, no heading is looked for: every row of them is read.
const MOST_DOCUMENTS: usize = 50;
/// So many headings are named at most, those of a range included.
const MOST_LABELS: usize = 20;
/// What stands behind a number that counts something else.
const UNITS: &[&str] =
    &["か月", "カ月", "ヶ月", "歳", "才", "年", "月", "日", "時", "人", "回", "円", "%", "割"];
/// What documents call the parts that they count.
const PARTS: &str = "課題|戦略|目標|方針|政策|施策|取組|プロジェクト|プラン|柱";

/// What is printed before the text of a heading, without spaces.
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
                r"^(?P<text>第\s*[0-9]{1,2}\s*[章部編節]",
                r"|(?P<word>[\p{Han}\p{Katakana}ー]{2,8})\s*[0-9]{1,2}(?:-[0-9]{1,2}){0,3}",
                r"|[0-9]{1,2}(?:-[0-9]{1,2}){1,3})(?:[\s.:、。)\]】]|$)",
            ))
            .expect("the pattern is fixed")
        });
        let folded = in_digits(&fold(heading));
        let found = LABEL.captures(&folded)?;
        let word = found.name("word").map(|it| it.as_str().to_owned()).unwrap_or_default();
        Some(Self { text: without_spaces(found.name("text")?.as_str()), word })
    }
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Writes the numbers of headings in digits: 第二章, 経営課題二, 戦略2ー1.
fn in_digits(folded: &str) -> String {
    static KANJI: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = format!(
            r"(第\s*|{PARTS})([一二三四五六七八九十]{{1,3}})([章部編節のはをとにでがも、。・?\s]|$)"
        );
        Regex::new(&pattern).expect("the pattern is fixed")
    });
    static HYPHEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("([0-9])ー([0-9])").expect("the pattern is fixed"));
    let digits = |found: &Captures| {
        let number = numeral_value(&found[2]).map_or(found[2].to_owned(), |it| it.to_string());
        format!("{}{number}{}", &found[1], &found[3])
    };
    HYPHEN.replace_all(&KANJI.replace_all(folded, digits), "$1-$2").into_owned()
}

/// What a question names headings by, and the rest of it.
#[derive(Default)]
struct Named {
    /// 経営課題2, 第3章, 1-1-2.
    labels: Vec<String>,
    /// Words that may be counted: 経営課題.
    words: Vec<String>,
    /// A range of which it is not known what lies in it: 1-1-2から3-1-1.
    is_vague: bool,
    rest: String,
}

impl Named {
    /// Reads a question's folded content. 経営課題1から3 and 経営課題1、2と3 name three.
    fn read(content: &str) -> Self {
        static NAME: LazyLock<Regex> = LazyLock::new(|| {
            let pattern = format!(
                concat!(
                    r"[\p{{Han}}\p{{Katakana}}ー]{{0,12}}(?P<chapter>第\s*[0-9]+\s*[章部編節])",
                    r"|(?P<word>[\p{{Han}}\p{{Katakana}}ー]{{0,12}})\s*(?P<number>[0-9]+(?:-[0-9]+)*)",
                    r"(?P<more>(?:\s*(?:と|や|・|、|,|から|~|〜)\s*[0-9]+(?:-[0-9]+)*)*)",
                    r"|(?P<kind>[\p{{Han}}\p{{Katakana}}ー]{{0,8}}(?:{}))",
                ),
                PARTS
            );
            Regex::new(&pattern).expect("the pattern is fixed")
        });
        // Most questions name nothing so, and need none of the patterns.
        let may_name = content.contains(|c: char| c.is_ascii_digit() || c == '第')
            || PARTS.split('|').any(|part| content.contains(part));
        if !may_name {
            return Self { rest: content.to_owned(), ..Self::default() };
        }
        let content = in_digits(content);
        let mut named = Self::default();
        let mut end = 0;
        for found in NAME.captures_iter(&content) {
            let Some(whole) = found.get(0) else { continue };
            let between = content.get(end..whole.start()).unwrap_or_default();
            let last = named.labels.last().filter(|_| is_range(between)).cloned();
            let n_before = named.labels.len();
            // 3-4か月児健診
            let behind = content.get(whole.end()..).unwrap_or_default();
            let is_measured = UNITS.iter().any(|unit| behind.starts_with(unit));
            if is_measured || !named.add(&found) {
                continue;
            }
            // 経営課題1から経営課題3
            if let (Some(first), Some(last)) = (last, named.labels.get(n_before).cloned()) {
                named.fill(&first, &last);
            }
            named.rest += between;
            named.rest.push(' ');
            end = whole.end();
        }
        named.rest += content.get(end..).unwrap_or_default();
        // Of more than can be looked for, no part is taken for all.
        named.is_vague |= named.labels.len() > MOST_LABELS;
        named.labels.truncate(MOST_LABELS);
        named
    }

    /// Adds what was found, and tells whether it names anything: 2 alone does not.
    fn add(&mut self, found: &Captures) -> bool {
        let text = |name| found.name(name).map(|it| without_spaces(it.as_str()));
        if let Some(label) = text("chapter") {
            self.labels.push(label);
        } else if let Some(kind) = text("kind") {
            self.words.push(kind);
        } else {
            let (word, number) =
                (text("word").unwrap_or_default(), text("number").unwrap_or_default());
            if word.is_empty() && !number.contains('-') {
                return false;
            }
            self.labels.push(format!("{word}{number}"));
            for (joint, number) in joined_numbers(&text("more").unwrap_or_default()) {
                let last = format!("{word}{number}");
                if let Some(first) = self.labels.last().filter(|_| is_range(joint)).cloned() {
                    self.fill(&first, &last);
                }
                self.labels.push(last);
            }
        }
        true
    }

    /// Adds the labels between two.
    fn fill(&mut self, first: &str, last: &str) {
        match labels_between(first, last) {
            Some(between) => self.labels.extend(between),
            None => self.is_vague = true,
        }
    }
}

/// Whether what stands between two numbers means those that lie between them, too.
fn is_range(between: &str) -> bool {
    ["から", "~", "〜"].contains(&between.trim())
}

/// Returns the labels between two that differ in their last number alone; none where others may lie between, too.
fn labels_between(first: &str, last: &str) -> Option<Vec<String>> {
    let parts = |label: &str| {
        let stem = label.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = label.get(stem.len()..)?.parse::<usize>().ok()?;
        Some((stem, number))
    };
    let ((stem, from), (same, to)) = (parts(first)?, parts(last)?);
    let between = (from.saturating_add(1)..to).take(MOST_LABELS);
    (stem == same).then(|| between.map(|number| format!("{stem}{number}")).collect())
}

/// Whether a part of a question names a heading by its number, which says nothing as a word.
pub(super) fn names_number(content: &str) -> bool {
    !Named::read(content).labels.is_empty()
}

/// Returns the numbers of a list, each with what joins it to the one before.
fn joined_numbers(more: &str) -> Vec<(&str, &str)> {
    let mut numbers = Vec::new();
    let is_digit = |c: char| c.is_ascii_digit() || c == '-';
    let mut rest = more;
    while let Some((joint, behind)) = rest.find(is_digit).and_then(|at| rest.split_at_checked(at)) {
        let end = behind.find(|c| !is_digit(c)).unwrap_or(behind.len());
        let (next, after) = behind.split_at_checked(end).unwrap_or((behind, ""));
        numbers.push((joint, next));
        rest = after;
    }
    numbers
}

/// The rows of a document, and what is printed before its headings: each of them is read once for a question.
struct Outline {
    measures: Vec<Arc<Measure>>,
    labels: HashMap<String, Option<Label>>,
}

impl Outline {
    fn of(document: &LoadedDocument) -> Self {
        let measures: Vec<Arc<Measure>> = document.measures().collect();
        let mut labels: HashMap<String, Option<Label>> = HashMap::new();
        for measure in &measures {
            for heading in measure.path.iter().chain([&measure.number, &measure.title]) {
                if !labels.contains_key(heading) {
                    labels.insert(heading.clone(), Label::of(heading));
                }
            }
        }
        Self { measures, labels }
    }

    fn label(&self, heading: &str) -> Option<&Label> {
        self.labels.get(heading)?.as_ref()
    }

    /// Whether a heading has a label, in full or without the beginning of its word: 課題2 for 経営課題2.
    fn is_labelled(&self, heading: &str, label: &str) -> bool {
        let begins_with_word = !label.starts_with(|c: char| c.is_ascii_digit());
        self.label(heading)
            .is_some_and(|it| it.text == label || (begins_with_word && it.text.ends_with(label)))
    }

    /// Whether headings are counted as a label does: 経営課題7 where there are 経営課題1 to 6, 1-4 where there is 1-1.
    fn counts(&self, label: &str) -> bool {
        let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        let number = label.get(word.len()..).unwrap_or_default();
        // No telephone number, and no post code.
        let is_short = number.split('-').all(|part| part.len() <= 2);
        let is_like = |it: &Label| {
            it.word.ends_with(word)
                && (!word.is_empty()
                    || (it.word.is_empty() && it.text.contains('-') && number.contains('-')))
        };
        is_short && self.labels.values().flatten().any(is_like)
    }
}

/// What a document has below a heading that is named.
struct Below {
    /// What the heading or the row is called.
    name: String,
    /// The heading itself, where the document has it as a node of its own.
    heading: Option<Arc<Measure>>,
    /// The row of a number, or those below the heading of one.
    measures: Vec<Arc<Measure>>,
    chapters: Vec<Chapter>,
}

impl Below {
    fn of(outline: &Outline, label: &str) -> Option<Self> {
        let is_named = |text: &str| outline.is_labelled(text, label);
        // Rows are also known by their place: 3-3-1 is the first of 戦略3-3.
        let is_row = |it: &Measure| is_named(&it.number) || it.id.key() == label;
        let is_below = |it: &Measure| it.path.iter().any(|heading| is_named(heading));
        let is_heading = |it: &Measure| is_named(&it.number) || is_named(&it.title);
        let (sections, rows): (Vec<_>, Vec<_>) =
            outline.measures.iter().cloned().partition(|it| it.kind == MeasureKind::Section);
        let heading = sections.into_iter().find(|it| is_heading(it));
        let measures: Vec<Arc<Measure>> =
            rows.into_iter().filter(|it| is_row(it) || is_below(it)).collect();
        if heading.is_none() && measures.is_empty() {
            return None;
        }
        // A row right below the heading stands for itself.
        let is_direct = |it: &Arc<Measure>| it.path.last().is_none_or(|above| is_named(above));
        let rows = measures.iter().filter(|it| it.kind == MeasureKind::Measure).cloned();
        let (direct, others): (Vec<_>, Vec<_>) = rows.partition(is_direct);
        let alone = |it| Chapter { heading: String::new(), measures: vec![it] };
        let others = chapters(others.into_iter(), |path| path.len().checked_sub(1));
        let chapters = direct.into_iter().map(alone).chain(others).collect();
        let name = heading.as_ref().map_or(label, |it| it.title.as_str()).to_owned();
        Some(Self { name, heading, measures, chapters })
    }

    /// Returns what may print the amount of all below the heading: itself, else the rows.
    fn priced(&self) -> &[Arc<Measure>] {
        match &self.heading {
            Some(heading) if !heading.budgets.is_empty() => std::slice::from_ref(heading),
            _ => &self.measures,
        }
    }
}

impl Composer<'_> {
    /// Answers a question that names headings or rows by their numbers, or the headings of a kind, and nothing else that
    /// could be looked for. A number that no document has is said to be missing: as a word it would lead anywhere.
    pub(super) fn heading(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Result<Option<Answer>, IndexError> {
        let named = Named::read(&reading.content);
        let is_of_ours = reading.other_municipality.is_none() && reading.other_beside.is_none();
        let is_known = is_of_ours && self.unknown_year(reading).is_none();
        if (named.labels.is_empty() && named.words.is_empty()) || !is_known {
            return Ok(None);
        }
        let terms = self.reader.subjects(&named.rest);
        let mut others = terms.iter().filter(|term| !is_general(term, EVERYTHING)).peekable();
        let documents = self.documents(reading);
        if documents.len() > MOST_DOCUMENTS {
            return Ok(None);
        }
        if named.labels.is_empty() {
            let is_all = others.peek().is_none();
            let counted =
                || self.counted(question, reading, (&named.words, &terms), &documents, limit);
            return Ok(is_all.then(counted).flatten());
        }
        let outlines: Vec<Outline> = documents.into_iter().map(Outline::of).collect();
        let of_label = |label: &String| -> Vec<Below> {
            outlines.iter().filter_map(|outline| Below::of(outline, label)).collect()
        };
        let below: Vec<Vec<Below>> = named.labels.iter().map(of_label).collect();
        let is_missing = |(label, below): (&String, &Vec<Below>)| {
            below.is_empty() && outlines.iter().any(|outline| outline.counts(label))
        };
        if others.peek().is_some() {
            let is_known = below.iter().all(|it| !it.is_empty());
            let among = || self.among(question, reading, (&named.rest, &below));
            return is_known.then(among).transpose();
        }
        let is_left_out = named.is_vague || excludes(&reading.folded);
        if (is_left_out && below.iter().any(|it| !it.is_empty()))
            || named.labels.iter().zip(&below).any(is_missing)
        {
            return Ok(Some(self.without(question, reading, Reason::NothingNear)));
        }
        if below.iter().any(Vec::is_empty) {
            return Ok(None);
        }
        Ok(Some(self.below(question, reading, below.into_iter().flatten().collect(), limit)))
    }

    /// Answers with the first row below headings that says the rest of a question, of each ward: 経営課題2の防犯; with the
    /// row itself, where one is named.
    fn among(
        &self,
        question: &Question,
        reading: &Reading,
        (rest, below): (&str, &[Vec<Below>]),
    ) -> Result<Answer, IndexError> {
        let mut rows = distinct(below.iter().flatten().flat_map(|it| &it.measures));
        if rows.len() > 1 {
            let rest = Reading { content: rest.to_owned(), ..reading.clone() };
            let work = self.work_on(rest)?;
            let says = |hit: &&Hit| meets_all(&work.plan, hit, WHOLE);
            let hits = work.hits.iter().filter(says);
            let mut said: Vec<Arc<Measure>> =
                hits.filter_map(|hit| self.library.at(hit.record)).collect();
            said.retain(|it| rows.iter().any(|row| row.id == it.id));
            let mut wards: HashSet<String> = HashSet::new();
            said.retain(|it| wards.insert(it.document.municipality.clone()));
            rows = said;
        }
        Ok(self.rows(question, reading, &rows))
    }

    /// Answers with rows or headings, and asks which is meant where they are of several wards.
    fn rows(&self, question: &Question, reading: &Reading, rows: &[Arc<Measure>]) -> Answer {
        let Some(first) = rows.first() else {
            return self.without(question, reading, Reason::NothingNear);
        };
        let ward = &first.document.municipality;
        let is_of_one = rows.iter().all(|it| it.document.municipality == *ward);
        let outcome = if is_of_one { Outcome::Answered } else { Outcome::Choose };
        let answers = rows.iter().map(|it| self.show(it, &reading.folded)).collect();
        self.showing(question, reading, outcome, answers)
    }

    /// Answers with what stands below headings, as the question wants it.
    fn below(
        &self,
        question: &Question,
        reading: &Reading,
        below: Vec<Below>,
        limit: usize,
    ) -> Answer {
        let measures = distinct(below.iter().flat_map(|it| &it.measures));
        let headings: Vec<Arc<Measure>> =
            below.iter().filter_map(|it| it.heading.clone()).collect();
        if !headings.is_empty() && (reading.wants(Intent::Target) || measures.is_empty()) {
            return self.rows(question, reading, &headings);
        }
        if measures.len() == 1 {
            return self.rows(question, reading, &measures);
        }
        if reading.wants(Intent::Budget) || reading.wants(Intent::Compare) {
            return self.money_below(question, reading, (&below, &measures), limit);
        }
        let contents = below.into_iter().flat_map(|it| it.chapters).collect();
        self.with_contents(question, reading, contents, limit)
            .unwrap_or_else(|| self.without(question, reading, Reason::NothingNear))
    }

    /// Returns the amounts of a heading, or of the rows below it, or of the overview lines that cover them.
    fn priced(&self, below: &Below, reading: &Reading) -> Vec<Ranked> {
        let own = aggregate(below.priced().iter().cloned());
        if !own.is_empty() {
            return own;
        }
        let mut items: Vec<Ranked> = Vec::new();
        for measure in &below.measures {
            let facts = self.show(measure, &reading.folded).budget;
            let Some(cover) = facts.covered_by else { continue };
            if items.iter().all(|item| item.measure.id != cover.id) {
                let ranked = |line| Ranked { measure: cover.clone(), line };
                items.extend(facts.lines.into_iter().map(ranked));
            }
        }
        items
    }

    /// Answers with the amounts of headings, or of the rows below them, or with those of the overview lines that cover them.
    fn money_below(
        &self,
        question: &Question,
        reading: &Reading,
        (below, measures): (&[Below], &[Arc<Measure>]),
        limit: usize,
    ) -> Answer {
        // An overview line may cover rows of two headings: it is told once.
        let mut known: HashSet<MeasureId> = HashSet::new();
        let mut named: Vec<(String, Vec<Ranked>)> = Vec::new();
        for it in below {
            let mut items = self.priced(it, reading);
            items.retain(|item| !known.contains(&item.measure.id));
            known.extend(items.iter().map(|item| item.measure.id.clone()));
            named.push((it.name.clone(), items));
        }
        let are_priced = named.len() > 1 && named.iter().all(|(_, items)| !items.is_empty());
        let are_single = named.iter().all(|(_, items)| items.len() == 1);
        let items = || named.iter().flat_map(|(_, items)| items).cloned().collect::<Vec<Ranked>>();
        let figures = if known.is_empty() {
            Err(Reason::NoAmounts)
        } else if reading.wants(Intent::Versus) && are_priced {
            let figures = if are_single {
                Aggregate::Versus { items: items() }
            } else {
                Aggregate::totals(named)
            };
            Ok(figures)
        } else if reading.wants(Intent::Compare) && !reading.wants(Intent::Ranking) {
            Ok(Aggregate::total(items()))
        } else {
            figures_of(items(), reading)
        };
        match figures {
            Ok(figures) => self.with_figures(question, reading, figures, limit),
            Err(reason) => {
                let rows = measures.iter().filter(|it| it.kind == MeasureKind::Measure).take(3);
                let answers = rows.map(|it| self.show(it, &reading.folded)).collect();
                Answer {
                    outcome: Outcome::Suggested,
                    answers,
                    ..self.without(question, reading, reason)
                }
            }
        }
    }

    /// Answers with the headings that are counted by a word, where every ward that is named has such.
    fn counted(
        &self,
        question: &Question,
        reading: &Reading,
        (words, terms): (&[String], &[PlanTerm]),
        documents: &[&LoadedDocument],
        limit: usize,
    ) -> Option<Answer> {
        let wards = &reading.municipalities;
        // How many there are is seen from all of them.
        let is_plain = reading.intents.iter().all(|intent| *intent == Intent::Results)
            && reading.slots.iter().all(|slot| *slot == Slot::List)
            && terms.iter().all(|term| is_one_of(term, EVERYTHING));
        if wards.is_empty() || !is_plain {
            return None;
        }
        let is_meant = |label: &Label| {
            !label.word.is_empty() && words.iter().any(|word| label.word.ends_with(word.as_str()))
        };
        let mut contents = Vec::new();
        for outline in documents.iter().map(|document| Outline::of(document)) {
            let is_counted = |heading: &String| outline.label(heading).is_some_and(is_meant);
            let is_row = |it: &&Arc<Measure>| {
                it.kind == MeasureKind::Measure && it.path.iter().any(is_counted)
            };
            let rows = outline.measures.iter().filter(is_row).cloned();
            contents.extend(chapters(rows, |path| path.iter().position(is_counted)));
        }
        let has = |ward: &String| {
            let mut rows = contents.iter().flat_map(|chapter: &Chapter| &chapter.measures);
            rows.any(|it| it.document.municipality == *ward)
        };
        let have_all = wards.iter().all(has);
        have_all.then(|| self.with_contents(question, reading, contents, limit)).flatten()
    }
}
