//! Where a visit is written up: only when somebody presses for it. Without an answer everything else is saved all the same.

use domain::records::{Visit, VisitField};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::{Fix, NoFix};

use crate::context::{use_language, use_tablet};
use crate::entry::Entry;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::{FormSection, Wide};
use crate::widget::icon::Icon;

/// How far the asking is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Asking {
    Not,
    Now,
    Told(Result<Fix, NoFix>),
}

/// The place, and the press that asks for it.
#[component]
pub(super) fn PlaceSection(entry: Entry<Visit>) -> impl IntoView {
    let language = use_language();
    let (latitude, longitude) = (entry.one(VisitField::latitude), entry.one(VisitField::longitude));
    let asking = RwSignal::new(Asking::Not);
    let ask = use_ask(asking, latitude, longitude);
    let is_known = Memo::new(move |_| !latitude.with(String::is_empty) && !longitude.with(String::is_empty));
    let said = move || {
        let known = is_known.get().then(|| place(language, &latitude.get(), &longitude.get()));
        sentence(language, asking.get(), known)
    };
    let forget = move || {
        latitude.set(String::new());
        longitude.set(String::new());
        asking.set(Asking::Not);
    };
    let is_busy = Signal::derive(move || asking.get() == Asking::Now);
    let away = move || {
        is_known.get().then(|| view! { <Button label=language.place_forget() kind=ButtonKind::Quiet on_press=forget/> })
    };
    view! {
        <FormSection title=language.section_place()>
            <Wide>
                <p class="subtitle" role="status">{said}</p>
                <div class="button-row">
                    <Button label=language.place_ask() icon=Icon::Pin disabled=is_busy on_press=ask/>
                    {away}
                </div>
            </Wide>
        </FormSection>
    }
}

/// Asks the tablet, and writes what it says into the entry.
fn use_ask(asking: RwSignal<Asking>, latitude: RwSignal<String>, longitude: RwSignal<String>) -> Callback<()> {
    let tablet = use_tablet();
    Callback::new(move |()| {
        let device = tablet.device();
        asking.set(Asking::Now);
        spawn_local(async move {
            let told = device.locate().await;
            // The page may have been left meanwhile.
            if let Ok(fix) = told {
                latitude.try_set(fix.latitude.0.to_string());
                longitude.try_set(fix.longitude.0.to_string());
            }
            asking.try_set(Asking::Told(told));
        });
    })
}

fn sentence(language: Language, asking: Asking, known: Option<String>) -> String {
    match (asking, known) {
        (Asking::Now, _) => language.place_asking().to_owned(),
        (Asking::Told(Err(why)), _) => no_place(language, why).to_owned(),
        (Asking::Told(Ok(fix)), Some(place)) => language.place_within(&place, &numbers::count(fix.within)),
        (_, Some(place)) => language.place_known(&place),
        (_, None) => language.place_hint().to_owned(),
    }
}

fn no_place(language: Language, why: NoFix) -> &'static str {
    match why {
        NoFix::Refused => language.place_refused(),
        NoFix::Unavailable => language.place_unavailable(),
        NoFix::TooSlow => language.place_too_slow(),
    }
}

fn place(language: Language, latitude: &str, longitude: &str) -> String {
    let degrees = |text: &str| text.parse().map(numbers::degrees).unwrap_or_default();
    language.place_at(&degrees(latitude), &degrees(longitude))
}
