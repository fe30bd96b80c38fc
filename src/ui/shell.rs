//! The frame around every page: rail, search, the state of the books, and the banners that concern every page.

use domain::Id;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::{Access, Books};

use crate::context::{Desk, Tablet, use_desk, use_language, use_tablet};
use crate::entry::PersonPick;
use crate::route::{Area, Fund, Route, use_go, use_route};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Tone};
use crate::widget::page::{Rail, RailItem, Shell, StateLink, TopBar};
use crate::{past, settings};

/// The frame around a page.
#[component]
pub(crate) fn Frame(children: Children) -> impl IntoView {
    let language = use_language();
    let route = use_route();
    let items = Signal::derive(move || rail_items(language, route.get().area()));
    let rail = move || view! { <Rail label=language.main_navigation() mark=language.app_name() items/> };
    view! {
        <Shell whole=Signal::derive(move || route.get().is_shown()) skip=language.skip_to_main() rail=Box::new(move || rail().into_any()) top=Box::new(|| view! { <Bar/> }.into_any())>
            <Banners/>
            {children()}
        </Shell>
    }
}

fn rail_items(language: Language, area: Area) -> Vec<RailItem> {
    let item = |of: Area, route: Route, icon: Icon, label: &str| RailItem {
        href: route.href(),
        icon,
        label: label.to_owned(),
        current: area == of,
        end: of == Area::Settings,
    };
    vec![
        item(Area::Today, Route::Today, Icon::Home, language.nav_today()),
        item(Area::Cases, Route::Cases, Icon::Folder, language.nav_cases()),
        item(Area::Training, Route::Calendar, Icon::Training, language.nav_training()),
        item(Area::Prosperity, Route::Cooperatives, Icon::Sprout, language.nav_prosperity()),
        item(Area::Fund, Route::Fund(Fund::Overview), Icon::Fund, language.nav_fund()),
        item(Area::Settings, Route::Settings, Icon::Settings, language.nav_settings()),
    ]
}

/// The bar: search from anywhere, and whether all is safe.
#[component]
fn Bar() -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let found = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Ok(id) = found.get().parse::<Id<_>>() {
            found.set(String::new());
            go(Route::Case(id));
        }
    });
    let search =
        move || view! { <div class="top-search"><PersonPick label=language.search() value=found cases=true/></div> };
    let since = pending_since(desk);
    let text = Signal::derive(move || saved_words(language, desk, since.get()));
    let good = Signal::derive(move || desk.books == Books::Demonstration || desk.not_outside() == 0);
    let state = move || view! { <StateLink text href=Route::Transfer.href() good/> };
    view! { <TopBar start=search end=state/> }
}

/// How much lies on this tablet alone, and since when.
fn saved_words(language: Language, desk: Desk, since: Option<u64>) -> String {
    if desk.books == Books::Demonstration {
        return language.demonstration_word().to_owned();
    }
    match (desk.not_outside(), since) {
        (0, _) => language.all_outside().to_owned(),
        (changes, since) => {
            let count = numbers::count(i64::try_from(changes).unwrap_or(i64::MAX));
            let since = since.map(|millis| language.day_of(millis)).unwrap_or_default();
            language.not_yet_outside(&count, &since)
        }
    }
}

/// When the first change was made that is not outside yet.
fn pending_since(desk: Desk) -> RwSignal<Option<u64>> {
    let since = RwSignal::new(None);
    Effect::new(move |_| {
        desk.not_outside();
        let store = desk.store();
        spawn_local(async move {
            // What cannot be read is told elsewhere: here only the day is missing.
            if let Ok(pending) = store.pending().await {
                since.try_set(pending.since);
            }
        });
    });
    since
}

/// What concerns every page: the demonstration, another tab that writes, a new version.
#[component]
fn Banners() -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let demonstration = (desk.books == Books::Demonstration).then(|| demonstration_banner(language, tablet));
    let access = move || past::banner().or_else(|| access_banner(language, desk.access.get()));
    let update = move || tablet.update_ready.get().then(|| update_banner(language, tablet));
    let copy = move || {
        let is_alone = desk.books == Books::Real && desk.access.get() == Access::Writer && !tablet.is_copied.get();
        is_alone.then(|| view! { <Banner tone=Tone::Warn text=language.copy_failed()/> })
    };
    view! { <div class="banners">{demonstration}{access}{copy}{update}</div> }
}

fn access_banner(language: Language, access: Access) -> Option<AnyView> {
    let text = match access {
        Access::Writer => return None,
        Access::Follower => language.follower_banner(),
        Access::Reader => language.reader_banner(),
    };
    Some(view! { <Banner tone=Tone::Warn text/> }.into_any())
}

fn demonstration_banner(language: Language, tablet: Tablet) -> impl IntoView {
    let leave = move || view! { <Button label=language.leave_demonstration() kind=ButtonKind::Quiet on_press=move || settings::leave_demonstration(tablet)/> };
    view! { <Banner tone=Tone::Info text=language.demonstration_banner() action=leave/> }
}

fn update_banner(language: Language, tablet: Tablet) -> impl IntoView {
    let update = move || view! { <Button label=language.update_now() on_press=move || tablet.device().update()/> };
    view! { <Banner tone=Tone::Info text=language.update_ready() action=update/> }
}
