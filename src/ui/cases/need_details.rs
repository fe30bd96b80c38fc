//! What else is to be known of a need, as its kind asks: for whom, which school, hospital or employer, from when, for what
//! pay. Only the fields of the kind that is chosen are there.

use domain::records::{Case, Need, NeedField, NeedKind};
use domain::{Choice as _, Id};
use leptos::prelude::*;
use locales::Language;
use replica::query::cases;
use replica::query::due::NeedDay;

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::widget::field::Choice;

/// The fields of the kind that is chosen.
#[component]
pub(super) fn NeedDetails(
    /// The need as typed.
    entry: Entry<Need>,
    /// The household; nothing while it is being registered, when its members are not there yet.
    case: Option<Id<Case>>,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let members = desk.memo(move |state| {
        let all = case.map(|case| cases::members(state, case)).unwrap_or_default();
        all.into_iter().map(|(id, member)| Choice::new(id.to_string(), member.name)).collect::<Vec<_>>()
    });
    let raw = entry.one(NeedField::kind);
    let kind = Memo::new(move |_| raw.get().parse().ok().and_then(NeedKind::from_number));
    move || {
        let kind = kind.get()?;
        let drawn = kind.details().iter().map(|field| match field {
            NeedField::member if case.is_none() => ().into_any(),
            NeedField::member => entry.among(NeedField::member, members.into(), false),
            field => entry.called(*field, called(language, kind, *field)),
        });
        Some(drawn.collect_view())
    }
}

/// What a field is called for needs of a kind.
pub(super) fn called(language: Language, kind: NeedKind, field: NeedField) -> &'static str {
    match (field, kind) {
        (NeedField::place, NeedKind::Schooling) => language.need_school(),
        (NeedField::place, NeedKind::Medical) => language.need_hospital(),
        (NeedField::place, _) => language.need_employer(),
        (NeedField::begins_on, NeedKind::Schooling) => language.need_term(),
        (NeedField::begins_on, NeedKind::Medical) => language.need_stay(),
        (NeedField::begins_on, _) => language.need_work_begins(),
        _ => language.need_pay(),
    }
}

/// What a day of a need means, in its kind's own words.
pub(crate) fn need_day(language: Language, need: &Need, day: NeedDay) -> &'static str {
    match (day, need.kind) {
        (NeedDay::Begins, Some(kind)) => called(language, kind, NeedField::begins_on),
        _ => language.need_deadline(),
    }
}
