//! Many questions over a long time, with reloads and faults: nothing is lost, and memory stays flat.
//!
//! A test asks a few hundred; `examples/soak.rs` as many as it is told to.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Method;
use madoguchi::service::{AnswerService, Silent};
use madoguchi::settings::Settings;
use serde_json::{Value, json};
use tokio::time::{interval, sleep};

use super::stand_in::{Discord, Harm, Person, Request, Stage, mention};
use crate::support::Installation;

const QUESTIONS: [&str; 12] = [
    TOWERS,
    "防災の予算は？",
    "認知症の人を地域で見守る取組",
    "子育ての相談はどこでできますか",
    "空き家が心配です",
    "つなみのとき にげるところ どこ",
    "Where can I evacuate in a tsunami?",
    "大阪市西区の予算が増えた事業",
    "ごみの収集日は？",
    "北海道の雪まつりはいつですか",
    "夫に殴られています",
    "区役所の窓口の待ち時間",
];
const TOWERS: &str = "大阪市港区の津波避難ビルはいくつありますか";
/// What the answer to [`TOWERS`] says, in the one state of the documents and in the other.
const STATES: [&str; 2] = ["108か所", "109か所"];
pub const MINATO: &str = "minato-osaka-r3-management-policy.txt";

/// Every so many questions are asked by mention instead of by command.
const BY_MENTION: usize = 20;
/// The people who ask, one after the other: none of them too often.
const PEOPLE: usize = 5_000;
/// Discord takes a first answer for so long.
const IN_TIME: Duration = Duration::from_secs(3);
/// How long the last answers may take.
const LAST: Duration = Duration::from_mins(1);
/// Before the number of a question in the id of its message; no other id begins so.
const FIRST_ID: u64 = 1_200_000_000_000_000_000;
const FIRST_PERSON: u64 = 210_000_000_000_000_000;

/// How much of what.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Questions.
    pub n: usize,
    /// Questions in a second, at most.
    pub per_second: u32,
    /// With so many questions open, the next waits for an answer: how busy the machine is then decides nothing.
    pub most_open: Option<usize>,
    /// The time between two reloads, each of which takes in a changed document.
    pub reload_every: Duration,
    /// Questions from one fault to the next.
    pub fault_every: usize,
    /// Questions from one report to the next.
    pub report_every: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    Status(u16),
    Unavailable,
    Limit,
    Reset,
    Slow,
    MessageFails,
    GlobalLimit,
    GatewayDropped,
}

const FAULTS: [Fault; 9] = [
    Fault::Status(500),
    Fault::GatewayDropped,
    Fault::Limit,
    Fault::Slow,
    Fault::Status(502),
    Fault::Reset,
    Fault::MessageFails,
    Fault::GlobalLimit,
    Fault::Unavailable,
];

impl Fault {
    fn name(self) -> &'static str {
        match self {
            Self::Status(500) => "500",
            Self::Status(_) => "502",
            Self::Unavailable => "503",
            Self::Limit => "429",
            Self::Reset => "connection cut",
            Self::Slow => "0.7 s late",
            Self::MessageFails => "500 for a message",
            Self::GlobalLimit => "global 429",
            Self::GatewayDropped => "gateway dropped",
        }
    }

    fn strike(self, discord: &Discord) {
        let callback = |harm| discord.harm(Method::POST, "/callback", harm);
        let message = |harm| discord.harm(Method::POST, "/messages", harm);
        match self {
            Self::Status(status) => callback(Harm::Status(status)),
            Self::Unavailable => callback(Harm::Status(503)),
            Self::Limit => callback(Harm::Limit { seconds: 1, global: false }),
            Self::Reset => callback(Harm::Reset),
            Self::Slow => callback(Harm::Late(Duration::from_millis(700))),
            Self::MessageFails => message(Harm::Status(500)),
            Self::GlobalLimit => message(Harm::Limit { seconds: 1, global: true }),
            Self::GatewayDropped => discord.drop_gateways(),
        }
    }
}

/// One question as Discord saw it.
#[derive(Clone, Copy, Debug)]
struct Asked {
    at: Instant,
    n_answers: u8,
}

