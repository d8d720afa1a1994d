//! The book in `docs/` and the README: every command in them runs, every link leads somewhere.
//!
//! A block marked `console` is a transcript; it runs in a copy of the project's folder. In blocks marked `sh`, each call
//! of the program runs there too, whatever it says, unless it needs a token or files of another machine; those, and calls
//! within a sentence, must be understood by it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use madoguchi::store::Store;
use regex::Regex;

use crate::support::{Installation, SEEDS, copy};

const PROGRAM: &str = env!("CARGO_BIN_EXE_madoguchi");

/// The README and all pages of the book, the table of contents included.
fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = fs::read_dir("docs")
        .expect("the book")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    pages.push("README.md".into());
    pages.sort();
    pages
}

fn text(page: &Path) -> String {
    fs::read_to_string(page).expect("a page")
}

/// Where a page's links and pictures lead, without those to other hosts.
fn links(page: &str) -> Vec<String> {
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"\]\(([^)\s]+)\)|\bsrc="([^"]+)""#).expect("a pattern"));
    LINK.captures_iter(page)
        .filter_map(|found| found.get(1).or_else(|| found.get(2)))
        .map(|target| target.as_str().to_owned())
        .filter(|target| !target.contains("://"))
        .collect()
}

/// The fenced blocks of a page: how each is marked, and what is in it.
fn blocks(page: &str) -> Vec<(&str, Vec<&str>)> {
    let mut blocks: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut is_open = false;
    for line in page.lines() {
        let line = line.trim();
        match line.strip_prefix("```") {
            Some(mark) if !is_open => blocks.push((mark, Vec::new())),
            None if is_open => blocks.last_mut().expect("the open block").1.push(line),
            _ => {}
        }
        if line.starts_with("```") {
            is_open = !is_open;
        }
    }
    assert!(!is_open, "a block has no end:\n{page}");
    blocks
}

/// Code within sentences.
fn spans(page: &str) -> Vec<String> {
    let mut is_block = false;
    let sentences = page.lines().filter(|line| {
        let is_fence = line.trim().starts_with("```");
        is_block ^= is_fence;
        !is_block && !is_fence
    });
    sentences.flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Cuts a line into its commands and these into words, as a shell does; comments are left out.
fn commands(line: &str) -> Vec<Vec<String>> {
    let mut commands = vec![Vec::new()];
    let mut word: Option<String> = None;
    let mut quote = None;
    let end = |word: &mut Option<String>, commands: &mut Vec<Vec<String>>| {
        commands.last_mut().expect("a command").extend(word.take());
    };
    for c in line.chars() {
        match (quote, c) {
            (Some(q), c) if c == q => quote = None,
            (Some(_), c) => word.get_or_insert_default().push(c),
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, '#') if word.is_none() => break,
            (None, '&' | '|' | ';') => {
                end(&mut word, &mut commands);
                commands.push(Vec::new());
            }
            (None, c) if c.is_whitespace() => end(&mut word, &mut commands),
            (None, c) => word.get_or_insert_default().push(c),
        }
    }
    end(&mut word, &mut commands);
    commands.retain(|command| !command.is_empty());
    commands
}

/// What is handed to the program, if a command is a call of it: also through `sudo`, in a container, or by cargo.
fn arguments(command: &[String]) -> Option<Vec<&str>> {
    let mut words: Vec<&str> = command.iter().map(String::as_str).collect();
    if let Some(redirect) = words.iter().position(|word| word.starts_with(['>', '<'])) {
        words.truncate(redirect);
    }
    if words.starts_with(&["cargo", "run"]) {
        let dashes = words.iter().position(|word| *word == "--")?;
        let arguments = words.split_off(dashes + 1);
        // An example is a program of its own.
        return (!words.contains(&"--example")).then_some(arguments);
    }
    let mut words = words.as_slice();
    loop {
        words = match words {
            ["sudo", "-u", _, rest @ ..] | ["podman", "exec", _, rest @ ..] => rest,
            ["sudo", rest @ ..] => rest,
            [name, rest @ ..] if is_assignment(name) => rest,
            [name, rest @ ..] if *name == "madoguchi" || name.ends_with("/madoguchi") => {
                return Some(rest.to_vec());
            }
            _ => return None,
        };
    }
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
    })
}

