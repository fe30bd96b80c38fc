//! The worker: keys out of passphrases, and what is heard when there is no worker or it dies.

use futures::FutureExt;
use replica::vault::Cost;
use replica::{Device, StorageError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{end_last_worker, js, leave_workers_alone, watch_workers, with_worker, without_worker};

const SALT: &[u8; 16] = b"0123456789abcdef";
/// By the reference implementation: `printf %s '…' | argon2 0123456789abcdef -id -t 2 -k 19456 -p 1 -l 32 -r`.
const PASSPHRASE: &str = "correct horse 战马";
const KEY: &str = "f3b91d12d58a909cd0e06f7fc3835c38b37de9b70112e74d48d378a350d62805";

fn hex(key: [u8; 32]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[wasm_bindgen_test]
async fn a_passphrase_makes_the_key_that_the_reference_makes() {
    with_worker();
    let device = platform::start();
    let key = async |passphrase: &str| device.derive(passphrase, SALT, Cost::LEAST).await.map(hex);
    assert_eq!(key(PASSPHRASE).await.as_deref(), Ok(KEY));
    assert_eq!(key("ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　战马").await.as_deref(), Ok(KEY), "typed in full width");
    assert_ne!(key("correct horse 戰馬").await.as_deref(), Ok(KEY));
    let other = device.derive(PASSPHRASE, b"0123456789abcdeF", Cost::LEAST).await.map(hex);
    assert_ne!(other.as_deref(), Ok(KEY), "another salt");
}

#[wasm_bindgen_test]
async fn the_cost_is_never_less_than_the_least_and_it_works() {
    with_worker();
    let device = platform::start();
    let cost = device.calibrate().await.expect("measures");
    assert!([Cost::LEAST.memory, 64 * 1024].contains(&cost.memory), "{cost:?}");
    assert!((Cost::LEAST.passes..=Cost::MOST.passes).contains(&cost.passes) && cost.lanes == 1, "{cost:?}");
    assert!(device.derive(PASSPHRASE, SALT, cost).await.is_ok());
}

#[wasm_bindgen_test]
async fn work_that_would_take_the_tablets_memory_is_refused_and_the_next_is_done() {
    with_worker();
    let device = platform::start();
    for cost in [
        Cost { memory: Cost::MOST.memory + 1, ..Cost::LEAST },
        Cost { passes: Cost::MOST.passes + 1, ..Cost::LEAST },
        Cost { lanes: 0, ..Cost::LEAST },
    ] {
        assert!(device.derive(PASSPHRASE, SALT, cost).await.is_err(), "{cost:?}");
    }
    assert_eq!(device.derive(PASSPHRASE, SALT, Cost::LEAST).await.map(hex).as_deref(), Ok(KEY));
}

#[wasm_bindgen_test]
async fn without_a_worker_the_answer_is_an_error_and_later_there_may_be_one() {
    without_worker();
    let device = platform::start();
    assert!(matches!(device.calibrate().await, Err(StorageError::Other(_))));
    with_worker();
    assert!(device.derive(PASSPHRASE, SALT, Cost::LEAST).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_worker_is_started_once_and_again_when_it_died() {
    with_worker();
    watch_workers().await;
    let device = platform::start();
    assert_eq!(js("workers.length").await, 0, "not before it is needed");
    let derive = || device.derive(PASSPHRASE, SALT, Cost::LEAST);
    assert!(derive().await.is_ok() && derive().await.is_ok());
    assert_eq!(js("workers.length").await, 1);

    let (first, second) = (derive(), derive());
    let mut both = futures::future::join(first, second).boxed_local();
    assert!((&mut both).now_or_never().is_none(), "they are on their way");
    end_last_worker().await;
    let (first, second) = both.await;
    assert!(first.is_err() && second.is_err(), "whoever waited is told");
    assert_eq!(derive().await.map(hex).as_deref(), Ok(KEY));
    assert_eq!(js("workers.length").await, 2);
    leave_workers_alone().await;
}
