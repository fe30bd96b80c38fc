//! The form of a tour: when it is, who comes, who leads. Its stops are chosen on its page.

use domain::Id;
use domain::records::{Tour, TourField};
use leptos::prelude::*;
use replica::command::SaveTour;

use crate::app::Missing;
use crate::context::{Desk, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::route::{Target, Tours, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// Tours usually set out at half past eight.
const BEGINS_AT: u32 = 8 * 60 + 30;

/// The form of a tour.
#[component]
pub(super) fn TourForm(id: Target<Tour>) -> impl IntoView {
    let desk = use_desk();
    let before = match id {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Tour { begins_at: BEGINS_AT, ..Tour::default() }),
    };
    match before {
        Some(before) => view! { <Fields id before/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Fields(id: Target<Tour>, before: Tour) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&before);
    let key = id.map_or_else(|| "tour/new".to_owned(), |id| format!("tour/{id}"));
    let draft = draft_of_entry(key, entry);
    let leave = move || go(id.or_else(|| last(desk)).map_or(Tours::List, Tours::Tour).into());
    let save = saver(entry, draft.0, move |tour| SaveTour { id, tour }, leave);
    let title = if id.is_some() { language.edit_tour() } else { language.new_tour() };
    let back = id.map_or(Tours::List, Tours::Tour).href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save>
                <FormSection title=language.tour_when()>
                    {entry.needed(TourField::title)}
                    {entry.needed(TourField::planned_on)}
                    {entry.needed(TourField::begins_at)}
                    {entry.field(TourField::meets_at)}
                </FormSection>
                <FormSection title=language.tour_who()>
                    {entry.field(TourField::guests)}
                    {entry.field(TourField::heads)}
                    {entry.needed(TourField::leader)}
                    {entry.field(TourField::phone)}
                    {entry.field(TourField::note)}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// The tour that came last: right after a save, the one that was made.
fn last(desk: Desk) -> Option<Id<Tour>> {
    untrack(|| desk.ask(|state| state.all::<Tour>().iter().last().map(|(id, _)| id)))
}
