//! Training: what is taught, by whom, when and where, and who takes part.

use time::Date;

use crate::records::{Answer, Employment, Member, Outcome, Site};
use crate::{Id, choice};

choice! {
    /// How a course is taught.
    Method {
        /// A lecture.
        Lecture = 1,
        /// A successful member tells their own story.
        OwnStory = 2,
        /// A study visit.
        StudyVisit = 3,
        /// Distance education.
        Distance = 4,
        /// Practice.
        Practice = 5,
    }
}

choice! {
    /// Where a session stands.
    SessionState {
        /// To be held.
        Planned = 1,
        /// Held.
        Held = 2,
        /// Cancelled.
        Cancelled = 3,
    }
}

choice! {
    /// Where an enrolment stands.
    EnrolmentState {
        /// Has a seat.
        Enrolled = 1,
        /// Waits for a seat.
        Waiting = 2,
        /// Withdrawn.
        Withdrawn = 3,
        /// Took part.
        Attended = 4,
        /// Did not come.
        Absent = 5,
    }
}

choice! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = 1,
        /// Tuesday.
        Tuesday = 2,
        /// Wednesday.
        Wednesday = 3,
        /// Thursday.
        Thursday = 4,
        /// Friday.
        Friday = 5,
        /// Saturday.
        Saturday = 6,
        /// Sunday.
        Sunday = 7,
    }
}

record! {
    /// A specialty that is taught.
    Specialty, SpecialtyField {
        /// Its name.
        1 name: String,
        /// Its place in lists.
        2 position: u32,
        /// Whether it counts as science-and-technology training.
        3 is_technology: bool,
    }
}

record! {
    /// A category of trainees.
    Category, CategoryField {
        /// Its name.
        1 name: String,
        /// Its place in lists.
        2 position: u32,
    }
}

record! {
    /// What is taught.
    Course, CourseField {
        /// Its title.
        1 title: String,
        /// Its specialty.
        2 specialty: Option<Id<Specialty>>,
        /// Hours of class.
        3 hours: u32,
        /// How it is taught.
        4 method: Option<Method>,
        /// What it is about.
        5 content: String,
        /// The age from which one may take part; 0 means any.
        6 from_age: u32,
        /// Whether it is for rural members only.
        7 is_rural: bool,
    }
}

record! {
    /// A person who teaches.
    Instructor, InstructorField {
        /// Name.
        1 name: String,
        /// Organisation.
        2 organisation: String,
        /// What they teach.
        3 subject: String,
        /// Telephone.
        4 phone: String,
        /// The days of the week on which they teach; none means any.
        10 days: Vec<Weekday>,
        /// Whether they have no time at sowing and harvest.
        11 is_farming: bool,
    }
}

record! {
    /// One holding of a course at a site on dates.
    Session, SessionField {
        /// The course.
        1 course: Option<Id<Course>>,
        /// The term: 第 n 期.
        2 term: u32,
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
        /// Where it stands.
        11 state: Option<SessionState>,
        /// What participants should know.
        12 note: String,
        /// The session that is broadcast and followed here, for one of several places; nothing for any other.
        20 broadcast: Option<Id<Session>>,
    }
}

record! {
    /// A member's place in a session.
    Enrolment, EnrolmentField {
        /// The session.
        1 session: Option<Id<Session>>,
        /// The member.
        2 member: Option<Id<Member>>,
        /// Where it stands.
        3 state: Option<EnrolmentState>,
        /// The day of enrolment.
        4 enrolled_on: Option<Date>,
        /// Why it was withdrawn.
        5 reason: String,
        /// The mark for practical work, 1 to 100; 0 where none was given.
        6 mark: u32,
        /// Whether it was passed.
        7 outcome: Option<Outcome>,
        /// The number of the certificate; empty where none was issued.
        8 certificate: String,
        /// The day it was issued.
        9 certified_on: Option<Date>,
        /// What the trainee thought of it, 1 to 5; 0 where nobody asked.
        10 rating: u32,
        /// In the trainee's words.
        11 opinion: String,
        /// What the trainee works at some months later.
        12 employment: Option<Employment>,
        /// Where.
        13 employer: String,
        /// The day that was asked.
        14 followed_up_on: Option<Date>,
        /// What the member answered when asked whether they come.
        15 answer: Option<Answer>,
        /// Whether the member needs a ride.
        16 needs_ride: bool,
    }
}
