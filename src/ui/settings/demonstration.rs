//! The demonstration: one press fills books of its own, one press takes them away. It never touches the real ones.

use leptos::prelude::*;
use leptos::task::spawn_local;
use replica::{Books, Intent, Preference, Refusal, StorageError, Store};

use super::DEMONSTRATION;
use crate::context::{Tablet, refusal_sentence, use_language, use_tablet};
use crate::widget::button::Button;
use crate::widget::meter::Progress;
use crate::widget::notice::use_notices;

/// How many records are written between two breaths.
const CHUNK: usize = 1500;

/// A button that fills the demonstration, with a bar while it does.
#[component]
pub(crate) fn DemonstrationLoader() -> impl IntoView {
    let (tablet, language, notices) = (use_tablet(), use_language(), use_notices());
    let (share, is_cancelled) = (RwSignal::new(None::<f64>), RwSignal::new(false));
    let load = move || {
        is_cancelled.set(false);
        share.set(Some(0.0));
        spawn_local(async move {
            match fill(tablet, share, is_cancelled).await {
                Ok(true) => enter(tablet),
                Ok(false) => {
                    share.try_set(None);
                }
                Err(refusal) => {
                    notices.failed(refusal_sentence(language, &refusal));
                    share.try_set(None);
                }
            }
        });
    };
    move || {
        match share.get().is_some() {
        true => view! {
            <Progress label=language.demonstration_filling() share cancel=language.cancel() on_cancel=move || is_cancelled.set(true)/>
        }
        .into_any(),
        false => view! { <div class="button-row"><Button label=language.demonstration_load() on_press=load/></div> }.into_any(),
    }
    }
}

/// Fills the demonstration from nothing; whether it was carried to its end.
async fn fill(tablet: Tablet, share: RwSignal<Option<f64>>, is_cancelled: RwSignal<bool>) -> Result<bool, Refusal> {
    let device = tablet.device();
    device.breathe().await;
    device.discard(Books::Demonstration).await?;
    let opened = device.open(Books::Demonstration).await?;
    let store = Store::open(opened.storage, tablet.world()).await?;
    let records = all_records(tablet).await?;
    for (number, chunk) in records.chunks(CHUNK).enumerate() {
        store.fill(Intent::LoadDemonstration, chunk).await?;
        share.try_set(Some((number * CHUNK) as f64 / records.len() as f64));
        device.breathe().await;
        if is_cancelled.try_get_untracked().unwrap_or(true) {
            drop(store);
            device.discard(Books::Demonstration).await?;
            return Ok(false);
        }
    }
    store.tidy().await?;
    Ok(true)
}

/// The demonstration; several copies of it where `./dev bench` asks for them.
async fn all_records(tablet: Tablet) -> Result<Vec<(domain::Uuid, domain::AnyRecord)>, StorageError> {
    let original = tablet.device().demonstration(tablet.world().today()).await?;
    let asked = tablet.device().preference(Preference::MeasuredCopies).and_then(|number| number.parse::<u8>().ok());
    let copies = (1..asked.unwrap_or(1)).flat_map(|number| demonstration::copied(&original, number));
    let copies: Vec<_> = copies.collect();
    Ok(original.into_iter().chain(copies).collect())
}

fn enter(tablet: Tablet) {
    tablet.device().set_preference(Preference::Books, Some(DEMONSTRATION));
    tablet.books.set(Books::Demonstration);
}

/// Goes back to the real books and throws the demonstration away.
pub(crate) fn leave_demonstration(tablet: Tablet) {
    tablet.device().set_preference(Preference::Books, None);
    tablet.books.set(Books::Real);
    spawn_local(async move {
        // What could not be thrown away now is thrown away when the demonstration is next filled.
        let _ = tablet.device().discard(Books::Demonstration).await;
    });
}
