//! The history of a record as a card: who did what and when, field by field, oldest below. Read from the log when shown.

use domain::schema::REMOVED;
use domain::{FieldRef, FieldSpec, Intent, Kind, Uuid, Value, ValueType};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::history::Edit;
use replica::{Event, State};

use crate::context::{storage_sentence, use_desk, use_language};
use crate::widget::list::{Card, Pad, Timeline, TimelineItem};
use crate::widget::notice::use_notices;

/// The history of one record.
#[component]
pub(crate) fn HistoryCard(
    /// The record's kind.
    kind: Kind,
    /// The record.
    id: Uuid,
) -> impl IntoView {
    let (desk, language, notices) = (use_desk(), use_language(), use_notices());
    let events = RwSignal::new(Vec::<Event>::new());
    Effect::new(move |_| {
        desk.track(replica::state::KindSet::default().with(kind));
        spawn_local(async move {
            match desk.history(kind, id).await {
                Ok(found) => {
                    events.try_set(found);
                }
                Err(error) => notices.failed(storage_sentence(language, &error)),
            }
        });
    });
    let items = move || {
        let mut events = events.get();
        events.reverse();
        events.into_iter().map(|event| item(language, kind, event)).collect_view()
    };
    view! { <Card title=language.history()><Pad><Timeline>{items}</Timeline></Pad></Card> }
}

fn item(language: Language, kind: Kind, event: Event) -> impl IntoView {
    let desk = use_desk();
    let title =
        Intent::from_number(event.intent).map_or_else(|| language.unknown_field(), |intent| language.of(intent));
    let lines =
        desk.ask(|state| event.edits.iter().filter_map(|edit| line(language, state, kind, edit)).collect::<Vec<_>>());
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    view! { <TimelineItem when=language.moment(event.time.millis()) title>{lines}</TimelineItem> }
}

fn line(language: Language, state: &State, kind: Kind, edit: &Edit) -> Option<String> {
    if edit.number == REMOVED {
        let is_removed = edit.after != Value::Empty;
        return Some(if is_removed { language.history_removed() } else { language.history_restored() }.to_owned());
    }
    let spec = kind.fields().iter().find(|spec| spec.number == edit.number)?;
    let field = language.field(FieldRef { kind, number: edit.number });
    let said = |value: &Value| shown(language, state, spec, value);
    let (before, after) = (said(&edit.before), said(&edit.after));
    Some(match edit.before {
        Value::Empty => language.history_set(&field, &after),
        _ => language.history_changed(&field, &before, &after),
    })
}

/// A value as people read it.
fn shown(language: Language, state: &State, spec: &FieldSpec, value: &Value) -> String {
    match (value, spec.value_type) {
        (Value::Empty, _) => language.empty_value().to_owned(),
        (Value::Text(text), _) if spec.name == "id_number" => domain::identity::masked(text),
        (Value::Text(text), _) => text.clone(),
        (Value::Bool(yes), _) => if *yes { language.yes() } else { language.no() }.to_owned(),
        (Value::Int(number), ValueType::Choice(list)) => choice(language, list, *number),
        (Value::Int(fen), ValueType::Money) => numbers::money(language, domain::value::Fen(*fen)),
        (Value::Int(year), _) if spec.name == "year" => year.to_string(),
        (Value::Int(minutes), _) if spec.name == "begins_at" => language.time(u32::try_from(*minutes).unwrap_or(0)),
        (Value::Int(number), _) => numbers::count(*number),
        (Value::Date(day), _) => domain::Date::from_julian_day(*day).map(|day| language.date(day)).unwrap_or_default(),
        (Value::Id(id), ValueType::Id(of)) => state.title(of, *id),
        (Value::List(values), ValueType::Choices(list)) => {
            let words = values
                .iter()
                .filter_map(|value| if let Value::Int(n) = value { Some(choice(language, list, *n)) } else { None });
            words.collect::<Vec<_>>().join(" · ")
        }
        _ => String::new(),
    }
}

fn choice(language: Language, list: domain::value::ChoiceList, number: i64) -> String {
    u16::try_from(number).map(|number| language.choice(list, number)).unwrap_or_default().to_owned()
}
