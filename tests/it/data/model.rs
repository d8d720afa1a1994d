//! Random sequences of changes, rollbacks, crashes and restarts against a model of what must then answer.
//!
//! `PROPTEST_CASES=1000` runs as many sequences as that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use madoguchi::corpus::DocumentFacts;
use madoguchi::service::{AnswerService, Incoming, Paths, Silent, Standing};
use madoguchi::settings::Settings;
use proptest::prelude::*;
use tempfile::TempDir;

/// What can happen; documents and changes are picked by number.
#[derive(Clone, Debug)]
enum Event {
    Add {
        document: usize,
        amount: u32,
    },
    Replace {
        document: usize,
        amount: u32,
    },
    Remove {
        document: usize,
    },
    /// Somebody writes into the folder, by hand.
    Write {
        document: usize,
        amount: u32,
    },
    Apply,
    /// The process dies after some steps of applying.
    Crash {
        n_steps: usize,
    },
    Cancel,
    Reload,
    Rollback {
        back: usize,
    },
    Restart,
    /// The clock jumps back by centuries: all that is there was built in the time to come.
    ClockBack,
}

const NAMES: [&str; 4] = ["chuo", "higashi", "kita", "minami"];

fn event() -> impl Strategy<Value = Event> {
    let document = || 0..NAMES.len();
    let amount = || 1_u32..5;
    prop_oneof![
        3 => (document(), amount()).prop_map(|(document, amount)| Event::Add { document, amount }),
        3 => (document(), amount()).prop_map(|(document, amount)| Event::Replace { document, amount }),
        2 => document().prop_map(|document| Event::Remove { document }),
        2 => (document(), amount()).prop_map(|(document, amount)| Event::Write { document, amount }),
        4 => Just(Event::Apply),
        2 => (0_usize..8).prop_map(|n_steps| Event::Crash { n_steps }),
        1 => Just(Event::Cancel),
        2 => Just(Event::Reload),
        2 => (0_usize..3).prop_map(|back| Event::Rollback { back }),
        3 => Just(Event::Restart),
        1 => Just(Event::ClockBack),
    ]
}

/// Amounts in thousands of yen, by document.
type Contents = BTreeMap<String, u32>;

/// What must hold.
struct Model {
    /// What lies in the folder.
    folder: Contents,
    /// What answers.
    live: Contents,
    pinned: bool,
    /// Changes that wait: the document, and its amount where it stays.
    staged: Vec<(String, Option<u32>)>,
    /// Documents of which the config says something: they came by a change, and not by hand.
    added: BTreeSet<String>,
    /// What each generation held when it became live.
    generations: BTreeMap<String, Contents>,
    /// How often something was replaced or removed by a change.
    n_kept: usize,
}

struct World {
    // Removed with the world.
    _root: TempDir,
    paths: Paths,
    service: AnswerService,
    model: Model,
}

fn text(name: &str, amount: u32) -> String {
    format!(
        "令和4年度 大阪市{name}区運営方針\n\n事業名\t予算額\n防災訓練\t{amount}千円\n備蓄\t10千円\n"
    )
}

fn open(paths: &Paths) -> AnswerService {
    AnswerService::open(paths.clone(), Settings::defaults(), &Silent).expect("a whole index")
}

