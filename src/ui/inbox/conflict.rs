//! A field that was written differently in two places: the values side by side, whose and when; one press chooses one, or
//! a new one is typed. The others stay in the history.

use domain::{FieldRef, Uuid, Value};
use leptos::prelude::*;
use replica::command::SettleConflict;

use super::waiting::{Dispute, Version as Written};
use crate::context::{Desk, use_desk, use_language};
use crate::entry::LoneField;
use crate::values::said;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::icon::Icon;
use crate::widget::list::{Tag, Tone};
use crate::widget::task::{Task, Version, Versions};

/// A field with its values and the ways to settle it.
#[component]
pub(super) fn ConflictTask(dispute: Dispute) -> impl IntoView {
    let language = use_language();
    let field = language.field(dispute.field);
    let Dispute { field: of, id, record, versions } = dispute;
    let label = Label { record: record.title.clone(), field: field.clone() };
    let begin = versions.first().filter(|first| first.reading.cover.is_none()).map(|first| first.value.clone());
    let versions = versions.into_iter().enumerate();
    let versions = versions.map(|(place, version)| written(of, id, label.clone(), version, place == 0)).collect_view();
    let title = format!("{} · {field}", record.title);
    let begin = begin.unwrap_or_default();
    let retype = move || view! { <Retype of id label=label.clone() begin=begin.clone()/> };
    view! {
        <Task title href=record.route.map(|route| route.href()) aside=retype>
            <Versions>{versions}</Versions>
        </Task>
    }
}

/// Which field of which record, in words.
#[derive(Clone)]
struct Label {
    record: String,
    field: String,
}

fn written(of: FieldRef, id: Uuid, label: Label, version: Written, is_shown: bool) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let Written { value, reading, who, when } = version;
    let spoken = language.conflict_pick_spoken(&label.record, &label.field, &who);
    let pick = move || {
        let (value, spoken) = (value.clone(), spoken.clone());
        view! { <Button label=language.conflict_pick() spoken icon=Icon::Check on_press=move || settle(desk, of, id, value.clone())/> }
    };
    let tags = move || is_shown.then(|| view! { <Tag text=language.conflict_shown_now() tone=Tone::Info/> });
    let whose = format!("{who} · {when}");
    view! { <Version whose tags action=pick>{said(reading, format!("{} {}", label.record, label.field))}</Version> }
}

fn settle(desk: Desk, of: FieldRef, id: Uuid, value: Value) {
    desk.act(SettleConflict { kind: of.kind, id, number: of.number, value });
}

/// Types a value that is none of those; what is private begins empty.
#[component]
fn Retype(of: FieldRef, id: Uuid, label: Label, begin: Value) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let open = RwSignal::new(false);
    let title = language.conflict_retype_of(&label.record, &label.field);
    let spoken = title.clone();
    LoneField::new(of, &begin).map(|field| {
        let save = move || {
            if let Some(value) = field.read() {
                open.set(false);
                settle(desk, of, id, value);
            }
        };
        view! {
            <Button label=language.conflict_retype() spoken kind=ButtonKind::Quiet icon=Icon::Edit on_press=move || open.set(true)/>
            <Dialog open title close_label=language.close()>
                {field.control()}
                <DialogActions>
                    <Button label=language.cancel() on_press=move || open.set(false)/>
                    <Button label=language.save() kind=ButtonKind::Primary on_press=save/>
                </DialogActions>
            </Dialog>
        }
    })
}
