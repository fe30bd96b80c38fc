//! Registers a case with its household and its needs, and revises what was registered.

use domain::records::{
    Case, CaseField, Division, DivisionField, DivisionLevel, Member, MemberField, Need, NeedField, NeedState, Relation,
    Stage,
};
use domain::{Date, Fault, Field, Id, Problem, entry, identity};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::duplicates;

/// Where a household lives, as typed: divisions that are not there yet are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The county-level unit.
    pub county: Option<Id<Division>>,
    /// The township's name.
    pub township: String,
    /// The village's name.
    pub village: String,
}

impl Place {
    /// What is missing, said at the field that holds the village.
    pub(super) fn check(&self, field: impl Field) -> Option<Problem> {
        let is_there = self.county.is_some() && !self.township.is_empty() && !self.village.is_empty();
        (!is_there).then(|| Problem::at(field.reference(), Fault::Missing))
    }

    /// The village, made with its township if need be.
    pub(super) fn write(&self, draft: &mut Draft<'_>) -> Option<Id<Division>> {
        let township = child(draft, self.county?, &self.township, DivisionLevel::Township);
        Some(child(draft, township, &self.village, DivisionLevel::Village))
    }
}

fn child(draft: &mut Draft<'_>, parent: Id<Division>, name: &str, level: DivisionLevel) -> Id<Division> {
    let there = draft.state().referring::<Division>(DivisionField::parent, parent.raw());
    let found = there.filter(|(_, division)| division.name == name).map(|(id, _)| id).next();
    found.unwrap_or_else(|| {
        let (name, code) = (name.to_owned(), String::new());
        draft.create(&Division { name, level: Some(level), parent: Some(parent), code })
    })
}

/// Registers a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterCase {
    /// Where it lives.
    pub place: Place,
    /// The file; its village is made from the place.
    pub case: Case,
    /// The household.
    pub members: Vec<Member>,
    /// What it needs.
    pub needs: Vec<Need>,
}

impl Command for RegisterCase {
    fn intent(&self) -> Intent {
        Intent::RegisterCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self.place.check(CaseField::village).into_iter().collect();
        problems.extend(check_case(&self.case, today));
        problems.extend(check_heads(&self.members));
        for (row, member) in self.members.iter().enumerate() {
            let found = check_member(state, None, member, today).into_iter().chain(self.check_twice(row));
            problems.extend(found.map(|problem| problem.in_row(row)));
        }
        let needs = self.needs.iter().enumerate();
        problems.extend(needs.flat_map(|(row, need)| check_need(need, today).into_iter().map(move |p| p.in_row(row))));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        let surveyed_on = self.case.surveyed_on.or(Some(today));
        let village = self.place.write(draft);
        let stage = self.case.stage.or(Some(Stage::Surveyed));
        let stage_since = self.case.stage_since.or(surveyed_on);
        let case = draft.create(&Case { village, surveyed_on, stage, stage_since, ..self.case.clone() });
        for member in &self.members {
            draft.create(&completed(&Member { case: Some(case), ..member.clone() }));
        }
        for need in &self.needs {
            let state = need.state.or(Some(NeedState::Asked));
            let asked_on = need.asked_on.or(Some(today));
            draft.create(&Need { case: Some(case), state, asked_on, ..need.clone().tidied() });
        }
    }
}

impl RegisterCase {
    fn check_twice(&self, row: usize) -> Option<Problem> {
        let number = &self.members[row].id_number;
        let is_twice = !number.is_empty() && self.members[..row].iter().any(|other| other.id_number == *number);
        is_twice.then(|| Problem::at(MemberField::id_number, Fault::Twice))
    }
}

/// Revises a case's own fields, all but its stage: that is changed by its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviseCase {
    /// Which.
    pub id: Id<Case>,
    /// Where it lives.
    pub place: Place,
    /// The file as it shall be.
    pub case: Case,
}

impl Command for ReviseCase {
    fn intent(&self) -> Intent {
        Intent::ReviseCase
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let gone = state.get(self.id).is_none().then(|| Problem::of_entry(Fault::Gone));
        let is_moved = |there: &Case| (there.stage, there.stage_since) != (self.case.stage, self.case.stage_since);
        let moved = state.get(self.id).is_some_and(is_moved);
        let moved = moved.then(|| Problem::at(CaseField::stage, Fault::StageByStep));
        let of_case = check_case(&self.case, today).into_iter().chain(moved).chain(gone);
        self.place.check(CaseField::village).into_iter().chain(of_case).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let village = self.place.write(draft);
        draft.update(self.id, |there| *there = Case { village, ..self.case.clone() });
    }
}

/// Adds a member to a household, or revises one.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveMember {
    /// Which; nothing for a new one.
    pub id: Option<Id<Member>>,
    /// The member as it shall be.
    pub member: Member,
}

impl Command for SaveMember {
    fn intent(&self) -> Intent {
        Intent::SaveMember
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let mut problems = check_member(state, self.id, &self.member, today);
        if self.member.case.and_then(|case| state.get(case)).is_none() {
            problems.push(Problem::of_entry(Fault::Gone));
        }
        let household = self.member.case.map(|case| state.referring::<Member>(MemberField::case, case.raw()));
        let others = household.into_iter().flatten().filter(|(id, _)| Some(*id) != self.id);
        let heads = others.filter(|(_, member)| member.relation == Some(Relation::Head)).count();
        if heads > 0 && self.member.relation == Some(Relation::Head) {
            problems.push(Problem::at(MemberField::relation, Fault::Heads(heads + 1)));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &completed(&self.member));
    }
}

