//! Who comes without being enrolled: found by search, and let in by taking the result.

use domain::Id;
use domain::records::Member;
use leptos::prelude::*;
use locales::fault;
use replica::command::AdmitAtDoor;

use super::Door;
use crate::entry::PersonPick;
use crate::widget::list::{Card, Pad};

/// The search at the foot of the roll.
#[component]
pub(super) fn WalkIn(door: Door) -> impl IntoView {
    let language = door.language;
    let (found, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let round = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let Ok(member) = found.get().parse::<Id<Member>>() else { return };
        let Some(time) = door.time() else { return };
        let session = door.session;
        door.desk.save(AdmitAtDoor { session, member, time }, move |result| match result {
            Ok(()) => {
                error.set(None);
                found.set(String::new());
                round.update(|round| *round += 1);
            }
            Err(problems) => error.set(problems.first().map(|problem| fault::sentence(language, &problem.fault))),
        });
    });
    // A search field that was used stands empty again for the next one.
    let field = move || {
        round.get();
        view! { <PersonPick label=language.walk_in().to_owned() value=found error/> }
    };
    view! { <Card title=language.walk_in()><Pad><p class="subtitle">{language.walk_in_hint()}</p>{field}</Pad></Card> }
}
