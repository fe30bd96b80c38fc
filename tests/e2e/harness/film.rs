//! A film for Chromium's pretended camera: one picture after another, as YUV4MPEG2, which it plays over and over.

use std::{fs, path::Path};

/// The size of the pictures, and how many are shown in a second.
const WIDTH: usize = 640;
const HEIGHT: usize = 480;
const A_SECOND: usize = 5;
/// How many points of the picture a module of a code is wide.
const MODULE: usize = 7;
/// How bright a wall is, and what is printed on paper.
const WALL: u8 = 150;
const PAPER: u8 = 230;
const INK: u8 = 24;

/// The modules of a square code, row by row: whether each is dark.
pub type Grid = Vec<Vec<bool>>;

/// Pictures in their order.
#[derive(Default)]
pub struct Film {
    frames: Vec<u8>,
}

impl Film {
    /// Shows a code for so many seconds.
    #[must_use]
    pub fn code(self, grid: &Grid, seconds: usize) -> Self {
        let mut picture = vec![WALL; WIDTH * HEIGHT];
        let side = (grid.len() + 8) * MODULE;
        let (left, top) = ((WIDTH - side.min(WIDTH)) / 2, (HEIGHT - side.min(HEIGHT)) / 2);
        for y in 0..side.min(HEIGHT) {
            for x in 0..side.min(WIDTH) {
                let at = |point: usize| (point / MODULE).checked_sub(4);
                let is_dark = at(y).zip(at(x)).and_then(|(row, column)| grid.get(row)?.get(column).copied());
                picture[(top + y) * WIDTH + left + x] = if is_dark == Some(true) { INK } else { PAPER };
            }
        }
        self.picture(&picture, seconds)
    }

    /// Shows the wall for so many seconds.
    #[must_use]
    pub fn nothing(self, seconds: usize) -> Self {
        self.picture(&[WALL; WIDTH * HEIGHT], seconds)
    }

    fn picture(mut self, points: &[u8], seconds: usize) -> Self {
        for _ in 0..seconds * A_SECOND {
            self.frames.extend_from_slice(b"FRAME\n");
            self.frames.extend_from_slice(points);
            // No colour.
            self.frames.resize(self.frames.len() + WIDTH * HEIGHT / 2, 128);
        }
        self
    }

    /// Writes it to a file.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, file: &Path) {
        let mut bytes = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F{A_SECOND}:1 Ip A1:1 C420jpeg\n").into_bytes();
        bytes.extend_from_slice(&self.frames);
        fs::write(file, bytes).expect("a film can be written");
    }
}
