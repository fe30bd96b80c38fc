//! The life of a case, emergencies, income against the line, and rounds of visits: each rule accepted, refused with the
//! right fault, and undone.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, CaseStep, CaseStepField, Division, DivisionLevel, Emergency, EmergencyField, Helper, HelperKind, Income,
    IncomeField, LifeStep, Member, Need, NeedKind, NeedState, Notice, NoticeField, NoticeResult, Occasion, Pairing,
    PairingField, PovertyLine, PovertyLineField, Relation, Stage, Trigger, Visit,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Festival, Field, FieldRef, Id, Record, Uuid};
use futures::executor::block_on;
use replica::command::{
    AdvanceCase, CloseEmergency, PairCases, PlanRound, PlanVisit, ReportEmergency, SaveIncome, SaveNotice,
    SavePovertyLine, SettleFinding,
};
use replica::query::findings::{Finding, Remedy, findings};
use replica::query::life::{self, Lack, OfYear};
use replica::query::rounds::{self, Scope};
use replica::query::{emergencies, incomes, pairing};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

/// A day of 2026, counted from 1.
fn day(ordinal: i64) -> Date {
    Date::from_ordinal_date(2026, 1).expect("a day").saturating_add(time::Duration::days(ordinal - 1))
}

const TODAY: i64 = 330;

fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

struct Tablet(Store);

impl Tablet {
    fn new() -> Self {
        let world: Rc<dyn World> = Rc::new(TestWorld::new(day(TODAY), 1));
        let tablet = Self(block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens"));
        tablet.fill(1, division("梨树县", DivisionLevel::County, None));
        tablet.fill(2, division("十家堡镇", DivisionLevel::Township, Some(1)));
        tablet.fill(11, division("东岗村", DivisionLevel::Village, Some(2)));
        tablet.fill(12, division("西岗村", DivisionLevel::Village, Some(2)));
        tablet
    }

    fn fill<T: Into<AnyRecord>>(&self, number: u128, record: T) {
        block_on(self.0.fill(Intent::SetUp, &[(Uuid::from_u128(number), record.into())])).expect("fills");
    }

    /// A household of one, which stands at that stage since a day.
    fn household(&self, number: u128, name: &str, village: u128, stage: Stage, since: i64) -> Id<Case> {
        let (stage, stage_since) = (Some(stage), Some(day(since)));
        self.fill(number, Case { village: Some(id(village)), stage, stage_since, ..Case::default() });
        let (case, relation) = (Some(id(number)), Some(Relation::Head));
        self.fill(number + 1000, Member { case, name: name.into(), relation, ..Member::default() });
        id(number)
    }

    fn helper(&self, number: u128, name: &str, capacity: u32) -> Id<Helper> {
        let (kind, division) = (Some(HelperKind::Cadre), Some(id(2)));
        self.fill(number, Helper { kind, name: name.into(), division, capacity, ..Helper::default() });
        id(number)
    }

    fn pair(&self, number: u128, helper: u128, case: Id<Case>) {
        let (helper, since) = (Some(id(helper)), Some(day(20)));
        self.fill(number, Pairing { helper, case: Some(case), since, ..Pairing::default() });
    }

    fn run(&self, command: &dyn Command) -> Saved {
        block_on(self.0.run(command)).expect("saves")
    }

    fn undo(&self, saved: &Saved) {
        block_on(self.0.undo(saved.change.expect("a change"))).expect("undoes");
    }

    /// What speaks against a command; nothing when it was done.
    fn refused(&self, command: &dyn Command) -> Vec<(Option<FieldRef>, Fault)> {
        match block_on(self.0.run(command)) {
            Ok(_) => vec![],
            Err(Refusal::Problems(problems)) => problems.into_iter().map(|one| (one.field, one.fault)).collect(),
            Err(refusal) => panic!("{refusal:?}"),
        }
    }

    fn stage(&self, case: Id<Case>) -> (Option<Stage>, Option<Date>) {
        self.0.state().get(case).map(|case| (case.stage, case.stage_since)).expect("the case")
    }
}

fn division(name: &str, level: DivisionLevel, parent: Option<u128>) -> Division {
    Division { name: name.into(), level: Some(level), parent: parent.map(id), ..Division::default() }
}

fn notice(case: Id<Case>, from: i64, to: i64) -> Notice {
    Notice {
        case: Some(case),
        from: Some(day(from)),
        to: Some(day(to)),
        place: "村务公开栏".into(),
        ..Notice::default()
    }
}

fn step(case: Id<Case>, step: LifeStep, on: i64) -> AdvanceCase {
    AdvanceCase { case, step, on: day(on), decided_by: "东岗村党支部".into(), reason: "评议通过".into() }
}

#[test]
fn a_notice_runs_five_days_and_has_its_place() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Surveyed, 300);
    let left = tablet.household(102, "孙桂兰", 11, Stage::Left, 300);
    let confirmed = tablet.household(103, "李长山", 11, Stage::Confirmed, 300);
    let check = |notice: Notice, expected: &[(Option<FieldRef>, Fault)]| {
        assert_eq!(tablet.refused(&SaveNotice { id: None, notice: notice.clone() }), expected, "{notice:?}");
    };
    let missing = [NoticeField::from, NoticeField::to, NoticeField::place].map(|field| (at(field), Fault::Missing));
    check(Notice { case: Some(case), ..Notice::default() }, &missing);
    check(notice(case, 310, 309), &[(at(NoticeField::to), Fault::EndsBeforeStart)]);
    check(notice(case, 310, 313), &[(at(NoticeField::to), Fault::NoticeTooShort(4))]);
    check(notice(case, 299, 310), &[(at(NoticeField::from), Fault::BeforeLastStep(day(300)))]);
    check(notice(left, 310, 320), &[(None, Fault::CaseClosed)]);
    check(notice(confirmed, 310, 320), &[(None, Fault::StepClosed)]);
    check(notice(id(999), 310, 320), &[(at(NoticeField::case), Fault::Gone)]);
    let clear = Notice { result: Some(NoticeResult::Clear), ..notice(case, 325, TODAY) };
    check(clear, &[(at(NoticeField::result), Fault::NoticeRuns(day(TODAY)))]);
    let silent = Notice { result: Some(NoticeResult::Upheld), ..notice(case, 325, TODAY) };
    check(silent, &[(at(NoticeField::objections), Fault::Missing)]);
    check(notice(case, 310, 314), &[]);
    check(notice(case, 320, 326), &[(None, Fault::NoticeThere)]);
}

