//! Who has a seat in a session, who waits for one, and who withdrew.

use std::collections::HashSet;

use domain::Id;
use domain::records::{Answer, Case, Enrolment, EnrolmentState, Member, Session};

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
    /// What the member answered when asked by phone.
    pub answer: Option<Answer>,
    /// Whether the member needs a ride.
    pub needs_ride: bool,
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

/// What those with a seat answered when asked by phone, in numbers of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Come.
    pub come: usize,
    /// Do not come.
    pub decline: usize,
    /// Could not be reached.
    pub unreached: usize,
    /// Were not asked.
    pub open: usize,
    /// Need a ride, and have not said that they do not come.
    pub rides: usize,
}

impl Roster {
    /// What those with a seat answered.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for one in &self.seated {
            match one.answer {
                Some(Answer::Comes) => answers.come += 1,
                Some(Answer::Declines) => answers.decline += 1,
                Some(_) => answers.unreached += 1,
                None => answers.open += 1,
            }
            answers.rides += usize::from(one.is_fetched());
        }
        answers
    }
}

impl Participant {
    /// Whether somebody has to fetch them.
    #[must_use]
    pub fn is_fetched(&self) -> bool {
        self.needs_ride && self.answer != Some(Answer::Declines)
    }
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
        answer: enrolment.answer,
        needs_ride: enrolment.needs_ride,
    })
}
