//! Loans: paid out in instalments, paid back in part, early and late, put off, written off; what was lent out of a source
//! comes back to it.

use domain::fund::standard;
use domain::records::{
    AccountKind, Entry, EntryField, Instalment, InstalmentField, Loan, Purpose, Request, RequestField, RequestKind,
};
use domain::value::Fen;
use domain::{Date, Fault, FieldRef, Id};
use replica::command::{DeferInstalment, RemoveRecord, RepayLoan, ReverseEntry, SaveRequest};
use replica::query::fund::{self, LoanLine};

use crate::tablet::{SUN, Tablet, ZHAO, asks, at, day, id, pay, receipt, today};

use AccountKind::{Bank, Donation, Fiscal, Loans, Returns, WrittenOff};

type Wrong = Vec<(Option<FieldRef>, Fault)>;

/// 3,000 yuan lent for a year in three instalments at 3.6 %: 36, 24 and 12 yuan of interest.
fn lent() -> (Tablet, Id<Loan>) {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, Donation, Some(Purpose::StartUp), 2000));
    tablet.run(&receipt(11, Fiscal, None, 3000));
    let loan = tablet.lend(ZHAO, 3000, 3, 360);
    (tablet, loan)
}

fn repay(loan: Id<Loan>, fen: i64) -> RepayLoan {
    RepayLoan {
        loan,
        account: standard(Bank),
        on: today(),
        amount: Fen(fen),
        narration: "还款".into(),
        voucher: "0009".into(),
        posted_by: "赵出纳".into(),
    }
}

fn line(tablet: &Tablet, loan: Id<Loan>) -> LoanLine {
    fund::loan(&tablet.store.state(), loan).expect("a loan")
}

fn left(tablet: &Tablet, loan: Id<Loan>) -> Vec<(i64, i64)> {
    let lines = line(tablet, loan).instalments;
    lines.iter().map(|line| (line.principal_left.0, line.charge_left.0)).collect()
}

fn reverse(entry: Id<Entry>) -> ReverseEntry {
    ReverseEntry { entry, on: today(), reason: "记错".into(), posted_by: "王会计".into() }
}

#[test]
fn a_loan_is_paid_out_with_its_instalments() {
    let (tablet, loan) = lent();
    assert_eq!((tablet.balance(Bank), tablet.balance(Loans)), (200_000, 300_000));
    assert_eq!(left(&tablet, loan), [(100_000, 3600), (100_000, 2400), (100_000, 1200)]);
    let due: Vec<Option<Date>> = line(&tablet, loan).instalments.iter().map(|line| line.due_on).collect();
    let months = [4, 8, 12].map(|months| Some(domain::fund::months_later(today(), months)));
    assert_eq!(due, months);
    assert_eq!(tablet.left(), [(Fiscal, None, 200_000)], "money earmarked for start-ups is lent first");
}

#[test]
fn a_repayment_pays_charges_before_principal_and_instalments_in_turn() {
    type Parts = (i64, i64);
    let cases: [(i64, Parts, [Parts; 3]); 5] = [
        (3_000, (3_000, 0), [(100_000, 600), (100_000, 2400), (100_000, 1200)]),
        (3_600, (3_600, 0), [(100_000, 0), (100_000, 2400), (100_000, 1200)]),
        (53_600, (3_600, 50_000), [(50_000, 0), (100_000, 2400), (100_000, 1200)]),
        (203_600, (3_600, 200_000), [(0, 0), (0, 2400), (100_000, 1200)]),
        (303_600, (3_600, 300_000), [(0, 0), (0, 0), (0, 0)]),
    ];
    for (fen, (charges, principal), expected) in cases {
        let (tablet, loan) = lent();
        tablet.run(&repay(loan, fen));
        assert_eq!((tablet.balance(Returns), tablet.balance(Loans)), (-charges, 300_000 - principal), "{fen}");
        assert_eq!(left(&tablet, loan), expected, "{fen}");
    }
}