#[test]
fn nobody_is_confirmed_before_the_notice_is_over() {
    let objected = |result| Notice { objections: "家里有车".into(), result, ..notice(id(101), 310, 314) };
    let samples = [
        (None, 320, Some(Fault::NoNotice)),
        (Some(notice(id(101), 310, 314)), 313, Some(Fault::NoticeRuns(day(314)))),
        (Some(notice(id(101), 310, 314)), 314, Some(Fault::NoticeRuns(day(314)))),
        (Some(notice(id(101), 310, 314)), 315, None),
        (Some(notice(id(101), 310, 312)), 320, Some(Fault::NoticeTooShort(3))),
        (Some(notice(id(101), 290, 299)), 320, Some(Fault::NoNotice)),
        (Some(objected(None)), 320, Some(Fault::ObjectionOpen)),
        (Some(objected(Some(NoticeResult::Upheld))), 320, Some(Fault::ObjectionUpheld)),
        (Some(objected(Some(NoticeResult::Dismissed))), 320, None),
    ];
    for (notice, on, expected) in samples {
        let tablet = Tablet::new();
        let case = tablet.household(101, "赵永发", 11, Stage::Surveyed, 300);
        if let Some(notice) = notice.clone() {
            tablet.fill(201, notice);
        }
        let refused = tablet.refused(&step(case, LifeStep::Confirm, on));
        assert_eq!(refused, expected.map(|fault| (None, fault)).into_iter().collect::<Vec<_>>(), "{notice:?} on {on}");
    }
}

