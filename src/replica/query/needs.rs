//! The needs of all households, as an office works through them: by kind and by how far each is.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Division, Member, Need, NeedKind, NeedState, Stage};
use domain::{Date, Id};

use super::{cases, divisions, pairing};
use crate::State;

/// A need in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedLine {
    /// The need.
    pub id: Id<Need>,
    /// The case.
    pub case: Id<Case>,
    /// The household.
    pub name: String,
    /// Its county.
    pub county: Option<Id<Division>>,
    /// Its township and village.
    pub place: String,
    /// The helper who stands by it.
    pub helper: String,
    /// The member whom it is for.
    pub member: String,
    /// The need itself.
    pub need: Need,
}

impl NeedLine {
    /// How far it is; whatever is not said is asked for.
    #[must_use]
    pub fn state(&self) -> NeedState {
        self.need.state.unwrap_or(NeedState::Asked)
    }

    /// The next of its days that matters: by when help is due, or when something begins; nothing for one that is met.
    #[must_use]
    pub fn next(&self) -> Option<Date> {
        let days = [self.need.due_on, self.need.begins_on];
        days.into_iter().flatten().min().filter(|_| self.need.is_open())
    }

    /// Whether it is open and one of its days has passed.
    #[must_use]
    pub fn is_late(&self, today: Date) -> bool {
        self.next().is_some_and(|day| day < today)
    }
}

/// The needs of households in the register: what is due first, then what was asked first.
#[must_use]
pub fn all(state: &State) -> Vec<NeedLine> {
    let mut lines: Vec<NeedLine> = state.all::<Need>().iter().filter_map(|(id, need)| line(state, id, need)).collect();
    lines.arrange_by_cached_key(|line| {
        let next = line.next().unwrap_or(Date::MAX);
        (!line.need.is_open(), next, line.need.asked_on, sort_key(&line.name))
    });
    lines
}

fn line(state: &State, id: Id<Need>, need: &Need) -> Option<NeedLine> {
    let case = need.case?;
    let file = state.get(case).filter(|file| file.stage != Some(Stage::Left))?;
    let place = divisions::whereabouts(state, file.village);
    let member = need.member.and_then(|member| state.get::<Member>(member));
    Some(NeedLine {
        id,
        case,
        name: cases::name(state, case),
        county: divisions::county_of(state, file.village),
        place: [place.township, place.village].concat(),
        helper: pairing::responsible_name(state, case),
        member: member.map(|member| member.name.clone()).unwrap_or_default(),
        need: need.clone(),
    })
}

/// How many needs of a kind there are: asked, planned, met, and of the open ones those that are late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Asked for, planned, met.
    pub by_state: [usize; 3],
    /// Open, and one of its days has passed.
    pub late: usize,
}

/// The counts of a kind; of all kinds where none is given.
#[must_use]
pub fn count<'a>(lines: impl IntoIterator<Item = &'a NeedLine>, kind: Option<NeedKind>, today: Date) -> Count {
    let mut count = Count::default();
    for line in lines.into_iter().filter(|line| kind.is_none() || line.need.kind == kind) {
        let place = match line.state() {
            NeedState::Planned => 1,
            NeedState::Met => 2,
            _ => 0,
        };
        count.by_state[place] += 1;
        count.late += usize::from(line.is_late(today));
    }
    count
}
