//! The tabs that stand over the pages of the whole area: the books, and requests and loans.

use leptos::prelude::*;

use crate::area::PageTabs;
use crate::context::use_language;
use crate::route::{Fund, Requests, Route};

/// The pages of the area.
#[component]
pub(crate) fn AreaTabs() -> impl IntoView {
    let language = use_language();
    let pages: [(Route, &str); 9] = [
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
    view! { <PageTabs label=language.fund_pages() pages/> }
}