#[test]
fn a_confirmation_settles_its_notice_and_is_undone_with_it() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Surveyed, 300);
    tablet.run(&SaveNotice { id: None, notice: notice(case, 310, 316) });
    let saved = tablet.run(&step(case, LifeStep::Confirm, 317));
    assert_eq!(tablet.stage(case), (Some(Stage::Confirmed), Some(day(317))));
    {
        let state = tablet.0.state();
        let (notice, of) = life::notices(&state, case)[0].clone();
        assert_eq!(of.result, Some(NoticeResult::Clear));
        let (_, taken) = life::steps(&state, case)[0].clone();
        assert_eq!((taken.decided_by.as_str(), taken.notice), ("东岗村党支部", Some(notice)));
    }
    tablet.undo(&saved);
    assert_eq!(tablet.stage(case), (Some(Stage::Surveyed), Some(day(300))));
    let state = tablet.0.state();
    assert_eq!(life::notices(&state, case)[0].1.result, None);
    assert_eq!(life::steps(&state, case), []);
}

#[test]
fn each_stage_opens_its_steps_and_no_other() {
    let all = [LifeStep::Confirm, LifeStep::Support, LifeStep::Lift, LifeStep::Leave, LifeStep::NeedyAgain];
    let samples = [
        (Stage::Surveyed, vec![LifeStep::Leave], Fault::StepClosed),
        (Stage::Confirmed, vec![LifeStep::Support, LifeStep::Leave], Fault::StepClosed),
        (Stage::Supported, vec![LifeStep::Lift, LifeStep::Leave], Fault::StepClosed),
        (Stage::Lifted, vec![LifeStep::Leave, LifeStep::NeedyAgain], Fault::StepClosed),
        (Stage::Left, vec![LifeStep::NeedyAgain], Fault::CaseClosed),
    ];
    for (stage, open, otherwise) in samples {
        for one in all {
            let tablet = Tablet::new();
            let case = tablet.household(101, "赵永发", 11, stage, 300);
            let refused = tablet.refused(&step(case, one, 320));
            let expected = match one {
                _ if open.contains(&one) => vec![],
                LifeStep::Confirm if stage == Stage::Surveyed => vec![(None, Fault::NoNotice)],
                _ => vec![(None, otherwise.clone())],
            };
            assert_eq!(refused, expected, "{one:?} from {stage:?}");
            if refused.is_empty() {
                assert_eq!(tablet.stage(case), (Some(life::stage_after(one)), Some(day(320))));
            }
        }
    }
}

#[test]
fn a_step_has_its_day_and_its_reason() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 300);
    let early = tablet.refused(&step(case, LifeStep::Lift, 299));
    assert_eq!(early, [(at(CaseStepField::on), Fault::BeforeLastStep(day(300)))]);
    let late = tablet.refused(&step(case, LifeStep::Lift, TODAY + 1));
    assert_eq!(late, [(at(CaseStepField::on), Fault::InFuture)]);
    let mute = AdvanceCase { reason: " ".into(), ..step(case, LifeStep::Leave, 320) };
    assert_eq!(tablet.refused(&mute), [(at(CaseStepField::reason), Fault::Missing)]);
    let nobody = tablet.household(102, "孙桂兰", 11, Stage::Surveyed, 300);
    tablet.fill(202, notice(nobody, 301, 308));
    let nobody = AdvanceCase { decided_by: String::new(), ..step(nobody, LifeStep::Confirm, 320) };
    assert_eq!(tablet.refused(&nobody), [(at(CaseStepField::decided_by), Fault::Missing)]);
    assert_eq!(tablet.refused(&step(id(999), LifeStep::Lift, 320)), [(None, Fault::Gone)]);
}

