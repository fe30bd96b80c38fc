//! Handing a file to another app that the person picks, where the browser offers that (Web Share).

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData};

/// Whether files can be handed over at all.
pub(crate) fn can_share() -> bool {
    let probe = parcel("probe.txt", "text/plain", b"?");
    navigator().zip(probe).is_some_and(|(navigator, probe)| navigator.can_share_with_data(&probe))
}

/// Hands it over; whether it was taken. Browsers refuse some kinds of files, and every file without a press before it.
pub(crate) async fn share(name: &str, media_type: &str, content: &[u8]) -> bool {
    let Some((navigator, parcel)) = navigator().zip(parcel(name, media_type, content)) else { return false };
    if !navigator.can_share_with_data(&parcel) {
        return false;
    }
    JsFuture::from(navigator.share_with_data(&parcel)).await.is_ok()
}

/// The navigator of a browser that shares.
fn navigator() -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let has = |name: &str| Reflect::get(&navigator, &JsValue::from_str(name)).is_ok_and(|value| value.is_function());
    (has("canShare") && has("share")).then_some(navigator)
}

fn parcel(name: &str, media_type: &str, content: &[u8]) -> Option<ShareData> {
    let properties = FilePropertyBag::new();
    properties.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(content));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &properties).ok()?;
    let parcel = ShareData::new();
    parcel.set_files(&Array::of1(&file));
    Some(parcel)
}
