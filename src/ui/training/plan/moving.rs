//! Moving a session to another day without a pointer: by days and weeks in a dialog that says what speaks against it.

use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, fault};
use replica::State;
use replica::command::{Command as _, MoveSession, Which};
use replica::query::training::{busy_season, course_title, plan};
use time::Duration;

use super::words::clash;
use crate::context::{Desk, use_desk, use_language};
use crate::training::words as said;
use crate::widget::button::{Button, ButtonKind, ButtonRow};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::list::{Banner, Tone};

/// The session that is being moved, and whither.
#[derive(Clone, Copy)]
pub(in crate::training) struct Moving {
    open: RwSignal<bool>,
    /// Which, and its first day as it would be.
    to: RwSignal<Option<(Which, Date)>>,
}

impl Moving {
    pub(in crate::training) fn new() -> Self {
        Self { open: RwSignal::new(false), to: RwSignal::new(None) }
    }

    /// Opens the dialog for a session.
    pub(in crate::training) fn begin(self, desk: Desk, which: Which) {
        let first = untrack(|| desk.ask(|state| which.session(state))).and_then(|session| session.starts_on);
        self.to.set(first.map(|first| (which, first)));
        self.open.set(first.is_some());
    }

    fn by(self, days: i64) {
        self.to.update(|to| {
            if let Some((_, day)) = to {
                *day = day.saturating_add(Duration::days(days));
            }
        });
    }
}

/// What is said of the move: the session, its days, what stands in the way, what is only worth a thought.
#[derive(Clone, PartialEq)]
struct Said {
    title: String,
    days: String,
    faults: Vec<String>,
    warnings: Vec<String>,
}

fn said(language: Language, state: &State, (which, day): (Which, Date), today: Date) -> Option<Said> {
    let session = which.session(state)?;
    let length = session.starts_on.zip(session.ends_on).map_or(Duration::ZERO, |(first, last)| last - first);
    let until = day.saturating_add(length);
    let problems = MoveSession { which, day }.check(state, today);
    let season = busy_season(day, until).map(|season| said::season(language, season).to_owned());
    let festival = plan::holiday(day, until).map(|festival| language.on_festival(language.of(festival)));
    let clashes = match which {
        Which::InForce(_) => vec![],
        Which::Planned(id) => clashes(state, id, day, until),
    };
    let clashes = clashes.iter().map(|one| clash(language, one));
    Some(Said {
        title: course_title(state, &session),
        days: language.span(day, until),
        faults: problems.iter().map(|problem| fault::named(language, problem)).collect(),
        warnings: clashes.chain(season).chain(festival).collect(),
    })
}

fn clashes(state: &State, id: Id<domain::records::PlannedSession>, day: Date, until: Date) -> Vec<plan::Clash> {
    let Some(one) = state.get(id) else { return vec![] };
    let session = domain::records::Session { starts_on: Some(day), ends_on: Some(until), ..one.session() };
    one.plan.map(|plan| plan::clashes_of(state, plan, Some(id), &session)).unwrap_or_default()
}

/// The dialog.
#[component]
pub(in crate::training) fn MovingDialog(moving: Moving) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let now = desk.memo(move |state| moving.to.get().and_then(|to| said(language, state, to, today)));
    let days = move || now.read().as_ref().map(|said| format!("{} {}", said.title, said.days));
    let faults = move || now.read().as_ref().map(|said| said.faults.clone()).unwrap_or_default();
    let warnings = move || now.read().as_ref().map(|said| said.warnings.clone()).unwrap_or_default();
    let banner = |tone: Tone, text: String| view! { <Banner tone text/> };
    let steps = move || {
        let step = |label: &'static str, days: i64| view! { <Button label on_press=move || moving.by(days)/> };
        view! {
            {step(language.week_earlier(), -7)}
            {step(language.day_earlier(), -1)}
            {step(language.day_later(), 1)}
            {step(language.week_later(), 7)}
        }
    };
    let is_refused = Signal::derive(move || !faults().is_empty());
    let save = move || {
        if let Some((which, day)) = moving.to.get_untracked() {
            desk.act(MoveSession { which, day });
        }
        moving.open.set(false);
    };
    view! {
        <Dialog open=moving.open title=language.move_session() close_label=language.cancel()>
            <p aria-live="polite"><b>{days}</b></p>
            <ButtonRow>{steps()}</ButtonRow>
            {move || faults().into_iter().map(|text| banner(Tone::Bad, text)).collect_view()}
            {move || warnings().into_iter().map(|text| banner(Tone::Warn, text)).collect_view()}
            <DialogActions>
                <Button label=language.cancel() on_press=move || moving.open.set(false)/>
                <Button label=language.move_here() kind=ButtonKind::Primary disabled=is_refused on_press=save/>
            </DialogActions>
        </Dialog>
    }
}
