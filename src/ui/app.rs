//! The app: provides what every page asks for, and shows the page of the address once the books are open.

use std::rc::Rc;

use exchange::Porter;
use leptos::prelude::*;
use leptos_router::components::{Route as RouterRoute, Router, Routes};
use leptos_router::path;
use locales::Language;
use replica::{Access, Books, Device, Preference, Store, World};

use crate::areas::{Areas, provide_areas, use_areas};
use crate::context::{
    Desk, OpenLock, Tablet, provide_desk, provide_keys, provide_picked, provide_searches, provide_tablet,
    provide_wording, use_language, use_tablet,
};
use crate::opening::{Opened, lock_when_left, provide_opening, use_opening};
use crate::route::{BasePath, Route, use_route};
use crate::shell::Frame;
use crate::widget::button::ButtonKind;
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::notice::{NoticeStack, provide_notices};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::{inbox, photos, settings, today, transfer};

/// What `main` hands in.
#[derive(Clone)]
pub struct Ports {
    /// The tablet.
    pub device: Rc<dyn Device>,
    /// The world.
    pub world: Rc<dyn World>,
    /// Who does the heavy work with what goes out and comes in.
    pub porter: Rc<dyn Porter>,
    /// The areas.
    pub areas: Areas,
}

/// The whole app.
#[component]
pub fn App(
    /// What the app stands on.
    ports: StoredValue<Ports, LocalStorage>,
) -> impl IntoView {
    let Ports { device, world, porter, areas } = ports.get_value();
    let preferred = device.preference(Preference::Language).and_then(|tag| Language::from_tag(&tag));
    let wording = provide_wording(preferred.unwrap_or_default());
    let is_demonstration = device.preference(Preference::Books).as_deref() == Some(settings::DEMONSTRATION);
    let books = if is_demonstration { Books::Demonstration } else { Books::Real };
    provide_notices();
    provide_areas(areas);
    provide_context(BasePath(device.base_path()));
    let tablet = provide_tablet(device, world, porter, books);
    settings::dress(tablet, wording.0.get_untracked());
    let opening = provide_opening(tablet);
    view! {
        <Router>
            {move || { wording.0.track(); view! { <Opened tablet opening/> } }}
            {move || view! { <NoticeStack close_label=wording.0.get().close()/> }}
        </Router>
    }
}

/// The pages over open books.
#[component]
pub(crate) fn Pages(
    /// The books: as they are, or as they were.
    store: StoredValue<Rc<Store>, LocalStorage>,
    /// Their lock, where they have one.
    lock: StoredValue<Option<OpenLock>, LocalStorage>,
    /// Which they are.
    books: Books,
    /// Whether they may be written.
    access: RwSignal<Access>,
) -> impl IntoView {
    let (tablet, opening) = (use_tablet(), use_opening());
    let desk = provide_desk(store.get_value(), books, access);
    provide_keys(lock.get_value(), Callback::new(move |()| opening.lock()));
    provide_searches();
    provide_picked();
    follow(desk, tablet);
    lock_when_left();
    photos::tidy_soon(desk);
    transfer::lead_files_here();
    view! {
        <Frame>
            <Routes fallback=|| view! { <Missing/> }>
                <RouterRoute path=path!("/*any") view=CurrentPage/>
            </Routes>
        </Frame>
    }
}

/// Takes in what other tabs write.
fn follow(desk: Desk, tablet: Tablet) {
    let seen = tablet.appended.get_untracked();
    Effect::new(move |_| {
        if tablet.appended.get() != seen && !desk.is_past() {
            desk.catch_up();
        }
    });
}

/// The page of the address.
#[component]
fn CurrentPage() -> impl IntoView {
    let (route, areas) = (use_route(), use_areas());
    Effect::new(move |_| areas.fetch_all());
    move || {
        let route = route.get();
        areas.page(route.clone()).unwrap_or_else(|| page(&route))
    }
}

/// The pages that every start has at hand.
fn page(route: &Route) -> AnyView {
    match route {
        Route::Today => view! { <today::TodayPage/> }.into_any(),
        Route::Inbox => view! { <inbox::InboxPage/> }.into_any(),
        _ => view! { <Missing/> }.into_any(),
    }
}

/// What stands where there is no such page, or no such record any more.
#[component]
pub(crate) fn Missing() -> impl IntoView {
    let language = use_language();
    let to_today = move || {
        view! { <crate::widget::button::LinkButton label=language.to_today() href=Route::Today.href() kind=ButtonKind::Primary/> }
    };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.not_found_title()/>
            <EmptyState title=language.not_found_next() icon=Icon::Search action=to_today/>
        </Page>
    }
}