impl World {
    fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let folder = |name: &str| {
            let folder = root.path().join(name);
            fs::create_dir(&folder).expect("a folder");
            folder
        };
        let paths =
            Paths { config: folder("config"), seeds: folder("seeds"), index: folder("index") };
        // One document is always there: without any measure, nothing can answer.
        fs::write(paths.seeds.join("base.txt"), text("base", 1)).expect("a file");
        let service = open(&paths);
        let contents = Contents::from([("base".to_owned(), 1)]);
        let model = Model {
            folder: contents.clone(),
            live: contents,
            pinned: false,
            staged: Vec::new(),
            added: BTreeSet::new(),
            generations: BTreeMap::new(),
            n_kept: 0,
        };
        Self { _root: root, paths, service, model }
    }

    fn happen(&mut self, event: &Event) {
        let model = &mut self.model;
        let service = &self.service;
        let incoming = |name: &str, amount: u32| Incoming {
            name: format!("{name}.txt"),
            bytes: text(name, amount).into_bytes(),
            document: None,
            facts: DocumentFacts {
                municipality: Some(format!("大阪市{name}区")),
                ..DocumentFacts::default()
            },
        };
        match *event {
            Event::Add { document, amount } => {
                let name = NAMES[document];
                let may = !model.folder.contains_key(name) && !is_staged(model, name);
                let done = service.stage_add("a", incoming(name, amount));
                assert_eq!(done.is_ok(), may, "{:?}", done.err());
                if may {
                    model.staged.push((name.to_owned(), Some(amount)));
                }
            }
            Event::Replace { document, amount } => {
                let name = NAMES[document];
                let may = model.folder.contains_key(name) && !is_staged(model, name);
                let done = service.stage_replace("a", name, incoming(name, amount));
                assert_eq!(done.is_ok(), may, "{:?}", done.err());
                if may {
                    model.staged.push((name.to_owned(), Some(amount)));
                }
            }
            Event::Remove { document } => {
                let name = NAMES[document];
                let may = model.folder.contains_key(name) && !is_staged(model, name);
                let done = service.stage_remove("a", name);
                assert_eq!(done.is_ok(), may, "{:?}", done.err());
                if may {
                    model.staged.push((name.to_owned(), None));
                }
            }
            Event::Write { document, amount } => {
                let name = NAMES[document];
                // What is staged as new must not be there already: that is refused, and tried elsewhere.
                if !is_staged(model, name) {
                    // What the config says of a document is part of what is compared, too: a text says where it is from.
                    let amount = amount + if model.added.contains(name) { 200 } else { 100 };
                    let path = self.paths.seeds.join(format!("{name}.txt"));
                    fs::write(path, text(name, amount)).expect("a file");
                    model.folder.insert(name.to_owned(), amount);
                }
            }
            Event::Apply => {
                let may = !model.staged.is_empty();
                let done = service.apply("a", &[], &Silent);
                assert_eq!(done.is_ok(), may, "{:?}", done.err());
                if may {
                    apply(model);
                }
            }
            Event::Crash { n_steps } => {
                let may = !model.staged.is_empty();
                let done = service.apply_until("a", &[], n_steps, &Silent);
                assert!(may || done.is_err());
                if may {
                    apply(model);
                } else if !model.pinned {
                    model.live.clone_from(&model.folder);
                }
                self.service = open(&self.paths);
            }
            Event::Cancel => {
                let done = service.cancel("a", &[]);
                assert_eq!(done.is_ok(), !model.staged.is_empty());
                model.staged.clear();
            }
            Event::Reload => {
                service.reload("a", &Silent).expect("a reload");
                model.live.clone_from(&model.folder);
                model.pinned = false;
            }
            Event::Rollback { back } => {
                let history = service.history().expect("a history");
                let Some(past) = history.get(back) else { return };
                let done = service.rollback("a", Some(&past.name));
                assert_eq!(done.is_ok(), !past.live, "{:?}", done.err());
                if let Ok(done) = done {
                    model.live.clone_from(&model.generations[&past.name]);
                    model.pinned = done.pinned;
                    assert_eq!(done.pinned, model.live != model.folder);
                }
            }
            Event::Restart => {
                if !model.pinned {
                    model.live.clone_from(&model.folder);
                }
                self.service = open(&self.paths);
            }
            Event::ClockBack => super::faults::build_in_the_future(&self.paths.index),
        }
    }

    fn check(&mut self) {
        let model = &mut self.model;
        let status = self.service.status();
        assert_eq!(contents(&self.service), model.live);
        assert_eq!(status.pin.is_some(), model.pinned);
        let is_same = status.folders == Standing::Same;
        assert_eq!(is_same, model.live == model.folder, "{:?}", status.folders);
        let staged: Vec<String> = status.staged.into_iter().map(|it| it.document).collect();
        let expected: Vec<String> = model.staged.iter().map(|(name, _)| name.clone()).collect();
        assert_eq!(staged, expected);
        // A generation never changes.
        let known =
            model.generations.entry(status.generation).or_insert_with(|| model.live.clone());
        assert_eq!(*known, model.live);
        // The folder holds just what it should, and the index nothing half done.
        let lying: Vec<String> = names(&self.paths.seeds);
        let expected: Vec<String> = model.folder.keys().map(|name| format!("{name}.txt")).collect();
        assert_eq!(lying, expected);
        assert!(!self.paths.index.join("APPLYING").exists());
        assert!(names(&self.paths.config).iter().all(|name| name == "documents.toml"));
        let kept = self.paths.index.join("removed");
        assert_eq!(if kept.exists() { names(&kept).len() } else { 0 }, model.n_kept);
    }
}

fn is_staged(model: &Model, name: &str) -> bool {
    model.staged.iter().any(|(staged, _)| staged == name)
}

fn apply(model: &mut Model) {
    for (name, amount) in std::mem::take(&mut model.staged) {
        let old = if let Some(amount) = amount {
            model.added.insert(name.clone());
            model.folder.insert(name, amount)
        } else {
            model.added.remove(&name);
            model.folder.remove(&name)
        };
        model.n_kept += usize::from(old.is_some());
    }
    model.live.clone_from(&model.folder);
    model.pinned = false;
}

fn contents(service: &AnswerService) -> Contents {
    let corpus = service.corpus();
    let amount = |document: &madoguchi::library::LoadedDocument| {
        let training = document.measures().find(|measure| measure.title == "防災訓練");
        let yen = training.expect("the measure").budgets[0].amount_yen.expect("an amount");
        u32::try_from(yen / 1000).expect("a small amount")
    };
    corpus.documents().iter().map(|it| (it.info().id.clone(), amount(it))).collect()
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 12;
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn folders_index_and_answers_agree_whatever_happens(
        events in prop::collection::vec(event(), 1..20)
    ) {
        let mut world = World::new();
        world.check();
        for event in &events {
            world.happen(event);
            world.check();
        }
    }
}
