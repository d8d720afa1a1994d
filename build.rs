//! Builds the dictionary of Japanese words that goes into the binary.
//!
//! In: the crate `lindera-ipadic` 0.3.3, the last release that carries the whole IPADIC inside.
//! Out: `$OUT_DIR/ipadic/`, the same dictionary in the format that today's lindera reads, which
//! `src/analysis/dictionary.rs` embeds.
//!
//! Every later release of that crate, and the `embed-ipadic` feature of lindera itself, downloads
//! IPADIC in its build script. A build of ours takes nothing from the network but crates, so the
//! old crate's tables are written out as the text files that IPADIC consists of (`*.csv`,
//! `matrix.def`, `char.def`, `unk.def`) and built again. The old tables drop nothing that matters
//! here: left and right context ids are equal in every entry of IPADIC, so one is enough.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script has the standard library and its own folder"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::metadata::Metadata;
use lindera_dictionary::dictionary::schema::Schema;

/// Entries of IPADIC 2.7.0-20070801. Another count means that the old tables were misread.
const N_ENTRIES: usize = 392_126;

/// The context id of 名詞,固有名詞,一般: how words of the lexicon behave beside others.
const LEXICON_CONTEXT_ID: u16 = 1288;

/// Low enough to win over any way of cutting the word, high enough never to overflow a path.
const LEXICON_COST: i16 = -10_000;

/// Features that describe how a word behaves: four parts of speech, type and form of inflection.
/// Base form, reading and pronunciation follow them.
const N_CLASS_FEATURES: usize = 6;

fn main() -> Result<(), Box<dyn Error>> {
    // The sources of the dictionary are a locked crate: only this file can change the outcome.
    println!("cargo:rerun-if-changed=build.rs");
    let out_dir = env::var("OUT_DIR")?;
    println!("cargo:rustc-env=LINDERA_WORKDIR={out_dir}");

    let source_dir = Path::new(&out_dir).join("ipadic-source");
    let built_dir = Path::new(&out_dir).join("ipadic");
    fs::create_dir_all(&source_dir)?;

    let entries = read_entries()?;
    fs::write(source_dir.join("ipadic.csv"), lexicon(&entries))?;
    fs::write(source_dir.join("matrix.def"), matrix()?)?;
    fs::write(source_dir.join("char.def"), character_classes())?;
    fs::write(source_dir.join("unk.def"), unknown_words(&entries)?)?;
    DictionaryBuilder::new(metadata()).build_dictionary(&source_dir, &built_dir)?;

    // 90 MB of text that nobody reads again.
    fs::remove_dir_all(&source_dir)?;
    Ok(())
}

/// Context id, cost and the number of the word whose features follow.
type OldEntry = (u16, i16, usize);

/// One line of IPADIC.
struct Entry {
    surface: String,
    context_id: u16,
    cost: i16,
    features: Vec<String>,
}

/// Walks the old prefix dictionary and gives back the entries, in the order of their surfaces.
fn read_entries() -> Result<Vec<Entry>, Box<dyn Error>> {
    let words = lindera_ipadic::words_data();
    let word_offsets = lindera_ipadic::words_idx_data();
    let prefixes = lindera_ipadic::prefix_dict();

    let mut entries = Vec::with_capacity(N_ENTRIES);
    // Depth first with a stack of our own; children pushed in reverse come off in order.
    let root = prefixes.fst.root();
    let mut pending = vec![(root.addr(), Vec::new(), 0u64)];
    while let Some((address, surface, output)) = pending.pop() {
        let node = prefixes.fst.node(address);
        if node.is_final() {
            let packed = output + node.final_output().value();
            let text = String::from_utf8(surface.clone())?;
            for (context_id, cost, word_id) in old_entries(&prefixes.vals_data, packed)? {
                entries.push(Entry {
                    surface: text.clone(),
                    context_id,
                    cost,
                    features: old_features(&words, &word_offsets, word_id)?,
                });
            }
        }
        for index in (0..node.len()).rev() {
            let transition = node.transition(index);
            let mut longer = surface.clone();
            longer.push(transition.inp);
            pending.push((transition.addr, longer, output + transition.out.value()));
        }
    }
    if entries.len() != N_ENTRIES {
        return Err(format!(
            "lindera-ipadic gave {} entries instead of {N_ENTRIES}: the crate must be exactly 0.3.3",
            entries.len()
        )
        .into());
    }
    Ok(entries)
}

/// Reads the entries of one surface: the packed value holds their place above five bits of count.
fn old_entries(values: &[u8], packed: u64) -> Result<Vec<OldEntry>, Box<dyn Error>> {
    const ENTRY_LEN: usize = 8;
    let start = usize::try_from(packed >> 5)? * ENTRY_LEN;
    let len = usize::try_from(packed & 0b1_1111)? * ENTRY_LEN;
    let records = values.get(start..start + len).ok_or("an entry lies outside the old values")?;
    records
        .chunks_exact(ENTRY_LEN)
        .map(|record| {
            let &[a, b, c, d, cost_low, cost_high, id_low, id_high] = record else {
                return Err("an old entry is cut short".into());
            };
            let word_id = usize::try_from(u32::from_le_bytes([a, b, c, d]))?;
            let cost = i16::from_le_bytes([cost_low, cost_high]);
            let context_id = u16::from_le_bytes([id_low, id_high]);
            Ok((context_id, cost, word_id))
        })
        .collect()
}

