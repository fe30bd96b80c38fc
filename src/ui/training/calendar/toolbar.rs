//! The bar above the calendar: how to look at it, and at which site.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::{Look, View};
use crate::context::{use_desk, use_language};
use crate::training::picks::site_picks;
use crate::widget::button::Button;
use crate::widget::field::ChoiceField;
use crate::widget::split::{ButtonGroup, Toolbar};

/// Views and filter.
#[component]
pub(super) fn CalendarBar(look: Memo<Look>) -> impl IntoView {
    view! { <Toolbar><Views look/><SiteFilter look/></Toolbar> }
}

#[component]
fn Views(look: Memo<Look>) -> impl IntoView {
    let (desk, language, navigate) = (use_desk(), use_language(), use_navigate());
    let today = desk.today();
    let views =
        [(View::Month, language.view_month()), (View::Week, language.view_week()), (View::Open, language.view_open())];
    let button = move |(view, label): (View, &'static str)| {
        let navigate = navigate.clone();
        let show = move || navigate(&look.get_untracked().seen_as(view, today).href(), Default::default());
        let pressed = Signal::derive(move || Some(look.get().view == view));
        view! { <Button label pressed on_press=show/> }
    };
    view! { <ButtonGroup label=language.calendar_view()>{views.map(button).collect_view()}</ButtonGroup> }
}

/// Only the sessions of one site.
#[component]
fn SiteFilter(look: Memo<Look>) -> impl IntoView {
    let (language, navigate) = (use_language(), use_navigate());
    let site = Memo::new(move |_| look.get().site);
    let value = RwSignal::new(String::new());
    Effect::new(move |_| {
        let named = site.get().map(|site| site.to_string()).unwrap_or_default();
        if value.with_untracked(|value| *value != named) {
            value.set(named);
        }
    });
    Effect::new(move |before: Option<()>| {
        let chosen = value.get().parse().ok();
        if before.is_some() && chosen != site.get_untracked() {
            navigate(&Look { site: chosen, ..look.get_untracked() }.href(), Default::default());
        }
    });
    view! { <ChoiceField label=language.tab_sites() value options=site_picks() nothing=language.all_sites() menu=true/> }
}
