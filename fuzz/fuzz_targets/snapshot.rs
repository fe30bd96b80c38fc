//! Snapshots: no bytes may make it panic or take memory that they do not fill.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::snapshot(bytes);
});
