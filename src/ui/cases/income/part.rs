//! The part of a case file about income: year by year, each person's share against the line.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::incomes::{self, IncomeLine};

use super::form::below_tag;
use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};

/// All of it.
pub(in crate::cases) fn part(id: Id<Case>) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| incomes::history(state, id));
    let add = move || {
        view! { <LinkButton label=language.state_income() href=Casework::IncomeNew(id).href() kind=ButtonKind::Quiet icon=Icon::Plus/> }
    };
    let rows = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <EmptyState title=language.incomes_none() next=language.incomes_none_next() icon=Icon::Fund/> }.into_any();
        }
        let rows = lines.into_iter().map(|line| row(language, line)).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! { <Card title=language.incomes_by_year() action=add>{rows}</Card> }.into_any()
}

fn row(language: Language, line: IncomeLine) -> impl IntoView {
    let money = |fen| numbers::money(language, fen);
    let each = line.income.per_person().map(money).unwrap_or_default();
    let net = language.net_over(&money(line.income.net()), &numbers::count(line.income.persons));
    let held = line.line.map(|held| language.line_of_year(held.year, &money(held.amount)));
    let why = [Some(net), held].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let tags = move || below_tag(language, line.is_below);
    let title = language.year_each(line.income.year, &each);
    view! { <Row title href=Casework::Income(line.id).href() tags why/> }
}
