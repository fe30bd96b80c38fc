//! The platform in a real browser. The profile is a new one for each run; each test has storages of its own.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail loudly")]

mod device;
mod given;
mod page;
mod photos;
mod porter;
mod second_copy;
mod served;
mod storage;
mod worker;
mod world;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
