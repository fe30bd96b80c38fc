//! Values as people read them away from their own page: in a history, or one beside another. What is private is covered
//! until it is asked for, here as everywhere: an identity number, an illness, and words that speak of one.

use domain::identity::masked;
use domain::records::{
    CaseField, Cause, EmergencyField, MemberField, Need, NeedField, NeedKind, PhotoField, RequestField,
};
use domain::value::ChoiceList;
use domain::{FieldRef, FieldSpec, Value, ValueType};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;

use crate::context::use_language;
use crate::widget::list::Covered;

/// Texts one after the other, with dots between; what is empty is left out.
pub(crate) fn dotted(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What stands for something private.
pub(crate) const COVER: &str = "••••";

/// A value as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The value.
    pub(crate) text: String,
    /// What stands for it until it is asked for; nothing where it may be seen by anyone.
    pub(crate) cover: Option<String>,
}

/// A field's value as it is read.
pub(crate) fn reading(language: Language, state: &State, field: FieldRef, value: &Value) -> Reading {
    let spec = field.kind.fields().iter().find(|spec| spec.number == field.number);
    let text = spec.map(|spec| text(language, state, spec, value)).unwrap_or_default();
    let is_covered = is_private(field) && *value != Value::Empty;
    let cover = is_covered.then(|| if is_number(field) { masked(&text) } else { COVER.to_owned() });
    Reading { text, cover }
}

/// Fields that are covered wherever they are shown.
fn is_private(field: FieldRef) -> bool {
    let private: [FieldRef; 12] = [
        MemberField::id_number.into(),
        MemberField::health.into(),
        NeedField::note.into(),
        NeedField::outcome.into(),
        CaseField::situation.into(),
        EmergencyField::happened.into(),
        EmergencyField::result.into(),
        NeedField::place.into(),
        MemberField::disability_card.into(),
        CaseField::account_number.into(),
        RequestField::grounds.into(),
        PhotoField::caption.into(),
    ];
    private.contains(&field)
}

/// Numbers of which the middle is hidden: the rest tells one from another.
fn is_number(field: FieldRef) -> bool {
    let numbers: [FieldRef; 3] =
        [MemberField::id_number.into(), MemberField::disability_card.into(), CaseField::account_number.into()];
    numbers.contains(&field)
}

/// Whether the words of a need may speak of an illness.
pub(crate) fn is_about_illness(need: &Need) -> bool {
    need.kind == Some(NeedKind::Medical)
}

/// Whether a household is poor because somebody in it is ill.
pub(crate) fn is_from_illness(causes: impl IntoIterator<Item = Cause>) -> bool {
    causes.into_iter().any(|cause| matches!(cause, Cause::Illness | Cause::Disability))
}

/// A reading as it is shown; `spoken` tells a screen reader which fact of whom is covered.
pub(crate) fn said(reading: Reading, spoken: String) -> AnyView {
    match reading.cover {
        Some(cover) => covered(cover, reading.text, spoken),
        None => view! { <span>{reading.text}</span> }.into_any(),
    }
}

/// Something private under its cover.
pub(crate) fn covered(cover: String, text: String, spoken: String) -> AnyView {
    let language = use_language();
    view! { <Covered cover text labels=[language.show(), language.hide()] spoken/> }.into_any()
}

fn text(language: Language, state: &State, spec: &FieldSpec, value: &Value) -> String {
    match (value, spec.value_type) {
        (Value::Empty, _) => language.empty_value().to_owned(),
        (Value::Text(text), _) => text.clone(),
        (Value::Bool(yes), _) => if *yes { language.yes() } else { language.no() }.to_owned(),
        (Value::Int(number), ValueType::Choice(list)) => choice(language, list, *number),
        (Value::Int(fen), ValueType::Money) => numbers::money(language, domain::value::Fen(*fen)),
        (Value::Int(year), _) if spec.name == "year" => year.to_string(),
        (Value::Int(minutes), _) if spec.name == "begins_at" => language.time(u32::try_from(*minutes).unwrap_or(0)),
        (Value::Int(angle), _) if matches!(spec.name, "latitude" | "longitude") => numbers::degrees(*angle),
        (Value::Int(number), _) => numbers::count(*number),
        (Value::Date(day), _) => domain::Date::from_julian_day(*day).map(|day| language.date(day)).unwrap_or_default(),
        (Value::Id(id), ValueType::Id(of)) => state.title_ever(of, *id),
        (Value::List(values), ValueType::Choices(list)) => {
            let words = values
                .iter()
                .filter_map(|value| if let Value::Int(n) = value { Some(choice(language, list, *n)) } else { None });
            words.collect::<Vec<_>>().join(" · ")
        }
        _ => String::new(),
    }
}

fn choice(language: Language, list: ChoiceList, number: i64) -> String {
    u16::try_from(number).map(|number| language.choice(list, number)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::Health;
    use domain::{Choice as _, Field};

    fn check(field: impl Field, value: Value, text: &str, cover: Option<&str>) {
        let reading = reading(Language::En, &State::default(), field.reference(), &value);
        assert_eq!((reading.text.as_str(), reading.cover.as_deref()), (text, cover));
    }

    #[test]
    fn what_is_private_is_covered_and_nothing_else_is() {
        let number = Value::Text("11010519491231002X".into());
        check(MemberField::id_number, number, "11010519491231002X", Some("110105••••••••002X"));
        check(MemberField::id_number, Value::Empty, "(empty)", None);
        check(MemberField::health, Value::Int(Health::Grave.number().into()), "Gravely ill", Some(COVER));
        check(NeedField::note, Value::Text("an operation".into()), "an operation", Some(COVER));
        check(CaseField::situation, Value::Text("she is ill".into()), "she is ill", Some(COVER));
        check(CaseField::phone, Value::Text("0434".into()), "0434", None);
        check(NeedField::kind, Value::Int(NeedKind::Medical.number().into()), "Medical care", None);
    }

    #[test]
    fn illness_is_told_by_cause() {
        assert!(is_from_illness([Cause::Land, Cause::Disability]));
        assert!(!is_from_illness([Cause::Land, Cause::Funds]));
    }
}
