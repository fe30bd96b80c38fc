//! Where a scrolling box must stand so that one of its items is whole in sight. Pure geometry.
//! It must never move a box whose item is in sight already.

/// The new scroll position (all in the same unit, from the top of the content).
pub(crate) fn reveal(item: f64, height: f64, scroll: f64, viewport: f64) -> f64 {
    if item < scroll {
        item
    } else if item + height > scroll + viewport {
        (item + height - viewport).max(0.0)
    } else {
        scroll
    }
}

#[cfg(test)]
mod tests {
    use super::reveal;

    #[test]
    fn moves_only_as_far_as_needed() {
        let check = |item: f64, scroll: f64, expected: f64| {
            assert!((reveal(item, 10.0, scroll, 100.0) - expected).abs() < 1e-9)
        };
        check(50.0, 0.0, 0.0);
        check(5.0, 20.0, 5.0);
        check(95.0, 0.0, 5.0);
        check(500.0, 20.0, 410.0);
    }
}
