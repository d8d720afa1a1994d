//! A question as it comes in, and what was understood of it.

#![expect(clippy::expect_used, reason = "the patterns are fixed and tried by every test")]

use std::collections::{BTreeSet, HashSet};
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use regex::Regex;

use super::intent::{self, Intent, Slot};
use super::joint;
use super::kana::KanaWords;
use super::language::Language;
use super::money;
use super::place::{PlaceReading, Places};
use super::thesaurus::Thesaurus;
use super::tone::{self, Tone};
use crate::analysis::{Analyzer, Pos, Term, TermKind, Token};
use crate::model::FiscalYear;
use crate::search::{Plan, PlanTerm};
use crate::text::{find_years, fold, is_hiragana, is_kanji, is_katakana};

/// A question with what its surroundings say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The asker's own name for it, given back with the answer.
    pub id: Option<String>,
    /// What was written.
    pub text: String,
    /// Earlier questions of the same conversation, oldest first.
    pub context: Vec<String>,
    /// The municipality chosen outside the text.
    pub municipality: Option<String>,
    /// The year chosen outside the text.
    pub fiscal_year: Option<FiscalYear>,
    /// How many measures to show at most; 0 for the default.
    pub limit: usize,
    /// The language to answer in; none for the question's own.
    pub language: Option<Language>,
}

/// What was understood of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The question in the form in which texts are compared, without mentions of people.
    pub folded: String,
    /// What remains to be looked for.
    pub content: String,
    /// Loaded municipalities that may be meant; empty where none is named.
    pub municipalities: Vec<String>,
    /// A municipality that is named and of which no document is loaded.
    pub other_municipality: Option<String>,
    /// A municipality of which no document is loaded, named beside loaded ones.
    pub other_beside: Option<String>,
    /// Years that are asked about; none of a name, as in 2025年大阪・関西万博.
    pub years: Vec<FiscalYear>,
    /// What is wanted.
    pub intents: Vec<Intent>,
    /// The amounts asked for, in yen: 1,000万円以上.
    pub amounts: Option<RangeInclusive<i64>>,
    /// Details asked for.
    pub slots: Vec<Slot>,
    /// Something is set beside the year before, money or not.
    pub compares: bool,
    /// The language it is written in.
    pub language: Language,
    /// The kind of message.
    pub tone: Tone,
    /// The subject is one to speak of calmly.
    pub sensitive: bool,
    /// The question goes on from the one before.
    pub follows_up: bool,
}

impl Reading {
    /// Whether something is wanted.
    pub fn wants(&self, intent: Intent) -> bool {
        self.intents.contains(&intent)
    }
}

/// Reads questions against what is loaded.
#[derive(Clone)]
pub struct QuestionReader {
    /// The analyser of the index.
    pub analyzer: Analyzer,
    /// Names of places.
    pub places: Places,
    /// Other words.
    pub thesaurus: Thesaurus,
    /// The documents' words by their readings.
    pub kana: KanaWords,
    /// Years that the documents' texts name, be it in a name: 2025年大阪・関西万博.
    pub years: BTreeSet<FiscalYear>,
}

/// Words for a time, which name no subject.
pub const PERIODS: &[&str] =
    &["前", "年", "年度", "前年", "前年度", "去年", "去年度", "昨年", "昨年度", "今年", "今年度"];

/// The year of a budget that is asked for in passing: that of the document, whose amounts are shown with their years.
static THIS_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(今年|本年|去年|昨年|前年)度?(の|は|に)?").expect("the pattern is fixed")
});

/// What frames a question and says nothing of its subject: its kana would be looked for among those of the documents.
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:に(?:ついて|関して|かんして)(?:の(?:こと|情報|話))?[はをも]?|のこと[はをも]?|を)?[ 、,]*",
        r"(?:もっと|もう少し|詳しく|くわしく|少し)*",
        r"(?:(?:教|おし)えて(?:(?:ほし|欲し)いです|(?:ほし|欲し)い|ください|下さい|くださいませんか|くれませんか|くれますか",
        r"|もらえますか|もらえませんか|いただけますか|いただけませんか|ちょうだい|くれ|や)?|知りたい(?:のですが|んですが|です)?",
        r"|(?:お聞き|聞き)したい(?:のですが|んですが|です)?|(?:聞|知)かせて(?:ください|下さい)?)?[。.?？!！ \u{3000}]*$",
    ))
    .expect("the pattern is fixed")
});