#[test]
fn who_is_needy_again_is_surveyed_and_noticed_anew() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Lifted, 200);
    tablet.fill(201, notice(case, 20, 30));
    tablet.run(&step(case, LifeStep::NeedyAgain, 310));
    assert_eq!(tablet.0.state().get(case).and_then(|case| case.surveyed_on), Some(day(310)));
    let open = life::open_steps(&tablet.0.state(), case, day(TODAY));
    assert_eq!(
        (open[0].step, open[0].obstacle.clone()),
        (LifeStep::Confirm, Some(Fault::NoNotice)),
        "the old one is spent"
    );
    tablet.run(&SaveNotice { id: None, notice: notice(case, 310, 320) });
    assert_eq!(tablet.refused(&step(case, LifeStep::Confirm, 321)), []);
    let steps: Vec<_> = life::steps(&tablet.0.state(), case).into_iter().filter_map(|(_, one)| one.step).collect();
    assert_eq!(steps, [LifeStep::Confirm, LifeStep::NeedyAgain]);
}

#[test]
fn what_a_supported_case_lacks_is_said_until_it_is_there() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    let need =
        Need { case: Some(case), kind: Some(NeedKind::Medical), state: Some(NeedState::Asked), ..Need::default() };
    tablet.fill(301, need.clone());
    let lacks = |tablet: &Tablet| life::lacks(&tablet.0.state(), case, day(TODAY));
    assert_eq!(lacks(&tablet), [Lack::Helper, Lack::Visit, Lack::Needs(1), Lack::Income]);
    tablet.helper(401, "王站长", 3);
    tablet.pair(501, 401, case);
    tablet.fill(601, Visit { case: Some(case), done_on: Some(day(80)), ..Visit::default() });
    tablet.fill(302, Need { state: Some(NeedState::Met), ..need });
    tablet.fill(701, Income { case: Some(case), year: 2026, wage: Fen(300_000), persons: 1, ..Income::default() });
    assert_eq!(lacks(&tablet), [Lack::Needs(1)], "without a line nothing is below it");
    tablet.fill(801, PovertyLine { year: 2026, amount: Fen(400_000), division: None });
    assert_eq!(lacks(&tablet), [Lack::Needs(1), Lack::BelowLine]);
    tablet.run(&step(case, LifeStep::Lift, 320));
    assert_eq!(lacks(&tablet), []);
}

#[test]
fn the_cases_of_a_year_are_those_supported_in_it() {
    let tablet = Tablet::new();
    tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    tablet.household(102, "孙桂兰", 11, Stage::Supported, -200);
    tablet.household(103, "李长山", 11, Stage::Lifted, 300);
    let late = tablet.household(104, "周玉梅", 11, Stage::Confirmed, -250);
    tablet.household(105, "钱德才", 11, Stage::Confirmed, 40);
    tablet.fill(
        901,
        CaseStep { case: Some(late), step: Some(LifeStep::Support), on: Some(day(-100)), ..CaseStep::default() },
    );
    let of = |asked| {
        let mut found: Vec<u128> =
            life::of_year(&tablet.0.state(), asked, 2026).into_iter().map(|id| id.raw().as_u128()).collect();
        found.sort_unstable();
        found
    };
    assert_eq!(of(OfYear::Supported), [101, 103]);
    assert_eq!(of(OfYear::Waiting), [101]);
    assert_eq!(of(OfYear::Lifted), [103]);
    tablet.run(&step(late, LifeStep::Support, 320));
    assert_eq!(of(OfYear::Waiting), [101, 104]);
    tablet.run(&step(late, LifeStep::Lift, 325));
    assert_eq!(of(OfYear::Lifted), [103, 104], "supported and lifted in one year");
}

fn emergency(case: Id<Case>) -> Emergency {
    let (case, trigger) = (Some(case), Some(Trigger::Disaster));
    Emergency { case, trigger, happened: "房屋进水".into(), ..Emergency::default() }
}

