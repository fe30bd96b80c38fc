//! Cuts the app's program into the areas that `src/areas.rs` names: a main program that every start needs, one for each
//! area, and what several areas share. Trunk has bound and named the whole by then; the parts take its place. It
//! must never change what a part does: only where it lies.

use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

/// The binary whose program is cut.
const APP: &str = "bangfu";
/// What loads the areas. The main program imports it under this name.
const LINK: &str = "__wasm_split.js";

/// Cuts the program of the app in `stage`. Says what it made of it.
pub(crate) fn split(stage: &Path, is_release: bool) -> Result<String, String> {
    let name = bound_name(stage)?;
    let work = stage.join("split");
    let _ = fs::remove_dir_all(&work);
    let whole = fs::read(program(is_release)).map_err(|error| format!("the program of the app: {error}"))?;
    let main = work.join("main.wasm");
    let main_module = format!("../{name}.js");
    let mut options = Options::new(&whole);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.main_module = &main_module;
    let parts = transform(options).map_err(|error| format!("cutting: {error:?}"))?.split_modules;
    bind(&main, &name, stage)?;
    fs::remove_file(&main).map_err(|error| error.to_string())?;
    let bound = stage.join(format!("{name}_bg.wasm"));
    if is_release {
        for part in parts.iter().chain([&bound]) {
            optimise(part)?;
        }
    }
    let folder = place(&work, stage, &name)?;
    Ok(format!("split: the main program and {} parts in {folder}", parts.len()))
}

/// What Trunk named the app: `bangfu-` and a hash of its program.
fn bound_name(stage: &Path) -> Result<String, String> {
    let names = fs::read_dir(stage).map_err(|error| error.to_string())?.flatten();
    let mut names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let is_bound = |name: &String| name.starts_with(APP) && name.ends_with(".js");
    let name = names.find(is_bound).ok_or("Trunk has bound no program of the app")?;
    Ok(name.trim_end_matches(".js").to_owned())
}

/// Where cargo has put the program.
fn program(is_release: bool) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let profile = if is_release { "release" } else { "debug" };
    target.join("wasm32-unknown-unknown").join(profile).join(format!("{APP}.wasm"))
}

fn bind(main: &Path, name: &str, stage: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(main).out_name(name).typescript(false).keep_lld_exports(true).demangle(false);
    let bound = bindgen.web(true).and_then(|bindgen| bindgen.generate(stage));
    bound.map_err(|error| format!("binding: {error:?}"))
}

/// As Trunk would have done it (see index.html).
fn optimise(part: &Path) -> Result<(), String> {
    let features = ["bulk-memory", "bulk-memory-opt", "mutable-globals", "nontrapping-float-to-int", "sign-ext"];
    let features =
        features.iter().chain(&["reference-types", "multivalue"]).map(|feature| format!("--enable-{feature}"));
    let run = Command::new("wasm-opt")
        .args(["-O2", "--one-caller-inline-max-function-size=50"])
        .args(features)
        .args([part, Path::new("-o"), part])
        .output();
    match run {
        Ok(run) if run.status.success() => Ok(()),
        Ok(run) => Err(format!("wasm-opt of {}: {}", part.display(), String::from_utf8_lossy(&run.stderr))),
        Err(error) => Err(format!("wasm-opt, which ./dev installs: {error}")),
    }
}

/// Puts the parts into a folder whose name changes with their content, and tells the main program where.
fn place(work: &Path, stage: &Path, name: &str) -> Result<String, String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(work).map_err(|error| error.to_string())?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut hash = Sha256::new();
    for file in &files {
        hash.update(fs::read(file).map_err(|error| error.to_string())?);
    }
    let digest: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folder = format!("areas-{digest}");
    fs::rename(work, stage.join(&folder)).map_err(|error| error.to_string())?;
    let module = stage.join(format!("{name}.js"));
    let text = fs::read_to_string(&module).map_err(|error| error.to_string())?;
    // Only where it is asked for: the program goes on calling it by its name.
    let (own, there) = (format!("from \"./{LINK}\""), format!("from \"./{folder}/{LINK}\""));
    if !text.contains(&own) {
        return Err(format!("{} does not ask for its areas", module.display()));
    }
    fs::write(&module, text.replace(&own, &there)).map_err(|error| error.to_string())?;
    Ok(folder)
}
