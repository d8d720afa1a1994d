//! A font's codes → letters and widths.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use unicode_normalization::UnicodeNormalization;

/// What a font says of its codes.
pub(super) struct Font {
    /// Its own table of letters.
    to_unicode: Option<CMap>,
    codes: Codes,
    /// In units of the size.
    default_width: f64,
    widths: Vec<(RangeInclusive<u32>, f64)>,
    pub(super) is_vertical: bool,
}

enum Codes {
    /// One byte for each letter.
    Simple(Box<[Option<char>; 256]>),
    /// Bytes → numbers of a collection → letters.
    Composite { encoding: CMap, collection: Option<CMap> },
}

/// One letter of a string.
pub(super) struct Letter {
    /// What it says; U+FFFD where the font does not tell.
    pub(super) text: String,
    /// Its width, in units of the size.
    pub(super) width: f64,
    /// Whether spacing between words falls behind it.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let to_unicode = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|table| CMap::parse(&table.decoded_data().ok()?, load_embedded));
        let below = dict.get::<Array<'_>>("DescendantFonts");
        match below.and_then(|below| below.iter::<Dict<'_>>().next()) {
            Some(below) => Self::composite(dict, &below, to_unicode),
            None => Self::simple(dict, to_unicode),
        }
    }

    fn composite(dict: &Dict<'_>, below: &Dict<'_>, to_unicode: Option<CMap>) -> Self {
        let encoding = match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => match CMapName::from_bytes(name.as_ref()) {
                CMapName::IdentityH => Some(CMap::identity_h()),
                CMapName::IdentityV => Some(CMap::identity_v()),
                name => load_embedded(name).and_then(|data| CMap::parse(data, load_embedded)),
            },
            Some(Object::Stream(table)) => {
                table.decoded_data().ok().and_then(|data| CMap::parse(&data, load_embedded))
            }
            _ => None,
        };
        let encoding = encoding.unwrap_or_else(CMap::identity_h);
        let collection = below.get::<Dict<'_>>("CIDSystemInfo").and_then(|info| {
            let part = |key: &str| info.get::<PdfString<'_>>(key);
            let (registry, ordering) = (part("Registry")?, part("Ordering")?);
            let family =
                CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
            CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)
        });
        let mut widths = Vec::new();
        let mut items: Vec<Object<'_>> = Vec::new();
        for item in below.get::<Array<'_>>("W").iter().flat_map(Array::iter::<Object<'_>>) {
            items.push(item);
            match items.as_slice() {
                [Object::Number(first), Object::Array(own)] => {
                    let first = u32::try_from(first.as_i64()).unwrap_or(0);
                    for (nth, width) in own.iter::<f64>().enumerate() {
                        let code = first.saturating_add(u32::try_from(nth).unwrap_or(u32::MAX));
                        widths.push((code..=code, width / 1000.0));
                    }
                    items.clear();
                }
                [Object::Number(first), Object::Number(last), Object::Number(width)] => {
                    let code = |number: i64| u32::try_from(number).unwrap_or(0);
                    let range = code(first.as_i64())..=code(last.as_i64());
                    widths.push((range, width.as_f64() / 1000.0));
                    items.clear();
                }
                _ => {}
            }
        }
        widths.sort_by_key(|(range, _)| *range.start());
        Self {
            to_unicode,
            is_vertical: encoding.metadata().writing_mode == Some(WritingMode::Vertical),
            codes: Codes::Composite { encoding, collection },
            default_width: below.get::<f64>("DW").unwrap_or(1000.0) / 1000.0,
            widths,
        }
    }

    fn simple(dict: &Dict<'_>, to_unicode: Option<CMap>) -> Self {
        let mut letters = Box::new([None; 256]);
        for (code, letter) in (0_u8..=255).zip(letters.iter_mut()) {
            // Windows' Latin letters, which the standard encodings share where documents use them.
            let code = [code];
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&code);
            *letter = text.chars().next().filter(|c| !c.is_control());
        }
        let differences =
            dict.get::<Dict<'_>>("Encoding").and_then(|it| it.get::<Array<'_>>("Differences"));
        let mut code = 0_usize;
        for item in differences.iter().flat_map(Array::iter::<Object<'_>>) {
            match item {
                Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(256),
                Object::Name(name) => {
                    if let Some(letter) = letters.get_mut(code) {
                        *letter = glyph(name.as_str());
                    }
                    code += 1;
                }
                _ => {}
            }
        }
        // A font with signs of its own has no standard letters.
        let is_own = dict
            .get::<Dict<'_>>("FontDescriptor")
            .and_then(|it| it.get::<i64>("Flags"))
            .is_some_and(|flags| flags & 4 != 0);
        if is_own && dict.get::<Object<'_>>("Encoding").is_none() {
            letters.fill(None);
        }
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        let widths = dict.get::<Array<'_>>("Widths");
        let widths = widths.iter().flat_map(Array::iter::<f64>).zip(first..);
        // A Type 3 font's widths are in units of its own.
        let unit = if dict.get::<Name<'_>>("Subtype").is_some_and(|it| it.as_str() == "Type3") {
            dict.get::<[f64; 6]>("FontMatrix").map_or(0.001, |[unit, ..]| unit)
        } else {
            0.001
        };
        Self {
            to_unicode,
            codes: Codes::Simple(letters),
            default_width: 0.5,
            widths: widths.map(|(width, code)| (code..=code, width * unit)).collect(),
            is_vertical: false,
        }
    }

    /// Cuts a string into letters.
    pub(super) fn letters(&self, codes: &[u8]) -> Vec<Letter> {
        let mut letters = Vec::new();
        let mut rest = codes;
        while let Some(first) = rest.first() {
            let (code, n_bytes, number) = match &self.codes {
                Codes::Simple(_) => (u32::from(*first), 1, u32::from(*first)),
                Codes::Composite { encoding, .. } => next_code(encoding, rest),
            };
            rest = rest.get(n_bytes..).unwrap_or_default();
            letters.push(Letter {
                text: self.text(code, number),
                width: self.width(number),
                is_space: n_bytes == 1 && *first == b' ',
            });
        }
        letters
    }

    fn text(&self, code: u32, number: u32) -> String {
        let own = self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code));
        let text = match (own, &self.codes) {
            (Some(own), _) => Some(own),
            (None, Codes::Simple(letters)) => {
                let letter = letters.get(code as usize).copied().flatten();
                letter.map(BfString::Char)
            }
            (None, Codes::Composite { collection, .. }) => {
                collection.as_ref().and_then(|table| table.lookup_bf_string(number))
            }
        };
        let text = match text {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => return char::REPLACEMENT_CHARACTER.to_string(),
        };
        text.chars().filter(|c| !c.is_control()).map(plain).collect()
    }

    fn width(&self, number: u32) -> f64 {
        let at = self.widths.partition_point(|(range, _)| *range.start() <= number);
        at.checked_sub(1)
            .and_then(|at| self.widths.get(at))
            .filter(|(range, _)| range.contains(&number))
            .map_or(self.default_width, |(_, width)| *width)
    }
}

