//! All requests, by where they stand.

use leptos::prelude::*;

use crate::context::use_language;
use crate::fund::AreaTabs;
use crate::widget::page::{Page, PageHeader};

/// The page.
#[component]
pub(super) fn RequestsPage() -> impl IntoView {
    let language = use_language();
    view! {
        <Page>
            <PageHeader title=language.fund_title()/>
            <AreaTabs/>
        </Page>
    }
}
