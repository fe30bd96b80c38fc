//! The household: each member with what the form knows. Identity number and illness stay covered until they are asked for.

use domain::identity::{DisabilityCard, IdNumber, age, masked};
use domain::records::{Case, Category, Member, MemberField, Relation};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases;

use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::values::{COVER, covered};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Fact, Facts, Pad, Tone};
use crate::widget::page::Columns;

/// The members of a household.
pub(super) fn part(id: Id<Case>) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let members = desk.memo(move |state| cases::members(state, id));
    let has_head = Memo::new(move |_| members.read().iter().any(|(_, member)| member.relation == Some(Relation::Head)));
    let add = move || {
        view! { <LinkButton label=language.add_member() href=Route::MemberNew(id).href() icon=Icon::Plus/> }
    };
    let cards = move || {
        let members = members.get();
        if members.is_empty() {
            return view! { <Card title=language.tab_members()><EmptyState title=language.members_none() next=language.members_none_next() icon=Icon::People action=add/></Card> }.into_any();
        }
        let cards = members.into_iter().map(|(id, member)| view! { <MemberCard id member/> }).collect_view();
        view! { <div class="button-row">{add()}</div> <Columns even=true>{cards}</Columns> }.into_any()
    };
    let headless = move || {
        let is_headless = !has_head.get() && !members.read().is_empty();
        is_headless.then(|| view! { <Banner tone=Tone::Warn text=language.no_head_banner()/> })
    };
    view! { {headless} {cards} }.into_any()
}

#[component]
fn MemberCard(id: Id<Member>, member: Member) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let category = member.category;
    let category = desk.ask(|state| {
        category.and_then(|id| state.get::<Category>(id)).map(|category| category.name.clone()).unwrap_or_default()
    });
    let spoken = language.revise_member_of(&member.name);
    let edit = move || {
        view! { <LinkButton label=language.edit() spoken=spoken.clone() href=Route::MemberEdit(id).href() kind=ButtonKind::Quiet/> }
    };
    let facts = facts(language, &member, category);
    let facts = facts.into_iter().map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view();
    let count = summary(language, &member, today);
    view! {
        <Card title=member.name.clone() count action=edit>
            <Pad><Facts>{private_facts(language, &member)}{facts}</Facts></Pad>
        </Card>
    }
}

/// Relation, sex and age.
fn summary(language: Language, member: &Member, today: Date) -> String {
    // A member who was not entered by a form may have the number alone.
    let told = || IdNumber::parse(&member.id_number).ok().map(|number| number.born_on());
    let born_on = member.born_on.or_else(told);
    let years = born_on.and_then(|born_on| age(born_on, today)).map(|years| language.years_old(years));
    let parts = [language.maybe(member.relation).to_owned(), language.maybe(member.sex).to_owned()];
    let parts = parts.into_iter().chain(years).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Identity number and health, covered.
fn private_facts(language: Language, member: &Member) -> impl IntoView + use<> {
    let fact = |field: MemberField, cover: String, text: String| {
        let name = language.field(field);
        let spoken = format!("{} {name}", member.name);
        view! { <Fact name>{covered(cover, text, spoken)}</Fact> }
    };
    let number = (!member.id_number.is_empty())
        .then(|| fact(MemberField::id_number, masked(&member.id_number), member.id_number.clone()));
    let card = DisabilityCard::parse(&member.disability_card).ok().map(|card| {
        let words = language.disability(language.of(card.kind), card.grade);
        fact(MemberField::disability_card, masked(&member.disability_card), format!("{} · {words}", card.number()))
    });
    let health =
        member.health.map(|health| fact(MemberField::health, COVER.to_owned(), language.of(health).to_owned()));
    view! { {number} {health} {card} }
}

/// What else is known, in the order of the form.
fn facts(language: Language, member: &Member, category: String) -> Vec<(String, String)> {
    let born_on = if member.id_number.is_empty() { member.born_on } else { None };
    let months = if member.months_away == 0 { String::new() } else { numbers::count(member.months_away) };
    let day = |day: Option<Date>| day.map(|day| language.date(day)).unwrap_or_default();
    let all = [
        (MemberField::born_on, day(born_on)),
        (MemberField::labour, language.maybe(member.labour).to_owned()),
        (MemberField::education, language.maybe(member.education).to_owned()),
        (MemberField::student, language.maybe(member.student).to_owned()),
        (MemberField::school, member.school.clone()),
        (MemberField::ethnicity, member.ethnicity.clone()),
        (MemberField::work, member.work.clone()),
        (MemberField::months_away, months),
        (MemberField::medical_insurance, language.maybe(member.medical_insurance).to_owned()),
        (MemberField::old_age_insurance, language.maybe(member.old_age_insurance).to_owned()),
        (MemberField::phone, member.phone.clone()),
        (MemberField::category, category),
        (MemberField::party_joined_on, day(member.party_joined_on)),
        (MemberField::party_branch, member.party_branch.clone()),
        (MemberField::wish, member.wish.clone()),
    ];
    let known = all.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(field, value)| (language.field(field), value)).collect()
}
