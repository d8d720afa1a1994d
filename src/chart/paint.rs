//! A sheet as pixels, with the glyphs of fonts.

use ab_glyph::{Font as _, point};

use super::font::Typeface;
use super::layout::{Area, Colour, Fill, PAPER, Shape, Sheet};
use super::png;
use super::svg::BASELINE;

/// The distance of the slanting lines, and how thick they are, along the line of pixels.
const HATCH: (i32, i32) = (12, 6);
/// How thick the frame of a bar is.
const FRAME: i32 = 2;

/// Draws a sheet and returns it as a PNG file.
pub(super) fn paint(sheet: &Sheet, face: &Typeface) -> Vec<u8> {
    let (width, height) = (sheet.width, sheet.height);
    let pixels = vec![0; (width * height) as usize];
    let (columns, lines) = (width as i32, height as i32);
    let mut canvas = Canvas { width: columns, height: lines, inks: Vec::new(), pixels };
    for shape in &sheet.shapes {
        match shape {
            Shape::Block { area, fill } => canvas.block(*area, *fill),
            Shape::Text { area, size, colour, text } => {
                canvas.text(*area, *size, *colour, text, face);
            }
        }
    }
    png::encode(width, height, &canvas.palette(), &canvas.pixels)
}

/// Steps between paper and ink: as many as the eye tells apart at the edge of a letter, and a small file.
const STEPS: usize = 7;

/// Pixels with as many colours as there are inks, each in steps from the paper's.
///
/// Pixel 0 is paper; step `s` of ink `i` is `i * STEPS + s`. Nothing but a glyph's edge is drawn upon another.
struct Canvas {
    width: i32,
    height: i32,
    inks: Vec<Colour>,
    pixels: Vec<u8>,
}

impl Canvas {
    fn palette(&self) -> Vec<Colour> {
        let mix = |paper: u8, ink: u8, share: f32| {
            (f32::from(paper) * (1.0 - share) + f32::from(ink) * share).round() as u8
        };
        let steps_of = |ink: &Colour| {
            let (ink, paper) = (*ink, PAPER);
            (1..=STEPS).map(move |step| {
                let share = step as f32 / STEPS as f32;
                Colour(
                    mix(paper.0, ink.0, share),
                    mix(paper.1, ink.1, share),
                    mix(paper.2, ink.2, share),
                )
            })
        };
        std::iter::once(PAPER).chain(self.inks.iter().flat_map(steps_of)).collect()
    }

    /// Returns the place of an ink.
    fn ink(&mut self, colour: Colour) -> usize {
        self.inks.iter().position(|ink| *ink == colour).unwrap_or_else(|| {
            self.inks.push(colour);
            self.inks.len() - 1
        })
    }

    /// Covers a share of a pixel with ink; what is covered more already stays.
    fn dab(&mut self, x: i32, y: i32, ink: usize, share: f32) {
        let step = (share * STEPS as f32).round() as usize;
        if step == 0 || !(0..self.width).contains(&x) || !(0..self.height).contains(&y) {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut((y * self.width + x) as usize) {
            *pixel = (*pixel).max((ink * STEPS + step) as u8);
        }
    }

    fn block(&mut self, area: Area, fill: Fill) {
        let round = |at: f32| at.round() as i32;
        let (left, right) = (round(area.x), round(area.x + area.width));
        let (top, bottom) = (round(area.y), round(area.y + area.height));
        let ink = self.ink(fill.colour());
        for y in top..bottom {
            for x in left..right {
                let edge = (x - left).min(right - 1 - x).min(y - top).min(bottom - 1 - y);
                let is_ink = match fill {
                    Fill::Solid | Fill::Axis => true,
                    Fill::Hatched => edge < FRAME || (x + y).rem_euclid(HATCH.0) < HATCH.1,
                    Fill::Open => edge < FRAME,
                };
                if is_ink {
                    self.dab(x, y, ink, 1.0);
                }
            }
        }
    }

    /// Draws a line of text; where the font is wider than the box, in smaller letters.
    fn text(&mut self, area: Area, size: f32, colour: Colour, text: &str, face: &Typeface) {
        let glyphs = face.glyphs(text);
        let ems: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        let fitted = if ems * size > area.width { area.width / ems } else { size };
        let baseline = area.y + size * BASELINE;
        let ink = self.ink(colour);
        let mut x = area.x;
        for glyph in glyphs {
            let placed = glyph.id.with_scale_and_position(fitted * glyph.scale, point(x, baseline));
            if let Some(outline) = glyph.font.outline_glyph(placed) {
                let corner = outline.px_bounds().min;
                let (left, top) = (corner.x as i32, corner.y as i32);
                outline.draw(|x, y, share| {
                    self.dab(left + x as i32, top + y as i32, ink, share.min(1.0));
                });
            }
            x += glyph.advance * fitted;
        }
    }
}
