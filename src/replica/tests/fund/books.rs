//! The books as their pages show them: the journal and what is sought in it, periods, what is checked before a closing,
//! what a payment would draw on, the trace of one entry, and budgets adopted together.

use std::collections::BTreeMap;

use domain::fund::{chart, standard};
use domain::records::{Account, AccountKind, Budget, Entry, Purpose};
use domain::value::Fen;
use domain::{Fault, Id};
use replica::command::{ClosePeriod, OpenBalances, OpeningSource, PostEntry, ReverseEntry, SaveBudgets, SetUpAccounts};
use replica::query::fund::{self, Check, Movement, Period, Sought};

use crate::tablet::{SUN, Tablet, ZHAO, asks, day, entry, payment, receipt, today};

use AccountKind::{Bank, Cash, Donation, Fiscal, Illness, Schooling};

fn books() -> Tablet {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, Fiscal, None, 1000));
    let donated = receipt(40, Donation, Some(Purpose::Schooling), 500).entry;
    tablet.run(&PostEntry { entry: Entry { party: "东风厂".into(), ..donated } });
    tablet.run(&PostEntry { entry: entry(41, Cash, Bank, 100) });
    tablet.run(&payment(50, Schooling, ZHAO, 600));
    tablet.run(&payment(70, Illness, SUN, 200));
    tablet
}

fn sought(tablet: &Tablet, sought: &Sought) -> Vec<(Movement, i64)> {
    let lines = fund::journal(&tablet.store.state(), sought);
    lines.into_iter().map(|line| (line.movement, line.amount.0 / 100)).collect()
}

#[test]
fn the_journal_is_searched_by_day_account_purpose_and_words() {
    let tablet = books();
    let text = |text: &str| Sought { text: text.into(), ..Sought::default() };
    let (paid, all) = ((Movement::Paid, 600), sought(&tablet, &Sought::default()));
    let expected =
        [(Movement::Paid, 200), paid, (Movement::Moved, 100), (Movement::Received, 500), (Movement::Received, 1000)];
    assert_eq!(all, expected);
    let cases = [
        (Sought { from: Some(day(41)), until: Some(day(50)), ..Sought::default() }, vec![paid, (Movement::Moved, 100)]),
        (Sought { account: Some(standard(Cash)), ..Sought::default() }, vec![(Movement::Moved, 100)]),
        (Sought { purpose: Some(Purpose::Schooling), ..Sought::default() }, vec![paid, (Movement::Received, 500)]),
        (text("zyf"), vec![paid]),
        (text("东风"), vec![(Movement::Received, 500)]),
        (text("600"), vec![paid]),
        (text("nobody"), vec![]),
    ];
    for (asked, expected) in cases {
        assert_eq!(sought(&tablet, &asked), expected, "{asked:?}");
    }
}

#[test]
fn a_period_begins_where_the_one_before_ended() {
    let tablet = books();
    let state = tablet.store.state();
    let (first, second) =
        (fund::account_lines(&state, None, day(45)), fund::account_lines(&state, Some(day(46)), today()));
    for (one, two) in first.iter().zip(&second) {
        assert_eq!((one.side.account, one.after()), (two.side.account, two.before));
    }
    let sum = |lines: &[fund::AccountLine]| lines.iter().map(|line| line.after().0).sum::<i64>();
    assert_eq!((sum(&first), sum(&second)), (0, 0));
    let donations = |lines: Vec<fund::SourcePeriod>| {
        let line = lines.into_iter().find(|line| line.side.kind == Some(Donation)).expect("donations");
        (line.before.0, line.received.0, line.spent.0, line.left_in_all().0)
    };
    assert_eq!(donations(fund::source_periods(&state, None, today())), (0, 50_000, 50_000, 0));
    assert_eq!(donations(fund::source_periods(&state, Some(day(46)), today())), (50_000, 0, 50_000, 0));
    let spent = fund::spent_since(&state, Some(day(60)), today());
    assert_eq!(spent.iter().map(|line| line.fen.0).sum::<i64>(), 20_000);
    assert_eq!(fund::years(&state), [2026]);
}

#[test]
fn what_is_looked_at_before_a_closing() {
    let tablet = books();
    let bad = |month| {
        let checks = fund::checks(&tablet.store.state(), Period { year: 2026, month }, today());
        checks.into_iter().filter(|(_, is_so)| !is_so).map(|(check, _)| check).collect::<Vec<_>>()
    };
    assert_eq!(
        (bad(1), bad(2), bad(11)),
        (vec![], vec![Check::EarlierClosed], vec![Check::Over, Check::EarlierClosed])
    );
    let january = Period { year: 2026, month: 1 };
    tablet.run(&ClosePeriod { period: january, closed_by: "王会计".into() });
    assert_eq!(bad(2), []);
    assert_eq!(fund::closed_by(&tablet.store.state(), january).map(|closing| closing.money), Some(Fen(100_000)));
    assert_eq!(fund::open_months(&tablet.store.state(), today()).len(), 2);
}

