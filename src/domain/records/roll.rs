//! The roll of a session: who was there in each half-day, and how. What came of it for a person stands in the
//! enrolment.

use time::Date;

use crate::records::{Member, Session};
use crate::{Id, choice};

choice! {
    /// A part of a day for which the roll is called.
    HalfDay {
        /// Before noon.
        Morning = 1,
        /// After noon.
        Afternoon = 2,
        /// In the evening.
        Evening = 3,
    }
}

choice! {
    /// How a person took part in a half-day.
    Presence {
        /// Was there.
        Present = 1,
        /// Came late.
        Late = 2,
        /// Left early.
        LeftEarly = 3,
        /// Was excused.
        Excused = 4,
        /// Did not come.
        Missing = 5,
    }
}

impl Presence {
    /// Whether the person was there at all.
    #[must_use]
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Present | Self::Late | Self::LeftEarly)
    }
}

choice! {
    /// What came of a training for a person.
    Outcome {
        /// Passed.
        Passed = 1,
        /// Did not pass.
        Failed = 2,
    }
}

choice! {
    /// What a person works at, some months after a training.
    Employment {
        /// Employed.
        Employed = 1,
        /// Runs a business.
        Business = 2,
        /// Works in farming or breeding with what was learnt.
        Farming = 3,
        /// Looks for work.
        Looking = 4,
        /// Nothing has changed.
        Unchanged = 5,
    }
}

choice! {
    /// What a person answered when asked whether they come.
    Answer {
        /// Comes.
        Comes = 1,
        /// Does not come.
        Declines = 2,
        /// Could not be reached.
        Unreached = 3,
    }
}

record! {
    /// How one person took part in one half-day of a session. Its id follows from these, so that two doors write one record.
    Attendance, AttendanceField {
        /// The session.
        1 session: Option<Id<Session>>,
        /// The member.
        2 member: Option<Id<Member>>,
        /// The day.
        3 on: Option<Date>,
        /// The half-day.
        4 half: Option<HalfDay>,
        /// How.
        5 presence: Option<Presence>,
        /// Why late, excused or missing.
        6 reason: String,
        /// The signature: strokes of points in a square of 1000, `x,y x,y;x,y …`.
        7 signature: String,
    }
}
