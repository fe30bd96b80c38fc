//! The rules of the fund that need no records: which side an account is on, the chart of accounts and the duties that
//! every installation starts with, and how a loan is paid back.

use time::{Date, Month};
use uuid::Uuid;

use sha2::{Digest, Sha256};

use crate::records::{Account, AccountKind, Ceiling, Duty, FundRole, Purpose, Request, RequestField, RequestStep};
use crate::value::{Fen, Value};
use crate::{Choice, Field, Id, Kind, Record};

/// No posting is larger: ten thousand million yuan. So that no sum of postings leaves an `i64`.
pub const MOST: Fen = Fen(1_000_000_000_000);

/// Above this two persons approve, until an office sets another limit.
pub const TWO_PERSONS: Fen = Fen(1_000_000);

/// On which side of the fund an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Money at hand.
    Money,
    /// Money lent out.
    Loans,
    /// Where money comes from.
    Source,
    /// What money is spent on.
    Use,
    /// What was there before the ledger began.
    Opening,
}

impl AccountKind {
    /// The side that it stands on.
    #[must_use]
    pub const fn class(self) -> Class {
        match self {
            Self::Bank | Self::Cash => Class::Money,
            Self::Loans => Class::Loans,
            Self::Fiscal | Self::Donation | Self::PartyDues | Self::Consolidated | Self::Returns => Class::Source,
            Self::StartUp | Self::Illness | Self::Schooling | Self::Households | Self::Emergency | Self::WrittenOff => {
                Class::Use
            }
            Self::Opening => Class::Opening,
        }
    }

    /// What is spent through it.
    #[must_use]
    pub const fn purpose(self) -> Option<Purpose> {
        match self {
            Self::StartUp => Some(Purpose::StartUp),
            Self::Illness => Some(Purpose::Illness),
            Self::Schooling => Some(Purpose::Schooling),
            Self::Households => Some(Purpose::Households),
            Self::Emergency => Some(Purpose::Emergency),
            _ => None,
        }
    }
}

impl Purpose {
    /// The kind of account through which it is spent.
    #[must_use]
    pub const fn account(self) -> AccountKind {
        match self {
            Self::StartUp => AccountKind::StartUp,
            Self::Illness => AccountKind::Illness,
            Self::Schooling => AccountKind::Schooling,
            Self::Households => AccountKind::Households,
            Self::Emergency => AccountKind::Emergency,
        }
    }
}

/// The account of a kind that every installation has, without anybody making it: its id is the same everywhere, so
/// that tablets that start apart post to the same account.
#[must_use]
pub const fn standard(kind: AccountKind) -> Id<Account> {
    Id::new(given(Kind::Account, kind as u16))
}

/// The accounts that every installation starts with. A record of the same id takes the place of one of these.
pub fn chart() -> impl Iterator<Item = (Id<Account>, Account)> {
    let account = |kind| Account { kind: Some(kind), ..Account::default() };
    AccountKind::ALL.iter().map(move |kind| (standard(*kind), account(*kind)))
}

/// The duty of a step that every installation starts with; one step, one record, everywhere.
#[must_use]
pub const fn duty_of(step: RequestStep) -> Id<Duty> {
    Id::new(given(Kind::Duty, step as u16))
}

/// Who may do a step until an office says otherwise.
#[must_use]
pub const fn standard_roles(step: RequestStep) -> &'static [FundRole] {
    match step {
        RequestStep::Submit => &[FundRole::Clerk, FundRole::Reviewer],
        RequestStep::Review => &[FundRole::Reviewer],
        RequestStep::Approve => &[FundRole::Approver],
        RequestStep::Pay => &[FundRole::Cashier],
        RequestStep::Verify => &[FundRole::Inspector, FundRole::Reviewer],
        RequestStep::Refuse | RequestStep::Return => &[FundRole::Reviewer, FundRole::Approver],
    }
}

/// The ceiling of a purpose, or of whatever has none of its own: one record for each, everywhere.
#[must_use]
pub const fn ceiling_of(purpose: Option<Purpose>) -> Id<Ceiling> {
    let number = match purpose {
        Some(purpose) => purpose as u16,
        None => 0,
    };
    Id::new(given(Kind::Ceiling, number))
}

/// An id in the form of a UUIDv7 that is the same on every tablet.
pub(crate) const fn given(kind: Kind, number: u16) -> Uuid {
    const FIRST: u128 = 0x019b_7740_0000_7000_8000_0000_0000_0000;
    Uuid::from_u128(FIRST | (kind.number() as u128) << 64 | number as u128)
}

/// What money depends on in a request.
const ASKED: [RequestField; 9] = [
    RequestField::case,
    RequestField::kind,
    RequestField::purpose,
    RequestField::amount,
    RequestField::months,
    RequestField::instalments,
    RequestField::rate,
    RequestField::fee,
    RequestField::loan,
];

