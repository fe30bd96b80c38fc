//! Choosing demonstration households by drafts: scores, places, filling by the rule and by hand, and one change that
//! adopts a list.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use domain::records::{
    Case, Demonstration, DemonstrationField, DemonstrationState, Division, DivisionLevel, Indicator, PickState,
    ScoreWeights, ScoreWeightsField, SelectionDraft, SelectionDraftField, Stage, Target,
};
use domain::value::Fen;
use domain::{AnyRecord, Date, Fault, Field, FieldRef, Id, Uuid};
use futures::executor::block_on;
use replica::command::{
    AdoptSelection, ChooseDemonstration, FillSelection, PickDemonstrations, Place, ProposeDemonstration, SaveSelection,
    SaveTarget, SaveWeights,
};
use replica::query::prosperity::{self, DraftSum};
use replica::testing::TestWorld;
use replica::{Command, Intent, MemoryStorage, Refusal, Saved, Store, World};

const YEAR: u32 = 2027;

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn id<T>(number: u128) -> Id<T> {
    Id::new(uuid(number))
}

fn division(number: u128, name: &str, level: DivisionLevel, parent: Option<u128>) -> (Uuid, AnyRecord) {
    let parent = parent.map(id);
    (uuid(number), Division { name: name.into(), code: format!("{number:03}"), level: Some(level), parent }.into())
}

fn needy(number: u128, village: u128, industry: &str) -> (Uuid, AnyRecord) {
    let (stage, village, industry) = (Some(Stage::Supported), Some(id(village)), industry.to_owned());
    (uuid(number), Case { stage, village, industry, ..Case::default() }.into())
}

/// A candidate of a village: all its marks are alike.
fn candidate(number: u128, village: u128, industry: &str, mark: u32) -> (Uuid, AnyRecord) {
    let household = Demonstration {
        name: format!("户{number}"),
        village: Some(id(village)),
        industry: industry.into(),
        year: YEAR,
        state: Some(DemonstrationState::Proposed),
        skill: mark,
        experience: mark,
        base: mark,
        willingness: mark,
        means: mark,
        cost: Fen(100_000),
        ..Demonstration::default()
    };
    (uuid(number), household.into())
}

/// Two counties, each with a township of one village; three needy households in the first, one in the second; four
/// candidates in the first, two in the second; four places.
fn store() -> Store {
    let world: Rc<dyn World> = Rc::new(TestWorld::new(Date::from_ordinal_date(2026, 330).expect("a day"), 1));
    let store = block_on(Store::open(Rc::new(MemoryStorage::default()), world)).expect("opens");
    let indicator = Some(Indicator::DemonstrationHouseholds);
    let records = vec![
        division(1, "甲县", DivisionLevel::County, None),
        division(2, "乙县", DivisionLevel::County, None),
        division(11, "甲镇", DivisionLevel::Township, Some(1)),
        division(12, "乙镇", DivisionLevel::Township, Some(2)),
        division(21, "甲村", DivisionLevel::Village, Some(11)),
        division(22, "乙村", DivisionLevel::Village, Some(12)),
        needy(31, 21, "养鹅"),
        needy(32, 21, "养鹅"),
        needy(33, 21, ""),
        needy(34, 22, "食用菌"),
        candidate(41, 21, "养鹅", 9),
        candidate(42, 21, "养鹅", 8),
        candidate(43, 21, "食用菌", 7),
        candidate(44, 21, "食用菌", 6),
        candidate(51, 22, "食用菌栽培", 5),
        candidate(52, 22, "养鹅", 9),
        (uuid(61), Target { indicator, year: 2026, value: 4, division: None }.into()),
    ];
    block_on(store.fill(Intent::SetUp, &records)).expect("fills");
    store
}

fn run(store: &Store, command: &dyn Command) -> Saved {
    block_on(store.run(command)).expect("saves")
}

fn undo(store: &Store, saved: &Saved) -> Saved {
    block_on(store.undo(saved.change.expect("a change"))).expect("undoes")
}

fn refused(store: &Store, command: &dyn Command, expected: &[(Option<FieldRef>, Fault)]) {
    let Err(Refusal::Problems(problems)) = block_on(store.run(command)) else { panic!("refused: {expected:?}") };
    let found: Vec<_> = problems.into_iter().map(|problem| (problem.field, problem.fault)).collect();
    assert_eq!(found, expected);
}

