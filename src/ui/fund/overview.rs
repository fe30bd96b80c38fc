//! What the fund has: in all, by source, by use.

use leptos::prelude::*;

use super::AreaTabs;
use crate::context::use_language;
use crate::widget::page::{Page, PageHeader};

/// The page.
#[component]
pub(super) fn OverviewPage() -> impl IntoView {
    let language = use_language();
    view! {
        <Page>
            <PageHeader title=language.fund_title()/>
            <AreaTabs/>
        </Page>
    }
}