#[test]
fn an_emergency_is_reported_in_three_fields_and_has_a_deadline() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Lifted, 60);
    let left = tablet.household(102, "孙桂兰", 11, Stage::Left, 60);
    let check = |emergency: Emergency, expected: &[(Option<FieldRef>, Fault)]| {
        assert_eq!(tablet.refused(&ReportEmergency { id: None, emergency }), expected);
    };
    let missing = [EmergencyField::case, EmergencyField::trigger, EmergencyField::happened];
    check(Emergency::default(), &missing.map(|field| (at(field), Fault::Missing)));
    check(emergency(left), &[(at(EmergencyField::case), Fault::CaseClosed)]);
    check(emergency(id(999)), &[(at(EmergencyField::case), Fault::Gone)]);
    let future = Emergency { reported_on: Some(day(TODAY + 1)), ..emergency(case) };
    check(future, &[(at(EmergencyField::reported_on), Fault::InFuture)]);
    let before = Emergency { due_on: Some(day(TODAY - 1)), ..emergency(case) };
    check(before, &[(at(EmergencyField::due_on), Fault::EndsBeforeStart)]);
    check(emergency(case), &[]);
    let open = emergencies::open(&tablet.0.state());
    assert_eq!((open[0].name.as_str(), open[0].due_on), ("赵永发", Some(day(TODAY + emergencies::DAYS))));
}

#[test]
fn an_emergency_is_followed_up_and_closed_once() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    let reported_on = Some(day(320));
    tablet.fill(201, Emergency { reported_on, due_on: Some(day(323)), ..emergency(case) });
    let late = |tablet: &Tablet| {
        let found = findings(&tablet.0.state(), day(TODAY), 0);
        found.into_iter().filter(|one| matches!(one, Finding::EmergencyOverdue { .. })).collect::<Vec<_>>()
    };
    let expected = Finding::EmergencyOverdue { emergency: id(201), name: "赵永发".into(), due_on: day(323) };
    assert_eq!(late(&tablet), [expected]);
    let visit = Visit { case: Some(case), done_on: Some(day(322)), emergency: Some(id(201)), ..Visit::default() };
    tablet.fill(601, visit);
    assert_eq!(emergencies::open(&tablet.0.state())[0].followed, 1);
    let close = |on, result: &str| CloseEmergency { id: id(201), on: day(on), result: result.into() };
    let problem = |field, fault| vec![(at(field), fault)];
    assert_eq!(tablet.refused(&close(325, " ")), problem(EmergencyField::result, Fault::Missing));
    assert_eq!(tablet.refused(&close(319, "已安置")), problem(EmergencyField::closed_on, Fault::EndsBeforeStart));
    assert_eq!(tablet.refused(&close(TODAY + 1, "已安置")), problem(EmergencyField::closed_on, Fault::InFuture));
    let saved = tablet.run(&close(325, "已安置"));
    assert_eq!(tablet.refused(&close(326, "再结")), [(None, Fault::EmergencyClosed)]);
    assert_eq!((late(&tablet), emergencies::open(&tablet.0.state())), (vec![], vec![]));
    tablet.undo(&saved);
    assert_eq!(late(&tablet).len(), 1);
}

#[test]
fn income_is_stated_once_a_year() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    let income = Income { case: Some(case), year: 2025, wage: Fen(900_000), persons: 2, ..Income::default() };
    let check = |income: Income, expected: &[(Option<FieldRef>, Fault)]| {
        assert_eq!(tablet.refused(&SaveIncome { id: None, income }), expected);
    };
    let persons = Fault::OutOfRange { least: 1, most: 50 };
    check(Income { persons: 0, ..income.clone() }, &[(at(IncomeField::persons), persons)]);
    check(Income { year: 2027, ..income.clone() }, &[(at(IncomeField::year), Fault::InFuture)]);
    let years = Fault::OutOfRange { least: 1980, most: 2200 };
    check(Income { year: 25, ..income.clone() }, &[(at(IncomeField::year), years)]);
    check(Income { expenses: Fen(-1), ..income.clone() }, &[(at(IncomeField::expenses), Fault::NotMoney)]);
    let late = Income { stated_on: Some(day(TODAY + 1)), ..income.clone() };
    check(late, &[(at(IncomeField::stated_on), Fault::InFuture)]);
    check(Income { case: Some(id(999)), ..income.clone() }, &[(at(IncomeField::case), Fault::Gone)]);
    check(income.clone(), &[]);
    check(income, &[(at(IncomeField::year), Fault::IncomeStated(2025))]);
    let begun = |year| incomes::begun(&tablet.0.state(), case, year).year;
    assert_eq!((begun(2026), begun(2025)), (2026, 2024), "what is stated is not offered again");
}

