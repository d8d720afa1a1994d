//! Bytes → text → outline → measures, and files that somebody hands in.

use std::collections::HashSet;

use madoguchi::corpus::{self, DocumentFacts, Outline};
use madoguchi::model::PolicyDocument;
use madoguchi::service::Incoming;

/// Any bytes become text without losing what is certain, or are said to be none.
pub fn decode(bytes: &[u8]) {
    let Ok(decoded) = corpus::decode(bytes) else { return };
    let text = &decoded.text;
    assert!(!text.contains(['\r', '\u{2028}', '\u{85}']), "one kind of newline");
    assert!(!text.starts_with('\u{feff}'), "no byte order mark");
    let n_lines = u32::try_from(text.split('\n').count()).unwrap();
    for diagnostic in &decoded.diagnostics {
        assert!(1 <= diagnostic.lines.0 && diagnostic.lines.1 <= n_lines, "{diagnostic:?}");
    }
    if let Ok(source) = std::str::from_utf8(bytes)
        && !source.contains(['\0', '\u{1b}'])
    {
        let normal = source.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_eq!(*text, normal.replace(['\r', '\u{2028}', '\u{85}'], "\n"), "UTF-8 is kept");
    }
    // Of these encodings no character's second byte is a digit, a space or a mark below `@`.
    if ["UTF-8", "Shift_JIS", "EUC-JP"].contains(&decoded.encoding) {
        let certain = |byte: &u8| (b' '..=b'?').contains(byte);
        let kept = text.bytes().filter(certain);
        assert!(bytes.iter().copied().filter(certain).eq(kept), "figures are kept");
    }
}

/// Any document is read: every line in one node of the outline, every entry at its place.
pub fn reader(bytes: &[u8]) {
    read("document.txt", bytes);
}

/// Any file is taken in or refused with a reason, whatever its name and its content say.
///
/// The first line is its name, the rest its content. The content of a PDF file is read here, and not in a process of
/// its own with limits.
pub fn upload(input: &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let name = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let bytes = parts.next().unwrap_or_default();
    if std::path::Path::new(&name).extension().is_some_and(|ending| ending == "pdf") {
        if let Ok(text) = corpus::pdf_text(bytes.to_vec()) {
            assert!(!text.trim().is_empty(), "a text layer");
            read("document.txt", text.as_bytes());
        }
        return;
    }
    let incoming = Incoming { name, bytes: bytes.to_vec(), ..Incoming::default() };
    match incoming.files(std::path::Path::new("")) {
        Ok(files) => {
            for (name, kept) in files {
                let is_plain = !name.starts_with('.')
                    && name.len() <= 255
                    && !name.contains(['/', '\\', ':', '\0']);
                assert!(is_plain, "{name:?} stays in its folder");
                assert_eq!(kept, bytes, "the file is kept as it came");
                read(&name, &kept);
            }
        }
        Err(error) => assert!(!error.to_string().is_empty() && !error.hints().is_empty()),
    }
}

fn read(name: &str, bytes: &[u8]) -> PolicyDocument {
    let facts = DocumentFacts::default();
    let document = corpus::read(name, bytes, &facts);
    let Ok(decoded) = corpus::decode(bytes) else {
        assert!(document.measures.is_empty() && !document.diagnostics.is_empty());
        return document;
    };
    check_outline(&decoded.text);
    let n_lines = u32::try_from(decoded.text.split('\n').count()).unwrap();
    let is_there =
        |lines: madoguchi::model::Lines| 1 <= lines.0 && lines.0 <= lines.1 && lines.1 <= n_lines;
    let mut ids = HashSet::new();
    for measure in &document.measures {
        assert!(is_there(measure.lines), "{} at {}", measure.id, measure.lines);
        assert!(ids.insert(&measure.id), "{} once", measure.id);
        assert_eq!(measure.id.document(), document.info.id);
        assert!(!measure.id.key().is_empty());
        assert!(measure.budgets.iter().all(|budget| !budget.text.is_empty()), "a quoted amount");
    }
    let related = document.measures.iter().flat_map(|measure| &measure.related);
    for id in related {
        assert!(ids.contains(id), "{id} is an entry of the document");
    }
    for diagnostic in &document.diagnostics {
        assert!(is_there(diagnostic.lines), "{diagnostic:?}");
    }
    // What is read may repeat a text (the target of a strategy in each of its rows), but not without measure.
    let size = serde_json::to_vec(&document.measures).unwrap().len();
    assert!(size <= 400 * bytes.len() + 100_000, "{size} bytes are made of {}", bytes.len());
    if bytes.len() < 4_000 {
        assert_eq!(document, corpus::read(name, bytes, &facts), "equal input, equal reading");
    }
    document
}

fn check_outline(text: &str) {
    let outline: Outline = corpus::outline(text);
    let mut end = 0;
    for (at, node) in outline.nodes.iter().enumerate() {
        assert!(node.own.is_empty() || node.own.start == end, "lines in their order");
        end = end.max(node.own.end);
        let depth = match node.parent {
            Some(parent) if parent < at => outline.nodes[parent].depth + 1,
            Some(parent) => panic!("node {at} below {parent}"),
            None => 0,
        };
        assert_eq!(node.depth, depth);
    }
    assert_eq!(end, outline.lines.len(), "every line in a node");
    let is_as_it_stands =
        outline.lines.iter().zip(1_u32..).all(|(line, number)| line.number == number);
    // Of an HTML page, the lines are its blocks.
    if is_as_it_stands && outline.lines.len() == text.split('\n').count() && !text.contains('<') {
        assert!(outline.texts().eq(text.split('\n')), "the lines are the text");
    }
}
