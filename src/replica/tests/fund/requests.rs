//! Requests: each step taken, refused at its field and answered; two persons above the limit; ceilings and budgets; who
//! may do what; what a merge makes of it.

use domain::fund::standard;
use domain::records::{
    AccountKind, Budget, BudgetField, Case, Ceiling, CeilingField, DutyField, Entry, EntryField, FundRole, Need,
    Purpose, Request, RequestField, RequestKind, RequestState, RequestStep, Staff, Stage,
};
use domain::value::Fen;
use domain::{Fault, FieldRef, Id};
use replica::command::{
    AdvanceRequest, PayRequest, SaveBudget, SaveCeiling, SaveDuty, SaveRequest, SaveStaff, Signatory,
};
use replica::query::fund;

use crate::tablet::{SUN, Tablet, ZHAO, asks, asks_loan, at, day, id, pay, receipt, signer, today};

use RequestStep::{Approve, Refuse, Return, Review, Submit, Verify};

type Wrong = Vec<(Option<FieldRef>, Fault)>;

fn funded() -> Tablet {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(10, AccountKind::Fiscal, None, 100_000));
    tablet
}

fn state_of(tablet: &Tablet, id: Id<Request>) -> RequestState {
    tablet.store.state().get(id).and_then(|request| request.state).expect("a state")
}

#[test]
fn a_request_that_is_not_right_says_why_at_its_field() {
    let tablet = funded();
    tablet.fill(103, Case { stage: Some(Stage::Left), ..Case::default() });
    tablet.fill(104, Need { case: Some(id(SUN)), ..Need::default() });
    let good = asks(ZHAO, Purpose::Illness, 500);
    let lent = asks_loan(ZHAO, 500, 3, 360);
    let within = |least, most| Fault::OutOfRange { least, most };
    let write_off = Request { kind: Some(RequestKind::WriteOff), purpose: None, ..good.clone() };
    let cases: Vec<(Request, Option<FieldRef>, Fault)> = vec![
        (Request { kind: None, ..good.clone() }, at(RequestField::kind), Fault::Missing),
        (Request { purpose: None, ..good.clone() }, at(RequestField::purpose), Fault::Missing),
        (Request { grounds: " ".into(), ..good.clone() }, at(RequestField::grounds), Fault::Missing),
        (Request { amount: Fen(0), ..good.clone() }, at(RequestField::amount), Fault::Missing),
        (Request { amount: Fen(-5), ..good.clone() }, at(RequestField::amount), Fault::NotMoney),
        (Request { case: None, ..good.clone() }, at(RequestField::case), Fault::Missing),
        (Request { case: Some(id(9)), ..good.clone() }, at(RequestField::case), Fault::Gone),
        (Request { case: Some(id(103)), ..good.clone() }, at(RequestField::case), Fault::CaseClosed),
        (Request { need: Some(id(104)), ..good.clone() }, at(RequestField::need), Fault::Gone),
        (Request { months: 0, instalments: 1, ..lent.clone() }, at(RequestField::months), within(1, 120)),
        (Request { months: 121, ..lent.clone() }, at(RequestField::months), within(1, 120)),
        (Request { instalments: 13, ..lent.clone() }, at(RequestField::instalments), within(1, 12)),
        (Request { rate: 2401, ..lent.clone() }, at(RequestField::rate), within(0, 2400)),
        (Request { fee: Fen(-1), ..lent }, at(RequestField::fee), Fault::NotMoney),
        (write_off, at(RequestField::loan), Fault::Missing),
    ];
    for (request, field, fault) in cases {
        let command = SaveRequest { id: None, request };
        assert_eq!(tablet.refused(&command), [(field, fault)], "{command:?}");
    }
    assert_eq!(tablet.refused(&SaveRequest { id: Some(id(9)), request: good }), [(None, Fault::Gone)]);
}

