//! What waits for whom, what ceilings leave and how much of them is used, what a payment can be made from, what moved of
//! a loan and of a household, and a request that is drafted for an emergency.

use domain::Id;
use domain::fund::standard;
use domain::records::{
    AccountKind, Ceiling, Emergency, FundRole, Need, Purpose, Request, RequestField, RequestState, RequestStep, Staff,
    Trigger,
};
use domain::value::Fen;
use domain::{Fault, Kind};
use replica::command::{AdvanceRequest, RepayLoan, RequestRelief, SaveCeiling, SaveRequest, SaveStaff, Signatory};
use replica::query::fund::{self, Limit, MoveKind, Scope};

use crate::tablet::{SUN, Tablet, ZHAO, asks, at, id, pay, receipt, today};

use RequestStep::{Approve, Refuse, Return, Review, Submit};

fn person(tablet: &Tablet, name: &str, duties: &[FundRole]) -> Id<Staff> {
    let staff = Staff { name: name.into(), duties: duties.to_vec(), ..Staff::default() };
    tablet.made(&SaveStaff { id: None, staff })
}

fn step(tablet: &Tablet, request: Id<Request>, step: RequestStep, staff: Id<Staff>) -> AdvanceRequest {
    AdvanceRequest { by: Signatory { staff: Some(staff), name: String::new() }, ..tablet.step(request, step, "") }
}

#[test]
fn a_request_waits_for_one_after_the_other() {
    let tablet = Tablet::set_up(1);
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 20_000));
    let waits = |staff| fund::waits_for(&tablet.store.state(), staff).len();
    assert!(!fund::is_shared_out(&tablet.store.state()));
    assert_eq!(waits(None), 1, "everybody may, while nobody has a duty");
    let clerk = person(&tablet, "王会计", &[FundRole::Clerk]);
    let reviewer = person(&tablet, "李主任", &[FundRole::Reviewer]);
    let both = [("陈书记", FundRole::Approver), ("刘县长", FundRole::Approver)];
    let [first, second] = both.map(|(name, role)| person(&tablet, name, &[role]));
    assert_eq!([None, Some(clerk), Some(reviewer), Some(first)].map(waits), [0, 1, 1, 0]);
    tablet.run(&step(&tablet, request, Submit, clerk));
    assert_eq!([clerk, reviewer, first].map(Some).map(waits), [0, 1, 0]);
    let names = |step| fund::who_may(&tablet.store.state(), step).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names(Approve), ["陈书记", "刘县长"]);
    let open = |staff| {
        let line = fund::request(&tablet.store.state(), request).expect("there");
        fund::steps_for(&tablet.store.state(), &line, Some(staff))
    };
    assert_eq!(open(reviewer), [Review, Return, Refuse]);
    assert_eq!(open(first), [Return, Refuse]);
    tablet.run(&step(&tablet, request, Review, reviewer));
    tablet.run(&step(&tablet, request, Approve, first));
    assert_eq!([first, second].map(Some).map(waits), [0, 1], "who approved it first is not asked again");
    assert_eq!(open(first), [Return, Refuse]);
    assert_eq!(open(second), [Approve, Return, Refuse]);
    tablet.run(&step(&tablet, request, Approve, second));
    let duties = vec![FundRole::Approver, FundRole::Cashier];
    let staff = Staff { name: "陈书记".into(), duties, ..Staff::default() };
    tablet.run(&SaveStaff { id: Some(first), staff });
    assert_eq!(waits(Some(first)), 1, "who approved it first may be the one who pays it");
}

#[test]
fn limits_say_what_others_were_given() {
    let tablet = Tablet::set_up(1);
    let fen = |yuan: i64| Fen(yuan * 100);
    let (purpose, two_persons) = (Some(Purpose::Illness), fen(90_000));
    let ceiling = Ceiling { purpose, request: fen(1000), case: Fen(0), year: fen(2400), two_persons };
    tablet.run(&SaveCeiling { ceiling });
    let granted = tablet.draft(asks(ZHAO, Purpose::Illness, 800));
    tablet.approve(granted);
    let limits = |id, case| fund::limits(&tablet.store.state(), id, &asks(case, Purpose::Illness, 5), 2026);
    let year = |given| Limit { scope: Scope::Year, most: fen(2400), given: fen(given) };
    let one = Limit { scope: Scope::Request, most: fen(1000), given: Fen(0) };
    assert_eq!(limits(None, SUN), [one, year(800)]);
    assert_eq!(limits(Some(granted), ZHAO), [one, year(0)], "itself does not count");
    assert_eq!([one, year(2500)].map(Limit::left), [fen(1000), Fen(0)]);
}

