//! The addresses of a session at its door and after it: roll, results, certificates, sheets. A part of [`super::Route`].

use domain::Id;
use domain::records::{Enrolment, Session};

use super::{Route, id_of};

/// A place at the door of a session, or after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Class {
    /// Who is asked by phone.
    Asks(Id<Session>),
    /// Where a broadcast is followed.
    Places(Id<Session>),
    /// Cards with a code for each person.
    Cards(Id<Session>),
    /// The list of names on paper.
    NameList(Id<Session>),
    /// The roll.
    Roll(Id<Session>),
    /// The sheet to sign on paper.
    SignIn(Id<Session>),
    /// Who passed, and certificates.
    Results(Id<Session>),
    /// Certificates to print.
    Certificates(Id<Session>),
    /// One person's result.
    Result(Id<Enrolment>),
    /// What became of one person.
    FollowUp(Id<Enrolment>),
}

impl Class {
    pub(super) fn of_session(id: &str, place: &str) -> Option<Self> {
        let id = id_of(id)?;
        Some(match place {
            "asks" => Self::Asks(id),
            "places" => Self::Places(id),
            "cards" => Self::Cards(id),
            "names" => Self::NameList(id),
            "roll" => Self::Roll(id),
            "sheet" => Self::SignIn(id),
            "results" => Self::Results(id),
            "certificates" => Self::Certificates(id),
            _ => return None,
        })
    }

    pub(super) fn of_enrolment(id: &str, place: &str) -> Option<Self> {
        let id = id_of(id)?;
        Some(match place {
            "result" => Self::Result(id),
            "follow-up" => Self::FollowUp(id),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Asks(id) => format!("/training/sessions/{id}/asks"),
            Self::Places(id) => format!("/training/sessions/{id}/places"),
            Self::Cards(id) => format!("/training/sessions/{id}/cards"),
            Self::NameList(id) => format!("/training/sessions/{id}/names"),
            Self::Roll(id) => format!("/training/sessions/{id}/roll"),
            Self::SignIn(id) => format!("/training/sessions/{id}/sheet"),
            Self::Results(id) => format!("/training/sessions/{id}/results"),
            Self::Certificates(id) => format!("/training/sessions/{id}/certificates"),
            Self::Result(id) => format!("/training/enrolments/{id}/result"),
            Self::FollowUp(id) => format!("/training/enrolments/{id}/follow-up"),
        }
    }

    /// The address for a link that is about one person of a session.
    pub(crate) fn one(self, id: Id<Enrolment>) -> String {
        Route::from(self).href_with(&format!("of={id}"))
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

impl From<Class> for Route {
    fn from(place: Class) -> Self {
        Self::Class(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let (session, enrolment) = (Id::new(domain::Uuid::from_u128(7)), Id::new(domain::Uuid::from_u128(8)));
        let places = [
            Class::Asks(session),
            Class::Places(session),
            Class::Cards(session),
            Class::NameList(session),
            Class::Roll(session),
            Class::SignIn(session),
            Class::Results(session),
            Class::Certificates(session),
            Class::Result(enrolment),
            Class::FollowUp(enrolment),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
