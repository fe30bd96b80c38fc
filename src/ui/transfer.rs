//! Between tablets: what goes out of this one and what comes in, which others there are, and the records as tables that
//! open without this app. Nothing goes out unlocked but the tables, and they say so.

mod bring_in;
mod carry_out;
mod open_bundle;
mod photos;
mod readable;
mod tablets;
mod words;
mod work;

use leptos::prelude::*;
use replica::GivenFile;

use crate::context::{Tablet, use_desk, use_language, use_tablet};
use crate::route::{Route, use_go, use_route};
use crate::widget::notice::use_notices;
use crate::widget::page::{Columns, Page, PageHeader, Stack};

pub(crate) use open_bundle::OpenBundle;
pub(crate) use tablets::IDENTITY_SLOT;
pub(crate) use words::import_sentence;

/// The page between tablets.
#[component]
pub(crate) fn TransferPage() -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let ready = RwSignal::new_local(None);
    let file = RwSignal::new_local(None);
    take_given(tablet, move |given| {
        if !carry_out::is_the_saved_file(ready, &given) {
            file.set(Some(given));
        }
    });
    view! {
        <Page>
            <PageHeader title=language.transfer() subtitle=language.transfer_subtitle()/>
            <Columns even=true>
                <Stack><carry_out::CarryOut ready/><readable::ReadableOut/></Stack>
                <Stack><bring_in::BringIn file/><tablets::Tablets/></Stack>
            </Columns>
        </Page>
    }
}

/// Takes the files that are given to the app from now on, one after the other.
pub(crate) fn take_given(tablet: Tablet, take: impl Fn(GivenFile) + 'static) {
    let (language, notices) = (use_language(), use_notices());
    Effect::new(move |_| {
        let Some(given) = tablet.given.get() else { return };
        tablet.given.set(None);
        match given {
            Ok(file) => take(file),
            Err(error) => notices.failed(words::given_sentence(language, error)),
        }
    });
}

/// Leads a file that is given on another page to the one that takes it.
pub(crate) fn lead_files_here() {
    let (tablet, desk, route, go) = (use_tablet(), use_desk(), use_route(), use_go());
    Effect::new(move |_| {
        let is_given = tablet.given.with(Option::is_some);
        if is_given && route.get_untracked() != Route::Transfer && !desk.is_past() {
            go(Route::Transfer);
        }
    });
}
