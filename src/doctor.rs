//! Here is an installation, tell whether it is well: one finding for each thing that a running bot needs, with what to
//! do where it is not as it should be.
//!
//! Looks and changes nothing. What Discord is needed for is looked at by [`discord::examine`](crate::discord::examine).

use std::path::Path;

use serde::Serialize;

use crate::chart::Fonts;
use crate::error::{Error, ErrorKind};
use crate::index::{self, FORMAT_VERSION};
use crate::locale::{self, Locale, Value};
use crate::model::Severity;
use crate::service::{AnswerService, Checked, Paths, Standing};
use crate::settings::{ChartSettings, Settings};
use crate::store::{self, Condition, StoreFileError};

const MEGABYTE: u64 = 1_000_000;
/// So much must be free beside two more generations: the store, its log of changes, documents.
const ROOM: u64 = 200 * MEGABYTE;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Check {
    /// The settings, the sentences and the word lists.
    Config,
    /// The documents.
    Seeds,
    /// The built data.
    Index,
    /// What the bot remembers.
    Store,
    /// Room on the disk.
    Disk,
    /// The font of charts.
    Fonts,
    /// The machine's clock.
    Clock,
    /// The bot's token.
    Token,
    /// Whether the gateway may be connected to.
    Gateway,
    /// What Discord sends the bot.
    Intents,
    /// What the bot may do on a server.
    Server,
    /// The commands that Discord knows.
    Commands,
}

impl Check {
    fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            Self::Config => "doctor-config",
            Self::Seeds => "doctor-seeds",
            Self::Index => "doctor-index",
            Self::Store => "doctor-store",
            Self::Disk => "doctor-disk",
            Self::Fonts => "doctor-fonts",
            Self::Clock => "doctor-clock",
            Self::Token => "doctor-token",
            Self::Gateway => "doctor-gateway",
            Self::Intents => "doctor-intents",
            Self::Server => "doctor-server",
            Self::Commands => "doctor-commands",
        })
    }
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Ok,
    /// The bot works, but less well than it could.
    Advice,
    /// Something must be done.
    Todo,
    /// It could not be looked at.
    Unchecked,
}

impl State {
    /// Returns its word at the beginning of a line.
    pub fn name(self, locale: &Locale) -> String {
        locale.say(match self {
            Self::Ok => "doctor-ok",
            Self::Advice => "doctor-advice",
            Self::Todo => "doctor-todo",
            Self::Unchecked => "doctor-unchecked",
        })
    }
}

/// How one thing is.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// How it is.
    pub state: State,
    /// That in a sentence.
    pub text: String,
    /// What to do.
    pub advice: Option<String>,
    /// Whose business it is, where something must be done.
    #[serde(skip)]
    pub kind: ErrorKind,
}

impl Finding {
    /// Tells that it is as it should be.
    pub fn ok(check: Check, text: String) -> Self {
        Self { check, state: State::Ok, text, advice: None, kind: ErrorKind::Internal }
    }

    /// Tells what could be better.
    pub fn advice(check: Check, text: String, advice: String) -> Self {
        Self { state: State::Advice, advice: Some(advice), ..Self::ok(check, text) }
    }

    /// Tells what must be done.
    pub fn todo(check: Check, kind: ErrorKind, text: String, advice: String) -> Self {
        Self { state: State::Todo, advice: Some(advice), kind, ..Self::ok(check, text) }
    }

    /// Tells that it could not be looked at, and why.
    pub fn unchecked(check: Check, text: String) -> Self {
        Self { state: State::Unchecked, ..Self::ok(check, text) }
    }

    /// Tells what went wrong where it was looked at.
    pub fn of_error(check: Check, error: &Error) -> Self {
        let advice = (!error.hints().is_empty()).then(|| error.hints().join("; "));
        let causes = error.report();
        let causes = causes.lines().filter_map(|line| line.strip_prefix("caused by: "));
        let text = std::iter::once(error.to_string()).chain(causes.map(str::to_owned));
        let text = text.collect::<Vec<_>>().join(": ");
        Self { state: State::Todo, advice, kind: error.kind(), ..Self::ok(check, text) }
    }

    /// Returns the finding as it is read, after its state.
    pub fn line(&self, locale: &Locale) -> String {
        let args = [("check", self.check.name(locale).into()), ("text", self.text.as_str().into())];
        locale.text("doctor-line", &args)
    }
}

/// What the last line says of all findings.
pub fn summary(findings: &[Finding], locale: &Locale) -> String {
    let count = |state| findings.iter().filter(|finding| finding.state == state).count();
    let (todo, unchecked) = (count(State::Todo), count(State::Unchecked));
    let args = [("todo", Value::from(todo)), ("unchecked", unchecked.into())];
    locale.text(if todo == 0 { "doctor-summary-well" } else { "doctor-summary" }, &args)
}

