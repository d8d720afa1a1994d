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
    let Colour(red, green, blue) = PAPER;
    let pixels = [red, green, blue].repeat((width * height) as usize);
    let mut canvas = Canvas { width: width as i32, height: height as i32, pixels };
    for shape in &sheet.shapes {
        match shape {
            Shape::Block { area, fill } => canvas.block(*area, *fill),
            Shape::Text { area, size, colour, text } => {
                canvas.text(*area, *size, *colour, text, face);
            }
        }
    }
    png::encode(width, height, &canvas.pixels)
}

struct Canvas {
    width: i32,
    height: i32,
    pixels: Vec<u8>,
}

impl Canvas {
    /// Mixes a colour into a pixel, by the share of it that is covered.
    fn blend(&mut self, x: i32, y: i32, Colour(red, green, blue): Colour, share: f32) {
        if !(0..self.width).contains(&x) || !(0..self.height).contains(&y) {
            return;
        }
        let at = (y * self.width + x) as usize * 3;
        let Some(pixel) = self.pixels.get_mut(at..at + 3) else { return };
        for (channel, ink) in pixel.iter_mut().zip([red, green, blue]) {
            let mixed = f32::from(*channel) * (1.0 - share) + f32::from(ink) * share;
            *channel = mixed.round() as u8;
        }
    }

    fn block(&mut self, area: Area, fill: Fill) {
        let round = |at: f32| at.round() as i32;
        let (left, right) = (round(area.x), round(area.x + area.width));
        let (top, bottom) = (round(area.y), round(area.y + area.height));
        for y in top..bottom {
            for x in left..right {
                let edge = (x - left).min(right - 1 - x).min(y - top).min(bottom - 1 - y);
                let is_ink = match fill {
                    Fill::Solid | Fill::Axis => true,
                    Fill::Hatched => edge < FRAME || (x + y).rem_euclid(HATCH.0) < HATCH.1,
                    Fill::Open => edge < FRAME,
                };
                if is_ink {
                    self.blend(x, y, fill.colour(), 1.0);
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
        let mut x = area.x;
        for glyph in glyphs {
            let placed = glyph.id.with_scale_and_position(fitted * glyph.scale, point(x, baseline));
            if let Some(outline) = glyph.font.outline_glyph(placed) {
                let corner = outline.px_bounds().min;
                let (left, top) = (corner.x as i32, corner.y as i32);
                outline.draw(|x, y, share| {
                    self.blend(left + x as i32, top + y as i32, colour, share.clamp(0.0, 1.0));
                });
            }
            x += glyph.advance * fitted;
        }
    }
}
