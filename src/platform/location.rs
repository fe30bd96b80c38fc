//! Where the tablet is, asked of the browser once, never followed. Without a network a tablet with a satellite receiver
//! still knows; one without says that it does not.

use domain::value::Degrees;
use js_sys::{Function, Object, Promise, Reflect};
use replica::{Fix, NoFix};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How long the browser may look, in milliseconds.
const PATIENCE: u32 = 15_000;
/// How old an answer may be that it has already, in milliseconds.
const FRESH: u32 = 60_000;
/// Hundred-thousandths of a degree.
const PARTS: f64 = 100_000.0;

/// Where the tablet is.
pub(crate) async fn locate() -> Result<Fix, NoFix> {
    let asked = ask().ok_or(NoFix::Unavailable)?;
    let position = JsFuture::from(asked).await.map_err(|error| why(&error))?;
    fix(&position).ok_or(NoFix::Unavailable)
}

/// What will come of asking; nothing where the browser does not tell anybody.
fn ask() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let teller = member(&navigator, "geolocation")?;
    let ask: Function = member(&teller, "getCurrentPosition")?.dyn_into().ok()?;
    let options = Object::new();
    for (name, value) in [("timeout", PATIENCE), ("maximumAge", FRESH)] {
        set(&options, name, &value.into());
    }
    set(&options, "enableHighAccuracy", &JsValue::TRUE);
    Some(Promise::new(&mut |found, failed| {
        // Where asking itself throws, nothing is ever told: then it failed.
        if ask.call3(&teller, &found, &failed, &options).is_err() {
            let _ = failed.call0(&JsValue::UNDEFINED);
        }
    }))
}

fn fix(position: &JsValue) -> Option<Fix> {
    let coords = member(position, "coords")?;
    let number = |name: &str| member(&coords, name)?.as_f64();
    let within = number("accuracy").unwrap_or(0.0).clamp(0.0, f64::from(u32::MAX));
    Some(Fix {
        latitude: Degrees(parts(number("latitude")?)),
        longitude: Degrees(parts(number("longitude")?)),
        within: whole(within),
    })
}

/// The numbers of the errors are those of the Geolocation API.
fn why(error: &JsValue) -> NoFix {
    match member(error, "code").and_then(|code| code.as_f64()) {
        Some(1.0) => NoFix::Refused,
        Some(3.0) => NoFix::TooSlow,
        _ => NoFix::Unavailable,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "360 degrees in parts are far from the end of the numbers")]
fn parts(degrees: f64) -> i32 {
    (degrees * PARTS).round() as i32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float becomes the nearest number")]
fn whole(metres: f64) -> u32 {
    metres.round() as u32
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes every member.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
