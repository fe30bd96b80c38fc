//! A session held again and again: every so many weeks, so many times, without sowing, harvest and festivals. Each turn is
//! shown with what speaks against it before anything is saved.

use domain::records::{PlannedSession, Session};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, fault};
use replica::State;
use replica::command::{Command as _, RepeatSession, Which};
use replica::query::training::course_title;
use replica::query::training::plan::{self, Occurrence, Rhythm, Skipped};
use time::Month;

use super::words::clash;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::{Plans, Route, use_go};
use crate::training::words as said;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{CheckField, Choice, ChoiceField, NumberField};
use crate::widget::form::FormSection;
use crate::widget::list::{Card, EmptyState, Row, Rows, Tag, Tone};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};

/// What a ticked box holds.
const YES: &str = crate::widget::field::check::YES;
/// How many turns are offered at first.
const TIMES: &str = "4";

/// What is asked.
#[derive(Clone, Copy)]
struct Asked {
    weeks: RwSignal<String>,
    times: RwSignal<String>,
    skips_seasons: RwSignal<String>,
    skips_festivals: RwSignal<String>,
}

impl Asked {
    fn rhythm(self) -> Rhythm {
        Rhythm {
            weeks: self.weeks.get().parse().unwrap_or(1),
            times: self.times.get().parse::<u32>().unwrap_or(0).min(60),
            skips_seasons: self.skips_seasons.get() == YES,
            skips_festivals: self.skips_festivals.get() == YES,
        }
    }
}

/// A turn, and what speaks against it.
#[derive(Clone, PartialEq)]
struct Turn {
    occurrence: Occurrence,
    /// Why it cannot be.
    fault: Option<String>,
    /// What is in two places then.
    clashes: Vec<String>,
}

/// The page for a session of a plan.
#[component]
pub(super) fn SeriesPage(id: Id<PlannedSession>) -> impl IntoView {
    let plan = untrack(|| use_desk().ask(|state| state.get(id).and_then(|one| one.plan)));
    let back = plan.map_or(Plans::List, Plans::Plan).into();
    view! { <Series which=Which::Planned(id) back/> }
}

/// The page for a session that is in force.
#[component]
pub(super) fn RepeatPage(id: Id<Session>) -> impl IntoView {
    view! { <Series which=Which::InForce(id) back=Route::Session(id)/> }
}

#[component]
fn Series(which: Which, back: Route) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let session = untrack(|| desk.ask(|state| which.session(state).map(|one| (course_title(state, &one), one))));
    let days = session.and_then(|(title, one)| {
        let first = one.starts_on?;
        Some((title, first, one.ends_on.unwrap_or(first).max(first)))
    });
    let Some((course, first, last)) = days else { return view! { <Missing/> }.into_any() };
    let field = |value: &str| RwSignal::new(value.to_owned());
    let asked =
        Asked { weeks: field("1"), times: field(TIMES), skips_seasons: field(YES), skips_festivals: field(YES) };
    let turns = desk.memo(move |state| turns(language, state, which, (first, last), asked.rhythm(), desk.today()));
    let subtitle = dotted([course, language.span(first, last)]);
    let href = back.href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.repeat_session() subtitle back=href.clone() back_label=language.back()/>
            <Questions asked/>
            <Turns turns/>
            <Saving which turns back=StoredValue::new(back) href/>
        </Page>
    }
    .into_any()
}

fn turns(
    language: Language,
    state: &State,
    which: Which,
    days: (Date, Date),
    rhythm: Rhythm,
    today: Date,
) -> Vec<Turn> {
    let end = Date::from_calendar_date(days.0.year(), Month::December, 31).unwrap_or(Date::MAX);
    let turn = |occurrence: Occurrence| {
        let is_held = occurrence.skipped.is_none();
        let days = vec![occurrence.from];
        let problems = if is_held { RepeatSession { which, days }.check(state, today) } else { vec![] };
        let fault = problems.first().map(|problem| fault::named(language, problem));
        let clashes = if is_held { clashes(language, state, which, occurrence) } else { vec![] };
        Turn { occurrence, fault, clashes }
    };
    plan::series(days, rhythm, end).into_iter().map(turn).collect()
}

fn clashes(language: Language, state: &State, which: Which, at: Occurrence) -> Vec<String> {
    let Which::Planned(id) = which else { return vec![] };
    let Some((plan, session)) = state.get(id).and_then(|one| Some((one.plan?, one.session()))) else { return vec![] };
    let session = Session { starts_on: Some(at.from), ends_on: Some(at.until), ..session };
    plan::clashes_of(state, plan, None, &session).iter().map(|one| clash(language, one)).collect()
}

