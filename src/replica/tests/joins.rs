//! Two files of one household become one: nothing is lost, whatever refers to them follows, the fund knows, it can be
//! undone, and what another tablet wrote meanwhile is found.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use domain::records::{
    AccountKind, Case, CaseField, Cause, Enrolment, Entry, Loan, Member, MemberField, Need, NeedKind, Pairing, Purpose,
    Relation, Request, RequestKind, RequestState, Session, Visit, VisitField,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field as _, Id, Intent, Record, Uuid};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::command::{JoinCases, Joining, PlanVisit, RegisterCase, RemoveRecord, SettleFinding};
use replica::query::findings::{Finding, Remedy, findings};
use replica::query::{cases, duplicates, fund, joins};
use replica::{Refusal, State};
use tablet::{Tablet, today};

fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn fill<T: Into<AnyRecord>>(tablet: &Tablet, number: u128, record: T) {
    block_on(tablet.store.fill(Intent::SetUp, &[(Uuid::from_u128(number), record.into())])).expect("fills");
}

fn member(case: u128, name: &str, relation: Relation, id_number: &str) -> Member {
    let (case, relation) = (Some(id(case)), Some(relation));
    Member { case, name: name.into(), relation, id_number: id_number.into(), ..Member::default() }
}

/// A household that two surveyors entered: 1 by the one, 2 by the other, with all that hangs on the second.
fn twice() -> Tablet {
    let tablet = Tablet::new(1);
    let kept = Case { phone: "13900000001".into(), main_cause: Some(Cause::Illness), ..Case::default() };
    fill(&tablet, 1, kept);
    let (main_cause, industry) = (Some(Cause::Land), "养牛".to_owned());
    fill(&tablet, 2, Case { phone: "13900000002".into(), industry, main_cause, ..Case::default() });
    fill(&tablet, 11, member(1, "李国强", Relation::Head, "220322197405063315"));
    fill(&tablet, 21, Member { work: "打工".into(), ..member(2, "李国强", Relation::Head, "220322197405063315") });
    fill(&tablet, 22, member(2, "李小梅", Relation::Daughter, ""));
    fill(&tablet, 31, Need { case: Some(id(2)), kind: Some(NeedKind::Medical), ..Need::default() });
    fill(&tablet, 32, Visit { case: Some(id(2)), planned_on: Some(today()), ..Visit::default() });
    fill(&tablet, 33, Pairing { case: Some(id(2)), since: Some(today()), ..Pairing::default() });
    fill(&tablet, 34, Session::default());
    fill(&tablet, 35, Enrolment { member: Some(id(21)), session: Some(id(34)), ..Enrolment::default() });
    fill(&tablet, 36, approved());
    fill(&tablet, 37, Loan { case: Some(id(2)), ..Loan::default() });
    fill(&tablet, 41, paid(2, 30_000));
    tablet
}

fn approved() -> Request {
    let request = Request {
        case: Some(id(2)),
        kind: Some(RequestKind::Grant),
        purpose: Some(Purpose::Illness),
        amount: Fen(30_000),
        state: Some(RequestState::Approved),
        ..Request::default()
    };
    Request { approved_as: fund::check_code(&request), ..request }
}

fn paid(case: u128, fen: i64) -> Entry {
    let (bank, illness) = (domain::fund::standard(AccountKind::Bank), domain::fund::standard(AccountKind::Illness));
    let (debit, credit) = (Some(illness), Some(bank));
    Entry { on: Some(today()), debit, credit, amount: Fen(fen), case: Some(id(case)), ..Entry::default() }
}

fn join() -> JoinCases {
    let come = |member, same, relation| Joining { member: id(member), same, relation };
    let members = vec![come(21, Some(id(11)), None), come(22, None, Some(Relation::Daughter))];
    JoinCases { keep: id(1), other: id(2), taken: vec![CaseField::main_cause], members, reason: "一户两档".into() }
}

fn joined() -> Tablet {
    let tablet = twice();
    tablet.run(&join()).expect("joins");
    tablet
}

fn found(tablet: &Tablet) -> Vec<Finding> {
    let findings = findings(&tablet.store.state(), today(), u64::MAX / 2);
    findings.into_iter().filter(|finding| !matches!(finding, Finding::BelowZero { .. })).collect()
}

#[test]
fn two_files_are_compared() {
    let tablet = twice();
    let compared = joins::compare(&tablet.store.state(), id(1), id(2)).expect("both stand");
    assert_eq!(compared.differing, [CaseField::main_cause as u16, CaseField::phone as u16]);
    assert_eq!(compared.persons, [(id(21), Some(id(11))), (id(22), None)]);
    assert_eq!(compared.moving, 7, "two members, a need, a visit, a pairing, a request and a loan");
}

#[test]
fn what_was_chosen_is_taken_and_what_was_empty_is_filled() {
    let tablet = joined();
    let state = tablet.store.state();
    let file = state.get(id::<Case>(1)).expect("stands").clone();
    assert_eq!((file.main_cause, file.phone.as_str()), (Some(Cause::Land), "13900000001"));
    assert_eq!(file.industry, "养牛");
    let head = state.get(id::<Member>(11)).expect("stands");
    assert_eq!((head.work.as_str(), head.relation), ("打工", Some(Relation::Head)));
}

