//! One field alone, away from its record's form: the same control and the same reading of what is typed.

use domain::identity::IdNumber;
use domain::records::{
    Cooperative, Course, Demonstration, Division, Helper, Instructor, Member, MemberField, Plan, Session, Site,
    Specialty, Staff,
};
use domain::{Fault, FieldRef, FieldSpec, Kind, Value, ValueType};
use leptos::prelude::*;
use locales::fault;
use replica::query::{divisions, prosperity, training};

use super::control::drawn;
use super::picks::{PersonPick, named_picks};
use super::{Raw, value_of, values_of};
use crate::context::use_language;
use crate::widget::field::{Choice, ChoiceField};

/// One field on its way to a value.
#[derive(Clone, Copy)]
pub(crate) struct LoneField {
    field: FieldRef,
    spec: FieldSpec,
    raw: Raw,
    fault: RwSignal<Option<Fault>>,
}

impl LoneField {
    /// The field beginning with a value; nothing for a field that no form shows.
    pub(crate) fn new(field: FieldRef, value: &Value) -> Option<Self> {
        let spec = *field.kind.fields().iter().find(|spec| spec.number == field.number)?;
        let is_shown = match spec.value_type {
            ValueType::Id(kind) => is_person(kind) || has_picks(kind),
            _ => true,
        };
        let field = Self { field, spec, raw: Raw::of(spec, value), fault: RwSignal::new(None) };
        is_shown.then_some(field)
    }

    /// Its control.
    pub(crate) fn control(self) -> AnyView {
        let language = use_language();
        let error = Signal::derive(move || self.fault.get().map(|found| fault::sentence(language, &found)));
        match (self.spec.value_type, self.raw) {
            (ValueType::Id(kind), Raw::One(value)) if is_person(kind) => {
                view! { <PersonPick label=language.field(self.field) value cases=kind == Kind::Case error/> }.into_any()
            }
            (ValueType::Id(kind), Raw::One(value)) => {
                let label = language.field(self.field);
                view! { <ChoiceField label value options=picks(kind) error menu=true/> }.into_any()
            }
            _ => {
                let label = language.field(self.field);
                drawn((self.spec, self.raw, self.field), label, MaybeProp::default(), error, false)
            }
        }
    }

    /// What is typed as a value; otherwise it is said what is wrong.
    pub(crate) fn read(self) -> Option<Value> {
        let read = match self.raw {
            Raw::One(raw) => typed_value(self.field, self.spec, &raw.get_untracked()),
            Raw::Many(raw) => Ok(values_of(&raw.get_untracked())),
        };
        self.fault.set(read.as_ref().err().cloned());
        read.ok()
    }
}

fn typed_value(field: FieldRef, spec: FieldSpec, typed: &str) -> Result<Value, Fault> {
    let is_number = field == MemberField::id_number.into();
    if is_number && !typed.trim().is_empty() {
        return IdNumber::parse(typed).map(|number| Value::Text(number.as_str().to_owned()));
    }
    value_of(field, spec, typed)
}

/// Persons and households are found by search: there are too many for a list.
fn is_person(kind: Kind) -> bool {
    matches!(kind, Kind::Case | Kind::Member)
}

fn has_picks(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Division
            | Kind::Site
            | Kind::Specialty
            | Kind::Category
            | Kind::Course
            | Kind::Instructor
            | Kind::Helper
            | Kind::Staff
            | Kind::Session
            | Kind::Plan
            | Kind::Cooperative
            | Kind::Demonstration
    )
}

/// The records of a kind by name.
fn picks(kind: Kind) -> Signal<Vec<Choice>> {
    match kind {
        Kind::Division => named_picks::<Division>(|state, division| {
            let within = divisions::name(state, division.parent);
            format!("{within}{}", division.name)
        }),
        Kind::Site => named_picks::<Site>(|_, site| site.name.clone()),
        Kind::Specialty => named_picks::<Specialty>(|_, specialty| specialty.name.clone()),
        Kind::Category => named_picks::<domain::records::Category>(|_, category| category.name.clone()),
        Kind::Course => named_picks::<Course>(|_, course| course.title.clone()),
        Kind::Instructor => named_picks::<Instructor>(|_, instructor| instructor.name.clone()),
        Kind::Helper => named_picks::<Helper>(|_, helper| helper.name.clone()),
        Kind::Staff => named_picks::<Staff>(|_, staff| staff.name.clone()),
        Kind::Session => named_picks::<Session>(training::session_name),
        Kind::Plan => named_picks::<Plan>(|_, plan| plan.name.clone()),
        Kind::Cooperative => named_picks::<Cooperative>(|_, cooperative| cooperative.name.clone()),
        Kind::Demonstration => named_picks::<Demonstration>(prosperity::demonstration_name),
        _ => named_picks::<Member>(|_, member| member.name.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Field;
    use domain::records::CaseField;

    fn check(field: impl Field, typed: &str, expected: Result<Value, Fault>) {
        let field = field.reference();
        let spec = field.kind.fields().iter().find(|spec| spec.number == field.number).expect("a field");
        assert_eq!(typed_value(field, *spec, typed), expected, "{typed}");
    }

    #[test]
    fn what_is_typed_is_read_as_in_a_form() {
        check(CaseField::phone, "138 0000 0000", Ok(Value::Text("13800000000".into())));
        check(CaseField::phone, "x", Err(Fault::NotAPhone));
        check(CaseField::phone, " ", Ok(Value::Empty));
        check(MemberField::id_number, "11010519491231002x", Ok(Value::Text("11010519491231002X".into())));
        check(MemberField::id_number, "110105194912310021", Err(Fault::IdCheck('X')));
        check(MemberField::id_number, "", Ok(Value::Empty));
    }

    #[test]
    fn the_mark_of_removal_is_in_no_form() {
        let removed = FieldRef { kind: Kind::Case, number: domain::schema::REMOVED };
        assert!(LoneField::new(removed, &Value::Empty).is_none());
    }
}
