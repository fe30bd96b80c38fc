//! The trace: whom each yuan reached and where it came from, which money is drawn first, and what is left.

use domain::fund::standard;
use domain::records::{Account, AccountKind, Entry, Purpose};
use domain::value::Fen;
use domain::{Id, Kind, Uuid};
use replica::command::{PostEntry, RepayLoan, SaveAccount};
use replica::query::fund::{self, Ledger, Trace};
use replica::{Command, Intent, State};

use crate::tablet::{SUN, Tablet, ZHAO, id, payment, receipt, today};

use AccountKind::{Bank, Cash, Donation, Fiscal, Illness, PartyDues, Schooling};

/// Whom a receipt's money reached: name, fen, and what of it came back.
fn reached(state: &State, receipt: Id<Entry>) -> Vec<(String, i64, i64)> {
    let ledger = Ledger::of(state);
    let reached = fund::reached(state, &ledger, &Trace::of(&ledger), receipt);
    reached.into_iter().map(|one| (one.name, one.fen.0, one.returned.0)).collect()
}

/// Where a payment's money came from: who gave it, and fen.
fn origins(state: &State, payment: Id<Entry>) -> Vec<(String, i64)> {
    let ledger = Ledger::of(state);
    let origins = fund::origins(&ledger, &Trace::of(&ledger), payment);
    origins.into_iter().map(|origin| (origin.party, origin.fen.0)).collect()
}

fn given(on: u16, source: AccountKind, earmark: Option<Purpose>, yuan: i64, party: &str) -> PostEntry {
    let given = receipt(on, source, earmark, yuan).entry;
    PostEntry { entry: Entry { party: party.into(), ..given } }
}

#[test]
fn a_donation_is_followed_to_the_persons_and_back() {
    let tablet = Tablet::set_up(1);
    let donation: Id<Entry> = tablet.made(&given(10, Donation, None, 500, "东风厂"));
    let dues: Id<Entry> = tablet.made(&given(11, PartyDues, None, 500, "县委"));
    tablet.run(&payment(12, Illness, ZHAO, 300));
    let both: Id<Entry> = tablet.made(&payment(13, Schooling, SUN, 400));
    let state = tablet.store.state();
    let name = |name: &str, fen| (name.to_owned(), fen, 0);
    assert_eq!(reached(&state, donation), [name("赵永发", 30_000), name("孙桂兰", 20_000)]);
    assert_eq!(reached(&state, dues), [name("孙桂兰", 20_000)]);
    assert_eq!(origins(&state, both), [("东风厂".to_owned(), 20_000), ("县委".to_owned(), 20_000)]);
    assert_eq!(tablet.left(), [(PartyDues, None, 30_000)]);
}

#[test]
fn earmarked_money_goes_first_then_the_oldest_unless_somebody_chose() {
    let cases: [(&str, Entry, [i64; 4]); 5] = [
        ("nobody chose", Entry::default(), [10_000, 0, 5_000, 0]),
        ("a source", Entry { source: Some(standard(PartyDues)), ..Entry::default() }, [0, 0, 0, 15_000]),
        ("a receipt", Entry { receipt: Some(id(904)), ..Entry::default() }, [0, 0, 0, 15_000]),
        (
            "an earmark's own",
            Entry { receipt: Some(id(901)), amount: Fen(9_000), ..Entry::default() },
            [9_000, 0, 0, 0],
        ),
        ("more than one", Entry { amount: Fen(40_000), ..Entry::default() }, [10_000, 0, 20_000, 10_000]),
    ];
    for (what, chosen, expected) in cases {
        let tablet = Tablet::set_up(1);
        let receipts = [
            (901, receipt(13, Donation, Some(Purpose::Illness), 100)),
            (902, receipt(10, Donation, Some(Purpose::Schooling), 900)),
            (903, receipt(11, Fiscal, None, 200)),
            (904, receipt(12, PartyDues, None, 300)),
        ];
        receipts.iter().for_each(|(number, receipt)| tablet.fill(*number, receipt.entry.clone()));
        let amount = if chosen.amount.0 > 0 { chosen.amount } else { Fen(15_000) };
        let spent = payment(20, Illness, ZHAO, 1).entry;
        tablet.run(&PostEntry { entry: Entry { amount, source: chosen.source, receipt: chosen.receipt, ..spent } });
        let flows = fund::flows(&tablet.store.state());
        let drawn = receipts.map(|(number, _)| {
            flows.iter().filter(|flow| flow.receipt == id(number)).map(|flow| flow.fen.0).sum::<i64>()
        });
        assert_eq!(drawn, expected, "{what}");
    }
}

