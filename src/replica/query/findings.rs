//! Findings: rules that a merge broke, and dates that passed. Nothing enforces them when tablets are merged; a person
//! settles them here. The same state gives the same findings, in the same order, on every tablet.

use std::collections::BTreeSet;

use domain::records::{
    Account, AccountKind, Case, Emergency, Enrolment, EnrolmentState, Entry, Income, Loan, Member, Need, NeedState,
    Pairing, Request, Session, SessionState, Settlement,
};
use domain::value::Fen;
use domain::{Date, Id, Kind};

use super::{cases, divisions, emergencies, training};
use crate::{ReplicaId, State, Timestamp};

mod clocks;
mod incomes;
mod money;
mod pairings;
mod persons;
mod rooms;
mod seats;

/// How far a clock may run ahead before it is in doubt, in milliseconds.
pub const CLOCK_TOLERANCE: u64 = 15 * 60 * 1000;

/// Something that a person should settle.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// More people have a seat in a session than there are seats.
    OverCapacity {
        /// The session.
        session: Id<Session>,
        /// Its name.
        title: String,
        /// Its seats.
        seats: u32,
        /// Those who came last, beyond the seats.
        over: Vec<Seat>,
    },
    /// A person has two seats in one session.
    EnrolledTwice {
        /// The session's name.
        title: String,
        /// The seats, the one that came first first.
        seats: [Seat; 2],
    },
    /// A person has seats in two sessions at one time.
    Overlap {
        /// The seats, the one that came first first.
        seats: [Seat; 2],
        /// The sessions' names.
        titles: [String; 2],
        /// Days on which both are held, from and until.
        days: (Date, Date),
    },
    /// A room or an instructor is in two sessions at one time.
    Occupied {
        /// What it is called.
        what: String,
        /// The sessions, the one that was planned first first.
        sessions: [Id<Session>; 2],
        /// The sessions' names.
        titles: [String; 2],
        /// Days on which both are held, from and until.
        days: (Date, Date),
    },
    /// Two persons have the same identity number.
    SameIdNumber {
        /// The persons, the one who was registered first first.
        persons: [Person; 2],
    },
    /// A file was joined into another one, and a tablet that did not know of it wrote to it, or joined them the other way.
    WrittenToJoined {
        /// The file that stays.
        keep: Id<Case>,
        /// Its household.
        name: String,
        /// The file that went.
        other: Id<Case>,
        /// How many records still refer to the one that went.
        count: usize,
    },
    /// A need's date has passed, and it is not met.
    Overdue {
        /// The need.
        need: Id<Need>,
        /// The case.
        case: Id<Case>,
        /// The household.
        name: String,
        /// The date.
        due_on: Date,
    },
    /// An emergency's deadline has passed, and it is not closed.
    EmergencyOverdue {
        /// The emergency.
        emergency: Id<Emergency>,
        /// The household.
        name: String,
        /// The deadline.
        due_on: Date,
    },
    /// The income of a household is stated more than once for a year.
    IncomeTwice {
        /// The case.
        case: Id<Case>,
        /// The household.
        name: String,
        /// The year.
        year: u32,
        /// The statements, the one that came first first.
        incomes: [Stated; 2],
    },
    /// A case has more than one active helper.
    TwoHelpers {
        /// The case.
        case: Id<Case>,
        /// The household.
        name: String,
        /// Its helpers, the one that was paired first first.
        pairings: Vec<Paired>,
    },
    /// An account is below zero, or more of a source was spent than it gave.
    BelowZero {
        /// The account: money, or a source; nothing for all sources together.
        account: Option<Id<Account>>,
        /// What it stands for.
        kind: Option<AccountKind>,
        /// Its own name; empty when its kind says all.
        name: String,
        /// By how much.
        short: Fen,
        /// The payments for which there was nothing left, the one that came first first.
        beyond: Vec<Spent>,
    },
    /// A request was paid more than once.
    PaidTwice {
        /// The request.
        request: Id<Request>,
        /// The household.
        name: String,
        /// The payments, the one that came first first.
        payments: Vec<Spent>,
    },
    /// An entry is reversed more than once.
    ReversedTwice {
        /// The entry.
        entry: Spent,
        /// The reversals, the one that came first first.
        reversals: Vec<Spent>,
    },
    /// More came back of a loan than was lent.
    Overpaid {
        /// The loan.
        loan: Id<Loan>,
        /// The household.
        name: String,
        /// By how much.
        over: Fen,
        /// What came back, the one that came first first.
        repayments: Vec<Spent>,
    },
    /// A tablet's clock runs ahead.
    ClockInDoubt {
        /// The tablet.
        replica: ReplicaId,
        /// The moment of its last change.
        time: Timestamp,
    },
}

