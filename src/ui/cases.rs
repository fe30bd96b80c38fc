//! Cases: the list, the case file, the forms for households, needs and visits; helpers and pairing, the life of a case,
//! emergencies, income, and rounds of visits.

mod case_fields;
mod case_form;
mod casework;
mod day;
mod emergency;
mod form_page;
mod household;
mod identity;
mod income;
mod joining;
mod known;
mod life;
mod list;
mod member_fields;
mod member_form;
mod need_details;
mod need_form;
mod need_list;
mod needs;
mod occasions;
mod overview;
mod page;
mod pairing;
mod promise;
mod prosperity;
mod register;
mod relatives;
mod repeated;
mod round;
mod sheet;
mod tones;
mod trainings;
mod visit;
mod visit_form;
mod visits;

use leptos::prelude::*;

pub(crate) use emergency::card::OpenEmergencies;
pub(crate) use need_details::need_day;
pub(crate) use promise::card::DuePromises;

use crate::app::Missing;
use crate::route::Route;

/// The page of a route of this area.
pub(crate) fn page(route: Route) -> AnyView {
    match route {
        Route::Cases => view! { <list::CasesPage/> }.into_any(),
        Route::CaseNew => view! { <register::RegisterPage/> }.into_any(),
        Route::Case(id) => page::page(id),
        Route::CaseEdit(id) => case_form::page(id),
        Route::MemberNew(case) => member_form::new_page(case),
        Route::MemberEdit(id) => member_form::page(id),
        Route::NeedNew(case) => need_form::new_page(case),
        Route::NeedEdit(id) => need_form::page(id),
        Route::VisitNew(case) => visit_form::new_page(case),
        Route::Visit(id) => visit::page(id),
        Route::Casework(place) => casework::page(place),
        _ => view! { <Missing/> }.into_any(),
    }
}
