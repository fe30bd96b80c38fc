//! Occasions on which somebody goes at once: a stay in hospital, a disaster, a bereavement. One press plans the visit for the
//! next day, by the household's helper; its line says the rest.

use domain::Id;
use domain::records::{Case, Occasion, Visit};
use leptos::prelude::*;
use replica::command::PlanVisit;

use super::visit::helper_of;
use crate::context::{use_desk, use_language};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;

/// The occasions that are one press.
const OCCASIONS: [Occasion; 3] = [Occasion::Hospital, Occasion::Bereavement, Occasion::Disaster];

/// The presses.
#[component]
pub(super) fn OccasionButtons(case: Id<Case>) -> impl IntoView {
    let language = use_language();
    let button = move |occasion: Occasion| {
        let label = language.of(occasion);
        let spoken = format!("{} {label}", language.plan_visit());
        let plan = use_plan(Visit { case: Some(case), occasion: Some(occasion), ..Visit::default() });
        view! { <Button label spoken kind=ButtonKind::Quiet icon=Icon::Plus on_press=plan/> }
    };
    view! {
        <div class="button-row" role="group" aria-label=language.plan_at_once()>
            {OCCASIONS.map(button).into_iter().collect_view()}
        </div>
    }
}

/// Plans a visit for the next day.
pub(super) fn use_plan(visit: Visit) -> Callback<()> {
    let desk = use_desk();
    Callback::new(move |()| {
        let visitor = visit.case.map(|case| helper_of(desk, case)).unwrap_or_default();
        let planned_on = visit.planned_on.or_else(|| desk.today().next_day());
        desk.act(PlanVisit { id: None, visit: Visit { visitor, planned_on, ..visit.clone() } });
    })
}
