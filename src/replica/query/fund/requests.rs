//! Requests: which steps are open and for whom, what the ceilings leave, and what a merge made of them.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::{TWO_PERSONS, ceiling_of};
use domain::records::{
    Case, Ceiling, Entry, EntryField, FundRole, Purpose, Request, RequestField, RequestKind, RequestState, RequestStep,
};
use domain::value::Fen;
use domain::{Date, Id, Kind};

use super::duties::may;
use super::ledger::Ledger;
use crate::State;
use crate::query::{cases, divisions, joins};

/// A line of the list of requests.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestLine {
    /// The request.
    pub id: Id<Request>,
    /// What the case is called.
    pub name: String,
    /// Its village.
    pub village: String,
    /// The request itself.
    pub request: Request,
    /// The steps that are open now.
    pub steps: Vec<RequestStep>,
    /// Whether a second person has to approve it.
    pub needs_second: bool,
}

/// All requests, the newest first.
#[must_use]
pub fn requests(state: &State) -> Vec<RequestLine> {
    let mut lines: Vec<RequestLine> =
        state.all::<Request>().iter().map(|(id, request)| line(state, id, request)).collect();
    lines.arrange_by_key(|line| std::cmp::Reverse((line.request.drafted_on, line.id)));
    lines
}

fn line(state: &State, id: Id<Request>, request: &Request) -> RequestLine {
    let village = request.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    RequestLine {
        id,
        name: cases::name_of(state, request.case),
        village: divisions::name(state, village),
        request: request.clone(),
        steps: open_steps(request.state),
        needs_second: needs_second(state, request),
    }
}

/// The requests whose next step forward somebody with these roles may do, the oldest first.
#[must_use]
pub fn waiting_for(state: &State, roles: &[FundRole]) -> Vec<RequestLine> {
    let mut lines = requests(state);
    lines.retain(|line| line.steps.first().is_some_and(|step| may(state, *step, roles)));
    lines.reverse();
    lines
}

/// The steps that are open in a state, the one that leads on first.
#[must_use]
pub fn open_steps(state: Option<RequestState>) -> Vec<RequestStep> {
    use RequestStep::{Approve, Pay, Refuse, Return, Review, Submit, Verify};
    match state {
        Some(RequestState::Drafted | RequestState::Returned) => vec![Submit],
        Some(RequestState::Submitted) => vec![Review, Return, Refuse],
        Some(RequestState::Reviewed) => vec![Approve, Return, Refuse],
        Some(RequestState::Approved) => vec![Pay, Return, Refuse],
        Some(RequestState::Paid) => vec![Verify],
        _ => vec![],
    }
}

/// The limits for a purpose: its own, or else those for whatever has none of its own.
#[must_use]
pub fn ceiling(state: &State, purpose: Option<Purpose>) -> Ceiling {
    let found = state.get(ceiling_of(purpose)).or_else(|| state.get(ceiling_of(None)));
    let ceiling = found.cloned().unwrap_or_default();
    let is_set = ceiling.two_persons.0 > 0;
    Ceiling { two_persons: if is_set { ceiling.two_persons } else { TWO_PERSONS }, ..ceiling }
}

/// Whether a sum is so large that two persons approve it.
#[must_use]
pub fn needs_second(state: &State, request: &Request) -> bool {
    request.amount > ceiling(state, request.purpose).two_persons
}

/// What the ceilings leave for a request in a year; nothing where no ceiling is set. Other requests count from their
/// approval on.
#[must_use]
pub fn ceiling_left(state: &State, id: Option<Id<Request>>, request: &Request, year: i32) -> Option<Fen> {
    if request.kind == Some(RequestKind::WriteOff) {
        return None;
    }
    let ceiling = ceiling(state, request.purpose);
    let others = || granted(state, year).filter(move |(other, _)| Some(*other) != id);
    let of_purpose = others().filter(|(_, other)| other.purpose == request.purpose);
    let of_case = of_purpose.filter(|(_, other)| other.case == request.case);
    let in_case: i64 = of_case.map(|(_, other)| other.amount.0).sum();
    let in_year: i64 = others().filter(|(_, o)| o.purpose == request.purpose).map(|(_, other)| other.amount.0).sum();
    let limits = [(ceiling.request.0, 0), (ceiling.case.0, in_case), (ceiling.year.0, in_year)];
    let left = limits.into_iter().filter(|(most, _)| *most > 0).map(|(most, given)| (most - given).max(0)).min();
    left.map(Fen)
}

