//! What the ceilings leave for a request: for one request, for a household in a year, for all in a year. Other requests
//! count from their approval on.

use domain::Id;
use domain::records::{Request, RequestKind};
use domain::value::Fen;

use super::requests::{ceiling, granted};
use crate::State;

/// What a ceiling is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One request.
    Request,
    /// A household in a year.
    Case,
    /// All in a year.
    Year,
}

/// A ceiling, and what was given below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it is for.
    pub scope: Scope,
    /// How much it allows.
    pub most: Fen,
    /// How much others were given of it.
    pub given: Fen,
}

impl Limit {
    /// What is left.
    #[must_use]
    pub fn left(self) -> Fen {
        Fen((self.most.0 - self.given.0).max(0))
    }
}

/// The ceilings that are set for a request, in a year.
#[must_use]
pub fn limits(state: &State, id: Option<Id<Request>>, request: &Request, year: i32) -> Vec<Limit> {
    if request.kind == Some(RequestKind::WriteOff) {
        return vec![];
    }
    let ceiling = ceiling(state, request.purpose);
    let (mut in_case, mut in_year) = (0, 0);
    let others = granted(state, year).filter(|(other, _)| Some(*other) != id);
    for (_, other) in others.filter(|(_, other)| other.purpose == request.purpose) {
        in_year += other.amount.0;
        in_case += if other.case == request.case { other.amount.0 } else { 0 };
    }
    let all = [
        Limit { scope: Scope::Request, most: ceiling.request, given: Fen(0) },
        Limit { scope: Scope::Case, most: ceiling.case, given: Fen(in_case) },
        Limit { scope: Scope::Year, most: ceiling.year, given: Fen(in_year) },
    ];
    all.into_iter().filter(|limit| limit.most.0 > 0).collect()
}

/// What the ceilings leave for a request in a year; nothing where no ceiling is set.
#[must_use]
pub fn ceiling_left(state: &State, id: Option<Id<Request>>, request: &Request, year: i32) -> Option<Fen> {
    limits(state, id, request, year).into_iter().map(Limit::left).min()
}