#[test]
fn everything_refers_to_the_file_that_stays() {
    let tablet = joined();
    let state = tablet.store.state();
    assert_eq!(joins::referring(&state, id(2)), []);
    let names: Vec<String> = cases::members(&state, id(1)).into_iter().map(|(_, member)| member.name).collect();
    assert_eq!(names, ["李国强", "李小梅"]);
    assert_eq!(state.get(id::<Enrolment>(35)).and_then(|enrolment| enrolment.member), Some(id(11)));
    for case in [
        state.get(id::<Need>(31)).and_then(|need| need.case),
        state.get(id::<Visit>(32)).and_then(|visit| visit.case),
        state.get(id::<Pairing>(33)).and_then(|pairing| pairing.case),
        state.get(id::<Loan>(37)).and_then(|loan| loan.case),
    ] {
        assert_eq!(case, Some(id(1)));
    }
    let request = state.get(id::<Request>(36)).expect("stands");
    assert_eq!((request.case, &request.approved_as), (Some(id(1)), &fund::check_code(request)), "it stays approved");
}

#[test]
fn the_file_that_went_says_where_and_keeps_its_history() {
    let tablet = joined();
    let state = tablet.store.state();
    assert_eq!(state.get(id::<Case>(2)), None);
    assert_eq!((joins::joined_into(&state, id(2)), joins::standing(&state, id(2))), (Some(id(1)), id(1)));
    assert_eq!(joins::joined(&state, id(1)), [id(2)]);
    drop(state);
    let history = block_on(tablet.store.history(domain::Kind::Case, Uuid::from_u128(2))).expect("reads");
    assert_eq!(history.len(), 2, "registered, then joined");
}

#[test]
fn the_fund_counts_what_the_file_got_that_went() {
    let tablet = joined();
    let state = tablet.store.state();
    let got: Vec<Fen> = fund::entries_of(&state, id(1)).iter().map(|posting| posting.amount).collect();
    assert_eq!(got, [Fen(30_000)]);
    assert_eq!(fund::entries_of(&state, id(1))[0].entry.case, Some(id(2)), "the entry itself is as it was");
}

#[test]
fn joining_is_undone_whole() {
    let tablet = twice();
    let before = records(&tablet.store.state());
    let change = tablet.run(&join()).expect("joins").change.expect("a change");
    assert_ne!(records(&tablet.store.state()), before);
    block_on(tablet.store.undo(change)).expect("is undone");
    assert_eq!(records(&tablet.store.state()), before);
}

/// Every record that stands, as it is.
fn records(state: &State) -> Vec<(Uuid, Vec<domain::Value>)> {
    let of_kind = |kind: &domain::Kind| state.described(*kind);
    let all = domain::Kind::ALL.iter().flat_map(of_kind).filter(|(_, removed, _)| removed.is_empty());
    all.map(|(id, _, values)| (id, values)).collect()
}

#[test]
fn what_cannot_be_joined_is_said() {
    let tablet = twice();
    let second_head = Joining { member: id(21), same: None, relation: Some(Relation::Head) };
    let nobody = Joining { member: id(22), same: None, relation: None };
    let relation = Some(MemberField::relation.reference());
    for (command, expected) in [
        (JoinCases { other: id(1), ..join() }, (None, Fault::Twice, 0)),
        (JoinCases { other: id(9), ..join() }, (None, Fault::Gone, 0)),
        (JoinCases { members: vec![second_head], ..join() }, (relation, Fault::Heads(2), 0)),
        (JoinCases { members: vec![join().members[0].clone(), nobody], ..join() }, (relation, Fault::Missing, 1)),
    ] {
        let Err(Refusal::Problems(problems)) = tablet.run(&command) else { panic!("not refused: {command:?}") };
        let said: Vec<_> = problems.into_iter().map(|one| (one.field, one.fault, one.row)).collect();
        assert_eq!(said, [expected]);
    }
    tablet.run(&join()).expect("joins");
    assert!(tablet.run(&join()).is_err(), "what went does not go again");
}

#[test]
fn what_another_tablet_wrote_meanwhile_is_found_and_brought_over() {
    let (one, two) = (twice(), Tablet::new(2));
    two.merge(&one);
    one.run(&join()).expect("joins");
    let visit = Visit { case: Some(id(2)), planned_on: Some(tomorrow()), ..Visit::default() };
    two.run(&PlanVisit { id: None, visit }).expect("plans");
    one.merge(&two);
    two.merge(&one);
    assert_eq!(found(&one), found(&two), "the same on every tablet");
    let [finding @ Finding::WrittenToJoined { name, count, .. }] = &found(&one)[..] else {
        panic!("{:?}", found(&one))
    };
    assert_eq!((name.as_str(), *count), ("李国强", 1));
    let settle = SettleFinding { remedy: finding.remedies()[0].clone(), reason: "随档案".into() };
    one.run(&settle).expect("settles");
    assert_eq!(found(&one), []);
    let visits = one.store.state().referring::<Visit>(VisitField::case, Uuid::from_u128(1)).count();
    assert_eq!(visits, 2);
    assert!(one.run(&settle).is_err(), "it is settled");
}

