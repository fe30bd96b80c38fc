//! Joins two files of one household: whatever refers to the one that goes refers to the one that stays, its members become
//! members there, or the same persons; it is removed and says where to. Postings keep naming it; the ledger knows.

use domain::records::{Case, CaseField, Member, MemberField, Relation, Request, RequestField};
use domain::schema::REMOVED;
use domain::{Date, Fault, Field as _, Id, Kind, Problem, Value};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::check_code;
use crate::query::joins::{self, Reference};
use crate::query::{cases, joins::filled};

/// What becomes of a member of the file that goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Joining {
    /// The member.
    pub member: Id<Member>,
    /// The member of the file that stays who is the same person; nothing for one who comes in.
    pub same: Option<Id<Member>>,
    /// The relation to the head of the file that stays, of one who comes in.
    pub relation: Option<Relation>,
}

/// Joins two files.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinCases {
    /// The file that stays.
    pub keep: Id<Case>,
    /// The file that goes.
    pub other: Id<Case>,
    /// The fields of the file that stays which are taken from the other one.
    pub taken: Vec<CaseField>,
    /// The members of the file that goes. What the one record of a person leaves empty is filled from the other.
    pub members: Vec<Joining>,
    /// Why, as the history will say.
    pub reason: String,
}

impl Command for JoinCases {
    fn intent(&self) -> Intent {
        Intent::JoinCases
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.keep == self.other {
            return vec![Problem::of_entry(Fault::Twice)];
        }
        if state.get(self.keep).is_none() || state.get(self.other).is_none() {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let heads =
            cases::members(state, self.keep).iter().filter(|(_, one)| one.relation == Some(Relation::Head)).count();
        let coming = self.members.iter().enumerate().filter(|(_, one)| one.same.is_none());
        let coming: Vec<(usize, Option<Relation>)> = coming.map(|(row, one)| (row, one.relation)).collect();
        let mut problems: Vec<Problem> = coming
            .iter()
            .filter(|(_, relation)| relation.is_none())
            .map(|(row, _)| Problem::at(MemberField::relation, Fault::Missing).in_row(*row))
            .collect();
        let mut second = coming.iter().filter(|(_, relation)| *relation == Some(Relation::Head));
        if let Some((row, _)) = second.nth(usize::from(heads == 0)) {
            problems.push(Problem::at(MemberField::relation, Fault::Heads(heads + 1)).in_row(*row));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        if let (Some(kept), Some(going)) = (state.get(self.keep), state.get(self.other)) {
            let file = self.file(kept, going);
            draft.update(self.keep, |there| *there = file);
        }
        let same: Vec<Id<Member>> =
            self.members.iter().filter(|one| one.same.is_some()).map(|one| one.member).collect();
        self.members.iter().for_each(|one| join_member(draft, one, &self.reason));
        let moving = joins::referring(state, self.other).into_iter();
        let moving = moving.filter(|one| one.kind != Kind::Member || !same.contains(&Id::new(one.id)));
        move_all(draft, moving, self.keep);
        draft.write_field(Kind::Case, self.other.raw(), CaseField::joined_into as u16, Value::Id(self.keep.raw()));
        draft.remove(self.other, reason(&self.reason));
    }
}

impl JoinCases {
    /// The file as it shall be: with what is taken, and what it leaves empty filled from the other one.
    fn file(&self, kept: &Case, going: &Case) -> Case {
        let mut file = filled(kept, going);
        for field in &self.taken {
            // A value of a case always fits into another case.
            let _ = domain::Record::set(&mut file, *field as u16, &domain::Record::get(going, *field as u16));
        }
        Case { stage: kept.stage, stage_since: kept.stage_since, joined_into: kept.joined_into, ..file }
    }
}

fn reason(words: &str) -> &str {
    // A record without a reason for its removal stands.
    if words.is_empty() { "-" } else { words }
}

/// One person who comes in, or is there already.
fn join_member(draft: &mut Draft<'_>, one: &Joining, words: &str) {
    let Some(same) = one.same else {
        let relation = one.relation.map_or(Value::Empty, |relation| domain::FieldValue::to_value(&Some(relation)));
        if draft.state().get(one.member).is_some_and(|member| member.relation != one.relation) {
            draft.write_field(Kind::Member, one.member.raw(), MemberField::relation as u16, relation);
        }
        return;
    };
    let state = draft.state();
    let (Some(there), Some(going)) = (state.get(same), state.get(one.member)) else { return };
    let person = Member { case: there.case, relation: there.relation, ..filled(there, going) };
    draft.update(same, |there| *there = person);
    for Reference { kind, id, number } in joins::referring_to_member(state, one.member) {
        draft.write_field(kind, id, number, Value::Id(same.raw()));
    }
    draft.remove(one.member, reason(words));
}

/// Makes records refer to the file that stays. What was approved for the one household stays approved for it.
fn move_all(draft: &mut Draft<'_>, moving: impl Iterator<Item = Reference>, keep: Id<Case>) {
    for Reference { kind, id, number } in moving {
        draft.write_field(kind, id, number, Value::Id(keep.raw()));
        let request = (kind == Kind::Request).then(|| draft.state().get(Id::<Request>::new(id))).flatten();
        if let Some(request) = request.filter(|request| request.approved_as == check_code(request)) {
            let code = check_code(&Request { case: Some(keep), ..request.clone() });
            draft.write_field(kind, id, RequestField::approved_as.reference().number, Value::Text(code));
        }
    }
}

/// Brings what another tablet wrote to a file that was joined meanwhile to the one that stays. Where two tablets joined
/// two files into each other, the one to keep comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct GatherJoined {
    /// The file that stays.
    pub keep: Id<Case>,
    /// The file that went.
    pub other: Id<Case>,
}

impl Command for GatherJoined {
    fn intent(&self) -> Intent {
        Intent::JoinCases
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let is_astray = joins::astray(state).iter().any(|one| (one.keep, one.other) == (self.keep, self.other));
        if is_astray { vec![] } else { vec![Problem::of_entry(Fault::Gone)] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        if state.get(self.keep).is_none() {
            draft.write_field(Kind::Case, self.keep.raw(), REMOVED, Value::Empty);
            draft.write_field(Kind::Case, self.keep.raw(), CaseField::joined_into as u16, Value::Empty);
        }
        move_all(draft, joins::referring(state, self.other).into_iter(), self.keep);
    }
}
