//! `madoguchi chat`: a conversation in the terminal, with what was asked before as context.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;

use super::args::{ChatArgs, Folders, MannerArgs};
use super::ask::{find_ward, put, question};
use super::{Ending, Failure, open, output};
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::question::{Language, Question};
use crate::service::AnswerService;

/// How many earlier questions a question is read with.
const MEMORY: usize = 8;

pub(super) fn run(args: &ChatArgs, folders: Folders) -> Result<Ending, Failure> {
    let seeds = folders.seeds.clone();
    let service = open(folders)?;
    let mut chat = Chat {
        manner: args.manner.clone(),
        seeds,
        question: question(&args.scope, None, &service)?,
        is_interactive: io::stdin().is_terminal(),
        service,
    };
    chat.note(&chat.locale().say("chat-welcome"))?;
    let mut lines = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        chat.prompt()?;
        line.clear();
        let n_bytes = lines.read_until(b'\n', &mut line).map_err(|error| {
            Error::new(ErrorKind::User, "cannot read from the terminal").because(error)
        })?;
        if n_bytes == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim();
        match text.strip_prefix(':').or_else(|| text.strip_prefix('：')) {
            Some(command) => {
                if chat.command(command)?.is_break() {
                    break;
                }
            }
            None if text.is_empty() => {}
            None => chat.ask(text)?,
        }
    }
    Ok(Ending::Done)
}

struct Chat {
    service: AnswerService,
    /// How answers are put.
    manner: MannerArgs,
    /// The folder of the documents.
    seeds: PathBuf,
    /// What is asked next, but for its text.
    question: Question,
    is_interactive: bool,
}

impl Chat {
    fn locale(&self) -> &Locale {
        let usual = self.service.settings().language.default;
        self.service.locales().get(self.question.language.unwrap_or(usual))
    }

    fn prompt(&self) -> Result<(), Failure> {
        if self.is_interactive {
            let bold = anstyle::Style::new().bold();
            let mut stderr = anstream::stderr();
            write!(stderr, "\n{bold}{}{bold:#} ", self.locale().say("chat-prompt"))?;
            stderr.flush()?;
        }
        Ok(())
    }

    /// Says something about the conversation itself.
    fn note(&self, text: &str) -> Result<(), Failure> {
        Ok(writeln!(anstream::stderr(), "{text}")?)
    }

    fn ask(&mut self, text: &str) -> Result<(), Failure> {
        let question = Question { text: text.to_owned(), ..self.question.clone() };
        let answer = self.service.answer(&question)?;
        let layout = output::layout(&self.seeds).filter(|_| !self.manner.plain);
        let mut stdout = anstream::stdout();
        write!(stdout, "{}", put(&self.service, &answer, &self.manner, layout.as_ref()))?;
        if !self.is_interactive {
            writeln!(stdout)?;
        }
        stdout.flush()?;
        self.question.context.push(text.to_owned());
        let n_old = self.question.context.len().saturating_sub(MEMORY);
        self.question.context.drain(..n_old);
        Ok(())
    }

    fn command(&mut self, command: &str) -> Result<std::ops::ControlFlow<()>, Failure> {
        let (name, value) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
        let value = value.trim();
        let said = match name {
            "q" | "quit" | "exit" => return Ok(std::ops::ControlFlow::Break(())),
            "help" | "h" | "?" => self.locale().say("chat-help"),
            "new" => {
                self.question.context.clear();
                self.locale().say("chat-new")
            }
            "ward" if value.is_empty() => {
                self.question.municipality = None;
                self.locale().say("chat-ward-any")
            }
            "ward" => match find_ward(value, &self.service) {
                Ok(ward) => {
                    self.question.municipality = Some(ward.clone());
                    self.locale().text("chat-ward", &[("name", ward.into())])
                }
                Err(error) => error.report().trim_end().to_owned(),
            },
            "lang" => {
                let known = Language::ALL.into_iter().find(|language| language.tag() == value);
                match known {
                    Some(language) => {
                        self.question.language = Some(language);
                        self.locale().say("chat-lang")
                    }
                    None => self.locale().say("chat-help"),
                }
            }
            other => self.locale().text("chat-unknown", &[("command", other.into())]),
        };
        self.note(&said)?;
        Ok(std::ops::ControlFlow::Continue(()))
    }
}
