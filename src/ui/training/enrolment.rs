//! The enrolment board of a session: everybody who might come, the best reasons first; those chosen and the seats they
//! would take beside; one press enrols them all.

use std::collections::HashMap;

use domain::Id;
use domain::records::{Member, Session};
use leptos::prelude::*;
use replica::query::training::{self, Candidate, SessionLine};
use replica::state::head_of;

use super::words;
use crate::app::Missing;
use crate::context::{Desk, Draft, keep_draft, use_desk, use_language, use_picked};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::list::{Banner, Tone};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::split::Split;

mod chosen;
mod filter;
mod list;
mod reasons;

use chosen::Chosen;
use list::{CandidateList, Filters};

/// What the parts of the board share.
#[derive(Clone, Copy)]
struct Board {
    id: Id<Session>,
    line: Memo<Option<SessionLine>>,
    candidates: Memo<Vec<Candidate>>,
    /// Where each candidate stands among them.
    places: Memo<HashMap<Id<Member>, usize>>,
    /// Who is chosen, in the order in which they were.
    chosen: RwSignal<Vec<Id<Member>>>,
    draft: Draft,
}

impl Board {
    fn is_chosen(self, member: Id<Member>) -> bool {
        self.chosen.read().contains(&member)
    }

    /// Chooses, or leaves out again; who cannot come stays out.
    fn toggle(self, member: Id<Member>) {
        let is_free = self.candidate(member).is_some_and(|one| one.obstacle.is_none());
        self.chosen.update(|chosen| match chosen.iter().position(|other| *other == member) {
            Some(at) => {
                chosen.remove(at);
            }
            None if is_free => chosen.push(member),
            None => {}
        });
    }

    fn candidate(self, member: Id<Member>) -> Option<Candidate> {
        let place = self.places.read_untracked().get(&member).copied()?;
        self.candidates.read_untracked().get(place).cloned()
    }

    /// How many seats are left before those chosen take theirs.
    fn left(self) -> usize {
        self.line.read().as_ref().map_or(0, SessionLine::left)
    }
}

fn use_board(id: Id<Session>) -> Board {
    let desk = use_desk();
    let today = desk.today();
    let candidates = desk.memo(move |state| training::candidates(state, id, today));
    let chosen = RwSignal::new(Vec::<Id<Member>>::new());
    let pages = move || vec![vec![(0, chosen.get().iter().map(ToString::to_string).collect())]];
    let picked = StoredValue::new(handed(desk, id));
    chosen.set(picked.get_value());
    let restore = move |pages: crate::context::Pages| {
        let texts = pages.into_iter().flatten().flat_map(|(_, texts)| texts);
        let kept: Vec<_> = texts.filter_map(|text| text.parse().ok()).collect();
        let more = picked.get_value().into_iter().filter(|member| !kept.contains(member));
        chosen.set(kept.iter().copied().chain(more).collect());
    };
    Board {
        id,
        line: desk.memo(move |state| training::line(state, id)),
        candidates,
        places: Memo::new(move |_| candidates.read().iter().enumerate().map(|(at, one)| (one.member, at)).collect()),
        chosen,
        draft: keep_draft(desk, format!("enrolment/{id}"), pages, restore),
    }
}

/// Of the households that another list handed on, the heads who can come; how many cannot is said.
fn handed(desk: Desk, id: Id<Session>) -> Vec<Id<Member>> {
    let (picked, today) = (use_picked().take(), desk.today());
    let asked = picked.len();
    let heads: Vec<Id<Member>> = untrack(|| {
        desk.ask(|state| {
            let session = state.get(id)?;
            let heads = picked.into_iter().filter_map(|case| head_of(state, case)).map(|(head, _)| head);
            Some(heads.filter(|head| training::obstacle(state, id, session, *head, today).is_none()).collect())
        })
    })
    .unwrap_or_default();
    if heads.len() < asked {
        use_notices().failed(use_language().picked_refused(asked - heads.len()));
    }
    heads
}

/// The board's page.
#[component]
pub(super) fn EnrolmentPage(id: Id<Session>) -> impl IntoView {
    let desk = use_desk();
    let today = desk.today();
    let is_open = desk.memo(move |state| state.get(id).map(|session| training::is_open(session, today)));
    move || match is_open.get() {
        None => view! { <Missing/> }.into_any(),
        Some(false) => view! { <Closed id/> }.into_any(),
        Some(true) => view! { <Open id/> }.into_any(),
    }
}

/// What stands there when nobody can be enrolled any more.
#[component]
fn Closed(id: Id<Session>) -> impl IntoView {
    let language = use_language();
    let back = move || view! { <LinkButton label=language.to_session() href=Route::Session(id).href()/> };
    view! {
        <Page kind=PageKind::Narrow>
            <Banner tone=Tone::Warn text=language.fault_session_closed() action=back/>
        </Page>
    }
}

#[component]
fn Open(id: Id<Session>) -> impl IntoView {
    let language = use_language();
    let board = use_board(id);
    let (typed, show) = (RwSignal::new(String::new()), filter::use_show());
    let shown = filter::use_shown(board, typed, show);
    let line = move || board.line.get().unwrap_or_default();
    let title = Signal::derive(move || language.enrol_title(&words::title(language, &line())));
    let subtitle = Signal::derive(move || Some(dotted([words::when(language, &line()), words::place(&line())])));
    let main = move || view! { <Filters shown typed show/><CandidateList board shown/> };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title subtitle back=Route::Session(id).href() back_label=language.to_session()/>
            <Split main=Box::new(move || main().into_any())><Chosen board shown/></Split>
        </Page>
    }
}