/// No more than so many earlier questions of a conversation are looked at.
const MEMORY: usize = 8;
/// No more than so many words, other words, and grams of each kind are looked for: with the length of a question, they
/// bound what an answer costs.
const MOST_WORDS: usize = 64;
const MOST_EXPANSIONS: usize = 256;
const MOST_GRAMS: usize = 512;

impl QuestionReader {
    /// Reads a question; one that names no subject of its own goes on from the one before.
    pub fn read(&self, question: &Question) -> Reading {
        let oldest = question.context.len().saturating_sub(MEMORY);
        let earlier = question.context.get(oldest..).unwrap_or_default();
        let mut reading = self.read_after(earlier, &question.text);
        if let Some(municipality) = &question.municipality {
            reading.municipalities = vec![municipality.clone()];
            reading.other_municipality = None;
            reading.other_beside = None;
        }
        if let Some(year) = question.fiscal_year {
            reading.years = vec![year];
        }
        reading
    }

    fn read_after(&self, context: &[String], text: &str) -> Reading {
        let (mut reading, is_of_town) = self.read_alone(text);
        let before = context.iter().rposition(|text| !is_talk(text)).map(|at| context.split_at(at));
        let Some((earlier, [previous, ..])) = before else { return reading };
        if reading.tone != Tone::Plain {
            return reading;
        }
        if is_of_town {
            // 綱島の防災, and then 弁天町は？
            reading.content.clear();
        }
        if self.goes_on(&reading) {
            return self.join(self.read_after(earlier, previous), reading);
        }
        // Who asks of one ward means it with the next question too, until another is named.
        let is_of_same_ward =
            reading.municipalities.is_empty() && reading.other_municipality.is_none();
        let asks_the_same = asks_the_same(&reading);
        if !is_of_same_ward && !asks_the_same {
            return reading;
        }
        let before = self.read_after(earlier, previous);
        if is_of_same_ward {
            reading.municipalities = before.municipalities;
            reading.other_municipality = before.other_municipality;
        }
        if asks_the_same {
            reading.intents = before.intents;
            // What is the largest is so of all, and not of the one thing that is named now.
            reading.intents.retain(|it| !matches!(it, Intent::Ranking | Intent::Versus));
            reading.compares = before.compares;
            if reading.years.is_empty() {
                reading.years = before.years;
            }
        }
        reading
    }

    /// Reads a question by itself; tells whether a town is all that it names.
    fn read_alone(&self, text: &str) -> (Reading, bool) {
        let folded = clean(text);
        let PlaceReading { municipalities, other, other_beside, ranges, towns } =
            self.places.read(&folded);
        let mut wanted = intent::read(&folded);
        let amounts = money::read(&folded);
        if let Some(amounts) = &amounts {
            wanted.ask_for_amounts(amounts.are_bounded);
            wanted.dropped.extend(amounts.ranges.iter().cloned());
        }
        let dated = self.dated(&folded);
        let is_asked = |(range, year): &(Range<usize>, FiscalYear)| {
            let touches =
                |place: &Range<usize>| place.start == range.end || place.end == range.start;
            let is_place = ranges.iter().any(touches);
            is_place || !self.is_of_a_name(&folded, range, *year)
        };
        let years: Vec<FiscalYear> =
            dated.iter().filter(|it| is_asked(it)).map(|(_, year)| *year).collect();
        // Whose money of two years is set beside each other is the same thing's.
        if years.len() > 1 && wanted.intents.contains(&Intent::Versus) {
            wanted.intents.retain(|intent| *intent != Intent::Versus);
            wanted.intents.push(Intent::Compare);
        }
        let mut gone = ranges;
        gone.extend(dated.into_iter().map(|(range, _)| range));
        if wanted.intents.contains(&Intent::Budget) {
            gone.extend(THIS_YEAR.find_iter(&folded).map(|found| found.range()));
        }
        gone.extend(self.with_endings(&folded, wanted.dropped));
        gone.extend(FRAME.find(&folded).map(|found| found.range()));
        let language = Language::detect(text);
        let (content, is_of_town) = self.subject(&folded, gone, towns);
        let content = match language {
            Language::Japanese | Language::EasyJapanese => {
                self.kana.rewrite(&content).unwrap_or(content)
            }
            _ => self.thesaurus.translate(&content),
        };
        let content = self.thesaurus.rewrite(&content, &self.analyzer).unwrap_or(content);
        let reading = Reading {
            content,
            municipalities,
            other_municipality: other,
            other_beside,
            years,
            intents: wanted.intents,
            amounts: amounts.map(|amounts| amounts.yen),
            slots: wanted.slots,
            compares: wanted.compares,
            language,
            tone: Tone::of(&folded),
            sensitive: tone::is_sensitive(&folded),
            follows_up: false,
            folded,
        };
        (reading, is_of_town)
    }

