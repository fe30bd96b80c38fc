//! Posting, reversing, opening, closing and naming accounts: what is taken, what is refused and where, and that nothing
//! posted is ever taken back but by a posting.

use domain::fund::{Terms, standard};
use domain::records::{Account, AccountField, AccountKind, Closing, ClosingField, Entry, EntryField, Purpose, Request};
use domain::value::Fen;
use domain::{Fault, FieldRef, Id, Problem};
use futures::executor::block_on;
use replica::Refusal;
use replica::command::{
    ClosePeriod, OpenBalances, OpeningLoan, OpeningSource, PostEntry, RemoveRecord, ReverseEntry, SaveAccount,
};
use replica::query::fund::{self, Ledger, Period};

use crate::tablet::{SUN, Tablet, ZHAO, asks, at, day, entry, id, pay, payment, receipt, today};

use AccountKind::{
    Bank, Cash, Consolidated, Donation, Emergency, Fiscal, Illness, Loans, Opening, PartyDues, Returns, Schooling,
    StartUp, WrittenOff,
};

type Wrong = Vec<(Option<FieldRef>, Fault)>;

/// A tablet with 1,000 yuan of fiscal money and 500 yuan given for schooling.
fn funded() -> Tablet {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, Fiscal, None, 1000));
    tablet.run(&receipt(11, Donation, Some(Purpose::Schooling), 500));
    tablet
}

#[test]
fn money_comes_from_a_source_and_goes_to_a_use() {
    let taken = [
        (Bank, Fiscal),
        (Cash, PartyDues),
        (Bank, Consolidated),
        (Bank, Returns),
        (Cash, Bank),
        (StartUp, Bank),
        (Illness, Bank),
        (Schooling, Bank),
        (Emergency, Bank),
        (Fiscal, Bank),
    ];
    let refused =
        [(Bank, StartUp), (WrittenOff, Bank), (Loans, Bank), (Bank, Loans), (Bank, Opening), (Fiscal, Donation)];
    for (debit, credit) in taken {
        let tablet = funded();
        tablet.run(&PostEntry { entry: entry(20, debit, credit, 100) });
        assert_eq!(tablet.balance(debit) - funded().balance(debit), 10_000, "{debit:?} from {credit:?}");
        assert_eq!(tablet.balance(credit) - funded().balance(credit), -10_000, "{debit:?} from {credit:?}");
    }
    for (debit, credit) in refused {
        let wrong = funded().refused(&PostEntry { entry: entry(20, debit, credit, 100) });
        assert_eq!(wrong, [(at(EntryField::debit), Fault::SidesDoNotFit)], "{debit:?} from {credit:?}");
    }
}

#[test]
fn a_posting_that_is_not_right_says_why_at_its_field() {
    let good = payment(20, Illness, ZHAO, 100).entry;
    let above = |left| Fault::AboveSource { left: Fen(left) };
    let cases: Vec<(&str, Entry, Option<FieldRef>, Fault)> = vec![
        ("no day", Entry { on: None, ..good.clone() }, at(EntryField::on), Fault::Missing),
        ("tomorrow", Entry { on: Some(day(328)), ..good.clone() }, at(EntryField::on), Fault::InFuture),
        ("no words", Entry { narration: " ".into(), ..good.clone() }, at(EntryField::narration), Fault::Missing),
        ("nothing", Entry { amount: Fen(0), ..good.clone() }, at(EntryField::amount), Fault::Missing),
        ("below zero", Entry { amount: Fen(-1), ..good.clone() }, at(EntryField::amount), Fault::NotMoney),
        (
            "too much for anybody",
            Entry { amount: Fen(1_000_000_000_001), ..good.clone() },
            at(EntryField::amount),
            Fault::OutOfRange { least: 0, most: 10_000_000_000 },
        ),
        ("no debit", Entry { debit: None, ..good.clone() }, at(EntryField::debit), Fault::Missing),
        ("no credit", Entry { credit: None, ..good.clone() }, at(EntryField::credit), Fault::Missing),
        ("an unknown account", Entry { debit: Some(id(9)), ..good.clone() }, at(EntryField::debit), Fault::Gone),
        ("one account", Entry { debit: good.credit, ..good.clone() }, at(EntryField::credit), Fault::SameAccount),
        ("an unknown case", Entry { case: Some(id(9)), ..good.clone() }, at(EntryField::case), Fault::Gone),
        ("a use for a source", Entry { source: good.debit, ..good.clone() }, at(EntryField::source), Fault::NotInList),
        ("no receipt", Entry { receipt: Some(id(9)), ..good.clone() }, at(EntryField::receipt), Fault::NotInList),
        (
            "more than is there",
            Entry { amount: Fen(150_001), ..good.clone() },
            at(EntryField::amount),
            Fault::AboveBalance { account: String::new(), left: Fen(150_000) },
        ),
        (
            "before it was there",
            Entry { on: Some(day(9)), ..good.clone() },
            at(EntryField::amount),
            Fault::AboveBalance { account: String::new(), left: Fen(0) },
        ),
        ("of an earmark", Entry { amount: Fen(100_001), ..good.clone() }, at(EntryField::amount), above(100_000)),
        (
            "of a source that has none",
            Entry { source: Some(standard(PartyDues)), ..good.clone() },
            at(EntryField::amount),
            above(0),
        ),
    ];
    let tablet = funded();
    let before = tablet.store.state().canonical_hash();
    for (what, entry, field, fault) in cases {
        assert_eq!(tablet.refused(&PostEntry { entry }), [(field, fault)], "{what}");
    }
    assert_eq!(tablet.store.state().canonical_hash(), before, "what is refused changes nothing");
    assert!(
        tablet.tries(&PostEntry { entry: Entry { amount: Fen(100_000), ..good } }),
        "all that is free may be spent"
    );
}

