//! The form of a course.

use domain::Sorting as _;
use domain::records::{Course, CourseField, SessionField, Specialty};
use leptos::prelude::*;
use replica::command::SaveCourse;

use super::form::{Removal, TeachingForm};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::{Route, Target};
use crate::widget::field::Choice;
use crate::widget::form::FormSection;

/// The form's page.
#[component]
pub(crate) fn CourseFormPage(target: Target<Course>) -> impl IntoView {
    let desk = use_desk();
    let course = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(Course::default()),
    };
    match course {
        Some(course) => view! { <Editor target course/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Editor(target: Target<Course>, course: Course) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let form = Entry::new(&course);
    let label = if target.is_some() { language.edit_course() } else { language.add_course() };
    let key = target.map_or_else(|| "course/new".to_owned(), |id| format!("course/{id}"));
    let save = Callback::new(move |(course, done): (Course, Callback<_>)| {
        desk.save(SaveCourse { id: target, course }, move |result| done.run((result,)));
    });
    view! {
        <TeachingForm label key form list=Route::Courses save>
            <FormSection title=language.form_what()>
                {form.needed(CourseField::title)}
                {form.among(CourseField::specialty, specialties(), true)}
                {form.field(CourseField::hours)}
                {form.field(CourseField::method)}
                {form.hinted(CourseField::from_age, language.from_age_hint())}
                {form.field(CourseField::is_rural)}
                {form.field(CourseField::content)}
            </FormSection>
            <Removal target field=SessionField::course list=Route::Courses/>
        </TeachingForm>
    }
}

/// The specialties, as the office orders them.
fn specialties() -> Signal<Vec<Choice>> {
    let choices = use_desk().memo(|state| {
        let mut all: Vec<_> = state.all::<Specialty>().iter().collect();
        all.arrange_by_key(|(_, one)| one.position);
        all.into_iter().map(|(id, one)| Choice::new(id.to_string(), one.name.clone())).collect::<Vec<_>>()
    });
    choices.into()
}
