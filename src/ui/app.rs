//! The app: opens the books, provides what every page asks for, and shows the page of the address.
//! Where the books cannot be opened it says why and what to do; it never starts anew by itself.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::{Route as RouterRoute, Router, Routes};
use leptos_router::path;
use locales::{Language, numbers};
use replica::{Access, Books, Device, DeviceEvent, OpenBooks, Preference, StorageError, Store, Witness, World};

use crate::context::{
    Desk, Tablet, provide_desk, provide_searches, provide_tablet, provide_wording, storage_sentence, use_language,
    use_tablet,
};
use crate::route::{BasePath, Route, use_route};
use crate::shell::Frame;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::notice::{NoticeStack, provide_notices};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::{cases, inbox, log, past, prosperity, settings, today, training};

/// What `main` hands in: the tablet and the world.
#[derive(Clone)]
pub struct Ports {
    /// The tablet.
    pub device: Rc<dyn Device>,
    /// The world.
    pub world: Rc<dyn World>,
}

/// The books on their way.
#[derive(Clone)]
enum Opening {
    Waiting,
    Open(Rc<Store>, Books, Access),
    /// The database holds less than the witness remembers.
    Shrunk(Rc<Store>, u64),
    Failed(StorageError),
}

/// The whole app.
#[component]
pub fn App(
    /// The tablet and the world.
    ports: StoredValue<Ports, LocalStorage>,
) -> impl IntoView {
    let Ports { device, world } = ports.get_value();
    let preferred = device.preference(Preference::Language).and_then(|tag| Language::from_tag(&tag));
    let wording = provide_wording(preferred.unwrap_or_default());
    let is_demonstration = device.preference(Preference::Books).as_deref() == Some(settings::DEMONSTRATION);
    let books = if is_demonstration { Books::Demonstration } else { Books::Real };
    provide_notices();
    provide_context(BasePath(device.base_path()));
    let tablet = provide_tablet(device, world, books);
    settings::dress(tablet, wording.0.get_untracked());
    view! {
        <Router>
            {move || { wording.0.track(); view! { <Opened tablet/> } }}
            {move || view! { <NoticeStack close_label=wording.0.get().close()/> }}
        </Router>
    }
}

/// Opens the books that are asked for, and shows what came of it.
#[component]
fn Opened(tablet: Tablet) -> impl IntoView {
    let opening = RwSignal::new_local(Opening::Waiting);
    Effect::new(move |_| {
        let books = tablet.books.get();
        opening.set(Opening::Waiting);
        spawn_local(async move {
            opening.try_set(open(tablet, books).await.unwrap_or_else(Opening::Failed));
        });
    });
    move || match opening.get() {
        Opening::Waiting => ().into_any(),
        Opening::Open(store, books, access) => past::in_time(store, access, move |store, access| {
            view! { <Pages store=StoredValue::new_local(store) books access/> }.into_any()
        }),
        Opening::Shrunk(store, remembered) => {
            view! { <Shrunk store=StoredValue::new_local(store) remembered/> }.into_any()
        }
        Opening::Failed(error) => view! { <Failure error/> }.into_any(),
    }
}

async fn open(tablet: Tablet, books: Books) -> Result<Opening, StorageError> {
    let device = tablet.device();
    let OpenBooks { storage, access } = device.open(books).await?;
    let store = Rc::new(Store::open(storage, tablet.world()).await?);
    let witness = device.preference(Preference::Witness).and_then(|text| text.parse::<Witness>().ok());
    let lost = witness.filter(|witness| books == Books::Real && witness.remembers_more_than(&store.state()));
    Ok(match lost {
        Some(witness) => Opening::Shrunk(store, witness.changes),
        None => Opening::Open(store, books, access),
    })
}

/// The pages over open books.
#[component]
fn Pages(store: StoredValue<Rc<Store>, LocalStorage>, books: Books, access: Access) -> impl IntoView {
    let desk = provide_desk(store.get_value(), books, access);
    provide_searches();
    hear(desk, use_tablet());
    view! {
        <Frame>
            <Routes fallback=|| view! { <Missing/> }>
                <RouterRoute path=path!("/*any") view=CurrentPage/>
            </Routes>
        </Frame>
    }
}

