//! Where a pointer is, in pixels as floats: the browser's bindings count in floats or in whole pixels, as they are built.

use leptos::ev::PointerEvent;

/// From the window's upper left corner: across, down.
#[must_use]
pub fn in_window(ev: &PointerEvent) -> (f64, f64) {
    (float(ev.client_x()), float(ev.client_y()))
}

/// From the upper left corner of the element that it is over: across, down.
#[must_use]
pub fn in_element(ev: &PointerEvent) -> (f64, f64) {
    (float(ev.offset_x()), float(ev.offset_y()))
}

fn float(pixels: impl Into<f64>) -> f64 {
    pixels.into()
}
