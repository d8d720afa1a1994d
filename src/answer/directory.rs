//! Whom to ask where a question asks for nothing else: the offices of a ward, or one that it names.

use std::cmp::Reverse;
use std::sync::Arc;

use super::compose::Composer;
use super::words::{EVERYTHING, OFFICES, is_general};
use super::{Answer, Outcome, Reason};
use crate::contacts::Department;
use crate::library::{Fact, LoadedDocument};
use crate::model::{Contact, ContactScope, Measure, MeasureKind};
use crate::question::{Intent, Question, Reading};
use crate::text::fold;

/// An office that a document or the operator's config names.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// Whose it is.
    pub municipality: String,
    /// What it is called, and its numbers.
    pub contact: Contact,
    /// What it is asked about: titles of measures, topics of the config; empty for a page's own office.
    pub topics: Vec<String>,
    /// Where the newest document names it; none for one of the config.
    pub measure: Option<Arc<Measure>>,
}

/// Of more documents, an office is not looked for without a ward.
const MOST_DOCUMENTS: usize = 1_000;
/// How offices are called.
const ENDINGS: &[&str] = &["部", "課", "係", "室", "局", "担当"];
/// How places are called, too, that a measure is about.
const CENTRE: &str = "センター";

impl Composer<'_> {
    /// Answers with offices where a question asks whom to ask, and names an office or nothing but a ward.
    pub(super) fn directory(
        &self,
        question: &Question,
        reading: &Reading,
        limit: usize,
    ) -> Option<Answer> {
        let is_asked = reading.wants(Intent::Contact) && reading.other_municipality.is_none();
        if !is_asked || self.unknown_year(reading).is_some() {
            return None;
        }
        let wards = &reading.municipalities;
        let is_of_ward = || {
            let terms = self.reader.terms(&reading.content);
            let is_general = |term| is_general(term, EVERYTHING) || is_general(term, OFFICES);
            !wards.is_empty() && terms.iter().all(is_general)
        };
        let names_office = words(&reading.folded).chain(words(&reading.content)).any(is_office);
        if !names_office && !is_of_ward() {
            return None;
        }
        let documents = self.documents(reading);
        if documents.len() > MOST_DOCUMENTS {
            return None;
        }
        // As a whole, or in parts of its name and nothing else.
        let is_named = |office: &str| {
            reading.folded.contains(office)
                || (words(&reading.content).any(is_office)
                    && words(&reading.content)
                        .all(|word| office.contains(word) || OFFICES.contains(&word)))
        };
        let is_of_wards = |it: &&Department| wards.is_empty() || wards.contains(&it.municipality);
        let departments = self.departments.iter().filter(is_of_wards);
        let is_wanted = |office: &str| !names_office || is_named(office);
        let offices = offices(documents, departments, is_wanted);
        if names_office && offices.is_empty() {
            return None;
        }
        let is_of = |ward: &str| offices.iter().any(|office| office.municipality == ward);
        let without: Vec<String> = wards.iter().filter(|ward| !is_of(ward)).cloned().collect();
        let is_told = !names_office && !without.is_empty();
        let outcome = match offices.first() {
            None => Outcome::NotFound,
            Some(first) if offices.iter().all(|it| it.municipality == first.municipality) => {
                Outcome::Answered
            }
            Some(_) => Outcome::Choose,
        };
        let measures = offices.iter().filter_map(|office| office.measure.as_ref());
        let answers = measures.take(limit).map(|it| self.show(it, &reading.folded)).collect();
        let reason = is_told.then_some(Reason::NoContacts(without));
        Some(Answer { outcome, reason, answers, offices, ..self.blank(question, reading) })
    }

    /// Adds the offices that the operator's config has in the ward for what is asked about, where whom to ask is asked;
    /// they are the answer where no document has one.
    pub(super) fn with_desks(&self, answer: Answer, reading: &Reading) -> Answer {
        let is_one = answer.outcome == Outcome::Answered;
        // What else is asked for would be left without a word.
        let is_nothing =
            answer.reason == Some(Reason::NothingNear) && reading.intents == [Intent::Contact];
        let is_said = reading.other_municipality.is_none() && self.unknown_year(reading).is_none();
        if !(reading.wants(Intent::Contact) && is_said && (is_one || is_nothing)) {
            return answer;
        }
        let is_asked = |department: &&Department| {
            // What stands behind it in brackets may be where: 出生届（芝地区）.
            let mut names =
                department.topics.iter().filter_map(|topic| topic_names(topic).into_iter().next());
            reading.municipalities.contains(&department.municipality)
                && names.any(|name| name.chars().nth(1).is_some() && reading.folded.contains(&name))
        };
        let asked: Vec<&Department> = self.departments.iter().filter(is_asked).collect();
        // Of those of several places that of the place that is named: 芝地区の出生届.
        let named = |department: &Department| n_named(&fold(&department.name), &reading.folded);
        let most = asked.iter().map(|it| named(it)).max().unwrap_or(0);
        let of_place = asked.into_iter().filter(|it| named(it) == most);
        let desks = offices(Vec::new(), of_place, |_| true);
        match desks.first() {
            None => answer,
            Some(first) if is_nothing => {
                let is_one = desks.iter().all(|it| it.municipality == first.municipality);
                let outcome = if is_one { Outcome::Answered } else { Outcome::Choose };
                Answer { outcome, answers: Vec::new(), offices: desks, reason: None, ..answer }
            }
            Some(_) => {
                let shown = answer.answers.first().and_then(|it| it.contact.clone());
                let is_new = |desk: &Office| Some(&desk.contact) != shown.as_ref();
                Answer { desks: desks.into_iter().filter(is_new).collect(), ..answer }
            }
        }
    }
}

