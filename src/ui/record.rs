//! What any record is called, and where it is looked at: for lists that hold records of every kind. A record that was
//! removed keeps its name and loses its link.

use domain::records::{
    Account, Budget, Case, CaseStep, Closing, Cooperative, Course, Demonstration, Emergency, Enrolment, Entry,
    GuidanceTeam, Helper, Income, Instalment, Instructor, Loan, Member, Membership, Need, Notice, Outreach, Pairing,
    Photo, Plan, PlannedSession, PovertyLine, Promise, RadiationLink, Request, SelectionDraft, SelectionPick, Session,
    Settlement, SettlementField, Site, Stop, Tour, Visit, Visitor,
};
use domain::{Field, Id, Kind, Uuid, Value, ValueType};
use locales::Language;
use replica::State;
use replica::query::fund;

use crate::route::{Casework, Fund, Leading, Plans, Requests, Route, Teaching, Tours};

/// A record in a list of all kinds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    /// What it is called.
    pub(crate) title: String,
    /// Where it is looked at.
    pub(crate) route: Option<Route>,
}

/// A record as a list of all kinds names it.
pub(crate) fn named(language: Language, state: &State, kind: Kind, id: Uuid) -> Named {
    Named { title: title(language, state, kind, id), route: route(state, kind, id) }
}

/// Of the records of one change, the one that it is about.
pub(crate) fn main_of(records: &[(Kind, Uuid)]) -> Option<(Kind, Uuid)> {
    records.iter().copied().min_by_key(|(kind, _)| weight(*kind))
}

/// What comes first when a change wrote records of several kinds.
fn weight(kind: Kind) -> u8 {
    match kind {
        Kind::Case | Kind::Session | Kind::Cooperative | Kind::Demonstration | Kind::Visitor | Kind::Plan => 0,
        Kind::Division => 2,
        _ => 1,
    }
}

fn title(language: Language, state: &State, kind: Kind, id: Uuid) -> String {
    let own = own_title(language, state, kind, id);
    let title = if own.is_empty() { referred(language, state, kind, id) } else { own };
    if title.is_empty() { language.of(kind).to_owned() } else { title }
}

fn own_title(language: Language, state: &State, kind: Kind, id: Uuid) -> String {
    match kind {
        Kind::Session => state.get(Id::<Session>::new(id)).map(|session| session_title(language, state, session)),
        Kind::Settlement => note(state, id),
        Kind::Account => Some(account_title(language, state, Id::new(id))),
        Kind::Entry => state.get(Id::<Entry>::new(id)).map(|entry| fund::narration(entry).to_owned()),
        _ => None,
    }
    .unwrap_or_else(|| state.title_ever(kind, id))
}

/// A session as people say it.
pub(crate) fn session_title(language: Language, state: &State, session: &Session) -> String {
    let course = session.course.map(|course| state.title_ever(Kind::Course, course.raw())).unwrap_or_default();
    language.session_title(&course, session.term)
}

/// A standard account is named by what it stands for.
fn account_title(language: Language, state: &State, id: Id<Account>) -> String {
    let account = fund::account(state, id);
    let name = account.as_ref().map(|account| account.name.clone()).unwrap_or_default();
    if name.is_empty() { language.maybe(account.and_then(|account| account.kind)).to_owned() } else { name }
}

fn note(state: &State, id: Uuid) -> Option<String> {
    match state.last_value(Kind::Settlement, id, SettlementField::note.reference().number) {
        Value::Text(note) => Some(note),
        _ => state.get(Id::<Settlement>::new(id)).map(|settlement| settlement.note.clone()),
    }
}

/// A record without a name of its own is named by those that it refers to: who, and in what.
fn referred(language: Language, state: &State, kind: Kind, id: Uuid) -> String {
    let names = kind.fields().iter().filter_map(|field| match field.value_type {
        ValueType::Id(of) if of != kind => match state.last_value(kind, id, field.number) {
            Value::Id(other) => Some(own_title(language, state, of, other)).filter(|name| !name.is_empty()),
            _ => None,
        },
        _ => None,
    });
    names.collect::<Vec<_>>().join(" · ")
}

