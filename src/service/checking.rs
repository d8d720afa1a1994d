//! What is odd in the files of an installation, told without building anything.

use std::collections::HashMap;
use std::path::PathBuf;

use super::build::ranking;
use super::sources::{DOCUMENT_FACTS_FILE, Sources, THESAURUS_FILE, stem};
use super::{Checked, Paths};
use crate::analysis::Analyzer;
use crate::contacts;
use crate::error::Error;
use crate::expected;
use crate::library::{Library, LoadedDocument};
use crate::model::{Diagnostic, Lines, PolicyDocument, Severity};
use crate::question::{self, OWN_WORDS_FILE};

impl Sources {
    /// Reads everything and tells what is odd.
    pub(super) fn check(&self, paths: &Paths) -> Result<Checked, Error> {
        let (read, _) = self.library(None)?;
        let lexicon = self.lexicon()?;
        let analyzer = Analyzer::with(lexicon.clone())?;
        self.words(lexicon, &analyzer, &read, None, 1)?;
        let mut documents: Vec<PolicyDocument> =
            read.documents().iter().map(LoadedDocument::unpacked).collect();
        tell_namesakes(&mut documents);
        for (name, reason) in self.unread.iter().chain(&self.set_aside) {
            documents.push(unread(name, Severity::Error, "unreadable", reason));
        }
        for name in &self.pdfs {
            let command = format!("madoguchi data add {}", paths.seeds.join(name).display());
            documents.push(unread(name, Severity::Warning, "pdf-without-text", &command));
        }
        let library = Library::new(documents.clone());
        ranking(paths)?;
        contacts::read(&paths.config)?;
        let expected = self.expected(&library)?;
        // Of a document that could not be read, one word is enough.
        let is_read =
            |id: &str| library.document(id).is_some_and(|document| document.n_measures > 0);
        let mut config: Vec<(PathBuf, Diagnostic)> = expected
            .orphans
            .iter()
            .filter(|(document, ..)| is_read(document))
            .map(|(document, id, title)| {
                let path = paths.config.join(expected::FOLDER).join(format!("{document}.toml"));
                let diagnostic = Diagnostic {
                    severity: Severity::Warning,
                    code: "expected-without-measure".to_owned(),
                    lines: Lines(1, 1),
                    excerpt: format!("{id} {title}"),
                };
                (path, diagnostic)
            })
            .collect();
        // A misspelt name would go unnoticed; a document that is there and cannot be read has had its word.
        let is_there = |id: &str| documents.iter().any(|document| document.info.id == id);
        let unloaded = expected.unloaded.iter().filter(|id| !is_there(id)).map(|id| {
            let path = paths.config.join(expected::FOLDER).join(format!("{id}.toml"));
            (path, without_document("expected-without-document", 1, id))
        });
        config.extend(unloaded);
        let facts = self.facts()?;
        for id in facts.document.keys().filter(|id| !is_there(id)) {
            let names_it = |line: &str| {
                let name =
                    line.trim().strip_prefix("[document.").and_then(|it| it.split(']').next());
                name.is_some_and(|name| name.trim_matches('"') == id)
            };
            let line = (1..).zip(self.facts_text().lines()).find(|(_, line)| names_it(line));
            let line = line.map_or(1, |(number, _)| number);
            let path = paths.config.join(DOCUMENT_FACTS_FILE);
            config.push((path, without_document("facts-without-document", line, id)));
        }
        for (path, text) in [THESAURUS_FILE, OWN_WORDS_FILE].iter().filter_map(|it| self.config(it))
        {
            // It was read just now: here it only can be odd.
            let odd = question::check_thesaurus(text, &analyzer).unwrap_or_default();
            config.extend(odd.into_iter().map(|diagnostic| (path.to_owned(), diagnostic)));
        }
        config.extend(self.check_glossary()?);
        Ok(Checked { documents, config })
    }
}

/// Tells of what was written for a document that is not in the folder: its name may be misspelt.
fn without_document(code: &str, line: u32, id: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Note,
        code: code.to_owned(),
        lines: Lines(line, line),
        excerpt: id.to_owned(),
    }
}

/// Stands for a file that is in the folder and is not read.
fn unread(name: &str, severity: Severity, code: &str, reason: &str) -> PolicyDocument {
    PolicyDocument {
        info: std::sync::Arc::new(crate::model::Document {
            id: stem(name).to_owned(),
            title: String::new(),
            municipality: String::new(),
            fiscal_year: None,
            status: String::new(),
            updated: None,
            file: name.to_owned(),
        }),
        measures: Vec::new(),
        diagnostics: vec![Diagnostic {
            severity,
            code: code.to_owned(),
            lines: Lines(1, 1),
            excerpt: reason.to_owned(),
        }],
    }
}

/// Tells of files that have the same name but for the ending: their measures would have the same ids.
fn tell_namesakes(documents: &mut [PolicyDocument]) {
    let mut first: HashMap<String, String> = HashMap::new();
    for document in documents {
        let file = document.info.file.clone();
        let known = first.entry(document.info.id.clone()).or_insert_with(|| file.clone());
        if *known != file {
            document.diagnostics.push(Diagnostic {
                severity: Severity::Error,
                code: "duplicate-document".to_owned(),
                lines: Lines(1, 1),
                excerpt: known.clone(),
            });
        }
    }
}
