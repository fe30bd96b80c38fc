//! Cases: each command taken, refused for the right reason and undone; who is found by what, and what ties a household
//! to the rest of the programme.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::*;
use domain::{AnyRecord, Date, Fault, FieldRef, Id, Kind, Uuid};
use futures::executor::block_on;
use replica::command::{
    AdvanceCase, Place, PlanVisit, RecordVisit, RegisterCase, RemoveRecord, ReviseCase, SaveMember, SaveNeed,
};
use replica::query::cases::having::{self, Having};
use replica::query::cases::ties;
use replica::query::directory::{CaseFilter, Directory};
use replica::query::{cases, divisions, duplicates};
use replica::testing::TestWorld;
use replica::{ChangeId, Command, Intent, MemoryStorage, Refusal, Store};

/// The example number of the standard: 31 December 1949, female.
const NUMBER: &str = "11010519491231002X";

/// 23 November 2026.
fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

fn in_days(days: i64) -> Date {
    today().saturating_add(time::Duration::days(days))
}

const COUNTY: u128 = 1;

fn raw<T>(id: u128) -> Id<T> {
    Id::new(Uuid::from_u128(id))
}

/// A store with one county.
struct Office(Store);

impl Office {
    fn new() -> Self {
        let world = Rc::new(TestWorld::new(today(), 1));
        let office = Self(block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens"));
        let county = Division { name: "梨树县".into(), level: Some(DivisionLevel::County), ..Division::default() };
        office.add_as(COUNTY, county);
        office
    }

    fn add_as<T: Into<AnyRecord>>(&self, id: u128, record: T) {
        block_on(self.0.fill(Intent::SetUp, &[(Uuid::from_u128(id), record.into())])).expect("fills");
    }

    fn run(&self, command: &dyn Command) -> ChangeId {
        block_on(self.0.run(command)).expect("saves").change.expect("a change")
    }

    fn undo(&self, change: ChangeId) {
        block_on(self.0.undo(change)).expect("undoes");
    }

    /// The household of that head, in a village of its own.
    fn household(&self, name: &str, village: &str) -> Id<Case> {
        self.run(&RegisterCase { members: vec![head(name)], ..registration(village) });
        cases::newest(&self.0.state()).expect("the case")
    }

    fn leave(&self, case: Id<Case>) {
        let (decided_by, reason) = (String::new(), "迁往外地".into());
        self.run(&AdvanceCase { case, step: LifeStep::Leave, on: today(), decided_by, reason });
    }

    #[track_caller]
    fn check_refused(&self, command: &dyn Command, field: impl Into<FieldRef>, fault: &Fault) {
        let field = field.into();
        match block_on(self.0.run(command)) {
            Err(Refusal::Problems(problems)) => {
                let is_said = problems.iter().any(|p| p.field == Some(field) && p.fault == *fault);
                assert!(is_said, "{fault:?} at {field:?} is not among {problems:?}");
            }
            other => panic!("not refused for {fault:?}: {other:?}"),
        }
    }

    fn found(&self, filter: &CaseFilter) -> Vec<String> {
        let state = self.0.state();
        let directory = Directory::new(&state);
        directory.cases(filter).iter().map(|found| cases::name(&state, found.case)).collect()
    }
}

fn head(name: &str) -> Member {
    Member { name: name.into(), relation: Some(Relation::Head), ..Member::default() }
}

fn place(village: &str) -> Place {
    Place { county: Some(raw(COUNTY)), township: "十家堡镇".into(), village: village.into() }
}

fn registration(village: &str) -> RegisterCase {
    let case = Case { main_cause: Some(Cause::Illness), ..Case::default() };
    RegisterCase { place: place(village), case, members: vec![head("赵永发")], needs: vec![] }
}

#[test]
fn a_registration_makes_what_it_needs_and_is_undone_as_one() {
    let office = Office::new();
    let daughter = Member { name: "赵晓雨".into(), relation: Some(Relation::Daughter), ..Member::default() };
    let numbered = Member { id_number: "11010519491231002x".into(), ..head("赵永发") };
    let need = Need { kind: Some(NeedKind::Employment), ..Need::default() };
    let members = vec![numbered, daughter];
    let change = office.run(&RegisterCase { members, needs: vec![need], ..registration("东岗村") });
    let id = cases::newest(&office.0.state()).expect("the case");
    {
        let state = office.0.state();
        let case = state.get(id).expect("the case");
        assert_eq!((case.stage, case.stage_since), (Some(Stage::Surveyed), Some(today())));
        let there = divisions::whereabouts(&state, case.village);
        assert_eq!([there.county, there.township, there.village], ["梨树县", "十家堡镇", "东岗村"]);
        let (_, head) = &cases::members(&state, id)[0];
        assert_eq!((head.id_number.as_str(), head.sex), (NUMBER, Some(Sex::Female)));
        assert_eq!(head.born_on, Date::from_calendar_date(1949, time::Month::December, 31).ok());
        assert_eq!(cases::needs(&state, id)[0].1.state, Some(NeedState::Asked));
    }
    office.household("李志强", "东岗村");
    assert_eq!(office.0.state().all::<Division>().iter().count(), 3, "the village is there already");
    office.undo(change);
    let state = office.0.state();
    assert!(state.get(id).is_none());
    assert_eq!(cases::members(&state, id).len() + cases::needs(&state, id).len(), 0);
}

#[test]
fn a_registration_is_refused_with_the_row_and_the_field() {
    let office = Office::new();
    let check = |members: Vec<Member>, field: MemberField, fault: Fault| {
        office.check_refused(&RegisterCase { members, ..registration("东岗村") }, field, &fault);
    };
    let numbered = |number: &str| Member { id_number: number.into(), ..head("赵永发") };
    check(vec![], MemberField::relation, Fault::NoMember);
    check(vec![head("甲"), head("乙")], MemberField::relation, Fault::Heads(2));
    check(vec![head("")], MemberField::name, Fault::Missing);
    check(vec![numbered("110105194912310021")], MemberField::id_number, Fault::IdCheck('X'));
    check(vec![numbered("1101051949")], MemberField::id_number, Fault::IdLength(10));
    check(vec![numbered(NUMBER), numbered(NUMBER)], MemberField::id_number, Fault::Twice);
    let male = Member { sex: Some(Sex::Male), ..numbered(NUMBER) };
    check(vec![male], MemberField::sex, Fault::SexDiffers);
    let older = Member { born_on: Some(today()), ..numbered(NUMBER) };
    check(vec![older], MemberField::born_on, Fault::BirthDiffers);
    let early = Member { party_joined_on: Date::from_ordinal_date(1940, 1).ok(), ..numbered(NUMBER) };
    check(vec![early], MemberField::party_joined_on, Fault::BeforeBirth);
    let unborn = Member { born_on: Some(in_days(1)), ..head("甲") };
    check(vec![unborn], MemberField::born_on, Fault::InFuture);

    let nowhere = RegisterCase { place: Place { county: None, ..place("东岗村") }, ..registration("东岗村") };
    office.check_refused(&nowhere, CaseField::village, &Fault::Missing);
    let case = |case: Case| RegisterCase { case, ..registration("东岗村") };
    office.check_refused(&case(Case::default()), CaseField::main_cause, &Fault::Missing);
    let main_cause = Some(Cause::Illness);
    let again = Case { main_cause, other_causes: vec![Cause::Illness], ..Case::default() };
    office.check_refused(&case(again), CaseField::other_causes, &Fault::Twice);
    let three = vec![Cause::Funds, Cause::Land, Cause::Water];
    let many = Case { main_cause, other_causes: three, ..Case::default() };
    office.check_refused(&case(many), CaseField::other_causes, &Fault::TooMany(2));
    let tomorrow = Case { main_cause, surveyed_on: Some(in_days(1)), ..Case::default() };
    office.check_refused(&case(tomorrow), CaseField::surveyed_on, &Fault::InFuture);
    let vague = RegisterCase { needs: vec![Need::default()], ..registration("东岗村") };
    office.check_refused(&vague, NeedField::kind, &Fault::Missing);
    assert_eq!(office.0.state().all::<Case>().iter().count(), 0, "nothing came of it");
}

#[test]
fn a_number_belongs_to_one_person_as_long_as_the_case_stands() {
    let office = Office::new();
    let numbered = vec![Member { id_number: NUMBER.into(), ..head("赵永发") }];
    office.run(&RegisterCase { members: numbered.clone(), ..registration("东岗村") });
    let id = cases::newest(&office.0.state()).expect("the case");
    let again = RegisterCase { members: numbered, ..registration("西岗村") };
    let taken = Fault::IdTaken { name: "赵永发".into(), village: "东岗村".into() };
    office.check_refused(&again, MemberField::id_number, &taken);
    {
        let state = office.0.state();
        let likely = |name: &str, number: &str, except| duplicates::likely(&state, name, number, None, except);
        assert!(likely("", NUMBER, None)[0].is_certain);
        assert!(!likely("赵永发", "", None)[0].is_certain);
        assert_eq!(likely("赵永发", "220322199001010010", None), [], "another number is another person");
        let own = cases::members(&state, id)[0].0;
        assert_eq!(likely("赵永发", NUMBER, Some(own)), [], "nobody is a double of their own");
    }
    office.run(&RemoveRecord { id, reason: String::new() });
    assert_eq!(duplicates::likely(&office.0.state(), "赵永发", NUMBER, None, None), []);
    office.run(&again);
}

#[test]
fn a_revision_leaves_the_stage_alone() {
    let office = Office::new();
    let id = office.household("赵永发", "东岗村");
    let before = office.0.state().get(id).expect("the case").clone();
    let revise = |case: Case| ReviseCase { id, place: place("西岗村"), case };
    let confirmed = Case { stage: Some(Stage::Confirmed), ..before.clone() };
    office.check_refused(&revise(confirmed), CaseField::stage, &Fault::StageByStep);
    let earlier = Case { stage_since: Some(in_days(-9)), ..before.clone() };
    office.check_refused(&revise(earlier), CaseField::stage, &Fault::StageByStep);
    office.run(&revise(Case { industry: "木耳".into(), ..before.clone() }));
    assert_eq!(office.0.state().get(id).expect("the case").stage, Some(Stage::Surveyed));
    let nowhere = ReviseCase { id, place: Place::default(), case: before };
    office.check_refused(&nowhere, CaseField::village, &Fault::Missing);
}

#[test]
fn a_household_has_one_head() {
    let office = Office::new();
    let id = office.household("赵永发", "东岗村");
    let second = Member { case: Some(id), ..head("孙桂兰") };
    office.check_refused(&SaveMember { id: None, member: second.clone() }, MemberField::relation, &Fault::Heads(2));
    let wife = Member { relation: Some(Relation::Spouse), ..second };
    let change = office.run(&SaveMember { id: None, member: wife.clone() });
    let names = |office: &Office| -> Vec<String> {
        cases::members(&office.0.state(), id).into_iter().map(|(_, member)| member.name).collect()
    };
    assert_eq!(names(&office), ["赵永发", "孙桂兰"]);
    office.undo(change);
    assert_eq!(names(&office), ["赵永发"]);
    let nowhere = SaveMember { id: None, member: Member { case: Some(raw(99)), ..wife } };
    assert!(block_on(office.0.run(&nowhere)).is_err(), "there is no such case");
}

#[test]
fn a_need_goes_from_asked_to_met_and_back() {
    let office = Office::new();
    let case = office.household("赵永发", "东岗村");
    let asked = Need { case: Some(case), kind: Some(NeedKind::Schooling), ..Need::default() };
    office.run(&SaveNeed { id: None, need: asked.clone() });
    let of_case = |office: &Office| cases::needs(&office.0.state(), case)[0].clone();
    let (id, need) = of_case(&office);
    assert_eq!((need.state, need.asked_on, need.met_on), (Some(NeedState::Asked), Some(today()), None));
    let met = office.run(&SaveNeed { id: Some(id), need: Need { state: Some(NeedState::Met), ..need.clone() } });
    assert_eq!(of_case(&office).1.met_on, Some(today()));
    office.undo(met);
    assert_eq!(of_case(&office).1, need);
    let save = |need: Need| SaveNeed { id: Some(id), need };
    let state = Some(NeedState::Met);
    let early = Need { state, met_on: Some(in_days(-1)), ..need.clone() };
    office.check_refused(&save(early), NeedField::met_on, &Fault::EndsBeforeStart);
    let late = Need { state, met_on: Some(in_days(1)), ..need };
    office.check_refused(&save(late), NeedField::met_on, &Fault::InFuture);
    office.check_refused(&save(Need { kind: None, ..asked }), NeedField::kind, &Fault::Missing);
}

#[test]
fn a_visit_is_planned_then_written_up() {
    let office = Office::new();
    let case = office.household("赵永发", "东岗村");
    let plan = Visit { case: Some(case), planned_on: Some(in_days(2)), ..Visit::default() };
    let undated = Visit { planned_on: None, ..plan.clone() };
    office.check_refused(&PlanVisit { id: None, visit: undated }, VisitField::planned_on, &Fault::Missing);
    office.run(&PlanVisit { id: None, visit: plan.clone() });
    let of_case = |office: &Office| cases::visits(&office.0.state(), case)[0].clone();
    let (id, _) = of_case(&office);
    let write = |visit: Visit| RecordVisit { id: Some(id), visit, ..RecordVisit::default() };
    let made = Visit { done_on: Some(today()), report: "木耳长势好".into(), ..plan.clone() };
    office.check_refused(&write(plan), VisitField::done_on, &Fault::Missing);
    let blank = Visit { report: "  ".into(), ..made.clone() };
    office.check_refused(&write(blank), VisitField::report, &Fault::Missing);
    let tomorrow = Visit { done_on: Some(in_days(1)), ..made.clone() };
    office.check_refused(&write(tomorrow), VisitField::done_on, &Fault::InFuture);
    let change = office.run(&write(made.clone()));
    assert_eq!(of_case(&office).1, made);
    office.undo(change);
    assert_eq!(of_case(&office).1.done_on, None);

    office.leave(case);
    office.check_refused(&write(made), VisitField::case, &Fault::CaseClosed);
}

#[test]
fn a_case_is_found_by_all_that_people_remember() {
    let office = Office::new();
    let daughter = Member {
        name: "赵晓雨".into(),
        relation: Some(Relation::Daughter),
        phone: "13804340001".into(),
        ..Member::default()
    };
    let numbered = Member { id_number: NUMBER.into(), ..head("赵永发") };
    let case = Case { phone: "04343200000".into(), main_cause: Some(Cause::Illness), ..Case::default() };
    office.run(&RegisterCase { members: vec![numbered, daughter], case, ..registration("东岗村") });
    office.household("白玉兰", "西岗村");
    let check = |typed: &str, expected: &[&str]| {
        let filter = CaseFilter { typed: typed.into(), ..CaseFilter::default() };
        assert_eq!(office.found(&filter), expected, "{typed}");
    };
    check("", &["白玉兰", "赵永发"]);
    check("zyf", &["赵永发"]);
    check("赵晓雨", &["赵永发"]);
    check("002x", &["赵永发"]);
    check("0001", &["赵永发"]);
    check("3200000", &["赵永发"]);
    check("xigang", &["白玉兰"]);
    check("岗村 byl", &["白玉兰"]);
    check("nobody", &[]);
    let state = office.0.state();
    let found = Directory::new(&state).cases(&CaseFilter { typed: "赵晓雨".into(), ..CaseFilter::default() });
    let by = found[0].by.and_then(|member| state.get(member)).map(|member| member.name.clone());
    assert_eq!(by.as_deref(), Some("赵晓雨"), "told by whom it was found");
}

#[test]
fn filters_and_households_without_members() {
    let office = Office::new();
    let id = office.household("赵永发", "东岗村");
    office.household("白玉兰", "西岗村");
    office.leave(id);
    let of_stage = |stage| CaseFilter { stage: Some(stage), ..CaseFilter::default() };
    assert_eq!(office.found(&of_stage(Stage::Left)), ["赵永发"]);
    assert_eq!(office.found(&of_stage(Stage::Surveyed)), ["白玉兰"]);
    let elsewhere = CaseFilter { county: Some(raw(99)), ..CaseFilter::default() };
    assert_eq!(office.found(&elsewhere), [""; 0]);
    let directory = Directory::new(&office.0.state());
    assert_eq!(directory.search("").count(), 1, "who has left the register is not offered any more");
    let member = cases::members(&office.0.state(), id)[0].0;
    office.run(&RemoveRecord { id: member, reason: String::new() });
    assert_eq!(office.found(&CaseFilter::default()), ["", "白玉兰"], "an empty household is still in the list");
}

#[test]
fn a_removed_case_comes_back_with_its_household() {
    let office = Office::new();
    let id = office.household("赵永发", "东岗村");
    let change = office.run(&RemoveRecord { id, reason: String::new() });
    assert_eq!(office.found(&CaseFilter::default()), [""; 0]);
    office.undo(change);
    assert_eq!(office.found(&CaseFilter::default()), ["赵永发"]);
    let history = block_on(office.0.history(Kind::Case, id.raw())).expect("history");
    assert_eq!(history.len(), 3);
}

#[test]
fn the_file_shows_what_ties_a_household_to_the_programme() {
    let office = Office::new();
    let case = office.household("赵永发", "东岗村");
    let member = cases::members(&office.0.state(), case)[0].0;
    office.add_as(20, Course { title: "食用菌".into(), ..Course::default() });
    let (starts_on, course) = (Some(in_days(-30)), Some(raw(20)));
    office.add_as(21, Session { course, term: 3, starts_on, ends_on: starts_on, seats: 30, ..Session::default() });
    let (session, state) = (Some(raw(21)), Some(EnrolmentState::Attended));
    office.add_as(22, Enrolment { session, member: Some(member), state, ..Enrolment::default() });
    office.add_as(23, Cooperative { name: "东岗木耳".into(), ..Cooperative::default() });
    let in_force = Some(MembershipState::InForce);
    let (cooperative, of_case) = (Some(raw(23)), Some(case));
    office.add_as(24, Membership { cooperative, case: of_case, state: in_force, ..Membership::default() });
    office.add_as(25, Demonstration { name: "孙家".into(), year: 2026, ..Demonstration::default() });
    office.add_as(26, RadiationLink { demonstration: Some(raw(25)), case: of_case, ..RadiationLink::default() });
    let state = office.0.state();
    let trained = ties::trained(&state, case, today());
    assert_eq!((trained[0].name.as_str(), trained[0].times), ("赵永发", 1));
    assert_eq!(ties::trained(&state, case, Date::from_ordinal_date(2025, 1).expect("a day"))[0].times, 0);
    assert_eq!(ties::trainings(&state, case)[0].session.title, "食用菌");
    assert_eq!(ties::cooperatives(&state, case)[0].name, "东岗木耳");
    assert_eq!(ties::leaders(&state, case)[0].name, "孙家");
    assert_eq!(ties::demonstrations(&state, case), []);
}

/// The columns of the registration form that have rules of their own.
#[test]
fn the_columns_of_the_form_are_checked_and_tell_each_other() {
    let office = Office::new();
    let household = |case: Case, member: Member| {
        let main_cause = Some(Cause::Disability);
        RegisterCase { case: Case { main_cause, ..case }, members: vec![member], ..registration("东岗村") }
    };
    let account = |number: &str, bank: &str| {
        let (account_number, bank) = (number.into(), bank.into());
        household(Case { account_number, bank, ..Case::default() }, head("赵永发"))
    };
    office.check_refused(&account("12", "吉林农信"), CaseField::account_number, &Fault::NotAnAccount);
    office.check_refused(&account("6228481234567890", ""), CaseField::bank, &Fault::Missing);
    let of = |number: &str, card: &str, months_away: u32| {
        let (id_number, disability_card) = (number.into(), card.into());
        household(Case::default(), Member { id_number, disability_card, months_away, ..head("赵永发") })
    };
    let card = MemberField::disability_card;
    office.check_refused(&of(NUMBER, NUMBER, 0), card, &Fault::CardLength(18));
    office.check_refused(&of(NUMBER, "11010519491231002X95", 0), card, &Fault::CardKind);
    office.check_refused(&of(NUMBER, "44052418800101001442", 0), card, &Fault::CardDiffers);
    let most = Fault::OutOfRange { least: 0, most: 12 };
    office.check_refused(&of(NUMBER, "", 13), MemberField::months_away, &most);

    office.run(&of("", "11010519491231002x42", 8));
    let state = office.0.state();
    let case = cases::newest(&state).expect("the case");
    let (_, member) = cases::members(&state, case).remove(0);
    assert_eq!((member.id_number.as_str(), member.sex), (NUMBER, Some(Sex::Female)), "told by the card");
    assert_eq!(member.disability_card, "11010519491231002X42");
    assert!(having::has(&state, case, Having::Away) && having::has(&state, case, Having::Disabled));
    assert!(!having::has(&state, case, Having::Student));
    drop(state);
    office.check_refused(&of("", "11010519491231002X42", 0), MemberField::id_number, &taken());
}

fn taken() -> Fault {
    Fault::IdTaken { name: "赵永发".into(), village: "东岗村".into() }
}
