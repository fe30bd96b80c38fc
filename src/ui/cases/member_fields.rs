//! The fields of a member: who it is first, the rest of the registration form behind a line that opens it. What can be told
//! from the identity number and from who was entered before is suggested, and what was chosen is never changed.

use domain::identity::IdNumber;
use domain::records::{Category, Health, Member, MemberField, Student};
use domain::{Choice as _, Id, household};
use leptos::prelude::*;
use replica::query::cases::usual;

use super::identity::{AlreadyThere, IdentityFields};
use super::known::known_field;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, named_picks};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::{Fold, Wide};

/// The fields behind the line, in the order of the form.
const FOLDED: [MemberField; 16] = [
    MemberField::ethnicity,
    MemberField::phone,
    MemberField::education,
    MemberField::student,
    MemberField::school,
    MemberField::health,
    MemberField::disability_card,
    MemberField::labour,
    MemberField::work,
    MemberField::months_away,
    MemberField::medical_insurance,
    MemberField::old_age_insurance,
    MemberField::category,
    MemberField::party_joined_on,
    MemberField::party_branch,
    MemberField::wish,
];

/// The fields of a member.
#[component]
pub(super) fn MemberFields(
    /// The member as typed.
    entry: Entry<Member>,
    /// The member that is being revised.
    except: Option<Id<Member>>,
    /// Whether everything is shown at once; with several members in a form, as it was left in the one before.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    open_for_errors(entry, open);
    suggest_student(entry);
    view! {
        {entry.needed(MemberField::name)}
        {entry.needed(MemberField::relation)}
        <IdentityFields entry/>
        <AlreadyThere entry except/>
        <Fold title=language.member_more() open><FoldedFields entry/></Fold>
    }
}

#[component]
fn FoldedFields(entry: Entry<Member>) -> impl IntoView {
    let categories = named_picks::<Category>(|_, category| category.name.clone());
    let student = entry.one(MemberField::student);
    let learns = Memo::new(move |_| {
        let student = student.get();
        !student.is_empty() && student != Student::No.number().to_string()
    });
    let had_school = entry.one(MemberField::school).with_untracked(|school| !school.is_empty());
    let field = move |field: MemberField| match field {
        MemberField::category => entry.among(field, categories, false),
        MemberField::ethnicity => known_field(entry, field, usual::ethnicities),
        // Asked of those who go to school, and shown where something stands there.
        MemberField::school => (move || (learns.get() || had_school).then(|| entry.field(field))).into_any(),
        MemberField::disability_card => view! { <CardField entry/> }.into_any(),
        MemberField::student => view! { <Wide>{entry.field(field)}</Wide> }.into_any(),
        field => entry.field(field),
    };
    FOLDED.map(field).into_iter().collect_view()
}

/// The card of somebody who is not healthy; it begins with the identity number, which is one press.
#[component]
fn CardField(entry: Entry<Member>) -> impl IntoView {
    let language = use_language();
    let (health, number) = (entry.one(MemberField::health), entry.one(MemberField::id_number));
    let card = entry.one(MemberField::disability_card);
    let had_card = card.with_untracked(|card| !card.is_empty());
    let is_asked = Memo::new(move |_| {
        let health = health.get();
        had_card || !health.is_empty() && health != Health::Healthy.number().to_string()
    });
    let known = Memo::new(move |_| IdNumber::parse(&number.get()).ok().map(|number| number.as_str().to_owned()));
    let begin = move || {
        let number = known.get().filter(|_| card.with(String::is_empty))?;
        let put = move || card.set(number.clone());
        Some(view! { <Button label=language.card_from_number() kind=ButtonKind::Quiet on_press=put/> })
    };
    move || {
        is_asked
            .get()
            .then(|| view! { <div>{entry.hinted(MemberField::disability_card, language.card_hint())}{begin}</div> })
    }
}

/// Opens the fold when something behind it is wrong.
fn open_for_errors(entry: Entry<Member>, open: RwSignal<bool>) {
    let errors = FOLDED.map(|field| entry.error(field));
    Effect::new(move |_| {
        if errors.iter().any(|error| error.get().is_some()) {
            open.set(true);
        }
    });
}

/// Whoever is past school by age is not at school, unless something else was chosen.
fn suggest_student(entry: Entry<Member>) {
    let today = use_desk().today();
    let (number, student) = (entry.one(MemberField::id_number), entry.one(MemberField::student));
    let told = Memo::new(move |_| IdNumber::parse(&number.get()).ok().map(|number| number.born_on()));
    Effect::new(move |_| {
        let is_past = told.get().is_some_and(|born_on| household::is_past_school(born_on, today));
        if is_past && student.with_untracked(String::is_empty) {
            student.set(Student::No.number().to_string());
        }
    });
}