#[test]
fn a_grant_goes_from_its_draft_to_its_verification() {
    let tablet = funded();
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    let steps =
        [(Submit, RequestState::Submitted), (Review, RequestState::Reviewed), (Approve, RequestState::Approved)];
    for (step, state) in steps {
        assert_eq!(fund::requests(&tablet.store.state())[0].steps.first(), Some(&step));
        tablet.run(&tablet.step(request, step, "李主任"));
        assert_eq!(state_of(&tablet, request), state);
        let again = tablet.step(request, step, "李主任");
        assert_eq!(tablet.refused(&again), [(None, Fault::StepClosed)], "no step twice");
    }
    tablet.run(&pay(request));
    assert_eq!(tablet.balance(AccountKind::Illness), 50_000);
    assert_eq!(tablet.refused(&pay(request)), [(None, Fault::AlreadyPaid)]);
    let silent = AdvanceRequest { note: String::new(), ..tablet.step(request, Verify, "周巡查") };
    assert_eq!(tablet.refused(&silent), [(at(RequestField::verification), Fault::Missing)]);
    tablet.run(&tablet.step(request, Verify, "周巡查"));
    let done = tablet.store.state().get(request).cloned().expect("there");
    assert_eq!((done.state, done.paid_by.as_str()), (Some(RequestState::Verified), "赵出纳"));
    assert_eq!((done.verified_by.as_str(), done.verification.as_str()), ("周巡查", "核对无误"));
    assert_eq!(fund::requests_of(&tablet.store.state(), id(ZHAO)).len(), 1);
}

#[test]
fn a_step_out_of_turn_is_refused() {
    let open = [
        (RequestState::Drafted, vec![Submit]),
        (RequestState::Submitted, vec![Review, Return, Refuse]),
        (RequestState::Reviewed, vec![Approve, Return, Refuse]),
        (RequestState::Approved, vec![Return, Refuse]),
        (RequestState::Paid, vec![Verify]),
        (RequestState::Verified, vec![]),
        (RequestState::Refused, vec![]),
        (RequestState::Returned, vec![Submit]),
    ];
    for (state, steps) in open {
        for step in [Submit, Review, Approve, Verify, Refuse, Return] {
            let tablet = funded();
            tablet.fill(900, Request { state: Some(state), ..asks(ZHAO, Purpose::Illness, 500) });
            let command = tablet.step(id(900), step, "李主任");
            let is_open = steps.contains(&step);
            assert_eq!(tablet.tries(&command), is_open, "{step:?} of {state:?}");
            if !is_open {
                assert_eq!(tablet.refused(&command), [(None, Fault::StepClosed)]);
            }
        }
    }
}

#[test]
fn a_request_returned_is_put_right_and_one_refused_is_not() {
    let tablet = funded();
    for (step, state, may_be_revised) in
        [(Return, RequestState::Returned, true), (Refuse, RequestState::Refused, false)]
    {
        let request = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
        tablet.approve(request);
        let silent = AdvanceRequest { note: " ".into(), ..tablet.step(request, step, "陈书记") };
        assert_eq!(tablet.refused(&silent), [(at(RequestField::answer), Fault::Missing)]);
        let ahead = AdvanceRequest { on: day(328), ..tablet.step(request, step, "陈书记") };
        assert_eq!(tablet.refused(&ahead), [(at(RequestField::answered_on), Fault::InFuture)]);
        tablet.run(&tablet.step(request, step, "陈书记"));
        assert_eq!(state_of(&tablet, request), state);
        assert_eq!(tablet.refused(&pay(request)), [(None, Fault::StepClosed)]);
        let revise = SaveRequest { id: Some(request), request: asks(ZHAO, Purpose::Illness, 400) };
        assert_eq!(tablet.tries(&revise), may_be_revised, "{state:?}");
    }
}

#[test]
fn above_the_limit_two_persons_approve() {
    let tablet = funded();
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 10_001));
    tablet.run(&tablet.step(request, Submit, "王会计"));
    tablet.run(&tablet.step(request, Review, "李主任"));
    tablet.run(&tablet.step(request, Approve, "陈书记"));
    assert_eq!(state_of(&tablet, request), RequestState::Reviewed, "one is not enough");
    let again = tablet.step(request, Approve, " 陈书记 ");
    assert_eq!(tablet.refused(&again), [(at(RequestField::seconded_by), Fault::SecondPerson("陈书记".into()))]);
    assert_eq!(tablet.refused(&pay(request)), [(None, Fault::StepClosed)]);
    tablet.run(&tablet.step(request, Approve, "刘县长"));
    let done = tablet.store.state().get(request).cloned().expect("there");
    assert_eq!((done.approved_by.as_str(), done.seconded_by.as_str()), ("陈书记", "刘县长"));
    assert!(tablet.tries(&pay(request)));
}