/// What came of a run, so far.
pub struct Tally {
    asked: Vec<Asked>,
    /// From the question to its answer, since the last report.
    latencies: Vec<Duration>,
    pub n_late: usize,
    pub n_reloads: usize,
    pub n_reloaded: usize,
    pub n_resumed: usize,
    pub n_identified: usize,
    faults: BTreeMap<&'static str, usize>,
    slowest: Duration,
    started: Instant,
}

impl Tally {
    fn new(plan: &Plan) -> Self {
        Self {
            asked: Vec::with_capacity(plan.n),
            latencies: Vec::with_capacity(plan.report_every),
            n_late: 0,
            n_reloads: 0,
            n_reloaded: 0,
            n_resumed: 0,
            n_identified: 0,
            faults: BTreeMap::new(),
            slowest: Duration::ZERO,
            started: Instant::now(),
        }
    }

    /// Questions that never got an answer.
    pub fn n_lost(&self) -> usize {
        self.asked.iter().filter(|it| it.n_answers == 0).count()
    }

    /// Questions that got more than one.
    pub fn n_twice(&self) -> usize {
        self.asked.iter().filter(|it| it.n_answers > 1).count()
    }

    fn take(&mut self, request: &Request) {
        if !request.status.is_success() {
            return;
        }
        let is_edit = request.method == Method::PATCH && request.path.contains("/reload-");
        self.n_reloaded += usize::from(is_edit);
        let Some(asked) = number_in(request).and_then(|number| self.asked.get_mut(number)) else {
            return;
        };
        asked.n_answers = asked.n_answers.saturating_add(1);
        let latency = request.at - asked.at;
        self.latencies.push(latency);
        self.slowest = self.slowest.max(latency);
        self.n_late += usize::from(latency > IN_TIME && request.path.ends_with("/callback"));
    }

    fn quantile(&self, part: f64) -> Duration {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        let at = (sorted.len() as f64 * part) as usize;
        sorted.get(at.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n_open = self.n_lost();
        write!(
            f,
            "{:>7} asked in {:>4.0} s, {} open, {} twice, {} late; p50 {:.1} ms, p99 {:.1} ms, \
             slowest {:.0} ms; {}/{} reloads; gateway resumed {}, identified {}; {}; faults:",
            self.asked.len(),
            self.started.elapsed().as_secs_f64(),
            n_open,
            self.n_twice(),
            self.n_late,
            self.quantile(0.5).as_secs_f64() * 1e3,
            self.quantile(0.99).as_secs_f64() * 1e3,
            self.slowest.as_secs_f64() * 1e3,
            self.n_reloaded,
            self.n_reloads,
            self.n_resumed,
            self.n_identified,
            memory(),
        )?;
        self.faults.iter().try_for_each(|(name, n)| write!(f, " {name} ×{n},"))
    }
}

/// The number of the question that a request answers.
fn number_in(request: &Request) -> Option<usize> {
    if let Some((_, rest)) = request.path.split_once("/soak-") {
        return rest.strip_suffix("/callback")?.parse().ok();
    }
    let question = request.body["message_reference"]["message_id"].as_str()?;
    let number = question.parse::<u64>().ok()?.checked_sub(FIRST_ID)?;
    usize::try_from(number).ok()
}

/// What the process holds, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or_else(String::new, |it| format!("RSS {:.1} MB", it / 1024.0))
}

