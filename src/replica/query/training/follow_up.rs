//! What became of a training: whom to ask some months after its end.

use domain::records::{Enrolment, Session};
use domain::{Date, Id, Sorting as _};

use super::course_title;
use crate::State;
use crate::query::divisions;

/// How long after its end a training is followed up.
pub const FOLLOW_UP_DAYS: i64 = 90;

/// Somebody to ask, and about which training.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// The enrolment.
    pub id: Id<Enrolment>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
    /// A telephone number: the member's, or else the household's.
    pub phone: String,
    /// The course's title.
    pub title: String,
    /// The term.
    pub term: u32,
    /// Its last day.
    pub ended_on: Option<Date>,
}

/// The trainings of which nobody has asked yet what became of them, some months after their end; the oldest first.
#[must_use]
pub fn to_follow_up(state: &State, today: Date) -> Vec<(Id<Enrolment>, Id<Session>)> {
    let due = today.saturating_sub(time::Duration::days(FOLLOW_UP_DAYS));
    let end = |session: Id<Session>| state.get(session).and_then(last_day);
    let certified = state.all::<Enrolment>().iter().filter(|(_, one)| one.certified_on.is_some());
    let open = certified.filter(|(_, one)| one.employment.is_none());
    let dated = open.filter_map(|(id, one)| Some((id, one.session?, end(one.session?)?)));
    let mut dated: Vec<_> = dated.filter(|(.., end)| *end <= due).collect();
    dated.arrange_by_cached_key(|(id, session, end)| (*end, *session, *id));
    dated.into_iter().map(|(id, session, _)| (id, session)).collect()
}

fn last_day(session: &Session) -> Option<Date> {
    session.ends_on.or(session.starts_on)
}

/// Whom to ask, with what one needs to call them.
#[must_use]
pub fn follow_ups(state: &State, today: Date) -> Vec<FollowUp> {
    to_follow_up(state, today).into_iter().filter_map(|(id, session)| line(state, id, session)).collect()
}

fn line(state: &State, id: Id<Enrolment>, session: Id<Session>) -> Option<FollowUp> {
    let session = state.get(session)?;
    let member = state.get(id)?.member.and_then(|id| state.get(id))?;
    let case = member.case.and_then(|case| state.get(case));
    let household = case.map(|case| case.phone.clone()).unwrap_or_default();
    Some(FollowUp {
        id,
        name: member.name.clone(),
        village: divisions::name(state, case.and_then(|case| case.village)),
        phone: if member.phone.is_empty() { household } else { member.phone.clone() },
        title: course_title(state, session),
        term: session.term,
        ended_on: last_day(session),
    })
}