/// The next code of a string: the shortest that the encoding knows; an unknown one is passed over by two bytes.
fn next_code(encoding: &CMap, bytes: &[u8]) -> (u32, usize, u32) {
    let mut code = 0;
    for (byte, n_bytes) in bytes.iter().zip(1_u8..=4) {
        code = code << 8 | u32::from(*byte);
        if let Some(number) = encoding.lookup_cid_code(code, n_bytes) {
            return (code, usize::from(n_bytes), number);
        }
    }
    let two = bytes.iter().take(2).fold(0, |code, byte| code << 8 | u32::from(*byte));
    (two, 2, 0)
}

/// Radicals stand in many fonts' tables for the letters that look alike.
fn plain(c: char) -> char {
    match c {
        '\u{2E80}'..='\u{2FDF}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        '\u{A0}' | '\u{2000}'..='\u{200A}' => ' ',
        c => c,
    }
}

/// The letter that a glyph's name means.
fn glyph(name: &str) -> Option<char> {
    let named: HashMap<&str, char> = GLYPHS.into_iter().collect();
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let hex = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    named
        .get(name)
        .copied()
        .or_else(|| hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32))
}

/// Names of the signs that amounts, numbers and dates are made of.
const GLYPHS: [(&str, char); 44] = [
    ("space", ' '),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("comma", ','),
    ("period", '.'),
    ("hyphen", '-'),
    ("minus", '-'),
    ("endash", '–'),
    ("emdash", '—'),
    ("plus", '+'),
    ("equal", '='),
    ("slash", '/'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("percent", '%'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("less", '<'),
    ("greater", '>'),
    ("asterisk", '*'),
    ("ampersand", '&'),
    ("at", '@'),
    ("numbersign", '#'),
    ("exclam", '!'),
    ("question", '?'),
    ("quotesingle", '\''),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("underscore", '_'),
    ("bullet", '•'),
    ("yen", '¥'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
];
