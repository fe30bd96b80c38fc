//! The world as the browser sees it.

use platform::BrowserWorld;
use replica::World;
use replica::signer::{SeedSigner, is_signed};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::js;

#[wasm_bindgen_test]
fn the_day_is_the_day_of_the_clock() {
    let date = js_sys::Date::new_0();
    let today = BrowserWorld.today();
    assert_eq!(u32::try_from(today.year()), Ok(date.get_full_year()));
    assert_eq!((u32::from(u8::from(today.month())), u32::from(today.day())), (date.get_month() + 1, date.get_date()));
    assert!(BrowserWorld.now() > 1_700_000_000_000);
}

#[wasm_bindgen_test]
fn chance_does_not_repeat() {
    assert_ne!(BrowserWorld.random(), BrowserWorld.random());
}

/// Counts what the browser's keeper of keys is asked, and tells of keys that could be taken out of it.
const WATCH: &str =
    "window.keeper = { sign: SubtleCrypto.prototype.sign, importKey: SubtleCrypto.prototype.importKey };
    window.asked = 0;
    SubtleCrypto.prototype.sign = function (algorithm, key, ...rest) {
      if (!key.extractable && key.type === 'private') window.asked += 1;
      return keeper.sign.call(this, algorithm, key, ...rest);
    };";

#[wasm_bindgen_test]
async fn the_browser_keeps_the_key_and_signs_as_plain_rust_does() {
    js(WATCH).await;
    let seed = [7; 32];
    let signer = BrowserWorld.signer(&seed).await;
    assert_eq!(js("asked").await, 1, "checked once");
    let signature = signer.sign(b"a change").await.expect("signs");
    assert_eq!(js("asked").await, 2, "by the browser");
    assert_eq!(signature, SeedSigner::new(&seed).sign_now(b"a change"));
    assert!(is_signed(&signer.public_key(), b"a change", &signature));
    js("Object.assign(SubtleCrypto.prototype, keeper)").await;
}

#[wasm_bindgen_test]
async fn where_the_browser_refuses_or_errs_plain_rust_signs() {
    js(WATCH).await;
    for broken in [
        "SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))",
        "SubtleCrypto.prototype.importKey = () => { throw new TypeError(); }",
        "SubtleCrypto.prototype.sign = () => Promise.resolve(new ArrayBuffer(64))",
        "SubtleCrypto.prototype.sign = () => Promise.resolve(new ArrayBuffer(3))",
    ] {
        js(broken).await;
        let signer = BrowserWorld.signer(&[7; 32]).await;
        let signature = signer.sign(b"a change").await.expect("signs");
        assert!(is_signed(&signer.public_key(), b"a change", &signature), "{broken}");
        js("Object.assign(SubtleCrypto.prototype, keeper)").await;
    }
}
