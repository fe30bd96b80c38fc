//! The tabs that stand over the pages of the whole area: the books, and requests and loans.

use leptos::prelude::*;

use crate::context::use_language;
use crate::route::{Fund, Requests, Route, use_route};
use crate::widget::list::{Tab, Tabs};

/// The pages of the area.
#[component]
pub(crate) fn AreaTabs() -> impl IntoView {
    let (language, route) = (use_language(), use_route());
    let pages: [(Route, &str); 4] = [
        (Fund::Overview.into(), language.tab_balance()),
        (Requests::List.into(), language.tab_requests()),
        (Requests::Loans.into(), language.tab_loans()),
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
