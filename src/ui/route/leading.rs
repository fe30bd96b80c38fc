//! The addresses of choosing demonstration households, of who leads whom and of what comes of it. A part of
//! [`super::Route`].

use domain::Id;
use domain::records::{Division, SelectionDraft};

use super::{Route, Target, edit_path, id_of};

/// A place among the drafts of whom to choose, and what follows from them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Leading {
    /// The drafts of a year; the year is in the query.
    Drafts,
    Draft(Id<SelectionDraft>),
    DraftForm(Target<SelectionDraft>),
    /// One draft beside another; the other is in the query.
    Compare(Id<SelectionDraft>),
    /// Weights and places of a year; the year is in the query.
    Rules,
    Weights(u32),
    Quota(u32, Id<Division>),
    /// Enrolment planned for a village or a county, which are in the query.
    Planning,
    /// Who leads whom.
    Picture,
    /// What came of it.
    Outcomes,
}

impl Leading {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Drafts,
            ["new"] => Self::DraftForm(None),
            ["rules"] => Self::Rules,
            ["rules", year, "weights"] => Self::Weights(year.parse().ok()?),
            ["rules", year, county] => Self::Quota(year.parse().ok()?, id_of(county)?),
            [id] => Self::Draft(id_of(id)?),
            [id, "edit"] => Self::DraftForm(Some(id_of(id)?)),
            [id, "compare"] => Self::Compare(id_of(id)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Drafts => "/prosperity/selection".into(),
            Self::Draft(id) => format!("/prosperity/selection/{id}"),
            Self::DraftForm(id) => edit_path("/prosperity/selection", id),
            Self::Compare(id) => format!("/prosperity/selection/{id}/compare"),
            Self::Rules => "/prosperity/selection/rules".into(),
            Self::Weights(year) => format!("/prosperity/selection/rules/{year}/weights"),
            Self::Planning => "/prosperity/planning".into(),
            Self::Picture => "/prosperity/picture".into(),
            Self::Outcomes => "/prosperity/outcomes".into(),
            Self::Quota(year, county) => format!("/prosperity/selection/rules/{year}/{county}"),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }

    /// The address for a link, with a query.
    pub(crate) fn href_with(self, query: &str) -> String {
        Route::from(self).href_with(query)
    }
}

impl From<Leading> for Route {
    fn from(place: Leading) -> Self {
        Self::Leading(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let places = [
            Leading::Drafts,
            Leading::Draft(Id::new(uuid)),
            Leading::DraftForm(None),
            Leading::DraftForm(Some(Id::new(uuid))),
            Leading::Compare(Id::new(uuid)),
            Leading::Rules,
            Leading::Weights(2027),
            Leading::Quota(2027, Id::new(uuid)),
            Leading::Planning,
            Leading::Picture,
            Leading::Outcomes,
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
