//! The work log: what was done on a day, by whom, on which record; one's own steps can be taken back here, and the books
//! looked at as they were at the day's end. It reads the log page by page and never holds the screen up.

use domain::{Date, Intent, Uuid, civil_day, entry};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, dates, numbers};
use replica::history::{Deed, deed};
use replica::query::authors;
use replica::{Access, ChangeId, ReplicaId, State, StorageError, Store};

use crate::author::author;
use crate::context::{Desk, Tablet, storage_sentence, use_asked, use_desk, use_language, use_tablet};
use crate::history::intent_words;
use crate::past::{Recall, today};
use crate::record::{main_of, named};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, IconButton, LinkButton};
use crate::widget::field::{Choice, ChoiceField, DateField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag};
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};

/// How many changes are shown at first, and how many more with each press.
const PAGE: usize = 50;
/// How many changes are read between two breaths.
const CHUNK: usize = 25;

/// What the log is asked for.
#[derive(Clone, Copy)]
struct Asked {
    /// The day as its field holds it.
    typed: RwSignal<String>,
    day: Memo<Date>,
    person: RwSignal<String>,
    most: RwSignal<usize>,
}

impl Asked {
    fn new(today: Date) -> Self {
        let typed = asked_day(today);
        let day = Memo::new(move |_| entry::date(&typed.get()).unwrap_or(today));
        Self { typed, day, person: use_asked("staff"), most: RwSignal::new(PAGE) }
    }

    fn go(self, days: i64) {
        let day = self.day.get_untracked().saturating_add(time::Duration::days(days));
        self.typed.set(dates::iso(day));
    }
}

/// The day of the address as a field's value; the address says nothing while it is today.
fn asked_day(today: Date) -> RwSignal<String> {
    let asked = use_asked("day");
    let shown = move |asked: String| if asked.is_empty() { dates::iso(today) } else { asked };
    let field = RwSignal::new(shown(asked.get_untracked()));
    Effect::new(move |_| {
        let day = shown(asked.get());
        if field.get_untracked() != day {
            field.set(day);
        }
    });
    Effect::new(move |_| {
        let Ok(day) = entry::date(&field.get()) else { return };
        asked.set(if day == today { String::new() } else { dates::iso(day) });
    });
    field
}

/// The work log.
#[component]
pub(crate) fn LogPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = today(desk);
    let asked = Asked::new(today);
    let is_gone_by = Memo::new(move |_| asked.day.get() < today);
    let recall = move || match is_gone_by.get() {
        true => view! { <Recall day=Signal::derive(move || Some(asked.day.get())) lead=Route::Today/> }.into_any(),
        false => view! { <p class="subtitle">{language.past_hint()}</p> }.into_any(),
    };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.log() subtitle=language.log_subtitle() back=Route::Settings.href() back_label=language.nav_settings()/>
            <Filters asked today/>
            {recall}
            <Deeds asked/>
        </Page>
    }
}