fn at(field: impl Field) -> Option<FieldRef> {
    Some(field.reference())
}

fn saving(name: &str) -> SaveSelection {
    SaveSelection {
        id: None,
        draft: SelectionDraft { name: name.into(), year: YEAR, ..SelectionDraft::default() },
        like: None,
    }
}

fn begun(store: &Store, command: &SaveSelection) -> Id<SelectionDraft> {
    run(store, command);
    let state = store.state();
    let found = state.all::<SelectionDraft>().iter().find(|(_, draft)| draft.name == command.draft.name);
    found.expect("there").0
}

fn inside(store: &Store, draft: Id<SelectionDraft>) -> Vec<u128> {
    let picks = prosperity::picks(&store.state(), draft);
    picks.ids().filter(|id| picks.has(*id)).map(|id| id.raw().as_u128()).collect()
}

fn sum(store: &Store, draft: Id<SelectionDraft>) -> DraftSum {
    let lines = prosperity::drafts(&store.state(), YEAR);
    lines.into_iter().find(|line| line.id == draft).expect("a line").sum
}

fn pick(draft: Id<SelectionDraft>, who: &[u128], state: Option<PickState>) -> PickDemonstrations {
    PickDemonstrations { draft, ids: who.iter().map(|who| id(*who)).collect(), state }
}

fn fill(draft: Id<SelectionDraft>) -> FillSelection {
    FillSelection { draft, afresh: false }
}

#[test]
fn a_score_counts_who_is_within_reach_in_the_industry() {
    let store = store();
    let all = prosperity::contestants(&store.state(), YEAR);
    let told: Vec<_> = all.iter().map(|one| (one.id.raw().as_u128(), one.reach.len(), one.rank, one.score)).collect();
    let expected =
        [(41, 3, 1, 750), (52, 0, 1, 720), (42, 3, 2, 670), (43, 1, 3, 570), (44, 1, 4, 490), (51, 1, 2, 410)];
    assert_eq!(told, expected, "the village's household without an industry is within reach of each of its village");
    assert_eq!(prosperity::reached(&all), 4, "each household counts once");
    run(&store, &SaveWeights { weights: ScoreWeights { year: 2027, skill: 1, ..ScoreWeights::default() } });
    assert_eq!(prosperity::standing(&store.state(), id(42)).expect("there").score, 800);
    assert_eq!(prosperity::weights(&store.state(), 2026).skill, 20, "weights hold from their year on");
    assert_eq!(prosperity::weights(&store.state(), 2030).skill, 1);
}

#[test]
fn weights_and_marks_must_make_sense() {
    let store = store();
    let missing = (at(ScoreWeightsField::skill), Fault::Missing);
    refused(&store, &SaveWeights { weights: ScoreWeights::default() }, &[missing]);
    let weights = ScoreWeights { base: 101, reach: 1, ..ScoreWeights::default() };
    let range = Fault::OutOfRange { least: 0, most: 100 };
    let problems = [(at(ScoreWeightsField::base), range), (at(ScoreWeightsField::full_reach), Fault::Missing)];
    refused(&store, &SaveWeights { weights }, &problems);
    let place = Place { county: Some(id(1)), township: "甲镇".into(), village: "甲村".into() };
    let household =
        Demonstration { name: "马占山".into(), industry: "养鹅".into(), means: 11, ..Demonstration::default() };
    let range = Fault::OutOfRange { least: 0, most: 10 };
    let proposal = ProposeDemonstration { id: None, place, demonstration: household };
    refused(&store, &proposal, &[(at(DemonstrationField::means), range)]);
}

#[test]
fn places_are_shared_by_needy_households_or_set() {
    let store = store();
    let places =
        |store: &Store| prosperity::quotas(&store.state(), YEAR).iter().map(|quota| quota.places).collect::<Vec<_>>();
    assert_eq!(places(&store), [3, 1], "the target of the year before, until there is one");
    let target =
        Target { indicator: Some(Indicator::DemonstrationHouseholds), year: YEAR, value: 2, division: Some(id(2)) };
    run(&store, &SaveTarget { id: None, target });
    assert_eq!(places(&store), [2, 2]);
}

