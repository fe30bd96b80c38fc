//! The tabs that stand over the pages of the whole area: the books, and requests and loans.

use leptos::prelude::*;

use crate::context::use_language;
use crate::route::{Fund, Requests, Route, use_route};
use crate::widget::list::{Tab, Tabs};

/// The pages of the area.
#[component]
pub(crate) fn AreaTabs() -> impl IntoView {
    let (language, route) = (use_language(), use_route());
    let pages: Vec<(Route, &str)> = vec![
        (Fund::Overview.into(), language.tab_balance()),
        (Requests::List.into(), language.tab_requests()),
        (Requests::Loans.into(), language.tab_loans()),
        (Fund::Journal.into(), language.tab_journal()),
        (Fund::Accounts.into(), language.tab_accounts()),
        (Fund::Trial.into(), language.tab_trial()),
        (Fund::Closing.into(), language.tab_closing()),
        (Fund::Budget.into(), language.tab_budget()),
        (Requests::Rules.into(), language.tab_rules()),
    ];
    let tabs = Signal::derive(move || {
        let tab = |(to, label): &(Route, &str)| Tab {
            href: to.href(),
            label: (*label).to_owned(),
            count: None,
            current: *to == route.get(),
        };
        pages.iter().map(tab).collect::<Vec<_>>()
    });
    view! { <Tabs label=language.fund_pages() tabs/> }
}
