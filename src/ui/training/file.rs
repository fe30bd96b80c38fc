//! The files of courses, sites and instructors: what was held there or by them, who took part, what came of it.

use domain::Id;
use domain::records::{Course, Instructor, InstructorField, Site, SiteField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::divisions;
use replica::query::training::{self, FileOf, Holding};

use super::{CalendarFile, words};
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Fact, Facts, Pad, Row, Rows, Tag};
use crate::widget::page::{Columns, Page, PageHeader, Stack};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// What stands at the head of a file: its name, what else is known, and the ways on.
#[derive(Clone, Debug, PartialEq)]
struct Head {
    name: String,
    facts: Vec<(String, String)>,
}

/// A course's file.
pub(super) fn course_page(id: Id<Course>) -> AnyView {
    let head = move |state: &State, language: Language| course_head(state, language, id);
    page(FileOf::Course(id), Route::CourseForm(Some(id)), Route::Courses, head)
}

/// A site's file.
pub(super) fn site_page(id: Id<Site>) -> AnyView {
    let head = move |state: &State, language: Language| site_head(state, language, id);
    page(FileOf::Site(id), Route::SiteForm(Some(id)), Route::Sites, head)
}

/// An instructor's file.
pub(super) fn instructor_page(id: Id<Instructor>) -> AnyView {
    let head = move |state: &State, language: Language| instructor_head(state, language, id);
    page(FileOf::Instructor(id), Route::InstructorForm(Some(id)), Route::Instructors, head)
}

fn course_head(state: &State, language: Language, id: Id<Course>) -> Option<Head> {
    let course = state.get(id)?;
    let specialty = course.specialty.and_then(|id| state.get(id)).map(|one| one.name.clone()).unwrap_or_default();
    let hours = if course.hours == 0 { String::new() } else { language.class_hours(course.hours) };
    let facts = vec![
        (language.field(domain::records::CourseField::specialty), specialty),
        (language.field(domain::records::CourseField::hours), hours),
        (language.field(domain::records::CourseField::method), language.maybe(course.method).to_owned()),
        (language.field(domain::records::CourseField::content), course.content.clone()),
    ];
    Some(Head { name: course.title.clone(), facts })
}

fn site_head(state: &State, language: Language, id: Id<Site>) -> Option<Head> {
    let site = state.get(id)?;
    let seats = if site.seats == 0 { String::new() } else { language.seats_word(site.seats) };
    let facts = vec![
        (language.field(SiteField::kind), language.maybe(site.kind).to_owned()),
        (language.field(SiteField::division), divisions::name(state, site.division)),
        (language.field(SiteField::address), site.address.clone()),
        (language.field(SiteField::seats), seats),
        (language.field(SiteField::contact), dotted([site.contact.clone(), site.phone.clone()])),
        (language.field(SiteField::note), site.note.clone()),
    ];
    Some(Head { name: site.name.clone(), facts })
}

fn instructor_head(state: &State, language: Language, id: Id<Instructor>) -> Option<Head> {
    let one = state.get(id)?;
    let facts = vec![
        (language.field(InstructorField::subject), one.subject.clone()),
        (language.field(InstructorField::organisation), one.organisation.clone()),
        (language.field(InstructorField::phone), one.phone.clone()),
        (language.field(InstructorField::days), dotted(one.days.iter().map(|day| language.of(*day).to_owned()))),
        (
            language.field(InstructorField::is_farming),
            if one.is_farming { language.yes().to_owned() } else { String::new() },
        ),
    ];
    Some(Head { name: one.name.clone(), facts })
}

fn page(
    file: FileOf,
    edit: Route,
    list: Route,
    head: impl Fn(&State, Language) -> Option<Head> + Send + Sync + 'static,
) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let head = desk.memo(move |state| head(state, language));
    let is_there = Memo::new(move |_| head.read().is_some());
    let (edit, back) = (edit.href(), list.href());
    let shown = move || match is_there.get() {
        true => view! { <File file head edit=edit.clone() back=back.clone()/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    };
    view! { {shown} }.into_any()
}

#[component]
fn File(file: FileOf, head: Memo<Option<Head>>, edit: String, back: String) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let all = desk.memo(move |state| training::holdings(state, file));
    let year = RwSignal::new(String::new());
    let shown = Memo::new(move |_| of_year(all.get(), &year.get()));
    let title = Signal::derive(move || head.get().map(|head| head.name).unwrap_or_default());
    let sessions = Signal::derive(move || shown.read().iter().map(|one| one.line.id).collect::<Vec<_>>());
    let actions = move || {
        view! {
            <CalendarFile name=title sessions/>
            <LinkButton label=language.edit() href=edit.clone() icon=Icon::Edit/>
        }
    };
    let facts = move || {
        let said =
            head.get().map(|head| head.facts).unwrap_or_default().into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| view! { <Fact name>{value}</Fact> }).collect_view()
    };
    view! {
        <Page>
            <PageHeader title back back_label=language.back() actions/>
            <Columns>
                <Stack><Years all year/><Sessions shown/></Stack>
                <Stack>
                    <Card title=language.file_about()><Pad><Facts>{facts}</Facts></Pad></Card>
                    <Figures shown/>
                    {(!matches!(file, FileOf::Course(_))).then(|| view! { <Specialties shown/> })}
                </Stack>
            </Columns>
        </Page>
    }
}

