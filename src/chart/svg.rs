//! A sheet as SVG: plain text that any browser draws with its own fonts.

use std::fmt::Write as _;

use super::layout::{Area, Colour, Fill, PAPER, Shape, Sheet};

/// The fonts that a viewer is asked for.
const FONTS: &str =
    "'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',Meiryo,sans-serif";

/// The slanting lines, drawn beyond the edges of their tile so that tiles join.
const HATCH: &str = "M-3,3 L3,-3 M0,12 L12,0 M9,15 L15,9";

/// Where letters stand in their line, from above, in heights of letters.
pub(super) const BASELINE: f32 = 1.06;

/// Returns a sheet as an SVG file; `words` is what is said to those who do not see it.
pub fn svg(sheet: &Sheet, words: &[String]) -> String {
    let Sheet { width, height, shapes } = sheet;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">\n"
    );
    let (title, rest) = words.split_first().map_or(("", words), |(title, rest)| (title, rest));
    let _ = writeln!(svg, "<title>{}</title>", escaped(title));
    let _ = writeln!(svg, "<desc>{}</desc>", escaped(&rest.join("\n")));
    let _ = writeln!(
        svg,
        "<defs><pattern id=\"hatch\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">\
         <path d=\"{HATCH}\" stroke=\"{}\" stroke-width=\"4\"/></pattern></defs>",
        hex(Fill::Hatched.colour())
    );
    let _ = writeln!(svg, "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", hex(PAPER));
    for shape in shapes {
        match shape {
            Shape::Block { area, fill } => block(&mut svg, *area, *fill),
            Shape::Text { area, size, colour, text } => {
                let (x, y) = (area.x, area.y + size * BASELINE);
                let (colour, text) = (hex(*colour), escaped(text));
                let _ = writeln!(
                    svg,
                    "<text x=\"{x}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\">{text}</text>"
                );
            }
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn block(svg: &mut String, area: Area, fill: Fill) {
    let colour = hex(fill.colour());
    let (inside, frame) = match fill {
        Fill::Solid | Fill::Axis => (colour.as_str(), 0.0),
        Fill::Hatched => ("url(#hatch)", 2.0),
        Fill::Open => ("none", 3.0),
    };
    // A frame lies inside the area: half of its line on either side of the rectangle.
    let Area { x, y, width, height } = area;
    let (x, y) = (x + frame / 2.0, y + frame / 2.0);
    let (width, height) = ((width - frame).max(0.0), height - frame);
    let _ = write!(
        svg,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{inside}\""
    );
    if frame > 0.0 {
        let _ = write!(svg, " stroke=\"{colour}\" stroke-width=\"{frame}\"");
    }
    svg.push_str("/>\n");
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    // Of the control characters, XML knows only those that part lines and words.
    let allowed = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