/// The check code of what is asked for. Whoever approves signs it, so that a change made on another tablet meanwhile
/// is not paid unseen.
#[must_use]
pub fn check_code(request: &Request) -> String {
    let values: Vec<Value> = ASKED.iter().map(|field| request.get(field.reference().number)).collect();
    let bytes = postcard::to_stdvec(&values).unwrap_or_default();
    Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// An instalment as it is computed: its day, and its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// By when.
    pub on: Date,
    /// How much of the principal.
    pub principal: Fen,
    /// How much interest and fee.
    pub charge: Fen,
}

/// What a loan is given on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How much.
    pub principal: Fen,
    /// From when.
    pub lent_on: Date,
    /// For how many months.
    pub months: u32,
    /// In how many instalments, spread evenly over the months.
    pub instalments: u32,
    /// Interest of a year on what is still owed, in hundredths of a percent.
    pub rate: u32,
    /// A fee, due with the first instalment.
    pub fee: Fen,
}

/// How a loan is paid back: equal parts of the principal, the odd fen with the last, and interest on what is still
/// owed, for the months since the instalment before, rounded to the fen.
#[must_use]
pub fn schedule(terms: Terms) -> Vec<Due> {
    let count = terms.instalments.clamp(1, terms.months.max(1));
    let part = terms.principal.0 / i64::from(count);
    let month = |number: u32| terms.months * number / count;
    let due = |number: u32| {
        let owed = terms.principal.0 - part * i64::from(number - 1);
        let principal = if number == count { owed } else { part };
        let fee = if number == 1 { terms.fee.0 } else { 0 };
        let charge = interest(owed, terms.rate, month(number) - month(number - 1)) + fee;
        Due { on: months_later(terms.lent_on, month(number)), principal: Fen(principal), charge: Fen(charge) }
    };
    (1..=count).map(due).collect()
}

/// Interest for some months, in fen, half a fen rounded up.
fn interest(owed: i64, rate: u32, months: u32) -> i64 {
    let exact = i128::from(owed) * i128::from(rate) * i128::from(months);
    i64::try_from((exact + 60_000) / 120_000).unwrap_or(i64::MAX)
}

/// The same day some months later, or the last of the month where there is no such day.
#[must_use]
pub fn months_later(day: Date, months: u32) -> Date {
    let count = u32::from(u8::from(day.month())) - 1 + months;
    let year = day.year().saturating_add(i32::try_from(count / 12).unwrap_or(i32::MAX));
    let month = u8::try_from(count % 12 + 1).ok().and_then(|month| Month::try_from(month).ok());
    let month = month.unwrap_or(Month::January);
    let last = month.length(year);
    Date::from_calendar_date(year, month, day.day().min(last)).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u8, day: u8) -> Date {
        Date::from_calendar_date(year, Month::try_from(month).expect("month"), day).expect("day")
    }

    #[test]
    fn three_instalments_of_ten_thousand_yuan() {
        let terms = Terms {
            principal: Fen(1_000_000),
            lent_on: day(2026, 1, 31),
            months: 12,
            instalments: 3,
            rate: 360,
            fee: Fen(500),
        };
        let due = |on, principal, charge| Due { on, principal: Fen(principal), charge: Fen(charge) };
        // 3.6 % of a year on 10,000 yuan for four months are 120 yuan.
        let expected = [
            due(day(2026, 5, 31), 333_333, 12_500),
            due(day(2026, 9, 30), 333_333, 8_000),
            due(day(2027, 1, 31), 333_334, 4_000),
        ];
        assert_eq!(schedule(terms), expected);
    }

    #[test]
    fn every_use_has_its_purpose_and_every_account_one_id() {
        for purpose in Purpose::ALL {
            assert_eq!(purpose.account().purpose(), Some(*purpose));
            assert_eq!(purpose.account().class(), Class::Use);
        }
        let mut ids: Vec<_> = chart().map(|(id, _)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), AccountKind::ALL.len());
        assert!(ids.iter().all(|id| id.raw().get_version_num() == 7));
    }

    proptest! {
        #[test]
        fn a_schedule_pays_back_what_was_lent(
            principal in 1i64..1_000_000_000, months in 0u32..400, instalments in 0u32..500, rate in 0u32..3600,
        ) {
            let (principal, fee) = (Fen(principal), Fen(7));
            let lent_on = day(2026, 8, 31);
            let dues = schedule(Terms { principal, lent_on, months, instalments, rate, fee });
            prop_assert_eq!(dues.iter().map(|due| due.principal.0).sum::<i64>(), principal.0);
            prop_assert!(dues.iter().all(|due| due.principal.0 >= 0 && due.charge.0 >= 0));
            prop_assert!(dues.is_sorted_by_key(|due| due.on));
            prop_assert_eq!(dues.last().map(|due| due.on), Some(months_later(lent_on, months)));
        }
    }
}
