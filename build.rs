//! The linker keeps the addresses in the app's program, so that it can be cut into areas (`xtask split`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bin=bangfu=--emit-relocs");
    }
}
