//! The files that may be of one household, each pair with what speaks for it, and the two answers.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::SettleFinding;
use replica::query::duplicates::{Double, households};
use replica::query::findings::Remedy;

use crate::cases::casework::AreaTabs;
use crate::context::{use_desk, use_language};
use crate::route::{Casework, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Rows};
use crate::widget::page::{Page, PageHeader};
use crate::widget::task::Task;

/// How many pairs are shown.
const MOST: usize = 50;

/// The page of pairs.
#[component]
pub(in crate::cases) fn DoublesPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let doubles = desk.memo(households);
    let count = Signal::derive(move || Some(language.items(&numbers::size(doubles.read().len()))));
    let rows = move || {
        let doubles = doubles.get();
        if doubles.is_empty() {
            return view! { <EmptyState title=language.doubles_none() next=language.doubles_none_next() icon=Icon::Check/> }.into_any();
        }
        let more = doubles.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        let rows = doubles.into_iter().take(MOST).map(|double| task(language, double)).collect_view();
        view! { <Rows>{rows}</Rows>{more} }.into_any()
    };
    view! {
        <Page>
            <PageHeader title=language.nav_cases() back=Route::Cases.href() back_label=language.tab_case_list()/>
            <AreaTabs/>
            <Card title=language.doubles_title() count>{rows}</Card>
        </Page>
    }
}

fn task(language: Language, double: Double) -> impl IntoView {
    let desk = use_desk();
    let [first, second] = [0, 1].map(|at| format!("{} {}", double.names[at], double.villages[at]).trim().to_owned());
    let title = language.doubles_pair(&first, &second);
    let why = match double.is_certain {
        true => language.doubles_certain(&double.person),
        false => language.doubles_likely(&double.person),
    };
    let [keep, other] = double.cases;
    let key = Double::key(double.cases);
    let (reason, spoken) = (title.clone(), language.doubles_two_spoken(&first, &second));
    let accept = move || {
        let remedy = Remedy::Accept(key.clone());
        desk.act(SettleFinding { remedy, reason: reason.clone() });
    };
    let compare = language.doubles_compare_spoken(&first, &second);
    view! {
        <Task title why>
            <div class="button-row">
                <LinkButton label=language.doubles_compare() spoken=compare href=Casework::Join(keep, other).href() kind=ButtonKind::Primary/>
                <Button label=language.doubles_two() spoken on_press=accept/>
            </div>
        </Task>
    }
}
