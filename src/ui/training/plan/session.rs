//! The form of a session of a plan: the fields of a session, with the rooms and instructors that are in two places said
//! while one types.

use domain::records::{Plan, PlannedSession, Session, SessionField};
use domain::{Date, Id, entry};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use locales::dates;
use replica::command::SavePlanned;
use replica::query::training::plan;

use super::words::clash;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of_entry, remove_button, saver};
use crate::route::{Plans, use_go_with};
use crate::training::picks::{course_picks, instructor_picks, site_picks};
use crate::training::session_form::{People, SeasonWarning, begun, fill_seats};
use crate::widget::button::LinkButton;
use crate::widget::form::{FormSection, Wide};
use crate::widget::list::{Banner, Tone};
use crate::widget::page::{Page, PageHeader, PageKind, Stack};

/// The form of a new session of a plan.
#[component]
pub(super) fn NewPage(plan: Id<Plan>) -> impl IntoView {
    let desk = use_desk();
    let params = use_location().query.get_untracked();
    match untrack(|| desk.ask(|state| state.get(plan).is_some())) {
        true => view! { <Editor id=None plan session=begun(desk, &params)/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    }
}

/// The form of a session of a plan that is there.
#[component]
pub(super) fn EditPage(id: Id<PlannedSession>) -> impl IntoView {
    let found = untrack(|| use_desk().ask(|state| state.get(id).cloned()));
    match found.and_then(|one| one.plan.map(|plan| (plan, one.session()))) {
        Some((plan, session)) => view! { <Editor id=Some(id) plan session/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Editor(id: Option<Id<PlannedSession>>, plan: Id<Plan>, session: Session) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go_with());
    let form = Entry::new(&session);
    let day = session.starts_on.map(dates::iso).unwrap_or_default();
    let course = session.course.map(|course| course.to_string()).unwrap_or_default();
    let key = id.map_or_else(|| format!("planned/{plan}/{day}/{course}"), |id| format!("planned/{id}"));
    let draft = draft_of_entry(key, form);
    fill_seats(desk, form);
    // Back on the plan it is the month of the session that one sees.
    let month =
        move || entry::date(&form.one(SessionField::starts_on).get_untracked()).map(|day: Date| u8::from(day.month()));
    let leave =
        move || go(Plans::Plan(plan).into(), &month().map(|month| format!("month={month}")).unwrap_or_default());
    let on_save = saver(form, draft.0, move |session| SavePlanned { id, plan, session }, leave.clone());
    let title = if id.is_some() { language.edit_session() } else { language.plan_session() };
    let back = Plans::Plan(plan).href();
    let subtitle = desk.memo(move |state| state.get(plan).map(|plan| language.plan_of_year(&plan.name, plan.year)));
    let further = id.map(|id| view! { <Further id leave=Callback::new(move |()| leave())/> });
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title subtitle back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=form.whole_error() back on_afresh=draft.1 on_save>
                <FormSection title=language.form_what()>
                    {form.among(SessionField::course, course_picks(), true)}
                    <Stack>{form.among(SessionField::instructor, instructor_picks(), false)}<NoTeacher form/></Stack>
                </FormSection>
                <FormSection title=language.form_when()>
                    {form.needed(SessionField::starts_on)}
                    {form.hinted(SessionField::ends_on, language.ends_on_hint())}
                    <Wide><SeasonWarning form/><Clashes id plan form/></Wide>
                    {form.among(SessionField::site, site_picks(), true)}
                    {form.field(SessionField::room)}
                    {form.hinted(SessionField::begins_at, language.begins_at_hint())}
                </FormSection>
                <People form/>
            </RecordForm>
            {further}
        </Page>
    }
}

/// What else can be done with a session that is there.
#[component]
fn Further(id: Id<PlannedSession>, leave: Callback<()>) -> impl IntoView {
    let language = use_language();
    let remove = remove_button(
        id,
        language.remove_planned().to_owned(),
        language.remove_planned_question().to_owned(),
        move || leave.run(()),
    );
    view! {
        <div class="button-row"><LinkButton label=language.repeat_session() href=Plans::Series(id).href()/></div>
        {remove}
    }
}

/// That nobody teaches yet. It does not stand in the way.
#[component]
pub(in crate::training) fn NoTeacher(form: Entry<Session>) -> impl IntoView {
    let (language, instructor) = (use_language(), form.one(SessionField::instructor));
    move || instructor.read().is_empty().then(|| view! { <Banner tone=Tone::Info text=language.no_teacher_yet()/> })
}

/// What of the session would be in two places.
#[component]
fn Clashes(id: Option<Id<PlannedSession>>, plan: Id<Plan>, form: Entry<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let found = desk.memo(move |state| {
        let session = typed(form);
        let clashes = plan::clashes_of(state, plan, id, &session);
        clashes.iter().map(|one| clash(language, one)).collect::<Vec<_>>()
    });
    move || found.get().into_iter().map(|text| view! { <Banner tone=Tone::Warn text/> }).collect_view()
}

/// Where, when and by whom, as it is typed so far.
fn typed(form: Entry<Session>) -> Session {
    let day = |field| entry::date(&form.one(field).get()).ok();
    Session {
        site: form.one(SessionField::site).get().parse().ok(),
        room: entry::text(&form.one(SessionField::room).get()),
        instructor: form.one(SessionField::instructor).get().parse().ok(),
        starts_on: day(SessionField::starts_on),
        ends_on: day(SessionField::ends_on),
        ..Session::default()
    }
}
