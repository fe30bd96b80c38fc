//! Which candidates are shown: by what was typed, and by one of a few questions. The order is that of the candidates.

use std::collections::HashSet;
use std::str::FromStr;

use domain::Id;
use domain::records::Member;
use leptos::prelude::*;
use leptos_router::hooks::query_signal;
use replica::query::training::{Candidate, Reason, TRAININGS_EACH};

use super::Board;
use crate::context::use_desk;

/// Who is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Show {
    #[default]
    All,
    Untrained,
    Wishing,
    Near,
}

impl Show {
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Untrained, Self::Wishing, Self::Near];

    const fn tag(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Untrained => "untrained",
            Self::Wishing => "wishing",
            Self::Near => "near",
        }
    }

    /// Whether it shows a candidate.
    pub(super) fn fits(self, candidate: &Candidate) -> bool {
        match self {
            Self::All => true,
            Self::Untrained => candidate.trainings < TRAININGS_EACH,
            Self::Wishing => candidate.reasons.iter().any(|reason| matches!(reason, Reason::Wish(_))),
            Self::Near => candidate.reasons.contains(&Reason::Near),
        }
    }
}

impl FromStr for Show {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|show| show.tag() == tag).ok_or(())
    }
}

impl std::fmt::Display for Show {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// The question of the address.
pub(super) fn use_show() -> (Memo<Show>, SignalSetter<Option<Show>>) {
    let (show, set) = query_signal::<Show>("show");
    (Memo::new(move |_| show.get().unwrap_or_default()), set)
}

/// The places of the candidates that are shown.
pub(super) fn use_shown(
    board: Board,
    typed: RwSignal<String>,
    (show, _): (Memo<Show>, SignalSetter<Option<Show>>),
) -> Memo<Vec<usize>> {
    let desk = use_desk();
    Memo::new(move |_| {
        let found = typed.with(|typed| {
            let is_searching = !typed.trim().is_empty();
            is_searching.then(|| desk.directory().search(typed).map(|person| person.member).collect())
        });
        visible(&board.candidates.read(), show.get(), found.as_ref())
    })
}

/// Without a search only those of an age to learn are listed; by name anybody is found.
fn visible(candidates: &[Candidate], show: Show, found: Option<&HashSet<Id<Member>>>) -> Vec<usize> {
    let is_found = |one: &Candidate| found.map_or(one.is_of_age, |found| found.contains(&one.member));
    let fitting = candidates.iter().enumerate().filter(|(_, one)| is_found(one) && show.fits(one));
    fitting.map(|(at, _)| at).collect()
}

/// The first of those shown who can come and are not chosen yet.
pub(super) fn first_free(
    candidates: &[Candidate],
    shown: &[usize],
    chosen: &[Id<Member>],
    most: usize,
) -> Vec<Id<Member>> {
    let taken: HashSet<_> = chosen.iter().collect();
    let rows = shown.iter().filter_map(|at| candidates.get(*at));
    let free = rows.filter(|one| one.obstacle.is_none() && !taken.contains(&one.member));
    free.map(|one| one.member).take(most).collect()
}

#[cfg(test)]
mod tests {
    use domain::{Fault, Uuid};

    use super::*;

    fn candidate(id: u128, trainings: usize, reasons: Vec<Reason>) -> Candidate {
        Candidate {
            member: Id::new(Uuid::from_u128(id)),
            case: None,
            name: String::new(),
            village: String::new(),
            trainings,
            is_of_age: id < 4,
            reasons,
            obstacle: (id == 3).then_some(Fault::CaseClosed),
        }
    }

    fn all() -> Vec<Candidate> {
        let wish = Reason::Wish("x".into());
        vec![
            candidate(1, 0, vec![wish]),
            candidate(2, 3, vec![Reason::Near]),
            candidate(3, 1, vec![]),
            candidate(4, 0, vec![]),
        ]
    }

    #[test]
    fn each_question_shows_its_people() {
        let cases = [
            (Show::All, vec![0, 1, 2]),
            (Show::Untrained, vec![0, 2]),
            (Show::Wishing, vec![0]),
            (Show::Near, vec![1]),
        ];
        for (show, expected) in cases {
            assert_eq!(visible(&all(), show, None), expected, "{show}");
            assert_eq!(show.to_string().parse(), Ok(show));
        }
    }

    #[test]
    fn by_name_anybody_is_found() {
        let found = [2, 4].map(|id| Id::new(Uuid::from_u128(id))).into_iter().collect();
        assert_eq!(visible(&all(), Show::All, Some(&found)), [1, 3]);
        assert_eq!(visible(&all(), Show::Untrained, Some(&found)), [3]);
    }

    #[test]
    fn the_first_free_can_come_and_are_new() {
        let ids = |all: Vec<Id<Member>>| all.into_iter().map(|id| id.raw().as_u128()).collect::<Vec<_>>();
        assert_eq!(ids(first_free(&all(), &[0, 1, 2, 3], &[], 9)), [1, 2, 4]);
        assert_eq!(ids(first_free(&all(), &[0, 1, 2, 3], &[Id::new(Uuid::from_u128(1))], 1)), [2]);
    }
}
