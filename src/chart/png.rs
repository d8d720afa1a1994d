//! Pixels as a PNG file.

use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// Eight bits a channel; red, green, blue; the usual compression and filters; not interlaced.
const FORM: [u8; 5] = [8, 2, 0, 0, 0];
/// The filter by which a line is the difference from the line above.
const UP: u8 = 2;

/// Returns a PNG file of lines of red, green and blue.
pub(super) fn encode(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes()[..], &FORM[..]].concat();
    let row_bytes = width as usize * 3;
    let mut above = vec![0; row_bytes];
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    for row in pixels.chunks_exact(row_bytes) {
        let mut line = vec![UP];
        line.extend(row.iter().zip(&above).map(|(now, above)| now.wrapping_sub(*above)));
        // Writing into memory does not fail.
        let _ = packer.write_all(&line);
        above.copy_from_slice(row);
    }
    let data = packer.finish().unwrap_or_default();
    let mut file = SIGNATURE.to_vec();
    for (kind, data) in [(b"IHDR", header.as_slice()), (b"IDAT", &data), (b"IEND", &[])] {
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