#[test]
fn two_files_that_were_joined_into_each_other_are_found_and_one_comes_back() {
    let (one, two) = (twice(), Tablet::new(2));
    two.merge(&one);
    one.run(&join()).expect("joins");
    let members = vec![Joining { member: id(11), same: Some(id(21)), relation: None }];
    two.run(&JoinCases { keep: id(2), other: id(1), taken: vec![], members, reason: String::new() }).expect("joins");
    one.merge(&two);
    two.merge(&one);
    assert!(one.store.state().get(id::<Case>(1)).is_none() && one.store.state().get(id::<Case>(2)).is_none());
    assert_eq!(found(&one), found(&two), "the same on every tablet");
    for _ in 0..3 {
        let Some(finding @ Finding::WrittenToJoined { .. }) = found(&two).into_iter().next() else { break };
        let settle = SettleFinding { remedy: finding.remedies()[0].clone(), reason: "一户两档".into() };
        two.run(&settle).expect("settles");
    }
    let state = two.store.state();
    assert!(state.get(id::<Case>(1)).is_some(), "the one that was registered first");
    assert_eq!(joins::astray(&state), []);
    assert_eq!(joins::standing(&state, id(2)), id(1));
}

fn tomorrow() -> Date {
    today().next_day().expect("a day")
}

proptest! {
    /// However files are joined, one after the other, what was entered stands in exactly one file, and every posting
    /// counts for one that stands.
    #[test]
    fn chains_of_joins_lose_nothing(pairs in prop::collection::vec((0..6_u128, 0..6_u128), 0..12)) {
        let tablet = Tablet::new(1);
        for number in 0..6 {
            fill(&tablet, 100 + number, Case { phone: "13900000001".into(), ..Case::default() });
            fill(&tablet, 200 + number, Need { case: Some(id(100 + number)), ..Need::default() });
            fill(&tablet, 300 + number, paid(100 + number, 100));
        }
        for (keep, other) in pairs {
            let (keep, other) = (id(100 + keep), id(100 + other));
            let _ = tablet.run(&JoinCases { keep, other, taken: vec![], members: vec![], reason: String::new() });
        }
        let state = tablet.store.state();
        let standing: Vec<Id<Case>> = state.all::<Case>().iter().map(|(id, _)| id).collect();
        let needs: usize = standing.iter().map(|case| cases::needs(&state, *case).len()).sum();
        let posted: usize = standing.iter().map(|case| fund::entries_of(&state, *case).len()).sum();
        prop_assert_eq!((needs, posted), (6, 6));
        prop_assert_eq!(joins::astray(&state), vec![]);
    }
}

#[test]
fn a_number_is_free_again_when_its_double_was_joined() {
    let tablet = joined();
    let again =
        RegisterCase { members: vec![member(1, "别人", Relation::Head, "220322197405063315")], ..Default::default() };
    let Err(Refusal::Problems(problems)) = tablet.run(&again) else { panic!("not refused") };
    let taken = problems.iter().filter(|problem| matches!(problem.fault, Fault::IdTaken { .. }));
    assert_eq!(taken.count(), 1, "it belongs to the one who stays");
    tablet.run(&RemoveRecord { id: id::<Member>(11), reason: String::new() }).expect("removes");
    let Err(Refusal::Problems(problems)) = tablet.run(&again) else { panic!("not refused") };
    assert!(!problems.iter().any(|problem| matches!(problem.fault, Fault::IdTaken { .. })));
}

#[test]
fn files_that_may_be_of_one_household_are_listed_until_somebody_says_that_they_are_two() {
    let tablet = twice();
    let born_on = Some(Date::from_ordinal_date(2011, 60).expect("a day"));
    fill(&tablet, 3, Case { phone: "13900000003".into(), ..Case::default() });
    fill(&tablet, 23, Member { born_on, ..member(2, "李小兰", Relation::Daughter, "") });
    fill(&tablet, 24, Member { born_on, ..member(3, "李小兰", Relation::Head, "220322201103010026") });
    let doubles = |tablet: &Tablet| duplicates::households(&tablet.store.state());
    let said: Vec<_> = doubles(&tablet).into_iter().map(|one| (one.cases, one.person, one.is_certain)).collect();
    assert_eq!(said, [([id(1), id(2)], "李国强".into(), true), ([id(2), id(3)], "李小兰".into(), false)]);
    let key = duplicates::Double::key([id(3), id(2)]);
    tablet.run(&SettleFinding { remedy: Remedy::Accept(key), reason: "同名".into() }).expect("settles");
    assert_eq!(doubles(&tablet).len(), 1);
    tablet.run(&join()).expect("joins");
    assert_eq!(doubles(&tablet).len(), 1, "the daughter came along: a new pair, to be looked at again");
}
