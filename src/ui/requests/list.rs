//! All requests: those that wait for whoever looks first, then all by where they stand.

use domain::records::{Purpose, RequestState};
use domain::value::Fen;
use domain::{Choice as _, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::divisions;
use replica::query::fund::{self, RequestLine};

use super::row::{state_tag, what};
use super::signature::me;
use crate::context::{Desk, use_asked, use_desk, use_language, use_searches};
use crate::fund::AreaTabs;
use crate::route::{Origin, Requests, use_go};
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// Which requests are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Mine,
    Open,
    Done,
    All,
}

impl View {
    const ALL: [Self; 4] = [Self::Mine, Self::Open, Self::Done, Self::All];

    /// As an address says it.
    const fn key(self) -> &'static str {
        match self {
            Self::Mine => "",
            Self::Open => "open",
            Self::Done => "done",
            Self::All => "all",
        }
    }

    fn of_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.key() == key).unwrap_or(Self::Mine)
    }

    const fn word(self, language: Language) -> &'static str {
        match self {
            Self::Mine => language.ask_view_mine(),
            Self::Open => language.ask_view_open(),
            Self::Done => language.ask_view_done(),
            Self::All => language.ask_view_all(),
        }
    }
}

/// What the list is asked for, and what it answers.
#[derive(Clone, Copy)]
struct List {
    view: RwSignal<String>,
    typed: RwSignal<String>,
    purpose: RwSignal<String>,
    state: RwSignal<String>,
    county: RwSignal<String>,
    all: Memo<Vec<RequestLine>>,
    mine: Memo<Vec<RequestLine>>,
    lines: Memo<Vec<RequestLine>>,
}

impl List {
    fn new(desk: Desk) -> Self {
        let me = me();
        let all = desk.memo(fund::requests);
        let mine = desk.memo(move |state| fund::waits_for(state, me));
        let (view, typed) = (use_asked("view"), use_searches().requests);
        let (purpose, state, county) = (use_asked("purpose"), use_asked("state"), use_asked("county"));
        let lines = Memo::new(move |_| {
            let view = View::of_key(&view.get());
            let (purpose, state) = (purpose.get().parse().ok(), state.get().parse().ok());
            let (purpose, state) = (purpose.and_then(Purpose::from_number), state.and_then(RequestState::from_number));
            let (county, typed) = (county.get().parse::<Id<_>>().ok(), typed.get());
            let fits = |line: &&RequestLine| {
                is_in(view, line)
                    && (purpose.is_none() || line.request.purpose == purpose)
                    && (state.is_none() || line.request.state == state)
                    && (county.is_none() || line.county == county)
                    && line.fits(&typed)
            };
            let all = if view == View::Mine { mine.get() } else { all.get() };
            all.iter().filter(fits).cloned().collect::<Vec<_>>()
        });
        Self { view, typed, purpose, state, county, all, mine, lines }
    }

    fn count(self, view: View) -> usize {
        match view {
            View::Mine => self.mine.read().len(),
            view => self.all.read().iter().filter(|line| is_in(view, line)).count(),
        }
    }

    fn is_mine(self, id: Id<domain::records::Request>) -> bool {
        self.mine.read().iter().any(|line| line.id == id)
    }

    fn is_filtered(self) -> bool {
        [self.typed, self.purpose, self.state, self.county].iter().any(|field| field.with(|text| !text.is_empty()))
    }

    fn clear(self) {
        [self.typed, self.purpose, self.state, self.county].iter().for_each(|field| field.set(String::new()));
    }

    fn at(self, at: usize) -> Option<RequestLine> {
        self.lines.with(|lines| lines.get(at).cloned())
    }
}

fn is_in(view: View, line: &RequestLine) -> bool {
    let is_done = matches!(line.request.state, Some(RequestState::Verified | RequestState::Refused));
    match view {
        View::Mine | View::All => true,
        View::Open => !is_done,
        View::Done => is_done,
    }
}

/// The page.
#[component]
pub(super) fn RequestsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let list = List::new(desk);
    let subtitle = Signal::derive(move || list.lines.with(|lines| summary(language, lines)));
    let new = move || {
        let href = Requests::New(Origin::Nothing).href();
        view! { <LinkButton label=language.ask_new() href kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.fund_title() subtitle actions=new/>
            <AreaTabs/>
            <Views list/>
            <Filters list/>
            <Table list/>
        </Page>
    }
}

/// How many, for how much, and how much of it is paid.
fn summary(language: Language, lines: &[RequestLine]) -> String {
    let sum = |is_it: &dyn Fn(&RequestLine) -> bool| {
        let fen = lines.iter().filter(|line| is_it(line)).map(|line| line.request.amount.0).sum();
        numbers::money(language, Fen(fen))
    };
    let is_paid = |line: &RequestLine| matches!(line.request.state, Some(RequestState::Paid | RequestState::Verified));
    language.ask_summary(&numbers::size(lines.len()), &sum(&|_| true), &sum(&is_paid))
}

