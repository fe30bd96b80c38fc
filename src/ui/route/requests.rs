//! The addresses of requests to the fund and of its loans. A part of [`super::Route`].

use domain::records::{Case, Emergency, Instalment, Loan, Need, Purpose, Request, RequestStep};
use domain::{Choice as _, Id};

use super::{Route, id_of};

/// What a new request begins with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Origin {
    /// Nothing: the household is to be found.
    Nothing,
    /// A household.
    Case(Id<Case>),
    /// A need of a household.
    Need(Id<Need>),
    /// An emergency, which then names it.
    Emergency(Id<Emergency>),
    /// A loan that is to be written off.
    WriteOff(Id<Loan>),
}

/// A place among requests and loans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Requests {
    /// All requests, by where they stand.
    List,
    New(Origin),
    Request(Id<Request>),
    Edit(Id<Request>),
    Step(Id<Request>, RequestStep),
    /// As it is printed.
    Sheet(Id<Request>),
    Loans,
    Loan(Id<Loan>),
    Repay(Id<Loan>),
    Defer(Id<Instalment>),
    Rules,
    /// The ceilings of a purpose, or of whatever has none of its own.
    Ceiling(Option<Purpose>),
    Duty(RequestStep),
}

impl Requests {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::List,
            ["new"] => Self::New(Origin::Nothing),
            ["new", "case", id] => Self::New(Origin::Case(id_of(id)?)),
            ["new", "need", id] => Self::New(Origin::Need(id_of(id)?)),
            ["new", "emergency", id] => Self::New(Origin::Emergency(id_of(id)?)),
            ["new", "write-off", id] => Self::New(Origin::WriteOff(id_of(id)?)),
            ["loans"] => Self::Loans,
            ["loans", id] => Self::Loan(id_of(id)?),
            ["loans", id, "repay"] => Self::Repay(id_of(id)?),
            ["instalments", id, "defer"] => Self::Defer(id_of(id)?),
            ["rules"] => Self::Rules,
            ["rules", "ceilings", "other"] => Self::Ceiling(None),
            ["rules", "ceilings", purpose] => Self::Ceiling(Some(Purpose::from_number(purpose.parse().ok()?)?)),
            ["rules", "duties", step] => Self::Duty(step_of(step)?),
            [id] => Self::Request(id_of(id)?),
            [id, "edit"] => Self::Edit(id_of(id)?),
            [id, "sheet"] => Self::Sheet(id_of(id)?),
            [id, "steps", step] => Self::Step(id_of(id)?, step_of(step)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::List => "/requests".into(),
            Self::New(Origin::Nothing) => "/requests/new".into(),
            Self::New(Origin::Case(id)) => format!("/requests/new/case/{id}"),
            Self::New(Origin::Need(id)) => format!("/requests/new/need/{id}"),
            Self::New(Origin::Emergency(id)) => format!("/requests/new/emergency/{id}"),
            Self::New(Origin::WriteOff(id)) => format!("/requests/new/write-off/{id}"),
            Self::Request(id) => format!("/requests/{id}"),
            Self::Edit(id) => format!("/requests/{id}/edit"),
            Self::Step(id, step) => format!("/requests/{id}/steps/{}", step.number()),
            Self::Sheet(id) => format!("/requests/{id}/sheet"),
            Self::Loans => "/requests/loans".into(),
            Self::Loan(id) => format!("/requests/loans/{id}"),
            Self::Repay(id) => format!("/requests/loans/{id}/repay"),
            Self::Defer(id) => format!("/requests/instalments/{id}/defer"),
            Self::Rules => "/requests/rules".into(),
            Self::Ceiling(None) => "/requests/rules/ceilings/other".into(),
            Self::Ceiling(Some(purpose)) => format!("/requests/rules/ceilings/{}", purpose.number()),
            Self::Duty(step) => format!("/requests/rules/duties/{}", step.number()),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

fn step_of(number: &str) -> Option<RequestStep> {
    RequestStep::from_number(number.parse().ok()?)
}

impl From<Requests> for Route {
    fn from(place: Requests) -> Self {
        Self::Requests(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let places = [
            Requests::List,
            Requests::New(Origin::Nothing),
            Requests::New(Origin::Case(Id::new(uuid))),
            Requests::New(Origin::Need(Id::new(uuid))),
            Requests::New(Origin::Emergency(Id::new(uuid))),
            Requests::New(Origin::WriteOff(Id::new(uuid))),
            Requests::Request(Id::new(uuid)),
            Requests::Edit(Id::new(uuid)),
            Requests::Step(Id::new(uuid), RequestStep::Return),
            Requests::Sheet(Id::new(uuid)),
            Requests::Loans,
            Requests::Loan(Id::new(uuid)),
            Requests::Repay(Id::new(uuid)),
            Requests::Defer(Id::new(uuid)),
            Requests::Rules,
            Requests::Ceiling(None),
            Requests::Ceiling(Some(Purpose::Emergency)),
            Requests::Duty(RequestStep::Pay),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
        assert_eq!(Route::parse("/requests/rules/ceilings/99"), Route::Unknown);
    }
}