#[test]
fn every_page_is_in_the_table_of_contents() {
    let links = links(&text(Path::new("docs/SUMMARY.md")));
    let listed: BTreeSet<String> = links.iter().cloned().collect();
    // mdbook refuses a page that stands there twice.
    assert_eq!(links.len(), listed.len(), "{links:?}");
    let there: BTreeSet<String> = pages()
        .iter()
        .filter(|page| page.starts_with("docs") && !page.ends_with("SUMMARY.md"))
        .map(|page| page.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(listed, there);
}

#[test]
fn every_link_leads_somewhere() {
    let mut n_links = 0;
    for page in pages() {
        for target in links(&text(&page)) {
            let file = target.split('#').next().expect("a part");
            // A place on the same page.
            if file.is_empty() {
                continue;
            }
            let path = page.parent().expect("a folder").join(file);
            assert!(path.exists(), "{} links to {target}", page.display());
            n_links += 1;
        }
    }
    assert!(n_links > 15, "{n_links}");
}

#[test]
fn what_pages_name_is_there() {
    // Paths of the repository in code spans; those of folders that a running bot makes are none.
    let path = Regex::new(
        r"^(config|deploy|docs|scripts|src|tests|benches|fuzz)/[A-Za-z0-9_./-]*$|^[A-Z]+\.(md|toml)$",
    )
    .expect("a pattern");
    for page in pages() {
        for span in spans(&text(&page)) {
            let is_made_later = span.contains(".local.") || span.starts_with("docs/book/");
            if path.is_match(&span) && !is_made_later {
                assert!(Path::new(&span).exists(), "{} names {span}", page.display());
            }
        }
    }
}

#[test]
fn every_transcript_is_what_the_program_does() {
    let installation = Installation::new(&SEEDS);
    // Built once, for all pages.
    drop(installation.open());
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut n_pages = 0;
    for page in pages() {
        let text = text(&page);
        if !blocks(&text).iter().any(|(mark, _)| *mark == "console") {
            continue;
        }
        let copied = folder.path().join(page.file_name().expect("a name"));
        fs::write(&copied, text).expect("written");
        // trycmd runs a page in the folder of its name.
        let project = copied.with_extension("in");
        copy(installation.paths.config.parent().expect("a folder"), &project);
        copy(Path::new("tests/fixtures/data"), &project);
        n_pages += 1;
    }
    assert!(n_pages >= 2, "{n_pages}");
    trycmd::TestCases::new().case(folder.path().join("*.md")).run();
}

#[test]
fn every_call_of_the_program_is_understood() {
    let mut calls = BTreeSet::new();
    for page in pages() {
        let text = text(&page);
        let in_blocks = blocks(&text).into_iter().filter(|(mark, _)| *mark == "sh");
        let lines = in_blocks.flat_map(|(_, lines)| lines).map(str::to_owned);
        for line in lines.chain(spans(&text)) {
            for command in commands(&line) {
                if let Some(arguments) = arguments(&command) {
                    calls.insert(arguments.into_iter().map(str::to_owned).collect::<Vec<_>>());
                }
            }
        }
    }
    assert!(calls.len() > 30, "{calls:?}");
    for call in calls {
        // Whatever stands before it is read first, and nothing is done.
        let output = Command::new(PROGRAM).args(&call).arg("--help").output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "madoguchi {}: {error}", call.join(" "));
    }
}

/// Whether a call needs nothing but the project's folder: no token, no file of another machine.
fn is_of_project(call: &[String]) -> bool {
    let has = |word: &str| call.iter().any(|it| it == word);
    !has("serve")
        && (!has("doctor") || has("--offline"))
        && !call.iter().any(|it| it.starts_with('/'))
}

