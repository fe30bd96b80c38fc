//! The rolls of the last weeks: who took part was there in most half-days, who was absent in none.

use std::collections::HashMap;

use domain::records::{Attendance, Enrolment, EnrolmentState, Presence, Session};
use domain::roll::{RollTime, attendance_id, roll_times};
use domain::{Date, Id};

use crate::calendar::after;
use crate::dice::Dice;

/// Over how many days the rolls reach back.
const BACK: i32 = 30;
/// The stream of chance for rolls.
const ROLLS: u64 = 42;

/// The rolls of the sessions that ended in the last weeks.
pub(crate) fn rolls(
    sessions: &[(Id<Session>, Session)],
    enrolments: &[(Id<Enrolment>, Enrolment)],
    today: Date,
) -> Vec<(Id<Attendance>, Attendance)> {
    let is_recent = |session: &Session| session.ends_on.is_some_and(|end| end < today && end >= after(today, -BACK));
    let recent = sessions.iter().filter(|(_, session)| is_recent(session));
    let times: HashMap<Id<Session>, Vec<RollTime>> = recent.map(|(id, session)| (*id, roll_times(session))).collect();
    let mut dice = Dice::new(ROLLS);
    let mut all = Vec::new();
    for (_, enrolment) in enrolments {
        let Some(times) = enrolment.session.and_then(|session| times.get(&session)) else { continue };
        for (place, time) in times.iter().enumerate() {
            let presence = presence(&mut dice, enrolment.state, place == 0);
            all.extend(presence.and_then(|presence| mark(enrolment, *time, presence)));
        }
    }
    all
}

fn mark(enrolment: &Enrolment, time: RollTime, presence: Presence) -> Option<(Id<Attendance>, Attendance)> {
    let (session, member) = enrolment.session.zip(enrolment.member)?;
    let attendance = Attendance {
        session: Some(session),
        member: Some(member),
        on: Some(time.on),
        half: Some(time.half),
        presence: Some(presence),
        ..Attendance::default()
    };
    Some((attendance_id(session, member, time), attendance))
}

fn presence(dice: &mut Dice, state: Option<EnrolmentState>, is_first: bool) -> Option<Presence> {
    match state? {
        EnrolmentState::Absent => Some(Presence::Missing),
        EnrolmentState::Attended if is_first => Some(Presence::Present),
        EnrolmentState::Attended => Some(match dice.below(100) {
            0..4 => Presence::Late,
            4..6 => Presence::LeftEarly,
            6..9 => Presence::Excused,
            _ => Presence::Present,
        }),
        _ => None,
    }
}
