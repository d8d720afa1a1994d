//! Holds the order of the modules: each may use only those that stand before it in `src/lib.rs`.

use std::path::{Path, PathBuf};

/// Crates that stay inside the named modules.
const INSIDE: &[(&str, &[&str])] = &[
    ("serenity", &["discord"]),
    ("poise", &["discord"]),
    ("tantivy", &["index", "search"]),
    ("lindera", &["analysis"]),
    ("rusqlite", &["store"]),
    ("clap", &["cli"]),
    ("scraper", &["corpus"]),
    ("ab_glyph", &["chart"]),
    ("hayro_syntax", &["corpus"]),
    ("hayro_cmap", &["corpus"]),
    ("similar", &["diff"]),
];

fn modules() -> Vec<String> {
    let lib = std::fs::read_to_string("src/lib.rs").expect("the library has a root");
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let mut files = vec![PathBuf::from(format!("src/{module}.rs"))];
    let mut folders = vec![PathBuf::from(format!("src/{module}"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}

fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("every module has its file");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_use_only_those_before_them() {
    let modules = modules();
    assert!(modules.len() > 10, "src/lib.rs names the modules");
    let mut wrong = Vec::new();
    for (at, module) in modules.iter().enumerate() {
        for file in files_of(module) {
            let code = code(&file);
            for later in modules.iter().skip(at + 1) {
                if code.contains(&format!("crate::{later}::")) {
                    wrong.push(format!("{} uses {later}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn engines_stay_inside_their_modules() {
    let mut wrong = Vec::new();
    for module in modules() {
        for file in files_of(&module) {
            let code = code(&file);
            for (engine, inside) in INSIDE {
                let used = code.contains(&format!("{engine}::"));
                if used && !inside.contains(&module.as_str()) {
                    wrong.push(format!("{} uses {engine}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
