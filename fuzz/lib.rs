//! The fuzzer's own: what it does with its bytes, and a limit to what a decoder may hold. Without sanitizers libFuzzer does
//! not see what is allocated and never filled.

use std::alloc::System;

use cap::Cap;

mod probes;

pub use probes::*;

/// Beyond it the process aborts, and the fuzzer keeps the input.
const LIMIT: usize = 64 << 20;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, LIMIT);