    /// Lets ranges that end within or behind a verb's stem take its endings along: of かけてる and 減らしたんですよね
    /// they would be left, and look like words.
    fn with_endings(&self, folded: &str, mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let goes_on = |range: &Range<usize>| {
            folded.get(range.end..).is_some_and(|rest| rest.starts_with(is_hiragana))
        };
        if !ranges.iter().any(goes_on) {
            return ranges;
        }
        let tokens = self.analyzer.analyze(folded);
        for range in &mut ranges {
            let mut behind = tokens.iter().skip_while(|token| token.range.end < range.end);
            let is_stem = |token: &Token<'_>| {
                matches!(token.pos, Pos::Verb | Pos::Adjective) && token.range.start < range.end
            };
            let Some(stem) = behind.next().filter(|token| is_stem(token)) else { continue };
            let is_ending = |token: &&Token<'_>| {
                let is_ending = matches!(
                    token.pos,
                    Pos::Auxiliary | Pos::DependentVerb | Pos::DependentNoun | Pos::Particle
                );
                is_ending && token.surface.chars().all(is_hiragana)
            };
            let last = behind.take_while(is_ending).last().unwrap_or(stem);
            range.end = range.end.max(last.range.end);
        }
        ranges
    }

    /// Finds the years of a question; a bare 7年度 is the nearest year of that number to what the documents speak of.
    fn dated(&self, folded: &str) -> Vec<(Range<usize>, FiscalYear)> {
        static BARE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?:^|[^0-9])(?P<year>(?P<n>[0-9]{1,2}|元)年度)")
                .expect("the pattern is fixed")
        });
        let mut dated = find_years(folded);
        // 03-3578-2086
        let is_of_number = |range: &Range<usize>| {
            folded.get(..range.start).is_some_and(|it| it.ends_with('-'))
                || folded.get(range.end..).is_some_and(|it| it.starts_with('-'))
        };
        dated.retain(|(range, _)| !is_of_number(range));
        let (Some(newest), true) = (self.years.last(), dated.is_empty()) else { return dated };
        let bare = |found: regex::Captures| {
            let number = found.name("n")?.as_str();
            let number = if number == "元" { 1 } else { number.parse().ok()? };
            Some((found.name("year")?.range(), FiscalYear::of_bare(number, *newest)?))
        };
        BARE.captures_iter(folded).filter_map(bare).collect()
    }

    /// Whether a year is a part of a name that the documents print: 2025年大阪・関西万博, 令和6年能登半島地震.
    fn is_of_a_name(&self, folded: &str, range: &Range<usize>, year: FiscalYear) -> bool {
        const SUBJECTS: &[&str] = &["予算", "事業", "取組", "施策", "決算", "当初", "中", "度"];
        let text = folded.get(range.clone()).unwrap_or_default();
        let rest = folded.get(range.end..).unwrap_or_default();
        let goes_on = rest.starts_with(|c| is_kanji(c) || is_katakana(c));
        // 東京2020, ゼロカーボン2050
        let before = folded.get(..range.start).unwrap_or_default();
        let is_behind_name = text.bytes().all(|byte| byte.is_ascii_digit())
            && before.ends_with(|c| is_kanji(c) || is_katakana(c))
            && !SUBJECTS.iter().any(|it| before.ends_with(it));
        if is_behind_name {
            return true;
        }
        goes_on
            && !text.ends_with("年度")
            && !SUBJECTS.iter().any(|it| rest.starts_with(it))
            && self.years.contains(&year)
    }

    /// Blanks what is gone of a question, and its towns where something else is asked about: they say whose ward is
    /// meant, and would decide which measure is found by a name that happens to stand in it. Tells whether a town is all
    /// that is left.
    fn subject(
        &self,
        folded: &str,
        mut gone: Vec<Range<usize>>,
        towns: Vec<Range<usize>>,
    ) -> (String, bool) {
        let content = blank(folded, &gone);
        if towns.is_empty() {
            return (content, false);
        }
        gone.extend(towns);
        let rest = blank(folded, &gone);
        let is_asked = self.terms(&rest).iter().any(|term| term.weight >= 1.0);
        if is_asked { (rest, false) } else { (content, true) }
    }

    /// Whether a message only makes sense after another: その予算は？, 東京のほうは？, 電話番号は？
    fn goes_on(&self, reading: &Reading) -> bool {
        static POINTS_BACK: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"^(その|それ|そこ|これ|この|あれ|そっち|ほかに|他に|もっと|さらに|つづき|続き|詳しく|くわしく|[0-9一二三四五]+番目)|の(ほう|方)(は|も|だと)?[?？。]*$|^(and |what about|how about|那|그럼|그)")
                .expect("the pattern is fixed")
        });
        // 1-2-1
        static ROW: LazyLock<Regex> =
            LazyLock::new(|| Regex::new("[0-9][-ー][0-9]").expect("the pattern is fixed"));
        // The largest of a ward, or its total, needs no other subject; nor does an amount.
        let is_of_all = reading.wants(Intent::Ranking) || reading.wants(Intent::Total);
        if is_of_all && !reading.municipalities.is_empty() || reading.amounts.is_some() {
            return false;
        }
        // 実績は？ and 前の年と比べて say what is wanted of a subject that was named before.
        let terms = self.subjects(&reading.content);
        let names = |term: &PlanTerm| term.weight >= 0.8 && !PERIODS.contains(&term.text.as_str());
        let has_subject = terms.iter().any(names) || ROW.is_match(&reading.content);
        !has_subject || (POINTS_BACK.is_match(reading.folded.trim()) && terms.len() <= 2)
    }

    fn join(&self, before: Reading, now: Reading) -> Reading {
        let changes_only_the_place = now.intents.is_empty() && now.slots.is_empty();
        let intents = if !changes_only_the_place {
            now.intents
        } else if now.compares && !before.wants(Intent::Results) {
            // 去年と比べると？ is about money, unless results were spoken of.
            vec![Intent::Budget, Intent::Compare]
        } else {
            before.intents
        };
        let municipalities = which(before.municipalities, now.municipalities, &now.folded);
        let other = if municipalities.is_empty() || now.other_municipality.is_some() {
            now.other_municipality.or(before.other_municipality)
        } else {
            None
        };
        Reading {
            folded: format!("{} {}", before.folded, now.folded),
            content: format!("{} {}", before.content, now.content),
            municipalities,
            other_municipality: other,
            other_beside: now.other_beside,
            years: if now.years.is_empty() { before.years } else { now.years },
            intents,
            amounts: now.amounts,
            slots: if changes_only_the_place { before.slots } else { now.slots },
            compares: now.compares,
            language: if now.language == Language::Japanese {
                before.language
            } else {
                now.language
            },
            tone: before.tone,
            sensitive: before.sensitive || now.sensitive,
            follows_up: true,
        }
    }

    /// Returns the words of a text that can be looked for, each once, in order.
    pub fn terms(&self, text: &str) -> Vec<PlanTerm> {
        plan_terms(self.analyzer.terms(text))
    }

    /// Returns those of them that do not only say what is wanted of a subject: 実績, 目標.
    pub fn subjects(&self, text: &str) -> Vec<PlanTerm> {
        self.terms(&blank(text, &intent::read(text).kept))
    }

    /// Cuts a text at what joins things: 防災と福祉, 防災、福祉; the whole where nothing does.
    pub fn parts(&self, text: &str) -> Vec<String> {
        joint::parts(&self.analyzer, text)
    }

    /// Whether a text names a thing and is no sentence.
    pub fn is_name(&self, text: &str) -> bool {
        joint::is_name(&self.analyzer, text)
    }

    /// Plans the query for a text.
    pub fn plan(&self, content: &str) -> Plan {
        let views = self.analyzer.views(content);
        let mut terms = plan_terms(views.terms);
        terms.truncate(MOST_WORDS);
        let mut expansions = self.thesaurus.expand(content, &terms);
        expansions.truncate(MOST_EXPANSIONS);
        Plan {
            expansions,
            grams: once(views.char_bigrams),
            kana: once(views.kana_grams),
            scopes: None,
            terms,
        }
    }
}

