//! The form of a link: which household is led, with what, since when, with what gain. A ring, itself or twice is refused
//! as soon as the household is chosen.

use domain::records::{Case, Demonstration, RadiationLink, RadiationLinkField};
use domain::{Fault, Id, Problem};
use leptos::prelude::*;
use locales::fault;
use replica::command::LinkHousehold;
use replica::query::prosperity;

use super::household::{Household, HouseholdFields};
use crate::app::Missing;
use crate::context::{Desk, Pages, keep_draft, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm};
use crate::route::{Route, Target, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// A link on its way through the form.
#[derive(Clone, Copy)]
struct Linking {
    id: Target<RadiationLink>,
    demonstration: Id<Demonstration>,
    entry: Entry<RadiationLink>,
    household: Household,
}

impl Linking {
    fn pages(self) -> Pages {
        vec![self.entry.pages(), self.household.pages()]
    }

    fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        self.entry.restore(pages.next().unwrap_or_default());
        self.household.restore(pages.next().unwrap_or_default());
    }

    fn command(self) -> Option<LinkHousehold> {
        let read = self.entry.read()?;
        let is_outside = untrack(|| self.household.is_outside());
        let case = read.case.filter(|_| !is_outside);
        let name = if is_outside { read.name.clone() } else { String::new() };
        Some(LinkHousehold { id: self.id, link: RadiationLink { case, name, ..read } })
    }

    /// Shows problems; a missing household is said at the field that asks for it now.
    fn show(self, mut problems: Vec<Problem>) {
        let missing = Problem::at(RadiationLinkField::case, Fault::Missing);
        for problem in problems.iter_mut().filter(|problem| **problem == missing) {
            if untrack(|| self.household.is_outside()) {
                *problem = Problem::at(RadiationLinkField::name, Fault::Missing);
            }
        }
        self.entry.show(problems);
    }

    /// What is wrong with the household that is chosen, before anything is saved.
    fn early(self, desk: Desk) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            let case: Id<Case> = self.entry.one(RadiationLinkField::case).get().parse().ok()?;
            let found = desk.ask(|state| prosperity::link_obstacle(state, self.demonstration, case, self.id));
            found.map(|obstacle| fault::sentence(language, &obstacle))
        })
    }
}

/// The form of a new link.
#[component]
pub(super) fn NewLink(id: Id<Demonstration>) -> impl IntoView {
    let desk = use_desk();
    let is_there = untrack(|| desk.ask(|state| state.get(id).is_some()));
    let link = RadiationLink { demonstration: Some(id), since: Some(desk.today()), ..RadiationLink::default() };
    match is_there {
        true => view! { <LinkForm id=None link demonstration=id/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    }
}

/// The form of a link that is there.
#[component]
pub(super) fn EditLink(id: Id<RadiationLink>) -> impl IntoView {
    let desk = use_desk();
    let link = untrack(|| desk.ask(|state| state.get(id).cloned()));
    match link.and_then(|link| Some((link.demonstration?, link))) {
        Some((demonstration, link)) => view! { <LinkForm id=Some(id) link demonstration/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn LinkForm(id: Target<RadiationLink>, link: RadiationLink, demonstration: Id<Demonstration>) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let linking = Linking { id, demonstration, entry: Entry::new(&link), household: Household::of(&link.name) };
    let untouched = StoredValue::new(untrack(|| linking.pages()));
    let key = id.map_or_else(|| format!("link/new/{demonstration}"), |id| format!("link/{id}"));
    let draft = keep_draft(desk, key, move || linking.pages(), move |pages| linking.restore(pages));
    let save = move || {
        let (Some(command), go) = (linking.command(), go.clone()) else { return };
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.close();
                go(Route::Demonstration(demonstration));
            }
            Err(problems) => linking.show(problems),
        });
    };
    let title = if id.is_some() { language.edit_link() } else { language.add_link() };
    let leader = untrack(|| desk.ask(|state| leader_name(state, demonstration)));
    let back = Route::Demonstration(demonstration).href();
    let afresh = move || linking.restore(untouched.get_value());
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title subtitle=language.led_by(&leader) back=back.clone() back_label=leader/>
            <RecordForm label=title draft error=linking.entry.whole_error() back on_afresh=afresh on_save=save>
                <Sections linking early=linking.early(desk)/>
            </RecordForm>
        </Page>
    }
}

fn leader_name(state: &replica::State, id: Id<Demonstration>) -> String {
    state.get(id).map(|household| prosperity::demonstration_name(state, household)).unwrap_or_default()
}

#[component]
fn Sections(linking: Linking, early: Signal<Option<String>>) -> impl IntoView {
    let language = use_language();
    let Linking { id, entry, household, .. } = linking;
    let fields = [RadiationLinkField::case, RadiationLinkField::name];
    let until = id.map(|_| entry.hinted(RadiationLinkField::until, language.until_hint()));
    view! {
        <FormSection title=language.link_who()>
            <HouseholdFields household entry fields early/>
        </FormSection>
        <FormSection title=language.link_how()>
            {entry.field(RadiationLinkField::support)}
            {entry.field(RadiationLinkField::since)}
            {entry.hinted(RadiationLinkField::gain, language.gain_hint())}
            {until}
        </FormSection>
    }
}
