//! The worker's program: what `platform` does beside the page. Nothing may be decided here.

/// Begins to answer the page.
#[cfg(target_arch = "wasm32")]
fn main() {
    platform::serve();
}

/// Natively there is no worker.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
