//! Who came along on a tour: the words they left, what they want to learn, and whether they are in the register.

use std::collections::BTreeMap;

use domain::Id;
use domain::records::{Member, Stop, Tour, Visitor, VisitorField};

use super::stop_name;
use crate::State;

/// A visitor's line.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitorLine {
    /// The visitor.
    pub id: Id<Visitor>,
    /// The visitor as signed in.
    pub visitor: Visitor,
    /// What they want to learn; empty for nothing.
    pub wish: String,
    /// The stop that impressed them most.
    pub stop: String,
}

/// The visitors of a tour in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many signed in.
    pub visitors: usize,
    /// How many left a word.
    pub words: usize,
    /// How many want to learn something.
    pub wishes: usize,
    /// How many of these are in the register: their wish is kept there.
    pub members: usize,
    /// The stop that impressed most, and how many.
    pub best: Option<(String, usize)>,
}

/// The visitors of a tour: those who want to learn and are not in the register yet come first, the last signed in before.
#[must_use]
pub fn visitors(state: &State, tour: Id<Tour>) -> Vec<VisitorLine> {
    let all = state.referring::<Visitor>(VisitorField::tour, tour.raw());
    let mut lines: Vec<VisitorLine> = all.map(|(id, visitor)| line(state, id, visitor)).collect();
    lines.sort_by_key(|line| (line.wish.is_empty() || line.visitor.member.is_some(), std::cmp::Reverse(line.id)));
    lines
}

fn line(state: &State, id: Id<Visitor>, visitor: &Visitor) -> VisitorLine {
    VisitorLine {
        id,
        visitor: visitor.clone(),
        wish: wish_of(state, visitor),
        stop: visitor.stop.and_then(|stop| state.get(stop)).map(|stop| stop_name(state, stop)).unwrap_or_default(),
    }
}

/// What a visitor wants to learn: the specialty, and what else they said.
#[must_use]
pub fn wish_of(state: &State, visitor: &Visitor) -> String {
    let specialty = visitor.specialty.and_then(|id| state.get(id)).map(|specialty| specialty.name.clone());
    wish_with(&specialty.unwrap_or_default(), &visitor.subject)
}

/// A wish with one more subject; the same where the subject is in it.
#[must_use]
pub fn wish_with(wish: &str, subject: &str) -> String {
    match (wish.trim(), subject.trim()) {
        (wish, subject) if subject.is_empty() || wish.contains(subject) => wish.to_owned(),
        ("", subject) => subject.to_owned(),
        (wish, subject) => format!("{wish}、{subject}"),
    }
}

/// The one member of the register who has that name and that telephone, their own or the household's.
#[must_use]
pub fn member_of(state: &State, visitor: &Visitor) -> Option<Id<Member>> {
    if visitor.name.is_empty() || visitor.phone.is_empty() {
        return None;
    }
    let of_house = |member: &Member| member.case.and_then(|case| state.get(case)).map(|case| case.phone.as_str());
    let is_reached =
        |member: &Member| member.phone == visitor.phone || of_house(member) == Some(visitor.phone.as_str());
    let mut found =
        state.all::<Member>().iter().filter(|(_, member)| member.name == visitor.name && is_reached(member));
    let (id, _) = found.next()?;
    found.next().is_none().then_some(id)
}

/// The visitors of a tour in figures.
#[must_use]
pub fn tally(state: &State, tour: Id<Tour>) -> Tally {
    let lines = visitors(state, tour);
    let count = |is: &dyn Fn(&VisitorLine) -> bool| lines.iter().filter(|line| is(line)).count();
    Tally {
        visitors: lines.len(),
        words: count(&|line| !line.visitor.words.is_empty()),
        wishes: count(&|line| !line.wish.is_empty()),
        members: count(&|line| !line.wish.is_empty() && line.visitor.member.is_some()),
        best: best(state, &lines),
    }
}

fn best(state: &State, lines: &[VisitorLine]) -> Option<(String, usize)> {
    let mut counts: BTreeMap<Id<Stop>, usize> = BTreeMap::new();
    lines.iter().filter_map(|line| line.visitor.stop).for_each(|stop| *counts.entry(stop).or_default() += 1);
    // Of stops that impressed as many, the one made first.
    let (stop, count) = counts.into_iter().min_by_key(|(stop, count)| (std::cmp::Reverse(*count), *stop))?;
    Some((stop_name(state, state.get(stop)?), count))
}