/// What is known of an installation without Discord.
pub struct Local {
    /// What was found.
    pub findings: Vec<Finding>,
    /// The settings; the defaults where they cannot be read.
    pub settings: Settings,
    /// Whether every message of some channel is answered, as moderators set it.
    pub answers_all: bool,
}

/// Looks at the folders and the machine.
pub fn local(paths: &Paths, locale: &Locale) -> Local {
    let loaded = Settings::load(&paths.config).map_err(Error::from);
    let (settings, mistake) = match loaded {
        Ok(settings) => (settings, None),
        Err(mistake) => (Settings::defaults(), Some(mistake)),
    };
    let checked = AnswerService::check(paths);
    let examined = store::examine(&paths.index);
    let mut findings = vec![
        config(paths, mistake, checked.as_ref(), locale),
        seeds(paths, checked.as_ref(), locale),
        built(paths, &settings, locale),
        store(&examined, locale),
        disk(paths, locale),
        fonts(&settings.chart, locale),
    ];
    findings.extend(token_file(&settings.discord.token_file, locale));
    let answers_all = matches!(examined, Ok(Some(Condition { answers_all: true, .. })));
    Local { findings, settings, answers_all }
}

fn config(
    paths: &Paths,
    settings: Option<Error>,
    checked: Result<&Checked, &Error>,
    locale: &Locale,
) -> Finding {
    let sentences = locale::check(&paths.config).err().map(Error::from);
    if let Some(error) = settings.or(sentences) {
        return Finding::of_error(Check::Config, &error);
    }
    match checked {
        Err(error) if error.kind() == ErrorKind::Settings => {
            Finding::of_error(Check::Config, error)
        }
        _ => {
            let absent: Vec<String> =
                AnswerService::absent_lists(paths).into_iter().map(str::to_owned).collect();
            if absent.is_empty() {
                return Finding::ok(Check::Config, said("doctor-config-ok", &paths.config, locale));
            }
            let folder = paths.config.display().to_string();
            let args = [("path", folder.into()), ("names", locale.list(&absent).into())];
            let text = locale.text("doctor-config-absent", &args);
            Finding::advice(Check::Config, text, locale.say("doctor-config-absent-do"))
        }
    }
}

fn seeds(paths: &Paths, checked: Result<&Checked, &Error>, locale: &Locale) -> Finding {
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) if error.kind() == ErrorKind::Settings => {
            return Finding::unchecked(Check::Seeds, locale.say("doctor-after-others"));
        }
        Err(error) => return Finding::of_error(Check::Seeds, error),
    };
    let diagnostics = checked.documents.iter().flat_map(|document| &document.diagnostics);
    let errors = diagnostics.filter(|it| it.severity == Severity::Error).count();
    let folder = paths.seeds.display().to_string();
    let args = [
        ("documents", Value::from(checked.documents.len())),
        ("folder", folder.into()),
        ("errors", errors.into()),
    ];
    if checked.documents.is_empty() {
        let text = locale.text("doctor-seeds-none", &args);
        let advice = locale.say("doctor-seeds-none-do");
        return Finding::todo(Check::Seeds, ErrorKind::Data, text, advice);
    }
    if errors == 0 {
        return Finding::ok(Check::Seeds, locale.text("doctor-seeds-ok", &args));
    }
    let text = locale.text("doctor-seeds-errors", &args);
    Finding::todo(Check::Seeds, ErrorKind::Data, text, locale.say("doctor-seeds-errors-do"))
}

fn built(paths: &Paths, settings: &Settings, locale: &Locale) -> Finding {
    if let Err(error) = try_to_write(&paths.index) {
        let folder = paths.index.display().to_string();
        let args = [("folder", folder.into()), ("error", error.to_string().into())];
        let text = locale.text("doctor-not-writable", &args);
        let advice = locale.say("doctor-not-writable-do");
        return Finding::todo(Check::Index, ErrorKind::Data, text, advice);
    }
    let live = match index::current(&paths.index) {
        Ok(Some(live)) => live,
        Ok(None) => return Finding::ok(Check::Index, locale.say("doctor-index-none")),
        Err(error) => return Finding::of_error(Check::Index, &error.into()),
    };
    if live.manifest.format != FORMAT_VERSION {
        return Finding::ok(Check::Index, locale.say("doctor-index-format"));
    }
    if let Err(error) = AnswerService::try_generation(paths, settings, &live) {
        return Finding::of_error(Check::Index, &error);
    }
    let id = match AnswerService::built(paths) {
        Ok(Some((_, _, Some(_)))) => "doctor-index-pinned",
        Ok(Some((_, Standing::Same, _))) => "doctor-index-ok",
        // Folders that cannot be read are told of by their own findings.
        _ => match AnswerService::loss(paths, &live) {
            Ok(Some(loss)) => return Finding::of_error(Check::Index, &loss),
            _ => "doctor-index-stale",
        },
    };
    let args =
        [("name", live.name().into()), ("documents", live.manifest.n_documents.to_string().into())];
    Finding::ok(Check::Index, locale.text(id, &args))
}

