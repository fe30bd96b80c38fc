//! The books of the special fund: what there is, where it came from and whom it reached.

use leptos::prelude::*;

use crate::route::Fund;

mod account_form;
mod accounts;
mod budget;
mod budget_form;
mod closing;
mod entry;
mod journal;
mod opening;
mod overview;
mod post;
mod reverse;
mod statement;
mod tabs;
mod trace;
mod trial;
mod words;

pub(crate) use tabs::AreaTabs;

/// The page of a place in the books.
pub(crate) fn page(place: Fund) -> AnyView {
    match place {
        Fund::Overview => view! { <overview::OverviewPage/> }.into_any(),
        Fund::Journal => view! { <journal::JournalPage/> }.into_any(),
        Fund::Post(deed) => post::page(deed),
        Fund::Entry(id) => entry::page(id),
        Fund::Reverse(id) => reverse::page(id),
        Fund::Accounts => view! { <accounts::AccountsPage/> }.into_any(),
        Fund::Account(id) => statement::page(id),
        Fund::AccountForm(id) => account_form::page(id),
        Fund::Opening => view! { <opening::OpeningPage/> }.into_any(),
        Fund::Trial => view! { <trial::TrialPage/> }.into_any(),
        Fund::Closing => view! { <closing::ClosingPage/> }.into_any(),
        Fund::Budget => view! { <budget::BudgetPage/> }.into_any(),
        Fund::BudgetForm(id) => budget_form::page(id),
    }
}