#[test]
fn a_payment_says_beforehand_what_it_would_draw_on() {
    let tablet = books();
    let draws = |yuan| {
        let draws = fund::draws(&tablet.store.state(), &payment(80, Schooling, SUN, yuan).entry);
        draws
            .into_iter()
            .map(|draw| (draw.source.and_then(|side| side.kind), draw.fen.0, draw.is_short))
            .collect::<Vec<_>>()
    };
    assert_eq!(draws(300), [(Some(Fiscal), 30_000, false)]);
    assert_eq!(draws(900), [(Some(Fiscal), 70_000, false), (None, 20_000, true)]);
    let more = receipt(75, Donation, Some(Purpose::Schooling), 100);
    tablet.run(&more);
    assert_eq!(draws(300), [(Some(Fiscal), 20_000, false), (Some(Donation), 10_000, false)]);
}

#[test]
fn the_trace_of_an_entry_adds_up() {
    let tablet = books();
    let lines = fund::journal(&tablet.store.state(), &Sought::default());
    let traced = |at: usize| fund::traced(&tablet.store.state(), lines[at].id);
    let fiscal = traced(4).expect("a receipt");
    let reached: i64 = fiscal.reached.iter().map(|one| one.fen.0).sum();
    assert_eq!((reached, fiscal.left), (30_000, vec![(None, Fen(70_000))]));
    let schooling = traced(1).expect("a payment");
    assert_eq!(schooling.origins.iter().map(|one| one.fen.0).sum::<i64>(), 60_000);
    assert_eq!(traced(2), None, "what only moves has no trace");
    let (on, reason) = (day(80), "记错".to_owned());
    tablet.run(&ReverseEntry { entry: lines[1].id, on, reason, posted_by: String::new() });
    assert_eq!(traced(1), None, "what was reversed has none");
    assert!(fund::journal_line(&tablet.store.state(), lines[1].id).is_some_and(|line| line.is_reversed));
}

#[test]
fn one_press_sets_the_accounts_up_and_leaves_those_that_are_there() {
    let tablet = Tablet::set_up(1);
    assert!(!fund::is_begun(&tablet.store.state()));
    let own = Account { kind: Some(Bank), bank: "信用社".into(), ..Account::default() };
    tablet.fill(standard(Bank).raw().as_u128(), own.clone());
    tablet.run(&SetUpAccounts);
    let state = tablet.store.state();
    assert_eq!(state.all::<Account>().iter().count(), chart().count());
    assert_eq!(state.get(standard(Bank)), Some(&own));
    assert!(fund::is_begun(&state) && !fund::is_opened(&state));
    drop(state);
    let source = |amount| OpeningSource { source: standard(Fiscal), earmark: None, party: String::new(), amount };
    let open = |has, from| OpenBalances {
        on: day(5),
        money: vec![(standard(Bank), has)],
        loans: vec![],
        sources: vec![source(from)],
        narration: "期初".into(),
        posted_by: String::new(),
    };
    let uneven = Fault::Uneven { has: Fen(500), from: Fen(400) };
    assert_eq!(tablet.refused(&open(Fen(500), Fen(400))), [(None, uneven)]);
    tablet.run(&open(Fen(500), Fen(500)));
    assert!(fund::is_opened(&tablet.store.state()));
}

#[test]
fn budgets_are_adopted_together_and_tell_what_they_would_pay() {
    let tablet = Tablet::set_up(1);
    for (case, yuan) in [(ZHAO, 300), (SUN, 400)] {
        let request = tablet.draft(asks(case, Purpose::Illness, yuan));
        tablet.run(&tablet.step(request, domain::records::RequestStep::Submit, "王会计"));
    }
    let outlook = |instead: &[(Purpose, i64)]| {
        let instead: BTreeMap<_, _> = instead.iter().map(|(purpose, yuan)| (*purpose, Fen(yuan * 100))).collect();
        let all = fund::outlook(&tablet.store.state(), 2026, &instead);
        let line = all.into_iter().find(|line| line.purpose == Purpose::Illness).expect("a line");
        (line.waiting, line.payable, line.left().0)
    };
    assert_eq!(outlook(&[]), (2, 0, -70_000));
    assert_eq!(outlook(&[(Purpose::Illness, 350)]), (2, 1, -35_000));
    let set = |illness| SaveBudgets {
        year: 2026,
        amounts: vec![(Purpose::Illness, Fen(illness)), (Purpose::Schooling, Fen(100))],
    };
    tablet.run(&set(70_000));
    assert_eq!(outlook(&[]), (2, 2, 0));
    tablet.run(&set(80_000));
    let state = tablet.store.state();
    let amounts: Vec<i64> = state.all::<Budget>().iter().map(|(_, budget): (Id<Budget>, _)| budget.amount.0).collect();
    assert_eq!(amounts.iter().sum::<i64>(), 80_100, "one budget for each purpose");
}
