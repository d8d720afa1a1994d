//! What was typed, unresolved.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

use crate::furigana::Level;
use crate::question::Language;
use crate::service::Paths;
use crate::text::FiscalYear;

/// 区の方針・予算の文書から、住民の質問に答えます。
///
/// Answers residents' questions from a ward's own policy documents.
#[derive(Debug, Parser)]
#[command(name = "madoguchi", version, max_term_width = 100, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) folders: Folders,
    /// What to log on standard error, e.g. `debug` or `madoguchi=trace`
    #[arg(
        long,
        global = true,
        env = "MADOGUCHI_LOG",
        hide_env_values = true,
        value_name = "FILTER",
        value_parser = log_filter
    )]
    pub(super) log: Option<String>,
    /// How the log is written: lines to read, or JSON, one object a line
    #[arg(
        long,
        global = true,
        env = "MADOGUCHI_LOG_FORMAT",
        value_enum,
        default_value_t = LogFormat::Text,
        hide_env_values = true,
        value_name = "FORMAT"
    )]
    pub(super) log_format: LogFormat,
    #[command(flatten)]
    pub(super) pager: PagerArgs,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Refuses a filter that cannot be read; it is read where it is used.
fn log_filter(typed: &str) -> Result<String, ParseError> {
    EnvFilter::try_new(typed).map(|_| typed.to_owned())
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// What long output on a terminal is read with.
#[derive(Clone, Debug, ClapArgs)]
pub(super) struct PagerArgs {
    /// Write long output to the terminal as a whole
    #[arg(long, global = true)]
    pub(super) no_pager: bool,
    /// The program that shows long output page by page
    #[arg(
        long,
        global = true,
        env = "PAGER",
        default_value = "less",
        hide_env_values = true,
        value_name = "COMMAND"
    )]
    pub(super) pager: String,
}

/// Where everything lies.
#[derive(Clone, Debug, ClapArgs)]
pub(super) struct Folders {
    /// The folder of settings, contacts, word lists and sentences
    #[arg(
        long,
        global = true,
        env = "MADOGUCHI_CONFIG",
        default_value = "config",
        hide_env_values = true,
        value_name = "FOLDER"
    )]
    pub(super) config: PathBuf,
    /// The folder of policy documents
    #[arg(
        long,
        global = true,
        env = "MADOGUCHI_SEEDS",
        default_value = "seeds",
        hide_env_values = true,
        value_name = "FOLDER"
    )]
    pub(super) seeds: PathBuf,
    /// The folder of built data
    #[arg(
        long,
        global = true,
        env = "MADOGUCHI_INDEX",
        default_value = "index",
        hide_env_values = true,
        value_name = "FOLDER"
    )]
    pub(super) index: PathBuf,
}

impl From<Folders> for Paths {
    fn from(folders: Folders) -> Self {
        let Folders { config, seeds, index } = folders;
        Self { config, seeds, index }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Answer a question
    Ask(AskArgs),
    /// List everything that was read from the documents
    Measures(MeasuresArgs),
    /// Read all documents and tell what is odd in them
    Check(CheckArgs),
    /// Build the index, or tell what it holds
    Index(IndexArgs),
    /// Draw the budgets of the documents
    Chart(ChartArgs),
    /// Look after the documents: what is loaded, what would change, add, replace, remove, go back
    Data(DataArgs),
    /// Talk in the terminal
    Chat(ChatArgs),
    /// Measure the search on a collection of documents and questions
    Eval(EvalArgs),
    /// Run the Discord bot
    Serve,
    /// Tell whether the bot's installation is well, and what to do where it is not
    Doctor(DoctorArgs),
    /// Write what the bot remembers into one file, while it may run
    Backup(BackupArgs),
    /// Put back what `backup` wrote, while no bot runs
    Restore(BackupArgs),
    /// Write the completions of a shell
    Completions(CompletionsArgs),
    /// Write the manual's pages
    Man(ManArgs),
    /// Read a PDF file from standard input; called by this program itself
    #[command(name = crate::service::PDF_COMMAND, hide = true)]
    PdfText,
}

#[derive(Debug, ClapArgs)]
pub(super) struct AskArgs {
    /// The question
    #[arg(required_unless_present = "batch", conflicts_with = "batch", value_name = "QUESTION")]
    pub(super) question: Vec<String>,
    /// Write JSON, one object a question
    #[arg(long, conflicts_with_all = ["plain", "furigana", "glossary"])]
    pub(super) json: bool,
    /// Read questions from a file, or `-` for standard input: one JSON object a line,
    /// {"id": "…", "text": "…", "context": ["earlier question", …]}
    #[arg(long, value_name = "FILE", requires = "json")]
    pub(super) batch: Option<PathBuf>,
    #[command(flatten)]
    pub(super) scope: ScopeArgs,
    /// How many measures to show at most
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=25))]
    pub(super) limit: Option<u8>,
    /// Tell why each measure stands where it does
    #[arg(long, conflicts_with = "json")]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) manner: MannerArgs,
    /// Write an HTML page
    #[arg(long, conflicts_with_all = ["json", "plain", "explain"])]
    pub(super) html: bool,
}

