//! All needs by kind and by how far each is, as a county office works through them: the counts first, each of which is a
//! press that shows those needs, then the needs themselves.

use domain::records::{NeedKind, NeedState};
use domain::{Choice as _, Date, pinyin};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::divisions;
use replica::query::needs::{self, Count, NeedLine};

use super::casework::AreaTabs;
use super::needs::detailed;
use super::tones::need_tag;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Casework, Route, use_go};
use crate::values::is_about_illness;
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::split::Split;
use crate::widget::table::{CardPlace, Column, PlainTable, VirtualTable};

/// The value that asks for open needs one of whose days has passed.
const LATE: &str = "late";
/// The value that asks for all open needs.
const OPEN: &str = "open";

/// What the list is asked for, as fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    kind: RwSignal<String>,
    state: RwSignal<String>,
    county: RwSignal<String>,
}

impl Asked {
    /// Whether a line is of the county and of what was typed: those are counted.
    fn counts(self, line: &NeedLine) -> bool {
        let county = self.county.get().parse().ok();
        let typed = self.typed.get();
        let names = [&line.name, &line.place, &line.helper, &line.member];
        let is_named = typed.trim().is_empty() || names.iter().any(|name| pinyin::matches(name, typed.trim()));
        (county.is_none() || line.county == county) && is_named
    }

    /// Whether a line is of the kind and the state that are asked for.
    fn shows(self, line: &NeedLine, today: Date) -> bool {
        let kind = self.kind.get().parse().ok().and_then(NeedKind::from_number);
        let fits = match self.state.get().as_str() {
            LATE => line.is_late(today),
            OPEN => line.need.is_open(),
            asked => {
                let state = asked.parse().ok().and_then(NeedState::from_number);
                state.is_none_or(|state| line.state() == state)
            }
        };
        fits && (kind.is_none() || line.need.kind == kind)
    }
}

/// The page of all needs.
#[component]
pub(super) fn NeedsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let all = desk.memo(needs::all);
    let asked = Asked {
        typed: RwSignal::new(String::new()),
        kind: use_asked("kind"),
        state: use_asked("state"),
        county: use_asked("county"),
    };
    let counted = Memo::new(move |_| all.read().iter().filter(|line| asked.counts(line)).cloned().collect::<Vec<_>>());
    let shown =
        Memo::new(move |_| counted.read().iter().filter(|line| asked.shows(line, today)).cloned().collect::<Vec<_>>());
    let subtitle = Signal::derive(move || {
        let (shown, all) = (numbers::size(shown.read().len()), numbers::size(all.read().len()));
        Some(language.needs_of(&shown, &all))
    });
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.nav_cases() subtitle/>
            <AreaTabs/>
            <Split main=Box::new(move || view! { <Filters asked/><NeedTable shown today/> }.into_any())>
                <Counts asked counted today/>
            </Split>
        </Page>
    }
}

