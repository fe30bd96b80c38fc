//! The sign-in sheet on A4: who is enrolled, with room to sign for each half-day, and the signatures made on glass.

use domain::Id;
use domain::records::Session;
use leptos::prelude::*;
use replica::query::training::{self, RollTime};

use super::signature::Signature;
use crate::context::{use_desk, use_language, use_tablet};
use crate::route::Class;
use crate::training::words;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::page::{Page, PageHeader};

/// So many half-days stand beside each other on one sheet.
const COLUMNS: usize = 6;

/// A person's line: name, village, telephone, and what stands in each half-day.
type Line = ([String; 3], Vec<(String, String)>);

/// The page.
#[component]
pub(in crate::training) fn SheetPage(id: Id<Session>) -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let line = desk.memo(move |state| training::line(state, id).unwrap_or_default());
    let times = desk.memo(move |state| state.get(id).map(training::roll_times).unwrap_or_default());
    let title =
        Signal::derive(move || format!("{} {}", language.sign_in_sheet(), words::title(language, &line.read())));
    let subtitle = Signal::derive(move || {
        let line = line.get();
        dotted([words::when(language, &line), line.site, line.room, line.instructor])
    });
    let actions = move || {
        view! { <Button label=language.print_now() kind=ButtonKind::Primary icon=Icon::Print on_press=move || tablet.device().print()/> }
    };
    let sheets = move || {
        let times = times.get();
        times.chunks(COLUMNS).map(|times| view! { <Sheet id times=times.to_vec()/> }).collect_view()
    };
    view! {
        <Page>
            <PageHeader title subtitle actions back=Class::Roll(id).href() back_label=language.back()/>
            {sheets}
        </Page>
    }
}

#[component]
fn Sheet(id: Id<Session>, times: Vec<RollTime>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let heads = times.iter().map(|time| {
        let head = format!("{} {}", language.day_of_week(time.on), language.of(time.half));
        view! { <th scope="col">{head}</th> }
    });
    let heads = heads.collect_view();
    let lines = desk.memo(move |state| lines(state, id, &times, language));
    let rows = move || lines.get().into_iter().enumerate().map(|(at, line)| row(at, line)).collect_view();
    view! {
        <div class="sheet table-box">
            <table class="table sign-sheet">
                <thead><tr>
                    <th scope="col">{language.sheet_column_number()}</th>
                    <th scope="col">{language.column_name()}</th>
                    <th scope="col">{language.column_village()}</th>
                    {heads}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn lines(state: &replica::State, id: Id<Session>, times: &[RollTime], language: locales::Language) -> Vec<Line> {
    let Some(first) = times.first() else { return vec![] };
    let roll = training::roll(state, id, *first);
    let mark = |member, time: &RollTime| {
        let mark = state.get(training::attendance_id(id, member, *time));
        let word = language.maybe(mark.and_then(|mark| mark.presence)).to_owned();
        (word, mark.map(|mark| mark.signature.clone()).unwrap_or_default())
    };
    let line = |line: training::RollLine| {
        let person = line.person;
        let marks = times.iter().map(|time| mark(person.member, time)).collect();
        ([person.name, person.village, person.phone], marks)
    };
    roll.into_iter().map(line).collect()
}

fn row(at: usize, ([name, village, phone], marks): Line) -> impl IntoView {
    let cell = |(word, signature): (String, String)| match signature.is_empty() {
        true => view! { <td>{word}</td> }.into_any(),
        false => view! { <td>{word}<Signature text=signature/></td> }.into_any(),
    };
    let cells = marks.into_iter().map(cell).collect_view();
    view! {
        <tr>
            <td class="num">{at + 1}</td>
            <th scope="row">{name}</th>
            <td>{village}<br/><span class="num">{phone}</span></td>
            {cells}
        </tr>
    }
}
