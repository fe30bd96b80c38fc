//! What can be wrong with an entry, as values. The sentences are made in `locales`, once, where the user is.

use time::Date;

use crate::FieldRef;
use crate::value::Fen;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field, or nothing when it is about the entry as a whole.
    pub field: Option<FieldRef>,
    /// Which row of a form with several like records, counted from 0.
    pub row: usize,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// A fault of a field.
    pub fn at(field: impl Into<FieldRef>, fault: Fault) -> Self {
        Self { field: Some(field.into()), row: 0, fault }
    }

    /// A fault of the entry as a whole.
    #[must_use]
    pub fn of_entry(fault: Fault) -> Self {
        Self { field: None, row: 0, fault }
    }

    /// The same, in that row.
    #[must_use]
    pub fn in_row(mut self, row: usize) -> Self {
        self.row = row;
        self
    }
}

/// What is wrong. Names and numbers in it are there to be said to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must be filled in.
    Missing,
    /// It is longer than so many characters.
    TooLong(usize),
    /// It is no number.
    NotANumber,
    /// It lies outside of a range.
    OutOfRange {
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// It is no date.
    NotADate,
    /// It is no amount of money.
    NotMoney,
    /// It is no telephone number.
    NotAPhone,
    /// The choice is not in the list.
    NotInList,
    /// An identity number has so many characters instead of 18.
    IdLength(usize),
    /// An identity number has a character that cannot be there.
    IdCharacter,
    /// An identity number holds a day that does not exist.
    IdBirthday,
    /// An identity number's last character should be another.
    IdCheck(char),
    /// A disability card's number has so many characters instead of 20.
    CardLength(usize),
    /// A disability card's number begins with another identity number.
    CardDiffers,
    /// A disability card's number ends in a kind or a grade that there is not.
    CardKind,
    /// It is no number of a bank account.
    NotAnAccount,
    /// An identity number belongs to someone who is registered already.
    IdTaken {
        /// Who.
        name: String,
        /// Where.
        village: String,
    },
    /// An identity number says another sex.
    SexDiffers,
    /// An identity number says another birthday.
    BirthDiffers,
    /// A date lies in the future.
    InFuture,
    /// A date lies before a birth.
    BeforeBirth,
    /// An end lies before its beginning.
    EndsBeforeStart,
    /// A household has no head, or more than one.
    Heads(usize),
    /// A household has no member.
    NoMember,
    /// More than so many were chosen.
    TooMany(usize),
    /// Something is there twice.
    Twice,
    /// Something of that name is there already.
    NameTaken(String),
    /// What it refers to is not there (any more).
    Gone,
    /// The seats are fewer than those enrolled.
    SeatsBelowEnrolled(usize),
    /// The least number is above the seats.
    MinimumAboveSeats,
    /// No seat is left.
    Full(u32),
    /// The member is enrolled already.
    AlreadyEnrolled(String),
    /// The member has another session at that time.
    Clash {
        /// Who.
        name: String,
        /// The other session.
        session: String,
        /// Its first day.
        from: Date,
        /// Its last day.
        until: Date,
    },
    /// The site, the room or the instructor is taken at that time.
    Occupied {
        /// Which.
        what: String,
        /// By which session.
        session: String,
    },
    /// The member is too young.
    TooYoung {
        /// Who.
        name: String,
        /// The age from which one may take part.
        from_age: u32,
    },
    /// A session is over or cancelled.
    SessionClosed,
    /// The roll is not open: the session has not begun, or is cancelled.
    RollNotOpen,
    /// The half-day is none of the session's.
    NotOfSession,
    /// The member has no seat in the session.
    NoSeat,
    /// Somebody stands at the door, and all so many seats are taken.
    NoSeatAtDoor(u32),
    /// The person was never there.
    NeverThere,
    /// The person has not passed.
    NotPassed,
    /// A certificate of that number was issued.
    CertificateIssued(String),
    /// A planned session does not lie within the year of its plan.
    NotOfYear(u32),
    /// A plan holds no more sessions than about so many.
    PlanFull(usize),
    /// A plan holds no sessions.
    PlanEmpty,
    /// A plan is adopted, or put aside.
    PlanClosed,
    /// So many rooms or instructors of a plan are in two places at once.
    PlanClashes(usize),
    /// A cooperative's places are fewer than the households that hold one.
    PlacesBelowMembers(usize),
    /// A cooperative has no room.
    CooperativeFull(u32),
    /// The case is in that cooperative already.
    AlreadyMember(String),
    /// The case is in another cooperative of the same industry.
    SameIndustry(String),
    /// A household cannot lead itself.
    LeadsItself,
    /// The link is there already.
    AlreadyLed(String),
    /// The links would make a ring.
    Ring,
    /// The household is proposed or chosen for that year already.
    AlreadyProposed(u32),
    /// The step is not open in the present state.
    StepClosed,
    /// The file is closed: it left the register.
    CaseClosed,
    /// The case has a helper already.
    AlreadyPaired {
        /// Who.
        helper: String,
        /// Since when.
        since: Option<Date>,
    },
    /// The helper has as many cases as it can take.
    HelperFull(u32),
    /// The helper is no longer in the programme.
    HelperLeft,
    /// A helper's capacity is below the cases that it has.
    CapacityBelowPaired(usize),
    /// A case's stage is changed by its steps alone.
    StageByStep,
    /// A day lies before the step that the case took last.
    BeforeLastStep(Date),
    /// No notice was made since the case was surveyed.
    NoNotice,
    /// A notice runs fewer days than it must.
    NoticeTooShort(u32),
    /// A notice still runs, until that day.
    NoticeRuns(Date),
    /// Somebody objected, and nobody has said what came of it.
    ObjectionOpen,
    /// An objection was upheld: a new notice is needed.
    ObjectionUpheld,
    /// There is a notice already on which the case can be confirmed.
    NoticeThere,
    /// The emergency is closed.
    EmergencyClosed,
    /// The promise was kept already.
    PromiseKept,
    /// The need was met already.
    NeedMet,
    /// The member belongs to another household.
    OtherHousehold,
    /// The income of that year is stated already.
    IncomeStated(u32),
    /// Both sides of a posting are one account.
    SameAccount,
    /// These two sides do not go together in a posting by hand.
    SidesDoNotFit,
    /// The month or year of the date is closed.
    PeriodClosed,
    /// The month or year is not over.
    PeriodOpen,
    /// An account has less than that.
    AboveBalance {
        /// Which; empty for one that is named by its kind.
        account: String,
        /// What it has.
        left: Fen,
    },
    /// The money that may be spent on it is less.
    AboveSource {
        /// What is left.
        left: Fen,
    },
    /// More than a ceiling allows.
    AboveCeiling {
        /// What is left below the ceiling.
        left: Fen,
    },
    /// More than what is owed.
    AboveOwed {
        /// What is owed.
        owed: Fen,
    },
    /// The entry was reversed already.
    AlreadyReversed,
    /// The request was paid already.
    AlreadyPaid,
    /// What the fund has and where it is from differ.
    Uneven {
        /// What it has.
        has: Fen,
        /// What it is from.
        from: Fen,
    },
    /// The step belongs to other people.
    NotYourStep,
    /// Another person has to do it.
    SecondPerson(String),
    /// Another amount was approved.
    ApprovedOther(Fen),
    /// Whom it is for, what for or the terms are no longer what was approved.
    ChangedSince,
    /// A posting is corrected by its reversal, never undone or removed.
    MadeOnce,
    /// Postings stand on it, or it was handed in: it is not removed.
    Held,
    /// It is not a village.
    NotAVillage,
    /// Nobody can have come: the day lies ahead.
    NotYetHeld,
    /// To look again is later than the visit.
    LookAgainBefore,
    /// A place of a broadcast has no places of its own.
    PlaceOfBroadcast,
    /// That site follows the broadcast already.
    PlaceThere(String),
}
