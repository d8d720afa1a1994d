//! A PDF file → the text of its text layer, line by line.
//!
//! Letters come from the fonts' own tables (`ToUnicode`), from the predefined character maps of Japanese fonts
//! (90ms-RKSJ-H, UniJIS-UTF16-H …) or from the character collection Adobe-Japan1. A letter that none of these tells is
//! U+FFFD and never a guess; a file of which that is more than a few is refused.
//!
//! A hostile file can make this slow or large: call it in a process of its own, with limits.

mod font;
mod layout;

use std::collections::HashMap;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use hayro_syntax::{LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

use self::font::Font;
use self::layout::Run;

/// Why a PDF file gives no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum PdfError {
    /// It is not one, or damaged beyond reading.
    #[error("it is no PDF file, or a damaged one")]
    Damaged,
    /// It asks for a password.
    #[error("it is protected by a password")]
    Locked,
    /// It is too long.
    #[error("it has {0} pages; at most {MAX_PAGES} are read")]
    Pages(usize),
    /// It holds more text than a document can.
    #[error("it holds more text than can be read")]
    Text,
    /// It holds pictures of pages only.
    #[error("it has no text layer: its pages are pictures")]
    NoText,
    /// Its fonts do not tell which letters their signs are.
    #[error("its fonts do not say which letters {0} % of its signs are")]
    Letters(usize),
}

/// More pages than this are not read.
const MAX_PAGES: usize = 1_000;
/// No more pieces of text than this on all pages.
const MAX_RUNS: usize = 1_000_000;
/// Forms within forms deeper than this are left out.
const MAX_DEPTH: usize = 12;
/// No more operators than this on all pages.
const MAX_OPERATORS: usize = 20_000_000;

/// Returns the text of a PDF file: lines from the top down, cells of a row parted by tabs, a blank line after each page.
pub fn pdf_text(bytes: Vec<u8>) -> Result<String, PdfError> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PdfError::Locked,
        LoadPdfError::Invalid => PdfError::Damaged,
    })?;
    let n_pages = pdf.pages().len();
    if n_pages > MAX_PAGES {
        return Err(PdfError::Pages(n_pages));
    }
    let mut reader = Reader::default();
    let mut text = String::new();
    for page in pdf.pages().iter() {
        reader.page(page)?;
        text.push_str(&layout::lines(&std::mem::take(&mut reader.runs)));
        text.push('\n');
    }
    let n_letters = text.chars().filter(|c| !c.is_whitespace()).count();
    let n_unknown = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if n_letters == 0 {
        return Err(PdfError::NoText);
    }
    let percent = n_unknown * 100 / n_letters;
    if percent >= 5 { Err(PdfError::Letters(percent)) } else { Ok(text) }
}

/// A matrix of six numbers: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug)]
struct Matrix([f64; 6]);

impl Matrix {
    const ONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(numbers: [&Number; 6]) -> Self {
        Self(numbers.map(Number::as_f64))
    }

    fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `next`.
    #[expect(clippy::many_single_char_names, reason = "the letters that the format calls them by")]
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    #[expect(clippy::many_single_char_names, reason = "the letters that the format calls them by")]
    fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// What text is set with.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<usize>,
    size: f64,
    /// Between letters.
    spacing: f64,
    /// Between words.
    word_spacing: f64,
    /// Horizontal scale, 1 for none.
    scale: f64,
    leading: f64,
}

/// Reads pages; fonts are read once for all of them.
#[derive(Default)]
struct Reader {
    fonts: Vec<Font>,
    /// By where their dictionaries lie.
    known: HashMap<(usize, usize), usize>,
    runs: Vec<Run>,
    n_runs: usize,
    n_operators: usize,
}