#[test]
fn money_lent_that_came_back_is_followed_each_time() {
    let tablet = Tablet::set_up(1);
    let donation: Id<Entry> = tablet.made(&given(10, Donation, None, 1000, "东风厂"));
    let loan = tablet.lend(ZHAO, 1000, 1, 0);
    tablet.run(&RepayLoan {
        loan,
        account: standard(Cash),
        on: today(),
        amount: Fen(60_000),
        narration: "还款".into(),
        voucher: String::new(),
        posted_by: String::new(),
    });
    tablet.run(&PostEntry { entry: Entry { credit: Some(standard(Cash)), ..payment(327, Illness, SUN, 500).entry } });
    let state = tablet.store.state();
    let expected = [("赵永发".to_owned(), 100_000, 60_000), ("孙桂兰".to_owned(), 50_000, 0)];
    assert_eq!(reached(&state, donation), expected);
    assert_eq!(tablet.left(), [(Donation, None, 10_000)]);
}

#[test]
fn an_account_made_by_an_office_is_a_source_like_any() {
    let tablet = Tablet::set_up(1);
    let account = Account { kind: Some(Donation), name: "东风厂".into(), ..Account::default() };
    let factory: Id<Account> = tablet.made(&SaveAccount { id: None, account });
    let given = Entry { credit: Some(factory), ..receipt(10, Donation, None, 300).entry };
    tablet.run(&PostEntry { entry: given });
    tablet.run(&payment(12, Illness, ZHAO, 100));
    let lines = fund::sources(&tablet.store.state(), today());
    let line = lines.iter().find(|line| line.source == Some(factory)).expect("a line");
    assert_eq!(
        (line.name.as_str(), line.received, line.spent, line.left_in_all()),
        ("东风厂", Fen(30_000), Fen(10_000), Fen(20_000))
    );
}

#[test]
fn the_trace_is_the_same_whichever_tablet_told_first() {
    // Two receipts and two payments of one day, made apart: only the changes' own order can tell them apart.
    let tablets = Tablet::three();
    tablets[1].run(&receipt(20, Fiscal, None, 100));
    tablets[2].run(&receipt(20, PartyDues, None, 100));
    tablets[1].run(&payment(20, Illness, ZHAO, 60));
    tablets[2].run(&payment(20, Schooling, SUN, 80));
    let seen = |order: [usize; 3]| {
        let fresh = Tablet::new(9);
        order.iter().for_each(|at| fresh.take(&tablets[*at]));
        fund::flows(&fresh.store.state())
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    let first = seen(orders[0]);
    assert_eq!(first.iter().map(|flow| flow.fen.0).sum::<i64>(), 14_000);
    for order in orders {
        assert_eq!(seen(order), first, "{order:?}");
    }
}

/// Writes over an entry, as no command does.
struct Overwrite(Id<Entry>, Fen);

impl Command for Overwrite {
    fn intent(&self) -> Intent {
        Intent::PostEntry
    }
    fn check(&self, _: &State, _: domain::Date) -> Vec<domain::Problem> {
        vec![]
    }
    fn write(&self, draft: &mut replica::command::Draft<'_>) {
        draft.update(self.0, |entry| entry.amount = self.1);
    }
}

#[test]
fn an_entry_written_over_or_removed_is_found_and_counts_on() {
    let tablet = Tablet::set_up(1);
    let given: Id<Entry> = tablet.made(&receipt(10, Donation, None, 500));
    tablet.run(&payment(12, Illness, ZHAO, 100));
    assert_eq!(fund::altered(&tablet.store.state()), []);
    tablet.run(&Overwrite(given, Fen(70_000)));
    assert_eq!(fund::altered(&tablet.store.state()), [given]);
    assert_eq!(fund::trial(&tablet.store.state(), today()).difference(), Fen(0));
    let other: Id<Entry> = tablet.made(&receipt(11, Donation, None, 300));
    tablet.run(&Removal(other.raw()));
    assert_eq!(tablet.balance(Bank), 100_000 - 10_000, "what was posted counts");
    let mut altered = [given, other];
    altered.sort_unstable();
    assert_eq!(fund::altered(&tablet.store.state()), altered);
}

/// Removes an entry, as no command does.
struct Removal(Uuid);

impl Command for Removal {
    fn intent(&self) -> Intent {
        Intent::Remove
    }
    fn check(&self, _: &State, _: domain::Date) -> Vec<domain::Problem> {
        vec![]
    }
    fn write(&self, draft: &mut replica::command::Draft<'_>) {
        draft.write_field(Kind::Entry, self.0, domain::schema::REMOVED, domain::Value::Text("gone".into()));
    }
}

#[test]
fn an_entry_reverses_only_what_was_there_before_it() {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, Fiscal, None, 500));
    // The first names one that is not there yet: a posting like any. The third names the second, which is.
    let spent = payment(20, Illness, ZHAO, 100).entry;
    let back = Entry { debit: spent.credit, credit: spent.debit, ..spent.clone() };
    tablet.fill(901, Entry { reverses: Some(id(902)), ..spent.clone() });
    tablet.fill(902, back);
    assert_eq!(Ledger::of(&tablet.store.state()).standing().count(), 3);
    tablet.fill(903, Entry { reverses: Some(id(902)), ..spent });
    let state = tablet.store.state();
    let ledger = Ledger::of(&state);
    assert_eq!(ledger.reversal_of(id(902)), Some(id(903)));
    assert_eq!(ledger.standing().count(), 2);
    assert_eq!(tablet.balance(Illness), 10_000);
}