#[component]
fn Filters(asked: Asked, today: Date) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let people = desk.memo(|state| {
        let all = authors::staff(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let person = move || {
        let field = move || view! { <ChoiceField label=language.log_person() value=asked.person options=people nothing=language.log_everyone() menu=true/> };
        (!people.read().is_empty()).then(field)
    };
    let is_last = Signal::derive(move || asked.day.get() >= today);
    view! {
        <div class="log-filters" role="search">
            <IconButton label=language.log_day_before() icon=Icon::Back on_press=move || asked.go(-1)/>
            <DateField label=language.log_day() value=asked.typed max=dates::iso(today)/>
            <IconButton label=language.log_day_after() icon=Icon::Forward disabled=is_last on_press=move || asked.go(1)/>
            {person}
        </div>
    }
}

/// What was read so far.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    deeds: Vec<Deed>,
    /// Which replica is this tablet.
    own: Option<ReplicaId>,
    /// Whether all of the day was read.
    is_whole: bool,
    /// Whether it is still being read.
    is_reading: bool,
}

impl Found {
    fn reading() -> Self {
        Self { is_reading: true, ..Self::default() }
    }
}

/// The changes of the day.
#[component]
fn Deeds(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let found = reading(desk, asked);
    let count = Signal::derive(move || {
        found.with(|found| {
            let number = numbers::size(found.deeds.len());
            if found.is_whole { language.log_changes(&number) } else { language.log_changes_so_far(&number) }
        })
    });
    let title = Signal::derive(move || language.date(asked.day.get()));
    let rows = move || {
        let Found { deeds, own, is_whole, is_reading } = found.get();
        if deeds.is_empty() && is_whole {
            return view! { <EmptyState title=language.log_empty() next=language.log_empty_next() icon=Icon::Clock/> }
                .into_any();
        }
        let undone: Vec<ChangeId> = deeds.iter().flat_map(|deed| deed.undone.iter().copied()).collect();
        let lines = untrack(|| {
            desk.ask(|state| deeds.iter().map(|deed| Line::of(language, state, deed, own, &undone)).collect::<Vec<_>>())
        });
        let rows = lines.into_iter().map(|line| view! { <DeedRow line/> }).collect_view();
        let earlier = move || asked.most.update(|most| *most += PAGE);
        let more = (!is_whole && !is_reading)
            .then(|| view! { <Pad><div class="button-row"><Button label=language.log_more() icon=Icon::Down on_press=earlier/></div></Pad> });
        let busy = is_reading.then(|| view! { <Pad><p class="subtitle">{language.log_reading()}</p></Pad> });
        view! { <Rows>{rows}</Rows> {more} {busy} }.into_any()
    };
    view! { <Card title count>{rows}</Card> }
}

/// Reads the day, anew whenever something is saved; what was asked before is dropped as soon as something else is asked.
fn reading(desk: Desk, asked: Asked) -> RwSignal<Found> {
    let (tablet, language, notices) = (use_tablet(), use_language(), use_notices());
    let found = RwSignal::new(Found::reading());
    let turn = StoredValue::new(0_u32);
    Effect::new(move |before: Option<(Date, String)>| {
        desk.ask(|state| state.observe_all());
        let now = (asked.day.get(), asked.person.get());
        if before.is_some_and(|before| before != now) {
            *asked.most.write_untracked() = PAGE;
            found.set(Found::reading());
        }
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let (day, person) = (now.0, now.1.parse().ok());
        let reader = Reader { tablet, found, turn, at: turn.get_value(), person, most: asked.most.get() };
        let store = desk.store();
        spawn_local(async move {
            if let Err(error) = reader.read(&store, day).await {
                notices.failed(storage_sentence(language, &error));
            }
        });
        now
    });
    found
}

/// One reading of a day.
#[derive(Clone, Copy)]
struct Reader {
    tablet: Tablet,
    found: RwSignal<Found>,
    turn: StoredValue<u32>,
    at: u32,
    person: Option<Uuid>,
    most: usize,
}

impl Reader {
    async fn read(self, store: &Store, day: Date) -> Result<(), StorageError> {
        let device = self.tablet.device();
        let ids = store.state().made_between(civil_day::begin(day), civil_day::end(day) + 1);
        let own = store.incarnation().await?;
        let (mut deeds, mut chunks) = (Vec::new(), ids.chunks(CHUNK));
        while deeds.len() < self.most {
            let Some(chunk) = chunks.next() else { break };
            let changes = store.read(chunk).await?;
            deeds.extend(changes.iter().map(deed).filter(|deed| self.person.is_none() || deed.author == self.person));
            device.breathe().await;
            if self.turn.try_get_value() != Some(self.at) {
                return Ok(());
            }
        }
        let is_whole = chunks.len() == 0 && deeds.len() <= self.most;
        deeds.truncate(self.most);
        self.found.try_set(Found { deeds, own, is_whole, is_reading: false });
        Ok(())
    }
}

/// One change as a line of the list.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    change: ChangeId,
    title: String,
    route: Option<Route>,
    why: String,
    is_undone: bool,
    /// Whether it is this tablet's own, and a step that a person took.
    is_own: bool,
}