/// Makes a file that has no name; where there is no folder yet, in the one that it will be made in.
fn try_to_write(folder: &Path) -> std::io::Result<()> {
    let there = folder.ancestors().find(|folder| folder.is_dir());
    tempfile::tempfile_in(there.unwrap_or(Path::new("."))).map(drop)
}

fn store(examined: &Result<Option<Condition>, StoreFileError>, locale: &Locale) -> Finding {
    let condition = match examined {
        Ok(Some(condition)) => condition,
        Ok(None) => return Finding::ok(Check::Store, locale.say("doctor-store-none")),
        Err(error) => {
            let args = [("error", error.to_string().into())];
            let text = locale.text("doctor-store-unusable", &args);
            let advice = locale.say("doctor-store-unusable-do");
            return Finding::todo(Check::Store, ErrorKind::Data, text, advice);
        }
    };
    if !condition.has_key {
        let text = locale.say("doctor-store-no-key");
        let advice = locale.say("doctor-store-unusable-do");
        return Finding::todo(Check::Store, ErrorKind::Data, text, advice);
    }
    if let Some(path) = condition.open_to_others.first() {
        return open_to_others(Check::Store, path, locale);
    }
    let size = format!("{:.1}", condition.bytes as f64 / MEGABYTE as f64);
    Finding::ok(Check::Store, locale.text("doctor-store-ok", &[("size", size.into())]))
}

/// Tells that others than its owner can read a file.
fn open_to_others(check: Check, path: &Path, locale: &Locale) -> Finding {
    let text = said("doctor-open", path, locale);
    Finding::todo(check, ErrorKind::Settings, text, said("doctor-open-do", path, locale))
}

fn disk(paths: &Paths, locale: &Locale) -> Finding {
    let Some(free) = free_bytes(&paths.index) else {
        return Finding::unchecked(Check::Disk, locale.say("doctor-disk-unknown"));
    };
    let live = index::current(&paths.index).ok().flatten();
    let needed = ROOM + 2 * live.map_or(0, |live| live.bytes());
    let args = [
        ("free", (free / MEGABYTE).to_string().into()),
        ("needed", (needed / MEGABYTE).to_string().into()),
    ];
    if free >= needed {
        return Finding::ok(Check::Disk, locale.text("doctor-disk-ok", &args));
    }
    let text = locale.text("doctor-disk-low", &args);
    Finding::todo(Check::Disk, ErrorKind::Data, text, locale.say("doctor-disk-low-do"))
}

/// Returns what this user can still write to a folder's disk; none where the system does not tell.
fn free_bytes(folder: &Path) -> Option<u64> {
    #[cfg(target_os = "linux")]
    {
        let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
        let disk = rustix::fs::statvfs(there).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        None
    }
}

fn fonts(settings: &ChartSettings, locale: &Locale) -> Finding {
    let fonts = Fonts::new(&settings.font);
    let Some(font) = fonts.japanese() else {
        let text = locale.say("doctor-fonts-none");
        return Finding::advice(Check::Fonts, text, locale.say("doctor-fonts-do"));
    };
    let is_other = !settings.font.as_os_str().is_empty() && settings.font != font;
    if is_other {
        let args: [(&str, Value<'_>); 2] = [
            ("chosen", settings.font.display().to_string().into()),
            ("file", font.display().to_string().into()),
        ];
        let text = locale.text("doctor-fonts-other", &args);
        return Finding::advice(Check::Fonts, text, locale.say("doctor-fonts-do"));
    }
    Finding::ok(Check::Fonts, said("doctor-fonts-ok", font, locale))
}

/// Returns a sentence about a file or folder.
fn said(id: &str, path: &Path, locale: &Locale) -> String {
    locale.text(id, &[("path", path.display().to_string().into())])
}

/// Tells of a token's file that others can read.
fn token_file(file: &Path, locale: &Locale) -> Option<Finding> {
    let is_open = !file.as_os_str().is_empty() && store::is_open_to_others(file);
    is_open.then(|| open_to_others(Check::Token, file, locale))
}