/// Reads the features of a word: a list of strings in bincode's form, every length a `u64`.
fn old_features(
    words: &[u8],
    offsets: &[u8],
    word_id: usize,
) -> Result<Vec<String>, Box<dyn Error>> {
    let offset = offsets.get(word_id * 4..word_id * 4 + 4).ok_or("a word without an offset")?;
    let offset = usize::try_from(u32::from_le_bytes(offset.try_into()?))?;
    let mut rest = words.get(offset..).ok_or("a word lies outside the old words")?;
    let n_features = take_length(&mut rest)?;
    let mut features = Vec::with_capacity(n_features);
    for _ in 0..n_features {
        let len = take_length(&mut rest)?;
        let (feature, behind) = rest.split_at_checked(len).ok_or("a feature is cut short")?;
        features.push(std::str::from_utf8(feature)?.to_owned());
        rest = behind;
    }
    Ok(features)
}

fn take_length(rest: &mut &[u8]) -> Result<usize, Box<dyn Error>> {
    let (length, behind) = rest.split_first_chunk::<8>().ok_or("a length is cut short")?;
    *rest = behind;
    Ok(usize::try_from(u64::from_le_bytes(*length))?)
}

/// Writes `surface,left id,right id,cost,features…`, one line an entry.
fn lexicon(entries: &[Entry]) -> String {
    let mut csv = String::with_capacity(entries.len() * 128);
    for entry in entries {
        push_field(&mut csv, &entry.surface);
        let (id, cost) = (entry.context_id, entry.cost);
        // Writing to a String cannot fail.
        let _ = write!(csv, ",{id},{id},{cost}");
        for feature in &entry.features {
            csv.push(',');
            push_field(&mut csv, feature);
        }
        csv.push('\n');
    }
    csv
}

fn push_field(csv: &mut String, field: &str) {
    if field.contains([',', '"', '\n']) {
        csv.push('"');
        csv.push_str(&field.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(field);
    }
}

/// Writes `matrix.def`: the cost of each context id after each other.
fn matrix() -> Result<String, Box<dyn Error>> {
    let connection = lindera_ipadic::connection();
    let size = connection.backward_size;
    if u64::try_from(connection.costs_data.len())? != u64::from(size) * u64::from(size) * 2 {
        return Err("the old connection matrix is not square".into());
    }
    let mut text = format!("{size} {size}\n");
    for left in 0..size {
        for right in 0..size {
            let _ = writeln!(text, "{left} {right} {}", connection.cost(left, right));
        }
    }
    Ok(text)
}

/// Writes `char.def`: the classes of characters, then every run of characters of the same classes.
///
/// The classes must come in their old order, for the first one listed gets the first id, and the
/// id decides between classes. Characters that are only `DEFAULT` need no line.
fn character_classes() -> String {
    let classes = lindera_ipadic::char_def();
    let mut text = String::new();
    for (name, class) in classes.categories().iter().zip(&classes.category_definitions) {
        let (invoke, group) = (u8::from(class.invoke), u8::from(class.group));
        let _ = writeln!(text, "{name} {invoke} {group} {}", class.length);
    }

    let names_of = |c: char| -> Vec<&str> {
        classes.lookup_categories(c).iter().map(|&id| classes.category_name(id)).collect()
    };
    let mut runs: Vec<(u32, u32, Vec<&str>)> = Vec::new();
    for c in '\0'..='\u{FFFF}' {
        let (code, names) = (u32::from(c), names_of(c));
        match runs.last_mut() {
            Some((_, last, same)) if *same == names && *last + 1 == code => *last = code,
            _ => runs.push((code, code, names)),
        }
    }
    for (first, last, names) in runs {
        if names != ["DEFAULT"] {
            let _ = writeln!(text, "0x{first:04X}..0x{last:04X} {}", names.join(" "));
        }
    }
    text
}

/// Writes `unk.def`: for each class of characters the ways in which an unknown word may behave.
///
/// The old tables keep a way's cost and context id but not its features. A context id stands for
/// exactly one set of class features, so any entry with the same id tells them.
fn unknown_words(entries: &[Entry]) -> Result<String, Box<dyn Error>> {
    let class_features: BTreeMap<u16, &[String]> = entries
        .iter()
        .filter_map(|entry| Some((entry.context_id, entry.features.get(..N_CLASS_FEATURES)?)))
        .collect();

    let classes = lindera_ipadic::char_def();
    let unknown = lindera_ipadic::unknown_dict();
    let mut rows: Vec<(u32, String)> = Vec::new();
    for (class, word_ids) in classes.categories().iter().zip(&unknown.category_references) {
        for &word_id in word_ids {
            let entry = unknown.word_entry(word_id);
            let id = entry.cost_id;
            let features = class_features
                .get(&id)
                .ok_or_else(|| format!("no entry tells the features of context id {id}"))?;
            let features = features.join(",");
            // The asterisk is the base form, which an unknown word does not have.
            rows.push((word_id, format!("{class},{id},{id},{},{features},*", entry.word_cost)));
        }
    }
    // In the old order: where costs are equal, the first way wins.
    rows.sort();
    let lines: Vec<String> = rows.into_iter().map(|(_, line)| line + "\n").collect();
    Ok(lines.concat())
}

fn metadata() -> Metadata {
    let fields = |names: &[&str]| Schema::new(names.iter().map(|&name| name.to_owned()).collect());
    Metadata::new(
        "ipadic".to_owned(),
        "UTF-8".to_owned(),
        LEXICON_COST,
        LEXICON_CONTEXT_ID,
        LEXICON_CONTEXT_ID,
        "*".to_owned(),
        false,
        false,
        false,
        Schema::default(),
        // The names are those of the default schema: by them a lexicon word's columns become
        // features.
        fields(&["surface", "major_pos", "reading"]),
    )
}
