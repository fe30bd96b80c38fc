//! The page of a form about a household: its head leads back to the part of the file that it came from.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use replica::query::cases;

use super::page::Tab;
use crate::context::{Draft, use_desk};
use crate::entry::RecordForm;
use crate::route::Route;
use crate::widget::page::{Page, PageHeader, PageKind};

/// The page of a form: its head with the way back to the household, the form, and what stands after it.
#[component]
pub(super) fn FormPage(
    /// What the form is for.
    title: String,
    /// The household.
    case: Id<Case>,
    /// The tab of its page that leads here, and where "cancel" leads.
    tab: Tab,
    /// The draft, and what empties the form.
    draft: (Draft, Callback<()>),
    /// What is wrong with the whole.
    error: Signal<Option<String>>,
    /// Checks and saves.
    on_save: Callback<()>,
    /// What stands after the form.
    after: Option<AnyView>,
    /// The sections.
    children: Children,
) -> impl IntoView {
    let household = untrack(|| use_desk().ask(|state| cases::name(state, case)));
    let back = Route::Case(case).href_with(tab.query());
    let (draft, on_afresh) = draft;
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=household/>
            <RecordForm label=title draft error back on_afresh on_save>{children()}</RecordForm>
            {after}
        </Page>
    }
}
