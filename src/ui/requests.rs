//! Requests to the fund, from their draft until what was paid is verified on site; loans and how they are paid back;
//! the ceilings, and who may do which step.

use leptos::prelude::*;

use crate::route::Requests;

mod ceiling;
mod form;
mod list;
mod loans;
mod page;
mod part;
mod pay;
mod row;
mod rules;
mod sheet;
mod signature;
mod step;
mod today;

pub(crate) use part::{RequestOfEmergency, RequestOfNeed, part};
pub(crate) use today::{InstalmentsDue, RequestsWaiting};

/// The page of a place among requests and loans.
pub(crate) fn page(place: Requests) -> AnyView {
    match place {
        Requests::List => view! { <list::RequestsPage/> }.into_any(),
        Requests::New(origin) => form::new_page(origin),
        Requests::Request(id) => page::page(id),
        Requests::Edit(id) => form::page(id),
        Requests::Step(id, domain::records::RequestStep::Pay) => pay::page(id),
        Requests::Step(id, step) => step::page(id, step),
        Requests::Sheet(id) => sheet::page(id),
        Requests::Loans => view! { <loans::list::LoansPage/> }.into_any(),
        Requests::Loan(id) => loans::page::page(id),
        Requests::Repay(id) => loans::repay::page(id),
        Requests::Defer(id) => loans::defer::page(id),
        Requests::Rules => view! { <rules::RulesPage/> }.into_any(),
        Requests::Ceiling(purpose) => rules::ceiling_page(purpose),
        Requests::Duty(step) => rules::duty_page(step),
    }
}