/// A person's seat in a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// The enrolment.
    pub enrolment: Id<Enrolment>,
    /// The session.
    pub session: Id<Session>,
    /// The member.
    pub member: Id<Member>,
    /// The member's name.
    pub name: String,
}

/// A person of a household.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The member.
    pub member: Id<Member>,
    /// The case.
    pub case: Id<Case>,
    /// The name.
    pub name: String,
    /// The village.
    pub village: String,
}

/// A helper of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// The pairing.
    pub pairing: Id<Pairing>,
    /// The helper's name.
    pub helper: String,
}

/// A statement of income.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The statement.
    pub income: Id<Income>,
    /// What it says is left.
    pub net: Fen,
}

/// A payment of the fund.
#[derive(Clone, Debug, PartialEq)]
pub struct Spent {
    /// The entry.
    pub entry: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// The household, or who else got it.
    pub name: String,
    /// What it was.
    pub narration: String,
    /// How much.
    pub fen: Fen,
}

/// What settles a finding, with one press.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Those who came last wait for a seat.
    Wait(Vec<Id<Enrolment>>),
    /// One enrolment is withdrawn.
    Withdraw(Id<Enrolment>),
    /// One session is cancelled.
    Cancel(Id<Session>),
    /// A member is removed: the same person stands in another file.
    RemoveMember(Id<Member>),
    /// What was written to the file that went is brought to the one that stays, in this order.
    Gather(Id<Case>, Id<Case>),
    /// The need is met.
    Met(Id<Need>),
    /// A statement of income is removed: another one counts.
    RemoveIncome(Id<Income>),
    /// A pairing ends today.
    EndPairing(Id<Pairing>),
    /// A posting is reversed today.
    Reverse(Id<Entry>),
    /// It is as it should be; the finding of that key is settled by a person's word.
    Accept(String),
}

impl Finding {
    /// What names it: the same for the same finding on every tablet.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::OverCapacity { session, over, .. } => format!("seats/{session}/{}", over.len()),
            Self::EnrolledTwice { seats: [a, b], .. } => format!("twice/{}/{}", a.enrolment, b.enrolment),
            Self::Overlap { seats: [a, b], .. } => format!("overlap/{}/{}", a.enrolment, b.enrolment),
            Self::Occupied { what, sessions: [a, b], .. } => format!("occupied/{what}/{a}/{b}"),
            Self::SameIdNumber { persons: [a, b] } => format!("id/{}/{}", a.member, b.member),
            Self::WrittenToJoined { keep, other, count, .. } => format!("joined/{keep}/{other}/{count}"),
            Self::Overdue { need, due_on, .. } => format!("due/{need}/{due_on}"),
            Self::EmergencyOverdue { emergency, due_on, .. } => format!("emergency/{emergency}/{due_on}"),
            Self::IncomeTwice { incomes: [a, b], .. } => format!("income/{}/{}", a.income, b.income),
            Self::TwoHelpers { case, pairings, .. } => {
                pairings.iter().fold(format!("helpers/{case}"), |key, paired| format!("{key}/{}", paired.pairing))
            }
            Self::BelowZero { account: Some(account), short, .. } => format!("below/{account}/{}", short.0),
            Self::BelowZero { account: None, short, .. } => format!("below/all/{}", short.0),
            Self::PaidTwice { request, payments, .. } => format!("paid/{request}/{}", payments.len()),
            Self::ReversedTwice { entry, reversals } => format!("reversed/{}/{}", entry.entry, reversals.len()),
            Self::Overpaid { loan, over, .. } => format!("overpaid/{loan}/{}", over.0),
            Self::ClockInDoubt { replica, time } => format!("clock/{replica:?}/{}", time.millis() / 86_400_000),
        }
    }

    /// What settles it: one or two presses.
    #[must_use]
    pub fn remedies(&self) -> Vec<Remedy> {
        match self {
            Self::OverCapacity { over, .. } => {
                vec![Remedy::Wait(over.iter().map(|seat| seat.enrolment).collect()), Remedy::Accept(self.key())]
            }
            Self::EnrolledTwice { seats: [_, later], .. } => vec![Remedy::Withdraw(later.enrolment)],
            Self::Overlap { seats: [first, later], .. } => {
                vec![Remedy::Withdraw(later.enrolment), Remedy::Withdraw(first.enrolment)]
            }
            Self::Occupied { sessions: [_, later], .. } => vec![Remedy::Cancel(*later), Remedy::Accept(self.key())],
            Self::SameIdNumber { persons: [_, later] } => {
                vec![Remedy::RemoveMember(later.member), Remedy::Accept(self.key())]
            }
            Self::WrittenToJoined { keep, other, .. } => vec![Remedy::Gather(*keep, *other)],
            Self::IncomeTwice { incomes: [first, later], .. } => {
                vec![Remedy::RemoveIncome(first.income), Remedy::RemoveIncome(later.income)]
            }
            Self::Overdue { need, .. } => vec![Remedy::Met(*need), Remedy::Accept(self.key())],
            // The one that was paired last is ended first, unless somebody thinks better of it.
            Self::TwoHelpers { pairings, .. } => {
                pairings.iter().rev().map(|paired| Remedy::EndPairing(paired.pairing)).collect()
            }
            Self::BelowZero { beyond: entries, .. }
            | Self::PaidTwice { payments: entries, .. }
            | Self::Overpaid { repayments: entries, .. } => {
                let last = entries.last().map(|spent| Remedy::Reverse(spent.entry));
                last.into_iter().chain([Remedy::Accept(self.key())]).collect()
            }
            // Nothing happens twice for being reversed twice: the books are wrong until the later one is gone.
            Self::ReversedTwice { reversals, .. } => {
                reversals.last().map(|spent| Remedy::Reverse(spent.entry)).into_iter().collect()
            }
            // It is closed with its result, on its own page; here somebody can only say that it may wait.
            Self::EmergencyOverdue { .. } | Self::ClockInDoubt { .. } => vec![Remedy::Accept(self.key())],
        }
    }
}

