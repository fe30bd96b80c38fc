//! Emergencies as rows: on the page of the day, in a case file, and in their own list. What may speak of an illness is
//! read on the emergency's own page alone.

use domain::records::{Case, Trigger};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::emergencies::{self, EmergencyLine};

use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Tone};

/// How many the page of the day shows.
const MOST: usize = 8;

/// The open emergencies, the nearest deadline first; nothing while there is none.
#[component]
pub(crate) fn OpenEmergencies() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let open = desk.memo(emergencies::open);
    let count = Signal::derive(move || Some(language.items(&numbers::size(open.read().len()))));
    let rows = move || {
        let open = open.get();
        let more = open.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        let rows = open.into_iter().take(MOST).map(|line| row(language, today, line)).collect_view();
        view! { <Rows>{rows}</Rows>{more} }
    };
    let all = move || view! { <LinkButton label=language.all() spoken=language.all_emergencies() href=Casework::Emergencies.href() kind=ButtonKind::Quiet/> };
    view! {
        <Show when=move || !open.read().is_empty()>
            <Card title=language.tab_emergencies() count action=all>{rows}</Card>
        </Show>
    }
}

/// The emergencies of a case; nothing while it had none.
#[component]
pub(in crate::cases) fn EmergenciesCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| emergencies::of_case(state, id));
    // The household is known here: the day says which one it is.
    let own = move |mut line: EmergencyLine| {
        line.name = line.reported_on.map(|day| language.date(day)).unwrap_or_default();
        line.village = String::new();
        row(language, today, line)
    };
    let rows = move || lines.get().into_iter().map(own).collect_view();
    let report = move || {
        view! { <LinkButton label=language.report_emergency() href=Casework::EmergencyNew(Some(id)).href() kind=ButtonKind::Quiet icon=Icon::Warning/> }
    };
    view! {
        <Show when=move || !lines.read().is_empty()>
            <Card title=language.tab_emergencies() action=report><Rows>{rows}</Rows></Card>
        </Show>
    }
}

/// One emergency.
pub(super) fn row(language: Language, today: Date, line: EmergencyLine) -> impl IntoView {
    let (text, tone) = countdown(language, today, &line);
    let title = [line.name, line.village].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let happened = if line.trigger == Some(Trigger::Illness) { String::new() } else { line.happened };
    let followed = if line.followed > 0 { language.followed_times(line.followed) } else { String::new() };
    let parts = [language.maybe(line.trigger).to_owned(), happened, followed];
    let why = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let tags = move || view! { <Tag text=text.clone() tone/> };
    view! { <Row title href=Casework::Emergency(line.id).href() tags why/> }
}

/// How long relief may still take.
pub(super) fn countdown(language: Language, today: Date, line: &EmergencyLine) -> (String, Tone) {
    if let Some(day) = line.closed_on {
        return (language.closed_on(&language.date(day)), Tone::Plain);
    }
    match line.due_on.map(|due| (due - today).whole_days()) {
        None => (language.emergency_open().to_owned(), Tone::Warn),
        Some(0) => (language.due_today().to_owned(), Tone::Bad),
        Some(days) if days > 0 => (language.days_left(days), Tone::Warn),
        Some(days) => (language.days_late(-days), Tone::Bad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_counts_down_until_it_is_closed() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).expect("a day");
        let line = |due_on, closed_on| EmergencyLine {
            id: Id::new(domain::Uuid::from_u128(1)),
            case: Id::new(domain::Uuid::from_u128(2)),
            name: String::new(),
            village: String::new(),
            trigger: None,
            happened: String::new(),
            reported_on: None,
            due_on,
            closed_on,
            followed: 0,
        };
        let language = Language::En;
        let check = |due: Option<u16>, closed: Option<u16>, text: &str, tone| {
            let said = countdown(language, day(100), &line(due.map(day), closed.map(day)));
            assert_eq!((said.0.as_str(), said.1), (text, tone), "{due:?} {closed:?}");
        };
        check(Some(103), None, &language.days_left(3), Tone::Warn);
        check(Some(100), None, language.due_today(), Tone::Bad);
        check(Some(98), None, &language.days_late(2), Tone::Bad);
        check(None, None, language.emergency_open(), Tone::Warn);
        check(Some(98), Some(99), &language.closed_on(&language.date(day(99))), Tone::Plain);
    }
}
