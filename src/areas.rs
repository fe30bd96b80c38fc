//! The areas of the app as programs of their own, cut off the main one when it is built (`xtask split`): the first start
//! loads and compiles what every page needs, the rest follows. Nothing may be decided here.

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::{Areas, Draw};

/// How the program of each area is had.
pub(crate) fn areas() -> Areas {
    Areas {
        cases: || Box::pin(async { cases().await.ok() }),
        training: || Box::pin(async { training().await.ok() }),
        prosperity: || Box::pin(async { prosperity().await.ok() }),
        fund: || Box::pin(async { fund().await.ok() }),
        settings: || Box::pin(async { settings().await.ok() }),
    }
}

#[wasm_split(cases, wasm_split_path = leptos::wasm_split, fallible)]
fn cases() -> Result<Draw, SplitLoaderError> {
    Ok(Draw::cases())
}

#[wasm_split(training, wasm_split_path = leptos::wasm_split, fallible)]
fn training() -> Result<Draw, SplitLoaderError> {
    Ok(Draw::training())
}

#[wasm_split(prosperity, wasm_split_path = leptos::wasm_split, fallible)]
fn prosperity() -> Result<Draw, SplitLoaderError> {
    Ok(Draw::prosperity())
}

#[wasm_split(fund, wasm_split_path = leptos::wasm_split, fallible)]
fn fund() -> Result<Draw, SplitLoaderError> {
    Ok(Draw::fund())
}

#[wasm_split(settings, wasm_split_path = leptos::wasm_split, fallible)]
fn settings() -> Result<Draw, SplitLoaderError> {
    Ok(Draw::settings())
}
