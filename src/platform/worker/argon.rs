//! Keys out of passphrases: Argon2id (RFC 9106). Its cost is measured once, so that a guess costs whoever tries them on a
//! machine like this one about a second; it is never less than what OWASP recommends.

use argon2::{Algorithm, Argon2, Params, Version};
use replica::StorageError;
use replica::vault::Cost;
use wasm_bindgen::JsCast;
use web_sys::WorkerGlobalScope;

/// How long a key may take.
const AIM_MILLIS: f64 = 1_000.0;
/// How long is measured: the first rounds run before the browser has made its code fast.
const MEASURING_MILLIS: f64 = 600.0;
/// The memory that is taken where there is time for it, in KiB.
const AMPLE_MEMORY: u32 = 64 * 1024;
/// A single pass over the least memory.
const PROBE: Cost = Cost { passes: 1, ..Cost::LEAST };

/// The key of a passphrase.
pub(super) fn derive(passphrase: &[u8], salt: &[u8; 16], cost: Cost) -> Result<[u8; 32], StorageError> {
    if cost.memory > Cost::MOST.memory || cost.passes > Cost::MOST.passes || cost.lanes > Cost::MOST.lanes {
        return Err(StorageError::Other("too much work for a key".into()));
    }
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(failure)?;
    let mut key = [0; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(passphrase, salt, &mut key).map_err(failure)?;
    Ok(key)
}

fn failure(error: argon2::Error) -> StorageError {
    StorageError::Other(format!("Argon2id: {error}"))
}

/// The cost that fits this tablet.
pub(super) fn calibrate() -> Result<Cost, StorageError> {
    let (begin, mut fastest) = (now(), f64::INFINITY);
    while now() - begin < MEASURING_MILLIS {
        let before = now();
        derive(b"measured", &[0; 16], PROBE)?;
        fastest = fastest.min(now() - before);
    }
    Ok(fitting(fastest / f64::from(PROBE.memory)))
}

/// The cost that takes as long as it may where one pass over one KiB takes that long.
fn fitting(millis_per_kib: f64) -> Cost {
    let passes = |memory: u32| AIM_MILLIS / (millis_per_kib * f64::from(memory));
    let memory = if passes(AMPLE_MEMORY) >= 2.0 { AMPLE_MEMORY } else { Cost::LEAST.memory };
    Cost {
        memory,
        passes: whole(passes(memory)).clamp(Cost::LEAST.passes, Cost::MOST.passes),
        lanes: Cost::LEAST.lanes,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float becomes the nearest number below")]
fn whole(float: f64) -> u32 {
    float as u32
}

/// Milliseconds by a clock that nobody sets.
fn now() -> f64 {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    scope.performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}
