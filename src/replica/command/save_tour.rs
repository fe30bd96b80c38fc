//! Plans and revises a tour, and says what came of it: held, cancelled, or to be held after all.

use domain::records::{Tour, TourField, TourState};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Plans a tour, or revises one.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveTour {
    /// Which; nothing for a new one.
    pub id: Option<Id<Tour>>,
    /// The tour as it shall be.
    pub tour: Tour,
}

impl Command for SaveTour {
    fn intent(&self) -> Intent {
        Intent::SaveTour
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.id.is_some_and(|id| state.get(id).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let tour = &self.tour;
        let missing = [
            (TourField::title, tour.title.is_empty()),
            (TourField::planned_on, tour.planned_on.is_none()),
            (TourField::begins_at, tour.begins_at == 0),
            (TourField::leader, tour.leader.is_empty()),
        ];
        let missing = missing.into_iter().filter(|(_, is_missing)| *is_missing);
        missing.map(|(field, _)| Problem::at(field, Fault::Missing)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = self.tour.state.or(Some(TourState::Planned));
        draft.save(self.id, &Tour { state, ..self.tour.clone() });
    }
}

/// Says what came of a tour.
#[derive(Clone, Debug, PartialEq)]
pub struct SettleTour {
    /// Which.
    pub id: Id<Tour>,
    /// Where it shall stand.
    pub state: TourState,
}

impl Command for SettleTour {
    fn intent(&self) -> Intent {
        Intent::SettleTour
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(tour) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let is_early = tour.planned_on.is_some_and(|day| day > today);
        match self.state {
            TourState::Held if is_early => vec![Problem::at(TourField::planned_on, Fault::InFuture)],
            TourState::Cancelled if tour.state == Some(TourState::Held) => vec![Problem::of_entry(Fault::StepClosed)],
            _ => vec![],
        }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |tour| tour.state = Some(self.state));
    }
}