#[test]
fn one_person_under_two_names_is_one_person() {
    let tablet = funded();
    let chen: Id<Staff> =
        tablet.made(&SaveStaff { id: None, staff: Staff { name: "陈书记".into(), ..Staff::default() } });
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 10_001));
    tablet.run(&tablet.step(request, Submit, "王会计"));
    tablet.run(&tablet.step(request, Review, "李主任"));
    let approve = || AdvanceRequest {
        by: Signatory { staff: Some(chen), name: "刘县长".into() },
        ..tablet.step(request, Approve, "")
    };
    tablet.run(&approve());
    tablet.run(&SaveStaff { id: Some(chen), staff: Staff { name: "陈国栋".into(), ..Staff::default() } });
    assert_eq!(tablet.refused(&approve()), [(at(RequestField::seconded_by), Fault::SecondPerson("陈书记".into()))]);
}

#[test]
fn the_limit_for_two_persons_is_set_by_the_office() {
    let tablet = funded();
    let limit = |purpose, yuan: i64| SaveCeiling {
        ceiling: Ceiling { purpose, two_persons: Fen(yuan * 100), ..Ceiling::default() },
    };
    let needs = |yuan| fund::needs_second(&tablet.store.state(), &asks(ZHAO, Purpose::Illness, yuan));
    assert_eq!([10_000, 10_001].map(needs), [false, true]);
    tablet.run(&limit(None, 2000));
    assert_eq!([2000, 2001].map(needs), [false, true]);
    tablet.run(&limit(Some(Purpose::Illness), 300));
    assert_eq!([300, 301].map(needs), [false, true]);
}

#[test]
fn ceilings_hold_for_a_request_a_case_and_a_year() {
    let tablet = funded();
    let fen = |yuan: i64| Fen(yuan * 100);
    let (purpose, two_persons) = (Some(Purpose::Illness), fen(90_000));
    let ceiling = Ceiling { purpose, request: fen(1000), case: fen(1500), year: fen(2400), two_persons };
    for (field, wrong) in [
        (CeilingField::request, Ceiling { request: Fen(-1), ..ceiling.clone() }),
        (CeilingField::case, Ceiling { case: Fen(-1), ..ceiling.clone() }),
        (CeilingField::year, Ceiling { year: Fen(-1), ..ceiling.clone() }),
        (CeilingField::two_persons, Ceiling { two_persons: Fen(-1), ..ceiling.clone() }),
    ] {
        assert_eq!(tablet.refused(&SaveCeiling { ceiling: wrong }), [(at(field), Fault::NotMoney)]);
    }
    tablet.run(&SaveCeiling { ceiling });
    let above = |left| vec![(at(RequestField::amount), Fault::AboveCeiling { left: fen(left) })];
    let asked = |case, yuan| SaveRequest { id: None, request: asks(case, Purpose::Illness, yuan) };
    assert_eq!(tablet.refused(&asked(ZHAO, 1001)), above(1000));
    let granted = tablet.draft(asks(ZHAO, Purpose::Illness, 1000));
    tablet.approve(granted);
    assert_eq!(tablet.refused(&asked(ZHAO, 501)), above(500), "of the case");
    let other = tablet.draft(asks(SUN, Purpose::Illness, 1000));
    let late = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    tablet.approve(other);
    assert_eq!(tablet.refused(&tablet.step(late, Submit, "王会计")), above(400), "of the year, at every step");
    assert!(tablet.tries(&SaveRequest { id: None, request: asks(ZHAO, Purpose::Schooling, 5000) }), "another use");
    assert!(tablet.tries(&pay(granted)), "what was granted itself does not count against it");
}

