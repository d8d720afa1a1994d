//! Here is a sheet, find fonts that have all of its characters: the one of the settings, else those of the system.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Once, OnceLock};

use ab_glyph::{Font, FontVec, GlyphId};
use fs_err as fs;
use unicode_normalization::UnicodeNormalization as _;
use unicode_width::UnicodeWidthChar as _;

use super::layout::Sheet;
use super::paint::paint;

/// Where systems keep their fonts; those of a person lie in their home.
const FOLDERS: [&str; 5] = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:\\Windows\\Fonts",
];
const FOLDERS_OF_A_PERSON: [&str; 3] = [".local/share/fonts", ".fonts", "Library/Fonts"];
const ENDINGS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];
/// How deep folders of fonts are looked into.
const DEEPEST: usize = 6;

/// What a font must have to be the one that Japanese is written in.
const JAPANESE: &str = "あア区額年円千、";
/// What other fonts may add: signs, Korean, simplified and traditional characters, Latin letters.
const OTHERS: &str = "▲▼…→가額额預A0¥";

/// Parts of the names of fonts that are pleasant to read in small letters, and of those that are less so.
const PLEASANT: [&str; 5] = ["sans", "goth", "regular", "meiryo", "hiragino"];
const LESS_PLEASANT: [&str; 9] =
    ["serif", "mincho", "bold", "black", "heavy", "thin", "light", "italic", "mono"];

/// The fonts that charts are drawn with, looked for when the first one is drawn.
#[derive(Debug)]
pub struct Fonts {
    chosen: PathBuf,
    folders: Vec<PathBuf>,
    files: OnceLock<Vec<PathBuf>>,
    said: Once,
}

impl Fonts {
    /// Takes the file of the settings, or an empty path, and the system's folders.
    pub fn new(chosen: &Path) -> Self {
        let home = std::env::home_dir();
        let of_a_person =
            home.iter().flat_map(|home| FOLDERS_OF_A_PERSON.map(|folder| home.join(folder)));
        Self::in_folders(chosen, FOLDERS.map(PathBuf::from).into_iter().chain(of_a_person))
    }

    /// Takes the file of the settings, or an empty path, and other folders than the system's.
    pub fn in_folders(chosen: &Path, folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self {
            chosen: chosen.to_owned(),
            folders: folders.into_iter().collect(),
            files: OnceLock::new(),
            said: Once::new(),
        }
    }

    /// The font that Japanese is drawn with; none where no font has it.
    pub fn japanese(&self) -> Option<&Path> {
        self.files().first().map(PathBuf::as_path)
    }

    fn files(&self) -> &[PathBuf] {
        self.files.get_or_init(|| self.find())
    }

    /// Draws a sheet and returns it as a PNG file; none where no font has all of its characters, which the log is told
    /// once.
    pub fn draw(&self, sheet: &Sheet) -> Option<Vec<u8>> {
        let files = self.files();
        let face = Typeface(files.iter().filter_map(|file| read(file)).collect());
        let missing: BTreeSet<char> = sheet.texts().flat_map(|text| face.missing(text)).collect();
        if missing.is_empty() {
            return Some(paint(sheet, &face));
        }
        self.said.call_once(|| {
            let missing: String = missing.iter().take(20).collect();
            let fonts: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
            tracing::warn!(
                missing,
                fonts = fonts.join(", "),
                "no font has the characters of a chart, which is shown as text; install a Japanese \
                 font, or name one as `font` under [chart] in madoguchi.toml"
            );
        });
        None
    }

    /// Returns the files of the fonts that are used: the first that has Japanese, and those that add what it lacks.
    fn find(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for folder in &self.folders {
            collect(folder, DEEPEST, &mut files);
        }
        files.sort_by_cached_key(|file| (unpleasantness(file), file.clone()));
        if !self.chosen.as_os_str().is_empty() {
            if read(&self.chosen).is_none() {
                let path = self.chosen.display();
                tracing::warn!(%path, "`font` under [chart] in madoguchi.toml cannot be read as a font");
            }
            files.insert(0, self.chosen.clone());
        }
        let lacks = |file: &PathBuf, text: &str| match read(file) {
            Some(font) => Typeface(vec![font]).missing(text),
            None => text.chars().collect(),
        };
        let Some(first) = files.iter().find(|file| lacks(file, JAPANESE).is_empty()) else {
            return Vec::new();
        };
        let mut found = vec![first.clone()];
        let mut missing: String = lacks(first, OTHERS).into_iter().collect();
        for file in files.iter().filter(|file| *file != first) {
            if missing.is_empty() {
                break;
            }
            let left: String = lacks(file, &missing).into_iter().collect();
            if left.len() < missing.len() {
                found.push(file.clone());
                missing = left;
            }
        }
        found
    }
}

/// Adds the font files of a folder and of those in it; a folder that is not there has none.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(path);
        } else if depth > 0 && path.is_dir() {
            collect(&path, depth - 1, files);
        }
    }
}

fn unpleasantness(file: &Path) -> i32 {
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let name = name.unwrap_or_default();
    let count = |parts: &[&str]| parts.iter().filter(|part| name.contains(**part)).count() as i32;
    count(&LESS_PLEASANT) * 10 - count(&PLEASANT)
}

/// Reads the first font of a file; it is read anew for each picture, since those of Japanese are large.
fn read(file: &Path) -> Option<FontVec> {
    FontVec::try_from_vec_and_index(fs::read(file).ok()?, 0).ok()
}

/// Fonts of which the first that has a character draws it.
pub(super) struct Typeface(Vec<FontVec>);

/// A character in its font.
pub(super) struct Glyph<'a> {
    pub font: &'a FontVec,
    pub id: GlyphId,
    /// How far the next one stands, in heights of letters.
    pub advance: f32,
    /// By what the height of letters becomes that of the font's lines, which its outlines are scaled by.
    pub scale: f32,
}

impl Typeface {
    fn glyph(&self, c: char) -> Option<Glyph<'_>> {
        let has = |font: &&FontVec| {
            let id = font.glyph_id(c);
            id.0 != 0 && (c.is_whitespace() || font.outline(id).is_some())
        };
        let font = self.0.iter().find(has)?;
        let id = font.glyph_id(c);
        let em = font.units_per_em()?;
        let advance = font.h_advance_unscaled(id) / em;
        Some(Glyph { font, id, advance, scale: font.height_unscaled() / em })
    }

    /// Returns the characters of a text that no font has.
    fn missing(&self, text: &str) -> Vec<char> {
        visible(text).filter(|c| self.glyph(*c).is_none()).collect()
    }

    /// Returns the glyphs of a text.
    pub(super) fn glyphs(&self, text: &str) -> Vec<Glyph<'_>> {
        visible(text).filter_map(|c| self.glyph(c)).collect()
    }
}

/// Composes what can be composed and leaves out what takes no room: marks that join or vary others.
fn visible(text: &str) -> impl Iterator<Item = char> {
    text.nfc().filter(|c| c.width().is_some_and(|width| width > 0))
}
