//! The form of a session: planned anew, on a day of the calendar or for a course, or changed. It warns of busy seasons and
//! small rooms; only the replica refuses.

use domain::records::{Session, SessionField, SessionState, Site};
use domain::{Date, Id, entry};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;
use locales::dates;
use replica::command::PlanSession;
use replica::query::training::{self, Season};

use super::detour::{Detour, last};
use super::picks::{course_picks, instructor_picks, site_picks};
use super::plan::NoTeacher;
use crate::app::Missing;
use crate::context::{Desk, keep_draft, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm};
use crate::route::{Route, Target, use_go};
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::form::{FormSection, Wide};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Tone};
use crate::widget::page::{Page, PageHeader, PageKind, Stack};

/// The form's page.
#[component]
pub(super) fn SessionFormPage(target: Target<Session>) -> impl IntoView {
    let desk = use_desk();
    let params = use_location().query.get_untracked();
    let session = match target {
        Some(id) => untrack(|| desk.ask(|state| state.get(id).cloned())),
        None => Some(begun(desk, &params)),
    };
    match session {
        Some(session) => view! { <Editor target session params/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// A new session, as far as the address says it.
pub(super) fn begun(desk: Desk, params: &ParamsMap) -> Session {
    let starts_on = params.get("on").and_then(|day| entry::date(&day).ok());
    let course = params.get("course").and_then(|id| id.parse().ok());
    let sites = untrack(|| desk.ask(|state| state.all::<Site>().iter().map(|(id, _)| id).take(2).collect::<Vec<_>>()));
    let only = if sites.len() == 1 { sites.first().copied() } else { None };
    let site = params.get("site").and_then(|id| id.parse().ok()).or(only);
    let asked = params.get("seats").and_then(|seats| seats.parse().ok());
    let seats = asked.or_else(|| untrack(|| seats_of(desk, site))).unwrap_or(0);
    let ends_on = params.get("until").and_then(|day| entry::date(&day).ok());
    Session { starts_on, ends_on, course, site, seats, ..Session::default() }
}

/// The draft is that of the session, or of the day and course for which one is planned.
fn draft_key(target: Target<Session>, session: &Session) -> String {
    let day = session.starts_on.map(dates::iso).unwrap_or_default();
    let course = session.course.map(|course| course.to_string()).unwrap_or_default();
    target.map_or_else(|| format!("session/new/{day}/{course}"), |id| format!("session/{id}"))
}

#[component]
fn Editor(target: Target<Session>, session: Session, params: ParamsMap) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let form = Entry::new(&session);
    let initial = StoredValue::new(untrack(|| form.pages()));
    let added = params.get("added");
    let restore = move |pages: crate::context::Pages| pages.into_iter().for_each(|page| form.restore(page));
    let draft = keep_draft(desk, draft_key(target, &session), move || vec![form.pages()], restore);
    take_added(desk, form, draft.restored, added);
    fill_seats(desk, form);
    let save = move || {
        let Some(session) = form.read() else { return };
        let go = go.clone();
        desk.save(PlanSession { id: target, session }, move |result| match result {
            Ok(()) => {
                draft.close();
                go(target.or_else(|| last(desk)).map_or(Route::Calendar, Route::Session));
            }
            Err(problems) => form.show(problems),
        });
    };
    let back = target.map_or(Route::Calendar, Route::Session).href();
    let label = if target.is_some() { language.edit_session() } else { language.plan_session() };
    let afresh = move || form.restore(initial.get_value());
    let detour = Detour::from(target, &params);
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=label back=back.clone() back_label=language.back()/>
            <RecordForm label draft error=form.whole_error() back on_afresh=afresh on_save=save>
                <What form detour=detour.clone()/>
                <When form detour=detour.clone()/>
                <People form/>
            </RecordForm>
        </Page>
    }
}

/// What was added on a detour is chosen, unless something else was chosen before.
fn take_added(desk: Desk, form: Entry<Session>, restored: RwSignal<bool>, added: Option<String>) {
    let Some(added) = added else { return };
    let field = untrack(|| {
        desk.ask(|state| {
            let is = |found: bool, field| found.then_some(field);
            is(added.parse().is_ok_and(|id: Id<domain::records::Course>| state.get(id).is_some()), SessionField::course)
                .or_else(|| is(added.parse().is_ok_and(|id: Id<Site>| state.get(id).is_some()), SessionField::site))
                .or_else(|| {
                    let is_one = |id: Id<domain::records::Instructor>| state.get(id).is_some();
                    is(added.parse().is_ok_and(is_one), SessionField::instructor)
                })
        })
    });
    let Some(raw) = field.map(|field| form.one(field)) else { return };
    let begun = raw.get_untracked();
    Effect::new(move |_| {
        restored.track();
        if raw.with_untracked(|now| *now == begun) {
            raw.set(added.clone());
        }
    });
}

/// The seats are the site's until another number is typed.
pub(super) fn fill_seats(desk: Desk, form: Entry<Session>) {
    let (site, seats) = (form.one(SessionField::site), form.one(SessionField::seats));
    Effect::new(move |before: Option<Option<u32>>| {
        let of_site = seats_of(desk, site.get().parse().ok());
        let Some(before) = before else { return of_site };
        let typed = seats.get_untracked();
        let is_own = typed.is_empty() || before.is_some_and(|before| typed == before.to_string());
        if let Some(of_site) = of_site.filter(|_| is_own && before != of_site) {
            seats.set(of_site.to_string());
        }
        of_site
    });
}

/// How many a site seats, where that is known.
fn seats_of(desk: Desk, site: Option<Id<Site>>) -> Option<u32> {
    let site = site?;
    desk.ask(|state| state.get(site).map(|site| site.seats)).filter(|seats| *seats > 0)
}

#[component]
fn What(form: Entry<Session>, detour: Detour) -> impl IntoView {
    let language = use_language();
    let course = form.among(SessionField::course, course_picks(), true);
    let instructor = form.among(SessionField::instructor, instructor_picks(), false);
    let (to_course, to_instructor) = (detour.href(&Route::CourseForm(None)), detour.href(&Route::InstructorForm(None)));
    view! {
        <FormSection title=language.form_what()>
            <Stack>{course}<AddLink label=language.add_course() href=to_course/></Stack>
            <Stack>{instructor}<NoTeacher form/><AddLink label=language.add_instructor() href=to_instructor/></Stack>
            {form.hinted(SessionField::term, language.term_hint())}
        </FormSection>
    }
}

/// The way to add what is not in the list; the draft stays.
#[component]
fn AddLink(label: &'static str, href: String) -> impl IntoView {
    view! { <div class="button-row"><LinkButton label href kind=ButtonKind::Quiet icon=Icon::Plus/></div> }
}

#[component]
fn When(form: Entry<Session>, detour: Detour) -> impl IntoView {
    let language = use_language();
    let site = form.among(SessionField::site, site_picks(), true);
    let to_site = detour.href(&Route::SiteForm(None));
    view! {
        <FormSection title=language.form_when()>
            {form.needed(SessionField::starts_on)}
            {form.hinted(SessionField::ends_on, language.ends_on_hint())}
            <Wide><SeasonWarning form/><super::picks::AbsenceWarning form/></Wide>
            <Stack>{site}<AddLink label=language.add_site() href=to_site/></Stack>
            {form.field(SessionField::room)}
            {form.hinted(SessionField::begins_at, language.begins_at_hint())}
        </FormSection>
    }
}

/// That the days lie in a busy season. It does not stand in the way.
#[component]
pub(super) fn SeasonWarning(form: Entry<Session>) -> impl IntoView {
    let language = use_language();
    let (starts_on, ends_on) = (form.one(SessionField::starts_on), form.one(SessionField::ends_on));
    let season = Memo::new(move |_| {
        let day = |typed: String| -> Option<Date> { entry::date(&typed).ok() };
        let from = day(starts_on.get())?;
        let until = day(ends_on.get()).filter(|until| *until >= from);
        training::busy_season(from, until.unwrap_or(from))
    });
    move || {
        season.get().map(|season| {
            let text = match season {
                Season::Sowing => language.sowing_warning(),
                Season::Harvest => language.harvest_warning(),
            };
            view! { <Banner tone=Tone::Warn text/> }
        })
    }
}

#[component]
pub(super) fn People(form: Entry<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (site, seats) = (form.one(SessionField::site), form.one(SessionField::seats));
    let too_many = move || {
        let of_site = seats_of(desk, site.get().parse().ok())?;
        let is_more = seats.get().parse::<u32>().is_ok_and(|seats| seats > of_site);
        is_more.then(|| view! { <Banner tone=Tone::Warn text=language.more_seats_than_site(of_site)/> })
    };
    view! {
        <FormSection title=language.form_people()>
            {form.needed(SessionField::seats)}
            {form.hinted(SessionField::minimum, language.minimum_hint())}
            <Wide>{too_many}</Wide>
            {form.field(SessionField::note)}
        </FormSection>
    }
}

/// The same session, to be held again.
pub(super) fn restored(session: Session) -> Session {
    Session { state: Some(SessionState::Planned), ..session }
}
