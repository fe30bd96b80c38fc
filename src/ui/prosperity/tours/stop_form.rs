//! The form of a stop: its hours, the way to it, and what the guide tells there.

use domain::Id;
use domain::records::{Stop, StopField, Tour};
use leptos::prelude::*;
use replica::command::{RemoveRecord, SaveStop};
use replica::query::prosperity::tours::{self, DayStop};

use super::words;
use crate::app::Missing;
use crate::context::{Desk, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, saver};
use crate::route::{Tours, use_go};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::FormSection;
use crate::widget::icon::Icon;
use crate::widget::page::{Page, PageHeader, PageKind};

/// A stop among its neighbours.
struct Placed {
    tour: Id<Tour>,
    stop: Stop,
    name: String,
    /// What is said about the way to it.
    way: String,
}

/// The form of a stop.
#[component]
pub(super) fn StopPage(id: Id<Stop>) -> impl IntoView {
    let desk = use_desk();
    match placed(desk, id) {
        Some(placed) => view! { <Fields id placed/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

fn placed(desk: Desk, id: Id<Stop>) -> Option<Placed> {
    let language = use_language();
    let (tour, day) = untrack(|| {
        desk.ask(|state| {
            let tour = state.get(id)?.tour?;
            state.get(tour)?;
            Some((tour, tours::day(state, tour)))
        })
    })?;
    let at = day.stops.iter().position(|one| one.id == id)?;
    let before = at.checked_sub(1).and_then(|before| day.stops.get(before));
    let here = day.stops.get(at)?;
    let way = match before {
        Some(from) => {
            let name = words::place_name(language, from.place.as_ref());
            language.travel_hint(&name, here.travel)
        }
        None => language.travel_first_hint().to_owned(),
    };
    Some(Placed { tour, stop: as_it_counts(here, before), name: words::place_name(language, here.place.as_ref()), way })
}

/// The stop with the way as it counts now: one that was said for another stop before is left out.
fn as_it_counts(here: &DayStop, before: Option<&DayStop>) -> Stop {
    let counts = here.stop.travel_from == before.map(|before| before.id);
    Stop { travel: if counts { here.stop.travel } else { 0 }, ..here.stop.clone() }
}

#[component]
fn Fields(id: Id<Stop>, placed: Placed) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let Placed { tour, stop, name, way } = placed;
    let entry = Entry::new(&stop);
    let draft = draft_of_entry(format!("stop/{id}"), entry);
    let save = saver(entry, draft.0, move |stop| SaveStop { id, stop }, move || go(Tours::Tour(tour).into()));
    let back = Tours::Tour(tour).href();
    let remove = move || view! { <RemoveStop id tour/> };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=name subtitle=language.edit_stop() back=back.clone() back_label=language.back() actions=remove/>
            <RecordForm label=language.edit_stop() draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save>
                <FormSection title=language.stop_hours()>
                    {entry.needed(StopField::stay)}
                    {entry.hinted(StopField::travel, way)}
                    {entry.hinted(StopField::opens_at, language.hours_hint())}
                    {entry.field(StopField::closes_at)}
                </FormSection>
                <FormSection title=language.stop_telling()>
                    {entry.hinted(StopField::headline, language.headline_hint())}
                    {entry.hinted(StopField::story, language.story_hint())}
                    {entry.field(StopField::shows)}
                </FormSection>
            </RecordForm>
        </Page>
    }
}

/// Takes the stop off the tour; the notice brings it back.
#[component]
fn RemoveStop(id: Id<Stop>, tour: Id<Tour>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let remove = move || {
        let go = go.clone();
        let command = RemoveRecord { id, reason: language.remove_stop().to_owned() };
        desk.save(command, move |result| {
            if result.is_ok() {
                go(Tours::Tour(tour).into());
            }
        });
    };
    view! { <Button label=language.remove_stop() kind=ButtonKind::Danger icon=Icon::Trash on_press=remove/> }
}