#[component]
fn Views(list: List) -> impl IntoView {
    let language = use_language();
    let options = Signal::derive(move || {
        let choice = |view: View| {
            let label = language.ask_counted(view.word(language), &numbers::size(list.count(view)));
            Choice::new(view.key(), label)
        };
        View::ALL.map(choice).to_vec()
    });
    view! { <div class="filters"><ChoiceField label=language.ask_view() value=list.view options/></div> }
}

#[component]
fn Filters(list: List) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let purposes = Purpose::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one)));
    let purposes = Signal::stored(purposes.collect::<Vec<_>>());
    let states = RequestState::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one)));
    let states = Signal::stored(states.collect::<Vec<_>>());
    let clear = move || {
        let press = move || list.clear();
        let button = move || view! { <Button label=language.filters_clear() icon=Icon::Close kind=ButtonKind::Quiet on_press=press/> };
        list.is_filtered().then(button)
    };
    view! {
        <div class="filters" role="search">
            <TextField label=language.ask_search() value=list.typed kind=TextKind::Search placeholder=language.ask_search_example()/>
            <ChoiceField label=language.field(domain::records::RequestField::purpose) value=list.purpose options=purposes nothing=language.ask_all_purposes() menu=true/>
            <ChoiceField label=language.field(domain::records::RequestField::state) value=list.state options=states nothing=language.ask_all_states() menu=true/>
            <ChoiceField label=language.filter_county() value=list.county options=counties nothing=language.all_counties() menu=true/>
            {clear}
        </div>
    }
}

#[component]
fn Table(list: List) -> impl IntoView {
    use domain::records::RequestField;
    let (language, go) = (use_language(), use_go());
    let columns = vec![
        Column::new(language.ask_column_who(), "1.3fr", CardPlace::Title),
        Column::new(language.field(RequestField::purpose), "1.2fr", CardPlace::Detail),
        Column::new(language.field(RequestField::amount), "8rem", CardPlace::Detail).number(),
        Column::new(language.field(RequestField::drafted_on), "9rem", CardPlace::Detail),
        Column::new(language.ask_column_next(), "6rem", CardPlace::Detail),
        Column::new(language.field(RequestField::state), "7rem", CardPlace::End),
    ];
    let open = move |at: usize| {
        if let Some(line) = untrack(|| list.at(at)) {
            go(Requests::Request(line.id).into());
        }
    };
    let row = move |at: usize| list.at(at).map(|line| cells(language, list, line)).unwrap_or_default();
    let count = Signal::derive(move || list.lines.read().len());
    let empty = move || nothing(language, list);
    view! { <VirtualTable label=language.tab_requests() count columns row on_activate=Callback::new(move |(at,)| open(at)) empty/> }
}

fn cells(language: Language, list: List, line: RequestLine) -> Vec<AnyView> {
    let RequestLine { id, name, village, request, steps, .. } = line;
    let next = steps.first().map(|step| language.of(*step));
    let next = move || {
        let text = next?;
        let tone = if list.is_mine(id) { Tone::Info } else { Tone::Plain };
        Some(view! { <Tag text tone/> })
    };
    let day = request.drafted_on.map(|day| language.date(day)).unwrap_or_default();
    vec![
        dotted([name, village]).into_any(),
        what(language, &request).into_any(),
        view! { <span class="num">{numbers::money(language, request.amount)}</span> }.into_any(),
        view! { <span class="num">{day}</span> }.into_any(),
        next.into_any(),
        state_tag(request.state).into_any(),
    ]
}

fn nothing(language: Language, list: List) -> AnyView {
    let new = move || {
        let href = Requests::New(Origin::Nothing).href();
        view! { <LinkButton label=language.ask_new() href icon=Icon::Plus/> }
    };
    if list.all.read().is_empty() {
        return view! { <EmptyState title=language.ask_none() next=language.ask_none_next() icon=Icon::Fund action=new/> }
            .into_any();
    }
    if list.is_filtered() {
        let clear = move || view! { <Button label=language.filters_clear() on_press=move || list.clear()/> };
        let (title, next) = (language.ask_none_fit(), language.nothing_fits_next());
        return view! { <EmptyState title next icon=Icon::Search action=clear/> }.into_any();
    }
    let all = move || {
        let show = move || list.view.set(View::All.key().to_owned());
        view! { <Button label=language.ask_show_all() on_press=show/> }
    };
    let (title, next) = (language.ask_none_mine(), language.ask_none_mine_next());
    view! { <EmptyState title next icon=Icon::Check action=all/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn every_view_is_found_by_its_key() {
        for view in View::ALL {
            assert_eq!(View::of_key(view.key()), view);
        }
        assert_eq!(View::of_key("nonsense"), View::Mine);
    }
}
