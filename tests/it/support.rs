//! What several tests share: an installation in a temporary folder.

use std::path::Path;
use std::sync::LazyLock;

use madoguchi::analysis::Analyzer;
use madoguchi::furigana::Furigana;
use madoguchi::question::Question;
use madoguchi::service::{AnswerService, Paths, Silent};
use madoguchi::settings::Settings;
use tempfile::TempDir;

/// The repository's own documents.
pub const SEEDS: [&str; 5] = [
    "kohoku-yokohama-r3-management-policy.txt",
    "minato-osaka-r3-management-policy.txt",
    "minato-tokyo-h30-policy-speech.txt",
    "minato-tokyo-r2-policy-speech.txt",
    "nishi-osaka-r2-management-policy.txt",
];

/// The repository's own installation, built once into a temporary index.
pub static SERVICE: LazyLock<AnswerService> = LazyLock::new(|| {
    let index = TempDir::new().expect("a temporary folder").keep();
    let paths = Paths { config: "config".into(), seeds: "seeds".into(), index };
    AnswerService::open(paths, Settings::defaults(), &Silent).expect("the seeds can be opened")
});

/// Returns the reply to a question, as a resident reads it.
pub fn reply(text: &str) -> String {
    let question = Question { text: text.to_owned(), ..Question::default() };
    let answer = SERVICE.answer(&question).expect("every question is answered somehow");
    madoguchi::render::message(&answer, SERVICE.locales().get(answer.language), &FURIGANA)
}

/// Readings with the repository's own words and names.
pub static FURIGANA: LazyLock<Furigana> = LazyLock::new(|| {
    let config = |file: &str| {
        std::fs::read_to_string(format!("config/{file}")).expect("a file of the config")
    };
    let analyzer = Analyzer::new(Some(&config("lexicon.csv"))).expect("a good lexicon");
    Furigana::new(analyzer, &config("gazetteer.csv"))
});

/// An installation of its own, with copies of some seeds and all of the config.
pub struct Installation {
    // Removed with the installation.
    _folder: TempDir,
    pub paths: Paths,
}

impl Installation {
    /// As [`Installation::new`], without the word lists that take the longest to build.
    pub fn quick(seeds: &[&str]) -> Self {
        let installation = Self::new(seeds);
        std::fs::remove_file(installation.paths.config.join("thesaurus.toml")).expect("a file");
        std::fs::remove_dir_all(installation.paths.config.join("expected")).expect("a folder");
        installation
    }

    pub fn new(seeds: &[&str]) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let paths = Paths {
            config: folder.path().join("config"),
            seeds: folder.path().join("seeds"),
            index: folder.path().join("index"),
        };
        copy(Path::new("config"), &paths.config);
        std::fs::create_dir_all(&paths.seeds).expect("a folder");
        for seed in seeds {
            let from = Path::new("seeds").join(seed);
            std::fs::copy(from, paths.seeds.join(seed)).expect("the seed is there");
        }
        Self { _folder: folder, paths }
    }

    pub fn open(&self) -> AnswerService {
        AnswerService::open(self.paths.clone(), Settings::defaults(), &Silent)
            .expect("the installation can be opened")
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
