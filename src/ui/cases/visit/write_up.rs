//! All that the page of a visit holds: the report, what is met and kept now, new needs, new promises. The draft holds all of
//! it; saving is one change.

use domain::records::{Case, Need, Promise, Visit};
use domain::{Id, Kind, Problem};
use leptos::prelude::*;
use locales::Language;
use replica::State;
use replica::command::RecordVisit;
use replica::query::{cases, promises};

use super::settled::Ticks;
use crate::cases::repeated::Repeated;
use crate::context::{Draft, Pages, use_desk, use_language};
use crate::entry::Entry;
use crate::values::is_about_illness;

/// What the page holds.
#[derive(Clone, Copy)]
pub(super) struct WriteUp {
    id: StoredValue<Option<Id<Visit>>>,
    pub(super) case: Id<Case>,
    pub(super) visit: Entry<Visit>,
    pub(super) met: Ticks<Need>,
    pub(super) kept: Ticks<Promise>,
    pub(super) needs: Repeated<Need>,
    pub(super) promises: Repeated<Promise>,
}

impl WriteUp {
    pub(super) fn new(id: Option<Id<Visit>>, visit: &Visit) -> Self {
        let (desk, language) = (use_desk(), use_language());
        let case = visit.case.unwrap_or_default();
        let open = |state: &State| {
            let needs = cases::needs(state, case).into_iter().filter(|(_, need)| need.is_open());
            let needs: Vec<_> = needs.map(|(id, need)| (id, need_label(language, &need))).collect();
            let promised = promises::open(state, case).into_iter();
            (needs, promised.map(|line| (line.id, promise_label(language, &line.promise))).collect())
        };
        let (needs, promised) = untrack(|| desk.ask(open));
        let blank = Need { case: visit.case, ..Need::default() };
        Self {
            id: StoredValue::new(id),
            case,
            visit: Entry::new(visit),
            met: Ticks::of(needs),
            kept: Ticks::of(promised),
            needs: Repeated::new(&[], blank),
            promises: Repeated::new(&[], Promise::default()),
        }
    }

    /// The visit, what is met, what is kept, how many promises there are, the promises, and the needs.
    pub(super) fn pages(self) -> Pages {
        let promises = self.promises.pages();
        let count = vec![(0, vec![promises.len().to_string()])];
        let first = vec![self.visit.pages(), self.met.pages(), self.kept.pages(), count];
        first.into_iter().chain(promises).chain(self.needs.pages()).collect()
    }

    pub(super) fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        self.visit.restore(pages.next().unwrap_or_default());
        self.visit.show(vec![]);
        self.met.restore(pages.next().unwrap_or_default());
        self.kept.restore(pages.next().unwrap_or_default());
        let count = pages.next().and_then(|page| page.first()?.1.first()?.parse().ok()).unwrap_or(0);
        self.promises.restore(pages.by_ref().take(count).collect());
        self.needs.restore(pages.collect());
    }

    /// The command, if everything can be read.
    fn read(self) -> Option<RecordVisit> {
        let (visit, needs, promises) = (self.visit.read(), self.needs.read(), self.promises.read());
        let (met, kept) = untrack(|| (self.met.settled(), self.kept.settled()));
        Some(RecordVisit { id: self.id.get_value(), visit: visit?, met, kept, needs: needs?, promises: promises? })
    }

    fn show(self, problems: Vec<Problem>) {
        self.needs.show(&problems);
        self.promises.show(&problems);
        let is_of_row =
            |problem: &Problem| problem.field.is_some_and(|field| matches!(field.kind, Kind::Need | Kind::Promise));
        self.visit.show(problems.into_iter().filter(|problem| !is_of_row(problem)).collect());
    }

    /// Saves all of it, leaving the page once it is durable.
    pub(super) fn saver(self, draft: Draft, leave: impl Fn() + Clone + Send + Sync + 'static) -> Callback<()> {
        let desk = use_desk();
        Callback::new(move |()| {
            let Some(command) = self.read() else { return };
            let leave = leave.clone();
            desk.save(command, move |result| match result {
                Ok(()) => {
                    draft.close();
                    leave();
                }
                Err(problems) => self.show(problems),
            });
        })
    }
}

/// What is needed; words that may speak of an illness are not put on the page of a visit.
fn need_label(language: Language, need: &Need) -> String {
    let note = if is_about_illness(need) { "" } else { need.note.as_str() };
    joined(&[language.maybe(need.kind), note])
}

fn promise_label(language: Language, promise: &Promise) -> String {
    let due = promise.due_on.map(|day| language.due_by(&language.date(day))).unwrap_or_default();
    joined(&[&promise.what, &promise.by, &due])
}

fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
