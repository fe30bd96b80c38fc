//! The directory of helpers: organisations and cadres, where they work, what they are good at, and how much room they have.

use domain::{Choice as _, pinyin, records::HelperKind};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::pairing::{self, HelperLine};

use super::reasons::load;
use crate::cases::casework::AreaTabs;
use crate::context::{use_asked, use_desk, use_language};
use crate::route::{Casework, use_go};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Tag, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};
use crate::widget::table::{CardPlace, Column, VirtualTable};

/// What the list is asked for, as fields hold it.
#[derive(Clone, Copy)]
struct Asked {
    typed: RwSignal<String>,
    kind: RwSignal<String>,
    room: RwSignal<String>,
}

impl Asked {
    fn fits(self, line: &HelperLine) -> bool {
        let kind = self.kind.get().parse().ok().and_then(HelperKind::from_number);
        let has_room = self.room.get().is_empty() || line.room() > 0;
        kind.is_none_or(|kind| line.kind == Some(kind)) && has_room && is_named(line, &self.typed.get())
    }
}

/// Whether a name, an organisation or a place fits what was typed.
pub(super) fn is_named(line: &HelperLine, typed: &str) -> bool {
    let typed = typed.trim();
    let names = [&line.name, &line.organisation, &line.division];
    typed.is_empty() || names.iter().any(|name| pinyin::matches(name, typed))
}

/// The list of helpers.
#[component]
pub(in crate::cases) fn HelpersPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let all = desk.memo(pairing::helpers);
    let asked = Asked { typed: RwSignal::new(String::new()), kind: use_asked("kind"), room: use_asked("room") };
    let shown = Memo::new(move |_| all.read().iter().filter(|line| asked.fits(line)).cloned().collect::<Vec<_>>());
    let subtitle = Signal::derive(move || Some(summary(language, &all.read())));
    let actions = move || {
        view! { <LinkButton label=language.add_helper() href=Casework::HelperForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    view! {
        <Page kind=PageKind::Fill>
            <PageHeader title=language.nav_cases() subtitle actions/>
            <AreaTabs/>
            <Filters asked/>
            <HelperTable shown/>
        </Page>
    }
}

fn summary(language: Language, all: &[HelperLine]) -> String {
    let paired: usize = all.iter().map(|line| line.paired).sum();
    let room: usize = all.iter().map(HelperLine::room).sum();
    language.helpers_summary(&numbers::size(all.len()), &numbers::size(paired), &numbers::size(room))
}

#[component]
fn Filters(asked: Asked) -> impl IntoView {
    let language = use_language();
    let kinds = HelperKind::ALL.iter().map(|kind| Choice::new(kind.number().to_string(), language.of(*kind)));
    let kinds = Signal::stored(kinds.collect::<Vec<_>>());
    let Asked { typed, kind, room } = asked;
    let pressed = Signal::derive(move || Some(!room.get().is_empty()));
    let press = move || room.update(|room| *room = if room.is_empty() { "1".to_owned() } else { String::new() });
    view! {
        <div class="filters" role="search">
            <TextField label=language.find_helper() value=typed kind=TextKind::Search placeholder=language.find_helper_example()/>
            <ChoiceField label=language.filter_helper_kind() value=kind options=kinds nothing=language.all_helper_kinds() menu=true/>
            <Button label=language.helpers_with_room_only() pressed on_press=press/>
        </div>
    }
}

#[component]
fn HelperTable(shown: Memo<Vec<HelperLine>>) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let columns = vec![
        Column::new(language.column_name(), "1.2fr", CardPlace::Title),
        Column::new(language.filter_helper_kind(), "6rem", CardPlace::Detail),
        Column::new(language.column_works_at(), "1.4fr", CardPlace::Detail),
        Column::new(language.column_skills(), "1.4fr", CardPlace::Detail),
        Column::new(language.column_load(), "7rem", CardPlace::End),
    ];
    let at = move |place: usize| shown.read().get(place).cloned();
    let row = move |place: usize| at(place).map(|line| cells(language, line)).unwrap_or_default();
    let open = move |place: usize| {
        if let Some(line) = untrack(|| at(place)) {
            go(Casework::Helper(line.id).into());
        }
    };
    let empty = move || {
        let add = move || view! { <LinkButton label=language.add_helper() href=Casework::HelperForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> };
        view! { <EmptyState title=language.helpers_none() next=language.helpers_none_next() icon=Icon::People action=add/> }
    };
    view! {
        <VirtualTable label=language.tab_helper_list() count=Signal::derive(move || shown.read().len()) columns
            row=Callback::from(row) on_activate=Callback::from(open) empty/>
    }
}

fn cells(language: Language, line: HelperLine) -> Vec<AnyView> {
    let skills: Vec<&str> = line.skills.iter().map(|skill| language.of(*skill)).collect();
    let whereabouts = [line.division.clone(), line.organisation.clone()];
    let whereabouts = whereabouts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    vec![
        line.name.clone().into_any(),
        language.maybe(line.kind).into_any(),
        whereabouts.into_any(),
        skills.join(" · ").into_any(),
        load_tag(language, &line).into_any(),
    ]
}

/// How full a helper is.
pub(super) fn load_tag(language: Language, line: &HelperLine) -> impl IntoView + use<> {
    let (text, tone) = match line.room() {
        _ if line.has_left => (language.helper_has_left().to_owned(), Tone::Plain),
        0 if line.paired > line.most => (load(language, line.paired, line.most), Tone::Bad),
        0 => (load(language, line.paired, line.most), Tone::Warn),
        _ => (load(language, line.paired, line.most), Tone::Good),
    };
    view! { <Tag text tone/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(paired: usize, most: usize) -> HelperLine {
        HelperLine {
            id: domain::Id::new(domain::Uuid::from_u128(1)),
            kind: None,
            name: "王站长".into(),
            organisation: "农业站".into(),
            division: "十家堡镇".into(),
            skills: vec![],
            paired,
            most,
            has_left: false,
        }
    }

    #[test]
    fn a_helper_is_found_by_name_place_and_organisation() {
        let check = |typed: &str, expected| assert_eq!(is_named(&line(0, 1), typed), expected, "{typed}");
        check("", true);
        check(" wzz ", true);
        check("农业", true);
        check("sjb", true);
        check("陈", false);
    }

    #[test]
    fn the_summary_counts_pairings_and_room() {
        let said = summary(Language::En, &[line(2, 3), line(4, 3)]);
        assert_eq!(said, Language::En.helpers_summary("2", "6", "1"), "one that has too many has no room");
    }
}