fn of_year(mut all: Vec<Holding>, year: &str) -> Vec<Holding> {
    if let Ok(year) = year.parse::<i32>() {
        all.retain(|one| one.line.starts_on.map(domain::Date::year) == Some(year));
    }
    all
}

/// The year that is looked at; nothing where there is only one.
#[component]
fn Years(all: Memo<Vec<Holding>>, year: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let years = Memo::new(move |_| training::years(&all.read()));
    let options = Signal::derive(move || {
        let each = years.get().into_iter().map(|year| Choice::new(year.to_string(), year.to_string()));
        std::iter::once(Choice::new("", language.file_all_years())).chain(each).collect::<Vec<_>>()
    });
    let choice = move || {
        (years.read().len() > 1).then(|| view! { <ChoiceField label=language.file_year() value=year options/> })
    };
    view! { {choice} }
}

/// The file in numbers.
#[component]
fn Figures(shown: Memo<Vec<Holding>>) -> impl IntoView {
    let language = use_language();
    let facts = move || {
        let totals = shown.with(|shown| training::totals(shown));
        let facts = [
            (language.file_sessions(), numbers::size(totals.sessions)),
            (language.file_times(), numbers::size(totals.times)),
            (language.file_people(), numbers::size(totals.people)),
            (language.file_hours(), numbers::count(totals.hours)),
            (language.file_passed(), numbers::size(totals.passed)),
            (language.file_certificates(), numbers::size(totals.certificates)),
            (
                language.file_rating(),
                totals.rating.map(|points| language.file_rating_of(&numbers::hundredths(points))).unwrap_or_default(),
            ),
        ];
        let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| view! { <Fact name><span class="num">{value}</span></Fact> }).collect_view()
    };
    view! { <Card title=language.file_figures()><Pad><Facts>{facts}</Facts></Pad></Card> }
}

/// The table by specialty, with its total.
#[component]
fn Specialties(shown: Memo<Vec<Holding>>) -> impl IntoView {
    let language = use_language();
    let columns = move || {
        let column = |title: &'static str| Column::new(title, "1fr", CardPlace::Detail);
        vec![
            column(language.file_specialty()),
            column(language.file_session_count()).number(),
            column(language.file_people()).number(),
        ]
    };
    let rows = move || {
        let (lines, totals) = shown.with(|shown| (training::by_specialty(shown), training::totals(shown)));
        let named = |name: String| if name.is_empty() { language.file_no_specialty().to_owned() } else { name };
        let each = lines.into_iter().map(|line| (named(line.name), line.sessions, line.people));
        let last = (language.file_total().to_owned(), totals.sessions, totals.people);
        each.chain([last]).map(|(name, sessions, people)| cells(name, sessions, people)).collect::<Vec<_>>()
    };
    let is_any = Memo::new(move |_| shown.read().iter().any(|one| !one.attended.is_empty()));
    view! {
        <Show when=move || is_any.get()>
            <Card title=language.file_by_specialty()>
                <PlainTable caption=language.file_by_specialty() caption_hidden=true columns=columns() rows=Callback::from(rows)/>
            </Card>
        </Show>
    }
}

fn cells(name: String, sessions: usize, people: usize) -> Vec<AnyView> {
    vec![name.into_any(), numbers::size(sessions).into_any(), numbers::size(people).into_any()]
}

/// The sessions, each with what came of it.
#[component]
fn Sessions(shown: Memo<Vec<Holding>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let count = Signal::derive(move || Some(language.classes(&numbers::size(shown.read().len()))));
    let body = move || {
        let shown = shown.get();
        if shown.is_empty() {
            return view! { <EmptyState title=language.file_none() next=language.file_none_next() icon=Icon::Calendar/> }.into_any();
        }
        let rows = shown.into_iter().map(|one| row(language, one, today)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.file_list() count>{body}</Card> }
}

fn row(language: Language, one: Holding, today: domain::Date) -> impl IntoView {
    let Holding { line, attended, passed, .. } = one;
    let start = line.starts_on.unwrap_or(today);
    let said = |count: usize, words: String| if count == 0 { String::new() } else { words };
    let why = dotted([
        language.span_of_year(start, line.ends_on.unwrap_or(start)),
        line.site.clone(),
        line.instructor.clone(),
        said(attended.len(), language.file_came(attended.len())),
        said(passed, language.file_passed_count(passed)),
    ]);
    let (tone, word) = (words::tone(&line, today), words::phase_word(language, line.phase(today)));
    let tags = move || view! { <Tag text=word tone/> };
    view! { <Row title=words::title(language, &line) href=Route::Session(line.id).href() tags why/> }
}
