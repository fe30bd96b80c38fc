//! The case file on paper: the national registration form (贫困户登记表) on A4, with all that is known, blank cells for what
//! is written by hand, and lines to sign. What is private is printed as dots unless a person ticks that it shall be read.

mod facts;
mod signatures;
mod tables;

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;

use crate::context::{use_desk, use_language, use_tablet};
use crate::entry::with_record;
use crate::past;
use crate::route::Route;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::CheckField;
use crate::widget::field::check::YES;
use crate::widget::icon::Icon;
use crate::widget::page::{Page, PageHeader};
use facts::{Known, known};

/// The page of a case's sheet while the case is there.
pub(super) fn page(id: Id<Case>) -> AnyView {
    with_record(id, move |_| view! { <SheetPage id/> }.into_any())
}

#[component]
fn SheetPage(id: Id<Case>) -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let known = desk.memo(move |state| known(state, id));
    let tick = RwSignal::new(String::new());
    let is_open = Signal::derive(move || tick.with(|tick| tick == YES));
    let name = Signal::derive(move || known.with(|known| known.name.clone()));
    let actions = move || {
        view! { <Button label=language.paper_do_print() kind=ButtonKind::Primary icon=Icon::Print on_press=move || tablet.device().print()/> }
    };
    let sheet = move || view! { <Sheet known=known.get() is_open=is_open.get()/> };
    view! {
        <Page>
            <div class="screen-only">
                <PageHeader title=language.paper_form() actions back=Route::Case(id).href() back_label=name/>
                <CheckField label=language.paper_private() value=tick hint=language.paper_private_hint()/>
            </div>
            {sheet}
        </Page>
    }
}

/// What is private, as it is printed.
#[derive(Clone, Copy)]
struct Cover {
    is_open: bool,
}

impl Cover {
    /// A text, or dots in its place.
    fn of(self, text: String) -> String {
        if self.is_open || text.is_empty() { text } else { crate::values::COVER.to_owned() }
    }

    /// An identity number, or its beginning and end.
    fn of_number(self, number: &str) -> String {
        if self.is_open || number.is_empty() { number.to_owned() } else { domain::identity::masked(number) }
    }
}

/// The sheet.
#[component]
fn Sheet(known: Known, is_open: bool) -> impl IntoView {
    let (desk, language, cover) = (use_desk(), use_language(), Cover { is_open });
    let label = language.paper_of(&known.name);
    let day = language.paper_day(&language.date(past::today(desk)));
    let number = language.paper_number(&known.number);
    view! {
        <article class="paper" aria-label=label>
            <h2 class="paper-title">{language.paper_form()}</h2>
            <p class="paper-line"><span class="num">{number}</span><span>{day}</span></p>
            {tables::household(&known, cover)}
            {tables::members(&known, cover)}
            {tables::income(&known)}
            {tables::needs(&known, cover)}
            {tables::helpers(&known)}
            {tables::visits(&known)}
            {signatures::signatures()}
        </article>
    }
}
