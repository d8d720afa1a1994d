//! Bytes → text: the encodings that Japanese municipalities publish in.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use super::diagnose;
use crate::model::{Diagnostic, Lines, Severity};

/// A file's text, with `\n` for every style of newline and without a byte order mark.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Name of the encoding it was in.
    pub encoding: &'static str,
    /// What could not be decoded.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// NUL bytes in no encoding that has them.
    #[error("binary data: it contains NUL bytes")]
    Binary,
    /// It has too many lines, or as a page too many tags.
    #[error("it has {found} lines or tags; at most {MAX_LINES} lines and {MAX_TAGS} tags are read")]
    TooLong {
        /// How many.
        found: usize,
    },
    /// No known encoding makes sense of it.
    #[error("{percent} % of it is undecodable in the likeliest encoding, {encoding}")]
    Undecodable {
        /// Share of characters that came out as U+FFFD or controls.
        percent: usize,
        /// The encoding tried last.
        encoding: &'static str,
    },
}

/// A document of more lines is not read: a line takes some hundred bytes of memory however short it is.
const MAX_LINES: usize = 200_000;
/// An HTML page of more tags is not read, for the same reason.
const MAX_TAGS: usize = 500_000;

impl DecodeError {
    /// The code of the diagnostic that says so.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Binary | Self::Undecodable { .. } => "not-text",
            Self::TooLong { .. } => "too-long",
        }
    }
}

/// Bytes looked at to tell the encoding; a multi-byte sequence cut at the end does no harm.
const SAMPLE: usize = 1 << 20;

/// Decodes a file. A few bad bytes cost a diagnostic; a file that is no text is an error.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let encoding = detect(bytes)?;
    let (text, _, had_errors) = encoding.decode(bytes);
    let mut diagnostics = Vec::new();
    if had_errors || text.contains('\u{fffd}') {
        let n_bad = text.chars().filter(|c| *c == '\u{fffd}' || is_junk(*c)).count();
        let percent = n_bad * 100 / text.chars().count().max(1);
        if percent >= 10 {
            return Err(DecodeError::Undecodable { percent, encoding: encoding.name() });
        }
        for (idx, line) in text.lines().enumerate().filter(|(_, line)| line.contains('\u{fffd}')) {
            let number = u32::try_from(idx + 1).unwrap_or(u32::MAX);
            diagnostics.push(diagnose::at(
                Severity::Warning,
                "undecodable",
                Lines(number, number),
                line,
            ));
        }
        diagnostics.truncate(diagnose::MAX_OF_A_KIND);
    }
    let text = text.trim_start_matches('\u{feff}');
    let text = if text.contains(['\r', '\u{2028}', '\u{85}']) {
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{85}'], "\n")
    } else {
        text.to_owned()
    };
    for (mark, most) in [('\n', MAX_LINES), ('<', MAX_TAGS)] {
        let found = text.matches(mark).count();
        if found > most {
            return Err(DecodeError::TooLong { found });
        }
    }
    Ok(Decoded { text, encoding: encoding.name(), diagnostics })
}

fn detect(bytes: &[u8]) -> Result<&'static Encoding, DecodeError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.contains(&0) {
        return utf16_without_bom(sample).ok_or(DecodeError::Binary);
    }
    if let Err(error) = std::str::from_utf8(sample) {
        // A sample cut inside a character is still UTF-8.
        if error.error_len().is_some() || error.valid_up_to() + 4 < sample.len() {
            return Ok(legacy(sample));
        }
    } else if sample.contains(&0x1b) {
        return Ok(ISO_2022_JP);
    }
    Ok(UTF_8)
}

/// Tells UTF-16 by its zero bytes: line feeds, digits and spaces have one, on one side only.
fn utf16_without_bom(sample: &[u8]) -> Option<&'static Encoding> {
    let (mut little, mut big) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        match pair {
            [low, 0] if *low != 0 => little += 1,
            [0, low] if *low != 0 => big += 1,
            [0, 0] => return None,
            _ => {}
        }
    }
    let encoding = if little > big { UTF_16LE } else { UTF_16BE };
    let (text, had_errors) = encoding.decode_without_bom_handling(sample);
    let n_chars = text.chars().count().max(1);
    let n_japanese = text.chars().filter(|c| is_expected(*c)).count();
    let n_errors = text.chars().filter(|c| *c == '\u{fffd}').count();
    (n_japanese * 10 >= n_chars * 8 && (!had_errors || n_errors * 50 <= n_chars))
        .then_some(encoding)
}

/// Chooses between `Shift_JIS` and EUC-JP, of which chardetng may be unsure in short texts.
fn legacy(sample: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    let guess = detector.guess(Some(b"jp"), chardetng::Utf8Detection::Allow);
    [UTF_8, SHIFT_JIS, EUC_JP, guess]
        .into_iter()
        .min_by_key(|encoding| {
            let (text, _) = encoding.decode_without_bom_handling(sample);
            let n_bad: usize = text.chars().map(badness).sum();
            (n_bad, *encoding != guess)
        })
        .unwrap_or(UTF_8)
}

fn badness(c: char) -> usize {
    match c {
        '\u{fffd}' => 4,
        c if is_junk(c) => 4,
        // Half-width katakana are what EUC-JP looks like when read as Shift_JIS.
        '\u{ff61}'..='\u{ff9f}' => 1,
        c if is_expected(c) => 0,
        _ => 1,
    }
}

fn is_expected(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{2010}'..='\u{2030}' | '\u{2190}'..='\u{21ff}'
        | '\u{2460}'..='\u{24ff}' | '\u{25a0}'..='\u{26ff}' | '\u{3000}'..='\u{30ff}'
        | '\u{3200}'..='\u{33ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}')
}

fn is_junk(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}')
}
