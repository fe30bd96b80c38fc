//! The history of a record as a card: who did what and when, field by field, oldest below. Read from the log when shown.
//! It leads back, too: to the record as it was on a day.

use domain::schema::REMOVED;
use domain::{FieldRef, Intent, Kind, Uuid, Value};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::history::Edit;
use replica::{Event, ReplicaId, State, StorageError, Store};

use crate::author::author;
use crate::context::{storage_sentence, use_desk, use_language};
use crate::past::AsItWas;
use crate::values::{Reading, covered, reading};
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
    let read = RwSignal::new((Vec::<Event>::new(), None::<ReplicaId>));
    Effect::new(move |_| {
        desk.track(replica::state::KindSet::default().with(kind));
        let store = desk.store();
        spawn_local(async move {
            match events(&store, kind, id).await {
                Ok(found) => {
                    read.try_set(found);
                }
                Err(error) => notices.failed(storage_sentence(language, &error)),
            }
        });
    });
    let items = move || {
        let (mut events, own) = read.get();
        events.reverse();
        events.into_iter().map(|event| item(language, kind, own, event)).collect_view()
    };
    view! {
        <Card title=language.history()>
            <Pad><Timeline>{items}</Timeline><AsItWas/></Pad>
        </Card>
    }
}

/// The events of a record, and which replica is this tablet.
async fn events(store: &Store, kind: Kind, id: Uuid) -> Result<(Vec<Event>, Option<ReplicaId>), StorageError> {
    Ok((store.history(kind, id).await?, store.incarnation().await?))
}

fn item(language: Language, kind: Kind, own: Option<ReplicaId>, event: Event) -> impl IntoView {
    let (who, lines) = use_desk().ask(|state| {
        let lines: Vec<Line> = event.edits.iter().filter_map(|edit| line(language, state, kind, edit)).collect();
        (author(language, state, event.author, event.change.replica, own), lines)
    });
    let lines = lines.into_iter().map(|line| line.view()).collect_view();
    let title = intent_words(language, event.intent);
    view! {
        <TimelineItem when=language.moment(event.time.millis()) title>
            <p class="why">{who}</p>
            {lines}
        </TimelineItem>
    }
}

/// What was meant, in words.
pub(crate) fn intent_words(language: Language, intent: u16) -> &'static str {
    Intent::from_number(intent).map_or_else(|| language.unknown_intent(), |intent| language.of(intent))
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    /// The field's name; nothing where the whole record is meant.
    field: Option<String>,
    reading: Reading,
}

impl Line {
    fn view(self) -> impl IntoView {
        let language = use_language();
        let Reading { text, cover } = self.reading;
        let field = self.field.unwrap_or_default();
        match cover {
            Some(cover) => {
                let spoken = field.clone();
                view! { <p>{language.history_field(&field)} {covered(cover, text, spoken)}</p> }.into_any()
            }
            None if field.is_empty() => view! { <p>{text}</p> }.into_any(),
            None => view! { <p>{language.history_set(&field, &text)}</p> }.into_any(),
        }
    }
}

fn line(language: Language, state: &State, kind: Kind, edit: &Edit) -> Option<Line> {
    if edit.number == REMOVED {
        let is_removed = edit.after != Value::Empty;
        let text = if is_removed { language.history_removed() } else { language.history_restored() };
        return Some(Line { field: None, reading: Reading { text: text.to_owned(), cover: None } });
    }
    let field = FieldRef { kind, number: edit.number };
    kind.fields().iter().find(|spec| spec.number == edit.number)?;
    let after = reading(language, state, field, &edit.after);
    let reading = match edit.before {
        Value::Empty => after,
        _ => turned(reading(language, state, field, &edit.before), after),
    };
    Some(Line { field: Some(language.field(field)), reading })
}

/// One value that became another; covered if either is.
fn turned(before: Reading, after: Reading) -> Reading {
    let arrow = |before: &str, after: &str| format!("{before} → {after}");
    let is_covered = before.cover.is_some() || after.cover.is_some();
    let shown = |reading: &Reading| reading.cover.clone().unwrap_or_else(|| reading.text.clone());
    Reading {
        text: arrow(&before.text, &after.text),
        cover: is_covered.then(|| arrow(&shown(&before), &shown(&after))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Field;
    use domain::records::{CaseField, MemberField};

    fn check(field: impl Field, before: Value, after: Value, text: &str, cover: Option<&str>) {
        let FieldRef { kind, number } = field.reference();
        let line = line(Language::En, &State::default(), kind, &Edit { number, before, after }).expect("a line");
        assert_eq!((line.reading.text.as_str(), line.reading.cover.as_deref()), (text, cover));
    }

    #[test]
    fn a_field_says_what_it_was_and_became() {
        let text = |text: &str| Value::Text(text.to_owned());
        check(CaseField::phone, Value::Empty, text("0434"), "0434", None);
        check(CaseField::phone, text("0434"), text("0435"), "0434 → 0435", None);
        check(CaseField::phone, text("0434"), Value::Empty, "0434 → (empty)", None);
        let number = text("11010519491231002X");
        let said = "11010519491231002X → (empty)";
        check(MemberField::id_number, number, Value::Empty, said, Some("110105••••••••002X → (empty)"));
    }

    #[test]
    fn a_step_of_a_newer_version_is_said_to_be_one() {
        assert_eq!(intent_words(Language::En, Intent::SaveNeed.number()), "Saved a need");
        assert_eq!(intent_words(Language::En, u16::MAX), "A step of a newer version");
    }
}