#[test]
fn a_repayment_that_is_not_right_says_why_at_its_field() {
    let (tablet, loan) = lent();
    let good = repay(loan, 1000);
    let cases: Vec<(RepayLoan, Wrong)> = vec![
        (repay(id(9), 1000), vec![(None, Fault::Gone)]),
        (repay(loan, 0), vec![(at(EntryField::amount), Fault::Missing)]),
        (repay(loan, -1), vec![(at(EntryField::amount), Fault::NotMoney)]),
        (repay(loan, 303_601), vec![(at(EntryField::amount), Fault::AboveOwed { owed: Fen(303_600) })]),
        (RepayLoan { on: day(326), ..good.clone() }, vec![(at(EntryField::on), Fault::EndsBeforeStart)]),
        (RepayLoan { on: day(328), ..good.clone() }, vec![(at(EntryField::on), Fault::InFuture)]),
        (RepayLoan { account: id(9), ..good.clone() }, vec![(at(EntryField::debit), Fault::Gone)]),
        (
            RepayLoan { account: standard(AccountKind::Illness), ..good },
            vec![(at(EntryField::debit), Fault::SidesDoNotFit)],
        ),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    tablet.run(&repay(loan, 303_600));
    assert_eq!(tablet.refused(&repay(loan, 1)), [(at(EntryField::amount), Fault::AboveOwed { owed: Fen(0) })]);
}

#[test]
fn what_comes_back_is_of_the_source_and_the_earmark_that_it_was_of() {
    let (tablet, loan) = lent();
    tablet.run(&repay(loan, 253_600));
    let start_up = Some(Purpose::StartUp);
    let expected = [(Fiscal, None, 250_000), (Donation, start_up, 200_000), (Returns, None, 3_600)];
    assert_eq!(tablet.left(), expected);
    let lines = fund::sources(&tablet.store.state(), today());
    let fiscal = lines.iter().find(|line| line.kind == Some(Fiscal)).expect("a line");
    assert_eq!((fiscal.received, fiscal.lent, fiscal.left_in_all()), (Fen(300_000), Fen(50_000), Fen(250_000)));
}

#[test]
fn a_loan_is_written_off_only_as_far_as_it_is_owed() {
    let (tablet, loan) = lent();
    tablet.run(&repay(loan, 103_600));
    let ask = |case, loan, yuan| Request {
        kind: Some(RequestKind::WriteOff),
        loan,
        purpose: None,
        ..asks(case, Purpose::StartUp, yuan)
    };
    let save = |request| SaveRequest { id: None, request };
    let amount = at(RequestField::amount);
    let cases = [
        (ask(ZHAO, None, 100), vec![(at(RequestField::loan), Fault::Missing)]),
        (ask(SUN, Some(loan), 100), vec![(at(RequestField::loan), Fault::NotInList)]),
        (ask(ZHAO, Some(loan), 2001), vec![(amount, Fault::AboveOwed { owed: Fen(200_000) })]),
    ];
    for (request, wrong) in cases {
        assert_eq!(tablet.refused(&save(request)), wrong);
    }
    let request = tablet.draft(ask(ZHAO, Some(loan), 2000));
    tablet.approve(request);
    tablet.run(&repay(loan, 50_000));
    assert_eq!(
        tablet.refused(&pay(request)),
        [(amount, Fault::AboveOwed { owed: Fen(152_400) })],
        "2,400 are interest"
    );
    let rest = tablet.draft(ask(ZHAO, Some(loan), 1524));
    tablet.approve(rest);
    tablet.run(&pay(rest));
    let done = line(&tablet, loan);
    assert_eq!((done.owed, done.repaid, done.written_off), (Fen(0), Fen(147_600), Fen(152_400)));
    assert_eq!((tablet.balance(WrittenOff), tablet.balance(Loans)), (152_400, 0));
    assert!(done.instalments.iter().all(|line| line.left() == Fen(0)), "what is written off is asked of nobody");
}

#[test]
fn instalments_are_put_off_and_reminded_of() {
    let (tablet, loan) = lent();
    let first = line(&tablet, loan).instalments[0];
    let (before, due) = (first.due_on.expect("a day"), domain::fund::months_later(today(), 6));
    let defer = DeferInstalment { id: first.id, due_on: due, reason: "歉收".into() };
    let cases = [
        (DeferInstalment { id: id(9), ..defer.clone() }, vec![(None, Fault::Gone)]),
        (
            DeferInstalment { due_on: before, ..defer.clone() },
            vec![(at(InstalmentField::due_on), Fault::EndsBeforeStart)],
        ),
        (DeferInstalment { reason: " ".into(), ..defer.clone() }, vec![(at(InstalmentField::reason), Fault::Missing)]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    let reminded = || -> Vec<(u32, i64)> {
        fund::reminders(&tablet.store.state(), before).iter().map(|line| (line.number, line.left.0)).collect()
    };
    assert_eq!(reminded(), [(1, 103_600)]);
    tablet.run(&repay(loan, 3_600));
    assert_eq!(reminded(), [(1, 100_000)]);
    tablet.run(&defer);
    assert_eq!(reminded(), []);
    tablet.run(&repay(loan, 100_000));
    assert_eq!(
        tablet.refused(&defer),
        [(None, Fault::StepClosed), (at(InstalmentField::due_on), Fault::EndsBeforeStart)]
    );
}

#[test]
fn a_loan_is_taken_back_only_before_anything_came_back_of_it() {
    let (tablet, loan) = lent();
    let paid = fund::Ledger::of(&tablet.store.state()).postings().last().map(|posting| posting.id).expect("an entry");
    let repaid: Id<Entry> = tablet.made(&repay(loan, 1_000));
    assert_eq!(tablet.refused(&RemoveRecord { id: loan, reason: "错".into() }), [(None, Fault::Held)]);
    let instalment: Id<Instalment> = line(&tablet, loan).instalments[0].id;
    assert_eq!(tablet.refused(&RemoveRecord { id: instalment, reason: "错".into() }), [(None, Fault::Held)]);
    tablet.run(&reverse(repaid));
    let again: Id<Entry> = tablet.made(&RepayLoan { amount: Fen(103_600), ..repay(loan, 0) });
    assert!(tablet.store.state().get(again).is_some());
    assert_eq!(tablet.refused(&reverse(paid)), [(None, Fault::StepClosed)], "what came back is reversed first");
    let back = fund::entries_of(&tablet.store.state(), id(ZHAO));
    let principal = back.iter().find(|posting| posting.credit == standard(Loans)).expect("the principal").id;
    tablet.run(&reverse(principal));
    tablet.run(&reverse(paid));
    assert!(tablet.store.state().get(loan).is_none(), "a loan that was never paid out is none");
    assert_eq!((tablet.balance(Loans), fund::loans(&tablet.store.state())), (0, vec![]));
}
