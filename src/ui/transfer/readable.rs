//! The readable way out: every kind of record as a table, in one zip that opens without this app. It is not locked, and
//! the page says so before anything is made.

use std::borrow::Cow;

use domain::value::ChoiceList;
use domain::{FieldRef, Kind, Uuid, ValueType};
use exchange::{Described, PorterError, Table, Words, ZipError, readable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::State;

use super::words::porter_sentence;
use super::work::Work;
use crate::context::{Desk, Tablet, use_desk, use_language, use_tablet};
use crate::widget::button::Button;
use crate::widget::dialog::ConfirmDialog;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad};
use crate::widget::meter::Progress;
use crate::widget::notice::use_notices;
use crate::widget::page::Stack;

/// Tables that open in any spreadsheet.
#[component]
pub(super) fn ReadableOut() -> impl IntoView {
    let (desk, tablet, language, notices) = (use_desk(), use_tablet(), use_language(), use_notices());
    let (asks, share, work) = (RwSignal::new(false), RwSignal::new(None::<f64>), Work::new());
    let make = move || {
        share.set(Some(0.0));
        spawn_local(async move {
            let Some(made) = work.done(archive(desk, tablet, language, share)).await else { return };
            share.set(None);
            let name = format!("bangfu-{}.zip", language.stamp(tablet.world().now()));
            match made {
                Ok(bytes) if tablet.device().download(&name, "application/zip", &bytes) => {
                    notices.done(language.readable_done(), None);
                }
                Ok(_) => notices.failed(language.download_refused()),
                Err(failed) => {
                    notices.failed(porter_sentence(language, failed, |language, _| language.readable_failed()))
                }
            }
        });
    };
    let cancel = move || {
        work.stop();
        share.set(None);
    };
    let body = move || {
        match share.get().is_some() {
        true => view! {
            <Progress label=language.readable_making() share cancel=language.cancel() on_cancel=cancel/>
        }
        .into_any(),
        false => view! {
            <div class="button-row"><Button label=language.readable_make() icon=Icon::Download on_press=move || asks.set(true)/></div>
        }
        .into_any(),
    }
    };
    view! {
        <Card title=language.readable()>
            <Pad><Stack><p>{language.readable_text()}</p>{body}</Stack></Pad>
        </Card>
        <ConfirmDialog open=asks title=language.readable_ask() text=language.readable_ask_text() confirm=language.readable_make()
            cancel=language.cancel() on_confirm=make/>
    }
}

/// All tables in a zip. Each is made when the one before is in it.
async fn archive(
    desk: Desk,
    tablet: Tablet,
    language: Language,
    share: RwSignal<Option<f64>>,
) -> Result<Vec<u8>, PorterError<ZipError>> {
    let store = desk.store();
    let mut tables = Kind::ALL.iter().enumerate().filter_map(|(number, kind)| {
        share.try_set(Some(number as f64 / Kind::ALL.len() as f64));
        table(&store.state(), *kind, language)
    });
    tablet.porter().archive(language.readable_readme(), &mut tables).await
}

/// The records of a kind, if there are any.
fn table(state: &State, kind: Kind, language: Language) -> Option<Table> {
    let records = state.described(kind);
    if records.is_empty() {
        return None;
    }
    let records = records.into_iter().map(|(id, removed, values)| Described { id, removed, values });
    Some(readable::table(kind, records, &InLanguage { language, state }))
}

/// The words of the screen's language.
struct InLanguage<'a> {
    language: Language,
    state: &'a State,
}

impl Words for InLanguage<'_> {
    fn kind(&self, kind: Kind) -> Cow<'_, str> {
        self.language.of(kind).into()
    }

    fn field(&self, field: FieldRef) -> Cow<'_, str> {
        let word = self.language.field(field);
        let spec = field.kind.fields().iter().find(|spec| spec.number == field.number);
        match spec.map(|spec| spec.value_type) {
            Some(ValueType::Money) => self.language.in_yuan(&word).into(),
            _ => word.into(),
        }
    }

    fn id(&self) -> Cow<'_, str> {
        self.language.record_id().into()
    }

    fn choice(&self, list: ChoiceList, number: u16) -> Cow<'_, str> {
        self.language.choice(list, number).into()
    }

    fn yes_or_no(&self, value: bool) -> Cow<'_, str> {
        if value { self.language.yes() } else { self.language.no() }.into()
    }

    fn name(&self, kind: Kind, id: Uuid) -> Option<Cow<'_, str>> {
        Some(self.state.title(kind, id)).filter(|title| !title.is_empty()).map(Cow::Owned)
    }

    fn number(&self, field: FieldRef, value: i64) -> Option<Cow<'_, str>> {
        let spec = field.kind.fields().iter().find(|spec| spec.number == field.number)?;
        if matches!(spec.name, "latitude" | "longitude") {
            return Some(locales::numbers::degrees(value).into());
        }
        let minutes = u32::try_from(value).ok().filter(|_| spec.name == "begins_at")?;
        Some(self.language.time(minutes).into())
    }
}