/// Returns how many characters of the beginning of a name a text has, 0 for less than two.
fn n_named(name: &str, text: &str) -> usize {
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).enumerate().skip(1);
    let has = |(_, end): &(usize, usize)| name.get(..*end).is_some_and(|it| text.contains(it));
    ends.take_while(has).last().map_or(0, |(at, _)| at + 1)
}

/// Returns what a topic is called: 地域福祉保健計画（ひっとプラン港北） has two names.
pub(super) fn topic_names(topic: &str) -> Vec<String> {
    let folded = fold(topic);
    let names = folded.split(['(', ')']).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Returns the words of a text, which の parts.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() || c == 'の');
    let words = words.map(|word| word.trim_end_matches(['に', 'へ', 'は', 'が', 'を']));
    words.filter(|word| !word.is_empty())
}

/// Whether a word is what an office is called: 企画課, 生活福祉課管理担当.
fn is_office(word: &str) -> bool {
    let mut endings = ENDINGS.iter().chain([&CENTRE]);
    let name = endings.find_map(|ending| word.strip_suffix(ending));
    name.is_some_and(|name| name.chars().nth(1).is_some())
}

/// Whether a text names an office and nothing else, one that no measure is about.
pub(super) fn is_office_alone(text: &str) -> bool {
    let mut words = words(text);
    let is_of_ward = |word: &str| is_office(word) && !word.ends_with(CENTRE);
    words.next().is_some_and(is_of_ward) && words.next().is_none()
}

/// Returns the offices whose folded names are wanted: those of documents, the newest first, then the operator's.
fn offices<'a>(
    mut documents: Vec<&LoadedDocument>,
    departments: impl Iterator<Item = &'a Department>,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Office> {
    documents.sort_by_key(|document| Reverse(document.fiscal_year));
    let mut offices: Vec<Office> = Vec::new();
    let measures = documents.into_iter().flat_map(|document| {
        let mut measures: Vec<Arc<Measure>> = document.with_fact(Fact::Contact).collect();
        // A page's own office is shown with something that it is about, and not with its beginning.
        measures.sort_by_key(|measure| measure.kind == MeasureKind::Section);
        measures
    });
    for measure in measures {
        let Some(contact) = measure.contact.clone().filter(|it| is_wanted(&fold(&it.department)))
        else {
            continue;
        };
        let topics = match contact.scope {
            ContactScope::Page => Vec::new(),
            ContactScope::Measure | ContactScope::Topic => vec![measure.title.clone()],
        };
        let municipality = measure.document.municipality.clone();
        add(&mut offices, Office { municipality, contact, topics, measure: Some(measure) });
    }
    for department in departments.filter(|it| is_wanted(&fold(&it.name))) {
        let (municipality, topics) = (department.municipality.clone(), department.topics.clone());
        let contact = department.to_contact();
        add(&mut offices, Office { municipality, contact, topics, measure: None });
    }
    // Those of a ward beside each other, the wards in the order of their documents.
    let mut wards: Vec<String> = Vec::new();
    for office in &offices {
        if !wards.contains(&office.municipality) {
            wards.push(office.municipality.clone());
        }
    }
    offices.sort_by_key(|office| wards.iter().position(|ward| *ward == office.municipality));
    offices
}

/// Adds an office, or what it is asked about where it is known already.
fn add(offices: &mut Vec<Office>, office: Office) {
    let is_same = |known: &&mut Office| {
        let (a, b) = (&known.contact, &office.contact);
        known.municipality == office.municipality
            && (&a.department, &a.phone, &a.fax) == (&b.department, &b.phone, &b.fax)
    };
    match offices.iter_mut().find(is_same) {
        Some(known) => {
            for topic in office.topics {
                if !known.topics.contains(&topic) {
                    known.topics.push(topic);
                }
            }
        }
        None => offices.push(office),
    }
}
