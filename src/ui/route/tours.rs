//! The addresses of tours: planning, the guide's view, visitors. A part of [`super::Route`].

use domain::Id;
use domain::records::{Stop, Tour, Visitor};

use super::{Route, Target, edit_path, id_of};

/// A place among the tours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tours {
    List,
    Tour(Id<Tour>),
    Form(Target<Tour>),
    /// Where stops are chosen for a tour.
    Add(Id<Tour>),
    Stop(Id<Stop>),
    /// What is shown to the visitors; the stop is in the query.
    Guide(Id<Tour>),
    /// Where visitors sign in.
    Sign(Id<Tour>),
    /// Where the office says who a visitor is.
    Visitor(Id<Visitor>),
}

impl Tours {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::List,
            ["new"] => Self::Form(None),
            ["stops", id] => Self::Stop(id_of(id)?),
            ["visitors", id] => Self::Visitor(id_of(id)?),
            [id] => Self::Tour(id_of(id)?),
            [id, "edit"] => Self::Form(Some(id_of(id)?)),
            [id, "add"] => Self::Add(id_of(id)?),
            [id, "guide"] => Self::Guide(id_of(id)?),
            [id, "sign"] => Self::Sign(id_of(id)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::List => "/prosperity/tours".into(),
            Self::Tour(id) => format!("/prosperity/tours/{id}"),
            Self::Form(id) => edit_path("/prosperity/tours", id),
            Self::Add(id) => format!("/prosperity/tours/{id}/add"),
            Self::Stop(id) => format!("/prosperity/tours/stops/{id}"),
            Self::Guide(id) => format!("/prosperity/tours/{id}/guide"),
            Self::Sign(id) => format!("/prosperity/tours/{id}/sign"),
            Self::Visitor(id) => format!("/prosperity/tours/visitors/{id}"),
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

impl From<Tours> for Route {
    fn from(place: Tours) -> Self {
        Self::Tours(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let places = [
            Tours::List,
            Tours::Tour(Id::new(uuid)),
            Tours::Form(None),
            Tours::Form(Some(Id::new(uuid))),
            Tours::Add(Id::new(uuid)),
            Tours::Stop(Id::new(uuid)),
            Tours::Guide(Id::new(uuid)),
            Tours::Sign(Id::new(uuid)),
            Tours::Visitor(Id::new(uuid)),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
        let is_shown = |place: Tours| Route::from(place).is_shown();
        assert!(is_shown(Tours::Guide(Id::new(uuid))) && !is_shown(Tours::Tour(Id::new(uuid))));
    }
}