/// Follows what happens around the app while these books are open.
fn hear(desk: Desk, tablet: Tablet) {
    let past = past::use_past();
    tablet.device().listen(Box::new(move |event| match event {
        DeviceEvent::Appended => desk.catch_up(),
        DeviceEvent::BecameWriter => {
            desk.catch_up();
            past.into_iter().for_each(|past| past.take_over(desk));
        }
        DeviceEvent::Closed => tablet.device().reload(),
        DeviceEvent::UpdateReady => {
            tablet.update_ready.try_set(true);
        }
        DeviceEvent::Network(is_online) => {
            tablet.is_online.try_set(is_online);
        }
        DeviceEvent::CopyFailed(_) => {
            tablet.is_copied.try_set(false);
        }
        DeviceEvent::CopyComplete => {
            tablet.is_copied.try_set(true);
        }
        DeviceEvent::File(file) => {
            tablet.given.try_set(Some(file));
        }
    }));
}

/// The page of the address.
#[component]
fn CurrentPage() -> impl IntoView {
    let route = use_route();
    move || page(route.get())
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Today => view! { <today::TodayPage/> }.into_any(),
        Route::Cases
        | Route::CaseNew
        | Route::Case(_)
        | Route::CaseEdit(_)
        | Route::MemberNew(_)
        | Route::MemberEdit(_)
        | Route::NeedNew(_)
        | Route::NeedEdit(_)
        | Route::VisitNew(_)
        | Route::Visit(_) => cases::page(route),
        Route::Calendar
        | Route::Session(_)
        | Route::SessionForm(_)
        | Route::Enrolment(_)
        | Route::Courses
        | Route::CourseForm(_)
        | Route::Sites
        | Route::SiteForm(_)
        | Route::Instructors
        | Route::InstructorForm(_) => training::page(route),
        Route::Cooperatives
        | Route::Cooperative(_)
        | Route::CooperativeForm(_)
        | Route::CooperativeEnrolment(_)
        | Route::Demonstrations
        | Route::Demonstration(_)
        | Route::DemonstrationForm(_)
        | Route::LinkNew(_)
        | Route::LinkEdit(_) => prosperity::page(route),
        Route::Inbox => view! { <inbox::InboxPage/> }.into_any(),
        Route::Log => view! { <log::LogPage/> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage/> }.into_any(),
        Route::Unknown => view! { <Missing/> }.into_any(),
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

/// What is said when the books cannot be opened.
#[component]
fn Failure(error: StorageError) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let sentence = storage_sentence(language, &error);
    let again = move || {
        let reload = move || tablet.device().reload();
        view! { <Button label=language.try_again() kind=ButtonKind::Primary on_press=reload/> }
    };
    view! {
        <main class="main">
            <Page kind=PageKind::Narrow>
                <PageHeader title=language.books_not_opened()/>
                <EmptyState title=sentence icon=Icon::Warning action=again/>
            </Page>
        </main>
    }
}

/// What is said when the database holds less than the witness remembers. It can be looked at; nothing is written into it.
#[component]
fn Shrunk(store: StoredValue<Rc<Store>, LocalStorage>, remembered: u64) -> impl IntoView {
    let language = use_language();
    let is_reading = RwSignal::new(false);
    let found = store.with_value(|store| store.state().vector().total());
    let count = |changes: u64| numbers::count(i64::try_from(changes).unwrap_or(i64::MAX));
    let sentence = Signal::stored(language.books_shrunk(&count(remembered), &count(found)));
    let read = move || view! { <Button label=language.books_read() on_press=move || is_reading.set(true)/> };
    move || match is_reading.get() {
        true => view! { <Pages store books=Books::Real access=Access::Reader/> }.into_any(),
        false => view! {
            <main class="main">
                <Page kind=PageKind::Narrow>
                    <PageHeader title=language.books_shrunk_title()/>
                    <EmptyState title=sentence icon=Icon::Warning action=read/>
                </Page>
            </main>
        }
        .into_any(),
    }
}
