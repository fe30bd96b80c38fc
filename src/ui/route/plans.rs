//! The addresses of planning a year: demand, plans, their sessions, series. A part of [`super::Route`].

use domain::Id;
use domain::records::{Plan, PlannedSession, Session};

use super::{Route, Target, edit_path, id_of};

/// A place where a year is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Plans {
    /// Who needs what, by county and specialty.
    Demand,
    /// Who needs what, by name; which ones is in the query.
    People,
    List,
    Plan(Id<Plan>),
    Form(Target<Plan>),
    /// Two plans, number by number; which ones is in the query.
    Compare,
    /// A new session of a plan.
    SessionNew(Id<Plan>),
    Session(Id<PlannedSession>),
    /// Where a session of a plan is held again.
    Series(Id<PlannedSession>),
    /// Where a session in force is held again.
    Repeat(Id<Session>),
}

impl Plans {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            ["demand"] => Self::Demand,
            ["demand", "people"] => Self::People,
            ["plans"] => Self::List,
            ["plans", "new"] => Self::Form(None),
            ["plans", "compare"] => Self::Compare,
            ["plans", id] => Self::Plan(id_of(id)?),
            ["plans", id, "edit"] => Self::Form(Some(id_of(id)?)),
            ["plans", id, "sessions", "new"] => Self::SessionNew(id_of(id)?),
            ["planned", id] => Self::Session(id_of(id)?),
            ["planned", id, "series"] => Self::Series(id_of(id)?),
            ["sessions", id, "series"] => Self::Repeat(id_of(id)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Demand => "/training/demand".into(),
            Self::People => "/training/demand/people".into(),
            Self::List => "/training/plans".into(),
            Self::Plan(id) => format!("/training/plans/{id}"),
            Self::Form(id) => edit_path("/training/plans", id),
            Self::Compare => "/training/plans/compare".into(),
            Self::SessionNew(id) => format!("/training/plans/{id}/sessions/new"),
            Self::Session(id) => format!("/training/planned/{id}"),
            Self::Series(id) => format!("/training/planned/{id}/series"),
            Self::Repeat(id) => format!("/training/sessions/{id}/series"),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }

    /// The address for a link, with a query; what is not said is left out.
    pub(crate) fn href_with(self, query: &[(&str, Option<String>)]) -> String {
        let said = query.iter().filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}={value}")));
        let query = said.collect::<Vec<_>>().join("&");
        if query.is_empty() { self.href() } else { Route::from(self).href_with(&query) }
    }
}

impl From<Plans> for Route {
    fn from(place: Plans) -> Self {
        Self::Plans(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let (plan, planned, session) = (
            Id::new(domain::Uuid::from_u128(7)),
            Id::new(domain::Uuid::from_u128(8)),
            Id::new(domain::Uuid::from_u128(9)),
        );
        let places = [
            Plans::Demand,
            Plans::People,
            Plans::List,
            Plans::Plan(plan),
            Plans::Form(None),
            Plans::Form(Some(plan)),
            Plans::Compare,
            Plans::SessionNew(plan),
            Plans::Session(planned),
            Plans::Series(planned),
            Plans::Repeat(session),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
