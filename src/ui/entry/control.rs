//! Which control shows a field: decided by the field's type, and by a few lists of what the type cannot say.

use domain::records::{
    CaseField, CaseStepField, CooperativeField, CourseField, DemonstrationField, EmergencyField, GuidanceTeamField,
    HelperField, IncomeField, InstalmentField, InstructorField, MemberField, NeedField, NoticeField, OutreachField,
    PairingField, PlanField, PromiseField, RequestField, SessionField, SiteField, StopField, TourField, VisitField,
    VisitorField,
};
use domain::value::ChoiceList;
use domain::{Field, FieldRef, FieldSpec, Record, ValueType};
use leptos::prelude::*;

use super::{Entry, Raw, Typed};
use crate::context::use_language;
use crate::widget::field::{
    CheckField, Choice, ChoiceField, DateField, MultiChoice, NumberField, TextArea, TextField, TextKind,
};
use crate::widget::form::Wide;

/// The controls of an entry's fields.
pub(crate) trait Controls {
    /// The control of a field that may stay empty.
    fn field(self, field: impl Field) -> AnyView;
    /// The control of a field that must be filled.
    fn needed(self, field: impl Field) -> AnyView;
    /// The control of a field, with a hint.
    fn hinted(self, field: impl Field, hint: impl Into<String>) -> AnyView;
    /// The control of a field, with a hint that follows what is typed.
    fn told(self, field: impl Field, hint: Signal<Option<String>>) -> AnyView;
    /// The control of a field under another name than its own, where the name depends on what it is about.
    fn called(self, field: impl Field, label: &'static str) -> AnyView;
    /// A field that refers to one of few records: a choice among them.
    fn among(self, field: impl Field, options: Signal<Vec<Choice>>, required: bool) -> AnyView;
}

impl<T: Record + Send + Sync> Controls for Entry<T> {
    fn field(self, field: impl Field) -> AnyView {
        control(self.typed(), field.reference(), None, MaybeProp::default(), false)
    }

    fn needed(self, field: impl Field) -> AnyView {
        control(self.typed(), field.reference(), None, MaybeProp::default(), true)
    }

    fn hinted(self, field: impl Field, hint: impl Into<String>) -> AnyView {
        control(self.typed(), field.reference(), None, MaybeProp::from(hint.into()), false)
    }

    fn told(self, field: impl Field, hint: Signal<Option<String>>) -> AnyView {
        control(self.typed(), field.reference(), None, MaybeProp::from(hint), false)
    }

    fn called(self, field: impl Field, label: &'static str) -> AnyView {
        control(self.typed(), field.reference(), Some(label), MaybeProp::default(), false)
    }

    fn among(self, field: impl Field, options: Signal<Vec<Choice>>, required: bool) -> AnyView {
        let (label, error) = (use_language().field(field.reference()), self.error(field.reference()));
        let value = self.one(field);
        view! { <ChoiceField label value options error required/> }.into_any()
    }
}

fn control(
    typed: Typed,
    field: FieldRef,
    label: Option<&'static str>,
    hint: MaybeProp<String>,
    required: bool,
) -> AnyView {
    let label = label.map_or_else(|| use_language().field(field), str::to_owned);
    match typed.raw(field.number) {
        Some((spec, raw)) => drawn((spec, raw, field), label, hint, typed.error(field), required),
        None => ().into_any(),
    }
}

/// The control of a field, by its type.
pub(super) fn drawn(
    (spec, raw, field): (FieldSpec, Raw, FieldRef),
    label: String,
    hint: MaybeProp<String>,
    error: Signal<Option<String>>,
    required: bool,
) -> AnyView {
    match (raw, spec.value_type) {
        (Raw::Many(value), ValueType::Choices(list)) => {
            let options = choices(list);
            let max = if field == CaseField::other_causes.reference() { 2 } else { list.numbers.len() };
            view! { <Wide><MultiChoice label value options max hint error required/></Wide> }.into_any()
        }
        (Raw::One(value), ValueType::Choice(list)) => {
            let options = choices(list);
            let open = field == MemberField::student.reference();
            view! { <ChoiceField label value options hint error required open/> }.into_any()
        }
        (Raw::One(value), ValueType::Date) => view! { <DateField label value hint error required/> }.into_any(),
        (Raw::One(value), ValueType::Bool) => view! { <CheckField label value hint error/> }.into_any(),
        (Raw::One(value), ValueType::Money) => {
            view! { <NumberField label value decimal=true unit=use_language().yuan() hint error required/> }.into_any()
        }
        (Raw::One(value), ValueType::Int) if !super::is_time(spec) => {
            view! { <NumberField label value hint error required/> }.into_any()
        }
        (Raw::One(value), _) if is_long(field) => {
            view! { <Wide><TextArea label value hint error required/></Wide> }.into_any()
        }
        (Raw::One(value), _) => view! { <TextField label value kind=text_kind(field) hint error required/> }.into_any(),
        (Raw::Many(_), _) => ().into_any(),
    }
}

/// The choices of a list.
fn choices(list: ChoiceList) -> Signal<Vec<Choice>> {
    let language = use_language();
    let choices = list.numbers.iter().map(|number| Choice::new(number.to_string(), language.choice(list, *number)));
    Signal::stored(choices.collect())
}

/// Fields that hold a telephone number.
pub(super) fn is_phone(field: FieldRef) -> bool {
    let phones: [FieldRef; 9] = [
        GuidanceTeamField::phone.into(),
        CaseField::phone.into(),
        MemberField::phone.into(),
        SiteField::phone.into(),
        InstructorField::phone.into(),
        CooperativeField::phone.into(),
        HelperField::phone.into(),
        TourField::phone.into(),
        VisitorField::phone.into(),
    ];
    phones.contains(&field)
}

/// Fields that hold the number of a bank account.
pub(super) fn is_account(field: FieldRef) -> bool {
    field == CaseField::account_number.reference()
}

/// Fields that hold whole sentences.
fn is_long(field: FieldRef) -> bool {
    let long: &[FieldRef] = &[
        GuidanceTeamField::people.into(),
        GuidanceTeamField::note.into(),
        OutreachField::note.into(),
        VisitField::advice.into(),
        CaseField::situation.into(),
        NeedField::note.into(),
        NeedField::outcome.into(),
        VisitField::purpose.into(),
        VisitField::report.into(),
        VisitField::promise.into(),
        CourseField::content.into(),
        SessionField::note.into(),
        SiteField::note.into(),
        PlanField::note.into(),
        CooperativeField::terms.into(),
        DemonstrationField::merit.into(),
        MemberField::wish.into(),
        HelperField::note.into(),
        PairingField::reason.into(),
        PairingField::promised.into(),
        NoticeField::objections.into(),
        CaseStepField::reason.into(),
        EmergencyField::happened.into(),
        EmergencyField::relief.into(),
        EmergencyField::result.into(),
        IncomeField::note.into(),
        PromiseField::outcome.into(),
        RequestField::grounds.into(),
        RequestField::review.into(),
        RequestField::verification.into(),
        RequestField::answer.into(),
        InstalmentField::reason.into(),
        TourField::note.into(),
        StopField::story.into(),
        StopField::shows.into(),
        VisitorField::words.into(),
    ];
    long.contains(&field)
}

fn text_kind(field: FieldRef) -> TextKind {
    let codes: [FieldRef; 2] = [MemberField::id_number.into(), MemberField::disability_card.into()];
    if is_phone(field) {
        TextKind::Phone
    } else if is_account(field) || codes.contains(&field) {
        TextKind::Code
    } else {
        TextKind::Words
    }
}
