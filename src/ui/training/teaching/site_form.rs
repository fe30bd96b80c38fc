//! The form of a site.

use domain::Id;
use domain::records::{Division, DivisionLevel, SessionField, Site, SiteField};
use leptos::prelude::*;
use replica::State;
use replica::command::SaveSite;
use replica::query::divisions;

use super::form::{Removal, TeachingForm};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::{Route, Target};
use crate::values::dotted;
use crate::widget::field::Choice;
use crate::widget::form::{FormSection, Wide};

/// The form's page.
#[component]
pub(crate) fn SiteFormPage(target: Target<Site>) -> impl IntoView {
    let desk = use_desk();
    let site = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Site::default()),
    };
    match site {
        Some(site) => view! { <Editor target site/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Editor(target: Target<Site>, site: Site) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let form = Entry::new(&site);
    let label = if target.is_some() { language.edit_site() } else { language.add_site() };
    let key = target.map_or_else(|| "site/new".to_owned(), |id| format!("site/{id}"));
    let own = site.division;
    let places = desk.memo(move |state| places(state, own));
    let save = Callback::new(move |(site, done): (Site, Callback<_>)| {
        desk.save(SaveSite { id: target, site }, move |result| done.run((result,)));
    });
    view! {
        <TeachingForm label key form list=Route::Sites save>
            <FormSection title=language.form_what() hint=language.county_hint()>
                {form.needed(SiteField::name)}
                {form.needed(SiteField::kind)}
                {form.among(SiteField::division, places.into(), false)}
                {form.field(SiteField::address)}
                {form.field(SiteField::seats)}
                {form.field(SiteField::contact)}
                {form.field(SiteField::phone)}
                <Wide>{form.hinted(SiteField::note, language.teaches_hint())}</Wide>
            </FormSection>
            <Removal target field=SessionField::site list=Route::Sites/>
        </TeachingForm>
    }
}

/// The city and its counties; and where the site is now, if that is a township or a village.
fn places(state: &State, own: Option<Id<Division>>) -> Vec<Choice> {
    let is_city = |division: &Division| division.level == Some(DivisionLevel::City);
    let city = state.all::<Division>().iter().filter(|(_, one)| is_city(one));
    let mut places: Vec<_> = city.map(|(id, one)| (id, one.name.clone())).collect();
    places.extend(divisions::counties(state));
    let own = own.filter(|own| places.iter().all(|(id, _)| id != own));
    places.extend(own.map(|own| {
        let at = divisions::whereabouts(state, Some(own));
        (own, dotted([at.county, at.township, at.village]))
    }));
    places.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect()
}