/// A member with what the identity number tells, and the number that a disability card begins with.
fn completed(member: &Member) -> Member {
    let card = identity::DisabilityCard::parse(&member.disability_card).ok();
    let of_card = card.as_ref().filter(|_| member.id_number.is_empty()).map(|card| card.id.clone());
    let disability_card = card.map_or_else(|| member.disability_card.clone(), |card| card.number());
    let Some(number) = identity::IdNumber::parse(&member.id_number).ok().or(of_card) else { return member.clone() };
    let (born_on, sex) = (Some(number.born_on()), member.sex.or(Some(number.sex())));
    Member { id_number: number.as_str().to_owned(), born_on, sex, disability_card, ..member.clone() }
}

fn check_case(case: &Case, today: Date) -> Vec<Problem> {
    let mut problems = check_account(case);
    if case.main_cause.is_none() {
        problems.push(Problem::at(CaseField::main_cause, Fault::Missing));
    }
    if case.other_causes.len() > 2 {
        problems.push(Problem::at(CaseField::other_causes, Fault::TooMany(2)));
    }
    if case.other_causes.iter().any(|cause| Some(*cause) == case.main_cause) {
        problems.push(Problem::at(CaseField::other_causes, Fault::Twice));
    }
    let days = [(CaseField::surveyed_on, case.surveyed_on), (CaseField::stage_since, case.stage_since)];
    problems.extend(days.into_iter().filter_map(|(field, day)| in_future(field, day, today)));
    problems
}

/// An account is a number at a bank.
fn check_account(case: &Case) -> Vec<Problem> {
    let number = case.account_number.as_str();
    let wrong = if number.is_empty() { None } else { entry::account_number(number).err() };
    let wrong = wrong.map(|fault| Problem::at(CaseField::account_number, fault));
    let is_nowhere = !number.is_empty() && case.bank.trim().is_empty();
    let nowhere = is_nowhere.then(|| Problem::at(CaseField::bank, Fault::Missing));
    wrong.into_iter().chain(nowhere).collect()
}

fn check_heads(members: &[Member]) -> Option<Problem> {
    let heads = members.iter().filter(|member| member.relation == Some(Relation::Head)).count();
    let fault = match heads {
        _ if members.is_empty() => Fault::NoMember,
        1 => return None,
        _ => Fault::Heads(heads),
    };
    Some(Problem::at(MemberField::relation, fault))
}

fn check_member(state: &State, id: Option<Id<Member>>, member: &Member, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if member.name.is_empty() {
        problems.push(Problem::at(MemberField::name, Fault::Missing));
    }
    if member.relation.is_none() {
        problems.push(Problem::at(MemberField::relation, Fault::Missing));
    }
    // A card tells the identity number where there is none.
    let numbered = if member.id_number.is_empty() { completed(member) } else { member.clone() };
    if !numbered.id_number.is_empty() {
        problems.extend(check_number(state, id, &numbered, today));
    }
    if !member.disability_card.is_empty() {
        problems.extend(check_card(member));
    }
    if member.months_away > 12 {
        problems.push(Problem::at(MemberField::months_away, Fault::OutOfRange { least: 0, most: 12 }));
    }
    let born_on = completed(member).born_on;
    problems.extend(in_future(MemberField::born_on, born_on, today));
    problems.extend(in_future(MemberField::party_joined_on, member.party_joined_on, today));
    if born_on.zip(member.party_joined_on).is_some_and(|(born, joined)| joined < born) {
        problems.push(Problem::at(MemberField::party_joined_on, Fault::BeforeBirth));
    }
    problems
}

/// A card's number is that of the one who holds it.
fn check_card(member: &Member) -> Option<Problem> {
    let fault = match identity::DisabilityCard::parse(&member.disability_card) {
        Err(fault) => fault,
        Ok(card) => {
            let own = identity::IdNumber::parse(&member.id_number).ok()?;
            (card.id != own).then_some(Fault::CardDiffers)?
        }
    };
    Some(Problem::at(MemberField::disability_card, fault))
}

fn check_number(state: &State, id: Option<Id<Member>>, member: &Member, today: Date) -> Vec<Problem> {
    let number = match identity::IdNumber::parse(&member.id_number) {
        Ok(number) if number.born_on() <= today => number,
        Ok(_) => return vec![Problem::at(MemberField::id_number, Fault::IdBirthday)],
        Err(fault) => return vec![Problem::at(MemberField::id_number, fault)],
    };
    let mut problems: Vec<Problem> = duplicates::by_id_number(state, number.as_str(), id)
        .map(|(name, village)| Problem::at(MemberField::id_number, Fault::IdTaken { name, village }))
        .into_iter()
        .collect();
    if member.sex.is_some_and(|sex| sex != number.sex()) {
        problems.push(Problem::at(MemberField::sex, Fault::SexDiffers));
    }
    if member.born_on.is_some_and(|born_on| born_on != number.born_on()) {
        problems.push(Problem::at(MemberField::born_on, Fault::BirthDiffers));
    }
    problems
}

fn in_future(field: impl Field, day: Option<Date>, today: Date) -> Option<Problem> {
    day.filter(|day| *day > today).map(|_| Problem::at(field.reference(), Fault::InFuture))
}

pub(super) fn check_need(need: &Need, today: Date) -> Vec<Problem> {
    let days = [(NeedField::asked_on, need.asked_on), (NeedField::met_on, need.met_on)];
    let mut problems: Vec<_> = days.into_iter().filter_map(|(field, day)| in_future(field, day, today)).collect();
    if need.kind.is_none() {
        problems.push(Problem::at(NeedField::kind, Fault::Missing));
    }
    if need.asked_on.zip(need.met_on).is_some_and(|(asked, met)| met < asked) {
        problems.push(Problem::at(NeedField::met_on, Fault::EndsBeforeStart));
    }
    problems
}