#[test]
fn a_payment_draws_on_what_is_free_or_meant_for_it() {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, AccountKind::Fiscal, None, 1000));
    tablet.run(&receipt(11, AccountKind::Donation, Some(Purpose::Schooling), 400));
    tablet.run(&receipt(12, AccountKind::Donation, Some(Purpose::Illness), 300));
    let drawable = |purpose| {
        let all = fund::drawable(&tablet.store.state(), Some(purpose)).into_iter();
        all.map(|line| (line.kind.expect("a source"), line.receipt.is_some(), line.left.0 / 100)).collect::<Vec<_>>()
    };
    use AccountKind::{Donation, Fiscal};
    assert_eq!(drawable(Purpose::Schooling), [(Fiscal, false, 1000), (Donation, false, 400), (Donation, true, 400)]);
    assert_eq!(drawable(Purpose::StartUp), [(Fiscal, false, 1000)]);
    let accounts = fund::money_accounts(&tablet.store.state(), today());
    assert_eq!(accounts[0].account, standard(AccountKind::Bank));
    assert_eq!(accounts.iter().map(|line| line.balance.0).sum::<i64>(), 170_000);
}

#[test]
fn what_moved_is_told_of_a_loan_and_of_a_household() {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, AccountKind::Fiscal, None, 9000));
    let loan = tablet.lend(ZHAO, 3000, 3, 360);
    let grant = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    tablet.approve(grant);
    tablet.run(&pay(grant));
    let (amount, narration) = (Fen(103_600), "还款".to_owned());
    let (account, on, voucher, posted_by) = (standard(AccountKind::Bank), today(), String::new(), String::new());
    tablet.run(&RepayLoan { loan, account, on, amount, narration, voucher, posted_by });
    let told = |moves: Vec<fund::MoneyMove>| moves.into_iter().map(|one| (one.what, one.amount.0)).collect::<Vec<_>>();
    let of_loan = [(MoveKind::Lent, 300_000), (MoveKind::Charge, 3_600), (MoveKind::Principal, 100_000)];
    assert_eq!(told(fund::moves_of_loan(&tablet.store.state(), loan)), of_loan);
    let of_case = told(fund::moves_of_case(&tablet.store.state(), id(ZHAO)));
    assert!(of_case.len() == 4 && of_case.contains(&(MoveKind::Granted, 50_000)), "{of_case:?}");
    assert_eq!(fund::loans_of(&tablet.store.state(), id(ZHAO)).len(), 1);
    assert!(fund::loans_of(&tablet.store.state(), id(SUN)).is_empty());
}

#[test]
fn an_emergency_names_the_request_that_was_drafted_for_it() {
    let tablet = Tablet::set_up(1);
    tablet.fill(700, Emergency { case: Some(id(ZHAO)), trigger: Some(Trigger::Disaster), ..Emergency::default() });
    let relief = |case| RequestRelief { emergency: id(700), request: asks(case, Purpose::Emergency, 900) };
    assert_eq!(tablet.refused(&relief(SUN)), [(at(RequestField::case), Fault::NotInList)]);
    let gone = RequestRelief { emergency: id(9), ..relief(ZHAO) };
    assert_eq!(tablet.refused(&gone), [(None, Fault::Gone)]);
    let request: Id<Request> = tablet.made(&relief(ZHAO));
    let state = tablet.store.state();
    let emergency = state.get(id::<Emergency>(700)).expect("there");
    assert_eq!(emergency.request, Some(request));
    assert_eq!(state.get(request).and_then(|one| one.state), Some(RequestState::Drafted));
    assert!(state.made(Kind::Request, request.raw()).is_some());
}

#[test]
fn a_need_knows_the_request_that_meets_it() {
    let tablet = Tablet::set_up(1);
    tablet.fill(600, Need { case: Some(id(ZHAO)), ..Need::default() });
    let of_need = || fund::request_of_need(&tablet.store.state(), id(600)).map(|line| line.id);
    assert_eq!(of_need(), None);
    let asked = Request { need: Some(id(600)), ..asks(ZHAO, Purpose::Schooling, 900) };
    let first: Id<Request> = tablet.made(&SaveRequest { id: None, request: asked.clone() });
    assert_eq!(of_need(), Some(first));
    tablet.run(&tablet.step(first, Submit, "王会计"));
    tablet.run(&tablet.step(first, Refuse, "李主任"));
    assert_eq!(of_need(), None, "it was refused");
    let second: Id<Request> = tablet.made(&SaveRequest { id: None, request: asked });
    assert_eq!(of_need(), Some(second));
}
