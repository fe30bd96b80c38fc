//! The areas as programs of their own: which is there, which is on its way, which could not be had. A page waits for
//! nothing but its own area, once; when the first page stands, the others are fetched, so that a tablet that loses
//! its network has them all.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::context::use_language;
use crate::route::{Area, Route};
use crate::widget::button::Button;
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::{cases, fund, log, past, prosperity, requests, settings, training, transfer};

/// Draws the pages of an area.
#[derive(Clone, Copy)]
pub struct Draw(fn(Route) -> AnyView);

impl Draw {
    /// Case files and casework.
    #[must_use]
    pub fn cases() -> Self {
        Self(cases::page)
    }

    /// Training.
    #[must_use]
    pub fn training() -> Self {
        Self(training::page)
    }

    /// Cooperatives, demonstration households, tours.
    #[must_use]
    pub fn prosperity() -> Self {
        Self(prosperity::page)
    }

    /// The books of the fund, requests and loans.
    #[must_use]
    pub fn fund() -> Self {
        Self(fund_page)
    }

    /// Settings, the log, and what goes between tablets.
    #[must_use]
    pub fn settings() -> Self {
        Self(settings_page)
    }
}

fn fund_page(route: Route) -> AnyView {
    match route {
        Route::Requests(place) => requests::page(place),
        Route::Fund(place) => fund::page(place),
        _ => ().into_any(),
    }
}

fn settings_page(route: Route) -> AnyView {
    match route {
        Route::Log => view! { <log::LogPage/> }.into_any(),
        Route::Transfer if crate::context::use_desk().is_past() => view! { <past::OnlyNow/> }.into_any(),
        Route::Transfer => view! { <transfer::TransferPage/> }.into_any(),
        _ => view! { <settings::SettingsPage/> }.into_any(),
    }
}

/// Gets the program of an area; nothing if it cannot be had now.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Draw>>>>;

/// How the program of each area is had.
#[derive(Clone, Copy)]
pub struct Areas {
    /// Case files and casework.
    pub cases: Load,
    /// Training.
    pub training: Load,
    /// Cooperatives, demonstration households, tours.
    pub prosperity: Load,
    /// The books of the fund, requests and loans.
    pub fund: Load,
    /// Settings, the log, and what goes between tablets.
    pub settings: Load,
}

/// Where the program of an area is.
#[derive(Clone, Copy)]
enum Loading {
    NotAsked,
    Asked,
    Failed,
    There(Draw),
}

/// An area, how its program is had, and where that is.
#[derive(Clone, Copy)]
struct Program {
    area: Area,
    load: Load,
    loading: RwSignal<Loading, LocalStorage>,
}

/// The areas.
#[derive(Clone, Copy)]
pub(crate) struct Loaded(StoredValue<[Program; 5]>);

/// Provides the areas to all pages.
pub(crate) fn provide_areas(areas: Areas) {
    let of = |area, load| Program { area, load, loading: RwSignal::new_local(Loading::NotAsked) };
    provide_context(Loaded(StoredValue::new([
        of(Area::Cases, areas.cases),
        of(Area::Training, areas.training),
        of(Area::Prosperity, areas.prosperity),
        of(Area::Fund, areas.fund),
        of(Area::Settings, areas.settings),
    ])));
}

/// The areas.
pub(crate) fn use_areas() -> Loaded {
    expect_context()
}

impl Loaded {
    /// Fetches what is not there yet, one after the other.
    pub(crate) fn fetch_all(self) {
        let all = self.0.get_value();
        spawn_local(async move {
            for program in all {
                program.fetch().await;
            }
        });
    }

    /// The page of a route, if its area has a program of its own. To be called where it may be called anew.
    pub(crate) fn page(self, route: Route) -> Option<AnyView> {
        let program = self.0.get_value().into_iter().find(|program| program.area == route.area())?;
        Some(match program.loading.get() {
            Loading::There(draw) => (draw.0)(route),
            Loading::Failed => view! { <NotThere program/> }.into_any(),
            Loading::NotAsked | Loading::Asked => {
                spawn_local(program.fetch());
                ().into_any()
            }
        })
    }
}

impl Program {
    async fn fetch(self) {
        if matches!(self.loading.get_untracked(), Loading::Asked | Loading::There(_)) {
            return;
        }
        // Nobody is told: a page that waits waits on.
        self.loading.update_untracked(|now| *now = Loading::Asked);
        self.loading.set((self.load)().await.map_or(Loading::Failed, Loading::There));
    }
}

/// Stands where the program of an area could not be had: the network went before it had come.
#[component]
fn NotThere(
    /// The program.
    program: Program,
) -> impl IntoView {
    let language = use_language();
    let again = move || {
        view! { <Button label=language.try_again() on_press=move || spawn_local(program.fetch())/> }
    };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.area_not_there_title()/>
            <EmptyState title=language.area_not_there_next() icon=Icon::Download action=again/>
        </Page>
    }
}