impl Line {
    fn of(language: Language, state: &State, deed: &Deed, own: Option<ReplicaId>, undone: &[ChangeId]) -> Self {
        let named = main_of(&deed.records).map(|(kind, id)| named(language, state, kind, id));
        let what = intent_words(language, deed.intent);
        let who = author(language, state, deed.author, deed.change.replica, own);
        let others = deed.records.len().saturating_sub(1);
        let others = if others > 0 { language.log_and_others(others) } else { String::new() };
        let name = named.as_ref().map(|named| named.title.clone()).unwrap_or_default();
        Self {
            change: deed.change,
            title: dotted([what.to_owned(), name]),
            route: named.and_then(|named| named.route),
            why: dotted([clock(language, deed.time.millis()), who, others]),
            is_undone: undone.contains(&deed.change),
            is_own: own == Some(deed.change.replica) && is_a_step(deed.intent),
        }
    }
}

/// The time of day of a moment.
fn clock(language: Language, millis: u64) -> String {
    let minutes = millis.saturating_sub(civil_day::begin(civil_day::of(millis))) / 60_000;
    language.time(u32::try_from(minutes).unwrap_or(0))
}

/// Whether a person took this step: what fills whole books at once is not taken back by a press.
fn is_a_step(intent: u16) -> bool {
    let intent = Intent::from_number(intent);
    intent.is_some_and(|intent| !matches!(intent, Intent::SetUp | Intent::LoadDemonstration | Intent::AdoptAside))
}

#[component]
fn DeedRow(line: Line) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let Line { change, title, route, why, is_undone, is_own } = line;
    let spoken = language.log_undo_spoken(&title);
    let tags = move || is_undone.then(|| view! { <Tag text=language.log_undone()/> });
    let undo = move || {
        let is_offered = is_own && !is_undone && desk.access.get() == Access::Writer;
        let spoken = spoken.clone();
        is_offered.then(|| view! { <Button label=language.undo() spoken kind=ButtonKind::Quiet icon=Icon::Undo on_press=move || desk.undo(change)/> })
    };
    view! { <Row title href=route.map(|route| route.href()) tags why action=move || undo.clone()/> }
}

/// The way to the work log, for the settings.
#[component]
pub(crate) fn LogCard() -> impl IntoView {
    let language = use_language();
    view! {
        <Card title=language.log()>
            <Pad>
                <p>{language.log_about()}</p>
                <div class="button-row"><LinkButton label=language.log_open() href=Route::Log.href() icon=Icon::Clock/></div>
            </Pad>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Kind;
    use replica::Timestamp;

    const OWN: ReplicaId = ReplicaId([7; 16]);

    fn line(intent: Intent, records: usize, own: Option<ReplicaId>, undone: &[ChangeId]) -> Line {
        let change = ChangeId { replica: OWN, seq: 3 };
        let day = Date::from_ordinal_date(2026, 327).expect("a day");
        let deed = Deed {
            change,
            time: Timestamp::new(civil_day::begin(day) + (9 * 60 + 5) * 60_000, 0),
            author: None,
            intent: intent.number(),
            records: vec![(Kind::Course, Uuid::nil()); records],
            undone: vec![],
        };
        Line::of(Language::En, &State::default(), &deed, own, undone)
    }

    #[test]
    fn a_line_says_what_when_and_who() {
        let one = line(Intent::SaveCourse, 1, Some(OWN), &[]);
        assert_eq!((one.title.as_str(), one.why.as_str()), ("Saved a course · Course", "09:05 · this tablet"));
        assert!(one.is_own && !one.is_undone);
        let many = line(Intent::LoadDemonstration, 150, Some(OWN), &[]);
        assert_eq!(many.why, "09:05 · this tablet · and 149 more records");
        assert!(!many.is_own, "whole books are not taken back by a press");
        assert!(!line(Intent::SaveCourse, 1, None, &[]).is_own);
        assert!(line(Intent::SaveCourse, 1, None, &[one.change]).is_undone);
    }
}