#[test]
fn a_reversal_cancels_and_is_refused_where_it_would_go_below_zero() {
    let tablet = funded();
    let paid: Id<Entry> = tablet.made(&payment(20, Illness, ZHAO, 800));
    let reverse =
        |entry, on| ReverseEntry { entry, on: day(on), reason: "记错".into(), posted_by: "王会计".into() };
    let received = tablet.store.state().all::<Entry>().iter().map(|(id, _)| id).next().expect("a receipt");
    let short = Fault::AboveBalance { account: String::new(), left: Fen(70_000) };
    let cases: [(ReverseEntry, Wrong); 5] = [
        (reverse(id(9), 21), vec![(None, Fault::Gone)]),
        (reverse(paid, 19), vec![(at(EntryField::on), Fault::EndsBeforeStart)]),
        (reverse(paid, 328), vec![(at(EntryField::on), Fault::InFuture)]),
        (
            ReverseEntry { reason: String::new(), ..reverse(paid, 21) },
            vec![(at(EntryField::narration), Fault::Missing)],
        ),
        (reverse(received, 21), vec![(at(EntryField::amount), short)]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    tablet.run(&reverse(paid, 21));
    assert_eq!((tablet.balance(Bank), tablet.balance(Illness)), (150_000, 0));
    assert_eq!(tablet.refused(&reverse(paid, 22)), [(None, Fault::AlreadyReversed)]);
    let state = tablet.store.state();
    let ledger = Ledger::of(&state);
    assert_eq!(ledger.postings().len(), 4, "the entry itself stays");
    assert_eq!(ledger.posting(paid).map(|posting| posting.amount), Some(Fen(80_000)));
}

#[test]
fn what_is_posted_is_neither_undone_nor_removed() {
    let tablet = funded();
    let saved = tablet.run(&payment(20, Illness, ZHAO, 100));
    let undone = block_on(tablet.store.undo(saved.change.expect("a change")));
    let Err(Refusal::Problems(problems)) = undone else { panic!("not undone") };
    assert_eq!(problems, [Problem::of_entry(Fault::MadeOnce)]);
    let entry = tablet.store.state().all::<Entry>().iter().last().expect("an entry").0;
    let remove = RemoveRecord { id: entry, reason: "错".into() };
    assert_eq!(tablet.refused(&remove), [(None, Fault::MadeOnce)]);
    let account: Id<Account> = tablet.made(&SaveAccount { id: None, account: bank("信用社") });
    let unused: Id<Account> = tablet.made(&SaveAccount { id: None, account: bank("农业银行") });
    let moved = Entry { debit: Some(account), ..self::entry(21, Cash, Bank, 100) };
    tablet.run(&PostEntry { entry: moved });
    assert_eq!(tablet.refused(&RemoveRecord { id: account, reason: "错".into() }), [(None, Fault::Held)]);
    tablet.run(&RemoveRecord { id: unused, reason: "错".into() });
    let draft = tablet.draft(asks(ZHAO, Purpose::Illness, 100));
    let handed_in = tablet.draft(asks(ZHAO, Purpose::Illness, 100));
    tablet.approve(handed_in);
    tablet.run(&RemoveRecord::<Request> { id: draft, reason: "不要了".into() });
    assert_eq!(tablet.refused(&RemoveRecord { id: handed_in, reason: "错".into() }), [(None, Fault::Held)]);
    tablet.run(&pay(handed_in));
    assert_eq!(tablet.refused(&RemoveRecord { id: handed_in, reason: "错".into() }), [(None, Fault::Held)]);
}

fn bank(name: &str) -> Account {
    Account { kind: Some(Bank), name: name.into(), ..Account::default() }
}

#[test]
fn accounts_are_named_and_closed_but_never_become_others() {
    let tablet = funded();
    let save = |id, account| SaveAccount { id, account };
    let own: Id<Account> = tablet.made(&save(None, bank("信用社")));
    let closed = |left| Fault::AboveBalance { account: "工商银行".into(), left: Fen(left) };
    let close = Account { closed_on: Some(day(30)), ..bank("工商银行") };
    let taken = Fault::NameTaken("信用社".into());
    let cases = [
        (
            save(None, Account::default()),
            vec![(at(AccountField::kind), Fault::NotInList), (at(AccountField::name), Fault::Missing)],
        ),
        (save(None, Account { kind: Some(Loans), ..bank("借出") }), vec![(at(AccountField::kind), Fault::NotInList)]),
        (save(None, bank("")), vec![(at(AccountField::name), Fault::Missing)]),
        (save(None, bank("信用社")), vec![(at(AccountField::name), taken)]),
        (
            save(Some(own), Account { kind: Some(Cash), ..bank("信用社") }),
            vec![(at(AccountField::kind), Fault::NotInList)],
        ),
        (save(Some(id(9)), bank("哪里")), vec![(None, Fault::Gone)]),
        (save(Some(standard(Bank)), close.clone()), vec![(at(AccountField::closed_on), closed(150_000))]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    tablet.run(&save(Some(standard(Bank)), bank("工商银行")));
    tablet.run(&save(Some(own), Account { closed_on: Some(day(30)), ..bank("信用社") }));
    let into = |on| PostEntry { entry: Entry { debit: Some(own), ..entry(on, Cash, Bank, 1) } };
    assert_eq!(tablet.refused(&into(30)), [(at(EntryField::debit), Fault::Gone)]);
    assert!(tablet.tries(&into(29)), "before it was closed");
}

#[test]
fn a_closed_month_takes_no_posting_until_it_is_opened_again() {
    let tablet = funded();
    let close = |year, month| ClosePeriod { period: Period { year, month }, closed_by: "王会计".into() };
    let month = at(ClosingField::month);
    let cases = [
        (close(2026, 13), vec![(month, Fault::OutOfRange { least: 1, most: 12 })]),
        (close(2026, 11), vec![(month, Fault::PeriodOpen)]),
        (close(2026, 0), vec![(month, Fault::PeriodOpen)]),
        (ClosePeriod { closed_by: " ".into(), ..close(2026, 1) }, vec![(at(ClosingField::closed_by), Fault::Missing)]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    let closing: Id<Closing> = tablet.made(&close(2026, 1));
    assert_eq!(tablet.refused(&close(2026, 1)), [(None, Fault::StepClosed)]);
    let kept = tablet.store.state().get(closing).cloned().expect("closed");
    assert_eq!((kept.money, kept.lent), (Fen(150_000), Fen(0)));
    let january = [(31, vec![(at(EntryField::on), Fault::PeriodClosed)]), (32, vec![])];
    for (on, wrong) in january {
        let command = payment(on, Illness, ZHAO, 1);
        let found = if wrong.is_empty() {
            tablet.tries(&command).then(Vec::new).expect("open")
        } else {
            tablet.refused(&command)
        };
        assert_eq!(found, wrong, "day {on}");
    }
    tablet.run(&RemoveRecord { id: closing, reason: "补记".into() });
    assert!(tablet.tries(&payment(31, Illness, ZHAO, 1)));
    tablet.run(&close(2025, 0));
    assert_eq!(fund::closed(&tablet.store.state()).len(), 1, "a year is closed, and the month is open again");
}

#[test]
fn what_a_merge_brings_to_a_closed_month_is_found() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, Fiscal, None, 1000));
    other.take(&one);
    one.run(&ClosePeriod { period: Period { year: 2026, month: 1 }, closed_by: "王会计".into() });
    let late: Id<Entry> = other.made(&payment(20, Illness, ZHAO, 100));
    assert_eq!(fund::after_closing(&one.store.state()), []);
    one.take(&other);
    let found: Vec<_> = fund::after_closing(&one.store.state()).into_iter().map(|late| late.entry).collect();
    assert_eq!(found, [late]);
}

fn opening() -> OpenBalances {
    let terms = Terms { principal: Fen(30_000), lent_on: day(1), months: 6, instalments: 3, rate: 0, fee: Fen(0) };
    let source = |source, earmark, yuan: i64| OpeningSource {
        source: standard(source),
        earmark,
        party: "县财政局".into(),
        amount: Fen(yuan * 100),
    };
    OpenBalances {
        on: day(1),
        money: vec![(standard(Bank), Fen(50_000)), (standard(Cash), Fen(20_000))],
        loans: vec![OpeningLoan { case: id(ZHAO), purpose: Some(Purpose::StartUp), terms }],
        sources: vec![source(Fiscal, None, 600), source(Donation, Some(Purpose::Schooling), 400)],
        narration: "期初".into(),
        posted_by: "王会计".into(),
    }
}

#[test]
fn the_ledger_opens_once_with_both_sides_equal() {
    let tablet = Tablet::set_up(1);
    let uneven = |has, from| Fault::Uneven { has: Fen(has), from: Fen(from) };
    let mut wrong_money = opening();
    wrong_money.money[1].1 = Fen(20_001);
    let mut wrong_account = opening();
    wrong_account.money[1].0 = standard(Illness);
    let mut no_source = opening();
    no_source.sources[1].source = standard(Cash);
    let mut no_terms = opening();
    no_terms.loans[0].terms.months = 0;
    let mut no_case = opening();
    no_case.loans[0].case = id(9);
    let cases = [
        (wrong_money, vec![(0, uneven(100_001, 100_000))]),
        (wrong_account, vec![(1, Fault::NotInList)]),
        (no_source, vec![(4, Fault::NotInList)]),
        (no_terms, vec![(2, Fault::OutOfRange { least: 1, most: 120 }), (2, Fault::OutOfRange { least: 1, most: 1 })]),
        (no_case, vec![(2, Fault::Gone)]),
        (OpenBalances { narration: String::new(), ..opening() }, vec![(0, Fault::Missing)]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.rows_refused(&command), wrong, "{command:?}");
    }
    tablet.run(&opening());
    assert_eq!([Bank, Cash, Loans, Opening].map(|kind| tablet.balance(kind)), [50_000, 20_000, 30_000, 0]);
    let left = [(Fiscal, None, 30_000), (Donation, Some(Purpose::Schooling), 40_000)];
    assert_eq!(tablet.left(), left, "the loan is of the money without an earmark");
    assert_eq!(tablet.refused(&opening()), [(None, Fault::StepClosed)]);
    let loans = fund::loans(&tablet.store.state());
    let instalments: Vec<i64> = loans[0].instalments.iter().map(|line| line.left().0).collect();
    assert_eq!((loans[0].owed, instalments), (Fen(30_000), vec![10_000, 10_000, 10_000]));
    let trial = fund::trial(&tablet.store.state(), today());
    assert_eq!((trial.difference(), trial.lines.len()), (Fen(0), 6));
}

#[test]
fn an_opening_that_undoes_an_earmark_is_refused() {
    let mut command = opening();
    command.sources = command
        .sources
        .into_iter()
        .map(|source| OpeningSource { earmark: Some(Purpose::Schooling), ..source })
        .collect();
    let left = Fault::AboveSource { left: Fen(0) };
    assert_eq!(Tablet::set_up(1).refused(&command), [(at(EntryField::amount), left)]);
}

#[test]
fn a_statement_runs_from_line_to_line() {
    let tablet = funded();
    tablet.run(&payment(12, Schooling, SUN, 200));
    let lines = fund::statement(&tablet.store.state(), standard(Bank));
    let figures: Vec<_> = lines.iter().map(|line| (line.on, line.change.0, line.balance.0)).collect();
    assert_eq!(figures, [(day(10), 100_000, 100_000), (day(11), 50_000, 150_000), (day(12), -20_000, 130_000)]);
    let spent = fund::by_source_and_use(&tablet.store.state(), today());
    let spent: Vec<_> = spent.iter().map(|line| (line.source, line.account, line.fen)).collect();
    assert_eq!(spent, [(Some(standard(Donation)), standard(Schooling), Fen(20_000))], "earmarked money goes first");
    assert_eq!(fund::entries_of(&tablet.store.state(), id(SUN)).len(), 1);
}
