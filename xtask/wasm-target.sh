#!/usr/bin/env bash
# The wasm32 target where rustup cannot download it: Debian's rustc-web, with a standard library built once from its
# sources, linked as a rustup toolchain of its own. Prints that toolchain's name. Called by ./dev, only as a last resort.
set -euo pipefail

NAME=bangfu-wasm
TARGET=wasm32-unknown-unknown
HOST=x86_64-unknown-linux-gnu
PREFIX=${BANGFU_TOOLS:-$HOME/.cache/bangfu}/$NAME

install_packages() {
  local missing=() package
  for package in rustc-web cargo-web rust-web-src lld-22; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# `test` is what wasm-bindgen-test links; without the bitcode, link-time optimisation fails later.
build_std() {
  local work=$1
  mkdir -p "$work/src"
  printf '[package]\nname = "std-only"\nversion = "0.0.0"\nedition = "2021"\n[profile.release]\npanic = "abort"\n' >"$work/Cargo.toml"
  echo '#![no_std]' >"$work/src/lib.rs"
  (cd "$work" && env -u CARGO_TARGET_DIR -u CARGO_ENCODED_RUSTFLAGS RUSTFLAGS="-C embed-bitcode=yes" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
    /usr/bin/cargo build -q -Z build-std=std,panic_abort,test --target $TARGET --release)
}

wrap() { # NAME COMMAND...: a command of the toolchain
  local name=$1
  shift
  printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"$PREFIX/bin/$name"
  chmod +x "$PREFIX/bin/$name"
}

assemble() {
  local work=$1 lib=$PREFIX/lib/rustlib
  rm -rf "$PREFIX"
  mkdir -p "$PREFIX/bin" "$lib/$TARGET/lib" "$lib/$HOST/bin"
  cp "$work/target/$TARGET/release/deps/"lib*.rlib "$lib/$TARGET/lib/"
  rm -f "$lib/$TARGET/lib/"libstd_only-*.rlib
  ln -s "/usr/lib/rustlib/$HOST/lib" "$lib/$HOST/lib"
  ln -s /usr/lib/rustlib/etc "$lib/etc"
  ln -s /usr/lib/rustlib/src "$lib/src"
  ln -s /usr/lib/llvm-22/bin/lld "$lib/$HOST/bin/rust-lld"
  wrap rustc /usr/bin/rustc --sysroot "$PREFIX"
  wrap rustdoc /usr/bin/rustdoc --sysroot "$PREFIX"
  wrap cargo env RUSTC="$PREFIX/bin/rustc" RUSTDOC="$PREFIX/bin/rustdoc" /usr/bin/cargo
}

main() {
  if [ ! -x "$PREFIX/bin/cargo" ]; then
    local work
    work=$(mktemp -d)
    install_packages >&2
    build_std "$work" >&2
    assemble "$work" >&2
    rm -rf "$work"
  fi
  rustup toolchain link $NAME "$PREFIX" >&2
  echo $NAME
}

main
