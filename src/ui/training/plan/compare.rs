//! Two plans number by number, or a plan and what is in force: what each has, and the difference.

use domain::Id;
use domain::records::Plan;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::training::demand::{self, Demand};
use replica::query::training::plan::{self, Coverage, Figures, coverage};

use crate::context::{use_asked, use_desk, use_language};
use crate::route::Plans;
use crate::widget::button::LinkButton;
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::list::{Card, Tag, Tone};
use crate::widget::page::{Page, PageHeader};
use crate::widget::split::Toolbar;
use crate::widget::table::{CardPlace, Column, PlainTable};

/// One side of the comparison.
#[derive(Clone, PartialEq)]
struct Side {
    name: String,
    figures: Figures,
    coverage: Coverage,
}

fn side(language: Language, state: &State, demand: &Demand, plan: Option<Id<Plan>>, year: i32) -> Side {
    let coverage = coverage(state, demand, year, plan);
    match plan.and_then(|id| Some((id, state.get(id)?))) {
        Some((id, plan)) => Side { name: plan.name.clone(), figures: plan::figures(state, id), coverage },
        None => Side { name: language.in_force_of(year), figures: plan::figures_in_force(state, year), coverage },
    }
}

/// The page of the comparison.
#[component]
pub(super) fn ComparePage() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let [a, b] = ["a", "b"].map(use_asked);
    let demand = desk.memo(move |state| demand::demand(state, today.year(), today));
    let sides = desk.memo(move |state| {
        let [a, b]: [Option<Id<Plan>>; 2] = [a, b].map(|asked| asked.get().parse().ok());
        let year_of = |id: Option<Id<Plan>>| id.and_then(|id| state.get(id)).map(|plan| plan.year.cast_signed());
        let (year_a, year_b) = (year_of(a), year_of(b));
        // What is in force is looked at in the year of the plan beside it.
        let year = |own: Option<i32>, other: Option<i32>| own.or(other).unwrap_or(today.year());
        let demand = demand.read();
        [
            side(language, state, &demand, a, year(year_a, year_b)),
            side(language, state, &demand, b, year(year_b, year_a)),
        ]
    });
    let options = desk.memo(move |state| {
        let choice = |line: plan::PlanLine| {
            Choice::new(line.id.to_string(), language.plan_of_year(&line.plan.name, line.plan.year))
        };
        plan::plans(state).into_iter().map(choice).collect::<Vec<_>>()
    });
    let open = move |asked: RwSignal<String>| {
        move || {
            let plan: Option<Id<Plan>> = asked.get().parse().ok();
            plan.map(|id| {
                let label =
                    desk.ask(|state| state.get(id).map(|plan| language.to_plan(&plan.name))).unwrap_or_default();
                view! { <LinkButton label href=Plans::Plan(id).href()/> }
            })
        }
    };
    view! {
        <Page>
            <PageHeader title=language.compare_plans() back=Plans::List.href() back_label=language.tab_plans()/>
            <Toolbar>
                <ChoiceField label=language.compare_first() value=a options nothing=language.what_is_in_force() menu=true/>
                <ChoiceField label=language.compare_second() value=b options nothing=language.what_is_in_force() menu=true/>
            </Toolbar>
            <Table sides/>
            <div class="button-row">{open(a)}{open(b)}</div>
        </Page>
    }
}

#[component]
fn Table(sides: Memo<[Side; 2]>) -> impl IntoView {
    let language = use_language();
    let rows = move || rows(language, &sides.read());
    let name = move |at: usize| Signal::derive(move || sides.read()[at].name.clone());
    let columns = vec![
        Column::new(language.compare_what(), "2fr", CardPlace::Title),
        Column::new(name(0), "1fr", CardPlace::Detail).number(),
        Column::new(name(1), "1fr", CardPlace::Detail).number(),
        Column::new(language.compare_difference(), "1fr", CardPlace::Detail).number(),
    ];
    view! {
        <Card title=language.compare_numbers()>
            <PlainTable caption=language.compare_numbers() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

/// What a line counts: its words, its number, and whether more of it is a fault.
type Counted = (&'static str, fn(&Side) -> usize, bool);

fn lines(language: Language) -> [Counted; 12] {
    [
        (language.plan_sessions(), |side| side.figures.sessions, false),
        (language.seats(), |side| side.figures.seats as usize, false),
        (language.plan_technology(), |side| side.figures.technology as usize, false),
        (language.plan_people(), |side| side.coverage.people as usize, false),
        (language.plan_rural(), |side| side.coverage.technology as usize, false),
        (language.plan_hours(), |side| side.figures.hours as usize, false),
        (language.plan_days(), |side| side.figures.days as usize, false),
        (language.plan_counties(), |side| side.figures.counties, false),
        (language.tab_instructors(), |side| side.figures.instructors, false),
        (language.plan_in_season(), |side| side.figures.busy, true),
        (language.untaught_word(), |side| side.figures.untaught, true),
        (language.plan_clash_count(), |side| side.figures.clashes, true),
    ]
}

fn rows(language: Language, [a, b]: &[Side; 2]) -> Vec<Vec<AnyView>> {
    let row = |(word, of, is_fault): Counted| {
        let (a, b) = (of(a), of(b));
        vec![word.into_any(), numbers::size(a).into_any(), numbers::size(b).into_any(), difference(a, b, is_fault)]
    };
    let most =
        |side: &Side| side.figures.most.as_ref().map(|(name, count)| format!("{name} {count}")).unwrap_or_default();
    let load = vec![language.plan_most().into_any(), most(a).into_any(), most(b).into_any(), ().into_any()];
    let mut rows: Vec<_> = lines(language).into_iter().map(row).collect();
    rows.insert(9, load);
    rows
}

/// What the second has more or less than the first; good where that is wanted.
fn difference(a: usize, b: usize, is_fault: bool) -> AnyView {
    if a == b {
        return view! { <span class="nothing">"="</span> }.into_any();
    }
    let sign = if b > a { "+" } else { "−" };
    let tone = if (b > a) == is_fault { Tone::Warn } else { Tone::Good };
    view! { <Tag text=format!("{sign}{}", numbers::size(a.abs_diff(b))) tone/> }.into_any()
}