/// How many there are of each kind, by how far they are; each number leads to those needs.
#[component]
fn Counts(asked: Asked, counted: Memo<Vec<NeedLine>>, today: Date) -> impl IntoView {
    let language = use_language();
    let number = |title: String| Column::new(title, "", CardPlace::Detail).number();
    let states = NeedState::ALL.iter().map(|state| number(language.of(*state).to_owned()));
    let mut columns = vec![Column::new(language.column_need_kind(), "", CardPlace::Title)];
    columns.extend(states);
    columns.push(number(language.needs_late().to_owned()));
    let rows = move || {
        let (lines, county) = (counted.read(), asked.county.get());
        let county = if county.is_empty() { county } else { format!("&county={county}") };
        let kinds = NeedKind::ALL.iter().map(|kind| Some(*kind)).chain([None]);
        let row = |kind| counts_row(language, kind, &county, needs::count(lines.iter(), kind, today));
        kinds.map(row).collect::<Vec<_>>()
    };
    view! {
        <Card title=language.needs_by_kind()>
            <PlainTable caption=language.needs_by_kind() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

fn counts_row(language: Language, kind: Option<NeedKind>, county: &str, count: Count) -> Vec<AnyView> {
    let name = kind.map_or(language.needs_all_kinds(), |kind| language.of(kind));
    let of_kind = kind.map(|kind| format!("kind={}&", kind.number())).unwrap_or_default();
    let link = |number: usize, state: &str, word: &str| {
        let href = Route::from(Casework::Needs).href_with(&format!("{of_kind}state={state}{county}"));
        let text = numbers::size(number);
        let spoken = format!("{text} {name} {word}");
        view! { <a class="cell-link" href=href aria-label=spoken>{text}</a> }.into_any()
    };
    let states = NeedState::ALL.iter().zip(count.by_state);
    let states = states.map(|(state, number)| link(number, &state.number().to_string(), language.of(*state)));
    let late = link(count.late, LATE, language.needs_late());
    [name.into_any()].into_iter().chain(states).chain([late]).collect()
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let kinds = NeedKind::ALL.iter().map(|kind| Choice::new(kind.number().to_string(), language.of(*kind)));
    let kinds = Signal::stored(kinds.collect::<Vec<_>>());
    let states = NeedState::ALL.iter().map(|state| Choice::new(state.number().to_string(), language.of(*state)));
    let more = [Choice::new(OPEN, language.open_needs()), Choice::new(LATE, language.needs_late())];
    let states = Signal::stored(states.chain(more).collect::<Vec<_>>());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let Asked { typed, kind, state, county } = asked;
    view! {
        <div class="filters" role="search">
            <TextField label=language.find_need() value=typed kind=TextKind::Search placeholder=language.find_need_example()/>
            <ChoiceField label=language.column_need_kind() value=kind options=kinds nothing=language.needs_all_kinds() menu=true/>
            <ChoiceField label=language.filter_need_state() value=state options=states nothing=language.needs_any_state() menu=true/>
            <ChoiceField label=language.filter_county() value=county options=counties nothing=language.everywhere() menu=true/>
        </div>
    }
}

#[component]
fn NeedTable(shown: Memo<Vec<NeedLine>>, today: Date) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let columns = vec![
        Column::new(language.column_head(), "7rem", CardPlace::Title),
        Column::new(language.column_need_kind(), "6rem", CardPlace::Title),
        Column::new(language.column_need_what(), "2.4fr", CardPlace::Detail),
        Column::new(language.column_address(), "1.2fr", CardPlace::Detail),
        Column::new(language.of(domain::Kind::Helper), "1fr", CardPlace::Hidden),
        Column::new(language.column_need_state(), "9rem", CardPlace::End),
    ];
    let at = move |place: usize| shown.read().get(place).cloned();
    let row = move |place: usize| at(place).map(|line| cells(language, today, line)).unwrap_or_default();
    let open = move |place: usize| {
        if let Some(line) = untrack(|| at(place)) {
            go(Route::NeedEdit(line.id));
        }
    };
    let empty = move || view! { <EmptyState title=language.need_list_none() next=language.need_list_none_next() icon=Icon::Check/> };
    view! {
        <VirtualTable label=language.tab_need_list() count=Signal::derive(move || shown.read().len()) columns
            row=Callback::from(row) on_activate=Callback::from(open) empty/>
    }
}

fn cells(language: Language, today: Date, line: NeedLine) -> Vec<AnyView> {
    let note = if is_about_illness(&line.need) { "" } else { line.need.note.as_str() };
    let what = [line.member.as_str(), note, &detailed(language, &line.need)];
    let what = what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let state = match line.next().map(|day| (day - today).whole_days()) {
        Some(days) if days < 0 => view! { <Tag text=language.days_late(-days) tone=Tone::Warn/> }.into_any(),
        Some(0) => view! { <Tag text=language.due_today() tone=Tone::Info/> }.into_any(),
        Some(days) if days <= 30 => view! { <Tag text=language.days_left(days)/> }.into_any(),
        _ => need_tag(line.need.state).into_any(),
    };
    vec![
        line.name.into_any(),
        language.maybe(line.need.kind).into_any(),
        what.into_any(),
        line.place.into_any(),
        line.helper.into_any(),
        state,
    ]
}
