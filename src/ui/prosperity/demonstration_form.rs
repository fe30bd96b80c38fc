//! The proposal of a demonstration household, new or to be revised: a household of the register, or a large one outside.

use domain::Id;
use domain::records::{Case, Demonstration, DemonstrationField};
use leptos::prelude::*;
use locales::fault;
use replica::State;
use replica::command::ProposeDemonstration;
use replica::query::prosperity;

use super::household::{Household, HouseholdFields};
use crate::app::Missing;
use crate::context::{Pages, keep_draft, use_desk, use_language};
use crate::entry::{Controls, Entry, PlaceEntry, PlaceFields, RecordForm};
use crate::route::{Route, Target, use_go};
use crate::widget::form::FormSection;
use crate::widget::page::{Page, PageHeader, PageKind};

/// A proposal on its way through the form.
#[derive(Clone, Copy)]
struct Proposal {
    id: Target<Demonstration>,
    entry: Entry<Demonstration>,
    place: PlaceEntry,
    household: Household,
}

impl Proposal {
    fn new(id: Target<Demonstration>, before: &Demonstration) -> Self {
        Self {
            id,
            entry: Entry::new(before),
            place: PlaceEntry::new(use_desk(), before.village),
            household: Household::of(&before.name),
        }
    }

    fn pages(self) -> Pages {
        vec![self.entry.pages(), self.place.pages(), self.household.pages()]
    }

    fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        let mut next = || pages.next().unwrap_or_default();
        self.entry.restore(next());
        self.place.restore(next());
        self.household.restore(next());
    }

    fn command(self) -> Option<ProposeDemonstration> {
        let read = self.entry.read()?;
        let case = read.case.filter(|_| !untrack(|| self.household.is_outside()));
        let (id, place) = (self.id, self.place.place());
        // A household that should be in the register but was not found yet is asked for at its own field.
        let is_unnamed = case.is_none() && !untrack(|| self.household.is_outside());
        if is_unnamed {
            self.entry.show(vec![domain::Problem::at(DemonstrationField::case, domain::Fault::Missing)]);
            return None;
        }
        Some(ProposeDemonstration { id, place, demonstration: Demonstration { case, ..read } })
    }

    /// The case that is chosen.
    fn case(self) -> Option<Id<Case>> {
        if self.household.is_outside() { None } else { self.entry.one(DemonstrationField::case).get().parse().ok() }
    }

    /// Takes the industry over from the case, as long as nobody wrote another.
    fn follow_industry(self) {
        let (desk, industry) = (use_desk(), self.entry.one(DemonstrationField::industry));
        let taken_over = StoredValue::new(String::new());
        Effect::new(move |_| {
            let Some(case) = self.case() else { return };
            let found = untrack(|| desk.ask(|state| state.get(case).map(|case| case.industry.clone())));
            let found = found.unwrap_or_default();
            let is_own = industry.with_untracked(|typed| !typed.is_empty() && *typed != taken_over.get_value());
            if !found.is_empty() && !is_own {
                taken_over.set_value(found.clone());
                industry.set(found);
            }
        });
    }

    /// What is wrong with the case that is chosen, before anything is saved.
    fn early(self) -> Signal<Option<String>> {
        let (desk, language) = (use_desk(), use_language());
        let this_year = prosperity::year_of(desk.today());
        Signal::derive(move || {
            let case = self.case()?;
            let year = self.entry.one(DemonstrationField::year).get().trim().parse().unwrap_or(this_year);
            let found = desk.ask(|state| self.obstacle(state, case, year))?;
            Some(fault::sentence(language, &found))
        })
    }

    fn obstacle(self, state: &State, case: Id<Case>, year: u32) -> Option<domain::Fault> {
        let is_same = self.id.and_then(|id| state.get(id)).is_some_and(|there| there.case == Some(case));
        let found = prosperity::proposal_obstacle(state, case, year, self.id);
        found.filter(|fault| !is_same || *fault != domain::Fault::CaseClosed)
    }
}

/// The form of a proposal.
#[component]
pub(super) fn DemonstrationForm(id: Target<Demonstration>) -> impl IntoView {
    let desk = use_desk();
    let new = || Demonstration { year: prosperity::year_of(desk.today()), ..Demonstration::default() };
    let before = match id {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(new()),
    };
    match before {
        Some(before) => view! { <Fields id before/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Fields(id: Target<Demonstration>, before: Demonstration) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let proposal = Proposal::new(id, &before);
    let untouched = StoredValue::new(untrack(|| proposal.pages()));
    let key = id.map_or_else(|| "demonstration/new".to_owned(), |id| format!("demonstration/{id}"));
    let draft = keep_draft(desk, key, move || proposal.pages(), move |pages| proposal.restore(pages));
    let save = move || {
        let (Some(command), go) = (proposal.command(), go.clone()) else { return };
        let sought = command.demonstration.clone();
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.close();
                let made = id.or_else(|| untrack(|| desk.ask(|state| newest(state, &sought))));
                go(made.map_or(Route::Demonstrations, Route::Demonstration));
            }
            Err(problems) => proposal.entry.show(problems),
        });
    };
    let title = if id.is_some() { language.edit_demonstration() } else { language.propose() };
    let back = id.map_or(Route::Demonstrations, Route::Demonstration).href();
    let afresh = move || proposal.restore(untouched.get_value());
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft error=proposal.entry.whole_error() back on_afresh=afresh on_save=save>
                <Sections proposal/>
            </RecordForm>
        </Page>
    }
}

/// The newest demonstration household that is about that household.
fn newest(state: &State, sought: &Demonstration) -> Option<Id<Demonstration>> {
    let is_it = |one: &Demonstration| one.case == sought.case && (sought.case.is_some() || one.name == sought.name);
    state.all::<Demonstration>().iter().filter(|(_, one)| is_it(one)).map(|(id, _)| id).max()
}

#[component]
fn Sections(proposal: Proposal) -> impl IntoView {
    let language = use_language();
    let Proposal { entry, place, household, .. } = proposal;
    proposal.follow_industry();
    let fields = [DemonstrationField::case, DemonstrationField::name];
    let error = entry.error(DemonstrationField::village);
    let whereabouts = move || household.is_outside().then(|| view! { <PlaceFields place error/> });
    view! {
        <FormSection title=language.demonstration_who()>
            <HouseholdFields household entry fields early=proposal.early()/>
            {whereabouts}
        </FormSection>
        <FormSection title=language.demonstration_what()>
            {entry.needed(DemonstrationField::industry)}
            {entry.field(DemonstrationField::year)}
            {entry.hinted(DemonstrationField::reach, language.reach_hint())}
            {entry.hinted(DemonstrationField::merit, language.merit_hint())}
        </FormSection>
        <FormSection title=language.score_marks() hint=language.score_marks_hint()>
            {entry.field(DemonstrationField::skill)}
            {entry.field(DemonstrationField::experience)}
            {entry.field(DemonstrationField::base)}
            {entry.field(DemonstrationField::willingness)}
            {entry.field(DemonstrationField::means)}
            {entry.hinted(DemonstrationField::cost, language.cost_hint())}
        </FormSection>
    }
}
