//! The recovery sheet: a random code on paper that opens the books when every passphrase is forgotten. The code is made
//! when somebody asks for it, shown once, and kept nowhere but on the paper; a new sheet makes the old one worthless.

use leptos::prelude::*;
use leptos::task::spawn_local;
use replica::keyring::recovery_code;
use replica::vault::Holder;

use crate::context::{OpenLock, storage_sentence, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;

/// A button that makes a sheet, then the sheet and a button that prints it.
#[component]
pub(crate) fn SheetMaker(
    lock: StoredValue<OpenLock, LocalStorage>,
    /// Hears that a sheet is made.
    #[prop(optional)]
    made: Option<Callback<()>>,
) -> impl IntoView {
    let (language, tablet, notices) = (use_language(), use_tablet(), use_notices());
    let (code, is_busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    let make = move || {
        is_busy.set(true);
        spawn_local(async move {
            let (OpenLock { keyring, below }, world) = (lock.get_value(), tablet.world());
            let fresh = recovery_code(&*world);
            let admitted = keyring.admit(&*tablet.device(), &*world, &*below, Holder::Recovery, &fresh).await;
            is_busy.try_set(false);
            match admitted {
                Ok(()) => {
                    code.try_set(Some(fresh));
                    made.inspect(|made| made.run(()));
                }
                Err(error) => notices.failed(storage_sentence(language, &error)),
            }
        });
    };
    move || {
        match code.get() {
        Some(code) => view! { <Sheet code/> }.into_any(),
        None => view! {
            <div class="button-row"><Button label=language.sheet_make() icon=Icon::Lock disabled=is_busy on_press=make/></div>
        }
        .into_any(),
    }
    }
}

/// The sheet.
#[component]
fn Sheet(code: String) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let day = language.date(tablet.world().today());
    view! {
        <section class="recovery-sheet" aria-label=language.sheet_title()>
            <h2>{language.sheet_title()}</h2>
            <p class="recovery-code num">{code}</p>
            <p>{language.sheet_how()}</p>
            <p>{language.sheet_keep()}</p>
            <p class="subtitle">{language.sheet_made_on(&day)}</p>
        </section>
        <div class="button-row">
            <Button label=language.sheet_print() kind=ButtonKind::Primary icon=Icon::Print on_press=move || tablet.device().print()/>
        </div>
    }
}
