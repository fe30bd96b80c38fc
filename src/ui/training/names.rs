//! The list of names of a session on A4: whom to expect, where they live, how to call them, who said what, who is fetched.

use domain::Id;
use domain::records::{EnrolmentField, MemberField, Session};
use leptos::prelude::*;
use locales::Language;
use replica::query::training::{self, Participant};

use super::session::use_roster;
use super::words;
use crate::context::{use_desk, use_language, use_tablet};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::page::{Page, PageHeader};

/// The page.
#[component]
pub(super) fn NamesPage(id: Id<Session>) -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let line = desk.memo(move |state| training::line(state, id).unwrap_or_default());
    let title = Signal::derive(move || format!("{} {}", language.name_list(), words::title(language, &line.read())));
    let subtitle = Signal::derive(move || {
        let line = line.get();
        dotted([words::when(language, &line), line.site, line.room, line.instructor])
    });
    let print = move || {
        view! { <Button label=language.print_now() kind=ButtonKind::Primary icon=Icon::Print on_press=move || tablet.device().print()/> }
    };
    view! {
        <Page>
            <PageHeader title subtitle actions=print back=Route::Session(id).href() back_label=language.back()/>
            <Names id/>
        </Page>
    }
}

#[component]
fn Names(id: Id<Session>) -> impl IntoView {
    let language = use_language();
    let roster = use_roster(id);
    let heads = [
        language.sheet_column_number().to_owned(),
        language.column_name().to_owned(),
        language.column_village().to_owned(),
        language.field(MemberField::phone),
        language.field(EnrolmentField::answer),
        language.field(EnrolmentField::needs_ride),
        language.name_list_sign().to_owned(),
    ];
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = move || {
        let roster = roster.get();
        let waiting = roster.waiting.into_iter().map(|one| (true, one));
        let all = roster.seated.into_iter().map(|one| (false, one)).chain(waiting);
        all.enumerate().map(|(at, (waits, one))| row(language, at, waits, one)).collect_view()
    };
    view! {
        <div class="sheet table-box">
            <table class="table sign-sheet"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}

fn row(language: Language, at: usize, waits: bool, one: Participant) -> impl IntoView {
    let ride = if one.is_fetched() { language.yes() } else { "" };
    let remark = if waits { language.waiting_people() } else { "" };
    view! {
        <tr>
            <td class="num">{at + 1}</td>
            <th scope="row">{one.name}</th>
            <td>{one.village}</td>
            <td class="num">{one.phone}</td>
            <td>{language.maybe(one.answer)}</td>
            <td>{ride}</td>
            <td>{remark}</td>
        </tr>
    }
}