#[test]
fn a_draft_is_filled_by_the_rule_and_fixed_by_hand() {
    let store = store();
    let draft = begun(&store, &saving("按分数"));
    let filled = run(&store, &fill(draft));
    assert_eq!(inside(&store, draft), [41, 42, 43, 52]);
    undo(&store, &filled);
    assert_eq!(inside(&store, draft), [0; 0]);
    run(&store, &pick(draft, &[44], Some(PickState::Kept)));
    run(&store, &pick(draft, &[41, 52], Some(PickState::Barred)));
    run(&store, &fill(draft));
    assert_eq!(inside(&store, draft), [42, 43, 44, 51], "who is fixed by hand stays, the rule fills the rest");
    let told = sum(&store, draft);
    assert_eq!((told.count, told.reached, told.by_hand, told.off_balance()), (4, 4, 3, 0));
    assert_eq!((told.cost, told.mean), (Fen(400_000), (670 + 570 + 490 + 410) / 4));
    run(&store, &pick(draft, &[44], None));
    assert_eq!((inside(&store, draft).len(), sum(&store, draft).off_balance()), (3, 1));
    run(&store, &FillSelection { draft, afresh: true });
    assert_eq!(inside(&store, draft), [41, 42, 43, 52], "afresh, nothing is fixed any more");
    assert_eq!(sum(&store, draft).by_hand, 0);
}

#[test]
fn two_drafts_stand_beside_each_other_and_one_is_adopted() {
    let store = store();
    let first = begun(&store, &saving("按分数"));
    run(&store, &fill(first));
    let second = begun(&store, &SaveSelection { like: Some(first), ..saving("多带户") });
    run(&store, &pick(second, &[52], Some(PickState::Barred)));
    run(&store, &pick(second, &[51], Some(PickState::Kept)));
    let only = |one, other| -> Vec<u128> {
        let all = prosperity::only_in(&store.state(), YEAR, one, other);
        all.iter().map(|one| one.id.raw().as_u128()).collect()
    };
    assert_eq!((only(first, second), only(second, first)), (vec![52], vec![51]));
    assert_eq!((sum(&store, first).reached, sum(&store, second).reached), (3, 4));

    let adopted = run(&store, &AdoptSelection { draft: second });
    assert_eq!(prosperity::chosen_count(&store.state(), YEAR), 4);
    let there = store.state().get(id::<Demonstration>(51)).cloned().expect("there");
    assert_eq!((there.state, there.chosen_on.is_some()), (Some(DemonstrationState::Chosen), true));
    let closed = [(None, Fault::StepClosed)];
    refused(&store, &AdoptSelection { draft: second }, &closed);
    refused(&store, &fill(second), &closed);
    refused(&store, &pick(second, &[52], Some(PickState::Kept)), &closed);
    assert_eq!((sum(&store, second).count, sum(&store, second).chosen), (4, 4), "whoever is chosen is in every draft");
    run(&store, &fill(first));
    assert_eq!(sum(&store, first).count, 4, "no place is left to fill");
    undo(&store, &adopted);
    assert_eq!(prosperity::chosen_count(&store.state(), YEAR), 0);
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let store = store();
    let year = Fault::OutOfRange { least: 2000, most: 2100 };
    let empty = SaveSelection { id: None, draft: SelectionDraft::default(), like: None };
    refused(&store, &empty, &[(at(SelectionDraftField::name), Fault::Missing), (at(SelectionDraftField::year), year)]);
    let draft = begun(&store, &saving("按分数"));
    refused(&store, &saving("按分数"), &[(at(SelectionDraftField::name), Fault::NameTaken("按分数".into()))]);
    refused(&store, &SaveSelection { id: Some(id(9)), ..saving("另一份") }, &[(None, Fault::Gone)]);
    refused(&store, &fill(id(9)), &[(None, Fault::Gone)]);
    let field = at(domain::records::SelectionPickField::demonstration);
    refused(&store, &pick(draft, &[], Some(PickState::Kept)), &[(field, Fault::Missing)]);
    refused(&store, &pick(draft, &[9], Some(PickState::Kept)), &[(field, Fault::Gone)]);
    refused(&store, &AdoptSelection { draft }, &[(field, Fault::Missing)]);
    run(&store, &fill(draft));
    run(&store, &ChooseDemonstration { ids: vec![id(41)], state: DemonstrationState::Withdrawn });
    refused(&store, &pick(draft, &[41], Some(PickState::Kept)), &[(field, Fault::StepClosed)]);
    run(&store, &AdoptSelection { draft });
    assert_eq!(prosperity::chosen_count(&store.state(), YEAR), 3, "who was withdrawn meanwhile is not chosen");
}
