//! Planning a year: draft plans and the sessions that they hold. A planned session is no [`Session`]: nothing that is in
//! force can see it, whatever it asks, until the plan is adopted.

use time::Date;

use crate::records::{Course, Division, Instructor, Session, SessionState, Site};
use crate::{Id, choice};

choice! {
    /// Where a plan stands.
    PlanState {
        /// Being drawn up.
        Draft = 1,
        /// In force: its sessions are sessions.
        Adopted = 2,
        /// Put aside.
        Dropped = 3,
    }
}

record! {
    /// A plan of a year's sessions.
    Plan, PlanField {
        /// What it is called.
        1 name: String,
        /// The year.
        2 year: u32,
        /// The county it is for; nothing for the whole city.
        3 division: Option<Id<Division>>,
        /// Where it stands.
        4 state: Option<PlanState>,
        /// What it is about.
        5 note: String,
        /// The day it was adopted.
        6 adopted_on: Option<Date>,
    }
}

record! {
    /// A session as a plan means it.
    PlannedSession, PlannedSessionField {
        /// The plan.
        1 plan: Option<Id<Plan>>,
        /// The course.
        2 course: Option<Id<Course>>,
        /// The site.
        3 site: Option<Id<Site>>,
        /// The room.
        4 room: String,
        /// First day.
        5 starts_on: Option<Date>,
        /// Last day.
        6 ends_on: Option<Date>,
        /// Beginning of class, minutes after midnight.
        7 begins_at: u32,
        /// Seats.
        8 seats: u32,
        /// The fewest people for whom it is held.
        9 minimum: u32,
        /// Who teaches.
        10 instructor: Option<Id<Instructor>>,
        /// What participants should know.
        11 note: String,
    }
}

impl Plan {
    /// Whether it can still be changed.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, Some(PlanState::Draft) | None)
    }
}

impl PlannedSession {
    /// A session as a plan means it.
    #[must_use]
    pub fn of(plan: Id<Plan>, session: &Session) -> Self {
        let session = session.clone();
        Self {
            plan: Some(plan),
            course: session.course,
            site: session.site,
            room: session.room,
            starts_on: session.starts_on,
            ends_on: session.ends_on.or(session.starts_on),
            begins_at: session.begins_at,
            seats: session.seats,
            minimum: session.minimum,
            instructor: session.instructor,
            note: session.note,
        }
    }

    /// The session that it becomes; its term is counted when that happens.
    #[must_use]
    pub fn session(&self) -> Session {
        let planned = self.clone();
        Session {
            course: planned.course,
            term: 0,
            site: planned.site,
            room: planned.room,
            starts_on: planned.starts_on,
            ends_on: planned.ends_on,
            begins_at: planned.begins_at,
            seats: planned.seats,
            minimum: planned.minimum,
            instructor: planned.instructor,
            state: Some(SessionState::Planned),
            note: planned.note,
            broadcast: None,
        }
    }
}

impl Id<PlannedSession> {
    /// The session that it becomes keeps its id: two tablets that adopt one plan make the same sessions.
    #[must_use]
    pub fn in_force(self) -> Id<Session> {
        Id::new(self.raw())
    }
}
