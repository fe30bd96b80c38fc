//! Which rows of a long table are in sight, and where the keyboard goes. Pure geometry.
//! It must never ask for more than [`MOST_ROWS`] rows at once.

use std::ops::Range;

/// The most rows that stand in the page at once.
pub(super) const MOST_ROWS: usize = 60;
/// How many rows stand ready above and below those in sight.
const SPARE: usize = 8;

/// A length as a number of rows, at least zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates; the value is whole and not negative"
)]
fn rows(length: f64) -> usize {
    length.max(0.0) as usize
}

/// A number of rows as a factor for lengths.
#[expect(clippy::cast_precision_loss, reason = "exact below 2^53 rows")]
pub(super) fn factor(rows: usize) -> f64 {
    rows as f64
}

/// The rows to build, given the scroll position, the height of the box and of a row (pixels), and how many rows there are.
pub(super) fn in_sight(scroll: f64, viewport: f64, row: f64, count: usize) -> Range<usize> {
    let row = row.max(1.0);
    let wanted = (rows((viewport / row).ceil()) + 2 * SPARE).min(MOST_ROWS);
    let first = rows(scroll / row).saturating_sub(SPARE).min(count.saturating_sub(wanted));
    first..(first + wanted).min(count)
}

/// By how many rows a page goes on, so that one row stays in sight.
pub(super) fn page(viewport: f64, row: f64) -> usize {
    rows(viewport / row.max(1.0)).saturating_sub(1).max(1)
}

/// Where a key takes the active row; nothing if the key means nothing here.
pub(super) fn moved(key: &str, active: Option<usize>, page: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let from = active.unwrap_or(0);
    let to = match key {
        "ArrowDown" => active.map_or(0, |at| at.saturating_add(1)),
        "ArrowUp" => from.saturating_sub(1),
        "PageDown" => from.saturating_add(page),
        "PageUp" => from.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, in_sight, moved, page};

    #[test]
    fn builds_what_is_in_sight_and_a_little_more() {
        let check =
            |scroll, viewport, row, count, expected| assert_eq!(in_sight(scroll, viewport, row, count), expected);
        check(0.0, 640.0, 64.0, 0, 0..0);
        check(0.0, 640.0, 64.0, 5, 0..5);
        check(0.0, 640.0, 64.0, 100_000, 0..26);
        check(64.0 * 1000.0, 640.0, 64.0, 100_000, 992..1018);
        check(64.0 * 100_000.0, 640.0, 64.0, 100_000, 99_974..100_000);
        // The box still stands far down while the rows have become few.
        check(64.0 * 90_000.0, 640.0, 64.0, 30, 4..30);
        // Not laid out yet.
        check(0.0, 0.0, 0.0, 100, 0..16);
    }

    #[test]
    fn never_builds_more_than_the_most() {
        assert_eq!(in_sight(0.0, 1e9, 1.0, 100_000).len(), MOST_ROWS);
    }

    #[test]
    fn a_page_keeps_one_row() {
        assert_eq!([page(640.0, 64.0), page(10.0, 64.0), page(0.0, 0.0)], [9, 1, 1]);
    }

    #[test]
    fn keys_stay_within_the_rows() {
        let check = |key, active, count, expected| assert_eq!(moved(key, active, 10, count), expected, "{key}");
        check("ArrowDown", None, 3, Some(0));
        check("ArrowDown", Some(2), 3, Some(2));
        check("ArrowUp", Some(0), 3, Some(0));
        check("PageDown", Some(5), 100, Some(15));
        check("PageUp", Some(5), 100, Some(0));
        check("End", None, 100, Some(99));
        check("Home", Some(50), 100, Some(0));
        check("Home", None, 0, None);
        check("a", Some(1), 3, None);
    }
}
