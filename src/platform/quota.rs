//! What the browser says about the storage of this origin: whether it keeps it, and how much of it is used.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Asks the browser to keep the storage; whether it agreed, now or before.
pub(crate) async fn persist() -> bool {
    let Some(manager) = manager() else { return false };
    is_agreed(manager.persisted()).await || is_agreed(manager.persist()).await
}

/// Bytes used by this origin.
pub(crate) async fn usage() -> Option<u64> {
    let estimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    estimate.unchecked_into::<StorageEstimate>().get_usage().map(whole)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float becomes the nearest number")]
fn whole(bytes: f64) -> u64 {
    bytes as u64
}

async fn is_agreed(asked: Result<Promise, JsValue>) -> bool {
    let Ok(asked) = asked else { return false };
    JsFuture::from(asked).await.is_ok_and(|answer| answer.is_truthy())
}

/// Missing where the page did not come over a safe road (http from another machine).
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?.dyn_into().ok()
}
