//! Square codes in a picture from a camera (QR, ISO/IEC 18004). A picture without a code, or with one that cannot be
//! made out, is no error: the next picture is a moment away.

use rqrr::PreparedImage;

/// More points than this no picture may have.
const MOST: usize = 4_000_000;
/// Longer than this no text of a code is taken.
const LONGEST: usize = 4_096;

/// The texts of all codes that can be made out in a picture: `width` times `height` points, row by row, each as bright
/// as its byte. Nothing where there are fewer points than that.
#[must_use]
pub fn read_codes(width: u32, height: u32, brightness: &[u8]) -> Vec<String> {
    let (Ok(wide), Ok(high)) = (usize::try_from(width), usize::try_from(height)) else { return vec![] };
    let points = wide.saturating_mul(high);
    if points == 0 || points > MOST || brightness.len() < points {
        return vec![];
    }
    let bright = |x: usize, y: usize| brightness.get(y * wide + x).copied().unwrap_or(u8::MAX);
    let mut picture = PreparedImage::prepare_from_greyscale(wide, high, bright);
    let grids = picture.detect_grids();
    let texts = grids.into_iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text);
    texts.filter(|text| text.len() <= LONGEST).collect()
}
