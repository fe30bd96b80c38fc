//! The members of the file that goes: each is a person who is there already, or comes in with a relation to the head.

use domain::records::{Case, Member, Relation};
use domain::{Choice as _, Id, Problem};
use leptos::prelude::*;
use locales::{Language, fault};
use replica::State;
use replica::command::Joining;
use replica::query::cases;

use crate::context::use_language;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::FormSection;

/// What a select holds for a person who is not there yet.
const NEW: &str = "new";

/// One member of the file that goes, and what is chosen for it.
#[derive(Clone)]
pub(super) struct Person {
    member: Id<Member>,
    name: String,
    same: RwSignal<String>,
    relation: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

/// The members of the file that goes, with the first guess for each.
pub(super) fn persons(state: &State, found: &[(Id<Member>, Option<Id<Member>>)]) -> Vec<Person> {
    let person = |(member, same): &(Id<Member>, Option<Id<Member>>)| {
        let record = state.get(*member)?;
        // Two files have two heads; one household has one.
        let relation = record.relation.filter(|relation| *relation != Relation::Head);
        Some(Person {
            member: *member,
            name: record.name.clone(),
            same: RwSignal::new(same.map_or_else(|| NEW.to_owned(), |same| same.to_string())),
            relation: RwSignal::new(relation.map(|relation| relation.number().to_string()).unwrap_or_default()),
            error: RwSignal::new(None),
        })
    };
    found.iter().filter_map(person).collect()
}

impl Person {
    /// As the command wants it.
    pub(super) fn joining(&self) -> Joining {
        let same = self.same.with_untracked(|same| same.parse().ok());
        let relation = self.relation.with_untracked(|number| number.parse().ok()).and_then(Relation::from_number);
        Joining { member: self.member, same, relation: relation.filter(|_| same.is_none()) }
    }

    /// Shows what is wrong with it.
    pub(super) fn show(&self, language: Language, problem: Option<&Problem>) {
        self.error.set(problem.map(|problem| fault::sentence(language, &problem.fault)));
    }
}

/// The choices for each member.
pub(super) fn section(state: &State, keep: Id<Case>, persons: Vec<Person>) -> AnyView {
    let language = use_language();
    let there: Vec<Choice> = cases::members(state, keep)
        .into_iter()
        .map(|(id, member)| Choice::new(id.to_string(), language.joined_same_as(&member.name)))
        .collect();
    let rows = persons.into_iter().map(|person| row(language, there.clone(), person)).collect_view();
    view! { <FormSection title=language.joined_persons() hint=language.joined_persons_hint()>{rows}</FormSection> }
        .into_any()
}

fn row(language: Language, there: Vec<Choice>, person: Person) -> impl IntoView {
    let Person { name, same, relation, error, .. } = person;
    let options = [Choice::new(NEW, language.joined_comes_in())].into_iter().chain(there).collect::<Vec<_>>();
    let relations: Vec<Choice> =
        Relation::ALL.iter().map(|one| Choice::new(one.number().to_string(), language.of(*one))).collect();
    let asks = Memo::new(move |_| same.with(|same| same == NEW));
    let label = language.joined_relation_of(&name);
    let relation = move || {
        let (label, options) = (label.clone(), relations.clone());
        asks.get().then(|| view! { <ChoiceField label value=relation options=Signal::stored(options) error required=true menu=true nothing=language.choose()/> })
    };
    view! {
        <ChoiceField label=language.joined_who_is(&name) value=same options=Signal::stored(options) required=true menu=true/>
        {relation}
    }
}
