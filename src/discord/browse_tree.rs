//! Documents and their headings as a tree, in which every place has a name that survives a restart.

use std::sync::Arc;

use crate::library::Library;
use crate::model::{Document, Measure, MeasureKind};

use super::card::{clean, heading};
use super::custom_id::{MeasureRef, Node, digest};

const NODE_CHARS: usize = 16;
/// Marks a value that names a place; measures are named by [`MeasureRef`].
const PLACE: &str = "@";

/// A place, with what lies below it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its name; empty for the root.
    pub node: Node,
    /// The name of the place above; none for the root.
    pub parent: Option<Node>,
    /// The headings that lead to it.
    pub path: Vec<String>,
    /// What lies below.
    pub entries: Vec<Entry>,
}

/// What lies below a place.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Another place.
    Place {
        /// Its name.
        node: Node,
        /// Its heading.
        label: String,
        /// How many measures lie below it.
        n_measures: usize,
    },
    /// A measure.
    Measure(Arc<Measure>),
}

impl Entry {
    /// Returns what a menu sends back.
    pub fn value(&self) -> String {
        match self {
            Entry::Place { node, .. } => format!("{PLACE}{node}"),
            Entry::Measure(measure) => MeasureRef::of(measure).to_string(),
        }
    }

    /// Returns its heading.
    pub fn label(&self) -> String {
        match self {
            Entry::Place { label, .. } => clean(label),
            Entry::Measure(measure) => heading(measure),
        }
    }

    /// Returns a small picture of what it is.
    pub fn mark(&self) -> &'static str {
        match self {
            Entry::Place { .. } => "📁",
            Entry::Measure(_) => "📄",
        }
    }

    /// Returns what stands below its heading.
    pub fn description(&self) -> String {
        match self {
            Entry::Place { n_measures, .. } => format!("📄 × {n_measures}"),
            Entry::Measure(measure) => clean(&measure.body).replace('\n', " "),
        }
    }
}

/// Reads the name of a place from what a menu sent back; none where it names a measure.
pub fn place_in(value: &str) -> Option<&str> {
    value.strip_prefix(PLACE)
}

/// Returns the root: the documents.
pub fn root(corpus: &Library) -> Place {
    let entries = corpus
        .documents()
        .iter()
        .map(|document| Entry::Place {
            node: name(&document.info(), &[]),
            label: label(&document.info()),
            n_measures: document.heads().filter(|it| is_leaf(it.kind)).count(),
        })
        .collect();
    Place { node: String::new(), parent: None, path: Vec::new(), entries }
}

/// Returns the place of a ward: its document, or the root where it has several.
pub fn of_ward(corpus: &Library, ward: &str) -> Option<Node> {
    match corpus.of_municipalities(&[ward.to_owned()]).as_slice() {
        [only] => Some(name(&only.info(), &[])),
        _ => None,
    }
}

/// Finds a place by its name.
pub fn at(corpus: &Library, node: &str) -> Option<Place> {
    if node.is_empty() {
        return Some(root(corpus));
    }
    let documents = || corpus.documents().iter().map(|document| (document, document.info()));
    if let Some((document, info)) = documents().find(|(_, info)| name(info, &[]) == node) {
        return Some(place(&info, &[], &document.measures().collect::<Vec<_>>()));
    }
    for (document, info) in documents() {
        let measures: Vec<Arc<Measure>> = document.measures().collect();
        let mut seen: Vec<&[String]> = Vec::new();
        for measure in &measures {
            for depth in 1..=measure.path.len() {
                let prefix = measure.path.get(..depth).unwrap_or_default();
                if seen.last() == Some(&prefix) {
                    continue;
                }
                if name(&info, prefix) == node {
                    return Some(place(&info, prefix, &measures));
                }
                seen.push(prefix);
            }
        }
    }
    None
}

fn place(info: &Document, prefix: &[String], measures: &[Arc<Measure>]) -> Place {
    let mut entries: Vec<Entry> = Vec::new();
    for measure in measures.iter().filter(|it| it.path.starts_with(prefix)) {
        match measure.path.get(prefix.len()) {
            None if is_leaf(measure.kind) => entries.push(Entry::Measure(measure.clone())),
            None => {}
            Some(step) => {
                let below: Vec<String> = prefix.iter().chain([step]).cloned().collect();
                let node = name(info, &below);
                let known = entries.iter_mut().find_map(|entry| match entry {
                    Entry::Place { node: known, n_measures, .. } if *known == node => {
                        Some(n_measures)
                    }
                    _ => None,
                });
                let n_new = usize::from(is_leaf(measure.kind));
                match known {
                    Some(n_measures) => *n_measures += n_new,
                    None => {
                        entries.push(Entry::Place { node, label: step.clone(), n_measures: n_new });
                    }
                }
            }
        }
    }
    // A heading under which nothing stands leads nowhere.
    entries.retain(|entry| !matches!(entry, Entry::Place { n_measures: 0, .. }));
    let parent = match prefix.split_last() {
        Some((_, above)) => name(info, above),
        None => String::new(),
    };
    let path = std::iter::once(label(info)).chain(prefix.iter().cloned()).collect();
    Place { node: name(info, prefix), parent: Some(parent), path, entries }
}

/// Sections are the places themselves.
fn is_leaf(kind: MeasureKind) -> bool {
    kind != MeasureKind::Section
}

fn label(info: &Document) -> String {
    let year = info.fiscal_year.map_or_else(String::new, |year| year.to_string());
    format!("{} {year} {}", info.municipality, info.status).trim().to_owned()
}

fn name(info: &Document, prefix: &[String]) -> Node {
    let parts: Vec<&str> =
        std::iter::once(info.id.as_str()).chain(prefix.iter().map(String::as_str)).collect();
    digest(&parts, NODE_CHARS)
}
