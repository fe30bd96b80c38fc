//! Codes as a camera sees them: drawn by the crate that prints them, small and large, several at a time, in the dark, and
//! pictures that are none.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use exchange::read_codes;
use fast_qr::qr::QRBuilder;
use proptest::prelude::*;

const CARD: &str = "BANGFU:MEMBER:0192F0C1-2E3D-7A4B-8C5D-6E7F80910A1B";

/// A picture of a size in which everything is so bright.
struct Picture {
    width: usize,
    height: usize,
    points: Vec<u8>,
}

impl Picture {
    fn new(width: usize, height: usize, bright: u8) -> Self {
        Self { width, height, points: vec![bright; width * height] }
    }

    /// Draws a code with its quiet zone, each module so many points wide.
    fn draw(&mut self, text: &str, (left, top): (usize, usize), module: usize, [dark, bright]: [u8; 2]) {
        let code = QRBuilder::new(text).build().expect("a code");
        let side = (code.size + 8) * module;
        for y in 0..side {
            for x in 0..side {
                let at = |point: usize| (point / module).checked_sub(4).filter(|at| *at < code.size);
                let is_dark = at(y).zip(at(x)).is_some_and(|(row, column)| code[row][column].value());
                self.points[(top + y) * self.width + left + x] = if is_dark { dark } else { bright };
            }
        }
    }

    /// Turned by a quarter.
    fn turned(&self) -> Self {
        let mut turned = Self::new(self.height, self.width, 0);
        for y in 0..self.height {
            for x in 0..self.width {
                turned.points[x * self.height + (self.height - 1 - y)] = self.points[y * self.width + x];
            }
        }
        turned
    }

    fn read(&self) -> Vec<String> {
        let side = |points: usize| u32::try_from(points).expect("a side");
        let mut texts = read_codes(side(self.width), side(self.height), &self.points);
        texts.sort();
        texts
    }
}

#[test]
fn a_card_is_read_near_and_far_and_turned() {
    for module in [3, 4, 6, 10] {
        let mut picture = Picture::new(640, 480, 200);
        picture.draw(CARD, (20, 10), module, [20, 235]);
        assert_eq!(picture.read(), [CARD], "{module} points a module");
        assert_eq!(picture.turned().read(), [CARD], "turned, {module} points a module");
    }
}

#[test]
fn a_card_is_read_in_bad_light() {
    let mut picture = Picture::new(640, 480, 60);
    picture.draw(CARD, (100, 60), 6, [25, 90]);
    assert_eq!(picture.read(), [CARD]);
}

#[test]
fn several_codes_are_read_at_a_time() {
    let mut picture = Picture::new(640, 480, 180);
    picture.draw(CARD, (10, 20), 6, [10, 240]);
    picture.draw("https://example.org/帮扶", (330, 120), 6, [10, 240]);
    assert_eq!(picture.read(), [CARD, "https://example.org/帮扶"]);
}

#[test]
fn what_is_no_picture_holds_no_code() {
    assert!(read_codes(0, 0, &[]).is_empty());
    assert!(read_codes(640, 480, &[1, 2, 3]).is_empty());
    assert!(read_codes(u32::MAX, u32::MAX, &[0; 64]).is_empty());
    assert!(Picture::new(640, 480, 128).read().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever a camera sees, nothing stops.
    #[test]
    fn any_picture_is_answered(width in 1_usize..96, height in 1_usize..96, seed in any::<u64>(), coarse in 1_usize..12) {
        let mut picture = Picture::new(width, height, 0);
        for y in 0..height {
            for x in 0..width {
                let mixed = (seed ^ ((x / coarse) as u64) << 32 ^ (y / coarse) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                picture.points[y * width + x] = u8::try_from(mixed >> 56).unwrap_or(0);
            }
        }
        let _ = picture.read();
    }

    /// A card that is partly covered is read right or not at all.
    #[test]
    fn a_covered_card_is_never_another(left in 0_usize..250, top in 0_usize..250, side in 1_usize..120) {
        let mut picture = Picture::new(320, 320, 220);
        picture.draw(CARD, (10, 10), 6, [10, 240]);
        for y in top..(top + side).min(320) {
            for x in left..(left + side).min(320) {
                picture.points[y * 320 + x] = 120;
            }
        }
        prop_assert!(picture.read().iter().all(|text| text == CARD));
    }
}
