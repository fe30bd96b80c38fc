//! Two files side by side: where they differ a person chooses, what is empty is filled from the other, everything else
//! comes along. The two change places by one press.

use domain::records::{Case, CaseField};
use domain::{Field as _, FieldRef, Id, Kind, Record as _};
use leptos::prelude::*;
use locales::Language;
use replica::State;
use replica::command::JoinCases;
use replica::query::joins::{Comparison, compare};
use replica::query::{cases, divisions};

use super::persons::{self, Person};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::{Casework, Route, use_go};
use crate::values::reading;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{Form, FormActions, FormSection};
use crate::widget::list::{Banner, Fact, Facts, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};

/// What a field holds that is taken from the file that goes.
const OTHER: &str = "other";
/// What a field holds that stays.
const KEPT: &str = "kept";

/// A field in which both files say something else.
#[derive(Clone)]
struct Differing {
    field: CaseField,
    values: [String; 2],
    chosen: RwSignal<String>,
}

/// The page of two files.
pub(in crate::cases) fn page(keep: Id<Case>, other: Id<Case>) -> AnyView {
    let desk = use_desk();
    let are_there = desk.memo(move |state| keep != other && state.get(keep).is_some() && state.get(other).is_some());
    let compared = move || untrack(|| desk.ask(|state| compare(state, keep, other)));
    let shown = move || match are_there.get().then(compared).flatten() {
        Some(comparison) => view! { <JoinForm keep other comparison/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

#[component]
fn JoinForm(keep: Id<Case>, other: Id<Case>, comparison: Comparison) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let [first, second] = untrack(|| desk.ask(|state| [keep, other].map(|case| described(state, case))));
    let fields = untrack(|| desk.ask(|state| differing(language, state, &comparison)));
    let persons = untrack(|| desk.ask(|state| persons::persons(state, &comparison.persons)));
    let wrong = RwSignal::new(None::<String>);
    let (chosen, coming) = (fields.clone(), persons.clone());
    let join = Callback::new(move |()| {
        let command = command(language, [keep, other], &chosen, &coming);
        let (go, coming) = (go.clone(), coming.clone());
        desk.save(command, move |result| match result {
            Ok(()) => go(Route::Case(keep)),
            Err(problems) => show(language, &coming, wrong, &problems),
        });
    });
    let people = untrack(|| desk.ask(|state| persons::section(state, keep, persons)));
    let swap = move || view! { <LinkButton label=language.joined_swap() href=Casework::Join(other, keep).href()/> };
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.join_title() subtitle=language.join_subtitle() actions=swap back=Casework::Doubles.href() back_label=language.doubles_title()/>
            <Form label=language.join_title() wrong_title=language.form_wrong() error=wrong on_submit=join>
                <Facts><Fact name=language.joined_stays()>{first}</Fact><Fact name=language.joined_goes()>{second}</Fact></Facts>
                {fields_section(language, comparison.alike, fields)}
                {people}
                <Banner tone=Tone::Info text=language.joined_moves(comparison.moving)/>
                <FormActions>
                    <LinkButton label=language.cancel() href=Route::Case(keep).href() kind=ButtonKind::Quiet/>
                    <Button label=language.join_now() kind=ButtonKind::Primary submit=true/>
                </FormActions>
            </Form>
        </Page>
    }
}

/// A file in a line: the household, where it lives, and when it was surveyed.
fn described(state: &State, case: Id<Case>) -> String {
    let file = state.get(case).cloned().unwrap_or_default();
    let place = divisions::whereabouts(state, file.village);
    let address = [place.county, place.township, place.village, file.group].concat();
    let language = use_language();
    let surveyed = file.surveyed_on.map(|day| language.date(day)).unwrap_or_default();
    let parts = [cases::name(state, case), address, surveyed];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn differing(language: Language, state: &State, comparison: &Comparison) -> Vec<Differing> {
    let of = |number: &u16| {
        let field = CaseField::from_number(*number)?;
        let at = FieldRef { kind: Kind::Case, number: *number };
        // Both are on the screen to be compared: nothing is covered here.
        let values =
            [0, 1].map(|place: usize| reading(language, state, at, &comparison.files[place].get(*number)).text);
        Some(Differing { field, values, chosen: RwSignal::new(KEPT.to_owned()) })
    };
    comparison.differing.iter().filter_map(of).collect()
}

fn fields_section(language: Language, alike: usize, fields: Vec<Differing>) -> impl IntoView {
    let hint = language.joined_fields_hint(alike);
    let row = |Differing { field, values: [kept, other], chosen }: Differing| {
        let options = vec![Choice::new(KEPT, kept), Choice::new(OTHER, other)];
        view! { <ChoiceField label=language.field(field.reference()) value=chosen options=Signal::stored(options) required=true/> }
    };
    let rows = fields.into_iter().map(row).collect_view();
    view! { <FormSection title=language.joined_fields() hint>{rows}</FormSection> }
}

fn command(language: Language, [keep, other]: [Id<Case>; 2], fields: &[Differing], persons: &[Person]) -> JoinCases {
    let taken = fields.iter().filter(|one| one.chosen.with_untracked(|chosen| chosen == OTHER));
    JoinCases {
        keep,
        other,
        taken: taken.map(|one| one.field).collect(),
        members: persons.iter().map(Person::joining).collect(),
        reason: language.joined_reason().to_owned(),
    }
}

/// Shows each problem at its person, and what belongs to none of them over the form.
fn show(language: Language, persons: &[Person], wrong: RwSignal<Option<String>>, problems: &[domain::Problem]) {
    for (place, person) in persons.iter().enumerate() {
        let of_person = problems.iter().find(|problem| problem.field.is_some() && problem.row == place);
        person.show(language, of_person);
    }
    let whole = problems.iter().find(|problem| problem.field.is_none());
    wrong.set(whole.map(|problem| locales::fault::sentence(language, &problem.fault)));
}