/// Asks as many questions as planned, and tells how it goes.
pub async fn run(installation: Installation, plan: &Plan, mut tell: impl FnMut(&Tally)) -> Tally {
    let service = AnswerService::open(installation.paths.clone(), Settings::defaults(), &Silent);
    let service = Arc::new(service.expect("the installation can be opened"));
    let stage = Stage::start(Discord::start_secure().await, service, |_| {});
    let discord = &stage.discord.clone();
    discord.wait("PUT", "/commands").await;
    let mut tally = Tally::new(plan);
    let mut faults = FAULTS.into_iter().cycle();
    let mut ticks = interval(Duration::from_secs(1) / plan.per_second);
    let mut reloaded = Instant::now();
    for number in 0..plan.n {
        ticks.tick().await;
        let began = Instant::now();
        while plan.most_open.is_some_and(|most| tally.n_lost() >= most) && began.elapsed() < LAST {
            sleep(Duration::from_millis(5)).await;
            collect(discord, &mut tally);
        }
        if number % plan.fault_every == plan.fault_every - 1 {
            let fault = faults.next().expect("they begin again");
            fault.strike(discord);
            *tally.faults.entry(fault.name()).or_default() += 1;
        }
        if reloaded.elapsed() >= plan.reload_every {
            reloaded = Instant::now();
            change(&installation, tally.n_reloads);
            tally.n_reloads += 1;
            reload(discord, tally.n_reloads);
        }
        tally.asked.push(Asked { at: Instant::now(), n_answers: 0 });
        ask(discord, number);
        if number % 50 == 0 {
            collect(discord, &mut tally);
            assert!(!stage.bot.is_finished(), "the bot ended by itself; {tally}");
        }
        if (number + 1) % plan.report_every == 0 {
            collect(discord, &mut tally);
            tell(&tally);
            tally.latencies.clear();
        }
    }
    let end = Instant::now();
    while (tally.n_lost() > 0 || tally.n_reloaded < tally.n_reloads) && end.elapsed() < LAST {
        sleep(Duration::from_millis(100)).await;
        collect(discord, &mut tally);
    }
    // A second answer would come soon after the first.
    sleep(Duration::from_secs(1)).await;
    collect(discord, &mut tally);
    let state = STATES[tally.n_reloads % STATES.len()];
    let answer = discord.ask(TOWERS, &Person::alice()).await.text();
    assert!(answer.contains(state), "the last reload is not seen: {answer}");
    tally
}

fn collect(discord: &Discord, tally: &mut Tally) {
    for request in discord.take_requests() {
        tally.take(&request);
    }
    tally.n_resumed = discord.n_resumed();
    tally.n_identified = discord.identified().len();
}

fn ask(discord: &Discord, number: usize) {
    let text = QUESTIONS[number % QUESTIONS.len()];
    let person = json!((FIRST_PERSON + (number % PEOPLE) as u64).to_string());
    if number % BY_MENTION == BY_MENTION - 1 {
        let mut question = mention(Person::alice().id, text);
        question["id"] = json!((FIRST_ID + number as u64).to_string());
        question["author"]["id"] = person;
        discord.dispatch("MESSAGE_CREATE", &question);
        return;
    }
    let options = json!([{"name": "question", "type": 3, "value": text}]);
    let mut question = discord.command_payload("ask", options, &Person::alice());
    question["member"]["user"]["id"] = person;
    send(discord, question, &format!("soak-{number}"));
}

fn reload(discord: &Discord, number: usize) {
    let options = json!([{"name": "reload", "type": 1, "options": []}]);
    let it = discord.command_payload("data", options, &Person::moderator());
    send(discord, it, &format!("reload-{number}"));
}

fn send(discord: &Discord, mut interaction: Value, token: &str) {
    interaction["token"] = json!(token);
    discord.dispatch("INTERACTION_CREATE", &interaction);
}

/// Changes what a document says.
fn change(installation: &Installation, n_changes: usize) {
    let path = installation.paths.seeds.join(MINATO);
    let text = std::fs::read_to_string(&path).expect("the seed is there");
    let (from, to) = (STATES[n_changes % 2], STATES[(n_changes + 1) % 2]);
    assert!(text.contains(from), "the seed does not say {from}");
    std::fs::write(path, text.replace(from, to)).expect("the seed can be written");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_in_a_few_hundred_questions_with_every_fault() {
    let plan = Plan {
        n: 400,
        per_second: 50,
        most_open: Some(4),
        reload_every: Duration::from_secs(5),
        fault_every: 40,
        report_every: 400,
    };
    let tally = run(Installation::quick(&[MINATO]), &plan, |_| {}).await;
    // How many were late is the machine's affair, and the example's.
    assert_eq!((tally.n_lost(), tally.n_twice()), (0, 0), "{tally}");
    assert_eq!(tally.faults.values().sum::<usize>(), 10, "{tally}");
    assert!(tally.n_reloads > 0 && tally.n_reloaded == tally.n_reloads, "{tally}");
    assert_eq!((tally.n_resumed, tally.n_identified), (1, 1), "{tally}");
}