/// Puts into a folder what the calls name.
fn put_files(project: &Path) {
    copy(Path::new("tests/fixtures/data"), project);
    let put = |name: &str, text: &str| {
        let path = project.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put("questions.jsonl", "{\"id\": \"1\", \"text\": \"見守りの予算は？\"}\n");
    fs::copy("tests/fixtures/pdf/predefined.pdf", project.join("運営方針.pdf")).expect("a copy");
    for name in ["dev", "train"] {
        let name = format!("tests/questions/{name}.jsonl");
        let all = fs::read_to_string(&name).expect("the questions");
        put(&name, &all.lines().take(40).map(|line| format!("{line}\n")).collect::<String>());
    }
    for folder in ["FOLDER", "FOLDER/collection"] {
        let (mut corpus, mut queries, mut grades) = (String::new(), String::new(), String::new());
        for (at, subject) in ["防災訓練", "子育て支援", "地域福祉"].into_iter().enumerate()
        {
            corpus += &format!(
                "{{\"_id\": \"d{at}\", \"title\": \"{subject}\", \"text\": \"{subject}を進める。\"}}\n"
            );
            queries += &format!("{{\"_id\": \"q{at}\", \"text\": \"{subject}について\"}}\n");
            grades += &format!("q{at}\td{at}\t1\n");
        }
        let grades: String = format!("query-id\tcorpus-id\tscore\n{grades}");
        let files: [(&str, &String); 3] =
            [("corpus.jsonl", &corpus), ("queries.jsonl", &queries), ("qrels.tsv", &grades)];
        for (name, text) in files {
            put(&format!("{folder}/{name}"), text);
        }
    }
}

#[test]
fn every_call_that_needs_no_other_machine_runs() {
    let installation = Installation::new(&SEEDS);
    let service = installation.open();
    // What a bot has left behind, for a backup.
    Store::open(&installation.paths.index, &service.settings().store)
        .close(Duration::from_secs(30));
    let project = installation.paths.config.parent().expect("a folder");
    put_files(project);
    let mut calls: Vec<Vec<String>> = Vec::new();
    for page in pages() {
        let text = text(&page);
        let lines = blocks(&text).into_iter().filter(|(mark, _)| *mark == "sh");
        for command in lines.flat_map(|(_, lines)| lines).flat_map(commands) {
            let call = arguments(&command).unwrap_or_default().into_iter().map(|word| match word {
                "ID" => "nishi-osaka-r2-management-policy".to_owned(),
                "FILE" => "kita-r4-new.txt".to_owned(),
                // Drawing points needs a font of the machine.
                word => word.replace(".png", ".svg"),
            });
            let call: Vec<String> = call.collect();
            if !call.is_empty() && is_of_project(&call) && !calls.contains(&call) {
                calls.push(call);
            }
        }
    }
    assert!(calls.len() > 35, "{calls:?}");
    for call in calls {
        let mut program = Command::new(PROGRAM);
        let program = program.args(&call).current_dir(project).stdin(Stdio::null());
        let output = program.output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr);
        // 1: nothing was found, or something differs.
        let is_done = matches!(output.status.code(), Some(0 | 1));
        // Told what to do, and not that something is wrong with the call.
        let is_told = call.first().is_some_and(|it| it == "doctor");
        assert!(is_done || is_told, "madoguchi {}: {} {error}", call.join(" "), output.status);
    }
}

#[test]
fn calls_are_found_as_a_shell_finds_them() {
    let calls = |line: &str| -> Vec<Vec<String>> {
        let commands = commands(line);
        let found = commands.iter().filter_map(|command| arguments(command));
        found.map(|words| words.into_iter().map(str::to_owned).collect()).collect()
    };
    assert_eq!(calls("DISCORD_TOKEN=… madoguchi serve   # the bot"), [["serve"]]);
    assert_eq!(calls("cd /x && sudo -u m madoguchi ask \"a b\" > c"), [["ask", "a b"]]);
    assert_eq!(calls("podman exec b /usr/local/bin/madoguchi doctor"), [["doctor"]]);
    assert_eq!(calls("cargo run --release -- check --json"), [["check", "--json"]]);
    assert!(calls("sudo install -m 755 ~/.cargo/bin/madoguchi /usr/local/bin/").is_empty());
    assert!(calls("cargo run --example soak -- 100").is_empty());
    assert!(calls("podman build -t madoguchi .").is_empty());
}

#[test]
fn the_readme_shows_what_its_first_command_answers() {
    let installation = Installation::new(&SEEDS);
    let readme = text(Path::new("README.md"));
    let (_, lines) = blocks(&readme).into_iter().find(|(mark, _)| *mark == "sh").expect("a block");
    let commands = commands(lines.first().expect("a line"));
    let arguments = arguments(commands.first().expect("a command")).expect("a call");
    let output = Command::new(PROGRAM)
        .args(arguments)
        .current_dir(installation.paths.config.parent().expect("a folder"))
        .output()
        .expect("it runs");
    let answer = String::from_utf8(output.stdout).expect("text");
    assert!(!answer.trim().is_empty());
    assert!(readme.contains(answer.trim()), "{answer}");
}
