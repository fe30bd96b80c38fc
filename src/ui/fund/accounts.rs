//! The accounts, by the side on which they stand, with what each has.

use domain::fund::Class;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, AccountLine};

use super::AreaTabs;
use super::words::{class_word, side_name};
use crate::context::{use_desk, use_language};
use crate::route::Fund;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Row, Rows, Tag, Tone};
use crate::widget::page::{Columns, Page, PageHeader, Stack};

/// The page of the accounts.
#[component]
pub(super) fn AccountsPage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let lines = desk.memo(move |state| fund::account_lines(state, None, today));
    let is_opened = desk.memo(fund::is_opened);
    let actions = move || {
        let open = (!is_opened.get())
            .then(|| view! { <LinkButton label=language.enter_opening() href=Fund::Opening.href()/> });
        view! {
            {open}
            <LinkButton label=language.add_account() href=Fund::AccountForm(None).href() kind=ButtonKind::Primary icon=Icon::Plus/>
        }
    };
    view! {
        <Page>
            <PageHeader title=language.fund_title() subtitle=language.accounts_subtitle() actions/>
            <AreaTabs/>
            <Columns even=true>
                <Stack>
                    <SideCard lines class=Class::Money/>
                    <SideCard lines class=Class::Loans/>
                    <SideCard lines class=Class::Source/>
                </Stack>
                <Stack>
                    <SideCard lines class=Class::Use/>
                    <SideCard lines class=Class::Opening/>
                </Stack>
            </Columns>
        </Page>
    }
}

/// The accounts of one side.
#[component]
fn SideCard(lines: Memo<Vec<AccountLine>>, class: Class) -> impl IntoView {
    let language = use_language();
    let of_side = Memo::new(move |_| {
        let lines = lines.get().into_iter();
        lines.filter(|line| line.class == class).collect::<Vec<_>>()
    });
    let sum = Signal::derive(move || {
        let sum = of_side.with(|lines| lines.iter().map(|line| line.said().0).sum());
        Some(numbers::money(language, domain::value::Fen(sum)))
    });
    let rows = move || of_side.get().into_iter().map(|line| row(language, line)).collect_view();
    view! { <Card title=class_word(language, class) count=sum><Rows>{rows}</Rows></Card> }
}

fn row(language: Language, line: AccountLine) -> impl IntoView {
    let name = side_name(language, &line.side);
    let href = Fund::Account(line.side.account).href();
    let kind = (!line.side.name.is_empty()).then(|| language.maybe(line.side.kind).to_owned());
    let closed = line.closed_on.map(|day| language.account_closed_on(&language.date(day)));
    let is_below = line.class == Class::Money && line.after().0 < 0;
    let tags = move || {
        let closed = closed.clone().map(|text| view! { <Tag text/> });
        view! { {closed}{is_below.then(|| view! { <Tag text=language.below_zero() tone=Tone::Bad/> })} }
    };
    let amount = numbers::yuan(line.said());
    let action = move || view! { <b class="num">{amount.clone()}</b> };
    view! { <Row title=name href why=kind tags action/> }
}