#[test]
fn two_statements_of_one_year_are_a_finding_until_one_is_left() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    let income = |year, wage| Income { case: Some(case), year, wage: Fen(wage), persons: 2, ..Income::default() };
    for (number, income) in (701..).zip([income(2024, 100), income(2025, 200), income(2025, 300)]) {
        tablet.fill(number, income);
    }
    let found = |tablet: &Tablet| {
        let all = findings(&tablet.0.state(), day(TODAY), 0).into_iter();
        all.filter(|one| matches!(one, Finding::IncomeTwice { .. })).collect::<Vec<_>>()
    };
    let all = found(&tablet);
    let [Finding::IncomeTwice { name, year: 2025, incomes: [first, later], .. }] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!((name.as_str(), first.net, later.net), ("赵永发", Fen(200), Fen(300)));
    let remedy = all[0].remedies()[0].clone();
    assert_eq!(remedy, Remedy::RemoveIncome(id(702)));
    let saved = tablet.run(&SettleFinding { remedy, reason: "以后填的为准".into() });
    assert_eq!(found(&tablet), []);
    tablet.undo(&saved);
    assert_eq!(found(&tablet).len(), 1);
}

#[test]
fn the_line_is_the_nearest_in_place_and_time() {
    let tablet = Tablet::new();
    let line =
        |year, amount, division: Option<u128>| PovertyLine { year, amount: Fen(amount), division: division.map(id) };
    for (number, line) in (801..).zip([line(2020, 300, None), line(2024, 400, None), line(2024, 450, Some(1))]) {
        tablet.fill(number, line);
    }
    let check = |place: Option<u128>, year, expected: Option<(i64, u32)>| {
        let found = incomes::line(&tablet.0.state(), place.map(id), year).map(|line| (line.amount.0, line.year));
        assert_eq!(found, expected, "{place:?} {year}");
    };
    check(Some(11), 2019, None);
    check(Some(11), 2020, Some((300, 2020)));
    check(Some(11), 2023, Some((300, 2020)));
    check(Some(11), 2024, Some((450, 2024)));
    check(Some(11), 2026, Some((450, 2024)));
    check(None, 2026, Some((400, 2024)));
    let problem = |field, fault| vec![(at(field), fault)];
    let save = |line| tablet.refused(&SavePovertyLine { id: None, line });
    assert_eq!(save(line(2024, 500, None)), problem(PovertyLineField::year, Fault::Twice));
    assert_eq!(save(line(2025, 0, None)), problem(PovertyLineField::amount, Fault::Missing));
    assert_eq!(save(line(2025, 500, None)), []);
    check(None, 2026, Some((500, 2025)));
}

#[test]
fn above_and_below_the_line_are_told_by_person() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    tablet.fill(801, PovertyLine { year: 2024, amount: Fen(400_000), division: None });
    let check = |year, wage, persons, expected| {
        let income = Income { case: Some(case), year, wage: Fen(wage), persons, ..Income::default() };
        assert_eq!(incomes::is_below(&tablet.0.state(), case, &income), expected, "{year} {wage} {persons}");
    };
    check(2024, 1_200_000, 3, Some(false));
    check(2024, 1_199_999, 3, Some(true));
    check(2023, 100, 3, None);
    check(2024, 100, 0, None);
}