/// How an answer is put.
#[derive(Clone, Debug, ClapArgs)]
pub(super) struct MannerArgs {
    /// For screen readers: short lines, units in words, no marks that mean something
    #[arg(long)]
    pub(super) plain: bool,
    /// Add readings to the kanji; with a grade, 1 to 6, to those that schools teach later
    #[arg(
        long,
        value_name = "GRADE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "0",
        value_parser = clap::value_parser!(u8).range(0..=i64::from(Level::LAST))
    )]
    pub(super) furigana: Option<u8>,
    /// Explain the administrative words
    #[arg(long)]
    pub(super) glossary: bool,
}

/// What questions are about, and the language to answer in.
#[derive(Clone, Debug, ClapArgs)]
pub(super) struct ScopeArgs {
    /// The municipality that is meant, e.g. 大阪市港区
    #[arg(long, value_name = "NAME")]
    pub(super) ward: Option<String>,
    /// The fiscal year that is meant, e.g. 令和3年度, R3 or 2021
    #[arg(long, value_name = "YEAR", value_parser = fiscal_year)]
    pub(super) year: Option<FiscalYear>,
    /// The language to answer in; else that of the question
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct MeasuresArgs {
    /// Write JSON, one object a measure
    #[arg(long, conflicts_with = "csv")]
    pub(super) json: bool,
    /// Write comma-separated values
    #[arg(long)]
    pub(super) csv: bool,
    /// Of this municipality only
    #[arg(long, value_name = "NAME")]
    pub(super) ward: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// Write JSON, one object a finding
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct IndexArgs {
    /// Build it even where nothing has changed
    #[arg(long, conflicts_with = "status")]
    pub(super) force: bool,
    /// Tell what it holds, and build nothing
    #[arg(long)]
    pub(super) status: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ChartArgs {
    /// Of this municipality only
    #[arg(long, value_name = "NAME")]
    pub(super) ward: Option<String>,
    /// Of this measure only: its number, title, id, or a part of the title
    #[arg(long, value_name = "MEASURE", required_if_eq("kind", "years"))]
    pub(super) measure: Option<String>,
    /// What is drawn; with --measure, its amounts over the years
    #[arg(long, value_enum, value_name = "KIND")]
    pub(super) kind: Option<ChartKind>,
    /// Write a picture: .png or .svg; without it, bars of characters go to standard output
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Write what the picture shows in words, for those who do not see it
    #[arg(long)]
    pub(super) alt: bool,
    /// The language of its words; else that of the settings
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub(super) lang: Option<Language>,
}

/// What a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ChartKind {
    /// Amounts beside those of the year before
    Compare,
    /// Rises and falls from the year before
    Changes,
    /// The amounts of one measure in every year that is loaded
    Years,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DataArgs {
    /// Who does it, for the audit trail
    #[arg(long, global = true, value_name = "NAME", default_value = super::COMMAND_LINE,
        value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(super) by: String,
    #[command(subcommand)]
    pub(super) command: DataCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum DataCommand {
    /// Tell what is loaded, since when, and how it stands to the folders
    Status(JsonArgs),
    /// Read all documents and tell what is odd in them
    Check(CheckArgs),
    /// Tell what a reload, or staged changes, would change
    Diff(DiffArgs),
    /// Take in what lies in the folders
    Reload(JsonArgs),
    /// Tell which generations are kept
    History(JsonArgs),
    /// Go back to an older generation, until the next reload
    Rollback {
        /// The generation, or the beginning of its name; the one before by default
        #[arg(value_name = "GENERATION")]
        generation: Option<String>,
    },
    /// Stage a new document
    Add {
        /// Plain text, Markdown, HTML, CSV, TSV, or PDF with a text layer
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The document's id; else made from the file's name
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        #[command(flatten)]
        facts: FactsArgs,
    },
    /// Stage another text of a document
    Replace {
        /// The document's id
        #[arg(value_name = "ID")]
        document: String,
        /// Plain text, Markdown, HTML, CSV, TSV, or PDF with a text layer
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        facts: FactsArgs,
    },
    /// Stage the removal of a document
    Remove {
        /// The document's id
        #[arg(value_name = "ID")]
        document: String,
    },
    /// Put staged changes into effect
    Apply {
        /// The changes; all by default
        #[arg(value_name = "CHANGE")]
        changes: Vec<String>,
        /// Write JSON
        #[arg(long)]
        json: bool,
    },
    /// Drop staged changes
    Cancel {
        /// The changes; all by default
        #[arg(value_name = "CHANGE")]
        changes: Vec<String>,
    },
    /// Write everything that is loaded
    Export {
        /// What
        #[arg(value_enum)]
        table: TableArg,
        /// Write JSON, one object a line, instead of comma-separated values
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub(super) struct JsonArgs {
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DiffArgs {
    /// Of staged changes, and not of what lies in the folders alone; all by default
    #[arg(long, value_name = "CHANGE", num_args = 0..)]
    pub(super) staged: Option<Vec<String>>,
    /// Also ask the questions of a file, one a line, and tell which would get another answer
    #[arg(long, value_name = "FILE")]
    pub(super) questions: Option<PathBuf>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// What a document does not print itself.
#[derive(Debug, ClapArgs)]
pub(super) struct FactsArgs {
    /// Whose document it is, e.g. 大阪市港区; else as the text prints it, or as it was before
    #[arg(long, value_name = "NAME")]
    pub(super) ward: Option<String>,
    /// The fiscal year that it is about, e.g. 令和3年度, R3 or 2021; else as the text prints it, or as it was before
    #[arg(long, value_name = "YEAR", value_parser = fiscal_year)]
    pub(super) year: Option<FiscalYear>,
    /// Its title; else as the text prints it, or as it was before
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// How far it has come, e.g. 案 or 素案; else as the text prints it, or as it was before
    #[arg(long, value_name = "STATUS")]
    pub(super) status: Option<String>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum TableArg {
    /// One row for each entry
    Measures,
    /// One row for each printed amount
    Budgets,
    /// Whom to ask
    Contacts,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ChatArgs {
    #[command(flatten)]
    pub(super) manner: MannerArgs,
    #[command(flatten)]
    pub(super) scope: ScopeArgs,
}

/// What is left of a question's way through the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Only {
    /// Search for the text as it stands
    Rank,
    /// Rank by BM25 over the words of the text
    Words,
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
pub(super) struct EvalArgs {
    /// The collection: corpus.jsonl, queries.jsonl and qrels.tsv or qrels/test.tsv
    #[arg(value_name = "DIR", conflicts_with = "gold")]
    pub(super) dir: Option<PathBuf>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Write a TREC run file
    #[arg(long, value_name = "FILE", requires = "dir")]
    pub(super) run: Option<PathBuf>,
    /// Leave out a part of what questions go through
    #[arg(long, value_name = "PART", requires = "dir")]
    pub(super) only: Option<Only>,
    /// Keep the index in this folder, and use the one that is there
    #[arg(long, value_name = "FOLDER", requires = "dir", conflicts_with = "ablation")]
    pub(super) keep: Option<PathBuf>,
    /// Threads that build the index and ask at the same time; one per core by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    pub(super) threads: Option<u8>,
    /// Score the answers to the questions of a file instead
    #[arg(long, value_name = "FILE")]
    pub(super) gold: Option<PathBuf>,
    /// Tell what went wrong in the questions of a kind, or of `all`
    #[arg(long, value_name = "KIND", requires = "gold")]
    pub(super) verbose: Option<String>,
    /// Tell how one question was read, searched, ranked and judged
    #[arg(long, value_name = "ID", requires = "gold")]
    pub(super) explain: Option<String>,
    /// Show the trade-off between answering and declining
    #[arg(long, requires = "gold")]
    pub(super) sweep: bool,
    /// Fit the weights on the questions and write config/ranking.toml to standard output
    #[arg(long, requires = "gold")]
    pub(super) fit: bool,
    /// Take each ingredient of the ranking out in turn; with --gold, fit the others anew on --train
    #[arg(long)]
    pub(super) ablation: bool,
    /// Questions to fit on
    #[arg(long, value_name = "FILE", requires = "gold", requires = "ablation")]
    pub(super) train: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CompletionsArgs {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, ClapArgs)]
pub(super) struct DoctorArgs {
    /// Do not ask Discord
    #[arg(long)]
    pub(super) offline: bool,
    /// Write JSON, one object a finding
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct BackupArgs {
    /// The backup's file; for its owner alone, since it holds the key of people's hashes
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ManArgs {
    /// Write one page for each command into this folder; else the program's own goes to standard output
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

fn language() -> impl clap::builder::TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag)).map(|tag| {
        Language::ALL.into_iter().find(|language| language.tag() == tag).unwrap_or_default()
    })
}

fn fiscal_year(typed: &str) -> Result<FiscalYear, String> {
    FiscalYear::parse(typed).ok_or_else(|| "write 令和3年度, R3 or 2021".to_owned())
}
