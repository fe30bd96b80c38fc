//! Letting go of the thread, and timers. All but `breathe` works in the worker, too.

use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, Window};

/// A frame takes 16 ms; a page that is not painted at all must not hold anybody up for long.
const LONGEST_FRAME_MILLIS: i32 = 100;

/// Answers after the browser had an opportunity to paint and to hear presses.
pub(crate) async fn breathe() {
    let Some(window) = web_sys::window() else { return };
    // A page in the background is not painted, and its timers sleep.
    if !window.document().is_some_and(|document| document.hidden()) {
        next_frame(&window).await;
    }
    turn().await;
}

/// Answers after that time.
pub(crate) async fn sleep(millis: u32) {
    TimeoutFuture::new(millis).await;
}

/// What is awaited, if it comes within that time.
pub(crate) async fn within<T>(millis: u32, awaited: impl Future<Output = T> + Unpin) -> Option<T> {
    match select(awaited, TimeoutFuture::new(millis)).await {
        Either::Left((come, _)) => Some(come),
        Either::Right(_) => None,
    }
}

/// Answers when the next frame is about to be painted.
async fn next_frame(window: &Window) {
    settled(&mut |resolve| {
        if window.request_animation_frame(resolve).is_err() {
            call(resolve);
        }
        after(window, resolve, LONGEST_FRAME_MILLIS);
    })
    .await;
}

/// Answers in the next turn of the browser's loop. (A timer would wait longer, and much longer in the background.)
pub(crate) async fn turn() {
    let Ok(channel) = MessageChannel::new() else { return sleep(0).await };
    settled(&mut |resolve| {
        channel.port1().set_onmessage(Some(resolve));
        if channel.port2().post_message(&wasm_bindgen::JsValue::NULL).is_err() {
            call(resolve);
        }
    })
    .await;
    channel.port1().close();
}

fn after(window: &Window, resolve: &Function, millis: i32) {
    if window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve, millis).is_err() {
        call(resolve);
    }
}

fn call(resolve: &Function) {
    // Resolving a promise throws nothing.
    let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
}

async fn settled(begin: &mut dyn FnMut(&Function)) {
    let promise = Promise::new(&mut |resolve, _| begin(&resolve));
    let _ = JsFuture::from(promise).await;
}