#[test]
fn steps_belong_to_those_who_have_the_duty() {
    let tablet = funded();
    let person = |name: &str, duties: &[FundRole]| -> Id<Staff> {
        let staff = Staff { name: name.into(), duties: duties.to_vec(), ..Staff::default() };
        tablet.made(&SaveStaff { id: None, staff })
    };
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    let clerk = person("王会计", &[FundRole::Clerk]);
    let reviewer = person("李主任", &[FundRole::Reviewer]);
    let step =
        |staff, step| AdvanceRequest { by: Signatory { staff, name: String::new() }, ..tablet.step(request, step, "") };
    assert_eq!(tablet.refused(&step(None, Submit)), [(at(RequestField::submitted_by), Fault::Missing)]);
    let stranger = AdvanceRequest { by: signer("某人"), ..step(None, Submit) };
    assert_eq!(tablet.refused(&stranger), [(at(RequestField::submitted_by), Fault::NotYourStep)]);
    tablet.run(&step(Some(clerk), Submit));
    let fields = [(Review, RequestField::reviewed_by, Some(clerk)), (Refuse, RequestField::answered_by, Some(clerk))];
    for (which, field, staff) in fields {
        assert_eq!(tablet.refused(&step(staff, which)), [(at(field), Fault::NotYourStep)]);
    }
    assert_eq!(fund::waiting_for(&tablet.store.state(), &[FundRole::Clerk]).len(), 0);
    assert_eq!(fund::waiting_for(&tablet.store.state(), &[FundRole::Reviewer]).len(), 1);
    tablet.run(&step(Some(reviewer), Review));
    assert_eq!(tablet.refused(&step(Some(reviewer), Approve)), [(at(RequestField::approved_by), Fault::NotYourStep)]);
    let duty = |roles: &[FundRole]| SaveDuty { step: Approve, roles: roles.to_vec() };
    assert_eq!(tablet.refused(&duty(&[])), [(at(DutyField::roles), Fault::Missing)]);
    tablet.run(&duty(&[FundRole::Reviewer]));
    tablet.run(&step(Some(reviewer), Approve));
    let paying = PayRequest { by: Signatory { staff: Some(reviewer), name: String::new() }, ..pay(request) };
    assert_eq!(tablet.refused(&paying), [(at(RequestField::paid_by), Fault::NotYourStep)]);
}

#[test]
fn a_payment_that_is_not_right_says_why() {
    let tablet = Tablet::set_up(1);
    tablet.run(&receipt(300, AccountKind::Fiscal, None, 400));
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    tablet.approve(request);
    let good = pay(request);
    let empty = Fault::AboveBalance { account: String::new(), left: Fen(40_000) };
    let cases: Vec<(PayRequest, Wrong)> = vec![
        (PayRequest { id: id(9), ..good.clone() }, vec![(None, Fault::Gone)]),
        (PayRequest { account: id(9), ..good.clone() }, vec![(at(EntryField::credit), Fault::Gone)]),
        (
            PayRequest { account: standard(AccountKind::Fiscal), ..good.clone() },
            vec![(at(EntryField::credit), Fault::SidesDoNotFit)],
        ),
        (PayRequest { on: day(326), ..good.clone() }, vec![(at(EntryField::on), Fault::EndsBeforeStart)]),
        (PayRequest { on: day(328), ..good.clone() }, vec![(at(EntryField::on), Fault::InFuture)]),
        (PayRequest { by: signer(" "), ..good.clone() }, vec![(at(RequestField::paid_by), Fault::Missing)]),
        (good.clone(), vec![(at(EntryField::amount), empty)]),
    ];
    for (command, wrong) in cases {
        assert_eq!(tablet.refused(&command), wrong, "{command:?}");
    }
    tablet.run(&receipt(301, AccountKind::Donation, Some(Purpose::Schooling), 400));
    let bound = vec![(at(EntryField::amount), Fault::AboveSource { left: Fen(40_000) })];
    assert_eq!(tablet.refused(&good), bound, "money for schooling heals nobody");
    tablet.run(&receipt(302, AccountKind::PartyDues, None, 100));
    assert!(tablet.tries(&good));
}

#[test]
fn only_what_was_approved_is_paid() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 100_000));
    let request = one.draft(asks(ZHAO, Purpose::Illness, 500));
    one.approve(request);
    one.run(&one.step(request, Return, "陈书记"));
    other.take(&one);
    // On one tablet it is put right and asks for more; on the other it is approved as it was.
    one.run(&SaveRequest { id: Some(request), request: asks(ZHAO, Purpose::Illness, 9000) });
    other.approve(request);
    other.take(&one);
    assert_eq!(state_of(&other, request), RequestState::Approved);
    let wrong = [(at(RequestField::amount), Fault::ApprovedOther(Fen(50_000)))];
    assert_eq!(other.refused(&pay(request)), wrong);
}

