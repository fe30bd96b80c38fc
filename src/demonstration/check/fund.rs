//! The fund: its size, that nothing is ever below zero, and that what is paid was approved and comes back as agreed.

use std::collections::HashMap;

use domain::fund::{Class, Terms, check_code, schedule, standard};
use domain::records::{Account, AccountKind, Entry, Request, RequestKind, RequestState};
use domain::value::Fen;
use domain::{Choice as _, Date, Id, Sorting as _};

use super::{World, by_id};

impl World {
    /// The accounts that hold money.
    fn purses(&self) -> Vec<Option<Id<Account>>> {
        let is_money = |kind: Option<AccountKind>| kind.map(AccountKind::class) == Some(Class::Money);
        self.accounts().filter(|(_, account)| is_money(account.kind)).map(|(id, _)| Some(id)).collect()
    }

    /// The entries with the side that each leg is on, in the order of their days.
    fn sided(&self) -> Vec<(Date, Class, Class, &Entry)> {
        let kinds: HashMap<_, _> = self.accounts().map(|(id, account)| (Some(id), account.kind)).collect();
        let class = |account| kinds[&account].expect("a kind").class();
        let sided = |entry: &'_ Entry| (entry.on.expect("a day"), class(entry.debit), class(entry.credit));
        let mut all: Vec<_> = self.entries().map(|(_, entry)| (sided(entry), entry)).collect();
        all.arrange_by_key(|((on, ..), _)| *on);
        all.into_iter().map(|((on, debit, credit), entry)| (on, debit, credit, entry)).collect()
    }
}

pub(super) fn three_million_yuan_came_in(world: &World) {
    let returns = Some(standard(AccountKind::Returns));
    let mut received = 0;
    for (_, debit, credit, entry) in world.sided() {
        let amount = entry.amount.0;
        received += if credit == Class::Source && entry.credit != returns { amount } else { 0 };
        received -= if debit == Class::Source { amount } else { 0 };
    }
    assert_eq!(received, 300_000_000);
    for kind in AccountKind::ALL {
        let id = Some(standard(*kind));
        let is_used = world.entries().any(|(_, entry)| entry.debit == id || entry.credit == id);
        assert!(is_used, "{kind:?}");
    }
}

pub(super) fn no_account_is_ever_below_zero(world: &World) {
    let mut held: HashMap<_, i64> = HashMap::new();
    let (sided, purses) = (world.sided(), world.purses());
    for day in sided.chunk_by(|one, two| one.0 == two.0) {
        for (_, _, _, entry) in day {
            assert!(entry.amount > Fen(0) && entry.debit != entry.credit, "{entry:?}");
            *held.entry(entry.debit).or_default() += entry.amount.0;
            *held.entry(entry.credit).or_default() -= entry.amount.0;
        }
        let left = purses.iter().map(|purse| held.get(purse).copied().unwrap_or(0));
        left.for_each(|fen| assert!(fen >= 0, "{fen} on {}", day[0].0));
    }
    assert_eq!(held.values().sum::<i64>(), 0);
}

pub(super) fn requests_stand_in_every_state(world: &World) {
    for state in RequestState::ALL {
        assert!(world.requests().any(|(_, request)| request.state == Some(*state)), "{state:?}");
    }
    let needs = by_id(world.needs());
    for (_, request) in world.requests() {
        let days = [request.drafted_on, request.submitted_on, request.reviewed_on, request.approved_on];
        let days = days.into_iter().chain([request.seconded_on, request.paid_on, request.verified_on]);
        let days: Vec<Date> = days.flatten().collect();
        assert!(days.is_sorted(), "{request:?}");
        let need = request.need.map(|need| needs[&need]);
        assert!(need.is_none_or(|need| need.case == request.case), "{request:?}");
    }
}

pub(super) fn what_is_paid_was_approved(world: &World) {
    let mut paid: HashMap<Id<Request>, Vec<&Entry>> = HashMap::new();
    for (_, entry) in world.entries() {
        entry.request.into_iter().for_each(|request| paid.entry(request).or_default().push(entry));
    }
    for (id, request) in world.requests() {
        let is_paid = matches!(request.state, Some(RequestState::Paid | RequestState::Verified));
        let entries = paid.get(&id).map_or(&[][..], Vec::as_slice);
        assert_eq!(entries.len(), usize::from(is_paid), "{request:?}");
        if is_paid || request.state == Some(RequestState::Approved) {
            assert_eq!((request.approved, &request.approved_as), (request.amount, &check_code(request)));
            assert!(request.amount <= domain::fund::TWO_PERSONS || !request.seconded_by.is_empty(), "{request:?}");
        }
        for entry in entries {
            let said = (entry.on, entry.amount, entry.case, entry.purpose);
            assert_eq!(said, (request.paid_on, request.amount, request.case, request.purpose));
        }
    }
}

pub(super) fn loans_come_back_by_instalments(world: &World) {
    let (requests, lent) = (by_id(world.requests()), Some(standard(AccountKind::Loans)));
    let mut late = 0;
    for (id, loan) in world.loans() {
        let request = requests[&loan.request.expect("a request")];
        assert_eq!((request.kind, loan.principal), (Some(RequestKind::Loan), request.amount));
        let lent_on = loan.lent_on.expect("a day");
        let (months, instalments, rate, fee) = (request.months, request.instalments, request.rate, request.fee);
        let agreed = schedule(Terms { principal: loan.principal, lent_on, months, instalments, rate, fee });
        let own: Vec<_> = world.instalments().filter(|(_, one)| one.loan == Some(id)).collect();
        assert_eq!(own.len(), agreed.len());
        let mut open = world.entries().filter(|(_, entry)| entry.loan == Some(id) && entry.credit == lent);
        let mut back: i64 = open.by_ref().map(|(_, entry)| entry.amount.0).sum();
        for ((_, instalment), due) in own.iter().zip(&agreed) {
            assert_eq!((instalment.principal, instalment.charge), (due.principal, due.charge));
            assert!(instalment.due_on == Some(due.on) || !instalment.reason.is_empty());
            back -= due.principal.0;
            late += usize::from(back < 0 && instalment.due_on.is_some_and(|on| on < world.today));
        }
        assert!(back <= 0, "more came back than was lent");
    }
    assert_eq!(world.loans().count(), 36);
    assert!((3..=12).contains(&late), "{late} instalments are late");
}

pub(super) fn closed_months_are_over(world: &World) {
    let sided = world.sided();
    assert!((10..=12).contains(&world.closings().count()));
    for (_, closing) in world.closings() {
        let on = closing.closed_on.expect("a day");
        let is_before =
            |day: Date| (day.year().unsigned_abs(), u32::from(u8::from(day.month()))) <= (closing.year, closing.month);
        let held = |class: Class| {
            let until = sided.iter().filter(|(day, ..)| is_before(*day));
            Fen(until
                .map(|(_, debit, credit, entry)| {
                    (i64::from(*debit == class) - i64::from(*credit == class)) * entry.amount.0
                })
                .sum())
        };
        assert!(on <= world.today);
        assert_eq!((closing.money, closing.lent), (held(Class::Money), held(Class::Loans)), "{closing:?}");
    }
}
