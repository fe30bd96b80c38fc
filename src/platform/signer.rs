//! Signatures by the browser's own keeper of keys (WebCrypto, Ed25519): the key goes in and cannot be taken out again.
//! What it signs is checked once; a browser that refuses or errs leaves the work to plain Rust.

use std::rc::Rc;

use async_trait::async_trait;
use js_sys::{Array, Reflect, Uint8Array};
use replica::Signer;
use replica::signer::{PublicKey, SeedSigner, SignatureBytes, is_signed};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

const ALGORITHM: &str = "Ed25519";
/// What comes before the seed in PKCS#8 (RFC 8410).
const PREFIX: [u8; 16] = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/// The best signer that this browser has for the seed.
pub(crate) async fn signer(seed: &[u8; 32]) -> Rc<dyn Signer> {
    let plain = SeedSigner::new(seed);
    match BrowserSigner::import(seed, plain.public_key()).await {
        Some(signer) if signer.is_right().await => Rc::new(signer),
        _ => Rc::new(plain),
    }
}

/// A key that the browser keeps.
struct BrowserSigner {
    keeper: SubtleCrypto,
    key: CryptoKey,
    public_key: PublicKey,
}

impl BrowserSigner {
    async fn import(seed: &[u8; 32], public_key: PublicKey) -> Option<Self> {
        let keeper = keeper()?;
        let encoded = Uint8Array::new_with_length(48);
        encoded.subarray(0, 16).copy_from(&PREFIX);
        encoded.subarray(16, 48).copy_from(seed);
        let usages = Array::of1(&JsValue::from_str("sign"));
        let asked = keeper.import_key_with_str("pkcs8", &encoded, ALGORITHM, false, &usages);
        let key = JsFuture::from(asked.ok()?).await;
        encoded.fill(0, 0, 48);
        Some(Self { keeper, key: key.ok()?.unchecked_into(), public_key })
    }

    async fn is_right(&self) -> bool {
        let message = b"bangfu";
        self.sign(message).await.is_some_and(|signature| is_signed(&self.public_key, message, &signature))
    }
}

#[async_trait(?Send)]
impl Signer for BrowserSigner {
    fn public_key(&self) -> PublicKey {
        self.public_key
    }

    async fn sign(&self, message: &[u8]) -> Option<SignatureBytes> {
        // The browser's own copy: wasm memory may move while it is at work.
        let message = Uint8Array::from(message);
        let asked = self.keeper.sign_with_str_and_js_u8_array(ALGORITHM, &self.key, &message);
        let signature = JsFuture::from(asked.ok()?).await.ok()?;
        Uint8Array::new(&signature).to_vec().try_into().ok()
    }
}

/// Missing where the page did not come over a safe road.
fn keeper() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?.dyn_into().ok()
}