/// All findings, as of a day and a moment of this tablet's wall clock (milliseconds since 1970).
#[must_use]
pub fn findings(state: &State, today: Date, now: u64) -> Vec<Finding> {
    state.observe_all();
    let accepted: BTreeSet<&str> =
        state.all::<Settlement>().iter().map(|(_, settlement)| settlement.finding.as_str()).collect();
    let mut found = seats::over_capacity(state, today);
    found.extend(seats::twice_and_overlapping(state, today));
    found.extend(rooms::occupied(state, today));
    found.extend(persons::same_id_number(state));
    found.extend(persons::written_to_joined(state));
    found.extend(pairings::two_helpers(state));
    found.extend(incomes::stated_twice(state));
    found.extend(money::found(state));
    found.extend(overdue(state, today));
    found.extend(late_emergencies(state, today));
    found.extend(clocks::in_doubt(state, now));
    found.retain(|finding| !accepted.contains(finding.key().as_str()));
    found
}

fn overdue(state: &State, today: Date) -> Vec<Finding> {
    let open = state.all::<Need>().iter().filter(|(_, need)| need.state != Some(NeedState::Met));
    let mut found: Vec<(Date, Id<Need>, Id<Case>)> = open
        .filter_map(|(id, need)| {
            let (case, due_on) = (need.case?, need.due_on.filter(|day| *day < today)?);
            state.get(case).map(|_| (due_on, id, case))
        })
        .collect();
    found.sort();
    let finding = |(due_on, need, case)| Finding::Overdue { need, case, name: cases::name(state, case), due_on };
    found.into_iter().map(finding).collect()
}

fn late_emergencies(state: &State, today: Date) -> impl Iterator<Item = Finding> {
    emergencies::overdue(state, today).into_iter().filter_map(|line| {
        let due_on = line.due_on?;
        Some(Finding::EmergencyOverdue { emergency: line.id, name: line.name, due_on })
    })
}

/// What came first: by the clock, then by replica, then by place in the chain, then by id.
fn order<T>(state: &State, kind: Kind, id: Id<T>) -> impl Ord + use<T> {
    (state.made(kind, id.raw()), id.raw())
}

fn is_ahead(session: &Session, today: Date) -> bool {
    let is_held = session.state != Some(SessionState::Cancelled);
    is_held && session.ends_on.or(session.starts_on).is_some_and(|end| end >= today)
}

fn seat(state: &State, id: Id<Enrolment>, enrolment: &Enrolment) -> Option<Seat> {
    let (session, member) = (enrolment.session?, enrolment.member?);
    let name = state.get(member).map(|member| member.name.clone()).unwrap_or_default();
    Some(Seat { enrolment: id, session, member, name })
}

fn is_seated(enrolment: &Enrolment) -> bool {
    training::has_seat(enrolment) && enrolment.state != Some(EnrolmentState::Withdrawn)
}

fn person(state: &State, id: Id<Member>, member: &Member) -> Option<Person> {
    let case = member.case?;
    let file = state.get(case)?;
    Some(Person { member: id, case, name: member.name.clone(), village: divisions::name(state, file.village) })
}
