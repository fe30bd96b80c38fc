//! What came in, what moved, and the books themselves: the entries in order, two that were reversed, the closed months.

use domain::fund::Class;
use domain::records::{AccountKind, Closing, Entry};
use domain::value::Fen;
use domain::{Date, Sorting as _};
use time::Month;

use super::{Making, entry, yuan};
use crate::calendar::after;
use crate::data::fund::{CASHIER, DONATED, DONORS, DOUBLED, OPENED, OPENING, OPENING_CASH, RECEIPTS, TO_CASH};
use crate::number::id;

/// How many days ago the ledger began.
const BEGAN: i32 = 362;
/// How many days ago cash was fetched, and how many yuan.
const FETCHED: [(i32, i64); 3] = [(340, 60_000), (200, 10_000), (60, 10_000)];
/// Months are closed that were over so many days ago.
const CLOSED_AFTER: i32 = 35;

impl Making<'_> {
    /// What was there when the ledger began.
    pub(super) fn open(&mut self) {
        let on = after(self.today, -BEGAN);
        let all: i64 = OPENING.iter().map(|(.., yuan)| yuan).sum();
        for (kind, amount) in [(AccountKind::Bank, all - OPENING_CASH), (AccountKind::Cash, OPENING_CASH)] {
            self.postings.push(entry(on, OPENED, kind, AccountKind::Opening, yuan(amount)));
        }
        for (kind, purpose, party, amount) in OPENING {
            let posting = entry(on, OPENED, AccountKind::Opening, kind, yuan(amount));
            self.postings.push(Entry { purpose, party: party.to_owned(), ..posting });
        }
    }

    /// What public sources and donors gave in the year; one donation was posted twice.
    pub(super) fn receive(&mut self) {
        for (ago, kind, narration, party, amount) in RECEIPTS {
            let posting = entry(after(self.today, -ago), narration, AccountKind::Bank, kind, yuan(amount));
            self.postings.push(Entry { party: party.to_owned(), ..posting });
        }
        for (place, (party, purpose, amount)) in (0..).zip(DONORS) {
            let on = after(self.today, -(350 - 15 * place));
            let posting = entry(on, DONATED, AccountKind::Bank, AccountKind::Donation, yuan(amount));
            let posting = Entry { purpose, party: party.to_owned(), ..posting };
            if place == 12 {
                self.postings.push(Entry { narration: DOUBLED[0].to_owned(), ..posting.clone() });
            }
            self.postings.push(posting);
        }
    }

    /// Cash that was fetched from the bank.
    pub(super) fn fetch_cash(&mut self) {
        for (ago, amount) in FETCHED {
            let on = after(self.today, -ago);
            self.postings.push(entry(on, TO_CASH, AccountKind::Cash, AccountKind::Bank, yuan(amount)));
        }
    }

    /// Puts the entries in order and numbers them, with their vouchers; then what reverses one of them.
    pub(super) fn post(&mut self) {
        let mut postings = std::mem::take(&mut self.postings);
        postings.arrange_by_key(|posting| posting.on);
        for (number, posting) in (1u32..).zip(postings) {
            let voucher = posting.on.map(|on| format!("{}-{number:04}", on.year())).unwrap_or_default();
            self.fund.entries.push((id(number), Entry { voucher, ..posting }));
        }
        let doubled = self.fund.entries.iter().find(|(_, posting)| posting.narration == DOUBLED[0]).cloned();
        if let Some((target, posting)) = doubled {
            let reversal = Entry {
                on: posting.on.map(|on| after(on, 2)),
                narration: DOUBLED[1].to_owned(),
                debit: posting.credit,
                credit: posting.debit,
                reverses: Some(target),
                voucher: String::new(),
                ..posting
            };
            let number = u32::try_from(self.fund.entries.len() + 1).unwrap_or(u32::MAX);
            self.fund.entries.push((id(number), reversal));
        }
    }

    /// Closes the months that have been over for a while, with what the fund had then.
    pub(super) fn close(&mut self) {
        let mut last = month_end(after(self.today, -BEGAN));
        let mut number = 1;
        while last < after(self.today, -CLOSED_AFTER) {
            let (money, lent) = (self.held(last, Class::Money), self.held(last, Class::Loans));
            let closing = Closing {
                year: last.year().unsigned_abs(),
                month: u32::from(u8::from(last.month())),
                closed_on: Some(after(last, 6)),
                closed_by: CASHIER.to_owned(),
                money,
                lent,
            };
            self.fund.closings.push((id(number), closing));
            (last, number) = (month_end(after(last, 1)), number + 1);
        }
    }

    /// What all accounts of a side had at the end of a day.
    fn held(&self, until: Date, class: Class) -> Fen {
        let is = |account: Option<domain::Id<domain::records::Account>>| {
            let found = self.fund.accounts.iter().find(|(id, _)| Some(*id) == account);
            found.and_then(|(_, one)| one.kind).map(AccountKind::class) == Some(class)
        };
        let before = self.fund.entries.iter().filter(|(_, posting)| posting.on.is_some_and(|on| on <= until));
        let effect = before.map(|(_, posting)| match (is(posting.debit), is(posting.credit)) {
            (true, false) => posting.amount.0,
            (false, true) => -posting.amount.0,
            _ => 0,
        });
        Fen(effect.sum())
    }
}

/// The last day of a day's month.
fn month_end(day: Date) -> Date {
    let month: Month = day.month();
    Date::from_calendar_date(day.year(), month, month.length(day.year())).unwrap_or(day)
}
