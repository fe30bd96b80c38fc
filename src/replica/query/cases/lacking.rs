//! What a household lacks: the questions by which a list of cases is narrowed.

use domain::records::{Case, Member, MemberField, Need, NeedField, NeedState, Stage, Visit, VisitField};
use domain::{Date, Id};
use time::Duration;

use crate::State;
use crate::query::{pairing, prosperity, training};

/// How long a household may go without a visit, in days: a quarter of a year.
pub const VISIT_DAYS: i64 = 90;

/// What a household lacks. The numbers stand in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// Nobody is responsible for it.
    Helper = 1,
    /// It was not visited within [`VISIT_DAYS`].
    Visit = 2,
    /// Help for a need is overdue.
    Help = 3,
    /// None of it was trained this year.
    Training = 4,
    /// It is in no cooperative, nor planned for one.
    Cooperative = 5,
}

impl Lacking {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Helper, Self::Visit, Self::Help, Self::Training, Self::Cooperative];

    /// The one of that number.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|one| *one as u16 == number)
    }
}

/// Whether a case of the register lacks it on that day.
#[must_use]
pub fn lacks(state: &State, id: Id<Case>, lacking: Lacking, today: Date) -> bool {
    let is_in = state.get(id).is_some_and(|case| case.stage != Some(Stage::Left));
    is_in
        && match lacking {
            Lacking::Helper => pairing::responsible(state, id).is_empty(),
            Lacking::Visit => !was_visited(state, id, today.saturating_sub(Duration::days(VISIT_DAYS))),
            Lacking::Help => is_overdue(state, id, today),
            Lacking::Training => !was_trained(state, id, today.year()),
            Lacking::Cooperative => !prosperity::memberships_of(state, id).any(|(_, one)| prosperity::holds_place(one)),
        }
}

fn was_visited(state: &State, id: Id<Case>, since: Date) -> bool {
    let mut visits = state.referring::<Visit>(VisitField::case, id.raw());
    visits.any(|(_, visit)| visit.done_on.is_some_and(|day| day >= since))
}

fn is_overdue(state: &State, id: Id<Case>, today: Date) -> bool {
    let mut needs = state.referring::<Need>(NeedField::case, id.raw());
    needs.any(|(_, need)| need.state != Some(NeedState::Met) && need.due_on.is_some_and(|due| due < today))
}

fn was_trained(state: &State, id: Id<Case>, year: i32) -> bool {
    let mut members = state.referring::<Member>(MemberField::case, id.raw());
    members.any(|(member, _)| training::trainings_of(state, member, year).next().is_some())
}
