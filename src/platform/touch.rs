//! When a person last touched the screen or the keyboard. Only the time is kept, never what was touched.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::AddEventListenerOptions;

/// What is a touch. A pointer that moves is somebody who reads.
const TOUCHES: [&str; 5] = ["pointerdown", "pointermove", "keydown", "touchstart", "wheel"];

/// The time of the last touch; clones share it.
#[derive(Clone)]
pub(crate) struct Touches(Rc<Cell<Moment>>);

/// A moment by two clocks: the wall clock may be set back, and the other one stands still while a tablet sleeps.
#[derive(Clone, Copy)]
struct Moment {
    wall: f64,
    steady: f64,
}

impl Default for Touches {
    fn default() -> Self {
        Self(Rc::new(Cell::new(Moment::now())))
    }
}

impl Touches {
    /// Notices touches from now on, for as long as the page lives.
    pub(crate) fn watch(&self) {
        let Some(window) = web_sys::window() else { return };
        let last = Rc::clone(&self.0);
        let touched = Closure::<dyn Fn()>::new(move || last.set(Moment::now())).into_js_value();
        let options = AddEventListenerOptions::new();
        options.set_passive(true);
        // Before anybody on the way to the element can keep the event for himself.
        options.set_capture(true);
        for name in TOUCHES {
            let listener = touched.unchecked_ref();
            // Listening fails only where there is no page.
            let _ = window.add_event_listener_with_callback_and_add_event_listener_options(name, listener, &options);
        }
    }

    /// A code that was held before the camera is a touch, too.
    pub(crate) fn touch(&self) {
        self.0.set(Moment::now());
    }

    /// How long ago it was, by the clock that says more.
    pub(crate) fn idle_millis(&self) -> u64 {
        let (now, last) = (Moment::now(), self.0.get());
        millis((now.wall - last.wall).max(now.steady - last.steady))
    }
}

impl Moment {
    fn now() -> Self {
        let performance = web_sys::window().and_then(|window| window.performance());
        Self { wall: Date::now(), steady: performance.map_or(0.0, |performance| performance.now()) }
    }
}

/// Never below zero, whatever the clocks say.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float becomes the nearest number")]
fn millis(float: f64) -> u64 {
    float as u64
}