#[test]
fn several_cases_go_to_one_helper_as_long_as_it_has_room() {
    let tablet = Tablet::new();
    let cases: Vec<Id<Case>> =
        (101..105).map(|number| tablet.household(number, "赵", 11, Stage::Confirmed, 60)).collect();
    tablet.helper(401, "王站长", 3);
    let pair = |cases: &[Id<Case>]| PairCases { helper: id(401), cases: cases.to_vec() };
    let full = [(at(PairingField::helper), Fault::HelperFull(3))];
    assert_eq!(tablet.refused(&pair(&cases)), full);
    let saved = tablet.run(&pair(&cases[..3]));
    assert_eq!(pairing::load(&tablet.0.state(), id(401)), 3);
    assert_eq!(pairing::unpaired(&tablet.0.state()).len(), 1);
    tablet.undo(&saved);
    assert_eq!(pairing::load(&tablet.0.state(), id(401)), 0);
    assert_eq!(tablet.refused(&pair(&[cases[0], cases[0]])), []);
    assert_eq!(pairing::load(&tablet.0.state(), id(401)), 1, "a case named twice is paired once");
}

#[test]
fn a_round_is_spread_over_the_days_before_and_over_helpers() {
    let tablet = Tablet::new();
    tablet.helper(401, "王站长", 9);
    tablet.helper(402, "陈书记", 9);
    for (number, village, helper) in [(101, 11, 401), (102, 12, 401), (103, 11, 401), (104, 12, 402), (105, 11, 402)] {
        let case = tablet.household(number, &format!("户{number}"), village, Stage::Supported, 60);
        tablet.pair(number + 400, helper, case);
    }
    tablet.household(106, "无人", 11, Stage::Supported, 60);
    let spring = Festival::Spring.day_in(2027).expect("known");
    let first = spring.saturating_add(time::Duration::days(-3));
    let of = |scope| rounds::round(&tablet.0.state(), (Festival::Spring, spring), scope, first);
    let days = |round: &rounds::Round| -> Vec<(u128, i64)> {
        round.visits.iter().map(|one| (one.case.raw().as_u128(), (spring - one.on).whole_days())).collect()
    };
    let whole = of(Scope::default());
    assert_eq!(days(&whole), [(101, 3), (103, 2), (105, 2), (102, 1), (104, 1)]);
    assert_eq!(days(&of(Scope { place: Some(id(12)), helper: None })), [(102, 3), (104, 2)]);
    assert_eq!(days(&of(Scope { place: Some(id(1)), helper: Some(id(402)) })), [(105, 3), (104, 2)]);
    let plan = PlanRound { festival: (Festival::Spring, spring), visits: whole.visits };
    let saved = tablet.run(&plan);
    let after = of(Scope::default());
    assert_eq!((after.visits.len(), after.visited), (0, 5), "nobody is visited twice");
    tablet.run(&plan);
    assert_eq!(tablet.0.state().all::<Visit>().iter().count(), 5);
    tablet.undo(&saved);
    assert_eq!(of(Scope::default()).visits.len(), 5);
}

#[test]
fn a_visit_counts_for_its_own_festival_only() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Supported, 60);
    let spring = Festival::Spring.day_in(2027).expect("known");
    let visit = Visit { case: Some(case), occasion: Some(Occasion::Festival), ..Visit::default() };
    let check = |festival, before: i64, expected| {
        let planned_on = Some(spring.saturating_add(time::Duration::days(-before)));
        let saved = tablet.run(&PlanVisit { id: None, visit: Visit { festival, planned_on, ..visit.clone() } });
        let has = rounds::has_visit(&tablet.0.state(), case, Festival::Spring, spring);
        assert_eq!(has, expected, "{festival:?} {before}");
        tablet.undo(&saved);
    };
    check(Some(Festival::Spring), 5, true);
    check(Some(Festival::Spring), 0, true);
    check(Some(Festival::Spring), -1, false);
    check(Some(Festival::Spring), 370, false);
    check(Some(Festival::NewYear), 5, false);
    check(None, 5, true);
    check(None, 25, false);
}

#[test]
fn a_case_is_named_wherever_its_records_are() {
    let tablet = Tablet::new();
    let case = tablet.household(101, "赵永发", 11, Stage::Surveyed, 300);
    tablet.fill(201, notice(case, 310, 316));
    let title = tablet.0.state().title(domain::Kind::Notice, Uuid::from_u128(201));
    assert_eq!(title, "赵永发");
}