#[test]
fn a_payment_reversed_may_be_paid_again() {
    let tablet = funded();
    let request = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    tablet.approve(request);
    let paid: Id<Entry> = tablet.made(&pay(request));
    let (on, reason, posted_by) = (today(), "账号有误".into(), "赵出纳".into());
    tablet.run(&replica::command::ReverseEntry { entry: paid, on, reason, posted_by });
    assert_eq!(state_of(&tablet, request), RequestState::Approved);
    assert!(tablet.tries(&pay(request)));
    assert_eq!(tablet.balance(AccountKind::Illness), 50_000);
}

#[test]
fn a_request_paid_on_two_tablets_and_a_year_above_its_ceiling_are_found() {
    let [one, other, _] = Tablet::three();
    one.run(&receipt(10, AccountKind::Fiscal, None, 100_000));
    let request = one.draft(asks(ZHAO, Purpose::Illness, 500));
    one.approve(request);
    let (purpose, year) = (Some(Purpose::Illness), Fen(60_000));
    one.run(&SaveCeiling { ceiling: Ceiling { purpose, year, ..Ceiling::default() } });
    let late = one.draft(asks(SUN, Purpose::Illness, 100));
    other.take(&one);
    let more = other.draft(asks(SUN, Purpose::Illness, 100));
    one.approve(late);
    other.approve(more);
    let first: Id<Entry> = one.made(&pay(request));
    let second: Id<Entry> = other.made(&pay(request));
    one.take(&other);
    other.take(&one);
    let found = fund::paid_twice(&one.store.state());
    assert_eq!(found, fund::paid_twice(&other.store.state()));
    let [(twice, entries)] = found.as_slice() else { panic!("one is paid twice: {found:?}") };
    assert_eq!(*twice, request);
    assert!(entries.len() == 2 && entries.contains(&first) && entries.contains(&second));
    let above = fund::above_ceiling(&one.store.state(), 2026);
    let [above] = above.as_slice() else { panic!("one is above: {above:?}") };
    assert_eq!((above.purpose, above.given, above.requests.len()), (purpose, Fen(70_000), 3));
}

#[test]
fn the_budget_stands_against_what_was_paid_and_what_is_in_sight() {
    let tablet = funded();
    let budget = |purpose, yuan: i64| Budget { year: 2026, purpose, division: None, amount: Fen(yuan * 100) };
    let save = |budget| SaveBudget { id: None, budget };
    let good = budget(Some(Purpose::Illness), 2000);
    for (wrong, field, fault) in [
        (Budget { year: 1999, ..good.clone() }, BudgetField::year, Fault::OutOfRange { least: 2000, most: 2100 }),
        (budget(None, 5), BudgetField::purpose, Fault::Missing),
        (budget(Some(Purpose::Illness), 0), BudgetField::amount, Fault::Missing),
    ] {
        assert_eq!(tablet.refused(&save(wrong)), [(at(field), fault)]);
    }
    tablet.run(&save(good.clone()));
    assert_eq!(tablet.refused(&save(good)), [(at(BudgetField::purpose), Fault::Twice)]);
    let paid = tablet.draft(asks(ZHAO, Purpose::Illness, 500));
    tablet.approve(paid);
    tablet.run(&pay(paid));
    let asked = tablet.draft(asks(SUN, Purpose::Illness, 300));
    tablet.run(&tablet.step(asked, Submit, "王会计"));
    let lines = fund::budgets(&tablet.store.state(), 2026);
    let of =
        |is_city: bool| lines.iter().find(|line| line.purpose == Purpose::Illness && line.county.is_none() == is_city);
    let city = of(true).expect("a line");
    assert_eq!((city.planned.0, city.paid.0, city.in_sight.0, city.left().0), (200_000, 50_000, 30_000, 120_000));
    let county = of(false).expect("a line");
    assert_eq!((county.county, county.paid.0, county.in_sight.0), (Some(id(1)), 50_000, 30_000));
}
