//! How far the year's targets of training are reached, in one line.

use domain::records::Indicator;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::targets::{self, Progress};

use crate::context::{use_desk, use_language};
use crate::widget::meter::Meter;
use crate::widget::split::MeterCard;

/// The targets that training has.
const OF_TRAINING: [Indicator; 3] = [Indicator::MembersTrained, Indicator::RuralTrained, Indicator::TrainingsEach];

/// The year's targets; nothing where none is set.
#[component]
pub(in crate::training) fn YearTargets() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let pace = f64::from(targets::pace(today)) / 100.0;
    let aimed = desk.memo(move |state| {
        let mut all = targets::progress(state, today.year());
        all.retain(|one| OF_TRAINING.contains(&one.indicator) && one.target.is_some_and(|target| target > 0));
        all
    });
    let meters = move || aimed.get().into_iter().map(|one| meter(language, one, pace)).collect_view();
    let title = language.year_targets(today.year());
    let hint = format!("{title} · {}", language.pace_hint());
    view! {
        <Show when=move || !aimed.read().is_empty()>
            <MeterCard label=title.clone() hint=hint.clone()>{meters}</MeterCard>
        </Show>
    }
}

fn meter(language: Language, one: Progress, pace: f64) -> impl IntoView {
    let is_average = one.indicator == Indicator::TrainingsEach;
    let said = |number: u32| if is_average { numbers::hundredths(number) } else { numbers::count(number) };
    let target = one.target.unwrap_or(0);
    let share = f64::from(one.reached) / f64::from(target.max(1));
    let of = format!("/ {}", said(target));
    view! { <Meter label=language.of(one.indicator) value=said(one.reached) target=of share pace/> }
}
