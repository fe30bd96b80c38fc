//! Households, needs and visits: ages, numbers and days that fit each other.

use std::collections::{BTreeMap, HashSet};

use domain::identity::{DisabilityCard, IdNumber, age};
use domain::records::{Case, Education, Health, Member, NeedState, Relation, Stage, Student, Visit};
use domain::{Date, Id};

use super::{World, by_id};
use crate::calendar::after;

pub(super) fn households_make_sense(world: &World) {
    let mut households: BTreeMap<Id<Case>, Vec<&Member>> = BTreeMap::new();
    world.members().for_each(|(_, member)| households.entry(member.case.expect("a case")).or_default().push(member));
    assert_eq!(households.len(), 3054);
    for members in households.values() {
        assert!((2..=5).contains(&members.len()), "{members:?}");
        let heads = members.iter().filter(|member| member.relation == Some(Relation::Head)).count();
        assert_eq!(heads, 1, "{members:?}");
        assert!(members.iter().any(|member| member.party_joined_on.is_some()), "{members:?}");
        let names: HashSet<&str> = members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names.len(), members.len(), "{names:?}");
        members.iter().for_each(|member| ages_fit(world, members[0], member));
    }
}

fn born(member: &Member) -> Date {
    IdNumber::parse(&member.id_number).expect("valid").born_on()
}

fn ages_fit(world: &World, head: &Member, member: &Member) {
    let (own, of_head) = (born(member).year(), born(head).year());
    let years = of_head - own;
    let fits = match member.relation {
        Some(Relation::Head) => years == 0 && (27..80).contains(&age(born(head), world.today).expect("born")),
        Some(Relation::Spouse) => (-6..=6).contains(&years) && member.sex != head.sex,
        Some(Relation::Son | Relation::Daughter) => (-46..=-20).contains(&years),
        Some(Relation::Parent) => (20..=35).contains(&years),
        Some(Relation::Grandchild) => years <= -40,
        Some(Relation::ChildInLaw) => years <= -17,
        Some(Relation::Sibling) => (-8..=8).contains(&years) && member.name.chars().next() == head.name.chars().next(),
        _ => false,
    };
    assert!(fits, "{head:?} {member:?}");
    let age = age(born(member), world.today).unwrap_or(0);
    assert!(member.school.is_empty() || (5..=22).contains(&age), "{member:?}");
    assert!(member.education != Some(Education::Bachelor) || age >= 17, "{member:?}");
    if let Some(joined) = member.party_joined_on {
        assert!(domain::identity::age(born(member), joined) >= Some(18), "{member:?}");
        assert!(joined <= world.today && !member.party_branch.is_empty(), "{member:?}");
    }
}

pub(super) fn identity_numbers_are_valid_and_unique(world: &World) {
    let mut seen = HashSet::new();
    let mut phones = HashSet::new();
    for (_, member) in world.members() {
        let number = IdNumber::parse(&member.id_number).expect("valid");
        assert_eq!(Some(number.sex()), member.sex);
        assert!(number.as_str().starts_with("229900") && seen.insert(number.as_str().to_owned()), "{member:?}");
        assert!(member.phone.is_empty() || member.phone.len() == 11 && phones.insert(&member.phone), "{member:?}");
        assert!(member.phone.is_empty() || member.phone.starts_with("154"), "{member:?}");
    }
}

pub(super) fn needs_follow_their_cases(world: &World) {
    let cases = by_id(world.cases());
    let members = by_id(world.members());
    for (_, need) in world.needs() {
        assert!(need.member.is_none_or(|member| members[&member].case == need.case), "{need:?}");
        assert!(*need == need.clone().tidied(), "{need:?}");
        let case = cases[&need.case.expect("a case")];
        assert!(need.asked_on >= case.surveyed_on && need.asked_on.is_some(), "{need:?}");
        assert!(need.due_on.is_none() || need.due_on >= need.asked_on, "{need:?}");
        assert_eq!(need.met_on.is_some(), need.state == Some(NeedState::Met));
        assert!(need.met_on.is_none() || need.met_on >= need.asked_on, "{need:?}");
    }
}

pub(super) fn visits_are_due(world: &World) {
    let is_due = |visit: &Visit| visit.done_on.is_none();
    let planned = |visit: &Visit| visit.planned_on.expect("a day");
    let due = world
        .visits()
        .filter(|(_, visit)| is_due(visit) && planned(visit) >= world.today && planned(visit) <= after(world.today, 7));
    assert_eq!(due.count(), 40);
    let late = world.visits().filter(|(_, visit)| is_due(visit) && planned(visit) < world.today).count();
    assert_eq!(late, 5);
    let ahead = world.visits().filter(|(_, visit)| is_due(visit)).count();
    assert!(ahead > 1200, "{ahead}");
    let cases = by_id(world.cases());
    for (_, visit) in world.visits() {
        assert!(visit.planned_on > cases[&visit.case.expect("a case")].surveyed_on, "{visit:?}");
        assert_eq!(visit.done_on.is_some(), !visit.report.is_empty(), "{visit:?}");
        assert!(!visit.visitor.is_empty() && !visit.purpose.is_empty(), "{visit:?}");
    }
}

pub(super) fn promises_are_made_on_visits(world: &World) {
    let (visits, cases) = (by_id(world.visits()), by_id(world.cases()));
    let (mut late, mut ahead) = (0, 0);
    for (_, promise) in world.promises() {
        let visit = visits[&promise.visit.expect("a visit")];
        assert!(visit.case == promise.case && visit.promise.is_empty(), "{promise:?}");
        assert!(promise.due_on > visit.done_on && visit.done_on.is_some(), "{promise:?}");
        assert!(promise.kept_on.is_none() || promise.kept_on >= visit.done_on, "{promise:?}");
        assert!(!promise.what.is_empty() && !promise.by.is_empty(), "{promise:?}");
        assert_eq!(cases[&promise.case.expect("a case")].stage, Some(Stage::Supported));
        let is_late = promise.due_on < Some(world.today);
        late += usize::from(promise.kept_on.is_none() && is_late);
        ahead += usize::from(promise.kept_on.is_none() && !is_late);
    }
    assert!(late <= 40 && late + ahead <= 200, "{late} late, {ahead} to come");
}

pub(super) fn forms_are_whole(world: &World) {
    assert!(world.cases().all(|(_, case)| !case.bank.is_empty() && case.account_number.len() == 16));
    for (_, member) in world.members() {
        assert_eq!(member.student == Some(Student::No), member.school.is_empty(), "{member:?}");
        assert!(member.months_away <= 12 && member.medical_insurance.is_some(), "{member:?}");
        assert_eq!(member.health == Some(Health::Disabled), !member.disability_card.is_empty(), "{member:?}");
        let card = DisabilityCard::parse(&member.disability_card);
        assert!(card.is_err() || card.is_ok_and(|card| card.id.as_str() == member.id_number), "{member:?}");
    }
}
