//! What the address of a file shows that was joined into another one, and, on the page of the one that stays, the history of
//! those that were joined into it.

use domain::records::Case;
use domain::{Id, Kind};
use leptos::prelude::*;
use replica::query::{cases, joins};

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::route::Route;
use crate::widget::button::LinkButton;
use crate::widget::list::{Banner, Tone};
use crate::widget::page::{Page, PageHeader, Stack};

/// The page of a file that is not there: where it went, if it was joined.
pub(in crate::cases) fn page(id: Id<Case>) -> AnyView {
    let desk = use_desk();
    let into = desk.memo(move |state| {
        let keep = joins::joined_into(state, id).map(|_| joins::standing(state, id))?;
        Some((keep, cases::name(state, keep)))
    });
    let shown = move || match into.get() {
        None => view! { <Missing/> }.into_any(),
        Some((keep, name)) => went(id, keep, &name),
    };
    view! { {shown} }.into_any()
}

fn went(id: Id<Case>, keep: Id<Case>, name: &str) -> AnyView {
    let language = use_language();
    let (label, href, text) = (language.look_at(name), Route::Case(keep).href(), language.joined_gone_text(name));
    let open = move || view! { <LinkButton label=label.clone() href=href.clone()/> };
    view! {
        <Page>
            <PageHeader title=language.joined_gone_title() back=Route::Cases.href() back_label=language.nav_cases()/>
            <Banner tone=Tone::Info text action=open/>
            <HistoryCard kind=Kind::Case id=id.raw()/>
        </Page>
    }
    .into_any()
}

/// The history of a case, and of the files that were joined into it.
pub(in crate::cases) fn history(id: Id<Case>) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let files = desk.memo(move |state| joins::joined(state, id));
    let before = move |file: Id<Case>| {
        view! {
            <h2 class="part-title">{language.joined_history()}</h2>
            <HistoryCard kind=Kind::Case id=file.raw()/>
        }
    };
    view! {
        <Stack>
            <HistoryCard kind=Kind::Case id=id.raw()/>
            <For each=move || files.get() key=|file| *file children=before/>
        </Stack>
    }
    .into_any()
}
