//! What is odd in the files of an installation, told without building anything.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use super::build::ranking;
use super::sources::{
    DOCUMENT_FACTS_FILE, EXTENSIONS, PDF, Sources, THESAURUS_FILE, TOWNS_FILE, of_other_kinds, stem,
};
use super::{Checked, Paths};
use crate::analysis::Analyzer;
use crate::contacts::{self, Department};
use crate::error::Error;
use crate::expected;
use crate::library::{Library, LoadedDocument};
use crate::model::{Diagnostic, Lines, PolicyDocument, Severity};
use crate::question::{self, OWN_WORDS_FILE};
use crate::toml_file;

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
        let departments = contacts::read(&paths.config)?;
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
            (path, note("expected-without-document", 1, id))
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
            config.push((path, note("facts-without-document", line, id)));
        }
        for (path, text) in [THESAURUS_FILE, OWN_WORDS_FILE].iter().filter_map(|it| self.config(it))
        {
            // It was read just now: here it only can be odd.
            let odd = question::check_thesaurus(text, &analyzer).unwrap_or_default();
            config.extend(odd.into_iter().map(|diagnostic| (path.to_owned(), diagnostic)));
        }
        config.extend(self.check_glossary()?);
        config.extend(self.unknown_municipalities(paths, &departments)?);
        for path in of_other_kinds(&paths.seeds)? {
            let mut known = EXTENSIONS.to_vec();
            known.push(PDF);
            config.push((path, note("unread-kind", 1, &known.join(", "))));
        }
        Ok(Checked { documents, config })
    }
}

impl Sources {
    /// Tells of municipalities in the operator's lists that the gazetteer does not have: misspelt, they are never what a
    /// question names.
    fn unknown_municipalities(
        &self,
        paths: &Paths,
        departments: &[Department],
    ) -> Result<Vec<(PathBuf, Diagnostic)>, Error> {
        let gazetteer = self.gazetteer()?;
        if gazetteer.is_empty() {
            return Ok(Vec::new());
        }
        let (towns, facts) = (self.towns()?, self.facts()?);
        let of_facts = facts.document.values().filter_map(|facts| facts.municipality.as_deref());
        let of_contacts = departments.iter().map(|it| it.municipality.as_str());
        let named = of_facts
            .map(|name| (DOCUMENT_FACTS_FILE, name))
            .chain(of_contacts.map(|name| (contacts::FILE, name)))
            .chain(towns.municipalities().map(|name| (TOWNS_FILE, name)));
        let unknown: BTreeSet<(&str, &str)> =
            named.filter(|(_, name)| !name.is_empty() && !gazetteer.has(name)).collect();
        let told = |(file, name): (&str, &str)| {
            let path = paths.config.join(file);
            // Contacts are not built into the data, so their text is not among the sources.
            let text = toml_file::read_text(&path).unwrap_or_default();
            let line = (1..).zip(text.lines()).find(|(_, line)| line.contains(name));
            (path, note("unknown-municipality", line.map_or(1, |(number, _)| number), name))
        };
        Ok(unknown.into_iter().map(told).collect())
    }
}

/// Tells of something to look at: it may be misspelt.
fn note(code: &str, line: u32, excerpt: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Note,
        code: code.to_owned(),
        lines: Lines(line, line),
        excerpt: excerpt.to_owned(),
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
