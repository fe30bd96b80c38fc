//! The instructors: who they are, what they teach, how to reach them.

use domain::Id;
use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::Instructor;
use leptos::prelude::*;
use locales::numbers;
use replica::State;

use crate::context::{use_desk, use_language};
use crate::route::{Route, Teaching};
use crate::training::tabs::TrainingTabs;
use crate::values::dotted;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};
use crate::widget::page::{Page, PageHeader};

/// The list of instructors.
#[component]
pub(crate) fn InstructorsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let instructors = desk.memo(by_name);
    let add = move || {
        view! { <LinkButton label=language.add_instructor() href=Route::InstructorForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let count = Signal::derive(move || Some(language.instructors_count(&numbers::size(instructors.read().len()))));
    let body = move || {
        let all = instructors.get();
        match all.is_empty() {
            true => view! { <EmptyState title=language.no_instructors_title() next=language.no_instructors_next() icon=Icon::People/> }.into_any(),
            false => view! { <Rows>{all.into_iter().map(row).collect_view()}</Rows> }.into_any(),
        }
    };
    view! {
        <Page>
            <PageHeader title=language.nav_training() actions=add/>
            <TrainingTabs/>
            <Card title=language.tab_instructors() count>{body}</Card>
        </Page>
    }
}

fn by_name(state: &State) -> Vec<(Id<Instructor>, Instructor)> {
    let mut all: Vec<_> = state.all::<Instructor>().iter().map(|(id, one)| (id, one.clone())).collect();
    all.arrange_by_cached_key(|(_, one)| sort_key(&one.name));
    all
}

fn row((id, one): (Id<Instructor>, Instructor)) -> impl IntoView {
    let why = dotted([one.subject, one.organisation, one.phone]);
    view! { <Row title=one.name href=Teaching::Instructor(id).href() why/> }
}
