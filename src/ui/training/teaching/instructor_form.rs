//! The form of an instructor.

use domain::records::{Instructor, InstructorField, SessionField};
use leptos::prelude::*;
use replica::command::SaveInstructor;

use super::form::{Removal, TeachingForm};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::{Route, Target};
use crate::widget::form::FormSection;

/// The form's page.
#[component]
pub(crate) fn InstructorFormPage(target: Target<Instructor>) -> impl IntoView {
    let desk = use_desk();
    let instructor = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Instructor::default()),
    };
    match instructor {
        Some(instructor) => view! { <Editor target instructor/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Editor(target: Target<Instructor>, instructor: Instructor) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let form = Entry::new(&instructor);
    let label = if target.is_some() { language.edit_instructor() } else { language.add_instructor() };
    let key = target.map_or_else(|| "instructor/new".to_owned(), |id| format!("instructor/{id}"));
    let save = Callback::new(move |(instructor, done): (Instructor, Callback<_>)| {
        desk.save(SaveInstructor { id: target, instructor }, move |result| done.run((result,)));
    });
    view! {
        <TeachingForm label key form list=Route::Instructors save>
            <FormSection title=language.tab_instructors()>
                {form.needed(InstructorField::name)}
                {form.field(InstructorField::organisation)}
                {form.field(InstructorField::subject)}
                {form.field(InstructorField::phone)}
            </FormSection>
            <FormSection title=language.section_available()>
                {form.hinted(InstructorField::days, language.available_hint())}
                {form.field(InstructorField::is_farming)}
            </FormSection>
            <Removal target field=SessionField::instructor list=Route::Instructors/>
        </TeachingForm>
    }
}