/// Returns the wards that are meant by those of two messages: 大阪です after 港区の防災 is the 港区 there. Wards that the
/// second names themselves are meant as they are.
fn which(before: Vec<String>, now: Vec<String>, folded: &str) -> Vec<String> {
    if now.is_empty() {
        return before;
    }
    let name = |ward: &String| ward.rsplit(['市', '都', '府', '県']).next().map(str::to_owned);
    let is_named = |ward: &String| {
        name(ward).is_some_and(|name| !name.is_empty() && folded.contains(name.as_str()))
    };
    let is_in = |ward: &&String| before.contains(ward);
    let both: Vec<String> = now.iter().filter(is_in).cloned().collect();
    if both.is_empty() || now.iter().any(is_named) { now } else { both }
}

/// Whether a message names nothing but another thing: 防災の予算は？, and then 子育ては？
fn asks_the_same(reading: &Reading) -> bool {
    static TOPIC: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("(は|も|なら|だと)[?？。!！ \\u{3000}]*$").expect("the pattern is fixed")
    });
    reading.intents.is_empty() && reading.slots.is_empty() && TOPIC.is_match(&reading.folded)
}

fn plan_terms(found: Vec<Term>) -> Vec<PlanTerm> {
    let mut terms: Vec<PlanTerm> = Vec::new();
    for term in found {
        if !terms.iter().any(|known| known.text == term.text) {
            terms.push(PlanTerm { weight: kind_weight(term.kind), text: term.text });
        }
    }
    terms
}