/// The requests that were approved in a year, paid or not.
fn granted(state: &State, year: i32) -> impl Iterator<Item = (Id<Request>, &Request)> {
    let is_granted = |request: &Request| {
        let is_approved =
            matches!(request.state, Some(RequestState::Approved | RequestState::Paid | RequestState::Verified));
        is_approved && request.kind != Some(RequestKind::WriteOff)
    };
    let is_of_year = move |day: Option<Date>| day.is_some_and(|day| day.year() == year);
    state.all::<Request>().iter().filter(move |(_, one)| is_granted(one) && is_of_year(one.approved_on))
}

/// Whether an entry that stands pays a request, whatever the request itself says.
#[must_use]
pub fn is_paid(ledger: &Ledger, request: Id<Request>) -> bool {
    ledger.standing().filter_map(pays).any(|paid| paid == request)
}

/// The request that a posting pays. A reversal names it too, and pays nothing.
fn pays(posting: &super::Posting) -> Option<Id<Request>> {
    posting.entry.request.filter(|_| posting.entry.reverses.is_none())
}

/// A finding: requests that more than one entry pays, each with the entries, who came first in front.
#[must_use]
pub fn paid_twice(state: &State) -> Vec<(Id<Request>, Vec<Id<Entry>>)> {
    let ledger = Ledger::of(state);
    let mut payments: BTreeMap<Id<Request>, Vec<_>> = BTreeMap::new();
    for posting in ledger.standing() {
        if let Some(request) = pays(posting) {
            payments.entry(request).or_default().push((posting.made, posting.id));
        }
    }
    let several = payments.into_iter().filter(|(_, payments)| payments.len() > 1);
    let sorted = several.map(|(request, mut payments)| {
        payments.sort_unstable();
        (request, payments.into_iter().map(|(_, id)| id).collect())
    });
    sorted.collect()
}

/// What a ceiling is for: a purpose, and a case where it is that of a case.
type Limited = (Option<Purpose>, Option<Id<Case>>);

/// A ceiling that approved requests are above.
#[derive(Clone, Debug, PartialEq)]
pub struct AboveCeiling {
    /// What for.
    pub purpose: Option<Purpose>,
    /// The case, for a case's ceiling; nothing for that of the year.
    pub case: Option<Id<Case>>,
    /// What the ceiling allows.
    pub most: Fen,
    /// What was approved.
    pub given: Fen,
    /// The requests, in the order of who was drafted first.
    pub requests: Vec<Id<Request>>,
}

/// A finding: ceilings of a year that approved requests are above, as happens when tablets approve apart.
#[must_use]
pub fn above_ceiling(state: &State, year: i32) -> Vec<AboveCeiling> {
    let mut groups: BTreeMap<Limited, Vec<(Id<Request>, i64)>> = BTreeMap::new();
    for (id, request) in granted(state, year) {
        groups.entry((request.purpose, None)).or_default().push((id, request.amount.0));
        if request.case.is_some() {
            groups.entry((request.purpose, request.case)).or_default().push((id, request.amount.0));
        }
    }
    let found = groups.into_iter().filter_map(|((purpose, case), mut requests)| {
        let ceiling = ceiling(state, purpose);
        let most = if case.is_some() { ceiling.case } else { ceiling.year };
        let given = Fen(requests.iter().map(|(_, fen)| fen).sum());
        requests.arrange_by_cached_key(|(id, _)| (state.made(Kind::Request, id.raw()), *id));
        let requests = requests.into_iter().map(|(id, _)| id).collect();
        (most.0 > 0 && given > most).then_some(AboveCeiling { purpose, case, most, given, requests })
    });
    found.collect()
}

/// The requests of a case, the newest first.
#[must_use]
pub fn requests_of(state: &State, case: Id<Case>) -> Vec<RequestLine> {
    let of_case = state.referring::<Request>(RequestField::case, case.raw());
    let mut lines: Vec<RequestLine> = of_case.map(|(id, request)| line(state, id, request)).collect();
    lines.arrange_by_key(|line| std::cmp::Reverse((line.request.drafted_on, line.id)));
    lines
}

/// What a case got from the fund and paid back to it, in the order of the ledger.
#[must_use]
pub fn entries_of(state: &State, case: Id<Case>) -> Vec<super::Posting> {
    let mut files = joins::joined(state, case).into_iter().chain([case]);
    let is_any = files.any(|file| state.referring::<Entry>(EntryField::case, file.raw()).next().is_some());
    let all = if is_any { Ledger::of(state).postings().to_vec() } else { Vec::new() };
    all.into_iter().filter(|posting| posting.case == Some(case)).collect()
}
