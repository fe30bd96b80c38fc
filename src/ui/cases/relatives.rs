//! What a household's form suggests of the next member from those before: who it is to the head, and the nationality.

use domain::Choice as _;
use domain::household::{Who, likely_relation};
use domain::identity::IdNumber;
use domain::records::{Member, MemberField, Relation};
use leptos::prelude::*;
use replica::query::cases::usual;

use super::repeated::{Repeated, RowEntry};
use crate::context::{use_desk, use_language};
use crate::entry::Entry;

/// The nationality that most have; of the first household, that of most people.
pub(super) fn usual_ethnicity() -> String {
    let known = untrack(|| use_desk().ask(usual::ethnicities));
    known.into_iter().next().unwrap_or_else(|| use_language().usual_ethnicity().to_owned())
}

/// A new member of a form: of the nationality of whoever was entered last.
pub(super) fn next_member(members: Repeated<Member>) -> Member {
    let rows = untrack(|| members.rows());
    let last = rows.last().map(|row| row.entry.one(MemberField::ethnicity).get_untracked());
    let ethnicity = last.filter(|text| !text.trim().is_empty()).unwrap_or_else(usual_ethnicity);
    Member { relation: suggested(members, None, None), ethnicity, ..Member::default() }
}

/// Keeps suggesting the relation of a row until one is chosen by hand: by the identity number, once it is typed.
pub(super) fn suggest_relation(members: Repeated<Member>, row: RowEntry<Member>) {
    let relation = row.entry.one(MemberField::relation);
    let said = RwSignal::new(relation.get_untracked());
    let who = Memo::new(move |_| who(row.entry));
    Effect::new(move |_| {
        let Some(who) = who.get() else { return };
        let is_own = untrack(|| relation.get() != said.get() && !relation.get().is_empty());
        let found = untrack(|| suggested(members, Some(row.key), Some(who)));
        let is_head = relation.get_untracked() == number(Relation::Head);
        if let Some(found) = found.filter(|_| !is_own && !is_head) {
            said.set(number(found));
            relation.set(number(found));
        }
    });
}

fn number(relation: Relation) -> String {
    relation.number().to_string()
}

/// What the rows before tell of somebody.
fn suggested(members: Repeated<Member>, key: Option<u32>, of: Option<Who>) -> Option<Relation> {
    let rows = untrack(|| members.rows());
    let others: Vec<RowEntry<Member>> = rows.into_iter().filter(|row| Some(row.key) != key).collect();
    let is = |row: &&RowEntry<Member>, relation: Relation| {
        row.entry.one(MemberField::relation).with_untracked(|typed| *typed == number(relation))
    };
    let head = others.iter().find(|row| is(row, Relation::Head))?;
    let has_spouse = others.iter().any(|row| is(&row, Relation::Spouse));
    likely_relation(untrack(|| who(head.entry)), of, has_spouse)
}

/// Sex and birth, as the identity number tells them.
fn who(entry: Entry<Member>) -> Option<Who> {
    let number = IdNumber::parse(&entry.one(MemberField::id_number).get()).ok()?;
    Some(Who { sex: number.sex(), born_on: number.born_on() })
}
