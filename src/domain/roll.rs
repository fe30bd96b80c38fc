//! The rules of the roll: which half-days a session has, and the ids and numbers that are the same on every tablet.

use time::Date;

use crate::records::{Attendance, HalfDay, Member, Session};
use crate::{Choice as _, Id, Uuid};

/// Noon and evening, in minutes after midnight.
const NOON: u32 = 12 * 60;
const EVENING: u32 = 17 * 60;
/// A session has no more days than this on its roll.
const MOST_DAYS: usize = 120;
/// Odd numbers without a pattern: they carry each bit into all others.
const MIX: [u128; 2] = [0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835, 0xd6e8_feb8_6659_fd93_a5a3_564e_27f8_8651];

/// A half-day of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RollTime {
    /// The day.
    pub on: Date,
    /// The half of it.
    pub half: HalfDay,
}

/// The half-days of a session, as its first hour says: mornings and afternoons, afternoons alone, or evenings.
#[must_use]
pub fn roll_times(session: &Session) -> Vec<RollTime> {
    let Some(first) = session.starts_on else { return vec![] };
    let last = session.ends_on.unwrap_or(first).max(first);
    let halves: &[HalfDay] = match session.begins_at {
        EVENING.. => &[HalfDay::Evening],
        NOON..EVENING => &[HalfDay::Afternoon],
        _ => &[HalfDay::Morning, HalfDay::Afternoon],
    };
    let days = std::iter::successors(Some(first), |day| day.next_day()).take_while(|day| *day <= last);
    days.take(MOST_DAYS).flat_map(|on| halves.iter().map(move |half| RollTime { on, half: *half })).collect()
}

/// The id of the record of one person in one half-day: the same on every tablet, so that two doors write one record.
#[must_use]
pub fn attendance_id(session: Id<Session>, member: Id<Member>, time: RollTime) -> Id<Attendance> {
    let day = u128::from(time.on.to_julian_day().unsigned_abs()) << 8 | u128::from(time.half.number());
    let parts = [session.raw().as_u128(), member.raw().as_u128(), day];
    let mixed = parts.into_iter().fold(0_u128, |bits, part| {
        let bits = (bits ^ part).wrapping_mul(MIX[0]);
        (bits ^ bits >> 61).wrapping_mul(MIX[1])
    });
    Id::new(Uuid::from_u128(mixed ^ mixed >> 67))
}

/// A number for the certificate of a member's training: `SP`, the year, and ten digits that follow from session and
/// member, so that two tablets that issue it give the same. `turn` counts the numbers that were taken already.
#[must_use]
pub fn certificate_number(session: Id<Session>, member: Id<Member>, year: i32, turn: u128) -> String {
    let both = session.raw().as_u128().wrapping_mul(MIX[0]) ^ member.raw().as_u128();
    let digits = (both.wrapping_mul(MIX[1]) >> 64).wrapping_add(turn) % 10_000_000_000;
    format!("SP{year}-{digits:010}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_person_and_half_day_has_an_id_of_its_own() {
        let day = Date::from_ordinal_date(2026, 327).expect("a day");
        let id = |session: u128, member: u128, half| {
            let time = RollTime { on: day, half };
            attendance_id(Id::new(Uuid::from_u128(session)), Id::new(Uuid::from_u128(member)), time)
        };
        let mut all = std::collections::HashSet::new();
        for session in 1..=60 {
            for member in 1..=100 {
                all.extend([HalfDay::Morning, HalfDay::Afternoon].map(|half| id(session, member, half)));
            }
        }
        assert_eq!(all.len(), 12_000);
        assert_eq!(id(7, 8, HalfDay::Morning), id(7, 8, HalfDay::Morning));
    }

    #[test]
    fn the_numbers_of_a_year_differ() {
        let number = |session: u128, member: u128, turn| {
            certificate_number(Id::new(Uuid::from_u128(session)), Id::new(Uuid::from_u128(member)), 2026, turn)
        };
        let all: std::collections::HashSet<String> =
            (1..=60).flat_map(|session| (1..=100).map(move |member| number(session, member, 0))).collect();
        assert_eq!(all.len(), 6000);
        assert!(all.iter().all(|number| number.len() == 17 && number.starts_with("SP2026-")));
        assert_ne!(number(1, 1, 0), number(1, 1, 1));
    }
}
