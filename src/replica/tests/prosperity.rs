//! Cooperatives, demonstration households and whom they lead: each command accepted, refused with the right fault, and
//! undone; and who is offered first.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Cooperative, CooperativeField, Demonstration, DemonstrationField, DemonstrationState, Division,
    DivisionLevel, Member, Membership, MembershipField, MembershipState, RadiationLink, RadiationLinkField, Relation,
    Stage, Support,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Record, Uuid};
use futures::executor::block_on;
use replica::command::{
    AdvanceMembership, ChooseDemonstration, EnrolCases, LinkHousehold, Place, ProposeDemonstration, SaveCooperative,
};
use replica::query::prosperity::{self, CooperativeFilter, Nearness, Reason};
use replica::state::Kept;
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

fn day(ordinal: u16) -> Date {
    Date::from_ordinal_date(2026, ordinal).expect("a day")
}

fn today() -> Date {
    day(327)
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn county<T: Record>() -> Id<T> {
    Id::new(uuid(1))
}

fn village(number: u128) -> Id<Division> {
    Id::new(uuid(10 + number))
}

fn case(number: u128) -> Id<Case> {
    Id::new(uuid(100 + number))
}

fn division(id: u128, name: &str, level: DivisionLevel, parent: Option<u128>) -> (Uuid, AnyRecord) {
    let parent = parent.map(|id| Id::new(uuid(id)));
    (uuid(id), Division { name: name.into(), level: Some(level), parent, ..Division::default() }.into())
}

fn household(number: u128, name: &str, at: u128, stage: Stage, industry: &str) -> [(Uuid, AnyRecord); 2] {
    let (village, industry) = (Some(village(at)), industry.to_owned());
    let file = Case { village, stage: Some(stage), stage_since: Some(day(40)), industry, ..Case::default() };
    let case = Some(case(number));
    let head = Member { case, name: name.into(), relation: Some(Relation::Head), ..Member::default() };
    [(uuid(100 + number), file.into()), (uuid(200 + number), head.into())]
}

/// Two villages of one township, a third of another; five households.
fn store() -> Store {
    let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let mut records = vec![
        division(1, "梨树县", DivisionLevel::County, None),
        division(2, "十家堡镇", DivisionLevel::Township, Some(1)),
        division(3, "郭家店镇", DivisionLevel::Township, Some(1)),
        division(11, "东岗村", DivisionLevel::Village, Some(2)),
        division(12, "西河村", DivisionLevel::Village, Some(2)),
        division(13, "青石村", DivisionLevel::Village, Some(3)),
    ];
    records.extend(household(1, "赵永发", 1, Stage::Supported, "食用菌"));
    records.extend(household(2, "孙桂兰", 1, Stage::Lifted, ""));
    records.extend(household(3, "李长山", 2, Stage::Supported, "食用菌"));
    records.extend(household(4, "周玉梅", 3, Stage::Supported, "食用菌"));
    records.extend(household(5, "吴德", 1, Stage::Left, "食用菌"));
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

fn place() -> Place {
    Place { county: Some(county()), township: "十家堡镇".into(), village: "东岗村".into() }
}

fn run(store: &Store, command: &dyn Command) -> Saved {
    block_on(store.run(command)).expect("saves")
}

fn undo(store: &Store, saved: &Saved) -> Saved {
    block_on(store.undo(saved.change.expect("a change"))).expect("undoes")
}

/// That a command is refused with this, at this field and row.
fn refused(store: &Store, command: &dyn Command, expected: &[(Option<FieldRef>, usize, Fault)]) {
    let Err(Refusal::Problems(problems)) = block_on(store.run(command)) else { panic!("refused: {expected:?}") };
    let found: Vec<_> = problems.into_iter().map(|problem| (problem.field, problem.row, problem.fault)).collect();
    assert_eq!(found, expected);
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

/// The id of the one record for which this is so.
fn the<T: Kept>(store: &Store, is_it: impl Fn(&T) -> bool) -> Id<T> {
    store.state().all::<T>().iter().find(|(_, record)| is_it(record)).expect("there").0
}

fn founding(name: &str, industry: &str, capacity: u32) -> SaveCooperative {
    let (name, industry) = (name.to_owned(), industry.to_owned());
    SaveCooperative {
        id: None,
        place: place(),
        cooperative: Cooperative { name, industry, capacity, ..Cooperative::default() },
    }
}

fn founded(store: &Store, name: &str, industry: &str, capacity: u32) -> Id<Cooperative> {
    run(store, &founding(name, industry, capacity));
    the(store, |cooperative: &Cooperative| cooperative.name == name)
}

fn enrolment(cooperative: Id<Cooperative>, cases: Vec<Id<Case>>) -> EnrolCases {
    EnrolCases { cooperative, cases, planned_on: None, share: Fen(50_000) }
}

#[test]
fn a_cooperative_is_founded_in_its_village() {
    let store = store();
    let id = founded(&store, "东岗食用菌合作社", "食用菌", 2);
    let line = prosperity::cooperative_line(&store.state(), id).expect("a line");
    assert_eq!((line.village.as_str(), line.room()), ("东岗村", Some(2)));
}

#[test]
fn a_cooperative_needs_name_industry_and_place() {
    let store = store();
    let empty = SaveCooperative { id: None, place: Place::default(), cooperative: Cooperative::default() };
    let missing = [CooperativeField::name, CooperativeField::industry, CooperativeField::village];
    refused(&store, &empty, &missing.map(|field| (at(field), 0, Fault::Missing)));
    founded(&store, "东岗食用菌合作社", "食用菌", 2);
    let taken = Fault::NameTaken("东岗食用菌合作社".into());
    refused(&store, &founding("东岗食用菌合作社", "养鹅", 0), &[(at(CooperativeField::name), 0, taken)]);
    let mut early = founding("西河合作社", "养鹅", 0);
    early.cooperative.founded_on = Some(day(328));
    refused(&store, &early, &[(at(CooperativeField::founded_on), 0, Fault::InFuture)]);
    let gone = SaveCooperative { id: Some(Id::new(uuid(9))), ..founding("西河合作社", "养鹅", 0) };
    refused(&store, &gone, &[(None, 0, Fault::Gone)]);
}

#[test]
fn a_cooperative_cannot_shrink_below_its_members() {
    let store = store();
    let id = founded(&store, "东岗食用菌合作社", "食用菌", 3);
    run(&store, &enrolment(id, vec![case(1), case(2)]));
    let smaller =
        |capacity| SaveCooperative { id: Some(id), ..founding("东岗食用菌合作社", "食用菌", capacity) };
    refused(&store, &smaller(1), &[(at(CooperativeField::capacity), 0, Fault::PlacesBelowMembers(2))]);
    let saved = run(&store, &smaller(2));
    undo(&store, &saved);
    assert_eq!(store.state().get(id).expect("there").capacity, 3);
}

#[test]
fn cases_are_enrolled_all_or_none() {
    let store = store();
    let id = founded(&store, "东岗食用菌合作社", "食用菌", 2);
    let other = founded(&store, "西河食用菌合作社", "食用菌", 0);
    run(&store, &enrolment(other, vec![case(4)]));
    let field = at(MembershipField::case);
    refused(&store, &enrolment(id, vec![]), &[(field, 0, Fault::Missing)]);
    refused(&store, &enrolment(id, vec![case(1), case(1)]), &[(field, 1, Fault::Twice)]);
    refused(&store, &enrolment(id, vec![case(1), case(5)]), &[(field, 1, Fault::CaseClosed)]);
    let elsewhere = Fault::SameIndustry("西河食用菌合作社".into());
    refused(&store, &enrolment(id, vec![case(4)]), &[(field, 0, elsewhere)]);
    refused(&store, &enrolment(id, vec![case(1), case(2), case(3)]), &[(None, 0, Fault::CooperativeFull(2))]);
    refused(&store, &enrolment(Id::new(uuid(9)), vec![case(1)]), &[(None, 0, Fault::Gone)]);
    assert_eq!(prosperity::taken(&store.state(), id), 0);

    let saved = run(&store, &enrolment(id, vec![case(1), case(2)]));
    assert_eq!(prosperity::taken(&store.state(), id), 2);
    let planned: Membership = prosperity::membership_lines(&store.state(), id).remove(0).membership;
    assert_eq!((planned.state, planned.planned_on), (Some(MembershipState::Planned), Some(today())));
    let full = [(None, 0, Fault::CooperativeFull(2))];
    refused(&store, &enrolment(id, vec![case(3)]), &full);
    let undone = undo(&store, &saved);
    assert_eq!(prosperity::taken(&store.state(), id), 0);
    undo(&store, &undone);
    let already = Fault::AlreadyMember("东岗食用菌合作社".into());
    let problems = [(None, 0, Fault::CooperativeFull(2)), (field, 0, already)];
    refused(&store, &enrolment(id, vec![case(1)]), &problems);
}

#[test]
fn a_membership_comes_into_force_and_ends() {
    let store = store();
    let cooperative = founded(&store, "东岗食用菌合作社", "食用菌", 2);
    run(&store, &enrolment(cooperative, vec![case(1)]));
    let id = the(&store, |_: &Membership| true);
    let step = |state, on| AdvanceMembership { id, state, on, reason: String::new() };
    let early = [(at(MembershipField::joined_on), 0, Fault::InFuture)];
    refused(&store, &step(MembershipState::InForce, day(328)), &early);
    let joined = run(&store, &step(MembershipState::InForce, day(320)));
    assert_eq!(joined.intent, Intent::AdvanceMembership);
    undo(&store, &joined);
    assert_eq!(store.state().get(id).expect("there").state, Some(MembershipState::Planned));
    run(&store, &step(MembershipState::InForce, day(320)));
    let again = [(None, 0, Fault::StepClosed)];
    refused(&store, &step(MembershipState::InForce, day(320)), &again);
    let before = [(at(MembershipField::left_on), 0, Fault::EndsBeforeStart)];
    refused(&store, &step(MembershipState::Left, day(319)), &before);
    let left = run(&store, &AdvanceMembership { reason: "搬走".into(), ..step(MembershipState::Left, day(325)) });
    assert_eq!(left.intent, Intent::EndMembership);
    assert_eq!(prosperity::taken(&store.state(), cooperative), 0);
    undo(&store, &left);
    let membership = store.state().get(id).cloned().expect("there");
    assert_eq!((membership.state, membership.left_on), (Some(MembershipState::InForce), None));
}

#[test]
fn candidates_are_near_and_ready_first() {
    let store = store();
    let id = founded(&store, "东岗食用菌合作社", "食用菌", 5);
    let other = founded(&store, "西河食用菌合作社", "食用菌", 0);
    run(&store, &enrolment(other, vec![case(3)]));
    let found = prosperity::case_candidates(&store.state(), id, today());
    let order: Vec<&str> = found.search("").map(|candidate| candidate.name.as_str()).collect();
    assert_eq!(order, ["赵永发", "孙桂兰", "周玉梅", "吴德", "李长山"]);
    let first = found.search("").next().expect("one");
    let all = [Reason::SameVillage, Reason::SameIndustry, Reason::SupportedThisYear, Reason::NoCooperative];
    assert_eq!((first.nearness, first.reasons.as_slice()), (Nearness::Village, all.as_slice()));
    let elsewhere = Fault::SameIndustry("西河食用菌合作社".into());
    let obstacles: Vec<_> = found.search("").filter_map(|candidate| candidate.obstacle.clone()).collect();
    assert_eq!(obstacles, [Fault::CaseClosed, elsewhere]);
    for (typed, expected) in [("zyf", 1), ("东岗", 3), ("dgc sgl", 1), ("没有", 0)] {
        assert_eq!(found.search(typed).count(), expected, "{typed}");
    }
}

#[test]
fn cooperatives_are_found_by_sound_county_and_room() {
    let store = store();
    let full = founded(&store, "东岗食用菌合作社", "食用菌", 1);
    founded(&store, "西河养鹅合作社", "养鹅", 0);
    run(&store, &enrolment(full, vec![case(1)]));
    let names = |filter: &CooperativeFilter| -> Vec<String> {
        prosperity::cooperatives(&store.state(), filter).into_iter().map(|line| line.name).collect()
    };
    let typed = |typed: &str| CooperativeFilter { typed: typed.into(), ..CooperativeFilter::default() };
    assert_eq!(names(&typed("")), ["东岗食用菌合作社", "西河养鹅合作社"]);
    assert_eq!(names(&typed("dg syj")), ["东岗食用菌合作社"]);
    assert_eq!(names(&CooperativeFilter { has_room: true, ..typed("") }), ["西河养鹅合作社"]);
    assert_eq!(names(&CooperativeFilter { county: Some(Id::new(uuid(99))), ..typed("") }).len(), 0);
    assert_eq!(names(&CooperativeFilter { county: Some(county()), ..typed("") }).len(), 2);
}

fn proposal(case: Option<Id<Case>>, name: &str) -> ProposeDemonstration {
    let (name, industry) = (name.to_owned(), "食用菌".to_owned());
    let demonstration = Demonstration { case, name, industry, reach: 20, ..Demonstration::default() };
    ProposeDemonstration { id: None, place: place(), demonstration }
}

fn proposed(store: &Store, number: u128) -> Id<Demonstration> {
    run(store, &proposal(Some(case(number)), ""));
    the(store, |household: &Demonstration| household.case == Some(case(number)))
}

#[test]
fn a_household_is_proposed_once_a_year() {
    let store = store();
    let id = proposed(&store, 1);
    let there = store.state().get(id).cloned().expect("there");
    assert_eq!((there.year, there.state), (2026, Some(DemonstrationState::Proposed)));
    assert_eq!(there.village, None, "a case has its own village");
    let again = [(at(DemonstrationField::case), 0, Fault::AlreadyProposed(2026))];
    refused(&store, &proposal(Some(case(1)), ""), &again);
    refused(&store, &proposal(Some(case(5)), ""), &[(at(DemonstrationField::case), 0, Fault::CaseClosed)]);
    let mut next_year = proposal(Some(case(1)), "");
    next_year.demonstration.year = 2027;
    undo(&store, &run(&store, &next_year));
    next_year.demonstration.year = 27;
    let range = Fault::OutOfRange { least: 2000, most: 2100 };
    refused(&store, &next_year, &[(at(DemonstrationField::year), 0, range)]);
    assert_eq!(prosperity::years(&store.state(), today()), [2026]);
}

#[test]
fn a_large_household_outside_needs_name_and_place() {
    let store = store();
    let mut empty = proposal(None, "");
    empty.place = Place::default();
    empty.demonstration.industry = String::new();
    let missing = [DemonstrationField::name, DemonstrationField::village, DemonstrationField::industry];
    refused(&store, &empty, &missing.map(|field| (at(field), 0, Fault::Missing)));
    run(&store, &proposal(None, "马占山"));
    let again = [(at(DemonstrationField::name), 0, Fault::AlreadyProposed(2026))];
    refused(&store, &proposal(None, "马占山"), &again);
    let lines = prosperity::demonstrations(&store.state(), 2026, None);
    assert_eq!(lines.iter().map(|line| line.village.as_str()).collect::<Vec<_>>(), ["东岗村"]);
    assert!(lines[0].fits("mzs") && lines[0].fits("东岗 食用菌") && !lines[0].fits("养鹅"));
    let id = lines[0].id;
    let revised = ProposeDemonstration { id: Some(id), ..proposal(None, "马占江") };
    undo(&store, &run(&store, &revised));
    assert_eq!(store.state().get(id).expect("there").name, "马占山");
}

#[test]
fn households_are_chosen_together_and_withdrawn() {
    let store = store();
    let ids = vec![proposed(&store, 1), proposed(&store, 2)];
    let choose = |ids: &[Id<Demonstration>], state| ChooseDemonstration { ids: ids.to_vec(), state };
    refused(&store, &choose(&[], DemonstrationState::Chosen), &[(None, 0, Fault::Missing)]);
    let saved = run(&store, &choose(&ids, DemonstrationState::Chosen));
    assert_eq!(prosperity::chosen_count(&store.state(), 2026), 2);
    let again = [0, 1].map(|row| (at(DemonstrationField::state), row, Fault::StepClosed));
    refused(&store, &choose(&ids, DemonstrationState::Chosen), &again);
    undo(&store, &saved);
    assert_eq!(prosperity::chosen_count(&store.state(), 2026), 0);

    let withdrawn = run(&store, &choose(&ids[..1], DemonstrationState::Withdrawn));
    assert_eq!(withdrawn.intent, Intent::WithdrawDemonstration);
    run(&store, &proposal(Some(case(1)), ""));
    let anew = [(at(DemonstrationField::state), 0, Fault::AlreadyProposed(2026))];
    refused(&store, &choose(&ids[..1], DemonstrationState::Chosen), &anew);
}

fn link(demonstration: Id<Demonstration>, case: Option<Id<Case>>, name: &str) -> LinkHousehold {
    let link = RadiationLink {
        demonstration: Some(demonstration),
        case,
        name: name.into(),
        support: vec![Support::Technique, Support::BuyBack],
        ..RadiationLink::default()
    };
    LinkHousehold { id: None, link }
}

#[test]
fn a_household_leads_others_but_in_no_ring() {
    let store = store();
    let (one, two) = (proposed(&store, 1), proposed(&store, 2));
    let field = at(RadiationLinkField::case);
    refused(&store, &link(one, Some(case(1)), ""), &[(field, 0, Fault::LeadsItself)]);
    refused(&store, &link(one, None, ""), &[(field, 0, Fault::Missing)]);
    run(&store, &link(one, Some(case(2)), ""));
    refused(&store, &link(two, Some(case(1)), ""), &[(field, 0, Fault::Ring)]);
    refused(&store, &link(one, Some(case(2)), ""), &[(field, 0, Fault::AlreadyLed("孙桂兰".into()))]);
    run(&store, &link(one, None, "马占山"));
    let twice = [(at(RadiationLinkField::name), 0, Fault::AlreadyLed("马占山".into()))];
    refused(&store, &link(one, None, "马占山"), &twice);
    assert_eq!(prosperity::demonstration_line(&store.state(), one).expect("a line").leads, 2);
}

#[test]
fn a_link_ends_and_the_average_is_of_those_that_stand() {
    let store = store();
    let (one, two) = (proposed(&store, 1), proposed(&store, 2));
    let saved = run(&store, &link(one, Some(case(2)), ""));
    let id = the(&store, |_: &RadiationLink| true);
    let there = store.state().get(id).cloned().expect("there");
    assert_eq!(there.since, Some(today()));
    let ended = |until| LinkHousehold { id: Some(id), link: RadiationLink { until: Some(until), ..there.clone() } };
    let until = at(RadiationLinkField::until);
    refused(&store, &ended(day(326)), &[(until, 0, Fault::EndsBeforeStart)]);
    refused(&store, &ended(day(328)), &[(until, 0, Fault::InFuture)]);
    let end = run(&store, &ended(today()));
    assert_eq!(end.intent, Intent::EndLink);
    run(&store, &link(two, Some(case(1)), ""));
    undo(&store, &end);
    for (name, gain) in [("马占山", 300_000), ("王桂英", 500_000), ("刘海", 0)] {
        let mut command = link(one, None, name);
        command.link.gain = Fen(gain);
        run(&store, &command);
    }
    let led = prosperity::led_of(&prosperity::link_lines(&store.state(), one));
    assert_eq!((led.count, led.with_gain, led.gain), (4, 2, Fen(400_000)));
    undo(&store, &saved);
    assert_eq!(prosperity::links(&store.state(), one).count(), 3);
}

#[test]
fn a_withdrawn_household_takes_on_nobody() {
    let store = store();
    let id = proposed(&store, 1);
    run(&store, &ChooseDemonstration { ids: vec![id], state: DemonstrationState::Withdrawn });
    let closed = [(None, 0, Fault::StepClosed)];
    refused(&store, &link(id, Some(case(2)), ""), &closed);
}

#[test]
fn a_case_knows_its_memberships_and_who_leads_it() {
    let store = store();
    let cooperative = founded(&store, "东岗食用菌合作社", "食用菌", 3);
    run(&store, &enrolment(cooperative, vec![case(2)]));
    let leader = proposed(&store, 1);
    run(&store, &link(leader, Some(case(2)), ""));
    let of_two = prosperity::of_case(&store.state(), case(2));
    assert_eq!(of_two.memberships[0].2, "东岗食用菌合作社");
    assert_eq!(of_two.led_by[0].2, "赵永发");
    assert_eq!(prosperity::of_case(&store.state(), case(1)).demonstrations[0].leads, 1);
}