#[component]
fn Questions(asked: Asked) -> impl IntoView {
    let language = use_language();
    let weeks = [1, 2, 4].map(|weeks: u32| Choice::new(weeks.to_string(), language.every_weeks(weeks)));
    view! {
        <FormSection title=language.repeat_how()>
            <ChoiceField label=language.repeat_every() value=asked.weeks options=Signal::stored(weeks.to_vec())/>
            <NumberField label=language.repeat_times() value=asked.times hint=language.repeat_times_hint()/>
            <CheckField label=language.skip_seasons() value=asked.skips_seasons/>
            <CheckField label=language.skip_festivals() value=asked.skips_festivals/>
        </FormSection>
    }
}

#[component]
fn Turns(turns: Memo<Vec<Turn>>) -> impl IntoView {
    let language = use_language();
    let count = Signal::derive(move || Some(language.classes(&held(&turns.read()).len().to_string())));
    let body = move || match turns.read().is_empty() {
        true => view! { <EmptyState title=language.no_turns() next=language.no_turns_next()/> }.into_any(),
        false => {
            view! { <Rows>{turns.get().into_iter().map(|turn| row(language, turn)).collect_view()}</Rows> }.into_any()
        }
    };
    view! { <Card title=language.repeat_days() count>{body}</Card> }
}

fn row(language: Language, turn: Turn) -> impl IntoView {
    let Turn { occurrence, fault, clashes } = turn;
    let Occurrence { from, until, skipped } = occurrence;
    let title = dotted([language.span(from, until), language.day_of_week(from)]);
    let tag = match (skipped, &fault) {
        (Some(_), _) => (language.turn_skipped(), Tone::Plain),
        (None, Some(_)) => (language.turn_impossible(), Tone::Bad),
        (None, None) if !clashes.is_empty() => (language.clash_word(), Tone::Warn),
        (None, None) => (language.turn_held(), Tone::Good),
    };
    let why = match skipped {
        Some(Skipped::Season(season)) => said::season(language, season).to_owned(),
        Some(Skipped::Festival(festival)) => language.on_festival(language.of(festival)),
        None => dotted(fault.into_iter().chain(clashes)),
    };
    let tags = move || view! { <Tag text=tag.0 tone=tag.1/> };
    view! { <Row title tags why=Some(why).filter(|why| !why.is_empty())/> }
}

/// The first days of the turns that are held.
fn held(turns: &[Turn]) -> Vec<Date> {
    turns
        .iter()
        .filter(|turn| turn.occurrence.skipped.is_none() && turn.fault.is_none())
        .map(|turn| turn.occurrence.from)
        .collect()
}

#[component]
fn Saving(which: Which, turns: Memo<Vec<Turn>>, back: StoredValue<Route>, href: String) -> impl IntoView {
    let (desk, language, go, notices) = (use_desk(), use_language(), use_go(), use_notices());
    let label = Signal::derive(move || language.repeat_count(held(&turns.read()).len()));
    let nothing = Signal::derive(move || held(&turns.read()).is_empty());
    let save = move || {
        let (days, go) = (held(&turns.get_untracked()), go.clone());
        desk.save(RepeatSession { which, days }, move |result| match result {
            Ok(()) => go(back.get_value()),
            Err(problems) => problems.iter().for_each(|problem| notices.failed(fault::named(language, problem))),
        });
    };
    view! {
        <div class="button-row">
            <LinkButton label=language.cancel() href kind=ButtonKind::Quiet/>
            <Button label kind=ButtonKind::Primary disabled=nothing on_press=save/>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::Duration;

    #[test]
    fn what_is_left_out_or_impossible_is_not_saved() {
        let day = |ordinal| Date::from_ordinal_date(2027, ordinal).expect("a day");
        let turn = |ordinal, skipped, fault: Option<&str>| Turn {
            occurrence: Occurrence { from: day(ordinal), until: day(ordinal).saturating_add(Duration::DAY), skipped },
            fault: fault.map(str::to_owned),
            clashes: vec![],
        };
        let season = Some(Skipped::Season(replica::query::training::Season::Sowing));
        let turns = [turn(1, None, None), turn(8, season, None), turn(15, None, Some("taken")), turn(22, None, None)];
        assert_eq!(held(&turns), [day(1), day(22)]);
    }
}
