//! What ties a household to the rest of the programme: trainings, cooperatives, demonstration, and who leads it.

use domain::Sorting as _;
use domain::records::{
    Case, Cooperative, Demonstration, Enrolment, EnrolmentField, EnrolmentState, Member, Membership, RadiationLink,
    Relation,
};
use domain::{Date, Id};

use super::members;
use crate::State;
use crate::query::prosperity::{self, DemonstrationLine};
use crate::query::training::{self, SessionLine};

/// A member's place in a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Training {
    /// Who.
    pub member: Id<Member>,
    /// The member's name.
    pub name: String,
    /// The enrolment, with what came of it.
    pub enrolment: Enrolment,
    /// Hours of class.
    pub hours: u32,
    /// The session.
    pub session: SessionLine,
}

impl Training {
    /// Whether the member took part.
    #[must_use]
    pub fn is_attended(&self) -> bool {
        self.enrolment.state == Some(EnrolmentState::Attended)
    }
}

/// How often a member was trained in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainedMember {
    /// The name.
    pub name: String,
    /// How often.
    pub times: usize,
}

/// A membership and its cooperative.
#[derive(Clone, Debug, PartialEq)]
pub struct InCooperative {
    /// The cooperative.
    pub cooperative: Id<Cooperative>,
    /// Its name.
    pub name: String,
    /// The membership.
    pub membership: Membership,
}

/// A demonstration household that leads this one.
#[derive(Clone, Debug, PartialEq)]
pub struct LedBy {
    /// The demonstration household.
    pub demonstration: Id<Demonstration>,
    /// Its name.
    pub name: String,
    /// The link.
    pub link: RadiationLink,
}

/// The trainings of a household, the newest first.
#[must_use]
pub fn trainings(state: &State, case: Id<Case>) -> Vec<Training> {
    let all = members(state, case).into_iter();
    let mut trainings: Vec<Training> = all.flat_map(|(id, member)| trainings_of(state, id, &member)).collect();
    trainings.arrange_by_key(|training| std::cmp::Reverse(training.session.starts_on));
    trainings
}

fn trainings_of(state: &State, id: Id<Member>, member: &Member) -> Vec<Training> {
    let enrolments = state.referring::<Enrolment>(EnrolmentField::member, id.raw());
    let trainings = enrolments.filter_map(|(_, enrolment)| {
        let session = training::line(state, enrolment.session?)?;
        let course = state.get(enrolment.session?).and_then(|session| session.course).and_then(|id| state.get(id));
        let hours = course.map_or(0, |course| course.hours);
        Some(Training { member: id, name: member.name.clone(), enrolment: enrolment.clone(), hours, session })
    });
    trainings.collect()
}

/// How often those of a household were trained in the year of a day: the head, Party members, and whoever was.
#[must_use]
pub fn trained(state: &State, case: Id<Case>, day: Date) -> Vec<TrainedMember> {
    let lines = members(state, case).into_iter().filter_map(|(id, member)| {
        let times = training::trainings_of(state, id, day.year()).count();
        let is_aimed_at = member.relation == Some(Relation::Head) || member.party_joined_on.is_some();
        (is_aimed_at || times > 0).then_some(TrainedMember { name: member.name, times })
    });
    lines.collect()
}

/// The cooperatives of a household, those that hold a place first.
#[must_use]
pub fn cooperatives(state: &State, case: Id<Case>) -> Vec<InCooperative> {
    let memberships = prosperity::memberships_of(state, case);
    let mut lines: Vec<InCooperative> = memberships
        .filter_map(|(_, membership)| {
            let cooperative = membership.cooperative?;
            let name = state.get(cooperative)?.name.clone();
            Some(InCooperative { cooperative, name, membership: membership.clone() })
        })
        .collect();
    lines.arrange_by_key(|line| (line.membership.state, line.membership.planned_on));
    lines
}

/// The years for which a household was proposed or chosen as a demonstration, the newest first.
#[must_use]
pub fn demonstrations(state: &State, case: Id<Case>) -> Vec<DemonstrationLine> {
    let all = prosperity::demonstrations_of(state, case);
    let mut lines: Vec<_> = all.filter_map(|(id, _)| prosperity::demonstration_line(state, id)).collect();
    lines.arrange_by_key(|line| std::cmp::Reverse(line.year));
    lines
}

/// Who leads a household, present links first.
#[must_use]
pub fn leaders(state: &State, case: Id<Case>) -> Vec<LedBy> {
    let mut lines: Vec<LedBy> = prosperity::led_by(state, case)
        .filter_map(|(_, link)| {
            let demonstration = link.demonstration?;
            let name = prosperity::demonstration_name(state, state.get(demonstration)?);
            Some(LedBy { demonstration, name, link: link.clone() })
        })
        .collect();
    lines.arrange_by_key(|line| (line.link.until.is_some(), line.link.since));
    lines
}
