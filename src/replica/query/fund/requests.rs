//! Requests: which steps are open and for whom, what the ceilings leave, and what a merge made of them.

use std::collections::BTreeMap;

use domain::Sorting as _;
use domain::fund::{TWO_PERSONS, ceiling_of};
use domain::records::{
    Case, Ceiling, Division, Entry, EntryField, FundRole, Need, Purpose, Request, RequestField, RequestKind,
    RequestState, RequestStep,
};
use domain::value::Fen;
use domain::{Date, Id, Kind, pinyin};

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
    /// The county-level unit that it lies in.
    pub county: Option<Id<Division>>,
    /// The request itself.
    pub request: Request,
    /// The steps that are open now.
    pub steps: Vec<RequestStep>,
    /// Whether a second person has to approve it.
    pub needs_second: bool,
}

impl RequestLine {
    /// Whether household or village fit what was typed.
    #[must_use]
    pub fn fits(&self, typed: &str) -> bool {
        let typed = typed.trim();
        typed.is_empty() || pinyin::matches(&self.name, typed) || pinyin::matches(&self.village, typed)
    }
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
        county: divisions::county_of(state, village),
        request: request.clone(),
        steps: open_steps(request.state),
        needs_second: needs_second(state, request),
    }
}

/// A request as its page shows it.
#[must_use]
pub fn request(state: &State, id: Id<Request>) -> Option<RequestLine> {
    state.get(id).map(|request| line(state, id, request))
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

/// The requests that were approved in a year, paid or not.
pub(super) fn granted(state: &State, year: i32) -> impl Iterator<Item = (Id<Request>, &Request)> {
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

/// The request that a need is met by: the newest that was not refused.
#[must_use]
pub fn request_of_need(state: &State, need: Id<Need>) -> Option<RequestLine> {
    let lines = state.referring::<Request>(RequestField::need, need.raw());
    let alive = lines.filter(|(_, request)| request.state != Some(RequestState::Refused));
    let newest = alive.max_by_key(|(id, request)| (request.drafted_on, *id));
    newest.map(|(id, request)| line(state, id, request))
}

/// What a case got from the fund and paid back to it, in the order of the ledger.
#[must_use]
pub fn entries_of(state: &State, case: Id<Case>) -> Vec<super::Posting> {
    let mut files = joins::joined(state, case).into_iter().chain([case]);
    let is_any = files.any(|file| state.referring::<Entry>(EntryField::case, file.raw()).next().is_some());
    let all = if is_any { Ledger::of(state).postings().to_vec() } else { Vec::new() };
    all.into_iter().filter(|posting| posting.case == Some(case)).collect()
}
