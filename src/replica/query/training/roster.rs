//! Who has a seat in a session, who waits for one, and who withdrew.

use std::collections::HashSet;

use domain::Id;
use domain::records::{Case, Enrolment, EnrolmentState, Member, Session};

use super::{enrolments, has_seat};
use crate::State;
use crate::query::divisions;

/// A person's place in a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The enrolment.
    pub id: Id<Enrolment>,
    /// The member.
    pub member: Id<Member>,
    /// The case.
    pub case: Option<Id<Case>>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// A telephone number: the member's, or else the household's.
    pub phone: String,
    /// Where the enrolment stands.
    pub state: Option<EnrolmentState>,
}

/// The people of a session, in the order of their enrolment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Those with a seat.
    pub seated: Vec<Participant>,
    /// Those who wait, the first one first.
    pub waiting: Vec<Participant>,
    /// Those who withdrew and did not come back.
    pub withdrawn: Vec<Participant>,
}

/// The people of a session.
#[must_use]
pub fn roster(state: &State, session: Id<Session>) -> Roster {
    let mut roster = Roster::default();
    for (id, enrolment) in enrolments(state, session) {
        let Some(participant) = participant(state, id, enrolment) else { continue };
        match enrolment.state {
            Some(EnrolmentState::Waiting) => roster.waiting.push(participant),
            _ if has_seat(enrolment) => roster.seated.push(participant),
            _ => roster.withdrawn.push(participant),
        }
    }
    let back: HashSet<_> = roster.seated.iter().chain(&roster.waiting).map(|one| one.member).collect();
    let mut seen = HashSet::new();
    roster.withdrawn.retain(|one| !back.contains(&one.member) && seen.insert(one.member));
    roster
}

fn participant(state: &State, id: Id<Enrolment>, enrolment: &Enrolment) -> Option<Participant> {
    let member_id = enrolment.member?;
    let member = state.get(member_id)?;
    let case = member.case.and_then(|case| state.get(case));
    let household = case.map(|case| case.phone.clone()).unwrap_or_default();
    Some(Participant {
        id,
        member: member_id,
        case: member.case,
        name: member.name.clone(),
        village: divisions::name(state, case.and_then(|case| case.village)),
        phone: if member.phone.is_empty() { household } else { member.phone.clone() },
        state: enrolment.state,
    })
}