fn route(state: &State, kind: Kind, id: Uuid) -> Option<Route> {
    let case_of = |case: Option<Id<Case>>| case.filter(|case| state.get(*case).is_some()).map(Route::Case);
    match kind {
        Kind::Case => case_of(Some(Id::new(id))),
        Kind::Member => case_of(state.get(Id::<Member>::new(id))?.case),
        Kind::Need => case_of(state.get(Id::<Need>::new(id))?.case),
        Kind::Pairing => case_of(state.get(Id::<Pairing>::new(id))?.case),
        Kind::Helper => state.get(Id::<Helper>::new(id)).map(|_| Casework::Helper(Id::new(id)).into()),
        Kind::Emergency => state.get(Id::<Emergency>::new(id)).map(|_| Casework::Emergency(Id::new(id)).into()),
        Kind::Notice => case_of(state.get(Id::<Notice>::new(id))?.case),
        Kind::Income => case_of(state.get(Id::<Income>::new(id))?.case),
        Kind::CaseStep => case_of(state.get(Id::<CaseStep>::new(id))?.case),
        Kind::Photo => case_of(state.get(Id::<Photo>::new(id))?.case),
        Kind::PovertyLine => {
            state.get(Id::<PovertyLine>::new(id)).map(|_| Casework::LineForm(Some(Id::new(id))).into())
        }
        Kind::Promise => case_of(state.get(Id::<Promise>::new(id))?.case),
        Kind::Visit => state.get(Id::<Visit>::new(id)).map(|_| Route::Visit(Id::new(id))),
        Kind::Session => state.get(Id::<Session>::new(id)).map(|_| Route::Session(Id::new(id))),
        Kind::Enrolment => state.get(Id::<Enrolment>::new(id))?.session.map(Route::Session),
        Kind::Course => state.get(Id::<Course>::new(id)).map(|_| Route::CourseForm(Some(Id::new(id)))),
        Kind::Site => state.get(Id::<Site>::new(id)).map(|_| Route::SiteForm(Some(Id::new(id)))),
        Kind::Instructor => state.get(Id::<Instructor>::new(id)).map(|_| Route::InstructorForm(Some(Id::new(id)))),
        Kind::GuidanceTeam => state.get(Id::<GuidanceTeam>::new(id)).map(|_| Teaching::Team(Id::new(id)).into()),
        Kind::Outreach => state.get(Id::<Outreach>::new(id)).map(|_| Teaching::OutreachForm(Some(Id::new(id))).into()),
        Kind::Cooperative => state.get(Id::<Cooperative>::new(id)).map(|_| Route::Cooperative(Id::new(id))),
        Kind::Membership => state.get(Id::<Membership>::new(id))?.cooperative.map(Route::Cooperative),
        Kind::Demonstration => state.get(Id::<Demonstration>::new(id)).map(|_| Route::Demonstration(Id::new(id))),
        Kind::Account => fund::account(state, Id::new(id)).map(|_| Fund::Account(Id::new(id)).into()),
        Kind::Entry => state.get(Id::<Entry>::new(id)).map(|_| Fund::Entry(Id::new(id)).into()),
        Kind::Budget => state.get(Id::<Budget>::new(id)).map(|_| Fund::BudgetForm(Some(Id::new(id))).into()),
        Kind::Closing => state.get(Id::<Closing>::new(id)).map(|_| Fund::Closing.into()),
        Kind::RadiationLink => state.get(Id::<RadiationLink>::new(id)).map(|_| Route::LinkEdit(Id::new(id))),
        Kind::Request => state.get(Id::<Request>::new(id)).map(|_| Requests::Request(Id::new(id)).into()),
        Kind::Loan => state.get(Id::<Loan>::new(id)).map(|_| Requests::Loan(Id::new(id)).into()),
        Kind::Instalment => state.get(Id::<Instalment>::new(id))?.loan.map(|loan| Requests::Loan(loan).into()),
        Kind::Ceiling | Kind::Duty => Some(Requests::Rules.into()),
        Kind::Plan => state.get(Id::<Plan>::new(id)).map(|_| Plans::Plan(Id::new(id)).into()),
        Kind::PlannedSession => state.get(Id::<PlannedSession>::new(id)).map(|_| Plans::Session(Id::new(id)).into()),
        Kind::SelectionDraft => state.get(Id::<SelectionDraft>::new(id)).map(|_| Leading::Draft(Id::new(id)).into()),
        Kind::SelectionPick => state.get(Id::<SelectionPick>::new(id))?.draft.map(|draft| Leading::Draft(draft).into()),
        Kind::ScoreWeights => Some(Leading::Rules.into()),
        Kind::Tour => state.get(Id::<Tour>::new(id)).map(|_| Tours::Tour(Id::new(id)).into()),
        Kind::Stop => state.get(Id::<Stop>::new(id)).map(|_| Tours::Stop(Id::new(id)).into()),
        Kind::Visitor => state.get(Id::<Visitor>::new(id))?.tour.map(|tour| Tours::Tour(tour).into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::{Specialty, Staff};

    #[test]
    fn a_change_is_about_its_household_not_about_the_village_it_made() {
        let id = Uuid::from_u128;
        let check = |records: &[Kind], expected: Option<Kind>| {
            let records: Vec<_> = records.iter().map(|kind| (*kind, id(1))).collect();
            assert_eq!(main_of(&records).map(|(kind, _)| kind), expected, "{records:?}");
        };
        check(&[Kind::Division, Kind::Member, Kind::Case, Kind::Need], Some(Kind::Case));
        check(&[Kind::Division, Kind::Site], Some(Kind::Site));
        check(&[Kind::Enrolment, Kind::Enrolment], Some(Kind::Enrolment));
        check(&[], None);
    }

    #[test]
    fn what_has_no_name_is_named_by_its_kind() {
        let of = |kind| named(Language::En, &State::default(), kind, Uuid::nil());
        let nameless = |title: &str| Named { title: title.to_owned(), route: None };
        assert_eq!(of(<Specialty as domain::Record>::KIND), nameless("Specialty"));
        assert_eq!(of(<Staff as domain::Record>::KIND), nameless("Staff"));
    }
}
