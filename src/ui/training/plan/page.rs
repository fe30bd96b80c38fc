//! A plan: how far it reaches, what speaks against it, its months; and the one press that brings it into force.

use domain::Id;
use domain::records::{Plan, PlanState};
use leptos::prelude::*;
use replica::command::{AdoptPlan, SettlePlan};
use replica::query::training::plan::{self, Figures, PlanLine};

use super::bars::Bars;
use super::list::{said, tone, where_of};
use super::month::Months;
use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::history::HistoryCard;
use crate::route::Plans;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::dialog::ConfirmDialog;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Tag, Tone};
use crate::widget::page::{Page, PageHeader};

/// The plan's page.
#[component]
pub(super) fn PlanPage(id: Id<Plan>) -> impl IntoView {
    let desk = use_desk();
    let line = desk.memo(move |state| plan::line(state, id));
    let is_there = Memo::new(move |_| line.read().is_some());
    let shown = Memo::new(move |before: Option<&Option<PlanLine>>| line.get().or_else(|| before.cloned().flatten()));
    move || match is_there.get() {
        true => view! { <Shown id line=shown/> }.into_any(),
        false => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Shown(id: Id<Plan>, line: Memo<Option<PlanLine>>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let state = Memo::new(move |_| line.read().as_ref().and_then(|line| line.plan.state));
    let figures = desk.memo(move |state| plan::figures(state, id));
    let title = Signal::derive(move || line.read().as_ref().map(|line| line.plan.name.clone()).unwrap_or_default());
    let subtitle = Signal::derive(move || {
        let said = |line: &PlanLine| {
            let year = language.whole_year(line.plan.year.cast_signed());
            dotted([year, where_of(language, line), said(language, line), line.plan.note.clone()])
        };
        line.read().as_ref().map(said)
    });
    let tags = move || move || view! { <Tag text=language.maybe(state.get()) tone=tone(state.get())/> };
    view! {
        <Page>
            <PageHeader title subtitle tags back=Plans::List.href() back_label=language.tab_plans() actions=move || view! { <Actions id state figures/> }/>
            <Against id state figures/>
            <Bars id/>
            <Months id state/>
            <HistoryCard kind=domain::Kind::Plan id=id.raw()/>
        </Page>
    }
}

/// What can be done with the whole plan.
#[component]
fn Actions(id: Id<Plan>, state: Memo<Option<PlanState>>, figures: Memo<Figures>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let asking = RwSignal::new(false);
    let copy = Plans::Form(None).href();
    let copy = format!("{copy}?copy={id}");
    let settle = move |label: &'static str, is_dropped: bool| {
        view! { <Button label kind=ButtonKind::Quiet on_press=move || desk.act(SettlePlan { id, is_dropped })/> }
    };
    let open = move || {
        match state.get() {
        Some(PlanState::Adopted) => ().into_any(),
        Some(PlanState::Dropped) => settle(language.plan_take_up(), false).into_any(),
        _ => view! {
            {settle(language.plan_drop(), true)}
            <LinkButton label=language.edit() href=Plans::Form(Some(id)).href() icon=Icon::Edit/>
            <Button label=language.adopt_plan() kind=ButtonKind::Primary icon=Icon::Check on_press=move || asking.set(true)/>
        }
        .into_any(),
    }
    };
    let text = Signal::derive(move || {
        let figures = figures.read();
        language.adopt_text(figures.sessions, figures.seats)
    });
    view! {
        <LinkButton label=language.compare_plans() href=Plans::Compare.href_with(&[("b", Some(id.to_string()))]) icon=Icon::Chart/>
        <LinkButton label=language.copy_plan() href=copy icon=Icon::Folder/>
        {open}
        <ConfirmDialog open=asking title=language.adopt_question() text confirm=language.adopt_plan() cancel=language.cancel()
            on_confirm=move || desk.act(AdoptPlan { id })/>
    }
}

/// What speaks against the plan, and what was added to it after it was adopted elsewhere.
#[component]
fn Against(id: Id<Plan>, state: Memo<Option<PlanState>>, figures: Memo<Figures>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let left_out = desk.memo(move |state| plan::left_out(state, id).len());
    let adopted = move || {
        let count = left_out.get();
        let bring = move || view! { <Button label=language.adopt_rest() on_press=move || desk.act(AdoptPlan { id })/> };
        (count > 0).then(|| view! { <Banner tone=Tone::Warn text=language.plan_left_out(count) action=bring/> })
    };
    let draft = move || {
        let Figures { clashes, untaught, busy, .. } = figures.get();
        view! {
            {(clashes > 0).then(|| view! { <Banner tone=Tone::Warn text=language.plan_clashes(clashes)/> })}
            {(untaught > 0).then(|| view! { <Banner tone=Tone::Info text=language.plan_untaught(untaught)/> })}
            {(busy > 0).then(|| view! { <Banner tone=Tone::Info text=language.plan_busy(busy)/> })}
        }
    };
    move || match state.get() {
        Some(PlanState::Adopted) => adopted.into_any(),
        Some(PlanState::Dropped) => ().into_any(),
        _ => draft.into_any(),
    }
}
