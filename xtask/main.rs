//! Steps of the build that Trunk lacks, in Rust so that an ordinary machine needs nothing but cargo. Trunk calls it as
//! a hook (see Trunk.toml). It must have few dependencies and must never write outside Trunk's staging folder.

mod precache;
mod split;

use std::{env, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let outcome = match env::args().nth(1).as_deref() {
        Some("finish") => finish(),
        _ => Err("usage: xtask finish (as a Trunk hook)".to_owned()),
    };
    match outcome {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Cuts the program, then lists what makes up the app.
fn finish() -> Result<String, String> {
    let staging =
        env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("TRUNK_STAGING_DIR is not set: Trunk calls this")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let parts = split::split(&staging, is_release)?;
    // A debug build changes with every save of the editor: a cache would show yesterday's app.
    let files = precache::fill(&staging, is_release).map_err(|error| format!("{}: {error}", staging.display()))?;
    Ok(format!("{parts}\n{files}"))
}
