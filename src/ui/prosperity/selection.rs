//! Choosing the year's demonstration households by drafts: candidates scored by rules that everyone can read, lists filled
//! by the rule and changed by hand, one beside the other, and one of them adopted.

use domain::records::DemonstrationState;
use leptos::prelude::*;
use replica::State;
use replica::query::prosperity;

use crate::context::{use_asked, use_desk, use_language};
use crate::route::Leading;
use crate::widget::field::{Choice, ChoiceField};

mod board;
mod board_table;
mod compare;
mod form;
mod list;
mod rules;

/// The page of a place of this part.
pub(super) fn page(place: Leading) -> AnyView {
    match place {
        Leading::Drafts => view! { <list::DraftsPage/> }.into_any(),
        Leading::Draft(id) => view! { <board::BoardPage id/> }.into_any(),
        Leading::DraftForm(id) => view! { <form::DraftForm id/> }.into_any(),
        Leading::Compare(id) => view! { <compare::ComparePage id/> }.into_any(),
        Leading::Rules => view! { <rules::RulesPage/> }.into_any(),
        Leading::Weights(year) => rules::weights_page(year),
        Leading::Quota(year, county) => rules::quota_page(year, county),
        Leading::Planning => view! { <super::planning::PlanningPage/> }.into_any(),
        Leading::Picture => view! { <super::picture::PicturePage/> }.into_any(),
        Leading::Outcomes => view! { <super::outcomes::OutcomesPage/> }.into_any(),
    }
}

/// The year that is looked at: the one asked for, or the latest for which somebody is proposed.
#[derive(Clone, Copy)]
struct Year {
    asked: RwSignal<String>,
    usual: Memo<u32>,
}

impl Year {
    fn new() -> Self {
        let desk = use_desk();
        let today = desk.today();
        Self { asked: use_asked("year"), usual: desk.memo(move |state| usual_year(state, prosperity::year_of(today))) }
    }

    fn get(self) -> u32 {
        self.asked.get().parse().unwrap_or_else(|_| self.usual.get())
    }
}

fn usual_year(state: &State, this_year: u32) -> u32 {
    let all = state.all::<domain::records::Demonstration>().iter().map(|(_, one)| one);
    let proposed = all.filter(|one| one.state == Some(DemonstrationState::Proposed));
    proposed.map(|one| one.year).max().unwrap_or(this_year)
}

/// The choice of the year.
#[component]
fn YearField(year: Year) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let options = desk.memo(move |state| {
        let mut all = prosperity::years(state, today);
        let next = prosperity::year_of(today) + 1;
        if !all.contains(&next) {
            all.insert(0, next);
        }
        let usual = usual_year(state, prosperity::year_of(today));
        let key = move |year: u32| if year == usual { String::new() } else { year.to_string() };
        all.into_iter().map(|year| Choice::new(key(year), language.of_year(year))).collect::<Vec<_>>()
    });
    let label = language.field(domain::records::DemonstrationField::year);
    view! { <ChoiceField label value=year.asked options/> }
}
