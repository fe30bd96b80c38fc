//! The pages of casework, and the tabs that stand over those of the whole area.

use leptos::prelude::*;

use super::{day, emergency, income, joining, life, need_list, pairing, promise, round, sheet};
use crate::area::PageTabs;
use crate::context::use_language;
use crate::route::{Casework, Route};

/// The page of a place in casework.
pub(super) fn page(place: Casework) -> AnyView {
    match place {
        Casework::Helpers => view! { <pairing::helper_list::HelpersPage/> }.into_any(),
        Casework::Helper(id) => pairing::helper_page::page(id),
        Casework::HelperForm(id) => pairing::helper_form::page(id),
        Casework::Board => view! { <pairing::board::BoardPage/> }.into_any(),
        Casework::HandOver(id) => pairing::hand_over::page(id),
        Casework::EndPairing(id) => pairing::end::page(id),
        Casework::NoticeNew(case) => life::notice_form::new_page(case),
        Casework::Notice(id) => life::notice_form::page(id),
        Casework::Step(case, step) => life::step_form::page(case, step),
        Casework::Emergencies => view! { <emergency::list::EmergenciesPage/> }.into_any(),
        Casework::EmergencyNew(case) => emergency::report::new_page(case),
        Casework::Emergency(id) => emergency::page::page(id),
        Casework::FollowUp(id) => emergency::next::follow_up_page(id),
        Casework::CloseEmergency(id) => emergency::next::close_page(id),
        Casework::EmergencyEdit(id) => emergency::report::page(id),
        Casework::IncomeNew(case) => income::form::new_page(case),
        Casework::Income(id) => income::form::page(id),
        Casework::Lines => view! { <income::lines::LinesPage/> }.into_any(),
        Casework::LineForm(id) => income::line_form::page(id),
        Casework::Doubles => view! { <joining::doubles::DoublesPage/> }.into_any(),
        Casework::Join(keep, other) => joining::form::page(keep, other),
        Casework::Day => view! { <day::DayPage/> }.into_any(),
        Casework::Needs => view! { <need_list::NeedsPage/> }.into_any(),
        Casework::Promise(id) => promise::form::page(id),
        Casework::Sheet(id) => sheet::page(id),
        Casework::Round => view! { <round::RoundPage/> }.into_any(),
    }
}

/// Cases, helpers, pairing, emergencies, rounds, lines.
#[component]
pub(super) fn AreaTabs() -> impl IntoView {
    let language = use_language();
    let pages: [(Route, &str); 9] = [
        (Route::Cases, language.tab_case_list()),
        (Casework::Day.into(), language.tab_day()),
        (Casework::Helpers.into(), language.tab_helper_list()),
        (Casework::Board.into(), language.tab_pairing()),
        (Casework::Needs.into(), language.tab_need_list()),
        (Casework::Emergencies.into(), language.tab_emergencies()),
        (Casework::Round.into(), language.tab_round()),
        (Casework::Doubles.into(), language.doubles_tab()),
        (Casework::Lines.into(), language.tab_lines()),
    ];
    view! { <PageTabs label=language.case_pages() pages/> }
}