/// How much a word says of a subject by its kind; verbs and adjectives of a question are mostly its manner.
fn kind_weight(kind: TermKind) -> f32 {
    match kind {
        TermKind::Noun | TermKind::ProperNoun | TermKind::Latin => 1.0,
        TermKind::Number => 0.6,
        TermKind::Verb | TermKind::Adjective => 0.5,
        TermKind::Other => 0.5,
    }
}

/// Returns the first grams, each once.
fn once(mut list: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let is_new: Vec<bool> = list.iter().map(|item| seen.insert(item.as_str())).collect();
    let mut is_new = is_new.into_iter();
    list.retain(|_| is_new.next().unwrap_or(false));
    list.truncate(MOST_GRAMS);
    list
}

/// Whether a message is no part of what is asked: thanks between two questions.
fn is_talk(text: &str) -> bool {
    let tone = Tone::of(&clean(text));
    matches!(tone, Tone::Empty | Tone::Greeting | Tone::Thanks | Tone::Chatter)
}

/// Compiles the patterns.
pub(super) fn prepare() {
    clean("");
    find_years("");
}

/// Folds a message and takes out mentions, addresses and emoji markup of Discord.
fn clean(text: &str) -> String {
    static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"<(@[!&]?|#|a?:[a-z0-9_]+:)[0-9]+>|@(everyone|here)(?-u:\b)|https?://[!-~]+|```|[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}]")
            .expect("the pattern is fixed")
    });
    let folded = fold(text);
    MARKUP.replace_all(&folded, " ").trim().to_owned()
}

/// Replaces ranges of a text by a space each.
fn blank(text: &str, gone: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut was_gone = false;
    for (at, c) in text.char_indices() {
        let is_gone = gone.iter().any(|range| range.contains(&at));
        if !is_gone {
            kept.push(c);
        } else if !was_gone {
            kept.push(' ');
        }
        was_gone = is_gone;
    }
    kept
}
