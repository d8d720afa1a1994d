//! Pixels of a few colours as a PNG file.

use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::layout::Colour;

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// Eight bits a pixel; colours from a palette; the usual compression and filters; not interlaced.
const FORM: [u8; 5] = [8, 3, 0, 0, 0];
/// The filter by which a line stands as it is.
const NONE: u8 = 0;

/// Returns a PNG file; each pixel is the place of its colour in the palette, which has at most 256.
pub(super) fn encode(width: u32, height: u32, palette: &[Colour], pixels: &[u8]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes()[..], &FORM[..]].concat();
    let palette: Vec<u8> = palette.iter().flat_map(|Colour(r, g, b)| [*r, *g, *b]).collect();
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in pixels.chunks_exact(width as usize) {
        // Writing into memory does not fail.
        let _ = packer.write_all(&[NONE]).and_then(|()| packer.write_all(row));
    }
    let data = packer.finish().unwrap_or_default();
    let mut file = SIGNATURE.to_vec();
    for (kind, data) in
        [(b"IHDR", header.as_slice()), (b"PLTE", &palette), (b"IDAT", &data), (b"IEND", &[])]
    {
        chunk(&mut file, kind, data);
    }
    file
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    file.extend(sum.sum().to_be_bytes());
}