impl Reader {
    fn page(&mut self, page: &Page<'_>) -> Result<(), PdfError> {
        let Some(content) = page.page_stream() else {
            return Ok(());
        };
        let start = State {
            matrix: Matrix(page.initial_transform(false).as_coeffs()),
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            leading: 0.0,
        };
        self.content(content, page.resources(), start, 0)
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        mut state: State,
        depth: usize,
    ) -> Result<(), PdfError> {
        let mut saved: Vec<State> = Vec::new();
        let (mut line, mut text) = (Matrix::ONE, Matrix::ONE);
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            self.n_operators += 1;
            if self.n_operators > MAX_OPERATORS || self.n_runs > MAX_RUNS {
                return Err(PdfError::Text);
            }
            let mut next_line = |x: f64, y: f64, line: &mut Matrix| {
                *line = Matrix::shift(x, y).then(*line);
                text = *line;
            };
            match operator {
                TypedInstruction::SaveState(_) if saved.len() < 1_000 => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                TypedInstruction::Transform(it) => {
                    let own = Matrix::of([&it.0, &it.1, &it.2, &it.3, &it.4, &it.5]);
                    state.matrix = own.then(state.matrix);
                }
                TypedInstruction::BeginText(_) => {
                    line = Matrix::ONE;
                    text = Matrix::ONE;
                }
                TypedInstruction::TextFont(it) => {
                    state.font = self.font(it.0, resources);
                    state.size = it.1.as_f64();
                }
                TypedInstruction::CharacterSpacing(it) => state.spacing = it.0.as_f64(),
                TypedInstruction::WordSpacing(it) => state.word_spacing = it.0.as_f64(),
                TypedInstruction::HorizontalScaling(it) => state.scale = it.0.as_f64() / 100.0,
                TypedInstruction::TextLeading(it) => state.leading = it.0.as_f64(),
                TypedInstruction::SetTextMatrix(it) => {
                    line = Matrix::of([&it.0, &it.1, &it.2, &it.3, &it.4, &it.5]);
                    text = line;
                }
                TypedInstruction::NextLine(it) => {
                    next_line(it.0.as_f64(), it.1.as_f64(), &mut line);
                }
                TypedInstruction::NextLineAndSetLeading(it) => {
                    state.leading = -it.1.as_f64();
                    next_line(it.0.as_f64(), it.1.as_f64(), &mut line);
                }
                TypedInstruction::NextLineUsingLeading(_) => {
                    next_line(0.0, -state.leading, &mut line);
                }
                TypedInstruction::ShowText(it) => self.show(it.0.as_bytes(), &state, &mut text),
                TypedInstruction::NextLineAndShowText(it) => {
                    next_line(0.0, -state.leading, &mut line);
                    self.show(it.0.as_bytes(), &state, &mut text);
                }
                TypedInstruction::ShowTextWithParameters(it) => {
                    state.word_spacing = it.0.as_f64();
                    state.spacing = it.1.as_f64();
                    next_line(0.0, -state.leading, &mut line);
                    self.show(it.2.as_bytes(), &state, &mut text);
                }
                TypedInstruction::ShowTexts(it) => {
                    for part in it.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(part) => self.show(part.as_bytes(), &state, &mut text),
                            Object::Number(back) => self.back(back.as_f64(), &state, &mut text),
                            _ => {}
                        }
                    }
                }
                TypedInstruction::XObject(it) if depth < MAX_DEPTH => {
                    if let Some(form) = resources.get_x_object(it.0) {
                        self.form(&form, resources, &state, depth)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads what a page draws by reference; pictures hold no text.
    fn form(
        &mut self,
        form: &Stream<'_>,
        above: &Resources<'_>,
        state: &State,
        depth: usize,
    ) -> Result<(), PdfError> {
        let dict = form.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|name| name.as_str() != "Form") {
            return Ok(());
        }
        let Ok(content) = form.decoded_data() else {
            return Ok(());
        };
        let mut state = state.clone();
        if let Some(own) = dict.get::<[f64; 6]>("Matrix") {
            state.matrix = Matrix(own).then(state.matrix);
        }
        match dict.get::<Dict<'_>>("Resources") {
            Some(own) => self.content(&content, &Resources::new(own), state, depth + 1),
            None => self.content(&content, above, state, depth + 1),
        }
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<usize> {
        let dict = resources.get_font(name)?;
        let place = (dict.data().as_ptr() as usize, dict.data().len());
        if let Some(known) = self.known.get(&place) {
            return Some(*known);
        }
        self.fonts.push(Font::read(&dict));
        let at = self.fonts.len() - 1;
        self.known.insert(place, at);
        Some(at)
    }

    /// Sets a string, letter by letter, and moves on behind it.
    fn show(&mut self, codes: &[u8], state: &State, text: &mut Matrix) {
        let Some(font) = state.font.and_then(|at| self.fonts.get(at)) else {
            return;
        };
        for letter in font.letters(codes) {
            let spacing = state.spacing + if letter.is_space { state.word_spacing } else { 0.0 };
            let advance = letter.width * state.size + spacing;
            let step = if font.is_vertical {
                Matrix::shift(0.0, -(letter.width.abs() * state.size + spacing))
            } else {
                Matrix::shift(advance * state.scale, 0.0)
            };
            let place = text.then(state.matrix);
            *text = step.then(*text);
            let (start, end) = (place.point(0.0, 0.0), text.then(state.matrix).point(0.0, 0.0));
            let top = place.point(0.0, state.size);
            let size = (top.0 - start.0).hypot(top.1 - start.1);
            if letter.text.is_empty() || !size.is_finite() || size <= 0.0 {
                continue;
            }
            self.n_runs += 1;
            self.runs.push(Run {
                text: letter.text,
                x: start.0,
                y: start.1,
                end: if font.is_vertical { start.0 + size } else { end.0 },
                size,
                is_vertical: font.is_vertical,
            });
        }
    }

    /// Moves back by thousandths of the size.
    fn back(&self, thousandths: f64, state: &State, text: &mut Matrix) {
        let is_vertical =
            state.font.and_then(|at| self.fonts.get(at)).is_some_and(|font| font.is_vertical);
        let step = -thousandths / 1000.0 * state.size;
        *text = if is_vertical {
            Matrix::shift(0.0, step).then(*text)
        } else {
            Matrix::shift(step * state.scale, 0.0).then(*text)
        };
    }
}
